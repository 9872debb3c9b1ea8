// Pronouns, short names, "the two leaders", "the bloc": what was told before.
#include <algorithm>
#include <set>

#include "actors/resolver.h"

namespace entente {
namespace {

constexpr std::size_t kMaxMemory = 4000;
constexpr std::int32_t kSubjectBonus = 60;  // a subject counts as a sentence and a half nearer
constexpr std::int32_t kSentenceCost = 40;
// How sure it is that what was told before is meant.
constexpr double kPronoun = 0.8;
constexpr double kPair = 0.75;
constexpr double kLastOne = 0.8;
constexpr double kLastArmed = 0.75;

bool is_institution(const Mention& mention) {
  return mention.kind == Mention::Kind::kState || mention.kind == Mention::Kind::kCapital ||
         mention.kind == Mention::Kind::kOrganisation || mention.kind == Mention::Kind::kGroup;
}

}  // namespace

std::vector<Mention> Resolver::restate(std::vector<Mention> mentions, TokenId first, TokenId last,
                                       const std::string& via, double factor) const {
  for (Mention& mention : mentions) {
    mention.actor.span = tree_.span(first, last);
    mention.actor.text = tree_.text(mention.actor.span);
    if (!via.empty()) mention.actor.via = via;
    mention.confidence *= factor;
  }
  return mentions;
}

void Resolver::remember(TokenId t) {
  // Parts of a larger phrase speak through its head.
  if (tree_.is_any(t, {"compound", "amod", "flat", "fixed", "nmod:desc"}) || memory_.size() >= kMaxMemory) return;
  const std::vector<Mention>& own = referents(t);
  for (const Mention& mention : own) {
    if (mention.kind == Mention::Kind::kPerson && mention.actor.via != "pronoun" &&
        mention.actor.via != "description") {
      const std::string full = fold_case(mention.actor.name);
      names_.emplace(full, mention);
      const std::size_t space = full.rfind(' ');
      if (space != std::string::npos) names_[full.substr(space + 1)] = mention;
    }
  }
  if (tree_.has_upos(t, {"PRON"}) || own.empty()) return;
  Remembered entry;
  entry.token = t;
  entry.parties = tree_.is(t, "conj") ? own : parties(t);
  entry.parties.erase(
      std::remove_if(entry.parties.begin(), entry.parties.end(), [](const Mention& m) { return !is_party(m); }),
      entry.parties.end());
  if (entry.parties.empty()) return;
  entry.subject = tree_.is(t, "nsubj");
  entry.plural = entry.parties.size() > 1 || tree_.has_feat(t, "Number=Plur") || entry.parties[0].actor.type == "group";
  if (entry.parties.size() == 1 && entry.parties[0].kind == Mention::Kind::kPerson) {
    entry.gender = entry.parties[0].gender;
    const auto known = knowledge_.gender_of.find(entry.parties[0].actor.name);
    if (entry.gender == '?' && known != knowledge_.gender_of.end()) entry.gender = known->second;
  }
  memory_.push_back(std::move(entry));
}

void Resolver::remember_all() {
  for (TokenId t = 0; t < tree_.size(); ++t) {
    (void)referents(t);
    remember(t);
  }
}

// "X met him", "X came and met him": the object is somebody else than the subject of its own verb.
bool Resolver::shares_verb(TokenId subject, TokenId object) const {
  TokenId verb = tree_.head(object);
  while (verb >= 0 && verb != tree_.head(subject) && tree_.is(verb, "conj") && tree_.child(verb, "nsubj") < 0) {
    verb = tree_.head(verb);
  }
  return verb >= 0 && verb == tree_.head(subject);
}

std::vector<Mention> Resolver::refer_pronoun(TokenId t) {
  const std::string& form = tree_.folded(t);
  const bool he = knowledge_.in_set("grammar_he", form);
  const bool she = knowledge_.in_set("grammar_she", form);
  const bool it = knowledge_.in_set("grammar_it", form);
  const bool they = knowledge_.in_set("grammar_they", form);
  if (!he && !she && !it && !they) return {};
  const Remembered* best = nullptr;
  std::int32_t best_cost = 0;
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    const std::int32_t back = tree_.sentence(t) - tree_.sentence(entry->token);
    if (back > kSentencesBack) break;
    const bool person =
        entry->parties.size() == 1 && entry->parties[0].kind == Mention::Kind::kPerson && !entry->plural;
    if ((he || she) && (!person || (he && entry->gender == 'f') || (she && entry->gender == 'm'))) continue;
    // "the army": a group, and one body.
    const bool several = entry->parties.size() > 1 || tree_.has_feat(entry->token, "Number=Plur");
    if (it && (several || !is_institution(entry->parties[0]))) continue;
    if (they && !entry->plural) continue;
    if (entry->subject && !tree_.is(t, "nmod:poss") && shares_verb(entry->token, t)) continue;
    const std::int32_t cost =
        back * kSentenceCost + std::min(t - entry->token, kSentenceCost - 1) - (entry->subject ? kSubjectBonus : 0);
    if (best == nullptr || cost < best_cost) {
      best = &*entry;
      best_cost = cost;
    }
  }
  if (best == nullptr) return {};
  return restate(best->parties, t, t, "pronoun", kPronoun);
}

// "the two presidents": of persons, those with the office; "leaders": those with any that is held by one at a time.
bool Resolver::fits_pair(const Mention& mention, bool people, const std::string& role) const {
  if (!mention.actor.code.has_value()) return false;
  if (!people) return true;
  if (mention.kind != Mention::Kind::kPerson) return false;
  const std::string own = mention.actor.role.value_or("");
  if (role != "leader") return own.ends_with(role);
  return own == role || std::any_of(knowledge_.titles.begin(), knowledge_.titles.end(), [&](const Title& title) {
           return title.kind == TitleKind::kOffice && title.role == own && own != "Foreign Minister";
         });
}

// Two parties of different states. `together`: named as a pair, or as subject and object of one act; otherwise the two
// last ones.
std::vector<Mention> Resolver::pair_before(const Phrase& phrase, bool people, bool together) const {
  std::string role;
  const auto titles = knowledge_.names.find(name_key(tree_.token(phrase.head).form));
  if (people && titles != knowledge_.names.end()) {
    for (const NameEntry& entry : titles->second) {
      if (entry.kind == Kind::kTitlePlural) role = row_of(knowledge_.titles, entry).role;
    }
  }
  std::vector<Mention> pair;
  const auto add = [&](const Mention& mention) {
    const auto same = [&](const Mention& m) { return m.actor.code == mention.actor.code; };
    if (fits_pair(mention, people, role) && std::none_of(pair.begin(), pair.end(), same)) pair.push_back(mention);
  };
  TokenId other = -1;  // the party that was kept last
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    // "X offered to mediate between the two": X is not one of them.
    TokenId subject = entry->token;
    while (tree_.is_any(subject, {"conj", "appos"})) subject = tree_.head(subject);
    const bool above = tree_.is(subject, "nsubj") && tree_.is_below(phrase.head, tree_.head(subject));
    if (above && !tree_.is(phrase.head, "nsubj")) continue;
    if (together && entry->parties.size() > 1) {
      pair.clear();
      for (const Mention& party : entry->parties) add(party);
      if (pair.size() == 2) return pair;
      pair.clear();
    } else if (together) {
      const Mention& party = entry->parties[0];
      const bool one_act = other >= 0 && entry->subject && tree_.head(entry->token) == tree_.head(other);
      if (people != (party.kind == Mention::Kind::kPerson)) continue;
      if (!one_act) pair.clear();
      add(party);
      if (pair.size() == 2) return {pair[1], pair[0]};
      other = entry->token;
    } else {
      for (auto party = entry->parties.rbegin(); party != entry->parties.rend() && pair.size() < 2; ++party)
        add(*party);
      if (pair.size() == 2) return {pair[1], pair[0]};
    }
  }
  return {};
}

std::vector<Mention> Resolver::refer_pair(const Phrase& phrase, bool people) {
  std::vector<Mention> pair = pair_before(phrase, people, true);
  if (pair.empty()) pair = pair_before(phrase, people, false);
  // Leaders that were told by their states alone.
  if (pair.empty() && people) pair = pair_before(phrase, false, true);
  if (pair.size() < 2) return {};
  if (!people) {
    for (Mention& mention : pair) {
      const auto state = knowledge_.state_of_code.find(*mention.actor.code);
      if (state == knowledge_.state_of_code.end()) continue;
      mention.kind = Mention::Kind::kState;
      mention.actor.name = knowledge_.states[static_cast<std::size_t>(state->second)].name;
      mention.actor.type = "state";
      mention.actor.sector = "GOV";
      mention.actor.role.reset();
    }
  }
  return restate(std::move(pair), phrase.first, phrase.last, "description", kPair);
}

// "its neighbour": of whose neighbour is said, the other state that was spoken of last.
std::vector<Mention> Resolver::refer_other(const Phrase& phrase) {
  std::set<std::string> owned;
  for (const TokenId c : tree_.children(phrase.head)) {
    if (!tree_.is(c, "nmod:poss")) continue;
    for (const Mention& owner : parties(c)) owned.insert(owner.actor.code.value_or(""));
  }
  for (TokenId t = phrase.head; tree_.head(t) >= 0; t = tree_.head(t)) {
    for (const TokenId c : tree_.children(tree_.head(t))) {
      if (!tree_.is(c, "nsubj") || c == t || phrases_.match_of(c) == nullptr) continue;
      for (const Mention& subject : referents(c)) owned.insert(subject.actor.code.value_or(""));
    }
  }
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head) continue;
    for (const Mention& party : entry->parties) {
      const bool state = party.kind == Mention::Kind::kState || party.kind == Mention::Kind::kCapital;
      if (state && party.actor.code.has_value() && !owned.contains(*party.actor.code))
        return restate({party}, phrase.first, phrase.last, "description", kLastOne);
    }
  }
  return {};
}

// "the rebels", "the jihadists": the armed group that the article named last, where they have no other name.
std::vector<Mention> Resolver::refer_armed(const Phrase& phrase) {
  bool definite = false;
  for (const TokenId c : tree_.children(phrase.head)) {
    definite = definite || (tree_.is(c, "det") && knowledge_.in_set("grammar_pointing", tree_.folded(c)));
    if (tree_.is_any(c, {"nmod", "nmod:poss", "amod", "compound", "nummod"})) return {};
  }
  if (!definite) return {};
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head || entry->parties.size() != 1) continue;
    const Mention& party = entry->parties[0];
    if (party.armed && party.kind == Mention::Kind::kOrganisation)
      return restate({party}, phrase.first, phrase.last, "description", kLastArmed);
  }
  return {};
}

// "the kingdom", "the bloc", "the movement", "the general": the last one before that can be called so. With words of
// its own that say whose ("the Yemeni group") it is no reference, unless it points back outright.
std::vector<Mention> Resolver::refer_one(const Phrase& phrase, TitleKind kind) {
  if (kind == TitleKind::kReferenceOther) return refer_other(phrase);
  bool definite = false;
  for (const TokenId c : tree_.children(phrase.head)) {
    const bool points =
        tree_.is(c, "det") && (tree_.folded(c) == "the" || tree_.folded(c) == "this" || tree_.folded(c) == "that");
    definite = definite || points;
    if (tree_.is_any(c, {"nmod", "nmod:poss", "amod", "compound", "nummod"})) return {};
  }
  if (!definite) return {};
  const auto fits = [&](const Mention& m) {
    switch (kind) {
      case TitleKind::kReferenceState: return m.kind == Mention::Kind::kState && m.actor.via == "name";
      case TitleKind::kReferenceBloc:
        return m.kind == Mention::Kind::kOrganisation && !m.actor.sector.has_value() && m.actor.code.has_value() &&
               !m.armed;
      case TitleKind::kReferenceGroup:
        return m.kind == Mention::Kind::kOrganisation && m.actor.via != "description" &&
               (m.actor.sector.has_value() || m.armed);
      case TitleKind::kReferencePerson: return m.kind == Mention::Kind::kPerson && m.actor.role.has_value();
      default: return false;
    }
  };
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head || entry->parties.size() != 1 || !fits(entry->parties[0])) continue;
    return restate(entry->parties, phrase.first, phrase.last, "description", kLastOne);
  }
  return {};
}

const Mention* Resolver::remembered_role(const std::string& role, TokenId before) const {
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= before) continue;
    for (const Mention& mention : entry->parties) {
      if (mention.kind == Mention::Kind::kPerson && mention.actor.role == role && mention.actor.code.has_value())
        return &mention;
    }
  }
  return nullptr;
}

const Mention* Resolver::last_person(TokenId before) const {
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token < before && entry->parties.size() == 1 && entry->parties[0].kind == Mention::Kind::kPerson &&
        entry->parties[0].actor.role.has_value()) {
      return &entry->parties[0];
    }
  }
  return nullptr;
}

const Mention* Resolver::remembered_name(const Phrase& phrase) const {
  if (!tree_.has_upos(phrase.head, {"PROPN"})) return nullptr;
  const auto [first, last] = phrase.name.value_or(std::make_pair(phrase.head, phrase.head));
  const auto full = names_.find(fold_case(tree_.text(first, last)));
  if (full != names_.end()) return &full->second;
  if (first != last) return nullptr;
  const auto family = names_.find(tree_.folded(last));
  return family == names_.end() ? nullptr : &family->second;
}

}  // namespace entente

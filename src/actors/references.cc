// Pronouns, short names and "the two leaders": what was named before.
#include <algorithm>

#include "actors/resolver.h"

namespace entente {
namespace {

constexpr std::int32_t kSentencesBack = 3;
constexpr std::size_t kMaxMemory = 4000;
constexpr std::int32_t kSubjectBonus = 60;  // a subject counts as a sentence and a half nearer
constexpr std::int32_t kSentenceCost = 40;

bool is_party(const Mention& mention) {
  return mention.kind != Mention::Kind::kNone && mention.kind != Mention::Kind::kOther &&
         mention.kind != Mention::Kind::kPlace;
}

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
    for (const OfficeHolder& holder : knowledge_.offices) {
      if (holder.holder == entry.parties[0].actor.name) entry.gender = holder.gender;
    }
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
    if (it && (entry->plural || !is_institution(entry->parties[0]))) continue;
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
  return restate(best->parties, t, t, "pronoun", 0.8);
}

std::vector<Mention> Resolver::refer_pair(const Phrase& phrase, bool people) {
  std::vector<Mention> pair;
  for (auto entry = memory_.rbegin(); entry != memory_.rend() && pair.size() < 2; ++entry) {
    // "X offered to mediate between the two": X is not one of them.
    if (entry->subject && tree_.sentence(entry->token) == tree_.sentence(phrase.head)) continue;
    for (auto party = entry->parties.rbegin(); party != entry->parties.rend() && pair.size() < 2; ++party) {
      if (!party->actor.code.has_value() || (people && party->kind != Mention::Kind::kPerson)) continue;
      const bool seen =
          std::any_of(pair.begin(), pair.end(), [&](const Mention& m) { return m.actor.code == party->actor.code; });
      if (!seen) pair.insert(pair.begin(), *party);
    }
  }
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
  return restate(std::move(pair), phrase.first, phrase.last, "description", 0.75);
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

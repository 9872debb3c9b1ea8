// Pronouns, short names, "the two leaders", "the bloc": what was told before.
#include <algorithm>
#include <set>

#include "actors/resolver.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxClimb = 6;       // from "whose" to its clause
constexpr std::int32_t kSubjectBonus = 50;  // a subject counts as more than a sentence nearer
constexpr std::int32_t kSentenceCost = 40;
constexpr std::int32_t kPaperCost = 100;
constexpr std::int32_t kObjectBonus = 80;  // and the object of the first of two joined verbs as more than that
// How sure it is that what was told before is meant.
constexpr double kPronoun = 0.8;
constexpr double kLastOne = 0.8;
constexpr double kLastArmed = 0.75;

// The same somebody, whatever the words.
bool holds_one(const std::vector<ActorMention>& mentions, const ActorMention& mention) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const ActorMention& m) {
    return m.actor.name == mention.actor.name && m.actor.code == mention.actor.code;
  });
}

bool is_institution(const ActorMention& mention) {
  return mention.kind == ActorMention::Kind::kState || mention.kind == ActorMention::Kind::kCapital ||
         mention.kind == ActorMention::Kind::kOrganisation || mention.kind == ActorMention::Kind::kGroup;
}

}  // namespace

std::vector<ActorMention> Resolver::restate(std::vector<ActorMention> mentions, TokenId first, TokenId last,
                                            const std::string& via, double factor) const {
  for (ActorMention& mention : mentions) {
    mention.actor.span = tree_.span(first, last);
    mention.actor.text = tree_.text(mention.actor.span);
    if (!via.empty()) mention.actor.via = via;
    mention.confidence *= factor;
  }
  return mentions;
}

// "X met him", "X came and met him": the object is somebody else than the subject of its own verb.
bool Resolver::shares_verb(TokenId subject, TokenId object) const {
  TokenId verb = tree_.head(object);
  while (verb >= 0 && verb != tree_.head(subject) && tree_.is(verb, "conj") && tree_.child(verb, "nsubj") < 0) {
    verb = tree_.head(verb);
  }
  return verb >= 0 && verb == tree_.head(subject);
}

// "a nurse", "the missionary": one of many, without a name.
bool Resolver::is_somebody(TokenId t) const {
  const NameMatch* match = tree_.has_feat(t, "Number=Plur") ? nullptr : phrases_.match_of(t);
  const NameEntry* entry = match == nullptr ? nullptr : match->entry(Kind::kTitle);
  if (entry == nullptr) return false;
  const Title& title = row_of(knowledge_.titles, *entry);
  return title.kind == TitleKind::kAgent && title.title != title.plural;
}

// "fed them, but police beat them"
bool Resolver::same_object(TokenId before, TokenId pronoun) const {
  const auto object = [&](TokenId t) { return tree_.has_upos(t, {"PRON"}) && tree_.is_any(t, {"obj", "iobj"}); };
  return object(before) && object(pronoun) && tree_.sentence(before) == tree_.sentence(pronoun) &&
         tree_.folded(before) == tree_.folded(pronoun);
}

// "condemned X and called on him": of joined verbs with one subject the later acts on whom the first does.
bool Resolver::acted_on_before(TokenId object, TokenId pronoun) const {
  const TokenId verb = tree_.head(pronoun);
  if (verb < 0 || tree_.is_any(pronoun, {"nsubj", "nmod:poss"}) || !tree_.is(verb, "conj")) return false;
  if (tree_.child(verb, "nsubj") >= 0 || tree_.head(object) != tree_.head(verb)) return false;
  return tree_.is_any(object, {"obj", "iobj"});
}

// "X and Y asked its government": of several who act none is "it".
bool Resolver::acts_with_others(TokenId party, TokenId pronoun) const {
  if (!tree_.is(party, "conj")) return false;
  while (tree_.is(party, "conj") && tree_.head(party) >= 0) party = tree_.head(party);
  return tree_.is(party, "nsubj") && tree_.is_below(pronoun, tree_.head(party));
}

// "demanded that it withdraw": not of who demands.
std::vector<ActorMention> Resolver::who_demands(TokenId pronoun) {
  const TokenId verb = tree_.is(pronoun, "nsubj") ? tree_.head(pronoun) : -1;
  if (verb < 0 || !tree_.is(verb, "ccomp") || tree_.word(verb).xpos != "VB" || tree_.child(verb, "aux") >= 0) return {};
  const TokenId demand = tree_.head(verb);
  const TokenId subject = demand < 0 ? -1 : tree_.child(demand, "nsubj");
  if (subject < 0 || !knowledge_.in_set("demanding_that", tree_.lemma(demand))) return {};
  return parties(subject);
}

// "X, whose army": of whom the clause tells.
std::vector<ActorMention> Resolver::refer_whose(TokenId t) {
  TokenId clause = tree_.head(t);
  for (std::int32_t step = 0; step < kMaxClimb && clause >= 0 && !tree_.is(clause, "acl:relcl"); ++step) {
    clause = tree_.head(clause);
  }
  if (clause < 0 || !tree_.is(clause, "acl:relcl") || tree_.head(clause) < 0) return {};
  return restate(parties(tree_.head(clause)), t, t, "pronoun", kPronoun);
}

std::vector<ActorMention> Resolver::refer_pronoun(TokenId t) {
  if (tree_.word(t).xpos == "WP$") return refer_whose(t);
  const std::string& form = tree_.folded(t);
  const bool he = knowledge_.in_set("grammar_he", form);
  const bool she = knowledge_.in_set("grammar_she", form);
  const bool it = knowledge_.in_set("grammar_it", form);
  const bool they = knowledge_.in_set("grammar_they", form);
  if (!he && !she && !it && !they) return {};
  const bool owner = tree_.word(t).xpos == "PRP$";
  std::vector<ActorMention> subjects = owner ? std::vector<ActorMention>() : subjects_over(t);
  for (const ActorMention& demander : who_demands(t)) subjects.push_back(demander);
  const Remembered* best = nullptr;
  std::int32_t best_cost = 0;
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    const std::int32_t back = tree_.sentence(t) - tree_.sentence(entry->token);
    if (back > kSentencesBack) break;
    const bool single = entry->parties.size() == 1;
    const bool person = single && ((entry->parties[0].kind == ActorMention::Kind::kPerson && !entry->plural) ||
                                   (!owner && !tree_.is(t, "nsubj") && !entry->subject && is_somebody(entry->token)));
    if ((he || she) && (!person || (he && entry->gender == 'f') || (she && entry->gender == 'm'))) continue;
    // "the army": a group, and one body.
    const bool several = entry->parties.size() > 1 || tree_.has_feat(entry->token, "Number=Plur");
    if (it && (several || !is_institution(entry->parties[0]) || acts_with_others(entry->token, t))) continue;
    if (they && !entry->plural) continue;
    if (none_of_them(entry->token)) continue;  // "denied that any judge had ..."
    if (entry->subject && !owner && shares_verb(entry->token, t)) continue;
    if (!owner && holds_one(subjects, entry->parties[0])) continue;
    const bool object = acted_on_before(entry->token, t) || same_object(entry->token, t);
    const std::int32_t bonus = object ? kObjectBonus : entry->subject ? kSubjectBonus : 0;
    // Who prints what somebody says is seldom meant.
    const std::int32_t paper = it && entry->parties[0].actor.sector == "JRN" && !entry->subject ? kPaperCost : 0;
    const std::int32_t cost = back * kSentenceCost + std::min(t - entry->token, kSentenceCost - 1) + paper - bonus;
    if (best == nullptr || cost < best_cost) {
      best = &*entry;
      best_cost = cost;
    }
  }
  if (best == nullptr) return {};
  return restate(best->parties, t, t, "pronoun", kPronoun);
}

// "the rebels", "the jihadists": the armed group that the article named last, where they have no other name.
std::vector<ActorMention> Resolver::refer_armed(const Phrase& phrase) {
  bool definite = false;
  for (const TokenId c : tree_.children(phrase.head)) {
    definite = definite || (tree_.is(c, "det") && knowledge_.in_set("grammar_pointing", tree_.folded(c)));
    if (tree_.is_any(c, {"nmod", "nmod:poss", "amod", "compound", "nummod"})) return {};
  }
  if (!definite) return {};
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head) continue;
    const auto armed = [](const ActorMention& m) { return m.armed && m.kind == ActorMention::Kind::kOrganisation; };
    const auto party = std::find_if(entry->parties.begin(), entry->parties.end(), armed);
    if (party == entry->parties.end() || std::count_if(party, entry->parties.end(), armed) > 1) continue;
    return restate({*party}, phrase.first, phrase.last, "description", kLastArmed);
  }
  return {};
}

// "the bloc", with no words of its own that say whose ("the Yemeni group"): it points back.
bool Resolver::points_back(const Phrase& phrase, bool of_state) const {
  // "gave the country tents": the article hangs from the noun behind.
  const TokenId behind = tree_.is(phrase.head, "compound") ? tree_.child(tree_.head(phrase.head), "det") : -1;
  bool definite = behind >= 0 && behind == phrase.head - 1 && tree_.folded(behind) == "the";
  const NameMatch* words = phrase.head_match;
  for (const TokenId c : tree_.children(phrase.head)) {
    if (words != nullptr && words->first <= c && c <= words->last) continue;
    const bool points =
        tree_.is(c, "det") && (tree_.folded(c) == "the" || tree_.folded(c) == "this" || tree_.folded(c) == "that");
    definite = definite || points;
    // "the tiny emirate", "the whole country"
    const bool plain = tree_.is(c, "amod") && phrases_.match_of(c) == nullptr &&
                       !knowledge_.in_set("grammar_another", tree_.folded(c));
    if (plain && (of_state || knowledge_.in_set("grammar_whole", tree_.folded(c)))) continue;
    if (tree_.is_any(c, {"nmod", "nmod:poss", "amod", "compound", "nummod"})) return false;
  }
  return definite;
}

// "the kingdom", "the bloc", "the movement", "the visitor": the last one before that can be called so.
std::vector<ActorMention> Resolver::refer_one(const Phrase& phrase, const Title& title) {
  if (title.kind == TitleKind::kReferenceOther) return refer_other(phrase);
  if (!points_back(phrase, title.kind == TitleKind::kReferenceState)) return {};
  if (title.kind == TitleKind::kReferenceState) return refer_state(phrase, title);
  if (title.kind == TitleKind::kReferencePlace) return refer_place(phrase, title);
  const auto fits = [&](const ActorMention& m) {
    switch (title.kind) {
      case TitleKind::kReferenceBloc: return can_be_called_bloc(m);
      case TitleKind::kReferenceGroup: return can_be_called_group(m);
      case TitleKind::kReferencePerson: return m.kind == ActorMention::Kind::kPerson && m.actor.role.has_value();
      default: return false;
    }
  };
  const std::vector<ActorMention> subjects = subjects_over(phrase.head);
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= phrase.head || entry->parties.size() != 1 || !fits(entry->parties[0])) continue;
    if (holds_one(subjects, entry->parties[0])) continue;
    return restate(entry->parties, phrase.first, phrase.last, "description", kLastOne);
  }
  for (auto group = named_groups_.rbegin(); group != named_groups_.rend(); ++group) {
    if (*group >= phrase.head || !fits(referents(*group)[0])) continue;
    return restate(referents(*group), phrase.first, phrase.last, "description", kLastArmed);
  }
  return {};
}

// "the marines", "the boats", "the ministry": those of the state whose marines or boats were told before.
const Actor* Resolver::told_before(const Phrase& phrase) {
  const TokenId det = tree_.child(phrase.head, "det");
  if (det < 0 || !knowledge_.in_set("grammar_pointing", tree_.folded(det))) return nullptr;
  // "the ministry", taken for a name by the parser
  const bool plain = tree_.token(phrase.head).form == tree_.folded(phrase.head);
  if (!tree_.has_upos(phrase.head, {"NOUN"}) && !(plain && tree_.has_upos(phrase.head, {"PROPN"}))) return nullptr;
  const bool several = tree_.has_feat(phrase.head, "Number=Plur");
  const auto same_word = same_words_.find(several ? tree_.lemma(phrase.head) + kSeveral : tree_.lemma(phrase.head));
  if (same_word == same_words_.end() || same_word->second >= phrase.head) return nullptr;
  if (!several && tree_.sentence(phrase.head) - tree_.sentence(same_word->second) > kSentencesBack) return nullptr;
  const std::vector<ActorMention>& told = referents(same_word->second);
  return told.empty() || told[0].guessed ? nullptr : &told[0].actor;
}

}  // namespace entente

// Who does what a clause tells: each of the parties, one of them, somebody else, a person.
#include <algorithm>

#include "agreements/clause_source.h"

namespace entente {

bool ClauseSource::habitual(const TreatyClause& clause) const {
  return std::any_of(clause.words.begin(), clause.words.end(), [&](TokenId t) {
    const TokenId noun = tree_.head(t);
    return tree_.is(t, "det") && is("frequency", tree_.folded(t)) && noun > clause.predicate &&
           is("time_noun", tree_.lemma(noun));
  });
}

bool ClauseSource::by_each(const TreatyClause& clause) const {
  const TokenId subject = clause.subject;
  if (subject < 0 || (is("onlooker", tree_.folded(subject)) && tree_.child(subject, "det") < 0)) return false;
  // "No warship may", "each side".
  const TokenId article = tree_.child(subject, "det");
  if (article >= 0 && tree_.folded(article) != "all" && is("shared", tree_.folded(article))) return true;
  return is("party", tree_.lemma(subject)) || is("party", tree_.folded(subject));
}

bool ClauseSource::by_both(const TreatyClause& clause) const {
  const TokenId subject = clause.subject;
  if (subject < 0) return false;
  const bool sides = tree_.word(subject).xpos == "NNS" && tree_.child(subject, "det") >= 0 &&
                     knowledge_.in_set("agreement_side", tree_.lemma(subject));
  return by_each(clause) || sides || knowledge_.in_set("agreement_them", tree_.folded(subject));
}

bool ClauseSource::by_side(const TreatyClause& clause, const Agreement& agreement) const {
  if (by_each(clause)) return true;
  const bool told =
      clause.subject >= 0 && tree_.has_upos(clause.subject, {"NOUN"}) && tree_.child(clause.subject, "det") >= 0;
  return told && by_party(clause, agreement);
}

bool ClauseSource::by_party(const TreatyClause& clause, const Agreement& agreement) const {
  return by_each(clause) || (clause.subject >= 0 && !parties_meant(actors_, clause.subject, agreement).empty());
}

bool ClauseSource::by_third(const TreatyClause& clause, const Agreement& agreement) const {
  const TokenId subject = clause.subject;
  if (subject < 0 || tree_.has_upos(subject, {"PRON"}) || by_party(clause, agreement)) return false;
  // "the presidents", of whom nothing more is said.
  const auto& below = tree_.children(subject);
  const bool more = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is_any(c, {"amod", "compound", "nmod", "flat", "appos", "conj"});
  });
  if (!more && tree_.word(subject).xpos == "NNS") return false;
  // Of signers that no table knows, nobody can say whose they are.
  const auto& all = agreement.parties;
  if (std::any_of(all.begin(), all.end(), [](const Actor& party) { return !party.code.has_value(); })) return false;
  using Kind = ActorMention::Kind;
  const auto mentions = actors_.parties(subject);
  return std::any_of(mentions.begin(), mentions.end(), [](const ActorMention& mention) {
    return mention.kind == Kind::kState || mention.kind == Kind::kCapital || mention.kind == Kind::kOrganisation ||
           mention.kind == Kind::kPerson;
  });
}

// "The commander was to step down": whoever holds the post, by a text that is told as past.
bool ClauseSource::by_office(const TreatyClause& clause) const {
  const TokenId subject = clause.subject;
  if (subject < 1 || !tree_.has_upos(subject, {"NOUN"}) || subject + 1 >= clause.predicate) return false;
  for (TokenId t = subject + 1; t < clause.predicate; ++t) {
    if (tree_.lemma(t) == "be") return tree_.word(t).xpos == "VBD";
  }
  return false;
}

bool ClauseSource::by_person(const TreatyClause& clause) const {
  if (clause.subject < 0 || tree_.word(clause.subject).xpos == "NNS") return false;
  if (!tree_.has_upos(clause.subject, {"PRON"}) && is("party", tree_.folded(clause.subject))) return false;
  // "An American general heads the committee": whoever holds the post.
  const TokenId article = tree_.child(clause.subject, "det");
  if (article >= 0 && (tree_.folded(article) == "a" || tree_.folded(article) == "an")) return false;
  const auto mentions = actors_.parties(clause.subject);
  const bool several = mentions.size() > 1 && !tree_.has_upos(clause.subject, {"PROPN"});  // "both", "they"
  return !several && !mentions.empty() &&
         std::all_of(mentions.begin(), mentions.end(),
                     [](const ActorMention& mention) { return mention.kind == ActorMention::Kind::kPerson; });
}

}  // namespace entente

// Who tells a clause: a speaker whose own words it is, or somebody who only passes on what was agreed.
#include <algorithm>

#include "agreements/clause_source.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxSteps = 6;  // clauses from one up to that which tells it

}  // namespace

// The verb of speaking that a clause hangs from or that stands beside it; -1: nobody tells it.
TokenId ClauseSource::teller_of(const TreatyClause& clause, const Topic& topic) const {
  if (clause.teller >= 0 && introduced(clause, topic).agreement == kNoAgreement) return clause.teller;
  // "..., he said": the clause may hang from what was said before it.
  TokenId t = clause.predicate;
  for (std::int32_t step = 0; step < kMaxSteps && t >= 0; ++step, t = tree_.head(t)) {
    const TokenId cue = tree_.head(t);
    const bool after = cue > t && has_complement(cue);
    if (tree_.is(t, "ccomp") && !after && told_by_somebody(cue, topic)) return cue;
    for (const TokenId c : tree_.children(t)) {
      if (c == clause.predicate) continue;
      const TokenId aux = tree_.child(c, "aux");  // "ships may call at the port" tells nothing
      const bool modal = aux >= 0 && tree_.word(aux).xpos == "MD";
      if (tree_.is(c, "parataxis") && !modal && !has_complement(c) && told_by_somebody(c, topic)) return c;
    }
    if (!tree_.is_any(t, {"conj", "ccomp", "parataxis"})) break;
  }
  return -1;
}

// "We will", "our ships".
bool ClauseSource::of_speaker(const TreatyClause& clause) const {
  return std::any_of(clause.words.begin(), clause.words.end(),
                     [&](TokenId t) { return is("speech_person", tree_.folded(t)) && tree_.has_upos(t, {"PRON"}); });
}

bool ClauseSource::spoken(const TreatyClause& clause, const Topic& topic) const {
  return of_speaker(clause) || teller_of(clause, topic) >= 0;
}

// "Both declare that they have no claims": what the parties say in the present tense is what they lay down.
bool ClauseSource::told_by_all(TokenId cue, const Obligation& obligation) const {
  const std::string& form = tree_.word(cue).xpos;
  const TokenId speaker = clauses_.surface_subject(cue);
  const bool promised = form == "VBD" && obligation.modal;  // "both declared that they would"
  if (speaker < 0 || (form != "VBP" && form != "VBZ" && !promised) || tree_.child(cue, "ccomp") < cue) return false;
  if (!is("telling", tree_.lemma(cue)) || knowledge_.provisions.obligation("verb", tree_.lemma(cue)) == nullptr)
    return false;
  const std::string& who = tree_.folded(speaker);
  const bool parties = is("party", tree_.lemma(speaker)) && tree_.child(speaker, "det") >= 0;
  return who == "they" || is("shared", who) || parties;
}

bool ClauseSource::attributed(const TreatyClause& clause, const Introduction& by, const Obligation& obligation,
                              const Topic& topic) const {
  const TokenId cue = teller_of(clause, topic);
  if (cue < 0 || of_speaker(clause) || quoted(clause.predicate)) return false;
  if (told_by_all(cue, obligation) && topic.distance == 0) return true;
  if (!obligation.modal) return false;
  if (!is("attribution", tree_.lemma(cue)) || tree_.child(cue, "aux") >= 0) return false;
  const TokenId speaker = clauses_.surface_subject(cue);
  // "Analysts said", but "officials said".
  if (speaker < 0 || (is("onlooker", tree_.lemma(speaker)) && !is("informed", tree_.lemma(speaker)))) return false;
  if (by.agreement != kNoAgreement) return true;
  // "He is to go home, the minister said": of one of many things that he tells.
  const bool sure = obligation.standing != ObligationWord::Standing::kWeak;
  // "Chad will open its port, the ministry said", but "Chad will open its port, Mali said", "they will sign in May".
  const bool own = obligation.level == "binding" && tree_.has_upos(speaker, {"NOUN"}) && clause.subject >= 0 &&
                   !tree_.has_upos(clause.subject, {"PRON"}) && !actors_.parties(clause.subject).empty();
  return (sure || topic.accepted || own) && cue > clause.last() && topic.distance == 0;
}

}  // namespace entente

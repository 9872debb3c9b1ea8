// What a step tells of that lies ahead, or that is done although its own words only aim at it.
#include <algorithm>

#include "actors/phrase.h"
#include "agreements/steps.h"
#include "events/events.h"

namespace entente {

using Doer = InstrumentStep::Doer;

// "Once", "when", "as soon as", before the verb.
bool StepReader::marked_by(TokenId t, const char* set) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    if (c > t || !tree_.is_any(c, {"mark", "advmod"})) return false;
    const bool soon = c > 0 && tree_.folded(c) == "as" && knowledge_.in_set(set, tree_.folded(c - 1));
    return soon || knowledge_.in_set(set, tree_.folded(c));
  });
}

// "It takes effect thirty days after", "becomes binding in June": what begins in the present tense lies ahead; what has
// begun is told in the past.
bool StepReader::begins(TokenId t, const InstrumentStep& row) const {
  if (row.status != "in_force" || row.slots.front() != "subj") return false;
  const TokenId above = tree_.is(t, "xcomp") ? tree_.head(t) : -1;
  const TokenId verb = row.pos == Frame::Pos::kVerb ? t : above;
  if (verb < 0 || !knowledge_.in_set("agreement_beginning", tree_.lemma(verb)) || !in_present(verb)) return false;
  const auto& below = tree_.children(verb);
  return tree_.child(verb, "aux") < 0 && std::none_of(below.begin(), below.end(), [&](TokenId c) {
           const bool on = tree_.is(c, "compound:prt") && tree_.folded(c) == "on";  // "it goes on"
           return on || (tree_.is_any(c, {"advmod", "obl:unmarked"}) &&
                         knowledge_.in_set("agreement_lasting_still", tree_.folded(c)));
         });
}

// "As soon as the treaty comes into force", "it ends once they sign", "it takes effect on Friday": ahead.
bool StepReader::waits(TokenId t, const InstrumentStep& row) const {
  if (begins(t, row)) return true;
  if (!in_present(t)) return false;
  if (tree_.is(t, "advcl") && marked_by(t, "agreement_ahead")) return true;
  if (row.doer != Doer::kNone || row.pos != Frame::Pos::kVerb) return false;
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    if (tree_.is(c, "advcl")) return marked_by(c, "agreement_hinge");
    if (c > t && tree_.is(c, "advmod") && tree_.child(c, "advcl") >= 0)  // "as soon as"
      return knowledge_.in_set("agreement_hinge", tree_.folded(c));
    const bool when = c > t && tree_.is_any(c, {"obl", "obl:unmarked"}) && tree_.child(c, "advmod") < 0;
    const std::string by = when ? preposition(tree_, c) : "";
    return when && (by.empty() || by == "in" || by == "on" || by == "at") &&
           knowledge_.in_set("agreement_moment", tree_.lemma(c));
  });
}

// "Will take effect once both have ratified it".
bool StepReader::hinges(TokenId t) const {
  if (!tree_.is(t, "advcl") || !marked_by(t, "agreement_hinge")) return false;
  const auto& main = tree_.children(tree_.head(t));
  return std::any_of(main.begin(), main.end(), [&](TokenId c) {
    return tree_.is(c, "aux") && knowledge_.in_set("agreement_modal", tree_.folded(c));
  });
}

// "Are finalising the text", "is being concluded": not yet done.
bool StepReader::under_way(TokenId t, const InstrumentStep& row) const {
  if (row.status != "agreed" && row.status != "signed" && row.status != "ratified") return false;
  if (row.doer == Doer::kNone) return false;  // "is awaiting signature"
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    if (!tree_.is_any(c, {"aux", "aux:pass"})) return false;
    return tree_.folded(c) == "being" || (tree_.word(t).xpos == "VBG" && tree_.lemma(c) == "be");
  });
}

// "The two sign it on Friday"; but "put their names to it on Friday", which may be past.
bool StepReader::on_a_day(TokenId t, const InstrumentStep& row) const {
  if (knowledge_.in_set("agreement_same_in_past", tree_.folded(t)) || row.status != "signed" ||
      row.pos != Frame::Pos::kVerb || !in_present(t) || clauses_.passive(t))
    return false;
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    const bool when = c > t && tree_.is_any(c, {"obl", "obl:unmarked"});
    const std::string by = when ? preposition(tree_, c) : "";
    return when && (by.empty() || by == "on" || by == "in") && knowledge_.in_set("agreement_moment", tree_.lemma(c));
  });
}

// "The way is clear for its signing", "a day has been set for signing it".
bool StepReader::to_be_signed(TokenId t, const InstrumentStep& row) const {
  const TokenId above = tree_.head(t);
  if (row.status != "signed" || above < 0 || !knowledge_.in_set("agreement_way_to", tree_.lemma(above))) return false;
  const std::string by = preposition(tree_, t);
  if (row.pos == Frame::Pos::kVerb) return by == "for" && tree_.is_any(t, {"acl", "advcl", "obl", "nmod"});
  return by == "for" || (by == "of" && tree_.lemma(above) == "way");
}

// "Its ratification was blocked", "until its signing", "a truce starting on Friday": not yet.
bool StepReader::yet_to_come(TokenId t, const InstrumentStep& row) const {
  if (to_be_signed(t, row)) return true;
  if (row.pos == Frame::Pos::kVerb) {
    return row.status == "in_force" && row.doer == Doer::kNone && tree_.is(t, "acl") && tree_.word(t).xpos == "VBG" &&
           tree_.child(t, "obl") >= 0;
  }
  if (row.pos != Frame::Pos::kNoun || (row.status != "ratified" && row.status != "signed")) return false;
  const TokenId above = tree_.head(t);
  if (above < 0) return false;
  const std::string by = tree_.is_any(t, {"obl", "nmod"}) ? preposition(tree_, t) : "";
  if (knowledge_.in_set("agreement_before", by)) return true;
  return tree_.is_any(t, {"obj", "nsubj", "nsubj:pass"}) &&
         (knowledge_.in_set("agreement_hindering", tree_.lemma(above)) ||
          knowledge_.in_set("agreement_due", tree_.folded(above)));
}

// The bill that ratifies it, or -1: "a bill to ratify it", "a law approving it".
TokenId StepReader::bill_above(TokenId t) const {
  const TokenId above = tree_.head(t);
  const bool bill = above >= 0 && tree_.is(t, "acl") && !tree_.is(t, "acl:relcl") && tree_.has_upos(above, {"NOUN"}) &&
                    tree_.word(t).xpos != "VBN" && knowledge_.in_set("agreement_bill", tree_.lemma(above));
  return bill ? above : -1;
}

// "Voted to ratify it", "passed a bill to ratify it", "authorised the president to ratify it": they did.
bool StepReader::enacted(TokenId t) const {
  const TokenId bill = bill_above(t);
  const TokenId verb = tree_.head(bill >= 0 ? bill : t);
  if (verb < 0 || !clauses_.is_verb(verb)) return false;
  const bool clause = tree_.is_any(t, {"xcomp", "advcl"});
  const bool leave = clause && knowledge_.in_set("agreement_authorising", tree_.lemma(verb));
  const bool deed =
      bill >= 0 ? knowledge_.in_set("agreement_enacting", tree_.lemma(verb)) : clause && tree_.lemma(verb) == "vote";
  if (!deed && !(leave && approved_by_legislature(verb))) return false;
  FrameMatch match;
  match.trigger = verb;
  return read_status(tree_, knowledge_, clauses_, match) == "actual";
}

// "Decided to end it", "voted to leave it": who can do so by himself has.
bool StepReader::resolved_to(TokenId t, const InstrumentStep& row) const {
  const TokenId above = tree_.head(t);
  if (row.status != "ended" || row.doer != Doer::kParty || above < 0) return false;
  // "Gave notice to quit it".
  if (tree_.is(t, "acl") && tree_.lemma(above) == "notice" && tree_.is(above, "obj")) return is_done(tree_.head(above));
  const bool resolves = tree_.is(t, "xcomp") && knowledge_.in_set("agreement_resolving", tree_.lemma(above));
  const TokenId first = tree_.child(t, "mark");  // "decided not to end it"
  return resolves && is_done(above) && first >= 0 && !tree_.has_upos(first - 1, {"PART", "ADV"});
}

// "Flew to Rome to sign it": did.
bool StepReader::went_to(TokenId t, const InstrumentStep& row) const {
  const TokenId above = tree_.head(t);
  if (row.status != "signed" || above < 0 || !tree_.is_any(t, {"advcl", "xcomp"})) return false;
  const TokenId mark = tree_.child(t, "mark");
  return mark >= 0 && tree_.folded(mark) == "to" && tree_.word(above).xpos == "VBD" &&
         knowledge_.in_set("agreement_going", tree_.lemma(above)) && is_done(above);
}

// "Has done nothing to carry it out", "no step has been taken to apply it".
bool StepReader::done_nothing_to(TokenId t) const {
  const TokenId mark = tree_.child(t, "mark");
  if (mark < 0 || tree_.folded(mark) != "to" || !tree_.is_any(t, {"acl", "advcl", "xcomp"})) return false;
  const auto is_nothing = [&](TokenId w) {
    return w >= 0 && (is_none(w) || knowledge_.in_set("agreement_nobody", tree_.folded(w)) ||
                      knowledge_.in_set("agreement_little", tree_.folded(w)));
  };
  const TokenId above = tree_.head(t);
  const TokenId verb = above >= 0 && clauses_.is_verb(above) ? above : tree_.head(above);
  if (verb < 0 || !knowledge_.in_set("agreement_taking_steps", tree_.lemma(verb))) return false;
  return is_nothing(above) || is_nothing(tree_.child(verb, "obj")) || is_nothing(tree_.child(verb, "nsubj:pass"));
}

}  // namespace entente

// Whether what a step tells has happened, lies ahead or is denied.
#include <algorithm>

#include "actors/phrase.h"
#include "agreements/steps.h"
#include "events/events.h"

namespace entente {

using Doer = InstrumentStep::Doer;

// The present tense, without help: "comes", "is".
bool StepReader::in_present(TokenId t) const {
  const auto& below = tree_.children(t);
  const auto tense = [&](std::string_view form) { return form == "VBZ" || form == "VBP"; };
  bool present = tense(tree_.word(t).xpos);
  for (const TokenId c : below) {
    if (!tree_.is_any(c, {"aux", "aux:pass", "cop"})) continue;
    if (tree_.lemma(c) == "have" || !tense(tree_.word(c).xpos)) return false;
    present = true;
  }
  return present;
}

// "No lorry", "not a line", "not one watt".
bool StepReader::is_none(TokenId t) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    if (tree_.is(c, "det") && knowledge_.in_set("agreement_no", tree_.folded(c))) return true;
    // "not one clause", "no further clause"
    const TokenId counted = tree_.is_any(c, {"nummod", "amod"}) ? tree_.child(c, "advmod") : c;
    return c < t && counted >= 0 && tree_.is(counted, "advmod") &&
           (tree_.folded(counted) == "not" || (counted != c && tree_.folded(counted) == "no"));
  });
}

// "Has carried out no clause of it", "has made no headway", "has hardly moved".
bool StepReader::hardly(TokenId t, const InstrumentStep& row) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    if (tree_.is_any(c, {"obj", "nsubj:pass"}))
      return is_none(c) && (!row.where.empty() || knowledge_.in_set("agreement_part", tree_.lemma(c)));
    return c < t && tree_.is(c, "advmod") && knowledge_.in_set("agreement_hardly", tree_.folded(c));
  });
}

// "Forty boats still sail by it", "the crews have been bound by it since": what is done under it goes on.
bool StepReader::applied(TokenId t, const InstrumentStep& row) const {
  if (as_it_foresees(t, row) || still_rules(t, row) || is_carried_out(t, row) || goes_on_after(t, row)) return true;
  // "Both are bound by a treaty", but "is obliged by the lease to pay": what it lays down.
  if (row.doer == Doer::kBound) return clauses_.passive(t) && in_present(t) && tree_.child(t, "xcomp") < 0;
  if (row.slots.front() != "under" || !clauses_.is_verb(t)) return false;
  const auto& below = tree_.children(t);
  const bool modal = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is(c, "aux") && (tree_.word(c).xpos == "MD" || tree_.word(c).xpos == "VBD");
  });
  const bool perfect = std::any_of(below.begin(), below.end(),
                                   [&](TokenId c) { return tree_.is(c, "aux") && tree_.lemma(c) == "have"; });
  if (modal) return false;
  if (tree_.word(t).xpos == "VBD" && !perfect) return done_under(t);
  return goes_on(t) || to_this_day(t) || rests_on(t);
}

// "Still", "since 2009", "for ten years".
bool StepReader::goes_on(TokenId t) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    const bool lasting =
        tree_.is_any(c, {"advmod", "obl"}) && knowledge_.in_set("agreement_lasting_still", tree_.folded(c));
    return lasting || (tree_.is(c, "obl") && (preposition(tree_, c) == "since" || preposition(tree_, c) == "for"));
  });
}

// "Keeps flowing forty years after they signed it".
bool StepReader::goes_on_after(TokenId t, const InstrumentStep& row) const {
  const bool settled = row.status == "signed" || row.status == "agreed";
  if (!settled || !tree_.is(t, "advcl")) return false;
  const auto& below = tree_.children(t);
  const bool after = preposition(tree_, t) == "after" || std::any_of(below.begin(), below.end(), [&](TokenId c) {
                       return c < t && preposition(tree_, c) == "after";  // hung from the subject
                     });
  if (!after) return false;
  TokenId verb = tree_.head(t);
  while (verb >= 0 && !clauses_.is_verb(verb)) verb = tree_.head(verb);
  if (verb < 0 || !is_done(verb)) return false;
  return in_present(verb) && (goes_on(verb) || knowledge_.in_set("agreement_keeping_on", tree_.lemma(verb)));
}

// "It still obliges the two", "governs their harbours to this day", "has kept the river open since 2009".
bool StepReader::still_rules(TokenId t, const InstrumentStep& row) const {
  if (!row.status.empty() || row.slots.front() != "subj" || row.pos != Frame::Pos::kVerb || clauses_.passive(t))
    return false;
  const auto& below = tree_.children(t);
  const TokenId aux = tree_.child(t, "aux");
  const bool perfect = aux >= 0 && tree_.word(aux).xpos == "VBZ" && tree_.lemma(aux) == "have";
  if (to_this_day(t) || (perfect && goes_on(t))) return true;
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is(c, "advmod") && knowledge_.in_set("agreement_unchanged", tree_.folded(c));
  });
}

// "To this day", "until now".
bool StepReader::to_this_day(TokenId t) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    const std::string by = tree_.is_any(c, {"obl", "advmod"}) ? preposition(tree_, c) : "";
    const TokenId which = tree_.child(c, "det");
    const bool now = which >= 0 && tree_.folded(which) == "this";
    return now && (by == "to" || by == "until" || by == "till");
  });
}

// "The crews live there by virtue of a treaty of 1951", "the firm pumps under a contract that both signed": what is
// told first is what is done now, and the instrument only as its ground.
bool StepReader::rests_on(TokenId t) const {
  if (!in_present(t) || tree_.is_any(t, {"acl", "acl:relcl"})) return false;
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    if (!tree_.is(c, "obl") || instruments_.row(c) == nullptr) return false;
    const std::string by = preposition(tree_, c);
    if (by != "under" && by != "by" && by != "by_virtue_of" && by != "thanks_to") return false;
    const auto named = instruments_.read(c);
    // "Under a treaty of 1951 X pumps": with its year it is no new one.
    return named.has_value() && ((named->indefinite && c > t) || tells_year(c));
  });
}

// "Set out under the accord that the two signed in May": what is done under it came later.
bool StepReader::done_under(TokenId t) const {
  if (knowledge_.in_set("agreement_undertake", tree_.lemma(t)) || tree_.is_any(t, {"acl", "acl:relcl"})) return false;
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    const bool under = c > t && tree_.is(c, "obl") && preposition(tree_, c) == "under" && tells_signing(c);
    const auto named = under ? instruments_.read(c) : std::optional<NamedInstrument>();
    return named.has_value() && !named->indefinite;
  });
}

// "That the two signed in May".
bool StepReader::tells_signing(TokenId noun) const {
  const auto& below = tree_.children(noun);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is_any(c, {"acl", "acl:relcl"}) && knowledge_.in_set("agreement_signing", tree_.lemma(c)) &&
           is_done(c);
  });
}

// "A treaty of 1951", "concluded in 1951".
bool StepReader::tells_year(TokenId noun) const {
  const auto words = tree_.subtree(noun);
  return std::any_of(words.begin(), words.end(), [&](TokenId w) {
    const std::string& form = tree_.folded(w);
    return form.size() == 4 && tree_.has_upos(w, {"NUM"}) && (form.front() == '1' || form.front() == '2');
  });
}

// "The treaty holds for thirty years": what it lays down.
bool StepReader::tells_term(TokenId t, const InstrumentStep& row) const {
  if (row.doer != Doer::kNone || row.status != "in_force" || row.pos != Frame::Pos::kVerb || !in_present(t))
    return false;
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    if (c < t || !tree_.is(c, "obl") || preposition(tree_, c) != "for") return false;
    const WordValue* word = knowledge_.word(tree_.lemma(c));
    return word != nullptr && word->kind == "unit";
  });
}

// "Loads boxes there, as its contract with X foresees".
bool StepReader::as_it_foresees(TokenId t, const InstrumentStep& row) const {
  const TokenId mark = tree_.child(t, "mark");
  const bool as = mark >= 0 && tree_.folded(mark) == "as" && tree_.is(t, "advcl") && tree_.head(t) < t;
  if (!as || row.pos != Frame::Pos::kVerb || !row.status.empty()) return false;
  const bool tells = row.slots.front() == "subj" && row.doer == Doer::kNone;
  if (tells && knowledge_.in_set("agreement_foreseeing", tree_.lemma(t))) return true;
  return tree_.word(t).xpos == "VBN" && is_done(tree_.head(t));  // "as laid down in it"
}

// "A truce agreed on Monday", "was settled last night": by whom, the words around it tell.
bool StepReader::settled_by_nobody(TokenId t, const InstrumentStep& row, const FoundStep& step) const {
  return row.pos == Frame::Pos::kVerb && row.status == "agreed" && row.slots.front() == "obj" && happened(step) &&
         step.doers.empty() && instruments_.row(step.about) != nullptr && tree_.word(t).xpos == "VBN" &&
         (clauses_.passive(t) || (tree_.is(t, "acl") && t > step.about));
}

// "Its troops never left, making a mockery of it": the denial is of what they did not do.
bool StepReader::breaks_by_it(TokenId t) const {
  const auto& below = tree_.children(t);
  return tree_.is(t, "advcl") && tree_.word(t).xpos == "VBG" && tree_.head(t) < t &&
         std::none_of(below.begin(), below.end(), [&](TokenId c) {
           return knowledge_.in_set("grammar_negation", tree_.lemma(c)) || tree_.folded(c) == "without";
         });
}

// "They needed an hour to sign it", "it took X and Y two days to agree on it": they did.
bool StepReader::took_time(TokenId t) const {
  TokenId above = tree_.head(t);
  if (above >= 0 && tree_.has_upos(above, {"NOUN", "PROPN"})) above = tree_.head(above);  // "two hours to sign it"
  if (above < 0 || !clauses_.is_verb(above) || !knowledge_.in_set("agreement_taking_time", tree_.lemma(above)))
    return false;
  if (tree_.word(above).xpos != "VBD" && tree_.word(above).xpos != "VBN") return false;
  const auto& beside = tree_.children(above);
  return std::any_of(beside.begin(), beside.end(), [&](TokenId c) {
    return tree_.is_any(c, {"obj", "iobj", "obl", "obl:unmarked"}) &&
           knowledge_.in_set("agreement_time_taken", tree_.lemma(c));
  });
}

// "Nothing is left of it", "is no more": the row itself asks for the word that denies.
bool StepReader::denies_itself(const InstrumentStep& row) {
  return std::any_of(row.where.begin(), row.where.end(), [](const auto& condition) {
    return condition.second.contains("nothing") || condition.second.contains("no");
  });
}

// "Refuses to take it up", "a court forbade them to apply it": what the row tells is the refusal.
bool StepReader::kept_from(const InstrumentStep& row) {
  return row.status == "stalled" && std::any_of(row.where.begin(), row.where.end(), [](const auto& condition) {
           return condition.first.front() == "above";
         });
}

// "Is no longer in force".
bool StepReader::no_longer(TokenId t) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is(c, "advmod") && tree_.folded(c) == "longer" && c > 0 && tree_.folded(c - 1) == "no";
  });
}

// "Became the seventh state to sign it", "was the last to ratify": did.
bool StepReader::first_to(TokenId t) const {
  const TokenId noun = tree_.is(t, "acl") && !tree_.is(t, "acl:relcl") ? tree_.head(t) : -1;
  if (noun < 0 || tree_.child(t, "mark") < 0) return false;
  const auto& below = tree_.children(noun);
  const bool counted = tree_.has_feat(noun, "NumType=Ord") ||
                       knowledge_.in_set("agreement_ordinal", tree_.folded(noun)) ||
                       std::any_of(below.begin(), below.end(), [&](TokenId c) {
                         return tree_.is(c, "amod") && (tree_.has_feat(c, "NumType=Ord") || tree_.folded(c) == "only" ||
                                                        knowledge_.in_set("agreement_ordinal", tree_.folded(c)));
                       });
  const TokenId verb = tree_.child(noun, "cop") >= 0 ? tree_.child(noun, "cop") : tree_.head(noun);
  return counted && verb >= 0 && (tree_.word(verb).xpos == "VBD" || tree_.word(verb).xpos == "VBN");
}

// "Undertake to keep to it": what one is bound to do has not happened.
std::string StepReader::status(TokenId t, const InstrumentStep& row) const {
  if (denies_itself(row)) return "actual";
  if (kept_from(row)) t = tree_.head(t);
  if ((row.status == "ratified" && enacted(t)) || first_to(t) || resolved_to(t, row)) return "actual";
  if (row.status == "ratified" && bill_above(t) >= 0) return "future";
  if (went_to(t, row)) return "actual";
  // "Has not paid, a breach of its contract".
  if (row.status == "violated" && row.pos == Frame::Pos::kNoun && tree_.is(t, "appos") && !is_none(t)) return "actual";
  // "Called it a breach".
  const TokenId judge =
      row.status == "violated" && row.pos == Frame::Pos::kNoun && tree_.is(t, "xcomp") ? tree_.head(t) : -1;
  if (judge >= 0 && knowledge_.in_set("agreement_naming", tree_.lemma(judge)) && is_done(judge)) return "actual";
  if (no_longer(t)) return "negated";
  if (yet_to_come(t, row)) return "future";
  FrameMatch match;
  match.trigger = t;
  // "Under the plan, brokered by X, the armies shall": told as done, whatever the clause around it says.
  const bool aside = tree_.is(t, "advcl") && tree_.child(t, "aux") < 0 && tree_.child(t, "aux:pass") < 0;
  const bool participle = (aside || tree_.is_any(t, {"acl", "amod"})) && !tree_.is(t, "acl:relcl") &&
                          tree_.word(t).xpos == "VBN" && tree_.child(t, "mark") < 0 &&  // no "accord to be signed"
                          (!aside || !marked_by(t, "agreement_ahead"));
  if (participle) return "actual";
  std::string found = read_status(tree_, knowledge_, clauses_, match);
  if (found != "negated" && took_time(t)) return "actual";
  if (found == "actual" && (under_way(t, row) || waits(t, row) || hinges(t) || on_a_day(t, row))) return "future";
  if (done_nothing_to(t)) return "negated";
  if (found == "negated" && row.status == "violated" && breaks_by_it(t)) return "actual";
  // "It can be terminated by either", "provided that they come to terms".
  const auto& below = tree_.children(t);
  const bool possible = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is(c, "aux") && knowledge_.in_set("agreement_possible", tree_.folded(c));
  });
  const TokenId above = tree_.head(t);
  const bool condition = above >= 0 && tree_.is(t, "ccomp") && tree_.is(above, "advcl") &&
                         knowledge_.in_set("agreement_condition", tree_.lemma(above));
  if (found == "actual" && (possible || condition)) return "hypothetical";
  TokenId mark = tree_.child(t, "mark");
  // "The pact to which X put his name", with "to" taken for a part of the verb.
  if (mark >= 0 && mark + 1 < t && tree_.folded(mark) == "to" && tree_.has_upos(mark + 1, {"PRON", "DET"})) mark = -1;
  // "Is due to ratify", whatever the parser makes of "due".
  const bool due = t > 1 && tree_.folded(t - 1) == "to" && tree_.sentence(t - 2) == tree_.sentence(t) &&
                   knowledge_.in_set("agreement_due", tree_.folded(t - 2));
  if (due && found == "actual") return "future";
  // "Neither has signed it".
  TokenId subject = tree_.child(t, "nsubj");
  if (subject < 0) subject = tree_.child(t, "nsubj:pass");
  const bool nobody =
      subject >= 0 && (knowledge_.in_set("agreement_nobody", tree_.folded(subject)) || is_none(subject));
  if (nobody && found == "actual") return "negated";
  if (hardly(t, row) && (found == "actual" || found == "future")) return "negated";
  const bool planned = tree_.child(t, "cop") >= 0 || tree_.child(t, "aux") >= 0;  // "are to sign"
  if (mark >= 0 && tree_.folded(mark) == "to" && planned && found == "actual") return "future";
  const bool infinitive = mark >= 0 && tree_.folded(mark) == "to" && tree_.head(t) >= 0;
  if (infinitive && found == "actual" && !knowledge_.in_set("agreement_aspect", tree_.lemma(tree_.head(t))))
    found = "future";
  return found;
}

}  // namespace entente

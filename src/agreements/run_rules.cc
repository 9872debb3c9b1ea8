#include "agreements/run_rules.h"

#include <set>
#include <string>

#include "agreements/duty_lists.h"

namespace entente {

using Standing = ObligationWord::Standing;

RunRules::Signs RunRules::signs_of(const TreatyClause& clause, const Obligation& obligation, const Agreement& agreement,
                                   const Run& run) const {
  Signs signs;
  signs.undone = past(tree_, knowledge_, reader_, clause) && !told_as_done(tree_, knowledge_, clause);
  signs.strong = obligation.standing == Standing::kStrong;
  signs.sure = obligation.standing != Standing::kWeak;
  signs.parties = source_.by_party(clause, agreement);
  // "Turkey is to be invited": to whom something is done owes nothing.
  const bool undergoes = obligation.modal && tree_.child(clause.predicate, "aux:pass") >= 0;
  signs.third = !undergoes && source_.by_third(clause, agreement);
  signs.plain = source_.lays_down(clause, source_.by_side(clause, agreement));
  // A new paragraph goes on with an agreement that was only named before it; with its clauses by sure words alone.
  signs.here = run.paragraphs == 0 || (!run.told && run.paragraphs <= 1);
  const bool next = run.paragraphs <= 1 && run.topic.distance <= kGap && obligation.modal && signs.sure;
  // In a list, one clause that is told otherwise ends only what the words alone do not show.
  const bool shown = signs.sure || obligation.state || obligation.level == "possibility" || obligation.level.empty();
  const bool goes_on = !run.topic.broken || (run.topic.distance == 0 && shown);
  signs.near = (signs.here || next) && goes_on;
  signs.running = signs.near && (run.topic.accepted || (run.told && run.topic.distance <= kGap));
  return signs;
}

const char* RunRules::accept(const TreatyClause& clause, Obligation& obligation, const Agreement& agreement,
                             const Run& run) const {
  const Signs signs = signs_of(clause, obligation, agreement, run);
  if (run.listed && !obligation.level.empty() && !signs.undone) return "list";
  // "A Swiss judge shall": an office; "he will" is somebody's plan.
  const bool was_to = obligation.word == "be_to" && run.topic.distance == 0 && source_.by_office(clause);
  // "The president is to visit the capital in March", in a new paragraph, is news again.
  const bool told_on = signs.running && signs.sure && run.paragraphs == 0;
  const bool duty = obligation.modal && (signs.strong || told_on || was_to);
  if (source_.by_person(clause) && !duty) return nullptr;
  // "Athens hopes that Italy will join": one of them, for itself.
  const bool wish = !obligation.modal && knowledge_.provisions.is("wishing", obligation.word);
  const bool joined = run.topic.accepted && signs.parties && clause.content != clause.predicate;
  if (wish && !source_.by_each(clause) && !joined) return nullptr;  // but "..., and Italy hopes to build a road"
  // "Serbia does not recognise Kosovo": how things are.
  if (!obligation.modal && !obligation.state && told_as_fact(tree_, clause)) return nullptr;
  // "..., in return, opens its ports": what answers another clause, or the signing.
  const bool returned = signs.here && run.topic.distance <= 1 && !signs.third &&
                        (source_.in_return(clause, "in_return") || source_.in_return(clause, "for_its_part"));
  if (!obligation.modal && !obligation.state && !signs.sure && source_.goes_on_by_it(clause, run.topic)) return nullptr;
  if (obligation.level.empty()) return accept_present(clause, obligation, agreement, signs, run, returned);
  if (returned && (signs.sure || (!signs.undone && (obligation.modal || obligation.state)))) return "return";
  if (past(tree_, knowledge_, reader_, clause) && !told_as_past(clause, obligation, signs, run)) return nullptr;
  if (signs.running) return accept_running(clause, obligation, signs);
  if (signs.near && run.topic.distance == 0) {  // right after the agreement was named
    if (signs.third) return signs.strong || was_to ? "named" : nullptr;
    const bool plain_modal = obligation.modal && signs.plain;
    const bool shown = signs.sure || signs.parties || obligation.state || plain_modal;
    return shown || agreement.status == "proposed" ? "named" : nullptr;
  }
  if (signs.third) return nullptr;
  if (signs.near && run.topic.distance <= kWarm && signs.sure) return "near";
  return signs.strong && (obligation.modal || signs.parties) ? "strong" : nullptr;
}

const char* RunRules::accept_present(const TreatyClause& clause, Obligation& obligation, const Agreement& agreement,
                                     const Signs& signs, const Run& run, bool returned) const {
  // The next paragraph may begin with them: "Within sixty days the army leaves the south".
  static const std::set<std::string> kNew = {"proposed", "agreed", "signed", "ratified"};
  // "The villages pass to one", but "the fishermen have their own law".
  const bool leads =
      run.leads && signs.here && kNew.contains(agreement.status) && tree_.lemma(clause.predicate) != "have";
  const bool own = run.paragraphs == 0 || (signs.here && source_.by_side(clause, agreement)) ||
                   (run.paragraphs == 1 && (source_.timed(clause) || leads));
  // Of one that is applied or has failed, what goes on: "Jets take off from the base every night".
  const bool habit = !kNew.contains(agreement.status) && source_.habitual(clause);
  const bool named = own && run.topic.distance == 0 && !habit;
  const bool answers = returned && source_.in_return(clause, "in_return");
  if (answers && clause.subject >= 0 && tree_.has_upos(clause.subject, {"PRON"})) {  // "in return it gets pasture"
    return present(clause, obligation);
  }
  // "Norway trains its officers", among clauses: a third that one of them makes the doer.
  const bool among = run.told && run.topic.distance == 0 && run.paragraphs == 0 && !run.topic.broken;
  return ((signs.running || named) && (!signs.third || among)) || answers ? bare(clause, obligation, signs) : nullptr;
}

bool RunRules::told_as_past(const TreatyClause& clause, const Obligation& obligation, const Signs& signs,
                            const Run& run) const {
  if (run.topic.accepted) return true;
  // "Both agreed to lift the siege", among clauses or right after the agreement was named.
  const bool first = signs.here && run.topic.distance == 0;
  const bool told = signs.parties && told_as_done(tree_, knowledge_, clause);
  // "Hanoi promised to build the road", but "Hanoi promised its guest a loan": of one of them, news as well.
  const bool what = source_.by_each(clause) || clause.content != clause.predicate;
  // "In August 2013 they promised to keep it open": earlier.
  const bool dated = clause.opening >= 0 && knowledge_.provisions.is("time_noun", tree_.folded(clause.opening));
  if (told && (signs.running || (first && what && !dated))) return true;
  // "The two presidents reaffirmed their respect for the border", right after the agreement was named.
  const bool avowed =
      !obligation.modal && obligation.level == "principle" && knowledge_.provisions.is("act", obligation.word);
  if (first && avowed && source_.by_both(clause) && tree_.child(clause.predicate, "obj") > clause.predicate)
    return true;
  // "Inspectors were entitled to return": what a text that is no more laid down.
  return obligation.state && signs.here && run.topic.distance == 0 && !signs.third &&
         clause.content != clause.predicate && knowledge_.provisions.is("duty_state", obligation.word);
}

const char* RunRules::accept_running(const TreatyClause& clause, const Obligation& obligation,
                                     const Signs& signs) const {
  const bool plain_modal = obligation.modal && signs.plain;
  const bool passive = tree_.child(clause.predicate, "aux:pass") >= 0;
  // "The Red Cross would carry them": a third that a clause makes the doer of a duty; "the bank may be asked for a
  // loan".
  const bool made = plain_modal && (obligation.level == "binding" || (obligation.level == "possibility" && passive));
  if (!signs.sure && signs.third && !made && !obligation.state) return nullptr;
  // "Donors promise money", in the present of a text of law.
  const bool present =
      (obligation.level != "principle" || passive) && signs.plain && !past(tree_, knowledge_, reader_, clause);
  return signs.sure || obligation.modal || obligation.state || signs.parties || present ? "run" : nullptr;
}

// "Customs revenue goes to the central bank", among clauses or where the agreement was just named: the present tense of
// a text of law.
const char* RunRules::bare(const TreatyClause& clause, Obligation& obligation, const Signs& signs) const {
  return clause.subject >= 0 && signs.plain ? present(clause, obligation) : nullptr;
}

const char* RunRules::present(const TreatyClause& clause, Obligation& obligation) const {
  if (past(tree_, knowledge_, reader_, clause)) return nullptr;
  const std::string& xpos = tree_.word(clause.predicate).xpos;
  const TokenId passive = tree_.child(clause.predicate, "aux:pass");
  const std::string& helper = passive >= 0 ? tree_.word(passive).xpos : xpos;
  const bool spelt_alike = helper == "VBD" && tree_.lemma(clause.predicate) != "have";
  if (helper != "VBZ" && helper != "VBP" && !spelt_alike) return nullptr;
  obligation.level = "binding";
  obligation.word = tree_.lemma(clause.predicate);
  return "bare";
}

}  // namespace entente

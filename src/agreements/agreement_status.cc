#include "agreements/agreement_status.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "actors/phrase.h"
#include "agreements/instrument_parties.h"

namespace entente {
namespace {

using Doer = InstrumentStep::Doer;

// In the order in which an instrument passes through them.
constexpr std::array<std::string_view, 8> kStatuses = {"proposed", "agreed",  "signed",   "ratified",
                                                       "in_force", "stalled", "violated", "ended"};

std::size_t rank(const std::string& status) {
  return static_cast<std::size_t>(std::find(kStatuses.begin(), kStatuses.end(), status) - kStatuses.begin());
}

constexpr std::int32_t kMostUp = 3;  // from "signed" to "ten years after they signed it nothing moves"

}  // namespace

// "The opposition denounced the pact": what only its parties can do to it, done by another.
bool StatusReader::of_a_stranger(const FoundStep& step, const std::vector<ActorMention>& parties) const {
  if (step.row->doer != Doer::kParty || step.doers.empty()) return false;
  // "Cyprus has blocked the accord between the union and Turkey": a third can.
  if (step.row->status == "stalled" && knowledge_.in_set("agreement_hindering", tree_.lemma(step.trigger)))
    return false;
  const std::set<std::string> codes = codes_of(parties);
  return std::none_of(step.doers.begin(), step.doers.end(), [&](const ActorMention& doer) {
    const bool somebody = doer.kind == ActorMention::Kind::kPerson && doer.actor.via == "description";
    const bool party = std::any_of(parties.begin(), parties.end(),
                                   [&](const ActorMention& own) { return own.actor.name == doer.actor.name; });
    if (party) return true;                           // "the company has suspended its contract"
    const bool unsure = doer.guessed || doer.unsaid;  // "the rebels broke it": of the place told, for want of a word
    return somebody || unsure || !doer.actor.code.has_value() ||
           (codes.contains(*doer.actor.code) &&
            (step.row->status == "ratified" || doer.actor.sector == "CVL" || !is_private(doer)));
  });
}

// Denied, and no matter of the future: "have not been installed", "no brigade was formed", "still does not exist".
bool StatusReader::left_undone(TokenId verb) const {
  const bool deed = tree_.has_upos(verb, {"VERB"}) && knowledge_.in_set("agreement_performing", tree_.lemma(verb));
  const auto& below = tree_.children(verb);
  const bool ahead =
      std::any_of(below.begin(), below.end(), [&](TokenId c) { return tree_.is(c, "aux") && is_modal(c); });
  // "Has not yet been opened": it may still be.
  const bool yet = std::any_of(below.begin(), below.end(),
                               [&](TokenId c) { return tree_.is(c, "advmod") && tree_.folded(c) == "yet"; });
  if (!deed || ahead || yet) return false;
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    if (tree_.is(c, "advmod")) return knowledge_.in_set("grammar_negation", tree_.lemma(c));
    if (!tree_.is_any(c, {"nsubj", "nsubj:pass"})) return false;
    const TokenId det = tree_.child(c, "det");
    return knowledge_.in_set("agreement_nobody", tree_.folded(c)) ||
           (det >= 0 && (tree_.folded(det) == "no" || tree_.folded(det) == "neither")) ||
           (tree_.subtree(c).front() > 0 && tree_.folded(tree_.subtree(c).front()) == "not");
  });
}

// "Ten years after they signed it the road is not built", "they signed it but no soldier has left", "the reform that
// it promises has not begun".
bool StatusReader::left_on_paper(const FoundStep& step) const {
  const TokenId t = step.trigger;
  const TokenId above = tree_.head(t);
  const bool settled = settles(step) && happened(step);
  if (settled && above >= 0 && tree_.is(t, "advcl")) {
    const TokenId main = clauses_verb(above);
    if (main >= 0 && left_undone(main)) return true;
  }
  if (settled) {
    const auto& below = tree_.children(t);
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      const TokenId but = tree_.child(c, "cc");
      return tree_.is(c, "conj") && but >= 0 && knowledge_.in_set("agreement_but", tree_.folded(but)) && left_undone(c);
    });
  }
  // "Promised in the accord": of what is not done.
  const TokenId clause = tree_.is(t, "xcomp") && above >= 0 ? above : t;  // "that they agreed to set up in it"
  const TokenId noun = tree_.head(clause);
  const std::string& slot = step.row->slots.front();
  const bool told_in = step.row->status.empty() && (slot == "in" || slot == "by" || slot == "subj") &&
                       tree_.is_any(clause, {"acl", "acl:relcl"}) && noun >= 0 && noun != step.about;
  const TokenId verb = told_in && tree_.is_any(noun, {"nsubj", "nsubj:pass"}) ? tree_.head(noun) : -1;
  return verb >= 0 && left_undone(verb);
}

// The verb that t is or hangs from as a time: "ten years after"; -1 for none.
TokenId StatusReader::clauses_verb(TokenId t) const {
  for (std::int32_t step = 0; step < kMostUp && t >= 0; ++step, t = tree_.head(t)) {
    if (tree_.has_upos(t, {"VERB"})) return t;
  }
  return -1;
}

// "Will be signed on Friday", "is to sign", "due to be signed", where nothing tells that they still negotiate: settled.
bool StatusReader::scheduled(const FoundStep& step, const InstrumentGroup& group) const {
  if (step.status != "future" || step.row->status != "signed") return false;
  const TokenId above = tree_.head(step.trigger);
  // "The way is clear for its signing", "set a day for signing it".
  const bool way = above >= 0 && knowledge_.in_set("agreement_way_to", tree_.lemma(above));
  if (step.row->pos != Frame::Pos::kVerb)
    return way || (above >= 0 && knowledge_.in_set("agreement_due", tree_.folded(above)));
  // "Meet on Friday to sign it".
  const bool going = above >= 0 && tree_.is_any(step.trigger, {"advcl", "xcomp"}) &&
                     knowledge_.in_set("agreement_going", tree_.lemma(above));
  const bool relative = tree_.is(step.trigger, "acl:relcl");  // "a treaty on gas that they will sign"
  const bool wish = !way && !going && !relative && above >= 0 &&
                    tree_.is_any(step.trigger, {"xcomp", "acl", "ccomp", "advcl"}) && above != step.about &&
                    !knowledge_.in_set("agreement_due", tree_.lemma(above)) &&
                    !knowledge_.in_set("agreement_due", tree_.folded(above)) && !tells(step.trigger);
  return !wish && std::none_of(group.steps.begin(), group.steps.end(), [](const FoundStep& other) {
    return happened(other) && other.row->status == "proposed";
  });
}

// "Said that they would sign".
bool StatusReader::tells(TokenId clause) const {
  return tree_.is(clause, "ccomp") && tree_.child(clause, "nsubj") >= 0;
}

// "Finished negotiating it".
bool StatusReader::finished(const FoundStep& step) const {
  const TokenId above = tree_.head(step.trigger);
  // "Finished work on it".
  const bool work =
      above >= 0 && tree_.is(step.trigger, "obj") && step.row->pos == Frame::Pos::kNoun && tree_.lemma(above) != "end";
  return above >= 0 && (work || tree_.is(step.trigger, "xcomp")) &&
         knowledge_.in_set("agreement_finishing", tree_.lemma(above));
}

// "Were to have signed it on Monday", "should have entered into force in 2015", where nothing tells that they did.
bool StatusReader::was_to_have(const FoundStep& step, const InstrumentGroup& group) const {
  if (step.row->pos != Frame::Pos::kVerb || rank(step.row->status) > rank("in_force") || step.row->status.empty())
    return false;
  const auto& below = tree_.children(step.trigger);
  bool have = false;
  bool owed = false;
  for (const TokenId c : below) {
    if (!tree_.is_any(c, {"aux", "cop"})) continue;
    have = have || tree_.folded(c) == "have";
    owed = owed || knowledge_.in_set("agreement_owed", tree_.folded(c));
  }
  // "Were due to have signed it", "was meant to have been signed".
  const TokenId above = tree_.head(step.trigger);
  const bool due = above >= 0 && tree_.is(step.trigger, "xcomp") &&
                   (knowledge_.in_set("agreement_due", tree_.folded(above)) ||
                    knowledge_.in_set("agreement_meant", tree_.folded(above)));
  if (!have || !(owed || due)) return false;
  return std::none_of(group.steps.begin(), group.steps.end(), [&](const FoundStep& other) {
    return other.trigger != step.trigger && happened(other) && rank(other.row->status) >= rank(step.row->status) &&
           rank(other.row->status) <= rank("in_force");
  });
}

// "Will take effect on Tuesday", "comes into force in June", where nothing tells that they still negotiate: settled.
bool StatusReader::begins_later(const FoundStep& step, const InstrumentGroup& group) const {
  const bool begins = step.row->status == "in_force" && step.row->doer == Doer::kNone && step.status == "future" &&
                      step.row->pos == Frame::Pos::kVerb &&
                      knowledge_.in_set("agreement_beginning", tree_.lemma(step.trigger));
  return begins && std::none_of(group.steps.begin(), group.steps.end(), [](const FoundStep& other) {
           return other.row->status == "proposed" && other.status != "negated";
         });
}

// "Will not send it to parliament before the court has spoken".
bool StatusReader::kept_from_parliament(const FoundStep& step) const {
  if (step.status != "negated" || step.row->status != "proposed") return false;
  const auto& below = tree_.children(step.trigger);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    const std::string by = tree_.is(c, "obl") ? preposition(tree_, c) : "";
    return (by == "to" || by == "before") && knowledge_.in_set("agreement_ratifiers", tree_.lemma(c));
  });
}

// What a step makes of the instrument; "" where it tells nothing.
std::string StatusReader::told_by(const FoundStep& step, const InstrumentGroup& group) const {
  const std::string status = step.applies ? "in_force" : step.row->status;
  if (step.breaks) return "violated";
  if (step.stalls) return happened(step) ? "stalled" : "";
  if (idle(step)) return "stalled";
  if (lapsed(step, group)) return "ended";
  const bool stirs =
      happened(step) && status != "violated" && knowledge_.in_set("agreement_stirring", tree_.lemma(step.trigger));
  if (status.empty() || stirs) return "";
  if (unkept(step) || at_odds(step)) return "violated";
  if (never(step) || failed(step) || refused(step, group) || kept_from_parliament(step)) return "stalled";
  if (was_to_have(step, group)) return "stalled";
  if (gave_way(step)) return knowledge_.in_set("agreement_outliving", tree_.lemma(step.trigger)) ? "violated" : "ended";
  if (broken_after(step, group)) return "violated";
  if (held_until(step)) return "ended";
  if (happened(step)) return status == "proposed" && finished(step) ? "agreed" : status;
  if (begins_later(step, group)) return "agreed";
  if (rank(status) > rank("signed")) return "";
  return scheduled(step, group) ? "agreed" : "proposed";
}

// "Was in force until 2010", "was applied from 1998 to 2010".
bool StatusReader::held_until(const FoundStep& step) const {
  if (step.row->status != "in_force" || !happened(step)) return false;
  const auto& below = tree_.children(step.trigger);
  const auto past = [&](TokenId t) { return tree_.word(t).xpos == "VBD"; };
  const bool was = past(step.trigger) || std::any_of(below.begin(), below.end(), [&](TokenId c) {
                     return tree_.is_any(c, {"cop", "aux:pass"}) && past(c);
                   });
  const bool renewed = step.row->doer == Doer::kParties;  // "extended until 2030"
  return was && !renewed && std::any_of(below.begin(), below.end(), [&](TokenId c) {
           const std::string by = tree_.is_any(c, {"obl", "nmod"}) && c > step.trigger ? preposition(tree_, c) : "";
           const bool year = tree_.has_upos(c, {"NUM"}) && tree_.folded(c).size() == 4;
           return year && (by == "until" || by == "till" || by == "to");
         });
}

// "Struck the town a week after it had agreed to a truce".
bool StatusReader::broken_after(const FoundStep& step, const InstrumentGroup& group) const {
  const bool truce = group.nouns.front().row->form == "ceasefire" && settles(step) && happened(step);
  if (!truce || !tree_.is(step.trigger, "advcl") || preposition(tree_, step.trigger) != "after") return false;
  const TokenId main = clauses_verb(tree_.head(step.trigger));
  return main >= 0 && knowledge_.in_set("agreement_striking", tree_.lemma(main)) && tree_.child(main, "aux") < 0;
}

// The furthest that it has come to.
const FoundStep* StatusReader::read(const InstrumentGroup& group, const std::vector<ActorMention>& parties,
                                    std::string& told) const {
  const FoundStep* latest = nullptr;
  const FoundStep* undone = nullptr;
  for (const FoundStep& step : group.steps) {
    if (left_on_paper(step)) undone = &step;
    const std::string status = told_by(step, group);
    if (status.empty() || of_a_stranger(step, parties)) continue;
    if (latest != nullptr && rank(status) <= rank(told)) continue;
    latest = &step;
    told = status;
  }
  if (undone != nullptr && (latest == nullptr || (rank(told) < rank("in_force") && told != "proposed"))) {
    told = "stalled";
    return undone;
  }
  return latest != nullptr ? latest : holds(group, parties, told);
}

// "Under a treaty X and Y are to", "they want to extend it": it holds. One that is yet to be ratified has been signed.
const FoundStep* StatusReader::holds(const InstrumentGroup& group, const std::vector<ActorMention>& parties,
                                     std::string& told) const {
  // "Threatened to quit New START": whose treaty it is, its name tells.
  const bool known = std::any_of(group.nouns.begin(), group.nouns.end(), [&](const NamedInstrument& noun) {
    const auto here = tree_.span(noun.noun, noun.noun).begin.value;
    return !parties.empty() && std::all_of(parties.begin(), parties.end(), [&](const ActorMention& party) {
      return party.actor.span.begin.value == here;
    });
  });
  const bool named = known || std::any_of(group.nouns.begin(), group.nouns.end(), [](const NamedInstrument& noun) {
                       return noun.parties.size() > 1 || !noun.partners.empty();
                     });
  for (const FoundStep& step : group.steps) {
    const bool awaited = step.row->status == "ratified";
    // "Threatened to quit the treaty": it holds till then.
    const bool leaving = rank(step.row->status) > rank("in_force") && named &&
                         (step.row->doer == Doer::kParty || (step.row->status == "ended" && step.status == "future"));
    if (!awaited && !leaving && !step.row->status.empty() && !settles(step)) continue;
    // "A memorandum on gas may follow".
    const bool bare = step.row->slots.front() == "named";
    told = bare && !happened(step) ? "proposed" : "in_force";
    if (awaited) told = "signed";
    return &step;
  }
  return nullptr;
}

}  // namespace entente

// What a step that is denied makes of the instrument: "never ratified", "no longer in force", "has made no headway".
#include <algorithm>
#include <string_view>

#include "actors/phrase.h"
#include "agreements/agreement_status.h"

namespace entente {
namespace {

using Doer = InstrumentStep::Doer;

bool asks_for(const InstrumentStep& row, std::string_view slot) {
  const auto has = [&](const std::vector<std::string>& slots) {
    return std::find(slots.begin(), slots.end(), slot) != slots.end();
  };
  return has(row.slots) ||
         std::any_of(row.where.begin(), row.where.end(), [&](const auto& asked) { return has(asked.first); });
}

}  // namespace

bool StatusReader::says(TokenId verb, std::string_view word) const {
  const auto& below = tree_.children(verb);
  return std::any_of(below.begin(), below.end(),
                     [&](TokenId c) { return tree_.is(c, "advmod") && tree_.folded(c) == word; });
}

// "Was never ratified", "has never been carried out".
bool StatusReader::never(const FoundStep& step) const {
  if (step.row->status != "ratified" && step.row->status != "in_force") return false;
  const TokenId above = tree_.head(step.trigger);
  // "Has yet to be applied".
  const bool yet = step.row->status == "in_force" && step.status == "future" && above >= 0 &&
                   tree_.is(step.trigger, "xcomp") && tree_.lemma(above) == "have" && says(above, "yet");
  // "Has still not been ratified"; "has not been ratified" alone tells no more than that it has been signed.
  const bool still = step.row->status == "ratified" && step.status == "negated" && says(step.trigger, "still");
  return yet || still || says(step.trigger, "never");
}

// "Will not be ratified", "failed to win a majority", "declined to sign" what was initialled.
bool StatusReader::refused(const FoundStep& step, const InstrumentGroup& group) const {
  if (step.status != "negated" || (step.row->status != "ratified" && step.row->status != "signed")) return false;
  const auto& below = tree_.children(step.trigger);
  const TokenId above = tree_.head(step.trigger);
  const bool will = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is(c, "aux") && knowledge_.in_set("agreement_modal", tree_.folded(c));
  });
  const bool refusing = above >= 0 && knowledge_.in_set("agreement_refusing", tree_.lemma(above));
  // "Has not got past the senate".
  if (step.row->status == "ratified" && step.row->doer == Doer::kNone && !says(step.trigger, "yet")) return true;
  if (!will && !refusing) return false;
  // Who has only consented may sign later.
  return step.row->status == "ratified" || std::any_of(group.steps.begin(), group.steps.end(), [&](const FoundStep& s) {
           return s.row->status == "agreed" && happened(s) &&
                  !knowledge_.in_set("agreement_consenting", tree_.lemma(s.trigger));
         });
}

// "Has failed to honour it", "have not carried it out".
bool StatusReader::failed(const FoundStep& step) {
  return step.row->status == "in_force" && step.row->doer == Doer::kParty && step.status == "negated";
}

// "Not one watt flows under the contract", "has not moved since", "did not get off the ground".
bool StatusReader::idle(const FoundStep& step) const {
  if (step.status != "negated") return false;
  const std::string& lemma = tree_.lemma(step.trigger);
  const bool goes = step.row->doer == Doer::kNone && step.row->status == "in_force";
  if (step.row->doer == Doer::kNone && knowledge_.in_set("agreement_stirring", lemma)) return true;
  const bool off = asks_for(*step.row, "off") || tree_.child(step.trigger, "compound:prt") >= 0;
  if (goes && off && knowledge_.in_set("agreement_getting_off", lemma)) return true;
  // "Has made no headway", "bears no fruit"; but "has no force".
  if (goes && lemma != "have" && has_none(tree_.child(step.trigger, "obj"))) return true;
  // "No soldier shall march under it": what it lays down.
  const auto& below = tree_.children(step.trigger);
  const bool duty = lemma == "have" || std::any_of(below.begin(), below.end(), [&](TokenId c) {
                      return tree_.is(c, "aux") && tree_.word(c).xpos == "MD";
                    });
  if (duty || !step.row->status.empty() || step.row->slots.front() != "under") return false;
  const TokenId passive = tree_.child(step.trigger, "nsubj:pass");
  return has_none(tree_.child(step.trigger, "nsubj")) || has_none(passive) ||
         (passive >= 0 && knowledge_.in_set("agreement_nobody", tree_.folded(passive)));
}

// "No headway", "not one watt".
bool StatusReader::has_none(TokenId t) const {
  return t >= 0 && std::any_of(tree_.children(t).begin(), tree_.children(t).end(), [&](TokenId c) {
           return c < t && (tree_.folded(c) == "not" || knowledge_.in_set("agreement_no", tree_.folded(c)));
         });
}

bool StatusReader::is_modal(TokenId aux) const { return tree_.word(aux).xpos == "MD"; }

// "Is no longer in force", "no longer binds them", "was not renewed", "refused to extend it", "has no force left".
bool StatusReader::lapsed(const FoundStep& step, const InstrumentGroup& group) const {
  const bool bound = step.row->doer == Doer::kBound ||  // "is no longer a party to it"
                     (step.row->status == "signed" && step.row->pos == Frame::Pos::kNoun);
  if ((!bound && step.row->status != "in_force") || step.status != "negated") return false;
  const TokenId t = step.trigger;
  const auto& below = tree_.children(t);
  const bool longer = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is(c, "advmod") && knowledge_.in_set("agreement_no_longer", tree_.folded(c));
  });
  if (longer || bound) return longer;
  if (step.row->doer == Doer::kNone && tree_.lemma(t) == "have") return has_none(tree_.child(t, "obj"));
  if (!knowledge_.in_set("agreement_renewing", tree_.lemma(t))) return false;
  const auto is_ahead = [&](TokenId verb) {
    const auto& aux = tree_.children(verb);
    return std::any_of(aux.begin(), aux.end(), [&](TokenId c) { return tree_.is(c, "aux") && is_modal(c); });
  };
  // "Refuses to renew it": till then it holds.
  const TokenId above = tree_.is(t, "xcomp") ? tree_.head(t) : -1;
  const bool now = above >= 0 && (tree_.word(above).xpos == "VBZ" || tree_.word(above).xpos == "VBP");
  const bool refusing = above >= 0 && !now && !is_ahead(above) &&
                        (knowledge_.in_set("agreement_refusing", tree_.lemma(above)) ||
                         knowledge_.in_set("agreement_resolving", tree_.lemma(above)));
  // "Is applied until December, but they refused to prolong it".
  const bool applied = std::any_of(group.steps.begin(), group.steps.end(), [](const FoundStep& other) {
    return other.row->status == "in_force" && happened(other);
  });
  return (refusing && !applied) ||
         (tree_.child(t, "aux:pass") >= 0 && above < 0 && tree_.child(t, "xcomp") < 0 && !is_ahead(t));
}

// "Is not in line with it".
bool StatusReader::at_odds(const FoundStep& step) const {
  return step.row->status == "in_force" && step.row->pos == Frame::Pos::kNoun && step.status == "negated" &&
         asks_for(*step.row, "case") && asks_for(*step.row, "with") && tree_.child(step.trigger, "cop") >= 0;
}

// "Not a line has been kept".
bool StatusReader::unkept(const FoundStep& step) const {
  return failed(step) && knowledge_.in_set("agreement_faith", tree_.lemma(step.trigger));
}

// "Did not hold", "has not survived the weekend".
bool StatusReader::gave_way(const FoundStep& step) const {
  if (step.row->status != "in_force" || step.row->doer != Doer::kNone || step.status != "negated") return false;
  const auto& below = tree_.children(step.trigger);
  const bool will = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is(c, "aux") && knowledge_.in_set("agreement_modal", tree_.folded(c));
  });
  return !will && knowledge_.in_set("agreement_lasting", tree_.lemma(step.trigger));
}

}  // namespace entente

// Steps of a word that no row has: by how the instrument stands beside it and what kind of event the model takes the
// word for.
#include <algorithm>
#include <map>

#include "actors/phrase.h"
#include "agreements/steps.h"

namespace entente {
namespace {

using Doer = InstrumentStep::Doer;
using Kind = InstrumentNoun::Kind;

// Rows that no table has, by their status.
const InstrumentStep& default_row(const std::string& status) {
  static const std::map<std::string, InstrumentStep> kRows = [] {
    std::map<std::string, InstrumentStep> made;
    for (const char* each : {"proposed", "agreed", "ratified", "ended"}) {
      InstrumentStep& row = made[each];
      row.pos = Frame::Pos::kVerb;
      row.slots = {"named"};
      row.status = each;
      const bool together = row.status == "proposed" || row.status == "agreed";
      row.doer = together ? Doer::kParties : Doer::kParty;
      row.place = "no row";
    }
    return made;
  }();
  return kRows.at(status);
}

}  // namespace

// An approving word of a legislature: "the senate gave legal force to the treaty".
bool StepReader::approved_by_legislature(TokenId verb) const {
  const auto subjects = clauses_.fill(verb, "subj");
  const bool house = std::any_of(subjects.begin(), subjects.end(), [&](TokenId s) {
    if (knowledge_.in_set("agreement_ratifiers", tree_.lemma(s))) return true;
    const auto own = parties_.read(s);
    return std::any_of(own.begin(), own.end(),
                       [](const ActorMention& m) { return m.actor.sector.value_or("") == "LEG"; });
  });
  const std::string type = opinion_.type(verb);
  return house && (type == "SUPPORT" || type == "AGREE" || type == "COOPERATE" || type == "CONCEDE");
}

// What an instrument that is still to be made, or has just been made, stands for in the clause; "" for none.
std::string StepReader::made_by(TokenId verb, const NamedInstrument& named, const std::string& status) const {
  const std::string by = preposition(tree_, named.noun);
  if (knowledge_.in_set("agreement_about", by)) return "proposed";
  const bool done = status == "actual" || status == "historical";
  const bool past = tree_.word(verb).xpos == "VBD" || tree_.word(verb).xpos == "VBN";
  // "Rose from dinner with a joint statement".
  if (by == "with" && tree_.head(named.noun) == verb) return done && past ? "agreed" : "proposed";
  // "Are open to a truce".
  if (by == "to") return tree_.head(named.noun) == verb && tree_.has_upos(verb, {"ADJ"}) ? "proposed" : "";
  if (!by.empty() || !tree_.is_any(named.noun, {"obj", "nsubj:pass"}) || tree_.head(named.noun) != verb) return "";
  const std::string type = opinion_.type(verb);
  const bool settled = type == "AGREE" || type == "SUPPORT" || type == "COOPERATE" || type == "RETREAT";
  return done && settled && tree_.word(verb).xpos != "VBG" ? "agreed" : "proposed";
}

// What a word that no row has tells of an instrument in force: "took its country out of the treaty with X".
std::string StepReader::undone_by(TokenId verb, const NamedInstrument& named, const std::string& status) const {
  if (status != "actual" && status != "historical") return "";
  const bool sides = named.parties.size() > 1 || !named.partners.empty();
  if (!sides) return "";
  if (approved_by_legislature(verb)) return "ratified";
  const std::string by = preposition(tree_, named.noun);
  const bool out = by == "from" || by == "of" || by == "out_of";
  return out && opinion_.of(verb, "SANCTION") > 0.8 ? "ended" : "";
}

void StepReader::add_default(TokenId t, std::vector<FoundStep>& steps) const {
  const auto named = instruments_.read(t);
  if (!named.has_value() || named->row->kind != Kind::kSolid || tree_.has_feat(t, "Number=Plur")) return;
  const TokenId verb = clause_of(t);
  if (verb < 0 || verb == t || named->predicate) return;
  FoundStep step;
  step.trigger = verb;
  step.about = t;
  step.row = &default_row("proposed");
  step.status = status(verb, *step.row);
  if (step.status == "negated") return;
  const std::string told =
      named->indefinite ? made_by(verb, *named, step.status) : undone_by(verb, *named, step.status);
  if (told.empty()) return;
  step.row = &default_row(told);
  step.doers = doers(verb, t, *step.row);
  if (told == "agreed" && step.doers.size() < 2) return;  // "it ended with an armistice", "X declared a ceasefire"
  steps.push_back(std::move(step));
}

}  // namespace entente

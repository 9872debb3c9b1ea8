// Steps that no row tells: a signing without a word on what is signed, an instrument of which nothing befalls.
#include <algorithm>
#include <set>

#include "actors/phrase.h"
#include "agreements/steps.h"

namespace entente {
namespace {

using Kind = InstrumentNoun::Kind;

constexpr std::int32_t kMostUp = 8;  // from a noun up to its clause

// A row that no table has: nothing befalls the instrument.
const InstrumentStep& bare_row() {
  static const InstrumentStep kRow = [] {
    InstrumentStep made;
    made.pos = Frame::Pos::kVerb;
    made.slots = {"named"};
    made.doer = InstrumentStep::Doer::kNone;
    made.place = "no step";
    return made;
  }();
  return kRow;
}

}  // namespace

// "X and Y signed at noon. The accord opens the border": of what is named next.
void StepReader::add_signing(TokenId t, std::vector<FoundStep>& steps) const {
  if (!knowledge_.in_set("agreement_signing", tree_.lemma(t)) || !clauses_.is_verb(t) || clauses_.passive(t)) return;
  const bool past = tree_.word(t).xpos == "VBD" || tree_.word(t).xpos == "VBN";  // "we will not sit down and sign"
  if (!past || !clauses_.fill(t, "obj").empty()) return;
  const auto rows = knowledge_.steps_of.find(tree_.lemma(t));
  if (rows == knowledge_.steps_of.end()) return;
  for (const std::int32_t index : rows->second) {
    const InstrumentStep& row = knowledge_.steps[static_cast<std::size_t>(index)];
    if (row.slots.front() != "obj" || !row.where.empty() || row.status != "signed") continue;
    FoundStep step;
    step.trigger = step.about = t;
    step.row = &row;
    step.doers = doers(t, t, row);
    step.status = status(t, row);
    if (step.doers.size() > 1 && happened(step)) steps.push_back(std::move(step));
    return;
  }
}

// The word that tells something of the noun; -1 for none.
TokenId StepReader::clause_of(TokenId noun) const {
  if (tree_.child(noun, "cop") >= 0) return noun;  // "its sister is a declaration on arms"
  TokenId t = noun;
  for (std::int32_t step = 0; step < kMostUp && t >= 0; ++step, t = tree_.head(t)) {
    if (t != noun && (clauses_.is_verb(t) || tree_.child(t, "cop") >= 0)) return t;
  }
  return -1;
}

// "Dug a canal, contrary to the treaty", with "contrary" taken for a preposition.
bool StepReader::goes_against(TokenId noun) const {
  return instruments_.row(noun) != nullptr && clause_of(noun) >= 0 &&
         knowledge_.in_set("agreement_against", preposition(tree_, noun));
}

// By its name, its year, its sides, where the sentence is about it; or with a clause of its own. Who only praises or
// quotes it tells nothing of it.
bool StepReader::is_told_of(const NamedInstrument& named) const {
  if (named.row->kind != Kind::kSolid || tree_.has_feat(named.noun, "Number=Plur")) return false;
  const auto& below = tree_.children(named.noun);
  const bool clause = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return c > named.noun && tree_.is(c, "acl") && tree_.child(c, "nsubj") >= 0;
  });
  if (clause) return true;
  const bool sides = named.parties.size() > 1 || (!named.partners.empty() && !named.owners.empty());
  if (!sides && named.year < 0 && named.title.empty() && !named.predicate) return false;
  const bool subject =
      named.predicate || tree_.is_any(named.noun, {"nsubj", "nsubj:pass", "root", "parataxis", "xcomp"});
  // "A right under the treaty between X and Y": older, and of those whose it is.
  const bool known = sides && !named.indefinite && tree_.is_any(named.noun, {"obl", "nmod"});
  return subject || known || std::any_of(below.begin(), below.end(), [&](TokenId c) {
           return c > named.noun && tree_.is_any(c, {"acl", "appos"});
         });
}

// "Depends on an agreement that their officials are rewriting": nothing tells what it has come to.
bool StepReader::only_mentioned(TokenId noun, const std::vector<FoundStep>& steps) const {
  return std::all_of(steps.begin(), steps.end(), [&](const FoundStep& step) {
    return step.about != noun || (step.row->status.empty() && !step.applies && !step.breaks);
  });
}

void StepReader::add_bare(std::vector<FoundStep>& steps) const {
  std::set<TokenId> told;
  std::set<TokenId> triggers;
  for (const FoundStep& step : steps) {
    told.insert(step.about);
    triggers.insert(step.trigger);
  }
  for (TokenId t = 0; t < tree_.size(); ++t) {
    if (!triggers.contains(t)) add_signing(t, steps);
    if (goes_against(t)) {
      FoundStep step;
      step.trigger = clause_of(t);
      step.about = t;
      step.row = &violated_row();
      step.status = status(step.trigger, violated_row());
      if (happened(step)) steps.push_back(std::move(step));
    }
    if (told.contains(t) && !made_before(t).empty() && only_mentioned(t, steps)) add_default(t, steps);
    if (told.contains(t) || instruments_.row(t) == nullptr) continue;
    const auto named = instruments_.read(t);
    const TokenId clause = named.has_value() && is_told_of(*named) ? clause_of(t) : -1;
    if (add_default(t, steps) || clause < 0) continue;
    FoundStep step;
    step.trigger = clause;
    step.about = t;
    step.row = &bare_row();
    step.status = status(clause, bare_row());
    // "Under its treaty with X the road shall be open": what it lays down.
    const bool aside =
        !named->indefinite && tree_.is_any(t, {"obl", "nmod"}) && named->title.empty() && named->year < 0;
    if (step.status != "negated" && (!aside || happened(step))) steps.push_back(std::move(step));
  }
}

}  // namespace entente

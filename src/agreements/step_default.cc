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

constexpr std::int32_t kMostUp = 5;
constexpr double kSurely = 0.8;  // of the model's opinion, where nothing else tells

// Rows that no table has, by their status.
const InstrumentStep& default_row(const std::string& status) {
  static const std::map<std::string, InstrumentStep> kRows = [] {
    std::map<std::string, InstrumentStep> made;
    for (const char* each : {"proposed", "agreed", "ratified", "violated", "ended"}) {
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

const InstrumentStep& ratified_row() { return default_row("ratified"); }
const InstrumentStep& violated_row() { return default_row("violated"); }

// An approving word of a legislature: "the senate gave legal force to the treaty".
bool StepReader::approved_by_legislature(TokenId verb) const {
  const auto subjects = clauses_.fill(verb, "subj");
  const bool house = std::any_of(subjects.begin(), subjects.end(), [&](TokenId s) { return is_legislature(s); });
  const std::string type = opinion_.type(verb);
  return house && (type == "SUPPORT" || type == "AGREE" || type == "COOPERATE" || type == "CONCEDE");
}

// "With the assent of the senate".
bool StepReader::with_consent(TokenId verb) const {
  const auto& below = tree_.children(verb);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    const std::string by = tree_.is(c, "obl") ? preposition(tree_, c) : "";
    if ((by != "with" && by != "after") || !knowledge_.in_set("agreement_consent", tree_.lemma(c))) return false;
    const auto& owners = tree_.children(c);
    return std::any_of(owners.begin(), owners.end(), [&](TokenId o) { return is_legislature(o); });
  });
}

bool StepReader::is_legislature(TokenId t) const {
  if (!tree_.has_upos(t, {"NOUN", "PROPN"})) return false;
  const auto own = parties_.read(t);
  if (own.empty()) return knowledge_.in_set("agreement_ratifiers", tree_.lemma(t));
  return std::any_of(own.begin(), own.end(),
                     [](const ActorMention& m) { return m.actor.sector.value_or("") == "LEG"; });
}

// "The assembly put its stamp on the treaty", "lawmakers signed off on it": whatever the word is, they ratified it.
bool StepReader::by_legislature(const FoundStep& step) const {
  const std::string& status = step.row->status;
  if (!happened(step) || (status != "signed" && status != "agreed") || !clauses_.is_verb(step.trigger)) return false;
  const auto named = instruments_.read(step.about);
  if (!named.has_value() || named->indefinite) return false;
  const auto subjects = clauses_.fill(step.trigger, "subj");
  return !subjects.empty() &&
         std::all_of(subjects.begin(), subjects.end(), [&](TokenId s) { return is_legislature(s); });
}

// "No longer considers itself bound by it".
bool StepReader::unbound(TokenId noun) const {
  const TokenId bound = tree_.head(noun);
  if (bound < 0 || (tree_.lemma(bound) != "bind" && tree_.folded(bound) != "bound")) return false;
  if (preposition(tree_, noun) != "by" && preposition(tree_, noun) != "to") return false;
  return no_longer(bound) || (tree_.is_any(bound, {"xcomp", "obj"}) && no_longer(tree_.head(bound)));
}

// "There is no truce any more", "there is no more truce".
bool StepReader::is_gone(TokenId verb, TokenId noun) const {
  const TokenId there = tree_.child(verb, "expl");
  if (there < 0 || tree_.folded(there) != "there" || tree_.head(noun) != verb) return false;
  const auto& below = tree_.children(verb);
  const auto& own = tree_.children(noun);
  const auto longer = [&](TokenId c) {
    const bool no = is_none(noun) || (c > 0 && knowledge_.in_set("agreement_no", tree_.folded(c - 1)));
    return no && knowledge_.in_set("agreement_no_longer", tree_.folded(c));
  };
  return std::any_of(below.begin(), below.end(), longer) || std::any_of(own.begin(), own.end(), longer);
}

// "Guest and host settled it", of whom only one is known.
bool StepReader::of_several(TokenId verb) const {
  const auto subjects = clauses_.fill(verb, "subj");
  return std::any_of(subjects.begin(), subjects.end(), [&](TokenId s) { return tree_.child(s, "conj") >= 0; });
}

// The status of a row that asks for two doers, where the clause names none: "they settled a communique".
std::string StepReader::settled_by_somebody(TokenId verb, TokenId noun) const {
  const auto rows = tree_.is_any(noun, {"obj", "nsubj:pass"}) && tree_.head(noun) == verb
                        ? knowledge_.steps_of.find(tree_.lemma(verb))
                        : knowledge_.steps_of.end();
  if (rows == knowledge_.steps_of.end()) return "";
  for (const std::int32_t index : rows->second) {
    const InstrumentStep& row = knowledge_.steps[static_cast<std::size_t>(index)];
    if (row.doer == Doer::kAll && row.slots.front() == "obj" && row.where.empty() && row.status == "agreed")
      return row.status;
  }
  return "";
}

// "A trade agreement, initialled by X and Y": by what the model takes the participle for.
std::string StepReader::made_before(TokenId noun) const {
  for (const TokenId c : tree_.children(noun)) {
    // "That their officials have been rewriting since March".
    const TokenId aux = tree_.is(c, "acl:relcl") && tree_.word(c).xpos == "VBG" ? tree_.child(c, "aux") : -1;
    if (aux >= 0 && tree_.child(c, "obj") <= noun + 1 && tree_.child(c, "nsubj") >= 0 &&
        tree_.child(c, "nsubj") != noun + 1)
      return "proposed";
    if (!tree_.is(c, "acl") || tree_.word(c).xpos != "VBN" || c < noun || tree_.child(c, "mark") >= 0) continue;
    if (knowledge_.in_set("agreement_signing", tree_.lemma(c)) || opinion_.of(c, "AGREE") > kSurely) return "agreed";
  }
  return "";
}

// What an instrument that is still to be made, or has just been made, stands for in the clause; "" for none.
std::string StepReader::made_by(TokenId verb, const NamedInstrument& named, const std::string& status) const {
  const std::string by = preposition(tree_, named.noun);
  if (knowledge_.in_set("agreement_about", by)) return "proposed";
  const bool done = status == "actual" || status == "historical";
  const bool past = tree_.word(verb).xpos == "VBD" || tree_.word(verb).xpos == "VBN";
  // "Rose from dinner with a joint statement".
  if (by == "with" && tree_.head(named.noun) == verb) return done && past ? "agreed" : "proposed";
  // "Are open to a truce", "no nearer to a treaty", "put the final touches to a memorandum".
  if (by == "to") return "proposed";
  if (!by.empty() || !tree_.is_any(named.noun, {"obj", "nsubj:pass"}) || tree_.head(named.noun) != verb) return "";
  if (done && tree_.lemma(verb) == "have") return "agreed";  // "we have a deal"
  const std::string type = opinion_.type(verb);
  const bool settled = type == "AGREE" || type == "SUPPORT" || type == "COOPERATE" || type == "RETREAT";
  return done && settled && tree_.word(verb).xpos != "VBG" ? "agreed" : "proposed";
}

// "Although it had assured X in a declaration that it would not": of what is done all the same.
bool StepReader::done_all_the_same(TokenId verb) const {
  for (TokenId t = verb, up = 0; t >= 0 && up < kMostUp; ++up, t = tree_.head(t)) {
    if (!tree_.is(t, "advcl") || !marked_by(t, "agreement_although")) continue;
    const TokenId deed = tree_.head(t);
    const std::string type = opinion_.type(deed);
    return is_done(deed) && (type == "ASSAULT" || type == "COERCE" || type == "MOBILIZE" || type == "SANCTION");
  }
  return false;
}

// What a word that no row has tells of an instrument in force: "took its country out of the treaty with X".
std::string StepReader::undone_by(TokenId verb, const NamedInstrument& named, const std::string& status) const {
  if (unbound(named.noun) || is_gone(verb, named.noun)) return "ended";
  if (status != "actual" && status != "historical") return "";
  const bool sides = named.parties.size() > 1 || !named.partners.empty();
  if (approved_by_legislature(verb) || (sides && with_consent(verb))) return "ratified";
  if (!sides) return "";
  const std::string by = preposition(tree_, named.noun);
  const bool out = by == "from" || by == "of" || by == "out" || by == "out_of";
  return out && opinion_.of(verb, "SANCTION") > kSurely ? "ended" : "";
}

bool StepReader::add_default(TokenId t, std::vector<FoundStep>& steps) const {
  const auto named = instruments_.read(t);
  if (!named.has_value() || named->row->kind != Kind::kSolid || tree_.has_feat(t, "Number=Plur")) return false;
  const TokenId verb = clause_of(t);
  if (verb < 0 || verb == t || named->predicate) return false;
  FoundStep step;
  step.trigger = verb;
  step.about = t;
  step.row = &default_row("proposed");
  step.status = status(verb, *step.row);
  const std::string settled = settled_by_somebody(verb, t);
  const std::string before = made_before(t);
  std::string told = undone_by(verb, *named, step.status);
  if (told.empty() && done_all_the_same(verb)) told = "violated";
  if (told.empty() && named->indefinite && (step.status != "negated" || preposition(tree_, t) == "to")) {
    told = !before.empty() ? before : settled;
    if (told.empty()) told = made_by(verb, *named, step.status);
  }
  if (told.empty()) return false;
  step.row = &default_row(told);
  step.doers = doers(verb, t, *step.row);
  const bool lone = settled.empty() ? step.doers.size() < 2 : step.doers.size() == 1 && !of_several(verb);
  if (told == "agreed" && lone && before.empty())
    return false;  // "it ended with an armistice", "X declared a ceasefire"
  if (told == "ended") step.status = "actual";
  steps.push_back(std::move(step));
  return true;
}

}  // namespace entente

// Instruments and doers that stand by a verb where the tree does not hang them from it.
#include <algorithm>
#include <set>
#include <string>

#include "actors/phrase.h"
#include "agreements/steps.h"

namespace entente {
namespace {

constexpr TokenId kNameBack = 10;      // words from ", concluded by X" back to the instrument
constexpr TokenId kPhraseReach = 40;   // words from "put their names" to the "to" of what they sign
constexpr std::int32_t kMaxChain = 4;  // "a memorandum on the supply of gas, to which"
constexpr TokenId kAgentReach = 25;    // words from "concluded" to "by X"

bool finite(const Tree& tree, TokenId t) {
  const std::string& form = tree.word(t).xpos;
  return form == "VBD" || form == "VBZ" || form == "VBP" || form == "MD";
}

}  // namespace

bool StepReader::same_sentence(TokenId a, TokenId b) const {
  return b >= 0 && b < tree_.size() && tree_.sentence(a) == tree_.sentence(b);
}

// "Agreed to a ceasefire brokered by X", with the ceasefire taken for a part of "brokered": the ceasefire; else -1.
TokenId StepReader::taken_for_part(TokenId t) const {
  const bool part = t > 0 && tree_.head(t - 1) == t && tree_.is(t - 1, "compound") && clauses_.is_verb(t);
  return part && instruments_.row(t - 1) != nullptr ? t - 1 : -1;
}

// "A treaty on water, concluded in 1996 by X and Y, obliges": the instrument before the comma, whatever the parser
// makes of the participle; "Reached in March, the truce holds": the subject of the verb behind it. -1 elsewhere.
TokenId StepReader::participle_of(TokenId t) const {
  const std::string& form = tree_.word(t).xpos;
  if ((form != "VBN" && form != "VBD") || tree_.child(t, "obj") >= 0 || tree_.child(t, "ccomp") >= 0) return -1;
  const TokenId subject = tree_.child(t, "nsubj");
  if (const TokenId before = taken_for_part(t); before >= 0) return before;
  const TokenId noun = tree_.is(t, "acl") && !tree_.is(t, "acl:relcl") ? tree_.head(t) : -1;
  if (noun >= 0 && subject < 0 && instruments_.row(noun) != nullptr) return noun;
  // "Drawn up by two generals and concluded on Friday".
  if (tree_.is(t, "conj") && subject < 0 && tree_.head(t) < t && !tree_.is(tree_.head(t), "conj")) {
    const TokenId first = tree_.head(t);
    if (clauses_.is_verb(first)) {
      const TokenId told = participle_of(first);
      if (told >= 0 || !tree_.is(first, "acl") || tree_.child(t, "aux") >= 0) return told;
      // "A protocol on securing the border, drawn up by X and concluded by Y", with both verbs run together.
      return instruments_.row(tree_.head(first)) != nullptr ? tree_.head(first) : -1;
    }
    // "The accord, concluded in 1997 and applied every day", with both hung from the accord.
    if (tree_.child(t, "aux") < 0) return instruments_.row(first) != nullptr ? first : -1;
  }
  if (tree_.child(t, "aux:pass") >= 0) return subject < 0 ? behind_parenthesis(tree_.child(t, "aux")) : -1;
  if (tree_.child(t, "aux") >= 0) return -1;
  if (!same_sentence(t, t - 1)) {
    if (subject >= 0 && subject < t) return -1;
    const bool below = tree_.is(t, "advcl") && tree_.head(t) > t;
    const TokenId above = below ? clauses_.surface_subject(tree_.head(t)) : -1;
    return above > t && instruments_.row(above) != nullptr ? above : subject_behind(t);
  }
  // "A treaty, long since lapsed".
  TokenId comma = t - 1;
  while (same_sentence(t, comma) && tree_.is(comma, "advmod") && tree_.head(comma) == t) --comma;
  if (!same_sentence(t, comma) || tree_.folded(comma) != "," || (subject >= 0 && subject > comma)) return -1;
  for (TokenId w = comma - 1; w > t - kNameBack && same_sentence(t, w); --w) {
    if (tree_.folded(w) == "," || clauses_.is_verb(w)) return -1;
    if (instruments_.row(w) != nullptr && (subject < 0 || subject == w)) return w;
  }
  return -1;
}

// "Signed in Rome by X and Y, that text laid": the first subject behind a comma, where it is an instrument; else -1.
TokenId StepReader::subject_behind(TokenId participle) const {
  if (tree_.word(participle).xpos != "VBN") return -1;
  for (TokenId w = participle + 1; w < participle + kPhraseReach && same_sentence(participle, w); ++w) {
    if (!tree_.is(w, "nsubj")) continue;
    TokenId first = w;
    while (first - 1 > participle && tree_.head(first - 1) == w && tree_.folded(first - 1) != ",") --first;
    if (tree_.folded(first - 1) != ",") continue;
    return instruments_.row(w) != nullptr || knowledge_.in_set("grammar_it", tree_.folded(w)) ? w : -1;
  }
  return -1;
}

// "What will go down as the X memorandum", "what they call a truce": the instrument.
TokenId StepReader::named_as(TokenId filler) const {
  if (tree_.folded(filler) != "what") return filler;
  for (const TokenId clause : tree_.children(filler)) {
    if (!tree_.is(clause, "acl")) continue;
    if (instruments_.row(clause) != nullptr) return clause;  // "what is a treaty in all but name"
    for (const TokenId c : tree_.children(clause)) {
      if (c > clause && tree_.is_any(c, {"obl", "obj", "xcomp"}) && instruments_.row(c) != nullptr) return c;
    }
  }
  // "What X and Y agreed was a framework".
  const TokenId above = tree_.head(filler);
  const bool is = above >= 0 && tree_.is(filler, "nsubj") && tree_.child(above, "cop") >= 0;
  if (is && instruments_.row(above) != nullptr) return above;
  return filler;
}

// "After an act, brokered by Z, was initialled": the act, before what stands between the commas.
TokenId StepReader::behind_parenthesis(TokenId verb) const {
  const bool comma = same_sentence(verb, verb - 1) && tree_.folded(verb - 1) == ",";
  for (TokenId w = verb - 2; w > verb - kAgentReach && same_sentence(verb, w); --w) {
    if (instruments_.row(w) == nullptr) continue;
    const auto below = tree_.subtree(w);
    // "An act, brokered by X, was"; "a pact that X signed in 1994 was"
    const bool clause = std::any_of(below.begin(), below.end(), [&](TokenId c) {
      if (!tree_.is(c, "acl") || c < w || c > verb) return false;
      const TokenId end = tree_.subtree(c).back();
      return comma ? end < verb : end == verb - 1;
    });
    const TokenId above = tree_.head(w);
    const bool taken = tree_.is(w, "nsubj") && above > w && above < verb && participle_of(above) == w;
    const bool told = clause || (comma && taken);
    return told ? w : -1;
  }
  return -1;
}

// "The truce to which X and Y agreed in April has held", "since the truce that X and Y had concluded collapsed", with
// the main verb, which has no subject, hung from the clause: the truce; -1 elsewhere.
TokenId StepReader::orphaned_from(TokenId verb) const {
  const TokenId clause = tree_.head(verb);
  if (!tree_.is_any(verb, {"ccomp", "parataxis", "advcl", "acl"}) || tree_.child(verb, "mark") >= 0) return -1;
  const TokenId aux = tree_.child(verb, "aux");
  if (clause < 0 || clause > verb || !tree_.is(clause, "acl") || tree_.child(clause, "nsubj") < 0) return -1;
  if (!finite(tree_, verb) && (aux < 0 || !finite(tree_, aux))) return -1;
  const TokenId noun = tree_.head(clause);
  return instruments_.row(noun) != nullptr ? noun : -1;
}

// Of a main verb, or of what it says something by, that the parser gives the subject of the clause before it: "a pause,
// to which the two had agreed, was broken", "what ended the war was the treaty concluded by X", "the accord that X
// signed, and that Y prolonged, remains in force". The instrument; -1 for none.
TokenId StepReader::instrument_above(TokenId t) const {
  TokenId verb = tree_.is(t, "xcomp") && tree_.head(t) >= 0 ? tree_.head(t) : t;
  const TokenId joined = tree_.is(verb, "conj") && tree_.child(verb, "nsubj") < 0 ? tree_.head(verb) : -1;
  if (joined >= 0 && joined < verb && clauses_.is_verb(joined)) verb = joined;
  for (const TokenId c : tree_.children(verb)) {
    if (tree_.is(c, "nsubj") && instruments_.row(c) != nullptr) return c;
  }
  // "The truce on which X and Y had agreed ran out", with the truce for the root and no verb of its own.
  const TokenId bare = verb != t && tree_.is(verb, "acl") ? tree_.head(verb) : -1;
  if (bare >= 0 && tree_.is(bare, "root") && tree_.child(t, "cc") < 0 && instruments_.row(bare) != nullptr) return bare;
  const TokenId above = tree_.head(verb);
  const TokenId subject = tree_.child(verb, "nsubj");
  TokenId first = verb;
  for (const TokenId c : tree_.children(verb)) {
    if (tree_.is_any(c, {"aux", "cop"}) && c < first && c > subject) first = c;
  }
  const bool comma = same_sentence(verb, first - 1) && tree_.folded(first - 1) == ",";
  if (const TokenId noun = subject < 0 ? orphaned_from(verb) : -1; noun >= 0) return noun;
  if (!comma || subject >= first) return -1;
  if (tree_.is(verb, "conj") && tree_.has_upos(above, {"NOUN", "PROPN"}) && instruments_.row(above) != nullptr)
    return above;
  return subject >= 0 ? behind_parenthesis(first) : -1;
}

// What a verb without an object acts on, told before it: "which X concluded and Y broke", "a pact that X signed" with
// "that" taken for a conjunction; -1 for none.
TokenId StepReader::object_before(TokenId t) const {
  if (const TokenId noun = participle_of(t); noun >= 0) return noun;
  if (clauses_.passive(t)) return -1;
  TokenId first = t;
  if (tree_.is(t, "conj") && tree_.child(t, "nsubj") >= 0) first = tree_.head(t);
  const bool clause = tree_.is(first, "acl");
  // "The ceasefire between X and Y, which Z brokered", "the truce that the two states signed", with the clause hung
  // from a word inside the phrase.
  for (TokenId up = clause ? tree_.head(first) : -1, step = 0; up >= 0 && step < kMaxChain; ++step) {
    if (instruments_.row(up) != nullptr && up != tree_.head(first)) return up;
    if (!tree_.is_any(up, {"nmod", "conj", "appos"})) break;
    up = tree_.head(up);
  }
  // Not of "which entered into force": there the instrument does it.
  const TokenId subject = clause ? tree_.child(first, "nsubj") : -1;
  if (subject >= 0 && tree_.word(subject).xpos != "WDT") return tree_.head(first);
  return tree_.child(t, "obj") < 0 ? relative_before(t) : -1;
}

// "No lorry having left, its application is at a standstill", with both taken for subjects.
void StepReader::add_subjects(TokenId t, std::vector<TokenId>& found) const {
  for (const TokenId c : tree_.children(t)) {
    if (!found.empty() && tree_.is(c, "nsubj") && c != found.front()) found.push_back(c);
  }
}

// "Declared the treaty with X null and void", with the adjective hung from the treaty.
void StepReader::add_result(TokenId verb, std::vector<TokenId>& found) const {
  const TokenId object = tree_.child(verb, "obj");
  if (object < verb) return;
  for (const TokenId c : tree_.subtree(object)) {
    const bool bare = tree_.is_any(c, {"amod", "nmod", "xcomp"}) && preposition(tree_, c).empty();
    if (c > object && bare && tree_.child(c, "det") < 0) found.push_back(c);
  }
}

// "Remains in force", "stayed on hold"; "remains largely unapplied", with the subject hung from the remaining.
std::vector<TokenId> StepReader::who_remains(TokenId noun) const {
  const TokenId cop = tree_.child(noun, "cop");
  const TokenId below = cop >= 0 ? tree_.child(cop, "nsubj") : -1;
  if (below >= 0) return {below};
  // "Is little more than a draft", "remains no more than a list".
  const TokenId more =
      tree_.is_any(noun, {"obl", "nmod"}) && preposition(tree_, noun) == "than" ? tree_.head(noun) : -1;
  if (more >= 0 && tree_.folded(more) == "more")
    return clauses_.fill(tree_.is(more, "xcomp") ? tree_.head(more) : more, "subj");
  const TokenId verb = tree_.head(noun);
  const bool remains =
      verb >= 0 && tree_.is(noun, "obl") && knowledge_.in_set("agreement_remaining", tree_.lemma(verb));
  return remains ? clauses_.fill(verb, "subj") : std::vector<TokenId>();
}

// "Put their initials to a charter", with the charter taken for a second object; "walked away from the treaty", with
// the treaty hung from the adverb.
void StepReader::add_misplaced(TokenId t, const std::string& slot, std::vector<TokenId>& found) const {
  for (const TokenId c : tree_.children(t)) {
    if (found.empty() && tree_.is(c, "obj") && preposition(tree_, c) == slot) found.push_back(c);
    if (!tree_.is_any(c, {"advmod", "compound:prt"})) continue;
    for (const TokenId d : tree_.children(c)) {
      if (found.empty() && tree_.is_any(d, {"obl", "nmod"}) && preposition(tree_, d) == slot) found.push_back(d);
    }
  }
  if (!found.empty() || slot != "obj" || !clauses_.is_verb(t) || clauses_.passive(t)) return;
  if (const TokenId noun = object_behind(t); noun >= 0) found.push_back(noun);
}

// "The Declaration on trade that X and Y concluded", with the verb hung from elsewhere: what "that" hangs from.
TokenId StepReader::relative_before(TokenId verb) const {
  for (TokenId w = verb - 1; w > verb - kPhraseReach && same_sentence(verb, w); --w) {
    if (finite(tree_, w) && tree_.head(w) != verb) break;
    if (tree_.word(w).xpos != "WDT") continue;
    TokenId noun = tree_.head(w);
    if (noun > w) noun = before_which(w);  // with the clause hung from the main verb
    return noun >= 0 && noun < w && instruments_.row(noun) != nullptr ? noun : -1;
  }
  return -1;
}

// "Put their names in Rome, after years of war, to an accord": the accord, hung from the war.
TokenId StepReader::instrument_after(TokenId t, const std::string& slot) const {
  for (TokenId w = t + 1; w < t + kPhraseReach && same_sentence(t, w) && !finite(tree_, w); ++w) {
    if (preposition(tree_, w) == slot && instruments_.row(w) != nullptr) return w;
  }
  return -1;
}

// "Concluded at the same sitting by X and Y", with X hung from the sitting.
std::vector<ActorMention> StepReader::agents_after(TokenId t) const {
  for (TokenId w = t + 1; w < t + kAgentReach && same_sentence(t, w) && !finite(tree_, w); ++w) {
    if (!tree_.is_any(w, {"nmod", "obl"}) || tree_.is(w, "nmod:poss")) continue;
    const std::string by = preposition(tree_, w);
    if (by != "by" && by != "between" && by != "among") continue;
    if (std::vector<ActorMention> found = parties_.read(w); !found.empty()) return found;
  }
  return {};
}

// What parties agree on is an instrument only where they agree on it ("secured a release" is none); that an article
// begins tells nothing of the whole.
bool StepReader::may_befall(TokenId t, TokenId about, const InstrumentStep& row) const {
  const InstrumentNoun* noun = instruments_.row(about);
  if (noun == nullptr) return true;
  // "The revised pact": what it is like, not what has been done to it now.
  if (tree_.is(t, "amod") && row.status == "in_force" && row.doer == InstrumentStep::Doer::kParties) return false;
  // "A single treaty was left": nobody has left it.
  if (row.status == "ended" && row.where.empty() && tree_.lemma(t) == "leave" && clauses_.passive(t)) return false;
  using Kind = InstrumentNoun::Kind;
  // "Refused to sign the instrument of ratification": not the treaty.
  if (noun->kind == Kind::kPart && !noun->modifiers.empty() && row.status == "signed") return false;
  if (noun->kind == Kind::kPart) return row.doer != InstrumentStep::Doer::kNone || row.status != "in_force";
  return noun->kind != Kind::kMatter || row.status != "agreed" ||
         !knowledge_.in_set("agreement_bringing_about", tree_.lemma(t));
}

// "Signed a memorandum on gas with X", with X hung from the gas.
void StepReader::add_partners(TokenId about, std::vector<ActorMention>& found) const {
  if (const auto named = instruments_.read(about); named.has_value()) add_new(found, named->partners);
}

// An organisation that bears no arms, or who speaks for one: seldom a side.
bool StepReader::acts_for_body(const ActorMention& mention) const {
  const std::string code = mention.actor.code.value_or("");
  return !code.empty() && !mention.armed && !knowledge_.state_of_code.contains(code);
}

// "The envoy and X promised": no undertaking of two.
bool StepReader::of_two_sides(const std::vector<ActorMention>& doers) const {
  return std::count_if(doers.begin(), doers.end(), [&](const ActorMention& m) { return !acts_for_body(m); }) > 1;
}

// "A truce worked out by the UN's envoy": no party.
bool StepReader::worked_out_by_mediator(TokenId t, const FoundStep& step) const {
  const bool own = step.row->doer == InstrumentStep::Doer::kParties && step.row->status != "signed";
  return own && clauses_.passive(t) && step.doers.size() == 1 && acts_for_body(step.doers.front()) &&
         step.doers.front().kind == ActorMention::Kind::kPerson;
}

// "Z handed X and Y the draft of an accord": Z is no party.
void StepReader::offer_of_mediator(TokenId t, TokenId about, FoundStep& step) const {
  if (step.row->status != "proposed" || !clauses_.is_verb(t) || clauses_.passive(t)) return;
  std::vector<ActorMention> receivers;
  for (const char* slot : {"to", "iobj", "for", "before"}) add_slot(t, slot, about, receivers);
  if (receivers.size() < 2) add_slot(about, "to", about, receivers);
  parties_.settle_country(receivers);
  std::set<std::string> codes;
  std::set<std::string> sides;
  for (const ActorMention& receiver : receivers) {
    codes.insert(receiver.actor.code.value_or(""));
    sides.insert(side_of(receiver));
  }
  const std::vector<ActorMention> givers = parties_.subjects(t);
  const bool third =
      givers.size() == 1 && givers.front().actor.code.has_value() && !codes.contains(*givers.front().actor.code);
  if (sides.size() < 2 || codes.contains("") || !third) return;
  // "X offered Y and Z a charter": one of three.
  const InstrumentNoun* noun = instruments_.row(about);
  const bool member = noun != nullptr && noun->form == "treaty" && clauses_.fill(t, "iobj").size() > 0;
  if (member) {
    step.doers = givers;
    add_new(step.doers, receivers);
    return;
  }
  step.brokers = givers;
  step.doers = receivers;
}

// "Under the pact between X and Y", "under its pact with X".
bool StepReader::tells_parties(TokenId about) const {
  const auto named = instruments_.read(about);
  if (!named.has_value()) return false;
  // "Its accord with X"; "the right that Y enjoys under the treaty with X".
  const bool state = tree_.child(about, "nmod:poss") >= 0 ||
                     std::any_of(named->owners.begin(), named->owners.end(), [](const ActorMention& m) {
                       return m.kind == ActorMention::Kind::kState || m.kind == ActorMention::Kind::kCapital;
                     });
  const bool own = state && !named->owners.empty() && !named->partners.empty();
  return own || named->parties.size() > 1;
}

}  // namespace entente

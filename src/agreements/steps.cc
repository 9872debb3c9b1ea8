#include "agreements/steps.h"

#include <algorithm>
#include <utility>

#include "actors/phrase.h"

namespace entente {
namespace {

using Doer = InstrumentStep::Doer;

constexpr std::int32_t kMaxChain = 4;  // "the text of the draft of a treaty"

bool fits_pos(const Tree& tree, const Clauses& clauses, TokenId t, Frame::Pos pos) {
  switch (pos) {
    case Frame::Pos::kVerb: return clauses.is_verb(t);
    case Frame::Pos::kNoun:  // "is in limbo": an adjective by its tag
      return tree.has_upos(t, {"NOUN", "PROPN"}) ||
             (tree.has_upos(t, {"ADJ"}) && tree.child(t, "case") >= 0 && tree.child(t, "cop") >= 0);
    case Frame::Pos::kAdjective:  // "is over": an adverb by its tag
      return tree.has_upos(t, {"ADJ", "VERB"}) || (tree.has_upos(t, {"ADV", "ADP"}) && tree.child(t, "cop") >= 0);
  }
  return false;
}

bool has_condition(const InstrumentStep& row, std::string_view slot) {
  return std::any_of(row.where.begin(), row.where.end(),
                     [&](const auto& condition) { return condition.first.front() == slot; });
}

}  // namespace

bool happened(const FoundStep& step) { return step.status == "actual" || step.status == "historical"; }

bool settles(const FoundStep& step) {
  const bool own = step.row->doer == Doer::kAll || step.row->doer == Doer::kParties;
  return own && (step.row->status == "signed" || step.row->status == "agreed" || step.row->status == "in_force");
}

// "The truce ended the war", "was ended": what acts on something, or is acted upon, does not end.
bool StepReader::befalls_another(TokenId t) const {
  const auto objects = clauses_.fill(t, "obj");
  const TokenId own = tree_.child(t, "obj");
  // "The truce, which X brokered, is holding", with "which" hung from the holding.
  if (own >= 0 && own < t && tree_.word(own).xpos == "WDT" && !tree_.is(t, "acl") && !clauses_.passive(t)) return false;
  // "Since November, when the truce collapsed": when, not what.
  const TokenId adverb = tree_.is(t, "acl:relcl") ? tree_.child(t, "advmod") : -1;
  const bool when = adverb >= 0 && tree_.word(adverb).xpos == "WRB";
  return clauses_.passive(t) || std::any_of(objects.begin(), objects.end(), [&](TokenId o) {
           if (when && o == tree_.head(t)) return false;
           const WordValue* word = knowledge_.word(tree_.lemma(o));
           const bool span = word != nullptr && word->kind == "unit" && tree_.child(o, "nmod") < 0;  // "held two days"
           return tree_.lemma(o) != "time" && !span;
         });
}

std::vector<TokenId> StepReader::fill(TokenId t, const std::string& slot, const InstrumentStep& row) const {
  const auto one = [](TokenId filler) { return filler >= 0 ? std::vector<TokenId>{filler} : std::vector<TokenId>{}; };
  if (slot == "head") {
    if (const TokenId noun = row.pos == Frame::Pos::kNoun ? told_beside(t) : -1; noun >= 0) return {noun};
    const TokenId beside = row.pos == Frame::Pos::kVerb && tree_.is(t, "advcl") ? participle_of(t) : -1;
    if (beside >= 0 && beside < t) return {beside};
    if (!tree_.is_any(t, {"amod", "compound", "acl", "nmod", "appos", "nmod:desc"})) return {};
    // "An exchange of notes, effective at once": the exchange.
    const TokenId noun = tree_.head(t);
    const bool of = t > noun && tree_.is(noun, "nmod") && preposition(tree_, noun) == "of";
    return one(of && instruments_.row(noun) == nullptr ? tree_.head(noun) : noun);
  }
  // "A memorandum is being drawn up": it does not draw anything.
  const bool tells = slot == "subj" && row.pos == Frame::Pos::kVerb && row.status.empty();
  if (tells && clauses_.passive(t) && clauses_.fill(t, slot).empty()) return {};
  if (slot == "subj" && second_relative(t)) return {tree_.head(t)};
  if (const TokenId before = slot == "obj" ? taken_for_part(t) : -1; before >= 0) return {before};
  const bool verb = row.pos == Frame::Pos::kVerb;
  const bool needs_object = has_condition(row, "obj") || has_condition(row, "in");  // "voted in favour of it"
  const bool befalling = slot == "subj" && verb && !needs_object && !row.status.empty();
  if (const TokenId noun = befalling ? subject_as_object(t) : -1; noun >= 0) return {noun};
  if (befalling && befalls_another(t)) return {};
  // "remained suspended", "left it unapplied": whose the verb above is.
  if (slot == "subj" && !verb && tree_.is(t, "xcomp")) {
    const TokenId above = object_above(t);
    if (above >= 0 && means_instrument(above, row)) return {above};
    const TokenId noun = instrument_above(t);
    return one(noun >= 0 ? noun : above);
  }
  if (slot == "obj" && tree_.child(t, "aux:pass") >= 0 && tree_.child(t, "nsubj") < 0) {
    if (const TokenId noun = participle_of(t); noun >= 0) return {noun};
  }
  if (const TokenId signer = signer_below_which(t); slot == "obj" && signer >= 0)
    return {relative_instrument(tree_.head(t), t)};
  if (const TokenId noun = verb ? left_behind(t, slot) : -1; noun >= 0) return {noun};
  if (const TokenId noun = needs_object ? stranded(t, slot) : -1; noun >= 0) return {noun};
  std::vector<TokenId> found = clauses_.fill(t, slot);
  // "The pact is untouched by it": that is none of what is untouched.
  const auto agent = [&](TokenId f) { return tree_.is(f, "obl") && preposition(tree_, f) == "by"; };
  if (slot == "subj" && !verb) found.erase(std::remove_if(found.begin(), found.end(), agent), found.end());
  if (slot == "subj" && !verb) add_subjects(t, found);
  if (slot == "subj" && !verb && found.empty()) found = who_remains(t);
  for (TokenId& filler : found) filler = relative_instrument(named_as(filler), t);
  if (found.empty()) add_misplaced(t, slot, found);
  // "Came to be bound by it", "came to an understanding on it".
  const bool becomes = has_condition(row, "comp") || has_condition(row, "to");
  // "Pulled out on Monday of a treaty", hung from the day.
  const bool out = slot == "of" && row.status == "ended" && tree_.child(t, "compound:prt") >= 0;
  // "Was sent home in line with the accord": the accord hung beside the line.
  const bool adverbial = std::any_of(row.where.begin(), row.where.end(), [](const auto& condition) {
    return condition.first.front() == "case" && condition.second.contains("in");
  });
  const bool reaches = ((needs_object || becomes || out) && slot != "obj" && slot != "subj" && found.empty()) ||
                       (row.pos == Frame::Pos::kNoun && (slot == "of" || (adverbial && slot != "subj")));
  if (reaches && std::none_of(found.begin(), found.end(), [&](TokenId f) { return means_instrument(f, row); })) {
    if (const TokenId noun = instrument_after(t, slot); noun >= 0) return {noun};
  }
  add_elsewhere(t, slot, row, found);
  return found;
}

// What the tree hangs from another word than the step's.
void StepReader::add_elsewhere(TokenId t, const std::string& slot, const InstrumentStep& row,
                               std::vector<TokenId>& found) const {
  const auto take = [&](TokenId noun) {
    if (noun >= 0) found = {noun};
    return noun >= 0;
  };
  if (slot == "obj" && found.empty() && clauses_.is_verb(t)) take(object_before(t));
  if (row.pos == Frame::Pos::kNoun && found.empty() && take(matter_beside(t, slot))) return;
  for (TokenId& filler : found) filler = named_as(filler);
  const bool told = std::any_of(found.begin(), found.end(), [&](TokenId f) { return means_instrument(f, row); });
  if (slot == "obj" && !told && take(participle_of(t))) return;
  const bool befalls = slot == "subj" || (slot == "obj" && clauses_.passive(t));
  if (befalls && !told) take(instrument_above(t));
}

// "in a joint statement": joint; "removed the last obstacle to it": last.
std::vector<TokenId> StepReader::adjectives_of(TokenId t, const InstrumentStep& row) const {
  std::vector<TokenId> found;
  std::vector<std::string> slots = row.slots;
  for (const auto& condition : row.where) {
    if (condition.first.front() == "obj") slots.push_back("obj");
  }
  for (const std::string& slot : slots) {
    for (const TokenId filler : clauses_.fill(t, slot)) {
      for (const TokenId c : tree_.children(filler)) {
        if (tree_.is(c, "amod")) found.push_back(c);
      }
    }
  }
  return found;
}

bool StepReader::meets(TokenId t, const InstrumentStep& row) const {
  return std::all_of(row.where.begin(), row.where.end(), [&](const auto& condition) {
    return std::any_of(condition.first.begin(), condition.first.end(), [&](const std::string& slot) {
      if (slot == "case") return condition.second.contains(preposition(tree_, t));
      if (slot == "above") return tree_.head(t) >= 0 && condition.second.contains(tree_.lemma(tree_.head(t)));
      auto fillers = slot == "adj" && row.pos != Frame::Pos::kNoun ? adjectives_of(t, row) : clauses_.fill(t, slot);
      if (slot == "comp") {
        add_result(t, fillers);
        // "Declared the deal over", "left it hanging".
        for (const TokenId c : tree_.children(t)) {
          const bool state = tree_.is(c, "advcl") && tree_.word(c).xpos == "VBG" && tree_.child(c, "mark") < 0;
          if ((state || tree_.is(c, "advmod")) && c > t && c > tree_.child(t, "obj")) fillers.push_back(c);
        }
      }
      if (fillers.empty() && slot != "adj") fillers = behind_relative(t, slot);
      // "Members of the European Parliament", by what they are known as.
      const bool houses = condition.second.contains("parliament");
      return std::any_of(fillers.begin(), fillers.end(), [&](TokenId f) {
        if (houses && is_legislature(f)) return true;
        return condition.second.empty() || condition.second.contains(tree_.lemma(f)) ||
               condition.second.contains(tree_.folded(f));
      });
    });
  });
}

// "The first stage of the accord", "obligations under the treaty", "a paper, the X Protocol"; of talks on an accord
// only that they have stalled is told of it.
TokenId StepReader::inner_instrument(TokenId t, bool carries, const std::string& status) const {
  // "Accepted a call for a ceasefire".
  const bool offer = status == "agreed" && knowledge_.in_set("agreement_offer", tree_.lemma(t));
  const bool part = carries || offer || knowledge_.in_set("agreement_part", tree_.lemma(t));
  const bool talks = (status == "stalled" || status == "ended") && knowledge_.in_set("agreement_talks", tree_.lemma(t));
  if (!part && !talks && !knowledge_.in_set("agreement_doing", tree_.lemma(t)))
    return status == "violated" ? laid_down_in(t) : -1;
  for (const TokenId c : tree_.children(t)) {
    const InstrumentNoun* row = tree_.is_any(c, {"nmod", "appos"}) ? instruments_.row(c) : nullptr;
    const std::string by = preposition(tree_, c);
    // "Suspended its part in it".
    const bool it = tree_.is(c, "nmod") && (by == "of" || by == "in") && tree_.has_upos(c, {"PRON"});
    if (it && part && knowledge_.in_set("grammar_it", tree_.folded(c))) return c;
    // "Talks with the rebels on it", hung from the rebels.
    if (talks && row == nullptr && by == "with") {
      for (const TokenId d : tree_.children(c)) {
        if (tree_.is(d, "nmod") && preposition(tree_, d) == "on" && instruments_.row(d) != nullptr) return d;
      }
    }
    // "Instruments of ratification for it", hung from the ratification.
    const InstrumentNoun* own = instruments_.row(t);
    if (row == nullptr && own != nullptr && own->modifiers.contains(tree_.lemma(c))) {
      for (const TokenId d : tree_.children(c)) {
        if (tree_.is(d, "nmod") && preposition(tree_, d) == "for" && instruments_.row(d) != nullptr) return d;
      }
    }
    if (row == nullptr) continue;
    // "Work under the contract has stopped".
    if (by == "under" && knowledge_.in_set("agreement_doing", tree_.lemma(t))) return c;
    if (offer && by == "for") return c;
    if (part && (by == "of" || by == "under" || by == "in" || by == "to")) return c;
    if (talks && (by == "of" || by == "on" || by == "over" || by == "about" || by == "for")) return c;
    if (carries && tree_.is(c, "appos") && by.empty() && row->kind == InstrumentNoun::Kind::kSolid) return c;
  }
  for (const TokenId c : tree_.children(t)) {  // "its execution"
    if (part && tree_.is(c, "nmod:poss") && knowledge_.in_set("grammar_it", tree_.folded(c))) return c;
  }
  if (const TokenId broken = status == "violated" ? laid_down_in(t) : -1; broken >= 0) return broken;
  const bool doing = knowledge_.in_set("agreement_doing", tree_.lemma(t));
  if (const TokenId beside = doing ? matter_beside(t, "under") : -1; beside >= 0) return beside;
  for (const char* by : {"on", "over", "about"}) {
    if (const TokenId beside = talks ? matter_beside(t, by) : -1; beside >= 0) return beside;
  }
  return -1;
}

bool StepReader::means_instrument(TokenId filler, const InstrumentStep& row) const {
  return !instruments_in(filler, row).empty();
}

// The instruments that a filler means, conjuncts apart: "the terms of the accord", "a treaty and a protocol", "it".
std::vector<TokenId> StepReader::instruments_in(TokenId filler, const InstrumentStep& step_row) const {
  const std::string& status = step_row.status;
  std::vector<TokenId> heads = {filler};
  for (const TokenId c : tree_.children(filler)) {
    if (tree_.is(c, "conj")) heads.push_back(c);
  }
  std::vector<TokenId> found;
  for (TokenId t : heads) {
    if (const TokenId before = taken_for_part(t); before >= 0) t = before;
    for (std::int32_t step = 0; step < kMaxChain; ++step) {
      const InstrumentNoun* row = instruments_.row(t);
      const bool carries = row != nullptr
                               ? row->kind == InstrumentNoun::Kind::kPart || row->kind == InstrumentNoun::Kind::kPaper
                               : knowledge_.in_set("grammar_quantity", tree_.lemma(t)) ||
                                     tree_.has_upos(t, {"NUM", "ADJ"});  // "the second, the X Declaration"
      const TokenId inner = inner_instrument(t, carries, status);
      if (inner >= 0) {
        t = inner;
        continue;
      }
      // "Signed them", but not "they were broken", nor "talked about it".
      const bool it = knowledge_.in_set("grammar_it", tree_.folded(t));
      const bool them = tree_.folded(t) == "them" && (status == "signed" || status == "ratified");
      const bool one = tree_.folded(t) == "one" && status == "signed";
      const bool weighs = status == "proposed" && step_row.doer != Doer::kParty;
      const bool pronoun = one || (tree_.has_upos(t, {"PRON"}) && !weighs && (it || them));
      if (row != nullptr || pronoun || not_a_line(t)) found.push_back(t);
      break;
    }
  }
  return found;
}

// "The shipments promised in it are in abeyance", "the road that it provides for exists only on paper".
bool StepReader::foreseen_lies_idle(TokenId t, const InstrumentStep& row) const {
  const TokenId clause = tree_.is(t, "xcomp") ? tree_.head(t) : t;  // "that they agreed to set up in it"
  const TokenId noun = row.status.empty() && tree_.is_any(clause, {"acl", "acl:relcl"}) ? tree_.head(clause) : -1;
  if (noun < 0 || instruments_.row(noun) != nullptr || !tree_.is_any(noun, {"nsubj", "nsubj:pass"})) return false;
  const TokenId above = tree_.head(noun);
  const TokenId what = tree_.child(above, "xcomp");  // "remains a drawing"
  const TokenId word = what >= 0 && tree_.has_upos(what, {"NOUN", "ADJ"}) ? what : above;
  const auto rows = knowledge_.steps_of.find(tree_.lemma(word));
  return rows != knowledge_.steps_of.end() &&
         std::any_of(rows->second.begin(), rows->second.end(), [&](std::int32_t index) {
           const InstrumentStep& other = knowledge_.steps[static_cast<std::size_t>(index)];
           const bool befalls =
               other.slots.front() == "subj" || (other.slots.front() == "obj" && clauses_.passive(word));
           const bool idle = other.status == "stalled" ||  // "remains a dream"
                             (other.status == "proposed" && other.pos == Frame::Pos::kNoun);
           return idle && befalls && fits_pos(tree_, clauses_, word, other.pos) && meets(word, other) &&
                  status(word, other) == "actual";
         });
}

void StepReader::read_word(TokenId t, const std::vector<std::int32_t>& rows, std::vector<FoundStep>& out) const {
  std::vector<TokenId> taken;
  if (says_only_how(t)) return;
  for (const std::int32_t index : rows) {
    const InstrumentStep& row = knowledge_.steps[static_cast<std::size_t>(index)];
    if (!fits_pos(tree_, clauses_, t, row.pos) || !meets(t, row)) continue;
    for (const std::string& slot : row.slots) {
      const bool deed = slot == "comp" || slot == "deed";
      if (slot == "deed" && tree_.is_any(t, {"acl", "acl:relcl", "advcl"})) continue;
      for (const TokenId filler : slot == "deed" ? std::vector<TokenId>{t} : fill(t, slot, row)) {
        // "They undertook to share": what they did is the instrument, which a later noun may name.
        const std::vector<TokenId> instruments = deed ? std::vector<TokenId>{t} : instruments_in(filler, row);
        for (const TokenId about : instruments) {
          if (std::find(taken.begin(), taken.end(), about) != taken.end() || !may_befall(t, about, row)) continue;
          if (tells_term(t, row)) continue;
          FoundStep step;
          step.trigger = t;
          step.about = about;
          step.row = &row;
          step.doers = doers(t, about, row);
          step.status = status(t, row);
          // "Under a memorandum X undertakes": with whom, the words around it tell.
          const bool under = row.slots.front() == "under" && (step.doers.size() == 1 || tells_parties(about));
          step.stalls =
              row.status == "ended" && about != filler && knowledge_.in_set("agreement_talks", tree_.lemma(filler));
          step.stalls = step.stalls || foreseen_lies_idle(t, row);
          step.breaks = breaks(t, row);
          if (step.breaks) add_breaker(step);
          step.applies = !step.breaks && happened(step) && applied(t, row);
          const bool idle = row.slots.front() == "under" && step.status == "negated";
          const bool untold = settled_by_nobody(t, row, step);
          const bool told = under || step.applies || step.breaks || idle || untold;
          if (row.doer == Doer::kAll && step.doers.size() < 2 && !told) continue;
          if (row.doer == Doer::kBroker) step.brokers = brokers(t);
          if (deed && (!of_two_sides(step.doers) || (slot == "deed" && !happened(step)))) continue;
          if (worked_out_by_mediator(t, step)) step.brokers = std::exchange(step.doers, {});
          offer_of_mediator(t, about, step);
          if (by_legislature(step)) step.row = &ratified_row();
          taken.push_back(about);
          out.push_back(std::move(step));
        }
      }
    }
  }
}

std::vector<FoundStep> StepReader::read() const {
  static const std::string kAnyVerb = "*";
  std::vector<FoundStep> steps;
  const auto any = knowledge_.steps_of.find(kAnyVerb);
  for (TokenId t = 0; t < tree_.size(); ++t) {
    // "A long way off", "far off": away.
    const bool afar = tree_.folded(t) == "off" && tree_.child(t, "cop") >= 0 && same_sentence(t, t - 1) &&
                      (tree_.child(t, "obl:unmarked") >= 0 || tree_.folded(t - 1) == "far");
    auto rows = knowledge_.steps_of.find(afar ? "away" : tree_.lemma(t));
    if (rows == knowledge_.steps_of.end()) rows = knowledge_.steps_of.find(tree_.folded(t));  // "standstil"
    if (rows != knowledge_.steps_of.end()) read_word(t, rows->second, steps);
    // "remained suspended": a participle as an adjective.
    const auto form = tree_.folded(t) != tree_.lemma(t) && tree_.is(t, "xcomp")
                          ? knowledge_.steps_of.find(tree_.folded(t))
                          : knowledge_.steps_of.end();
    if (form != knowledge_.steps_of.end()) read_word(t, form->second, steps);
    if (any != knowledge_.steps_of.end() && clauses_.is_verb(t)) read_word(t, any->second, steps);
  }
  add_bare(steps);
  return steps;
}

}  // namespace entente

// Magnitude: killed, wounded, arrested, displaced and the size of a crowd, only as stated. Sums of money: money.cc.
#include <algorithm>
#include <cmath>

#include "actors/phrase.h"
#include "events/events.h"
#include "events/numbers.h"

namespace entente {
namespace {

using Field = std::optional<std::int64_t> Magnitude::*;

class MagnitudeReader {
 public:
  MagnitudeReader(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses)
      : tree_(tree), knowledge_(knowledge), clauses_(clauses) {}

  // All that fill the slot, "two marines and two builders", as far as they are counted.
  [[nodiscard]] std::optional<std::int64_t> counted(TokenId verb, const char* slot) const {
    std::optional<std::int64_t> sum;
    for (const TokenId filler : clauses_.fill(verb, slot)) {
      for (const TokenId each : tree_.subtree(filler, [&](TokenId c) { return !tree_.is(c, "conj"); })) {
        if (each != filler && tree_.has_upos(each, {"NUM"})) continue;  // "300 on Friday and another 40 on Sunday"
        if (const auto number = number_of(each); number.has_value()) sum = sum.value_or(0) + *number;
      }
    }
    return sum;
  }

  void read_verb(TokenId verb, Magnitude& magnitude) const {
    const std::string& lemma = tree_.lemma(verb);
    if (knowledge_.in_set("dying", lemma)) take(verb, "subj", &Magnitude::killed, magnitude);
    if (knowledge_.in_set("killing", lemma) || ends_dead(verb)) take(verb, "obj", &Magnitude::killed, magnitude);
    if (knowledge_.in_set("wounding", lemma)) take(verb, "obj", &Magnitude::wounded, magnitude);
    if (knowledge_.in_set("arresting", lemma)) take(verb, "obj", &Magnitude::arrested, magnitude);
    if (knowledge_.in_set("displacing", lemma) || drives_out(verb)) take(verb, "obj", &Magnitude::displaced, magnitude);
    for (const TokenId c : tree_.children(verb)) {
      // "with 46 dead", "leaving five dead and two wounded"
      if (tree_.is_any(c, {"obl", "obj", "nsubj"})) read_toll(c, magnitude);
    }
  }

 private:
  [[nodiscard]] std::optional<std::int64_t> number_of(TokenId filler) const {
    if (const auto number = read_number(tree_, knowledge_, filler); number.has_value()) return number;
    if (is_one(filler)) return 1;
    if (const TokenId members = members_of(filler); members >= 0) return read_number(tree_, knowledge_, members);
    if (!tree_.has_upos(filler, {"NUM"})) return std::nullopt;
    const auto value = value_of(number_words(knowledge_, tree_.folded(filler)));
    return value.has_value() ? std::optional<std::int64_t>(std::llround(*value)) : std::nullopt;
  }

  // "a sergeant"; but a crew or a group of men is not one.
  [[nodiscard]] bool is_one(TokenId noun) const {
    const TokenId det = tree_.child(noun, "det");
    return det >= 0 && tree_.has_upos(noun, {"NOUN"}) && knowledge_.in_set("grammar_one", tree_.folded(det)) &&
           !knowledge_.in_set("many_in_one", tree_.lemma(noun));
  }

  // "a group of 20 men": the men; -1 for none.
  [[nodiscard]] TokenId members_of(TokenId noun) const {
    if (!knowledge_.in_set("many_in_one", tree_.lemma(noun))) return -1;
    for (const TokenId c : tree_.children(noun)) {
      if (tree_.is(c, "nmod") && preposition(tree_, c) == "of") return c;
    }
    return -1;
  }

  void take(TokenId verb, const char* slot, Field field, Magnitude& magnitude) const {
    if (!(magnitude.*field).has_value()) magnitude.*field = counted(verb, slot);
  }

  // "shot dead three men", "shot three men dead", "hacked two to death", "leaving five dead"
  [[nodiscard]] bool ends_dead(TokenId verb) const {
    const auto dead = [&](TokenId c) {
      return tree_.is_any(c, {"xcomp", "advmod", "amod", "obj"}) && knowledge_.in_set("grammar_dead", tree_.folded(c));
    };
    const auto& below = tree_.children(verb);
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      if (dead(c) || (tree_.is(c, "obl") && tree_.folded(c) == "death" && preposition(tree_, c) == "to")) return true;
      return tree_.is(c, "obj") && std::any_of(tree_.children(c).begin(), tree_.children(c).end(), dead);
    });
  }

  // "drove 800,000 people out", "put 3,000 to flight", "sent them fleeing"
  [[nodiscard]] bool drives_out(TokenId verb) const {
    const bool drives = knowledge_.in_set("grammar_driving", tree_.lemma(verb));
    const auto& below = tree_.children(verb);
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      if (knowledge_.in_set("grammar_to_flight", tree_.folded(c))) return true;
      const bool out = knowledge_.in_set("grammar_out_of", tree_.folded(c)) ||
                       (tree_.is(c, "obl") && knowledge_.in_set("grammar_out_of", preposition(tree_, c)));
      return drives && out;
    });
  }

  // "46 dead", "five wounded": words that tell what became of them stand as nouns.
  void read_toll(TokenId noun, Magnitude& magnitude) const {
    const std::string& form = tree_.folded(noun);
    const Field field = knowledge_.in_set("grammar_dead", form)      ? &Magnitude::killed
                        : knowledge_.in_set("grammar_wounded", form) ? &Magnitude::wounded
                                                                     : nullptr;
    if (field == nullptr || (magnitude.*field).has_value()) return;
    magnitude.*field = read_number(tree_, knowledge_, noun);
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
};

// The clause itself, what is joined to it, its adverbial clauses, and a verb of which it is the subject.
std::vector<TokenId> clauses_of_act(const Tree& tree, const Knowledge& knowledge, const FrameMatch& match) {
  std::vector<TokenId> verbs = tree.subtree(match.trigger, [&](TokenId c) {
    return !tree.is_any(c, {"conj", "advcl", "acl", "parataxis"});
  });
  const TokenId above = tree.head(match.trigger);
  if (above >= 0 && tree.is_any(match.trigger, {"nsubj", "advcl", "obl"})) verbs.push_back(above);
  // "dispersed the crowd and arrested eleven": those belong to the arrest, which is an event of its own.
  const auto of_other = [&](TokenId verb) {
    const auto frames = knowledge.verb_frames.find(tree.lemma(verb));
    if (verb == match.trigger || !tree.is(verb, "conj") || frames == knowledge.verb_frames.end()) return false;
    return std::none_of(frames->second.begin(), frames->second.end(), [&](std::int32_t i) {
      return knowledge.frames[static_cast<std::size_t>(i)].type == match.frame->type;
    });
  };
  verbs.erase(std::remove_if(verbs.begin(), verbs.end(), of_other), verbs.end());
  return verbs;
}

}  // namespace

Magnitude read_magnitude(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses,
                         const FrameMatch& match) {
  Magnitude magnitude;
  const MagnitudeReader reader(tree, knowledge, clauses);
  const std::string& type = match.frame->type;
  if (type == "PROTEST") {
    magnitude.crowd = reader.counted(match.trigger, match.frame->pos == Frame::Pos::kNoun ? "by" : "subj");
  } else if (type == "ASSAULT" || type == "COERCE") {
    for (const TokenId verb : clauses_of_act(tree, knowledge, match)) reader.read_verb(verb, magnitude);
  }
  return magnitude;
}

}  // namespace entente

// Status: negation, future and condition, in the clause and above it.
#include <algorithm>

#include "actors/phrase.h"
#include "events/events.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxSteps = 6;  // governors above a clause that are looked at

class StatusReader {
 public:
  StatusReader(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const FrameMatch& match)
      : tree_(tree), knowledge_(knowledge), clauses_(clauses), match_(match) {}

  // Of the words that hang from t itself: "" where they say nothing.
  [[nodiscard]] std::string own(TokenId t) const {
    std::string status;
    for (const TokenId c : tree_.children(t)) {
      const std::string& lemma = tree_.lemma(c);
      const std::string& form = tree_.folded(c);
      const bool negative = knowledge_.in_set("grammar_negation", lemma) || knowledge_.in_set("grammar_negation", form);
      if (negative && !asked_for(c) && tree_.is_any(c, {"advmod", "det", "neg", "cc:preconj"})) return "negated";
      if (form == "without" && !asked_without(t) && tree_.is_any(c, {"mark", "case"})) return "negated";
      if (tree_.is(c, "aux") || tree_.is(c, "aux:pass")) {
        if (knowledge_.in_set("grammar_hypothetical", lemma) || knowledge_.in_set("grammar_hypothetical", form))
          status = "hypothetical";
        if (knowledge_.in_set("grammar_future", lemma) || knowledge_.in_set("grammar_future", form)) status = "future";
        if (knowledge_.in_set("grammar_would", lemma) || knowledge_.in_set("grammar_would", form))
          status = reported(t) ? "future" : "hypothetical";
      }
      if (tree_.is(c, "mark") && (knowledge_.in_set("grammar_condition", form) || awaited(t, form)))
        status = "hypothetical";
    }
    // "If the talks fail, X will leave": it may not come to that.
    if (status == "future" && conditioned(t)) status = "hypothetical";
    if (status.empty() && (is_to_come(t) || is_scheduled(t))) status = "future";
    // "is to visit": a form of be with an infinitive.
    if (tree_.is(t, "xcomp") && tree_.head(t) >= 0 && tree_.lemma(tree_.head(t)) == "be" && status.empty())
      status = "future";
    return status;
  }

  // "took no notice", "left without a word": a negation that the frame itself asks for tells what was done, and not
  // that it was not.
  [[nodiscard]] bool asked_for(TokenId c) const {
    return std::find(match_.nouns.begin(), match_.nouns.end(), c) != match_.nouns.end();
  }

  [[nodiscard]] bool asked_without(TokenId t) const {
    if (match_.frame == nullptr || !asked_for(t)) return false;
    const auto& where = match_.frame->where;
    return std::any_of(where.begin(), where.end(), [](const Condition& condition) {
      return !condition.absent && std::any_of(condition.paths.begin(), condition.paths.end(), [](const SlotPath& path) {
        return std::find(path.begin(), path.end(), "without") != path.end();
      });
    });
  }

  // "is to ratify", "is due to meet", with the form of be hung from the verb.
  [[nodiscard]] bool is_to_come(TokenId t) const {
    if (!tree_.has_upos(t, {"VERB"})) return false;
    bool be = false;
    bool to = false;
    for (const TokenId c : tree_.children(t)) {
      be = be || (tree_.is_any(c, {"cop", "aux"}) && tree_.lemma(c) == "be");
      to = to || (tree_.is(c, "mark") && (tree_.folded(c) == "to" || tree_.child(c, "fixed") >= 0));
    }
    return be && to;
  }

  // "meets X on Wednesday", "arrive tomorrow": the present of a timetable, with a day.
  [[nodiscard]] bool is_scheduled(TokenId t) const {
    const std::string& xpos = tree_.word(t).xpos;
    if ((xpos != "VBZ" && xpos != "VBP") || !knowledge_.in_set("grammar_timetable", tree_.lemma(t))) return false;
    bool day = false;
    for (const TokenId c : tree_.children(t)) {
      if (tree_.is_any(c, {"aux", "cop", "aux:pass"})) return false;
      if (c < t || !tree_.is_any(c, {"obl", "obl:unmarked", "advmod", "nmod:unmarked"})) continue;
      const WordValue* word = knowledge_.word(tree_.folded(c));
      day = day || (word != nullptr && (word->kind == "weekday" || (word->kind == "relative_day" && word->value > 0)));
    }
    return day;
  }

  // "will not leave until X frees them": not yet, and perhaps never.
  [[nodiscard]] bool awaited(TokenId t, const std::string& mark) const {
    const TokenId main = tree_.is(t, "advcl") ? tree_.head(t) : -1;
    if (main < 0 || !knowledge_.in_set("grammar_until", mark)) return false;
    return std::any_of(tree_.children(main).begin(), tree_.children(main).end(), [&](TokenId c) {
      return tree_.is(c, "aux") && (knowledge_.in_set("grammar_future", tree_.folded(c)) ||
                                    knowledge_.in_set("grammar_would", tree_.folded(c)));
    });
  }

  [[nodiscard]] bool conditioned(TokenId t) const {
    const auto& clauses = tree_.children(t);
    return std::any_of(clauses.begin(), clauses.end(), [&](TokenId c) {
      return tree_.is(c, "advcl") && knowledge_.in_set("grammar_condition", preposition(tree_, c));
    });
  }

  // "said it would": the future as seen from the past.
  [[nodiscard]] bool reported(TokenId t) const {
    for (std::int32_t step = 0; step < kMaxSteps && t >= 0; ++step, t = tree_.head(t)) {
      if (tree_.is(t, "ccomp")) return true;
    }
    return false;
  }

  [[nodiscard]] std::string read(TokenId trigger) const {
    std::string status = own(trigger);
    // "doubts that it will": what is doubted is no plan.
    if (status == "future" && tree_.is(trigger, "ccomp") && governed(tree_.head(trigger), trigger) == "hypothetical")
      return "hypothetical";
    if (!status.empty()) return status;
    TokenId t = trigger;
    for (std::int32_t step = 0; step < kMaxSteps; ++step) {
      const TokenId above = tree_.head(t);
      if (above < 0) return status;
      // Conjuncts share what the first of them says of itself, but a new clause with its own subject stands alone.
      const bool own_clause = clauses_.is_verb(t) && tree_.child(t, "nsubj") >= 0;
      if (tree_.is(t, "conj")) {
        if (own_clause || tree_.child(t, "aux") >= 0) return status;
        std::string shared = own(above);
        if (shared == "future" || shared == "hypothetical") return shared;
        t = above;
        continue;
      }
      if (tree_.is_any(t, {"advcl", "acl:relcl", "parataxis"}) && clauses_.is_verb(t)) {
        // "will visit Rome, meeting the Pope": a clause without a subject goes with its main clause.
        // "refrained from expelling" is told by what governs it.
        const bool from = tree_.is(t, "advcl") && preposition(tree_, t) == "from";
        if (own_clause || (tree_.child(t, "mark") >= 0 && !from) || !tree_.is(t, "advcl")) return status;
      }
      // "under the accord, brokered by Norway, they will disarm": what the participle tells is done.
      if (tree_.is(t, "acl") && tree_.word(t).xpos == "VBN") return status;
      if (tree_.is(t, "ccomp") && !tree_.is(t, "xcomp")) return governed(above, t);
      std::string by = governed(above, t);
      if (!by.empty()) return by;
      if (clauses_.is_verb(above)) {
        std::string outer = own(above);
        if (!outer.empty() && (tree_.is(t, "xcomp") || !clauses_.is_verb(t) || tree_.is(t, "advcl"))) return outer;
      } else if (std::string outer = own(above); outer == "negated") {
        return outer;
      }
      t = above;
    }
    return status;
  }

 private:
  // What `above` says of the act that hangs from it at t: as its object, complement, or passive subject.
  [[nodiscard]] std::string governed(TokenId above, TokenId t) const {
    const auto found = knowledge_.governors.find(tree_.lemma(above));
    if (found == knowledge_.governors.end()) return "";
    const bool argument =
        tree_.is_any(t, {"obj", "xcomp", "ccomp", "nsubj:pass", "obl", "acl", "nmod", "advcl", "csubj"});
    if (!argument) return "";
    // "ask", "call" and the like reach their complements and "for" phrases only.
    if (tree_.is_any(t, {"obl", "nmod"}) && found->second != "hypothetical") return "";
    const std::string own_status = own(above);
    if (own_status == "negated" && found->second == "future") return "negated";
    if (own_status == "negated" && found->second == "negated") return "";
    return found->second;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
  const FrameMatch& match_;
};

// "will not accept": the negation is what makes the frame hold, or the model's reason to take it for a refusal.
bool negates_itself(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const FrameMatch& match) {
  if (match.frame == nullptr) return false;  // asked of a word that is no event
  const Frame& frame = *match.frame;
  // "does not accept", "does not want": the refusal itself.
  const bool unwilling = knowledge.in_set("unwilling", tree.lemma(match.trigger));
  if (frame.open) return frame.type == "REJECT" && (unwilling || is_refused(tree, knowledge, clauses, match.trigger));
  return std::any_of(frame.where.begin(), frame.where.end(), [&](const Condition& condition) {
    return !condition.absent && condition.test == Condition::Test::kLemma &&
           condition.paths.front() == SlotPath{"prt"} && condition.lemmas.contains("not");
  });
}

}  // namespace

bool is_refused(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, TokenId trigger) {
  if (!clauses.is_verb(trigger) || clauses.passive(trigger)) return false;
  const auto is_one = [&](TokenId c, const char* set) {
    return knowledge.in_set(set, tree.lemma(c)) || knowledge.in_set(set, tree.folded(c));
  };
  // Of the verb itself, or of the intention above it: "does not intend to", "has no plans to", "is not ready to".
  const TokenId above = tree.is_any(trigger, {"xcomp", "acl"}) ? tree.head(trigger) : -1;
  const bool intention = above >= 0 && knowledge.in_set("intentions", tree.lemma(above));
  const TokenId says = intention ? above : trigger;
  bool negated = false;
  bool ahead = intention;
  for (const TokenId c : tree.children(says)) {
    if (tree.is_any(c, {"advmod", "det"}) && is_one(c, "grammar_negation")) negated = true;
    if (tree.is(c, "aux") && (is_one(c, "grammar_future") || is_one(c, "grammar_would"))) ahead = true;
    if (tree.is(c, "mark") && is_one(c, "grammar_condition")) return false;
  }
  return negated && ahead;
}

std::string read_status(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const FrameMatch& match) {
  const StatusReader reader(tree, knowledge, clauses, match);
  if (negates_itself(tree, knowledge, clauses, match)) return "actual";
  // "held no talks": the noun of a light verb may carry the negation.
  for (const TokenId noun : match.nouns) {
    if (tree.head(noun) == match.trigger && !clauses.is_verb(noun) && reader.own(noun) == "negated") return "negated";
  }
  for (const TokenId subject : clauses.fill(match.trigger, "subj")) {
    if (tree.head(subject) == match.trigger && reader.own(subject) == "negated") return "negated";
  }
  const std::string status = reader.read(match.trigger);
  return status.empty() ? "actual" : status;
}

}  // namespace entente

// What limits a clause of an agreement: conditions, time limits, territory.
#include <algorithm>
#include <cctype>

#include "actors/phrase.h"
#include "agreements/clause_reading.h"

namespace entente {
namespace {

class ConditionReader {
 public:
  ConditionReader(const Tree& tree, const Knowledge& knowledge, const TreatyClause& clause)
      : tree_(tree), knowledge_(knowledge), clause_(clause) {}

  [[nodiscard]] std::vector<Quote> read() const {
    std::vector<Quote> found;
    for (const TokenId t : clause_.words) {
      if (!limits(t) || in_relative(t)) continue;
      const TokenSpan run = run_of(t);
      const CodePointSpan span = tree_.span(run.begin.value, run.end.value - 1);
      if (!found.empty() && span.begin.value < found.back().span.end.value) continue;
      found.push_back({tree_.text(span), span});
    }
    return found;
  }

 private:
  [[nodiscard]] bool is(const char* kind, const std::string& word) const {
    return knowledge_.provisions.is(kind, word);
  }

  // Below the verbs of the clause, not inside one of its noun phrases.
  [[nodiscard]] bool of_clause(TokenId t) const {
    const TokenId head = tree_.head(t);
    return head == clause_.predicate || head == clause_.content || head == clause_.governor ||
           (head >= 0 && tree_.has_upos(head, {"VERB", "AUX"}));
  }

  // "the pact that they signed in 2001": the year is the signing's.
  [[nodiscard]] bool in_relative(TokenId t) const {
    for (TokenId at = t; at >= 0 && at != clause_.predicate; at = tree_.head(at)) {
      if (tree_.is(at, "acl:relcl")) return true;
    }
    return false;
  }

  [[nodiscard]] bool limits(TokenId t) const {
    if (tree_.is(t, "advcl")) return clause_limits(t);
    if (tree_.is_any(t, {"obl", "nmod"}) && !tree_.is(t, "nmod:poss")) return phrase_limits(t);
    return false;
  }

  // "if", "unless", "once", "as soon as"; "should either be attacked".
  [[nodiscard]] bool clause_limits(TokenId t) const {
    if (t == clause_.content) return false;
    const auto words = tree_.subtree(t);
    const std::string& first = tree_.folded(words.front());
    const TokenId mark = tree_.child(t, "mark");
    if (mark >= 0 && tree_.folded(mark) == "to") return false;
    for (const TokenId c : tree_.children(t)) {
      if (c < t && tree_.is(c, "advmod") && is("clause_mark", tree_.folded(c))) return true;
    }
    return is("clause_mark", first) || (mark >= 0 && is("clause_mark", tree_.folded(mark)));
  }

  [[nodiscard]] bool phrase_limits(TokenId t) const {
    const std::string by = preposition(tree_, t);
    const bool time = is_time(t);
    if (by.empty()) return time && (of_clause(t) || tree_.is(t, "obl")) && !frequent(t);
    if (is("always", by)) return true;
    if (is("limit", by) && is("limit_noun", tree_.lemma(t))) return true;
    if (time && is("time", by) && (of_clause(t) || tree_.is(t, "nmod"))) return !frequent(t);
    return of_clause(t) && is("place", by) && territory(t);
  }

  [[nodiscard]] bool is_time(TokenId t) const {
    const std::string& form = tree_.folded(t);
    if (is("time_noun", tree_.lemma(t)) || is("time_noun", form)) return true;
    // "November 15"
    if (tree_.has_upos(t, {"NUM"})) {
      for (const TokenId c : tree_.children(t)) {
        if (is("time_noun", tree_.folded(c))) return true;
      }
    }
    const std::size_t hyphen = form.find('-');  // "mid-June"
    if (hyphen != std::string::npos && is("time_noun", form.substr(hyphen + 1))) return true;
    return form.size() == 4 && (form.starts_with("19") || form.starts_with("20")) &&
           std::all_of(form.begin(), form.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  }

  // "every month", "once a year": how often, no limit.
  [[nodiscard]] bool frequent(TokenId t) const {
    const auto& below = tree_.children(t);
    if (tree_.child(t, "case") >= 0) return false;
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      return tree_.is_any(c, {"det", "advmod"}) && is("frequency", tree_.folded(c));
    });
  }

  // "on every front", "in eleven border towns", "in Turkish waters".
  [[nodiscard]] bool territory(TokenId t) const {
    if (!is("front", tree_.lemma(t)) && !is("front", tree_.folded(t))) return false;
    if (tree_.has_upos(t, {"PROPN"})) return true;
    const auto& below = tree_.children(t);
    const bool all = std::any_of(below.begin(), below.end(), [&](TokenId c) {
      return tree_.is(c, "nummod") || (tree_.is(c, "det") && is("all", tree_.folded(c))) || tree_.is(c, "amod") ||
             tree_.is(c, "compound") || tree_.is(c, "nmod");
    });
    return all;
  }

  [[nodiscard]] TokenSpan run_of(TokenId t) const {
    const auto words =
        tree_.subtree(t, [&](TokenId c) { return !std::binary_search(clause_.words.begin(), clause_.words.end(), c); });
    TokenSpan run{words.front(), words.back() + 1};
    // "as soon as they are in place", "for as long as": hung from the verb, not from the clause.
    const auto opens = [&](TokenId word) { return is("as_long", tree_.folded(word)); };
    while (run.begin.value > clause_.first() && opens(run.begin.value - 1) && tree_.is(t, "advcl")) --run.begin.value;
    while (run.size() > 1 && tree_.has_upos(run.begin.value, {"PUNCT"})) ++run.begin.value;
    while (run.size() > 1 && tree_.has_upos(run.end.value - 1, {"PUNCT"})) --run.end.value;
    return run;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const TreatyClause& clause_;
};

}  // namespace

std::vector<Quote> read_conditions(const Tree& tree, const Knowledge& knowledge, const TreatyClause& clause) {
  return ConditionReader(tree, knowledge, clause).read();
}

}  // namespace entente

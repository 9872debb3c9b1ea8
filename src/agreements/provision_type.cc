// What a clause of an agreement is about: what its words speak for most, and the first row of
// knowledge/provisions/types.tsv that holds, which weighs more than most words.
#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "agreements/clause_reading.h"

namespace entente {
namespace {

using Part = ClauseTest::Part;

constexpr std::int32_t kNear = 5;      // words from one to the next of "hand_over"
constexpr std::size_t kMaxWords = 80;  // of a clause that are looked at
constexpr double kRow = 2;             // what a row that holds speaks for its type: a logarithm of odds, as the weights
constexpr double kFormRow = 3.5;       // one that asks for the form of the agreement, of which the weights know nothing
constexpr double kNoRow = 1;           // what it speaks for "other" that none holds

class ClauseWords {
 public:
  ClauseWords(const Tree& tree, const std::vector<TokenId>& words, const std::string& form)
      : tree_(tree), words_(words) {
    parts_[static_cast<std::size_t>(Part::kForm)].insert(form);
    if (words_.size() > kMaxWords) words_.resize(kMaxWords);
    drop_relatives();
    for (const TokenId t : words_) {
      add(Part::kWord, t);
      const bool verb = tree_.has_upos(t, {"VERB"}) || tree_.word(t).xpos.starts_with("VB");
      if (verb && !auxiliary(t)) add(Part::kVerb, t);
      if (is_name(t)) continue;
      if (tree_.has_upos(t, {"NOUN", "PROPN"})) add(Part::kNoun, t);
      if (tree_.is_any(t, {"obj", "iobj", "nsubj:pass"})) add_phrase(Part::kObject, t);
      if (tree_.is(t, "nsubj")) add_phrase(Part::kSubject, t);
    }
    // A root that the parser takes for no verb ("shall patrol").
    if (!words_.empty()) {
      for (const TokenId t : words_) {
        if (tree_.child(t, "nsubj") >= 0) add(Part::kVerb, t);
      }
    }
  }

  [[nodiscard]] bool has(Part part, const std::string& word) const {
    const std::size_t joint = word.find('_');
    if (joint == std::string::npos) return of(part).contains(word);
    return near(split_list(word, '_'));
  }

  // Of all words but names and numbers: what weights are learned for.
  [[nodiscard]] std::set<std::string> lemmas() const {
    std::set<std::string> found;
    for (const TokenId t : words_) {
      const std::string form = tree_.text(t, t);
      const bool name = tree_.has_upos(t, {"PROPN"}) && !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
      if (!name && !tree_.has_upos(t, {"PUNCT", "NUM"})) found.insert(tree_.lemma(t));
    }
    return found;
  }

 private:
  // What a relative clause tells of a noun is not what the clause is about ("each fighter who joins the brigades").
  void drop_relatives() {
    std::vector<TokenId> kept;
    std::unordered_set<TokenId> dropped;
    for (const TokenId t : words_) {
      if (tree_.is(t, "acl:relcl") && tree_.child(t, "nsubj") >= 0 && inside(tree_.head(t))) {
        for (const TokenId below : tree_.subtree(t)) dropped.insert(below);
      }
    }
    std::copy_if(words_.begin(), words_.end(), std::back_inserter(kept),
                 [&](TokenId t) { return !dropped.contains(t); });
    if (!kept.empty()) words_ = std::move(kept);
  }

  // "Port Sudan", "Line 23": the words of a name mean nothing here; "Trade" at the start of a sentence does.
  [[nodiscard]] bool is_name(TokenId t) const {
    if (!tree_.has_upos(t, {"PROPN"})) return false;
    if (tree_.is_any(t, {"flat", "compound"})) return true;
    const auto& below = tree_.children(t);
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      return tree_.is_any(c, {"flat", "compound", "nummod"});
    });
  }

  // "is" of "is to free", "be" of "be freed".
  [[nodiscard]] bool auxiliary(TokenId t) const {
    if (tree_.is(t, "aux")) return true;
    return tree_.is(t, "cop") && t + 1 < tree_.size() && tree_.folded(t + 1) == "to";
  }

  [[nodiscard]] const std::unordered_set<std::string>& of(Part part) const {
    return parts_[static_cast<std::size_t>(part)];
  }

  void add(Part part, TokenId t) {
    auto& set = parts_[static_cast<std::size_t>(part)];
    set.insert(tree_.lemma(t));
    set.insert(tree_.folded(t));
  }

  // The head, what is joined to it, and what it is of: "half of its troops", "a share of the gas".
  void add_phrase(Part part, TokenId head) {
    std::vector<TokenId> heads = {head};
    for (std::size_t i = 0; i < heads.size() && heads.size() < kMaxWords; ++i) {
      if (!is_name(heads[i])) add(part, heads[i]);
      for (const TokenId c : tree_.children(heads[i])) {
        const TokenId by = tree_.child(c, "case");
        const bool of = tree_.is(c, "nmod") && !tree_.is(c, "nmod:poss") && by >= 0 && tree_.folded(by) == "of";
        if ((tree_.is(c, "conj") || of) && inside(c)) heads.push_back(c);
      }
    }
  }

  [[nodiscard]] bool inside(TokenId t) const { return std::binary_search(words_.begin(), words_.end(), t); }

  [[nodiscard]] bool near(const std::vector<std::string>& parts) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::size_t at = i;
      std::size_t met = 0;
      while (at < words_.size() && met < parts.size()) {
        std::size_t next = at;
        const std::size_t end = std::min(words_.size(), met == 0 ? at + 1 : at + kNear);
        while (next < end && tree_.lemma(words_[next]) != parts[met] && tree_.folded(words_[next]) != parts[met])
          ++next;
        if (next == end) break;
        ++met;
        at = next + 1;
      }
      if (met == parts.size()) return true;
    }
    return false;
  }

  const Tree& tree_;
  std::vector<TokenId> words_;
  std::array<std::unordered_set<std::string>, 6> parts_;  // by Part
};

}  // namespace

ProvisionType read_type(const Tree& tree, const Knowledge& knowledge, const std::vector<TokenId>& words,
                        const std::string& form) {
  const ClauseWords clause(tree, words, form);
  const auto& rules = knowledge.provisions.rules;
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const ProvisionRule& row) {
    return std::all_of(row.where.begin(), row.where.end(), [&](const ClauseTest& test) {
      const bool found = std::any_of(test.words.begin(), test.words.end(),
                                     [&](const std::string& word) { return clause.has(test.part, word); });
      return found != test.absent;
    });
  });
  const std::string by_row = rule == rules.end() ? "other" : rule->type;
  std::vector<double> sums = knowledge.provisions.weights.sums(clause.lemmas());
  if (sums.empty()) return {by_row, rule == rules.end() ? "no row" : rule->place};
  const bool of_form = rule != rules.end() &&
                       std::any_of(rule->where.begin(), rule->where.end(),
                                   [](const ClauseTest& test) { return test.part == Part::kForm && !test.absent; });
  const double row = of_form ? kFormRow : kRow;
  const auto& types = provision_type_names();
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (types[i] == by_row) sums[i] += rule == rules.end() ? kNoRow : row;
  }
  const std::string& best = types[static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin())];
  return {best, rule != rules.end() && best == by_row ? rule->place : "weights"};
}

}  // namespace entente

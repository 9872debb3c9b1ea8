// Which statements of an article are about the same matter.
#ifndef ENTENTE_STATEMENTS_ISSUE_GROUPS_H_
#define ENTENTE_STATEMENTS_ISSUE_GROUPS_H_

#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "statements/issue_phrases.h"
#include "statements/statements.h"

namespace entente {

// A phrase in the content of a statement.
struct HeldPhrase {
  std::int32_t phrase = -1;
  TokenId mention = -1;    // the first
  std::string role;        // obj, agent, pred, outer (of the cue: whom it speaks to), or the relation of UD
  std::int32_t depth = 0;  // how many phrases it stands inside
  bool in_clause = false;  // of a clause that hangs from the content's own
};

// What a statement holds that tells its matter.
struct Matter {
  const FoundStatement* found = nullptr;
  std::vector<HeldPhrase> held;
  std::vector<std::string> object_kinds;  // of what its verb acts on or takes place at
  bool thing = false;                     // some phrase that may name a matter
  bool pronoun = false;                   // "it", "them", "there"
  std::set<std::string> words;            // lemmas that say something
  std::set<std::string> names;            // lemmas of the words of names
  std::int32_t first_sentence = 0;
  std::int32_t last_sentence = 0;
  std::int32_t paragraph = 0;
  std::int32_t last_paragraph = 0;

  [[nodiscard]] const HeldPhrase* holds(std::int32_t phrase) const;
};

// What speaks for a choice, summed up by the weights of knowledge/issues/weights.tsv.
class Score {
 public:
  using Said = std::vector<std::pair<std::string, double>>;

  explicit Score(const std::unordered_map<std::string, double>& weights, Said* said = nullptr)
      : weights_(weights), said_(said) {}
  void add(const std::string& what, double times = 1);
  [[nodiscard]] bool knows(const std::string& what) const { return weights_.contains(what); }
  [[nodiscard]] double sum() const { return sum_; }

 private:
  const std::unordered_map<std::string, double>& weights_;
  Said* said_;  // what was added, for whoever fits the weights; may be null
  double sum_ = 0;
};

// What the weights are fitted to (bench/issue_choices.cc): the choices that come up where the right ones are made.
struct IssueChoices {
  struct Option {
    Score::Said said;
    bool right = false;  // of groups
    std::string label;   // of labels, with the standing issue that it names
    std::string id;
  };
  struct Choice {
    std::int32_t issue = -1;
    std::size_t members = 0;  // of the group that is to be named
    std::vector<Option> options;
  };
  std::vector<Choice> groups;
  std::vector<Choice> labels;
};

[[nodiscard]] Matter read_matter(const Tree& tree, const Knowledge& knowledge, const IssuePhrases& phrases,
                                 const FoundStatement& found);

// Indexes into the matters, which must be in the order of the text; each group in that order too.
[[nodiscard]] std::vector<std::vector<std::size_t>> group_matters(const std::vector<Matter>& matters,
                                                                  const IssuePhrases& phrases,
                                                                  const Knowledge& knowledge);

// Puts each matter where `right` says (the number of its issue, by the order of the matters), and notes what could have
// been chosen.
[[nodiscard]] std::vector<std::vector<std::size_t>> follow_groups(const std::vector<Matter>& matters,
                                                                  const IssuePhrases& phrases,
                                                                  const Knowledge& knowledge,
                                                                  const std::vector<std::int32_t>& right,
                                                                  IssueChoices& choices);

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_ISSUE_GROUPS_H_

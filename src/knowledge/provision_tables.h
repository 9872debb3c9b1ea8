// The tables under knowledge/provisions: what a clause of an agreement is about, how far it binds, what it counts as.
//
// Threads: immutable once loaded; share.
#ifndef ENTENTE_KNOWLEDGE_PROVISION_TABLES_H_
#define ENTENTE_KNOWLEDGE_PROVISION_TABLES_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

using ProvisionWords = std::set<std::string>;  // "hand_over": words near one another, in this order

// One condition of a row: a part of the clause and the words of which one must, or may not, stand there.
struct ClauseTest {
  enum class Part : std::uint8_t { kWord, kVerb, kNoun, kObject, kSubject, kForm };  // form: of the agreement
  Part part = Part::kWord;
  bool absent = false;
  ProvisionWords words;
};

struct ProvisionRule {
  std::string type;
  std::vector<ClauseTest> where;
  std::string example;
  std::string place;  // file:line
};

// How much a word of a clause speaks for each type, in the order of provision_type_names(): what was learned from
// clauses.
struct ProvisionWeights {
  std::unordered_map<std::string, std::vector<std::int32_t>> words;  // "*": whatever stands there

  // What the words of a clause say together for each type: logarithms of its odds. Empty where none of them is known.
  [[nodiscard]] std::vector<double> sums(const std::set<std::string>& of_clause) const;
};

// What a word says of how far its clause binds.
struct ObligationWord {
  std::string obligation;  // binding, intent, possibility, principle
  enum class Standing : std::uint8_t { kWeak, kMedium, kStrong } standing = Standing::kWeak;
  std::string example;
};

// What a provision counts as in data sets on alliances; empty where it is none there.
struct AllianceDuty {
  std::string atop;  // defence, offence, neutrality, nonaggression, consultation
  std::string cow;   // I, II, III
};

struct ProvisionTables {
  std::vector<ProvisionRule> rules;  // the first that holds speaks for its type
  ProvisionWeights weights;          // and so do the words; they are weighed together
  std::map<std::string, ProvisionWords> sets;
  std::map<std::string, std::unordered_map<std::string, ObligationWord>> obligations;  // by kind, by word
  std::map<std::string, ProvisionWords> words;                                         // by kind
  std::map<std::pair<std::string, std::string>, AllianceDuty> duties;                  // (type, obligation)

  [[nodiscard]] const ObligationWord* obligation(const std::string& kind, const std::string& word) const;
  [[nodiscard]] bool is(const std::string& kind, const std::string& word) const;
  [[nodiscard]] AllianceDuty duty(const std::string& type, const std::string& obligation) const;
};

// The types of provisions.
[[nodiscard]] const std::vector<std::string>& provision_type_names();
// The kinds that words.tsv may hold.
[[nodiscard]] const std::set<std::string>& provision_word_kinds();

}  // namespace entente

#endif  // ENTENTE_KNOWLEDGE_PROVISION_TABLES_H_

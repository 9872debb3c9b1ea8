// Mistakes in the tables of provisions: each is told as file:line and what was expected.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "knowledge/knowledge.h"
#include "knowledge/test_tables.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

TableFiles good_tables() {
  TableFiles files;
  files["provisions/sets.tsv"] =
      table("provision_sets", "set\twords", "freeing\tfree, hand_over\nall\t@freeing, keep\n");
  files["provisions/types.tsv"] =
      table("provision_types", "type\twhere\texample", "prisoner_exchange\tverb=@freeing; !word=not\tThey free all\n");
  files["provisions/obligations.tsv"] = table("provision_obligations", "word\tkind\tobligation\tstanding\texample",
                                              "shall\tmodal\tbinding\tstrong\tThey shall go\n");
  files["provisions/words.tsv"] = table("provision_words", "kind\twords", "document\ttext, draft\n");
  files["provisions/mapping.tsv"] =
      table("provision_mapping", "type\tobligation\tatop\tcow", "defence\tbinding\tdefence\tI\n");
  files["provisions/weights.tsv"] =
      table("provision_weights",
            "word\taid\tborder\tceasefire\tconsultation\tdefence\tmediation\tmilitary_aid\tmilitary_cooperation\t"
            "monitoring\tneutrality\tnon_aggression\tother\tprisoner_exchange\trecognition\tterritorial_integrity\t"
            "trade\ttransit\twithdrawal",
            "gas\t-4\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t20\t\t\n");
  return files;
}

Problems problems_of(const TableFiles& files) {
  Knowledge knowledge;
  Problems problems;
  load_provision_tables(knowledge, files, problems);
  return problems;
}

class BadProvisionRow : public ::testing::TestWithParam<Mistake> {};

TEST_P(BadProvisionRow, IsToldWithItsLine) {
  const Mistake& mistake = GetParam();
  TableFiles files = good_tables();
  ASSERT_TRUE(problems_of(files).empty()) << problems_of(files).to_error().to_string();
  std::string& bytes = files.at(mistake.file);
  bytes += std::string(mistake.rows) + "\n";
  const Problems problems = problems_of(files);
  ASSERT_FALSE(problems.empty());
  const Error error = problems.to_error();
  EXPECT_EQ(error.code, ErrorCode::kBadKnowledge);
  const auto line = std::count(bytes.begin(), bytes.end(), '\n');
  EXPECT_THAT(error.to_string(), HasSubstr(std::string(mistake.file) + ":" + std::to_string(line) + ": "));
  EXPECT_THAT(error.to_string(), HasSubstr(mistake.expected));
}

constexpr Mistake kMistakes[] = {
    {"provisions/sets.tsv", "freeing\tlet", "the set 'freeing' stands here a second time"},
    {"provisions/sets.tsv", "x\t@none", "expected a set of sets.tsv, found '@none'"},
    {"provisions/sets.tsv", "\tlet", "expected the set's name"},
    {"provisions/sets.tsv", "x\t", "expected words"},
    {"provisions/sets.tsv", "x\thand over", "two of them joined as in hand_over, found 'hand over'"},
    {"provisions/types.tsv", "friendship\tword=a\tb", "expected a type of provision, found 'friendship'"},
    {"provisions/types.tsv", "aid\tword=a\t", "expected an example"},
    {"provisions/types.tsv", "aid\t\tb", "expected conditions"},
    {"provisions/types.tsv", "aid\tadverb=a\tb", "expected word, verb, noun, object, subject or form"},
    {"provisions/types.tsv", "aid\tword\tb", "'=' and words, found 'word'"},
    {"provisions/types.tsv", "aid\tword=\tb", "expected words"},
    {"provisions/types.tsv", "aid\tword=@none\tb", "expected a set of sets.tsv, found '@none'"},
    {"provisions/types.tsv", "aid\tword=a", "expected 3 cells apart by tabs, found 2"},
    {"provisions/obligations.tsv", "may\tmood\tpossibility\tweak\ta", "expected modal, verb, text, state or basis"},
    {"provisions/obligations.tsv", "may\tmodal\tpossible\tweak\ta",
     "expected binding, intent, possibility or principle"},
    {"provisions/obligations.tsv", "may\tmodal\tpossibility\tfaint\ta",
     "expected weak, medium or strong, found 'faint'"},
    {"provisions/obligations.tsv", "may\tmodal\tpossibility\tweak\t", "expected an example"},
    {"provisions/obligations.tsv", "\tmodal\tpossibility\tweak\ta", "expected a word"},
    {"provisions/obligations.tsv", "shall\tmodal\tbinding\tweak\ta", "the modal 'shall' stands here a second time"},
    {"provisions/words.tsv", "paper\ttext", "expected a kind of word"},
    {"provisions/words.tsv", "document\ttext", "the kind 'document' stands here a second time"},
    {"provisions/weights.tsv", "oil\tmuch\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t", "expected a whole number, found 'much'"},
    {"provisions/weights.tsv", "oil\t99999\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t",
     "expected a whole number, found '99999'"},
    {"provisions/weights.tsv", "\t1\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t", "expected a word"},
    {"provisions/weights.tsv", "gas\t1\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t", "the word 'gas' stands here a second time"},
    {"provisions/mapping.tsv", "war\tbinding\t\t", "expected a type of provision, found 'war'"},
    {"provisions/mapping.tsv", "aid\tfirm\t\t", "expected binding, intent, possibility or principle, found 'firm'"},
    {"provisions/mapping.tsv", "aid\tbinding\taid\t", "expected defence, offence, neutrality, nonaggression"},
    {"provisions/mapping.tsv", "aid\tbinding\t\tIV", "expected I, II, III or nothing, found 'IV'"},
    {"provisions/mapping.tsv", "defence\tbinding\t\t", "'defence' and 'binding' stand here a second time"},
};
INSTANTIATE_TEST_SUITE_P(Provisions, BadProvisionRow, ::testing::ValuesIn(kMistakes));

TEST(BadProvisions, AMissingHeadIsTold) {
  TableFiles files = good_tables();
  files["provisions/types.tsv"] = "type\twhere\texample\n";
  EXPECT_THAT(problems_of(files).to_error().to_string(), HasSubstr("provisions/types.tsv:1: the head names no schema"));
}

TEST(ProvisionWeights, AreAddedOverTheRootOfTheirNumber) {
  Knowledge knowledge;
  Problems problems;
  load_provision_tables(knowledge, good_tables(), problems);
  ASSERT_TRUE(problems.empty());
  const auto& names = provision_type_names();
  const auto at = [&](const char* type) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), type) - names.begin());
  };
  knowledge.provisions.weights.words["pump"] = std::vector<std::int32_t>(names.size(), 8);
  const std::vector<double> sums = knowledge.provisions.weights.sums({"gas", "pump", "nowhere"});
  ASSERT_EQ(sums.size(), names.size());
  EXPECT_NEAR(sums[at("trade")], 28 / std::sqrt(2.0) / 20, 1e-9);
  EXPECT_NEAR(sums[at("aid")], 4 / std::sqrt(2.0) / 20, 1e-9);
  EXPECT_TRUE(knowledge.provisions.weights.sums({"nowhere"}).empty());
}

}  // namespace
}  // namespace entente

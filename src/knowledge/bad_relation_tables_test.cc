// Mistakes in the tables under knowledge/relations: each is told as file:line and what was expected.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "knowledge/knowledge.h"
#include "knowledge/test_tables.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

TableFiles good_tables() {
  TableFiles files;
  files["relations/types.tsv"] =
      table("relation_types", "type\ttone\tdirected", "alliance\tfriendly\t\ndependence\tother\tyes\n");
  files["relations/times.tsv"] = table("relation_times", "word\tkind", "since\tsince\n");
  files["relations/combining.tsv"] = table("relation_combining", "word\tcode", "franco\tFRA\n");
  files["relations/trends.tsv"] = table("relation_trends", "words\tpos\twith\tfriendly\thostile\tother\tweak",
                                        "grow\tverb\tapart, away\tweakening\tweakening\tweakening\t\n");
  files["relations/frames/a.tsv"] =
      table("relation_frames", "name\tpos\tlemmas\twhere\ttype\ta\tb\ttrend\tflags\texample",
            "ally\tnoun\tally\t!case=at;poss=#actor\talliance\tholder\tof, poss\t\tstarts;alone\te\n");
  return files;
}

Problems problems_of(const TableFiles& files, Knowledge& knowledge) {
  Problems problems;
  knowledge.sets["grammar_preposition"] = LemmaSet{"of", "on", "at"};
  knowledge.states.emplace_back().code = "FRA";
  load_relation_tables(knowledge, files, problems);
  return problems;
}

class BadRelationRow : public ::testing::TestWithParam<Mistake> {};

TEST_P(BadRelationRow, IsToldWithItsLine) {
  const Mistake& mistake = GetParam();
  TableFiles files = good_tables();
  std::string& bytes = files.at(mistake.file);
  bytes += std::string(mistake.rows) + "\n";
  Knowledge knowledge;
  const Problems problems = problems_of(files, knowledge);
  ASSERT_FALSE(problems.empty());
  const Error error = problems.to_error();
  EXPECT_EQ(error.code, ErrorCode::kBadKnowledge);
  EXPECT_EQ(error.place, mistake.file + (":" + std::to_string(std::count(bytes.begin(), bytes.end(), '\n'))));
  EXPECT_THAT(error.to_string(), HasSubstr(mistake.expected));
}

constexpr Mistake kMistakes[] = {
    {"relations/types.tsv", "\tfriendly\t", "expected a type"},
    {"relations/types.tsv", "war\twarm\t", "expected the tone friendly, hostile or other, found 'warm'"},
    {"relations/types.tsv", "war\thostile\tno", "expected yes or nothing, found 'no'"},
    {"relations/types.tsv", "alliance\tfriendly\t", "the type 'alliance' stands here a second time"},
    {"relations/types.tsv", "war\thostile", "expected 3 cells apart by tabs, found 2"},
    {"relations/times.tsv", "till\tthen", "expected since, from, to, until, at, for, between or filler, found 'then'"},
    {"relations/times.tsv", "since\tfrom", "the word 'since' stands here a second time"},
    {"relations/combining.tsv", "\tFRA", "expected a word"},
    {"relations/combining.tsv", "gallo\tGAL", "expected the code of a state, found 'GAL'"},
    {"relations/combining.tsv", "franco\tFRA", "the word 'franco' stands here a second time"},
    {"relations/trends.tsv", "\tverb\t\t\t\t\t", "expected words"},
    {"relations/trends.tsv", "x\tnoun\t\t\t\t\t", "expected verb, adj or nothing, found 'noun'"},
    {"relations/trends.tsv", "x\t\t\tgrowing\t\t\t",
     "expected deepening, weakening, steady or nothing, found 'growing'"},
    {"relations/trends.tsv", "x\t\t\t\t\tless\t", "expected deepening, weakening, steady or nothing, found 'less'"},
    {"relations/trends.tsv", "x\t\t\t\t\t\tno", "expected yes or nothing, found 'no'"},
    {"relations/frames/a.tsv", "\tnoun\tx\t\talliance\tholder\t\t\t\te", "expected a name"},
    {"relations/frames/a.tsv", "ally\tnoun\tx\t\talliance\tholder\t\t\t\te",
     "the frame 'ally' stands already in relations/frames/a.tsv:6"},
    {"relations/frames/a.tsv", "x\tadv\tx\t\talliance\tholder\t\t\t\te", "expected verb, noun or adj, found 'adv'"},
    {"relations/frames/a.tsv", "x\tnoun\t\t\talliance\tholder\t\t\t\te", "expected lemmas"},
    {"relations/frames/a.tsv", "x\tnoun\t@none\t\talliance\tholder\t\t\t\te", "found '@none'"},
    {"relations/frames/a.tsv", "x\tnoun\tx\twith=y\talliance\tholder\t\t\t\te",
     "expected a slot (subj, obj, iobj, comp"},
    {"relations/frames/a.tsv", "x\tnoun\tx\tof=#state\talliance\tholder\t\t\t\te",
     "expected #actor or #several, found '#state'"},
    {"relations/frames/a.tsv", "x\tnoun\tx\t\tfriendship\tholder\t\t\t\te",
     "expected a type of relations/types.tsv, found 'friendship'"},
    {"relations/frames/a.tsv", "x\tnoun\tx\t\talliance\t\tof\t\t\te", "expected a slot for the first side"},
    {"relations/frames/a.tsv", "x\tnoun\tx\t\talliance\towner\t\t\t\te", "found 'owner'"},
    {"relations/frames/a.tsv", "x\tnoun\tx\t\talliance\tholder\t\tup\t\te",
     "expected deepening, weakening, steady or nothing, found 'up'"},
    {"relations/frames/a.tsv", "x\tnoun\tx\t\talliance\tholder\t\t\tjoint\te", "found 'joint'"},
    {"relations/frames/a.tsv", "x\tnoun\tx\t\talliance\tholder\t\t\t\t", "expected an example"},
};

INSTANTIATE_TEST_SUITE_P(Tables, BadRelationRow, ::testing::ValuesIn(kMistakes));

TEST(RelationTables, AreRead) {
  Knowledge knowledge;
  const Problems problems = problems_of(good_tables(), knowledge);
  ASSERT_TRUE(problems.empty()) << problems.to_error().to_string();
  const RelationTables& tables = knowledge.relations;
  EXPECT_TRUE(tables.types.at("dependence").directed);
  EXPECT_EQ(tables.types.at("alliance").tone, RelationType::Tone::kFriendly);
  ASSERT_EQ(tables.frames.size(), 1U);
  EXPECT_TRUE(tables.frames[0].starts);
  EXPECT_TRUE(tables.frames[0].alone);
  EXPECT_FALSE(tables.frames[0].ends);
  EXPECT_EQ(tables.frames[0].where.size(), 2U);
  EXPECT_EQ(tables.frames[0].b.size(), 2U);
  EXPECT_EQ(tables.frames[0].place, "relations/frames/a.tsv:6");
  ASSERT_EQ(tables.trends.at("grow").size(), 2U);
  EXPECT_EQ(tables.trends.at("grow")[1].with, "away");
  EXPECT_EQ(tables.times.at("since"), "since");
  EXPECT_TRUE(knowledge.lemmas.contains("ally"));
}

}  // namespace
}  // namespace entente

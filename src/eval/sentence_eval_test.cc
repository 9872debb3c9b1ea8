#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/sentence_eval.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kRecords = R"([
  {"id": "a", "event": "FIGHT", "text": "X shelled Y.", "date": "2001-02-03",
   "source": [{"code": "JAP"}], "target": [{"code": "PERGOV"}]},
  {"id": "b", "event": "DEMAND", "text": "X shelled Y.", "source": [{"code": "JPN"}], "target": ""},
  {"id": "c", "event": "CONSULT", "text": "X met Z.", "source": [{"code": "CHL"}, {"code": "BOL"}], "target": ""}
])";

TEST(Gsr, ReadsRecordsOfOneSentenceTogetherInNamesOfToday) {
  const auto cases = read_gsr(kRecords);
  ASSERT_TRUE(cases.has_value()) << cases.error().to_string();
  ASSERT_EQ(cases->size(), 2U);
  EXPECT_EQ((*cases)[0].published, "2001-02-03");
  EXPECT_THAT((*cases)[0].triples, ElementsAre(Triple{"JPN", "ASSAULT", "PER"}, Triple{"JPN", "REQUEST", ""}));
  EXPECT_THAT((*cases)[1].triples, ElementsAre(Triple{"BOL", "CONSULT", "CHL"}, Triple{"CHL", "CONSULT", "BOL"}));
}

TEST(Gsr, SaysWhichRecordIsWrong) {
  EXPECT_THAT(read_gsr("{").error().message, HasSubstr("expected a JSON array"));
  EXPECT_EQ(read_gsr(R"([{"event": "AID", "text": "t"}, {"text": "t"}])").error().place, "record 2");
}

TEST(Gsr, CountsTypesASentenceAndTriples) {
  const auto cases = read_gsr(kRecords);
  ASSERT_TRUE(cases.has_value());
  const std::vector<std::set<Triple>> system = {{{"JPN", "ASSAULT", "PER"}, {"JPN", "AID", "PER"}},
                                                {{"CHL", "CONSULT", "BOL"}}};
  const std::vector<Score> scores = evaluate_gsr(*cases, system);
  ASSERT_EQ(scores.size(), 3U);
  EXPECT_EQ(scores[0].gold, 3);  // ASSAULT, REQUEST; CONSULT
  EXPECT_EQ(scores[0].system, 3);
  EXPECT_EQ(scores[0].correct, 2);
  EXPECT_EQ(scores[1].gold, 4);
  EXPECT_EQ(scores[1].correct, 2);
  EXPECT_EQ(scores[2].gold, 3);
  EXPECT_EQ(scores[2].system, 3);
}

TEST(Gsr, MakesTriplesOfEvents) {
  const auto country = [](const Actor& actor) {
    return actor.code == "IGOUNO" ? "UNO" : actor.code == "IMGTAL" ? "AFG" : actor.country.value_or("");
  };
  Event joint;
  joint.type = "CONSULT";
  joint.reciprocal = true;
  joint.actor.resize(2);
  joint.actor[0].country = "PER";
  joint.actor[1].code = "IGOUNO";
  Event alone;
  alone.type = "RETREAT";
  alone.actor.resize(1);
  alone.actor[0].country = "PER";
  Event promise = alone;  // an announced withdrawal
  promise.type = "CONCEDE";
  promise.cameo = "0356";
  EXPECT_THAT(triples_of({promise}, country), ElementsAre(Triple{"PER", "AGREE", ""}));
  Event planned = alone;  // harm that lies ahead
  planned.type = "SANCTION";
  planned.quad = 4;
  planned.status = "future";
  EXPECT_THAT(triples_of({planned}, country), ElementsAre(Triple{"PER", "THREATEN", ""}));
  Event protest = alone;  // by Peruvians in Chile, and against nobody that is named
  protest.type = "PROTEST";
  EXPECT_THAT(triples_of({protest}, country), ElementsAre(Triple{"PER", "PROTEST", "PER"}));
  protest.place.emplace();
  protest.place->country = "CHL";
  EXPECT_THAT(triples_of({protest}, country), ElementsAre(Triple{"PER", "PROTEST", "CHL"}));
  Event group = alone;  // counted for the state that the group is of
  group.actor[0].country.reset();
  group.actor[0].code = "IMGTAL";
  EXPECT_THAT(triples_of({group}, country), ElementsAre(Triple{"AFG", "RETREAT", ""}));
  EXPECT_THAT(
      triples_of({joint, alone}, country),
      ElementsAre(Triple{"IGO", "CONSULT", "PER"}, Triple{"PER", "CONSULT", "IGO"}, Triple{"PER", "RETREAT", ""}));
}

constexpr const char* kSentences =
    "sentence_id\tsentence\tmarked_sentence\tsource\ttarget\tgold_penta\tgold_root\n"
    "1\t-\t<s>Chloé</s> met <t>Bob</t>.\t-\t-\t1\tCONSULT\n"
    "2\t-\t<s>Ann</s> left.\t-\t-\t2\tYIELD\n";

TEST(Plv, ReadsMarksAsCodePoints) {
  const auto cases = read_plv(kSentences);
  ASSERT_TRUE(cases.has_value()) << cases.error().to_string();
  ASSERT_EQ(cases->size(), 2U);
  EXPECT_EQ((*cases)[0].text, "Chloé met Bob.");
  EXPECT_EQ((*cases)[0].source.end.value, 5);
  EXPECT_EQ((*cases)[0].target.begin.value, 10);
  EXPECT_TRUE((*cases)[1].target.empty());
}

TEST(Plv, SaysWhichLineIsWrong) {
  EXPECT_EQ(read_plv("1\t2\n").error().place, "line 1");
  EXPECT_THAT(read_plv("1\t-\tno marks\t-\t-\t1\tAID\n").error().message, HasSubstr("expected <s>"));
  EXPECT_THAT(read_plv("1\t-\t<s>a</s>\t-\t-\t1\tSING\n").error().message, HasSubstr("expected a root class"));
  EXPECT_FALSE(read_plv("").has_value());
}

TEST(Plv, CountsClassesAndQuads) {
  const auto cases = read_plv(kSentences);
  ASSERT_TRUE(cases.has_value());
  const ClassReport report = evaluate_plv(*cases, {"SUPPORT", "RETREAT"});
  EXPECT_EQ(report.cases, 2);
  EXPECT_EQ(report.right, 1);       // RETREAT is YIELD
  EXPECT_EQ(report.quad_right, 2);  // SUPPORT and CONSULT are both verbal cooperation
  EXPECT_DOUBLE_EQ(report.macro_f1, 0.5);
}

constexpr const char* kArticle =
    R"({"id":"a","text":"He said it was over","attributions":[{"source":[[0,2]],"cue":[[3,7]],"content":[[8,19]]}]})";

TEST(AttributionEval, ReadsPiecesAndSaysWhichLineIsWrong) {
  const auto cases = read_attributions(kArticle);
  ASSERT_TRUE(cases.has_value()) << cases.error().to_string();
  ASSERT_EQ(cases->size(), 1U);
  EXPECT_EQ((*cases)[0].attributions[0].content, (std::vector<CodePointSpan>{{8, 19}}));
  const auto wrong = read_attributions(std::string(kArticle) + "\n{\"text\":\"a\"}\n");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().place, "line 2");
  EXPECT_FALSE(read_attributions(R"({"text":"a","attributions":[{"source":[],"cue":[],"content":[]}]})").has_value());
  EXPECT_FALSE(
      read_attributions(R"({"text":"a","attributions":[{"source":[],"cue":[[0,9]],"content":[]}]})").has_value());
}

TEST(AttributionEval, AHalfOfBothIsEnough) {
  const auto cases = read_attributions(kArticle);
  ASSERT_TRUE(cases.has_value());
  const auto correct = [&](const AttributionPieces& system) {
    std::vector<std::int64_t> counts;
    for (const Score& score : evaluate_attributions(*cases, {{system}})) counts.push_back(score.correct);
    return counts;
  };
  EXPECT_THAT(correct({{{0, 2}}, {{3, 7}}, {{8, 19}}}), ElementsAre(1, 1, 1));
  EXPECT_THAT(correct({{{0, 2}}, {{3, 7}}, {{8, 14}}}), ElementsAre(1, 1, 0));
  EXPECT_THAT(correct({{{0, 19}}, {{3, 7}}, {{8, 19}}}), ElementsAre(0, 1, 0));
  EXPECT_THAT(correct({{}, {{3, 7}}, {{8, 19}}}), ElementsAre(0, 0, 0));
}

}  // namespace
}  // namespace entente

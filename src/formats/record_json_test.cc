#include <gmock/gmock.h>

#include <limits>

#include "entente/formats.h"

namespace entente {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

const EngineStamp kStamp{"0.1.0", "m0de1", "kn0w", {{"cameo", "1.1b3"}}};

Actor state(const std::string& name, const std::string& code) {
  Actor actor;
  actor.name = name;
  actor.text = name;
  actor.span = {0, static_cast<std::int32_t>(name.size())};
  actor.code = code;
  actor.country = code;
  actor.via = "name";
  return actor;
}

Event meeting() {
  Event event;
  event.id = "ev_1";
  event.article = "a-1";
  event.type = "CONSULT";
  event.mode = "visit";
  event.actor = {state("Norland", "NOR")};
  event.status = "actual";
  event.confidence = 0.1 + 0.2;
  event.evidence = {{3, {10, 14}, "said \"no\"\n"}};
  event.why = {{"lexicon:visit", "", 0.25}};
  return event;
}

TEST(RecordJson, WritesAnEventsFieldsInOneOrder) {
  EXPECT_EQ(write_record_json(meeting(), kStamp),
            R"({"kind":"event","id":"ev_1","article":"a-1","published":null,"type":"CONSULT","mode":"visit",)"
            R"("contexts":[],"cameo":null,"quad":null,"goldstein":null,"score":null,)"
            R"("actor":[{"name":"Norland","text":"Norland","start":0,"end":7,"code":"NOR","sector":null,"type":null,)"
            R"("country":"NOR","role":null,"via":"name"}],"recipient":[],"reciprocal":false,"others":[],"date":null,)"
            R"("place":null,"status":"actual","attributed_to":null,"magnitude":null,)"
            R"("evidence":[{"sentence":3,"start":10,"end":14,"text":"said \"no\"\n"}],"confidence":0.3,)"
            R"("why":[{"rule":"lexicon:visit","detail":null,"model_score":0.25}],)"
            R"("engine":{"version":"0.1.0","model":"m0de1","knowledge":"kn0w","conventions":{"cameo":"1.1b3"}}})"
            "\n");
}

TEST(RecordJson, WritesDatePlaceOthersAndMagnitude) {
  Event event = meeting();
  event.contexts = {"military", "territory"};
  event.quad = 4;
  event.goldstein = -9.5;
  event.others = {{"mediator", state("Sudmark", "SUD")}};
  event.date = DateInterval{"2024-05-01", "2024-05-31", "in May", "month"};
  event.place = Place{"Port City", "NOR", 59.9, -10.25, "the port"};
  event.magnitude.killed = 3;
  event.magnitude.amount = 1.5e6;
  const std::string line = write_record_json(event, kStamp);
  EXPECT_THAT(line, HasSubstr(R"("contexts":["military","territory"])"));
  EXPECT_THAT(line, HasSubstr(R"("quad":4,"goldstein":-9.5)"));
  EXPECT_THAT(line, HasSubstr(R"("others":[{"role":"mediator","actor":{"name":"Sudmark")"));
  EXPECT_THAT(line, HasSubstr(R"({"from":"2024-05-01","to":"2024-05-31","text":"in May","precision":"month"})"));
  EXPECT_THAT(line, HasSubstr(R"("latitude":59.9,"longitude":-10.25,"text":"the port")"));
  EXPECT_THAT(line, HasSubstr(R"("magnitude":{"killed":3,"wounded":null,"arrested":null,"displaced":null,)"
                              R"("amount":1500000.0,"currency":null,"crowd":null})"));
}

TEST(RecordJson, WritesAStatement) {
  Statement statement;
  statement.id = "st_1";
  statement.speaker = state("Norland", "NOR");
  statement.cue = {"denied", "deny", {8, 14}};
  statement.manner = "indirect";
  statement.content = {"it had fired first", {20, 38}};
  statement.issue = Issue{std::nullopt, "border"};
  statement.stance = "denies";
  const std::string line = write_record_json(statement, kStamp);
  EXPECT_THAT(line, StartsWith(R"({"kind":"statement","id":"st_1",)"));
  EXPECT_THAT(line, HasSubstr(R"("addressee":[],"cue":{"text":"denied","lemma":"deny","start":8,"end":14})"));
  EXPECT_THAT(line, HasSubstr(R"("content":{"text":"it had fired first","start":20,"end":38})"));
  EXPECT_THAT(line, HasSubstr(R"("issue":{"id":null,"label":"border"},"stance":"denies","about":[],"date":null)"));
}

TEST(RecordJson, LeavesOutWhatAStatementDoesNotHave) {
  const std::string line = write_record_json(Statement{}, kStamp);
  EXPECT_THAT(line, HasSubstr(R"("speaker":null,"addressee":[],"cue":null,"manner":null,"content":null,"issue":null)"));
}

TEST(RecordJson, KeepsOneValidLineWhateverTheText) {
  Event event = meeting();
  event.type = "A\xFF\xC3Z";
  event.goldstein = std::numeric_limits<double>::quiet_NaN();
  event.confidence = std::numeric_limits<double>::infinity();
  event.score = -0.00000001;
  const std::string line = write_record_json(event, kStamp);
  EXPECT_THAT(line, HasSubstr("\"type\":\"A\xEF\xBF\xBD\xEF\xBF\xBDZ\""));
  EXPECT_THAT(line, HasSubstr(R"("goldstein":null,"score":0.0)"));
  EXPECT_THAT(line, HasSubstr(R"("confidence":1.0)"));
  EXPECT_EQ(line.find('\n'), line.size() - 1);
}

TEST(ParseJson, WritesTokensTreesAndNames) {
  ParsedDocument parsed;
  parsed.document.article.id = "a-1";
  parsed.document.article.text = "Ann’s here. Go!";
  parsed.document.tokens = {{{0, 3}, "Ann", false, 2}, {{3, 5}, "’s", true, 0},    {{6, 10}, "here", false, 1},
                            {{10, 11}, ".", true, 1},  {{12, 14}, "Go", false, 1}, {{14, 15}, "!", true, 1}};
  parsed.document.sentences = {{{0, 4}, {0, 11}, true, false}, {{4, 6}, {12, 15}, false, false}};
  parsed.words.resize(6);
  parsed.words[5] = {"PUNCT", ".", "_", "!", 4, "punct", 0.5F};
  parsed.words[4] = {"VERB", "VB", "Mood=Imp|VerbForm=Fin", "go", -1, "root", 0.5F};
  parsed.names = {{{0, 1}, NameType::kPerson, 0.75F}};
  parsed.attributions = {{{0, 2}, AttributionRole::kSource, 0.5F}};
  const std::string line = write_parse_json(parsed);
  EXPECT_THAT(line, HasSubstr(R"({"start":12,"end":15,"text":"Go!","starts_paragraph":false)"));
  EXPECT_THAT(line, HasSubstr(R"({"id":2,"form":"’s","start":3,"end":5,"space_after":true,"multiword":0)"));
  EXPECT_THAT(line,
              HasSubstr(R"("lemma":"go","upos":"VERB","xpos":"VB","feats":{"Mood":"Imp","VerbForm":"Fin"},"head":0)"));
  EXPECT_THAT(line, HasSubstr(R"("feats":null,"head":1,"deprel":"punct","score":0.5)"));
  EXPECT_THAT(line,
              HasSubstr(R"("names":[{"type":"PER","first_token":0,"end_token":1,"start":0,"end":3,"text":"Ann")"));
  EXPECT_THAT(line, HasSubstr(R"({"role":"source","first_token":0,"end_token":2,"start":0,"end":5,"text":"Ann’s")"));
}

TEST(ParseJson, WritesTokensWithoutAParse) {
  ParsedDocument parsed;
  parsed.document.article.text = "Go";
  parsed.document.tokens = {{{0, 2}, "Go", true, 1}};
  parsed.document.sentences = {{{0, 1}, {0, 2}, true, false}};
  EXPECT_THAT(write_parse_json(parsed), HasSubstr(R"("lemma":null,"upos":null,"xpos":null,"feats":null,"head":null)"));
}

TEST(Scores, JsonAndTable) {
  const Score words{"Words", 10, 8, 6, 0};
  EXPECT_EQ(write_score_json(words),
            "{\"metric\":\"Words\",\"gold\":10,\"system\":8,\"correct\":6,\"aligned\":null,\"precision\":0.75,"
            "\"recall\":0.6,\"f1\":0.666667,\"aligned_accuracy\":null}\n");
  const std::string table = write_score_table({words, {"LAS", 10, 8, 6, 7}});
  EXPECT_THAT(table, HasSubstr("Words       75.00      60.00      66.67          -\n"));
  EXPECT_THAT(table, EndsWith("LAS         75.00      60.00      66.67      85.71\n"));
}

}  // namespace
}  // namespace entente

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "entente/formats.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

const EngineStamp kStamp{"gold 1", "-", "-", {}};

std::string file(const std::string& path) {
  std::ifstream in(std::string(ENTENTE_SOURCE_DIR) + "/" + path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string written(const std::vector<Record>& records) {
  std::string lines;
  for (const Record& record : records) lines += write_record_json(record, kStamp);
  return lines;
}

std::string error(const std::string& jsonl) {
  const auto read = read_records(jsonl, "records.jsonl");
  return read.has_value() ? "" : read.error().to_string();
}

TEST(RecordRead, EveryKindIsWrittenAsItWasRead) {
  const std::string bytes = file("tests/data/gold_mini/records/dev-bridge.jsonl");
  const auto first = read_records(bytes, "bridge");
  ASSERT_TRUE(first.has_value()) << first.error().to_string();
  std::vector<bool> kinds(std::variant_size_v<Record>);
  for (const Record& record : *first) kinds[record.index()] = true;
  EXPECT_THAT(kinds, ::testing::Each(true));
  EXPECT_EQ(written(*first), bytes);
  const auto second = read_records(written(*first), "again");
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(written(*second), bytes);
}

TEST(RecordTable, ShowsAgreementsRelationsAndDisputes) {
  const auto read = read_records(file("tests/data/gold_mini/records/dev-bridge.jsonl"), "bridge");
  ASSERT_TRUE(read.has_value());
  const std::string table = write_record_table(Article{}, *read, {false, 120});
  EXPECT_THAT(table, HasSubstr("· 1 agreement · 2 events · 2 statements · 1 dispute · 1 relation\n"));
  EXPECT_THAT(table, HasSubstr("binding        transit · Kazakhstan → Kyrgyzstan\n"));
  EXPECT_THAT(table, HasSubstr("Kyrgyzstan (KGZ GOV) → Kazakhstan (KAZ GOV)\n"));
  EXPECT_THAT(table, HasSubstr("since 1991"));
  EXPECT_THAT(table, HasSubstr("affirms        Erlan Idrissov (KAZ GOV) [3]\n"));
}

TEST(RecordRead, BlankLinesAndUnknownFieldsArePassedOver) {
  const std::string line =
      R"({"kind":"event","id":"e","article":"a","type":"AID","status":"actual","colour":{"deep":[1]}})";
  const auto read = read_records("\n" + line + "\r\n \n" + line, "records.jsonl");
  ASSERT_TRUE(read.has_value()) << read.error().to_string();
  EXPECT_EQ(read->size(), 2U);
  EXPECT_TRUE(read_records("", "records.jsonl").has_value());
}

TEST(RecordRead, AMistakeIsToldWithItsLineAndField) {
  const std::string head = R"({"kind":"event","id":"e","article":"a","type":"AID","status":"actual")";
  EXPECT_EQ(error(head + "}\n" + head + R"(,"actor":[{"name":"x"},{"name":7}]})"),
            "records.jsonl:2: field \"actor[1].name\": expected a string or null");
  EXPECT_THAT(error(head + R"(,"confidence":1.5})"), HasSubstr("\"confidence\": expected a number from 0 to 1"));
  EXPECT_THAT(error(head + R"(,"evidence":[{"start":5,"end":3}]})"), HasSubstr("\"evidence[0].start\""));
  EXPECT_THAT(error(head + R"(,"evidence":[{"start":0,"end":3000000000}]})"), HasSubstr("\"evidence[0].end\""));
  EXPECT_THAT(error(head + R"(,"date":"2014"})"), HasSubstr("\"date\": expected an object or null"));
  EXPECT_THAT(error(R"({"kind":"event","id":"e","article":"a"})"), HasSubstr("\"type\""));
  EXPECT_THAT(error(R"({"kind":"rumour"})"), HasSubstr("\"kind\": expected event, statement"));
  EXPECT_THAT(error("[]"), HasSubstr("records.jsonl:1: expected an object"));
  EXPECT_THAT(error("{"), HasSubstr("records.jsonl:1: broken JSON"));
  EXPECT_THAT(error("{\"kind\":\"\xFF\"}"), HasSubstr("records.jsonl:1: not UTF-8 from byte 9"));
  EXPECT_THAT(error(std::string(100, '[')), HasSubstr("records.jsonl:1: "));
  EXPECT_THAT(error(std::string((4U << 20U) + 1, ' ') + "{}"), HasSubstr("records.jsonl:1: line longer than 4 MiB"));
}

}  // namespace
}  // namespace entente

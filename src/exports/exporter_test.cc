// What is left out, counted and refused; codebooks; accounts as JSON.
#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include <set>

#include "entente/formats.h"
#include "exports/own_columns.h"
#include "exports/test_events.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.c_str());
  EXPECT_FALSE(document.HasParseError()) << json;
  return document;
}

TEST(Exporter, LeavesOutAndCounts) {
  std::vector<LedgerEvent> events;
  for (int i = 0; i < 6; ++i) events.push_back(test_event(i));
  events[1].event.status = "future";
  events[2].verdict = Verdict::kRejected;
  events[3].event.cameo.reset();
  events[4].event.recipient.clear();
  events[5].event.attributed_to = "st_1";
  events[5].verdict = Verdict::kCorrected;
  const Exported exported = export_all(test_options(ExportFormat::kIcews), events);
  EXPECT_EQ(cells_in(exported.text).size(), 3U);
  const auto sidecar = parsed(exported.sidecar);
  EXPECT_EQ(sidecar["rows"].GetInt(), 2);
  const auto& accounts = sidecar["accounts"];
  EXPECT_EQ(accounts["given"].GetInt(), 6);
  EXPECT_EQ(accounts["written"].GetInt(), 2);
  for (const char* reason : {"status future", "rejected", "no CAMEO code", "no pair of source and target"})
    EXPECT_EQ(accounts["left_out"][reason].GetInt(), 1) << reason;
  std::map<std::string, int> lost;
  for (const auto& loss : sidecar["lost"].GetArray()) lost[loss["what"].GetString()] = loss["accounts"].GetInt();
  EXPECT_EQ(lost["attribution"], 1);
  EXPECT_EQ(lost["verdict"], 1);
  EXPECT_EQ(lost["confidence"], 2);
  EXPECT_EQ(lost.count("status"), 0U);
  EXPECT_STREQ(sidecar["engines"][0]["model"].GetString(), "m0del");
}

// As it was coded, nothing is rejected.
TEST(Exporter, LeavesReviewsAsideWhereItIsTold) {
  ExportOptions options = test_options(ExportFormat::kCsv);
  std::vector<LedgerEvent> events = {test_event(1), test_event(2)};
  events[1].verdict = Verdict::kRejected;
  auto sidecar = parsed(export_all(options, events).sidecar);
  EXPECT_STREQ(sidecar["reviews"].GetString(), "applied");
  EXPECT_EQ(sidecar["rows"].GetInt(), 1);
  options.as_coded = true;
  const Exported exported = export_all(options, events);
  sidecar = parsed(exported.sidecar);
  EXPECT_STREQ(sidecar["reviews"].GetString(), "left aside");
  EXPECT_EQ(sidecar["rows"].GetInt(), 2);
  EXPECT_THAT(exported.text, HasSubstr(",rejected,"));
}

TEST(Exporter, StatusesThatAFormatCannotMarkAreCountedAsLost) {
  ExportOptions options = test_options(ExportFormat::kIcews);
  options.statuses = {"actual", "historical"};
  LedgerEvent event = test_event(1);
  event.event.status = "historical";
  const Exported exported = export_all(options, std::vector{event});
  EXPECT_EQ(cells_in(exported.text).size(), 2U);
  EXPECT_THAT(exported.sidecar, HasSubstr("\"what\": \"status\""));
}

TEST(Exporter, DatesByPublicationWhereTheTextGivesNone) {
  LedgerEvent event = test_event(1);
  event.event.date.reset();
  const Exported exported = export_all(test_options(ExportFormat::kIcews), std::vector{event});
  EXPECT_EQ(cells_in(exported.text).back()[1], "2026-03-12");
  EXPECT_EQ(parsed(exported.sidecar)["dated_by_publication"].GetInt(), 1);
  event.mentions[0].published.reset();
  event.event.published.reset();
  EXPECT_EQ(cells_in(export_all(test_options(ExportFormat::kIcews), std::vector{event}).text).size(), 1U);
}

TEST(Exporter, DaysAreWholeOrNone) {
  EXPECT_EQ(whole_day("2026-03-11T10:00:00Z"), "2026-03-11");
  EXPECT_EQ(whole_day("2026-03"), "2026-03-01");
  EXPECT_EQ(whole_day("2026"), "2026-01-01");
  for (const char* bad : {"", "spring", "2026-3-1", "20260311", "2026-xx-01"}) EXPECT_EQ(whole_day(bad), "") << bad;
}

TEST(Exporter, RefusesWhatDoesNotFit) {
  const ByteSink sink = [](std::string_view) -> Status { return Unit(); };
  ExportOptions options = test_options(ExportFormat::kGdelt);
  options.kind = AccountKind::kStatements;
  EXPECT_THAT(Exporter::open(options, shipped_tables(), sink).error().message,
              HasSubstr("csv, jsonl, stata or parquet"));
  options = test_options(ExportFormat::kStata);
  EXPECT_EQ(Exporter::open(options, shipped_tables(), sink).error().code, ErrorCode::kUsage);
  options = test_options(ExportFormat::kCsv);
  options.statuses = {"maybe"};
  EXPECT_THAT(Exporter::open(options, shipped_tables(), sink).error().message, HasSubstr("'maybe'"));
  EXPECT_FALSE(export_format_of("excel").has_value());
  EXPECT_FALSE(account_kind_of("persons").has_value());
  const auto exporter = Exporter::open(test_options(ExportFormat::kCsv), shipped_tables(), sink);
  ASSERT_TRUE(exporter.has_value());
  EXPECT_FALSE(exporter.value()->add(LedgerStatement(), test_stamp()).has_value());
  EXPECT_TRUE(exporter.value()->finish().has_value());
  EXPECT_FALSE(exporter.value()->add(test_event(1), test_stamp()).has_value());
}

// JSONL takes all kinds in one file, and has no columns to count.
TEST(Exporter, JsonlTakesEveryKind) {
  std::string text;
  const ByteSink sink = [&text](std::string_view bytes) -> Status {
    text.append(bytes);
    return Unit();
  };
  const auto exporter = Exporter::open(test_options(ExportFormat::kJsonl), shipped_tables(), sink);
  ASSERT_TRUE(exporter.has_value());
  LedgerStatement statement;
  statement.id = "ls_1";
  EXPECT_TRUE(exporter.value()->add(test_event(1), test_stamp()).has_value());
  EXPECT_TRUE(exporter.value()->add(statement, test_stamp()).has_value());
  EXPECT_TRUE(exporter.value()->finish().has_value());
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
  const auto sidecar = parsed(exporter.value()->sidecar());
  EXPECT_EQ(sidecar["rows"].GetInt(), 2);
  EXPECT_FALSE(sidecar.HasMember("columns"));
}

TEST(Exporter, HandsOnWhatTheSinkSays) {
  const ByteSink sink = [](std::string_view) -> Status { return Error{ErrorCode::kNotFound, "No space left", "x"}; };
  const auto exporter = Exporter::open(test_options(ExportFormat::kJsonl), shipped_tables(), sink);
  ASSERT_TRUE(exporter.has_value());
  EXPECT_FALSE(exporter.value()->add(test_event(1), test_stamp()).has_value());
}

// Names that Stata and SQL take, apart from each other; meanings that fit a variable's label.
void expect_names(const std::vector<ColumnText>& columns) {
  std::set<std::string> names;
  for (const ColumnText& column : columns) {
    const std::string name = column.name;
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_LE(name.size(), 32U) << name;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string::npos) << name;
    EXPECT_LE(std::string(column.meaning).size(), 80U) << name;
  }
}

TEST(OwnColumns, HaveNamesOfTheirOwn) {
  expect_names(column_texts(event_columns()));
  expect_names(column_texts(statement_columns()));
  expect_names(column_texts(agreement_columns()));
  expect_names(column_texts(relation_columns()));
  expect_names(column_texts(dispute_columns()));
}

TEST(Codebook, HasEveryColumnOfTheFile) {
  for (const ExportFormat format : {ExportFormat::kIcews, ExportFormat::kPolecat, ExportFormat::kCsv}) {
    const auto book = write_codebook(test_options(format), *shipped_tables());
    ASSERT_TRUE(book.has_value());
    std::string head = export_all(test_options(format), std::vector<LedgerEvent>()).text;
    std::replace(head.begin(), head.end(), ',', '\t');
    const auto rows = cells_in(head);
    int number = 0;
    for (const std::string& column : rows.at(0))
      EXPECT_THAT(*book, HasSubstr("| " + std::to_string(++number) + " | `" + column + "` |"));
    EXPECT_THAT(*book, ::testing::Not(HasSubstr("| " + std::to_string(number + 1) + " |")));
  }
  EXPECT_FALSE(write_codebook(test_options(ExportFormat::kJsonl), *shipped_tables()).has_value());
}

// The record as the contract has it, under the ledger's id, and what the ledger knows beside it.
TEST(AccountJson, IsTheRecordAndMore) {
  LedgerEvent event = test_event(1);
  event.verdict = Verdict::kAccepted;
  std::string record = write_record_json(event.event, test_stamp());
  record.replace(record.find("ev_a1"), 5, "le_1");
  record.resize(record.size() - 2);  // the brace and the line's end
  const std::string account = write_account_json(event, test_stamp());
  EXPECT_TRUE(account.starts_with(record)) << account;
  const auto json = parsed(account);
  EXPECT_STREQ(json["verdict"].GetString(), "accepted");
  EXPECT_EQ(json["articles"].GetInt(), 1);
  const auto& mention = json["mentions"][0];
  for (const char* key :
       {"record", "article", "version", "published", "publisher", "url", "title", "sentence", "start", "end"})
    EXPECT_TRUE(mention.HasMember(key)) << key;
  event.verdict = Verdict::kNone;
  EXPECT_TRUE(parsed(write_account_json(event, test_stamp()))["verdict"].IsNull());
}

AgreementThread thread() {
  AgreementThread thread;
  thread.id = "la_1";
  thread.mentions = {test_mention("a", "Agency"), test_mention("b", "Agency")};
  thread.articles = 2;
  thread.sources = 1;
  thread.agreement.form = "treaty";
  thread.agreement.status = "signed";
  thread.agreement.parties = {test_actor("Armenia", "ARM", "GOV"), test_actor("Azerbaijan", "AZE", "GOV")};
  Provision provision;
  provision.type = "border";
  provision.obligation = "binding";
  thread.agreement.provisions = {provision};
  thread.steps = {{"proposed", std::nullopt, test_mention("a", "Agency")},
                  {"signed", DateInterval{"2026-03-13", "2026-03-13", "", "day"}, test_mention("b", "Agency")}};
  return thread;
}

LedgerDispute dispute() {
  LedgerDispute dispute;
  dispute.id = "ld_1";
  dispute.mentions = {test_mention("a", "Agency")};
  dispute.issue = Issue{"iss_1", "the border"};
  dispute.positions = {{test_actor("Armenia", "ARM", "GOV"),
                        "affirms",
                        "2026-03-11",
                        "2026-03-12",
                        {test_mention("a", "Agency")},
                        1,
                        "one; two"},
                       {std::nullopt, "denies", "", "", {}, 0, ""}};
  dispute.change_of_position = true;
  return dispute;
}

TEST(AccountJson, HoldsStepsAndPositions) {
  const auto agreement = parsed(write_account_json(thread(), test_stamp()));
  EXPECT_EQ(agreement["steps"].Size(), 2U);
  EXPECT_STREQ(agreement["steps"][1]["mention"]["article"].GetString(), "b");
  EXPECT_EQ(agreement["provisions"].Size(), 1U);
  const auto json = parsed(write_account_json(dispute(), test_stamp()));
  EXPECT_TRUE(json["change_of_position"].GetBool());
  EXPECT_EQ(json["positions"].Size(), 2U);
  EXPECT_EQ(json["sides"].Size(), 2U);
  EXPECT_TRUE(json["sides"][1]["statement"].IsNull());
  RelationInterval relation;
  relation.id = "lr_1";
  relation.from = "2020-01-01";
  relation.first = test_mention("a", "Agency");
  const auto interval = parsed(write_account_json(relation, test_stamp()));
  EXPECT_STREQ(interval["from"].GetString(), "2020-01-01");
  EXPECT_TRUE(interval["to"].IsNull());
  EXPECT_STREQ(interval["first"]["article"].GetString(), "a");
  EXPECT_TRUE(interval["last"].IsNull());
}

TEST(FlatAccounts, AreOneRowEach) {
  ExportOptions options = test_options(ExportFormat::kCsv);
  options.kind = AccountKind::kAgreements;
  const Exported agreements = export_all(options, std::vector{thread()});
  EXPECT_THAT(agreements.text, HasSubstr(",ARM; AZE,"));
  EXPECT_THAT(agreements.text, HasSubstr("proposed 2026-03-12; signed 2026-03-13"));
  EXPECT_THAT(agreements.text, HasSubstr("border (binding)"));
  EXPECT_THAT(agreements.sidecar, HasSubstr("\"what\": \"provisions\""));
  EXPECT_THAT(agreements.sidecar, HasSubstr("\"what\": \"more_mentions\""));
  options.kind = AccountKind::kDisputes;
  const std::string disputes = export_all(options, std::vector{dispute()}).text;
  EXPECT_THAT(disputes, HasSubstr("Armenia; -,ARM; -,affirms; denies,2026-03-11; -,2026-03-12; -,\"one, two; -\""));
  EXPECT_EQ(std::count(disputes.begin(), disputes.end(), '\n'), 2);
}

std::set<std::string> lost_of(const std::string& sidecar) {
  const auto json = parsed(sidecar);
  std::set<std::string> lost;
  for (const auto& loss : json["lost"].GetArray()) lost.insert(loss["what"].GetString());
  return lost;
}

// A record with all that a flat row cuts off.
template <class Record>
void add_grounds(Record& record) {
  record.evidence = {{0, {0, 5}, "words"}, {1, {9, 14}, "other"}};
  record.why = {{"rule:a", "", std::nullopt}, {"rule:b", "", std::nullopt}};
}

TEST(FlatAccounts, CountWhatTheyLose) {
  ExportOptions options = test_options(ExportFormat::kCsv);
  options.kind = AccountKind::kStatements;
  LedgerStatement statement;
  EXPECT_TRUE(lost_of(export_all(options, std::vector{statement}).sidecar).empty());
  add_grounds(statement.statement);
  statement.statement.speaker = test_actor("Armenia", "ARM", "GOV");  // whose sector has a column
  std::set<std::string> lost = {"more_evidence", "more_why", "spans"};
  EXPECT_EQ(lost_of(export_all(options, std::vector{statement}).sidecar), lost);
  statement.statement.about = {test_actor("Azerbaijan", "AZE", "GOV")};
  statement.statement.date = DateInterval{"2026-03-11", "2026-03-11", "Wednesday", "day"};
  lost.insert({"sectors", "date_words"});
  EXPECT_EQ(lost_of(export_all(options, std::vector{statement}).sidecar), lost);
  options.kind = AccountKind::kRelations;
  RelationInterval relation;
  add_grounds(relation.relation);
  relation.relation.a = test_actor("Armenia", "ARM", "GOV");
  relation.relation.since = DateInterval{"1991", std::nullopt, "1991", "year"};
  EXPECT_EQ(lost_of(export_all(options, std::vector{relation}).sidecar), lost);
  options.kind = AccountKind::kAgreements;
  AgreementThread agreement;
  add_grounds(agreement.agreement);
  agreement.agreement.brokers = {test_actor("Russia", "RUS", "GOV")};
  agreement.agreement.date = statement.statement.date;
  agreement.agreement.place = Place{"Moscow", "RUS", 55.75, 37.6, "Moscow"};
  lost.insert("place");
  EXPECT_EQ(lost_of(export_all(options, std::vector{agreement}).sidecar), lost);
  options.kind = AccountKind::kDisputes;
  EXPECT_EQ(lost_of(export_all(options, std::vector{dispute()}).sidecar),
            (std::set<std::string>{"position_articles", "sectors", "spans"}));
}

}  // namespace
}  // namespace entente

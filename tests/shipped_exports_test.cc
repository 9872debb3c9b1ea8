// Exports of what the shipped engine reads, in every format.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "entente/export.h"
#include "entente/formats.h"
#include "entente/intake.h"
#include "shipped.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines = split(text, '\n');
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

// One account a record: what a ledger of articles that tell different things holds.
Account account_of(const RecordCommon& record, const Article& article) {
  Account account;
  account.id = "l" + record.id;
  Mention mention;
  mention.record = record.id;
  mention.article = article.id;
  mention.published = article.published;
  mention.publisher = article.publisher;
  mention.url = article.url;
  mention.title = article.title;
  mention.sentence = record.evidence.front().sentence;
  mention.span = record.evidence.front().span;
  account.mentions = {mention};
  account.articles = account.sources = 1;
  return account;
}

class ShippedExports : public ShippedTest {
 protected:
  static void SetUpTestSuite() {
    ShippedTest::SetUpTestSuite();
    auto tables = load_export_tables(shipped_config().knowledge_path);
    ASSERT_TRUE(tables.has_value()) << tables.error().to_string();
    tables_ = *std::move(tables);
    const std::string source = ENTENTE_SOURCE_DIR;
    read_inputs({source + "/tests/data/two_states.jsonl", source + "/examples"}, IntakeOptions(),
                [](Result<Article> article) {
                  EXPECT_TRUE(article.has_value());
                  if (article) add_records(*article);
                  return true;
                });
    folder_ = fs::path(::testing::TempDir()) / ("entente_exports_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  static void TearDownTestSuite() {
    fs::remove_all(folder_);
    ShippedTest::TearDownTestSuite();
  }

  static void add_records(const Article& article) {
    const auto records = engine_->code(article);
    ASSERT_TRUE(records.has_value()) << records.error().to_string();
    for (const Record& record : *records) {
      if (const auto* event = std::get_if<Event>(&record)) events_.push_back({account_of(*event, article), *event});
      if (const auto* statement = std::get_if<Statement>(&record))
        statements_.push_back({account_of(*statement, article), *statement});
    }
  }

  // Writes all events into folder_/name; the rows and the sidecar.
  static std::vector<std::string> write(const ExportOptions& options, const std::string& name) {
    std::string text;
    const std::string path = (folder_ / name).string();
    const ByteSink sink = [&text](std::string_view bytes) {
      text.append(bytes);
      return Status(Unit());
    };
    auto exporter = Exporter::open(options, tables_, sink, path);
    if (!exporter) return {"error: " + exporter.error().to_string()};
    for (const LedgerEvent& event : events_) {
      const Status added = (*exporter)->add(event, engine_->stamp());
      EXPECT_TRUE(added.has_value()) << added.error().to_string();
    }
    const Status finished = (*exporter)->finish();
    EXPECT_TRUE(finished.has_value()) << finished.error().to_string();
    if (!writes_a_file(options.format)) std::ofstream(path, std::ios::binary) << text;
    std::ofstream(path + ".meta.json", std::ios::binary) << (*exporter)->sidecar();
    const auto codebook = write_codebook(options, *tables_);
    if (codebook) std::ofstream(path + ".codebook.md", std::ios::binary) << *codebook;
    return lines_of(text);
  }

  static ExportOptions as(ExportFormat format) {
    ExportOptions options;
    options.format = format;
    return options;
  }

  inline static std::shared_ptr<const ExportTables> tables_;
  inline static std::vector<LedgerEvent> events_;
  inline static std::vector<LedgerStatement> statements_;
  inline static fs::path folder_;
};

// Every row has the columns of its format, and there is one for each event that the sidecar counts as written.
void expect_table(const std::vector<std::string>& lines, std::size_t columns, std::size_t heads) {
  ASSERT_GT(lines.size(), 10U);
  for (const std::string& line : lines) EXPECT_EQ(split(line, '\t').size(), columns) << line;
  const std::set<std::string> apart(lines.begin(), lines.end());
  EXPECT_EQ(apart.size(), lines.size());
  EXPECT_EQ(split(lines[heads], '\t').size(), columns);
}

TEST_F(ShippedExports, TablesHaveTheirColumns) {
  expect_table(write(as(ExportFormat::kIcews), "events.tsv"), 20, 1);
  expect_table(write(as(ExportFormat::kPolecat), "polecat.tsv"), 40, 1);
  expect_table(write(as(ExportFormat::kPhoenix), "phoenix.tsv"), 26, 0);
  expect_table(write(as(ExportFormat::kGdelt), "gdelt.tsv"), 61, 0);
}

TEST_F(ShippedExports, OwnFormatsHoldEveryEvent) {
  EXPECT_EQ(write(as(ExportFormat::kCsv), "events.csv").size(), events_.size() + 1);
  EXPECT_EQ(write(as(ExportFormat::kJsonl), "events.jsonl").size(), events_.size());
  EXPECT_EQ(write(as(ExportFormat::kPloverJson), "plover.jsonl").size(), events_.size());
  write(as(ExportFormat::kStata), "events.dta");
  EXPECT_GT(fs::file_size(folder_ / "events.dta"), 1000U);
}

// Every type, country and sector that the engine gave is one that the tables of exports know.
TEST_F(ShippedExports, NothingIsMissingFromTheTables) {
  for (const std::string& line : write(as(ExportFormat::kIcews), "events.tsv")) {
    const auto cells = split(line, '\t');
    EXPECT_FALSE(cells[5].empty()) << line;  // the code's label
    EXPECT_FALSE(cells[7].empty()) << line;  // its value
    EXPECT_FALSE(cells[3].empty() && cells[4].empty()) << line;
  }
  for (const std::string& line : write(as(ExportFormat::kGdelt), "gdelt.tsv")) {
    const auto cells = split(line, '\t');
    EXPECT_FALSE(cells[29].empty() || cells[30].empty()) << line;  // quad class, Goldstein value
    EXPECT_EQ(cells[52].empty(), cells[53].empty()) << line;       // a place has its country's FIPS code
  }
}

// Statements, and what else an article gives, are read back as the records that they are.
TEST_F(ShippedExports, AccountsAreRecordsByTheContract) {
  std::string lines;
  for (const LedgerEvent& event : events_) lines += write_account_json(event, engine_->stamp());
  for (const LedgerStatement& statement : statements_) lines += write_account_json(statement, engine_->stamp());
  const auto records = read_records(lines, "accounts");
  ASSERT_TRUE(records.has_value()) << records.error().to_string();
  ASSERT_EQ(records->size(), events_.size() + statements_.size());
  for (std::size_t i = 0; i < events_.size(); ++i) {
    const auto* event = std::get_if<Event>(&(*records)[i]);
    ASSERT_NE(event, nullptr);
    EXPECT_EQ(event->id, events_[i].id);
    EXPECT_EQ(event->cameo, events_[i].event.cameo);
    EXPECT_EQ(event->actor.size(), events_[i].event.actor.size());
  }
}

}  // namespace
}  // namespace entente

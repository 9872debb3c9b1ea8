// Exports of what the shipped engine reads, in every format.
//
// Files stay in the folder that ENTENTE_EXPORT_FOLDER names, where it names one: tests/tutorial_test.py reads them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "entente/export.h"
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

class Exports : public ShippedTest {
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
    const char* folder = std::getenv("ENTENTE_EXPORT_FOLDER");
    folder_ = folder != nullptr ? fs::path(folder)
                                : fs::path(::testing::TempDir()) / ("entente_exports_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  static void TearDownTestSuite() {
    if (std::getenv("ENTENTE_EXPORT_FOLDER") == nullptr) fs::remove_all(folder_);
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

void expect_columns(const std::vector<std::string>& lines, std::size_t columns) {
  ASSERT_GT(lines.size(), 10U);
  for (const std::string& line : lines) EXPECT_EQ(split(line, '\t').size(), columns) << line;
}

TEST_F(Exports, IcewsHasItsColumns) {
  const auto lines = write(as(ExportFormat::kIcews), "icews.tsv");
  expect_columns(lines, 20);
}

TEST_F(Exports, PolecatHasItsColumns) { expect_columns(write(as(ExportFormat::kPolecat), "polecat.tsv"), 40); }
TEST_F(Exports, PhoenixHasItsColumns) { expect_columns(write(as(ExportFormat::kPhoenix), "phoenix.tsv"), 26); }
TEST_F(Exports, GdeltHasItsColumns) { expect_columns(write(as(ExportFormat::kGdelt), "gdelt.tsv"), 61); }

TEST_F(Exports, OwnFormats) {
  write(as(ExportFormat::kCsv), "events.csv");
  write(as(ExportFormat::kJsonl), "events.jsonl");
  write(as(ExportFormat::kPloverJson), "plover.jsonl");
  write(as(ExportFormat::kStata), "events.dta");
  const auto parquet = write(as(ExportFormat::kParquet), "events.parquet");
  for (const auto& line : parquet) std::puts(line.c_str());
}

}  // namespace
}  // namespace entente

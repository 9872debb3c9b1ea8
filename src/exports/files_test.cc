// Stata and Parquet, read back.
#include <gmock/gmock.h>
#include <readstat.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/duckdb_api.h"
#include "exports/test_events.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

class Files : public ::testing::Test {
 protected:
  Files() : folder_(fs::path(::testing::TempDir()) / ("entente_export_files_" + std::to_string(::getpid()))) {
    fs::create_directories(folder_);
  }
  ~Files() override { fs::remove_all(folder_); }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

  fs::path folder_;
};

std::vector<LedgerEvent> events() {
  std::vector<LedgerEvent> events = {test_event(1), test_event(2), test_event(3)};
  events[1].event.status = "negated";
  events[1].event.quad.reset();
  events[1].event.date->from = "2026-02-30";  // no calendar has it
  events[1].event.magnitude.crowd = std::int64_t{5} << 31U;
  events[2].event.evidence[0].text = std::string(2044, 'x') + "é and more";  // é would be cut in two
  events[2].event.type = "NEWTYPE";
  return events;
}

// What a .dta file holds, as text.
struct Dta {
  std::map<std::string, std::string> labels;  // by variable
  std::map<std::string, std::string> values;  // by "set number"
  std::vector<std::map<std::string, std::string>> rows;
};

std::string text_of(readstat_value_t value) {
  if (readstat_value_is_system_missing(value)) return "missing";
  if (readstat_value_type(value) == READSTAT_TYPE_STRING) return readstat_string_value(value);
  std::ostringstream out;
  out.precision(17);
  out << readstat_double_value(value);
  return out.str();
}

Dta read_dta(const std::string& path) {
  Dta dta;
  readstat_parser_t* parser = readstat_parser_init();
  readstat_set_variable_handler(parser, [](int, readstat_variable_t* variable, const char*, void* context) {
    const char* label = readstat_variable_get_label(variable);
    static_cast<Dta*>(context)->labels[readstat_variable_get_name(variable)] = label != nullptr ? label : "";
    return static_cast<int>(READSTAT_HANDLER_OK);
  });
  readstat_set_value_label_handler(
      parser, [](const char* set, readstat_value_t value, const char* label, void* context) {
        static_cast<Dta*>(context)->values[std::string(set) + " " + text_of(value)] = label;
        return static_cast<int>(READSTAT_HANDLER_OK);
      });
  readstat_set_value_handler(parser, [](int row, readstat_variable_t* variable, readstat_value_t value, void* context) {
    auto& rows = static_cast<Dta*>(context)->rows;
    rows.resize(std::max(rows.size(), static_cast<std::size_t>(row) + 1));
    rows[static_cast<std::size_t>(row)][readstat_variable_get_name(variable)] = text_of(value);
    return static_cast<int>(READSTAT_HANDLER_OK);
  });
  EXPECT_EQ(readstat_parse_dta(parser, path.c_str(), &dta), READSTAT_OK);
  readstat_parser_free(parser);
  return dta;
}

TEST_F(Files, StataHoldsTheEvents) {
  const Exported exported = export_all(test_options(ExportFormat::kStata), events(), path("events.dta"));
  Dta dta = read_dta(path("events.dta"));
  ASSERT_EQ(dta.rows.size(), 3U);
  EXPECT_EQ(dta.rows[0]["id"], "le_1");
  EXPECT_EQ(dta.rows[0]["cameo"], "057");
  EXPECT_EQ(dta.rows[0]["day"], "24176");  // days since 1960
  EXPECT_EQ(dta.rows[0]["confidence"], "0.87649999999999995");
  EXPECT_EQ(dta.rows[0]["quad"], "1");
  EXPECT_EQ(dta.values["quad 1"], "verbal cooperation");
  EXPECT_EQ(dta.values["type " + dta.rows[0]["type"]], "SUPPORT");
  EXPECT_EQ(dta.values["type " + dta.rows[2]["type"]], "NEWTYPE");
  EXPECT_EQ(dta.values["status " + dta.rows[1]["status"]], "negated");
  EXPECT_EQ(dta.rows[1]["quad"], "missing");
  EXPECT_EQ(dta.rows[1]["day"], "missing");
  EXPECT_EQ(dta.rows[1]["crowd"], "10737418240");
  EXPECT_EQ(dta.rows[2]["words"], std::string(2044, 'x'));
  EXPECT_EQ(dta.labels["words"], "the evidence; missing where the ledger holds no text");
  EXPECT_THAT(exported.sidecar, ::testing::HasSubstr("\"what\": \"long_texts\""));
}

TEST_F(Files, StataHoldsNoEventsToo) {
  export_all(test_options(ExportFormat::kStata), std::vector<LedgerEvent>(), path("none.dta"));
  EXPECT_TRUE(read_dta(path("none.dta")).rows.empty());
}

TEST_F(Files, AFolderThatIsNotThereIsTold) {
  const auto opened =
      Exporter::open(test_options(ExportFormat::kStata), shipped_tables(), nullptr, path("no/such/folder.dta"));
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, ErrorCode::kCannotWrite);
  EXPECT_THAT(opened.error().to_string(), ::testing::HasSubstr("No such file or directory"));
}

// No file may grow beyond `bytes` while it lives: what a full disk does to a writer.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    static_cast<void>(std::signal(SIGXFSZ, signal_));
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
  void (*signal_)(int);
};

// What finish() says where a file holds no more than `bytes`.
Status write_on_a_full_disk(ExportFormat format, const std::string& path, rlim_t bytes) {
  ENTENTE_TRY(const auto exporter, Exporter::open(test_options(format), shipped_tables(), nullptr, path));
  for (const LedgerEvent& event : events()) ENTENTE_CHECK_OK(exporter->add(event, test_stamp()));
  const FullDisk full(bytes);
  return exporter->finish();
}

TEST_F(Files, AFullDiskIsToldAsOne) {
  constexpr rlim_t kRoomForRows = 6000;  // the file itself is larger
  for (const rlim_t bytes : {rlim_t{0}, kRoomForRows}) {
    const Status written = write_on_a_full_disk(ExportFormat::kStata, path("full.dta"), bytes);
    ASSERT_FALSE(written.has_value()) << bytes;
    EXPECT_EQ(written.error().code, ErrorCode::kCannotWrite) << written.error().to_string();
  }
  if (!duckdb_api()) return;
  const Status written = write_on_a_full_disk(ExportFormat::kParquet, path("full.parquet"), 0);
  ASSERT_FALSE(written.has_value());
  EXPECT_EQ(written.error().code, ErrorCode::kCannotWrite) << written.error().to_string();
}

TEST_F(Files, StataLabelsPhoenixsStatements) {
  ExportOptions options = test_options(ExportFormat::kStata);
  options.conventions.quad = "phoenix";
  LedgerEvent event = test_event(1);
  event.event.cameo = "010";
  export_all(options, std::vector{event}, path("quad.dta"));
  Dta dta = read_dta(path("quad.dta"));
  EXPECT_EQ(dta.rows.at(0)["quad"], "0");
  EXPECT_EQ(dta.values["quad 0"], "statement");
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

// Through DuckDB back to CSV: the same as our own, but for how it writes numbers and quotes.
TEST_F(Files, ParquetHoldsTheEvents) {
  const auto api = duckdb_api();
  if (!api) GTEST_SKIP() << api.error().message;
  export_all(test_options(ExportFormat::kParquet), events(), path("events.parquet"));
  DuckDatabase database = nullptr;
  DuckConnection connection = nullptr;
  ASSERT_EQ(api.value()->open(nullptr, &database), 0);
  ASSERT_EQ(api.value()->connect(database, &connection), 0);
  DuckResult result{};
  const std::string query =
      "COPY (SELECT id, day, type, cameo, quad, goldstein, crowd, date_from, length(words) FROM '" +
      path("events.parquet") + "') TO '" + path("back.csv") + "' (HEADER)";
  ASSERT_EQ(api.value()->query(connection, query.c_str(), &result), 0) << api.value()->result_error(&result);
  api.value()->destroy_result(&result);
  api.value()->disconnect(&connection);
  api.value()->close(&database);
  EXPECT_EQ(contents(path("back.csv")),
            "id,day,type,cameo,quad,goldstein,crowd,date_from,length(words)\n"
            "le_1,2026-03-11,SUPPORT,057,1,8.0,,2026-03-11,9\n"
            "le_2,,SUPPORT,057,,8.0,10737418240,,9\n"
            "le_3,2026-03-11,NEWTYPE,057,1,8.0,,2026-03-11,2054\n");
}

TEST_F(Files, TheSameRowsAreTheSameBytes) {
  std::vector<ExportFormat> formats = {ExportFormat::kStata};
  if (duckdb_api()) formats.push_back(ExportFormat::kParquet);
  for (const ExportFormat format : formats) {
    export_all(test_options(format), events(), path("a"));
    export_all(test_options(format), events(), path("b"));
    EXPECT_EQ(contents(path("a")), contents(path("b")));
  }
}

// ReadStat writes the hour of the place.
TEST_F(Files, TheSameRowsAreTheSameBytesEverywhere) {
  const char* before = std::getenv("TZ");
  const std::string kept = before != nullptr ? before : "";
  for (const char* zone : {"UTC0", "XXX-11", "YYY7"}) {
    setenv("TZ", zone, 1);
    tzset();
    export_all(test_options(ExportFormat::kStata), events(), path(zone));
  }
  if (before != nullptr) {
    setenv("TZ", kept.c_str(), 1);
  } else {
    unsetenv("TZ");
  }
  tzset();
  EXPECT_EQ(contents(path("UTC0")), contents(path("XXX-11")));
  EXPECT_EQ(contents(path("UTC0")), contents(path("YYY7")));
}

}  // namespace
}  // namespace entente

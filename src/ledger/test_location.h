// Where a test's ledger is: a file, or the database that ENTENTE_TEST_POSTGRES names.
#ifndef ENTENTE_LEDGER_TEST_LOCATION_H_
#define ENTENTE_LEDGER_TEST_LOCATION_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "entente/ledger.h"
#include "store/database.h"

namespace entente {

// `kind`: "sqlite" or "postgres". What was there is gone.
inline std::string empty_location(const std::string& kind, const std::string& name) {
  if (kind == "sqlite") {
    const std::string location = ::testing::TempDir() + name + "." + std::to_string(getpid()) + ".db";
    for (const char* const end : {"", "-wal", "-shm"}) std::filesystem::remove(location + end);
    return location;
  }
  const std::string location = std::getenv("ENTENTE_TEST_POSTGRES");
  const auto database = open_database(location, Access::kCreate);
  EXPECT_TRUE(database && (*database)->run_script("DROP SCHEMA IF EXISTS entente CASCADE"));
  return location;
}

inline std::unique_ptr<Ledger> created_ledger(const std::string& location, bool keep_text = true) {
  LedgerOptions options;
  options.use = LedgerOptions::Use::kCreate;
  options.knowledge_path = ENTENTE_SOURCE_DIR "/knowledge";
  options.keep_text = keep_text;
  auto ledger = Ledger::open(location, options);
  EXPECT_TRUE(ledger) << ledger.error().to_string();
  return ledger ? *std::move(ledger) : nullptr;
}

}  // namespace entente

#endif  // ENTENTE_LEDGER_TEST_LOCATION_H_

// The same tests on SQLite and, where ENTENTE_TEST_POSTGRES names a database to try on, on PostgreSQL.
#include "store/store.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <latch>
#include <thread>

#include "store/migrations.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

class StoreTest : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (std::string(GetParam()) == "sqlite") {
      location_ = ::testing::TempDir() + "store_test." + std::to_string(getpid()) + ".db";
      for (const char* const end : {"", "-wal", "-shm"}) std::filesystem::remove(location_ + end);
      return;
    }
    const char* const url = std::getenv("ENTENTE_TEST_POSTGRES");
    if (url == nullptr) GTEST_SKIP() << "ENTENTE_TEST_POSTGRES names no database";
    location_ = url;
    const auto database = open_database(location_, Access::kCreate);
    ASSERT_TRUE(database) << database.error().to_string();
    ASSERT_TRUE((*database)->run_script("DROP SCHEMA IF EXISTS entente CASCADE"));
  }
  std::unique_ptr<Store> open(Access access = Access::kCreate, bool keep_text = true) {
    auto store = Store::open(location_, access, keep_text, "");
    EXPECT_TRUE(store) << store.error().to_string();
    return store ? *std::move(store) : nullptr;
  }
  static std::int64_t count(Store& store, const std::string& of) {
    const auto found = store.database().find_integer("SELECT count(*) FROM " + of, {});
    EXPECT_TRUE(found) << found.error().to_string();
    return found ? found->value_or(-1) : -1;
  }
  std::string location_;
};

PutArticle article(const std::string& id, const std::string& text, std::int64_t day, std::int64_t group) {
  PutArticle put;
  put.id = id;
  put.hash = "hash of " + text;
  put.text = text;
  put.day = day;
  put.copy_group = group;
  put.bands = {group};
  PutRecord undated;
  undated.id = id_number("ev_00000000000000aa") + group;
  undated.dated = false;
  undated.words = "the border";
  PutRecord dated = undated;
  dated.dated = true;
  dated.day = 5;
  put.records = {undated, dated};
  put.bodies = std::string("\0\x7f?", 3);
  return put;
}

Result<Put> put(Store& store, const PutArticle& article) {
  ENTENTE_TRY(const std::vector<Put> done, store.put({&article}, {}));
  return done.front();
}

TEST_P(StoreTest, TheSameArticleTwiceChangesNothing) {
  const auto store = open();
  EXPECT_EQ(*put(*store, article("a", "one", 10, 1)), Put::kAdded);
  EXPECT_EQ(*put(*store, article("a", "one", 10, 1)), Put::kKnown);
  EXPECT_TRUE(*store->knows("a", "hash of one"));
  EXPECT_FALSE(*store->knows("a", "hash of two"));
  EXPECT_EQ(count(*store, "article"), 1);
  EXPECT_EQ(count(*store, "record"), 2);
}

TEST_P(StoreTest, OtherTextIsANewVersionAndTheOldOneStays) {
  const auto store = open();
  ASSERT_EQ(*put(*store, article("a", "one", 10, 1)), Put::kAdded);
  EXPECT_EQ(*put(*store, article("a", "two", 10, 2)), Put::kNewVersion);
  EXPECT_EQ(count(*store, "article WHERE current = 1 AND version = 2 AND text = 'two'"), 1);
  EXPECT_EQ(count(*store, "article WHERE current = 0 AND version = 1 AND text = 'one'"), 1);
  EXPECT_EQ(*put(*store, article("a", "one", 10, 1)), Put::kKnown);
}

TEST_P(StoreTest, CopiesAreOneGroupWhateverTheirOrder) {
  const auto store = open();
  PutArticle bridge = article("bridge", "c", 30, 9);
  bridge.bands = {1, 2};
  for (const PutArticle& each : {article("late", "a", 20, 1), article("early", "b", 10, 2), bridge}) {
    ASSERT_TRUE(put(*store, each));
  }
  EXPECT_EQ(
      count(*store, "article WHERE copy_day = 10 AND copy_group = (SELECT copy_group FROM article WHERE id = 'early')"),
      3);
  EXPECT_EQ(count(*store, "record WHERE dated = 0 AND day = 10"), 3) << "undated records go with the first copy";
  EXPECT_EQ(count(*store, "record WHERE dated = 1 AND day = 5"), 3);
}

// It shares its words with its old version, and copies may stand between them; its day is its own.
TEST_P(StoreTest, ANewVersionIsNotACopyOfTheOldOne) {
  const auto store = open();
  ASSERT_TRUE(put(*store, article("a", "one", 10, 1)));
  ASSERT_EQ(*put(*store, article("a", "one, mended", 20, 1)), Put::kNewVersion);
  EXPECT_EQ(
      count(*store, "record r JOIN article a ON a.key = r.article WHERE current = 1 AND dated = 0 AND r.day = 20"), 1);
  ASSERT_TRUE(put(*store, article("b", "one", 15, 1)));
  ASSERT_EQ(*put(*store, article("a", "one, mended again", 30, 1)), Put::kNewVersion);
  EXPECT_EQ(count(*store, "article WHERE current = 1 AND copy_day = 15"), 2);
  ASSERT_EQ(*put(*store, article("b", "one, mended", 40, 1)), Put::kNewVersion);
  EXPECT_EQ(count(*store, "article WHERE current = 1 AND copy_day = 30"), 2);
}

TEST_P(StoreTest, BytesAndNullsComeBackAsTheyWere) {
  const auto store = open();
  ASSERT_TRUE(put(*store, article("a", "one", 10, 1)));
  std::string body;
  bool null = false;
  ASSERT_TRUE(store->database().run("SELECT bodies, title FROM article WHERE id = ?", {"a"}, [&](const Row& row) {
    body = row.bytes(0);
    null = row.is_null(1);
  }));
  EXPECT_EQ(body, std::string("\0\x7f?", 3));
  EXPECT_TRUE(null);
}

TEST_P(StoreTest, ALedgerWithoutTextHoldsNone) {
  { const auto store = open(Access::kCreate, false); }
  const auto store = open(Access::kCreate, true);
  EXPECT_FALSE(store->keeps_text()) << "as it was made";
  ASSERT_TRUE(put(*store, article("a", "one", 10, 1)));
  EXPECT_EQ(count(*store, "article WHERE text IS NOT NULL OR title IS NOT NULL"), 0);
}

TEST_P(StoreTest, WhatIsNotCommittedIsNotThere) {
  const auto store = open();
  {
    auto transaction = Transaction::begin(store->database());
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(store->database().run("INSERT INTO dirty VALUES (0, 0, 0)"));
  }
  EXPECT_EQ(count(*store, "dirty"), 0);
}

TEST_P(StoreTest, ASnapshotSeesOneStateWhateverOthersWrite) {
  const auto writer = open();
  ASSERT_TRUE(put(*writer, article("a", "one", 10, 1)));
  const auto reader = open(Access::kRead);
  {
    const auto snapshot = Snapshot::begin(reader->database());
    ASSERT_TRUE(snapshot) << snapshot.error().to_string();
    EXPECT_EQ(count(*reader, "article"), 1);
    ASSERT_TRUE(put(*writer, article("b", "two", 10, 2)));
    const auto within = Snapshot::begin(reader->database());
    ASSERT_TRUE(within);
    EXPECT_EQ(count(*reader, "article"), 1);
  }
  EXPECT_EQ(count(*reader, "article"), 2);
}

// A reader of another process that goes takes the log with it where nobody else holds the ledger: a second connection
// of the writer's own process must not have dropped the locks of the first.
TEST_P(StoreTest, AReaderElsewhereTakesNothingWithIt) {
  if (std::string(GetParam()) != "sqlite") GTEST_SKIP() << "no file";
  const auto writer = open();
  const auto second = open(Access::kRead);
  ASSERT_TRUE(put(*writer, article("a", "one", 10, 1)));
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    // The connections of before the fork are not to be used here: the program is replaced.
    const std::string script = "import sqlite3; sqlite3.connect('" + location_ + "').execute('SELECT 1 FROM article')";
    ::execlp("python3", "python3", "-c", script.c_str(), nullptr);
    ::_exit(1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(put(*writer, article("b", "two", 10, 2)));
  EXPECT_EQ(count(*open(Access::kRead), "article"), 2);
}

TEST_P(StoreTest, MadeByManyAtOnce) {
  constexpr int kMakers = 4;
  for (int round = 0; round < 20; ++round) {
    SetUp();  // there is none
    std::latch together(kMakers);
    std::vector<std::jthread> makers;
    for (int maker = 0; maker < kMakers; ++maker) {
      makers.emplace_back([this, &together] {
        together.arrive_and_wait();
        open();
      });
    }
  }
}

TEST_P(StoreTest, ANewerLedgerIsRefused) {
  {
    const auto store = open();
    ASSERT_TRUE(store->database().run("UPDATE meta SET value = ? WHERE name = 'version'", {Bytes{"99"}}));
  }
  const auto store = Store::open(location_, Access::kCreate, true, "");
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().code, ErrorCode::kBadLedger);
  EXPECT_THAT(store.error().message, HasSubstr("version 99"));
}

TEST_P(StoreTest, TwoFailuresOfOneSourceAreTwoLines) {
  const auto store = open();
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(store->put_failure({ErrorCode::kEmpty, "nothing", "x.jsonl:1"}, i));
    ASSERT_TRUE(store->put_failure({ErrorCode::kBadFormat, "broken", "x.jsonl:1"}, i));
  }
  EXPECT_EQ(count(*store, "failure WHERE seen = 1"), 2);
  PutArticle mended = article("a", "one", 10, 1);
  mended.source = "x.jsonl:1";
  ASSERT_TRUE(put(*store, mended));
  EXPECT_EQ(count(*store, "failure"), 0);
}

INSTANTIATE_TEST_SUITE_P(Both, StoreTest, ::testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return std::string(each.param); });

class NoLedgerTest : public ::testing::Test {
 protected:
  static Error error_of(const std::string& path, Access access) {
    const auto store = Store::open(path, access, true, "");
    return store ? Error{} : store.error();
  }
  static std::string file(const std::string& name, const std::string& bytes) {
    std::string path = ::testing::TempDir() + std::to_string(getpid()) + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
};

TEST_F(NoLedgerTest, IsToldFromALedger) {
  EXPECT_EQ(error_of(file("text.db", "President met president, at some length."), Access::kCreate).code,
            ErrorCode::kBadLedger);
  EXPECT_EQ(error_of(file("none.db", ""), Access::kRead).code, ErrorCode::kBadLedger);
  EXPECT_EQ(error_of("/nowhere/at/all.db", Access::kRead).code, ErrorCode::kNotFound);
  EXPECT_EQ(error_of("/nowhere/at/all.db", Access::kCreate).code, ErrorCode::kNotFound);
  EXPECT_EQ(error_of("postgresql://nobody:secret@127.0.0.1:1/none", Access::kRead).code, ErrorCode::kUnavailable);
}

TEST_F(NoLedgerTest, APasswordIsNotShown) {
  EXPECT_EQ(shown_location("postgresql://me:secret@host:1/db"), "postgresql://me@host:1/db");
  EXPECT_EQ(shown_location("postgresql://host/db?x=a@b"), "postgresql://host/db?x=a@b");
  EXPECT_EQ(shown_location("folder/file.db"), "folder/file.db");
}

}  // namespace
}  // namespace entente

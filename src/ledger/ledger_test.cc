// A ledger is a function of the articles that it holds: the same rows for any order, any parts, either database.
#include "entente/ledger.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "ledger/made_news.h"
#include "ledger/test_location.h"

namespace entente {
namespace {

const EngineStamp kStamp{"0", "model", "tables", {{"cameo", "1.1b3"}}};

class LedgerTest : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (std::string(GetParam()) == "postgres" && std::getenv("ENTENTE_TEST_POSTGRES") == nullptr) {
      GTEST_SKIP() << "ENTENTE_TEST_POSTGRES names no database";
    }
  }
  static std::unique_ptr<Ledger> empty(bool keep_text = true) {
    return created_ledger(empty_location(GetParam(), "ledger_test"), keep_text);
  }
  static Addition add(Ledger& ledger, const Told& told) {
    const auto added = ledger.add(ledger.prepare(told.article, told.records), kStamp);
    EXPECT_TRUE(added) << added.error().to_string();
    return *added;
  }
  static void join(Ledger& ledger) {
    const Status joined = ledger.join({});
    EXPECT_TRUE(joined) << joined.error().to_string();
  }
  static std::string dump(Ledger& ledger) {
    std::string lines;
    const Status dumped = ledger.dump([&](const std::string& line) { return lines += line, true; });
    EXPECT_TRUE(dumped) << dumped.error().to_string();
    return lines;
  }
  // All at once where `parts` is 0; else joined after each part.
  static std::string dump_of(const std::vector<Told>& news, std::size_t parts, bool keep_text = true) {
    const auto ledger = empty(keep_text);
    const std::size_t size = parts == 0 ? news.size() : (news.size() + parts - 1) / parts;
    for (std::size_t i = 0; i < news.size(); ++i) {
      add(*ledger, news[i]);
      if ((i + 1) % size == 0) join(*ledger);
    }
    join(*ledger);
    return dump(*ledger);
  }
};

std::size_t count_lines(const std::string& dump, const std::string& table) {
  std::size_t count = 0;
  for (std::size_t at = dump.find("\n" + table); at != std::string::npos; at = dump.find("\n" + table, at + 1)) ++count;
  return count;
}

TEST_P(LedgerTest, OrderAndPartsChangeNothing) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    std::vector<Told> news = MadeNews(seed).articles(60);
    const std::string expected = dump_of(news, 0);
    ASSERT_THAT(expected, ::testing::HasSubstr("\nevent\t"));
    EXPECT_LT(count_lines(expected, "event\t"), count_lines(expected, "record\t") / 2) << "nothing was told twice";
    EXPECT_EQ(dump_of(news, 60), expected) << "one by one, seed " << seed;
    EXPECT_EQ(dump_of(news, 16), expected) << "in 16 parts, seed " << seed;
    std::mt19937 random(seed);
    for (int i = 0; i < 3; ++i) {
      std::shuffle(news.begin(), news.end(), random);
      EXPECT_EQ(dump_of(news, 0), expected) << "shuffled, seed " << seed;
      EXPECT_EQ(dump_of(news, 16), expected) << "shuffled, in 16 parts, seed " << seed;
    }
  }
}

TEST_P(LedgerTest, PackingChangesNothing) {
  const auto ledger = empty();
  for (const Told& told : MadeNews(9).articles(40)) add(*ledger, told);
  join(*ledger);
  const std::string before = dump(*ledger);
  EXPECT_EQ(*ledger->article_count(), 40);
  const Status packed = ledger->compact();
  EXPECT_TRUE(packed) << packed.error().to_string();
  EXPECT_EQ(dump(*ledger), before);
}

TEST_P(LedgerTest, AddingAgainChangesNothing) {
  const std::vector<Told> news = MadeNews(4).articles(30);
  const auto ledger = empty();
  for (const Told& told : news) EXPECT_EQ(add(*ledger, told), Addition::kAdded);
  join(*ledger);
  const std::string once = dump(*ledger);
  for (const Told& told : news) {
    EXPECT_TRUE(*ledger->knows(told.article));
    EXPECT_EQ(add(*ledger, told), Addition::kKnown);
  }
  join(*ledger);
  EXPECT_EQ(dump(*ledger), once);
}

// What a new version no longer says is in no account; what is left is as if the old one had never been.
TEST_P(LedgerTest, ANewVersionTakesThePlaceOfTheOldOne) {
  std::vector<Told> news = MadeNews(5).articles(30);
  Told other = MadeNews(6).articles(1).front();
  other.article.id = news.front().article.id;
  for (Record& record : other.records) common_of(record).article = other.article.id;
  const auto ledger = empty();
  for (const Told& told : news) add(*ledger, told);
  join(*ledger);
  EXPECT_EQ(add(*ledger, other), Addition::kNewVersion);
  join(*ledger);
  const std::string changed = dump(*ledger);
  EXPECT_THAT(changed, ::testing::HasSubstr("article\t" + other.article.id + "\t1\t0\t"));
  EXPECT_THAT(changed, ::testing::HasSubstr("article\t" + other.article.id + "\t2\t1\t"));
  const auto accounts = [](const std::string& lines) { return lines.substr(lines.find("\nevent\t")); };
  news.front() = other;
  const auto afresh = empty();
  for (const Told& told : news) add(*afresh, told);
  join(*afresh);
  EXPECT_EQ(accounts(changed), accounts(dump(*afresh)));
}

// The words are not there to join by, and what was made of them gives the same accounts.
TEST_P(LedgerTest, WithoutTextTheAccountsAreTheSame) {
  const std::vector<Told> news = MadeNews(7).articles(40);
  const auto accounts = [](const std::string& lines) { return lines.substr(lines.find("\nevent\t")); };
  const std::string without = dump_of(news, 0, false);
  EXPECT_EQ(accounts(without), accounts(dump_of(news, 0, true)));
  EXPECT_THAT(without, ::testing::Not(::testing::HasSubstr("envoys met")));
}

TEST_P(LedgerTest, BothDatabasesHoldTheSame) {
  if (std::getenv("ENTENTE_TEST_POSTGRES") == nullptr) GTEST_SKIP() << "ENTENTE_TEST_POSTGRES names no database";
  static std::string other;
  const std::string dumped = dump_of(MadeNews(8).articles(40), 4);
  if (!other.empty()) {
    EXPECT_EQ(dumped, other);
  }
  other = dumped;
}

INSTANTIATE_TEST_SUITE_P(Both, LedgerTest, ::testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace entente

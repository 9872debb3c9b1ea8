#include "ledger/statement_joins.h"

#include <gtest/gtest.h>

#include "ledger/random_mentions.h"
#include "ledger/test_ledger.h"

namespace entente {
namespace {

struct Said {
  std::string article;
  std::string published;
  Actor speaker;
  std::string stance;
  std::string words;
};

std::vector<StatementMention> mentions_of(const std::vector<Said>& said) {
  std::vector<StatementMention> mentions;
  for (const Said& one : said) {
    Statement statement;
    statement.id = record_id("s", one.article + one.words);
    if (!one.speaker.name.empty()) statement.speaker = one.speaker;
    statement.stance = one.stance;
    statement.content.text = one.words;
    mentions.push_back(statement_mention(statement, context_of(one.article, one.published), join_tables()));
  }
  return mentions;
}

std::string joins(const std::vector<Said>& said) {
  const auto founders = joined_in_any_order(mentions_of(said), join_statements);
  std::map<std::uint32_t, char> letters;
  std::string result;
  for (const std::uint32_t founder : founders)
    result.push_back(letters.emplace(founder, static_cast<char>('a' + letters.size())).first->second);
  return result;
}

const char* const kPromise = "Moscow will never leave the naval base in Tartus to its enemies";

TEST(JoinStatements, OneSentenceInManyPapersIsOneStatement) {
  const Actor lavrov = person("Sergei Lavrov", "RUS", "foreign minister");
  EXPECT_EQ(joins({{"x", "2013-05-06", lavrov, "promises", kPromise},
                   {"y", "2013-05-07", person("Lavrov", "RUS"), "promises",
                    "Moscow would never leave the naval base in Tartus"},
                   {"z", "2013-05-06", state("RUS", "Moscow"), "promises", kPromise},
                   {"u", "2013-05-06", lavrov, "promises", "Grain will reach every African port before winter"}}),
            "aaab");
}

TEST(JoinStatements, AnotherSpeakerStanceOrDayIsAnotherStatement) {
  const Actor lavrov = person("Sergei Lavrov", "RUS", "foreign minister");
  EXPECT_EQ(joins({{"x", "2013-05-06", lavrov, "promises", kPromise},
                   {"y", "2013-05-06", person("Vladimir Putin", "RUS"), "promises", kPromise},
                   {"z", "2013-05-06", lavrov, "denies", kPromise},
                   {"u", "2013-05-09", lavrov, "promises", kPromise},
                   {"v", "2013-05-06", state("SYR"), "promises", kPromise}}),
            "abcde");
}

TEST(JoinStatements, ShortWordsAreSaidEveryDay) {
  const Actor lavrov = person("Sergei Lavrov", "RUS");
  EXPECT_EQ(joins({{"x", "2013-05-06", lavrov, "neutral", "We will consider gas"},
                   {"y", "2013-05-06", lavrov, "neutral", "We will consider grain"}}),
            "ab");
}

TEST(JoinStatements, DaysMakeNoChain) {
  std::vector<Said> said;
  for (const char* day : {"2013-05-06", "2013-05-07", "2013-05-08", "2013-05-09"})
    said.push_back({day, day, state("RUS"), "promises", kPromise});
  EXPECT_EQ(joins(said).substr(0, 2), "aa");
  EXPECT_NE(joins(said)[2], 'a');
}

StatementMention random_statement(std::mt19937& random) {
  StatementMention mention;
  const EventMention event = random_mention(random, {});
  mention.record = event.record;
  mention.article = event.article;
  mention.copy_group = event.copy_group;
  mention.published_day = mention.day = event.published_day;
  mention.has_speaker = true;
  mention.speaker.code = 1 + below(random, 2);
  mention.speaker.kind = JoinActorKind::kPerson;
  if (below(random, 2) == 0)
    mention.speaker.name = mention.speaker.first = mention.speaker.last =
        static_cast<std::uint16_t>(1 + below(random, 2));
  mention.stance = static_cast<std::uint8_t>(below(random, 2));
  mention.content_words = 5;
  const std::uint32_t words = below(random, 3);
  for (std::uint16_t& least : mention.wording.least)
    least = static_cast<std::uint16_t>(1 + (below(random, 4) != 0 ? words : below(random, 60000)));
  return mention;
}

TEST(JoinStatements, OnlyStatementsNearbyMatter) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    std::mt19937 random(seed);
    std::vector<StatementMention> all;
    for (int i = 0; i < 1500; ++i) all.push_back(random_statement(random));
    const auto founders = join_statements(all);
    const std::int32_t from = 18020;
    const std::int32_t to = from + 2;
    std::vector<StatementMention> near;
    std::vector<std::uint32_t> index;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (all[i].day < from - kStatementMarginDays || all[i].day > to + kStatementMarginDays) continue;
      near.push_back(all[i]);
      index.push_back(i);
    }
    const auto again = joined_in_any_order(near, join_statements);
    std::size_t joined = 0;
    for (std::uint32_t i = 0; i < near.size(); ++i) {
      if (near[i].day < from || near[i].day > to) continue;
      joined += again[i] != i ? 1U : 0U;
      EXPECT_EQ(near[again[i]].record, all[founders[index[i]]].record);
    }
    EXPECT_GT(joined, 5U);
  }
}

TEST(IssueKey, AnIdCountsBeforeALabel) {
  const JoinTables& tables = join_tables();
  EXPECT_EQ(issue_key({"kashmir", "Kashmir"}, tables), issue_key({"kashmir", "the valley"}, tables));
  EXPECT_EQ(issue_key({std::nullopt, "The gas pipelines"}, tables), issue_key({std::nullopt, "gas pipeline"}, tables));
  EXPECT_NE(issue_key({std::nullopt, "gas pipeline"}, tables), issue_key({std::nullopt, "oil pipeline"}, tables));
  EXPECT_EQ(issue_key({std::nullopt, "it"}, tables), 0U);
}

}  // namespace
}  // namespace entente

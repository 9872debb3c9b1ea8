#include "ledger/agreement_threads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/agreement_steps.h"
#include "ledger/test_ledger.h"

namespace entente {
namespace {

struct Told {
  std::string article;
  std::string published;
  std::string status;
  std::string form;
  std::string title = {};
  std::optional<DateInterval> date = std::nullopt;
};

std::vector<AgreementMention> mentions_of(const std::vector<Told>& told) {
  std::vector<AgreementMention> mentions;
  for (const Told& one : told) {
    Agreement agreement;
    agreement.id = record_id("a", one.article);
    agreement.parties = {state("ARM"), state("AZE")};
    agreement.status = one.status;
    agreement.form = one.form;
    if (!one.title.empty()) agreement.title = one.title;
    agreement.date = one.date;
    mentions.push_back(agreement_mention(agreement, context_of(one.article, one.published), join_tables()));
  }
  return mentions;
}

std::vector<std::uint32_t> founders_of(const std::vector<AgreementMention>& mentions) {
  std::vector<std::uint32_t> founders(mentions.size());
  for (const JoinedAgreement& thread : join_agreements(mentions)) {
    for (const std::uint32_t i : thread.mentions) founders[i] = thread.founder;
  }
  return founders;
}

std::string joins(const std::vector<Told>& told) {
  const auto founders = joined_in_any_order(mentions_of(told), founders_of);
  std::map<std::uint32_t, char> letters;
  std::string result;
  for (const std::uint32_t founder : founders)
    result.push_back(letters.emplace(founder, static_cast<char>('a' + letters.size())).first->second);
  return result;
}

TEST(JoinAgreements, AThreadGoesFromProposalToBreach) {
  const auto mentions = mentions_of({{"x", "2020-10-01", "proposed", "ceasefire"},
                                     {"y", "2020-11-10", "signed", "ceasefire"},
                                     {"z", "2020-11-11", "signed", "accord"},
                                     {"u", "2020-12-20", "violated", "ceasefire"},
                                     {"v", "2021-03-01", "violated", "ceasefire"}});
  const auto threads = join_agreements(mentions);
  ASSERT_EQ(threads.size(), 1U);
  EXPECT_EQ(threads[0].founder, 0U);
  EXPECT_THAT(threads[0].mentions, ::testing::ElementsAre(0, 1, 2, 3, 4));
  ASSERT_EQ(threads[0].steps.size(), 3U);
  EXPECT_EQ(threads[0].steps[0].mention, 0U);
  EXPECT_EQ(threads[0].steps[1].mention, 1U);
  EXPECT_EQ(threads[0].steps[1].day, day_number("2020-11-10"));
  EXPECT_EQ(threads[0].steps[2].mention, 3U);
}

// As questions show them: what was published first need not tell of the first day.
TEST(JoinAgreements, AStepIsOfTheEarliestDayThatIsTold) {
  const std::string title = "Lachin Accord";
  const std::vector<Told> told = {{"x", "2020-11-12", "signed", "ceasefire", title},
                                  {"y", "2020-11-14", "signed", "ceasefire", title, stated("2020-11-10")},
                                  {"z", "2020-11-15", "ratified", "ceasefire", title, stated("2020-11-10")},
                                  {"u", "", "stalled", "ceasefire", title}};
  const auto mentions = mentions_of(told);
  const auto threads = join_agreements(mentions);
  ASSERT_EQ(threads.size(), 1U);
  ASSERT_EQ(threads[0].steps.size(), 3U);
  std::vector<Mention> shown(told.size());
  std::vector<AgreementTelling> tellings;
  for (std::size_t i = 0; i < told.size(); ++i) {
    shown[i].record = record_id("a", told[i].article);
    tellings.push_back({told[i].status, told[i].date, mentions[i].published_day, &shown[i]});
  }
  const auto steps = agreement_steps(tellings);
  ASSERT_EQ(steps.size(), 3U);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    EXPECT_EQ(steps[i].mention.record, shown[threads[0].steps[i].mention].record) << i;
  }
  EXPECT_EQ(steps[0].mention.record, shown[1].record);
  EXPECT_EQ(steps[1].status, "ratified") << "of the same day, by the order of the statuses";
  EXPECT_EQ(steps[2].status, "stalled") << "undated ones last";
}

TEST(JoinAgreements, ASecondSigningIsAnotherAgreement) {
  EXPECT_EQ(joins({{"x", "2020-11-10", "signed", "accord"},
                   {"y", "2022-10-06", "signed", "accord"},
                   {"z", "2022-10-20", "ratified", "accord"},
                   {"u", "2020-12-20", "stalled", "accord"}}),
            "abba");
}

TEST(JoinAgreements, ATitleSaysWhichOneIsMeant) {
  EXPECT_EQ(joins({{"x", "2020-11-10", "signed", "accord", "Lachin Accord"},
                   {"y", "2022-10-06", "signed", "accord", "Prague Accord"},
                   {"z", "2023-01-20", "violated", "accord", "the Lachin accord"}}),
            "aba");
}

TEST(JoinAgreements, ALaterArticleThatTellsTheDayOfSigningMeansThatOne) {
  EXPECT_EQ(joins({{"x", "2020-11-10", "signed", "accord"},
                   {"y", "2022-10-06", "signed", "accord"},
                   {"z", "2023-01-20", "signed", "accord", "", stated("2020-11-10")},
                   {"u", "2023-01-21", "signed", "accord", "",
                    DateInterval{"2020-11-01", "2020-11-30", "in November 2020", "month"}}}),
            "abaa");
}

TEST(JoinAgreements, OtherFormsAreOtherAgreements) {
  EXPECT_EQ(joins({{"x", "2020-11-10", "signed", "ceasefire"}, {"y", "2020-11-10", "signed", "contract"}}), "ab");
}

TEST(JoinAgreements, AfterTheEndANewOneBegins) {
  EXPECT_EQ(joins({{"x", "2010-11-10", "signed", "treaty"},
                   {"y", "2014-03-01", "ended", "treaty"},
                   {"z", "2016-03-01", "proposed", "treaty"}}),
            "aab");
}

TEST(JoinAgreements, TheBlockIsTheSetOfParties) {
  const auto block = [](std::vector<Actor> parties) {
    Agreement agreement;
    agreement.parties = std::move(parties);
    return agreement_block(agreement, join_tables());
  };
  EXPECT_EQ(block({state("ARM"), state("AZE")}), block({state("AZE", "Baku"), person("Nikol Pashinyan", "ARM")}));
  EXPECT_NE(block({state("ARM"), state("AZE")}), block({state("ARM"), state("AZE"), state("RUS")}));
  EXPECT_NE(block({state("ARM")}), block({}));
}

TEST(JoinAgreements, TheOrderOfMentionsDoesNotMatter) {
  const char* const statuses[] = {"proposed", "agreed",  "signed",   "ratified",
                                  "in_force", "stalled", "violated", "ended"};
  const char* const forms[] = {"treaty", "accord", "ceasefire", "memorandum", ""};
  const char* const titles[] = {"", "", "", "Lachin Accord", "Prague Declaration on Borders"};
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    std::mt19937 random(seed);
    std::vector<Told> told;
    for (int i = 0; i < 150; ++i) {
      const std::string day = day_text(18000 + static_cast<std::int32_t>(random() % 900));
      told.push_back(
          {"article " + std::to_string(i), day, statuses[random() % 8], forms[random() % 5], titles[random() % 5]});
      if (random() % 5 == 0) told.back().date = stated(day_text(18000 + static_cast<std::int32_t>(random() % 900)));
      if (random() % 10 == 0) told.back().published.clear();
    }
    joined_in_any_order(mentions_of(told), founders_of);
  }
}

}  // namespace
}  // namespace entente

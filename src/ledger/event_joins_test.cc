#include "ledger/event_joins.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/test_ledger.h"

namespace entente {
namespace {

struct Told {
  std::string article;
  std::string published;
  Event event;
  std::string copies = {};  // the article that it copies
};

Event act(const std::string& type, std::vector<Actor> actor, std::vector<Actor> recipient, const std::string& words) {
  Event event;
  event.type = type;
  event.actor = std::move(actor);
  event.recipient = std::move(recipient);
  event.status = "actual";
  event.confidence = 0.8;
  event.evidence.push_back({0, {}, words});
  return event;
}

Event on(Event event, const std::string& day) {
  event.date = stated(day);
  return event;
}

Event at(Event event, const std::string& name, const std::string& country, double latitude, double longitude) {
  event.place = Place{name, std::nullopt, latitude, longitude, name};
  if (!country.empty()) event.place->country = country;
  return event;
}

Event by(Event event, const std::string& mode) {
  event.mode = mode;
  return event;
}

Event with_status(Event event, const std::string& status) {
  event.status = status;
  return event;
}

Event meeting(std::vector<Actor> parties, const std::string& words) {
  Event event = act("CONSULT", std::move(parties), {}, words);
  event.reciprocal = true;
  return event;
}

Event killing(Event event, std::int64_t killed) {
  event.magnitude.killed = killed;
  return event;
}

std::vector<EventMention> mentions_of(const std::vector<Told>& told) {
  std::vector<EventMention> mentions;
  int number = 0;
  for (const Told& one : told) {
    Event event = one.event;
    event.id = record_id("e", one.article + std::to_string(number++));
    mentions.push_back(event_mention(event, context_of(one.article, one.published, one.copies), join_tables()));
  }
  return mentions;
}

// Which of the told are one, as letters: "aab" for two of one event and a third of another.
std::string joins(const std::vector<Told>& told) {
  const auto mentions = mentions_of(told);
  const auto founders = joined_in_any_order(mentions, join_events);
  std::map<std::uint32_t, char> letters;
  std::string result;
  for (const std::uint32_t founder : founders)
    result.push_back(letters.emplace(founder, static_cast<char>('a' + letters.size())).first->second);
  return result;
}

const Event kTalks = on(act("CONSULT", {state("RUS", "Moscow")}, {state("TUR", "Ankara")},
                            "Moscow and Ankara held talks on grain exports on Monday"),
                        "2022-05-02");

TEST(JoinEvents, RetellingsOfOneMeetingAreOneEvent) {
  const Event retold = on(meeting({person("Sergei Lavrov", "RUS"), person("Hakan Fidan", "TUR")},
                                  "Lavrov and Fidan discussed shipments of wheat on Monday"),
                          "2022-05-02");
  const Event hosted =
      on(act("CONSULT", {state("TUR")}, {state("RUS")}, "Turkey received a Russian delegation"), "2022-05-02");
  EXPECT_EQ(joins({{"x", "2022-05-02", kTalks}, {"y", "2022-05-03", retold}, {"z", "2022-05-04", hosted}}), "aaa");
}

TEST(JoinEvents, TheFounderIsTheFirstPublished) {
  const auto mentions = mentions_of({{"x", "2022-05-04", kTalks}, {"y", "2022-05-02", kTalks}, {"z", "", kTalks}});
  EXPECT_THAT(joined_in_any_order(mentions, join_events), ::testing::ElementsAre(1, 1, 1));
}

TEST(JoinEvents, OtherDaysDyadsAndStatusesAreOtherEvents) {
  const Event next_day = on(kTalks, "2022-05-03");
  const Event next_week = on(kTalks, "2022-05-09");
  Event other_dyad = kTalks;
  other_dyad.recipient = {state("IRN", "Tehran")};
  EXPECT_EQ(joins({{"x", "2022-05-02", kTalks},
                   {"y", "2022-05-03", next_day},
                   {"z", "2022-05-09", next_week},
                   {"u", "2022-05-02", other_dyad},
                   {"v", "2022-05-02", with_status(kTalks, "future")},
                   {"w", "2022-05-02", with_status(kTalks, "negated")},
                   {"s", "2022-05-02", with_status(kTalks, "historical")}}),
            "abcdefa");
}

TEST(JoinEvents, OneArticleTellsTwoEvents) {
  EXPECT_EQ(joins({{"x", "2022-05-02", kTalks}, {"x", "2022-05-02", kTalks}}), "ab");
}

TEST(JoinEvents, JointActsNameTheSamePartiesInAnyRole) {
  const Event met = on(meeting({state("ARM"), state("AZE")}, "Armenia and Azerbaijan met"), "2022-05-02");
  const Event others = on(meeting({state("ARM"), state("GEO")}, "Armenia and Georgia met"), "2022-05-02");
  const Event went = on(act("CONSULT", {state("AZE")}, {state("ARM")}, "Azerbaijan went to see Armenia"), "2022-05-02");
  EXPECT_EQ(joins({{"x", "2022-05-02", met}, {"y", "2022-05-02", others}, {"z", "2022-05-02", went}}), "aba");
}

TEST(JoinEvents, WhoHitsWhomMatters) {
  const auto shelling = [](const char* from, const char* to) {
    return on(act("ASSAULT", {state(from)}, {state(to)}, "shelled the border posts with mortars"), "2022-09-13");
  };
  EXPECT_EQ(joins({{"x", "2022-09-13", shelling("ARM", "AZE")}, {"y", "2022-09-13", shelling("AZE", "ARM")}}), "ab");
}

TEST(JoinEvents, ArmyAndStateAreOneActorRebelsAreNot) {
  const auto raid = [](const Actor& actor) {
    return on(act("ASSAULT", {actor}, {sector_of("SYR", "CVL", "villagers")}, "raided a village"), "2015-03-02");
  };
  EXPECT_EQ(joins({{"x", "2015-03-02", raid(state("SYR"))},
                   {"y", "2015-03-02", raid(sector_of("SYR", "MIL", "the Syrian army"))},
                   {"z", "2015-03-02", raid(sector_of("SYR", "REB", "rebels"))}}),
            "aab");
}

TEST(JoinEvents, OtherPersonsOfOneGovernmentMeetByThemselves) {
  const auto met = [](const Actor& a, const Actor& b, const char* words) {
    return on(meeting({a, b}, words), "2022-05-02");
  };
  const Actor putin = person("Vladimir Putin", "RUS");
  const Actor erdogan = person("Recep Tayyip Erdogan", "TUR");
  EXPECT_EQ(
      joins(
          {{"x", "2022-05-02", met(putin, erdogan, "Putin met Erdogan about Syria")},
           {"y", "2022-05-02",
            met(person("Sergei Lavrov", "RUS"), person("Hakan Fidan", "TUR"), "Lavrov talked with Fidan about wheat")},
           {"z", "2022-05-03",
            met(state("RUS", "the Kremlin"), person("Erdogan", "TUR"), "The Kremlin and Erdogan spoke of Syria")}}),
      "aba");
}

TEST(JoinEvents, TheSameActInAnotherTownIsAnother) {
  const Event bombed =
      by(on(act("ASSAULT", {sector_of("RUS", "MIL", "Russian jets")}, {sector_of("UKR", "CVL", "residents")},
                "Russian jets bombed a market, killing residents"),
            "2022-03-03"),
         "aerial");
  const Event kharkiv = at(bombed, "Kharkiv", "UKR", 49.99, 36.23);
  const Event odesa = at(bombed, "Odesa", "UKR", 46.48, 30.73);
  EXPECT_EQ(joins({{"x", "2022-03-03", kharkiv}, {"y", "2022-03-03", odesa}, {"z", "2022-03-04", kharkiv}}), "aba");
}

TEST(JoinEvents, OneNameIsOnePlaceAndASeaIsWide) {
  const Event struck = by(on(act("ASSAULT", {state("IRN")}, {sector_of("NOR", "BUS", "a tanker")},
                                 "Iranian mines damaged a tanker and set it on fire"),
                             "2019-06-13"),
                          "explosives");
  const Event gulf = at(struck, "Gulf of Oman", "", 24.8, 58.5);
  Event strait = at(struck, "Strait of Hormuz", "", 26.6, 56.5);
  EXPECT_EQ(joins({{"x", "2019-06-13", gulf}, {"y", "2019-06-14", strait}}), "aa");
  const Event talks = on(meeting({state("IRN"), state("USA")}, "Iran and the United States met"), "2013-11-24");
  EXPECT_EQ(joins({{"x", "2013-11-24", at(talks, "Geneva", "CHE", 46.2, 6.1)},
                   {"y", "2013-11-24", at(talks, "Geneva", "USA", 41.89, -88.3)},
                   {"z", "2013-11-24", at(talks, "Vienna", "AUT", 48.2, 16.4)}}),
            "aab");
}

TEST(JoinEvents, VeryDifferentNumbersAreOtherActs) {
  const Event blast = on(act("ASSAULT", {sector_of("IRQ", "REB", "gunmen")}, {sector_of("IRQ", "CVL", "people")},
                             "gunmen killed people in the capital"),
                         "2014-06-10");
  EXPECT_EQ(joins({{"x", "2014-06-10", killing(blast, 12)},
                   {"y", "2014-06-10", killing(blast, 14)},
                   {"z", "2014-06-11", killing(blast, 90)}}),
            "aab");
}

TEST(JoinEvents, NewsWithoutADateTellsOfTheDaysBefore) {
  const Event undated = act("CONSULT", {state("RUS")}, {state("TUR")}, "Russia and Turkey held talks on grain exports");
  EXPECT_EQ(joins({{"x", "2022-05-02", kTalks}, {"y", "2022-05-02", undated}, {"z", "2022-05-04", undated}}), "aaa");
  EXPECT_EQ(joins({{"x", "2022-05-02", kTalks}, {"z", "2022-05-05", undated}}), "ab");
  EXPECT_EQ(joins({{"x", "2022-05-02", undated}, {"y", "2022-05-03", undated}}), "aa");
}

TEST(JoinEvents, WithoutADateDaysMakeNoChain) {
  std::vector<Told> told;
  for (const char* day : {"2022-05-02", "2022-05-03", "2022-05-04", "2022-05-05", "2022-05-06"})
    told.push_back(
        {day, day, act("CONSULT", {state("RUS")}, {state("TUR")}, "Russia and Turkey held talks on grain"), ""});
  const std::string result = joins(told);
  EXPECT_EQ(result.substr(0, 3), "aaa");
  EXPECT_NE(result[4], 'a');
}

TEST(JoinEvents, TheArticlesDayStandsInLikeNone) {
  Event stands_in = kTalks;
  stands_in.date = DateInterval{"2022-05-03", "2022-05-03", "", "day"};
  EXPECT_EQ(joins({{"x", "2022-05-02", kTalks}, {"y", "2022-05-03", stands_in}}), "aa");
}

TEST(JoinEvents, AWeekTakesAnActOfItWithStrongEvidence) {
  Event week = kTalks;
  week.date = stated("2022-05-02", "2022-05-08", "last week");
  Event vague = act("CONSULT", {state("RUS")}, {state("TUR")}, "diplomats came together");
  vague.date = week.date;
  EXPECT_EQ(joins({{"x", "2022-05-02", kTalks}, {"y", "2022-05-10", week}, {"z", "2022-05-11", vague}}), "aab");
}

TEST(JoinEvents, EqualMonthsAreOne) {
  Event month = act("SANCTION", {state("USA")}, {state("IRN")}, "Washington froze the accounts of Iranian banks");
  month.date = DateInterval{"2019-09-01", "2019-09-30", "in September", "month"};
  Event other = month;
  other.date = DateInterval{"2019-10-01", "2019-10-31", "in October", "month"};
  EXPECT_EQ(joins({{"x", "2019-10-05", month}, {"y", "2019-12-20", month}, {"z", "2019-12-20", other}}), "aab");
}

TEST(JoinEvents, NearCopiesAreOneWhateverStands) {
  Event first = kTalks;
  Event copy = kTalks;
  copy.date.reset();
  EXPECT_EQ(joins({{"x", "2022-05-02", first, "x"}, {"y", "2022-05-02", copy, "x"}}), "aa");
}

TEST(JoinEvents, ATypeCodedOtherwiseNeedsTheSameWords) {
  const char* words = "Peru and Chile agreed to stop firing along the northern river";
  const Event agreed = on(act("AGREE", {state("PER")}, {state("CHL")}, words), "1995-02-14");
  const Event stopped = on(act("RETREAT", {state("PER")}, {state("CHL")}, words), "1995-02-14");
  const Event other =
      on(act("RETREAT", {state("PER")}, {state("CHL")}, "Lima freed eleven captured soldiers"), "1995-02-14");
  EXPECT_EQ(joins({{"x", "1995-02-14", agreed}, {"y", "1995-02-14", stopped}, {"z", "1995-02-14", other}}), "aab");
}

TEST(JoinEvents, OneSharedActorIsNotEnough) {
  const Event one = on(act("ACCUSE", {state("USA")}, {}, "The White House criticised the arrests"), "2020-01-06");
  const Event other = on(act("ACCUSE", {state("USA")}, {}, "Washington blamed hackers for leaks"), "2020-01-06");
  const Event same =
      on(act("ACCUSE", {state("USA")}, {state("TUR")}, "Washington criticised Turkey over the arrests"), "2020-01-06");
  EXPECT_EQ(joins({{"x", "2020-01-06", one}, {"y", "2020-01-06", other}, {"z", "2020-01-06", same}}), "aba");
}

}  // namespace
}  // namespace entente

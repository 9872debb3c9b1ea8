#include "intake/dateline.h"

#include <gtest/gtest.h>

#include "base/text_index.h"

namespace entente {
namespace {

struct Case {
  const char* head;  // the dateline as a whole, as it stands in the text
  const char* place;
  const char* date_text;
  const char* agency;
  const char* published;
};

class FindDateline : public testing::TestWithParam<Case> {};

TEST_P(FindDateline, SplitsItIntoParts) {
  const Case& expected = GetParam();
  const std::string text = std::string(expected.head) + " The ministers met on Monday and signed an accord.";
  const auto found = find_dateline(text);
  ASSERT_TRUE(found.has_value()) << text;
  const Dateline& dateline = found->dateline;
  const TextIndex index(text);
  EXPECT_EQ(index.slice(dateline.span), expected.head);
  EXPECT_EQ(index.slice(dateline.place_span), expected.place);
  EXPECT_EQ(dateline.place, expected.place);
  EXPECT_EQ(dateline.date_text.value_or(""), expected.date_text);
  EXPECT_EQ(dateline.agency.value_or(""), expected.agency);
  EXPECT_EQ(found->date.value_or(""), expected.published);
}

INSTANTIATE_TEST_SUITE_P(
    Styles, FindDateline,
    testing::Values(
        Case{"MOSCOW, Feb 22 (Agency) -", "MOSCOW", "Feb 22", "Agency", ""},
        Case{"BEIJING, Feb. 22 (Agency) --", "BEIJING", "Feb. 22", "Agency", ""},
        Case{"BAKU, Azerbaijan (AP) —", "BAKU", "", "AP", ""},
        Case{"TBILISI, February 3. /AGENCY/.", "TBILISI", "February 3", "AGENCY", ""},
        Case{"Yerevan, 12 May -", "Yerevan", "12 May", "", ""}, Case{"WASHINGTON —", "WASHINGTON", "", "", ""},
        Case{"WASHINGTON—", "WASHINGTON", "", "", ""}, Case{"KYIV (Agency) -", "KYIV", "", "Agency", ""},
        Case{"BAKU, April 1, 2024 -", "BAKU", "April 1, 2024", "", "2024-04-01"},
        Case{"BAKU, Azerbaijan, April 1, 2024 (Agency) –", "BAKU", "April 1, 2024", "Agency", "2024-04-01"},
        Case{"YEREVAN, MAY 12, STATE AGENCY.", "YEREVAN", "MAY 12", "STATE AGENCY", ""},
        Case{"NEW YORK, Tuesday, 12 May 2020 (Agency) –", "NEW YORK", "12 May 2020", "Agency", "2020-05-12"},
        Case{"St. Petersburg, 3 June —", "St. Petersburg", "3 June", "", ""},
        Case{"Port of Spain, 3 June —", "Port of Spain", "3 June", "", ""},
        Case{"GAZA/JERUSALEM (Agency) -", "GAZA/JERUSALEM", "", "Agency", ""},
        Case{"SÃO PAULO (Agency) —", "SÃO PAULO", "", "Agency", ""}, Case{"KYIV, Ukraine —", "KYIV", "", "", ""}));

class FindNoDateline : public testing::TestWithParam<const char*> {};

TEST_P(FindNoDateline, InSentencesAndHeadlines) { EXPECT_FALSE(find_dateline(GetParam()).has_value()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(
    Traps, FindNoDateline,
    testing::Values("", "-", "The minister, who spoke on May 12 (a Monday) - said no.", "Talks - the first - began.",
                    "US - China talks resume.", "BREAKING - Ministers meet.", "NATO - the alliance - meets on Monday.",
                    "TALKS - FIRST IN YEARS - BEGIN IN BAKU TODAY AND WILL GO ON UNTIL SUNDAY NIGHT.",
                    "On May 12, 2024 - a Sunday - they met.", "In Moscow, 12 May - a holiday - was quiet.",
                    "Moscow, which is cold in May - they said - is big.", "Moscow, May 32 - no such day.",
                    "President Smith (left) - who came late - spoke.", "Sunday, 9 November 2014 - They met.",
                    "The People's Army (PA) agreed to a truce.", "Amnesty (AI) accused the army.",
                    "Harare, Zimbabwe - once a market town - grew.", "MOSCOW", "MOSCOW, Feb 22 (Agency"));

TEST(FindDateline, LooksOnlyAtTheHead) {
  const std::string report = "MOSCOW, Feb 22 (Agency) - They met.";
  EXPECT_TRUE(find_dateline("Ministers Meet Again.\n\nBy Ann Smith\n\n" + report).has_value());
  EXPECT_FALSE(find_dateline("One.\n\nTwo.\n\nThree.\n\nFour.\n\n" + report).has_value());
  EXPECT_FALSE(find_dateline("They met " + std::string(300, 'x') + ".\n\n" + report).has_value());
  EXPECT_FALSE(find_dateline("They met. " + report).has_value());
  const auto after_space = find_dateline("\n  MOSCOW, Feb 22 (Agency) - They met.");
  ASSERT_TRUE(after_space.has_value());
  EXPECT_EQ(after_space->dateline.span, CodePointSpan(3, 28));
}

TEST(FindDateline, EndsWithTheLineWhereADateStands) {
  const auto found = find_dateline("BAKU, 1 April 2024\nThe ministers met.");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->date, "2024-04-01");
  EXPECT_EQ(found->dateline.span, CodePointSpan(0, 18));
  EXPECT_FALSE(find_dateline("Ann Smith, 1 April 2024\nThe ministers met.").has_value());
  EXPECT_TRUE(find_dateline("Baku, 1 April, STATE AGENCY\nThe ministers met.").has_value());
}

}  // namespace
}  // namespace entente

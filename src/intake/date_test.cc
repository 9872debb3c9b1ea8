#include "intake/date.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

struct Case {
  const char* text;
  const char* iso;  // empty: no date
};

class NormaliseDate : public testing::TestWithParam<Case> {};

TEST_P(NormaliseDate, GivesIso8601OrNothing) {
  EXPECT_EQ(normalise_date(GetParam().text).value_or(""), GetParam().iso) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Machines, NormaliseDate,
                         testing::Values(Case{"2022-02-22", "2022-02-22"},
                                         Case{"2022-02-22T10:05:00Z", "2022-02-22T10:05:00Z"},
                                         Case{"2022-02-22T10:05", "2022-02-22T10:05"},
                                         Case{"2022-02-22 10:05:00+0400", "2022-02-22T10:05:00+04:00"},
                                         Case{"2022-02-22T10:05:00.123-03:30", "2022-02-22T10:05:00-03:30"},
                                         Case{"2022-02-22T10:05:00.000+00:00", "2022-02-22T10:05:00Z"},
                                         Case{"20220222T100500Z", "2022-02-22T10:05:00Z"},
                                         Case{"20220222", "2022-02-22"}, Case{"20220222100500", "2022-02-22T10:05:00"},
                                         Case{"Tue, 22 Feb 2022 10:05:00 GMT", "2022-02-22T10:05:00Z"},
                                         Case{"Tue, 22 Feb 2022 10:05:00 -0500", "2022-02-22T10:05:00-05:00"},
                                         Case{"Tue, 22 Feb 2022 10:05:00 +0000 (UTC)", "2022-02-22T10:05:00Z"},
                                         Case{"Tue Feb 22 10:05:00 +0000 2022", "2022-02-22T10:05:00Z"}));

INSTANTIATE_TEST_SUITE_P(
    People, NormaliseDate,
    testing::Values(Case{"22 February 2022", "2022-02-22"}, Case{"22nd of February, 2022", "2022-02-22"},
                    Case{"Feb 22, 2022", "2022-02-22"}, Case{"Feb. 22, 2022", "2022-02-22"},
                    Case{"FEBRUARY 3, 2022", "2022-02-03"}, Case{"22-Feb-2022", "2022-02-22"},
                    Case{"Sept. 5, 2021", "2021-09-05"}, Case{"2022/02/22", "2022-02-22"},
                    Case{"22.02.2022", "2022-02-22"}, Case{"22/02/2022", "2022-02-22"},
                    Case{"02/22/2022", "2022-02-22"}, Case{"Tuesday, 22 February 2022, 10:05", "2022-02-22T10:05"},
                    Case{"Feb. 22, 2022, 10:05 p.m. EST", "2022-02-22T22:05-05:00"},
                    Case{"February 22, 2022 12:05 AM", "2022-02-22T00:05"}, Case{"29 February 2024", "2024-02-29"}));

INSTANTIATE_TEST_SUITE_P(Refused, NormaliseDate,
                         testing::Values(Case{"", ""}, Case{"yesterday", ""}, Case{"2022-02-30", ""},
                                         Case{"29 February 2023", ""}, Case{"2022-13-01", ""}, Case{"22 February", ""},
                                         Case{"February 2022", ""}, Case{"2022", ""}, Case{"03/04/2022", ""},
                                         Case{"2022-02-22T25:00", ""}, Case{"2022-02-22T10:61", ""},
                                         Case{"2022-02-22 or so", ""}, Case{"0000-01-01", ""}, Case{"13:05 pm", ""},
                                         Case{"May 99999999999999999999, 2022", ""}));

TEST(FindDate, SkipsWordsAroundIt) {
  EXPECT_EQ(find_date("Published: 22 February 2022, 10:05 | Politics"), "2022-02-22T10:05");
  EXPECT_EQ(find_date("Last Tuesday"), std::nullopt);
  EXPECT_EQ(find_date("Order 7-22.02.2022"), std::nullopt);
}

TEST(DateFromNumber, ReadsDaysSecondsAndMilliseconds) {
  EXPECT_EQ(date_from_number(20220222), "2022-02-22");
  EXPECT_EQ(date_from_number(1645524300), "2022-02-22T10:05:00Z");
  EXPECT_EQ(date_from_number(1645524300000), "2022-02-22T10:05:00Z");
  EXPECT_EQ(date_from_number(20221340), std::nullopt);
  EXPECT_EQ(date_from_number(2022), std::nullopt);
  EXPECT_EQ(date_from_number(-1645524300), std::nullopt);
}

}  // namespace
}  // namespace entente

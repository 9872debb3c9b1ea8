#include "ledger/hashing.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Days, AreCountedFrom1970) {
  EXPECT_EQ(day_number("1970-01-01"), 0);
  EXPECT_EQ(day_number("2022-05-02"), 19114);
  EXPECT_EQ(day_number("1945-05-08"), -9004);
  EXPECT_EQ(day_number("2022-05-02T10:20:30Z"), 19114);
  for (const std::int32_t day : {-9004, 0, 19114}) EXPECT_EQ(day_number(day_text(day)), day);
  EXPECT_EQ(day_text(19114), "2022-05-02");
  EXPECT_EQ(day_text(kNoDay), "");
}

TEST(Days, WhatIsNoDayIsNone) {
  for (const char* text : {"", "2022", "2022-05", "2022-02-30", "2022-13-01", "soon", "2022-05-021", "2022/05/02",
                           "-022-05-02", "2022-+5-02", "2022-05- 2"})
    EXPECT_EQ(day_number(text), kNoDay) << text;
  EXPECT_EQ(optional_day(std::nullopt), kNoDay);
}

TEST(Keys, OfARecordAreItsDigits) {
  EXPECT_EQ(record_key("e_00000000000000ff"), 255U);
  EXPECT_EQ(id_text("le_", id_number("e_0123456789abcdef")), "le_0123456789abcdef");
  EXPECT_EQ(record_key("test-e12"), hash64("test-e12"));
  EXPECT_NE(record_key("e_0123456789ABCDEF"), record_key("e_0123456789abcdef")) << "such an id is another one";
}

TEST(Keys, OnlyAnEmptyNameIsNone) {
  EXPECT_EQ(hash32(""), 0U);
  EXPECT_NE(hash32("a"), 0U);
}

}  // namespace
}  // namespace entente

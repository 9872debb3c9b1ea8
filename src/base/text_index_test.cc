#include "base/text_index.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

TEST(TextIndex, MapsBothWays) {
  const std::string text = "a\u00e9\u20ac\U0001F600b";
  const TextIndex index(text);
  ASSERT_EQ(index.code_point_count(), 5);
  EXPECT_EQ(index.slice({1, 4}), "\u00e9\u20ac\U0001F600");
  EXPECT_EQ(index.at({3}), U'\U0001F600');
  for (std::int32_t i = 0; i <= 5; ++i) EXPECT_EQ(index.to_code_point(index.to_byte({i})).value, i);
  EXPECT_EQ(index.to_code_point({4}).value, 2) << "a byte inside a code point belongs to it";
}

TEST(TextIndex, FindsTheFirstBadByte) {
  EXPECT_EQ(valid_utf8_prefix("abc"), 3U);
  EXPECT_EQ(valid_utf8_prefix("ab\xff"), 2U);
  EXPECT_EQ(valid_utf8_prefix("ab\xc0\x80"), 2U) << "overlong";
  EXPECT_EQ(valid_utf8_prefix("a\xed\xa0\x80"), 1U) << "surrogate";
  EXPECT_EQ(valid_utf8_prefix("a\xe2\x82"), 1U) << "cut short";
}

TEST(TextIndex, AppendsWhatItDecodes) {
  for (const char32_t code_point : {U'a', U'\u00e9', U'\u20ac', U'\U0001F600'}) {
    std::string text;
    append_utf8(text, code_point);
    EXPECT_EQ(TextIndex(text).at({0}), code_point);
  }
}

}  // namespace
}  // namespace entente

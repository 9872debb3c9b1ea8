#include "intake/encoding.h"

#include <gtest/gtest.h>

#include <string>

#include "intake/test_util.h"

namespace entente {
namespace {

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    bytes += big_endian ? std::string{high, low} : std::string{low, high};
  }
  return bytes;
}

const std::u16string kText = u"Ministers meet in Yerevan \u2013 \U0001F54A\nSecond line, caf\u00E9";
const std::string kUtf8 = "Ministers meet in Yerevan \xE2\x80\x93 \xF0\x9F\x95\x8A\nSecond line, caf\xC3\xA9";

TEST(Encoding, TakesOffTheMarkOfUtf8) {
  const auto text = to_utf8("\xEF\xBB\xBF" + kUtf8, "", "in");
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(*text, kUtf8);
}

TEST(Encoding, ReadsUtf16WithAndWithoutMark) {
  for (const bool big_endian : {false, true}) {
    for (const std::u16string& mark : {std::u16string(u"\uFEFF"), std::u16string()}) {
      const auto text = to_utf8(utf16(mark + kText, big_endian), "", "in");
      ASSERT_TRUE(text.has_value()) << text.error().to_string();
      EXPECT_EQ(*text, kUtf8);
    }
  }
}

TEST(Encoding, SaysWhereUtf16Breaks) {
  const auto lone = to_utf8("\xFF\xFE" + utf16(u"ab\xD800z", false), "", "in");
  ASSERT_FALSE(lone.has_value());
  EXPECT_EQ(lone.error().code, ErrorCode::kBadEncoding);
  EXPECT_EQ(lone.error().place, "in: byte 6");
  const auto cut = to_utf8("\xFF\xFE" + utf16(u"abc", false) + "d", "", "in");
  ASSERT_FALSE(cut.has_value());
  EXPECT_EQ(cut.error().place, "in: byte 8");
}

TEST(Encoding, FallsBackToWindows1252) {
  const auto text = to_utf8(
      "The minister\x92s caf\xE9 \x96 open again, said Mr Ib\xE1\xF1"
      "ez",
      "", "in");
  ASSERT_TRUE(text.has_value()) << text.error().to_string();
  EXPECT_EQ(*text,
            "The minister\u2019s caf\u00E9 \u2013 open again, said Mr Ib\u00E1\u00F1"
            "ez");
}

TEST(Encoding, RefusesWhatIsNoKnownEncodingWithItsPlace) {
  const std::string undefined = "The minister said \x81 and left the room.";
  const std::string cyrillic_8_bit = "\xCC\xE8\xED\xE8\xF1\xF2\xF0 \xE2\xF1\xF2\xF0\xE5\xF2\xE8\xEB\xF1\xFF";
  const std::string damaged_utf8 = "Caf\xC3\xA9, na\xC3\xAFve, caf\xC3\xA9 and \xC3 again";
  struct {
    std::string bytes;
    std::string place;
  } const cases[] = {{undefined, "in: byte 18"}, {cyrillic_8_bit, "in: byte 0"}, {damaged_utf8, "in: byte 25"}};
  for (const auto& each : cases) {
    const auto text = to_utf8(each.bytes, "", "in");
    ASSERT_FALSE(text.has_value()) << *text;
    EXPECT_EQ(text.error().code, ErrorCode::kBadEncoding);
    EXPECT_EQ(text.error().place, each.place);
  }
}

TEST(Encoding, RefusesNul) {
  const auto text = to_utf8(std::string("Ministers\0 meet in the capital", 30), "", "in");
  ASSERT_FALSE(text.has_value());
  EXPECT_EQ(text.error().code, ErrorCode::kBadEncoding);
  EXPECT_EQ(text.error().place, "in: byte 9");
}

TEST(Encoding, BelievesADeclaredCharsetOnlyWhereTheBytesAreNoUtf8) {
  const auto cyrillic = to_utf8("\xCC\xE8\xED\xE8\xF1\xF2\xF0", "windows-1251", "in");
  ASSERT_TRUE(cyrillic.has_value());
  EXPECT_EQ(*cyrillic, "\u041C\u0438\u043D\u0438\u0441\u0442\u0440");
  const auto utf8 = to_utf8("caf\xC3\xA9", "windows-1251", "in");
  ASSERT_TRUE(utf8.has_value());
  EXPECT_EQ(*utf8, "caf\xC3\xA9");
  const auto unknown = to_utf8("Minister\x92s caf\xE9 open", "no-such-charset", "in");
  ASSERT_TRUE(unknown.has_value());
  EXPECT_EQ(*unknown, "Minister\u2019s caf\u00E9 open");
}

// Two answers that must agree: in one piece, and byte by byte.
class DripSource : public ByteSource {
 public:
  explicit DripSource(std::string_view bytes) : rest_(bytes) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    if (rest_.empty() || size == 0) return std::size_t{0};
    *to = rest_.front();
    rest_.remove_prefix(1);
    return std::size_t{1};
  }
  [[nodiscard]] std::optional<std::uint64_t> known_size() const override { return std::nullopt; }

 private:
  std::string_view rest_;
};

TEST(Encoding, Utf16ArrivesInAnyPieces) {
  const std::string bytes = utf16(kText, false);
  DripSource drip(bytes);
  Utf16Source source(drip, Encoding::kUtf16LittleEndian, 0, "in");
  std::string all;
  char piece[5];
  while (true) {
    const auto got = source.read(piece, sizeof piece);
    ASSERT_TRUE(got.has_value());
    if (*got == 0) break;
    all.append(piece, *got);
  }
  EXPECT_EQ(all, kUtf8);
}

}  // namespace
}  // namespace entente

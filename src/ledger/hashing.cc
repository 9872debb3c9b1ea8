#include "ledger/hashing.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace entente {
namespace {

constexpr std::size_t kKeyDigits = 16;
constexpr std::size_t kDayBytes = 10;  // 2020-01-31

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

// Digits alone, which from_chars would let a sign precede.
std::optional<int> whole_number(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::uint64_t mix64(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15U;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

std::uint64_t hash64(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return mix64(hash);
}

std::uint32_t hash32(std::string_view bytes) {
  if (bytes.empty()) return 0;
  return std::max<std::uint32_t>(static_cast<std::uint32_t>(hash64(bytes) >> 32U), 1);
}

std::uint64_t record_key(std::string_view id) {
  const std::size_t bar = id.rfind('_');
  const std::string_view digits = bar == std::string_view::npos ? std::string_view() : id.substr(bar + 1);
  std::uint64_t key = 0;
  if (digits.size() == kKeyDigits && std::all_of(digits.begin(), digits.end(), is_hex)) {
    std::from_chars(digits.data(), digits.data() + digits.size(), key, 16);
    return key;
  }
  return hash64(id);
}

std::string account_id(std::string_view prefix, std::uint64_t key) {
  static constexpr std::array<char, 17> kDigits = {"0123456789abcdef"};
  std::string id(prefix);
  id.push_back('_');
  for (std::size_t i = 0; i < kKeyDigits; ++i) id.push_back(kDigits[(key >> (60U - 4 * i)) & 15U]);
  return id;
}

std::int32_t day_number(std::string_view iso) {
  if (iso.size() < kDayBytes || iso[4] != '-' || iso[7] != '-') return kNoDay;
  if (iso.size() > kDayBytes && iso[kDayBytes] >= '0' && iso[kDayBytes] <= '9') return kNoDay;
  const auto year = whole_number(iso.substr(0, 4));
  const auto month = whole_number(iso.substr(5, 2));
  const auto day = whole_number(iso.substr(8, 2));
  if (!year || !month || !day) return kNoDay;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return kNoDay;
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::int32_t optional_day(const std::optional<std::string>& iso) { return iso ? day_number(*iso) : kNoDay; }

std::string day_text(std::int32_t day) {
  if (day == kNoDay) return {};
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  const auto padded = [](int value, std::size_t width) {
    std::string text = std::to_string(value);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
  };
  return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<int>(unsigned{date.month()}), 2) + "-" +
         padded(static_cast<int>(unsigned{date.day()}), 2);
}

}  // namespace entente

#include "ledger/hashing.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <chrono>

namespace entente {
namespace {

constexpr std::size_t kDayBytes = 10;  // 2020-01-31

// Digits alone, which from_chars would let a sign precede.
std::optional<int> whole_number(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::uint32_t hash32(std::string_view bytes) {
  if (bytes.empty()) return 0;
  return std::max<std::uint32_t>(static_cast<std::uint32_t>(hash64(bytes) >> 32U), 1);
}

std::uint64_t record_key(std::string_view id) { return std::bit_cast<std::uint64_t>(id_number(id)); }

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

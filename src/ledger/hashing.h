// Integers that stand for strings and days in what the ledger compares.
//
// Units: days since 1970-01-01. Hashes are the same on every machine and in every run; they are stored.
// Source: FNV-1a (Fowler, Noll, Vo), splitmix64 (Steele, Lea, Flood 2014), days from civil (Hinnant).
#ifndef ENTENTE_LEDGER_HASHING_H_
#define ENTENTE_LEDGER_HASHING_H_

#include <climits>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

constexpr std::int32_t kNoDay = INT_MIN;

[[nodiscard]] std::uint64_t mix64(std::uint64_t value);  // a bijection that spreads every bit
[[nodiscard]] std::uint64_t hash64(std::string_view bytes);
// Never 0, which stands for no name; 0 for an empty one.
[[nodiscard]] std::uint32_t hash32(std::string_view bytes);

// The number in a record's id: the 16 hex digits after its last "_"; of an id of another shape, a hash of it.
[[nodiscard]] std::uint64_t record_key(std::string_view id);
// The account's id: "le" and a key to "le_0123456789abcdef".
[[nodiscard]] std::string account_id(std::string_view prefix, std::uint64_t key);

// kNoDay where there is no date, or none that reads as one: "2020-02-31", "soon". A time after the day is left out.
[[nodiscard]] std::int32_t day_number(std::string_view iso);
[[nodiscard]] std::int32_t optional_day(const std::optional<std::string>& iso);
[[nodiscard]] std::string day_text(std::int32_t day);  // empty for kNoDay

}  // namespace entente

#endif  // ENTENTE_LEDGER_HASHING_H_

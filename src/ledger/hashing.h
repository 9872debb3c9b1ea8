// Integers that stand for strings and days in what the ledger compares.
//
// Units: days since 1970-01-01.
#ifndef ENTENTE_LEDGER_HASHING_H_
#define ENTENTE_LEDGER_HASHING_H_

#include <climits>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.h"

namespace entente {

constexpr std::int32_t kNoDay = INT_MIN;

// Never 0, which stands for no name; 0 for an empty one.
[[nodiscard]] std::uint32_t hash32(std::string_view bytes);

// id_number(), as what is compared has it.
[[nodiscard]] std::uint64_t record_key(std::string_view id);

// kNoDay where there is no date, or none that reads as one: "2020-02-31", "soon". A time after the day is left out.
[[nodiscard]] std::int32_t day_number(std::string_view iso);
[[nodiscard]] std::int32_t optional_day(const std::optional<std::string>& iso);
[[nodiscard]] std::string day_text(std::int32_t day);  // empty for kNoDay

}  // namespace entente

#endif  // ENTENTE_LEDGER_HASHING_H_

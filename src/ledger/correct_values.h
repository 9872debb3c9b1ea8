// Values of corrected fields, as people write them: "AZE:GOV, TUR", "2026-03-01/2026-03-31", "-4.5".
#ifndef ENTENTE_LEDGER_CORRECT_VALUES_H_
#define ENTENTE_LEDGER_CORRECT_VALUES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/record.h"
#include "entente/result.h"

namespace entente {

constexpr const char* kActorsExpected = "codes, with sectors where they are known: AZE:GOV, TUR";
constexpr const char* kActorExpected = "one code, with a sector where it is known: AZE:GOV";
constexpr const char* kDateExpected = "a day, or two with a slash between them: 2026-03-01/2026-03-31";
constexpr const char* kCameoExpected = "a CAMEO code: a root from 01 to 20, at most two more digits: 042";
constexpr const char* kNumberExpected = "a number from -10 to 10";

// Each fails where the value cannot be read so; an empty value is none.
[[nodiscard]] Status read_actors(std::string_view value, std::vector<Actor>& to);
[[nodiscard]] Status read_actor(std::string_view value, std::optional<Actor>& to);
[[nodiscard]] Status read_date(std::string_view value, std::optional<DateInterval>& to);
[[nodiscard]] Status read_number(std::string_view value, std::optional<double>& to);
[[nodiscard]] Status read_cameo(std::string_view value, std::optional<std::string>& to);

// As these would read them.
[[nodiscard]] std::string written(const std::vector<Actor>& actors);
[[nodiscard]] std::string written(const std::optional<Actor>& actor);
[[nodiscard]] std::string written(const std::optional<DateInterval>& date);
[[nodiscard]] std::string written(const std::optional<double>& number);

}  // namespace entente

#endif  // ENTENTE_LEDGER_CORRECT_VALUES_H_

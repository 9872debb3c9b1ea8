// Dates as people and machines write them, to ISO 8601.
//
// Nothing is guessed: a date without a year, or one whose day and month could be swapped, is no date.
#ifndef ENTENTE_INTAKE_DATE_H_
#define ENTENTE_INTAKE_DATE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

// "2022-02-22", or "2022-02-22T10:05:00+04:00" where the time is stated. Reads ISO 8601, RFC 2822, "22 February 2022",
// "Feb. 22, 2022, 10:05 a.m. GMT", "2022/02/22", "22.02.2022", "20220222". Nothing where it is no possible date.
[[nodiscard]] std::optional<std::string> normalise_date(std::string_view text);

// The same where the date stands somewhere in a few words: "Published: 22 February 2022, 10:05".
[[nodiscard]] std::optional<std::string> find_date(std::string_view text);

// A number as JSON may have it: 20220222, or seconds (10 digits) or milliseconds (13) since 1970.
[[nodiscard]] std::optional<std::string> date_from_number(std::int64_t number);

// 1 to 12 for "Feb", "Feb.", "February" in any case; 0 for other words.
[[nodiscard]] int month_number(std::string_view word);

[[nodiscard]] bool is_possible_date(int year, int month, int day);

}  // namespace entente

#endif  // ENTENTE_INTAKE_DATE_H_

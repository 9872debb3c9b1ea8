// CSV as RFC 4180 has it, and as spreadsheets write it: with or without a byte order mark, lines that end in CRLF, LF
// or CR, cells between commas, semicolons or tabs (whichever stands most often in the first line; "sep=;" before it
// says so).
//
// Limits: 64 MiB, 200,000 rows, 500 cells a row, 64 KiB a cell. Threads: pure functions.
#ifndef ENTENTE_BASE_CSV_H_
#define ENTENTE_BASE_CSV_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.h"

namespace entente {

constexpr std::size_t kMaxCsvBytes = std::size_t{64} << 20U;

struct CsvRow {
  int line = 0;  // where it begins, from 1
  std::vector<std::string> cells;
};
// Empty lines are passed over. `each` returns false to stop. Errors: kBadEncoding, kBadFormat, kTooLarge, with
// "name:line".
[[nodiscard]] Status read_csv(std::string_view bytes, const std::string& name,
                              const std::function<bool(const CsvRow&)>& each);

void append_quoted(std::string& line, std::string_view cell);  // in quotation marks, those in it doubled

// With commas between them, quoted where they must be; lines end as RFC 4180 has it, or as `end` says.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells, std::string_view end = "\r\n");

}  // namespace entente

#endif  // ENTENTE_BASE_CSV_H_

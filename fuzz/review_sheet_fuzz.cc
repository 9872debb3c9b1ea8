// Any bytes as a table of reviews: an error with its place, or reviews and mistakes that each name their line.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"
#include "entente/review.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto sheet = entente::read_review_sheet(bytes, "input");
  if (!sheet.has_value()) {
    require(sheet.error().place.starts_with("input") && !sheet.error().message.empty());
  } else {
    require(sheet->reviews.size() == sheet->lines.size());
    for (const entente::Review& review : sheet->reviews) {
      require(!review.id.empty() && review.verdict != entente::Verdict::kNone);
    }
    for (const entente::Error& mistake : sheet->mistakes) require(mistake.place.starts_with("input:"));
  }
  // What is read is read again from what is written of it.
  std::vector<std::vector<std::string>> rows;
  std::string written;
  const entente::Status read = entente::read_csv(bytes, "input", [&](const entente::CsvRow& row) {
    rows.push_back(row.cells);
    written += entente::csv_line(row.cells);
    return true;
  });
  if (!read.has_value() || rows.empty()) return 0;
  std::size_t again = 0;
  // The first line decides what separates cells: one of commas, so that it is a comma.
  const std::string head = entente::csv_line(std::vector<std::string>(3, "x"));
  require(entente::read_csv(head + written, "again", [&](const entente::CsvRow& row) {
            if (row.line > 1) require(row.cells == rows[again++]);
            return true;
          }).has_value());
  require(again == rows.size());
  return 0;
}

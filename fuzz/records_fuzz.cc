// Any bytes: an error with its place, or records that are written and read back the same, and shown to people without
// anything that steers a terminal.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/formats.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string written(const std::vector<entente::Record>& records) {
  std::string lines;
  for (const entente::Record& record : records) lines += entente::write_record_json(record, {"1", "-", "-", {}});
  return lines;
}

void show(std::vector<entente::Record> records) {
  require(entente::write_record_table({}, records, {false, 60}).find('\x1b') == std::string::npos);
  entente::Explanation explanation;
  explanation.records = std::move(records);
  for (std::size_t number = 1; number <= explanation.records.size() && number <= 8; ++number) {
    const std::string text = entente::write_record_explanation({}, explanation, number, {false, 60});
    require(!text.empty() && text.find('\x1b') == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = entente::read_records(std::string_view(reinterpret_cast<const char*>(data), size), "input");
  if (!read.has_value()) {
    require(!read.error().place.empty() && !read.error().message.empty());
    return 0;
  }
  const std::string once = written(*read);
  const auto again = entente::read_records(once, "again");
  require(again.has_value() && again->size() == read->size());
  require(written(*again) == once);
  show(*read);
  return 0;
}

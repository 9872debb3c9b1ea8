#include "knowledge/table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

#include "base/text_index.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxReported = 20;

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::vector<std::string> split_cells(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.emplace_back(trim(line.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::string join(const std::vector<std::string_view>& columns) {
  std::string text;
  for (const std::string_view column : columns) text += (text.empty() ? "" : ", ") + std::string(column);
  return text;
}

void check_head(const std::set<std::string>& keys, const std::string& file, Problems& problems) {
  for (const char* key : {"schema", "version", "source", "licence"}) {
    if (!keys.contains(key))
      problems.add(file, 1, "the head names no " + std::string(key) + ": expected '# " + key + ": ...'");
  }
}

}  // namespace

void Problems::add(const std::string& file, std::int32_t line, const std::string& message) {
  const std::string place = file + ":" + std::to_string(line);
  if (count_ == 0) {
    place_ = place;
    message_ = message;
  } else if (count_ < kMaxReported) {
    message_ += "\n" + place + ": " + message;
  }
  ++count_;
}

Error Problems::to_error() const {
  std::string message = message_;
  if (count_ > kMaxReported) message += "\nand " + std::to_string(count_ - kMaxReported) + " more";
  return {ErrorCode::kBadKnowledge, message, place_};
}

std::optional<double> parse_number(const std::string& cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::vector<std::string> split_list(std::string_view cell, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = cell.find(separator);
    const std::string_view part = trim(cell.substr(0, at));
    if (!part.empty()) parts.emplace_back(part);
    if (at == std::string_view::npos) return parts;
    cell.remove_prefix(at + 1);
  }
}

Table parse_table(std::string_view bytes, const std::string& file, std::string_view schema,
                  const std::vector<std::string_view>& columns, Problems& problems) {
  Table table;
  table.file = file;
  if (valid_utf8_prefix(bytes) != bytes.size()) {
    problems.add(file, 1, "not valid UTF-8");
    return table;
  }
  std::set<std::string> head;
  bool have_columns = false;
  std::int32_t line_number = 0;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    ++line_number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) continue;
    if (line.front() == '#') {
      const std::size_t colon = line.find(':');
      if (have_columns || colon == std::string_view::npos) continue;
      const std::string key(trim(line.substr(1, colon - 1)));
      if (key == "schema" && trim(line.substr(colon + 1)) != schema) {
        problems.add(file, line_number, "expected '# schema: " + std::string(schema) + "'");
      }
      head.insert(key);
      continue;
    }
    std::vector<std::string> cells = split_cells(line);
    if (!have_columns) {
      have_columns = true;
      if (!std::equal(cells.begin(), cells.end(), columns.begin(), columns.end())) {
        problems.add(file, line_number, "expected the columns " + join(columns));
        return table;
      }
      continue;
    }
    if (cells.size() != columns.size()) {
      problems.add(
          file, line_number,
          "expected " + std::to_string(columns.size()) + " cells apart by tabs, found " + std::to_string(cells.size()));
      continue;
    }
    table.rows.push_back({line_number, std::move(cells)});
  }
  check_head(head, file, problems);
  if (!have_columns) problems.add(file, line_number, "expected the columns " + join(columns));
  return table;
}

}  // namespace entente

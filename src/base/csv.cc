#include "base/csv.h"

#include <algorithm>
#include <utility>

#include "base/text_index.h"

namespace entente {
namespace {

constexpr std::size_t kMaxRows = 200000;
constexpr std::size_t kMaxCells = 500;
constexpr std::size_t kMaxCell = std::size_t{64} << 10U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSeparator = "sep=";

char separator_of(std::string_view first_line) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char candidate : {',', ';', '\t'}) {
    bool quoted = false;
    std::ptrdiff_t count = 0;
    for (const char c : first_line) {
      if (c == '"') quoted = !quoted;
      if (c == candidate && !quoted) ++count;
    }
    if (count > most) most = count, best = candidate;
  }
  return best;
}

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  Status run(const std::function<bool(const CsvRow&)>& each) {
    if (bytes_.size() > kMaxCsvBytes) return error(ErrorCode::kTooLarge, "larger than 64 MiB");
    const std::size_t valid = valid_utf8_prefix(bytes_);
    if (valid != bytes_.size()) {
      line_ += static_cast<int>(std::count(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(valid), '\n'));
      return error(ErrorCode::kBadEncoding, "expected UTF-8: save the table as \"CSV UTF-8\"");
    }
    if (bytes_.starts_with(kByteOrderMark)) bytes_.remove_prefix(kByteOrderMark.size());
    std::string_view first = bytes_.substr(0, bytes_.find_first_of("\r\n"));
    if (first.size() == kSeparator.size() + 1 && first.starts_with(kSeparator)) {
      separator_ = first.back();
      bytes_.remove_prefix(first.size());
    } else {
      separator_ = separator_of(first);
    }
    std::size_t rows = 0;
    while (at_ < bytes_.size()) {
      if (++rows > kMaxRows) return error(ErrorCode::kTooLarge, "more than 200,000 rows");
      CsvRow row;
      ENTENTE_CHECK_OK(read_row(row));
      const bool empty = row.cells.size() == 1 && row.cells.front().empty();
      if (!empty && !each(row)) break;
    }
    return Unit{};
  }

 private:
  [[nodiscard]] Error error(ErrorCode code, const std::string& message) const {
    return {code, message, name_ + ":" + std::to_string(line_)};
  }
  [[nodiscard]] bool at_line_end() const { return at_ == bytes_.size() || bytes_[at_] == '\n' || bytes_[at_] == '\r'; }

  void pass_line_end() {
    if (at_ == bytes_.size()) return;
    if (bytes_[at_] == '\r' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
  }

  Status read_row(CsvRow& row) {
    row.line = line_;
    for (;;) {
      if (row.cells.size() == kMaxCells) return error(ErrorCode::kTooLarge, "more than 500 cells in a row");
      std::string& cell = row.cells.emplace_back();
      ENTENTE_CHECK_OK(at_ < bytes_.size() && bytes_[at_] == '"' ? read_quoted(cell) : read_plain(cell));
      if (at_line_end()) {
        pass_line_end();
        return Unit{};
      }
      ++at_;  // the separator
    }
  }

  Status read_plain(std::string& cell) {
    const std::size_t from = at_;
    while (!at_line_end() && bytes_[at_] != separator_) ++at_;
    if (at_ - from > kMaxCell) return error(ErrorCode::kTooLarge, "a cell of more than 64 KiB");
    cell = bytes_.substr(from, at_ - from);
    return Unit{};
  }

  Status read_quoted(std::string& cell) {
    const int opened = line_;
    ++at_;
    for (;;) {
      if (at_ == bytes_.size()) {
        line_ = opened;
        return error(ErrorCode::kBadFormat, "a quotation mark that is not closed");
      }
      if (cell.size() > kMaxCell) return error(ErrorCode::kTooLarge, "a cell of more than 64 KiB");
      const char c = bytes_[at_++];
      if (c == '\n' || (c == '\r' && (at_ == bytes_.size() || bytes_[at_] != '\n'))) ++line_;
      if (c != '"') {
        cell.push_back(c);
      } else if (at_ < bytes_.size() && bytes_[at_] == '"') {
        cell.push_back('"');
        ++at_;
      } else {
        break;
      }
    }
    if (at_line_end() || bytes_[at_] == separator_) return Unit{};
    return error(ErrorCode::kBadFormat, "expected a separator or the line's end behind a closing quotation mark");
  }

  std::string_view bytes_;
  const std::string& name_;
  char separator_ = ',';
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

Status read_csv(std::string_view bytes, const std::string& name, const std::function<bool(const CsvRow&)>& each) {
  return Reader(bytes, name).run(each);
}

void append_quoted(std::string& line, std::string_view cell) {
  line.push_back('"');
  for (const char c : cell) {
    if (c == '"') line.push_back('"');
    line.push_back(c);
  }
  line.push_back('"');
}

std::string csv_line(const std::vector<std::string>& cells, std::string_view end) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line.push_back(',');
    const std::string& cell = cells[i];
    const bool padded = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
    // Also what another separator would cut.
    if (!padded && cell.find_first_of(",;\t\"\r\n") == std::string::npos) {
      line += cell;
      continue;
    }
    append_quoted(line, cell);
  }
  return line.append(end);
}

}  // namespace entente

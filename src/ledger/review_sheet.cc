// Reviews as a table: written for a spreadsheet, read back from it.
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

#include "base/csv.h"
#include "entente/review.h"
#include "store/body.h"

namespace entente {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kCorrect = "correct_";
constexpr const char* kNone = "-";
constexpr std::size_t kKinds = 4;

const std::vector<std::string> kColumns = {"id",         "kind",  "verdict",  "note",    "evidence",
                                           "confidence", "why",   "articles", "sources", "published",
                                           "publisher",  "title", "url",      "reviewed"};

// Of all kinds asked for, in the order of the kinds; a name that two kinds share stands once.
std::vector<std::string> fields_of(const std::vector<std::string>& kinds) {
  std::vector<std::string> names;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const std::string name = kind_name(kind);
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), name) == kinds.end()) continue;
    for (const CorrectableField& field : correctable_fields(name)) {
      if (std::find(names.begin(), names.end(), field.name) == names.end()) names.push_back(field.name);
    }
  }
  return names;
}

std::string trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return "";
  return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

bool is_number(std::string_view text) {
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

// An article's words must not run as a formula in somebody's spreadsheet.
std::string harmless(std::string text) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return formula && !is_number(text) ? "'" + text : text;
}

std::string evidence_of(const RecordCommon& record) {
  std::string text;
  for (const Evidence& evidence : record.evidence) {
    if (!evidence.text.empty()) text += (text.empty() ? "" : " … ") + evidence.text;
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text.empty() ? "" : "“" + text + "”";
}

std::string rounded(double confidence) {
  std::array<char, 32> digits{};
  const int length = std::snprintf(digits.data(), digits.size(), "%.2f", confidence);
  return {digits.data(), static_cast<std::size_t>(std::clamp(length, 0, 31))};
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
  return text;
}

std::optional<Verdict> verdict_of(const std::string& word) {
  static const std::map<std::string, Verdict> kWords = {{"", Verdict::kNone},
                                                        {"a", Verdict::kAccepted},
                                                        {"accept", Verdict::kAccepted},
                                                        {"accepted", Verdict::kAccepted},
                                                        {"c", Verdict::kCorrected},
                                                        {"correct", Verdict::kCorrected},
                                                        {"corrected", Verdict::kCorrected},
                                                        {"r", Verdict::kRejected},
                                                        {"reject", Verdict::kRejected},
                                                        {"rejected", Verdict::kRejected}};
  const auto found = kWords.find(lower(word));
  return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

class SheetReader {
 public:
  explicit SheetReader(const std::string& name) : name_(name) {}

  void row(const CsvRow& row) {
    if (columns_.empty()) {
      read_head(row);
    } else {
      read_row(row);
    }
  }
  [[nodiscard]] bool has_head() const { return !columns_.empty(); }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  [[nodiscard]] ReviewSheet take() { return std::move(sheet_); }

 private:
  [[nodiscard]] Error at(int line, const std::string& message) const {
    return {ErrorCode::kBadFormat, message, name_ + ":" + std::to_string(line)};
  }

  void read_head(const CsvRow& row) {
    const std::vector<std::string> fields = fields_of({});
    std::set<std::string> seen;
    for (const std::string& cell : row.cells) {
      const std::string column = lower(trimmed(cell));
      if (!column.empty() && !seen.insert(column).second)
        error_ = at(row.line, "the column \"" + column + "\" stands there twice");
      if (column.starts_with(kCorrect) &&
          std::find(fields.begin(), fields.end(), column.substr(kCorrect.size())) == fields.end()) {
        error_ = at(row.line, "no field for the column \"" + column + "\"; expected correct_type, correct_actor, ...");
      }
      columns_.push_back(column);
    }
    if (!seen.contains("id") || !seen.contains("verdict")) {
      error_ = at(row.line, "expected a first line with the columns id and verdict");
    }
  }

  // A comma as a decimal sign, as many spreadsheets write it.
  static std::string value_of(const std::string& field, std::string value) {
    if (value == kNone) return "";
    if ((field == "goldstein" || field == "score") && std::count(value.begin(), value.end(), ',') == 1) {
      std::replace(value.begin(), value.end(), ',', '.');
    }
    return value;
  }

  void read_row(const CsvRow& row) {
    Review review;
    std::string verdict;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string cell = trimmed(row.cells[i]);
      if (cell.empty()) continue;
      if (i >= columns_.size()) return mistake(row.line, "more cells than the first line has columns");
      const std::string& column = columns_[i];
      if (column == "id") review.id = cell;
      if (column == "verdict") verdict = cell;
      if (column == "note") review.note = cell;
      if (column.starts_with(kCorrect)) {
        const std::string field = column.substr(kCorrect.size());
        review.corrections.push_back({field, value_of(field, cell)});
      }
    }
    const std::optional<Verdict> said = verdict_of(verdict);
    if (!said)
      return mistake(row.line, "verdict \"" + verdict + "\": expected accepted, corrected, rejected, or nothing");
    review.verdict = *said;
    if (*said == Verdict::kNone) {
      if (!review.corrections.empty()) return mistake(row.line, "corrections without a verdict: expected corrected");
      if (!review.note.empty())
        return mistake(row.line, "a note without a verdict: expected accepted, corrected, rejected");
      return;
    }
    if (review.id.empty()) return mistake(row.line, "a verdict without an id");
    const auto [before, is_new] = line_of_.emplace(review.id, row.line);
    if (!is_new) {
      return mistake(row.line,
                     "\"" + review.id + "\" has a verdict in line " + std::to_string(before->second) + " too");
    }
    sheet_.reviews.push_back(std::move(review));
    sheet_.lines.push_back(row.line);
  }

  void mistake(int line, const std::string& message) { sheet_.mistakes.push_back(at(line, message)); }

  const std::string& name_;
  std::vector<std::string> columns_;
  std::optional<Error> error_;
  std::map<std::string, int> line_of_;
  ReviewSheet sheet_;
};

}  // namespace

std::string review_sheet_head(const std::vector<std::string>& kinds) {
  std::vector<std::string> cells = kColumns;
  for (const std::string& field : fields_of(kinds)) {
    cells.push_back(field);
    cells.push_back(std::string(kCorrect) + field);
  }
  return kByteOrderMark + csv_line(cells);
}

std::string review_sheet_row(const ReviewItem& item, const std::vector<std::string>& kinds) {
  const RecordCommon& record = common_of(item.record);
  const Mention& mention = item.mention;
  std::vector<std::string> cells = {item.id,
                                    kind_name(item.record.index()),
                                    "",
                                    "",
                                    evidence_of(record),
                                    rounded(record.confidence),
                                    record.why.empty() ? "" : record.why.front().rule,
                                    std::to_string(item.articles),
                                    std::to_string(item.sources),
                                    mention.published.value_or(""),
                                    mention.publisher.value_or(""),
                                    mention.title.value_or(mention.article),
                                    mention.url.value_or(""),
                                    verdict_name(item.verdict)};
  for (const std::string& field : fields_of(kinds)) {
    cells.push_back(field_value(item.record, field));
    cells.emplace_back();
  }
  for (std::string& cell : cells) cell = harmless(std::move(cell));
  return csv_line(cells);
}

Result<ReviewSheet> read_review_sheet(std::string_view bytes, const std::string& name) {
  SheetReader reader(name);
  ENTENTE_CHECK_OK(read_csv(bytes, name, [&](const CsvRow& row) {
    reader.row(row);
    return !reader.error();
  }));
  if (reader.error()) return *reader.error();
  if (!reader.has_head()) return Error{ErrorCode::kEmpty, "holds no table", name};
  return reader.take();
}

}  // namespace entente

#include "formats/table_page.h"

#include <algorithm>

#include "formats/record_numbers.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kNumberGap = 2;
constexpr int kDateWidth = 11;   // a date and a dash
constexpr int kDateColumn = 12;  // with what keeps it from the next
constexpr int kWhatWidth = 14;   // "unconventional"
constexpr int kWhatColumn = 15;
constexpr int kNarrowest = 60;
constexpr int kWidest = 140;
constexpr int kLongestQuote = 100;  // longer lines are hard to read
constexpr int kDateLines = 3;
constexpr int kHeadLines = 12;

}  // namespace

TablePage::TablePage(const TableStyle& style, std::size_t records)
    : color_(style.color),
      width_(std::clamp(style.width, kNarrowest, kWidest)),
      number_(std::max(static_cast<int>(std::to_string(records).size()) + 2, display_width("100%"))),
      date_(number_ + kNumberGap),
      what_(date_ + kDateColumn) {}

void TablePage::line(const std::string& text, const char* sgr) {
  for (const std::string& each : wrap(text, width_, kHeadLines)) out_.append(styled(each, sgr, color_)).append("\n");
}

void TablePage::heading(const std::string& text) {
  const int rule = width_ - display_width(text) - 1;
  std::string line;
  for (int i = 0; i < rule; ++i) line += "─";
  out_.append("\n").append(styled(text, "1;36", color_)).append(" ").append(styled(line, kDim, color_)).append("\n");
}

void TablePage::entry(const TableEntry& entry) {
  std::vector<Row> rows;
  add(rows, 0, entry.title);
  add(rows, entry.head);
  add(rows, 0, entry.quote);
  if (!entry.quote.text.empty() && !entry.parts.empty()) rows.push_back({0, {}});
  for (const TablePart& part : entry.parts) {
    add(rows, part.head);
    add(rows, kWhatColumn, part.quote);
    add(rows, kWhatColumn, part.note);
  }
  put(rows, entry);
}

void TablePage::add(std::vector<Row>& rows, int indent, const StyledText& text) const {
  for (StyledLine& line : text.lines(width_ - what_ - indent, kHeadLines)) rows.push_back({indent, std::move(line)});
}

void TablePage::add(std::vector<Row>& rows, int indent, const TableQuote& quote) const {
  const int room = std::min(width_ - what_ - indent, kLongestQuote) - 1;  // for the mark that closes a quote cut short
  std::vector<std::string> lines = wrap(quote.text, room, quote.most_lines);
  if (!lines.empty() && lines.back().ends_with("…")) lines.back() += "”";
  for (const std::string& line : lines) rows.push_back({indent, {{line, quote.sgr}}});
}

void TablePage::add(std::vector<Row>& rows, const TableHead& head) const {
  std::vector<Row> left;
  for (const StyledRun& cell : head.what) {
    for (const std::string& line : wrap(cell.text, kWhatWidth, kHeadLines)) left.push_back({0, {{line, cell.sgr}}});
  }
  std::vector<Row> right;
  add(right, kWhatColumn, head.who);
  add(right, kWhatColumn, head.details);
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    if (i >= left.size()) {
      rows.push_back(std::move(right[i]));
      continue;
    }
    Row& row = rows.emplace_back(std::move(left[i]));
    if (i >= right.size()) continue;
    const int gap = kWhatColumn - display_width(row.line);
    row.line.push_back({std::string(static_cast<std::size_t>(gap), ' '), kPlain});
    row.line.insert(row.line.end(), right[i].line.begin(), right[i].line.end());
  }
}

void TablePage::put(const std::vector<Row>& rows, const TableEntry& entry) {
  const std::vector<std::string> dates = wrap(entry.date.text, kDateWidth, kDateLines);
  // An account of a ledger has no number: how sure it is stands in its place.
  const bool numbered = entry.number > 0;
  const std::string number = numbered ? number_label(entry.number) : "";
  const std::size_t sure = numbered ? 1 : 0;
  const std::size_t height = std::max({rows.size(), dates.size(), std::size_t{2}});
  for (std::size_t i = 0; i < height; ++i) {
    int at = 0;
    const auto cell = [&](int column, const std::string& text, int width) {
      out_.append(static_cast<std::size_t>(column - at), ' ').append(text);
      at = column + width;
    };
    const std::string mark = i == sure && entry.sure ? percent_label(entry.confidence) : i == 0 ? number : "";
    const int mark_width = display_width(mark);
    if (!mark.empty()) cell(number_ - mark_width, styled(mark, i == sure ? kDim : kBold, color_), mark_width);
    if (i < dates.size()) cell(date_, styled(dates[i], entry.date.sgr, color_), display_width(dates[i]));
    if (i < rows.size() && !rows[i].line.empty()) {
      cell(what_ + rows[i].indent, rendered(rows[i].line, color_), display_width(rows[i].line));
    }
    out_.push_back('\n');
  }
}

}  // namespace entente

#include "formats/explain_page.h"

#include <algorithm>

#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kNarrowest = 60;
constexpr int kWidest = 80;
constexpr int kGap = 2;
constexpr int kFrameIndent = 4;
constexpr int kHang = 4;              // of the lines of a paragraph after its first
constexpr int kParagraphLines = 60;   // a word may have a hundred frames
constexpr int kSentenceLines = 1000;  // all of it

}  // namespace

ExplainPage::ExplainPage(const TableStyle& style)
    : color_(style.color), width_(std::clamp(style.width, kNarrowest, kWidest)) {}

void ExplainPage::article(const Article& article) {
  entry(0, "", kPlain, 0, article_label(article), kBold);
  std::string about;
  append_part(about, " · ", printable(article.publisher.value_or("")));
  append_part(about, " · ", printable(article.published.value_or("no date")));
  entry(0, "", kPlain, 0, about, kDim);
}

void ExplainPage::heading(const std::string& text) {
  out_.append("\n").append(styled(text, "1;36", color_)).append("\n");
}

void ExplainPage::section(const std::string& name, bool empty) {
  out_.append("\n");
  entry(1, name, kBold, 1 + display_width(name) + kGap, empty ? "none" : "", kDim);
}

void ExplainPage::entry(int indent, const std::string& lead, const char* lead_sgr, int column, const std::string& rest,
                        const char* rest_sgr, int most_lines) {
  const std::vector<std::string> lines = wrap(rest, width_ - column, most_lines);
  int used = indent;
  out_.append(static_cast<std::size_t>(indent), ' ');
  if (!lead.empty()) {
    const std::string shown = wrap(lead, width_ - indent, 1).front();
    out_.append(styled(shown, lead_sgr, color_));
    used += display_width(shown) + kGap;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 || used > std::max(column, indent)) {
      out_.append("\n").append(static_cast<std::size_t>(column), ' ');
    } else {
      const int here = lead.empty() ? indent : used - kGap;
      out_.append(static_cast<std::size_t>(std::max(column - here, 0)), ' ');
    }
    out_.append(styled(lines[i], rest_sgr, color_));
  }
  out_.push_back('\n');
}

void ExplainPage::paragraph(const std::string& lead, const char* lead_sgr, const std::string& rest,
                            const char* rest_sgr) {
  const int indent = kFrameIndent + kHang;
  std::size_t left = lead.size();  // bytes of the lead still to come
  int at = kFrameIndent;
  const std::string whole = std::string(lead).append(" ").append(rest);
  for (const std::string& text : wrap(whole, width_ - indent, kParagraphLines)) {
    const std::size_t head = std::min(left, text.size());
    out_.append(static_cast<std::size_t>(at), ' ');
    out_.append(styled(text.substr(0, head), lead_sgr, color_)).append(styled(text.substr(head), rest_sgr, color_));
    out_.push_back('\n');
    left -= std::min(left, head + 1);  // and the space that the line broke at
    at = indent;
  }
}

void ExplainPage::marked(int indent, const StyledText& text, const char* marked) {
  for (const StyledLine& line : text.lines(width_ - indent, kSentenceLines)) {
    out_.append(static_cast<std::size_t>(indent), ' ').append(rendered(line, color_)).append("\n");
    if (color_) continue;
    std::string marks(static_cast<std::size_t>(indent), ' ');
    for (const StyledRun& run : line) {
      marks.append(static_cast<std::size_t>(display_width(run.text)), run.sgr == marked ? '^' : ' ');
    }
    marks.erase(marks.find_last_not_of(' ') + 1);
    if (!marks.empty()) out_.append(marks).append("\n");
  }
}

}  // namespace entente

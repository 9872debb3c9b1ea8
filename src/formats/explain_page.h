// The page that explanations are written on: entries of a name and what is told of it, at most 80 columns.
#ifndef ENTENTE_FORMATS_EXPLAIN_PAGE_H_
#define ENTENTE_FORMATS_EXPLAIN_PAGE_H_

#include <string>

#include "entente/formats.h"
#include "formats/record_labels.h"
#include "formats/styled_text.h"

namespace entente {

class ExplainPage {
 public:
  explicit ExplainPage(const TableStyle& style);

  void article(const Article& article);               // title, publisher and date
  void heading(const std::string& text);              // of a sentence, or of a record
  void section(const std::string& name, bool empty);  // within it
  void blank() { out_.push_back('\n'); }
  // `lead`, and from `column` on the rest, on as many lines as it takes; below the lead where that is too long.
  void entry(int indent, const std::string& lead, const char* lead_sgr, int column, const std::string& rest,
             const char* rest_sgr, int most_lines = kLines);
  // `lead` and the rest behind it in one run, the lines after the first further in.
  void paragraph(const std::string& lead, const char* lead_sgr, const std::string& rest, const char* rest_sgr);
  // With a line of ^ beneath what is in the colour `marked`, where there are no colours.
  void marked(int indent, const StyledText& text, const char* marked);
  void raw(const std::string& text) { out_.append(text); }

  [[nodiscard]] bool color() const { return color_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

  static constexpr int kLines = 12;

 private:
  bool color_;
  int width_;
  std::string out_;
};

}  // namespace entente

#endif  // ENTENTE_FORMATS_EXPLAIN_PAGE_H_

// The page that records are laid out on, for people: four columns, each starting at the same place on every line.
//
//  [4] 2024-02-22  CONSULT        Ada Berg (NOR GOV) ⇄ Ian Holt (SUD GOV)
//  82%             third-party    Northport (NOR)
//                  “the two leaders held talks in the old palace”
//
// number and confidence, date, what it is, and who with what else is known; the words stand below the last two.
#ifndef ENTENTE_FORMATS_TABLE_PAGE_H_
#define ENTENTE_FORMATS_TABLE_PAGE_H_

#include <string>
#include <vector>

#include "entente/formats.h"
#include "formats/record_labels.h"
#include "formats/styled_text.h"

namespace entente {

// Everything in these is printable().

struct TableHead {
  std::vector<StyledRun> what;  // below one another: a type, its mode and status
  StyledText who;
  StyledText details;
};

struct TableQuote {
  std::string text;  // in quotation marks, which are closed again where it is cut
  int most_lines;
  const char* sgr = kPlain;
};

// What stands beneath a record in rows of its own: a provision, a side of a dispute.
struct TablePart {
  TableHead head;
  TableQuote quote;
  StyledText note;
};

struct TableEntry {
  std::size_t number = 0;  // 0: none
  double confidence = 0;
  bool sure = true;  // false: its confidence is not told
  StyledRun date = {"", kPlain};
  StyledText title;  // over all that follows
  TableHead head;
  TableQuote quote;
  std::vector<TablePart> parts;  // below a blank line, where anything stands above
};

class TablePage {
 public:
  TablePage(const TableStyle& style, std::size_t records);

  void line(const std::string& text, const char* sgr);  // across the page
  void blank() { out_.push_back('\n'); }
  void heading(const std::string& text);  // of a group; the entries follow
  void entry(const TableEntry& entry);
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  struct Row {
    int indent;  // from the third column on
    StyledLine line;
  };
  void add(std::vector<Row>& rows, int indent, const StyledText& text) const;
  void add(std::vector<Row>& rows, int indent, const TableQuote& quote) const;
  void add(std::vector<Row>& rows, const TableHead& head) const;
  void put(const std::vector<Row>& rows, const TableEntry& entry);

  bool color_;
  int width_;
  int number_;  // columns that numbers take
  int date_;    // where the second and the third column start
  int what_;
  std::string out_;
};

}  // namespace entente

#endif  // ENTENTE_FORMATS_TABLE_PAGE_H_

#include "base/csv.h"

#include <gmock/gmock.h>

namespace entente {
namespace {

using ::testing::ElementsAre;

using Rows = std::vector<std::vector<std::string>>;

Rows rows(std::string_view bytes) {
  Rows found;
  const Status read = read_csv(bytes, "t.csv", [&](const CsvRow& row) { return found.push_back(row.cells), true; });
  EXPECT_TRUE(read) << read.error().to_string();
  return found;
}

std::string mistake(std::string_view bytes) {
  const Status read = read_csv(bytes, "t.csv", [](const CsvRow&) { return true; });
  EXPECT_FALSE(read);
  return read ? "" : read.error().to_string();
}

TEST(Csv, ReadsWhatSpreadsheetsWrite) {
  const Rows expected = {{"id", "note"}, {"1", "so, \"it\" is"}, {"", "two\nlines"}};
  EXPECT_EQ(rows("id,note\n1,\"so, \"\"it\"\" is\"\n,\"two\nlines\"\n"), expected);
  EXPECT_EQ(rows("\xEF\xBB\xBFid;note\r\n1;\"so, \"\"it\"\" is\"\r\n;\"two\nlines\"\r\n"), expected);
  EXPECT_EQ(rows("id\tnote\r1\t\"so, \"\"it\"\" is\"\r\t\"two\nlines\""), expected);
  EXPECT_EQ(rows("sep=;\r\nid;note\r\n1;\"so, \"\"it\"\" is\"\r\n\r\n;\"two\nlines\""), expected);
}

TEST(Csv, TellsWhereARowBegins) {
  std::vector<int> lines;
  ASSERT_TRUE(read_csv("a,b\r\n\"x\r\ny\",1\r\n\r\n2,3", "t.csv",
                       [&](const CsvRow& row) { return lines.push_back(row.line), true; }));
  EXPECT_THAT(lines, ElementsAre(1, 2, 5));
}

TEST(Csv, TellsWhatIsWrongAndWhere) {
  EXPECT_EQ(mistake("a,b\n1,\"2\n3,4\n"), "t.csv:2: a quotation mark that is not closed");
  EXPECT_EQ(mistake("a,b\n\"1\"2,3\n"),
            "t.csv:2: expected a separator or the line's end behind a closing quotation mark");
  EXPECT_EQ(mistake("a,b\n1,\xE9\n"), "t.csv:2: expected UTF-8: save the table as \"CSV UTF-8\"");
  EXPECT_EQ(mistake("a,b\n1," + std::string(70000, 'x')), "t.csv:2: a cell of more than 64 KiB");
  EXPECT_EQ(mistake("a\n" + std::string(600, ',')), "t.csv:2: more than 500 cells in a row");
}

TEST(Csv, WritesWhatItReadsBack) {
  const std::vector<std::string> cells = {"", "plain", "a,b", "a;b", "say \"so\"", "two\r\nlines", " padded ", "tab\t"};
  EXPECT_THAT(rows(csv_line(cells)), ElementsAre(cells));
}

}  // namespace
}  // namespace entente

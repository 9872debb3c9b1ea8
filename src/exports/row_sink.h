// Where rows go: text with separators, a Stata file, a Parquet file.
#ifndef ENTENTE_EXPORTS_ROW_SINK_H_
#define ENTENTE_EXPORTS_ROW_SINK_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "entente/export.h"
#include "exports/cell.h"

namespace entente {

class RowSink {
 public:
  virtual ~RowSink() = default;
  [[nodiscard]] virtual Status row(const std::vector<Cell>& cells) = 0;
  [[nodiscard]] virtual Status finish() = 0;
  [[nodiscard]] virtual std::int64_t cut_texts() const { return 0; }  // texts longer than the format holds
};

struct TextStyle {
  char separator = '\t';
  bool head = true;
  bool quoted = false;  // by RFC 4180, where a value needs it
  const char* missing = "";
};
[[nodiscard]] std::unique_ptr<RowSink> make_text_sink(ByteSink sink, const std::vector<ColumnText>& columns,
                                                      const TextStyle& style);

// Labels of columns of the type kClass, in the order of their numbers from 1 on; a text that is not among them gets the
// number after.
using ClassLabels = std::map<std::string, std::vector<std::string>>;
// .dta, version 118. Rows lie beside `path` until finish(), since the file begins with their number and widths.
[[nodiscard]] Result<std::unique_ptr<RowSink>> make_stata_sink(const std::string& path,
                                                               const std::vector<ColumnText>& columns,
                                                               const ClassLabels& labels);

// By DuckDB 1.4, which is loaded here: kNotFound where it is not installed.
[[nodiscard]] Result<std::unique_ptr<RowSink>> make_parquet_sink(const std::string& path,
                                                                 const std::vector<ColumnText>& columns);

}  // namespace entente

#endif  // ENTENTE_EXPORTS_ROW_SINK_H_

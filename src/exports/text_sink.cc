#include "base/csv.h"
#include "exports/row_sink.h"

namespace entente {
namespace {

class TextSink : public RowSink {
 public:
  TextSink(ByteSink sink, const std::vector<ColumnText>& columns, const TextStyle& style)
      : sink_(std::move(sink)), style_(style) {
    if (!style.head) return;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i != 0) buffer_.push_back(style.separator);
      buffer_.append(columns[i].name);
    }
    buffer_.push_back('\n');
  }

  Status row(const std::vector<Cell>& cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i != 0) buffer_.push_back(style_.separator);
      put(cells[i]);
    }
    buffer_.push_back('\n');
    constexpr std::size_t kFull = 64U << 10U;
    return buffer_.size() < kFull ? Status(Unit()) : flush();
  }

  Status finish() override { return flush(); }

 private:
  void put(const Cell& cell) {
    if (std::holds_alternative<std::monostate>(cell)) {
      buffer_.append(style_.missing);
    } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
      buffer_.append(std::to_string(*whole));
    } else if (const auto* number = std::get_if<double>(&cell)) {
      buffer_.append(shortest_text(*number));
    } else {
      put_text(clean_text(std::get<std::string>(cell)));
    }
  }

  void put_text(const std::string& text) {
    const bool quote = style_.quoted && text.find_first_of(std::string("\"") + style_.separator) != std::string::npos;
    if (quote) {
      append_quoted(buffer_, text);
    } else {
      buffer_.append(text);
    }
  }

  Status flush() {
    std::string bytes;
    bytes.swap(buffer_);
    return bytes.empty() ? Status(Unit()) : sink_(bytes);
  }

  ByteSink sink_;
  TextStyle style_;
  std::string buffer_;
};

}  // namespace

std::unique_ptr<RowSink> make_text_sink(ByteSink sink, const std::vector<ColumnText>& columns, const TextStyle& style) {
  return std::make_unique<TextSink>(std::move(sink), columns, style);
}

}  // namespace entente

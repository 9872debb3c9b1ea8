// Lines out of a stream, in bounded memory.
#ifndef ENTENTE_INTAKE_LINE_READER_H_
#define ENTENTE_INTAKE_LINE_READER_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "entente/result.h"

namespace entente {

struct Line {
  std::string_view text;   // without its end; valid until the next call; kPadding readable bytes follow it
  std::size_t number = 0;  // from 1
  bool too_long = false;   // passed the limit: text is empty, the rest of the line was dropped
};

class LineReader {
 public:
  static constexpr std::size_t kPadding = 64;  // what simdjson may read past the end

  LineReader(ByteSource& source, std::size_t max_line_bytes) : source_(source), max_line_bytes_(max_line_bytes) {}
  // False at the end.
  [[nodiscard]] Result<bool> next(Line& line);
  [[nodiscard]] std::size_t waiting() const { return end_ - begin_; }  // bytes that were read, and not handed out

 private:
  [[nodiscard]] Status fill();

  ByteSource& source_;
  std::size_t max_line_bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what was not handed out
  std::size_t end_ = 0;    // of what was read
  std::size_t number_ = 0;
  bool ended_ = false;
};

}  // namespace entente

#endif  // ENTENTE_INTAKE_LINE_READER_H_

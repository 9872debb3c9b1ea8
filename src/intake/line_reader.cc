#include "intake/line_reader.h"

#include <algorithm>
#include <cstring>

namespace entente {
namespace {

constexpr std::size_t kPieceBytes = 256U << 10U;

}  // namespace

Status LineReader::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() < end_ + kPieceBytes + kPadding) {
    buffer_.resize(std::max(2 * buffer_.size(), end_ + kPieceBytes + kPadding));
  }
  ENTENTE_TRY(const std::size_t got, source_.read(buffer_.data() + end_, buffer_.size() - kPadding - end_));
  end_ += got;
  ended_ = got == 0;
  return Unit{};
}

Result<bool> LineReader::next(Line& line) {
  line = Line{};
  line.number = ++number_;
  std::size_t searched = 0;  // how much of the line was looked through for its end
  while (true) {
    const char* from = buffer_.data() + begin_;
    const std::size_t size = end_ - begin_;
    const void* found = size > searched ? std::memchr(from + searched, '\n', size - searched) : nullptr;
    if (found != nullptr || ended_) {
      std::size_t length = found != nullptr ? static_cast<std::size_t>(static_cast<const char*>(found) - from) : size;
      const std::size_t used = length + (found != nullptr ? 1 : 0);
      if (used == 0 && !line.too_long) return false;
      begin_ += used;
      if (length > 0 && from[length - 1] == '\r') --length;
      line.too_long = line.too_long || length > max_line_bytes_;
      if (!line.too_long) line.text = std::string_view(from, length);
      return true;
    }
    searched = size;
    if (size > max_line_bytes_ + 1) {  // one more for a carriage return
      line.too_long = true;
      begin_ = end_;
      searched = 0;
    }
    ENTENTE_CHECK_OK(fill());
  }
}

}  // namespace entente

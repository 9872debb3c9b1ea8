// Code points and bytes of one UTF-8 text, mapped to each other.
#ifndef ENTENTE_BASE_TEXT_INDEX_H_
#define ENTENTE_BASE_TEXT_INDEX_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "entente/span.h"

namespace entente {

// A view: the text must outlive it. The text must be valid UTF-8 (intake sees to that).
class TextIndex {
 public:
  explicit TextIndex(std::string_view text);

  [[nodiscard]] std::int32_t code_point_count() const { return static_cast<std::int32_t>(code_points_.size()); }
  [[nodiscard]] char32_t at(CodePointOffset offset) const {
    return code_points_[static_cast<std::size_t>(offset.value)];
  }
  [[nodiscard]] ByteOffset to_byte(CodePointOffset offset) const {
    return {starts_[static_cast<std::size_t>(offset.value)]};
  }
  [[nodiscard]] CodePointOffset to_code_point(ByteOffset offset) const;  // of the code point that holds this byte
  [[nodiscard]] std::string_view slice(CodePointSpan span) const;

 private:
  std::string_view text_;
  std::vector<char32_t> code_points_;
  std::vector<std::int32_t> starts_;  // byte offset of each code point, and the text's length at the end
};

// Bytes before the first that breaks UTF-8 (overlong, surrogate, cut short); text.size() where all is well.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

}  // namespace entente

#endif  // ENTENTE_BASE_TEXT_INDEX_H_

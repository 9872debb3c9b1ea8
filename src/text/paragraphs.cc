#include "text/paragraphs.h"

#include <algorithm>
#include <utility>

#include "text/characters.h"

namespace entente {
namespace {

// Widths that text is wrapped to, in code points.
constexpr std::int32_t kNarrowest = 40;
constexpr std::int32_t kWidest = 100;

struct Line {
  std::int32_t begin = 0, end = 0;  // code points, from the first to the last that is not white space
  std::size_t first = 0, last = 0;  // its chunks
};

// Lines between two blank ones.
class Block {
 public:
  Block(const TextIndex& text, const std::vector<Chunk>& chunks) : text_(text), chunks_(chunks) {}

  void add(Line line) { lines_.push_back(line); }

  void flush(std::vector<Paragraph>& out) {
    const bool wrapped = is_wrapped();
    Paragraph paragraph;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      for (std::size_t k = lines_[i].first; k < lines_[i].last; ++k) paragraph.push_back(chunks_[k]);
      if (i + 1 == lines_.size() || !wrapped || !continues(i)) out.push_back(std::exchange(paragraph, {}));
    }
    lines_.clear();
  }

 private:
  [[nodiscard]] std::int32_t length(std::size_t i) const { return lines_[i].end - lines_[i].begin; }
  [[nodiscard]] std::int32_t width() const {
    std::int32_t widest = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) widest = std::max(widest, length(i));
    return widest;
  }

  // The next line's first word would not have fitted into this line.
  [[nodiscard]] bool continues(std::size_t i) const {
    const Chunk word = chunks_[lines_[i + 1].first];
    return length(i) + 1 + (word.end - word.begin) > width_;
  }

  [[nodiscard]] bool ends_sentence(std::size_t i) const {
    for (std::int32_t at = lines_[i].end - 1; at >= lines_[i].begin; --at) {
      const CharacterClass c = class_of(text_.at({at}));
      if (c == CharacterClass::kTerminator) return true;
      if (c != CharacterClass::kQuote && c != CharacterClass::kApostrophe && c != CharacterClass::kCloser) return false;
    }
    return false;
  }

  bool is_wrapped() {
    width_ = width();
    if (lines_.size() < 2 || width_ < kNarrowest || width_ > kWidest) return false;
    std::size_t full = 0;
    bool cuts_sentence = false;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!continues(i)) continue;
      ++full;
      cuts_sentence = cuts_sentence || !ends_sentence(i);
    }
    return cuts_sentence && full * 2 >= lines_.size() - 1;
  }

  const TextIndex& text_;
  const std::vector<Chunk>& chunks_;
  std::vector<Line> lines_;
  std::int32_t width_ = 0;
};

}  // namespace

std::vector<Paragraph> find_paragraphs(const TextIndex& text) {
  std::vector<Chunk> chunks;
  std::vector<Paragraph> paragraphs;
  Block block(text, chunks);
  Line line;
  const std::int32_t size = text.code_point_count();
  for (std::int32_t i = 0; i <= size;) {
    const CharacterClass c = i < size ? class_of(text.at({i})) : CharacterClass::kLineEnd;
    if (c == CharacterClass::kLineEnd) {
      if (i + 1 < size && text.at({i}) == '\r' && text.at({i + 1}) == '\n') ++i;
      line.last = chunks.size();
      if (line.first == line.last) {
        block.flush(paragraphs);
        chunks.clear();
      } else {
        line.begin = chunks[line.first].begin;
        line.end = chunks.back().end;
        block.add(line);
      }
      line.first = chunks.size();
      ++i;
    } else if (c == CharacterClass::kSpace) {
      ++i;
    } else {
      const std::int32_t begin = i;
      while (i < size && !is_space(class_of(text.at({i})))) ++i;
      chunks.push_back({begin, i});
    }
  }
  block.flush(paragraphs);
  return paragraphs;
}

}  // namespace entente

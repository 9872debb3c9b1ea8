// Positions and spans. Code points, bytes and tokens never share a type.
//
// Units: stand in the type's name. A span is [begin, end): end is not included.
// Threads: values.
#ifndef ENTENTE_SPAN_H_
#define ENTENTE_SPAN_H_

#include <compare>
#include <cstdint>

namespace entente {

template <class Unit>
struct Offset {
  std::int32_t value = 0;
  auto operator<=>(const Offset&) const = default;
};

template <class Unit>
struct Span {
  Offset<Unit> begin;
  Offset<Unit> end;

  Span() = default;
  Span(Offset<Unit> b, Offset<Unit> e) : begin(b), end(e) {}
  Span(std::int32_t b, std::int32_t e) : begin{b}, end{e} {}

  [[nodiscard]] std::int32_t size() const { return end.value - begin.value; }
  [[nodiscard]] bool empty() const { return end.value <= begin.value; }
  [[nodiscard]] bool contains(Offset<Unit> at) const { return begin <= at && at < end; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

struct CodePointUnit {};
struct ByteUnit {};
struct TokenUnit {};

using CodePointOffset = Offset<CodePointUnit>;  // Unicode code points in the article's text
using CodePointSpan = Span<CodePointUnit>;
using ByteOffset = Offset<ByteUnit>;  // bytes of UTF-8
using ByteSpan = Span<ByteUnit>;
using TokenOffset = Offset<TokenUnit>;  // index into Document::tokens
using TokenSpan = Span<TokenUnit>;

}  // namespace entente

#endif  // ENTENTE_SPAN_H_

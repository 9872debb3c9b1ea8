#include "eval/spans.h"

#include <algorithm>

namespace entente {

Spans merged(Spans spans) {
  std::erase_if(spans, [](CodePointSpan span) { return span.empty(); });
  std::sort(spans.begin(), spans.end());
  Spans out;
  for (const CodePointSpan span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

Spans evidence_spans(const RecordCommon& record) {
  Spans spans;
  for (const Evidence& evidence : record.evidence) spans.push_back(evidence.span);
  return merged(std::move(spans));
}

std::int64_t size_of(const Spans& spans) {
  std::int64_t size = 0;
  for (const CodePointSpan span : spans) size += span.size();
  return size;
}

std::int64_t shared(const Spans& a, const Spans& b) {
  std::int64_t size = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::int32_t begin = std::max(a[i].begin, b[j].begin).value;
    const std::int32_t end = std::min(a[i].end, b[j].end).value;
    size += std::max(end - begin, 0);
    if (a[i].end < b[j].end) {
      ++i;
    } else {
      ++j;
    }
  }
  return size;
}

Spans without(const Spans& spans, const Spans& taken) {
  Spans out;
  for (CodePointSpan span : spans) {
    for (const CodePointSpan hole : taken) {
      if (hole.end <= span.begin || span.end <= hole.begin) continue;
      if (span.begin < hole.begin) out.emplace_back(span.begin, hole.begin);
      span.begin = std::min(hole.end, span.end);
    }
    if (!span.empty()) out.push_back(span);
  }
  return out;
}

std::int64_t jaccard_thousandths(const Spans& a, const Spans& b) {
  const std::int64_t both = shared(a, b);
  const std::int64_t either = size_of(a) + size_of(b) - both;
  return either == 0 ? 0 : both * 1000 / either;
}

bool mostly_same(CodePointSpan a, CodePointSpan b) {
  const std::int64_t both = std::min(a.end, b.end).value - std::max(a.begin, b.begin).value;
  return both > 0 && 2 * both >= a.size() && 2 * both >= b.size();
}

}  // namespace entente

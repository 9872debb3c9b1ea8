// Lists of spans in one text, compared by the code points that they share.
#ifndef ENTENTE_EVAL_SPANS_H_
#define ENTENTE_EVAL_SPANS_H_

#include <cstdint>
#include <vector>

#include "entente/record.h"
#include "entente/span.h"

namespace entente {

using Spans = std::vector<CodePointSpan>;  // by position, apart from each other, none empty

[[nodiscard]] Spans merged(Spans spans);
[[nodiscard]] Spans evidence_spans(const RecordCommon& record);

[[nodiscard]] std::int64_t size_of(const Spans& spans);
[[nodiscard]] std::int64_t shared(const Spans& a, const Spans& b);
[[nodiscard]] Spans without(const Spans& spans, const Spans& taken);

// Shared code points over those of either, in whole thousandths.
[[nodiscard]] std::int64_t jaccard_thousandths(const Spans& a, const Spans& b);

// Shared code points are at least half of each.
[[nodiscard]] bool mostly_same(CodePointSpan a, CodePointSpan b);

}  // namespace entente

#endif  // ENTENTE_EVAL_SPANS_H_

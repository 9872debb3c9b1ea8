// Evidence inside the sentences that it stands in.
#include <unicode/uchar.h>

#include <algorithm>

#include "base/text_index.h"
#include "formats/explain_record.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr const char* kMarked = "1;4";  // underlined

bool is_evidence(const RecordCommon& record, CodePointOffset at) {
  return std::any_of(record.evidence.begin(), record.evidence.end(),
                     [&](const Evidence& evidence) { return evidence.span.contains(at); });
}

// White space as in printable(): one space a run, none at the ends.
StyledText marked_sentence(const RecordCommon& record, const TextIndex& text, CodePointSpan span) {
  StyledText out;
  bool space = false;
  const std::int32_t end = std::min(span.end.value, text.code_point_count());
  for (std::int32_t i = std::max(span.begin.value, 0); i < end; ++i) {
    const char32_t code_point = text.at({i});
    if (u_isUWhiteSpace(static_cast<UChar32>(code_point))) {
      space = !out.empty();
      continue;
    }
    std::string bytes;
    append_utf8(bytes, code_point);
    bytes = printable(bytes);
    if (bytes.empty()) continue;
    const char* sgr = is_evidence(record, {i}) ? kMarked : kPlain;
    if (space) out.append(" ", is_evidence(record, {i - 1}) ? sgr : kPlain);
    space = false;
    out.append(bytes, sgr);
  }
  return out;
}

}  // namespace

std::vector<std::int32_t> evidence_sentences(const RecordCommon& record, const Document& document) {
  std::vector<std::int32_t> found;
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const CodePointSpan span = document.sentences[s].span;
    if (std::any_of(record.evidence.begin(), record.evidence.end(),
                    [&](const Evidence& evidence) { return evidence.span.overlaps(span); })) {
      found.push_back(static_cast<std::int32_t>(s));
    }
  }
  return found;
}

void write_evidence(ExplainPage& page, const RecordCommon& record, const Document& document,
                    const std::vector<std::int32_t>& sentences) {
  page.section("Evidence", sentences.empty());
  const TextIndex text(document.article.text);
  for (const std::int32_t s : sentences) {
    page.entry(2, "Sentence " + std::to_string(s + 1), kDim, 2, "", kPlain);
    page.marked(4, marked_sentence(record, text, document.sentences[static_cast<std::size_t>(s)].span), kMarked);
  }
}

void write_marked(ExplainPage& page, const RecordCommon& record, const Document& document, CodePointSpan span) {
  page.marked(2, marked_sentence(record, TextIndex(document.article.text), span), kMarked);
}

}  // namespace entente

// Evidence inside the sentences that it stands in.
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <map>
#include <memory>

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

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

// From the end of the sentence before to the end of its own.
class Sentences {
 public:
  explicit Sentences(const std::string& text) : index_(text) {
    UErrorCode status = U_ZERO_ERROR;
    text_.reset(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
    breaks_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
    if (U_SUCCESS(status)) breaks_->setText(text_.get(), status);
    works_ = U_SUCCESS(status) != 0;
  }

  [[nodiscard]] CodePointSpan around(CodePointSpan span) const {
    if (!works_ || span.empty() || span.end.value > index_.code_point_count()) return span;
    const std::int32_t first = index_.to_byte(span.begin).value;
    const std::int32_t last = index_.to_byte(span.end).value;
    const std::int32_t begin = breaks_->isBoundary(first) != 0 ? first : breaks_->preceding(first);
    const std::int32_t end = breaks_->isBoundary(last) != 0 ? last : breaks_->following(last);
    CodePointSpan sentence = span;
    if (begin != icu::BreakIterator::DONE) sentence.begin = index_.to_code_point({begin});
    if (end != icu::BreakIterator::DONE) sentence.end = index_.to_code_point({end});
    if (end == icu::BreakIterator::DONE || sentence.end < span.end) sentence.end = {index_.code_point_count()};
    return sentence;
  }
  [[nodiscard]] const TextIndex& index() const& { return index_; }

 private:
  TextIndex index_;
  std::unique_ptr<UText, CloseText> text_;
  std::unique_ptr<icu::BreakIterator> breaks_;
  bool works_ = false;
};

}  // namespace

void write_evidence_in(ExplainPage& page, const RecordCommon& record, const std::string& text) {
  const Sentences sentences(text);
  std::map<std::int32_t, CodePointSpan> shown;  // by the number of the sentence
  for (const Evidence& evidence : record.evidence) {
    const CodePointSpan around = sentences.around(evidence.span);
    const auto [at, fresh] = shown.try_emplace(evidence.sentence, around);
    if (fresh) continue;
    at->second = {std::min(at->second.begin, around.begin), std::max(at->second.end, around.end)};
  }
  for (const auto& [number, span] : shown) {
    page.entry(4, "Sentence " + std::to_string(number + 1), kDim, 4, "", kPlain);
    page.marked(6, marked_sentence(record, sentences.index(), span), kMarked);
  }
}

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

}  // namespace entente

// An account as a reviewer sees it.
#include <unicode/uchar.h>

#include <algorithm>

#include "base/text_index.h"
#include "entente/formats.h"
#include "formats/explain_page.h"
#include "formats/explain_record.h"
#include "formats/record_brief.h"
#include "formats/record_labels.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr std::int32_t kMostContext = 400;  // code points on either side of the evidence
constexpr std::int32_t kAbbreviation = 3;   // letters: "Gen.", "Mr.", "U.S."

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool is_quote(char32_t c) { return c == U'"' || c == U'\u201D' || c == U'\u2019' || c == U')' || c == U'\''; }

// Sentences were cut when the article was read; that is not kept, and near enough is enough for the eye.
bool ends_sentence(const TextIndex& text, std::int32_t space) {
  if (text.at({space}) == U'\n') return true;
  std::int32_t at = space - 1;
  while (at >= 0 && is_quote(text.at({at}))) --at;
  if (at < 1) return false;
  const char32_t mark = text.at({at});
  if (mark == U'!' || mark == U'?') return true;
  if (mark != U'.') return false;
  const std::int32_t next = space + 1;
  if (next < text.code_point_count() && u_islower(static_cast<UChar32>(text.at({next})))) return false;
  std::int32_t letters = 0;
  for (std::int32_t i = at - 1; i >= 0 && u_isalpha(static_cast<UChar32>(text.at({i}))) != 0; --i) ++letters;
  return letters > kAbbreviation || letters == 0 || at < space - 1;
}

CodePointSpan sentence_around(const TextIndex& text, CodePointSpan evidence) {
  std::int32_t begin = std::clamp(evidence.begin.value, 0, text.code_point_count());
  std::int32_t end = std::clamp(evidence.end.value, begin, text.code_point_count());
  const std::int32_t first = std::max(0, begin - kMostContext);
  const std::int32_t last = std::min(text.code_point_count(), end + kMostContext);
  while (begin > first && !(is_space(text.at({begin - 1})) && ends_sentence(text, begin - 1))) --begin;
  while (begin > 0 && begin == first && begin < evidence.begin.value && !is_space(text.at({begin - 1}))) ++begin;
  while (end < last && !(is_space(text.at({end})) && ends_sentence(text, end))) ++end;
  return {{begin}, {end}};
}

Document with_sentences(const ReviewItem& item, const RecordCommon& record) {
  Document document;
  document.article.text = *item.text;
  const TextIndex text(document.article.text);
  for (const Evidence& evidence : record.evidence) {
    const CodePointSpan span = sentence_around(text, evidence.span);
    if (!document.sentences.empty() && span.begin < document.sentences.back().span.end) {
      document.sentences.back().span.end = std::max(document.sentences.back().span.end, span.end);
      continue;
    }
    Sentence& sentence = document.sentences.emplace_back();
    sentence.span = span;
  }
  return document;
}

void put_evidence(ExplainPage& page, const ReviewItem& item, const RecordCommon& record) {
  if (item.text) {
    const Document document = with_sentences(item, record);
    for (const Sentence& sentence : document.sentences) {
      page.blank();
      write_marked(page, record, document, sentence.span);
    }
    return;
  }
  page.blank();
  std::string where = "The ledger holds no text: sentence " + std::to_string(item.mention.sentence + 1);
  append_part(where, " of ", printable(item.mention.url.value_or(item.mention.article)));
  page.entry(2, "", kPlain, 2, where, kDim);
}

std::string told_by(const ReviewItem& item) {
  std::string label = item.articles == 1 ? "" : std::to_string(item.articles) + " articles";
  if (item.sources > 1) append_part(label, ", ", std::to_string(item.sources) + " sources");
  return label;
}

}  // namespace

std::string write_review_item(const ReviewItem& item, const std::string& place, const TableStyle& style) {
  ExplainPage page(style);
  const std::vector<Record> records = {item.record};
  const RecordNumbers numbers(records);
  const RecordCommon& record = record_common(item.record);
  std::string heading = place;
  append_part(heading, " · ", record_brief(item.record).kind);
  append_part(heading, " · ", item.id);
  append_part(heading, " · ", item.verdict == Verdict::kNone ? "" : std::string(verdict_name(item.verdict)) + " before");
  page.heading(heading);
  std::string source = printable(item.mention.publisher.value_or(""));
  append_part(source, " · ", printable(item.mention.published.value_or("no date")));
  append_part(source, " · ", told_by(item));
  page.entry(0, "", kPlain, 0, printable(item.mention.title.value_or(item.mention.article)), kBold);
  page.entry(0, "", kPlain, 0, source, kDim);
  put_evidence(page, item, record);
  page.blank();
  write_field_rows(page, numbers, 1);
  write_reasons(page, record);
  return page.take();
}

}  // namespace entente

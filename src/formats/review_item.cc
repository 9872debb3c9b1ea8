// An account as a reviewer sees it.
#include "entente/formats.h"
#include "formats/explain_page.h"
#include "formats/explain_record.h"
#include "formats/record_brief.h"
#include "formats/record_labels.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kFieldColumn = 14;

void put_evidence(ExplainPage& page, const ReviewItem& item, const RecordCommon& record) {
  if (item.text) return write_evidence_in(page, record, *item.text);
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
  append_part(heading, " · ",
              item.verdict == Verdict::kNone ? "" : std::string(verdict_name(item.verdict)) + " before");
  page.heading(heading);
  std::string source = printable(item.mention.publisher.value_or(""));
  append_part(source, " · ", printable(item.mention.published.value_or("no date")));
  append_part(source, " · ", told_by(item));
  page.entry(0, "", kPlain, 0, printable(item.mention.title.value_or(item.mention.article)), kBold);
  page.entry(0, "", kPlain, 0, source, kDim);
  page.blank();
  put_evidence(page, item, record);
  page.blank();
  write_record_fields(page, numbers, item.record);
  write_reasons(page, record);
  return page.take();
}

std::string write_fields_to_correct(const std::vector<FieldToCorrect>& fields, const TableStyle& style) {
  ExplainPage page(style);
  for (const auto& [field, value] : fields) {
    page.entry(2, field.name, kCyan, kFieldColumn, value.empty() ? "-" : printable(value), kPlain);
    page.entry(kFieldColumn, "", kPlain, kFieldColumn, field.expected, kDim);
  }
  return page.take();
}

}  // namespace entente

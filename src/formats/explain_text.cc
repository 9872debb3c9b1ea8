// How an article, or a record of it, was read, for people.
#include <algorithm>

#include "entente/formats.h"
#include "formats/explain_page.h"
#include "formats/explain_record.h"
#include "formats/explain_sentence.h"

namespace entente {

std::string write_explanation(const ParsedDocument& parsed, const Explanation& explanation, const TableStyle& style) {
  ExplainPage page(style);
  page.article(parsed.document.article);
  for (const ExplainedSentence& sentence : explanation.sentences) {
    write_sentence(page, parsed, explanation.records, sentence);
  }
  return page.take() + "\n";
}

std::string write_record_explanation(const ParsedDocument& parsed, const Explanation& explanation, std::size_t number,
                                     const TableStyle& style) {
  if (number == 0 || number > explanation.records.size()) return "";
  ExplainPage page(style);
  page.article(parsed.document.article);
  const RecordNumbers numbers(explanation.records);
  const RecordCommon& record = record_common(explanation.records[number - 1]);
  const std::vector<std::int32_t> sentences = evidence_sentences(record, parsed.document);
  write_fields(page, numbers, number);
  write_evidence(page, record, parsed.document, sentences);
  write_reasons(page, record);
  write_ties(page, numbers, number);
  for (const ExplainedSentence& sentence : explanation.sentences) {
    if (std::find(sentences.begin(), sentences.end(), sentence.sentence) == sentences.end()) continue;
    write_sentence(page, parsed, explanation.records, sentence);
  }
  return page.take() + "\n";
}

}  // namespace entente

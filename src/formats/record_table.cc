// Records for people, one article's in groups as an analyst reads them.
#include <array>

#include "entente/formats.h"
#include "formats/record_labels.h"
#include "formats/record_numbers.h"
#include "formats/table_page.h"
#include "formats/table_rows.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

template <class Kind>
std::size_t count(const std::vector<Record>& records) {
  std::size_t found = 0;
  for (const Record& record : records) found += std::holds_alternative<Kind>(record) ? 1 : 0;
  return found;
}

std::string counted(std::size_t count, const std::string& what) {
  return count == 0 ? "" : std::to_string(count) + std::string(kTied) + what + (count == 1 ? "" : "s");
}

void heading(TablePage& page, const Article& article, const std::vector<Record>& records) {
  page.line(article_label(article), kBold);
  std::string about;
  append_part(about, " · ", printable(article.publisher.value_or("")));
  append_part(about, " · ", printable(article.published.value_or("no date")));
  append_part(about, " · ", counted(count<Agreement>(records), "agreement"));
  append_part(about, " · ", counted(count<Event>(records), "event"));
  append_part(about, " · ", counted(count<Statement>(records), "statement"));
  append_part(about, " · ", counted(count<Dispute>(records), "dispute"));
  append_part(about, " · ", counted(count<Relation>(records), "relation"));
  if (records.empty()) append_part(about, " · ", "no records");
  if (article.title) append_part(about, " · ", printable(article.source));  // else it stands above
  page.line(about, kDim);
}

// One sentence may say several things: its words are shown once.
TableEntry with_words_of(std::size_t number, TableEntry entry) {
  entry.quote = {"the words of " + number_label(number), 1, kDim};
  return entry;
}

template <class Kind>
void group(TablePage& page, const RecordNumbers& numbers, const std::string& name) {
  const std::vector<Record>& records = numbers.records();
  TableEntry last;  // of those whose words are shown
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Kind* record = std::get_if<Kind>(&records[i]);
    if (record == nullptr) continue;
    if (last.number == 0) {
      page.heading(name);
    } else {
      page.blank();
    }
    TableEntry entry = table_entry(*record, numbers);
    entry.number = i + 1;
    entry.confidence = record->confidence;
    if (!entry.quote.text.empty() && entry.quote.text == last.quote.text) {
      page.entry(with_words_of(last.number, std::move(entry)));
    } else {
      page.entry(entry);
      last = std::move(entry);
    }
  }
}

}  // namespace

std::string write_record_table(const Article& article, const std::vector<Record>& records, const TableStyle& style) {
  TablePage page(style, records.size());
  const RecordNumbers numbers(records);
  heading(page, article, records);
  group<Agreement>(page, numbers, "Agreements");
  group<Event>(page, numbers, "What was done");
  group<Statement>(page, numbers, "Who said what");
  group<Dispute>(page, numbers, "Where they differ");
  group<Relation>(page, numbers, "How they stand");
  return page.take() + "\n";
}

}  // namespace entente

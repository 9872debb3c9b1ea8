#include "formats/ledger_labels.h"

#include <algorithm>

#include "entente/formats.h"
#include "formats/record_labels.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr std::size_t kDayLength = 10;  // of "2024-02-22T10:00:00Z"

std::string day_label(const Mention& mention) {
  return printable(mention.published.value_or("")).substr(0, kDayLength);
}

}  // namespace

std::string counted_label(std::int64_t count, const std::string& what) {
  return grouped(count) + std::string(kTied) + what + (count == 1 ? "" : "s");
}

std::string source_label(const Mention& mention) {
  std::string label = printable(mention.publisher.value_or(""));
  if (label.empty()) label = printable(mention.article);
  append_part(label, " ", day_label(mention));
  return label;
}

std::string sources_label(const Account& account) {
  if (account.articles == 1 && account.mentions.size() == 1) return source_label(account.mentions.front());
  return counted_label(account.articles, "article") + ", " + counted_label(account.sources, "source");
}

std::string verdict_label(Verdict verdict) {
  const std::string name = verdict_name(verdict);
  return name.empty() ? "" : name + " in review";
}

std::string where_label(const Mention& mention) {
  const std::string url = printable(mention.url.value_or(""));
  return "sentence" + std::string(kTied) + std::to_string(mention.sentence + 1) + " of " +
         (url.empty() ? printable(mention.article) : url);
}

const Mention& mention_of(const Account& account, const std::string& record) {
  const auto found = std::find_if(account.mentions.begin(), account.mentions.end(),
                                  [&](const Mention& mention) { return mention.record == record; });
  return found == account.mentions.end() ? account.mentions.front() : *found;
}

void add_account(TableEntry& entry, const Account& account, const RecordCommon& record, int quote_lines) {
  entry.confidence = record.confidence;
  StyledText& details = entry.head.details;
  details.part(" · ", sources_label(account), kPlain);
  details.part(" · ", verdict_label(account.verdict), kCyan);
  details.part(" · ", account.id, kDim);
  if (entry.date.text.empty() && !account.mentions.empty()) {
    entry.date = {day_label(account.mentions.front()), kDim};
  }
  entry.quote.most_lines = quote_lines;
  if (entry.quote.text.empty() && !account.mentions.empty()) {
    entry.quote = {where_label(mention_of(account, record.id)), quote_lines, kDim};
  }
}

}  // namespace entente

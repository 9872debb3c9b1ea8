// Accounts of a ledger for people, each laid out as a record of one article is.
#include "entente/formats.h"
#include "formats/ledger_labels.h"
#include "formats/record_labels.h"
#include "formats/record_numbers.h"
#include "formats/table_page.h"
#include "formats/table_rows.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kEventLines = 1;  // a list is read at a glance; `show` has the words in full
constexpr int kStatementLines = 2;
constexpr int kPositionLines = 2;

// Records of a ledger have no numbers to refer to each other by.
const RecordNumbers& no_numbers() {
  static const std::vector<Record> kNone;
  static const RecordNumbers kNumbers(kNone);
  return kNumbers;
}

std::string written(const TableEntry& entry, const TableStyle& style) {
  TablePage page(style, 0);
  page.entry(entry);
  return page.take();
}

std::string steps_label(const std::vector<AgreementStep>& steps) {
  std::string label;
  for (const AgreementStep& step : steps) {
    std::string part = word_label(step.status);
    if (step.date && step.date->from) append_part(part, std::string(kTied), date_label(step.date));
    append_part(label, " → ", part);
  }
  return label;
}

std::string days_label(const Position& position) {
  std::string label = printable(position.first_day);
  if (position.last_day != position.first_day) append_part(label, " – ", printable(position.last_day));
  return label;
}

TablePart position_part(const Position& position) {
  TablePart part;
  part.head.what = {{stance_label(position.stance), stance_color(position.stance)}};
  const bool article = !position.speaker && position.statements.empty();
  part.head.who = StyledText(
      position.speaker ? actor_label(*position.speaker) : std::string(article ? "the article itself" : "(not named)"),
      kPlain);
  part.head.who.part(" · ", days_label(position), kPlain);
  if (position.count > 1) part.head.who.part(" · ", counted_label(position.count, "statement"), kPlain);
  part.quote = {quoted(printable(position.text)), kPositionLines};
  if (part.quote.text.empty() && !position.statements.empty()) {
    part.quote = {where_label(position.statements.front()), kPositionLines, kDim};
  }
  return part;
}

}  // namespace

std::string write_account_entry(const LedgerEvent& event, const TableStyle& style) {
  TableEntry entry = table_entry(event.event, no_numbers());
  add_account(entry, event, event.event, kEventLines);
  return written(entry, style);
}

std::string write_account_entry(const LedgerStatement& statement, const TableStyle& style) {
  TableEntry entry = table_entry(statement.statement, no_numbers());
  add_account(entry, statement, statement.statement, kStatementLines);
  return written(entry, style);
}

std::string write_account_entry(const AgreementThread& thread, ShowProvisions provisions, const TableStyle& style) {
  TableEntry entry = table_entry(thread.agreement, no_numbers());
  const auto count = static_cast<std::int64_t>(entry.parts.size());
  if (provisions == ShowProvisions::kNumber) entry.parts.clear();
  if (thread.steps.size() > 1) entry.head.details.part(" · ", steps_label(thread.steps), kPlain);
  if (count > 0 && entry.parts.empty()) entry.head.details.part(" · ", counted_label(count, "provision"), kPlain);
  add_account(entry, thread, thread.agreement, kEventLines);
  return written(entry, style);
}

std::string write_account_entry(const RelationInterval& relation, const TableStyle& style) {
  TableEntry entry = table_entry(relation.relation, no_numbers());
  if (relation.from || relation.to) {
    std::string days = printable(relation.from.value_or(""));
    if (relation.to != relation.from) days += "– " + printable(relation.to.value_or(""));
    entry.date = {days, kPlain};
  }
  add_account(entry, relation, relation.relation, kEventLines);
  return written(entry, style);
}

std::string write_account_entry(const LedgerDispute& dispute, const TableStyle& style) {
  TableEntry entry;
  const std::string label = dispute.issue ? printable(dispute.issue->label) : "";
  entry.title = StyledText(label.empty() ? "(no issue)" : label, label.empty() ? kDim : kBold);
  if (dispute.change_of_position) entry.title.part(" · ", "a change of position", kYellow);
  std::string last;
  for (const Position& position : dispute.positions) {
    last = std::max(last, position.last_day);
    entry.parts.push_back(position_part(position));
  }
  entry.date = {printable(last), kPlain};
  entry.sure = false;
  TablePart sources;
  sources.head.who = StyledText(sources_label(dispute), kPlain);
  sources.head.who.part(" · ", verdict_label(dispute.verdict), kCyan);
  sources.head.who.part(" · ", dispute.id, kDim);
  entry.parts.push_back(std::move(sources));
  return written(entry, style);
}

}  // namespace entente

// Where the parties differ, and how they stand.
#include "formats/record_labels.h"
#include "formats/table_rows.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kQuoteLines = 4;
constexpr int kSideLines = 3;  // the whole stands with the statement

TablePart side_part(const DisputeSide& side, const Dispute& dispute, const RecordNumbers& numbers) {
  TablePart part;
  part.head.what = {{stance_label(side.stance), stance_color(side.stance)}};
  StyledText& who = part.head.who;
  who = StyledText(side_label(side), kPlain);
  const Statement* statement = numbers.statement(side.statement);
  if (statement != nullptr) {
    who.append(std::string(kTied) + number_label(numbers.of(*side.statement)), kCyan);
    part.quote = {quoted(printable(statement->content.text)), kSideLines};
  } else if (!side.speaker && !side.statement) {
    part.quote = {own_words_label(dispute, numbers), kSideLines};
  }
  return part;
}

StyledText party_text(const std::optional<Actor>& actor) {
  return actor ? StyledText(actor_label(*actor), kPlain) : StyledText("(not named)", kDim);
}

}  // namespace

TableEntry table_entry(const Dispute& dispute, const RecordNumbers& numbers) {
  TableEntry entry;
  if (dispute.issue) entry.title = StyledText(printable(dispute.issue->label), kBold);
  for (const DisputeSide& side : dispute.sides) entry.parts.push_back(side_part(side, dispute, numbers));
  if (dispute.sides.empty()) entry.quote = {evidence_label(dispute), kQuoteLines};
  return entry;
}

TableEntry table_entry(const Relation& relation, const RecordNumbers& /*numbers*/) {
  TableEntry entry;
  const bool period = relation.since || relation.until;
  entry.date = period ? StyledRun{period_label(relation), kPlain} : date_cell(relation.date);
  const std::string type = word_label(relation.type);
  entry.head.what = {
      {relation.negated ? "no " + type : type, relation.negated ? kYellow : relation_color(relation.type)},
      {word_label(relation.trend.value_or("")), kPlain}};
  entry.head.who = party_text(relation.a);
  entry.head.who.append(relation.directed ? " → " : " ⇄ ", kPlain);
  entry.head.who.append(relation.b ? actor_label(*relation.b) : "(not named)", relation.b ? kPlain : kDim);
  if (period && relation.date) entry.head.details = StyledText("as of " + date_label(relation.date), kDim);
  entry.quote = {evidence_label(relation), kQuoteLines};
  return entry;
}

}  // namespace entente

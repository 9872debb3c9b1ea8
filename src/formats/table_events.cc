// What was done, and who said what.
#include "formats/record_labels.h"
#include "formats/table_rows.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kQuoteLines = 4;

StyledText parties(const std::vector<Actor>& from, bool joint, const std::vector<Actor>& to) {
  StyledText who(from.empty() ? "(not named)" : actor_labels(from, joint ? " ⇄ " : ", "), from.empty() ? kDim : kPlain);
  if (!to.empty()) who.append(" → " + actor_labels(to, ", "), kPlain);
  return who;
}

std::string reported_label(const Event& event, const RecordNumbers& numbers) {
  if (!event.attributed_to) return "";
  const Statement* statement = numbers.statement(event.attributed_to);
  if (statement == nullptr) return "reported";
  const std::string number = number_label(numbers.of(*event.attributed_to));
  if (!statement->speaker) return "reported in " + number;
  return "reported by " + name_label(*statement->speaker) + std::string(kTied) + number;
}

}  // namespace

StyledRun date_cell(const std::optional<DateInterval>& date) {
  if (!date || (!date->from && !date->to && date->text.empty())) return {"", kPlain};
  std::string label = date_label(date);
  // A date and its dash fit in one line of the column.
  if (const std::size_t dash = label.find(" –"); dash != std::string::npos) label.erase(dash, 1);
  return {label, date->text.empty() ? kDim : kPlain};
}

TableEntry table_entry(const Event& event, const RecordNumbers& numbers) {
  TableEntry entry;
  entry.date = date_cell(event.date);
  entry.head.what = {{printable(event.type), quad_color(event.quad)}, {word_label(event.mode.value_or("")), kPlain}};
  if (event.status != "actual") entry.head.what.push_back({word_label(event.status), kYellow});
  entry.head.who = parties(event.actor, event.reciprocal, event.recipient);
  StyledText& details = entry.head.details;
  details.part(" · ", place_label(event.place), kPlain);
  details.part(" · ", magnitude_label(event.magnitude), kPlain);
  for (const OtherActor& other : event.others) details.part(" · ", other_label(other), kPlain);
  details.part(" · ", reported_label(event, numbers), kCyan);
  entry.quote = {evidence_label(event), kQuoteLines};
  return entry;
}

TableEntry table_entry(const Statement& statement, const RecordNumbers& /*numbers*/) {
  TableEntry entry;
  entry.date = date_cell(statement.date);
  entry.head.what = {{stance_label(statement.stance), stance_color(statement.stance)},
                     {printable(statement.manner), kDim}};
  StyledText& who = entry.head.who;
  who = statement.speaker ? StyledText(actor_label(*statement.speaker), kPlain) : StyledText("(not named)", kDim);
  if (!statement.addressee.empty()) who.append(", to " + actor_labels(statement.addressee, ", "), kPlain);
  StyledText& details = entry.head.details;
  if (statement.issue) details.part(" · ", "on " + printable(statement.issue->label), kPlain);
  if (!statement.about.empty()) details.part(" · ", "about " + actor_labels(statement.about, ", "), kPlain);
  const std::string words = quoted(printable(statement.content.text));
  entry.quote = {words.empty() ? evidence_label(statement) : words, kQuoteLines};
  return entry;
}

}  // namespace entente

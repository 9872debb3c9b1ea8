#include "formats/record_numbers.h"

#include "formats/record_labels.h"
#include "formats/terminal_text.h"

namespace entente {

const RecordCommon& record_common(const Record& record) {
  return std::visit([](const auto& value) -> const RecordCommon& { return value; }, record);
}

RecordNumbers::RecordNumbers(const std::vector<Record>& records) : records_(records) {
  for (std::size_t i = 0; i < records.size(); ++i) numbers_.emplace(record_common(records[i]).id, i + 1);
}

std::size_t RecordNumbers::of(const std::string& id) const {
  const auto found = numbers_.find(id);
  return found == numbers_.end() ? 0 : found->second;
}

const Statement* RecordNumbers::statement(const std::optional<std::string>& id) const {
  const std::size_t number = id ? of(*id) : 0;
  return number == 0 ? nullptr : std::get_if<Statement>(&records_[number - 1]);
}

std::string own_words_label(const Dispute& dispute, const RecordNumbers& numbers) {
  std::string text;
  for (const Evidence& evidence : dispute.evidence) {
    bool stated = false;
    for (const DisputeSide& side : dispute.sides) {
      const Statement* statement = numbers.statement(side.statement);
      if (statement == nullptr) continue;
      for (const Evidence& words : statement->evidence) stated = stated || words.span.contains(evidence.span);
    }
    if (!stated) append_part(text, " … ", printable(evidence.text));
  }
  return quoted(text);
}

std::string number_label(std::size_t number) { return "[" + std::to_string(number) + "]"; }

}  // namespace entente

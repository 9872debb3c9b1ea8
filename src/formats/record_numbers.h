// The numbers by which people name the records of an article: [1], [2], ... in the engine's order.
#ifndef ENTENTE_FORMATS_RECORD_NUMBERS_H_
#define ENTENTE_FORMATS_RECORD_NUMBERS_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/record.h"

namespace entente {

[[nodiscard]] const RecordCommon& record_common(const Record& record);

// Finds records by their ids. Keeps a view of the records: they must outlive it.
class RecordNumbers {
 public:
  explicit RecordNumbers(const std::vector<Record>& records);
  RecordNumbers(std::vector<Record>&&) = delete;

  // From 1; 0 where no record has the id.
  [[nodiscard]] std::size_t of(const std::string& id) const;
  [[nodiscard]] const Statement* statement(const std::optional<std::string>& id) const;  // null where none has
  [[nodiscard]] const std::vector<Record>& records() const { return records_; }

 private:
  const std::vector<Record>& records_;
  std::map<std::string_view, std::size_t> numbers_;
};

// What the article itself says in a dispute, quoted: the evidence that is no statement's.
[[nodiscard]] std::string own_words_label(const Dispute& dispute, const RecordNumbers& numbers);

[[nodiscard]] std::string number_label(std::size_t number);  // "[7]"

}  // namespace entente

#endif  // ENTENTE_FORMATS_RECORD_NUMBERS_H_

// What an id names that can be reviewed: an account, by its own id or that of one of its records.
#ifndef ENTENTE_LEDGER_REVIEW_TARGET_H_
#define ENTENTE_LEDGER_REVIEW_TARGET_H_

#include <cstdint>
#include <optional>
#include <string>

#include "entente/result.h"
#include "ledger/ledger_impl.h"

namespace entente {

struct ReviewTarget {
  std::size_t kind = 0;
  std::int64_t founder = 0;  // key of the founding record; 0 of a dispute
  std::int64_t number = 0;   // by which a review is kept: the id of that record, or of the dispute
  [[nodiscard]] std::string account() const;
};
// What reviews and their tallies call a type: the column of a kind's table that holds it. Disputes have none.
[[nodiscard]] const char* type_column(std::size_t kind);

// The dispute that a record of an article tells, by the number of the record's id.
[[nodiscard]] Result<std::optional<std::int64_t>> dispute_of_record(Database& database, std::int64_t number);

[[nodiscard]] Result<ReviewTarget> find_target(Ledger::Impl& ledger, const std::string& id);

}  // namespace entente

#endif  // ENTENTE_LEDGER_REVIEW_TARGET_H_

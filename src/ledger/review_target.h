// What an id names that can be reviewed: an account, by its own id or that of one of its records.
#ifndef ENTENTE_LEDGER_REVIEW_TARGET_H_
#define ENTENTE_LEDGER_REVIEW_TARGET_H_

#include <cstdint>
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
[[nodiscard]] Result<ReviewTarget> find_target(Ledger::Impl& ledger, const std::string& id);

}  // namespace entente

#endif  // ENTENTE_LEDGER_REVIEW_TARGET_H_

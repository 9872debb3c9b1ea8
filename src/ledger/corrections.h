// What reviewers corrected, laid over records as they were coded.
#ifndef ENTENTE_LEDGER_CORRECTIONS_H_
#define ENTENTE_LEDGER_CORRECTIONS_H_

#include <cstdint>
#include <vector>

#include "entente/record.h"
#include "entente/result.h"
#include "ledger/ledger_impl.h"

namespace entente {

// records[i] are the fields of the account whose founding record has the key founder_keys[i].
[[nodiscard]] Status apply_corrections(Ledger::Impl& ledger, std::vector<Record>& records,
                                       const std::vector<std::int64_t>& founder_keys);

}  // namespace entente

#endif  // ENTENTE_LEDGER_CORRECTIONS_H_

// The sidecar of an export: JSON on what was written, by which conventions, and what was lost.
#ifndef ENTENTE_EXPORTS_SIDECAR_H_
#define ENTENTE_EXPORTS_SIDECAR_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "entente/export.h"
#include "exports/losses.h"

namespace entente {

struct ExportCounts {
  std::int64_t given = 0;    // accounts
  std::int64_t written = 0;  // accounts that went into a row or more
  std::int64_t rows = 0;
  std::int64_t merged = 0;              // by one a day
  std::int64_t day_of_publication = 0;  // events whose text gives no day
  std::int64_t wider = 0;               // codes that the numbering has in a wider sense only
  std::int64_t cut_texts = 0;
  std::map<std::string, std::int64_t> left_out;  // accounts by reason
};

[[nodiscard]] std::string write_sidecar(const ExportOptions& options, const std::string& tables_checksum,
                                        std::size_t columns, const ExportCounts& counts,
                                        const std::vector<LossCount>& lost,
                                        const std::vector<std::pair<EngineStamp, std::int64_t>>& engines);

}  // namespace entente

#endif  // ENTENTE_EXPORTS_SIDECAR_H_

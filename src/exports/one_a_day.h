// One event a date, source, target and code, whatever the order in which they come.
#ifndef ENTENTE_EXPORTS_ONE_A_DAY_H_
#define ENTENTE_EXPORTS_ONE_A_DAY_H_

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "entente/ledger_rows.h"
#include "exports/event_row.h"

namespace entente {

// An event that stands for all of its day: that with the least id, told by the mentions of all.
struct DayEvent {
  std::shared_ptr<const LedgerEvent> event;
  Account account;
  const EngineStamp* stamp = nullptr;
  CodedEvent coded;
  std::string day;
  Dyad dyad;
  std::int64_t source_sum = 0;  // over all of them
};

class OneADay {
 public:
  // `event` may be shared by the dyads of one event; `stamp` outlives this.
  void add(const std::shared_ptr<const LedgerEvent>& event, const EngineStamp& stamp, const CodedEvent& coded,
           const std::string& day, const Dyad& dyad);

  // In the order of day, source, target, code; the mentions of each by publication, then article and record.
  [[nodiscard]] std::vector<DayEvent> take();

  [[nodiscard]] std::int64_t merged() const { return merged_; }  // events or dyads that went into another one

 private:
  using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;  // and the status
  std::map<Key, DayEvent> events_;
  std::int64_t merged_ = 0;
};

}  // namespace entente

#endif  // ENTENTE_EXPORTS_ONE_A_DAY_H_

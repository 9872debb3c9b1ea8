// What a format cannot hold, and how many accounts lost it.
#ifndef ENTENTE_EXPORTS_LOSSES_H_
#define ENTENTE_EXPORTS_LOSSES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "entente/ledger_rows.h"

namespace entente {

struct LossCount {
  std::string name;
  std::string meaning;
  std::int64_t accounts = 0;
};

class Losses {
 public:
  // `names`: those of losses of events that the format has.
  explicit Losses(const std::vector<std::string>& names);
  void count(const LedgerEvent& event);
  // The flat tables of the other kinds.
  void count(const LedgerStatement& ledger);
  void count(const AgreementThread& thread);
  void count(const RelationInterval& interval);
  void count(const LedgerDispute& dispute);
  void add(const std::string& name, const std::string& meaning, std::int64_t accounts);

  [[nodiscard]] std::vector<LossCount> counts() const;  // those that happened

 private:
  LossCount& entry(const std::string& name, const std::string& meaning);
  // What a flat row leaves out of an account where there is any.
  struct FlatParts {
    bool actors = false;     // whether it has any
    bool described = false;  // by a sector or role that has no column
    bool dated = false;
    void add(const std::vector<Actor>& added);
  };
  void count_flat(const Account& account, const RecordCommon& record, const FlatParts& parts);

  std::vector<std::string> names_;
  std::vector<LossCount> counts_;
};

}  // namespace entente

#endif  // ENTENTE_EXPORTS_LOSSES_H_

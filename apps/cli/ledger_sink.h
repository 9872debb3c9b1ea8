// What was coded goes into a ledger, some articles a transaction: a commit costs about as much as an article.
//
// A ledger that is locked or gone is waited for; an article that it refuses is noted as a failure, and the others go
// in.
#ifndef ENTENTE_APPS_CLI_LEDGER_SINK_H_
#define ENTENTE_APPS_CLI_LEDGER_SINK_H_

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "entente/engine.h"
#include "entente/ledger.h"
#include "interrupts.h"
#include "pipeline.h"
#include "progress.h"

namespace entente::cli {

class LedgerSink : public Sink {
 public:
  LedgerSink(Ledger& ledger, const EngineStamp& stamp, Progress& progress, const Interrupts& interrupts)
      : ledger_(ledger), stamp_(stamp), progress_(progress), interrupts_(interrupts) {}

  Written put(Output& output) override;
  void failed(const Error& error) override;
  // What put() has kept back; also at the end.
  [[nodiscard]] Written add_waiting();
  // Another writer's lock, or a server that is started anew, is waited for: some two minutes in all.
  [[nodiscard]] Status with_patience(const std::function<Status()>& write);

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  [[nodiscard]] std::int64_t count(Addition addition) const { return counts_.at(static_cast<std::size_t>(addition)); }
  [[nodiscard]] std::int64_t refused() const { return refused_; }

 private:
  [[nodiscard]] Status add(const std::vector<PreparedArticle>& articles);
  [[nodiscard]] Status add_one_by_one();

  Ledger& ledger_;
  const EngineStamp& stamp_;
  Progress& progress_;
  const Interrupts& interrupts_;
  std::optional<Error> error_;
  std::array<std::int64_t, 3> counts_{};
  std::int64_t refused_ = 0;
  std::vector<PreparedArticle> waiting_;
  std::chrono::steady_clock::time_point added_ = std::chrono::steady_clock::now();
};

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_LEDGER_SINK_H_

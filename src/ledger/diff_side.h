// One of two ledgers that are compared: its articles in order, their records, its reviews.
#ifndef ENTENTE_LEDGER_DIFF_SIDE_H_
#define ENTENTE_LEDGER_DIFF_SIDE_H_

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "entente/ledger_diff.h"
#include "ledger/ledger_impl.h"

namespace entente {

struct DiffArticle {
  std::int64_t key = 0;
  std::string id;
  std::string hash;
  std::int64_t stamp = 0;
  std::int64_t first_record = 0, last_record = 0;  // keys
};

struct DiffRecords {
  std::vector<Record> records;         // in the engine's order, without words
  std::vector<std::int64_t> numbers;   // their ids
  std::vector<std::int64_t> accounts;  // key of the account's founding record; 0: none
  std::vector<std::int64_t> founders;  // its id
};

class DiffSide {
 public:
  explicit DiffSide(Ledger::Impl& ledger) : ledger_(ledger) {}

  // The current versions, by id; null behind the last.
  [[nodiscard]] Result<const DiffArticle*> article();
  void next() { page_.pop_front(); }

  [[nodiscard]] Result<DiffRecords> records_of(const DiffArticle& article);
  // A record by its id, where an account has it.
  [[nodiscard]] Result<std::optional<Record>> record(std::size_t kind, std::int64_t number);
  [[nodiscard]] Result<std::vector<std::int64_t>> members(std::int64_t account);
  [[nodiscard]] Result<std::optional<std::string>> text(const DiffArticle& article);
  [[nodiscard]] Result<EngineStamp> stamp(std::int64_t key);
  [[nodiscard]] Result<std::vector<EngineStamp>> stamps();
  // What was said of each record, by kind and id: "verdict" and the fields, the last word of each.
  [[nodiscard]] Result<std::map<std::pair<std::size_t, std::int64_t>, std::map<std::string, std::string>>> reviews();
  [[nodiscard]] Result<std::string> article_of(std::size_t kind, std::int64_t number);

 private:
  [[nodiscard]] Status read_page();

  Ledger::Impl& ledger_;
  std::deque<DiffArticle> page_;
  std::string last_;
  bool started_ = false, ended_ = false;
  std::map<std::int64_t, EngineStamp> stamps_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_DIFF_SIDE_H_

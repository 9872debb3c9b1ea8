// What differs between two ledgers, and why: other articles, another engine, other knowledge, other reviews.
//
// Articles are matched by id; those with other text, title, date or publisher are not looked into. Records of an
// article are matched by id (the same place and kind), else by kind and the words that they share. Memory: that of one
// article, of the accounts that differ, and of all reviews. Order: by article id, byte by byte. Errors, threads: as in
// entente/ledger.h; the two ledgers must be two objects. Source: docs/cli.md, "entente diff".
#ifndef ENTENTE_LEDGER_DIFF_H_
#define ENTENTE_LEDGER_DIFF_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "entente/ledger.h"
#include "entente/record.h"
#include "entente/result.h"

namespace entente {

struct DiffOptions {
  double tolerance = 0.05;  // a confidence that differs by no more is the same
};

struct FieldDiff {
  std::string field;
  std::string a, b;  // for people
};

struct LedgerChange {
  // "article"; what of the stamps differs: "engine", "model", "knowledge", "conventions", with "+" between several, or
  // "unexplained" where nothing does; "review"; "joining".
  std::string cause;
  std::string kind;    // of a record; of an article "article"
  std::string change;  // changed, added (only in b), gone (only in a); of joining split, merged, regrouped
  std::string article;
  std::string a, b;            // ids of the records; empty where there is none
  std::string rule_a, rule_b;  // that decided, the first of `why`
  std::vector<FieldDiff> fields;
  std::string words;  // of the evidence; empty where neither ledger holds the text
};

struct DiffCount {
  std::string cause, kind, change;
  std::int64_t count = 0;
};
struct RuleChange {
  std::string kind, rule_a, rule_b;  // empty: there was no such record
  std::int64_t count = 0;
};
struct LedgerDiff {
  std::int64_t articles = 0;           // of the same text in both
  std::vector<DiffCount> unchanged;    // records, by kind
  std::vector<DiffCount> counts;       // by cause, kind and change
  std::vector<RuleChange> rules;       // of records that were changed, added or gone; the most frequent first
  std::vector<EngineStamp> engines_a;  // by which the articles of the ledger were read
  std::vector<EngineStamp> engines_b;
};

// `each` sees every change as it is found, and returns false to stop.
[[nodiscard]] Result<LedgerDiff> diff_ledgers(Ledger& a, Ledger& b, const DiffOptions& options,
                                              const std::function<bool(const LedgerChange&)>& each);

}  // namespace entente

#endif  // ENTENTE_LEDGER_DIFF_H_

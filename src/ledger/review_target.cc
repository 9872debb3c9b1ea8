#include "ledger/review_target.h"

#include "ledger/load_accounts.h"
#include "store/body.h"

namespace entente {
namespace {

constexpr std::size_t kIdLength = 19;  // "le_" and 16 digits
constexpr std::size_t kPrefix = 3;

Error no_such(const std::string& id) {
  return {ErrorCode::kUsage, "no account \"" + id + "\" in this ledger; expected an id as le_0123456789abcdef", ""};
}

Result<std::optional<std::int64_t>> dispute_of(Database& database, std::int64_t number, bool is_record) {
  if (is_record) return dispute_of_record(database, number);
  return database.find_integer("SELECT id FROM dispute WHERE id = ?", {number});
}

Result<std::optional<std::int64_t>> founder_of(Database& database, std::size_t kind, std::int64_t number) {
  return database.find_integer("SELECT min(account) FROM record WHERE id = ? AND kind = ? AND account IS NOT NULL",
                               {number, static_cast<std::int64_t>(kind)});
}

}  // namespace

const char* type_column(std::size_t kind) {
  switch (kind) {
    case kStatementKind: return "stance";
    case kAgreementKind: return "form";
    default: return "type";
  }
}

// Among the disputes of its block: they have an index, and the records of disputes none.
Result<std::optional<std::int64_t>> dispute_of_record(Database& database, std::int64_t number) {
  return database.find_integer(
      "SELECT min(d.dispute) FROM record r JOIN dispute s ON s.block = r.block "
      "JOIN dispute_record d ON d.dispute = s.id AND d.side = 0 AND d.record = r.key WHERE r.id = ? AND r.kind = 4",
      {number});
}

std::string ReviewTarget::account() const { return id_text(account_prefix(kind), number); }

Result<ReviewTarget> find_target(Ledger::Impl& ledger, const std::string& id) {
  if (id.size() != kIdLength) return no_such(id);
  const std::string prefix = id.substr(0, kPrefix);
  const std::int64_t number = id_number(id);
  if (id_text(prefix, number) != id) return no_such(id);
  ReviewTarget target;
  bool found = false;
  for (std::size_t kind = 0; kind <= kDisputeKind && !found; ++kind) {
    const bool is_record = prefix == record_prefix(kind);
    if (!is_record && prefix != account_prefix(kind)) continue;
    target.kind = kind;
    ENTENTE_TRY(const std::optional<std::int64_t> key, kind == kDisputeKind
                                                           ? dispute_of(ledger.database(), number, is_record)
                                                           : founder_of(ledger.database(), kind, number));
    if (!key) continue;
    found = true;
    (kind == kDisputeKind ? target.number : target.founder) = *key;
  }
  if (!found) return no_such(id);
  if (target.kind == kDisputeKind) return target;
  ENTENTE_TRY(const std::optional<std::int64_t> founding,
              ledger.database().find_integer("SELECT id FROM record WHERE key = ?", {target.founder}));
  if (!founding) return no_such(id);
  target.number = *founding;
  return target;
}

}  // namespace entente

// One account or record in full.
#include <algorithm>
#include <string_view>
#include <utility>

#include "entente/questions.h"
#include "ledger/make_accounts.h"
#include "ledger/review_target.h"

namespace entente {
namespace {

constexpr std::size_t kKinds = 5;

struct AskedId {
  std::size_t kind = 0;
  bool account = false;
  std::int64_t number = 0;
};

Result<AskedId> asked_id(const std::string& id) {
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    for (const bool account : {true, false}) {
      const std::string_view prefix = account ? account_prefix(kind) : record_prefix(kind);
      if (!id.starts_with(prefix)) continue;
      const AskedId asked{kind, account, id_number(id)};
      if (id_text(prefix, asked.number) == id) return asked;
    }
  }
  return Error{ErrorCode::kUsage, "no id: \"" + id + "\"; ids are those that `entente events` and others show (le_...)",
               ""};
}

struct FoundRecord {
  std::int64_t key = 0, account = 0;
  bool current = false;
};

Result<FoundRecord> find_record(Ledger& ledger, const AskedId& asked, const std::string& id) {
  FoundRecord found;
  bool any = false;
  ENTENTE_CHECK_OK(ledger.impl().database().run(
      "SELECT r.key, r.account, a.current FROM record r JOIN article a ON a.key = r.article "
      "WHERE r.id = ? AND r.kind = ? ORDER BY a.current, r.key",
      {asked.number, static_cast<std::int64_t>(asked.kind)}, [&](const Row& row) {
        const std::int64_t account = row.is_null(1) ? 0 : row.integer(1);
        if (asked.account && account != row.integer(0)) return;  // not the record that names the account
        any = true;
        found = {row.integer(0), account, row.integer(2) != 0};
      }));
  if (!any) return Error{ErrorCode::kUsage, "the ledger holds no such id", id};
  if (found.account == 0) {
    return Error{ErrorCode::kUsage,
                 found.current ? "is not joined to an account yet; `entente ingest` does so"
                               : "was read from an earlier version of its article, which no longer counts",
                 id};
  }
  return found;
}

Status add_source(Ledger& ledger, LoadedMention& mention, Shown& shown) {
  Shown::Source source;
  source.mention = mention.mention;
  source.record = std::move(mention.record);
  ENTENTE_TRY(source.stamp, load_stamp(ledger.impl(), mention.stamp));
  ENTENTE_TRY(source.text, load_text(ledger.impl(), mention.article));
  shown.sources.push_back(std::move(source));
  return Unit{};
}

void set_account(LoadedAccount& account, Shown& shown) {
  switch (account.record.index()) {
    case kEventKind:
      shown.account = LedgerEvent{std::move(account.account), std::move(std::get<Event>(account.record))};
      break;
    case kStatementKind:
      shown.account = LedgerStatement{std::move(account.account), std::move(std::get<Statement>(account.record))};
      break;
    case kAgreementKind: shown.account = agreement_thread(account); break;
    default: shown.account = relation_interval(account); break;
  }
}

Result<Shown> show_dispute(Ledger& ledger, const AskedId& asked, const std::string& id) {
  std::int64_t number = asked.number;
  if (!asked.account) {
    ENTENTE_TRY(const std::optional<std::int64_t> dispute, dispute_of_record(ledger.impl().database(), number));
    if (!dispute) return Error{ErrorCode::kUsage, "the ledger holds no such id", id};
    number = *dispute;
  }
  Shown shown;
  std::vector<LoadedMention> records;
  ENTENTE_TRY(shown.account, load_dispute(ledger.impl(), number, false, &records));
  for (LoadedMention& each : records) ENTENTE_CHECK_OK(add_source(ledger, each, shown));
  return shown;
}

}  // namespace

Result<Shown> show(Ledger& ledger, const std::string& id) {
  ENTENTE_TRY(const AskedId asked, asked_id(id));
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  if (asked.kind == kDisputeKind) return show_dispute(ledger, asked, id);
  ENTENTE_TRY(const FoundRecord found, find_record(ledger, asked, id));
  LoadOptions options;
  options.words_of_all = true;
  ENTENTE_TRY(std::vector<LoadedAccount> accounts, load_accounts(ledger.impl(), asked.kind, {found.account}, options));
  if (accounts.empty()) {  // rejected in review: it holds only as it was coded
    options.as_coded = true;
    ENTENTE_TRY(accounts, load_accounts(ledger.impl(), asked.kind, {-found.account}, options));
  }
  if (accounts.empty()) return Error{ErrorCode::kUsage, "the ledger holds no such account", id};
  LoadedAccount& account = accounts.front();
  std::vector<LoadedMention> mentions = account.mentions;
  Shown shown;
  set_account(account, shown);
  for (LoadedMention& each : mentions) ENTENTE_CHECK_OK(add_source(ledger, each, shown));
  return shown;
}

}  // namespace entente

// Which accounts a reviewer is to look at, and what there is to see of each.
#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include "base/text_index.h"
#include "entente/review.h"
#include "ledger/account_rows.h"
#include "ledger/hashing.h"
#include "ledger/load_accounts.h"
#include "ledger/question_days.h"
#include "ledger/question_filters.h"
#include "ledger/review_target.h"
#include "store/body.h"

namespace entente {
namespace {

Error usage(const std::string& message) { return {ErrorCode::kUsage, message, ""}; }

struct Found {
  std::size_t kind = 0;
  std::uint64_t id = 0;
  [[nodiscard]] std::string account() const { return id_text(account_prefix(kind), static_cast<std::int64_t>(id)); }
};

Result<std::vector<std::size_t>> kinds_of(const ReviewQuery& query) {
  std::vector<std::size_t> kinds;
  for (std::size_t kind = 0; kind < kDisputeKind; ++kind) {
    const bool asked = std::find(query.kinds.begin(), query.kinds.end(), kind_name(kind)) != query.kinds.end();
    if (asked || query.kinds.empty()) kinds.push_back(kind);
  }
  for (const std::string& kind : query.kinds) {
    if (correctable_fields(kind).empty()) {
      return usage("kind \"" + kind + "\": expected event, statement, agreement, relation");
    }
  }
  return kinds;
}

Status check_words(const ReviewQuery& query) {
  for (const std::vector<std::string>* const words : {&query.types, &query.parties}) {
    for (const std::string& word : *words) {
      if (valid_utf8_prefix(word) != word.size()) return usage("expected types and parties in UTF-8");
    }
  }
  return Unit{};
}

void add_parties(SqlFilter& filter, std::size_t kind, const std::vector<std::string>& parties) {
  switch (kind) {
    case kEventKind: filter.any_of("e.key IN (SELECT event FROM party WHERE code", parties, ")"); break;
    case kStatementKind: filter.any_of("e.speaker", parties); break;
    case kAgreementKind:
      filter.any_of("e.key IN (SELECT agreement FROM agreement_party WHERE code", parties, ")");
      break;
    default: filter.either_of("e.a", "e.b", parties);
  }
}

// On the table `e` of a kind's accounts.
Result<SqlFilter> filter_of(const ReviewQuery& query, std::size_t kind) {
  SqlFilter filter;
  filter.add(query.reviewed_too ? "(e.layer IN (0, 1) OR e.verdict = 3)" : "e.verdict = 0");
  filter.any_of(std::string("e.") + type_column(kind), query.types);
  add_parties(filter, kind, query.parties);
  ENTENTE_TRY(const DayRange range, day_range(query.since, query.until));
  if (!range.all && has_own_days(kind)) add_span(filter, "e.day", "e.last_day", range);
  if (!range.all && !has_own_days(kind)) add_days(filter, "e.day", range);
  if (query.max_confidence < 1) {
    filter.add("e.confidence <= ?",
               {static_cast<std::int64_t>(std::floor(std::max(query.max_confidence, 0.0) * 1000 + 1e-6))});
  }
  return filter;
}

// Newest first, then by id; a `limit` of 0 is none.
Status find(Database& database, const ReviewQuery& query, std::size_t kind, std::int64_t limit,
            std::vector<Found>& found) {
  ENTENTE_TRY(const SqlFilter filter, filter_of(query, kind));
  Values values = filter.values();
  if (limit > 0) values.emplace_back(limit);
  return database.run(std::string("SELECT f.id FROM ") + kind_name(kind) + " e JOIN record f ON f.key = abs(e.key)" +
                          filter.where() + " ORDER BY e.day DESC, f.id < 0, f.id" + (limit > 0 ? " LIMIT ?" : ""),
                      values, [&](const Row& row) {
                        found.push_back({kind, static_cast<std::uint64_t>(row.integer(0))});
                      });
}

// The order is that of what the ids hash to: chosen by nobody, and the same for everybody.
void keep_sample(std::vector<Found>& found, std::int64_t count) {
  if (count <= 0 || found.size() <= static_cast<std::size_t>(count)) return;
  using Drawn = std::tuple<std::uint64_t, std::string>;
  std::vector<Drawn> drawn;
  for (const Found& each : found) {
    std::string id = each.account();
    const std::uint64_t hash = mix64(hash64(id));
    drawn.emplace_back(hash, std::move(id));
  }
  std::nth_element(drawn.begin(), drawn.begin() + count, drawn.end());
  std::set<std::string> kept;
  for (auto each = drawn.begin(); each != drawn.begin() + count; ++each) kept.insert(std::move(std::get<1>(*each)));
  std::erase_if(found, [&](const Found& each) { return !kept.contains(each.account()); });
}

// A rejected account holds as coded alone, under its negative key.
Result<LoadedAccount> load_account(Ledger::Impl& ledger, const ReviewTarget& target, const std::string& id) {
  for (const std::int64_t key : {target.founder, -target.founder}) {
    ENTENTE_TRY(std::vector<LoadedAccount> found, load_accounts(ledger, target.kind, {key}, {}));
    if (!found.empty()) return std::move(found.front());
  }
  return Error{ErrorCode::kBadLedger, "the ledger is damaged: an account without its row", id};
}

}  // namespace

Result<std::vector<std::string>> accounts_to_review(Ledger& ledger, const ReviewQuery& query) {
  ENTENTE_TRY(const std::vector<std::size_t> kinds, kinds_of(query));
  ENTENTE_CHECK_OK(check_words(query));
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  const std::size_t most = query.limit > 0 ? static_cast<std::size_t>(query.limit) : SIZE_MAX;
  std::vector<std::string> ids;
  for (const std::string& id : query.ids) {
    ENTENTE_TRY(const ReviewTarget target, find_target(ledger.impl(), id));
    if (ids.size() < most) ids.push_back(target.account());
  }
  if (!query.ids.empty()) return ids;
  std::vector<Found> found;
  for (const std::size_t kind : kinds) {
    if (found.size() >= most && query.sample <= 0) break;
    // Of a sample the first are known once it is drawn.
    const std::int64_t limit = query.limit > 0 && query.sample <= 0 ? query.limit - std::ssize(found) : 0;
    ENTENTE_CHECK_OK(find(ledger.impl().database(), query, kind, limit, found));
  }
  keep_sample(found, query.sample);
  if (found.size() > most) found.resize(most);
  for (const Found& each : found) ids.push_back(each.account());
  return ids;
}

Result<ReviewItem> review_item(Ledger& ledger, const std::string& id) {
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  Ledger::Impl& impl = ledger.impl();
  ENTENTE_TRY(const ReviewTarget target, find_target(impl, id));
  if (target.kind == kDisputeKind) return usage("\"" + id + "\" is a dispute: it is accepted or rejected by a CSV");
  ENTENTE_TRY(LoadedAccount account, load_account(impl, target, id));
  ReviewItem item;
  item.id = account.account.id;
  item.verdict = account.account.verdict;
  item.articles = account.account.articles, item.sources = account.account.sources;
  item.record = std::move(account.record);
  for (const LoadedMention& each : account.mentions) {
    if (each.mention.record != common_of(item.record).id) continue;
    item.mention = each.mention;
    ENTENTE_TRY(item.text, load_text(impl, each.article));
    break;
  }
  return item;
}

}  // namespace entente

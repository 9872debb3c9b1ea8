// Which accounts a reviewer is to look at, and what there is to see of each.
#include <algorithm>
#include <cmath>
#include <set>

#include "entente/review.h"
#include "ledger/hashing.h"
#include "ledger/load_accounts.h"
#include "ledger/review_target.h"
#include "store/body.h"

namespace entente {
namespace {

constexpr std::array<const char*, 4> kTypeColumns = {"type", "stance", "form", "type"};

Error usage(const std::string& message) { return {ErrorCode::kUsage, message, ""}; }

std::string places(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ", ?";
  return "(" + text + ")";
}

void append(Values& values, const std::vector<std::string>& words) {
  values.insert(values.end(), words.begin(), words.end());
}

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

Result<std::int64_t> day_of(const std::string& name, const std::string& day, std::int64_t none) {
  if (day.empty()) return none;
  const std::int32_t number = day_number(day);
  if (number == kNoDay) return usage(name + " \"" + day + "\": expected a day, as 2026-03-11");
  return std::int64_t{number};
}

// Conditions on the table `e` of a kind's accounts, with their values.
struct Conditions {
  std::string text;
  Values values;
};

void add_parties(Conditions& where, std::size_t kind, const std::vector<std::string>& parties) {
  if (parties.empty()) return;
  const std::string any = places(parties.size());
  switch (kind) {
    case 0: where.text += " AND e.key IN (SELECT event FROM party WHERE code IN " + any + ")"; break;
    case 1: where.text += " AND e.speaker IN " + any; break;
    case 2: where.text += " AND e.key IN (SELECT agreement FROM agreement_party WHERE code IN " + any + ")"; break;
    default: where.text += " AND (e.a IN " + any + " OR e.b IN " + any + ")"; append(where.values, parties);
  }
  append(where.values, parties);
}

Result<Conditions> conditions_of(const ReviewQuery& query, std::size_t kind) {
  Conditions where;
  where.text = query.reviewed_too ? "(e.layer IN (0, 1) OR e.verdict = 3)" : "e.verdict = 0";
  if (!query.types.empty()) {
    where.text += std::string(" AND e.") + kTypeColumns[kind] + " IN " + places(query.types.size());
    append(where.values, query.types);
  }
  add_parties(where, kind, query.parties);
  if (!query.since.empty() || !query.until.empty()) {
    ENTENTE_TRY(const std::int64_t since, day_of("since", query.since, kUnknownDay + 1));
    ENTENTE_TRY(const std::int64_t until, day_of("until", query.until, INT32_MAX));
    where.text += " AND e.day BETWEEN ? AND ?";
    where.values.emplace_back(since), where.values.emplace_back(until);
  }
  if (query.max_confidence < 1) {
    where.text += " AND e.confidence <= ?";
    where.values.emplace_back(static_cast<std::int64_t>(std::floor(std::max(query.max_confidence, 0.0) * 1000 + 1e-6)));
  }
  return where;
}

// The order is that of what the ids hash to: chosen by nobody, and the same for everybody.
void keep_sample(std::vector<std::string>& ids, std::int64_t count) {
  if (count <= 0 || ids.size() <= static_cast<std::size_t>(count)) return;
  std::vector<std::string> drawn = ids;
  const auto by_hash = [](const std::string& a, const std::string& b) {
    return std::pair(mix64(hash64(a)), a) < std::pair(mix64(hash64(b)), b);
  };
  std::nth_element(drawn.begin(), drawn.begin() + count, drawn.end(), by_hash);
  const std::set<std::string> kept(drawn.begin(), drawn.begin() + count);
  std::erase_if(ids, [&](const std::string& id) { return !kept.contains(id); });
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
  std::vector<std::string> ids;
  for (const std::string& id : query.ids) {
    ENTENTE_TRY(const ReviewTarget target, find_target(ledger.impl(), id));
    ids.push_back(target.account());
  }
  if (!query.ids.empty()) return ids;
  for (const std::size_t kind : kinds) {
    ENTENTE_TRY(const Conditions where, conditions_of(query, kind));
    ENTENTE_CHECK_OK(ledger.impl().database().run(
        std::string("SELECT f.id FROM ") + kind_name(kind) + " e JOIN record f ON f.key = abs(e.key) WHERE " +
            where.text + " ORDER BY e.day DESC, f.id",
        where.values, [&](const Row& row) { ids.push_back(id_text(account_prefix(kind), row.integer(0))); }));
  }
  keep_sample(ids, query.sample);
  return ids;
}

Result<ReviewItem> review_item(Ledger& ledger, const std::string& id) {
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

// Which accounts a reviewer is to look at, and what there is to see of each.
#include <algorithm>
#include <cmath>
#include <set>

#include "entente/review.h"
#include "ledger/corrections.h"
#include "ledger/hashing.h"
#include "ledger/members.h"
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

void append(Values& values, const std::vector<std::string>& words) { values.insert(values.end(), words.begin(), words.end()); }

Result<std::vector<std::size_t>> kinds_of(const ReviewQuery& query) {
  std::vector<std::size_t> kinds;
  for (std::size_t kind = 0; kind < kDisputes; ++kind) {
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
    default:
      where.text += " AND (e.a IN " + any + " OR e.b IN " + any + ")";
      append(where.values, parties);
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

Mention mention_of(const Row& row, const Record& record) {
  Mention mention;
  mention.record = common_of(record).id;
  mention.article = row.text(0);
  mention.version = static_cast<int>(row.integer(1));
  mention.published = row.optional_text(2);
  mention.publisher = row.optional_text(3);
  mention.url = row.optional_text(4);
  mention.title = row.optional_text(5);
  if (!common_of(record).evidence.empty()) {
    mention.sentence = common_of(record).evidence.front().sentence;
    mention.span = common_of(record).evidence.front().span;
  }
  return mention;
}

// The record of its fullest mention as it was coded, with its words, and the article that it stands in.
Status read_mention(Ledger::Impl& ledger, std::size_t kind, std::int64_t best, ReviewItem& item) {
  Status unpacked = Error{ErrorCode::kBadLedger, "the ledger is damaged: a record is missing", ledger.store->location()};
  ENTENTE_CHECK_OK(ledger.database().run(
      "SELECT a.id, a.version, a.published, a.publisher, a.url, a.title, a.text, r.id, r.body "
      "FROM record r JOIN article a ON a.key = r.article WHERE r.key = ?",
      {best}, [&](const Row& row) {
        item.text = row.optional_text(6);
        const std::string article(row.text(0)), body(row.bytes(8));
        Result<std::vector<Record>> records = ledger.store->packer().unpack(
            {{kind, row.integer(7), article, row.optional_text(2), body, item.text ? *item.text : std::string_view()}});
        if (!records) {
          unpacked = std::move(records).error();
          return;
        }
        item.record = std::move(records->front());
        item.mention = mention_of(row, item.record);
        unpacked = Unit{};
      }));
  return unpacked;
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
        std::string("SELECT f.id FROM ") + account_table(kind) + " e JOIN record f ON f.key = abs(e.key) WHERE " +
            where.text + " ORDER BY e.day DESC, f.id",
        where.values, [&](const Row& row) { ids.push_back(id_text(account_prefix(kind), row.integer(0))); }));
  }
  keep_sample(ids, query.sample);
  return ids;
}

Result<ReviewItem> review_item(Ledger& ledger, const std::string& id) {
  Ledger::Impl& impl = ledger.impl();
  ENTENTE_TRY(const ReviewTarget target, find_target(impl, id));
  if (target.kind == kDisputes) return usage("\"" + id + "\" is a dispute: it is accepted or rejected by a CSV");
  ReviewItem item;
  item.id = target.account();
  std::int64_t best = 0;
  ENTENTE_CHECK_OK(impl.database().run(
      std::string("SELECT best, verdict, articles, sources FROM ") + account_table(target.kind) + " WHERE key IN (?, ?)",
      {target.founder, -target.founder}, [&](const Row& row) {
        best = row.integer(0);
        item.verdict = static_cast<Verdict>(row.integer(1));
        item.articles = static_cast<int>(row.integer(2)), item.sources = static_cast<int>(row.integer(3));
      }));
  ENTENTE_CHECK_OK(read_mention(impl, target.kind, best, item));
  ENTENTE_TRY(const SaidOf said, review_of_account(impl, target.kind, target.founder));
  if (said.verdict == Verdict::kCorrected) ENTENTE_CHECK_OK(correct(item.record, said));
  return item;
}

}  // namespace entente

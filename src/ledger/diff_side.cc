#include "ledger/diff_side.h"

#include <algorithm>

#include "ledger/load_accounts.h"
#include "ledger/members.h"
#include "store/body.h"

namespace entente {
namespace {

constexpr std::int64_t kPage = 500;  // articles

}  // namespace

Status DiffSide::read_page() {
  Database& database = ledger_.database();
  const std::string after = started_ ? "AND id > ? " : "";
  Values values;
  if (started_) values.emplace_back(last_);
  values.emplace_back(kPage);
  ENTENTE_CHECK_OK(
      database.run("SELECT key, id, hash, stamp, first_record, last_record FROM article WHERE current = 1 " + after +
                       "ORDER BY id LIMIT ?",
                   values, [&](const Row& row) {
                     page_.push_back({row.integer(0), std::string(row.text(1)), std::string(row.bytes(2)),
                                      row.integer(3), row.integer(4), row.integer(5)});
                   }));
  started_ = true;
  ended_ = page_.size() < static_cast<std::size_t>(kPage);
  if (!page_.empty()) last_ = page_.back().id;
  return Unit{};
}

Result<const DiffArticle*> DiffSide::article() {
  if (page_.empty() && !ended_) ENTENTE_CHECK_OK(read_page());
  return page_.empty() ? nullptr : &page_.front();
}

Result<DiffRecords> DiffSide::records_of(const DiffArticle& article) {
  DiffRecords found;
  std::string bodies;
  ENTENTE_CHECK_OK(ledger_.database().run("SELECT bodies FROM article WHERE key = ?", {article.key},
                                          [&](const Row& row) { bodies = row.bytes(0); }));
  std::vector<PackedRecord> packed;
  ENTENTE_CHECK_OK(ledger_.database().run(
      "SELECT r.key, r.kind, r.id, r.account, f.id FROM record r LEFT JOIN record f ON f.key = r.account "
      "WHERE r.key BETWEEN ? AND ? ORDER BY r.key",
      {article.first_record, article.last_record}, [&](const Row& row) {
        packed.push_back({static_cast<std::size_t>(row.integer(1)),
                          row.integer(2),
                          "-",
                          std::nullopt,
                          bodies,
                          static_cast<std::size_t>(row.integer(0) - article.first_record),
                          {}});
        found.numbers.push_back(row.integer(2));
        found.accounts.push_back(row.is_null(3) ? 0 : row.integer(3));
        found.founders.push_back(row.is_null(4) ? 0 : row.integer(4));
      }));
  ENTENTE_TRY(found.records, ledger_.store->unpack(packed));
  return found;
}

Result<std::optional<Record>> DiffSide::record(std::size_t kind, std::int64_t number) {
  ENTENTE_TRY(
      const std::optional<std::int64_t> key,
      ledger_.database().find_integer("SELECT min(key) FROM record WHERE id = ? AND kind = ? AND account IS NOT NULL",
                                      {number, static_cast<std::int64_t>(kind)}));
  if (!key) return std::optional<Record>();
  ENTENTE_TRY(std::vector<Record> records, records_at(ledger_, {*key}));
  return std::optional<Record>(std::move(records.front()));
}

Result<std::vector<std::int64_t>> DiffSide::members(std::int64_t account) {
  std::vector<std::int64_t> numbers;
  ENTENTE_CHECK_OK(
      ledger_.database().run("SELECT id FROM record WHERE key = ? AND account = key UNION ALL "
                             "SELECT id FROM record WHERE account = ? AND account <> key",
                             {account, account}, [&](const Row& row) { numbers.push_back(row.integer(0)); }));
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Result<std::optional<std::string>> DiffSide::text(const DiffArticle& article) {
  std::optional<std::string> text;
  ENTENTE_CHECK_OK(ledger_.database().run("SELECT text FROM article WHERE key = ?", {article.key},
                                          [&](const Row& row) { text = row.optional_text(0); }));
  return text;
}

Result<EngineStamp> DiffSide::stamp(std::int64_t key) {
  if (!stamps_.contains(key)) {
    ENTENTE_TRY(stamps_[key], load_stamp(ledger_, key));
  }
  return stamps_[key];
}

Result<std::vector<EngineStamp>> DiffSide::stamps() {
  std::vector<std::int64_t> keys;
  ENTENTE_CHECK_OK(ledger_.database().run(
      "SELECT s.key FROM stamp s WHERE EXISTS (SELECT 1 FROM article a WHERE a.stamp = s.key AND a.current = 1) "
      "ORDER BY s.key",
      {}, [&](const Row& row) { keys.push_back(row.integer(0)); }));
  std::vector<EngineStamp> found;
  for (const std::int64_t key : keys) {
    ENTENTE_TRY(found.emplace_back(), stamp(key));
  }
  return found;
}

Result<std::map<std::pair<std::size_t, std::int64_t>, std::map<std::string, std::string>>> DiffSide::reviews() {
  std::map<std::pair<std::size_t, std::int64_t>, std::map<std::string, std::string>> said;
  ENTENTE_CHECK_OK(ledger_.database().run(
      "SELECT kind, record, verdict, field, value FROM review ORDER BY key", {}, [&](const Row& row) {
        std::map<std::string, std::string>& of = said[{static_cast<std::size_t>(row.integer(0)), row.integer(1)}];
        const auto verdict = static_cast<Verdict>(row.integer(2));
        if (verdict != Verdict::kCorrected) of.clear();
        of["verdict"] = verdict_name(verdict);
        if (!row.text(3).empty()) of[std::string(row.text(3))] = row.optional_text(4).value_or("-");
      }));
  return said;
}

Result<std::string> DiffSide::article_of(std::size_t kind, std::int64_t number) {
  std::string id;
  ENTENTE_CHECK_OK(ledger_.database().run(
      "SELECT a.id FROM record r JOIN article a ON a.key = r.article WHERE r.id = ? AND r.kind = ? "
      "ORDER BY a.current DESC, a.version DESC LIMIT 1",
      {number, static_cast<std::int64_t>(kind)}, [&](const Row& row) { id = row.text(0); }));
  return id;
}

}  // namespace entente

// Full text: articles, and what statements and provisions say.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/text_index.h"
#include "entente/questions.h"
#include "ledger/load_accounts.h"
#include "ledger/search_words.h"

namespace entente {
namespace {

constexpr std::int64_t kMostHits = 1'000'000'000;  // nobody asks for more; numbers of records stay in range
constexpr std::int64_t kFirstRecords = 64;         // that are read at once
constexpr std::int64_t kMoreRecords = 4;           // times as many, where they tell too few accounts

// Marks around matches, which no text holds.
constexpr const char* kSqliteMarks = "char(2), char(3), '…', 24";
constexpr const char* kPostgresMarks =
    "'StartSel=' || chr(2) || ', StopSel=' || chr(3) || ', MaxWords=24, MinWords=12, MaxFragments=1'";

std::string articles_sql(Dialect dialect) {
  if (dialect == Dialect::kSqlite) {
    return std::string("SELECT a.id, a.published, a.publisher, a.title, snippet(article_words, 1, ") + kSqliteMarks +
           ") FROM article_words JOIN article a ON a.key = article_words.rowid "
           "WHERE article_words MATCH ? AND a.current = 1 ORDER BY rank, a.id LIMIT ?";
  }
  return std::string(
             "SELECT a.id, a.published, a.publisher, a.title, ts_headline('english_words', coalesce(a.text, a.title), "
             "q, ") +
         kPostgresMarks +
         ") FROM article a, websearch_to_tsquery('english_words', ?) q WHERE a.words_found @@ q AND a.current = 1 "
         "ORDER BY ts_rank(a.words_found, q) DESC, a.id LIMIT ?";
}

// Records and their accounts, the best first; of equals by id, which is the same whatever came first.
std::string records_sql(Dialect dialect) {
  if (dialect == Dialect::kSqlite) {
    return "SELECT r.key, r.account FROM record_words JOIN record r ON r.key = record_words.rowid "
           "WHERE record_words MATCH ? ORDER BY rank, r.id, r.key LIMIT ?";
  }
  return "SELECT r.key, r.account FROM record_words w JOIN record r ON r.key = w.record, "
         "websearch_to_tsquery('english_words', ?) q WHERE w.words @@ q "
         "ORDER BY ts_rank(w.words, q) DESC, r.id, r.key LIMIT ?";
}

// What the search of a record's words was made of.
std::string words_of(const Record& record) {
  if (const auto* statement = std::get_if<Statement>(&record)) return statement->content.text;
  std::string words;
  if (const auto* agreement = std::get_if<Agreement>(&record)) {
    for (const Provision& provision : agreement->provisions) words += provision.quote.text + "\n";
  }
  return words;
}

// Of a text that is not in a table of its own: in one that is made for it, or by a function.
Status add_snippets(Database& database, const std::string& query, const std::vector<std::string>& texts,
                    std::vector<SearchHit>& hits) {
  const bool sqlite = database.dialect() == Dialect::kSqlite;
  if (sqlite) {
    ENTENTE_CHECK_OK(database.run_script(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.found_words USING fts5(words, tokenize = 'porter unicode61 "
        "remove_diacritics 2'); DELETE FROM temp.found_words"));
  }
  const std::string sql =
      sqlite ? std::string("SELECT snippet(found_words, 0, ") + kSqliteMarks +
                   ") FROM temp.found_words WHERE found_words MATCH ? AND rowid = ?"
             : std::string("SELECT ts_headline('english_words', ?, websearch_to_tsquery('english_words', ?), ") +
                   kPostgresMarks + ")";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto at = static_cast<std::int64_t>(i) + 1;
    if (sqlite)
      ENTENTE_CHECK_OK(database.run("INSERT INTO temp.found_words (rowid, words) VALUES (?, ?)", {at, texts[i]}));
    const Values values = sqlite ? Values{query, at} : Values{texts[i], query};
    ENTENTE_CHECK_OK(database.run(sql, values, [&](const Row& row) { hits[i].snippet = row.text(0); }));
  }
  return Unit{};
}

Result<std::vector<SearchHit>> find_articles(Database& database, const std::string& query, std::int64_t limit) {
  std::vector<SearchHit> hits;
  ENTENTE_CHECK_OK(database.run(articles_sql(database.dialect()), {query, limit}, [&](const Row& row) {
    const std::string id(row.text(0));
    hits.push_back({"article", id, id, row.optional_text(1), row.optional_text(2), row.optional_text(3),
                    std::string(row.text(4))});
  }));
  return hits;
}

struct FoundRecord {
  std::int64_t key = 0, account = 0;  // account 0: of a version that no longer counts, or not joined yet
};

// The id of an account that nobody rejected.
Result<std::optional<std::int64_t>> standing_id(Database& database, std::int64_t account) {
  return database.find_integer(
      "SELECT f.id FROM record f WHERE f.key = ? AND (EXISTS (SELECT 1 FROM statement s WHERE s.key = f.key) OR "
      "EXISTS (SELECT 1 FROM agreement g WHERE g.key = f.key))",
      {account});
}

class RecordSearch {
 public:
  RecordSearch(Ledger& ledger, const std::string& query, std::int64_t limit)
      : ledger_(ledger), database_(ledger.impl().database()), query_(query), limit_(limit) {}

  Result<std::vector<SearchHit>> run() {
    // Many records may tell one account: more and more of them are read, until there are accounts enough.
    for (std::int64_t many = std::max(2 * limit_, kFirstRecords);; many *= kMoreRecords) {
      ENTENTE_TRY(const std::vector<FoundRecord> found, find(many));
      ENTENTE_CHECK_OK(take(found));
      if (std::ssize(kept_) == limit_ || std::ssize(found) < many) break;
    }
    return hits();
  }

 private:
  Result<std::vector<FoundRecord>> find(std::int64_t many) {
    std::vector<FoundRecord> found;
    ENTENTE_CHECK_OK(database_.run(records_sql(database_.dialect()), {query_, many}, [&](const Row& row) {
      found.push_back({row.integer(0), row.is_null(1) ? 0 : row.integer(1)});
    }));
    return found;
  }

  Status take(const std::vector<FoundRecord>& found) {
    for (; taken_ < found.size() && std::ssize(kept_) < limit_; ++taken_) {
      const FoundRecord& record = found[taken_];
      if (record.account == 0 || !seen_.insert(record.account).second) continue;
      ENTENTE_TRY(const std::optional<std::int64_t> id, standing_id(database_, record.account));
      if (!id) continue;
      kept_.push_back(record.key);
      ids_.emplace(record.key, *id);
    }
    return Unit{};
  }

  Result<std::vector<SearchHit>> hits() {
    ENTENTE_TRY(const std::vector<LoadedMention> loaded, load_records(ledger_.impl(), kept_));
    std::unordered_map<std::int64_t, const LoadedMention*> by_key;
    for (const LoadedMention& each : loaded) by_key.emplace(each.key, &each);
    std::vector<SearchHit> hits;
    std::vector<std::string> texts;
    for (const std::int64_t key : kept_) {
      const auto found = by_key.find(key);
      if (found == by_key.end()) continue;
      const Mention& mention = found->second->mention;
      const std::size_t kind = found->second->record.index();
      hits.push_back({kind_name(kind), id_text(account_prefix(kind), ids_[key]), mention.article, mention.published,
                      mention.publisher, mention.title, ""});
      texts.push_back(words_of(found->second->record));
    }
    ENTENTE_CHECK_OK(add_snippets(database_, query_, texts, hits));
    return hits;
  }

  Ledger& ledger_;
  Database& database_;
  const std::string& query_;
  std::int64_t limit_;
  std::size_t taken_ = 0;                               // of what was found
  std::set<std::int64_t> seen_;                         // accounts
  std::vector<std::int64_t> kept_;                      // records, one an account
  std::unordered_map<std::int64_t, std::int64_t> ids_;  // of their accounts
};

}  // namespace

Result<std::vector<SearchHit>> search(Ledger& ledger, const std::string& words, std::int64_t limit) {
  if (valid_utf8_prefix(words) != words.size()) return Error{ErrorCode::kUsage, "the words are not UTF-8", ""};
  const std::string query = search_query(words);
  limit = std::min(limit, kMostHits);
  if (query.empty() || limit < 1) return Error{ErrorCode::kUsage, "nothing to search for", ""};
  if (!ledger.keeps_text()) {
    return Error{ErrorCode::kUnavailable, "the ledger was made without text (--no-text): there is nothing to search in",
                 ledger.impl().store->location()};
  }
  ENTENTE_TRY(const std::vector<SearchHit> records, RecordSearch(ledger, query, limit).run());
  ENTENTE_TRY(const std::vector<SearchHit> articles, find_articles(ledger.impl().database(), query, limit));
  // Ranks of two indexes are not of one scale: the best of each by turns.
  std::vector<SearchHit> hits;
  for (std::size_t i = 0; i < std::max(records.size(), articles.size()); ++i) {
    if (i < records.size()) hits.push_back(records[i]);
    if (i < articles.size()) hits.push_back(articles[i]);
  }
  if (std::ssize(hits) > limit) hits.resize(static_cast<std::size_t>(limit));
  return hits;
}

}  // namespace entente

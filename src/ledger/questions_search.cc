// Full text: articles, and what statements and provisions say.
#include <algorithm>
#include <set>
#include <utility>

#include "entente/questions.h"
#include "ledger/load_accounts.h"
#include "ledger/search_words.h"

namespace entente {
namespace {

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

std::string records_sql(Dialect dialect) {
  if (dialect == Dialect::kSqlite) {
    return "SELECT rowid FROM record_words WHERE record_words MATCH ? ORDER BY rank, rowid LIMIT ?";
  }
  return "SELECT w.record FROM record_words w, websearch_to_tsquery('english_words', ?) q WHERE w.words @@ q "
         "ORDER BY ts_rank(w.words, q) DESC, w.record LIMIT ?";
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

Result<std::vector<SearchHit>> find_records(Ledger& ledger, const std::string& query, std::int64_t limit) {
  Database& database = ledger.impl().database();
  std::vector<std::int64_t> keys;
  // Some may be of versions that no longer count, or tell what another tells.
  ENTENTE_CHECK_OK(database.run(records_sql(database.dialect()), {query, limit * 2},
                                [&](const Row& row) { keys.push_back(row.integer(0)); }));
  ENTENTE_TRY(std::vector<LoadedMention> found, load_records(ledger.impl(), keys));
  std::sort(found.begin(), found.end(), [&](const LoadedMention& a, const LoadedMention& b) {
    return std::find(keys.begin(), keys.end(), a.key) < std::find(keys.begin(), keys.end(), b.key);
  });
  std::vector<SearchHit> hits;
  std::vector<std::string> texts;
  std::set<std::int64_t> seen;
  for (const LoadedMention& each : found) {
    if (each.account == 0 || !seen.insert(each.account).second || std::ssize(hits) == limit) continue;
    ENTENTE_TRY(const std::optional<std::int64_t> founder,
                database.find_integer("SELECT id FROM record WHERE key = ?", {each.account}));
    const std::size_t kind = each.record.index();
    const Mention& mention = each.mention;
    hits.push_back({kind_name(kind), id_text(account_prefix(kind), founder.value_or(0)), mention.article,
                    mention.published, mention.publisher, mention.title, ""});
    texts.push_back(words_of(each.record));
  }
  ENTENTE_CHECK_OK(add_snippets(database, query, texts, hits));
  return hits;
}

}  // namespace

Result<std::vector<SearchHit>> search(Ledger& ledger, const std::string& words, std::int64_t limit) {
  const std::string query = search_query(words);
  if (query.empty() || limit < 1) return Error{ErrorCode::kUsage, "nothing to search for", ""};
  if (!ledger.keeps_text()) {
    return Error{ErrorCode::kUnavailable, "the ledger was made without text (--no-text): there is nothing to search in",
                 ledger.impl().store->location()};
  }
  ENTENTE_TRY(const std::vector<SearchHit> records, find_records(ledger, query, limit));
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

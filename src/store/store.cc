#include "store/store.h"

#include <algorithm>
#include <utility>

#include "store/migrations.h"

namespace entente {
namespace {

Value number_value(const std::optional<std::int64_t>& number) { return number ? Value(*number) : Value(nullptr); }

Result<std::optional<std::string>> setting(Database& database, const std::string& name) {
  std::optional<std::string> value;
  ENTENTE_CHECK_OK(database.run("SELECT value FROM meta WHERE name = ?", {name},
                                [&](const Row& row) { value = std::string(row.bytes(0)); }));
  return value;
}

Status set_if_new(Database& database, const std::string& name, std::string_view value) {
  return database.run("INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                      {name, Bytes{std::string(value)}});
}

std::optional<std::int64_t> earlier(std::optional<std::int64_t> a, std::optional<std::int64_t> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

std::string text_of(const std::map<std::string, std::string>& conventions) {
  std::string text;
  for (const auto& [what, convention] : conventions) text.append(what).append("=").append(convention).append(";");
  return text;
}

// The records of an article have keys that follow one another: a writer is alone while it adds one.
constexpr const char* kDirtyOfArticle =
    "INSERT INTO dirty (kind, block, day) SELECT DISTINCT r.kind, r.block, r.day FROM article a "
    "JOIN record r ON r.key BETWEEN a.first_record AND a.last_record WHERE a.key = ? ON CONFLICT DO NOTHING";
constexpr const char* kDirtyOfGroup =
    "INSERT INTO dirty (kind, block, day) SELECT DISTINCT r.kind, r.block, r.day FROM article a "
    "JOIN record r ON r.key BETWEEN a.first_record AND a.last_record WHERE a.copy_group = ? ON CONFLICT DO NOTHING";
constexpr const char* kMoveGroup =
    "UPDATE record SET day = ? WHERE dated = 0 AND key IN (SELECT r.key FROM article a "
    "JOIN record r ON r.key BETWEEN a.first_record AND a.last_record WHERE a.copy_group = ?)";

// A group of near-copies comes to be `to`, of that first day: its undated records move there.
Status move_group(Database& database, std::int64_t group, std::int64_t to, const std::optional<std::int64_t>& day) {
  ENTENTE_CHECK_OK(database.run(kDirtyOfGroup, {group}));
  ENTENTE_CHECK_OK(database.run(kMoveGroup, {day.value_or(kUnknownDay), group}));
  ENTENTE_CHECK_OK(database.run(kDirtyOfGroup, {group}));
  return database.run("UPDATE article SET copy_group = ?, copy_day = ? WHERE copy_group = ?",
                      {to, number_value(day), group});
}

}  // namespace

Store::Store(std::unique_ptr<Database> database, std::string location)
    : database_(std::move(database)), location_(std::move(location)) {}

Result<std::unique_ptr<Store>> Store::open(const std::string& location, Access access, bool keep_text,
                                           std::string_view dictionary) {
  ENTENTE_TRY(std::unique_ptr<Database> database, open_database(location, access));
  std::unique_ptr<Store> store(new Store(std::move(database), shown_location(location)));
  Database& tables = *store->database_;
  if (access == Access::kCreate) {
    ENTENTE_CHECK_OK(migrate(tables, store->location_));
    // Of the writer that comes first; the others take what it has set.
    ENTENTE_TRY(Transaction transaction, Transaction::begin(tables));
    ENTENTE_CHECK_OK(set_if_new(tables, "dictionary", dictionary));
    ENTENTE_CHECK_OK(set_if_new(tables, "text", keep_text ? "kept" : "left out"));
    ENTENTE_CHECK_OK(transaction.commit());
  }
  ENTENTE_TRY(const std::int64_t version, ledger_version(tables, store->location_));
  if (version < newest_version()) {
    if (version == 0) return Error{ErrorCode::kBadLedger, "holds no ledger", store->location_};
    if (access == Access::kRead) {
      return Error{ErrorCode::kBadLedger, "a ledger of an older version; `entente ingest` brings it up to date",
                   store->location_};
    }
    ENTENTE_CHECK_OK(migrate(tables, store->location_));
  }
  ENTENTE_CHECK_OK(store->load_settings());
  return store;
}

Status Store::load_settings() {
  ENTENTE_TRY(const std::optional<std::string> dictionary, setting(*database_, "dictionary"));
  ENTENTE_TRY(const std::optional<std::string> text, setting(*database_, "text"));
  if (!dictionary || !text) return Error{ErrorCode::kBadLedger, "the ledger is not whole", location_};
  packer_ = std::make_unique<Packer>(*dictionary);
  keeps_text_ = *text == "kept";
  return Unit{};
}

Result<std::vector<Record>> Store::unpack(const std::vector<PackedRecord>& records) const {
  Result<std::vector<Record>> unpacked = packer_->unpack(records);
  if (unpacked) return unpacked;
  Error error = std::move(unpacked).error();
  error.place = error.place.empty() ? location_ : location_ + ": " + error.place;
  return error;
}

Result<bool> Store::knows(const std::string& id, const std::string& hash) {
  ENTENTE_TRY(const std::optional<std::int64_t> found,
              database_->find_integer("SELECT 1 FROM article WHERE id = ? AND hash = ?", {id, Bytes{hash}}));
  return found.has_value();
}

Result<std::int64_t> Store::stamp_key(const EngineStamp& stamp) {
  const std::string conventions = text_of(stamp.conventions);
  const Values values = {stamp.version, stamp.model, stamp.knowledge, conventions};
  ENTENTE_CHECK_OK(database_->run(
      "INSERT INTO stamp (version, model, knowledge, conventions) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", values));
  ENTENTE_TRY(
      const std::optional<std::int64_t> key,
      database_->find_integer(
          "SELECT key FROM stamp WHERE version = ? AND model = ? AND knowledge = ? AND conventions = ?", values));
  return *key;
}

// The group of near-copies that the article comes into, and its first day. Where its bands join groups, or it is older
// than all of them, they become one, and their undated records move to the new first day.
Status Store::join_copies(const PutArticle& article, std::int64_t& copy_group, std::optional<std::int64_t>& copy_day) {
  copy_group = article.copy_group;
  copy_day = article.day;
  std::map<std::int64_t, std::optional<std::int64_t>> groups;  // their days
  for (const std::int64_t band : article.bands) {
    ENTENTE_CHECK_OK(database_->run(
        "SELECT a.copy_group, a.copy_day FROM copy_band b JOIN article a ON a.key = b.article WHERE b.band = ?", {band},
        [&](const Row& row) {
          groups[row.integer(0)] = row.is_null(1) ? std::nullopt : std::optional(row.integer(1));
        }));
  }
  if (groups.empty()) return Unit{};
  copy_group = groups.begin()->first;
  for (const auto& [group, day] : groups) copy_day = earlier(copy_day, day);
  for (const auto& [group, day] : groups) {
    if (group == copy_group && day == copy_day) continue;  // it comes into a group as it stands
    ENTENTE_CHECK_OK(move_group(*database_, group, copy_group, copy_day));
  }
  return Unit{};
}

// The old version of an article no longer counts, nor does the day on which it was published.
Status Store::retire(std::int64_t article) {
  ENTENTE_CHECK_OK(database_->run(kDirtyOfArticle, {article}));
  ENTENTE_CHECK_OK(database_->run("UPDATE article SET current = 0 WHERE key = ?", {article}));
  ENTENTE_TRY(const std::optional<std::int64_t> group,
              database_->find_integer("SELECT copy_group FROM article WHERE key = ?", {article}));
  if (!group) return Unit{};
  ENTENTE_TRY(const std::optional<std::int64_t> before,
              database_->find_integer("SELECT copy_day FROM article WHERE key = ?", {article}));
  ENTENTE_TRY(const std::optional<std::int64_t> first,
              database_->find_integer("SELECT min(day) FROM article WHERE copy_group = ? AND current = 1", {*group}));
  return first == before ? Status(Unit{}) : move_group(*database_, *group, *group, first);
}

Result<std::int64_t> Store::put_record(const PutRecord& record, std::int64_t article,
                                       const std::optional<std::int64_t>& copy_day) {
  const std::int64_t day = record.dated ? record.day : copy_day.value_or(kUnknownDay);
  const auto kind = static_cast<std::int64_t>(record.kind);
  ENTENTE_TRY(const std::optional<std::int64_t> key,
              database_->find_integer("INSERT INTO record (article, id, kind, block, day, dated, wording) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING key",
                                      {article, record.id, kind, record.block, day, std::int64_t{record.dated},
                                       record.wording.empty() ? Value(nullptr) : Value(Bytes{record.wording})}));
  ENTENTE_CHECK_OK(database_->run("INSERT INTO dirty (kind, block, day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                                  {kind, record.block, day}));
  if (record.words.empty() || !keeps_text_) return *key;
  ENTENTE_CHECK_OK(
      database_->run(database_->dialect() == Dialect::kSqlite
                         ? "INSERT INTO record_words (rowid, words) VALUES (?, ?)"
                         : "INSERT INTO record_words (record, words) VALUES (?, to_tsvector('english_words', ?))",
                     {*key, record.words}));
  return *key;
}

Status Store::index_words(const PutArticle& article, std::int64_t key) {
  if (!keeps_text_) return Unit{};
  const std::string title = article.title.value_or("");
  const std::string text = article.text.value_or("");
  if (database_->dialect() == Dialect::kSqlite) {
    return database_->run("INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)", {key, title, text});
  }
  return database_->run(
      "UPDATE article SET words_found = setweight(to_tsvector('english_words', ?), 'A') || "
      "to_tsvector('english_words', ?) "
      "WHERE key = ?",
      {title, text, key});
}

Result<std::vector<Put>> Store::put(const std::vector<const PutArticle*>& articles, const EngineStamp& stamp) {
  std::vector<Put> done;
  ENTENTE_TRY(Transaction transaction, Transaction::begin(*database_));
  ENTENTE_TRY(const std::int64_t stamped, stamp_key(stamp));
  for (const PutArticle* const article : articles) {
    ENTENTE_TRY(const Put put, put_one(*article, stamped));
    done.push_back(put);
  }
  ENTENTE_CHECK_OK(transaction.commit());
  return done;
}

Result<Put> Store::put_one(const PutArticle& article, std::int64_t stamp) {
  ENTENTE_TRY(const bool known, knows(article.id, article.hash));
  if (known) return Put::kKnown;
  std::optional<std::int64_t> current;
  std::int64_t versions = 0;
  ENTENTE_CHECK_OK(
      database_->run("SELECT key, current, version FROM article WHERE id = ?", {article.id}, [&](const Row& row) {
        versions = std::max(versions, row.integer(2));
        if (row.integer(1) != 0) current = row.integer(0);
      }));
  if (current) ENTENTE_CHECK_OK(retire(*current));
  std::int64_t copy_group = 0;
  std::optional<std::int64_t> copy_day;
  ENTENTE_CHECK_OK(join_copies(article, copy_group, copy_day));
  ENTENTE_TRY(
      const std::optional<std::int64_t> key,
      database_->find_integer(
          "INSERT INTO article (id, version, current, hash, stamp, published, day, publisher, url, language, "
          "words, copy_group, copy_day, first_record, last_record, bodies, title, text) "
          "VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, -1, ?, ?, ?) RETURNING key",
          {article.id, versions + 1, Bytes{article.hash}, stamp, value_of(article.published), number_value(article.day),
           value_of(article.publisher), value_of(article.url), value_of(article.language), article.words, copy_group,
           number_value(copy_day), Bytes{article.bodies}, keeps_text_ ? value_of(article.title) : Value(nullptr),
           keeps_text_ ? value_of(article.text) : Value(nullptr)}));
  for (const std::int64_t band : article.bands) {
    ENTENTE_CHECK_OK(
        database_->run("INSERT INTO copy_band (band, article) VALUES (?, ?) ON CONFLICT DO NOTHING", {band, *key}));
  }
  std::optional<std::int64_t> first;
  std::int64_t last = -1;
  for (const PutRecord& record : article.records) {
    ENTENTE_TRY(last, put_record(record, *key, copy_day));
    if (!first) first = last;
  }
  if (first) {
    ENTENTE_CHECK_OK(
        database_->run("UPDATE article SET first_record = ?, last_record = ? WHERE key = ?", {*first, last, *key}));
  }
  ENTENTE_CHECK_OK(index_words(article, *key));
  ENTENTE_CHECK_OK(database_->run("DELETE FROM failure WHERE source = ?", {article.source}));
  return versions == 0 ? Put::kAdded : Put::kNewVersion;
}

Status Store::put_failure(const Error& error, std::int64_t now_s) {
  ENTENTE_TRY(Transaction transaction, Transaction::begin(*database_));
  ENTENTE_CHECK_OK(
      database_->run("INSERT INTO failure (source, code, message, place, seen) VALUES (?, ?, ?, ?, ?) "
                     "ON CONFLICT (source, code, message) DO UPDATE SET seen = excluded.seen",
                     {error.place, std::string(error_code_name(error.code)), error.message, error.place, now_s}));
  return transaction.commit();
}

}  // namespace entente

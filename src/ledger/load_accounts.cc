#include "ledger/load_accounts.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "ledger/corrections.h"
#include "ledger/hashing.h"
#include "ledger/sql_filter.h"

namespace entente {
namespace {

struct ReadMention {
  LoadedMention loaded;
  std::size_t kind = 0;
  std::string bodies;  // of all records of its article
  std::size_t position = 0;
};

constexpr const char* kMentions =
    "SELECT r.account, r.key, r.id, r.kind, r.article, a.bodies, a.id, a.version, a.published, a.publisher, a.url, "
    "a.title, a.stamp, r.key - a.first_record, a.copy_day FROM record r JOIN article a ON a.key = r.article WHERE ";

ReadMention read_mention(const Row& row) {
  ReadMention read;
  LoadedMention& loaded = read.loaded;
  loaded.account = row.is_null(0) ? 0 : row.integer(0);
  loaded.key = row.integer(1);
  loaded.number = row.integer(2);
  read.kind = static_cast<std::size_t>(row.integer(3));
  loaded.article = row.integer(4);
  read.bodies = row.bytes(5);
  Mention& mention = loaded.mention;
  mention.record = id_text(record_prefix(read.kind), loaded.number);
  mention.article = row.text(6);
  mention.version = static_cast<int>(row.integer(7));
  mention.published = row.optional_text(8);
  mention.publisher = row.optional_text(9);
  mention.url = row.optional_text(10);
  mention.title = row.optional_text(11);
  loaded.stamp = row.integer(12);
  read.position = static_cast<std::size_t>(row.integer(13));
  if (!row.is_null(14)) loaded.copy_day = row.integer(14);
  return read;
}

using Texts = std::unordered_map<std::int64_t, std::string>;

Result<Texts> load_texts(Ledger::Impl& ledger, const std::vector<ReadMention>& mentions,
                         const std::set<std::int64_t>& with_words) {
  Texts texts;
  if (!ledger.store->keeps_text()) return texts;
  std::set<std::int64_t> articles;
  for (const ReadMention& read : mentions) {
    if (with_words.contains(read.loaded.key)) articles.insert(read.loaded.article);
  }
  ENTENTE_CHECK_OK(for_keys(ledger.database(), "SELECT key, text FROM article WHERE text IS NOT NULL AND key IN (",
                            {articles.begin(), articles.end()},
                            [&](const Row& row) { texts.emplace(row.integer(0), row.text(1)); }));
  return texts;
}

bool comes_first(const LoadedMention& a, const LoadedMention& b) {
  // Undated articles last.
  const auto order = [](const LoadedMention& m) {
    return std::tuple<bool, const std::string&, const std::string&, int, const CodePointSpan&, const std::string&>(
        !m.mention.published, m.mention.published ? *m.mention.published : m.mention.article, m.mention.article,
        m.mention.version, m.mention.span, m.mention.record);
  };
  return order(a) < order(b);
}

// Unpacks them; words only of the records whose keys are in `with_words`. The order is comes_first().
Result<std::vector<LoadedMention>> unpacked(Ledger::Impl& ledger, std::vector<ReadMention> mentions,
                                            const std::set<std::int64_t>& with_words) {
  ENTENTE_TRY(const Texts texts, load_texts(ledger, mentions, with_words));
  // One text is indexed once where its records follow each other.
  std::sort(mentions.begin(), mentions.end(), [](const ReadMention& a, const ReadMention& b) {
    return std::tie(a.loaded.article, a.loaded.key) < std::tie(b.loaded.article, b.loaded.key);
  });
  std::vector<PackedRecord> packed;
  packed.reserve(mentions.size());
  for (const ReadMention& read : mentions) {
    const auto text = texts.find(read.loaded.article);
    const bool words = text != texts.end() && with_words.contains(read.loaded.key);
    packed.push_back({read.kind, read.loaded.number, read.loaded.mention.article, read.loaded.mention.published,
                      read.bodies, read.position, words ? std::string_view(text->second) : std::string_view()});
  }
  ENTENTE_TRY(std::vector<Record> records, ledger.store->unpack(packed));
  std::vector<LoadedMention> out;
  out.reserve(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    LoadedMention& loaded = mentions[i].loaded;
    loaded.record = std::move(records[i]);
    const std::vector<Evidence>& evidence = common_of(loaded.record).evidence;
    if (!evidence.empty()) {
      loaded.mention.sentence = evidence.front().sentence;
      loaded.mention.span = evidence.front().span;
    }
    out.push_back(std::move(loaded));
  }
  std::sort(out.begin(), out.end(), comes_first);
  return out;
}

struct AccountRow {
  std::int64_t key = 0, best = 0, day = 0, last_day = 0;
  int articles = 0, sources = 0;
  Verdict verdict = Verdict::kNone;
};

Verdict verdict_in(const Row& row, int column) {
  return static_cast<Verdict>(
      std::clamp(row.integer(column), std::int64_t{0}, static_cast<std::int64_t>(Verdict::kRejected)));
}

Result<std::unordered_map<std::int64_t, AccountRow>> account_rows(Database& database, std::size_t kind,
                                                                  const std::vector<std::int64_t>& keys) {
  std::unordered_map<std::int64_t, AccountRow> rows;
  const std::string last_day = kind == kStatementKind ? "day" : "last_day";
  const std::string sql =
      "SELECT key, best, verdict, articles, sources, day, " + last_day + " FROM " + kind_name(kind) + " WHERE key IN (";
  ENTENTE_CHECK_OK(for_keys(database, sql, keys, [&](const Row& row) {
    AccountRow read;
    read.key = row.integer(0);
    read.best = row.integer(1);
    read.verdict = verdict_in(row, 2);
    read.articles = static_cast<int>(row.integer(3));
    read.sources = static_cast<int>(row.integer(4));
    read.day = row.integer(5);
    read.last_day = row.integer(6);
    rows.emplace(read.key, read);
  }));
  return rows;
}

Error not_whole(const std::string& id) {
  return {ErrorCode::kBadLedger, "the ledger is damaged: an account without the record whose fields it has", id};
}

// Where an article's day may have stood in for that of what it tells: that of its first copy takes its place.
std::optional<DateInterval>* date_of(Record& record) {
  if (auto* const event = std::get_if<Event>(&record)) return &event->date;
  if (auto* const statement = std::get_if<Statement>(&record)) return &statement->date;
  return nullptr;
}

// Its record is still to be corrected.
Result<LoadedAccount> account_of(const AccountRow& row, std::size_t kind, std::vector<LoadedMention> mentions) {
  LoadedAccount out;
  out.key = row.key;
  out.best = row.best;
  out.day = row.day;
  out.last_day = row.last_day;
  bool found = false;
  for (LoadedMention& each : mentions) {
    if (each.key == each.account) out.account.id = id_text(account_prefix(kind), each.number);
    if (each.key == row.best) {
      found = true;
      out.record = each.record;
    }
    out.account.mentions.push_back(each.mention);
  }
  if (!found || out.account.id.empty() || out.record.index() != kind)
    return not_whole(kind_name(kind) + std::string(" ") + std::to_string(row.key));
  out.account.articles = row.articles;
  out.account.sources = row.sources;
  out.account.verdict = row.verdict;
  if (std::optional<DateInterval>* const date = date_of(out.record);
      date != nullptr && *date && (*date)->text.empty()) {
    if (row.day != kUnknownDay) (*date)->from = (*date)->to = day_text(static_cast<std::int32_t>(row.day));
  }
  out.mentions = std::move(mentions);
  return out;
}

Status correct(Ledger::Impl& ledger, std::vector<LoadedAccount>& accounts) {
  for (LoadedAccount& each : accounts) {
    if (each.account.verdict != Verdict::kCorrected) continue;
    ENTENTE_CHECK_OK(apply_corrections(ledger, std::abs(each.key), each.record));
  }
  return Unit{};
}

std::map<std::string, std::string> conventions_of(std::string_view text) {
  std::map<std::string, std::string> out;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find(';'));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos) {
      out.emplace(std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1)));
    }
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
  }
  return out;
}

// By the run that read each account's fields; there are few.
Status stamp(Ledger::Impl& ledger, std::vector<LoadedAccount>& accounts) {
  std::map<std::int64_t, EngineStamp> stamps;
  for (LoadedAccount& each : accounts) {
    const auto best = std::find_if(each.mentions.begin(), each.mentions.end(),
                                   [&](const LoadedMention& mention) { return mention.key == each.best; });
    if (best == each.mentions.end()) continue;
    if (!stamps.contains(best->stamp)) {
      ENTENTE_TRY(stamps[best->stamp], load_stamp(ledger, best->stamp));
    }
    each.account.stamp = stamps[best->stamp];
  }
  return Unit{};
}

}  // namespace

Result<std::vector<LoadedAccount>> load_accounts(Ledger::Impl& ledger, std::size_t kind,
                                                 const std::vector<std::int64_t>& keys, const LoadOptions& options) {
  ENTENTE_TRY(const auto rows, account_rows(ledger.database(), kind, keys));
  std::vector<std::int64_t> founders;
  std::set<std::int64_t> with_words;
  for (const auto& [key, row] : rows) {
    founders.push_back(std::abs(key));
    with_words.insert(row.best);
  }
  std::sort(founders.begin(), founders.end());
  std::vector<ReadMention> read;
  // The founder by its own key, the others by the index that leaves founders out.
  for (const char* const where : {"r.account = r.key AND r.key IN (", "r.account <> r.key AND r.account IN ("}) {
    ENTENTE_CHECK_OK(for_keys(ledger.database(), std::string(kMentions) + where, founders,
                              [&](const Row& row) { read.push_back(read_mention(row)); }));
  }
  if (options.words_of_all) {
    for (const ReadMention& each : read) with_words.insert(each.loaded.key);
  }
  ENTENTE_TRY(std::vector<LoadedMention> mentions, unpacked(ledger, std::move(read), with_words));
  std::unordered_map<std::int64_t, std::vector<LoadedMention>> by_account;
  for (LoadedMention& each : mentions) by_account[each.account].push_back(std::move(each));
  std::vector<LoadedAccount> out;
  for (const std::int64_t key : keys) {
    const auto row = rows.find(key);
    if (row == rows.end()) continue;  // gone since its key was found
    ENTENTE_TRY(LoadedAccount account, account_of(row->second, kind, std::move(by_account[std::abs(key)])));
    out.push_back(std::move(account));
  }
  ENTENTE_CHECK_OK(stamp(ledger, out));
  if (!options.as_coded) {
    ENTENTE_CHECK_OK(correct(ledger, out));
  } else {
    for (LoadedAccount& each : out) each.account.verdict = Verdict::kNone;  // reviews are left aside
  }
  return out;
}

Result<std::vector<Record>> load_fields(Ledger::Impl& ledger, std::size_t kind, const std::vector<std::int64_t>& keys,
                                        bool as_coded) {
  struct Packed {
    std::int64_t key = 0, id = 0;
    std::size_t position = 0;
    std::string bodies;
    Verdict verdict = Verdict::kNone;
  };
  std::vector<Packed> read;
  ENTENTE_CHECK_OK(
      for_keys(ledger.database(),
               std::string("SELECT e.key, r.id, r.key - a.first_record, a.bodies, e.verdict FROM ") + kind_name(kind) +
                   " e JOIN record r ON r.key = e.best JOIN article a ON a.key = r.article WHERE e.key IN (",
               keys, [&](const Row& row) {
                 read.push_back({row.integer(0), row.integer(1), static_cast<std::size_t>(row.integer(2)),
                                 std::string(row.bytes(3)), verdict_in(row, 4)});
               }));
  std::vector<PackedRecord> packed;
  packed.reserve(read.size());
  for (const Packed& each : read) packed.push_back({kind, each.id, "-", std::nullopt, each.bodies, each.position, {}});
  ENTENTE_TRY(std::vector<Record> records, ledger.store->unpack(packed));
  std::unordered_map<std::int64_t, std::size_t> place;
  for (std::size_t i = 0; i < read.size(); ++i) {
    place.emplace(read[i].key, i);
    if (as_coded || read[i].verdict != Verdict::kCorrected) continue;
    ENTENTE_CHECK_OK(apply_corrections(ledger, std::abs(read[i].key), records[i]));
  }
  std::vector<Record> out(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto found = place.find(keys[i]);
    if (found != place.end()) out[i] = std::move(records[found->second]);
  }
  return out;
}

Result<std::vector<LoadedMention>> load_records(Ledger::Impl& ledger, const std::vector<std::int64_t>& keys,
                                                std::optional<std::size_t> kind) {
  std::vector<ReadMention> read;
  const std::set<std::int64_t> wanted(keys.begin(), keys.end());
  ENTENTE_CHECK_OK(for_keys(ledger.database(), std::string(kMentions) + "r.key IN (", {wanted.begin(), wanted.end()},
                            [&](const Row& row) { read.push_back(read_mention(row)); }));
  const bool strange =
      kind && std::any_of(read.begin(), read.end(), [&](const ReadMention& r) { return r.kind != *kind; });
  if (strange)
    return Error{ErrorCode::kBadLedger, "the ledger is damaged: a record of another kind", ledger.store->location()};
  return unpacked(ledger, std::move(read), wanted);
}

Result<EngineStamp> load_stamp(Ledger::Impl& ledger, std::int64_t key) {
  EngineStamp stamp;
  ENTENTE_CHECK_OK(ledger.database().run("SELECT version, model, knowledge, conventions FROM stamp WHERE key = ?",
                                         {key}, [&](const Row& row) {
                                           stamp.version = row.text(0);
                                           stamp.model = row.text(1);
                                           stamp.knowledge = row.text(2);
                                           stamp.conventions = conventions_of(row.text(3));
                                         }));
  return stamp;
}

Result<std::optional<std::string>> load_text(Ledger::Impl& ledger, std::int64_t article) {
  std::optional<std::string> text;
  ENTENTE_CHECK_OK(ledger.database().run("SELECT text FROM article WHERE key = ?", {article},
                                         [&](const Row& row) { text = row.optional_text(0); }));
  return text;
}

}  // namespace entente

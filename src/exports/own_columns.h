// Columns of Entente's own flat tables (csv, stata, parquet): one row an account, lists joined by "; ".
#ifndef ENTENTE_EXPORTS_OWN_COLUMNS_H_
#define ENTENTE_EXPORTS_OWN_COLUMNS_H_

#include <initializer_list>
#include <string>
#include <vector>

#include "exports/cell.h"
#include "exports/event_row.h"

namespace entente {

// An account of another kind than an event, and what its cells are read from.
template <class T>
struct AccountRow {
  const T& account;
  const EngineStamp& stamp;
};

[[nodiscard]] Columns<AccountRow<LedgerStatement>> statement_columns();
[[nodiscard]] Columns<AccountRow<AgreementThread>> agreement_columns();
[[nodiscard]] Columns<AccountRow<RelationInterval>> relation_columns();
[[nodiscard]] Columns<AccountRow<LedgerDispute>> dispute_columns();

// The record whose fields a row has.
[[nodiscard]] inline const RecordCommon& record_of(const EventRow& row) { return row.event; }
[[nodiscard]] inline const RecordCommon& record_of(const AccountRow<LedgerStatement>& row) {
  return row.account.statement;
}
[[nodiscard]] inline const RecordCommon& record_of(const AccountRow<AgreementThread>& row) {
  return row.account.agreement;
}
[[nodiscard]] inline const RecordCommon& record_of(const AccountRow<RelationInterval>& row) {
  return row.account.relation;
}

// The mention whose article, place there and words a row has. A dispute has no words of its own: its first.
template <class Row>
const Mention& told_mention(const Row& row) {
  return fullest_mention(row.account, record_of(row));
}
[[nodiscard]] inline const Mention& told_mention(const AccountRow<LedgerDispute>& row) {
  return first_mention(row.account);
}
template <class Row>
inline constexpr const char* kArticleMeaning = "id of the article that tells it most fully: the words are from there";
template <>
inline constexpr const char* kArticleMeaning<AccountRow<LedgerDispute>> = "id of the first article that tells it";

[[nodiscard]] Cell actor_names(const std::vector<Actor>& actors);
[[nodiscard]] Cell actor_codes(const std::vector<Actor>& actors);
[[nodiscard]] Cell actor_countries(const std::vector<Actor>& actors);
[[nodiscard]] Cell actor_sectors(const std::vector<Actor>& actors);
[[nodiscard]] Cell actor_roles(const std::vector<Actor>& actors);
[[nodiscard]] Cell other_actors(const std::vector<OtherActor>& others);  // "host: Kazakhstan (KAZ)"
[[nodiscard]] Cell day_cell(const std::optional<DateInterval>& date, std::optional<std::string> DateInterval::*end);
[[nodiscard]] Cell date_text(const std::optional<DateInterval>& date, std::string DateInterval::*text);
[[nodiscard]] Cell published_day(const Account& account, bool last);
[[nodiscard]] Cell flag(bool value);  // 0 or 1
[[nodiscard]] Cell rule_of(const RecordCommon& record);
[[nodiscard]] Cell words_of(const RecordCommon& record);

// How often it is told, and where: the columns that every account has.
template <class Row>
inline constexpr Column<Row> kMentionColumns[] = {
    {{"articles", CellType::kInteger, "how many articles tell it", "1 and up", "articles"},
     [](const Row& r) -> Cell { return std::int64_t{r.account.articles}; }},
    {{"sources", CellType::kInteger, "how many publishers; near-copies of one article are one source", "1 and up",
      "sources"},
     [](const Row& r) -> Cell { return std::int64_t{r.account.sources}; }},
    {{"mentions", CellType::kInteger, "how often it is told in all", "1 and up", "mentions"},
     [](const Row& r) -> Cell { return static_cast<std::int64_t>(r.account.mentions.size()); }},
    {{"first_published", CellType::kDay, "day of the first article that tells it", "YYYY-MM-DD", "mentions.published"},
     [](const Row& r) -> Cell { return published_day(r.account, false); }},
    {{"last_published", CellType::kDay, "day of the last", "YYYY-MM-DD", "mentions.published"},
     [](const Row& r) -> Cell { return published_day(r.account, true); }},
    {{"verdict", CellType::kClass, "what a reviewer said; missing where none did", "accepted, corrected, rejected",
      "verdict"},
     [](const Row& r) -> Cell { return text_cell(std::string(verdict_name(r.account.verdict))); }},
    {{"article", CellType::kText, kArticleMeaning<Row>, "", "mentions.article"},
     [](const Row& r) -> Cell { return text_cell(told_mention(r).article); }},
    {{"sentence", CellType::kInteger, "its sentence there", "0 and up", "mentions.sentence"},
     [](const Row& r) -> Cell { return std::int64_t{told_mention(r).sentence}; }},
    {{"start", CellType::kInteger, "first code point of the evidence in that article's text", "0 and up",
      "mentions.start"},
     [](const Row& r) -> Cell { return std::int64_t{told_mention(r).span.begin.value}; }},
    {{"end", CellType::kInteger, "code point after its last", "1 and up", "mentions.end"},
     [](const Row& r) -> Cell { return std::int64_t{told_mention(r).span.end.value}; }},
    {{"publisher", CellType::kText, "of that article", "", "mentions.publisher"},
     [](const Row& r) -> Cell { return text_cell(told_mention(r).publisher); }},
    {{"url", CellType::kText, "of that article", "", "mentions.url"},
     [](const Row& r) -> Cell { return text_cell(told_mention(r).url); }},
    {{"article_title", CellType::kText, "of that article", "", "mentions.title"},
     [](const Row& r) -> Cell { return text_cell(told_mention(r).title); }},
};

// How far the record is to be trusted.
template <class Row>
inline constexpr Column<Row> kRecordColumns[] = {
    {{"confidence", CellType::kNumber, "calibrated: of records marked 0.8, eight in ten are right", "0 to 1",
      "confidence"},
     [](const Row& r) -> Cell { return number_cell(record_of(r).confidence, kCellDecimals); }},
    {{"rule", CellType::kText, "what decided it", "", "why.rule"},
     [](const Row& r) -> Cell { return rule_of(record_of(r)); }},
    {{"engine", CellType::kText, "version of the engine that coded it", "", "engine.version"},
     [](const Row& r) -> Cell { return text_cell(r.stamp.version); }},
    {{"words", CellType::kText, "the evidence; missing where the ledger holds no text", "", "evidence.text"},
     [](const Row& r) -> Cell { return words_of(record_of(r)); }},
};

template <class Row>
std::vector<Column<Row>> joined(std::initializer_list<Columns<Row>> parts) {
  std::vector<Column<Row>> all;
  for (const Columns<Row>& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace entente

#endif  // ENTENTE_EXPORTS_OWN_COLUMNS_H_

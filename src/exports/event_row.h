// A row of events: one event, or one dyad of it, with all that its cells are read from.
#ifndef ENTENTE_EXPORTS_EVENT_ROW_H_
#define ENTENTE_EXPORTS_EVENT_ROW_H_

#include <string>
#include <vector>

#include "exports/cell.h"
#include "exports/conventions.h"
#include "exports/tables.h"

namespace entente {

struct EventRow {
  const ExportTables& tables;
  const Event& event;
  const Account& account;  // its id and mentions; of several events where one a day stands for all
  const EngineStamp& stamp;
  const CodedEvent& coded;
  std::string day;                // ISO; empty where there is none
  const Actor* source = nullptr;  // of a dyad; none in rows of a whole event
  const Actor* target = nullptr;
};

// The day that formats with one day an event write: the first of the event's own date, else the last, else the day of
// publication.
struct EventDay {
  std::string day;         // ISO; may be empty
  bool published = false;  // it is that of publication
};
[[nodiscard]] EventDay day_of(const Event& event, const Account& account);
// "2014-05-03" of a date or time; the first day of a month or year; empty where it is none of these.
[[nodiscard]] std::string whole_day(const std::string& iso);

// Who did it to whom, for formats of dyads: lists crossed, and both ways where the act is joint. An actor alone is
// {actor, nullptr} where `alone` is set, else nothing.
struct Dyad {
  const Actor* source = nullptr;
  const Actor* target = nullptr;
};
[[nodiscard]] std::vector<Dyad> dyads_of(const Event& event, bool alone);

// Numbers of 52 bits, which a double holds: the same ledger gives the same.
[[nodiscard]] std::int64_t stable_number(std::string_view key);
[[nodiscard]] std::int64_t row_number(const EventRow& row);  // of the event and its dyad
[[nodiscard]] std::int64_t story_number(const Mention& mention);

[[nodiscard]] const Mention& first_mention(const Account& account);
// That of the record whose fields the account has, so that offsets fit words; else the first.
[[nodiscard]] const Mention& fullest_mention(const Account& account, const RecordCommon& record);
[[nodiscard]] bool is_country(const ExportTables& tables, const Place& place);
[[nodiscard]] std::string actor_key(const Actor& actor);  // its code and sector, else its name
[[nodiscard]] std::vector<std::string> mention_texts(const Account& account,
                                                     std::optional<std::string> Mention::*field);

// One part an actor, `missing` where it has none, so that the lists of an account go together part by part; missing as
// a whole where no actor has any.
template <class Part>
Cell actor_parts(const std::vector<Actor>& actors, std::string_view missing, Part part) {
  std::vector<std::string> parts;
  bool any = false;
  for (const Actor& actor : actors) {
    parts.push_back(part(actor));
    any = any || !parts.back().empty();
  }
  return any ? text_cell(join_list(parts, "; ", missing)) : std::monostate();
}

using EventColumns = Columns<EventRow>;
[[nodiscard]] EventColumns icews_columns();
[[nodiscard]] EventColumns polecat_columns();
[[nodiscard]] EventColumns phoenix_columns();
[[nodiscard]] EventColumns gdelt_columns();
[[nodiscard]] EventColumns event_columns();  // Entente's own: csv, stata, parquet

}  // namespace entente

#endif  // ENTENTE_EXPORTS_EVENT_ROW_H_

// POLECAT's weekly files: 40 columns, lists in a cell joined by "; " (doi:10.7910/DVN/AJGVIT).
#include "exports/event_row.h"

namespace entente {
namespace {

using Row = EventRow;
using Side = std::vector<Actor> Event::*;
constexpr CellType kText = CellType::kText;
constexpr CellType kNumber = CellType::kNumber;
constexpr const char* kNone = "None";
constexpr const char* kCountries = "alpha-3, KOS for Kosovo; IGO UNO EUR NGO IMG MNC";

Cell missing(const Row&) { return std::monostate(); }

template <Side side>
Cell names(const Row& row) {
  return actor_parts(row.event.*side, kNone, [](const Actor& actor) { return actor.name; });
}

template <Side side>
Cell countries(const Row& row) {
  return actor_parts(row.event.*side, kNone, [&](const Actor& actor) { return plover_country(row.tables, actor); });
}

template <Side side>
Cell cow(const Row& row) {
  return actor_parts(row.event.*side, kNone, [&](const Actor& actor) {
    const ExportCountry* country = row.tables.country(actor.country.value_or(""));
    return country != nullptr ? country->cow : std::string();
  });
}

template <Side side>
Cell sectors(const Row& row) {
  return actor_parts(row.event.*side, kNone, [](const Actor& actor) { return actor.sector.value_or(""); });
}

template <Side side>
Cell titles(const Row& row) {
  return actor_parts(row.event.*side, kNone, [](const Actor& actor) { return actor.role.value_or(""); });
}

template <Side side>
Cell raw_names(const Row& row) {
  return actor_parts(row.event.*side, kNone, [](const Actor& actor) { return actor.text; });
}

Cell place_text(const Row& row, bool city) {
  if (!row.event.place || (city && is_country(row.tables, *row.event.place))) return std::monostate();
  return text_cell(row.event.place->name);
}

// What PLOVER calls auxiliary modes: an event that did not happen, or not now, is marked here.
Cell modes(const Row& row) {
  std::vector<std::string> parts = {row.event.mode.value_or("")};
  if (row.event.status != "actual") parts.push_back(row.event.status == "negated" ? "negation" : row.event.status);
  return text_cell(join_list(parts, "; ", ""));
}

constexpr Column<Row> kColumns[] = {
    {{"Event ID", kText, "the ledger's id", "", "id"}, [](const Row& r) -> Cell { return text_cell(r.account.id); }},
    {{"Event Date", CellType::kDay, "first day of the event's date; the day of publication where the text gives none",
      "YYYY-MM-DD", "date.from, date.to, mentions.published"},
     [](const Row& r) -> Cell { return text_cell(r.day); }},
    {{"Event Type", kText, "what was done", "the 16 types of PLOVER 2.0", "type"},
     [](const Row& r) -> Cell { return text_cell(r.event.type); }},
    {{"Event Mode", kText, "how; for an event that is not actual its status beside it",
      "PLOVER's modes; historical, future, hypothetical, negation", "mode, status"},
     modes},
    {{"Intensity", kNumber, "PLOVER's score", "-10 to 10", "score"},
     [](const Row& r) -> Cell { return number_cell(r.event.score); }},
    {{"Quad Code", CellType::kInteger, "class of the type; 0 in Phoenix's mapping alone",
      "0 statement, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", "quad"},
     [](const Row& r) -> Cell { return integer_cell(r.coded.quad); }},
    {{"Contexts", kText, "what it is part of", "PLOVER's 37 contexts", "contexts"},
     [](const Row& r) -> Cell { return text_cell(join_list(r.event.contexts, "; ", "")); }},
    {{"Actor Name", kText, "who did it; all parties of a joint act", "", "actor.name"}, names<&Event::actor>},
    {{"Actor Country", kText, "their countries", kCountries, "actor.country, actor.code"}, countries<&Event::actor>},
    {{"Actor COW", kText, "their countries", "numbers of Correlates of War", "actor.country"}, cow<&Event::actor>},
    {{"Primary Actor Sector", kText, "their sectors: an actor has one", "PLOVER's sectors", "actor.sector"},
     sectors<&Event::actor>},
    {{"Actor Sectors", kText, "their sectors", "PLOVER's sectors", "actor.sector"}, sectors<&Event::actor>},
    {{"Actor Title", kText, "what they are, as held on the article's date", "", "actor.role"}, titles<&Event::actor>},
    {{"Actor Name Raw", kText, "as the article has it", "", "actor.text"}, raw_names<&Event::actor>},
    {{"Wikipedia Actor ID", kText, "never known", "", ""}, missing},
    {{"Recipient Name", kText, "to whom", "", "recipient.name"}, names<&Event::recipient>},
    {{"Recipient Country", kText, "as Actor Country", kCountries, "recipient.country, recipient.code"},
     countries<&Event::recipient>},
    {{"Recipient COW", kText, "as Actor COW", "numbers of Correlates of War", "recipient.country"},
     cow<&Event::recipient>},
    {{"Primary Recipient Sector", kText, "as Primary Actor Sector", "PLOVER's sectors", "recipient.sector"},
     sectors<&Event::recipient>},
    {{"Recipient Sectors", kText, "as Actor Sectors", "PLOVER's sectors", "recipient.sector"},
     sectors<&Event::recipient>},
    {{"Recipient Title", kText, "as Actor Title", "", "recipient.role"}, titles<&Event::recipient>},
    {{"Recipient Name Raw", kText, "as the article has it", "", "recipient.text"}, raw_names<&Event::recipient>},
    {{"Wikipedia Recipient ID", kText, "never known", "", ""}, missing},
    {{"Placename", kText, "where it happened", "", "place.name"},
     [](const Row& r) -> Cell { return place_text(r, false); }},
    {{"City", kText, "the place, unless it is a country", "", "place.name"},
     [](const Row& r) -> Cell { return place_text(r, true); }},
    {{"District", kText, "never known", "", ""}, missing},
    {{"Province", kText, "never known", "", ""}, missing},
    {{"Country", kText, "country of the place", "alpha-3, KOS for Kosovo", "place.country"},
     [](const Row& r) -> Cell {
       return r.event.place ? text_cell(plover_country(r.tables, *r.event.place)) : std::monostate();
     }},
    {{"Latitude", kNumber, "of the place", "degrees", "place.latitude"},
     [](const Row& r) -> Cell { return number_cell(r.event.place ? r.event.place->latitude : std::nullopt); }},
    {{"Longitude", kNumber, "of the place", "degrees", "place.longitude"},
     [](const Row& r) -> Cell { return number_cell(r.event.place ? r.event.place->longitude : std::nullopt); }},
    {{"GeoNames ID", kText, "never known", "", ""}, missing},
    {{"Raw Placename", kText, "the place as the article has it", "", "place.text"},
     [](const Row& r) -> Cell { return r.event.place ? text_cell(r.event.place->text) : std::monostate(); }},
    {{"Feature Type", kText, "never known", "", ""}, missing},
    {{"Source", kText, "publisher of the first article that tells it", "", "mentions.publisher"},
     [](const Row& r) -> Cell { return text_cell(first_mention(r.account).publisher); }},
    {{"Publication Date", CellType::kDay, "of that article", "YYYY-MM-DD", "mentions.published"},
     [](const Row& r) -> Cell { return text_cell(whole_day(first_mention(r.account).published.value_or(""))); }},
    {{"Story People", kText, "never known", "", ""}, missing},
    {{"Story Organizations", kText, "never known", "", ""}, missing},
    {{"Story Locations", kText, "never known", "", ""}, missing},
    {{"Language", kText, "of the article; Entente reads English alone", "eng", ""},
     [](const Row&) -> Cell { return std::string("eng"); }},
    {{"Version", kText, "the engine and its version", "", "engine.version"},
     [](const Row& r) -> Cell { return "entente-" + r.stamp.version; }},
};
static_assert(std::size(kColumns) == 40);

}  // namespace

EventColumns polecat_columns() { return kColumns; }

}  // namespace entente

// ICEWS's yearly event files: 20 columns (doi:10.7910/DVN/28075).
#include "exports/event_row.h"

namespace entente {
namespace {

// The sectors that ICEWS would name: of the actor's PLOVER sector, and of an international actor's code.
Cell sectors(const EventRow& row, const Actor* actor) {
  if (actor == nullptr) return std::monostate();
  std::vector<std::string> names;
  if (actor->sector) {
    const auto found = row.tables.sectors.find(*actor->sector);
    if (found != row.tables.sectors.end()) names = found->second.icews;
  }
  const International* international = row.tables.international_of(actor->code.value_or(""));
  if (international != nullptr) names.insert(names.end(), international->icews.begin(), international->icews.end());
  return text_cell(join_list(names, ",", ""));
}

Cell country(const EventRow& row, const Actor* actor) {
  if (actor == nullptr) return std::monostate();
  const International* international = row.tables.international_of(actor->code.value_or(""));
  const std::string group_of = international != nullptr ? international->plover : "";  // "LBN" of Hezbollah
  const ExportCountry* found = row.tables.country(actor->country.value_or(group_of));
  return found != nullptr ? text_cell(found->icews) : std::monostate();
}

Cell name(const Actor* actor) { return actor != nullptr ? text_cell(actor->name) : std::monostate(); }

using Row = EventRow;

constexpr Column<Row> kColumns[] = {
    {{"Event ID", CellType::kInteger, "the row's number; made from the ledger's id and the dyad, the same every time",
      "0 to 2^52", "id"},
     [](const Row& r) -> Cell { return row_number(r); }},
    {{"Event Date", CellType::kDay, "first day of the event's date; the day of publication where the text gives none",
      "YYYY-MM-DD", "date.from, date.to, mentions.published"},
     [](const Row& r) -> Cell { return text_cell(r.day); }},
    {{"Source Name", CellType::kText, "who did it", "", "actor.name"},
     [](const Row& r) -> Cell { return name(r.source); }},
    {{"Source Sectors", CellType::kText, "its sectors, the narrowest first, joined by commas",
      "names of knowledge/exports/sectors.tsv and international.tsv", "actor.sector, actor.code"},
     [](const Row& r) -> Cell { return sectors(r, r.source); }},
    {{"Source Country", CellType::kText,
      "its country, or that of an armed group that is of one; empty for international bodies", "English names",
      "actor.country, actor.code"},
     [](const Row& r) -> Cell { return country(r, r.source); }},
    {{"Event Text", CellType::kText, "label of the CAMEO code", "labels of the numbering chosen", "cameo"},
     [](const Row& r) -> Cell { return text_cell(r.coded.label); }},
    {{"CAMEO Code", CellType::kText, "what was done; text, since codes begin with 0", "2 to 4 digits", "cameo"},
     [](const Row& r) -> Cell { return text_cell(r.coded.cameo); }},
    {{"Intensity", CellType::kNumber, "Goldstein value of the code", "-10 to 10", "cameo"},
     [](const Row& r) -> Cell { return number_cell(r.coded.goldstein); }},
    {{"Target Name", CellType::kText, "to whom; another party where the act is joint", "",
      "recipient.name, actor.name"},
     [](const Row& r) -> Cell { return name(r.target); }},
    {{"Target Sectors", CellType::kText, "as Source Sectors", "as Source Sectors", "recipient.sector, recipient.code"},
     [](const Row& r) -> Cell { return sectors(r, r.target); }},
    {{"Target Country", CellType::kText, "as Source Country", "English names", "recipient.country, recipient.code"},
     [](const Row& r) -> Cell { return country(r, r.target); }},
    {{"Story ID", CellType::kInteger, "number of the article that told it first; made from the article's id",
      "0 to 2^52", "mentions.article"},
     [](const Row& r) -> Cell { return story_number(first_mention(r.account)); }},
    {{"Sentence Number", CellType::kInteger, "the sentence of that article, from 1", "1 and up", "mentions.sentence"},
     [](const Row& r) -> Cell { return std::int64_t{first_mention(r.account).sentence} + 1; }},
    {{"Publisher", CellType::kText, "of that article", "", "mentions.publisher"},
     [](const Row& r) -> Cell { return text_cell(first_mention(r.account).publisher); }},
    {{"City", CellType::kText, "where it happened, unless only the country is named", "", "place.name"},
     [](const Row& r) -> Cell {
       const auto& place = r.event.place;
       return place && !is_country(r.tables, *place) ? text_cell(place->name) : std::monostate();
     }},
    {{"District", CellType::kText, "never known", "", ""}, [](const Row&) -> Cell { return std::monostate(); }},
    {{"Province", CellType::kText, "never known", "", ""}, [](const Row&) -> Cell { return std::monostate(); }},
    {{"Country", CellType::kText, "country of the place", "English names", "place.country"},
     [](const Row& r) -> Cell {
       const ExportCountry* found = r.event.place ? r.tables.country(r.event.place->country.value_or("")) : nullptr;
       return found != nullptr ? text_cell(found->icews) : std::monostate();
     }},
    {{"Latitude", CellType::kNumber, "of the place", "degrees", "place.latitude"},
     [](const Row& r) -> Cell { return number_cell(r.event.place ? r.event.place->latitude : std::nullopt); }},
    {{"Longitude", CellType::kNumber, "of the place", "degrees", "place.longitude"},
     [](const Row& r) -> Cell { return number_cell(r.event.place ? r.event.place->longitude : std::nullopt); }},
};
static_assert(std::size(kColumns) == 20);

}  // namespace

EventColumns icews_columns() { return kColumns; }

}  // namespace entente

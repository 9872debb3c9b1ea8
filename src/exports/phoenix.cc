// Phoenix's event files: 26 columns without a head (openeventdata/phoenix_pipeline; names as in the R package phoxy).
#include "exports/event_row.h"

namespace entente {
namespace {

constexpr const char* kNobody = "---";  // PETRARCH's actor that is not known

using Side = const Actor* EventRow::*;

template <Side side>
Cell code(const EventRow& row) {
  const Actor* actor = row.*side;
  const std::string text = actor != nullptr ? cameo_actor(row.tables, *actor).code() : "";
  return std::string(text.empty() ? kNobody : text);
}

template <Side side>
Cell root(const EventRow& row) {
  const Actor* actor = row.*side;
  return actor != nullptr ? text_cell(cameo_actor(row.tables, *actor).root) : std::monostate();
}

template <Side side>
Cell agent(const EventRow& row) {
  if (row.*side == nullptr) return std::monostate();
  const std::string role = cameo_actor(row.tables, *(row.*side)).role;
  return row.tables.agent_roles.contains(role) ? text_cell(role) : std::monostate();
}

// What is neither root nor agent: an organisation's own letters, three by three, and the rarer roles.
template <Side side>
Cell others(const EventRow& row) {
  if (row.*side == nullptr) return std::monostate();
  const CameoActor actor = cameo_actor(row.tables, *(row.*side));
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < actor.group.size(); at += 3) parts.push_back(actor.group.substr(at, 3));
  if (!row.tables.agent_roles.contains(actor.role)) parts.push_back(actor.role);
  return text_cell(join_list(parts, ";", ""));
}

Cell part_of_day(const EventRow& row, std::size_t begin, std::size_t length) {
  return row.day.empty() ? Cell() : text_cell(row.day.substr(begin, length));
}

Cell sentence_ids(const EventRow& row) {
  std::vector<std::string> ids;
  for (const Mention& mention : row.account.mentions)
    ids.push_back(std::to_string(story_number(mention)) + "_" + std::to_string(mention.sentence + 1));
  return text_cell(join_list(ids, ";", ""));
}

using Row = EventRow;
constexpr CellType kText = CellType::kText;
constexpr Column<Row> kColumns[] = {
    {{"EventID", kText, "the row's number and the engine's version", "N_version", "id, engine.version"},
     [](const Row& r) -> Cell { return std::to_string(row_number(r)) + "_" + r.stamp.version; }},
    {{"Date", kText, "first day of the event's date; the day of publication where the text gives none", "YYYYMMDD",
      "date.from, date.to, mentions.published"},
     [](const Row& r) -> Cell {
       return r.day.empty() ? Cell() : text_cell(r.day.substr(0, 4) + r.day.substr(5, 2) + r.day.substr(8, 2));
     }},
    {{"Year", kText, "of Date", "YYYY", "as Date"}, [](const Row& r) -> Cell { return part_of_day(r, 0, 4); }},
    {{"Month", kText, "of Date", "01 to 12", "as Date"}, [](const Row& r) -> Cell { return part_of_day(r, 5, 2); }},
    {{"Day", kText, "of Date", "01 to 31", "as Date"}, [](const Row& r) -> Cell { return part_of_day(r, 8, 2); }},
    {{"Source", kText, "who did it: root, an organisation's letters, role", "CAMEO actor codes; --- for nobody known",
      "actor.code, actor.sector"},
     code<&Row::source>},
    {{"SourceRoot", kText, "its country or kind of international actor", "alpha-3, IGO, NGO, IMG, MNC", "actor.code"},
     root<&Row::source>},
    {{"SourceAgent", kText, "its role", "those of knowledge/exports/roles.tsv", "actor.sector"}, agent<&Row::source>},
    {{"SourceOthers", kText, "an organisation's letters, other roles", "joined by ;", "actor.code, actor.sector"},
     others<&Row::source>},
    {{"Target", kText, "to whom", "as Source", "recipient.code, recipient.sector"}, code<&Row::target>},
    {{"TargetRoot", kText, "as SourceRoot", "as SourceRoot", "recipient.code"}, root<&Row::target>},
    {{"TargetAgent", kText, "as SourceAgent", "as SourceAgent", "recipient.sector"}, agent<&Row::target>},
    {{"TargetOthers", kText, "as SourceOthers", "joined by ;", "recipient.code, recipient.sector"},
     others<&Row::target>},
    {{"EventCode", kText, "what was done", "CAMEO, 2 to 4 digits", "cameo"},
     [](const Row& r) -> Cell { return text_cell(r.coded.cameo); }},
    {{"RootCode", kText, "the code's root", "01 to 20", "cameo"},
     [](const Row& r) -> Cell { return text_cell(r.coded.cameo.value_or("").substr(0, 2)); }},
    {{"QuadClass", CellType::kInteger, "class of the root; Phoenix has five",
      "0 statement, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", "cameo"},
     [](const Row& r) -> Cell { return integer_cell(r.coded.quad); }},
    {{"Goldstein", CellType::kNumber, "value of the code", "-10 to 10", "cameo"},
     [](const Row& r) -> Cell { return number_cell(r.coded.goldstein); }},
    {{"Issues", kText, "always empty: Entente has no issues in PETRARCH's sense", "", ""},
     [](const Row&) -> Cell { return std::monostate(); }},
    {{"Lat", CellType::kNumber, "of the place", "degrees", "place.latitude"},
     [](const Row& r) -> Cell { return number_cell(r.event.place ? r.event.place->latitude : std::nullopt); }},
    {{"Lon", CellType::kNumber, "of the place", "degrees", "place.longitude"},
     [](const Row& r) -> Cell { return number_cell(r.event.place ? r.event.place->longitude : std::nullopt); }},
    {{"LocationName", kText, "where it happened", "", "place.name"},
     [](const Row& r) -> Cell { return r.event.place ? text_cell(r.event.place->name) : std::monostate(); }},
    {{"StateName", kText, "never known", "", ""}, [](const Row&) -> Cell { return std::monostate(); }},
    {{"CountryCode", kText, "country of the place", "alpha-3", "place.country"},
     [](const Row& r) -> Cell { return r.event.place ? text_cell(r.event.place->country) : std::monostate(); }},
    {{"SentenceIDs", kText, "story and sentence of each mention, from 1", "story_n, joined by ;",
      "mentions.article, mentions.sentence"},
     sentence_ids},
    {{"URLs", kText, "of the articles that tell it", "joined by ;", "mentions.url"},
     [](const Row& r) -> Cell { return text_cell(join_list(mention_texts(r.account, &Mention::url), ";", "")); }},
    {{"NewsSources", kText, "their publishers", "joined by ;", "mentions.publisher"},
     [](const Row& r) -> Cell { return text_cell(join_list(mention_texts(r.account, &Mention::publisher), ";", "")); }},
};
static_assert(std::size(kColumns) == 26);

}  // namespace

EventColumns phoenix_columns() { return kColumns; }

}  // namespace entente

#include "exports/own_columns.h"

namespace entente {
namespace {

using Row = EventRow;
constexpr CellType kText = CellType::kText;
constexpr CellType kInteger = CellType::kInteger;
constexpr CellType kNumber = CellType::kNumber;

constexpr Column<Row> kColumns[] = {
    {{"id", kText, "the ledger's id", "le_ and 16 hex digits", "id"},
     [](const Row& r) -> Cell { return text_cell(r.account.id); }},
    {{"day", CellType::kDay, "first day of the event's date; the day of publication where the text gives none",
      "YYYY-MM-DD", "date.from, date.to, mentions.published"},
     [](const Row& r) -> Cell { return text_cell(r.day); }},
    {{"type", CellType::kClass, "what was done", "the 16 types of PLOVER 2.0", "type"},
     [](const Row& r) -> Cell { return text_cell(r.event.type); }},
    {{"mode", kText, "how", "PLOVER's modes", "mode"}, [](const Row& r) -> Cell { return text_cell(r.event.mode); }},
    {{"contexts", kText, "what it is part of", "PLOVER's contexts, joined by ; ", "contexts"},
     [](const Row& r) -> Cell { return text_cell(join_list(r.event.contexts, "; ", "")); }},
    {{"cameo", kText, "the most specific CAMEO code; text, since codes begin with 0", "2 to 4 digits", "cameo"},
     [](const Row& r) -> Cell { return text_cell(r.coded.cameo); }},
    {{"cameo_label", kText, "label of the code", "", "cameo"},
     [](const Row& r) -> Cell { return text_cell(r.coded.label); }},
    {{"quad", CellType::kLabelled, "quad class; 0 in Phoenix's mapping alone",
      "0 statement, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", "quad"},
     [](const Row& r) -> Cell { return integer_cell(r.coded.quad); }},
    {{"goldstein", kNumber, "Goldstein value of the code", "-10 to 10", "goldstein"},
     [](const Row& r) -> Cell { return number_cell(r.coded.goldstein); }},
    {{"score", kNumber, "PLOVER's score of the type or mode", "-10 to 10", "score"},
     [](const Row& r) -> Cell { return number_cell(r.event.score); }},
    {{"status", CellType::kClass, "whether it happened", "actual, future, hypothetical, historical, negated", "status"},
     [](const Row& r) -> Cell { return text_cell(r.event.status); }},
    {{"reciprocal", kInteger, "1 for a joint act: all parties stand as actors, there is no recipient", "0, 1",
      "reciprocal"},
     [](const Row& r) -> Cell { return flag(r.event.reciprocal); }},
    {{"actor_names", kText, "who did it", "joined by ; ", "actor.name"},
     [](const Row& r) -> Cell { return actor_names(r.event.actor); }},
    {{"actor_codes", kText, "their codes, in the same order; - where there is none",
      "alpha-3, or an international actor's code", "actor.code"},
     [](const Row& r) -> Cell { return actor_codes(r.event.actor); }},
    {{"actor_countries", kText, "their countries, in the same order", "alpha-3", "actor.country"},
     [](const Row& r) -> Cell { return actor_countries(r.event.actor); }},
    {{"actor_sectors", kText, "their sectors, in the same order", "PLOVER's sectors", "actor.sector"},
     [](const Row& r) -> Cell { return actor_sectors(r.event.actor); }},
    {{"actor_roles", kText, "what they are, in the same order", "", "actor.role"},
     [](const Row& r) -> Cell { return actor_roles(r.event.actor); }},
    {{"recipient_names", kText, "to whom", "joined by ; ", "recipient.name"},
     [](const Row& r) -> Cell { return actor_names(r.event.recipient); }},
    {{"recipient_codes", kText, "as actor_codes", "as actor_codes", "recipient.code"},
     [](const Row& r) -> Cell { return actor_codes(r.event.recipient); }},
    {{"recipient_countries", kText, "as actor_countries", "alpha-3", "recipient.country"},
     [](const Row& r) -> Cell { return actor_countries(r.event.recipient); }},
    {{"recipient_sectors", kText, "as actor_sectors", "PLOVER's sectors", "recipient.sector"},
     [](const Row& r) -> Cell { return actor_sectors(r.event.recipient); }},
    {{"recipient_roles", kText, "as actor_roles", "", "recipient.role"},
     [](const Row& r) -> Cell { return actor_roles(r.event.recipient); }},
    {{"others", kText, "mediators, hosts, beneficiaries", "role: name (code), joined by ; ", "others"},
     [](const Row& r) -> Cell { return other_actors(r.event.others); }},
    {{"date_from", CellType::kDay, "when it began", "YYYY-MM-DD", "date.from"},
     [](const Row& r) -> Cell { return day_cell(r.event.date, &DateInterval::from); }},
    {{"date_to", CellType::kDay, "when it ended", "YYYY-MM-DD", "date.to"},
     [](const Row& r) -> Cell { return day_cell(r.event.date, &DateInterval::to); }},
    {{"date_precision", CellType::kClass, "how exact the text is about it", "day, week, month, year, open",
      "date.precision"},
     [](const Row& r) -> Cell { return date_text(r.event.date, &DateInterval::precision); }},
    {{"date_text", kText, "the date as written", "", "date.text"},
     [](const Row& r) -> Cell { return date_text(r.event.date, &DateInterval::text); }},
    {{"place", kText, "where it happened", "", "place.name"},
     [](const Row& r) -> Cell { return r.event.place ? text_cell(r.event.place->name) : std::monostate(); }},
    {{"place_country", kText, "country of the place", "alpha-3", "place.country"},
     [](const Row& r) -> Cell { return r.event.place ? text_cell(r.event.place->country) : std::monostate(); }},
    {{"latitude", kNumber, "of the place", "degrees", "place.latitude"},
     [](const Row& r) -> Cell { return number_cell(r.event.place ? r.event.place->latitude : std::nullopt); }},
    {{"longitude", kNumber, "of the place", "degrees", "place.longitude"},
     [](const Row& r) -> Cell { return number_cell(r.event.place ? r.event.place->longitude : std::nullopt); }},
    {{"killed", kInteger, "as far as stated", "0 and up", "magnitude.killed"},
     [](const Row& r) -> Cell { return integer_cell(r.event.magnitude.killed); }},
    {{"wounded", kInteger, "as far as stated", "0 and up", "magnitude.wounded"},
     [](const Row& r) -> Cell { return integer_cell(r.event.magnitude.wounded); }},
    {{"arrested", kInteger, "as far as stated", "0 and up", "magnitude.arrested"},
     [](const Row& r) -> Cell { return integer_cell(r.event.magnitude.arrested); }},
    {{"displaced", kInteger, "as far as stated", "0 and up", "magnitude.displaced"},
     [](const Row& r) -> Cell { return integer_cell(r.event.magnitude.displaced); }},
    {{"crowd", kInteger, "as far as stated", "0 and up", "magnitude.crowd"},
     [](const Row& r) -> Cell { return integer_cell(r.event.magnitude.crowd); }},
    {{"amount", kNumber, "of money, as far as stated", "", "magnitude.amount"},
     [](const Row& r) -> Cell { return number_cell(r.event.magnitude.amount); }},
    {{"currency", kText, "of the amount", "ISO 4217", "magnitude.currency"},
     [](const Row& r) -> Cell { return text_cell(r.event.magnitude.currency); }},
    {{"attributed_to", kText, "id of the statement that reports it", "", "attributed_to"},
     [](const Row& r) -> Cell { return text_cell(r.event.attributed_to); }},
};

}  // namespace

EventColumns event_columns() {
  static const std::vector<Column<Row>> kAll = joined<Row>({kColumns, kMentionColumns<Row>, kRecordColumns<Row>});
  return kAll;
}

}  // namespace entente

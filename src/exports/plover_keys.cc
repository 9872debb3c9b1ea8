// The keys of PLOVER's JSON for its codebook; a test holds them against what is written.
#include "exports/plover_json.h"

namespace entente {
namespace {

constexpr CellType kText = CellType::kText;
constexpr CellType kInteger = CellType::kInteger;
constexpr CellType kNumber = CellType::kNumber;

constexpr ColumnText kKeys[] = {
    {"id", kText, "the ledger's id", "", "id"},
    {"date", CellType::kDay, "first day of the event's date; the day of publication where the text gives none",
     "YYYY-MM-DD; null where neither is known", "date.from, date.to, mentions.published"},
    {"enddate", CellType::kDay, "its last day, where that is another", "YYYY-MM-DD", "date.to"},
    {"actor[].code", kText, "who did it; all parties of a joint act",
     "alpha-3, KOS for Kosovo; IGO UNO EUR NGO IMG MNC", "actor.country, actor.code"},
    {"actor[].sector", kText, "a list of one", "PLOVER's sectors", "actor.sector"},
    {"actor[].entity_text", kText, "as the article has it", "", "actor.text"},
    {"actor[].identifier_text", kText, "the resolved name", "", "actor.name"},
    {"actor[].office", kText, "what it is, as held on the article's date", "", "actor.role"},
    {"recipient[]", kText, "to whom: the same keys", "", "recipient"},
    {"event", kText, "what was done: a list of one", "the 16 types of PLOVER 2.0", "type"},
    {"mode", kText, "how; for an event that is not actual its status beside it",
     "PLOVER's modes; historical, future, hypothetical, negation", "mode, status"},
    {"context", kText, "what it is part of", "PLOVER's 37 contexts", "contexts"},
    {"quad_code", kInteger, "quad class; 0 in Phoenix's mapping alone",
     "0 statement, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", "quad"},
    {"event_scale", kNumber, "PLOVER's score", "-10 to 10", "score"},
    {"event_loc.extracted_place", kText, "the place as the article has it", "", "place.text"},
    {"event_loc.resolved_place", kText, "its name", "", "place.name"},
    {"event_loc.lat", kNumber, "of the place", "degrees", "place.latitude"},
    {"event_loc.lon", kNumber, "of the place", "degrees", "place.longitude"},
    {"event_loc.country", kText, "country of the place", "English names", "place.country"},
    {"event_loc.country_code", kText, "country of the place", "alpha-3, KOS for Kosovo", "place.country"},
    {"event_text", kText, "the evidence", "", "evidence.text"},
    {"text_info.sequence", kInteger, "its sentence, from 1", "1 and up", "evidence.sentence"},
    {"text_info.start", kInteger, "its first code point in the article's text", "0 and up", "evidence.start"},
    {"text_info.end", kInteger, "the code point after its last", "1 and up", "evidence.end"},
    {"size.dead", kInteger, "as far as stated", "0 and up", "magnitude.killed"},
    {"size.injured", kInteger, "as far as stated", "0 and up", "magnitude.wounded"},
    {"size.arrested", kInteger, "as far as stated", "0 and up", "magnitude.arrested"},
    {"cite_info.citation", kText, "id of the article that tells it most fully: event_text is from there", "",
     "mentions.article"},
    {"cite_info.url", kText, "of that article", "", "mentions.url"},
    {"cite_info.title", kText, "of that article", "", "mentions.title"},
    {"cite_info.publication", kText, "its publisher", "", "mentions.publisher"},
    {"cite_info.language", kText, "of the article; Entente reads English alone", "eng", ""},
    {"cite_info.coder", kText, "who coded it", "entente", ""},
    {"cite_info.codebook", kText, "by which rules", "PLOVER 2.0", ""},
    {"cite_info.version", kText, "version of the engine", "", "engine.version"},
};

// What PLOVER has no key for.
constexpr ColumnText kMoreKeys[] = {
    {"entente.status", kText, "whether it happened", "actual, future, hypothetical, historical, negated", "status"},
    {"entente.reciprocal", kText, "whether it is a joint act", "true, false", "reciprocal"},
    {"entente.cameo", kText, "the most specific CAMEO code", "2 to 4 digits", "cameo"},
    {"entente.goldstein", kNumber, "Goldstein value of the code", "-10 to 10", "goldstein"},
    {"entente.confidence", kNumber, "calibrated", "0 to 1", "confidence"},
    {"entente.attributed_to", kText, "id of the statement that reports it", "", "attributed_to"},
    {"entente.articles", kInteger, "how many articles tell it", "1 and up", "articles"},
    {"entente.sources", kInteger, "how many publishers; near-copies of one article are one source", "1 and up",
     "sources"},
    {"entente.verdict", kText, "what a reviewer said", "accepted, corrected, rejected", "verdict"},
    {"entente.published", kText, "when the article of cite_info was", "ISO 8601", "mentions.published"},
    {"entente.date.from", kText, "the first day that the text allows", "ISO 8601", "date.from"},
    {"entente.date.to", kText, "the last", "ISO 8601", "date.to"},
    {"entente.date.text", kText, "the date as written", "", "date.text"},
    {"entente.date.precision", kText, "how exact the text is about it", "day, week, month, year, open",
     "date.precision"},
    {"entente.size.displaced", kInteger, "as far as stated", "0 and up", "magnitude.displaced"},
    {"entente.size.crowd", kInteger, "as far as stated", "0 and up", "magnitude.crowd"},
    {"entente.size.amount", kNumber, "of money, as far as stated", "", "magnitude.amount"},
    {"entente.size.currency", kText, "of the amount", "ISO 4217", "magnitude.currency"},
    {"entente.actor[].code", kText, "of each actor, in the order of actor", "alpha-3, or an international actor's code",
     "actor.code"},
    {"entente.actor[].country", kText, "its country", "alpha-3", "actor.country"},
    {"entente.actor[].type", kText, "what it is", "state, organisation, person, group, place", "actor.type"},
    {"entente.actor[].via", kText, "what in the text names it, or that a reviewer does",
     "name, title, nationality, capital, pronoun, description, review", "actor.via"},
    {"entente.actor[].start", kInteger, "its first code point in the article's text", "0 and up", "actor.start"},
    {"entente.actor[].end", kInteger, "the code point after its last", "1 and up", "actor.end"},
    {"entente.recipient[]", kText, "to whom: the same keys", "", "recipient"},
};

}  // namespace

const std::vector<ColumnText>& plover_keys() {
  static const std::vector<ColumnText> kAll = [] {
    std::vector<ColumnText> all(std::begin(kKeys), std::end(kKeys));
    all.insert(all.end(), std::begin(kMoreKeys), std::end(kMoreKeys));
    return all;
  }();
  return kAll;
}

}  // namespace entente

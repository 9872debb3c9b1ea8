// What a ledger holds: records of many articles, joined.
//
// An account is what the ledger says once, from all the records that say it: an event, an agreement's thread, a
//   relation's interval, a dispute. Its record fields are those of its fullest mention.
// Units: dates are ISO 8601 days; spans count code points of the article that the record was read from.
// Lifetime, threads: values.
// Source: docs/formats/ledger.md.
#ifndef ENTENTE_LEDGER_ROWS_H_
#define ENTENTE_LEDGER_ROWS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/record.h"

namespace entente {

// One record in one article that tells what the account says.
struct Mention {
  std::string record;   // id of the record
  std::string article;  // id of the article
  int version = 1;      // of the article: the same id with other text is the next one
  std::optional<std::string> published, publisher, url, title;
  int sentence = 0;  // of its first evidence, from 0
  CodePointSpan span;
};

// What a reviewer said of it; corrections are in the record's fields already, unless the ledger was asked for the
// records as they were coded.
enum class Verdict { kNone, kAccepted, kCorrected, kRejected };
[[nodiscard]] const char* verdict_name(Verdict verdict);  // "", "accepted", "corrected", "rejected"

struct Account {
  std::string id;                 // "le_" event, "ls_" statement, "la_" agreement, "lr_" relation, "ld_" dispute
  std::vector<Mention> mentions;  // by publication, then article id; at least one
  int articles = 0;               // how many articles tell it
  int sources = 0;                // how many publishers; near-copies of one article are one source
  Verdict verdict = Verdict::kNone;
  EngineStamp stamp;  // of the run that read the fields
};

// `event.id` and the like is the id of the mention whose fields they are.
struct LedgerEvent : Account {
  Event event;
};

struct LedgerStatement : Account {
  Statement statement;
};

// proposed, signed, ratified, stalled, violated: each with the mention that tells it of the earliest day.
struct AgreementStep {
  std::string status;
  std::optional<DateInterval> date;
  Mention mention;
};

struct AgreementThread : Account {
  Agreement agreement;               // its status is that of the last step, unless a reviewer moved that one
  std::vector<AgreementStep> steps;  // by date
};

// From when to when two stood to each other so: as stated, else as first and last told.
struct RelationInterval : Account {
  Relation relation;
  std::optional<std::string> from, to;  // days; `to` is empty where nothing ended it
  Mention first, last;                  // evidence at both ends
};

struct Position {
  std::optional<Actor> speaker;  // none: the article itself says so
  std::string stance;
  std::string first_day, last_day;  // when it was taken, and last repeated; may be empty
  std::vector<Mention> statements;  // by day; of many the first and the last
  std::int64_t count = 0;           // how many statements say so
  std::string text;                 // the words of the first of them; empty where the ledger holds no text
};

struct LedgerDispute : Account {
  std::optional<Issue> issue;
  std::vector<Position> positions;
  bool change_of_position = false;  // one speaker, at two times
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_ROWS_H_

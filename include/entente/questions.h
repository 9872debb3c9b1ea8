// Questions to a ledger.
//
// Units: days are ISO 8601 ("2026-03-11"; "2026-03" and "2026" for the whole of them), both ends included. Codes are
// countries' and organisations' as records have
//   them ("AZE"); where a query takes an actor, "AZE" is any actor of that country or code, "AZE:MIL" one of its
//   sectors, and other words a part of a resolved name ("Aliyev").
// Days: events and statements are of one day. Agreements, relations and disputes last: they are found by any of their
//   days, from the first step, evidence or statement to the last; a relation that nothing ended lasts on.
// Order: newest first, then by id; the same whatever the order in which articles came. Agreements and relations by
//   their first day, disputes by their last.
// `as_coded`: as the engine read it, without what reviewers corrected or rejected.
// Visitors return false to stop. They must not use the ledger.
// Errors: kUsage for a query that cannot be meant (a date that is none, an unknown unit); else as in entente/ledger.h.
// Threads: one at a time a ledger.
#ifndef ENTENTE_QUESTIONS_H_
#define ENTENTE_QUESTIONS_H_

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "entente/ledger.h"
#include "entente/ledger_rows.h"

namespace entente {

// What all queries can say. Empty fields ask for nothing.
struct Query {
  std::string since, until;
  std::vector<std::string> parties;  // any of them, on any side
  double min_confidence = 0;
  int min_sources = 0;
  bool as_coded = false;
  std::int64_t limit = 0;  // 0: all
};

struct EventQuery : Query {
  std::vector<std::string> actors, recipients;  // a reciprocal event's parties are both
  std::vector<std::string> types;               // PLOVER types or CAMEO codes ("CONSULT", "04", "042")
  std::vector<std::string> statuses;            // empty: actual and historical
  std::vector<int> quads;
  std::vector<std::string> countries;  // where it happened
};

struct StatementQuery : Query {
  std::vector<std::string> speakers;
  std::vector<std::string> issues;  // ids, or words of a label
  std::vector<std::string> stances;
};

struct AgreementQuery : Query {
  std::vector<std::string> forms, statuses;
};

struct RelationQuery : Query {
  std::vector<std::string> types;
};

struct DisputeQuery : Query {
  std::vector<std::string> issues;
  std::optional<bool> change_of_position;
};

template <class T>
using Visitor = std::function<bool(const T&)>;

[[nodiscard]] Status each_event(Ledger& ledger, const EventQuery& query, const Visitor<LedgerEvent>& each);
[[nodiscard]] Status each_statement(Ledger& ledger, const StatementQuery& query, const Visitor<LedgerStatement>& each);
[[nodiscard]] Status each_agreement(Ledger& ledger, const AgreementQuery& query, const Visitor<AgreementThread>& each);
[[nodiscard]] Status each_relation(Ledger& ledger, const RelationQuery& query, const Visitor<RelationInterval>& each);
[[nodiscard]] Status each_dispute(Ledger& ledger, const DisputeQuery& query, const Visitor<LedgerDispute>& each);
// How many a query finds, whatever its limit; counting stops at `most`, where that is not 0. Empty where only the
// records themselves can tell, for a query with a sector or a name (but of speakers, whose names are in the tables) and
// for one for the parties of statements: they are counted as they are visited.
[[nodiscard]] Result<std::optional<std::int64_t>> count_of(Ledger& ledger, const EventQuery& query, std::int64_t most);
[[nodiscard]] Result<std::optional<std::int64_t>> count_of(Ledger& ledger, const StatementQuery& query,
                                                           std::int64_t most);
[[nodiscard]] Result<std::optional<std::int64_t>> count_of(Ledger& ledger, const AgreementQuery& query,
                                                           std::int64_t most);
[[nodiscard]] Result<std::optional<std::int64_t>> count_of(Ledger& ledger, const RelationQuery& query,
                                                           std::int64_t most);
[[nodiscard]] Result<std::optional<std::int64_t>> count_of(Ledger& ledger, const DisputeQuery& query,
                                                           std::int64_t most);

struct DyadQuery {
  std::string actor, recipient;  // codes
  enum class By { kDay, kWeek, kMonth, kQuarter, kYear } by = By::kMonth;
  std::string since, until;
  std::vector<std::string> types, statuses;
  bool as_coded = false;
};

// What one side did to the other in one stretch of time.
struct DyadSide {
  std::array<std::int64_t, 4> quads{};  // verbal cooperation, material cooperation, verbal conflict, material conflict
  std::int64_t events = 0;
  double goldstein_sum = 0, score_sum = 0;  // of the events that have one
  std::int64_t with_goldstein = 0, with_score = 0;
};

struct DyadRow {
  std::string from, to;  // first and last day
  bool covered = false;  // the ledger holds events of that time at all; else this is a gap, not a zero
  // Of all dyads in that time, what happened: empty where a status was asked for that did not happen.
  std::optional<std::int64_t> ledger_events;
  DyadSide forth, back;     // actor to recipient, recipient to actor; a joint act counts in both
  std::int64_t events = 0;  // of both, a joint act once
};
[[nodiscard]] Result<std::vector<DyadRow>> dyad(Ledger& ledger, const DyadQuery& query);

struct SearchHit {
  std::string kind;  // article, statement, agreement
  std::string id;    // of the article, or of the account
  std::string article;
  std::optional<std::string> published, publisher, title;
  std::string snippet;  // matches between \x02 and \x03
};
// Words as people type them; "..." for a phrase. Best first. kUnavailable where the ledger holds no text.
[[nodiscard]] Result<std::vector<SearchHit>> search(Ledger& ledger, const std::string& words, std::int64_t limit);

// One account or one record in full, with the articles that it was read from.
struct Shown {
  std::variant<LedgerEvent, LedgerStatement, AgreementThread, RelationInterval, LedgerDispute> account;
  struct Source {
    Mention mention;
    std::optional<Record> record;  // as it was read in this article
    std::optional<EngineStamp> stamp;
    std::optional<std::string> text;  // of the article, where the ledger keeps it
  };
  std::vector<Source> sources;
};
// `id`: of an account ("le_...") or of one of its records ("ev_...").
[[nodiscard]] Result<Shown> show(Ledger& ledger, const std::string& id);

}  // namespace entente

#endif  // ENTENTE_QUESTIONS_H_

// Records: what comes out. The fields and names of the record contract (docs/formats/records.md).
//
// Units: spans in code points of Article::text. A field with no value is empty or nullopt and is
//   written as null, never invented.
// Lifetime, threads: values.
// Source: PLOVER 2.0 (types, modes, sectors, scores), CAMEO 1.1b3 (codes, Goldstein values).
#ifndef ENTENTE_RECORD_H_
#define ENTENTE_RECORD_H_

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "entente/span.h"

namespace entente {

struct Evidence {
  std::int32_t sentence = 0;  // index from 0
  CodePointSpan span;
  std::string text;  // the words between them, verbatim
};

struct Actor {
  std::string name;  // resolved: "Ilham Aliyev"
  std::string text;  // as the article wrote it: "He"
  CodePointSpan span;
  std::optional<std::string> code;     // ISO 3166-1 alpha-3, or an international actor's code
  std::optional<std::string> sector;   // PLOVER sector: GOV, MIL, ...
  std::optional<std::string> type;     // state, organisation, person, group
  std::optional<std::string> country;  // alpha-3
  std::optional<std::string> role;     // as held on the article's date: "President"
  std::string via;                     // name, title, nationality, capital, pronoun, description
};

struct OtherActor {
  std::string role;  // mediator, host, beneficiary
  Actor actor;
};

struct DateInterval {
  std::optional<std::string> from;  // ISO 8601 date
  std::optional<std::string> to;
  std::string text;       // as written; may be empty when the article's date stands in
  std::string precision;  // day, week, month, year, open
};

struct Place {
  std::string name;
  std::optional<std::string> country;  // alpha-3
  std::optional<double> latitude;      // degrees
  std::optional<double> longitude;
  std::string text;
};

struct Magnitude {
  std::optional<std::int64_t> killed, wounded, arrested, displaced, crowd;
  std::optional<double> amount;
  std::optional<std::string> currency;
};

// What decided it: the lexicon frame or rule by its name, and the model's scores.
struct Why {
  std::string rule;    // "lexicon:sign_agreement"
  std::string detail;  // short, for people
  std::optional<double> model_score;
};

struct RecordCommon {
  std::string id;  // stable: the same article, engine and knowledge give the same id
  std::string article;
  std::optional<std::string> published;
  std::vector<Evidence> evidence;
  double confidence = 0;  // 0 to 1
  std::vector<Why> why;
};

struct Event : RecordCommon {
  std::string type;  // PLOVER: AGREE, CONSULT, ...
  std::optional<std::string> mode;
  std::vector<std::string> contexts;
  std::optional<std::string> cameo;
  std::optional<int> quad;  // 1 to 4
  std::optional<double> goldstein;
  std::optional<double> score;  // PLOVER's scale
  std::vector<Actor> actor;
  std::vector<Actor> recipient;
  bool reciprocal = false;  // a joint act: all parties stand in actor
  std::vector<OtherActor> others;
  std::optional<DateInterval> date;
  std::optional<Place> place;
  std::string status;                        // actual, future, hypothetical, historical, negated
  std::optional<std::string> attributed_to;  // id of the statement that reports it
  Magnitude magnitude;
};

struct Cue {
  std::string text;
  std::string lemma;
  CodePointSpan span;
};

struct Quote {
  std::string text;
  CodePointSpan span;
};

struct Issue {
  std::optional<std::string> id;
  std::string label;
};

struct Statement : RecordCommon {
  std::optional<Actor> speaker;
  std::vector<Actor> addressee;
  Cue cue;
  std::string manner;  // direct, indirect, mixed
  Quote content;
  std::optional<Issue> issue;
  std::string stance;  // affirms, denies, supports, opposes, doubts, demands, promises, neutral
  std::vector<Actor> about;
  std::optional<DateInterval> date;
};

// What one party owes another under an agreement.
struct Provision {
  std::string type;        // defence, consultation, neutrality, ... (docs/formats/records.md)
  std::string obligation;  // binding, intent, possibility, principle
  std::vector<Actor> from;
  std::vector<Actor> to;
  Quote quote;
  std::vector<Quote> conditions;
};

struct Agreement : RecordCommon {
  std::optional<std::string> title;  // as the article names it
  std::string form;                  // treaty, declaration, ceasefire, memorandum, communique, contract, accord
  std::vector<Actor> parties;
  std::vector<Actor> brokers;
  std::vector<OtherActor> others;
  std::string status;  // proposed, agreed, signed, ratified, in_force, stalled, violated, ended
  std::optional<DateInterval> date;
  std::optional<Place> place;
  std::vector<Provision> provisions;
};

// How two actors stand to each other, as the article states it.
struct Relation : RecordCommon {
  std::optional<Actor> a;
  std::optional<Actor> b;
  std::string type;  // alliance, partnership, rivalry, conflict, war, dependence, mediation, recognition, occupation
  bool directed = false;  // from a to b
  bool negated = false;   // "does not recognise"
  std::optional<DateInterval> since;
  std::optional<DateInterval> until;
  std::optional<std::string> trend;  // deepening, weakening, steady
  std::optional<DateInterval> date;
};

struct DisputeSide {
  std::optional<Actor> speaker;  // none: the article itself says so
  std::string stance;
  std::optional<std::string> statement;  // id of a statement; none where the article itself says so
};

// Statements that cannot all be true, or a claim and its denial.
struct Dispute : RecordCommon {
  std::optional<Issue> issue;
  std::vector<DisputeSide> sides;
};

using Record = std::variant<Event, Statement, Agreement, Relation, Dispute>;

struct EngineStamp {
  std::string version;
  std::string model;      // checksum of the model file
  std::string knowledge;  // checksum of the tables
  // Which of the published variants the codes follow, by what they are of: "cameo": "1.1b3", "goldstein": "icews", ...
  std::map<std::string, std::string> conventions;
};

}  // namespace entente

#endif  // ENTENTE_RECORD_H_

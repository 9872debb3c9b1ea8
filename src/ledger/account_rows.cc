#include "ledger/account_rows.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "ledger/corrections.h"
#include "ledger/event_mention.h"
#include "ledger/prepare.h"

namespace entente {
namespace {

enum Layer : std::int64_t { kBoth = 0, kCorrected = 1, kAsCoded = 2 };
constexpr std::size_t kMostParties = 40;  // of a list: a summit of everybody is one event, not a thousand dyads

struct Days {
  std::int64_t first = kUnknownDay, last = kUnknownDay;
};

// One row of an account: in one layer, with the record as that layer has it.
struct Side {
  Layer layer = kBoth;
  std::int64_t key = 0;
  Verdict verdict = Verdict::kNone;
  Days days;  // of kinds with days of their own
};

Value tenths(const std::optional<double>& value) {
  return value ? Value(static_cast<std::int64_t>(std::lround(*value * 10))) : Value(nullptr);
}
Value number(const std::optional<int>& value) {
  return value ? Value(static_cast<std::int64_t>(*value)) : Value(nullptr);
}
std::int64_t thousandths(double confidence) { return std::lround(std::clamp(confidence, 0.0, 1.0) * 1000); }

// As its words tell; where they do not, of the day on which it was told first.
Days days_of(const MentionDate& date, const AccountHead& head) {
  if (date.from == kNoDay) return {head.told, head.told};
  return {table_day(date.from), table_day(date.to)};
}

std::set<std::string> codes_of(const std::vector<Actor>& actors) {
  std::set<std::string> codes;
  for (const Actor& actor : actors) {
    if (codes.size() >= kMostParties) break;
    if (actor.country && !actor.country->empty()) codes.insert(*actor.country);
    if (actor.code && !actor.code->empty()) codes.insert(*actor.code);
  }
  return codes;
}

std::set<std::string> sides_of(const std::vector<Actor>& actors) {
  std::set<std::string> codes;
  for (const Actor& actor : actors) {
    if (codes.size() >= kMostParties) break;
    if (std::string code = party_code(actor); !code.empty()) codes.insert(std::move(code));
  }
  return codes;
}

std::set<std::pair<std::string, std::string>> dyads_of(const Event& event) {
  std::set<std::pair<std::string, std::string>> dyads;
  const std::set<std::string> actors = sides_of(event.actor);
  for (const std::string& actor : actors) {
    for (const std::string& recipient : event.reciprocal ? actors : sides_of(event.recipient)) {
      if (actor != recipient) dyads.emplace(actor, recipient);
    }
  }
  return dyads;
}

std::set<std::pair<std::string, std::int64_t>> parties_of(const Event& event) {
  std::set<std::pair<std::string, std::int64_t>> parties;
  for (const std::string& code : codes_of(event.actor)) {
    parties.emplace(code, 1);
    if (event.reciprocal) parties.emplace(code, 2);
  }
  for (const std::string& code : codes_of(event.recipient)) parties.emplace(code, 2);
  return parties;
}

// What did happen, of all dyads: what shares and gaps are told by.
Status count_coverage(Database& database, const Event& event, std::int64_t day, Layer layer, std::int64_t by) {
  if (event.status != "actual" && event.status != "historical") return Unit{};
  return database.run(
      "INSERT INTO coverage (day, layer, events) VALUES (?, ?, ?) "
      "ON CONFLICT (day, layer) DO UPDATE SET events = coverage.events + excluded.events",
      {day, std::int64_t{layer}, by});
}

Status insert(Ledger::Impl& ledger, const AccountHead& head, const Side& side, const Event& event) {
  Database& database = ledger.database();
  const Days days = days_of(mention_date(event.date), head);
  const std::optional<std::string> country = event.place ? event.place->country : std::nullopt;
  ENTENTE_CHECK_OK(database.run(
      "INSERT INTO event (key, layer, verdict, best, told, type, status, cameo, quad, goldstein, score, day, last_day, "
      "mentions, articles, sources, confidence, country) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {side.key, std::int64_t{side.layer}, static_cast<std::int64_t>(side.verdict), head.best, head.told, event.type,
       event.status, value_of(event.cameo), number(event.quad), tenths(event.goldstein), tenths(event.score),
       days.first, days.last, head.tellers.mentions, head.tellers.articles, head.tellers.sources,
       thousandths(event.confidence), value_of(country)}));
  for (const auto& [code, place] : parties_of(event)) {
    ENTENTE_CHECK_OK(database.run("INSERT INTO party (code, side, day, event) VALUES (?, ?, ?, ?)",
                                  {code, place, days.first, side.key}));
  }
  for (const auto& [actor, recipient] : dyads_of(event)) {
    ENTENTE_CHECK_OK(
        database.run("INSERT INTO dyad (actor, recipient, day, event, layer, type, status, quad, goldstein, score) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     {actor, recipient, days.first, side.key, std::int64_t{side.layer}, event.type, event.status,
                      number(event.quad), tenths(event.goldstein), tenths(event.score)}));
  }
  return count_coverage(database, event, days.first, side.layer, 1);
}

// `day`: of the row that is removed; by what is known now it might be another.
Status remove(Ledger::Impl& ledger, std::int64_t day, const Side& side, const Event& event) {
  Database& database = ledger.database();
  for (const auto& [code, place] : parties_of(event)) {
    ENTENTE_CHECK_OK(database.run("DELETE FROM party WHERE code = ? AND side = ? AND day = ? AND event = ?",
                                  {code, place, day, side.key}));
  }
  for (const auto& [actor, recipient] : dyads_of(event)) {
    ENTENTE_CHECK_OK(database.run("DELETE FROM dyad WHERE actor = ? AND recipient = ? AND day = ? AND event = ?",
                                  {actor, recipient, day, side.key}));
  }
  ENTENTE_CHECK_OK(count_coverage(database, event, day, side.layer, -1));
  ENTENTE_CHECK_OK(database.run("DELETE FROM coverage WHERE day = ? AND events = 0", {day}));
  return database.run("DELETE FROM event WHERE key = ?", {side.key});
}

// Disputes are between statements: those of this one's issue are to be looked for anew.
Status touch_issue(Ledger::Impl& ledger, const Statement& statement) {
  const std::int64_t issue = issue_block(statement.issue, ledger.tables);
  if (issue == 0) return Unit{};
  ENTENTE_CHECK_OK(ledger.database().run("INSERT INTO dirty (kind, block, day) VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                                         {static_cast<std::int64_t>(kDisputeKind), issue}));
  return ledger.database().run("INSERT INTO issue (block, label, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                               {issue, statement.issue->label, statement.issue->id.value_or("")});
}

// Of a statement a stretch of days is no day: as it is joined (StatementMention::day).
std::int64_t statement_day(const Statement& statement, const AccountHead& head) {
  const MentionDate date = mention_date(statement.date);
  return days_of(date.kind == DateClass::kStated ? date : MentionDate{}, head).first;
}

Status insert(Ledger::Impl& ledger, const AccountHead& head, const Side& side, const Statement& statement) {
  Database& database = ledger.database();
  ENTENTE_CHECK_OK(touch_issue(ledger, statement));
  const std::string speaker = statement.speaker ? party_code(*statement.speaker) : "";
  return database.run(
      "INSERT INTO statement (key, layer, verdict, best, told, day, mentions, articles, sources, confidence, speaker, "
      "speaker_name, issue, label, stance, issue_block) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {side.key, std::int64_t{side.layer}, static_cast<std::int64_t>(side.verdict), head.best, head.told,
       statement_day(statement, head), head.tellers.mentions, head.tellers.articles, head.tellers.sources,
       thousandths(statement.confidence), speaker.empty() ? Value(nullptr) : Value(speaker),
       statement.speaker ? Value(statement.speaker->name) : Value(nullptr),
       statement.issue ? value_of(statement.issue->id) : Value(nullptr),
       statement.issue ? Value(statement.issue->label) : Value(nullptr), statement.stance,
       issue_block(statement.issue, ledger.tables)});
}

Status remove(Ledger::Impl& ledger, std::int64_t, const Side& side, const Statement& statement) {
  Database& database = ledger.database();
  ENTENTE_CHECK_OK(touch_issue(ledger, statement));
  return database.run("DELETE FROM statement WHERE key = ?", {side.key});
}

Status insert(Ledger::Impl& ledger, const AccountHead& head, const Side& side, const Agreement& agreement) {
  Database& database = ledger.database();
  ENTENTE_CHECK_OK(
      database.run("INSERT INTO agreement (key, layer, verdict, best, told, day, last_day, mentions, articles, "
                   "sources, confidence, form, "
                   "status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   {side.key, std::int64_t{side.layer}, static_cast<std::int64_t>(side.verdict), head.best, head.told,
                    side.days.first, side.days.last, head.tellers.mentions, head.tellers.articles, head.tellers.sources,
                    thousandths(agreement.confidence), agreement.form, agreement.status}));
  for (const std::string& code : codes_of(agreement.parties)) {
    ENTENTE_CHECK_OK(database.run("INSERT INTO agreement_party (code, day, agreement) VALUES (?, ?, ?)",
                                  {code, side.days.first, side.key}));
  }
  return Unit{};
}

Status remove(Ledger::Impl& ledger, std::int64_t day, const Side& side, const Agreement& agreement) {
  Database& database = ledger.database();
  for (const std::string& code : codes_of(agreement.parties)) {
    ENTENTE_CHECK_OK(database.run("DELETE FROM agreement_party WHERE code = ? AND day = ? AND agreement = ?",
                                  {code, day, side.key}));
  }
  return database.run("DELETE FROM agreement WHERE key = ?", {side.key});
}

Status insert(Ledger::Impl& ledger, const AccountHead& head, const Side& side, const Relation& relation) {
  Database& database = ledger.database();
  return database.run(
      "INSERT INTO relation (key, layer, verdict, best, told, day, last_day, mentions, articles, sources, confidence, "
      "type, a, b, trend) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {side.key, std::int64_t{side.layer}, static_cast<std::int64_t>(side.verdict), head.best, head.told,
       side.days.first, side.days.last, head.tellers.mentions, head.tellers.articles, head.tellers.sources,
       thousandths(relation.confidence), relation.type, relation.a ? party_code(*relation.a) : "",
       relation.b ? party_code(*relation.b) : "", value_of(relation.trend)});
}

Status remove(Ledger::Impl& ledger, std::int64_t, const Side& side, const Relation&) {
  Database& database = ledger.database();
  return database.run("DELETE FROM relation WHERE key = ?", {side.key});
}

// Disputes are no accounts of records: src/ledger/join_disputes.cc writes them.
Status insert(Ledger::Impl&, const AccountHead&, const Side&, const Dispute&) { return Unit{}; }
Status remove(Ledger::Impl&, std::int64_t, const Side&, const Dispute&) { return Unit{}; }

// A reviewer's beginning or end is that of the interval: it begins and ends as stated, else as it was told first.
Days corrected_days(const AccountHead& head, const std::string& field, const Relation& relation, Days days) {
  if (field == "since") {
    const MentionDate since = mention_date(relation.since);
    days.first = since.from == kNoDay ? head.told : table_day(since.from);
    if (days.last != kUnknownDay) days.last = std::max(days.first, days.last);
  }
  if (field == "until") {
    days.last = table_day(mention_date(relation.until).to);
    if (days.last != kUnknownDay) days.first = std::min(days.first, days.last);
  }
  return days;
}

// An agreement stands as its last step says: the day is that step's.
Days corrected_days(const AccountHead& head, const std::string& field, const Agreement& agreement, Days days) {
  if (field != "date") return days;
  const MentionDate date = mention_date(agreement.date);
  const std::int64_t day = date.from == kNoDay ? head.told : table_day(date.from);
  if (days.first == days.last) return {day, day};
  return {std::min(days.first, day), std::max(days.first, day)};
}

template <class Kind>
Days corrected_days(const AccountHead&, const std::string&, const Kind&, Days days) {
  return days;  // they follow from the record
}

struct LayeredRecord {
  Side side;
  Record record;
};

// The rows of an account: one where nobody said otherwise, none in the corrected view where it was rejected.
Result<std::vector<LayeredRecord>> layers_of(const AccountHead& head, const Record& record, const SaidOf& review) {
  const Days days{head.day.value_or(kUnknownDay), head.last_day.value_or(kUnknownDay)};
  if (review.verdict == Verdict::kNone || review.verdict == Verdict::kAccepted) {
    return std::vector<LayeredRecord>{{{kBoth, head.founder, review.verdict, days}, record}};
  }
  std::vector<LayeredRecord> layers = {{{kAsCoded, -head.founder, review.verdict, days}, record}};
  if (review.verdict == Verdict::kRejected) return layers;
  LayeredRecord corrected{{kCorrected, head.founder, review.verdict, days}, record};
  ENTENTE_CHECK_OK(correct(corrected.record, review));
  for (const Correction& correction : review.corrections) {
    corrected.side.days =
        std::visit([&](const auto& each) { return corrected_days(head, correction.field, each, corrected.side.days); },
                   corrected.record);
  }
  layers.push_back(std::move(corrected));
  return layers;
}

// As it stands in the tables; nothing where the account is not there.
struct FoundHead {
  AccountHead head;
  Verdict verdict = Verdict::kNone;
};
Result<std::optional<FoundHead>> head_of(Ledger::Impl& ledger, std::size_t kind, std::int64_t founder) {
  std::optional<FoundHead> found;
  Database& database = ledger.database();
  const bool days = has_own_days(kind);
  // As coded: a reviewer's days are no days of the account.
  ENTENTE_CHECK_OK(database.run(std::string("SELECT best, mentions, articles, sources, told, verdict") +
                                    (days ? ", day, last_day" : "") + " FROM " + kind_name(kind) +
                                    " WHERE key IN (?, ?) AND layer <> 1",
                                {founder, -founder}, [&](const Row& row) {
                                  AccountHead& head = found.emplace().head;
                                  head.kind = kind;
                                  head.founder = founder;
                                  head.best = row.integer(0);
                                  head.tellers = {row.integer(1), row.integer(2), row.integer(3)};
                                  head.told = row.integer(4);
                                  found->verdict = static_cast<Verdict>(row.integer(5));
                                  if (days) head.day = row.integer(6), head.last_day = row.integer(7);
                                }));
  if (!found) return found;
  ENTENTE_TRY(found->head.record_ids, record_ids_of(ledger, founder));
  return found;
}

Status remove_all(Ledger::Impl& ledger, const FoundHead& found) {
  const AccountHead& head = found.head;
  ENTENTE_TRY(const std::vector<Record> records, records_at(ledger, {head.best}));
  SaidOf review{found.verdict, {}};
  if (found.verdict == Verdict::kCorrected) {
    ENTENTE_TRY(review, review_of(ledger, head.kind, head.record_ids));
  }
  ENTENTE_TRY(const std::vector<LayeredRecord> layers, layers_of(head, records.front(), review));
  const std::string day_of_row = std::string("SELECT day FROM ") + kind_name(head.kind) + " WHERE key = ?";
  for (const auto& [side, record] : layers) {
    ENTENTE_TRY(const std::optional<std::int64_t> day, ledger.database().find_integer(day_of_row, {side.key}));
    if (!day) continue;
    ENTENTE_CHECK_OK(std::visit([&, &at = side](const auto& each) { return remove(ledger, *day, at, each); }, record));
  }
  return Unit{};
}

}  // namespace

bool has_own_days(std::size_t kind) { return kind == kAgreementKind || kind == kRelationKind; }

std::string party_code(const Actor& actor) { return actor.country ? *actor.country : actor.code.value_or(""); }

Status write_account(Ledger::Impl& ledger, const AccountHead& head, const Record& record) {
  ENTENTE_TRY(const SaidOf review, review_of(ledger, head.kind, head.record_ids));
  ENTENTE_TRY(const std::vector<LayeredRecord> layers, layers_of(head, record, review));
  for (const auto& [side, layered] : layers) {
    ENTENTE_CHECK_OK(std::visit([&, &at = side](const auto& each) { return insert(ledger, head, at, each); }, layered));
  }
  return Unit{};
}

Status erase_account(Ledger::Impl& ledger, std::size_t kind, std::int64_t founder) {
  ENTENTE_TRY(const std::optional<FoundHead> found, head_of(ledger, kind, founder));
  return found ? remove_all(ledger, *found) : Status(Unit{});
}

Status rewrite_account(Ledger::Impl& ledger, std::size_t kind, std::int64_t founder,
                       const std::function<Status()>& write) {
  ENTENTE_TRY(const std::optional<FoundHead> found, head_of(ledger, kind, founder));
  if (found) ENTENTE_CHECK_OK(remove_all(ledger, *found));
  ENTENTE_CHECK_OK(write());
  if (!found) return Unit{};
  ENTENTE_TRY(const std::vector<Record> records, records_at(ledger, {found->head.best}));
  return write_account(ledger, found->head, records.front());
}

}  // namespace entente

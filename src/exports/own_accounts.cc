#include "exports/own_columns.h"

namespace entente {
namespace {

constexpr CellType kText = CellType::kText;
constexpr CellType kInteger = CellType::kInteger;
constexpr CellType kDay = CellType::kDay;
constexpr CellType kClass = CellType::kClass;

using StatementRow = AccountRow<LedgerStatement>;
using AgreementRow = AccountRow<AgreementThread>;
using RelationRow = AccountRow<RelationInterval>;
using DisputeRow = AccountRow<LedgerDispute>;

Cell name_of(const std::optional<Actor>& actor) { return actor ? text_cell(actor->name) : std::monostate(); }
Cell code_of(const std::optional<Actor>& actor) { return actor ? text_cell(actor->code) : std::monostate(); }
Cell sector_of(const std::optional<Actor>& actor) { return actor ? text_cell(actor->sector) : std::monostate(); }
Cell issue_id(const std::optional<Issue>& issue) { return issue ? text_cell(issue->id) : std::monostate(); }
Cell issue_label(const std::optional<Issue>& issue) { return issue ? text_cell(issue->label) : std::monostate(); }

template <class Row>
constexpr Column<Row> kId[] = {{{"id", kText, "the ledger's id", "two letters, _ and 16 hex digits", "id"},
                                [](const Row& r) -> Cell { return text_cell(r.account.id); }}};

constexpr Column<StatementRow> kStatement[] = {
    {{"speaker", kText, "who said it; missing where the article does not say", "", "speaker.name"},
     [](const auto& r) -> Cell { return name_of(r.account.statement.speaker); }},
    {{"speaker_code", kText, "code of the speaker", "alpha-3, or an international actor's code", "speaker.code"},
     [](const auto& r) -> Cell { return code_of(r.account.statement.speaker); }},
    {{"speaker_sector", kText, "sector of the speaker", "PLOVER's sectors", "speaker.sector"},
     [](const auto& r) -> Cell { return sector_of(r.account.statement.speaker); }},
    {{"speaker_role", kText, "what the speaker is", "", "speaker.role"},
     [](const auto& r) -> Cell {
       const auto& speaker = r.account.statement.speaker;
       return speaker ? text_cell(speaker->role) : std::monostate();
     }},
    {{"addressee_names", kText, "to whom it was said", "joined by ; ", "addressee.name"},
     [](const auto& r) -> Cell { return actor_names(r.account.statement.addressee); }},
    {{"addressee_codes", kText, "their codes, in the same order; - where there is none", "", "addressee.code"},
     [](const auto& r) -> Cell { return actor_codes(r.account.statement.addressee); }},
    {{"cue", kText, "lemma of the word that marks it", "", "cue.lemma"},
     [](const auto& r) -> Cell { return text_cell(r.account.statement.cue.lemma); }},
    {{"manner", kClass, "how it is rendered", "direct, indirect, mixed", "manner"},
     [](const auto& r) -> Cell { return text_cell(r.account.statement.manner); }},
    {{"stance", kClass, "what the speaker does with it",
      "affirms, denies, supports, opposes, doubts, demands, promises, neutral", "stance"},
     [](const auto& r) -> Cell { return text_cell(r.account.statement.stance); }},
    {{"issue_id", kText, "standing issue that it is about", "", "issue.id"},
     [](const auto& r) -> Cell { return issue_id(r.account.statement.issue); }},
    {{"issue", kText, "what it is about", "", "issue.label"},
     [](const auto& r) -> Cell { return issue_label(r.account.statement.issue); }},
    {{"about_names", kText, "whom it is about", "joined by ; ", "about.name"},
     [](const auto& r) -> Cell { return actor_names(r.account.statement.about); }},
    {{"about_codes", kText, "their codes, in the same order; - where there is none", "", "about.code"},
     [](const auto& r) -> Cell { return actor_codes(r.account.statement.about); }},
    {{"date_from", kDay, "when it was said", "YYYY-MM-DD", "date.from"},
     [](const auto& r) -> Cell { return day_cell(r.account.statement.date, &DateInterval::from); }},
    {{"date_to", kDay, "the last day that may be meant", "YYYY-MM-DD", "date.to"},
     [](const auto& r) -> Cell { return day_cell(r.account.statement.date, &DateInterval::to); }},
    {{"content", kText, "what was said; missing where the ledger holds no text", "", "content.text"},
     [](const auto& r) -> Cell { return text_cell(r.account.statement.content.text); }},
};

Cell provisions_of(const AgreementRow& row) {
  std::vector<std::string> parts;
  for (const Provision& provision : row.account.agreement.provisions)
    parts.push_back(provision.type + " (" + provision.obligation + ")");
  return text_cell(join_list(parts, "; ", ""));
}

Cell steps_of(const AgreementRow& row) {
  std::vector<std::string> parts;
  for (const AgreementStep& step : row.account.steps) {
    std::string day = step.date ? whole_day(step.date->from.value_or("")) : "";
    if (day.empty()) day = whole_day(step.mention.published.value_or(""));
    parts.push_back(day.empty() ? step.status : step.status + " " + day);
  }
  return text_cell(join_list(parts, "; ", ""));
}

constexpr Column<AgreementRow> kAgreement[] = {
    {{"title", kText, "as the article names it", "", "title"},
     [](const auto& r) -> Cell { return text_cell(r.account.agreement.title); }},
    {{"form", kClass, "what it is", "treaty, declaration, ceasefire, memorandum, communique, contract, accord", "form"},
     [](const auto& r) -> Cell { return text_cell(r.account.agreement.form); }},
    {{"status", kClass, "what has become of it: of the last step",
      "proposed, agreed, signed, ratified, in_force, stalled, violated, ended", "status"},
     [](const auto& r) -> Cell { return text_cell(r.account.agreement.status); }},
    {{"party_names", kText, "whose it is", "joined by ; ", "parties.name"},
     [](const auto& r) -> Cell { return actor_names(r.account.agreement.parties); }},
    {{"party_codes", kText, "their codes, in the same order; - where there is none", "", "parties.code"},
     [](const auto& r) -> Cell { return actor_codes(r.account.agreement.parties); }},
    {{"broker_names", kText, "who brokered it", "joined by ; ", "brokers.name"},
     [](const auto& r) -> Cell { return actor_names(r.account.agreement.brokers); }},
    {{"broker_codes", kText, "their codes, in the same order; - where there is none", "", "brokers.code"},
     [](const auto& r) -> Cell { return actor_codes(r.account.agreement.brokers); }},
    {{"others", kText, "hosts, beneficiaries", "role: name (code), joined by ; ", "others"},
     [](const auto& r) -> Cell { return other_actors(r.account.agreement.others); }},
    {{"date_from", kDay, "when it came about", "YYYY-MM-DD", "date.from"},
     [](const auto& r) -> Cell { return day_cell(r.account.agreement.date, &DateInterval::from); }},
    {{"date_to", kDay, "the last day that may be meant", "YYYY-MM-DD", "date.to"},
     [](const auto& r) -> Cell { return day_cell(r.account.agreement.date, &DateInterval::to); }},
    {{"place", kText, "where", "", "place.name"},
     [](const auto& r) -> Cell {
       const auto& place = r.account.agreement.place;
       return place ? text_cell(place->name) : std::monostate();
     }},
    {{"steps", kText, "what happened to it, each with its day", "status YYYY-MM-DD, joined by ; ", "steps"}, steps_of},
    {{"provisions", kText, "what it lays down", "type (obligation), joined by ; ",
      "provisions.type, provisions.obligation"},
     provisions_of},
};

constexpr Column<RelationRow> kRelation[] = {
    {{"type", kClass, "how they stand to each other",
      "alliance, partnership, rivalry, conflict, war, dependence, mediation, recognition, occupation", "type"},
     [](const auto& r) -> Cell { return text_cell(r.account.relation.type); }},
    {{"a", kText, "one of the two", "", "a.name"}, [](const auto& r) -> Cell { return name_of(r.account.relation.a); }},
    {{"a_code", kText, "its code", "", "a.code"}, [](const auto& r) -> Cell { return code_of(r.account.relation.a); }},
    {{"b", kText, "the other", "", "b.name"}, [](const auto& r) -> Cell { return name_of(r.account.relation.b); }},
    {{"b_code", kText, "its code", "", "b.code"}, [](const auto& r) -> Cell { return code_of(r.account.relation.b); }},
    {{"directed", kInteger, "1 where it goes from a to b", "0, 1", "directed"},
     [](const auto& r) -> Cell { return flag(r.account.relation.directed); }},
    {{"negated", kInteger, "1 for \"does not recognise\"", "0, 1", "negated"},
     [](const auto& r) -> Cell { return flag(r.account.relation.negated); }},
    {{"from", kDay, "since when: as stated, else as first told", "YYYY-MM-DD", "from"},
     [](const auto& r) -> Cell { return text_cell(whole_day(r.account.from.value_or(""))); }},
    {{"to", kDay, "until when; missing where nothing ended it", "YYYY-MM-DD", "to"},
     [](const auto& r) -> Cell { return text_cell(whole_day(r.account.to.value_or(""))); }},
    {{"trend", kClass, "where it is going", "deepening, weakening, steady", "trend"},
     [](const auto& r) -> Cell { return text_cell(r.account.relation.trend); }},
    {{"first_article", kText, "the article at its beginning", "", "first.article"},
     [](const auto& r) -> Cell { return text_cell(r.account.first.article); }},
    {{"last_article", kText, "the article at its end", "", "last.article"},
     [](const auto& r) -> Cell { return text_cell(r.account.last.article); }},
};

template <class Part>
Cell position_parts(const DisputeRow& row, Part part) {
  std::vector<std::string> parts;
  for (const Position& position : row.account.positions) parts.push_back(part(position));
  return text_cell(join_list(parts, "; ", "-"));
}

constexpr Column<DisputeRow> kDispute[] = {
    {{"issue_id", kText, "standing issue that it is about", "", "issue.id"},
     [](const auto& r) -> Cell { return issue_id(r.account.issue); }},
    {{"issue", kText, "what it is about", "", "issue.label"},
     [](const auto& r) -> Cell { return issue_label(r.account.issue); }},
    {{"change_of_position", kInteger, "1 where it is one speaker at two times", "0, 1", "change_of_position"},
     [](const auto& r) -> Cell { return flag(r.account.change_of_position); }},
    {{"positions", kInteger, "how many there are", "2 and up", "positions"},
     [](const auto& r) -> Cell { return static_cast<std::int64_t>(r.account.positions.size()); }},
    {{"speakers", kText, "who holds each; - where the article itself says so", "joined by ; ",
      "positions.speaker.name"},
     [](const auto& r) -> Cell {
       return position_parts(r, [](const Position& p) { return p.speaker ? p.speaker->name : std::string(); });
     }},
    {{"speaker_codes", kText, "their codes, in the same order", "joined by ; ", "positions.speaker.code"},
     [](const auto& r) -> Cell {
       return position_parts(r, [](const Position& p) { return p.speaker ? p.speaker->code.value_or("") : ""; });
     }},
    {{"stances", kText, "what each holds, in the same order", "joined by ; ", "positions.stance"},
     [](const auto& r) -> Cell { return position_parts(r, [](const Position& p) { return p.stance; }); }},
    {{"first_days", kText, "when each was taken, in the same order", "YYYY-MM-DD, joined by ; ", "positions.first_day"},
     [](const auto& r) -> Cell { return position_parts(r, [](const Position& p) { return p.first_day; }); }},
    {{"last_days", kText, "when each was last repeated, in the same order", "YYYY-MM-DD, joined by ; ",
      "positions.last_day"},
     [](const auto& r) -> Cell { return position_parts(r, [](const Position& p) { return p.last_day; }); }},
    {{"texts", kText, "the words of each, in the same order", "joined by ; ", "positions.text"},
     [](const auto& r) -> Cell { return position_parts(r, [](const Position& p) { return p.text; }); }},
};

}  // namespace

Columns<StatementRow> statement_columns() {
  using Row = StatementRow;
  static const auto kAll = joined<Row>({kId<Row>, kStatement, kMentionColumns<Row>, kRecordColumns<Row>});
  return kAll;
}

Columns<AgreementRow> agreement_columns() {
  using Row = AgreementRow;
  static const auto kAll = joined<Row>({kId<Row>, kAgreement, kMentionColumns<Row>, kRecordColumns<Row>});
  return kAll;
}

Columns<RelationRow> relation_columns() {
  using Row = RelationRow;
  static const auto kAll = joined<Row>({kId<Row>, kRelation, kMentionColumns<Row>, kRecordColumns<Row>});
  return kAll;
}

Columns<DisputeRow> dispute_columns() {
  using Row = DisputeRow;
  static const auto kAll = joined<Row>({kId<Row>, kDispute, kMentionColumns<Row>});
  return kAll;
}

}  // namespace entente

// Which fields a reviewer may correct, and how values are written: docs/formats/ledger.md.
#include <algorithm>
#include <utility>

#include "ledger/correct_values.h"
#include "ledger/corrections.h"
#include "store/body.h"

namespace entente {
namespace {

using Words = std::vector<std::string>;

// What a field of a kind takes, and how it is set and told.
template <class Kind>
struct Field {
  const char* name;
  Words values;  // one of these, where there are any
  const char* expected;
  std::function<Status(Kind&, const std::string&)> set;
  std::function<std::string(const Kind&)> get;
  std::function<std::vector<Actor>(const Kind&)> actors = nullptr;  // whom it names; of fields that do
};
template <class Kind>
using Fields = std::vector<Field<Kind>>;

std::string listed(const Words& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

Status set_word(const Words& of, const std::string& value, std::string& to) {
  if (std::find(of.begin(), of.end(), value) == of.end()) return Error{ErrorCode::kUsage, "expected " + listed(of), ""};
  to = value;
  return Unit{};
}

Status set_text(const std::string& value, std::optional<std::string>& to) {
  to = value.empty() ? std::nullopt : std::optional(value);
  return Unit{};
}

constexpr const char* kTypeExpected = "a PLOVER type: CONSULT";
constexpr const char* kModeExpected = "a mode of PLOVER, in small letters: visit";
constexpr const char* kTitleExpected = "its name, in words";
constexpr const char* kWordsExpected = "a short label: the status of the corridor";

Status set_type(Event& event, const std::string& value) {
  if (value.empty() || !std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
    return Error{ErrorCode::kUsage, std::string("expected ") + kTypeExpected, ""};
  }
  // What followed from the old type is known no longer, unless the reviewer says it too.
  if (value != event.type) {
    event.mode.reset(), event.cameo.reset(), event.quad.reset(), event.goldstein.reset(), event.score.reset();
  }
  event.type = value;
  return Unit{};
}

Status set_mode(Event& event, const std::string& value) {
  if (!std::all_of(value.begin(), value.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_'; })) {
    return Error{ErrorCode::kUsage, std::string("expected ") + kModeExpected, ""};
  }
  return set_text(value, event.mode);
}

Status set_quad(Event& event, const std::string& value) {
  if (value.empty()) {
    event.quad.reset();
    return Unit{};
  }
  std::string quad;
  ENTENTE_CHECK_OK(set_word({"1", "2", "3", "4"}, value, quad));
  event.quad = quad.front() - '0';
  return Unit{};
}

// Whatever the kind: a member that is an actor, a list of them, a date, a number, a text or a word of a list.
template <class Kind>
Field<Kind> actors(const char* name, std::vector<Actor> Kind::*member) {
  return {name,
          {},
          kActorsExpected,
          [member](Kind& to, const std::string& value) { return read_actors(value, to.*member); },
          [member](const Kind& from) { return written(from.*member); },
          [member](const Kind& from) { return from.*member; }};
}
template <class Kind>
Field<Kind> actor(const char* name, std::optional<Actor> Kind::*member) {
  return {
      name,
      {},
      kActorExpected,
      [member](Kind& to, const std::string& value) { return read_actor(value, to.*member); },
      [member](const Kind& from) { return written(from.*member); },
      [member](const Kind& from) { return from.*member ? std::vector<Actor>{*(from.*member)} : std::vector<Actor>(); }};
}
template <class Kind>
Field<Kind> date(const char* name, std::optional<DateInterval> Kind::*member) {
  return {name,
          {},
          kDateExpected,
          [member](Kind& to, const std::string& value) { return read_date(value, to.*member); },
          [member](const Kind& from) { return written(from.*member); }};
}
template <class Kind>
Field<Kind> number(const char* name, std::optional<double> Kind::*member) {
  return {name,
          {},
          kNumberExpected,
          [member](Kind& to, const std::string& value) { return read_number(value, to.*member); },
          [member](const Kind& from) { return written(from.*member); }};
}
template <class Kind>
Field<Kind> word(const char* name, std::string Kind::*member, const Words& of) {
  return {name, of, "", [member, of](Kind& to, const std::string& value) { return set_word(of, value, to.*member); },
          [member](const Kind& from) { return from.*member; }};
}

const Fields<Event>& fields(const Event&) {
  static const Fields<Event> kAll = {
      {"type", {}, kTypeExpected, set_type, [](const Event& from) { return from.type; }},
      {"mode", {}, kModeExpected, set_mode, [](const Event& from) { return from.mode.value_or(""); }},
      {"cameo",
       {},
       kCameoExpected,
       [](Event& to, const std::string& value) { return read_cameo(value, to.cameo); },
       [](const Event& from) { return from.cameo.value_or(""); }},
      {"quad",
       {"1", "2", "3", "4"},
       "",
       set_quad,
       [](const Event& from) { return from.quad ? std::to_string(*from.quad) : std::string(); }},
      number("goldstein", &Event::goldstein),
      number("score", &Event::score),
      word("status", &Event::status, {"actual", "future", "hypothetical", "historical", "negated"}),
      actors("actor", &Event::actor),
      actors("recipient", &Event::recipient),
      date("date", &Event::date),
  };
  return kAll;
}

const Fields<Statement>& fields(const Statement&) {
  static const Fields<Statement> kAll = {
      word("stance", &Statement::stance,
           {"affirms", "denies", "supports", "opposes", "doubts", "demands", "promises", "neutral"}),
      actor("speaker", &Statement::speaker),
      {"issue",
       {},
       kWordsExpected,
       [](Statement& to, const std::string& value) {
         to.issue = value.empty() ? std::nullopt : std::optional(Issue{std::nullopt, value});
         return Status(Unit{});
       },
       [](const Statement& from) { return from.issue ? from.issue->label : std::string(); }},
      date("date", &Statement::date),
  };
  return kAll;
}

const Fields<Agreement>& fields(const Agreement&) {
  static const Fields<Agreement> kAll = {
      word("form", &Agreement::form,
           {"treaty", "declaration", "ceasefire", "memorandum", "communique", "contract", "accord"}),
      word("status", &Agreement::status,
           {"proposed", "agreed", "signed", "ratified", "in_force", "stalled", "violated", "ended"}),
      {"title",
       {},
       kTitleExpected,
       [](Agreement& to, const std::string& value) { return set_text(value, to.title); },
       [](const Agreement& from) { return from.title.value_or(""); }},
      actors("parties", &Agreement::parties),
      actors("brokers", &Agreement::brokers),
      date("date", &Agreement::date),
  };
  return kAll;
}

const Fields<Relation>& fields(const Relation&) {
  static const Words kTrends = {"deepening", "weakening", "steady"};
  static const Fields<Relation> kAll = {
      word("type", &Relation::type,
           {"alliance", "partnership", "rivalry", "conflict", "war", "dependence", "mediation", "recognition",
            "occupation"}),
      {"trend", kTrends, "",
       [](Relation& to, const std::string& value) -> Status {
         if (value.empty()) return set_text(value, to.trend);
         std::string trend;
         ENTENTE_CHECK_OK(set_word(kTrends, value, trend));
         return set_text(trend, to.trend);
       },
       [](const Relation& from) { return from.trend.value_or(""); }},
      actor("a", &Relation::a),
      actor("b", &Relation::b),
      date("since", &Relation::since),
      date("until", &Relation::until),
  };
  return kAll;
}

const Fields<Dispute>& fields(const Dispute&) {
  static const Fields<Dispute> kNone;
  return kNone;
}

Record record_of(const std::string& kind) {
  if (kind == kind_name(0)) return Event{};
  if (kind == kind_name(1)) return Statement{};
  if (kind == kind_name(2)) return Agreement{};
  if (kind == kind_name(3)) return Relation{};
  return Dispute{};
}

}  // namespace

std::vector<CorrectableField> correctable_fields(const std::string& kind) {
  std::vector<CorrectableField> found;
  std::visit(
      [&](const auto& each) {
        for (const auto& field : fields(each)) {
          found.push_back({field.name, field.values, field.values.empty() ? field.expected : listed(field.values)});
        }
      },
      record_of(kind));
  return found;
}

std::string field_value(const Record& record, const std::string& name) {
  return std::visit(
      [&](const auto& each) {
        for (const auto& field : fields(each)) {
          if (field.name == name) return field.get(each);
        }
        return std::string();
      },
      record);
}

Status correct(Record& record, const Correction& correction) {
  return std::visit(
      [&](auto& each) -> Status {
        Words names;
        for (const auto& field : fields(each)) {
          names.emplace_back(field.name);
          if (correction.field != field.name) continue;
          Status set = field.set(each, correction.value);
          if (set) return set;
          return Error{ErrorCode::kUsage, correction.field + " \"" + correction.value + "\": " + set.error().message,
                       ""};
        }
        return Error{ErrorCode::kUsage,
                     "no field \"" + correction.field + "\" to correct; expected " +
                         (names.empty() ? "none: disputes are accepted or rejected" : listed(names)),
                     ""};
      },
      record);
}

std::vector<std::string> corrected_sectors(const Record& record, const std::string& name) {
  std::vector<std::string> sectors;
  std::visit(
      [&](const auto& each) {
        for (const auto& field : fields(each)) {
          if (field.name != name || !field.actors) continue;
          for (const Actor& actor : field.actors(each)) {
            if (actor.sector) sectors.push_back(*actor.sector);
          }
        }
      },
      record);
  return sectors;
}

Status correct(Record& record, const SaidOf& said) {
  // The type first: what followed from the old one gives way to what else the reviewer said.
  for (const bool type : {true, false}) {
    for (const Correction& correction : said.corrections) {
      if ((correction.field == "type") == type) ENTENTE_CHECK_OK(correct(record, correction));
    }
  }
  return Unit{};
}

}  // namespace entente

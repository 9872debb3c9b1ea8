// Which fields a reviewer may correct, and how values are written: docs/formats/ledger.md.
#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>

#include "ledger/corrections.h"
#include "ledger/hashing.h"

namespace entente {
namespace {

Error expected(const std::string& field, const std::string& what) {
  return {ErrorCode::kUsage, "field \"" + field + "\": expected " + what, ""};
}

std::string trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return "";
  return std::string(text.substr(from, text.find_last_not_of(" \t") - from + 1));
}

// "AZE:GOV" or "AZE".
std::optional<Actor> actor_of(std::string_view word) {
  const std::size_t colon = word.find(':');
  const std::string code = trimmed(word.substr(0, colon));
  if (code.empty() || !std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      })) {
    return std::nullopt;
  }
  Actor actor;
  actor.name = code;
  actor.code = code;
  if (code.size() == 3) actor.country = code;
  if (colon != std::string_view::npos) actor.sector = trimmed(word.substr(colon + 1));
  actor.via = "review";
  return actor;
}

Status set_actors(const std::string& field, std::string_view value, std::vector<Actor>& to) {
  std::vector<Actor> actors;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    if (const std::string word = trimmed(value.substr(0, comma)); !word.empty()) {
      std::optional<Actor> actor = actor_of(word);
      if (!actor) return expected(field, "codes, with sectors where they are known: AZE:GOV, TUR");
      actors.push_back(*std::move(actor));
    }
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  to = std::move(actors);
  return Unit{};
}

Status set_actor(const std::string& field, std::string_view value, std::optional<Actor>& to) {
  std::vector<Actor> actors;
  ENTENTE_CHECK_OK(set_actors(field, value, actors));
  if (actors.size() > 1) return expected(field, "one code, or nothing");
  to = actors.empty() ? std::nullopt : std::optional(actors.front());
  return Unit{};
}

// "2026-03-11" or "2026-03-01/2026-03-31"; nothing: no date.
Status set_date(const std::string& field, std::string_view value, std::optional<DateInterval>& to) {
  if (value.empty()) {
    to = std::nullopt;
    return Unit{};
  }
  const std::size_t slash = value.find('/');
  const std::string from = trimmed(value.substr(0, slash));
  const std::string until = slash == std::string_view::npos ? from : trimmed(value.substr(slash + 1));
  if (day_number(from) == kNoDay || day_number(until) == kNoDay || day_number(until) < day_number(from)) {
    return expected(field, "a day, or two with a slash between them: 2026-03-01/2026-03-31");
  }
  to = DateInterval{from, until, "", from == until ? "day" : "open"};
  return Unit{};
}

Status set_number(const std::string& field, std::string_view value, std::optional<double>& to) {
  if (value.empty()) {
    to = std::nullopt;
    return Unit{};
  }
  double number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  if (read.ec != std::errc() || read.ptr != value.data() + value.size() || number < -10 || number > 10) {
    return expected(field, "a number from -10 to 10");
  }
  to = number;
  return Unit{};
}

Status set_word(const std::string& field, const std::string& value, const std::vector<std::string>& of,
                std::string& to) {
  if (std::find(of.begin(), of.end(), value) == of.end()) {
    std::string list;
    for (const std::string& word : of) list += (list.empty() ? "" : ", ") + word;
    return expected(field, list);
  }
  to = value;
  return Unit{};
}

std::optional<std::string> optional_of(const std::string& value) {
  return value.empty() ? std::nullopt : std::optional(value);
}

Status set_type(Event& event, const std::string& value) {
  if (value.empty() || !std::all_of(value.begin(), value.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
    return expected("type", "a PLOVER type: CONSULT");
  }
  // What followed from the old type is known no longer, unless the reviewer says it too.
  if (value != event.type) {
    event.mode.reset(), event.cameo.reset(), event.quad.reset(), event.goldstein.reset(), event.score.reset();
  }
  event.type = value;
  return Unit{};
}

Status set_quad(Event& event, const std::string& value) {
  if (value.size() != 1 || value < "1" || value > "4") return expected("quad", "1, 2, 3 or 4");
  event.quad = value.front() - '0';
  return Unit{};
}

// Whatever the kind, a field is a name and what sets it.
template <class Kind>
using Setters = std::map<std::string, std::function<Status(Kind&, const std::string&)>>;

const Setters<Event>& setters(const Event&) {
  static const Setters<Event> all = {
      {"type", set_type},
      {"quad", set_quad},
      {"mode", [](Event& to, const std::string& value) { return to.mode = optional_of(value), Status(Unit{}); }},
      {"cameo", [](Event& to, const std::string& value) { return to.cameo = optional_of(value), Status(Unit{}); }},
      {"status",
       [](Event& to, const std::string& value) {
         return set_word("status", value, {"actual", "future", "hypothetical", "historical", "negated"}, to.status);
       }},
      {"goldstein", [](Event& to, const std::string& value) { return set_number("goldstein", value, to.goldstein); }},
      {"score", [](Event& to, const std::string& value) { return set_number("score", value, to.score); }},
      {"actor", [](Event& to, const std::string& value) { return set_actors("actor", value, to.actor); }},
      {"recipient", [](Event& to, const std::string& value) { return set_actors("recipient", value, to.recipient); }},
      {"date", [](Event& to, const std::string& value) { return set_date("date", value, to.date); }},
  };
  return all;
}

const Setters<Statement>& setters(const Statement&) {
  static const Setters<Statement> all = {
      {"speaker", [](Statement& to, const std::string& value) { return set_actor("speaker", value, to.speaker); }},
      {"stance",
       [](Statement& to, const std::string& value) {
         return set_word("stance", value,
                         {"affirms", "denies", "supports", "opposes", "doubts", "demands", "promises", "neutral"},
                         to.stance);
       }},
      {"issue",
       [](Statement& to, const std::string& value) {
         to.issue = value.empty() ? std::nullopt : std::optional(Issue{std::nullopt, value});
         return Status(Unit{});
       }},
      {"date", [](Statement& to, const std::string& value) { return set_date("date", value, to.date); }},
  };
  return all;
}

const Setters<Agreement>& setters(const Agreement&) {
  static const Setters<Agreement> all = {
      {"form",
       [](Agreement& to, const std::string& value) {
         return set_word("form", value,
                         {"treaty", "declaration", "ceasefire", "memorandum", "communique", "contract", "accord"},
                         to.form);
       }},
      {"status",
       [](Agreement& to, const std::string& value) {
         return set_word("status", value,
                         {"proposed", "agreed", "signed", "ratified", "in_force", "stalled", "violated", "ended"},
                         to.status);
       }},
      {"title", [](Agreement& to, const std::string& value) { return to.title = optional_of(value), Status(Unit{}); }},
      {"parties", [](Agreement& to, const std::string& value) { return set_actors("parties", value, to.parties); }},
      {"brokers", [](Agreement& to, const std::string& value) { return set_actors("brokers", value, to.brokers); }},
      {"date", [](Agreement& to, const std::string& value) { return set_date("date", value, to.date); }},
  };
  return all;
}

const Setters<Relation>& setters(const Relation&) {
  static const Setters<Relation> all = {
      {"type",
       [](Relation& to, const std::string& value) {
         return set_word("type", value,
                         {"alliance", "partnership", "rivalry", "conflict", "war", "dependence", "mediation",
                          "recognition", "occupation"},
                         to.type);
       }},
      {"trend", [](Relation& to, const std::string& value) { return to.trend = optional_of(value), Status(Unit{}); }},
      {"a", [](Relation& to, const std::string& value) { return set_actor("a", value, to.a); }},
      {"b", [](Relation& to, const std::string& value) { return set_actor("b", value, to.b); }},
      {"since", [](Relation& to, const std::string& value) { return set_date("since", value, to.since); }},
      {"until", [](Relation& to, const std::string& value) { return set_date("until", value, to.until); }},
  };
  return all;
}

const Setters<Dispute>& setters(const Dispute&) {
  static const Setters<Dispute> none;
  return none;
}

}  // namespace

Status correct(Record& record, const Correction& correction) {
  return std::visit(
      [&](auto& each) -> Status {
        const auto& all = setters(each);
        const auto setter = all.find(correction.field);
        if (setter != all.end()) return setter->second(each, correction.value);
        std::string list;
        for (const auto& [name, unused] : all) list += (list.empty() ? "" : ", ") + name;
        return Error{ErrorCode::kUsage,
                     "no field \"" + correction.field + "\" to correct; there are: " + (list.empty() ? "none" : list),
                     ""};
      },
      record);
}

Status correct(Record& record, const Review& review) {
  // The type first: what followed from the old one gives way to what else the reviewer said.
  for (const bool type : {true, false}) {
    for (const Correction& correction : review.corrections) {
      if ((correction.field == "type") == type) ENTENTE_CHECK_OK(correct(record, correction));
    }
  }
  return Unit{};
}

}  // namespace entente

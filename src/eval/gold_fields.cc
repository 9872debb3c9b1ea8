#include "eval/gold_fields.h"

#include "eval/spans.h"

namespace entente {
namespace {

std::optional<std::string> root_of(const Event& event) {
  return event.cameo ? std::optional(event.cameo->substr(0, 2)) : std::nullopt;
}

std::string precision_of(const std::optional<DateInterval>& date) { return date ? date->precision : ""; }

std::optional<std::string> country_of(const std::optional<Place>& place) {
  return place ? place->country : std::nullopt;
}

std::optional<bool> conditions_right(const Pair<Provision>& pair) {
  const auto spans = [](const Provision& provision) {
    Spans found;
    for (const Quote& condition : provision.conditions) found.push_back(condition.span);
    return merged(std::move(found));
  };
  if (pair.gold.conditions.empty() && pair.system.conditions.empty()) return std::nullopt;
  return shared(spans(pair.gold), spans(pair.system)) > 0;
}

std::optional<bool> stances_right(const Pair<Dispute>& pair) {
  bool right = true;
  for (const auto& [i, j] : match_sides(pair.match, pair.gold, pair.system)) {
    right = right && pair.gold.sides[i].stance == pair.system.sides[j].stance;
  }
  return right;
}

using Answer = std::optional<bool>;

}  // namespace

const FieldsOf<Event>& event_fields() {
  using P = Pair<Event>;
  static const FieldsOf<Event> kFields = {
      {{"mode", [](const P& p) -> Answer { return p.gold.mode == p.system.mode; },
        [](const Event& e) { return e.type + "/" + e.mode.value_or("-"); }},
       {"cameo", [](const P& p) -> Answer { return p.gold.cameo == p.system.cameo; }},
       {"cameo root", [](const P& p) -> Answer { return root_of(p.gold) == root_of(p.system); }},
       {"quad", [](const P& p) -> Answer { return p.gold.quad == p.system.quad; }},
       {"actor", [](const P& p) -> Answer { return same_actors(p.gold, p.system); },
        [](const Event& e) { return shown(e.actor); }},
       {"actor codes", [](const P& p) -> Answer { return same_actor_codes(p.gold, p.system); }},
       {"recipient", [](const P& p) -> Answer { return same_recipients(p.gold, p.system); },
        [](const Event& e) { return shown(e.recipient); }},
       {"recipient codes", [](const P& p) -> Answer { return same_recipient_codes(p.gold, p.system); }},
       {"who",
        [](const P& p) -> Answer {
          return p.gold.reciprocal == p.system.reciprocal && same_actor_codes(p.gold, p.system) &&
                 same_recipient_codes(p.gold, p.system);
        }},
       {"reciprocal", [](const P& p) -> Answer { return p.gold.reciprocal == p.system.reciprocal; }},
       {"others", [](const P& p) -> Answer { return same_others(p.gold.others, p.system.others); }},
       {"status", [](const P& p) -> Answer { return p.gold.status == p.system.status; },
        [](const Event& e) { return e.status; }},
       {"date", [](const P& p) -> Answer { return same_dates(p.gold.date, p.system.date); },
        [](const Event& e) { return shown(e.date); }},
       {"date within", [](const P& p) -> Answer { return dates_meet(p.gold.date, p.system.date); }},
       {"date precision",
        [](const P& p) -> Answer { return precision_of(p.gold.date) == precision_of(p.system.date); }},
       {"place", [](const P& p) -> Answer { return same_place(p.gold.place, p.system.place); },
        [](const Event& e) { return shown(e.place); }},
       {"place country", [](const P& p) -> Answer { return country_of(p.gold.place) == country_of(p.system.place); }},
       {"attributed", [](const P& p) -> Answer { return same_attribution(p.match, p.gold, p.system); }},
       {"magnitude",
        [](const P& p) -> Answer {
          if (!any_magnitude(p.gold.magnitude) && !any_magnitude(p.system.magnitude)) return std::nullopt;
          return same_magnitude(p.gold.magnitude, p.system.magnitude);
        }}},
      {{"contexts", [](const Event& e) { return Names(e.contexts.begin(), e.contexts.end()); }}}};
  return kFields;
}

const FieldsOf<Statement>& statement_fields() {
  using P = Pair<Statement>;
  static const FieldsOf<Statement> kFields = {
      {{"speaker", [](const P& p) -> Answer { return same_speaker(p.gold.speaker, p.system.speaker); },
        [](const Statement& s) { return shown(s.speaker); }},
       {"speaker's sector",
        [](const P& p) -> Answer { return same_speaker_and_sector(p.gold.speaker, p.system.speaker); }},
       {"cue",
        [](const P& p) -> Answer {
          if (p.gold.cue.span.empty() && p.system.cue.span.empty()) return true;
          return p.gold.cue.span.overlaps(p.system.cue.span);
        }},
       {"manner", [](const P& p) -> Answer { return p.gold.manner == p.system.manner; },
        [](const Statement& s) { return s.manner; }},
       {"stance", [](const P& p) -> Answer { return p.gold.stance == p.system.stance; },
        [](const Statement& s) { return s.stance; }},
       {"issue", [](const P& p) -> Answer { return same_issue(p.gold.issue, p.system.issue); },
        [](const Statement& s) { return shown(s.issue); }},
       {"addressee codes",
        [](const P& p) -> Answer { return codes_of(p.gold.addressee) == codes_of(p.system.addressee); }},
       {"date", [](const P& p) -> Answer { return same_dates(p.gold.date, p.system.date); },
        [](const Statement& s) { return shown(s.date); }}},
      {{"about codes", [](const Statement& s) { return codes_of(s.about); }}}};
  return kFields;
}

const FieldsOf<Agreement>& agreement_fields() {
  using P = Pair<Agreement>;
  static const FieldsOf<Agreement> kFields = {
      {{"title",
        [](const P& p) -> Answer { return folded(p.gold.title.value_or("")) == folded(p.system.title.value_or("")); },
        [](const Agreement& a) { return a.title.value_or("no title"); }},
       {"status", [](const P& p) -> Answer { return p.gold.status == p.system.status; },
        [](const Agreement& a) { return a.status; }},
       {"brokers", [](const P& p) -> Answer { return codes_of(p.gold.brokers) == codes_of(p.system.brokers); },
        [](const Agreement& a) { return shown(a.brokers); }},
       {"date", [](const P& p) -> Answer { return same_dates(p.gold.date, p.system.date); },
        [](const Agreement& a) { return shown(a.date); }},
       {"place", [](const P& p) -> Answer { return same_place(p.gold.place, p.system.place); },
        [](const Agreement& a) { return shown(a.place); }}},
      {}};
  return kFields;
}

const FieldsOf<Provision>& provision_fields() {
  using P = Pair<Provision>;
  static const FieldsOf<Provision> kFields = {
      {{"obligation", [](const P& p) -> Answer { return p.gold.obligation == p.system.obligation; },
        [](const Provision& each) { return each.obligation; }},
       {"from codes", [](const P& p) -> Answer { return codes_of(p.gold.from) == codes_of(p.system.from); },
        [](const Provision& each) { return shown(each.from); }},
       {"to codes", [](const P& p) -> Answer { return codes_of(p.gold.to) == codes_of(p.system.to); },
        [](const Provision& each) { return shown(each.to); }},
       {"conditions", conditions_right}},
      {}};
  return kFields;
}

const FieldsOf<Relation>& relation_fields() {
  using P = Pair<Relation>;
  static const FieldsOf<Relation> kFields = {
      {{"directed", [](const P& p) -> Answer { return p.gold.directed == p.system.directed; },
        [](const Relation& r) { return std::string(r.directed ? "directed" : "not directed"); }},
       {"since", [](const P& p) -> Answer { return same_dates(p.gold.since, p.system.since); },
        [](const Relation& r) { return shown(r.since); }},
       {"until", [](const P& p) -> Answer { return same_dates(p.gold.until, p.system.until); },
        [](const Relation& r) { return shown(r.until); }},
       {"trend", [](const P& p) -> Answer { return p.gold.trend == p.system.trend; },
        [](const Relation& r) { return r.trend.value_or("no trend"); }},
       {"negated", [](const P& p) -> Answer { return p.gold.negated == p.system.negated; },
        [](const Relation& r) { return std::string(r.negated ? "negated" : "not negated"); }}},
      {}};
  return kFields;
}

const FieldsOf<Dispute>& dispute_fields() {
  using P = Pair<Dispute>;
  static const FieldsOf<Dispute> kFields = {
      {{"issue", [](const P& p) -> Answer { return same_issue(p.gold.issue, p.system.issue); },
        [](const Dispute& d) { return shown(d.issue); }},
       {"stances", stances_right, [](const Dispute& d) { return shown(d); }}},
      {}};
  return kFields;
}

}  // namespace entente

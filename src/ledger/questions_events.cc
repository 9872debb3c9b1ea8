// Events by who, what, when and where.
//
// The narrowest of three tables is read first: that of dyads for two codes, that of parties for one, else that of
// events by day or by type. Codes with a sector, and names, are looked for in the records that the tables find.
#include <algorithm>
#include <utility>

#include "ledger/actor_terms.h"
#include "ledger/day_windows.h"
#include "ledger/load_accounts.h"
#include "ledger/question_filters.h"

namespace entente {
namespace {

struct Terms {
  ActorTerms actors, recipients, parties;
  [[nodiscard]] bool ask_more() const { return actors.ask_more() || recipients.ask_more() || parties.ask_more(); }
};

Result<Terms> terms_of(const EventQuery& query) {
  Terms terms;
  ENTENTE_TRY(terms.actors, ActorTerms::parse(query.actors));
  ENTENTE_TRY(terms.recipients, ActorTerms::parse(query.recipients));
  ENTENTE_TRY(terms.parties, ActorTerms::parse(query.parties));
  return terms;
}

bool is_cameo(const std::string& type) {
  return !type.empty() && std::all_of(type.begin(), type.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Status check(const EventQuery& query) {
  ENTENTE_CHECK_OK(check_common(query));
  ENTENTE_CHECK_OK(check_values("status", kEventKind, "status", query.statuses));
  for (const std::string& type : query.types) {
    if (is_cameo(type) ? type.size() >= 2 && type.size() <= 4 : is_plover_type(type)) continue;
    return Error{ErrorCode::kUsage, "no type: \"" + type + "\"; write PLOVER's (CONSULT) or a CAMEO code (04, 042)",
                 ""};
  }
  for (const std::string& country : query.countries) {
    if (country.size() == 3 && is_actor_code(country)) continue;
    return Error{ErrorCode::kUsage, "no country: \"" + country + "\"; write its three letters (AZE)", ""};
  }
  for (const int quad : query.quads) {
    if (quad < 1 || quad > 4) return Error{ErrorCode::kUsage, "quad classes are 1 to 4", ""};
  }
  return Unit{};
}

void add_types(SqlFilter& filter, const std::vector<std::string>& types, const std::string& table) {
  std::string any;
  Values values;
  for (const std::string& type : types) {
    if (!any.empty()) any += " OR ";
    any += is_cameo(type) ? "substr(e.cameo, 1, " + std::to_string(type.size()) + ") = ?" : table + ".type = ?";
    values.emplace_back(type);
  }
  if (!any.empty()) filter.add("(" + any + ")", values);
}

// FROM and WHERE of the query: the tables under the names `e` (events) and, where that is read first, `d` or `p`.
struct Plan {
  std::string from;
  std::string day = "e.day";  // the column whose index gives the days
  std::string event = "e.key";
  bool distinct = false;  // an event may come more than once
  bool covered = false;   // nothing is asked of `e`
  bool scans = false;     // by day alone: of a long time the whole table is read sooner than its index
  SqlFilter filter;
};

bool is_pair(const Terms& terms) {
  return terms.actors.codes().size() == 1 && terms.recipients.codes().size() == 1 && terms.actors.all_have_codes() &&
         terms.recipients.all_have_codes() && terms.actors.codes().front() != terms.recipients.codes().front() &&
         terms.actors.codes().front().size() == 3 && terms.recipients.codes().front().size() == 3;
}

// Which sides a list of terms asks for: actors, recipients, or both.
struct SideTerms {
  const ActorTerms* terms;
  std::vector<std::int64_t> sides;
};

void add_parties(Plan& plan, const Terms& terms) {
  bool first = true;
  for (const SideTerms& each :
       {SideTerms{&terms.actors, {1}}, SideTerms{&terms.recipients, {2}}, SideTerms{&terms.parties, {1, 2}}}) {
    if (!each.terms->all_have_codes()) continue;
    if (first) {
      first = false;
      plan.from = "party p JOIN event e ON e.key = p.event";
      plan.day = "p.day";
      plan.event = "p.event";
      plan.distinct = each.sides.size() > 1 || each.terms->codes().size() > 1;
      plan.filter.any_of("p.code", each.terms->codes());
      plan.filter.any_of("p.side", each.sides);
      continue;
    }
    const std::string sides = each.sides.size() > 1 ? "(1, 2)" : "(" + std::to_string(each.sides.front()) + ")";
    plan.filter.any_of("EXISTS (SELECT 1 FROM party q WHERE q.side IN " + sides +
                           " AND q.day = p.day AND q.event = p.event AND q.code",
                       each.terms->codes(), ")");
  }
}

Plan plan_of(const EventQuery& query, const Terms& terms) {
  Plan plan;
  plan.from = "event e";
  const bool pair = is_pair(terms) && terms.parties.empty();
  if (pair) {
    plan.from = "dyad d JOIN event e ON e.key = d.event";
    plan.day = "d.day";
    plan.event = "d.event";
    plan.filter.add("d.actor = ? AND d.recipient = ?",
                    {terms.actors.codes().front(), terms.recipients.codes().front()});
    plan.covered = query.min_confidence <= 0 && query.min_sources <= 1 && query.countries.empty() &&
                   std::none_of(query.types.begin(), query.types.end(), is_cameo);
  } else {
    add_parties(plan, terms);
  }
  const std::string table = pair ? "d" : "e";
  if (plan.covered) {
    plan.from = "dyad d";
    plan.filter.add(in_view("d.layer", query.as_coded));
  } else {
    add_common(plan.filter, "e", query);
  }
  add_types(plan.filter, query.types, table);
  plan.filter.any_of(table + ".status", query.statuses.empty() ? done_statuses() : query.statuses);
  plan.filter.any_of(table + ".quad", std::vector<std::int64_t>(query.quads.begin(), query.quads.end()));
  plan.filter.any_of("e.country", query.countries);
  plan.scans = plan.from == "event e" && query.types.empty();
  return plan;
}

bool meets(const Event& event, const Terms& terms) {
  const auto on = [&](const ActorTerms& asked, const std::vector<Actor>& side, const std::vector<Actor>& other) {
    return asked.empty() || asked.meets_any(side) || asked.meets_any(other);
  };
  const std::vector<Actor> nobody;
  return on(terms.actors, event.actor, nobody) &&
         on(terms.recipients, event.recipient, event.reciprocal ? event.actor : nobody) &&
         on(terms.parties, event.actor, event.recipient);
}

Result<std::vector<std::int64_t>> keys_that_meet(Ledger& ledger, const EventQuery& query, const Terms& terms,
                                                 const std::vector<std::int64_t>& keys) {
  ENTENTE_TRY(const std::vector<Record> records, load_fields(ledger.impl(), kEventKind, keys, query.as_coded));
  std::vector<std::int64_t> meant;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Event* const event = std::get_if<Event>(&records[i]);
    if (event != nullptr && meets(*event, terms)) meant.push_back(keys[i]);
  }
  return meant;
}

// With `+` the index of the column is not used.
std::string in_days(const std::string& day, bool scan) {
  return std::string(" AND ") + (scan ? "+" : "") + day + " BETWEEN ? AND ?";
}

Status each_found(Ledger& ledger, const EventQuery& query, const Terms& terms, const DayRange& range,
                  const Visitor<LedgerEvent>& each) {
  Plan plan = plan_of(query, terms);
  const std::string select = "SELECT " + plan.event + ", " + plan.day + ", r.id FROM " + plan.from +
                             " JOIN record r ON r.key = abs(" + plan.event + ")" + plan.filter.where();
  Database& database = ledger.impl().database();
  const FindKeys find = [&](std::int64_t first, std::int64_t last, std::vector<KeyOnDay>& found) {
    Values values = plan.filter.values();
    values.emplace_back(first);
    values.emplace_back(last);
    const bool scan = plan.scans && last - first > kLongWindow;
    return database.run(select + in_days(plan.day, scan), values, [&](const Row& row) {
      found.push_back({row.integer(0), row.integer(1), static_cast<std::uint64_t>(row.integer(2))});
    });
  };
  const VisitKeys visit = [&](const std::vector<std::int64_t>& keys) -> Result<bool> {
    std::vector<std::int64_t> meant = keys;
    if (terms.ask_more()) {
      ENTENTE_TRY(meant, keys_that_meet(ledger, query, terms, keys));
    }
    ENTENTE_TRY(std::vector<LoadedAccount> accounts,
                load_accounts(ledger.impl(), kEventKind, meant, {query.as_coded, false}));
    for (LoadedAccount& account : accounts) {
      auto& event = std::get<Event>(account.record);
      if (!each(LedgerEvent{std::move(account.account), std::move(event)})) return false;
    }
    return true;
  };
  return each_by_day(database, "event", range, find, visit);
}

}  // namespace

Status each_event(Ledger& ledger, const EventQuery& query, const Visitor<LedgerEvent>& each) {
  ENTENTE_CHECK_OK(check(query));
  ENTENTE_TRY(const DayRange range, day_range(query.since, query.until));
  ENTENTE_TRY(const Terms terms, terms_of(query));
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  std::int64_t left = query.limit;
  return each_found(ledger, query, terms, range, [&](const LedgerEvent& event) {
    if (!each(event)) return false;
    return query.limit == 0 || --left > 0;
  });
}

Result<std::optional<std::int64_t>> count_of(Ledger& ledger, const EventQuery& query, std::int64_t most) {
  ENTENTE_CHECK_OK(check(query));
  ENTENTE_TRY(const DayRange range, day_range(query.since, query.until));
  ENTENTE_TRY(const Terms terms, terms_of(query));
  if (terms.ask_more()) return std::optional<std::int64_t>();
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  const Plan plan = plan_of(query, terms);
  std::string days;
  Values values = plan.filter.values();
  if (!range.all) {
    const bool scan = plan.scans && range.last - range.first > kLongWindow;
    days = in_days(plan.day, scan);
    values.insert(values.end(), {range.first, range.last});
  }
  const std::string found = std::string("SELECT ") + (plan.distinct ? "DISTINCT " : "") + plan.event + " FROM " +
                            plan.from + plan.filter.where() + days + (most > 0 ? " LIMIT ?" : "");
  if (most > 0) values.emplace_back(most);
  return ledger.impl().database().find_integer("SELECT count(*) FROM (" + found + ") found", values);
}

}  // namespace entente

// Agreements, relations and disputes: of these a ledger holds few, and all that are found are sorted at once.
#include <utility>

#include "ledger/make_accounts.h"
#include "ledger/question_lists.h"

namespace entente {
namespace {

struct Asked {
  ActorTerms parties;
  DayRange range;
  ListPlan plan;
};

Result<Asked> asked_of(const Query& query) {
  ENTENTE_CHECK_OK(check_common(query));
  Asked asked;
  ENTENTE_TRY(asked.parties, ActorTerms::parse(query.parties));
  ENTENTE_TRY(asked.range, day_range(query.since, query.until));
  return asked;
}

Result<Asked> asked_of(const AgreementQuery& query) {
  ENTENTE_CHECK_OK(check_values("form", kAgreementKind, "form", query.forms));
  ENTENTE_CHECK_OK(check_values("status", kAgreementKind, "status", query.statuses));
  ENTENTE_TRY(Asked asked, asked_of(static_cast<const Query&>(query)));
  asked.plan.table = "agreement";
  asked.plan.first_day = "s.day", asked.plan.last_day = "s.last_day";
  SqlFilter& filter = asked.plan.filter;
  add_common(filter, "s", query);
  filter.any_of("s.form", query.forms);
  filter.any_of("s.status", query.statuses);
  if (asked.parties.all_have_codes()) {
    filter.any_of("s.key IN (SELECT agreement FROM agreement_party WHERE code", asked.parties.codes(), ")");
  }
  return asked;
}

Result<Asked> asked_of(const RelationQuery& query) {
  ENTENTE_CHECK_OK(check_values("relation", kRelationKind, "type", query.types));
  ENTENTE_TRY(Asked asked, asked_of(static_cast<const Query&>(query)));
  asked.plan.table = "relation";
  asked.plan.first_day = "s.day", asked.plan.last_day = "s.last_day";
  SqlFilter& filter = asked.plan.filter;
  add_common(filter, "s", query);
  filter.any_of("s.type", query.types);
  if (asked.parties.all_have_codes()) filter.either_of("s.a", "s.b", asked.parties.codes());
  return asked;
}

Result<Asked> asked_of(const DisputeQuery& query) {
  ENTENTE_TRY(Asked asked, asked_of(static_cast<const Query&>(query)));
  ListPlan& plan = asked.plan;
  plan.table = "dispute";
  plan.key = plan.id = "s.id";
  plan.day = plan.last_day = "s.last_day";
  plan.first_day = "s.day";
  if (!query.as_coded) plan.filter.add("s.verdict <> 3");  // what was rejected
  if (query.min_sources > 1) plan.filter.add("s.sources >= ?", {std::int64_t{query.min_sources}});
  if (query.change_of_position) plan.filter.add("s.change = ?", {std::int64_t{*query.change_of_position}});
  if (asked.parties.all_have_codes()) plan.filter.either_of("s.speaker_a", "s.speaker_b", asked.parties.codes());
  const IssueTerms issues(query.issues);
  if (issues.empty()) return asked;
  plan.columns = ", s.issue, s.label";
  plan.keep = [issues](const Row& row) {
    return issues.meets(row.is_null(3) ? std::string_view() : row.text(3), row.text(4));
  };
  return asked;
}

bool meets(const Relation& relation, const ActorTerms& parties) {
  return (relation.a && parties.meets(*relation.a)) || (relation.b && parties.meets(*relation.b));
}

bool meets(const LedgerDispute& dispute, const ActorTerms& parties) {
  for (const Position& position : dispute.positions) {
    if (position.speaker && parties.meets(*position.speaker)) return true;
  }
  return false;
}

template <class AskedQuery>
Result<std::optional<std::int64_t>> count_asked(Ledger& ledger, const AskedQuery& query, std::int64_t most) {
  ENTENTE_TRY(const Asked asked, asked_of(query));
  if (asked.parties.ask_more()) return std::optional<std::int64_t>();
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  ENTENTE_TRY(const std::int64_t count, count_keys(ledger.impl().database(), asked.plan, asked.range, most));
  return std::optional<std::int64_t>(count);
}

}  // namespace

Status each_agreement(Ledger& ledger, const AgreementQuery& query, const Visitor<AgreementThread>& each) {
  ENTENTE_TRY(const Asked asked, asked_of(query));
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  const Visitor<AgreementThread> visit = up_to(query.limit, each);
  return each_loaded(ledger, kAgreementKind, asked.plan, asked.range, {query.as_coded, false},
                     [&](LoadedAccount& account) {
                       const auto& agreement = std::get<Agreement>(account.record);
                       if (asked.parties.ask_more() && !asked.parties.meets_any(agreement.parties)) return true;
                       return visit(agreement_thread(account));
                     });
}

Status each_relation(Ledger& ledger, const RelationQuery& query, const Visitor<RelationInterval>& each) {
  ENTENTE_TRY(const Asked asked, asked_of(query));
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  const Visitor<RelationInterval> visit = up_to(query.limit, each);
  return each_loaded(ledger, kRelationKind, asked.plan, asked.range, {query.as_coded, false},
                     [&](LoadedAccount& account) {
                       const auto& relation = std::get<Relation>(account.record);
                       if (asked.parties.ask_more() && !meets(relation, asked.parties)) return true;
                       return visit(relation_interval(account));
                     });
}

Status each_dispute(Ledger& ledger, const DisputeQuery& query, const Visitor<LedgerDispute>& each) {
  ENTENTE_TRY(const Asked asked, asked_of(query));
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  const Visitor<LedgerDispute> visit = up_to(query.limit, each);
  return each_key(ledger.impl().database(), asked.plan, asked.range,
                  [&](const std::vector<std::int64_t>& ids) -> Result<bool> {
                    for (const std::int64_t id : ids) {
                      ENTENTE_TRY(const LedgerDispute dispute, load_dispute(ledger.impl(), id, query.as_coded));
                      if (asked.parties.ask_more() && !meets(dispute, asked.parties)) continue;
                      if (!visit(dispute)) return false;
                    }
                    return true;
                  });
}

Result<std::optional<std::int64_t>> count_of(Ledger& ledger, const AgreementQuery& query, std::int64_t most) {
  return count_asked(ledger, query, most);
}
Result<std::optional<std::int64_t>> count_of(Ledger& ledger, const RelationQuery& query, std::int64_t most) {
  return count_asked(ledger, query, most);
}
Result<std::optional<std::int64_t>> count_of(Ledger& ledger, const DisputeQuery& query, std::int64_t most) {
  return count_asked(ledger, query, most);
}

}  // namespace entente

#include "export_feed.h"

#include <memory>

#include "entente/questions.h"
#include "ledger_flags.h"

namespace entente::cli {
namespace {

// Hands each account on, until the exporter refuses one.
template <class Query, class Account>
Status feed_all(Ledger& ledger, Query query, bool as_coded, Exporter& exporter,
                Status (*each)(Ledger&, const Query&, const Visitor<Account>&)) {
  query.as_coded = as_coded;
  Status added = Unit{};
  ENTENTE_CHECK_OK(each(ledger, query, [&](const Account& account) {
    added = exporter.add(account, account.stamp);
    return added.has_value();
  }));
  return added;
}

}  // namespace

Status feed_exporter(const std::string& location, AccountKind kind, bool as_coded, Exporter& exporter) {
  ENTENTE_TRY(const std::unique_ptr<Ledger> ledger, open_to_read(location));
  switch (kind) {
    case AccountKind::kEvents: {
      EventQuery query;  // which statuses a format can hold is the exporter's matter
      query.statuses = {"actual", "future", "hypothetical", "historical", "negated"};
      return feed_all<EventQuery, LedgerEvent>(*ledger, query, as_coded, exporter, each_event);
    }
    case AccountKind::kStatements:
      return feed_all<StatementQuery, LedgerStatement>(*ledger, {}, as_coded, exporter, each_statement);
    case AccountKind::kAgreements:
      return feed_all<AgreementQuery, AgreementThread>(*ledger, {}, as_coded, exporter, each_agreement);
    case AccountKind::kRelations:
      return feed_all<RelationQuery, RelationInterval>(*ledger, {}, as_coded, exporter, each_relation);
    case AccountKind::kDisputes:
      return feed_all<DisputeQuery, LedgerDispute>(*ledger, {}, as_coded, exporter, each_dispute);
  }
  return Unit{};
}

}  // namespace entente::cli

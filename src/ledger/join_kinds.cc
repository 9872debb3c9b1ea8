// Events and statements are joined by stretches of days, agreements and relations by whole blocks.
#include "ledger/agreement_threads.h"
#include "ledger/event_joins.h"
#include "ledger/join_all.h"
#include "ledger/join_block.h"
#include "ledger/relation_intervals.h"
#include "ledger/statement_joins.h"

namespace entente {
namespace {

// What is written depends on one margin, the members of an account lie within another, and their result on a third.
MemberRange range_of(std::size_t kind, const DirtyStretch& stretch, std::int64_t margin) {
  if (stretch.from == kUnknownDay) return {kind, stretch.block, stretch.from, stretch.to};
  return {kind, stretch.block, stretch.from - 3 * margin, stretch.to + 3 * margin};
}

bool fuller(const EventMention& a, const EventMention& b) {
  if (specificity(a) != specificity(b)) return specificity(a) > specificity(b);
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  return a.record < b.record;
}

// What was said first is as full as any.
bool never_fuller(const StatementMention&, const StatementMention&) { return false; }

}  // namespace

Status join_event_stretch(Ledger::Impl& ledger, const DirtyStretch& stretch) {
  using Events = JoinBlock<Event, EventMention>;
  ENTENTE_TRY(const Events block, Events::load(ledger, range_of(kEventKind, stretch, kMarginDays), event_mention));
  return put_stretch(ledger, kEventKind, stretch, kMarginDays, block.members,
                     block.accounts(join_events(block.mentions), fuller));
}

Status join_statement_stretch(Ledger::Impl& ledger, const DirtyStretch& stretch) {
  using Statements = JoinBlock<Statement, StatementMention>;
  ENTENTE_TRY(const Statements block,
              Statements::load(ledger, range_of(kStatementKind, stretch, kStatementMarginDays), statement_mention));
  return put_stretch(ledger, kStatementKind, stretch, kStatementMarginDays, block.members,
                     block.accounts(join_statements(block.mentions), never_fuller));
}

Status join_agreement_block(Ledger::Impl& ledger, const DirtyStretch& stretch) {
  using Agreements = JoinBlock<Agreement, AgreementMention>;
  ENTENTE_TRY(const Agreements block, Agreements::load(ledger, {kAgreementKind, stretch.block}, agreement_mention));
  std::vector<FoundAccount> accounts;
  for (const JoinedAgreement& joined : join_agreements(block.mentions)) {
    // It stands as its last step says.
    const std::uint32_t best = joined.steps.empty() ? joined.founder : joined.steps.back().mention;
    FoundAccount account = block.account(joined.founder, best, joined.mentions);
    account.day = joined.steps.empty() ? kUnknownDay : table_day(joined.steps.front().day);
    account.last_day = joined.steps.empty() ? kUnknownDay : table_day(joined.steps.back().day);
    accounts.push_back(std::move(account));
  }
  return put_accounts(ledger, kAgreementKind, block.members, accounts);
}

Status join_relation_block(Ledger::Impl& ledger, const DirtyStretch& stretch) {
  using Relations = JoinBlock<Relation, RelationMention>;
  ENTENTE_TRY(const Relations block, Relations::load(ledger, {kRelationKind, stretch.block}, relation_mention));
  std::vector<FoundAccount> accounts;
  for (const JoinedRelation& joined : join_relations(block.mentions)) {
    FoundAccount account = block.account(joined.founder, joined.last, joined.mentions);
    account.day = table_day(joined.from);
    account.last_day = table_day(joined.to);
    accounts.push_back(std::move(account));
  }
  return put_accounts(ledger, kRelationKind, block.members, accounts);
}

}  // namespace entente

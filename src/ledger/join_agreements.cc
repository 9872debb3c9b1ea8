#include "ledger/agreement_threads.h"
#include "ledger/join_all.h"
#include "ledger/prepare.h"
#include "ledger/relation_intervals.h"

namespace entente {
namespace {

// Of a block as a whole.
template <class Kind, class Mention>
struct Block {
  std::vector<Member> members;
  std::vector<Mention> mentions;
  std::vector<std::uint32_t> member_of;

  template <class Read>
  [[nodiscard]] static Result<Block> load(Ledger::Impl& ledger, const MemberRange& range, const Read& read) {
    Block block;
    ENTENTE_CHECK_OK(each_member(ledger, range, [&](const Member& member, Record& record, std::string_view wording) {
      if (member.current) {
        block.mentions.push_back(read(std::get<Kind>(record), context_of(member), ledger.tables));
        if constexpr (std::is_same_v<Mention, AgreementMention>) restore_wording(wording, block.mentions.back());
        block.member_of.push_back(static_cast<std::uint32_t>(block.members.size()));
      }
      block.members.push_back(member);
    }));
    return block;
  }
  [[nodiscard]] FoundAccount account(std::uint32_t founder, std::uint32_t best,
                                     const std::vector<std::uint32_t>& of) const {
    FoundAccount found;
    found.founder = member_of[founder];
    found.best = member_of[best];
    for (const std::uint32_t at : of) found.members.push_back(member_of[at]);
    return found;
  }
};

}  // namespace

Status join_agreement_block(Ledger::Impl& ledger, const DirtyStretch& stretch) {
  using Agreements = Block<Agreement, AgreementMention>;
  ENTENTE_TRY(const Agreements block, Agreements::load(ledger, {2, stretch.block}, agreement_mention));
  std::vector<FoundAccount> accounts;
  for (const JoinedAgreement& joined : join_agreements(block.mentions)) {
    // It stands as its last step says.
    const std::uint32_t best = joined.steps.empty() ? joined.founder : joined.steps.back().mention;
    FoundAccount account = block.account(joined.founder, best, joined.mentions);
    account.day = joined.steps.empty() ? kUnknownDay : table_day(joined.steps.front().day);
    account.last_day = joined.steps.empty() ? kUnknownDay : table_day(joined.steps.back().day);
    accounts.push_back(std::move(account));
  }
  return put_accounts(ledger, 2, block.members, accounts);
}

Status join_relation_block(Ledger::Impl& ledger, const DirtyStretch& stretch) {
  using Relations = Block<Relation, RelationMention>;
  ENTENTE_TRY(const Relations block, Relations::load(ledger, {3, stretch.block}, relation_mention));
  std::vector<FoundAccount> accounts;
  for (const JoinedRelation& joined : join_relations(block.mentions)) {
    FoundAccount account = block.account(joined.founder, joined.last, joined.mentions);
    account.day = table_day(joined.from);
    account.last_day = table_day(joined.to);
    accounts.push_back(std::move(account));
  }
  return put_accounts(ledger, 3, block.members, accounts);
}

}  // namespace entente

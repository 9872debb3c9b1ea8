#include <algorithm>
#include <map>

#include "ledger/join_all.h"
#include "ledger/prepare.h"
#include "ledger/statement_joins.h"

namespace entente {

Status join_statement_stretch(Ledger::Impl& ledger, const DirtyStretch& stretch) {
  const bool no_day = stretch.from == kUnknownDay;
  const std::int64_t margin = no_day ? 0 : std::int64_t{kStatementMarginDays};
  const MemberRange range{1, stretch.block, stretch.from - 3 * margin, stretch.to + 3 * margin};
  std::vector<Member> members;
  std::vector<StatementMention> mentions;
  std::vector<std::uint32_t> member_of;
  ENTENTE_CHECK_OK(each_member(ledger, range, [&](const Member& member, Record& record, std::string_view wording) {
    if (member.current) {
      mentions.push_back(statement_mention(std::get<Statement>(record), context_of(member), ledger.tables));
      restore_wording(wording, mentions.back());
      member_of.push_back(static_cast<std::uint32_t>(members.size()));
    }
    members.push_back(member);
  }));
  const std::vector<std::uint32_t> founders = join_statements(mentions);
  std::map<std::uint32_t, FoundAccount> found;
  for (std::uint32_t i = 0; i < founders.size(); ++i) {
    FoundAccount& account = found[founders[i]];
    account.founder = member_of[founders[i]];
    account.best = account.founder;
    account.members.push_back(member_of[i]);
  }
  std::vector<char> wanted(members.size(), 0);
  for (std::size_t i = 0; i < members.size(); ++i) {
    wanted[i] = members[i].day >= stretch.from - margin && members[i].day <= stretch.to + margin ? 1 : 0;
  }
  std::vector<FoundAccount> accounts;
  for (auto& [founder, account] : found) {
    if (std::any_of(account.members.begin(), account.members.end(),
                    [&](std::uint32_t at) { return wanted[at] != 0; })) {
      accounts.push_back(std::move(account));
    }
  }
  return put_wanted(ledger, 1, members, std::move(accounts), std::move(wanted));
}

}  // namespace entente

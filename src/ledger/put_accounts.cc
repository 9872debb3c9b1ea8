#include <algorithm>
#include <map>
#include <set>

#include "ledger/join_all.h"

namespace entente {
namespace {

AccountHead head_of(std::size_t kind, const std::vector<Member>& members, const FoundAccount& account) {
  AccountHead head;
  head.kind = kind;
  head.founder = members[account.founder].key;
  head.best = members[account.best].key;
  head.day = account.day;
  head.last_day = account.last_day;
  std::vector<const Member*> tellers;
  for (const std::uint32_t index : account.members) {
    const Member& member = members[index];
    tellers.push_back(&member);
    head.record_ids.push_back(member.id);
    if (member.copy_day == kUnknownDay) continue;
    head.told = head.told == kUnknownDay ? member.copy_day : std::min(head.told, member.copy_day);
  }
  head.tellers = tellers_of(tellers);
  return head;
}

// What the tables hold of an account: enough to see that nothing has changed.
struct AccountRow {
  std::int64_t best = 0;
  Tellers tellers;
  std::int64_t told = 0;
  std::optional<std::int64_t> day, last_day;  // as in AccountHead
};

Result<std::map<std::int64_t, AccountRow>> rows_of(Ledger::Impl& ledger, std::size_t kind,
                                                   const std::set<std::int64_t>& keys) {
  std::map<std::int64_t, AccountRow> rows;
  const bool days = has_own_days(kind);
  const std::string sql = std::string("SELECT best, mentions, articles, sources, told") +
                          (days ? ", day, last_day" : "") + " FROM " + kind_name(kind) +
                          " WHERE key IN (?, ?) AND layer <> 1";
  for (const std::int64_t key : keys) {
    ENTENTE_CHECK_OK(ledger.database().run(sql, {key, -key}, [&](const Row& row) {
      AccountRow& found = rows[key];
      found = {row.integer(0), {row.integer(1), row.integer(2), row.integer(3)}, row.integer(4), {}, {}};
      if (days) found.day = row.integer(5), found.last_day = row.integer(6);
    }));
  }
  return rows;
}

bool is_as_it_was(const std::vector<Member>& members, const FoundAccount& account, const AccountHead& head,
                  const std::map<std::int64_t, AccountRow>& rows) {
  const auto found = rows.find(head.founder);
  if (found == rows.end()) return false;
  const AccountRow& row = found->second;
  return row.best == head.best && row.tellers == head.tellers && row.told == head.told && row.day == head.day &&
         row.last_day == head.last_day &&
         std::all_of(account.members.begin(), account.members.end(),
                     [&](std::uint32_t index) { return members[index].account == head.founder; });
}

}  // namespace

Status put_accounts(Ledger::Impl& ledger, std::size_t kind, const std::vector<Member>& members,
                    const std::vector<FoundAccount>& accounts) {
  std::set<std::int64_t> before;
  for (const Member& member : members) {
    if (member.account != 0) before.insert(member.account);
  }
  ENTENTE_TRY(const auto rows, rows_of(ledger, kind, before));
  std::vector<std::pair<AccountHead, const FoundAccount*>> changed;
  for (const FoundAccount& account : accounts) {
    AccountHead head = head_of(kind, members, account);
    if (is_as_it_was(members, account, head, rows)) {
      before.erase(head.founder);
    } else {
      changed.emplace_back(std::move(head), &account);
    }
  }
  for (const std::int64_t founder : before) ENTENTE_CHECK_OK(erase_account(ledger, kind, founder));
  std::vector<std::int64_t> account_of(members.size(), 0);
  for (const FoundAccount& account : accounts) {
    for (const std::uint32_t index : account.members) account_of[index] = members[account.founder].key;
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].account == account_of[i]) continue;
    ENTENTE_CHECK_OK(
        ledger.database().run("UPDATE record SET account = ? WHERE key = ?",
                              {account_of[i] == 0 ? Value(nullptr) : Value(account_of[i]), members[i].key}));
  }
  std::vector<std::int64_t> best;
  best.reserve(changed.size());
  for (const auto& [head, account] : changed) best.push_back(head.best);
  ENTENTE_TRY(const std::vector<Record> records, records_at(ledger, best));
  for (std::size_t i = 0; i < changed.size(); ++i) {
    ENTENTE_CHECK_OK(write_account(ledger, changed[i].first, records[i]));
  }
  return Unit{};
}

Status put_stretch(Ledger::Impl& ledger, std::size_t kind, const DirtyStretch& stretch, std::int64_t margin,
                   const std::vector<Member>& members, std::vector<FoundAccount> accounts) {
  if (stretch.from == kUnknownDay) margin = 0;
  std::vector<char> wanted(members.size(), 0);
  for (std::size_t i = 0; i < members.size(); ++i) {
    wanted[i] = members[i].day >= stretch.from - margin && members[i].day <= stretch.to + margin ? 1 : 0;
  }
  std::erase_if(accounts, [&](const FoundAccount& account) {
    return std::none_of(account.members.begin(), account.members.end(),
                        [&](std::uint32_t index) { return wanted[index] != 0; });
  });
  for (const FoundAccount& account : accounts) {
    for (const std::uint32_t index : account.members) wanted[index] = 1;
  }
  std::vector<Member> kept;
  std::vector<std::uint32_t> place(members.size(), 0);
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (wanted[i] == 0) continue;
    place[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(members[i]);
  }
  for (FoundAccount& account : accounts) {
    account.founder = place[account.founder];
    account.best = place[account.best];
    for (std::uint32_t& index : account.members) index = place[index];
  }
  return put_accounts(ledger, kind, kept, accounts);
}

}  // namespace entente

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
    head.first_told = head.first_told == kUnknownDay ? member.copy_day : std::min(head.first_told, member.copy_day);
    head.last_told = std::max(head.last_told, member.copy_day);
  }
  head.tellers = tellers_of(tellers);
  return head;
}

constexpr const char* kTableOf[] = {"event", "statement", "agreement", "relation"};

// What the tables hold of an account: enough to see that nothing has changed.
struct AccountRow {
  std::int64_t best = 0;
  Tellers tellers;
  std::int64_t day = 0, last_day = 0;
};

Result<std::map<std::int64_t, AccountRow>> rows_of(Ledger::Impl& ledger, std::size_t kind,
                                                   const std::set<std::int64_t>& keys) {
  std::map<std::int64_t, AccountRow> rows;
  const std::string sql = std::string("SELECT best, mentions, articles, sources, day, ") +
                          (kind > 1 ? "last_day" : "0") + " FROM " + kTableOf[kind] + " WHERE key IN (?, ?)";
  for (const std::int64_t key : keys) {
    ENTENTE_CHECK_OK(ledger.database().run(sql, {key, -key}, [&](const Row& row) {
      rows[key] = {row.integer(0), {row.integer(1), row.integer(2), row.integer(3)}, row.integer(4), row.integer(5)};
    }));
  }
  return rows;
}

bool is_as_it_was(const std::vector<Member>& members, const FoundAccount& account, const AccountHead& head,
                  const std::map<std::int64_t, AccountRow>& rows) {
  const auto row = rows.find(head.founder);
  return row != rows.end() && row->second.best == head.best && row->second.tellers == head.tellers &&
         row->second.last_day == head.last_day.value_or(0) &&
         // A new first copy moves what has no date of its own, though nobody else tells it.
         (head.kind > 1 ? row->second.day == head.day.value_or(0)
                        : members[account.best].dated || row->second.day == head.first_told) &&
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

Status put_wanted(Ledger::Impl& ledger, std::size_t kind, const std::vector<Member>& members,
                  std::vector<FoundAccount> accounts, std::vector<char> wanted) {
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

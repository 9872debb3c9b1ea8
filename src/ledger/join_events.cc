#include <algorithm>
#include <cstring>
#include <map>

#include "ledger/event_joins.h"
#include "ledger/join_all.h"
#include "ledger/prepare.h"

namespace entente {
namespace {

// Three margins: what is written depends on one, members of an event lie within another, and their result on a third.
constexpr std::int64_t kReach = 3 * std::int64_t{kMarginDays};

struct Block {
  std::vector<Member> members;           // all that were read
  std::vector<EventMention> mentions;    // of those that count
  std::vector<std::uint32_t> member_of;  // index of a mention's member
};

Result<Block> read_block(Ledger::Impl& ledger, const MemberRange& range) {
  Block block;
  ENTENTE_CHECK_OK(each_member(ledger, range, [&](const Member& member, Record& record, std::string_view wording) {
    if (member.current) {
      block.mentions.push_back(event_mention(std::get<Event>(record), context_of(member), ledger.tables));
      restore_wording(wording, block.mentions.back());
      block.member_of.push_back(static_cast<std::uint32_t>(block.members.size()));
    }
    block.members.push_back(member);
  }));
  return block;
}

bool fuller(const EventMention& a, const EventMention& b) {
  if (specificity(a) != specificity(b)) return specificity(a) > specificity(b);
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  return a.record < b.record;
}

}  // namespace

Status join_event_stretch(Ledger::Impl& ledger, const DirtyStretch& stretch) {
  const bool no_day = stretch.from == kUnknownDay;
  const std::int64_t reach = no_day ? 0 : kReach;
  ENTENTE_TRY(const Block block, read_block(ledger, {0, stretch.block, stretch.from - reach, stretch.to + reach}));
  const std::vector<std::uint32_t> founders = join_events(block.mentions);
  std::map<std::uint32_t, std::vector<std::uint32_t>> clusters;  // by founder
  for (std::uint32_t i = 0; i < founders.size(); ++i) clusters[founders[i]].push_back(i);

  // Only what a change in the stretch can have changed is written; nearer to the edge the result is not whole.
  const std::int64_t margin = no_day ? 0 : std::int64_t{kMarginDays};
  const auto within = [&](const Member& member) {
    return member.day >= stretch.from - margin && member.day <= stretch.to + margin;
  };
  std::vector<char> wanted(block.members.size(), 0);
  for (std::size_t i = 0; i < block.members.size(); ++i) wanted[i] = within(block.members[i]) ? 1 : 0;
  std::vector<FoundAccount> accounts;
  for (const auto& [founder, cluster] : clusters) {
    if (std::none_of(cluster.begin(), cluster.end(),
                     [&](std::uint32_t at) { return wanted[block.member_of[at]] != 0; })) {
      continue;
    }
    FoundAccount account;
    account.founder = block.member_of[founder];
    std::uint32_t best = cluster.front();
    for (const std::uint32_t at : cluster) {
      account.members.push_back(block.member_of[at]);
      if (fuller(block.mentions[at], block.mentions[best])) best = at;
    }
    account.best = block.member_of[best];
    accounts.push_back(std::move(account));
  }
  return put_wanted(ledger, 0, block.members, std::move(accounts), std::move(wanted));
}

}  // namespace entente

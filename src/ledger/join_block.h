// The records that are joined together, as they are compared.
#ifndef ENTENTE_LEDGER_JOIN_BLOCK_H_
#define ENTENTE_LEDGER_JOIN_BLOCK_H_

#include <cstdint>
#include <map>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/join_all.h"
#include "ledger/members.h"
#include "ledger/prepare.h"

namespace entente {

template <class Kind, class Mention>
struct JoinBlock {
  std::vector<Member> members;           // all that were read
  std::vector<Mention> mentions;         // of those whose articles count
  std::vector<std::uint32_t> member_of;  // index of a mention's member

  // `mention`: of a record, its context and the tables.
  template <class MentionOf>
  [[nodiscard]] static Result<JoinBlock> load(Ledger::Impl& ledger, const MemberRange& range, MentionOf mention) {
    JoinBlock block;
    ENTENTE_CHECK_OK(each_member(ledger, range, [&](const Member& member, Record& record, std::string_view wording) {
      if (member.current) {
        block.mentions.push_back(mention(std::get<Kind>(record), context_of(member), ledger.tables));
        if constexpr (requires { restore_wording(wording, block.mentions.back()); }) {
          restore_wording(wording, block.mentions.back());
        }
        block.member_of.push_back(static_cast<std::uint32_t>(block.members.size()));
      }
      block.members.push_back(member);
    }));
    return block;
  }

  // From indices into the mentions.
  [[nodiscard]] FoundAccount account(std::uint32_t founder, std::uint32_t best,
                                     const std::vector<std::uint32_t>& of) const {
    FoundAccount found;
    found.founder = member_of[founder];
    found.best = member_of[best];
    for (const std::uint32_t at : of) found.members.push_back(member_of[at]);
    return found;
  }

  // `founders`: of each mention the one that founds its account. The fields shown are those of the fullest.
  template <class Fuller>
  [[nodiscard]] std::vector<FoundAccount> accounts(const std::vector<std::uint32_t>& founders, Fuller fuller) const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_founder;
    for (std::uint32_t i = 0; i < founders.size(); ++i) by_founder[founders[i]].push_back(i);
    std::vector<FoundAccount> found;
    for (const auto& [founder, of] : by_founder) {
      std::uint32_t best = founder;
      for (const std::uint32_t at : of) {
        if (fuller(mentions[at], mentions[best])) best = at;
      }
      found.push_back(account(founder, best, of));
    }
    return found;
  }
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_JOIN_BLOCK_H_

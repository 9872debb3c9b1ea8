// Records of a block and a stretch of days, as they are compared: read from the tables, unpacked in batches.
#ifndef ENTENTE_LEDGER_MEMBERS_H_
#define ENTENTE_LEDGER_MEMBERS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "entente/record.h"
#include "entente/result.h"
#include "ledger/event_mention.h"
#include "ledger/ledger_impl.h"

namespace entente {

// What the tables say of a record beside its body.
struct Member {
  std::int64_t key = 0;  // of the table `record`
  std::int64_t id = 0;
  std::int64_t account = 0;  // 0: none yet
  std::int64_t day = kUnknownDay;
  std::int64_t article = 0;  // key
  std::int64_t copy_group = 0;
  std::int64_t copy_day = kUnknownDay;
  std::uint64_t article_hash = 0;  // of the article's id
  std::uint64_t publisher = 0;     // of its name; without one, of the article's id
  std::optional<std::string> published;
  bool current = true;
};

struct MemberRange {
  std::size_t kind = 0;
  std::int64_t block = 0;
  std::int64_t from = INT64_MIN, to = INT64_MAX;
};

// Each record of the range, in the order of its key; `record` is without its texts, `wording` as it was stored.
using EachMember = std::function<void(const Member& member, Record& record, std::string_view wording)>;
[[nodiscard]] Status each_member(Ledger::Impl& ledger, const MemberRange& range, const EachMember& each);

// The statements of an issue, one for each account that nobody rejected: that whose fields it shows.
[[nodiscard]] Status each_statement_of_issue(Ledger::Impl& ledger, std::int64_t issue_block, const EachMember& each);

// Records by their keys, in the keys' order.
[[nodiscard]] Result<std::vector<Record>> records_at(Ledger::Impl& ledger, const std::vector<std::int64_t>& keys);

// The ids' numbers of an account's records. The founder is found by its own key: the index of accounts leaves it out.
[[nodiscard]] Result<std::vector<std::int64_t>> record_ids_of(Ledger::Impl& ledger, std::int64_t founder);

[[nodiscard]] MentionContext context_of(const Member& member);
// Days as the tables have them, and as the joins have them.
[[nodiscard]] std::int32_t join_day(std::int64_t day);
[[nodiscard]] std::int64_t table_day(std::int32_t day);

// How many tell it: mentions, articles, publishers (near-copies of one text are one source).
struct Tellers {
  std::int64_t mentions = 0, articles = 0, sources = 0;
  bool operator==(const Tellers&) const = default;
};
[[nodiscard]] Tellers tellers_of(const std::vector<const Member*>& members);

}  // namespace entente

#endif  // ENTENTE_LEDGER_MEMBERS_H_

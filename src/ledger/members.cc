#include "ledger/members.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <utility>

#include "ledger/sql_filter.h"

namespace entente {
namespace {

constexpr std::size_t kBatch = 1000;

constexpr const char* kColumns =
    "SELECT r.key, r.id, r.account, r.day, r.article, a.copy_group, a.copy_day, a.id, a.publisher, a.published, "
    "a.current, r.wording, a.bodies, r.kind, r.key - a.first_record FROM record r JOIN article a ON a.key = r.article ";
enum Column {
  kKey,
  kId,
  kAccount,
  kDay,
  kArticle,
  kGroup,
  kCopyDay,
  kArticleId,
  kPublisher,
  kPublished,
  kCurrent,
  kWording,
  kBodies,
  kKind,
  kPosition
};

Member member_of(const Row& row) {
  Member member;
  member.key = row.integer(kKey);
  member.id = row.integer(kId);
  member.account = row.is_null(kAccount) ? 0 : row.integer(kAccount);
  member.day = row.integer(kDay);
  member.article = row.integer(kArticle);
  member.copy_group = row.integer(kGroup);
  if (!row.is_null(kCopyDay)) member.copy_day = row.integer(kCopyDay);
  member.article_hash = article_key(row.text(kArticleId));
  member.publisher = row.is_null(kPublisher) ? member.article_hash : hash64(row.text(kPublisher));
  member.published = row.optional_text(kPublished);
  member.current = row.integer(kCurrent) != 0;
  return member;
}

// Bodies wait here until there are enough of them to be unpacked together.
class Batch {
 public:
  Batch(const Store& store, const EachMember& each) : store_(store), each_(each) {}

  void add(const Row& row) {
    kinds_.push_back(static_cast<std::size_t>(row.integer(kKind)));
    members_.push_back(member_of(row));
    wordings_.emplace_back(row.bytes(kWording));
    bodies_.emplace_back(row.bytes(kBodies));
    positions_.push_back(static_cast<std::size_t>(row.integer(kPosition)));
    if (members_.size() == kBatch && status_) status_ = flush();
  }

  Status flush() {
    std::vector<PackedRecord> packed;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      packed.push_back({kinds_[i], members_[i].id, "-", members_[i].published, bodies_[i], positions_[i], {}});
    }
    ENTENTE_TRY(std::vector<Record> records, store_.unpack(packed));
    for (std::size_t i = 0; i < records.size(); ++i) each_(members_[i], records[i], wordings_[i]);
    kinds_.clear(), members_.clear(), wordings_.clear(), bodies_.clear(), positions_.clear();
    return Unit{};
  }

  Status finish() {
    ENTENTE_CHECK_OK(status_);
    return flush();
  }

 private:
  const Store& store_;
  const EachMember& each_;
  Status status_ = Unit{};
  std::vector<std::size_t> kinds_;
  std::vector<Member> members_;
  std::vector<std::string> wordings_, bodies_;
  std::vector<std::size_t> positions_;
};

Status read(Ledger::Impl& ledger, const std::string& where, const Values& values, const EachMember& each) {
  Batch batch(*ledger.store, each);
  ENTENTE_CHECK_OK(ledger.database().run(kColumns + where, values, [&](const Row& row) { batch.add(row); }));
  return batch.finish();
}

}  // namespace

Status each_member(Ledger::Impl& ledger, const MemberRange& range, const EachMember& each) {
  return read(ledger, "WHERE r.kind = ? AND r.block = ? AND r.day BETWEEN ? AND ? ORDER BY r.key",
              {static_cast<std::int64_t>(range.kind), range.block, range.from, range.to}, each);
}

Status each_statement_of_issue(Ledger::Impl& ledger, std::int64_t issue_block, const EachMember& each) {
  return read(ledger,
              "JOIN statement s ON s.best = r.key WHERE s.issue_block = ? AND s.key > 0 "
              "AND r.kind = 1 ORDER BY r.key",
              {issue_block}, each);
}

Result<std::vector<Record>> records_at(Ledger::Impl& ledger, const std::vector<std::int64_t>& keys) {
  std::map<std::int64_t, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < keys.size(); ++i) places[keys[i]].push_back(i);
  std::vector<Record> records(keys.size());
  std::size_t found = 0;
  const EachMember place = [&](const Member& member, Record& record, std::string_view) {
    for (const std::size_t at : places[member.key]) records[at] = record;
    found += places[member.key].size();
    places[member.key].clear();
  };
  Batch batch(*ledger.store, place);
  ENTENTE_CHECK_OK(for_keys(ledger.database(), std::string(kColumns) + "WHERE r.key IN (", keys,
                            [&](const Row& row) { batch.add(row); }));
  ENTENTE_CHECK_OK(batch.finish());
  if (found == keys.size()) return records;
  return Error{ErrorCode::kBadLedger, "the ledger is damaged: a record is missing", ledger.store->location()};
}

Result<std::vector<std::int64_t>> record_ids_of(Ledger::Impl& ledger, std::int64_t founder) {
  std::vector<std::int64_t> ids;
  ENTENTE_CHECK_OK(
      ledger.database().run("SELECT id FROM record WHERE key = ? AND account = key UNION ALL "
                            "SELECT id FROM record WHERE account = ? AND account <> key",
                            {founder, founder}, [&](const Row& row) { ids.push_back(row.integer(0)); }));
  return ids;
}

std::int32_t join_day(std::int64_t day) { return day == kUnknownDay ? kNoDay : static_cast<std::int32_t>(day); }
std::int64_t table_day(std::int32_t day) { return day == kNoDay ? kUnknownDay : day; }

MentionContext context_of(const Member& member) {
  return {member.article_hash, std::bit_cast<std::uint64_t>(member.copy_group), join_day(member.copy_day)};
}

Tellers tellers_of(const std::vector<const Member*>& members) {
  std::set<std::int64_t> articles;
  std::set<std::uint64_t> publishers;
  std::set<std::int64_t> texts;
  for (const Member* const member : members) {
    articles.insert(member->article);
    publishers.insert(member->publisher);
    texts.insert(member->copy_group);
  }
  return {static_cast<std::int64_t>(members.size()), static_cast<std::int64_t>(articles.size()),
          static_cast<std::int64_t>(std::min(publishers.size(), texts.size()))};
}

}  // namespace entente

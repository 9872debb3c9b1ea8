#include <algorithm>
#include <array>
#include <bit>
#include <set>
#include <utility>

#include "ledger/corrections.h"
#include "ledger/disputes_across.h"
#include "ledger/join_all.h"
#include "ledger/prepare.h"

namespace entente {
namespace {

// Of a position that was repeated often, the first and the last statements are kept with the dispute; the others are
// found by issue and speaker. What tells the dispute in one article is kept whole: it is found by its id.
constexpr std::size_t kEnd = 2;

// Of a statement or a dispute, what its row is to say.
struct Told {
  Member member;
  std::optional<Issue> issue;
  std::vector<std::string> speakers;  // of a dispute those of its sides; without code: none
};

std::vector<std::string> speakers_of(const Dispute& dispute) {
  std::vector<std::string> codes;
  for (const DisputeSide& side : dispute.sides) {
    std::string code = side.speaker ? party_code(*side.speaker) : "";
    if (!code.empty()) codes.push_back(std::move(code));
  }
  return codes;
}
std::vector<std::string> speakers_of(const Statement& statement) {
  std::string code = statement.speaker ? party_code(*statement.speaker) : "";
  return code.empty() ? std::vector<std::string>() : std::vector<std::string>{std::move(code)};
}

struct IssueBlock {
  std::vector<Told> statements;
  std::vector<StatementMention> statement_mentions;
  std::vector<Told> disputes;
  std::vector<DisputeMention> dispute_mentions;
};

void add(const Member& member, const Statement& statement, std::string_view wording, const JoinTables& tables,
         IssueBlock& block) {
  block.statement_mentions.push_back(statement_mention(statement, context_of(member), tables));
  restore_wording(wording, block.statement_mentions.back());
  block.statements.push_back({member, statement.issue, speakers_of(statement)});
}

// As reviewers corrected them: who they are between, and which stands against which, follows from that. An issue may
// have statements by the ten thousand, so whole records are kept of the corrected alone.
Status read_statements(Ledger::Impl& ledger, std::int64_t issue, IssueBlock& block) {
  struct Corrected {
    Member member;
    Record record;
    std::string wording;
  };
  std::set<std::int64_t> founders;
  ENTENTE_CHECK_OK(ledger.database().run("SELECT key FROM statement WHERE issue_block = ? AND verdict = ?",
                                         {issue, static_cast<std::int64_t>(Verdict::kCorrected)},
                                         [&](const Row& row) { founders.insert(row.integer(0)); }));
  std::vector<Corrected> corrected;
  ENTENTE_CHECK_OK(
      each_statement_of_issue(ledger, issue, [&](const Member& member, Record& record, std::string_view wording) {
        if (founders.contains(member.account)) {
          corrected.push_back({member, std::move(record), std::string(wording)});
        } else {
          add(member, std::get<Statement>(record), wording, ledger.tables, block);
        }
      }));
  for (Corrected& each : corrected) {
    ENTENTE_CHECK_OK(apply_corrections(ledger, each.member.account, each.record));
    add(each.member, std::get<Statement>(each.record), each.wording, ledger.tables, block);
  }
  return Unit{};
}

Result<IssueBlock> read_issue(Ledger::Impl& ledger, std::int64_t issue) {
  IssueBlock block;
  if (issue != 0) ENTENTE_CHECK_OK(read_statements(ledger, issue, block));
  ENTENTE_CHECK_OK(
      each_member(ledger, {kDisputeKind, issue}, [&](const Member& member, Record& record, std::string_view) {
        if (!member.current) return;
        const auto& dispute = std::get<Dispute>(record);
        block.dispute_mentions.push_back(dispute_mention(dispute, context_of(member), ledger.tables));
        block.disputes.push_back({member, dispute.issue, speakers_of(dispute)});
      }));
  return block;
}

// Without an issue there is nothing to join them by.
std::vector<JoinedDispute> joined(const IssueBlock& block, std::int64_t issue) {
  if (issue != 0) return join_disputes(block.statement_mentions, block.dispute_mentions).disputes;
  std::vector<JoinedDispute> lone;
  for (std::uint32_t i = 0; i < block.disputes.size(); ++i) {
    JoinedDispute& dispute = lone.emplace_back();
    dispute.key = block.dispute_mentions[i].record;
    dispute.disputes = {i};
  }
  return lone;
}

Status erase_block(Database& database, std::int64_t block) {
  ENTENTE_CHECK_OK(
      database.run("DELETE FROM dispute_record WHERE dispute IN (SELECT id FROM dispute WHERE block = ?)", {block}));
  return database.run("DELETE FROM dispute WHERE block = ?", {block});
}

class DisputeWriter {
 public:
  DisputeWriter(Ledger::Impl& ledger, std::int64_t issue, const IssueBlock& block)
      : ledger_(ledger), issue_(issue), block_(block) {}

  Status write(const JoinedDispute& dispute) {
    const auto id = std::bit_cast<std::int64_t>(dispute.key);
    ENTENTE_TRY(const SaidOf review, review_of(ledger_, kDisputeKind, {id}));
    const Told* first = nullptr;
    std::array<std::string, 2> speakers;
    days_ = {kUnknownDay, kUnknownDay};
    articles_.clear();
    publishers_.clear();
    for (std::size_t side = 0; side < dispute.sides.size(); ++side) {
      for (const std::uint32_t at : dispute.sides[side].statements) {
        const Told& told = block_.statements[at];
        if (first == nullptr) first = &told;
        if (speakers[side].empty() && !told.speakers.empty()) speakers[side] = told.speakers.front();
        ENTENTE_CHECK_OK(count(told.member, block_.statement_mentions[at].day));
      }
    }
    for (const std::uint32_t at : dispute.disputes) {
      if (first == nullptr) first = &block_.disputes[at];
      ENTENTE_CHECK_OK(count(block_.disputes[at].member, block_.dispute_mentions[at].published_day));
    }
    if (first == nullptr) return Unit{};
    // Not between statements of both sides: it is between those whom the article names.
    if (dispute.sides[0].statements.empty() || dispute.sides[1].statements.empty()) {
      for (std::size_t side = 0; side < speakers.size(); ++side) {
        const std::vector<std::string>& named = block_.disputes[dispute.disputes.front()].speakers;
        speakers[side] = side < named.size() ? named[side] : "";
      }
    }
    const std::optional<Issue>& issue = first->issue;
    ENTENTE_CHECK_OK(ledger_.database().run(
        "INSERT INTO dispute (id, block, verdict, change, issue, label, speaker_a, speaker_b, statements_a, "
        "statements_b, day, last_day, articles, sources) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {id, issue_, static_cast<std::int64_t>(review.verdict), std::int64_t{dispute.change_of_position},
         issue ? value_of(issue->id) : Value(nullptr), issue ? issue->label : "", code(speakers[0]), code(speakers[1]),
         static_cast<std::int64_t>(dispute.sides[0].statements.size()),
         static_cast<std::int64_t>(dispute.sides[1].statements.size()), days_.first, days_.second,
         static_cast<std::int64_t>(articles_.size()), static_cast<std::int64_t>(publishers_.size())}));
    return write_records(id, dispute);
  }

 private:
  static Value code(const std::string& speaker) { return speaker.empty() ? Value(nullptr) : Value(speaker); }

  Status count(const Member& member, std::int32_t day) {
    articles_.insert(member.article);
    publishers_.insert(member.publisher);
    if (day == kNoDay) return Unit{};
    days_.first = days_.first == kUnknownDay ? day : std::min<std::int64_t>(days_.first, day);
    days_.second = std::max<std::int64_t>(days_.second, day);
    return Unit{};
  }

  Status write_records(std::int64_t id, const JoinedDispute& dispute) {
    for (std::size_t side = 0; side < dispute.sides.size(); ++side) {
      const std::vector<std::uint32_t>& statements = dispute.sides[side].statements;
      for (std::size_t i = 0; i < statements.size(); ++i) {
        if (i >= kEnd && i + kEnd < statements.size()) continue;
        ENTENTE_CHECK_OK(put(id, static_cast<std::int64_t>(side) + 1, block_.statements[statements[i]].member.key));
      }
    }
    for (const std::uint32_t at : dispute.disputes) ENTENTE_CHECK_OK(put(id, 0, block_.disputes[at].member.key));
    return Unit{};
  }
  Status put(std::int64_t id, std::int64_t side, std::int64_t record) {
    return ledger_.database().run("INSERT INTO dispute_record (dispute, side, record) VALUES (?, ?, ?)",
                                  {id, side, record});
  }

  Ledger::Impl& ledger_;
  std::int64_t issue_;
  const IssueBlock& block_;
  std::pair<std::int64_t, std::int64_t> days_;
  std::set<std::int64_t> articles_;
  std::set<std::uint64_t> publishers_;
};

}  // namespace

Status join_dispute_block(Ledger::Impl& ledger, const DirtyStretch& stretch) {
  ENTENTE_TRY(const IssueBlock block, read_issue(ledger, stretch.block));
  ENTENTE_CHECK_OK(erase_block(ledger.database(), stretch.block));
  DisputeWriter writer(ledger, stretch.block, block);
  for (const JoinedDispute& dispute : joined(block, stretch.block)) ENTENTE_CHECK_OK(writer.write(dispute));
  return Unit{};
}

}  // namespace entente

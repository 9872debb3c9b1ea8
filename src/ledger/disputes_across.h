// Who holds the opposite of what on one issue, across articles.
//
// A function of the set of statements and disputes. Source: docs/formats/ledger.md, "How records are joined".
#ifndef ENTENTE_LEDGER_DISPUTES_ACROSS_H_
#define ENTENTE_LEDGER_DISPUTES_ACROSS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "entente/record.h"
#include "ledger/statement_joins.h"

namespace entente {

// A dispute that one article tells.
struct DisputeMention {
  struct Side {
    std::uint64_t statement = 0;    // record_key() of the statement; 0: the article itself says so
    std::uint64_t speaker_key = 0;  // 0: nobody is named
    std::uint8_t position = 0;      // JoinStance
  };
  std::uint64_t record = 0;
  std::uint64_t article = 0;
  std::int32_t published_day = kNoDay;
  std::uint64_t issue = 0;  // issue_key(); 0: none
  bool issue_has_id = false;
  std::array<Side, 2> sides;  // the first two that are opposite; the first two where none are
};

[[nodiscard]] DisputeMention dispute_mention(const Dispute& dispute, const MentionContext& context,
                                             const JoinTables& tables);

// One speaker's stand on the issue, and all that say so.
struct JoinedPosition {
  std::uint64_t speaker_key = 0;
  std::uint8_t position = 0;
  std::int32_t first_day = kNoDay, last_day = kNoDay;
  std::vector<std::uint32_t> statements;  // indices into the statements, by day, publication and record key
};

struct JoinedDispute {
  std::uint64_t key = 0;  // of its id: from the first statements of both sides, or of a lone dispute's record its key
  std::array<JoinedPosition, 2> sides;  // the earlier first
  bool change_of_position = false;      // one speaker, at two times
  std::vector<std::uint32_t> disputes;  // indices into the disputes that tell it in one article
};

struct JoinedDisputes {
  std::vector<JoinedDispute> disputes;  // by key
  // Speakers beyond the kMostSpeakers that have stated a position in most articles; their statements take no part.
  std::uint32_t speakers_left_out = 0;
};

// Of an issue that all the world speaks about; more would be pairs that nobody reads.
constexpr std::size_t kMostSpeakers = 64;

// For all statements and disputes of one issue (StatementMention::issue, not 0). An issue known by its label alone is
// one only among statements that follow one another within kLabelDays and share a country.
[[nodiscard]] JoinedDisputes join_disputes(const std::vector<StatementMention>& statements,
                                           const std::vector<DisputeMention>& disputes);
constexpr std::int32_t kLabelDays = 14;

}  // namespace entente

#endif  // ENTENTE_LEDGER_DISPUTES_ACROSS_H_

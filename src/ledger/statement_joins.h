// Which statements are one, told by many articles.
//
// A function of the set of mentions. Source: docs/formats/ledger.md, "How records are joined".
#ifndef ENTENTE_LEDGER_STATEMENT_JOINS_H_
#define ENTENTE_LEDGER_STATEMENT_JOINS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "entente/record.h"
#include "ledger/event_mention.h"

namespace entente {

// A plain value of about 110 bytes.
struct StatementMention {
  std::uint64_t record = 0;
  std::uint64_t article = 0;
  std::uint64_t copy_group = 0;
  std::int32_t published_day = kNoDay;
  std::int32_t day = kNoDay;  // as stated, else the day of publication
  bool has_speaker = false;
  JoinActor speaker;
  std::uint64_t speaker_key = 0;  // speaker_key() of it; 0: nobody is named
  std::uint64_t issue = 0;        // issue_key(); 0: none
  bool issue_has_id = false;
  std::array<std::uint32_t, 4> about{};  // codes of whom it is about, 0: no more; smallest first
  std::uint8_t stance = 0;               // JoinStance
  std::uint8_t position = 0;
  std::uint8_t opposite = 0;
  std::uint8_t content_words = 0;
  Wording wording;  // of what is said
  float confidence = 0;
};

[[nodiscard]] StatementMention statement_mention(const Statement& statement, const MentionContext& context,
                                                 const JoinTables& tables);

// An issue's id, else its label without regard to case, stop words and endings; 0 where there is neither.
[[nodiscard]] std::uint64_t issue_key(const Issue& issue, const JoinTables& tables);

// The block within which statements are joined: who is named as the speaker's country, else by name.
[[nodiscard]] std::uint64_t statement_block(const StatementMention& mention);

// As in event_joins.h, by StatementMention::day.
constexpr std::int32_t kStatementMarginDays = 4;

// For mentions of one block (or of several): for each the index of the one that founds its statement.
[[nodiscard]] std::vector<std::uint32_t> join_statements(const std::vector<StatementMention>& mentions);

}  // namespace entente

#endif  // ENTENTE_LEDGER_STATEMENT_JOINS_H_

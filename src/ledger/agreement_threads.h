// Which mentions are of one agreement, and what became of it step by step.
//
// A function of the set of mentions. Source: docs/formats/ledger.md, "How records are joined".
#ifndef ENTENTE_LEDGER_AGREEMENT_THREADS_H_
#define ENTENTE_LEDGER_AGREEMENT_THREADS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "entente/record.h"
#include "ledger/event_mention.h"

namespace entente {

// A plain value of under 250 bytes.
struct AgreementMention {
  static constexpr std::size_t kTitleWords = 8;
  std::uint64_t record = 0;
  std::uint64_t article = 0;
  std::uint64_t copy_group = 0;
  std::int32_t published_day = kNoDay;
  MentionDate date;
  JoinParties parties;
  std::uint64_t block = 0;                         // agreement_block(): of all parties, where `parties` holds four
  std::array<std::uint32_t, kTitleWords> title{};  // hashes of its content words, smallest first; 0: no more
  Wording wording;                                 // of the evidence
  float confidence = 0;
  JoinForm form;  // family 0: of no known form
  JoinStatus status;
  bool known_status = false;
};

[[nodiscard]] AgreementMention agreement_mention(const Agreement& agreement, const MentionContext& context,
                                                 const JoinTables& tables);

// The block of mentions that may be of one agreement: those of the same set of countries. Where fewer than two are
// named, the block of that one, or of nobody.
[[nodiscard]] std::uint64_t agreement_block(const Agreement& agreement, const JoinTables& tables);

// The day that orders a mention: as stated (of an interval its first), else of publication.
[[nodiscard]] std::int32_t agreement_day(const AgreementMention& mention);

struct AgreementThreadStep {
  std::uint8_t status = 0;    // JoinStatus::order
  std::uint32_t mention = 0;  // that tells it of the earliest day
  std::int32_t day = kNoDay;  // agreement_day() of it
};

struct JoinedAgreement {
  std::uint32_t founder = 0;               // earliest published, then least record key: the thread's id
  std::vector<std::uint32_t> mentions;     // by publication, then record key
  std::vector<AgreementThreadStep> steps;  // by day, then in the order in which agreements go through them
};

// For the mentions of one block; in the order of their founders' publication and record keys.
[[nodiscard]] std::vector<JoinedAgreement> join_agreements(const std::vector<AgreementMention>& mentions);

}  // namespace entente

#endif  // ENTENTE_LEDGER_AGREEMENT_THREADS_H_

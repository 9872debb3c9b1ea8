// Records as a ledger keeps them: the JSON of an article's records, a line each, without what can be told again, packed
// together by zstd with the ledger's dictionary. Together, since the records of an article repeat its names.
//
// Left out: id, article and engine, which stand in columns; what is null or empty; and every text that has a span,
// since the article's text holds it. A ledger that keeps no text gives such texts back empty. Threads: Packer is
// immutable, share; it works on the calling thread's buffers.
#ifndef ENTENTE_STORE_BODY_H_
#define ENTENTE_STORE_BODY_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "entente/record.h"
#include "entente/result.h"

namespace entente {

// The kinds by number, as the ledger's tables have them: the order of Record's alternatives.
constexpr std::size_t kEventKind = 0;
constexpr std::size_t kStatementKind = 1;
constexpr std::size_t kAgreementKind = 2;
constexpr std::size_t kRelationKind = 3;
constexpr std::size_t kDisputeKind = 4;
// Empty where there is no such kind, as in a damaged ledger; Packer::unpack() refuses it.
[[nodiscard]] const char* kind_name(std::size_t kind);  // also of the table of its accounts
[[nodiscard]] const RecordCommon& common_of(const Record& record);
[[nodiscard]] RecordCommon& common_of(Record& record);

[[nodiscard]] const char* record_prefix(std::size_t kind);   // "ev_"
[[nodiscard]] const char* account_prefix(std::size_t kind);  // "le_"

struct PackedRecord {
  std::size_t kind = 0;
  std::int64_t id = 0;
  std::string article;
  std::optional<std::string> published;
  std::string_view bodies;   // of all records of its article
  std::size_t position = 0;  // of this one among them
  std::string_view text;     // of the article; empty where the ledger has none
};

class Packer {
 public:
  explicit Packer(std::string_view dictionary);  // empty: none
  ~Packer();
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  [[nodiscard]] std::string pack(const std::vector<Record>& records) const;
  [[nodiscard]] Result<std::vector<Record>> unpack(const std::vector<PackedRecord>& records) const;

 private:
  struct Dictionaries;
  std::unique_ptr<Dictionaries> dictionaries_;
};

// The JSON that pack() compresses: what a dictionary is trained on.
[[nodiscard]] std::string body_json(const Record& record);

}  // namespace entente

#endif  // ENTENTE_STORE_BODY_H_

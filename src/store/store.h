// A ledger's tables: articles and their records go in, one transaction an article.
//
// What joins records is not known here (src/ledger): each record comes with the block and day under which it is to be
// compared with others, and what must be joined anew is written to the table `dirty`.
// Units: days since 1970-01-01; Goldstein values and scores in tenths, confidence in thousandths, in their columns.
// Threads: one at a time. Errors: as in store/database.h.
#ifndef ENTENTE_STORE_STORE_H_
#define ENTENTE_STORE_STORE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "entente/article.h"
#include "entente/record.h"
#include "entente/result.h"
#include "store/body.h"
#include "store/database.h"

namespace entente {

constexpr std::int64_t kUnknownDay = -1000000;  // neither the words nor the article tell a day

struct PutRecord {
  std::size_t kind = 0;
  std::int64_t id = 0;
  std::int64_t block = 0;
  std::int64_t day = kUnknownDay;
  bool dated = true;  // false: its day is that on which the article, or the first of its copies, was published
  std::string wording;
  std::string words;  // for the search of statements and provisions; empty: none
};

struct PutArticle {
  std::string id;
  std::string source;  // where it was read; a failure that was noted there is settled
  std::string hash;    // of all that the ledger would keep of it
  std::optional<std::string> published, publisher, url, language, title, text;
  std::optional<std::int64_t> day;
  std::int64_t words = 0;
  std::int64_t copy_group = 0;      // a number of its own, by its text
  std::vector<std::int64_t> bands;  // articles that share one are near-copies
  std::vector<PutRecord> records;
  std::string bodies;  // of the records in this order, packed
};

enum class Put { kAdded, kNewVersion, kKnown };

class Store {
 public:
  // kCreate makes the tables, with `dictionary` for packing records; else they must be there.
  [[nodiscard]] static Result<std::unique_ptr<Store>> open(const std::string& location, Access access, bool keep_text,
                                                           std::string_view dictionary);

  [[nodiscard]] Database& database() & { return *database_; }
  [[nodiscard]] const Packer& packer() const& { return *packer_; }
  [[nodiscard]] const std::string& location() const& { return location_; }
  [[nodiscard]] bool keeps_text() const { return keeps_text_; }

  // An error's place is the ledger.
  [[nodiscard]] Result<std::vector<Record>> unpack(const std::vector<PackedRecord>& records) const;

  // True where the ledger holds this article with this very text.
  [[nodiscard]] Result<bool> knows(const std::string& id, const std::string& hash);
  // All of them in one transaction.
  [[nodiscard]] Result<std::vector<Put>> put(const std::vector<const PutArticle*>& articles, const EngineStamp& stamp);
  [[nodiscard]] Status put_failure(const Error& error, std::int64_t now_s);

 private:
  Store(std::unique_ptr<Database> database, std::string location);
  [[nodiscard]] Status load_settings();
  [[nodiscard]] Result<Put> put_one(const PutArticle& article, std::int64_t stamp);
  [[nodiscard]] Result<std::int64_t> stamp_key(const EngineStamp& stamp);
  [[nodiscard]] Status retire(std::int64_t article);
  [[nodiscard]] Status join_copies(const PutArticle& article, std::int64_t& copy_group,
                                   std::optional<std::int64_t>& copy_day);
  [[nodiscard]] Result<std::int64_t> put_record(const PutRecord& record, std::int64_t article,
                                                const std::optional<std::int64_t>& copy_day);
  [[nodiscard]] Status index_words(const PutArticle& article, std::int64_t key);

  std::unique_ptr<Database> database_;
  std::string location_;
  std::unique_ptr<Packer> packer_;
  bool keeps_text_ = true;
};

}  // namespace entente

#endif  // ENTENTE_STORE_STORE_H_

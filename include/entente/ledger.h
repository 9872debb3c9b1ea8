// The ledger: many articles, one account. Articles and their records go in; questions are asked of it in
//   entente/questions.h, corrections made in entente/review.h.
//
// Location: a path of an SQLite file, or "postgresql://user@host/name".
// Errors: kBadLedger (none, damaged, newer), kUnavailable (locked, gone, read-only), kCannotWrite (disk full); the
// place
//   is the ledger, without the password of a URL. What was added before an error stays; nothing is half-written.
// Threads: prepare() may be called on many threads at once; of the rest one thread at a time. Several processes may add
//   to one ledger.
// Source: docs/formats/ledger.md.
#ifndef ENTENTE_LEDGER_H_
#define ENTENTE_LEDGER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "entente/article.h"
#include "entente/ledger_rows.h"
#include "entente/record.h"
#include "entente/result.h"

namespace entente {

struct LedgerOptions {
  enum class Use { kRead, kWrite, kCreate } use = Use::kRead;  // kCreate: make it where it is not there
  // The folder knowledge/, for the tables by which records are joined; needed for adding, joining and reviewing.
  std::string knowledge_path;
  bool keep_text = true;  // of a ledger that is made; false: hashes and offsets alone
};

enum class Addition {
  kAdded,
  kNewVersion,  // the id was there with other text; the old version is kept, and no longer counts
  kKnown        // nothing has changed
};

// An article and its records, ready to be stored.
class PreparedArticle {
 public:
  PreparedArticle();
  ~PreparedArticle();
  PreparedArticle(PreparedArticle&&) noexcept;
  PreparedArticle& operator=(PreparedArticle&&) noexcept;
  [[nodiscard]] const std::string& source() const&;  // where it was read

 private:
  friend class Ledger;
  struct Content;
  std::unique_ptr<Content> content_;
};

struct JoinProgress {
  std::int64_t done = 0, all = 0;  // groups of records to be compared anew
};

class Ledger {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Ledger>> open(const std::string& location, const LedgerOptions& options);
  ~Ledger();
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  [[nodiscard]] PreparedArticle prepare(const Article& article, const std::vector<Record>& records) const;
  // All of them in one transaction; a commit costs about as much as an article. The records take part in questions once
  // join() has run.
  [[nodiscard]] Result<std::vector<Addition>> add(const std::vector<PreparedArticle>& articles,
                                                  const EngineStamp& stamp);
  [[nodiscard]] Result<Addition> add(const PreparedArticle& article, const EngineStamp& stamp);
  // True where the ledger holds this article with this very text: it need not be coded again.
  [[nodiscard]] Result<bool> knows(const Article& article);
  // An input that could not be read or coded, with the reason; settled when an article is added from the same place.
  [[nodiscard]] Status add_failure(const Error& error, std::int64_t now_s);

  // Joins what the additions since the last time have changed. The result is a function of the articles that the ledger
  // holds, whatever their order or the number of calls. `progress` returns false to stop; the rest is joined next time.
  [[nodiscard]] Status join(const std::function<bool(const JoinProgress&)>& progress);

  // How many groups of records are still to be joined: what questions answer is older than what was added.
  [[nodiscard]] Result<std::int64_t> waiting();

  [[nodiscard]] bool keeps_text() const;

  [[nodiscard]] Result<std::int64_t> article_count();  // of all versions
  // Gives back the room that additions in no order leave between the rows; takes as much disk for a while as the ledger
  // has.
  [[nodiscard]] Status compact();

  // What the ledger holds, a line a row, in an order of its own: of two ledgers with the same articles, engine and
  // reviews the same bytes, whatever database they are in. Left out are settings, when it was written, and the tables
  // that only help to find what is there (docs/formats/ledger.md). Return false to stop.
  [[nodiscard]] Status dump(const std::function<bool(const std::string& line)>& each);

  struct Impl;  // for the library's own use
  [[nodiscard]] Impl& impl() & { return *impl_; }

 private:
  explicit Ledger(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_H_

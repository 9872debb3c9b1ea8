#include <algorithm>
#include <utility>

#include "base/files.h"
#include "ledger/ledger_impl.h"
#include "ledger/prepare.h"

namespace entente {
namespace {

constexpr std::size_t kMaxDictionary = std::size_t{1} << 20U;

Access access_of(LedgerOptions::Use use) {
  switch (use) {
    case LedgerOptions::Use::kRead: return Access::kRead;
    case LedgerOptions::Use::kWrite: return Access::kWrite;
    case LedgerOptions::Use::kCreate: return Access::kCreate;
  }
  return Access::kRead;
}

Addition addition_of(Put put) {
  switch (put) {
    case Put::kAdded: return Addition::kAdded;
    case Put::kNewVersion: return Addition::kNewVersion;
    case Put::kKnown: return Addition::kKnown;
  }
  return Addition::kKnown;
}

}  // namespace

Result<std::vector<Addition>> Ledger::Impl::add(const std::vector<const PutArticle*>& articles,
                                                const EngineStamp& stamp) const {
  if (std::find(articles.begin(), articles.end(), nullptr) != articles.end()) {
    return Error{ErrorCode::kInternal, "an article that was not prepared", ""};
  }
  ENTENTE_TRY(const std::vector<Put> put, store->put(articles, stamp));
  std::vector<Addition> added;
  added.reserve(put.size());
  for (const Put each : put) added.push_back(addition_of(each));
  return added;
}

struct PreparedArticle::Content : PutArticle {};

PreparedArticle::PreparedArticle() = default;
PreparedArticle::~PreparedArticle() = default;
PreparedArticle::PreparedArticle(PreparedArticle&&) noexcept = default;
PreparedArticle& PreparedArticle::operator=(PreparedArticle&&) noexcept = default;

const std::string& PreparedArticle::source() const& {
  static const std::string kNowhere;
  return content_ ? content_->source : kNowhere;
}

Ledger::Ledger(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::open(const std::string& location, const LedgerOptions& options) {
  auto impl = std::make_unique<Impl>();
  std::string dictionary;
  if (!options.knowledge_path.empty()) {
    ENTENTE_TRY(JoinTables tables, JoinTables::load(options.knowledge_path));
    impl->tables = std::move(tables);
  }
  if (options.use == LedgerOptions::Use::kCreate) {
    ENTENTE_TRY(dictionary, read_file(options.knowledge_path + "/ledger/records.zdict", kMaxDictionary));
  }
  ENTENTE_TRY(impl->store, Store::open(location, access_of(options.use), options.keep_text, dictionary));
  return std::unique_ptr<Ledger>(new Ledger(std::move(impl)));
}

PreparedArticle Ledger::prepare(const Article& article, const std::vector<Record>& records) const {
  PreparedArticle prepared;
  prepared.content_ = std::make_unique<PreparedArticle::Content>(
      PreparedArticle::Content{put_article(article, records, impl_->store->packer(), impl_->tables)});
  return prepared;
}

Result<std::vector<Addition>> Ledger::add(const std::vector<PreparedArticle>& articles, const EngineStamp& stamp) {
  std::vector<const PutArticle*> contents;
  contents.reserve(articles.size());
  for (const PreparedArticle& article : articles) contents.push_back(article.content_.get());
  return impl_->add(contents, stamp);
}

Result<Addition> Ledger::add(const PreparedArticle& article, const EngineStamp& stamp) {
  ENTENTE_TRY(const std::vector<Addition> added, impl_->add({article.content_.get()}, stamp));
  return added.front();
}

Result<bool> Ledger::knows(const Article& article) { return impl_->store->knows(article.id, article_hash(article)); }

Status Ledger::add_failure(const Error& error, std::int64_t now_s) { return impl_->store->put_failure(error, now_s); }

Result<std::int64_t> Ledger::article_count() {
  ENTENTE_TRY(const std::optional<std::int64_t> count,
              impl_->database().find_integer("SELECT count(*) FROM article", {}));
  return count.value_or(0);
}

Result<std::int64_t> Ledger::waiting() {
  ENTENTE_TRY(const std::optional<std::int64_t> count,
              impl_->database().find_integer("SELECT count(*) FROM dirty", {}));
  return count.value_or(0);
}

Status Ledger::compact() { return impl_->database().compact(); }

bool Ledger::keeps_text() const { return impl_->store->keeps_text(); }

}  // namespace entente

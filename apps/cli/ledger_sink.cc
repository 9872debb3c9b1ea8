#include "ledger_sink.h"

#include <algorithm>
#include <ctime>
#include <thread>
#include <utility>

#include "terminal.h"

namespace entente::cli {
namespace {

constexpr std::size_t kMostAtOnce = 32;
constexpr auto kLongestWait = std::chrono::seconds(1);  // what a kill may cost
constexpr int kTries = 8;
constexpr auto kFirstPause = std::chrono::seconds(1);
constexpr auto kLongestPause = std::chrono::seconds(32);

}  // namespace

Written LedgerSink::put(Output& output) {
  if (output.prepared) {
    waiting_.push_back(*std::move(output.prepared));
  } else {
    ++counts_.at(static_cast<std::size_t>(Addition::kKnown));
  }
  progress_.advance(1, static_cast<std::int64_t>(output.words), static_cast<std::int64_t>(output.input_bytes), 0);
  const bool due = waiting_.size() >= kMostAtOnce || std::chrono::steady_clock::now() - added_ >= kLongestWait;
  return due ? add_waiting() : Written::kAll;
}

Written LedgerSink::add_waiting() {
  added_ = std::chrono::steady_clock::now();
  if (error_) return Written::kFailed;
  if (waiting_.empty()) return Written::kAll;
  Status added = add(waiting_);
  // What a statement's own failure is told by: one article's fault is not the others'.
  if (!added && added.error().code == ErrorCode::kInternal) added = add_one_by_one();
  waiting_.clear();
  if (added) return Written::kAll;
  progress_.finish();
  complain(added.error());
  error_ = added.error();
  return Written::kFailed;
}

Status LedgerSink::add(const std::vector<PreparedArticle>& articles) {
  return with_patience([&]() -> Status {
    ENTENTE_TRY(const std::vector<Addition> added, ledger_.add(articles, stamp_));
    for (const Addition each : added) ++counts_.at(static_cast<std::size_t>(each));
    return Unit{};
  });
}

Status LedgerSink::add_one_by_one() {
  for (PreparedArticle& article : waiting_) {
    const std::string source = article.source();
    std::vector<PreparedArticle> alone;
    alone.push_back(std::move(article));
    Status added = add(alone);
    if (added) continue;
    if (added.error().code != ErrorCode::kInternal) return added;
    ++refused_;
    const Error refused{ErrorCode::kInternal, "the ledger refuses it: " + added.error().message, source};
    failed(refused);
    complain(refused);
  }
  return Unit{};
}

void LedgerSink::failed(const Error& error) {
  progress_.clear();
  progress_.advance(0, 0, 0, 1);
  const Status noted = with_patience([&] { return ledger_.add_failure(error, std::time(nullptr)); });
  if (!noted && !error_) complain(noted.error());
}

Status LedgerSink::with_patience(const std::function<Status()>& write) {
  std::chrono::seconds pause = kFirstPause;
  for (int tried = 1;; ++tried) {
    Status done = write();
    if (done || done.error().code != ErrorCode::kUnavailable || tried == kTries) return done;
    progress_.clear();
    complain(done.error().to_string() + "; trying again in " + std::to_string(pause.count()) + " s");
    const auto until = std::chrono::steady_clock::now() + pause;
    while (std::chrono::steady_clock::now() < until) {
      if (interrupts_.requested()) return done;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    pause = std::min(pause * 2, kLongestPause);
  }
}

}  // namespace entente::cli

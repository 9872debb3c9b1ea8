// How far a long command has come: a bar on a terminal, else a line of JSON now and then; on standard error.
#ifndef ENTENTE_APPS_CLI_PROGRESS_H_
#define ENTENTE_APPS_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>

namespace entente::cli {

class Progress {
 public:
  enum class Form { kBar, kJson, kNone };
  // "auto": a bar on a terminal, else JSON; "json"; "never". `expected_bytes`: of all inputs; 0 where nobody knows.
  // `most_articles`: where it ends whatever is left; 0 where it does not.
  Progress(const std::string& form, std::int64_t expected_bytes, std::int64_t most_articles);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(std::int64_t articles, std::int64_t words, std::int64_t bytes, std::int64_t failed);
  void stage(const std::string& name, std::int64_t done, std::int64_t all);
  void clear();   // before another line is written
  void finish();  // the last state, and the end of the line

 private:
  using Time = std::chrono::steady_clock::time_point;
  struct Reached {
    Time when;
    double share = 0;
  };

  [[nodiscard]] double seconds() const;
  [[nodiscard]] bool due();
  [[nodiscard]] double share() const;         // of all that is to be read, as far as it is known; from 0 to 1
  [[nodiscard]] double seconds_left() const;  // below 0 where it cannot be told
  void remember();
  void show(bool last);

  Form form_;
  std::int64_t expected_bytes_;
  std::int64_t most_articles_;
  std::deque<Reached> reached_;  // of the last half minute
  std::int64_t articles_ = 0, words_ = 0, bytes_ = 0, failed_ = 0;
  std::string stage_;
  std::int64_t stage_done_ = 0, stage_all_ = 0;
  Time start_;
  Time shown_;
  bool finished_ = false;
  bool drawn_ = false;
};

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_PROGRESS_H_

// How far a long command has come: a bar on a terminal, else a line of JSON now and then; on standard error.
#ifndef ENTENTE_APPS_CLI_PROGRESS_H_
#define ENTENTE_APPS_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <string>

namespace entente::cli {

class Progress {
 public:
  enum class Form { kBar, kJson, kNone };
  // "auto": a bar on a terminal, else JSON; "json"; "never". `expected_bytes`: of all inputs; 0 where nobody knows.
  Progress(const std::string& form, std::int64_t expected_bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(std::int64_t articles, std::int64_t words, std::int64_t bytes, std::int64_t failed);
  void stage(const std::string& name, std::int64_t done, std::int64_t all);
  void clear();   // before another line is written
  void finish();  // the last state, and the end of the line

 private:
  [[nodiscard]] double seconds() const;
  [[nodiscard]] bool due();
  void show(bool last);

  Form form_;
  std::int64_t expected_bytes_;
  std::int64_t articles_ = 0, words_ = 0, bytes_ = 0, failed_ = 0;
  std::string stage_;
  std::int64_t stage_done_ = 0, stage_all_ = 0;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point shown_;
  bool finished_ = false;
  bool drawn_ = false;
};

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_PROGRESS_H_

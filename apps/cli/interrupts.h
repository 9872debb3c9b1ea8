// SIGINT and SIGTERM as a question asked politely: what is done is written, then the command ends.
#ifndef ENTENTE_APPS_CLI_INTERRUPTS_H_
#define ENTENTE_APPS_CLI_INTERRUPTS_H_

#include <csignal>
#include <functional>
#include <mutex>
#include <thread>

namespace entente::cli {

// One at a time, made before any other thread: it keeps the signals from all of them and waits for them in its own.
// A second signal ends the process at once.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  [[nodiscard]] bool requested() const;
  // Called once, on another thread; at once where the signal has come already. An empty function takes it back.
  void on_request(std::function<void()> handler);

 private:
  void wait_for_signals();

  mutable std::mutex mutex_;
  std::function<void()> handler_;
  bool requested_ = false;
  bool finished_ = false;
  sigset_t signals_{};
  sigset_t before_{};
  std::thread thread_;
};

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_INTERRUPTS_H_

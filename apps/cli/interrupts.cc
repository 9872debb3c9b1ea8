#include "interrupts.h"

#include <unistd.h>

#include "exit_code.h"

namespace entente::cli {

Interrupts::Interrupts() {
  sigemptyset(&signals_);
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction action {};
    // A shell that starts the command in the background, or nohup, has it ignore the signal: that stays so.
    if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_IGN) sigaddset(&signals_, signal);
  }
  sigaddset(&signals_, SIGUSR2);  // sent by the destructor alone
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  thread_ = std::thread([this] { wait_for_signals(); });
}

Interrupts::~Interrupts() {
  {
    const std::lock_guard lock(mutex_);
    finished_ = true;
  }
  pthread_kill(thread_.native_handle(), SIGUSR2);
  thread_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool Interrupts::requested() const {
  const std::lock_guard lock(mutex_);
  return requested_;
}

void Interrupts::on_request(std::function<void()> handler) {
  const std::lock_guard lock(mutex_);
  handler_ = std::move(handler);
  if (requested_ && handler_) handler_();
}

void Interrupts::wait_for_signals() {
  for (;;) {
    int signal = 0;
    if (sigwait(&signals_, &signal) != 0) continue;
    const std::lock_guard lock(mutex_);
    if (finished_) return;
    if (signal == SIGUSR2) continue;
    if (requested_) _exit(kInterrupted);
    requested_ = true;
    if (handler_) handler_();
  }
}

}  // namespace entente::cli

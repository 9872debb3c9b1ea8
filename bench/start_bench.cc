// From the start of the program to its first record, and what memory it took at most: one article, a process of its
// own.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string>

#include "corpus.h"

extern char** environ;

namespace entente::bench {
namespace {

struct ProcessRun {
  bool ok = false;
  double first_byte_seconds = 0;
  double peak_mib = 0;
};

// Runs `entente code ARTICLE`. A child's peak starts at its parent's, so this runs before the bench loads anything
// large.
ProcessRun run_program(const std::string& article) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::string program = program_path();
  std::string command = "code";
  std::string path = article;
  std::array<char*, 4> arguments{program.data(), command.data(), path.data(), nullptr};

  ProcessRun run;
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int failed = ::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (failed == 0) {
    std::array<char, 4096> buffer{};
    bool any = false;
    while (::read(ends[0], buffer.data(), buffer.size()) > 0) {
      if (any) continue;
      any = true;
      run.first_byte_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    run.ok = any && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    run.peak_mib = static_cast<double>(usage.ru_maxrss) / 1024;
  }
  ::close(ends[0]);
  return run;
}

void start_to_first_record(benchmark::State& state) {
  const std::string article = ENTENTE_SOURCE_DIR "/bench/corpus/001.txt";
  double peak_mib = 0;
  for (auto _ : state) {
    const ProcessRun run = run_program(article);
    if (!run.ok) {
      state.SkipWithError("entente code failed or printed no record");
      break;
    }
    state.SetIterationTime(run.first_byte_seconds);
    peak_mib = std::max(peak_mib, run.peak_mib);
  }
  state.counters["peak_mib"] = peak_mib;
}
BENCHMARK(start_to_first_record)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente::bench

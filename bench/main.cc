// entente_bench: every stage on the fixed text, on one core. Google Benchmark's flags, and --files=N for the first N
// files of the text only.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string_view>
#include <vector>

#include "corpus.h"

int main(int argc, char** argv) {
  std::vector<char*> arguments;
  for (int i = 0; i < argc; ++i) {
    static constexpr std::string_view kFiles = "--files=";
    if (std::string_view(argv[i]).substr(0, kFiles.size()) == kFiles) {
      entente::bench::set_corpus_limit(std::strtoul(argv[i] + kFiles.size(), nullptr, 10));
    } else {
      arguments.push_back(argv[i]);
    }
  }
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

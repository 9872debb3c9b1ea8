// A plain main for a fuzz target: runs it over the files given, then over mutations of them for some seconds or runs.
//
// The same seed and --runs give the same inputs. An input that crashes the target, or holds it for longer than
// kMaxSecondsEach, is written to ./crash-<pid> before the process ends.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
// There in a build with a sanitizer, which then handles the signals itself.
extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace {

constexpr unsigned kMaxSecondsEach = 20;
constexpr std::size_t kMaxMutatedBytes = 1U << 16U;

// Global, since a signal handler can reach nothing else.
const std::uint8_t* g_data = nullptr;
std::size_t g_size = 0;
char g_crash_name[64];

void keep_input() {
  const int file = ::open(g_crash_name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0) return;
  static constexpr char kMessage[] = "\nfuzz: the input stands in ./crash-<pid>\n";
  if (::write(file, g_data, g_size) >= 0) (void)!::write(STDERR_FILENO, kMessage, sizeof kMessage - 1);
  ::close(file);
}

void keep_input_on(int signal_number) {
  keep_input();
  ::signal(signal_number, SIG_DFL);
  ::raise(signal_number);
}

void install_handlers() {
  std::snprintf(g_crash_name, sizeof g_crash_name, "crash-%ld", static_cast<long>(::getpid()));
  ::signal(SIGALRM, keep_input_on);
  ::signal(SIGABRT, keep_input_on);
  if (__sanitizer_set_death_callback != nullptr) {
    __sanitizer_set_death_callback(keep_input);
    return;
  }
  for (const int signal_number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) ::signal(signal_number, keep_input_on);
}

void run(const std::string& input) {
  // A copy of exactly this size on the heap, so that a sanitizer sees a read past the end.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  g_data = bytes.data();
  g_size = bytes.size();
  ::alarm(kMaxSecondsEach);
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  ::alarm(0);
}

// Bytes and words that readers of text, JSON, HTML and binary headers treat apart.
constexpr std::string_view kPieces[] = {{"\0", 1},
                                        {"\xff", 1},
                                        "\xef\xbb\xbf",
                                        "\xff\xfe",
                                        "\xed\xa0\x80",
                                        "\xe2\x80\x9c",
                                        "\xe2\x80\x9d",
                                        "\xf0\x9f\x98\x80",
                                        "\n",
                                        "\n\n",
                                        "\t",
                                        "\r\n",
                                        "\"",
                                        "\\u0000",
                                        "\\ud800",
                                        "{",
                                        "}",
                                        "[",
                                        "]",
                                        ":",
                                        ",",
                                        "<",
                                        ">",
                                        "<div>",
                                        "</div>",
                                        "<script>",
                                        "<!--",
                                        "-->",
                                        "&#x110000;",
                                        "&amp",
                                        "'s",
                                        "n't",
                                        "U.S.",
                                        "...",
                                        "-",
                                        "(",
                                        ")",
                                        "1e999",
                                        "9223372036854775808",
                                        "MOSCOW, Feb 22 (Agency) -",
                                        {"\x7f\0\0\0\0\0\0\0", 8},
                                        "\xff\xff\xff\xff\xff\xff\xff\xff"};

class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  std::string mutate(const std::vector<std::string>& inputs) {
    std::string input = inputs[below(inputs.size())];
    if (input.size() > kMaxMutatedBytes && below(4) != 0) input.resize(kMaxMutatedBytes);
    const std::size_t changes = 1 + below(8);
    for (std::size_t i = 0; i < changes; ++i) change(input, inputs);
    return input;
  }

 private:
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }

  void change(std::string& input, const std::vector<std::string>& inputs) {
    const std::size_t at = below(input.size() + 1);
    const std::size_t length = below(below(4) == 0 ? 256 : 8) + 1;
    switch (below(7)) {
      case 0:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
        break;
      case 1:
        if (at < input.size()) input[at] = static_cast<char>(below(256));
        break;
      case 2: input.erase(at, length); break;
      case 3: input.insert(at, kPieces[below(std::size(kPieces))]); break;
      case 4: input.insert(at, input.substr(at, length)); break;
      case 5: {
        const std::string& other = inputs[below(inputs.size())];
        input.insert(at, other, below(other.size() + 1), length * 8);
        break;
      }
      default: {
        const std::string_view piece = kPieces[below(std::size(kPieces))];
        for (std::size_t i = 0; i < length && input.size() < kMaxMutatedBytes; ++i) input.insert(at, piece);
      }
    }
  }

  std::mt19937_64 random_;
};

struct Options {
  double seconds = 0;
  std::uint64_t runs = 0;
  std::uint64_t seed = 1;
  std::vector<std::string> paths;
};

bool read_options(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.substr(0, 2) != "--") {
      options.paths.emplace_back(argument);
      continue;
    }
    if (i + 1 == argc) return false;
    const char* value = argv[++i];
    if (argument == "--seconds") {
      options.seconds = std::atof(value);
    } else if (argument == "--runs") {
      options.runs = std::strtoull(value, nullptr, 10);
    } else if (argument == "--seed") {
      options.seed = std::strtoull(value, nullptr, 10);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!read_options(argc, argv, options)) {
    std::fprintf(stderr, "usage: %s [--seconds S] [--runs N] [--seed N] [FILE...]\n", argv[0]);
    return 2;
  }
  install_handlers();

  std::vector<std::string> inputs;
  for (const std::string& path : options.paths) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "%s: cannot be read\n", path.c_str());
      return 2;
    }
    inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    run(inputs.back());
  }
  inputs.emplace_back();
  run(inputs.back());

  const auto start = std::chrono::steady_clock::now();
  const auto seconds = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); };
  const std::uint64_t limit = options.runs > 0      ? options.runs
                              : options.seconds > 0 ? std::numeric_limits<std::uint64_t>::max()
                                                    : 0;
  Mutator mutator(options.seed);
  std::uint64_t runs = 0;
  while (runs < limit && (options.seconds <= 0 || seconds() < options.seconds)) {
    run(mutator.mutate(inputs));
    ++runs;
  }
  std::printf("%zu files, %llu mutations, seed %llu, %.1f s\n", options.paths.size(),
              static_cast<unsigned long long>(runs), static_cast<unsigned long long>(options.seed), seconds());
  return 0;
}

#include "inputs.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "entente/formats.h"
#include "terminal.h"

namespace entente::cli {
namespace {

constexpr std::size_t kMaxTreebankBytes = std::size_t{1} << 30U;

std::string shown(const std::string& path) { return path == "-" ? "standard input" : path; }

InputFormat input_format(const std::string& from) {
  if (from == "text") return InputFormat::kText;
  if (from == "jsonl") return InputFormat::kJsonl;
  if (from == "html") return InputFormat::kHtml;
  return InputFormat::kAuto;
}

// The .conllu files of a folder and of those in it, in byte order; another path stands for itself.
Result<std::vector<std::string>> treebank_files(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (path == "-" || !fs::is_directory(path, error)) return std::vector<std::string>{path};
  std::vector<std::string> files;
  for (auto at = fs::recursive_directory_iterator(path, error); !error && at != fs::end(at); at.increment(error)) {
    std::error_code unreadable;
    if (at->path().extension() == ".conllu" && at->is_regular_file(unreadable)) files.push_back(at->path().string());
  }
  if (error) return Error{ErrorCode::kNotFound, error.message(), path};
  if (files.empty()) return Error{ErrorCode::kEmpty, "the folder holds no .conllu file", path};
  std::sort(files.begin(), files.end());
  return files;
}

bool deliver_treebank(const std::string& file, const Deliver& deliver) {
  const Result<std::string> bytes = read_whole(file);
  if (!bytes) return deliver({bytes.error()});
  Result<std::vector<ParsedDocument>> documents = read_conllu(*bytes, shown(file));
  if (!documents) return deliver({documents.error()});
  if (documents->empty()) return deliver({Error{ErrorCode::kEmpty, "the file holds no sentence", shown(file)}});
  for (ParsedDocument& parsed : *documents) {
    if (parsed.document.article.source.empty()) parsed.document.article.source = shown(file);
    if (!deliver({std::move(parsed.document)})) return false;
  }
  return true;
}

void read_treebanks(const std::vector<std::string>& paths, const Deliver& deliver) {
  for (const std::string& path : paths) {
    const Result<std::vector<std::string>> files = treebank_files(path);
    if (!files) {
      if (!deliver({files.error()})) return;
      continue;
    }
    for (const std::string& file : *files) {
      if (!deliver_treebank(file, deliver)) return;
    }
  }
}

// Counts what was read, not what failed, and says stop with the last one, before another is read.
Deliver limited(const Deliver& deliver, std::int64_t limit) {
  if (limit <= 0) return deliver;
  return [&deliver, left = limit](Input input) mutable {
    const bool counts = !std::holds_alternative<Error>(input.work);
    if (!deliver(std::move(input))) return false;
    return !counts || --left > 0;
  };
}

}  // namespace

Status settle_files(InputFlags& flags) {
  if (!flags.files.empty()) return Unit{};
  if (stdin_is_terminal()) return Error{ErrorCode::kUsage, "no FILE given and nothing piped in; see --help", ""};
  flags.files = {"-"};
  return Unit{};
}

Source make_source(const InputFlags& flags) {
  return [flags](const Deliver& deliver) {
    const Deliver counted = limited(deliver, flags.limit);
    if (flags.from == "conllu") return read_treebanks(flags.files, counted);
    IntakeOptions options;
    options.format = input_format(flags.from);
    ReadSoFar so_far;
    options.so_far = &so_far;
    read_inputs(flags.files, options, [&, last = std::uint64_t{0}](Result<Article> article) mutable {
      if (!article) return counted({std::move(article).error()});
      const std::uint64_t before = std::exchange(last, std::max(so_far.handed_on(), last));
      return counted({*std::move(article), last - before});
    });
  };
}

Result<std::string> read_whole(const std::string& path) {
  const int file = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return Error{ErrorCode::kNotFound, last_system_error(), path};
  std::string bytes;
  std::array<char, std::size_t{64} << 10U> block;
  std::string error;
  for (;;) {
    const ssize_t got = read(file, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) error = last_system_error();
    if (got <= 0 || bytes.size() > kMaxTreebankBytes) break;
    bytes.append(block.data(), static_cast<std::size_t>(got));
  }
  if (path != "-") close(file);
  if (!error.empty()) return Error{ErrorCode::kNotFound, error, shown(path)};
  if (bytes.size() > kMaxTreebankBytes) return Error{ErrorCode::kTooLarge, "more than 1 GiB", shown(path)};
  return bytes;
}

}  // namespace entente::cli

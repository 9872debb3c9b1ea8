#include "entente/intake.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "base/byte_source.h"
#include "intake/encoding.h"
#include "intake/finish.h"
#include "intake/folder.h"
#include "intake/html.h"
#include "intake/jsonl.h"
#include "intake/plain_text.h"
#include "intake/sniff.h"

namespace entente {
namespace {

const std::string& standard_input_name() {
  static const std::string kName = "standard input";
  return kName;
}

// What was read to look at, then the rest.
class ResumedSource : public ByteSource {
 public:
  ResumedSource(std::string_view head, ByteSource& rest) : head_(head), rest_(rest) {}
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t size) override {
    if (head_.empty()) return rest_.read(to, size);
    const std::size_t count = std::min(size, head_.size());
    std::copy_n(head_.data(), count, to);
    head_.remove_prefix(count);
    return count;
  }
  [[nodiscard]] std::optional<std::uint64_t> known_size() const override { return rest_.known_size(); }

 private:
  std::string_view head_;
  ByteSource& rest_;
};

// What one read gives, `limit` bytes in all at most; false at the end.
Result<bool> read_piece(ByteSource& source, std::size_t limit, std::string& bytes) {
  constexpr std::size_t kPieceBytes = 256U << 10U;
  const std::size_t had = bytes.size();
  bytes.resize(had + std::min(kPieceBytes, limit - had));
  const Result<std::size_t> got = source.read(bytes.data() + had, bytes.size() - had);
  bytes.resize(had + (got ? *got : 0));
  if (!got) return got.error();
  return *got > 0;
}

// Counts what is read through it.
class CountedSource : public ByteSource {
 public:
  CountedSource(ByteSource& source, ReadSoFar& so_far) : source_(source), so_far_(so_far) {}
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t size) override {
    Result<std::size_t> got = source_.read(to, size);
    if (got) so_far_.bytes += *got;
    return got;
  }
  [[nodiscard]] std::optional<std::uint64_t> known_size() const override { return source_.known_size(); }

 private:
  ByteSource& source_;
  ReadSoFar& so_far_;
};

// At most `limit` bytes, fewer at the end.
Status read_up_to(ByteSource& source, std::size_t limit, std::string& bytes) {
  while (bytes.size() < limit) {
    ENTENTE_TRY(const bool more, read_piece(source, limit, bytes));
    if (!more) break;
  }
  return Unit{};
}

// A line is there that can only be the first of JSON lines, whatever follows it.
bool opens_json_lines(std::string_view head) {
  return head.starts_with("{\"") && head.find('\n') != std::string_view::npos;
}

// What sniffing looks at; less where that is clear, so that a pipe's first article need not wait for the next.
Status read_head(ByteSource& source, std::string& head) {
  while (head.size() < kSniffBytes && !opens_json_lines(head)) {
    ENTENTE_TRY(const bool more, read_piece(source, kSniffBytes, head));
    if (!more) break;
  }
  return Unit{};
}

// The head as UTF-8, good enough to look at.
Result<std::string> readable_head(std::string_view head, const EncodingMark& mark, const std::string& name) {
  const std::string_view body = head.substr(mark.mark_bytes);
  if (mark.encoding == Encoding::kAsciiSuperset) return std::string(body);
  const std::unique_ptr<ByteSource> raw = memory_source(body);
  Utf16Source decoder(*raw, mark.encoding, mark.mark_bytes, name);
  std::string text(2 * kSniffBytes, '\0');
  ENTENTE_TRY(const std::size_t got, decoder.read(text.data(), text.size()));
  text.resize(got);
  return text;
}

class InputReader {
 public:
  InputReader(const std::string& name, const IntakeOptions& options, const ArticleVisitor& each)
      : name_(name), options_(options), each_(each) {}

  // False: the visitor wants no more.
  bool read(ByteSource& source) const {
    if (options_.so_far == nullptr) return read_all(source);
    ReadSoFar& so_far = *options_.so_far;
    const std::uint64_t before = so_far.bytes;
    CountedSource counted(source, so_far);
    const bool more = read_all(counted);
    // What was refused unread is behind us too.
    so_far.bytes = std::max(so_far.bytes, before + source.known_size().value_or(0));
    so_far.waiting = 0;
    return more;
  }

 private:
  bool read_all(ByteSource& source) const {
    std::string head;
    if (const Status status = read_head(source, head); !status) return each_(status.error());
    if (head.empty()) return refuse(ErrorCode::kEmpty, "is empty");
    const EncodingMark mark = detect_encoding(head);
    const Result<std::string> readable = readable_head(head, mark, name_);
    if (!readable) return each_(readable.error());
    const Result<SniffedFormat> format = sniff_format(*readable, options_.format, name_);
    if (!format) return each_(format.error());
    if (*format != SniffedFormat::kJsonLines) return read_whole(source, std::move(head), *format);
    ResumedSource lines(std::string_view(head).substr(mark.mark_bytes), source);
    if (mark.encoding == Encoding::kAsciiSuperset) return read_json_lines(lines, name_, options_, each_);
    Utf16Source decoder(lines, mark.encoding, mark.mark_bytes, name_);
    return read_json_lines(decoder, name_, options_, each_);
  }

  bool refuse(ErrorCode code, std::string message) const { return each_(Error{code, std::move(message), name_}); }

  bool read_whole(ByteSource& source, std::string bytes, SniffedFormat format) const {
    const std::size_t limit = options_.max_input_bytes;
    bool too_large = source.known_size().value_or(0) > limit;
    if (!too_large) {
      if (const Status status = read_up_to(source, limit + 1, bytes); !status) return each_(status.error());
      too_large = bytes.size() > limit;
    }
    if (too_large) {
      return refuse(ErrorCode::kTooLarge,
                    "larger than the limit of " + std::to_string(limit) + " bytes for one document (JSONL has none)");
    }
    const std::string charset = format == SniffedFormat::kHtml ? declared_charset(bytes) : std::string();
    Result<std::string> text = to_utf8(bytes, charset, name_);
    if (!text) return each_(text.error());
    bytes = std::string();
    if (format == SniffedFormat::kJsonWhole) return read_json_document(*text, name_, options_, each_);
    Result<Draft> draft =
        format == SniffedFormat::kHtml ? read_html(*text, name_, options_) : read_plain_text(*std::move(text), name_);
    if (!draft) return each_(draft.error());
    return each_(finish_article(*std::move(draft), options_));
  }

  const std::string& name_;
  const IntakeOptions& options_;
  const ArticleVisitor& each_;
};

bool read_file_input(const std::string& path, const IntakeOptions& options, const ArticleVisitor& each) {
  const Result<std::unique_ptr<ByteSource>> source = open_file_source(path);
  if (!source) return each(source.error());
  return InputReader(path, options, each).read(**source);
}

std::optional<std::uint64_t> file_size(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  return error ? std::nullopt : std::optional<std::uint64_t>(size);
}

}  // namespace

void read_inputs(const std::vector<std::string>& paths, const IntakeOptions& options, const ArticleVisitor& each) {
  for (const std::string& path : paths) {
    bool more = true;
    if (path == "-") {
      const std::unique_ptr<ByteSource> source = standard_input_source();
      more = InputReader(standard_input_name(), options, each).read(*source);
    } else if (is_folder(path)) {
      more = visit_folder(path, [&](const Result<std::string>& found) {
        return found ? read_file_input(*found, options, each) : each(found.error());
      });
    } else {
      more = read_file_input(path, options, each);
    }
    if (!more) return;
  }
}

void read_bytes(std::string_view bytes, const std::string& name, const IntakeOptions& options,
                const ArticleVisitor& each) {
  const std::unique_ptr<ByteSource> source = memory_source(bytes);
  (void)InputReader(name, options, each).read(*source);
}

std::optional<std::uint64_t> input_size(const std::vector<std::string>& paths) {
  std::uint64_t sum = 0;
  for (const std::string& path : paths) {
    if (is_folder(path)) {
      visit_folder(path, [&](const Result<std::string>& found) {
        if (found) sum += file_size(*found).value_or(0);  // what cannot be read there is told when it is its turn
        return true;
      });
      continue;
    }
    std::error_code error;
    const std::optional<std::uint64_t> size = file_size(path);
    if (!size && (path == "-" || std::filesystem::exists(path, error))) return std::nullopt;
    sum += size.value_or(0);
  }
  return sum;
}

}  // namespace entente

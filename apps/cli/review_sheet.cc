// Reviews by a table, for a spreadsheet.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <utility>

#include "export_file.h"
#include "review.h"
#include "terminal.h"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{1} << 16U;
constexpr std::size_t kMostBytes = (std::size_t{64} << 20U) + 1;  // of a table, and one more
constexpr std::size_t kMostMistakes = 50;                         // shown

Result<std::string> read_all(const std::string& path) {
  std::string bytes(kMostBytes, '\0');
  std::ifstream file;
  if (path != "-") {
    std::error_code error;
    if (fs::is_directory(path, error)) return Error{ErrorCode::kNotFound, "is a folder", path};
    file.open(path, std::ios::binary);
    if (!file) return Error{ErrorCode::kNotFound, last_system_error(), path};
  }
  std::istream& in = path == "-" ? std::cin : file;
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

// A file that is there in full or not at all; "-" is standard output.
class SheetFile {
 public:
  explicit SheetFile(const std::string& path) : file_(path), standard_output_(path == "-") {}

  Status open(const std::string& path, bool force) {
    if (standard_output_) return Unit{};
    ENTENTE_CHECK_OK(check_target(path, force));
    return file_.open();
  }
  Status put(std::string_view text) {
    if (!standard_output_) return file_.write(text);
    const Written written = write_stdout(text);
    reader_gone_ = written == Written::kReaderGone;
    if (written == Written::kFailed) return Error{ErrorCode::kCannotWrite, last_system_error(), "standard output"};
    return Unit{};
  }
  Status close() { return standard_output_ ? Status(Unit{}) : file_.keep(); }
  [[nodiscard]] bool reader_gone() const { return reader_gone_; }

 private:
  ExportFile file_;
  bool standard_output_;
  bool reader_gone_ = false;
};

Result<std::size_t> write_rows(Ledger& ledger, const ReviewFlags& flags, SheetFile& file) {
  ENTENTE_TRY(const std::vector<std::string> ids, accounts_to_review(ledger, flags.query));
  std::string block = review_sheet_head(flags.query.kinds);
  for (const std::string& id : ids) {
    ENTENTE_TRY(const ReviewItem item, review_item(ledger, id));
    block += review_sheet_row(item, flags.query.kinds);
    if (block.size() < kBlock) continue;
    ENTENTE_CHECK_OK(file.put(block));
    block.clear();
    if (file.reader_gone()) return ids.size();
  }
  ENTENTE_CHECK_OK(file.put(block));
  ENTENTE_CHECK_OK(file.close());
  return ids.size();
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

// In the order of the lines: "name:12" stands behind "name:7".
ExitCode tell(std::vector<Error> mistakes, const std::string& name) {
  std::sort(mistakes.begin(), mistakes.end(), [](const Error& a, const Error& b) {
    return std::pair(a.place.size(), a.place) < std::pair(b.place.size(), b.place);
  });
  for (std::size_t i = 0; i < std::min(mistakes.size(), kMostMistakes); ++i) complain(mistakes[i]);
  complain(name + ": " + counted(mistakes.size(), "mistake") + "; nothing was applied");
  return kUnreadable;
}

}  // namespace

ExitCode write_sheet(const ReviewFlags& flags) {
  const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(flags.location, {});
  if (!ledger) return fail(ledger.error());
  SheetFile file(flags.csv);
  if (const Status opened = file.open(flags.csv, flags.force); !opened) return fail(opened.error());
  const Result<std::size_t> rows = write_rows(**ledger, flags, file);
  if (!rows) return fail(rows.error());
  if (flags.csv != "-") complain(flags.csv + ": " + counted(*rows, "account"));
  return kDone;
}

ExitCode apply_sheet(const ReviewFlags& flags) {
  const std::string reviewer = reviewer_of(flags);
  if (reviewer.empty()) {
    complain("say who reviews: --reviewer NAME");
    return kUsage;
  }
  const std::string name = flags.apply == "-" ? "standard input" : flags.apply;
  const Result<std::string> bytes = read_all(flags.apply);
  if (!bytes) return fail(bytes.error());
  Result<ReviewSheet> sheet = read_review_sheet(*bytes, name);
  if (!sheet) return fail(sheet.error());
  const Result<std::unique_ptr<Ledger>> ledger = open_for_review(flags);
  if (!ledger) return fail(ledger.error());
  std::array<std::size_t, 4> counts{};
  const std::string now = time_now();
  for (std::size_t i = 0; i < sheet->reviews.size(); ++i) {
    Review& review = sheet->reviews[i];
    review.reviewer = reviewer;
    review.made = now;
    ++counts.at(static_cast<std::size_t>(review.verdict));
    const Status checked = check_review(**ledger, review);
    if (checked) continue;
    if (checked.error().code != ErrorCode::kUsage) return fail(checked.error());
    sheet->mistakes.push_back(
        {ErrorCode::kBadFormat, checked.error().message, name + ":" + std::to_string(sheet->lines[i])});
  }
  if (!sheet->mistakes.empty()) return tell(sheet->mistakes, name);
  if (const Status added = add_reviews(**ledger, sheet->reviews); !added) return fail(added.error());
  return put("accepted " + std::to_string(counts[1]) + ", corrected " + std::to_string(counts[2]) + ", rejected " +
                 std::to_string(counts[3]) + "\n",
             kDone);
}

}  // namespace entente::cli

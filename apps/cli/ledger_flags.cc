#include "ledger_flags.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <limits>
#include <utility>

#include "entente/actor_tables.h"
#include "flags.h"
#include "resources.h"

namespace entente::cli {
namespace {

std::string named(std::int64_t count, const std::string& what) {
  return grouped(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

void add_location(CLI::App& command, const std::string& name, std::string& location) {
  command.add_option(name, location, "A ledger: an SQLite file, or postgresql://user@host/name")
      ->required()
      ->type_name("");
}

void add_ledger(CLI::App& command, LedgerFlags& flags, const std::vector<std::string>& formats) {
  add_location(command, "LEDGER", flags.location);
  std::string names;
  for (const std::string& format : formats) names += (names.empty() ? "" : ", ") + format;
  if (!formats.empty()) {
    add_choice(command, "--format", flags.format, formats, names + "; a table on a terminal, else JSONL");
  }
  add_choice(command, "--color", flags.color, {"auto", "always", "never"},
             "auto, always or never; auto heeds NO_COLOR");
}

Result<std::unique_ptr<Ledger>> open_to_read(const std::string& location) {
  ENTENTE_TRY(std::unique_ptr<Ledger> ledger, Ledger::open(location, LedgerOptions{}));
  ENTENTE_TRY(const std::int64_t waiting, ledger->waiting());
  if (waiting > 0) {
    complain("what was added last is not joined yet, and not in the answers: entente ingest goes on with it (" +
             std::to_string(waiting) + " groups of records)");
  }
  return ledger;
}

Result<std::unique_ptr<Ledger>> open_ledger(const LedgerFlags& flags) { return open_to_read(flags.location); }

void add_list(CLI::App& command, ListFlags& flags, Query& query) {
  add_ledger(command, flags, {"table", "jsonl", "csv"});
  add_values(command, "--party", query.parties, "WHO", "On any side: a code (AZE), with a sector (AZE:MIL), or a name");
  command.add_option("--since", query.since, "From this day on: 2022-03-11, 2022-03 or 2022")->type_name("DATE");
  command.add_option("--until", query.until, "Up to this day, included")->type_name("DATE");
  command.add_option("--min-confidence", query.min_confidence, "At least so sure, from 0 to 1")
      ->check(share())
      ->type_name("NUMBER");
  command.add_option("--min-sources", query.min_sources, "Told by at least N publishers")
      ->check(whole_number(0, std::numeric_limits<int>::max()))
      ->type_name("N");
  command.add_flag("--as-coded", query.as_coded, "Without what reviewers corrected or rejected");
  command.add_option("--limit", flags.limit, "Show N at most, 0 for all; a table shows 50 where it is not said")
      ->check(whole_number(0))
      ->type_name("N");
}

void tell_unknown_codes(const std::vector<std::string>& said) {
  const Result<std::string> tables = find_tables(EngineFlags{});
  for (const std::string& who : said) {
    const std::string code = who.substr(0, who.find(':'));
    const bool is_code =
        code.size() >= 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_code || !tables) continue;
    const Result<ActorSheet> sheet = look_up_actor(*tables, code);
    if (!sheet && sheet.error().code == ErrorCode::kUsage) complain(sheet.error());
  }
}

ListOutput::ListOutput(const ListFlags& flags)
    : table_(format_of(flags.format) == "table"),
      style_(table_style(flags.color)),
      limit_(flags.limit >= 0 ? flags.limit
             : table_         ? kListed
                              : 0) {}

bool ListOutput::put(const std::string& entry) {
  written_ = write_stdout(entry);
  ++shown_;
  ends_blank_ = entry.ends_with("\n\n");
  return written_ == Written::kAll;
}

ExitCode ListOutput::finish(const Status& done, const std::string& what,
                            const std::function<Result<std::optional<std::int64_t>>()>& count) {
  if (written_ == Written::kFailed) {
    complain("standard output: " + last_system_error());
    return kInternal;
  }
  if (written_ == Written::kReaderGone) return kDone;
  if (!done) return fail(done.error());
  if (!table_) return kDone;
  std::string line = shown_ == 0 ? "no " + what + "s found" : named(shown_, what);
  if (more_) {
    const Result<std::optional<std::int64_t>> all = count();
    if (!all) return fail(all.error());
    const std::string of = !*all              ? "the first " + named(shown_, what)
                           : **all > kCounted ? grouped(shown_) + " of more than " + named(kCounted, what)
                                              : grouped(shown_) + " of " + named(**all, what);
    line = of + " (--limit 0 shows all)";
  }
  if (style_.color) line = "\x1b[2m" + line + "\x1b[0m";
  return cli::put((ends_blank_ ? "" : "\n") + line + "\n", kDone);
}

Status ExportOutput::open(const ExportOptions& options, std::shared_ptr<const ExportTables> tables) {
  const ByteSink sink = [this](std::string_view bytes) -> Status {
    written_ = write_stdout(bytes);
    if (written_ == Written::kAll) return Unit{};
    return Error{ErrorCode::kInternal, "standard output: " + last_system_error(), ""};
  };
  ENTENTE_TRY(exporter_, Exporter::open(options, std::move(tables), sink));
  return Unit{};
}

Status ExportOutput::open_csv(AccountKind kind) {
  ENTENTE_TRY(const std::string folder, find_tables(EngineFlags{}));
  ENTENTE_TRY(std::shared_ptr<const ExportTables> tables, load_export_tables(folder));
  ExportOptions options;
  options.format = ExportFormat::kCsv;
  options.kind = kind;
  return open(options, std::move(tables));
}

ExitCode ExportOutput::finish(Status done) {
  if (done) done = exporter_->finish();
  if (done || written_ == Written::kReaderGone) return kDone;
  return fail(done.error());
}

}  // namespace entente::cli

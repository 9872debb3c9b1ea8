// entente review: people accept, correct or reject what a ledger says.
#include "review.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>
#include <ctime>
#include <memory>

#include "commands.h"
#include "entente/formats.h"
#include "flags.h"
#include "ledger_flags.h"
#include "terminal.h"

namespace entente::cli {
namespace {

ExitCode list_reviews(const ReviewFlags& flags) {
  const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(flags.location, {});
  if (!ledger) return fail(ledger.error());
  const std::string format = format_of(flags.format);
  const TableStyle style = table_style(flags.color);
  Written written = format == "csv" ? write_stdout(write_review_csv_head()) : Written::kAll;
  bool any = false;
  const Status read = each_review(**ledger, [&](const PastReview& review) {
    any = true;
    written = write_stdout(format == "table" ? write_review_entry(review, style)
                           : format == "csv" ? write_review_csv(review)
                                             : write_review_json(review));
    return written == Written::kAll;
  });
  if (!read) return fail(read.error());
  if (written == Written::kFailed) {
    complain("standard output: " + last_system_error());
    return kInternal;
  }
  return any || format != "table" ? kDone : put("Nothing was reviewed yet.\n", kDone);
}

ExitCode summarize(const ReviewFlags& flags) {
  if (flags.format == "csv") {
    complain("--summary has the formats table and jsonl");
    return kUsage;
  }
  const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(flags.location, {});
  if (!ledger) return fail(ledger.error());
  const Result<std::vector<ReviewTally>> tallies = review_tallies(**ledger);
  if (!tallies) return fail(tallies.error());
  return put(format_of(flags.format) == "table" ? write_review_tallies(*tallies, table_style(flags.color))
                                                : write_review_tallies_json(*tallies),
             kDone);
}

ExitCode run(const ReviewFlags& flags) {
  if (flags.list) return list_reviews(flags);
  if (flags.summary) return summarize(flags);
  if (!flags.csv.empty()) return write_sheet(flags);
  if (!flags.apply.empty()) return apply_sheet(flags);
  return review_on_terminal(flags);
}

void add_filters(CLI::App& command, ReviewFlags& flags) {
  ReviewQuery& query = flags.query;
  command.add_option("ID", query.ids, "These accounts alone, reviewed or not")->type_name("");
  add_values(command, "--kind", query.kinds, "NAME", "event, statement, agreement, relation; else all");
  add_values(command, "--type", query.types, "NAME",
             "Of events and relations the type, of statements the stance, else the form");
  add_values(command, "--party", query.parties, "CODE", "A state or organisation that takes part");
  command.add_option("--since", query.since, "From this day on: 2026-03-11")->type_name("DAY");
  command.add_option("--until", query.until, "Up to this day, included")->type_name("DAY");
  command.add_option("--max-confidence", query.max_confidence, "At most so sure, from 0 to 1")
      ->check(share())
      ->type_name("NUMBER");
  command.add_flag("--all", query.reviewed_too, "What was reviewed before, too; else what nobody has reviewed");
  command.add_option("--sample", query.sample, "N of them, drawn by their ids: the same for everybody")
      ->check(whole_number(1))
      ->type_name("N");
  command.add_option("--limit", query.limit, "The first N of them")->check(whole_number(1))->type_name("N");
}

}  // namespace

Result<std::unique_ptr<Ledger>> open_for_review(const ReviewFlags& flags) {
  LedgerOptions options;
  options.use = LedgerOptions::Use::kWrite;
  ENTENTE_TRY(options.knowledge_path, find_tables(flags.engine));
  return Ledger::open(flags.location, options);
}

std::string reviewer_of(const ReviewFlags& flags) {
  if (!flags.reviewer.empty()) return flags.reviewer;
  for (const char* const name : {"USER", "LOGNAME"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return "";
}

std::string time_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

Run add_review(CLI::App& app) {
  auto flags = std::make_shared<ReviewFlags>();
  CLI::App& command = *app.add_subcommand("review", "Accept, correct or reject what a ledger says");
  command.footer(
      "  entente review ledger.db --max-confidence 0.5           one after the other\n"
      "  entente review ledger.db --sample 200 --csv sheet.csv   for a spreadsheet\n"
      "  entente review ledger.db --apply sheet.csv              and back: all or none\n"
      "  entente review ledger.db --summary                      how often it was right\n"
      "What was coded is never changed: reviews lie over it; the last word counts.\n");
  add_location(command, "LEDGER", flags->location);
  add_filters(command, *flags);
  command.add_option("--reviewer", flags->reviewer, "Who says so, else USER of the environment")->type_name("NAME");
  CLI::Option* const csv =
      command.add_option("--csv", flags->csv, "Write them as a table; - for standard output")->type_name("FILE");
  command.add_flag("--force", flags->force, "Write over a file that is there already")->needs(csv);
  CLI::Option* const apply =
      command.add_option("--apply", flags->apply, "Read such a table back; - for standard input")->type_name("FILE");
  CLI::Option* const list = command.add_flag("--list", flags->list, "What was said so far, by whom, when");
  CLI::Option* const summary =
      command.add_flag("--summary", flags->summary, "How many were right as they were coded, by type");
  const std::array<CLI::Option*, 4> ways = {csv, apply, list, summary};
  for (CLI::Option* const way : ways) {
    way->configurable(false);  // what one run does: of settings nobody checks which go together
    for (CLI::Option* const other : ways) {
      if (way != other) way->excludes(other);
    }
  }
  add_choice(command, "--format", flags->format, {"table", "jsonl", "csv"},
             "Of --list and --summary: table, jsonl, csv; a table on a terminal, else JSONL");
  add_choice(command, "--color", flags->color, {"auto", "always", "never"},
             "auto, always or never; auto heeds NO_COLOR");
  add_knowledge(command, flags->engine.knowledge);
  return [flags] { return run(*flags); };
}

}  // namespace entente::cli

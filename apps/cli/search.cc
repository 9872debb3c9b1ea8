// entente search, entente show: words in a ledger, and one account of it in full.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "entente/formats.h"
#include "flags.h"
#include "ledger_flags.h"

namespace entente::cli {
namespace {

constexpr std::int64_t kHits = 20;

struct SearchFlags : LedgerFlags {
  std::vector<std::string> words;
  std::int64_t limit = kHits;
};

struct ShowFlags : LedgerFlags {
  std::string id;
};

ExitCode run_search(const SearchFlags& flags) {
  const Result<std::unique_ptr<Ledger>> ledger = open_ledger(flags);
  if (!ledger) return fail(ledger.error());
  const Result<std::vector<SearchHit>> hits = search(**ledger, CLI::detail::join(flags.words, " "), flags.limit);
  if (!hits) return fail(hits.error());
  if (format_of(flags.format) == "jsonl") return put(write_search_json(*hits), kDone);
  if (hits->empty()) return put("nothing found\n", kDone);
  return put(write_search_table(*hits, table_style(flags.color)), kDone);
}

ExitCode run_show(const ShowFlags& flags) {
  const Result<std::unique_ptr<Ledger>> ledger = open_ledger(flags);
  if (!ledger) return fail(ledger.error());
  const Result<Shown> shown = show(**ledger, flags.id);
  if (!shown) return fail(shown.error());
  return put(write_shown(*shown, table_style(flags.color)), kDone);
}

}  // namespace

Run add_search(CLI::App& app) {
  auto flags = std::make_shared<SearchFlags>();
  CLI::App& command = *app.add_subcommand("search", "Words in the articles, statements and provisions of a ledger");
  command.footer(
      "  entente search ledger.db transit corridor           both words, in any form\n"
      "  entente search ledger.db '\"peace treaty\"' border    a phrase and a word\n");
  add_ledger(command, *flags, {"table", "jsonl"});
  command.add_option("WORDS", flags->words, "All of these words; a phrase in quotation marks of its own")
      ->required()
      ->type_name("");
  command.add_option("--limit", flags->limit, "Show N at most, else 20")->check(whole_number(1, 10000))->type_name("N");
  return [flags] { return run_search(*flags); };
}

Run add_show(CLI::App& app) {
  auto flags = std::make_shared<ShowFlags>();
  CLI::App& command = *app.add_subcommand("show", "One account or record of a ledger in full, with its sources");
  command.footer(
      "  entente show ledger.db le_9a27cb9620a20c87   an event that many articles tell\n"
      "  entente show ledger.db st_d06d5aabfdcca896   the account of a record\n");
  add_ledger(command, *flags, {});
  command.add_option("ID", flags->id, "As lists and exports have it")->required()->type_name("");
  return [flags] { return run_show(*flags); };
}

}  // namespace entente::cli

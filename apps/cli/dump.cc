// entente dump: all that a ledger holds, as lines that can be compared.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "entente/ledger.h"
#include "ledger_flags.h"
#include "terminal.h"

namespace entente::cli {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16U;

ExitCode run(const std::string& location) {
  const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(location, {});
  if (!ledger) return fail(ledger.error());
  std::string block;
  Written written = Written::kAll;
  const Status dumped = (*ledger)->dump([&](const std::string& line) {
    block += line;
    if (block.size() < kBlock) return true;
    written = write_stdout(block);
    block.clear();
    return written == Written::kAll;
  });
  if (!dumped) return fail(dumped.error());
  if (written == Written::kAll) return put(block, kDone);
  if (written == Written::kReaderGone) return kDone;
  complain("standard output: " + last_system_error());
  return kInternal;
}

}  // namespace

Run add_dump(CLI::App& app) {
  auto location = std::make_shared<std::string>();
  CLI::App& command = *app.add_subcommand("dump", "All that a ledger holds, a line a row, in a fixed order");
  command.footer(
      "  entente dump ledger.db | sha256sum      the same for the same articles\n"
      "  diff <(entente dump a.db) <(entente dump b.db)\n");
  add_location(command, "LEDGER", *location);
  return [location] { return run(*location); };
}

}  // namespace entente::cli

// entente lexicon: the tables of frames, looked over.
#include "entente/lexicon.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "commands.h"
#include "flags.h"
#include "resources.h"
#include "terminal.h"

namespace entente::cli {
namespace {

struct LexiconFlags {
  EngineFlags engine;
  std::vector<std::string> only;
  bool show = false;
};

std::string summary(const LexiconReport& report) {
  return std::to_string(report.frames) + " frames: " + std::to_string(report.types) + " types, " +
         std::to_string(report.modes) + " modes, " + std::to_string(report.cameo_codes) + " CAMEO codes; " +
         std::to_string(report.examples) + " examples run, " + std::to_string(report.findings.size()) + " findings\n";
}

ExitCode run_check(const LexiconFlags& flags) {
  const Result<EngineConfig> config = find_resources(flags.engine);
  if (!config) return fail(config.error());
  const Result<LexiconReport> report = check_lexicon(*config, flags.only);
  if (!report) return fail(report.error());
  std::string out;
  if (flags.show) {
    for (const LexiconExample& example : report->run)
      out += example.frame + "\n  " + example.sentence + "\n  " + example.events + "\n";
  }
  for (const LexiconFinding& finding : report->findings) {
    const char* kind = finding.kind == LexiconFinding::Kind::kSilent ? "silent" : "overlap";
    out += finding.place + ": " + kind + ": " + finding.frame + ": " + finding.message + "\n";
  }
  out += summary(*report);
  return put(out, report->findings.empty() ? kDone : kSomeFailed);
}

}  // namespace

Run add_lexicon(CLI::App& app) {
  auto flags = std::make_shared<LexiconFlags>();
  CLI::App& command = *app.add_subcommand("lexicon", "Look over the tables that say which words are which events");
  command.require_subcommand(1);
  command.footer(
      "  entente lexicon check                    every table and each frame's example\n"
      "  entente lexicon check --show consult.tsv what its examples are coded as\n");
  CLI::App& check =
      *command.add_subcommand("check", "Mistakes by file and line, frames that overlap or miss their own example");
  check.add_option("ONLY", flags->only, "Only frames whose name or file holds one of these")->type_name("");
  check.add_flag("--show", flags->show, "What each example is coded as")->configurable(false);
  add_engine(check, flags->engine);
  return [flags] { return run_check(*flags); };
}

}  // namespace entente::cli

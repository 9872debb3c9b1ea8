// entente export: what a ledger holds, in the formats that the field's tools read.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>

#include "commands.h"
#include "export_feed.h"
#include "export_file.h"
#include "flags.h"
#include "interrupts.h"
#include "ledger_flags.h"
#include "resources.h"
#include "terminal.h"

namespace entente::cli {
namespace {

struct ExportFlags {
  std::string ledger;
  std::string format = "csv";
  std::string kind = "events";
  std::string cameo, goldstein, quad;
  std::vector<std::string> statuses;
  std::string output;
  std::string knowledge;
  bool one_a_day = false;
  bool as_coded = false;
  bool codebook = false;
  bool force = false;
};

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

Result<ExportOptions> options_of(const ExportFlags& flags) {
  ExportOptions options;
  ENTENTE_TRY(options.format, export_format_of(flags.format));
  ENTENTE_TRY(options.kind, account_kind_of(flags.kind));
  options.conventions = {unless_empty(flags.cameo), unless_empty(flags.goldstein), unless_empty(flags.quad)};
  options.statuses = {flags.statuses.begin(), flags.statuses.end()};
  options.one_a_day = flags.one_a_day;
  options.as_coded = flags.as_coded;
  return options;
}

// Nothing that is there is written over unasked: neither the export nor its sidecar.
Status check_output(const ExportFlags& flags, ExportFormat format) {
  if (flags.output.empty()) {
    if (!writes_a_file(format)) return Unit();
    return Error{ErrorCode::kUsage, flags.format + " is no text: name a file with --output", ""};
  }
  std::error_code error;
  if (std::filesystem::equivalent(flags.output, flags.ledger, error)) {
    return Error{ErrorCode::kUsage, "is the ledger itself", flags.output};
  }
  for (const std::string& path : {flags.output, flags.output + ".meta.json"}) {
    ENTENTE_CHECK_OK(check_target(path, flags.force));
  }
  return Unit();
}

Status write_to_file(const ExportFlags& flags, const ExportOptions& options,
                     const std::shared_ptr<const ExportTables>& tables) {
  ExportFile file(flags.output);
  ENTENTE_CHECK_OK(file.open());
  Interrupts interrupts;
  interrupts.on_request([&file] {
    file.abandon();
    _exit(kInterrupted);
  });
  ByteSink sink;
  if (!writes_a_file(options.format)) {
    sink = [&file](std::string_view bytes) { return file.write(bytes); };
  }
  ENTENTE_TRY(const auto exporter, Exporter::open(options, tables, sink, file.part()));
  ENTENTE_CHECK_OK(feed_exporter(flags.ledger, options.kind, flags.as_coded, *exporter));
  ENTENTE_CHECK_OK(exporter->finish());
  ExportFile sidecar(flags.output + ".meta.json");
  ENTENTE_CHECK_OK(sidecar.open());
  ENTENTE_CHECK_OK(sidecar.write(exporter->sidecar()));
  interrupts.on_request({});
  ENTENTE_CHECK_OK(file.keep());
  return sidecar.keep();
}

ExitCode write_to_stdout(const ExportFlags& flags, const ExportOptions& options,
                         const std::shared_ptr<const ExportTables>& tables) {
  ExportOutput output;
  if (const Status opened = output.open(options, tables); !opened) return fail(opened.error());
  return output.finish(feed_exporter(flags.ledger, options.kind, flags.as_coded, output.exporter()));
}

ExitCode run_export(const ExportFlags& flags) {
  const Result<ExportOptions> options = options_of(flags);
  if (!options) return fail(options.error());
  EngineFlags engine;
  engine.knowledge = flags.knowledge;
  const Result<std::string> folder = find_tables(engine);
  if (!folder) return fail(folder.error());
  const auto tables = load_export_tables(*folder);
  if (!tables) return fail(tables.error());
  if (flags.codebook) {
    const Result<std::string> codebook = write_codebook(*options, **tables);
    return codebook ? put(*codebook, kDone) : fail(codebook.error());
  }
  if (flags.ledger.empty()) return fail({ErrorCode::kUsage, "name a ledger (see: entente export --help)", ""});
  const Status output = check_output(flags, options->format);
  if (!output) return fail(output.error());
  if (flags.output.empty()) return write_to_stdout(flags, *options, *tables);
  const Status written = write_to_file(flags, *options, *tables);
  return written ? kDone : fail(written.error());
}

}  // namespace

Run add_export(CLI::App& app) {
  auto flags = std::make_shared<ExportFlags>();
  CLI::App& command = *app.add_subcommand("export", "What a ledger holds, in the formats that the field's tools read");
  command.footer(
      "  entente export ledger.db --format icews -o events.tsv   and its .meta.json\n"
      "  entente export ledger.db --kind agreements > agreements.csv\n"
      "  entente export ledger.db --format stata --one-a-day -o events.dta\n"
      "  entente export --format gdelt --codebook                what its columns hold\n");
  command.add_option("LEDGER", flags->ledger, "A ledger: an SQLite file, or postgresql://user@host/name")
      ->type_name("");
  add_choice(command, "--format", flags->format, export_format_names(),
             "icews, polecat, phoenix, gdelt, plover-json, csv, jsonl, stata or parquet; else csv");
  add_choice(command, "--kind", flags->kind, account_kind_names(),
             "events, statements, agreements, relations or disputes; else events");
  command.add_option("-o,--output", flags->output, "File to write, beside it FILE.meta.json; else standard output")
      ->type_name("FILE");
  command.add_flag("--force", flags->force, "Write over files that are there");
  add_values(command, "--status", flags->statuses, "NAME",
             "Events of these statuses: actual, historical, future, hypothetical, negated");
  command.add_flag("--one-a-day", flags->one_a_day, "One event a date, source, target and code");
  add_choice(command, "--cameo", flags->cameo, {"1.1b3", "2007"},
             "Numbering of CAMEO's codes: 1.1b3 or 2007; else the format's own");
  add_choice(command, "--goldstein", flags->goldstein, {"icews", "2007", "phoenix", "gdelt"},
             "Table of Goldstein values: icews, 2007, phoenix or gdelt; else the format's own");
  add_choice(command, "--quad", flags->quad, {"plover-2.0", "icews", "gdelt", "phoenix", "text-to-cameo"},
             "Mapping to quad classes: plover-2.0, icews, gdelt, phoenix or text-to-cameo; else the format's own");
  command.add_flag("--as-coded", flags->as_coded, "As the engine read it, without what reviewers said");
  command.add_flag("--codebook", flags->codebook, "What the format's columns hold, in Markdown")->configurable(false);
  add_knowledge(command, flags->knowledge);
  return [flags] { return run_export(*flags); };
}

}  // namespace entente::cli

// entente code: articles to records.
#include <CLI/CLI.hpp>
#include <atomic>
#include <memory>

#include "commands.h"
#include "entente/engine.h"
#include "entente/formats.h"
#include "flags.h"
#include "notes.h"
#include "pipeline.h"
#include "terminal.h"

namespace entente::cli {
namespace {

struct CodeFlags {
  InputFlags inputs;
  EngineFlags engine;
  std::string format;
  std::string color = "auto";
  unsigned jobs = default_jobs();
};

std::string records_as_json(const std::vector<Record>& records, const EngineStamp& stamp) {
  std::string lines;
  for (const Record& record : records) lines += write_record_json(record, stamp);
  return lines;
}

// To a person who sees one article's records.
void tell_of_explain(const TableStyle& style) {
  const std::string hint = "entente explain FILE --record N shows one in full, and why it was coded so.";
  static_cast<void>(write_stdout((style.color ? "\x1b[2m" + hint + "\x1b[0m" : hint) + "\n"));
}

ExitCode run(CodeFlags flags) {
  if (const Status settled = settle_files(flags.inputs); !settled) {
    complain(settled.error());
    return kUsage;
  }
  Interrupts interrupts;
  const Result<std::unique_ptr<Engine>> loaded = load_engine(flags.engine);
  if (!loaded) return fail(loaded.error());
  const Engine& engine = **loaded;
  const bool table = format_of(flags.format) == "table";
  const TableStyle style = table_style(flags.color);
  std::atomic<bool> any_record = false;
  const Transform code = [&](Work& work) -> Outcome {
    if (Error* error = std::get_if<Error>(&work)) return std::move(*error);
    const Article& article = std::get<Article>(work);
    Result<ParsedDocument> parsed = engine.parse(article);
    if (!parsed) return at_source(std::move(parsed).error(), article.source);
    const std::vector<Record> records = engine.code(*parsed);
    any_record = any_record || !records.empty();
    return Output{table ? write_record_table(article, records, style) : records_as_json(records, engine.stamp()),
                  notes_of(parsed->document)};
  };
  const Tally tally = run_pipeline(make_source(flags.inputs), code, flags.jobs, interrupts);
  if (table && any_record && tally.done == 1 && !tally.interrupted && stdout_is_terminal()) tell_of_explain(style);
  return tally.exit_code();
}

}  // namespace

Run add_code(CLI::App& app) {
  auto flags = std::make_shared<CodeFlags>();
  CLI::App& command = *app.add_subcommand("code", "Code articles: who did what to whom, and who said what");
  command.footer(
      "  entente code article.txt\n"
      "  entente code --format table news/ more.jsonl\n"
      "  curl -s https://example.org/story.html | entente code - > records.jsonl\n"
      "  entente code --jobs 4 archive.jsonl | jq -c 'select(.type == \"CONSULT\")'\n");
  add_inputs(command, flags->inputs, {"auto", "text", "jsonl", "html"},
             "What the files hold: auto, text, jsonl or html");
  add_choice(command, "--format", flags->format, {"jsonl", "table"},
             "jsonl or table; a table on a terminal, else JSONL");
  add_choice(command, "--color", flags->color, {"auto", "always", "never"},
             "auto, always or never; auto heeds NO_COLOR");
  add_jobs(command, flags->jobs);
  add_engine(command, flags->engine);
  return [flags] { return run(*flags); };
}

}  // namespace entente::cli

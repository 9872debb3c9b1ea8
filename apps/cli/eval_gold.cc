// entente eval gold: a system's records, or the engine's, scored against a gold corpus.
#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "entente/formats.h"
#include "flags.h"
#include "gold_files.h"
#include "parallel.h"
#include "pipeline.h"
#include "terminal.h"

namespace entente::cli {
namespace {

struct GoldFlags {
  std::string folder;
  std::string records;
  std::string split = "all";
  std::string format = "table";
  bool errors = false;
  EngineFlags engine;
  unsigned jobs = default_jobs();
};

Status code_corpus(const GoldFlags& flags, GoldCorpus& corpus) {
  ENTENTE_TRY(const std::unique_ptr<Engine> engine, load_engine(flags.engine));
  std::vector<Result<std::vector<Record>>> coded(corpus.articles.size(), std::vector<Record>());
  for_each_index(flags.jobs, coded.size(), [&](std::size_t i) { coded[i] = engine->code(corpus.articles[i]); });
  for (std::size_t i = 0; i < coded.size(); ++i) {
    if (!coded[i]) return at_source(coded[i].error(), corpus.articles[i].source);
    corpus.entries[i].system = *std::move(coded[i]);
  }
  return Unit{};
}

Result<GoldReport> report_on(const GoldFlags& flags) {
  ENTENTE_TRY(GoldCorpus corpus, read_gold(flags.folder, flags.split));
  ENTENTE_CHECK_OK(flags.records.empty() ? code_corpus(flags, corpus) : read_system(flags.records, corpus));
  return evaluate_gold(corpus.entries);
}

ExitCode run(const GoldFlags& flags) {
  const Result<GoldReport> report = report_on(flags);
  if (!report) return fail(report.error());
  const std::string out =
      flags.format == "json" ? write_gold_json(*report, flags.errors) : write_gold_table(*report, flags.errors);
  return put(out, kDone);
}

}  // namespace

Run add_eval_gold(CLI::App& eval) {
  auto flags = std::make_shared<GoldFlags>();
  CLI::App& command = *eval.add_subcommand(
      "gold", "Events, statements, agreements, relations and disputes; docs/formats/gold-scoring.md has the rules");
  command.footer(
      "  entente eval gold gold/                                 the engine's records\n"
      "  entente eval gold gold/ --split dev --errors            mistakes, by cause\n"
      "  entente eval gold gold/ --records other/ --format json  another's records\n");
  command.add_option("DIR", flags->folder, "Folder with articles/NAME.txt and records/NAME.jsonl")
      ->required()
      ->type_name("");
  command
      .add_option("--records", flags->records,
                  "Records to score instead of the engine's: a JSONL file, or a folder of NAME.jsonl (articles that it "
                  "lacks are left out)")
      ->type_name("PATH")
      ->configurable(false);
  add_choice(command, "--split", flags->split, {"dev", "test", "all"},
             "dev, test or all: by the beginning of NAME; else all");
  command.add_flag("--errors", flags->errors, "List every mistake with its sentence, by cause")->configurable(false);
  add_choice(command, "--format", flags->format, {"table", "json"},
             "table, or json with one object a line; else table");
  add_jobs(command, flags->jobs);
  add_engine(command, flags->engine);
  return [flags] { return run(*flags); };
}

}  // namespace entente::cli

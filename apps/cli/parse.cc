// entente parse: articles to sentences, tokens, trees, names and attribution.
#include <CLI/CLI.hpp>
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

struct ParseFlags {
  InputFlags inputs;
  EngineFlags engine;
  std::string format = "conllu";
  std::string stage = "syntax";
  unsigned jobs = default_jobs();
};

std::string write_parsed(const ParsedDocument& parsed, bool json) {
  return json ? write_parse_json(parsed) : write_conllu(parsed);
}

Result<ParsedDocument> cut(const Engine& engine, Work work) {
  ParsedDocument parsed;
  if (Document* gold = std::get_if<Document>(&work)) {
    parsed.document = std::move(*gold);
  } else {
    ENTENTE_TRY(parsed.document, engine.tokenize(std::get<Article>(std::move(work))));
  }
  return parsed;
}

Result<ParsedDocument> parse(const Engine& engine, Work work) {
  if (Document* gold = std::get_if<Document>(&work)) return engine.parse(std::move(*gold));
  return engine.parse(std::get<Article>(work));
}

ExitCode run(ParseFlags flags) {
  if (const Status settled = settle_files(flags.inputs); !settled) {
    complain(settled.error());
    return kUsage;
  }
  Interrupts interrupts;
  const bool syntax = flags.stage == "syntax";
  Result<std::unique_ptr<Engine>> loaded = syntax ? load_engine(flags.engine) : load_tokenizer(flags.engine);
  if (!loaded) return fail(loaded.error());
  const Engine& engine = **loaded;
  const bool json = flags.format == "json";
  const Transform transform = [&](Work& work) -> Outcome {
    if (Error* error = std::get_if<Error>(&work)) return std::move(*error);
    const std::string source = source_of(work);
    Result<ParsedDocument> parsed = syntax ? parse(engine, std::move(work)) : cut(engine, std::move(work));
    if (!parsed) return at_source(std::move(parsed).error(), source);
    return Output{write_parsed(*parsed, json), notes_of(parsed->document)};
  };
  return run_pipeline(make_source(flags.inputs), transform, flags.jobs, interrupts).exit_code();
}

}  // namespace

Run add_parse(CLI::App& app) {
  auto flags = std::make_shared<ParseFlags>();
  CLI::App& command = *app.add_subcommand("parse", "Parse articles: sentences, words, trees, names, attribution");
  command.footer(
      "  entente parse article.txt > article.conllu\n"
      "  entente parse --format json news/\n"
      "  entente parse --from conllu gold.conllu > system.conllu\n"
      "  entente parse --stage text article.txt\n");
  add_inputs(command, flags->inputs, {"auto", "text", "jsonl", "html", "conllu"},
             "What the files hold: auto, text, jsonl, html, or conllu: its sentences and words are kept, and tagged "
             "and parsed anew");
  add_choice(command, "--format", flags->format, {"conllu", "json"}, "conllu or json; else conllu");
  add_choice(command, "--stage", flags->stage, {"text", "syntax"},
             "How far to go: text (sentences and words, no model) or syntax; else syntax");
  add_jobs(command, flags->jobs);
  add_engine(command, flags->engine);
  return [flags] { return run(*flags); };
}

}  // namespace entente::cli

// entente explain: how an article was read, for people who ask why.
#include "entente/explain.h"

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

struct ExplainFlags {
  InputFlags inputs;
  EngineFlags engine;
  std::optional<std::string> text;
  std::string format = "text";
  std::string color = "auto";
  std::int32_t sentence = 0;  // from 1; 0: all
  std::size_t record = 0;     // from 1; 0: all
};

Source text_source(const std::string& text) {
  return [text](const Deliver& deliver) {
    IntakeOptions options;
    options.format = InputFormat::kText;
    read_bytes(text, "--text", options, [&](Result<Article> article) {
      return article ? deliver({*std::move(article)}) : deliver({std::move(article).error()});
    });
  };
}

Outcome explain(const Engine& engine, const ExplainFlags& flags, const TableStyle& style, Work& work) {
  if (Error* error = std::get_if<Error>(&work)) return std::move(*error);
  const Article& article = std::get<Article>(work);
  const Result<ParsedDocument> parsed = engine.parse(article);
  if (!parsed) return at_source(parsed.error(), article.source);
  Explanation explanation = engine.explain(*parsed);
  auto& sentences = explanation.sentences;
  if (flags.sentence > static_cast<std::int32_t>(sentences.size())) {
    return at_source(Error{ErrorCode::kUsage, "the article has " + std::to_string(sentences.size()) + " sentences", ""},
                     article.source);
  }
  if (flags.sentence > 0) sentences = {std::move(sentences[static_cast<std::size_t>(flags.sentence - 1)])};
  return Output{write_explanation(*parsed, explanation, style), notes_of(parsed->document)};
}

// The one article that is given, or what was wrong with it.
Result<Article> only_article(const Source& source) {
  std::vector<Work> works;
  source([&](Input input) {
    works.push_back(std::move(input.work));
    return works.size() < 2;
  });
  if (works.size() > 1) {
    return Error{ErrorCode::kUsage, "--record N opens a record of one article, and more than one is given", ""};
  }
  if (works.empty()) return Error{ErrorCode::kEmpty, "no article is given", ""};
  if (Error* error = std::get_if<Error>(&works.front())) return std::move(*error);
  return std::get<Article>(std::move(works.front()));
}

std::string counted_records(std::size_t count) {
  return count == 0 ? "no records" : std::to_string(count) + (count == 1 ? " record" : " records");
}

ExitCode explain_record(const ExplainFlags& flags, const Source& source) {
  const Result<Article> article = only_article(source);
  if (!article) return fail(article.error());
  const Result<std::unique_ptr<Engine>> engine = load_engine(flags.engine);
  if (!engine) return fail(engine.error());
  const Result<ParsedDocument> parsed = (*engine)->parse(*article);
  if (!parsed) return fail(at_source(parsed.error(), article->source));
  const Explanation explanation = (*engine)->explain(*parsed);
  if (flags.record > explanation.records.size()) {
    return fail(Error{ErrorCode::kUsage, article->source + " has " + counted_records(explanation.records.size()), ""});
  }
  for (const Error& note : notes_of(parsed->document)) complain(note);
  return put(write_record_explanation(*parsed, explanation, flags.record, table_style(flags.color)), kDone);
}

ExitCode run(ExplainFlags flags) {
  const bool typed = flags.text.has_value();
  if (typed && !flags.inputs.files.empty()) {
    complain("--text stands for a FILE: give one of them (see: entente explain --help)");
    return kUsage;
  }
  if (const Status settled = typed ? Status(Unit{}) : settle_files(flags.inputs); !settled) {
    complain(settled.error());
    return kUsage;
  }
  if (flags.record > 0 && flags.sentence > 0) {
    complain("--record shows the sentences of its record: give it or --sentence (see: entente explain --help)");
    return kUsage;
  }
  const Source source = typed ? text_source(*flags.text) : make_source(flags.inputs);
  if (flags.record > 0) return explain_record(flags, source);
  Interrupts interrupts;
  const Result<std::unique_ptr<Engine>> engine = load_engine(flags.engine);
  if (!engine) return fail(engine.error());
  const TableStyle style = table_style(flags.color);
  const Transform transform = [&](Work& work) { return explain(**engine, flags, style, work); };
  return run_pipeline(source, transform, 1, interrupts).exit_code();
}

}  // namespace

Run add_explain(CLI::App& app) {
  auto flags = std::make_shared<ExplainFlags>();
  CLI::App& command = *app.add_subcommand("explain", "Show how an article was read, word by word, and why");
  command.footer(
      "  entente explain article.txt\n"
      "  entente explain article.txt --record 4\n"
      "  entente explain --sentence 3 article.txt\n"
      "  entente explain --text \"The two ministers met in Oslo on Monday.\"\n");
  add_inputs(command, flags->inputs, {"auto", "text", "jsonl", "html"},
             "What the files hold: auto, text, jsonl or html");
  command.add_option("--text", flags->text, "An article, instead of FILE")->type_name("TEXT")->configurable(false);
  command.add_option("--sentence", flags->sentence, "Only the Nth sentence")
      ->check(whole_number(1, 1 << 30))
      ->type_name("N")
      ->configurable(false);
  command
      .add_option("--record", flags->record, "Record [N] of `entente code --format table` in full, and why it is so")
      ->check(whole_number(1, 1 << 30))
      ->type_name("N")
      ->configurable(false);
  add_choice(command, "--format", flags->format, {"text"}, "text");
  add_choice(command, "--color", flags->color, {"auto", "always", "never"},
             "auto, always or never; auto heeds NO_COLOR");
  add_engine(command, flags->engine);
  return [flags] { return run(*flags); };
}

}  // namespace entente::cli

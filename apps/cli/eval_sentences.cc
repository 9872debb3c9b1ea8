// entente eval gsr, plv, attribution: the engine on other projects' gold sentences.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "commands.h"
#include "entente/export.h"
#include "entente/formats.h"
#include "entente/sentence_eval.h"
#include "flags.h"
#include "inputs.h"
#include "parallel.h"
#include "pipeline.h"
#include "terminal.h"

namespace entente::cli {
namespace {

struct SentenceFlags {
  std::string file;
  std::string format;
  bool errors = false;
  EngineFlags engine;
  unsigned jobs = default_jobs();
};

// Sentences that differ are for people, and so is all where they are asked for.
bool as_table(const SentenceFlags& flags) { return flags.errors || format_of(flags.format) == "table"; }

ExitCode finish(const Result<std::string>& out) {
  if (!out) return fail(out.error());
  return put(*out, kDone);
}

std::string shown(const std::set<Triple>& triples) {
  std::string text;
  for (const Triple& t : triples)
    text += (text.empty() ? "" : "; ") + (t.actor.empty() ? "-" : t.actor) + " " + t.type + " " +
            (t.recipient.empty() ? "-" : t.recipient);
  return text.empty() ? "nothing" : text;
}

// Each case as an article of its own; work(article, i) may fail. The first failure in the order of the cases is
// returned.
template <class Case, class Work>
Status for_each_case(const std::vector<Case>& gold, unsigned jobs, const Work& work) {
  std::vector<Status> states(gold.size(), Unit{});
  for_each_index(jobs, gold.size(), [&](std::size_t i) {
    Article article;
    article.id = gold[i].id;
    article.text = gold[i].text;
    article.language = "en";
    states[i] = work(std::move(article), i);
  });
  for (const Status& state : states) ENTENTE_CHECK_OK(state);
  return Unit{};
}

Result<std::string> run_gsr(const SentenceFlags& flags) {
  ENTENTE_TRY(const std::string json, read_whole(flags.file));
  ENTENTE_TRY(const std::vector<GsrCase> gold, read_gsr(json));
  ENTENTE_TRY(const std::unique_ptr<Engine> engine, load_engine(flags.engine));
  ENTENTE_TRY(const std::string folder, find_tables(flags.engine));
  ENTENTE_TRY(const auto tables, load_export_tables(folder));
  const auto country = [&](const Actor& actor) { return plover_country(*tables, actor); };
  std::vector<std::set<Triple>> system(gold.size());
  ENTENTE_CHECK_OK(for_each_case(gold, flags.jobs, [&](Article article, std::size_t i) -> Status {
    if (!gold[i].published.empty()) article.published = gold[i].published;
    ENTENTE_TRY(const std::vector<Record> records, engine->code(article));
    system[i] = triples_of(records, country);
    return Unit{};
  }));
  const std::vector<Score> scores = evaluate_gsr(gold, system);
  std::string out;
  for (std::size_t i = 0; flags.errors && i < gold.size(); ++i) {
    if (system[i] != gold[i].triples)
      out += gold[i].id + "\n  " + gold[i].text + "\n  gold:   " + shown(gold[i].triples) +
             "\n  system: " + shown(system[i]) + "\n";
  }
  if (as_table(flags)) return out + write_score_table(scores);
  for (const Score& score : scores) out += write_score_json(score);
  return out;
}

Result<std::string> run_plv(const SentenceFlags& flags) {
  ENTENTE_TRY(const std::string tsv, read_whole(flags.file));
  ENTENTE_TRY(const std::vector<PlvCase> gold, read_plv(tsv));
  ENTENTE_TRY(const std::unique_ptr<Engine> engine, load_engine(flags.engine));
  std::vector<std::string> system(gold.size());
  ENTENTE_CHECK_OK(for_each_case(gold, flags.jobs, [&](const Article& article, std::size_t i) -> Status {
    ENTENTE_TRY(system[i], engine->type_between(article, gold[i].source, gold[i].target));
    return Unit{};
  }));
  const ClassReport report = evaluate_plv(gold, system);
  std::string out;
  for (std::size_t i = 0; flags.errors && i < gold.size(); ++i) {
    if (plv_root(system[i]) != gold[i].root)
      out += gold[i].id + "\t" + gold[i].root + "\t" + plv_root(system[i]) + "\t" + gold[i].text + "\n";
  }
  return out + (as_table(flags) ? write_class_table(report) : write_class_json(report));
}

std::vector<CodePointSpan> in_text(const ParsedDocument& parsed, const std::vector<TokenSpan>& spans) {
  std::vector<CodePointSpan> found;
  for (const TokenSpan span : spans) {
    const auto& tokens = parsed.document.tokens;
    found.emplace_back(tokens[static_cast<std::size_t>(span.begin.value)].span.begin,
                       tokens[static_cast<std::size_t>(span.end.value - 1)].span.end);
  }
  return found;
}

Result<std::string> run_attribution(const SentenceFlags& flags) {
  ENTENTE_TRY(const std::string jsonl, read_whole(flags.file));
  ENTENTE_TRY(const std::vector<AttributionCase> gold, read_attributions(jsonl));
  ENTENTE_TRY(const std::unique_ptr<Engine> engine, load_engine(flags.engine));
  std::vector<std::vector<AttributionPieces>> system(gold.size());
  ENTENTE_CHECK_OK(for_each_case(gold, flags.jobs, [&](const Article& article, std::size_t i) -> Status {
    ENTENTE_TRY(const ParsedDocument parsed, engine->parse(article));
    for (const Attribution& each : engine->attributions(parsed)) {
      system[i].push_back({in_text(parsed, each.source), in_text(parsed, each.cue), in_text(parsed, each.content)});
    }
    return Unit{};
  }));
  const std::vector<Score> scores = evaluate_attributions(gold, system);
  if (as_table(flags)) return write_score_table(scores);
  std::string out;
  for (const Score& score : scores) out += write_score_json(score);
  return out;
}

}  // namespace

Run add_eval_sentences(CLI::App& eval) {
  auto flags = std::make_shared<SentenceFlags>();
  const auto add = [&](const std::string& name, const std::string& help, const std::string& footer,
                       bool errors = true) -> CLI::App& {
    CLI::App& command = *eval.add_subcommand(name, help);
    command.footer(footer);
    command.add_option("FILE", flags->file, "The gold file, or - for standard input")->required()->type_name("");
    if (errors)
      command.add_flag("--errors", flags->errors, "List every sentence that differs; with a table")
          ->configurable(false);
    add_choice(command, "--format", flags->format, {"jsonl", "table"},
               "jsonl or table; a table on a terminal, else JSONL");
    add_jobs(command, flags->jobs);
    add_engine(command, flags->engine);
    return command;
  };
  CLI::App& gsr =
      add("gsr", "Types and parties on PLOVER's gold standard records", "  entente eval gsr plover_gsr.json\n");
  CLI::App& plv = add("plv", "Types where source and target are given, on PLV sentences",
                      "  entente eval plv plv.tsv\n"
                      "  xzcat plv.tsv.xz | entente eval plv -\n");
  CLI::App& attribution = add("attribution", "Whole attributions: who says what, by which words",
                              "  entente eval attribution polnear.jsonl\n", false);
  return [flags, &gsr, &plv, &attribution]() -> ExitCode {
    if (flags->errors && flags->format == "jsonl") {
      complain("--errors is for people: it goes with --format table");
      return kUsage;
    }
    if (attribution.parsed()) return finish(run_attribution(*flags));
    if (gsr.parsed()) return finish(run_gsr(*flags));
    if (plv.parsed()) return finish(run_plv(*flags));
    return kUsage;
  };
}

}  // namespace entente::cli

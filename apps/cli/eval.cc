// entente eval: a system's output scored against gold.
#include "entente/eval.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "commands.h"
#include "entente/formats.h"
#include "flags.h"
#include "inputs.h"
#include "terminal.h"

namespace entente::cli {
namespace {

struct EvalFlags {
  std::string gold;
  std::string system;
  std::string format;
};

Result<std::vector<Score>> score(const EvalFlags& flags) {
  if (flags.gold == "-" && flags.system == "-") {
    return Error{ErrorCode::kUsage, "GOLD and SYSTEM cannot both be standard input", ""};
  }
  ENTENTE_TRY(const std::string gold, read_whole(flags.gold));
  ENTENTE_TRY(const std::string system, read_whole(flags.system));
  return evaluate_conllu(gold, system);
}

ExitCode run_conllu(const EvalFlags& flags) {
  const Result<std::vector<Score>> scores = score(flags);
  if (!scores) return fail(scores.error());
  std::string out;
  if (format_of(flags.format) == "table") {
    out = write_score_table(*scores);
  } else {
    for (const Score& each : *scores) out += write_score_json(each);
  }
  return put(out, kDone);
}

}  // namespace

Run add_eval(CLI::App& app) {
  auto flags = std::make_shared<EvalFlags>();
  CLI::App& command = *app.add_subcommand("eval", "Score a system's output against gold");
  command.require_subcommand(1);
  command.footer(
      "  entente eval conllu gold.conllu system.conllu\n"
      "  entente eval gold gold/\n"
      "  entente eval gsr plover_gsr.json\n"
      "  entente eval plv plv.tsv\n"
      "  entente eval attribution polnear.jsonl\n");
  CLI::App& conllu = *command.add_subcommand("conllu", "Words, sentences, tags, lemmas, trees and names");
  conllu.footer(
      "  entente parse --from conllu gold.conllu > system.conllu\n"
      "  entente eval conllu gold.conllu system.conllu\n");
  conllu.add_option("GOLD", flags->gold, "CoNLL-U as it should be, or - for standard input")->required()->type_name("");
  conllu.add_option("SYSTEM", flags->system, "CoNLL-U as the system wrote it, or -")->required()->type_name("");
  add_choice(conllu, "--format", flags->format, {"jsonl", "table"},
             "jsonl or table; a table on a terminal, else JSONL");
  const Run gold = add_eval_gold(command);
  const Run sentences = add_eval_sentences(command);
  return [flags, gold, sentences, &command, &conllu] {
    if (conllu.parsed()) return run_conllu(*flags);
    return command.got_subcommand("gold") ? gold() : sentences();
  };
}

}  // namespace entente::cli

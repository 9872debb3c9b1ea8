// entente actors: who the tables do not know, and what they know.
#include <CLI/CLI.hpp>
#include <memory>
#include <mutex>

#include "commands.h"
#include "entente/actor_tables.h"
#include "entente/engine.h"
#include "entente/formats.h"
#include "flags.h"
#include "notes.h"
#include "pipeline.h"
#include "terminal.h"

namespace entente::cli {
namespace {

struct UnknownFlags {
  InputFlags inputs;
  EngineFlags engine;
  std::string format;
  std::string color = "auto";
  unsigned jobs = default_jobs();
};

struct ShowFlags {
  EngineFlags engine;
  std::string code;
  std::string color = "auto";
};

ExitCode run_unknown(UnknownFlags flags) {
  if (const Status settled = settle_files(flags.inputs); !settled) {
    complain(settled.error());
    return kUsage;
  }
  Interrupts interrupts;
  const Result<std::unique_ptr<Engine>> engine = load_engine(flags.engine);
  if (!engine) return fail(engine.error());
  UnknownTally tally;
  std::mutex mutex;  // of the tally, whose result does not depend on who comes first
  const Transform count = [&](Work& work) -> Outcome {
    if (Error* error = std::get_if<Error>(&work)) return std::move(*error);
    const Article& article = std::get<Article>(work);
    const Result<ParsedDocument> parsed = (*engine)->parse(article);
    if (!parsed) return at_source(parsed.error(), article.source);
    const std::vector<UnknownMention> mentions = (*engine)->unknown_actors(*parsed);
    const std::lock_guard<std::mutex> lock(mutex);
    tally.add(mentions);
    return Output{"", notes_of(parsed->document)};
  };
  const ExitCode code = run_pipeline(make_source(flags.inputs), count, flags.jobs, interrupts).exit_code();
  if (code == kUnreadable) return code;
  const bool table = format_of(flags.format) == "table";
  const std::vector<UnknownActor> actors = tally.ranked();
  if (table) return put(write_unknown_table(actors, table_style(flags.color)), code);
  std::string lines;
  for (const UnknownActor& actor : actors) lines += write_unknown_json(actor);
  return put(lines, code);
}

ExitCode run_show(const ShowFlags& flags) {
  const Result<std::string> tables = find_tables(flags.engine);
  if (!tables) return fail(tables.error());
  const Result<ActorSheet> sheet = look_up_actor(*tables, flags.code);
  if (!sheet) return fail(sheet.error());
  return put(write_actor_sheet(*sheet, table_style(flags.color)), kDone);
}

void add_color(CLI::App& command, std::string& color) {
  add_choice(command, "--color", color, {"auto", "always", "never"}, "auto, always or never; auto heeds NO_COLOR");
}

}  // namespace

Run add_actors(CLI::App& app) {
  auto unknown_flags = std::make_shared<UnknownFlags>();
  auto show_flags = std::make_shared<ShowFlags>();
  CLI::App& command = *app.add_subcommand("actors", "Who the tables of actors know, and who they do not");
  command.require_subcommand(1);
  command.footer(
      "  entente actors unknown news/           who is named and in no table\n"
      "  entente actors show ARM                names, offices, memberships and groups\n");
  CLI::App& unknown =
      *command.add_subcommand("unknown", "Persons and organisations in articles that the tables do not know");
  unknown.footer(
      "  entente actors unknown news/\n"
      "  entente actors unknown --format jsonl news/ | jq -c 'select(.count > 9)'\n");
  add_inputs(unknown, unknown_flags->inputs, {"auto", "text", "jsonl", "html"},
             "What the files hold: auto, text, jsonl or html");
  add_choice(unknown, "--format", unknown_flags->format, {"jsonl", "table"},
             "jsonl or table; a table on a terminal, else JSONL");
  add_color(unknown, unknown_flags->color);
  add_jobs(unknown, unknown_flags->jobs);
  add_engine(unknown, unknown_flags->engine);
  CLI::App& show = *command.add_subcommand("show", "What the tables know of a code");
  show.footer("  entente actors show ARM\n  entente actors show IGOUNO\n");
  show.add_option("CODE", show_flags->code, "alpha-3, or an organisation's or group's code")->required()->type_name("");
  add_color(show, show_flags->color);
  add_knowledge(show, show_flags->engine.knowledge);
  return [unknown_flags, show_flags, &unknown] {
    return unknown.parsed() ? run_unknown(*unknown_flags) : run_show(*show_flags);
  };
}

}  // namespace entente::cli

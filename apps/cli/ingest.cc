// entente ingest: articles to a ledger.
#include <CLI/CLI.hpp>
#include <memory>
#include <mutex>

#include "commands.h"
#include "entente/engine.h"
#include "entente/intake.h"
#include "entente/ledger.h"
#include "flags.h"
#include "ledger_sink.h"
#include "notes.h"
#include "pipeline.h"
#include "progress.h"
#include "terminal.h"

namespace entente::cli {
namespace {

struct IngestFlags {
  std::string ledger;
  InputFlags inputs;
  EngineFlags engine;
  std::string progress = "auto";
  bool no_text = false;
  unsigned jobs = default_jobs();
};

// What the ledger holds already is not coded again.
class Known {
 public:
  explicit Known(Ledger& ledger) : ledger_(ledger) {}
  bool holds(const Article& article) {
    const std::lock_guard lock(mutex_);
    const Result<bool> known = ledger_.knows(article);
    return known && *known;  // what cannot be asked now is found out when the article is added
  }

 private:
  Ledger& ledger_;
  std::mutex mutex_;
};

// Where a run has at least doubled a ledger, it is packed: additions come in no order, and leave pages half empty.
// Another who uses the ledger, or a disk with too little room, is no reason to fail.
void pack(Ledger& ledger, std::int64_t before, std::int64_t added) {
  constexpr std::int64_t kWorthIt = 1000;
  if (added >= kWorthIt && added >= before) static_cast<void>(ledger.compact());
}

ExitCode join(Ledger& ledger, LedgerSink& sink, Progress& progress, const Interrupts& interrupts) {
  const Status joined = sink.with_patience([&] {
    return ledger.join([&](const JoinProgress& at) {
      progress.stage("joining", at.done, at.all);
      return !interrupts.requested();
    });
  });
  if (joined) return interrupts.requested() ? kInterrupted : kDone;
  progress.finish();
  return fail(joined.error());
}

std::string summary(const LedgerSink& sink, const Tally& tally) {
  return "added " + std::to_string(sink.count(Addition::kAdded)) + ", new versions " +
         std::to_string(sink.count(Addition::kNewVersion)) + ", unchanged " +
         std::to_string(sink.count(Addition::kKnown)) + ", failed " + std::to_string(tally.failed) + "\n";
}

ExitCode run(IngestFlags flags) {
  if (const Status settled = settle_files(flags.inputs); !settled) {
    complain(settled.error());
    return kUsage;
  }
  Interrupts interrupts;
  const Result<std::unique_ptr<Engine>> loaded = load_engine(flags.engine);
  if (!loaded) return fail(loaded.error());
  const Engine& engine = **loaded;
  LedgerOptions options{LedgerOptions::Use::kCreate, "", !flags.no_text};
  const Result<std::string> tables = find_tables(flags.engine);
  if (!tables) return fail(tables.error());
  options.knowledge_path = *tables;
  const Result<std::unique_ptr<Ledger>> opened = Ledger::open(flags.ledger, options);
  if (!opened) return fail(opened.error());
  Ledger& ledger = **opened;
  if (flags.no_text && ledger.keeps_text()) {
    complain(flags.ledger + ": this ledger keeps text; --no-text is for a new one");
    return kUsage;
  }
  options.use = LedgerOptions::Use::kRead;
  const Result<std::unique_ptr<Ledger>> asked = Ledger::open(flags.ledger, options);
  if (!asked) return fail(asked.error());
  Known known(**asked);
  const Transform code = [&](Work& work) -> Outcome {
    if (Error* error = std::get_if<Error>(&work)) return std::move(*error);
    const Article& article = std::get<Article>(work);
    if (known.holds(article)) return Output{"", {}, std::nullopt, 0};
    Result<ParsedDocument> parsed = engine.parse(article);
    if (!parsed) return at_source(std::move(parsed).error(), article.source);
    return Output{"", notes_of(parsed->document), ledger.prepare(article, engine.code(*parsed)),
                  parsed->document.tokens.size()};
  };
  const Result<std::int64_t> before = ledger.article_count();
  if (!before) return fail(before.error());
  Progress progress(flags.progress, static_cast<std::int64_t>(input_size(flags.inputs.files).value_or(0)),
                    flags.inputs.limit);
  LedgerSink sink(ledger, engine.stamp(), progress, interrupts);
  Tally tally = run_pipeline(make_source(flags.inputs), code, flags.jobs, interrupts, sink);
  if (sink.add_waiting() != Written::kAll) return exit_code(sink.error()->code);
  tally.done -= sink.refused();
  tally.failed += sink.refused();
  const ExitCode joined = join(ledger, sink, progress, interrupts);
  progress.finish();
  if (joined == kInterrupted) return put(summary(sink, tally), kInterrupted);
  if (joined != kDone) return joined;
  pack(ledger, *before, sink.count(Addition::kAdded));
  return put(summary(sink, tally), tally.exit_code());
}

}  // namespace

Run add_ingest(CLI::App& app) {
  auto flags = std::make_shared<IngestFlags>();
  CLI::App& command = *app.add_subcommand("ingest", "Code articles into a ledger, which joins what many of them tell");
  command.footer(
      "  entente ingest ledger.db news/\n"
      "  entente ingest --no-text ledger.db archive.jsonl    hashes, and no words\n"
      "  entente ingest postgresql://me@host/news archive/   for a group\n"
      "What is held already is passed over: run it again to go on where it was stopped.\n");
  command.add_option("LEDGER", flags->ledger, "A file, made where it is not there, or postgresql://...")
      ->required()
      ->type_name("");
  add_inputs(command, flags->inputs, {"auto", "text", "jsonl", "html"},
             "What the files hold: auto, text, jsonl or html");
  command.add_flag("--no-text", flags->no_text, "Of a new ledger: keep hashes and offsets, not the articles' words");
  add_choice(command, "--progress", flags->progress, {"auto", "json", "never"},
             "auto, json or never; auto is a bar on a terminal, else JSON");
  add_jobs(command, flags->jobs);
  add_engine(command, flags->engine);
  return [flags] { return run(*flags); };
}

}  // namespace entente::cli

// entente ingest: articles to a ledger.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <memory>
#include <mutex>
#include <thread>

#include "commands.h"
#include "entente/engine.h"
#include "entente/intake.h"
#include "entente/ledger.h"
#include "flags.h"
#include "notes.h"
#include "pipeline.h"
#include "progress.h"
#include "terminal.h"

namespace entente::cli {
namespace {

constexpr int kTries = 8;  // of a ledger that is locked or gone: some two minutes in all
constexpr auto kFirstPause = std::chrono::seconds(1);
constexpr auto kLongestPause = std::chrono::seconds(32);

struct IngestFlags {
  std::string ledger;
  InputFlags inputs;
  EngineFlags engine;
  std::string progress = "auto";
  bool no_text = false;
  unsigned jobs = default_jobs();
};

// What was coded goes into the ledger, some articles a transaction: a commit costs about as much as an article.
class LedgerSink : public Sink {
 public:
  LedgerSink(Ledger& ledger, const EngineStamp& stamp, Progress& progress, const Interrupts& interrupts)
      : ledger_(ledger), stamp_(stamp), progress_(progress), interrupts_(interrupts) {}

  Written put(Output& output) override {
    if (output.prepared) {
      waiting_.push_back(*std::move(output.prepared));
    } else {
      ++counts_.at(static_cast<std::size_t>(Addition::kKnown));
    }
    progress_.advance(1, static_cast<std::int64_t>(output.words), static_cast<std::int64_t>(output.input_bytes), 0);
    const bool due = waiting_.size() >= kMostAtOnce || std::chrono::steady_clock::now() - added_ >= kLongestWait;
    return due ? add_waiting() : Written::kAll;
  }

  // Also at the end.
  Written add_waiting() {
    added_ = std::chrono::steady_clock::now();
    if (waiting_.empty() || error_) return error_ ? Written::kFailed : Written::kAll;
    const Result<std::vector<Addition>> added = add();
    if (!added) {
      progress_.finish();
      complain(added.error());
      error_ = added.error();
      return Written::kFailed;
    }
    for (const Addition each : *added) ++counts_.at(static_cast<std::size_t>(each));
    waiting_.clear();
    return Written::kAll;
  }

  void failed(const Error& error) override {
    progress_.clear();
    progress_.advance(0, 0, 0, 1);
    if (const Status noted = ledger_.add_failure(error, std::time(nullptr)); !noted && !error_) complain(noted.error());
  }

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  [[nodiscard]] std::int64_t count(Addition addition) const { return counts_.at(static_cast<std::size_t>(addition)); }

 private:
  static constexpr std::size_t kMostAtOnce = 32;
  static constexpr auto kLongestWait = std::chrono::seconds(1);  // what a kill may cost

  // Another writer's lock, or a server that is started anew, is waited for.
  Result<std::vector<Addition>> add() {
    std::chrono::seconds pause = kFirstPause;
    for (int tried = 1;; ++tried) {
      Result<std::vector<Addition>> added = ledger_.add(waiting_, stamp_);
      if (added || added.error().code != ErrorCode::kUnavailable || tried == kTries) return added;
      progress_.clear();
      complain(added.error().to_string() + "; trying again in " + std::to_string(pause.count()) + " s");
      const auto until = std::chrono::steady_clock::now() + pause;
      while (std::chrono::steady_clock::now() < until) {
        if (interrupts_.requested()) return added;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
      }
      pause = std::min(pause * 2, kLongestPause);
    }
  }

  Ledger& ledger_;
  const EngineStamp& stamp_;
  Progress& progress_;
  const Interrupts& interrupts_;
  std::optional<Error> error_;
  std::array<std::int64_t, 3> counts_{};
  std::vector<PreparedArticle> waiting_;
  std::chrono::steady_clock::time_point added_ = std::chrono::steady_clock::now();
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

ExitCode join(Ledger& ledger, Progress& progress, const Interrupts& interrupts) {
  const Status joined = ledger.join([&](const JoinProgress& at) {
    progress.stage("joining", at.done, at.all);
    return !interrupts.requested();
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
  const Tally tally = run_pipeline(make_source(flags.inputs), code, flags.jobs, interrupts, sink);
  if (sink.add_waiting() != Written::kAll) return exit_code(sink.error()->code);
  const ExitCode joined = join(ledger, progress, interrupts);
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

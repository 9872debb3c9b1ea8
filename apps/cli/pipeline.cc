#include "pipeline.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include "terminal.h"
#include "work_queue.h"

namespace entente::cli {
namespace {

using Queue = WorkQueue<Input>;

// The reading thread. Where the pipeline ends before the reading does, a read may hang for ever (a terminal, a pipe
// that stays open): the thread is then left behind with all that it uses, and the end of the process ends it.
class Reader {
 public:
  Reader(Source source, std::size_t capacity) : queue_(std::make_shared<Queue>(capacity)) {
    thread_ = std::thread([queue = queue_, read = std::move(source)] {
      std::exception_ptr failure;
      try {
        read([&](Input input) { return queue->push(std::move(input)); });
      } catch (...) {  // carried to the thread that pops, and so to main
        failure = std::current_exception();
      }
      queue->finish(failure);
    });
  }
  ~Reader() {
    queue_->close();
    if (queue_->finished()) {
      thread_.join();
    } else {
      thread_.detach();
    }
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  [[nodiscard]] Queue& queue() { return *queue_; }
  [[nodiscard]] const std::shared_ptr<Queue>& shared_queue() const { return queue_; }

 private:
  std::shared_ptr<Queue> queue_;
  std::thread thread_;
};

class StandardOutput : public Sink {
 public:
  Written put(Output& output) override {
    const Written written = write_stdout(output.bytes);
    if (written == Written::kFailed) complain("standard output: " + last_system_error());
    return written;
  }
};

class Writer {
 public:
  Writer(Queue& queue, Sink& sink) : queue_(queue), sink_(sink) {}

  void put(Outcome& outcome) {
    if (!outcome) {
      ++tally_.failed;
      sink_.failed(outcome.error());
      complain(outcome.error());
      return;
    }
    for (const Error& note : outcome->notes) complain(note);
    ++tally_.done;
    if (stopped_) return;
    const Written written = sink_.put(*outcome);
    if (written == Written::kAll) return;
    tally_.output_failed = written == Written::kFailed;
    stopped_ = true;  // a reader that has gone ("| head") has what it wanted: no error
    queue_.close();
  }

  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] const Tally& tally() const { return tally_; }

 private:
  Queue& queue_;
  Sink& sink_;
  Tally tally_;
  std::atomic<bool> stopped_ = false;
};

Outcome transformed(const Transform& transform, Input& input) {
  Outcome outcome = transform(input.work);
  if (outcome) outcome->input_bytes = input.bytes;
  return outcome;
}

void run_alone(Queue& queue, const Transform& transform, Writer& writer) {
  while (std::optional<Input> input = queue.pop()) {
    Outcome outcome = transformed(transform, *input);
    writer.put(outcome);
  }
}

void run_in_parallel(Queue& queue, const Transform& transform, Writer& writer, unsigned jobs) {
  namespace tbb = oneapi::tbb;
  using In = std::shared_ptr<Input>;
  using Out = std::shared_ptr<Outcome>;
  const tbb::global_control control(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  const auto read = tbb::make_filter<void, In>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) -> In {
    std::optional<Input> input = queue.pop();
    if (input) return std::make_shared<Input>(*std::move(input));
    flow.stop();
    return nullptr;
  });
  const auto work = tbb::make_filter<In, Out>(tbb::filter_mode::parallel, [&](const In& in) -> Out {
    if (writer.stopped()) return nullptr;
    return std::make_shared<Outcome>(transformed(transform, *in));
  });
  const auto write = tbb::make_filter<Out, void>(tbb::filter_mode::serial_in_order, [&](const Out& out) {
    if (out != nullptr) writer.put(*out);
  });
  // Twice the jobs: while one long article holds up the writing, the others have something to do.
  arena.execute([&] { tbb::parallel_pipeline(std::size_t{2} * jobs, read & work & write); });
}

}  // namespace

std::string source_of(const Work& work) {
  if (const Article* article = std::get_if<Article>(&work)) return article->source;
  if (const Document* document = std::get_if<Document>(&work)) return document->article.source;
  return std::get<Error>(work).place;
}

Error at_source(Error error, const std::string& source) {
  if (error.place.empty()) {
    error.place = source;
  } else if (!source.empty() && error.place.find(source) == std::string::npos) {
    error.place.insert(0, source + ": ");
  }
  return error;
}

ExitCode Tally::exit_code() const {
  if (interrupted) return kInterrupted;
  if (output_failed) return kInternal;
  if (failed == 0) return kDone;
  return done == 0 ? kUnreadable : kSomeFailed;
}

Tally run_pipeline(Source source, const Transform& transform, unsigned jobs, Interrupts& interrupts) {
  StandardOutput sink;
  return run_pipeline(std::move(source), transform, jobs, interrupts, sink);
}

Tally run_pipeline(Source source, const Transform& transform, unsigned jobs, Interrupts& interrupts, Sink& sink) {
  jobs = std::max(jobs, 1U);
  Reader reader(std::move(source), std::size_t{2} * jobs);
  interrupts.on_request([queue = reader.shared_queue()] { queue->close(); });
  Writer writer(reader.queue(), sink);
  if (jobs == 1) {
    run_alone(reader.queue(), transform, writer);
  } else {
    run_in_parallel(reader.queue(), transform, writer, jobs);
  }
  Tally tally = writer.tally();
  tally.interrupted = interrupts.requested();
  if (tally.failed > 0 && tally.done + tally.failed > 1) {
    complain(std::to_string(tally.failed) + " of " + std::to_string(tally.done + tally.failed) + " failed");
  }
  return tally;
}

unsigned default_jobs() { return std::max(std::thread::hardware_concurrency(), 1U); }

}  // namespace entente::cli

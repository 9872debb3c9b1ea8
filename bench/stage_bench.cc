// Each stage on the fixed text, one thread. words_per_second counts the tokenizer's words, whatever the stage.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "corpus.h"
#include "entente/engine.h"
#include "entente/intake.h"
#include "syntax/parser.h"

namespace entente::bench {
namespace {

void set_rates(benchmark::State& state) {
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["words"] = static_cast<double>(corpus().words);
  state.counters["words_per_second"] =
      benchmark::Counter(rounds * static_cast<double>(corpus().words), benchmark::Counter::kIsRate);
  state.SetBytesProcessed(static_cast<std::int64_t>(rounds * static_cast<double>(corpus().bytes)));
}

// The parser with these kernels, or null after having told the state why not.
const Parser* parser(benchmark::State& state, EngineConfig::Precision precision) {
  static std::unique_ptr<Parser> loaded[3];
  std::unique_ptr<Parser>& slot = loaded[static_cast<std::size_t>(precision)];
  if (!slot) {
    Result<std::unique_ptr<Parser>> result = Parser::load(model_path(), precision);
    if (!result) {
      state.SkipWithError(result.error().to_string().c_str());
      return nullptr;
    }
    slot = *std::move(result);
  }
  return slot.get();
}

void intake(benchmark::State& state) {
  const Corpus& text = corpus();
  for (auto _ : state) {
    for (const CorpusFile& file : text.files) {
      read_bytes(file.bytes, file.path, IntakeOptions{}, [](Result<Article> article) {
        benchmark::DoNotOptimize(article);
        return true;
      });
    }
  }
  set_rates(state);
}
BENCHMARK(intake)->Unit(benchmark::kMillisecond);

void tokenise(benchmark::State& state) {
  const Corpus& text = corpus();
  for (auto _ : state) {
    for (const Article& article : text.articles) benchmark::DoNotOptimize(tokenizer().tokenize(article));
  }
  set_rates(state);
}
BENCHMARK(tokenise)->Unit(benchmark::kMillisecond);

void parse(benchmark::State& state, EngineConfig::Precision precision) {
  if (precision == EngineConfig::Precision::kInt8 && skip_without_int8(state)) return;
  const Corpus& text = corpus();
  const Parser* const reader = parser(state, precision);
  if (reader == nullptr) return;
  for (auto _ : state) {
    for (const Document& document : text.documents) benchmark::DoNotOptimize(reader->parse(document));
  }
  set_rates(state);
}
BENCHMARK_CAPTURE(parse, int8, EngineConfig::Precision::kInt8)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse, float32, EngineConfig::Precision::kFloat32)->Unit(benchmark::kMillisecond);

void raw_text_to_trees(benchmark::State& state) {
  const Corpus& text = corpus();
  const Parser* const reader = parser(state, EngineConfig::Precision::kAuto);
  if (reader == nullptr) return;
  for (auto _ : state) {
    for (const CorpusFile& file : text.files) {
      read_bytes(file.bytes, file.path, IntakeOptions{}, [&](Result<Article> article) {
        benchmark::DoNotOptimize(reader->parse(tokenizer().tokenize(*std::move(article))));
        return true;
      });
    }
  }
  set_rates(state);
}
BENCHMARK(raw_text_to_trees)->Unit(benchmark::kMillisecond);

void code(benchmark::State& state) {
  const Corpus& text = corpus();
  static Result<std::unique_ptr<Engine>> engine = Engine::load({model_path(), knowledge_path()});
  if (!engine) {
    state.SkipWithError(engine.error().to_string().c_str());
    return;
  }
  std::size_t records = 0;
  for (auto _ : state) {
    records = 0;
    for (const Article& article : text.articles) {
      const Result<std::vector<Record>> coded = (*engine)->code(article);
      if (!coded) {
        state.SkipWithError(coded.error().to_string().c_str());
        return;
      }
      records += coded->size();
    }
  }
  set_rates(state);
  state.counters["records"] = static_cast<double>(records);
}
BENCHMARK(code)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente::bench

#include "corpus.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "entente/intake.h"
#include "syntax/linear.h"

namespace entente::bench {
namespace {

std::size_t g_limit = 0;

[[noreturn]] void stop(const std::string& message) {
  std::fprintf(stderr, "entente_bench: %s\n", message.c_str());
  std::exit(1);
}

Corpus load() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(ENTENTE_SOURCE_DIR "/bench/corpus")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  if (g_limit > 0 && paths.size() > g_limit) paths.resize(g_limit);
  if (paths.empty()) stop("bench/corpus holds no text");

  Corpus corpus;
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    corpus.files.push_back({path, std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>())});
    corpus.bytes += corpus.files.back().bytes.size();
    read_bytes(corpus.files.back().bytes, path, IntakeOptions{}, [&](Result<Article> article) {
      if (!article) stop(article.error().to_string());
      corpus.articles.push_back(*std::move(article));
      return true;
    });
  }
  for (const Article& article : corpus.articles) {
    corpus.documents.push_back(tokenizer().tokenize(article));
    corpus.words += corpus.documents.back().tokens.size();
  }
  return corpus;
}

}  // namespace

void set_corpus_limit(std::size_t files) { g_limit = files; }

const Tokenizer& tokenizer() {
  static const Result<std::unique_ptr<Tokenizer>> kLoaded = Tokenizer::load(knowledge_path());
  if (!kLoaded) stop(kLoaded.error().to_string());
  return **kLoaded;
}

const Corpus& corpus() {
  static const Corpus kLoaded = load();
  return kLoaded;
}

std::string model_path() { return ENTENTE_SOURCE_DIR "/models/entente-syntax.safetensors"; }
std::string knowledge_path() { return ENTENTE_SOURCE_DIR "/knowledge"; }
std::string program_path() { return ENTENTE_PROGRAM; }

bool skip_without_int8(benchmark::State& state) {
  if (has_exact_int8()) return false;
  for (auto _ : state) {
  }
  state.SetLabel("not measured: this CPU has no exact int8 products");
  return true;
}

}  // namespace entente::bench

// The fixed text that every stage is measured on: bench/corpus/*.txt, one article a file.
#ifndef ENTENTE_BENCH_CORPUS_H_
#define ENTENTE_BENCH_CORPUS_H_

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>
#include <vector>

#include "entente/article.h"
#include "entente/document.h"
#include "text/tokenizer.h"

namespace entente::bench {

struct CorpusFile {
  std::string path;
  std::string bytes;
};

struct Corpus {
  std::vector<CorpusFile> files;
  std::vector<Article> articles;    // the files, through intake
  std::vector<Document> documents;  // the articles, tokenised
  std::size_t bytes = 0;
  std::size_t words = 0;  // tokens of the documents
};

// How many files to take; 0 for all. To be set before the first call of corpus().
void set_corpus_limit(std::size_t files);

// Read on first use; ends the process with a message when it cannot be read.
[[nodiscard]] const Corpus& corpus();

// The engine's own tokenizer; ends the process with a message when its tables cannot be loaded.
[[nodiscard]] const Tokenizer& tokenizer();

// Where things lie; as the build knows them.
[[nodiscard]] std::string model_path();
[[nodiscard]] std::string knowledge_path();
[[nodiscard]] std::string program_path();  // the command line program

// On a CPU without exact int8 products: runs an empty benchmark, says so in its label, and returns true.
[[nodiscard]] bool skip_without_int8(benchmark::State& state);

}  // namespace entente::bench

#endif  // ENTENTE_BENCH_CORPUS_H_

// The engine: article in, parsed page and records out.
//
// Pure: no files, clock, network or global state after load(); the same bytes for the same input,
//   whatever the number of threads, the batch or the order.
// Threads: an Engine is immutable after load() and may be shared; each thread calls it freely.
// Errors: load() says which file and where; code() and parse() fail only on articles past a limit
//   or not in English.
#ifndef ENTENTE_ENGINE_H_
#define ENTENTE_ENGINE_H_

#include <memory>
#include <string>
#include <vector>

#include "entente/actor_tables.h"
#include "entente/article.h"
#include "entente/document.h"
#include "entente/explain.h"
#include "entente/record.h"
#include "entente/result.h"

namespace entente {

struct EngineConfig {
  std::string model_path;      // models/*.safetensors; empty: no parser, tokenize() alone works
  std::string knowledge_path;  // the folder knowledge/
  // kAuto: int8 where the CPU has VNNI.
  enum class Precision { kAuto, kInt8, kFloat32 } precision = Precision::kAuto;
};

class Engine {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Engine>> load(const EngineConfig& config);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Sentences and tokens alone: no check of the language. Fails where the text is empty or not UTF-8.
  [[nodiscard]] Result<Document> tokenize(Article article) const;
  [[nodiscard]] Result<ParsedDocument> parse(const Article& article) const;
  // For tokens that are already cut (gold tokens of a treebank).
  [[nodiscard]] Result<ParsedDocument> parse(Document document) const;
  [[nodiscard]] Result<std::vector<Record>> code(const Article& article) const;
  // For what parse() has made: whoever wants the page and the records parses once.
  [[nodiscard]] std::vector<Record> code(const ParsedDocument& parsed) const;
  // What `source` does to `target`, both given: a PLOVER type, or "" where nothing says it. The article is one
  // sentence.
  [[nodiscard]] Result<std::string> type_between(const Article& article, CodePointSpan source,
                                                 CodePointSpan target) const;
  // Who says what in it, whoever it is: the attribution spans of parse(), put together.
  [[nodiscard]] std::vector<Attribution> attributions(const ParsedDocument& parsed) const;
  // How what parse() has made is read, step by step: for people (entente/explain.h).
  [[nodiscard]] Explanation explain(const ParsedDocument& parsed) const;
  // The persons and organisations that it names and the tables do not know, in text order (entente/actor_tables.h).
  [[nodiscard]] std::vector<UnknownMention> unknown_actors(const ParsedDocument& parsed) const;
  [[nodiscard]] const EngineStamp& stamp() const&;
  [[nodiscard]] bool int8() const;  // the arithmetic that was chosen; false without a model too

 private:
  struct Impl;
  explicit Engine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente

#endif  // ENTENTE_ENGINE_H_

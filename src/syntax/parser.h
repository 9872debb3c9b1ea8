// The parser: tokens in; tags, lemmas, trees, names and attribution out. One encoder pass.
//
// Threads: immutable after load(); parse() may be called from many threads at once.
// A sentence's result depends on its own words and the quotation state before it, never on its batch.
#ifndef ENTENTE_SYNTAX_PARSER_H_
#define ENTENTE_SYNTAX_PARSER_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "entente/document.h"
#include "entente/engine.h"
#include "entente/result.h"

namespace entente {

class Parser {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Parser>> load(const std::string& model_path,
                                                            EngineConfig::Precision precision);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  [[nodiscard]] ParsedDocument parse(Document document) const;
  // Of one sentence or a few: what `source` does to `target`, as root classes with their probabilities. Empty where the
  // model has no such head; a span without a word stands for nobody.
  [[nodiscard]] std::vector<std::pair<std::string, float>> read_pair(const ParsedDocument& parsed, CodePointSpan source,
                                                                     CodePointSpan target) const;
  [[nodiscard]] const std::string& checksum() const&;  // the "sha256" of the model file, hex
  [[nodiscard]] bool int8() const;                     // which kernels were chosen

 private:
  struct Impl;
  explicit Parser(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_PARSER_H_

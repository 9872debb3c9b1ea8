// Articles to sentences and tokens, by the conventions of English UD (EWT and GUM).
//
// Errors: load() gives the table's file and line. tokenize() cannot fail.
// Threads: immutable after load; share.
#ifndef ENTENTE_TEXT_TOKENIZER_H_
#define ENTENTE_TEXT_TOKENIZER_H_

#include <cstddef>
#include <memory>
#include <string>

#include "entente/document.h"
#include "entente/result.h"

namespace entente {

class Tokenizer {
 public:
  static constexpr std::size_t kMaxSentenceTokens = 400;  // longer ones are cut: Sentence::forced_end

  [[nodiscard]] static Result<std::unique_ptr<Tokenizer>> load(const std::string& knowledge_path);
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // The article's text must be valid UTF-8. Every code point that is not white space is in exactly one token. Blank
  // lines part paragraphs; so do single line ends, but in text that is wrapped to a width. A paragraph's end is a
  // sentence's end.
  [[nodiscard]] Document tokenize(Article article) const;

 private:
  struct Impl;
  explicit Tokenizer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente

#endif  // ENTENTE_TEXT_TOKENIZER_H_

// Any UTF-8 text: every code point that is not white space is in exactly one token, every token in one sentence.
#include <unicode/uchar.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text_index.h"
#include "text/tokenizer.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const entente::Tokenizer& tokenizer() {
  static const auto kLoaded = entente::Tokenizer::load(ENTENTE_SOURCE_DIR "/knowledge");
  require(kLoaded.has_value());
  return *kLoaded.value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  text.resize(entente::valid_utf8_prefix(text));
  entente::Article article;
  article.text = text;
  const entente::Document document = tokenizer().tokenize(std::move(article));
  const entente::TextIndex index(text);
  std::int32_t at = 0;
  const auto skip_space = [&](std::int32_t end) {
    for (; at < end; ++at) require(u_isUWhiteSpace(static_cast<UChar32>(index.at({at}))) != 0);
  };
  for (const entente::Token& token : document.tokens) {
    skip_space(token.span.begin.value);
    require(token.span.size() > 0 && token.form == index.slice(token.span));
    for (; at < token.span.end.value; ++at) require(u_isUWhiteSpace(static_cast<UChar32>(index.at({at}))) == 0);
  }
  skip_space(index.code_point_count());
  std::int32_t token = 0;
  for (const entente::Sentence& sentence : document.sentences) {
    require(sentence.tokens.begin.value == token && !sentence.tokens.empty());
    require(static_cast<std::size_t>(sentence.tokens.size()) <= entente::Tokenizer::kMaxSentenceTokens);
    for (std::int32_t i = token; i < sentence.tokens.end.value;) {
      const std::int32_t words = document.tokens[static_cast<std::size_t>(i)].multiword;
      require(words > 0 && i + words <= sentence.tokens.end.value);
      for (std::int32_t k = 1; k < words; ++k) require(document.tokens[static_cast<std::size_t>(i + k)].multiword == 0);
      i += words;
    }
    token = sentence.tokens.end.value;
  }
  require(static_cast<std::size_t>(token) == document.tokens.size());
  return 0;
}

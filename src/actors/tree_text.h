// For tests: a parsed document from a few columns a word, so that stages after syntax can be tried without a model.
#ifndef ENTENTE_ACTORS_TREE_TEXT_H_
#define ENTENTE_ACTORS_TREE_TEXT_H_

#include <cctype>
#include <sstream>
#include <string>

#include "entente/document.h"

namespace entente {

// One word a line: form, lemma, UPOS, XPOS, head (from 1; 0 for the root), deprel; a blank line ends a sentence.
// Every word is followed by a space in the text.
inline ParsedDocument tree_from_text(const std::string& rows, const std::string& published = "") {
  ParsedDocument parsed;
  Document& document = parsed.document;
  document.article.id = "test";
  if (!published.empty()) document.article.published = published;
  std::istringstream lines(rows);
  std::string line;
  std::int32_t start = 0;
  std::int32_t at = 0;
  const auto finish = [&] {
    const auto end = static_cast<std::int32_t>(document.tokens.size());
    if (end == start) return;
    Sentence sentence;
    sentence.tokens = {start, end};
    sentence.span = {document.tokens[static_cast<std::size_t>(start)].span.begin, document.tokens.back().span.end};
    document.sentences.push_back(sentence);
    start = end;
  };
  while (std::getline(lines, line)) {
    std::istringstream columns(line);
    std::string form;
    Word word;
    std::int32_t head = 0;
    if (!(columns >> form >> word.lemma >> word.upos >> word.xpos >> head >> word.deprel)) {
      finish();
      continue;
    }
    word.feats = word.xpos == "NNS" || word.xpos == "NNPS" ? "Number=Plur" : "_";
    word.head = head == 0 ? -1 : start + head - 1;
    Token token;
    token.form = form;
    std::int32_t length = 0;
    for (const char c : form) length += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0 : 1;
    token.span = {at, at + length};
    at += length + 1;
    document.article.text += form + " ";
    document.tokens.push_back(token);
    parsed.words.push_back(word);
  }
  finish();
  return parsed;
}

}  // namespace entente

#endif  // ENTENTE_ACTORS_TREE_TEXT_H_

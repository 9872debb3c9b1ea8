// A document: an article cut into sentences and tokens (src/text), then parsed (src/syntax).
//
// Conventions: tokens are the syntactic words of English Universal Dependencies v2.
// Units: spans in code points of Article::text; token spans index Document::tokens.
// Lifetime, threads: values; const after the stage that made them.
// Source: https://universaldependencies.org (UPOS, features, relations), Penn Treebank (XPOS).
#ifndef ENTENTE_DOCUMENT_H_
#define ENTENTE_DOCUMENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "entente/article.h"
#include "entente/span.h"

namespace entente {

struct Token {
  CodePointSpan span;       // where it stands in the text; clitics have spans of their own ("do", "n't")
  std::string form;         // UTF-8, as written
  bool space_after = true;  // white space (or the text's end) follows
  // Words written together as one orthographic token ("don't" = "do" + "n't"): the first has the
  // number of words, the others 0; a token that stands alone has 1.
  std::uint8_t multiword = 1;
};

struct Sentence {
  TokenSpan tokens;
  CodePointSpan span;  // from the first token's begin to the last one's end
  bool starts_paragraph = false;
  bool forced_end = false;  // cut by the length limit, not by the text
};

struct Document {
  Article article;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

// kPlace: places and states; kGroup: nationality or group.
enum class NameType : std::uint8_t { kPerson, kOrganisation, kPlace, kGroup, kEvent };
[[nodiscard]] const char* name_type_name(NameType type);  // "PER", "ORG", "LOC", "NORP", "EVT"

struct Name {
  TokenSpan tokens;
  NameType type = NameType::kPerson;
  float score = 0;  // mean probability of its tags
};

enum class AttributionRole : std::uint8_t { kSource, kCue, kContent };
[[nodiscard]] const char* attribution_role_name(AttributionRole role);  // "source", "cue", "content"

struct AttributionSpan {
  TokenSpan tokens;
  AttributionRole role = AttributionRole::kSource;
  float score = 0;
};

// Who says what by which words: spans of one attribution put together. Source may be empty; a content may come in
// pieces.
struct Attribution {
  std::vector<TokenSpan> source, cue, content;
  float score = 0;  // of the cue and its content by the model; 0 where it does not say
};

// What syntax says of one token. Strings are UD's own names ("NOUN", "NNS", "nsubj:pass").
struct Word {
  std::string upos;
  std::string xpos;
  std::string feats;  // Number, Person, Tense, Mood, VerbForm, Voice: "Number=Sing|Person=3", or "_"
  std::string lemma;
  std::int32_t head = -1;  // index into Document::tokens of its governor; -1 for the root of the sentence
  std::string deprel;      // "root" for the root
  float score = 0;         // probability of the chosen head
};

// What the model takes each word for: probabilities of the types, one after the other, a row a word.
struct EventReading {
  std::vector<std::string> types;  // "none" first, then PLOVER's; empty where the model has no such head
  std::vector<float> scores;       // words * types
};

struct ParsedDocument {
  Document document;
  std::vector<Word> words;                    // one for each of document.tokens
  std::vector<Name> names;                    // by position
  std::vector<AttributionSpan> attributions;  // by position, then role
  std::vector<Attribution> linked;  // what the model links to each cue within its sentence, by cue; may be empty
  EventReading events;
};

}  // namespace entente

#endif  // ENTENTE_DOCUMENT_H_

#include "base/text_index.h"
#include "entente/formats.h"
#include "formats/json_line.h"

namespace entente {
namespace {

constexpr int kScoreDecimals = 4;

// Feats as an object: {"Number":"Sing"}; null where there are none.
void write_feats(JsonLine& json, std::string_view feats) {
  if (feats.empty() || feats == "_") return json.null("feats");
  json.begin_object("feats");
  while (!feats.empty()) {
    const std::string_view pair = feats.substr(0, feats.find('|'));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos) json.text(pair.substr(0, equals), pair.substr(equals + 1));
    feats.remove_prefix(std::min(pair.size() + 1, feats.size()));
  }
  json.end_object();
}

void write_syntax(JsonLine& json, const ParsedDocument& parsed, std::size_t index, std::int32_t first) {
  if (parsed.words.empty()) {  // cut into tokens, not parsed
    for (const char* key : {"lemma", "upos", "xpos", "feats", "head", "deprel", "score"}) json.null(key);
    return;
  }
  const Word& word = parsed.words[index];
  json.text("lemma", word.lemma);
  json.text("upos", word.upos);
  json.text("xpos", word.xpos);
  write_feats(json, word.feats);
  json.integer("head", word.head < 0 ? 0 : word.head - first + 1);
  json.text("deprel", word.deprel);
  json.number("score", word.score, kScoreDecimals);
}

void write_sentence(JsonLine& json, const ParsedDocument& parsed, const Sentence& sentence, const TextIndex& text) {
  json.begin_object();
  json.integer("start", sentence.span.begin.value);
  json.integer("end", sentence.span.end.value);
  json.text("text", text.slice(sentence.span));
  json.boolean("starts_paragraph", sentence.starts_paragraph);
  json.boolean("forced_end", sentence.forced_end);
  json.begin_list("tokens");
  const std::int32_t first = sentence.tokens.begin.value;
  for (std::int32_t i = first; i < sentence.tokens.end.value; ++i) {
    const std::size_t index = static_cast<std::size_t>(i);
    const Token& token = parsed.document.tokens[index];
    json.begin_object();
    json.integer("id", i - first + 1);
    json.text("form", token.form);
    json.integer("start", token.span.begin.value);
    json.integer("end", token.span.end.value);
    json.boolean("space_after", token.space_after);
    json.integer("multiword", token.multiword);
    write_syntax(json, parsed, index, first);
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

// A span of tokens as code points and words of the text; tokens count from 0 over the whole document.
void write_token_span(JsonLine& json, const Document& document, TokenSpan tokens, const TextIndex& text) {
  json.integer("first_token", tokens.begin.value);
  json.integer("end_token", tokens.end.value);
  if (tokens.empty()) {
    for (const char* key : {"start", "end", "text"}) json.null(key);
    return;
  }
  const CodePointSpan span(document.tokens[static_cast<std::size_t>(tokens.begin.value)].span.begin,
                           document.tokens[static_cast<std::size_t>(tokens.end.value - 1)].span.end);
  json.integer("start", span.begin.value);
  json.integer("end", span.end.value);
  json.text("text", text.slice(span));
}

}  // namespace

std::string write_parse_json(const ParsedDocument& parsed) {
  const Document& document = parsed.document;
  const TextIndex text(document.article.text);
  JsonLine json;
  json.begin_object();
  json.text("article", document.article.id);
  json.optional_text("title", document.article.title);
  json.optional_text("published", document.article.published);
  json.optional_text("publisher", document.article.publisher);
  json.optional_text("url", document.article.url);
  json.optional_text("language", document.article.language);
  json.begin_list("sentences");
  for (const Sentence& sentence : document.sentences) write_sentence(json, parsed, sentence, text);
  json.end_list();
  json.begin_list("names");
  for (const Name& name : parsed.names) {
    json.begin_object();
    json.text("type", name_type_name(name.type));
    write_token_span(json, document, name.tokens, text);
    json.number("score", name.score, kScoreDecimals);
    json.end_object();
  }
  json.end_list();
  json.begin_list("attributions");
  for (const AttributionSpan& attribution : parsed.attributions) {
    json.begin_object();
    json.text("role", attribution_role_name(attribution.role));
    write_token_span(json, document, attribution.tokens, text);
    json.number("score", attribution.score, kScoreDecimals);
    json.end_object();
  }
  json.end_list();
  json.end_object();
  return json.finish();
}

}  // namespace entente

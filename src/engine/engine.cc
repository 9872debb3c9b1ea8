#include "entente/engine.h"

#include <algorithm>
#include <utility>

#include "base/text_index.h"
#include "engine/coder.h"
#include "engine/explain.h"
#include "engine/parse_repairs.h"
#include "engine/unknown_actors.h"
#include "knowledge/knowledge.h"
#include "statements/attributions.h"
#include "syntax/parser.h"
#include "text/tokenizer.h"

namespace entente {
namespace {

constexpr std::size_t kMaxArticleBytes = 1U << 20U;
constexpr std::size_t kMaxTokens = 300000;  // more than a text of that size has, unless it is made of marks

Status check(const Article& article) {
  const std::size_t valid = valid_utf8_prefix(article.text);
  if (valid < article.text.size())
    return Error{ErrorCode::kBadEncoding, "the text is not UTF-8", "byte " + std::to_string(valid)};
  if (article.text.find_first_not_of(" \t\r\n") == std::string::npos)
    return Error{ErrorCode::kEmpty, "the article holds no text", ""};
  if (article.text.size() > kMaxArticleBytes) {
    return Error{ErrorCode::kTooLarge,
                 "the article's text is longer than " + std::to_string(kMaxArticleBytes) + " bytes", ""};
  }
  return Unit{};
}

Status check_language(const Article& article) {
  if (!article.language.has_value() || article.language->substr(0, 2) == "en") return Unit{};
  return Error{ErrorCode::kOtherLanguage, "the article is not in English, but in '" + *article.language + "'", ""};
}

// "MOSCOW, Feb 22 (Agency) - The minister...": the dateline is a sentence of its own, or else no parser makes
// sense of the first one.
void part_dateline(Document& document) {
  if (!document.article.dateline.has_value() || document.sentences.empty()) return;
  const CodePointOffset end = document.article.dateline->span.end;
  Sentence& first = document.sentences.front();
  TokenSpan head = {first.tokens.begin, first.tokens.begin};
  while (head.end < first.tokens.end && document.tokens[static_cast<std::size_t>(head.end.value)].span.begin < end) {
    ++head.end.value;
  }
  if (head.empty() || head.end == first.tokens.end) return;
  Sentence dateline = first;
  dateline.tokens = head;
  dateline.span.end = document.tokens[static_cast<std::size_t>(head.end.value - 1)].span.end;
  dateline.forced_end = false;
  first.tokens.begin = head.end;
  first.span.begin = document.tokens[static_cast<std::size_t>(head.end.value)].span.begin;
  first.starts_paragraph = false;
  document.sentences.insert(document.sentences.begin(), dateline);
}

// "14:20", "9.05".
bool is_time(const std::string& form) {
  const std::size_t mark = form.find_first_of(":.");
  if (mark == std::string::npos || mark == 0 || mark > 2 || form.size() != mark + 3) return false;
  return std::all_of(form.begin(), form.end(), [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '.'; });
}

// "14:20 - The minister ...": the hour of a running account stands before its sentence, for the same reason.
void part_times(Document& document) {
  constexpr std::int32_t kMostMarks = 3;
  std::vector<Sentence> parted;
  parted.reserve(document.sentences.size());
  for (Sentence& sentence : document.sentences) {
    const std::int32_t first = sentence.tokens.begin.value;
    const auto form = [&](std::int32_t t) -> const std::string& {
      return document.tokens[static_cast<std::size_t>(t)].form;
    };
    std::int32_t rest = first;
    if (sentence.starts_paragraph && sentence.tokens.size() > kMostMarks + 1 && is_time(form(first))) {
      ++rest;
      while (rest - first < kMostMarks && (form(rest) == "-" || form(rest) == "–" || form(rest) == "—" ||
                                           form(rest) == ":" || form(rest) == "GMT" || form(rest) == "UTC"))
        ++rest;
    }
    if (rest > first) {
      Sentence hour = sentence;
      hour.tokens.end.value = rest;
      hour.span.end = document.tokens[static_cast<std::size_t>(rest - 1)].span.end;
      hour.forced_end = false;
      parted.push_back(hour);
      sentence.tokens.begin.value = rest;
      sentence.span.begin = document.tokens[static_cast<std::size_t>(rest)].span.begin;
      sentence.starts_paragraph = false;
    }
    parted.push_back(sentence);
  }
  document.sentences = std::move(parted);
}

}  // namespace

struct Engine::Impl {
  std::unique_ptr<Tokenizer> tokenizer;
  std::unique_ptr<Parser> parser;
  std::unique_ptr<Knowledge> knowledge;
  EngineStamp stamp;
};

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::load(const EngineConfig& config) {
  auto impl = std::make_unique<Impl>();
  ENTENTE_TRY(impl->knowledge, Knowledge::load(config.knowledge_path));
  ENTENTE_TRY(impl->tokenizer, Tokenizer::load(config.knowledge_path));
  impl->stamp = {ENTENTE_VERSION, "", impl->knowledge->checksum, impl->knowledge->conventions};
  if (!config.model_path.empty()) {
    ENTENTE_TRY(impl->parser, Parser::load(config.model_path, config.precision));
    impl->stamp.model = impl->parser->checksum();
  }
  return std::unique_ptr<Engine>(new Engine(std::move(impl)));
}

Result<Document> Engine::tokenize(Article article) const {
  ENTENTE_CHECK_OK(check(article));
  Document document = impl_->tokenizer->tokenize(std::move(article));
  if (document.tokens.size() > kMaxTokens) {
    return Error{ErrorCode::kTooLarge, "the article has more than " + std::to_string(kMaxTokens) + " words and marks",
                 ""};
  }
  part_dateline(document);
  part_times(document);
  return document;
}

Result<ParsedDocument> Engine::parse(const Article& article) const {
  ENTENTE_CHECK_OK(check_language(article));
  ENTENTE_TRY(Document document, tokenize(article));
  return parse(std::move(document));
}

Result<ParsedDocument> Engine::parse(Document document) const {
  if (impl_->parser == nullptr) return Error{ErrorCode::kUsage, "the engine was loaded without a model", ""};
  ParsedDocument parsed = impl_->parser->parse(std::move(document));
  repair_parse(*impl_->knowledge, parsed);
  return parsed;
}

Result<std::vector<Record>> Engine::code(const Article& article) const {
  ENTENTE_TRY(const ParsedDocument parsed, parse(article));
  return code(parsed);
}

std::vector<Record> Engine::code(const ParsedDocument& parsed) const {
  return code_document(parsed, *impl_->knowledge);
}

Result<std::string> Engine::type_between(const Article& article, CodePointSpan source, CodePointSpan target) const {
  ENTENTE_TRY(const ParsedDocument parsed, parse(article));
  return entente::type_between(parsed, *impl_->knowledge, impl_->parser->read_pair(parsed, source, target), source,
                               target);
}

std::vector<Attribution> Engine::attributions(const ParsedDocument& parsed) const {
  return link_attributions(Tree(parsed));
}

Explanation Engine::explain(const ParsedDocument& parsed) const { return explain_document(parsed, *impl_->knowledge); }

std::vector<UnknownMention> Engine::unknown_actors(const ParsedDocument& parsed) const {
  return find_unknown(parsed, *impl_->knowledge);
}

const EngineStamp& Engine::stamp() const& { return impl_->stamp; }

bool Engine::int8() const { return impl_->parser != nullptr && impl_->parser->int8(); }

}  // namespace entente

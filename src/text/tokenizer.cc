#include "text/tokenizer.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text_index.h"
#include "text/boundary.h"
#include "text/paragraphs.h"
#include "text/splitter.h"
#include "text/tables.h"

namespace entente {
namespace {

// One article's worth of state.
class Pass {
 public:
  Pass(const TextTables& tables, Document& document)
      : document_(document),
        index_(document.article.text),
        splitter_(tables, index_),
        boundary_(tables, index_, splitter_) {}

  void run() {
    for (const Paragraph& paragraph : find_paragraphs(index_)) add_paragraph(paragraph);
  }

 private:
  void add_paragraph(const Paragraph& paragraph) {
    splitter_.begin_paragraph();
    boundary_.begin_paragraph();
    starts_paragraph_ = true;
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
      const char32_t next = i + 1 < paragraph.size() ? index_.at({paragraph[i + 1].begin}) : 0;
      pieces_.clear();
      splitter_.split(paragraph[i], open_tokens() == 0, next, pieces_);
      const bool follows_space = i + 1 == paragraph.size() || paragraph[i].end < paragraph[i + 1].begin;
      for (std::size_t k = 0; k < pieces_.size(); ++k) {
        add_token(pieces_[k], follows_space && k + 1 == pieces_.size());
        if (pieces_[k].ends_sentence) end_sentence();
      }
      if (i + 1 == paragraph.size() || boundary_.ends_sentence(pieces_, paragraph, i)) end_sentence();
    }
  }

  [[nodiscard]] std::size_t open_tokens() const { return document_.tokens.size() - first_; }

  void add_token(const Piece& piece, bool space_after) {
    Token& token = document_.tokens.emplace_back();
    token.span = {piece.begin, piece.end};
    token.form = index_.slice(token.span);
    token.space_after = space_after;
    token.multiword = piece.multiword;
  }

  void end_sentence() {
    while (open_tokens() > Tokenizer::kMaxSentenceTokens) close(best_cut(), true);
    if (open_tokens() > 0) close(document_.tokens.size(), false);
  }

  // After the last semicolon, else the last comma, in the second half of what is allowed; else at the limit.
  [[nodiscard]] std::size_t best_cut() const {
    const std::size_t limit = first_ + Tokenizer::kMaxSentenceTokens;
    for (const char* mark : {";", ","}) {
      for (std::size_t at = limit; at > first_ + Tokenizer::kMaxSentenceTokens / 2; --at) {
        if (document_.tokens[at - 1].form == mark) return at;
      }
    }
    std::size_t cut = limit;
    while (cut > first_ + 1 && document_.tokens[cut].multiword == 0) --cut;
    return cut;
  }

  void close(std::size_t end, bool forced) {
    Sentence& sentence = document_.sentences.emplace_back();
    sentence.tokens = {static_cast<std::int32_t>(first_), static_cast<std::int32_t>(end)};
    sentence.span = {document_.tokens[first_].span.begin, document_.tokens[end - 1].span.end};
    sentence.starts_paragraph = std::exchange(starts_paragraph_, false);
    sentence.forced_end = forced;
    first_ = end;
  }

  Document& document_;
  TextIndex index_;
  Splitter splitter_;
  BoundaryFinder boundary_;
  std::vector<Piece> pieces_;
  std::size_t first_ = 0;  // token that the open sentence begins with
  bool starts_paragraph_ = true;
};

}  // namespace

struct Tokenizer::Impl {
  TextTables tables;
};

Tokenizer::Tokenizer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Tokenizer::~Tokenizer() = default;

Result<std::unique_ptr<Tokenizer>> Tokenizer::load(const std::string& knowledge_path) {
  auto impl = std::make_unique<Impl>();
  ENTENTE_TRY(impl->tables, TextTables::load(knowledge_path));
  return std::unique_ptr<Tokenizer>(new Tokenizer(std::move(impl)));
}

Document Tokenizer::tokenize(Article article) const {
  Document document;
  document.article = std::move(article);
  document.tokens.reserve(document.article.text.size() / 5 + 1);
  Pass(impl_->tables, document).run();
  return document;
}

}  // namespace entente

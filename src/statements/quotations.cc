#include "statements/quotations.h"

#include <array>
#include <string_view>

namespace entente {
namespace {

struct Pair {
  std::string_view open, close;
};

// Single marks are left out: an apostrophe looks like one of them. The same sign may open and close.
constexpr std::array<Pair, 9> kPairs = {{{"\"", "\""},
                                         {"“", "”"},
                                         {"„", "“"},
                                         {"„", "”"},
                                         {"«", "»"},
                                         {"»", "«"},
                                         {"「", "」"},
                                         {"『", "』"},
                                         {"``", "''"}}};

// Closed by any sign that may close what the sign opened.
bool closes(std::string_view form, std::string_view opened) {
  for (const Pair& pair : kPairs) {
    if (pair.open == opened && pair.close == form) return true;
  }
  return false;
}

bool opens(std::string_view form) {
  for (const Pair& pair : kPairs) {
    if (pair.open == form) return true;
  }
  return false;
}

bool is_sign(std::string_view form) {
  for (const Pair& pair : kPairs) {
    if (pair.open == form || pair.close == form) return true;
  }
  return false;
}

}  // namespace

Quotations::Quotations(const Tree& tree) : tree_(tree) {
  const auto& sentences = tree.parsed().document.sentences;
  quotation_of_.assign(static_cast<std::size_t>(tree.size()), -1);
  for (const Sentence& sentence : sentences) {
    const TokenId first = sentence.tokens.begin.value;
    // A quotation goes on in the next paragraph where that opens with the mark again; otherwise it was never closed.
    if (sentence.starts_paragraph && open_ >= 0) {
      const bool again = first < tree.size() && tree.token(first).form == tree.token(open_).form;
      if (!again) open_ = -1;
    }
    for (TokenId t = first; t < sentence.tokens.end.value && t < tree.size(); ++t) {
      const bool goes_on = t == first && open_ >= 0 && sentence.starts_paragraph;
      if (!goes_on) read(t);
    }
  }
  for (std::size_t i = 0; i < all_.size(); ++i) {
    for (TokenId t = all_[i].open; t <= all_[i].close; ++t)
      quotation_of_[static_cast<std::size_t>(t)] = static_cast<std::int32_t>(i);
  }
}

void Quotations::read(TokenId t) {
  const std::string& form = tree_.token(t).form;
  if (open_ < 0) {
    if (opens(form)) open_ = t;
  } else if (closes(form, tree_.token(open_).form)) {
    all_.push_back({open_, t});
    open_ = -1;
  }
}

const Quotation* Quotations::around(TokenId t) const {
  const bool outside = t < 0 || static_cast<std::size_t>(t) >= quotation_of_.size();
  const std::int32_t i = outside ? -1 : quotation_of_[static_cast<std::size_t>(t)];
  return i < 0 ? nullptr : &all_[static_cast<std::size_t>(i)];
}

bool Quotations::is_mark(TokenId t) const { return is_sign(tree_.token(t).form); }

}  // namespace entente

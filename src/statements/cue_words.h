// Kinds of words by which cues and what they report are told apart.
#ifndef ENTENTE_STATEMENTS_CUE_WORDS_H_
#define ENTENTE_STATEMENTS_CUE_WORDS_H_

#include <string>

#include "actors/tree.h"

namespace entente {

inline bool is_finite(const Tree& tree, TokenId t) {
  const std::string& xpos = tree.word(t).xpos;
  return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD";
}

// A comma, or a dash with blanks around it.
inline bool is_comma(const Tree& tree, TokenId t) {
  const std::string& form = tree.token(t).form;
  if (form == ",") return true;
  const bool blank = t > 0 && tree.token(t - 1).span.end < tree.token(t).span.begin;
  return blank && (form == "-" || form == "–" || form == "—");
}

inline bool is_capital(const std::string& form) { return !form.empty() && form[0] >= 'A' && form[0] <= 'Z'; }

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_CUE_WORDS_H_

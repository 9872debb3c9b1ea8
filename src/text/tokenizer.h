// Articles to sentences and tokens, by the conventions of English UD.
#ifndef ENTENTE_TEXT_TOKENIZER_H_
#define ENTENTE_TEXT_TOKENIZER_H_

#include "entente/document.h"

namespace entente {

// The article's text must be valid UTF-8. Every code point that is not white space is in one token.
[[nodiscard]] Document tokenize(Article article);

}  // namespace entente

#endif  // ENTENTE_TEXT_TOKENIZER_H_

// Words to search for, as people type them, in what FTS5's MATCH and PostgreSQL's websearch_to_tsquery both understand.
#ifndef ENTENTE_LEDGER_SEARCH_WORDS_H_
#define ENTENTE_LEDGER_SEARCH_WORDS_H_

#include <string>
#include <string_view>

namespace entente {

// All of the words, and all of the phrases between quotation marks; nothing else has a meaning. Empty where no letter
// or digit is asked for.
[[nodiscard]] std::string search_query(std::string_view words);  // "peace" "border treaty"

}  // namespace entente

#endif  // ENTENTE_LEDGER_SEARCH_WORDS_H_

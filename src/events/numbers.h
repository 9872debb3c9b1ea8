// Numbers in words and figures: "three", "2,000", "two dozen", "twenty-five", "half a billion", "2.4bn".
#ifndef ENTENTE_EVENTS_NUMBERS_H_
#define ENTENTE_EVENTS_NUMBERS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "actors/tree.h"
#include "knowledge/knowledge.h"

namespace entente {

struct NumberWord {
  double value = 0;
  bool multiplies = false;  // "million"
};

// What one word of a number, folded, tells; more than one where it has parts ("twenty-five", "2.4bn"). Empty for a word
// that is no number.
[[nodiscard]] std::vector<NumberWord> number_words(const Knowledge& knowledge, const std::string& form);

// All words of a number, in the order of the text, without "a" and "and"; nothing for none, below zero and beyond all
// sense.
[[nodiscard]] std::optional<double> value_of(const std::vector<NumberWord>& words);

// How many of the noun there are; nothing where no whole number says so ("several hundred").
[[nodiscard]] std::optional<std::int64_t> read_number(const Tree& tree, const Knowledge& knowledge, TokenId noun);

}  // namespace entente

#endif  // ENTENTE_EVENTS_NUMBERS_H_

#include "events/numbers.h"

#include <algorithm>
#include <cmath>

#include "knowledge/table.h"

namespace entente {
namespace {

constexpr double kMost = 1e15;  // below 2^53, so that whole numbers are exact
constexpr double kThousand = 1000;

// "1.5", "2,000"; nothing for what is no plain number.
std::optional<double> plain_number(std::string form) {
  form.erase(std::remove(form.begin(), form.end(), ','), form.end());
  if (form.empty() || form.front() < '0' || form.front() > '9') return std::nullopt;
  return parse_number(form);
}

std::optional<NumberWord> number_word(const Knowledge& knowledge, const std::string& form) {
  if (const auto value = plain_number(form); value.has_value()) return NumberWord{*value, false};
  if (knowledge.in_set("grammar_half", form)) return NumberWord{0.5, false};
  const WordValue* word = knowledge.word(form);
  if (word == nullptr || (word->kind != "number" && word->kind != "multiplier")) return std::nullopt;
  return NumberWord{static_cast<double>(word->value), word->kind == "multiplier"};
}

// "twenty-five"
std::vector<NumberWord> joined_words(const Knowledge& knowledge, const std::string& form) {
  std::vector<NumberWord> found;
  for (const std::string& part : split_list(form, '-')) {
    const auto word = number_word(knowledge, part);
    if (!word.has_value()) return {};
    found.push_back(*word);
  }
  return found;
}

}  // namespace

std::vector<NumberWord> number_words(const Knowledge& knowledge, const std::string& form) {
  if (const auto whole = number_word(knowledge, form); whole.has_value()) return {*whole};
  if (std::vector<NumberWord> joined = joined_words(knowledge, form); !joined.empty()) return joined;
  const std::size_t end = form.find_first_not_of("0123456789.,");
  if (end == 0 || end == std::string::npos) return {};
  const auto number = plain_number(form.substr(0, end));
  const auto times = number_word(knowledge, form.substr(end));
  if (!number.has_value() || !times.has_value() || !times->multiplies) return {};
  return {{*number, false}, *times};
}

std::optional<double> value_of(const std::vector<NumberWord>& words) {
  double total = 0;
  double current = 0;
  for (const NumberWord& word : words) {
    if (!word.multiplies) {
      current += word.value;
      continue;
    }
    current = (current == 0 ? 1 : current) * word.value;
    if (word.value < kThousand) continue;
    total += current;
    current = 0;
  }
  total += current;
  if (words.empty() || total < 0 || total > kMost) return std::nullopt;
  return total;
}

std::optional<std::int64_t> read_number(const Tree& tree, const Knowledge& knowledge, TokenId noun) {
  for (const TokenId c : tree.children(noun)) {
    if (!tree.is(c, "nummod")) continue;
    const std::vector<NumberWord> head = number_words(knowledge, tree.folded(c));
    // "several hundred"
    if (!head.empty() && head.front().multiplies && tree.child(c, "amod") >= 0) return std::nullopt;
    std::vector<NumberWord> words;
    for (const TokenId t : tree.subtree(c)) {
      const bool part = t == c || tree.is_any(t, {"compound", "nummod", "flat", "det"});
      if (!part || !tree.has_upos(t, {"NUM", "NOUN", "DET"})) continue;
      if (knowledge.in_set("grammar_within_numbers", tree.folded(t))) continue;
      const std::vector<NumberWord> more = number_words(knowledge, tree.folded(t));
      if (more.empty()) return std::nullopt;
      words.insert(words.end(), more.begin(), more.end());
    }
    const std::optional<double> value = value_of(words);
    if (!value.has_value() || *value != std::floor(*value)) return std::nullopt;
    return static_cast<std::int64_t>(*value);
  }
  return std::nullopt;
}

}  // namespace entente

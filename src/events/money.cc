#include "events/money.h"

#include <algorithm>

#include "actors/phrase.h"
#include "knowledge/table.h"

namespace entente {
namespace {

constexpr TokenId kWordsBefore = 2;    // "Canadian", "US": between the number and the word for the money
constexpr std::size_t kMaxNumber = 6;  // words of a number
constexpr double kMost = 1e15;
constexpr double kThousand = 1000;

// "1.5", "2,000"; nothing for what is no plain number.
std::optional<double> plain_number(std::string form) {
  form.erase(std::remove(form.begin(), form.end(), ','), form.end());
  if (form.empty() || form.front() < '0' || form.front() > '9') return std::nullopt;
  return parse_number(form);
}

struct NumberWord {
  double value = 0;
  bool multiplies = false;  // "million"
};

std::optional<NumberWord> number_word(const Knowledge& knowledge, const std::string& form) {
  if (const auto value = plain_number(form); value.has_value()) return NumberWord{*value, false};
  if (knowledge.in_set("grammar_half", form)) return NumberWord{0.5, false};
  const WordValue* word = knowledge.word(form);
  if (word == nullptr || (word->kind != "number" && word->kind != "multiplier")) return std::nullopt;
  return NumberWord{static_cast<double>(word->value), word->kind == "multiplier"};
}

// A number of one token or of parts: "twenty-five", "2.4bn", "5m".
std::vector<NumberWord> number_words(const Knowledge& knowledge, const std::string& form) {
  if (const auto whole = number_word(knowledge, form); whole.has_value()) return {*whole};
  std::vector<NumberWord> found;
  for (const std::string& part : split_list(form, '-')) {
    const auto word = number_word(knowledge, part);
    if (!word.has_value()) found.clear();
    if (!word.has_value()) break;
    found.push_back(*word);
  }
  if (!found.empty()) return found;
  const std::size_t end = form.find_first_not_of("0123456789.,");
  if (end == 0 || end == std::string::npos) return {};
  const auto number = plain_number(form.substr(0, end));
  const auto times = number_word(knowledge, form.substr(end));
  if (!number.has_value() || !times.has_value() || !times->multiplies) return {};
  return {{*number, false}, *times};
}

// "two hundred and fifty thousand" without its "and"; "a billion".
std::optional<double> value_of(const std::vector<NumberWord>& words) {
  double total = 0;
  double current = 0;
  for (const NumberWord& word : words) {
    if (!word.multiplies) {
      current += word.value;
    } else {
      current = (current == 0 ? 1 : current) * word.value;
      if (word.value >= kThousand) total += current;
      if (word.value >= kThousand) current = 0;
    }
  }
  total += current;
  if (total <= 0 || total > kMost) return std::nullopt;
  return total;
}

class MoneyReader {
 public:
  MoneyReader(const Tree& tree, const Knowledge& knowledge) : tree_(tree), knowledge_(knowledge) {}

  [[nodiscard]] const std::vector<Currency>* called(TokenId t) const {
    if (t > 0) {
      const auto two = knowledge_.currencies.find(tree_.folded(t - 1) + " " + tree_.lemma(t));
      if (two != knowledge_.currencies.end()) return &two->second;
    }
    auto found = knowledge_.currencies.find(tree_.folded(t));
    if (found == knowledge_.currencies.end()) found = knowledge_.currencies.find(tree_.lemma(t));
    return found == knowledge_.currencies.end() ? nullptr : &found->second;
  }

  // The number before the word, "2,000 pesos", or behind the sign, "$300 million".
  [[nodiscard]] std::optional<double> number(TokenId t) const {
    const bool sign = !tree_.has_upos(t, {"NOUN", "PROPN"});
    return value_of(sign ? behind(t) : before(t));
  }

  // "Canadian dollars"; empty where no word beside it names a state.
  [[nodiscard]] std::string state_beside(TokenId t) const {
    for (const TokenId c : tree_.children(t)) {
      if (!tree_.is_any(c, {"amod", "compound"})) continue;
      const auto names = knowledge_.names.find(name_key(tree_.token(c).form));
      if (names == knowledge_.names.end()) continue;
      for (const NameEntry& entry : names->second) {
        if (entry.kind == NameEntry::Kind::kAdjective || entry.kind == NameEntry::Kind::kState)
          return row_of(knowledge_.states, entry).code;
      }
    }
    return "";
  }

 private:
  [[nodiscard]] TokenSpan sentence(TokenId t) const {
    return tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(t))].tokens;
  }

  [[nodiscard]] std::vector<NumberWord> behind(TokenId t) const {
    std::vector<NumberWord> words;
    for (TokenId at = t + 1; at < std::min(sentence(t).end.value, tree_.size()) && words.size() < kMaxNumber; ++at) {
      const std::vector<NumberWord> more = number_words(knowledge_, tree_.folded(at));
      if (more.empty()) break;
      words.insert(words.end(), more.begin(), more.end());
    }
    return words;
  }

  [[nodiscard]] std::vector<NumberWord> before(TokenId t) const {
    std::vector<NumberWord> words;
    TokenId passed = 0;
    for (TokenId at = t - 1; at >= sentence(t).begin.value && words.size() < kMaxNumber; --at) {
      const std::vector<NumberWord> more = number_words(knowledge_, tree_.folded(at));
      if (!more.empty()) {
        words.insert(words.begin(), more.begin(), more.end());
      } else if (words.empty() && passed < kWordsBefore && tree_.has_upos(at, {"ADJ", "PROPN", "NOUN"})) {
        ++passed;
      } else if (words.empty() || !knowledge_.in_set("grammar_within_numbers", tree_.folded(at))) {
        break;  // not the "a" of "half a billion", the "and" of "a hundred and fifty"
      }
    }
    return words;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
};

bool has_state(const Currency& currency, const std::string& state) {
  return std::find(currency.states.begin(), currency.states.end(), state) != currency.states.end();
}

// Of the state beside the word, else what the word means alone, else of a party.
std::string code_of(const std::vector<Currency>& currencies, const std::string& beside,
                    const std::vector<Actor>& parties) {
  if (!beside.empty()) {
    for (const Currency& currency : currencies) {
      if (has_state(currency, beside)) return currency.code;
    }
  }
  for (const Currency& currency : currencies) {
    if (currency.alone) return currency.code;
  }
  for (const Actor& party : parties) {
    for (const Currency& currency : currencies) {
      if (has_state(currency, party.country.value_or(""))) return currency.code;
    }
  }
  return currencies.size() == 1 ? currencies.front().code : "";
}

}  // namespace

std::optional<Money> read_money(const Tree& tree, const Knowledge& knowledge, TokenId t,
                                const std::vector<Actor>& parties) {
  const MoneyReader reader(tree, knowledge);
  const std::vector<Currency>* currencies = reader.called(t);
  if (currencies == nullptr) return std::nullopt;
  const std::optional<double> number = reader.number(t);
  if (!number.has_value()) return std::nullopt;
  return Money{*number, code_of(*currencies, reader.state_beside(t), parties)};
}

std::optional<Money> money_of_clause(const Tree& tree, const Knowledge& knowledge, TokenId trigger,
                                     const std::vector<Actor>& parties) {
  const std::vector<TokenId> words = tree.subtree(trigger, [&](TokenId c) {
    if (tree.is(c, "conj")) return !tree.has_upos(c, {"NOUN", "SYM"});
    return tree.is_any(c, {"advcl", "acl:relcl", "parataxis", "ccomp"});
  });
  std::optional<Money> found;
  for (const TokenId t : words) {
    const std::optional<Money> money = read_money(tree, knowledge, t, parties);
    if (!money.has_value()) continue;
    if (found.has_value()) return std::nullopt;
    found = money;
  }
  return found;
}

}  // namespace entente

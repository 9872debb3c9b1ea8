#include "events/money.h"

#include <algorithm>

#include "actors/phrase.h"
#include "events/numbers.h"

namespace entente {
namespace {

constexpr TokenId kWordsBefore = 2;    // "Canadian", "US": between the number and the word for the money
constexpr std::size_t kMaxNumber = 6;  // words of a number

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
    const char last = tree_.folded(t).back();
    const bool word = last >= 'a' && last <= 'z';
    if (word && (!tree_.has_upos(t, {"NOUN", "PROPN"}) || weighs(t))) return std::nullopt;  // "won 30 seats"
    const std::optional<double> value = value_of(word ? before(t) : behind(t));
    return value.has_value() && *value > 0 ? value : std::nullopt;
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
  // "500 pounds of explosives"
  [[nodiscard]] bool weighs(TokenId t) const {
    const auto& below = tree_.children(t);
    return knowledge_.in_set("weights", tree_.lemma(t)) && std::any_of(below.begin(), below.end(), [&](TokenId c) {
             return tree_.is(c, "nmod") && knowledge_.in_set("weighed_goods", tree_.lemma(c));
           });
  }

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

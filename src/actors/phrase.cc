#include "actors/phrase.h"

#include <algorithm>

namespace entente {
namespace {

using Kind = NameEntry::Kind;

constexpr TokenId kThirdReach = 14;  // words from a name to "as mediator"
constexpr TokenId kRoleReach = 4;    // from "as" to "mediator"

bool inside_phrase(const Tree& tree, TokenId c, TokenId head) {
  const TokenId parent = tree.head(c);
  if (tree.is_any(c, {"det", "amod", "compound", "flat", "nummod", "nmod:desc", "nmod:poss", "fixed", "goeswith"}))
    return true;
  if (parent == head) return tree.is(c, "punct") && (tree.folded(c) == "-" || tree.folded(c) == "\"");
  return tree.is_any(c, {"case", "conj", "cc", "punct", "nmod", "advmod"});
}

bool is_personal(const NameMatch& match) {
  return match.entry(Kind::kHolder) != nullptr || match.entry(Kind::kHolderShort) != nullptr;
}

}  // namespace

std::string preposition(const Tree& tree, TokenId t) {
  for (const TokenId c : tree.children(t)) {
    if (!tree.is(c, "case") && !(tree.is(c, "mark") && tree.has_upos(c, {"ADP", "SCONJ"}))) continue;
    if (tree.folded(c) == "'s" || tree.folded(c) == "’s" || tree.folded(c) == "'" || tree.folded(c) == "’") continue;
    std::string words = tree.lemma(c);
    for (const TokenId f : tree.children(c)) {
      if (tree.is(f, "fixed")) words += "_" + tree.lemma(f);
    }
    return words;
  }
  return "";
}

bool holds_word(const std::string& text, const std::string& word) {
  const std::size_t at = text.find(word);
  if (at == std::string::npos) return false;
  const std::size_t end = at + word.size();
  return (at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' ');
}

bool as_one_of(const Tree& tree, const Knowledge& knowledge, TokenId as, const char* set) {
  if (tree.folded(as) != "as") return false;
  for (TokenId t = as + 1; t < tree.size() && t <= as + kRoleReach && tree.sentence(t) == tree.sentence(as); ++t) {
    if (tree.folded(t) == ",") return false;
    const bool hyphened = t + 2 < tree.size() && tree.folded(t + 1) == "-";
    if (knowledge.in_set(set, tree.lemma(t)) || knowledge.in_set(set, tree.folded(t))) return true;
    if (hyphened && knowledge.in_set(set, fold_case(tree.text(t, t + 2)))) return true;
  }
  return false;
}

// Read off the words, since the tree hangs "as mediator" from the name, the verb or another name.
bool stands_as_third(const Tree& tree, const Knowledge& knowledge, TokenId t) {
  TokenId first = t;
  while (tree.is(first, "conj") && tree.head(first) >= 0 && tree.head(first) < first && t - first < kThirdReach)
    first = tree.head(first);
  while (first > 0 && tree.is_any(first - 1, {"det", "amod", "compound", "flat", "nmod:desc", "nmod:poss"})) --first;
  if (first == 0 || tree.sentence(first - 1) != tree.sentence(t) || tree.folded(first - 1) != "with") return false;
  for (TokenId as = t + 1; as < std::min(t + kThirdReach, tree.size()); ++as) {
    const bool verb = tree.has_upos(as, {"VERB", "AUX"}) && tree.token(as).form == tree.folded(as);  // not "United"
    if (tree.sentence(as) != tree.sentence(t) || verb) return false;
    if (tree.folded(as) == "as") return as_one_of(tree, knowledge, as, "third_roles");
  }
  return false;
}

PhraseReader::PhraseReader(const Tree& tree, const Knowledge& knowledge, const std::vector<NameMatch>& matches)
    : tree_(tree),
      knowledge_(knowledge),
      match_of_(static_cast<std::size_t>(tree.size())),
      name_of_(static_cast<std::size_t>(tree.size())) {
  for (const NameMatch& match : matches) {
    for (TokenId t = match.first; t <= match.last; ++t) match_of_[static_cast<std::size_t>(t)] = &match;
  }
  for (const Name& name : tree.parsed().names) {
    for (TokenId t = name.tokens.begin.value; t < std::min(name.tokens.end.value, tree.size()); ++t) {
      if (t >= 0) name_of_[static_cast<std::size_t>(t)] = &name;
    }
  }
}

const NameMatch* PhraseReader::match_of(TokenId t) const { return match_of_[static_cast<std::size_t>(t)]; }
const Name* PhraseReader::name_of(TokenId t) const { return name_of_[static_cast<std::size_t>(t)]; }

Phrase PhraseReader::read(TokenId head) const {
  Phrase phrase;
  phrase.head = head;
  const std::vector<TokenId> core = tree_.subtree(head, [&](TokenId c) { return !inside_phrase(tree_, c, head); });
  const auto at = std::lower_bound(core.begin(), core.end(), head);
  auto low = at;
  auto high = at;
  while (low != core.begin() && *(low - 1) == *low - 1) --low;
  while (high + 1 != core.end() && *(high + 1) == *high + 1) ++high;
  phrase.first = *low;
  phrase.last = *high;
  phrase.head_match = match_of(head);
  if (phrase.head_match != nullptr) {
    phrase.first = std::min(phrase.first, phrase.head_match->first);
    phrase.last = std::max(phrase.last, phrase.head_match->last);
  }
  const auto stands_apart = [&](TokenId t) {  // "the", a mark, "Friday" of "since Friday activists"
    const WordValue* word = knowledge_.word(tree_.folded(t));
    const bool day =
        word != nullptr && (word->kind == "weekday" || word->kind == "month") && tree_.has_upos(t, {"PROPN"});
    const bool number = tree_.has_upos(t, {"NUM"}) && t > 0 && months_before(t);
    return day || number || (tree_.is_any(t, {"det", "punct", "case"}) && !tree_.is(t, "det:predet"));
  };
  while (phrase.first < head && stands_apart(phrase.first) && match_of(phrase.first) == nullptr) ++phrase.first;
  take_in_title(phrase);
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    const NameMatch* match = match_of(t);
    if (match != nullptr && match->first == t && match->last <= phrase.last) phrase.matches.push_back(match);
  }
  find_person(phrase);
  return phrase;
}

// "24" of "on May 24 hackers".
bool PhraseReader::months_before(TokenId t) const {
  const WordValue* word = knowledge_.word(tree_.folded(t - 1));
  return word != nullptr && word->kind == "month" && tree_.sentence(t - 1) == tree_.sentence(t);
}

// What stands before a name: "minister", not "city".
bool PhraseReader::names_holder(const NameMatch& match) const {
  const NameEntry* entry = match.entry(Kind::kTitle);
  return entry != nullptr && row_of(knowledge_.titles, *entry).kind < TitleKind::kReferencePeople;
}

// A title and a name side by side are one phrase, whatever the tree says ("Foreign Minister X").
void PhraseReader::take_in_title(Phrase& phrase) const {
  const std::int32_t sentence = tree_.sentence(phrase.head);
  const auto same_sentence = [&](TokenId t) { return t >= 0 && t < tree_.size() && tree_.sentence(t) == sentence; };
  const NameMatch* first = match_of(phrase.first);
  const bool starts_with_name = first != nullptr ? is_personal(*first) : tree_.has_upos(phrase.first, {"PROPN"});
  if (starts_with_name && same_sentence(phrase.first - 1)) {
    const NameMatch* title = match_of(phrase.first - 1);
    if (title != nullptr && names_holder(*title) && tree_.token(title->first).form != tree_.folded(title->first)) {
      phrase.first = title->first;
      const NameMatch* whose = same_sentence(phrase.first - 1) ? match_of(phrase.first - 1) : nullptr;
      if (whose != nullptr && (whose->entry(Kind::kAdjective) != nullptr || whose->entry(Kind::kState) != nullptr)) {
        phrase.first = whose->first;
      }
    }
  }
  const NameMatch* title = match_of(phrase.last);
  if (title == nullptr || !names_holder(*title) || tree_.token(title->first).form == tree_.folded(title->first)) return;
  for (TokenId next = phrase.last + 1; same_sentence(next) && tree_.has_upos(next, {"PROPN"}); ++next) {
    const NameMatch* match = match_of(next);
    if (match != nullptr && !is_personal(*match)) break;
    phrase.last = next;
  }
}

// "Mr", "Dr": no part of the name.
bool PhraseReader::is_honorific(TokenId t) const { return knowledge_.in_set("grammar_honorific", tree_.folded(t)); }

// Proper nouns that knowledge lacks, in a row with the head or flat below it; a state's or capital's name
// counts as part of one where the words are flat ("Jordan Smith").
void PhraseReader::find_person(Phrase& phrase) const {
  const auto is_name_word = [&](TokenId t) {
    // "Ki-moon": the hyphen between two words of a name is part of it, that of "Timor-Leste" of the state's.
    if (tree_.folded(t) == "-" && t > phrase.first && t < phrase.last)
      return match_of(t) == nullptr && tree_.has_upos(t - 1, {"PROPN"}) && tree_.has_upos(t + 1, {"PROPN"});
    if (!tree_.has_upos(t, {"PROPN"}) || is_honorific(t)) return false;
    const NameMatch* match = match_of(t);
    if (match == nullptr) return true;
    if (is_personal(*match)) return false;
    const bool flat = tree_.is(t, "flat") || tree_.child(t, "flat") >= 0;
    return flat && match->first == match->last && match->entry(Kind::kTitle) == nullptr;
  };
  TokenId best_first = -1;
  TokenId best_last = -1;
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    if (!is_name_word(t)) continue;
    TokenId end = t;
    while (end < phrase.last && is_name_word(end + 1)) ++end;
    const bool holds_head = t <= phrase.head && phrase.head <= end;
    const bool flat_of_head = tree_.is(t, "flat") && tree_.head(t) == phrase.head;
    if (holds_head || flat_of_head || best_first < 0) {
      best_first = t;
      best_last = end;
    }
    if (holds_head) break;
    t = end;
  }
  if (best_first < 0) return;
  const Name* name = name_of(best_first);
  const bool parser_says = name != nullptr && name->type == NameType::kPerson;
  const bool parser_denies = name != nullptr && name->type != NameType::kPerson;
  bool titled = false;
  for (const NameMatch* match : phrase.matches) titled = titled || names_holder(*match);
  const bool flat = best_last > best_first && (tree_.is(best_last, "flat") || tree_.is(best_first, "flat"));
  if (parser_says || (!parser_denies && (titled || flat))) phrase.name = {best_first, best_last};
}

}  // namespace entente

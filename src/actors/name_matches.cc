#include "actors/name_matches.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr TokenId kMaxWords = 10;

bool has_upper(const std::string& form) { return form != fold_case(form); }

bool has_lower(const std::string& form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Thousands of towns are also family names or plain words: one counts where the parser takes it for a place, or
// where it stands under a preposition of place and is not taken for a person.
bool fits_place(const Tree& tree, const Knowledge& knowledge, const Name* name, TokenId first, TokenId last) {
  if (first == last && (!tree.has_upos(first, {"PROPN"}) || knowledge.word(tree.folded(first)) != nullptr))
    return false;
  if (name != nullptr) return name->type == NameType::kPlace;
  for (TokenId t = first; t <= last; ++t) {
    if (knowledge.in_set("grammar_place", preposition(tree, t))) return true;
  }
  return false;
}

// Whether all words from `first` to `last` are those of a title ("Prime Minister"), or an honorific ("Mrs.").
bool is_title(const Tree& tree, const Knowledge& knowledge, TokenId first, TokenId last) {
  if (first == last && knowledge.in_set("grammar_honorific", tree.folded(first))) return true;
  std::string key;
  for (TokenId t = first; t <= last; ++t) key += name_key(tree.token(t).form);
  const auto found = knowledge.names.find(key);
  return found != knowledge.names.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [](const NameEntry& entry) { return entry.kind == NameEntry::Kind::kTitle; });
}

// A single name is the holder's where it stands alone: "Tesfaye Bekele" is not Mr Tesfaye, "President Putin" is one.
bool stands_alone(const Tree& tree, const Knowledge& knowledge, const Name* name, TokenId first, TokenId last) {
  const bool more_words = name != nullptr && name->tokens.size() > last - first + 1;
  const bool titled = more_words && name->tokens.end.value == last + 1 &&
                      is_title(tree, knowledge, name->tokens.begin.value, first - 1);
  if (more_words && !titled) return false;
  const bool more = last + 1 < tree.size() && tree.sentence(last + 1) == tree.sentence(last) &&
                    tree.has_upos(last + 1, {"PROPN"}) && tree.is(last + 1, "flat");
  return !more && tree.has_upos(first, {"PROPN"});
}

bool has_space(const Tree& tree, TokenId first, TokenId last) {
  for (TokenId t = first; t < last; ++t) {
    if (tree.token(t).space_after) return true;
  }
  return false;
}

bool fits(const Tree& tree, const Knowledge& knowledge, const Name* name, const NameEntry& entry, TokenId first,
          TokenId last) {
  using Kind = NameEntry::Kind;
  if (entry.one_word && has_space(tree, first, last)) return false;
  // "Julie Bishop": the last word of a name is no title.
  const bool in_name = name != nullptr && name->type == NameType::kPerson && name->tokens.begin.value < first &&
                       name->tokens.end.value == last + 1;
  if (entry.kind == Kind::kTitle || entry.kind == Kind::kTitlePlural) return !in_name;
  bool upper = false;
  bool lower = false;
  for (TokenId t = first; t <= last; ++t) {
    upper = upper || has_upper(tree.token(t).form);
    lower = lower || has_lower(tree.token(t).form);
  }
  if (!upper || (entry.exact_case && lower)) return false;
  if (entry.kind == Kind::kPlace) return fits_place(tree, knowledge, name, first, last);
  // "Suharto", "Pope Francis", "de Moraes"
  const bool one_name = entry.kind == Kind::kHolder && (first == last || !has_upper(tree.token(first).form));
  if (one_name || entry.kind == Kind::kHolderShort) return stands_alone(tree, knowledge, name, first, last);
  // "Amal Clooney" is no party.
  const bool of_person = name != nullptr && name->type == NameType::kPerson && name->tokens.size() > last - first + 1;
  if (entry.kind == Kind::kGroup && of_person) return false;
  if (first != last) return true;
  if (entry.kind == Kind::kCapital || entry.kind == Kind::kSeat) return tree.has_upos(first, {"PROPN"});
  return !tree.has_upos(first, {"VERB", "AUX", "ADV", "PRON", "DET", "ADP"});
}

// The longest name that begins at `first`.
NameMatch match_at(const Tree& tree, const Knowledge& knowledge, const std::vector<const Name*>& names, TokenId first,
                   TokenId end) {
  NameMatch best;
  std::string key;
  for (TokenId t = first; t < end && t < first + kMaxWords; ++t) {
    key += name_key(tree.token(t).form);
    if (static_cast<std::int32_t>(key.size()) > knowledge.longest_name) break;
    const auto found = knowledge.names.find(key);
    if (found == knowledge.names.end()) continue;
    NameMatch match;
    match.first = first;
    match.last = t;
    for (const NameEntry& entry : found->second) {
      if (fits(tree, knowledge, names[static_cast<std::size_t>(t)], entry, first, t)) match.entries.push_back(entry);
    }
    if (!match.entries.empty()) best = std::move(match);
  }
  return best;
}

}  // namespace

const NameEntry* NameMatch::entry(NameEntry::Kind kind) const {
  for (const NameEntry& e : entries) {
    if (e.kind == kind) return &e;
  }
  return nullptr;
}

std::vector<NameMatch> find_names(const Tree& tree, const Knowledge& knowledge) {
  std::vector<NameMatch> matches;
  std::vector<const Name*> names(static_cast<std::size_t>(tree.size()));
  for (const Name& name : tree.parsed().names) {
    for (TokenId t = std::max(name.tokens.begin.value, 0); t < std::min(name.tokens.end.value, tree.size()); ++t)
      names[static_cast<std::size_t>(t)] = &name;
  }
  for (const Sentence& sentence : tree.parsed().document.sentences) {
    const TokenId end = std::min(sentence.tokens.end.value, tree.size());
    for (TokenId t = sentence.tokens.begin.value; t < end;) {
      NameMatch match = match_at(tree, knowledge, names, t, end);
      if (match.entries.empty()) {
        ++t;
      } else {
        t = match.last + 1;
        matches.push_back(std::move(match));
      }
    }
  }
  return matches;
}

}  // namespace entente

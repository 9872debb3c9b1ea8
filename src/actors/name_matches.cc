#include "actors/name_matches.h"

#include <algorithm>

namespace entente {
namespace {

constexpr TokenId kMaxWords = 10;

bool has_upper(const std::string& form) { return form != fold_case(form); }

bool has_lower(const std::string& form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool fits(const Tree& tree, const NameEntry& entry, TokenId first, TokenId last) {
  using Kind = NameEntry::Kind;
  if (entry.kind == Kind::kTitle || entry.kind == Kind::kTitlePlural) return true;
  bool upper = false;
  bool lower = false;
  for (TokenId t = first; t <= last; ++t) {
    upper = upper || has_upper(tree.token(t).form);
    lower = lower || has_lower(tree.token(t).form);
  }
  if (!upper || (entry.exact_case && lower)) return false;
  if (first != last) return true;
  if (entry.kind == Kind::kCapital || entry.kind == Kind::kHolderShort) return tree.has_upos(first, {"PROPN"});
  return !tree.has_upos(first, {"VERB", "AUX", "ADV", "PRON", "DET", "ADP"});
}

// The longest name that begins at `first`.
NameMatch match_at(const Tree& tree, const Knowledge& knowledge, TokenId first, TokenId end) {
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
      if (fits(tree, entry, first, t)) match.entries.push_back(entry);
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
  for (const Sentence& sentence : tree.parsed().document.sentences) {
    const TokenId end = std::min(sentence.tokens.end.value, tree.size());
    for (TokenId t = sentence.tokens.begin.value; t < end;) {
      NameMatch match = match_at(tree, knowledge, t, end);
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

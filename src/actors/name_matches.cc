#include "actors/name_matches.h"

#include <algorithm>
#include <map>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr TokenId kMaxWords = 10;
constexpr std::size_t kFewestInitials = 2;
constexpr std::size_t kMostInitials = 7;

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

// "Arctic Freedom Front" is no "Freedom Front"; "Kenyan Freedom Front" may be.
bool ends_longer_name(const Tree& tree, const Knowledge& knowledge, const Name* name, TokenId first, TokenId last) {
  const bool longer = name != nullptr && name->type == NameType::kOrganisation && first < last && first > 0 &&
                      name->tokens.begin.value < first && name->tokens.end.value == last + 1;
  const TokenId before = first - 1;
  return longer && tree.has_upos(before, {"PROPN", "ADJ", "NOUN"}) && has_upper(tree.token(before).form) &&
         !knowledge.names.contains(name_key(tree.token(before).form));
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
  const bool body = entry.kind == Kind::kGroup || entry.kind == Kind::kOrganisation;
  if (body && ends_longer_name(tree, knowledge, name, first, last)) return false;
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

// "RSF"
bool are_initials(const std::string& form) {
  return form.size() >= kFewestInitials && form.size() <= kMostInitials &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Of the words with a capital letter: "RSF" for "paramilitary Rapid Support Forces".
std::string initials_of(const Tree& tree, const NameMatch& match) {
  std::string initials;
  for (TokenId t = match.first; t <= match.last; ++t) {
    const char first = tree.token(t).form.front();
    if (first >= 'A' && first <= 'Z') initials += first;
  }
  return initials;
}

bool is_body(const NameMatch& match) {
  return std::all_of(match.entries.begin(), match.entries.end(), [](const NameEntry& entry) {
    return entry.kind == NameEntry::Kind::kGroup || entry.kind == NameEntry::Kind::kOrganisation;
  });
}

// Groups and organisations whose names the article gives in full, by their initials; the first of those with the same.
std::map<std::string, const NameMatch*> told_in_full(const Tree& tree, const std::vector<NameMatch>& matches) {
  std::map<std::string, const NameMatch*> found;
  for (const NameMatch& match : matches) {
    if (is_body(match) && match.first < match.last) found.emplace(initials_of(tree, match), &match);
  }
  return found;
}

// "The Rapid Support Forces ... the RSF": the same, whoever else is called so, and whether a table has the short name
// or not. Never of what stands before the full name.
void take_initials(const Tree& tree, std::vector<NameMatch>& matches) {
  const std::map<std::string, const NameMatch*> full = told_in_full(tree, matches);
  if (full.empty()) return;
  std::vector<bool> covered(static_cast<std::size_t>(tree.size()), false);
  for (const NameMatch& match : matches) {
    for (TokenId t = match.first; match.first < match.last && t <= match.last; ++t)
      covered[static_cast<std::size_t>(t)] = true;
  }
  std::vector<NameMatch> taken;  // laid in only when nothing points into the matches any more
  for (TokenId t = 0; t < tree.size(); ++t) {
    if (covered[static_cast<std::size_t>(t)] || !are_initials(tree.token(t).form)) continue;
    const auto named = full.find(tree.token(t).form);
    if (named != full.end() && named->second->last < t) taken.push_back({t, t, named->second->entries});
  }
  for (NameMatch& match : taken) {
    const auto at = std::lower_bound(matches.begin(), matches.end(), match.first,
                                     [](const NameMatch& m, TokenId t) { return m.first < t; });
    if (at != matches.end() && at->first == match.first) {
      if (is_body(*at)) *at = std::move(match);  // no state, "US", nor a title, "PM"
    } else {
      matches.insert(at, std::move(match));
    }
  }
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
  take_initials(tree, matches);
  return matches;
}

}  // namespace entente

#include "actors/resolver.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::int32_t kMaxDepth = 8;
constexpr std::size_t kMaxParties = 20;
constexpr TokenId kListReach = 16;  // words from the first of a list to its last

// "men", of "two men"
const NameEntry* plural_of(const Knowledge& knowledge, const std::string& word) {
  const auto named = knowledge.names.find(name_key(word));
  if (named == knowledge.names.end()) return nullptr;
  for (const NameEntry& entry : named->second) {
    if (entry.kind == NameEntry::Kind::kTitlePlural) return &entry;
  }
  return nullptr;
}

bool is_country_like(const ActorMention& mention) { return mention.actor.code.has_value(); }

}  // namespace

Resolver::Resolver(const Tree& tree, const Knowledge& knowledge)
    : tree_(tree),
      knowledge_(knowledge),
      matches_(find_names(tree, knowledge)),
      senses_(tree.parsed().document.article, knowledge, matches_),
      phrases_(tree, knowledge, matches_),
      referents_(static_cast<std::size_t>(tree.size())),
      progress_(static_cast<std::size_t>(tree.size()), Progress::kNone) {
  find_lists();
  find_acronyms();
}

const std::vector<ActorMention>& Resolver::referents(TokenId t) {
  if (progress_[static_cast<std::size_t>(t)] == Progress::kNone) resolve(t);
  return referents_[static_cast<std::size_t>(t)];
}

// "Kyrgyz and Tajik border guards", with the adjectives taken for conjuncts: they share the noun that follows.
void Resolver::share_noun(std::vector<ActorMention>& parties) const {
  const auto noun = std::find_if(parties.begin(), parties.end(), [](const ActorMention& m) {
    return m.kind == ActorMention::Kind::kGroup || (m.kind == ActorMention::Kind::kPerson && m.actor.via != "name");
  });
  if (noun == parties.begin() || noun == parties.end()) return;
  const bool adjectives = std::all_of(parties.begin(), noun, [](const ActorMention& m) {
    return m.kind == ActorMention::Kind::kState && m.actor.via == "nationality";
  });
  if (!adjectives) return;
  for (auto party = parties.begin(); party != noun; ++party) {
    const Actor adjective = party->actor;
    *party = *noun;
    party->actor.code = adjective.code;
    party->actor.country = adjective.country;
    party->actor.via = "nationality";
    party->unsaid = false;
    party->actor.span.begin = adjective.span.begin;
    party->actor.text = party->actor.name = tree_.text(party->actor.span);
  }
  if (!noun->actor.code.has_value() || noun->actor.via == "description") parties.erase(noun);
}

// "Peru, Chile and Bolivia", with Chile taken for another name of Peru.
bool Resolver::lists(TokenId first, TokenId second) const {
  if (!tree_.is(second, "appos")) return false;
  if (tree_.child(second, "conj") < 0 && tree_.child(first, "conj") < 0) return false;
  const NameMatch* a = phrases_.match_of(first);
  const NameMatch* b = phrases_.match_of(second);
  const auto party = [](const NameMatch* match) {
    return match != nullptr && (match->entry(Kind::kState) != nullptr || match->entry(Kind::kCapital) != nullptr ||
                                match->entry(Kind::kOrganisation) != nullptr || match->entry(Kind::kGroup) != nullptr);
  };
  return party(a) && party(b) && a != b;
}

// "Peru, Chile and Bolivia", with Chile hung from another word: what stands between two of a list after a comma.
void Resolver::add_listed_between(std::vector<TokenId>& parts) const {
  if (parts.size() < 2 || parts.size() > kMaxParties) return;
  const auto [first, last] = std::minmax_element(parts.begin(), parts.end());
  const auto state = [&](TokenId t) {
    const NameMatch* match = phrases_.match_of(t);
    return match != nullptr && (match->entry(Kind::kState) != nullptr || match->entry(Kind::kCapital) != nullptr);
  };
  const TokenId begin = *first;
  const TokenId end = *last;
  if (end - begin > kListReach || !state(begin) || !state(end)) return;
  for (TokenId t = begin + 1; t < end; ++t) {
    const NameMatch* match = phrases_.match_of(t);
    const bool member = state(t) && match->first == t && tree_.folded(t - 1) == "," &&
                        (tree_.folded(match->last + 1) == "," || tree_.has_upos(match->last + 1, {"CCONJ"}));
    if (member && std::find(parts.begin(), parts.end(), t) == parts.end()) parts.push_back(t);
  }
}

std::vector<ActorMention> Resolver::parties(TokenId t) {
  std::vector<ActorMention> all;
  std::vector<TokenId> parts = {t};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const TokenId part = parts[i];
    for (const TokenId c : tree_.children(part)) {
      if (tree_.is(c, "conj") || lists(part, c)) parts.push_back(c);
      // "Peru's leader X and Chile's leader Y", with Y joined to the name X.
      const bool named = tree_.is(c, "appos") && c == part + 1 && tree_.has_upos(c, {"PROPN"});
      if (!named && !tree_.is_any(c, {"nmod:desc", "compound", "flat", "amod"})) continue;
      // "President X and President Y", with Y joined to the first title: what stands after the noun is joined to it.
      for (const TokenId joined : tree_.children(c)) {
        if (tree_.is(joined, "conj") && joined > part && (named || c < part)) parts.push_back(joined);
      }
    }
  }
  add_listed_between(parts);
  sort_tokens(parts);
  for (const TokenId part : parts) {
    if (part != t && tree_.has_upos(part, {"VERB", "AUX"})) continue;
    for (const ActorMention& mention : referents(part)) {
      if (all.size() < kMaxParties) all.push_back(mention);
    }
  }
  share_noun(all);
  return all;
}

void Resolver::resolve(TokenId t) {
  if (depth_ >= kMaxDepth) return;
  progress_[static_cast<std::size_t>(t)] = Progress::kOpen;
  ++depth_;
  std::vector<ActorMention> found;
  if (tree_.has_upos(t, {"PRON"})) {
    found = refer_signers(t);
    if (found.empty()) found = refer_pronoun(t);
    if (found.empty()) found = refer_speaker(t);
    if (found.empty()) found = refer_bare(t);
  } else if (tree_.has_upos(t, {"NOUN", "PROPN", "NUM", "ADJ", "X", "DET"}) || phrases_.match_of(t) != nullptr) {
    found = refer_bare(t);
    if (found.empty()) found = describe(phrases_.read(t));
  }
  --depth_;
  referents_[static_cast<std::size_t>(t)] = std::move(found);
  progress_[static_cast<std::size_t>(t)] = Progress::kDone;
}

std::vector<ActorMention> Resolver::describe(const Phrase& phrase) {
  if (std::vector<ActorMention> full = spelt_out(phrase); !full.empty()) return full;
  if (std::vector<ActorMention> both = states_of_one_name(phrase); !both.empty()) return both;
  if (organisation_in(phrase) != nullptr) return describe_plain(phrase);
  if (phrase.head_match != nullptr && senses_.group_of(*phrase.head_match) != nullptr) return describe_plain(phrase);
  // "its ally Belarus": what it is called stands before its name.
  const TokenId behind = phrase.head + 1 < tree_.size() && tree_.is(phrase.head + 1, "appos") ? phrase.head + 1 : -1;
  if (behind >= 0 && tree_.head(behind) == phrase.head && !referents(behind).empty()) {
    const std::vector<ActorMention>& named = referents(behind);
    if (named[0].kind == ActorMention::Kind::kState || named[0].kind == ActorMention::Kind::kOrganisation) return named;
  }
  if (std::vector<ActorMention> body = named_in_full(phrase); !body.empty()) return body;
  if (std::vector<ActorMention> body = named_in_short(phrase); !body.empty()) return body;
  if (std::vector<ActorMention> fighters = unknown_fighters(phrase); !fighters.empty()) return fighters;
  bool plural = false;
  const Title* title = title_in(phrase, plural);
  if (title != nullptr) return describe_titled(phrase, *title, plural);
  for (const NameMatch* match : phrase.matches) {
    if (senses_.holder_of(*match) != nullptr && (match->covers(phrase.head) || tree_.is(match->first, "flat")))
      return {describe_person(phrase, nullptr)};
  }
  if (phrase.name.has_value()) return {describe_person(phrase, nullptr)};
  if (std::vector<ActorMention> crowd = describe_crowd(phrase); !crowd.empty()) return crowd;
  return describe_plain(phrase);
}

// "Thousands took to the streets": people, of whom only the number is told.
std::vector<ActorMention> Resolver::describe_crowd(const Phrase& phrase) {
  if (!knowledge_.in_set("crowd_alone", tree_.folded(phrase.head))) return {};
  if (!tree_.is_any(phrase.head, {"nsubj", "obj", "nsubj:pass", "obl:agent"})) return {};
  for (const TokenId c : tree_.children(phrase.head)) {
    if (tree_.is_any(c, {"nmod", "nmod:poss", "compound"})) return {};
  }
  const auto people = knowledge_.names.find(name_key("people"));
  if (people == knowledge_.names.end()) return {};
  for (const NameEntry& entry : people->second) {
    if (entry.kind == Kind::kTitle || entry.kind == Kind::kTitlePlural)
      return describe_titled(phrase, row_of(knowledge_.titles, entry), true);
  }
  return {};
}

// "Brussels" acts for an organisation; "in Brussels" is a place. "The RSF" of an article on Sudan are its fighters.
const NameEntry* Resolver::organisation_in(const Phrase& phrase) const {
  if (phrase.head_match == nullptr) return nullptr;
  const NameEntry* entry = phrase.head_match->entry(Kind::kOrganisation);
  const bool place = phrase.head_match->entry(Kind::kCapital) != nullptr &&
                     knowledge_.in_set("grammar_place", preposition(tree_, phrase.head));
  return place || senses_.tells_of_group(*phrase.head_match) ? nullptr : entry;
}

Actor Resolver::blank(TokenId first, TokenId last) const {
  Actor actor;
  actor.span = tree_.span(first, last);
  actor.text = tree_.text(actor.span);
  actor.name = actor.text;
  return actor;
}

// The title that the phrase is about: the head's, or the last one before the name.
const Title* Resolver::title_in(const Phrase& phrase, bool& plural) const {
  const NameMatch* chosen = nullptr;
  for (const NameMatch* match : phrase.matches) {
    if (match->entry(Kind::kTitle) == nullptr && match->entry(Kind::kTitlePlural) == nullptr) continue;
    const TokenId holder = tree_.head(match->last);
    const NameEntry* single = match->entry(Kind::kTitle);
    const bool points = single != nullptr && row_of(knowledge_.titles, *single).kind >= TitleKind::kReferencePeople;
    if (points && !match->covers(phrase.head)) continue;  // "city officials"
    const bool describes =
        match->covers(phrase.head) || (holder >= 0 && phrase.first <= holder && holder <= phrase.last &&
                                       tree_.is_any(match->last, {"nmod:desc", "compound", "flat", "amod"}));
    const bool names_head = phrase.name.has_value() ||
                            (phrase.head_match != nullptr && senses_.holder_of(*phrase.head_match) != nullptr) ||
                            match->covers(phrase.head);
    if (describes && names_head) chosen = match;
    if (match->covers(phrase.head)) break;
  }
  if (chosen == nullptr) return nullptr;
  const NameEntry* counted = counts_only(phrase) ? plural_of(knowledge_, tree_.token(phrase.head).form) : nullptr;
  const NameEntry* entry = counted != nullptr ? counted : chosen->entry(Kind::kTitlePlural);
  plural = entry != nullptr;
  if (entry == nullptr) entry = chosen->entry(Kind::kTitle);
  return &row_of(knowledge_.titles, *entry);
}

// States and organisations that say whose the phrase's head is: "Peruvian police", "Peru's police", "police of Peru".
std::vector<ActorMention> Resolver::owners(const Phrase& phrase) {
  std::vector<ActorMention> found;
  const auto add = [&](const std::vector<ActorMention>& mentions) {
    for (const ActorMention& mention : mentions) {
      if (is_country_like(mention) && found.size() < kMaxParties) found.push_back(mention);
    }
  };
  for (TokenId t = phrase.first; t <= phrase.last && found.empty(); ++t) {
    const NameMatch* match = phrases_.match_of(t);
    if (match == nullptr || match->last != t || match->covers(phrase.head) || match->last > phrase.last) continue;
    const bool owner = std::any_of(match->entries.begin(), match->entries.end(), [](const NameEntry& entry) {
      return entry.kind != Kind::kTitle && entry.kind != Kind::kTitlePlural && entry.kind != Kind::kHolder &&
             entry.kind != Kind::kHolderShort;
    });
    if (!owner || is_kin(*match) || only_backs(*match)) continue;
    if (phrase.name.has_value() && phrase.name->first <= t && t <= phrase.name->second) continue;
    // The word of the match that the others hang from carries the conjuncts.
    TokenId top = t;
    while (tree_.head(top) >= match->first && tree_.head(top) <= match->last) top = tree_.head(top);
    add(parties(top));
  }
  if (!found.empty()) return found;
  // "its neighbour's apps": the neighbour's.
  for (const TokenId c : tree_.children(phrase.head)) {
    if (tree_.is(c, "nmod:poss")) add(parties(c));
  }
  if (!found.empty()) return found;
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    for (const TokenId c : tree_.children(t)) {
      if (tree_.is(c, "nmod:poss")) add(parties(c));
    }
  }
  if (!found.empty()) return found;
  const NameMatch* title = phrases_.match_of(phrase.head);
  const bool abroad = knowledge_.in_set("embassies", tree_.lemma(phrase.head));  // in Lima anybody's but Peru's
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    for (const TokenId c : tree_.children(t)) {
      if (title != nullptr && title->covers(c)) continue;  // "head of state"
      const std::string of = tree_.is(c, "nmod") ? preposition(tree_, c) : "";
      if (of == "of" || of == "for" || of == "from") add(parties(c));
      if (found.empty() && !abroad && knowledge_.in_set("grammar_place", of)) add(lying_there(c));
    }
  }
  // "Accra condemned it, and parliament there voted"
  const TokenId there = phrase.last + 1;
  const bool somebody =
      title != nullptr && (title->entry(Kind::kTitle) != nullptr || title->entry(Kind::kTitlePlural) != nullptr);
  const bool pointed = somebody && there < tree_.size() && tree_.sentence(there) == tree_.sentence(phrase.head) &&
                       knowledge_.in_set("grammar_there", tree_.folded(there));
  if (found.empty() && pointed) {
    if (const std::string state = state_named_before(phrase.first); is_state_code(state)) add({whole_state(state)});
  }
  return found;
}

// "Rwanda-backed rebels", "Libyan-trained fighters": of another state, most often, than the one that backs them.
bool Resolver::only_backs(const NameMatch& match) const {
  const TokenId participle = tree_.head(match.last);
  return participle == match.last + 2 && tree_.folded(match.last + 1) == "-" && tree_.is(participle, "amod") &&
         knowledge_.in_set("backing_participles", tree_.lemma(participle));
}

// "villagers in Peru": of where somebody is, the state alone says who he is.
std::vector<ActorMention> Resolver::lying_there(TokenId place) {
  std::vector<ActorMention> found = parties(place);
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const ActorMention& m) {
                               return m.kind != ActorMention::Kind::kPlace && m.kind != ActorMention::Kind::kCapital &&
                                      m.kind != ActorMention::Kind::kState;
                             }),
              found.end());
  return found;
}

}  // namespace entente

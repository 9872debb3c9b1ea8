#include "actors/resolver.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::int32_t kMaxDepth = 8;
constexpr std::size_t kMaxParties = 20;
constexpr std::size_t kDateLength = 10;  // of "2024-03-01", as a timestamp begins

bool is_country_like(const Mention& mention) { return mention.actor.code.has_value(); }

}  // namespace

Resolver::Resolver(const Tree& tree, const Knowledge& knowledge)
    : tree_(tree),
      knowledge_(knowledge),
      matches_(find_names(tree, knowledge)),
      phrases_(tree, matches_),
      referents_(static_cast<std::size_t>(tree.size())),
      progress_(static_cast<std::size_t>(tree.size()), Progress::kNone) {
  const Article& article = tree.parsed().document.article;
  if (article.published.has_value()) date_ = article.published->substr(0, kDateLength);
  if (article.dateline.has_value()) {
    const auto found = knowledge.names.find(name_key(article.dateline->place));
    if (found != knowledge.names.end()) {
      for (const NameEntry& entry : found->second) {
        if (entry.kind != Kind::kCapital && entry.kind != Kind::kState) continue;
        dateline_state_ = knowledge.states[static_cast<std::size_t>(entry.index)].code;
        break;
      }
    }
  }
}

const std::vector<Mention>& Resolver::referents(TokenId t) {
  if (progress_[static_cast<std::size_t>(t)] == Progress::kNone) resolve(t);
  return referents_[static_cast<std::size_t>(t)];
}

// "Kyrgyz and Tajik border guards", with the adjectives taken for conjuncts: they share the noun that follows.
void Resolver::share_noun(std::vector<Mention>& parties) const {
  const auto noun = std::find_if(parties.begin(), parties.end(), [](const Mention& m) {
    return m.kind == Mention::Kind::kGroup || (m.kind == Mention::Kind::kPerson && m.actor.via != "name");
  });
  if (noun == parties.begin() || noun == parties.end()) return;
  const bool adjectives = std::all_of(parties.begin(), noun, [](const Mention& m) {
    return m.kind == Mention::Kind::kState && m.actor.via == "nationality";
  });
  if (!adjectives) return;
  for (auto party = parties.begin(); party != noun; ++party) {
    const Actor adjective = party->actor;
    *party = *noun;
    party->actor.code = adjective.code;
    party->actor.country = adjective.country;
    party->actor.via = "nationality";
    party->actor.span.begin = adjective.span.begin;
    party->actor.text = party->actor.name = tree_.text(party->actor.span);
  }
  if (!noun->actor.code.has_value()) parties.erase(noun);
}

// "Peru, Chile and Bolivia", with Chile taken for another name of Peru.
bool Resolver::lists(TokenId first, TokenId second) const {
  if (!tree_.is(second, "appos") || tree_.child(second, "conj") < 0) return false;
  const NameMatch* a = phrases_.match_of(first);
  const NameMatch* b = phrases_.match_of(second);
  const auto party = [](const NameMatch* match) {
    return match != nullptr && (match->entry(Kind::kState) != nullptr || match->entry(Kind::kCapital) != nullptr ||
                                match->entry(Kind::kOrganisation) != nullptr);
  };
  return party(a) && party(b) && a != b;
}

std::vector<Mention> Resolver::parties(TokenId t) {
  std::vector<Mention> all;
  std::vector<TokenId> parts = {t};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const TokenId part = parts[i];
    for (const TokenId c : tree_.children(part)) {
      if (tree_.is(c, "conj") || lists(part, c)) parts.push_back(c);
      if (!tree_.is_any(c, {"nmod:desc", "compound", "flat", "amod"})) continue;
      // "President X and President Y", with Y joined to the first title: what stands after the noun is joined to it.
      for (const TokenId joined : tree_.children(c)) {
        if (tree_.is(joined, "conj") && joined > part && c < part) parts.push_back(joined);
      }
    }
  }
  sort_tokens(parts);
  for (const TokenId part : parts) {
    if (part != t && tree_.has_upos(part, {"VERB", "AUX"})) continue;
    for (const Mention& mention : referents(part)) {
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
  std::vector<Mention> found;
  if (tree_.has_upos(t, {"PRON"})) {
    found = refer_pronoun(t);
  } else if (tree_.has_upos(t, {"NOUN", "PROPN", "NUM", "ADJ", "X", "DET"}) || phrases_.match_of(t) != nullptr) {
    found = describe(phrases_.read(t));
  }
  --depth_;
  referents_[static_cast<std::size_t>(t)] = std::move(found);
  progress_[static_cast<std::size_t>(t)] = Progress::kDone;
}

std::vector<Mention> Resolver::describe(const Phrase& phrase) {
  if (organisation_in(phrase) != nullptr) return describe_plain(phrase);
  bool plural = false;
  const Title* title = title_in(phrase, plural);
  if (title != nullptr) return describe_titled(phrase, *title, plural);
  for (const NameMatch* match : phrase.matches) {
    if (holder_of(*match) != nullptr && (match->covers(phrase.head) || tree_.is(match->first, "flat")))
      return {describe_person(phrase, nullptr)};
  }
  if (phrase.name.has_value()) return {describe_person(phrase, nullptr)};
  return describe_plain(phrase);
}

// "Brussels" acts for an organisation; "in Brussels" is a place.
const NameEntry* Resolver::organisation_in(const Phrase& phrase) const {
  if (phrase.head_match == nullptr) return nullptr;
  const NameEntry* entry = phrase.head_match->entry(Kind::kOrganisation);
  const bool place = phrase.head_match->entry(Kind::kCapital) != nullptr &&
                     knowledge_.in_set("grammar_place", preposition(tree_, phrase.head));
  return place ? nullptr : entry;
}

Actor Resolver::blank(const Phrase& phrase, TokenId first, TokenId last) const {
  Actor actor;
  (void)phrase;
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
    const bool describes =
        match->covers(phrase.head) || (holder >= 0 && phrase.first <= holder && holder <= phrase.last &&
                                       tree_.is_any(match->last, {"nmod:desc", "compound", "flat", "amod"}));
    const bool names_head = phrase.name.has_value() ||
                            (phrase.head_match != nullptr && holder_of(*phrase.head_match) != nullptr) ||
                            match->covers(phrase.head);
    if (describes && names_head) chosen = match;
    if (match->covers(phrase.head)) break;
  }
  if (chosen == nullptr) return nullptr;
  const NameEntry* entry = chosen->entry(Kind::kTitlePlural);
  plural = entry != nullptr;
  if (entry == nullptr) entry = chosen->entry(Kind::kTitle);
  return &knowledge_.titles[static_cast<std::size_t>(entry->index)];
}

// States and organisations that say whose the phrase's head is: "Peruvian police", "Peru's police", "police of Peru".
std::vector<Mention> Resolver::owners(const Phrase& phrase) {
  std::vector<Mention> found;
  const auto add = [&](const std::vector<Mention>& mentions) {
    for (const Mention& mention : mentions) {
      if (is_country_like(mention) && found.size() < kMaxParties) found.push_back(mention);
    }
  };
  for (TokenId t = phrase.first; t <= phrase.last && found.empty(); ++t) {
    const NameMatch* match = phrases_.match_of(t);
    if (match == nullptr || match->last != t || match->covers(phrase.head) || match->last > phrase.last) continue;
    if (match->entry(Kind::kAdjective) == nullptr && match->entry(Kind::kState) == nullptr &&
        match->entry(Kind::kOrganisation) == nullptr && match->entry(Kind::kCapital) == nullptr) {
      continue;
    }
    if (phrase.name.has_value() && phrase.name->first <= t && t <= phrase.name->second) continue;
    // The word of the match that the others hang from carries the conjuncts.
    TokenId top = t;
    while (tree_.head(top) >= match->first && tree_.head(top) <= match->last) top = tree_.head(top);
    add(parties(top));
  }
  if (!found.empty()) return found;
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    for (const TokenId c : tree_.children(t)) {
      if (tree_.is(c, "nmod:poss")) add(parties(c));
    }
  }
  if (!found.empty()) return found;
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    for (const TokenId c : tree_.children(t)) {
      const std::string of = tree_.is(c, "nmod") ? preposition(tree_, c) : "";
      if (of == "of" || of == "for" || of == "from") add(parties(c));
    }
  }
  return found;
}

// A rebel spokesman speaks for rebels, an army commander is of the army: what stands before a post says whose it is.
const Title* Resolver::body_of(const Phrase& phrase, const Title& title) const {
  if (title.kind != TitleKind::kPost) return nullptr;
  for (const NameMatch* match : phrase.matches) {
    const NameEntry* entry = match->entry(Kind::kTitle);
    if (entry == nullptr) entry = match->entry(Kind::kTitlePlural);
    if (entry == nullptr || match->covers(phrase.head)) continue;
    const Title& other = knowledge_.titles[static_cast<std::size_t>(entry->index)];
    if ((other.kind == TitleKind::kAgent || other.kind == TitleKind::kBody) && !other.sector.empty()) return &other;
  }
  return nullptr;
}

std::string Resolver::sector_of(const Phrase& phrase, const Title& title) const {
  const Title* body = body_of(phrase, title);
  return body == nullptr ? title.sector : body->sector;
}

std::vector<Mention> Resolver::describe_titled(const Phrase& phrase, const Title& title, bool plural) {
  if (title.kind == TitleKind::kReferencePeople) return refer_pair(phrase, true);
  if (title.kind == TitleKind::kReferenceStates) return refer_pair(phrase, false);
  const bool known_holder = std::any_of(phrase.matches.begin(), phrase.matches.end(),
                                        [&](const NameMatch* m) { return holder_of(*m) != nullptr; });
  if (phrase.name.has_value() || known_holder) return {describe_person(phrase, &title)};
  std::string name;  // "Peru's foreign minister, X", of whom the name alone tells nothing
  for (const TokenId c : tree_.children(phrase.head)) {
    if (!tree_.is(c, "appos")) continue;
    const std::vector<Mention>& names = referents(c);
    if (names.size() != 1 || names[0].kind != Mention::Kind::kPerson) continue;
    if (names[0].actor.code.has_value()) return restate(names, phrase.first, phrase.last, names[0].actor.via, 1);
    name = names[0].actor.name;
  }
  std::string role = title.role;
  if (title.kind == TitleKind::kCounterpart) {
    const Mention* person = last_person(phrase.head);
    // "Peru's president and his Chilean counterpart": the one it is joined to is not in memory yet.
    const TokenId first = tree_.is(phrase.head, "conj") ? tree_.head(phrase.head) : -1;
    if (first >= 0 && !referents(first).empty() && referents(first)[0].kind == Mention::Kind::kPerson)
      person = &referents(first)[0];
    role = person != nullptr ? person->actor.role.value_or("") : "";
  }
  const bool office = title.kind == TitleKind::kOffice || title.kind == TitleKind::kCounterpart;
  std::vector<Mention> whose = owners(phrase);
  const bool single = !plural && (office || title.kind == TitleKind::kPost);
  if (whose.empty() && single && name.empty()) {
    if (const Mention* same = remembered_role(role, phrase.head); same != nullptr)
      return restate({*same}, phrase.first, phrase.last, "title", 0.9);
  }
  std::vector<Mention> found;
  if (whose.empty()) whose.emplace_back();
  for (const Mention& owner : whose) {
    found.push_back(titled(phrase, title, role, single, owner));
    if (!name.empty() && single) found.back().actor.name = name;
  }
  return found;
}

// One holder of the title, of the owner's state or, where the owner is nobody, of the state of the place.
Mention Resolver::titled(const Phrase& phrase, const Title& title, const std::string& role, bool single,
                         const Mention& owner) const {
  const std::string sector = sector_of(phrase, title);
  const Title* body = body_of(phrase, title);
  const bool domestic = title.domestic || (body != nullptr && body->kind == TitleKind::kBody && body->domestic);
  const bool office = title.kind == TitleKind::kOffice || title.kind == TitleKind::kCounterpart;
  Mention mention;
  mention.actor = blank(phrase, phrase.first, phrase.last);
  // "a spokesman for the rebels" is one of them.
  const bool of_group = title.kind == TitleKind::kPost && owner.kind == Mention::Kind::kGroup;
  const bool owners_sector = sector.empty() || (of_group && owner.actor.sector.has_value());
  mention.actor.sector = owners_sector ? owner.actor.sector : std::optional<std::string>(sector);
  mention.actor.type = single ? "person" : "group";
  mention.kind = single ? Mention::Kind::kPerson : Mention::Kind::kGroup;
  if (!role.empty() && title.kind != TitleKind::kAgent && title.kind != TitleKind::kBody) mention.actor.role = role;
  mention.actor.via = owner.actor.via == "nationality" ? "nationality" : "title";
  mention.actor.code = owner.actor.code;
  mention.actor.country = owner.actor.country;
  if (!mention.actor.code.has_value() && domestic) {
    const std::string spoken_for = single ? state_spoken_for(phrase.head) : "";
    const std::string state = spoken_for.empty() ? domestic_state(phrase.head) : spoken_for;
    if (!state.empty()) {
      mention.actor.code = mention.actor.country = state;
      mention.actor.via = "description";
      mention.confidence = 0.7;
    }
  }
  const OfficeHolder* holder =
      office && mention.actor.code.has_value() ? holder_of(*mention.actor.code, role) : nullptr;
  const bool former = std::any_of(tree_.children(phrase.head).begin(), tree_.children(phrase.head).end(),
                                  [&](TokenId c) { return knowledge_.in_set("grammar_former", tree_.lemma(c)); });
  if (former) {
    mention.actor.role = "former " + role;
    mention.actor.sector = "ELI";
  } else if (holder != nullptr) {
    const double confidence = mention.confidence;
    mention = holder_mention(phrase, *holder, "title");
    mention.confidence *= confidence;
  }
  return mention;
}

Mention Resolver::describe_person(const Phrase& phrase, const Title* title) {
  for (const NameMatch* match : phrase.matches) {
    const OfficeHolder* holder = holder_of(*match);
    if (holder == nullptr) continue;
    // "Anna Lavrov" is not the minister: a family name counts alone or after a title.
    const bool short_name = match->entry(Kind::kHolder) == nullptr;
    if (short_name && phrase.name.has_value() && phrase.name->second + 1 == match->first) break;
    return holder_mention(phrase, *holder, "name");
  }
  if (!phrase.name.has_value() && !phrase.matches.empty()) return {};
  Mention mention;
  mention.kind = Mention::Kind::kPerson;
  const auto [first, last] = phrase.name.value_or(std::make_pair(phrase.head, phrase.head));
  mention.actor = blank(phrase, phrase.first, phrase.last);
  mention.actor.name = tree_.text(first, last);
  mention.actor.type = "person";
  mention.actor.via = "name";
  if (title != nullptr) {
    if (const std::string sector = sector_of(phrase, *title); !sector.empty()) mention.actor.sector = sector;
    mention.actor.role = title->role;
    mention.actor.via = "title";
    const std::vector<Mention> whose = owners(phrase);
    if (!whose.empty()) {
      mention.actor.code = whose[0].actor.code;
      mention.actor.country = whose[0].actor.country;
    } else if (title->domestic) {
      const std::string spoken_for = state_spoken_for(phrase.head);
      const std::string state = spoken_for.empty() ? domestic_state(phrase.head) : spoken_for;
      if (!state.empty()) mention.actor.code = mention.actor.country = state;
      mention.confidence = 0.7;
    }
  } else if (const Mention* before = remembered_name(phrase); before != nullptr) {
    return restate({*before}, phrase.first, phrase.last, "name", 0.95)[0];
  } else if (const std::vector<Mention> whose = owners(phrase); !whose.empty()) {
    mention.actor.code = whose[0].actor.code;
    mention.actor.country = whose[0].actor.country;
    mention.actor.via = whose[0].actor.via;
  }
  apply_apposition(phrase, mention);
  return mention;
}

// "X, the Peruvian foreign minister": what the name alone does not say.
void Resolver::apply_apposition(const Phrase& phrase, Mention& mention) {
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    for (const TokenId c : tree_.children(t)) {
      if (!tree_.is(c, "appos")) continue;
      for (const Mention& other : referents(c)) {
        if (!mention.actor.code.has_value() && other.actor.code.has_value()) {
          mention.actor.code = other.actor.code;
          mention.actor.country = other.actor.country;
          mention.actor.via = "title";
        }
        if (!mention.actor.sector.has_value()) mention.actor.sector = other.actor.sector;
        if (!mention.actor.role.has_value()) mention.actor.role = other.actor.role;
      }
    }
  }
}

std::vector<Mention> Resolver::describe_plain(const Phrase& phrase) {
  const NameMatch* match = phrase.head_match;
  if (match != nullptr) {
    if (const NameEntry* entry = organisation_in(phrase); entry != nullptr) {
      const Organisation& organisation = knowledge_.organisations[static_cast<std::size_t>(entry->index)];
      Mention mention;
      mention.kind = Mention::Kind::kOrganisation;
      mention.actor = blank(phrase, match->first, match->last);
      mention.actor.name = organisation.name;
      mention.actor.code = organisation.code;
      mention.actor.sector =
          organisation.sector.empty() ? std::nullopt : std::optional<std::string>(organisation.sector);
      mention.actor.type = "organisation";
      mention.actor.via = "name";
      return {mention};
    }
    static constexpr struct {
      Kind entry;
      Mention::Kind kind;
      const char* via;
    } kKinds[] = {{Kind::kState, Mention::Kind::kState, "name"},
                  {Kind::kAdjective, Mention::Kind::kState, "nationality"},
                  {Kind::kPeople, Mention::Kind::kPeople, "nationality"},
                  {Kind::kCapital, Mention::Kind::kCapital, "capital"}};
    for (const auto& [entry_kind, kind, via] : kKinds) {
      const NameEntry* entry = match->entry(entry_kind);
      if (entry != nullptr)
        return {state_mention(phrase, knowledge_.states[static_cast<std::size_t>(entry->index)], kind, via)};
    }
  }
  if (const Mention* before = remembered_name(phrase); before != nullptr)
    return restate({*before}, phrase.first, phrase.last, "name", 0.9);
  return described_by_modifier(phrase);
}

std::vector<Mention> Resolver::described_by_modifier(const Phrase& phrase) {
  if (knowledge_.in_set("grammar_quantity", tree_.lemma(phrase.head))) {
    for (const TokenId c : tree_.children(phrase.head)) {
      if (tree_.is(c, "nmod") && preposition(tree_, c) == "of")
        return restate(parties(c), phrase.first, phrase.last, "", 1);
    }
  }
  const Name* name = phrases_.name_of(phrase.head);
  const bool named_place = name != nullptr && name->type == NameType::kPlace;
  const bool unknown_name = name == nullptr && tree_.has_upos(phrase.head, {"PROPN"}) &&
                            knowledge_.word(tree_.folded(phrase.head)) == nullptr;
  Mention mention;
  mention.actor = blank(phrase, phrase.first, phrase.last);
  mention.actor.via = "description";
  const std::vector<Mention> whose = owners(phrase);
  if (!whose.empty()) {
    mention.actor.code = whose[0].actor.code;
    mention.actor.country = whose[0].actor.country;
    mention.actor.via = whose[0].actor.via == "nationality" ? "nationality" : "description";
  }
  if (named_place || unknown_name) {
    mention.kind = Mention::Kind::kPlace;
    mention.actor.type = "place";
    mention.actor.sector = "CVL";
    mention.confidence = named_place ? 0.8 : 0.5;
    return {mention};
  }
  if (whose.empty()) return {};
  mention.kind = Mention::Kind::kOther;
  mention.confidence = 0.8;
  return {mention};
}

Mention Resolver::state_mention(const Phrase& phrase, const State& state, Mention::Kind kind,
                                const std::string& via) const {
  Mention mention;
  mention.kind = kind;
  mention.actor = blank(phrase, phrase.head_match->first, phrase.head_match->last);
  mention.actor.name = state.name;
  mention.actor.code = mention.actor.country = state.code;
  if (kind == Mention::Kind::kPeople) {
    mention.actor.sector = "CVL";
    mention.actor.type = "group";
    if (!state.people.empty()) mention.actor.name = state.people[0];
  } else {
    mention.actor.sector = state.sector;
    mention.actor.type = "state";
  }
  mention.actor.via = via;
  if (kind == Mention::Kind::kCapital) mention.confidence = 0.9;
  return mention;
}

Mention Resolver::holder_mention(const Phrase& phrase, const OfficeHolder& holder, const std::string& via) const {
  Mention mention;
  mention.kind = Mention::Kind::kPerson;
  mention.actor = blank(phrase, phrase.first, phrase.last);
  mention.actor.name = holder.holder;
  mention.actor.code = holder.state;
  if (holder.state.size() == 3) mention.actor.country = holder.state;
  mention.actor.type = "person";
  mention.actor.via = via;
  const bool holds = in_office(holder);
  if (holds && holder.state.size() == 3) mention.actor.sector = "GOV";
  if (!holds) mention.actor.sector = "ELI";
  mention.actor.role = holds ? holder.office : "former " + holder.office;
  if (date_.empty()) mention.confidence = 0.8;
  return mention;
}

bool Resolver::in_office(const OfficeHolder& holder) const {
  if (date_.empty()) return holder.to.empty();
  return holder.from <= date_ && (holder.to.empty() || date_ < holder.to);
}

// Of a person with several terms, the one that holds on the article's date, or else the last.
const OfficeHolder* Resolver::holder_of(const NameMatch& match) const {
  const OfficeHolder* best = nullptr;
  for (const NameEntry& entry : match.entries) {
    if (entry.kind != Kind::kHolder && entry.kind != Kind::kHolderShort) continue;
    const OfficeHolder& holder = knowledge_.offices[static_cast<std::size_t>(entry.index)];
    if (best == nullptr || !in_office(*best)) best = &holder;
  }
  return best;
}

const OfficeHolder* Resolver::holder_of(const std::string& state, const std::string& office) const {
  for (const OfficeHolder& holder : knowledge_.offices) {
    if (holder.state == state && holder.office == office && in_office(holder)) return &holder;
  }
  return nullptr;
}

}  // namespace entente

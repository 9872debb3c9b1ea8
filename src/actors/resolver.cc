#include "actors/resolver.h"

#include <algorithm>
#include <set>

namespace entente {
namespace {

constexpr std::int32_t kMaxDepth = 8;
constexpr std::size_t kMaxParties = 20;
constexpr std::int64_t kLargeTown = 400000;  // inhabitants
constexpr std::int32_t kDaysAfter = 14;
constexpr std::size_t kDateLength = 10;  // of "2024-03-01", as a timestamp begins

bool is_country_like(const Mention& mention) { return mention.actor.code.has_value(); }

}  // namespace

Resolver::Resolver(const Tree& tree, const Knowledge& knowledge)
    : tree_(tree),
      knowledge_(knowledge),
      matches_(find_names(tree, knowledge)),
      phrases_(tree, knowledge, matches_),
      referents_(static_cast<std::size_t>(tree.size())),
      progress_(static_cast<std::size_t>(tree.size()), Progress::kNone) {
  const Article& article = tree.parsed().document.article;
  if (article.published.has_value()) date_ = article.published->substr(0, kDateLength);
  if (article.dateline.has_value()) {
    const auto found = knowledge.names.find(name_key(article.dateline->place));
    std::int64_t largest = -1;
    if (found != knowledge.names.end()) {
      for (const NameEntry& entry : found->second) {
        if (entry.kind == Kind::kCapital || entry.kind == Kind::kState) {
          dateline_state_ = knowledge.states[static_cast<std::size_t>(entry.index)].code;
          break;
        }
        if (entry.kind != Kind::kPlace) continue;
        // The largest of the towns of that name.
        const PlaceEntry& place = knowledge.places[static_cast<std::size_t>(entry.index)];
        if (place.population < largest) continue;
        largest = place.population;
        dateline_state_ = place.country;
      }
    }
  }
  find_main_state();
}

// The state that an article without a dateline is about, for "the army" and "the government": named twice as often as
// the next.
void Resolver::find_main_state() {
  // What can mean one state only comes first; it decides about the rest.
  for (const bool sure : {true, false}) {
    std::vector<std::string> found;
    for (const NameMatch& match : matches_) {
      if ((match.entries.size() == 1) == sure) found.push_back(state_of(match));
    }
    for (const std::string& state : found) {
      if (!state.empty()) ++named_states_[state];
    }
  }
  std::int32_t most = 0;
  std::int32_t next = 0;
  for (const auto& [state, count] : named_states_) {
    if (count > most) {
      next = most;
      most = count;
      main_state_ = state;
    } else {
      next = std::max(next, count);
    }
  }
  if (most < 2 || most < 2 * next) main_state_.clear();
  for (const NameMatch& match : matches_) {
    if (const NameEntry* entry = match.entry(Kind::kOrganisation); entry != nullptr)
      ++named_states_[knowledge_.organisations[static_cast<std::size_t>(entry->index)].code];
  }
}

bool Resolver::exists(const State& state) const {
  if (date_.empty()) return state.to.empty();
  return (state.from.empty() || state.from <= date_) && (state.to.empty() || date_ < state.to);
}

// Of the states that a word may mean ("Congolese", "Moscow"), one of the article's time and, of these, one that the
// article names otherwise; then the first of the table.
const State* Resolver::state_in(const NameMatch& match, Kind kind) const {
  const State* best = nullptr;
  std::int32_t best_rank = -1;
  for (const NameEntry& entry : match.entries) {
    if (entry.kind != kind) continue;
    const State& state = knowledge_.states[static_cast<std::size_t>(entry.index)];
    const auto named = named_states_.find(state.code);
    const std::int32_t times = named == named_states_.end() ? 0 : std::min(named->second, 1000);
    const std::int32_t rank = (exists(state) ? 2000 : 0) + (state.code == dateline_state_ ? 1000 : 0) + times;
    if (rank <= best_rank) continue;
    best_rank = rank;
    best = &state;
  }
  return best;
}

std::string Resolver::state_of(const NameMatch& match) const {
  for (const Kind kind : {Kind::kState, Kind::kAdjective, Kind::kCapital, Kind::kPeople, Kind::kSeat}) {
    if (const State* state = state_in(match, kind); state != nullptr) return state->code;
  }
  const PlaceEntry* place = place_of(match);
  return place == nullptr ? "" : place->country;
}

// Of the places of a name: one in a state that the article names, or else the largest.
const PlaceEntry* Resolver::place_of(const NameMatch& match) const {
  const PlaceEntry* best = nullptr;
  std::int64_t best_rank = -1;
  for (const NameEntry& entry : match.entries) {
    if (entry.kind != Kind::kPlace) continue;
    const PlaceEntry& place = knowledge_.places[static_cast<std::size_t>(entry.index)];
    constexpr std::int64_t kNamed = std::int64_t{1} << 40U;  // more than any population
    std::int64_t rank = place.population;
    // A small town of a state that the article never names is most often another place of that name.
    const bool known = place.country.empty() || place.country == dateline_state_ ||
                       named_states_.contains(place.country) || place.population >= kLargeTown;
    if (!known) continue;
    const auto named = named_states_.find(place.country);
    if (named != named_states_.end()) rank += kNamed * named->second;
    if (!dateline_state_.empty() && place.country == dateline_state_) rank += 2 * kNamed;
    if (rank <= best_rank) continue;
    best_rank = rank;
    best = &place;
  }
  return best;
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
  if (phrase.head_match != nullptr && group_of(*phrase.head_match) != nullptr) return describe_plain(phrase);
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
    const bool owner = std::any_of(match->entries.begin(), match->entries.end(), [](const NameEntry& entry) {
      return entry.kind != Kind::kTitle && entry.kind != Kind::kTitlePlural && entry.kind != Kind::kHolder &&
             entry.kind != Kind::kHolderShort;
    });
    if (!owner) continue;
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
      if (knowledge_.in_set("grammar_place", of)) add(lying_there(c));
    }
  }
  return found;
}

// "villagers in Peru": of where somebody is, the state alone says who he is.
std::vector<Mention> Resolver::lying_there(TokenId place) {
  std::vector<Mention> found = parties(place);
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const Mention& m) {
                               return m.kind != Mention::Kind::kPlace && m.kind != Mention::Kind::kCapital &&
                                      m.kind != Mention::Kind::kState;
                             }),
              found.end());
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
  if (title.kind >= TitleKind::kReferenceState) {
    std::vector<Mention> one = plural || phrase.name.has_value() ? std::vector<Mention>() : refer_one(phrase, title.kind);
    if (!one.empty() || title.kind == TitleKind::kReferenceOther) return one;
  }
  if (title.kind == TitleKind::kAgent && knowledge_.in_set("grammar_rebels", title.role)) {
    if (std::vector<Mention> armed = refer_armed(phrase); !armed.empty()) return armed;
  }
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
  // "a spokesman for the rebels", "fighters of the front" are some of them.
  const bool of_group = owner.kind == Mention::Kind::kGroup || owner.kind == Mention::Kind::kOrganisation;
  const bool takes_over = title.kind == TitleKind::kPost || title.kind == TitleKind::kAgent;
  const bool own_code = owner.kind == Mention::Kind::kOrganisation && !owner.actor.country.has_value();
  const bool owners_sector =
      sector.empty() || (of_group && takes_over && (owner.actor.sector.has_value() || own_code));
  mention.actor.sector = owners_sector ? owner.actor.sector : std::optional<std::string>(sector);
  mention.actor.type = single ? "person" : "group";
  mention.kind = single ? Mention::Kind::kPerson : Mention::Kind::kGroup;
  if (!role.empty() && title.kind != TitleKind::kAgent && title.kind != TitleKind::kBody) mention.actor.role = role;
  mention.actor.via = owner.actor.via == "nationality" ? "nationality" : "title";
  mention.actor.code = owner.actor.code;
  mention.actor.country = owner.actor.country;
  // "the army", "protesters": with nobody's name, those of the place.
  const bool local = domestic || !single;
  if (!mention.actor.code.has_value() && local) {
    const std::string spoken_for = single ? state_spoken_for(phrase.head) : "";
    std::string state = spoken_for.empty() ? domestic_state(phrase.head) : spoken_for;
    if (state.empty() && domestic) state = last_state(phrase.head);
    if (!state.empty()) {
      mention.actor.code = mention.actor.country = state;
      mention.actor.via = "description";
      mention.confidence = domestic ? 0.7 : 0.6;
    }
  }
  const OfficeHolder* holder =
      office && mention.actor.code.has_value() ? holder_of(*mention.actor.code, role) : nullptr;
  if (is_former(phrase.head)) {
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
    Mention known = holder_mention(phrase, *holder, "name");
    if (title != nullptr) give_title(phrase, *title, *holder, known);
    if (known.actor.sector == "ELI") give_new_role(phrase, known);
    return known;
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
  apply_relative_clause(phrase, mention);
  // Somebody of whom nothing is said is most often of the country that the article is about.
  if (!mention.actor.code.has_value() && phrase.name.has_value() && title == nullptr) {
    const std::string& state = main_state_.empty() ? dateline_state_ : main_state_;
    if (!state.empty()) {
      mention.actor.code = mention.actor.country = state;
      mention.confidence *= 0.5;
    }
  }
  return mention;
}

// "X, who leads the Y rebels": of whom somebody is the head, he is one.
void Resolver::apply_relative_clause(const Phrase& phrase, Mention& mention) {
  if (mention.actor.code.has_value()) return;
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    for (const TokenId c : tree_.children(t)) {
      if (!tree_.is(c, "acl:relcl") || !knowledge_.in_set("grammar_leading", tree_.lemma(c))) continue;
      const TokenId object = tree_.child(c, "obj");
      if (object < 0) continue;
      for (const Mention& led : referents(object)) {
        if (!led.actor.code.has_value()) continue;
        mention.actor.code = led.actor.code;
        mention.actor.country = led.actor.country;
        mention.actor.sector = led.actor.sector;
        return;
      }
    }
  }
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
    if (const NameEntry* entry = organisation_in(phrase); entry != nullptr)
      return {organisation_mention(phrase, knowledge_.organisations[static_cast<std::size_t>(entry->index)])};
    if (const Group* group = group_of(*match); group != nullptr) return {group_mention(phrase, *group)};
    static constexpr struct {
      Kind entry;
      Mention::Kind kind;
      const char* via;
    } kKinds[] = {{Kind::kState, Mention::Kind::kState, "name"},
                  {Kind::kAdjective, Mention::Kind::kState, "nationality"},
                  {Kind::kPeople, Mention::Kind::kPeople, "nationality"},
                  {Kind::kCapital, Mention::Kind::kCapital, "capital"},
                  {Kind::kSeat, Mention::Kind::kCapital, "capital"}};
    for (const auto& [entry_kind, kind, via] : kKinds) {
      if (const State* state = state_in(*match, entry_kind); state != nullptr)
        return {state_mention(phrase, *state, kind, via)};
    }
    if (const PlaceEntry* place = place_of(*match); place != nullptr) return {place_mention(phrase, *place)};
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
  const std::string sector = sector_of_thing(tree_.lemma(phrase.head));
  if (!sector.empty()) mention.actor.sector = sector;
  return {mention};
}

// Tanks are an army's, an embassy is a government's; of other things their names say nothing.
std::string Resolver::sector_of_thing(const std::string& lemma) const {
  if (knowledge_.in_set("military_targets", lemma)) return "MIL";
  if (knowledge_.in_set("government_targets", lemma)) return "GOV";
  return knowledge_.in_set("police_targets", lemma) ? "COP" : "";
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
  if (kind == Mention::Kind::kCapital) {
    mention.confidence = 0.9;
    mention.where = place_of(*phrase.head_match);
    if (mention.where != nullptr && mention.where->country != state.code) mention.where = nullptr;
  }
  return mention;
}

Mention Resolver::organisation_mention(const Phrase& phrase, const Organisation& organisation) const {
  Mention mention;
  mention.kind = Mention::Kind::kOrganisation;
  mention.actor = blank(phrase, phrase.head_match->first, phrase.head_match->last);
  mention.actor.name = organisation.name;
  mention.actor.code = organisation.code;
  if (!organisation.sector.empty()) mention.actor.sector = organisation.sector;
  mention.actor.type = "organisation";
  mention.actor.via = "name";
  mention.armed = organisation.kind == "armed";
  return mention;
}

// Of the rows of a name, the one whose time the article falls in; without a date the last.
const Group* Resolver::group_of(const NameMatch& match) const {
  const Group* best = nullptr;
  for (const NameEntry& entry : match.entries) {
    if (entry.kind != Kind::kGroup) continue;
    const Group& group = knowledge_.groups[static_cast<std::size_t>(entry.index)];
    const bool now = date_.empty() ? group.to.empty()
                                   : (group.from.empty() || group.from <= date_) && (group.to.empty() || date_ < group.to);
    if (now && !date_.empty()) return &group;
    // Without a date a group that has fought is taken for what it was known as.
    if (best == nullptr || best->kind != "armed") best = &group;
  }
  return best;
}

Mention Resolver::group_mention(const Phrase& phrase, const Group& group) const {
  Mention mention;
  mention.kind = Mention::Kind::kOrganisation;
  mention.actor = blank(phrase, phrase.head_match->first, phrase.head_match->last);
  mention.actor.name = group.name;
  if (!group.code.empty()) mention.actor.code = group.code;
  if (!group.country.empty()) mention.actor.country = group.country;
  mention.actor.sector = group.sector;
  mention.armed = group.kind == "armed";
  mention.actor.type = group.kind == "armed" || group.kind == "people" ? "group" : "organisation";
  mention.actor.via = "name";
  return mention;
}

Mention Resolver::place_mention(const Phrase& phrase, const PlaceEntry& place) const {
  Mention mention;
  mention.kind = Mention::Kind::kPlace;
  mention.actor = blank(phrase, phrase.head_match->first, phrase.head_match->last);
  if (!place.country.empty()) mention.actor.code = mention.actor.country = place.country;
  mention.actor.sector = "CVL";
  mention.actor.type = "place";
  mention.actor.via = "description";
  mention.where = &place;
  mention.confidence = 0.85;
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
  // Without a date nobody can be said to have left.
  const bool holds = date_.empty() || in_office(holder) || has_just_left(holder);
  if (holds && holder.state.size() == 3) mention.actor.sector = "GOV";
  if (!holds) mention.actor.sector = "ELI";
  mention.gender = holder.gender;
  mention.actor.role = holds ? holder.office : "former " + holder.office;
  if (date_.empty()) mention.confidence = 0.8;
  return mention;
}

// "President X" of whom the table knows another time: what the article calls him counts, unless it says "former".
void Resolver::give_title(const Phrase& phrase, const Title& title, const OfficeHolder& holder, Mention& known) const {
  if (known.actor.sector != "ELI" || is_former(phrase.head)) return;
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    if (knowledge_.in_set("grammar_former", tree_.lemma(t))) return;
  }
  known.actor.role = title.role;
  if (const std::string sector = sector_of(phrase, title); !sector.empty() && holder.state.size() == 3)
    known.actor.sector = sector;
}

// "X, the UN envoy": somebody who has left an office and is told to have another task.
void Resolver::give_new_role(const Phrase& phrase, Mention& known) {
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    for (const TokenId c : tree_.children(t)) {
      if (!tree_.is(c, "appos") || is_former(c)) continue;
      for (const Mention& other : referents(c)) {
        const bool office = other.actor.code.has_value() && other.actor.role.has_value() && other.actor.sector != "ELI";
        if (!office) continue;
        known.actor.code = other.actor.code;
        known.actor.country = other.actor.country;
        known.actor.sector = other.actor.sector;
        known.actor.role = other.actor.role;
        return;
      }
    }
  }
}

bool Resolver::is_former(TokenId head) const {
  return std::any_of(tree_.children(head).begin(), tree_.children(head).end(),
                     [&](TokenId c) { return knowledge_.in_set("grammar_former", tree_.lemma(c)); });
}

// A day on which an office ends is still its holder's, and so are the two weeks after it, in which news tells of it.
bool Resolver::has_just_left(const OfficeHolder& holder) const {
  if (date_.size() != kDateLength || holder.to.size() != kDateLength || holder.to > date_) return false;
  const auto days = [](const std::string& d) {
    return std::stoi(d.substr(0, 4)) * 372 + std::stoi(d.substr(5, 2)) * 31 + std::stoi(d.substr(8, 2));
  };
  return days(date_) - days(holder.to) <= kDaysAfter;
}

bool Resolver::in_office(const OfficeHolder& holder) const {
  if (date_.empty()) return holder.to.empty();
  return holder.from <= date_ && (holder.to.empty() || date_ < holder.to);
}

// Of a person with several terms, the one that holds on the article's date, or else the last. A family name alone is
// many people's: it counts where the article names the state or organisation, and there first of who is in office.
const OfficeHolder* Resolver::holder_of(const NameMatch& match) const {
  const OfficeHolder* best = nullptr;
  std::int32_t best_rank = -1;
  std::set<std::string_view> persons;
  for (const NameEntry& entry : match.entries) {
    if (entry.kind == Kind::kHolder || entry.kind == Kind::kHolderShort)
      persons.insert(knowledge_.offices[static_cast<std::size_t>(entry.index)].holder);
  }
  const bool only_one = persons.size() == 1 && !date_.empty();
  for (const NameEntry& entry : match.entries) {
    if (entry.kind != Kind::kHolder && entry.kind != Kind::kHolderShort) continue;
    const OfficeHolder& holder = knowledge_.offices[static_cast<std::size_t>(entry.index)];
    const bool named = named_states_.contains(holder.state) || holder.state == dateline_state_;
    if (entry.kind == Kind::kHolderShort && !named && !(only_one && in_office(holder))) continue;
    const std::int32_t rank = (in_office(holder) ? 4 : 0) + (named ? 2 : 0) + (has_begun(holder) ? 1 : 0);
    if (rank < best_rank) continue;
    best_rank = rank;
    best = &holder;
  }
  return best;
}

bool Resolver::has_begun(const OfficeHolder& holder) const { return date_.empty() || holder.from <= date_; }

const OfficeHolder* Resolver::holder_of(const std::string& state, const std::string& office) const {
  const auto found = knowledge_.holders.find(state + "\t" + office);
  if (found == knowledge_.holders.end()) return nullptr;
  for (const std::int32_t i : found->second) {
    const OfficeHolder& holder = knowledge_.offices[static_cast<std::size_t>(i)];
    if (in_office(holder)) return &holder;
  }
  return nullptr;
}

}  // namespace entente

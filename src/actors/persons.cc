// Persons and groups of persons: by a title, an office, a name, or what stands beside it.
#include <algorithm>

#include "actors/resolver.h"

namespace entente {
namespace {

// How sure it is who is meant.
constexpr double kUndated = 0.8;    // of an office, in an article without a date
constexpr double kNotYet = 0.6;     // of somebody whose office begins after the article
constexpr double kSameRole = 0.9;   // "the president", after one was named
constexpr double kSameName = 0.95;  // a name that was told before
constexpr double kSameWord = 0.8;   // "the marines", after those of a state
constexpr double kDomestic = 0.7;   // "the army", with nobody's name
constexpr double kLocal = 0.6;      // "protesters", with nobody's name
constexpr double kOfArticle = 0.5;  // somebody of whom nothing is said

constexpr const char* kPolice = "COP";

bool is_office(const Title& title) { return title.kind == TitleKind::kOffice || title.kind == TitleKind::kCounterpart; }

}  // namespace

// A rebel spokesman speaks for rebels, an army commander is of the army: what stands before a post says whose it is.
const Title* Resolver::body_of(const Phrase& phrase, const Title& title) const {
  if (title.kind != TitleKind::kPost) return nullptr;
  for (const NameMatch* match : phrase.matches) {
    const NameEntry* entry = match->entry(Kind::kTitle);
    if (entry == nullptr) entry = match->entry(Kind::kTitlePlural);
    if (entry == nullptr || match->covers(phrase.head)) continue;
    const Title& other = row_of(knowledge_.titles, *entry);
    if ((other.kind == TitleKind::kAgent || other.kind == TitleKind::kBody) && !other.sector.empty()) return &other;
  }
  return nullptr;
}

// "Riot police fired gas, and two officers were hurt": of the police, where the sentence told of them before.
bool Resolver::police_before(TokenId t) const {
  for (TokenId at = t - 1; at >= 0 && tree_.sentence(at) == tree_.sentence(t); --at) {
    const NameMatch* match = phrases_.match_of(at);
    const NameEntry* entry = match == nullptr ? nullptr : match->entry(Kind::kTitle);
    if (entry == nullptr && match != nullptr) entry = match->entry(Kind::kTitlePlural);
    if (entry != nullptr && row_of(knowledge_.titles, *entry).sector == kPolice) return true;
  }
  return false;
}

std::string Resolver::sector_of(const Phrase& phrase, const Title& title) const {
  if (knowledge_.in_set("officers_of_any_force", title.title) && police_before(phrase.head)) return kPolice;
  const Title* body = body_of(phrase, title);
  return body == nullptr ? title.sector : body->sector;
}

std::vector<ActorMention> Resolver::describe_titled(const Phrase& phrase, const Title& title, bool plural) {
  if (std::vector<ActorMention> named = named_behind(phrase, title); !named.empty()) return named;
  if (std::vector<ActorMention> listed = describe_list(phrase); !listed.empty()) return listed;
  if (auto told = refer_titled(phrase, title, plural); told.has_value()) return *std::move(told);
  const bool known_holder = std::any_of(phrase.matches.begin(), phrase.matches.end(),
                                        [&](const NameMatch* m) { return senses_.holder_of(*m) != nullptr; });
  if (phrase.name.has_value() || known_holder) return {describe_person(phrase, &title)};
  std::string name;  // "Peru's foreign minister, X", of whom the name alone tells nothing
  for (const TokenId c : tree_.children(phrase.head)) {
    if (!tree_.is(c, "appos")) continue;
    const std::vector<ActorMention>& names = referents(c);
    if (names.size() != 1 || names[0].kind != ActorMention::Kind::kPerson) continue;
    name = names[0].actor.name;
    // A state that the name was only given for want of another counts for less than the title's own words.
    if (!names[0].actor.code.has_value() || names[0].guessed) continue;
    return {with_title(phrase, title, restate(names, phrase.first, phrase.last, names[0].actor.via, 1)[0])};
  }
  if (auto head = plural ? std::nullopt : head_of_private_body(phrase, title); head.has_value()) {
    if (!name.empty()) head->actor.name = name;
    return {*std::move(head)};
  }
  const std::string role = role_of(phrase, title);
  std::vector<ActorMention> whose = title.kind == TitleKind::kCounterpart ? counterparts_state(phrase) : owners(phrase);
  const bool own_words = !whose.empty();
  if (!own_words && !plural && name.empty() && title.kind == TitleKind::kPost) {
    if (const ActorMention* same = called_before(phrase, title); same != nullptr)
      return restate({*same}, phrase.first, phrase.last, "title", kSameRole);
  }
  if (!own_words && !plural) whose = state_of_title(phrase, title);
  const bool single = !plural && (is_office(title) || title.kind == TitleKind::kPost);
  if (!own_words && single && name.empty()) {
    const ActorMention* same = remembered_role(role, phrase.head);
    if (same != nullptr && (whose.empty() || same->actor.country == whose[0].actor.country))
      return restate({*same}, phrase.first, phrase.last, "title", kSameRole);
    if (same = called_before(phrase, title); same != nullptr)
      return restate({*same}, phrase.first, phrase.last, "title", kSameRole);
  }
  std::vector<ActorMention> found;
  if (whose.empty()) whose.emplace_back();
  for (const ActorMention& owner : whose) {
    // "the government of Peru and the Front": the second is another party, whatever the tree says.
    if (owner.armed && whose.size() > 1 && &owner != &whose[0] && knowledge_.in_set("grammar_state_organs", role)) {
      found.push_back(owner);
      continue;
    }
    found.push_back(titled(phrase, title, role, single, owner));
    if (!name.empty() && single) found.back().actor.name = name;
    if (whose.size() > 1) call_apart(phrase, title, found.back().actor);
  }
  return found;
}

// "Gazprom's president", "the president of the chamber of commerce": no head of state.
std::optional<ActorMention> Resolver::head_of_private_body(const Phrase& phrase, const Title& title) {
  if (title.kind != TitleKind::kOffice) return std::nullopt;
  for (const TokenId c : tree_.children(phrase.head)) {
    const bool whose = tree_.is(c, "nmod:poss") || (tree_.is(c, "nmod") && preposition(tree_, c) == "of");
    if (!whose || !tree_.has_upos(c, {"NOUN", "PROPN"})) continue;
    for (const ActorMention& body : referents(c)) {
      const std::string sector = body.actor.sector.value_or("");
      if (sector.empty() || !knowledge_.in_set("private_sectors", fold_case(sector))) continue;
      ActorMention mention = body;
      const Actor own = blank(phrase.first, phrase.last);
      mention.kind = ActorMention::Kind::kPerson;
      mention.actor.name = own.name;
      mention.actor.text = own.text;
      mention.actor.span = own.span;
      mention.actor.type = "person";
      mention.actor.role = title.role;
      mention.actor.via = "title";
      return mention;
    }
  }
  return std::nullopt;
}

// "the leaders of Peru and Chile": the Peruvian leader, and the Chilean one.
void Resolver::call_apart(const Phrase& phrase, const Title& title, Actor& actor) const {
  const auto state = knowledge_.state_of_code.find(actor.country.value_or(""));
  if (state == knowledge_.state_of_code.end() || actor.name != blank(phrase.first, phrase.last).name) return;
  const State& own = knowledge_.states[static_cast<std::size_t>(state->second)];
  const bool several = title.kind == TitleKind::kAgent && !title.plural.empty();
  if (!own.adjectives.empty()) actor.name = own.adjectives.front() + " " + (several ? title.plural : title.title);
}

// One holder of the title, of the owner's state or, where the owner is nobody, of the state of the place.
ActorMention Resolver::titled(const Phrase& phrase, const Title& title, const std::string& role, bool single,
                              const ActorMention& owner) {
  const std::string sector = sector_of(phrase, title);
  const Title* body = body_of(phrase, title);
  const bool domestic = title.domestic || (body != nullptr && body->kind == TitleKind::kBody && body->domestic);
  ActorMention mention;
  mention.actor = blank(phrase.first, phrase.last);
  // "a spokesman for the rebels", "fighters of the front" are some of them.
  const bool of_group = owner.kind == ActorMention::Kind::kGroup || owner.kind == ActorMention::Kind::kOrganisation;
  const bool takes_over = title.kind == TitleKind::kPost || title.kind == TitleKind::kAgent;
  const bool own_code = owner.kind == ActorMention::Kind::kOrganisation && !owner.actor.country.has_value();
  const bool owners_sector = sector.empty() || (of_group && takes_over && (owner.actor.sector.has_value() || own_code));
  mention.actor.sector = owners_sector ? owner.actor.sector : std::optional<std::string>(sector);
  mention.actor.type = single ? "person" : "group";
  mention.kind = single ? ActorMention::Kind::kPerson : ActorMention::Kind::kGroup;
  if (!role.empty() && title.kind != TitleKind::kAgent && title.kind != TitleKind::kBody) mention.actor.role = role;
  mention.actor.via = owner.actor.via == "nationality" ? "nationality" : "title";
  take_country(owner.actor, mention.actor);
  // "the army", "protesters": with nobody's name, those of the place; reporters come from anywhere.
  const bool local = domestic || (!single && mention.actor.sector.has_value() && mention.actor.sector != "JRN");
  if (const Actor* before = mention.actor.code.has_value() ? nullptr : told_before(phrase); before != nullptr) {
    take_country(*before, mention.actor);
    mention.actor.via = "description";
    mention.confidence = kSameWord;
  }
  if (!mention.actor.code.has_value() && knowledge_.in_set("embassies", title.title)) {
    if (const std::string state = state_of_embassy(phrase.head); !state.empty()) {
      mention.actor.code = mention.actor.country = state;
      mention.actor.via = "description";
      mention.confidence = kLocal;
    }
  }
  mention.unsaid = !mention.actor.code.has_value();
  if (mention.unsaid && local) settle_where_told(phrase, title, single, domestic, mention);
  const OfficeHolder* holder =
      is_office(title) && mention.actor.code.has_value() ? senses_.holder_of(*mention.actor.code, role) : nullptr;
  if (is_former(phrase.head)) {
    mention.actor.role = "former " + role;
    mention.actor.sector = kFormer;
  } else if (holder != nullptr) {
    const double confidence = mention.confidence;
    mention = holder_mention(phrase, *holder, "title");
    mention.confidence *= confidence;
  }
  return mention;
}

// With no word for whose: of the side that speaks, of the place, or of the state that was told last.
void Resolver::settle_where_told(const Phrase& phrase, const Title& title, bool single, bool domestic,
                                 ActorMention& mention) {
  bool abroad = false;  // "foreign ministry": of whom the paragraph or the place tells, and else of any state
  for (const TokenId c : tree_.children(phrase.head)) {
    if (!knowledge_.in_set("grammar_foreign", tree_.folded(c))) continue;
    if (phrase.head_match == nullptr || !phrase.head_match->covers(c)) return;
    abroad = true;
  }
  const bool army = mention.actor.sector == "MIL";
  const bool organ = title.kind == TitleKind::kBody && !tree_.has_feat(phrase.head, "Number=Plur");
  const bool post = title.kind == TitleKind::kPost && tree_.child(phrase.head, "nmod:poss") < 0;
  std::string state = knowledge_.in_set("local_offices", title.title) ? state_nearby(phrase.head) : "";
  if (state.empty()) {
    state = single || organ ? state_spoken_for_or_domestic(phrase.head, organ || post)
                            : domestic_state(phrase.head, army ? Place::kOfArmy : Place::kOfCrowd);
  }
  if (state.empty() && domestic && !abroad) state = last_state(phrase.head);
  if (state.empty()) return;
  mention.actor.code = mention.actor.country = state;
  mention.actor.via = "description";
  mention.guessed = true;
  mention.confidence = domestic ? kDomestic : kLocal;
}

ActorMention Resolver::describe_person(const Phrase& phrase, const Title* title) {
  if (const ActorMention* before = title == nullptr ? namesake(phrase) : nullptr; before != nullptr)
    return restate({*before}, phrase.first, phrase.last, "name", kSameName)[0];
  for (const NameMatch* match : phrase.matches) {
    const OfficeHolder* holder = senses_.holder_of(*match);
    if (holder == nullptr) continue;
    // "Anna Lavrov" is not the minister: a family name counts alone or after a title.
    const bool short_name = match->entry(Kind::kHolder) == nullptr;
    if (short_name && phrase.name.has_value() && phrase.name->second + 1 == match->first) break;
    ActorMention known = holder_mention(phrase, *holder, "name");
    if (title != nullptr) give_title(phrase, *title, *holder, known);
    if (known.actor.sector == kFormer || !known.actor.role.has_value()) give_new_role(phrase, known);
    return known;
  }
  if (!phrase.name.has_value() && !phrase.matches.empty()) return {};
  return describe_unlisted(phrase, title);
}

// Whom the article has named in full is meant by the family name, though the tables know it of somebody else.
const ActorMention* Resolver::namesake(const Phrase& phrase) const {
  const bool short_names = std::all_of(phrase.matches.begin(), phrase.matches.end(), [](const NameMatch* m) {
    return m->entry(Kind::kHolderShort) != nullptr && m->entry(Kind::kHolder) == nullptr;
  });
  if (phrase.name.has_value() || phrase.matches.empty() || !short_names) return nullptr;
  const ActorMention* before = remembered_name(phrase);
  if (before == nullptr || !knowledge_.gender_of.contains(before->actor.name)) return before;
  // Of two in the tables with one family name, the one that the article has named.
  const OfficeHolder* holder = senses_.holder_of(*phrase.matches[0]);
  const bool another = before->kind == ActorMention::Kind::kPerson && !before->guessed && holder != nullptr &&
                       holder->holder != before->actor.name;
  return another ? before : nullptr;
}

// Somebody that the tables of offices lack.
ActorMention Resolver::describe_unlisted(const Phrase& phrase, const Title* title) {
  ActorMention mention;
  mention.kind = ActorMention::Kind::kPerson;
  const auto [first, last] = phrase.name.value_or(std::make_pair(phrase.head, phrase.head));
  mention.actor = blank(phrase.first, phrase.last);
  mention.actor.name = tree_.text(first, last);
  mention.actor.type = "person";
  mention.actor.via = "name";
  if (title == nullptr && apply_list(phrase.head, mention)) return mention;
  if (title != nullptr) {
    apply_title(phrase, *title, mention);
  } else if (const ActorMention* before = remembered_name(phrase); before != nullptr) {
    return restate({*before}, phrase.first, phrase.last, "name", kSameName)[0];
  } else if (const std::vector<ActorMention> whose = owners(phrase); !whose.empty()) {
    take_country(whose[0].actor, mention.actor);
    mention.actor.via = whose[0].actor.via;
  }
  apply_apposition(phrase, mention);
  apply_relative_clause(phrase, mention);
  // Somebody of whom nothing is said is of where he speaks, or most often of the country that the article is about.
  if (!mention.actor.code.has_value() && phrase.name.has_value() && title == nullptr) {
    std::string state = capital_before(phrase.first);
    if (state.empty()) state = side_heard(phrase.first);
    if (state.empty()) state = senses_.main_state().empty() ? senses_.story_state() : senses_.main_state();
    if (!state.empty()) {
      mention.actor.code = mention.actor.country = state;
      mention.guessed = true;
      mention.confidence *= kOfArticle;
    }
    mention.unsaid = true;
  }
  return mention;
}

void Resolver::apply_title(const Phrase& phrase, const Title& title, ActorMention& mention) {
  if (const std::string sector = sector_of(phrase, title); !sector.empty()) mention.actor.sector = sector;
  mention.actor.role = title.role;
  mention.actor.via = "title";
  std::vector<ActorMention> whose = owners(phrase);
  if (whose.empty()) whose = state_of_title(phrase, title);
  if (!whose.empty()) {
    take_country(whose[0].actor, mention.actor);
  } else if (title.domestic) {
    std::string state = knowledge_.in_set("local_offices", title.title) ? state_nearby(phrase.head) : "";
    if (state.empty()) state = state_spoken_for_or_domestic(phrase.head, false);
    if (state.empty()) state = last_state(phrase.head);
    if (!state.empty()) mention.actor.code = mention.actor.country = state;
    mention.unsaid = true;
    mention.confidence = kDomestic;
  }
}

// The rebels of "who leads the rebels", the ministry of "who speaks for the ministry"; -1 where it is neither.
TokenId Resolver::whom_he_stands_for(TokenId clause) const {
  if (knowledge_.in_set("grammar_leading", tree_.lemma(clause))) return tree_.child(clause, "obj");
  if (!knowledge_.in_set("grammar_speaking_for", tree_.lemma(clause))) return -1;
  for (const TokenId c : tree_.children(clause)) {
    if (tree_.is(c, "obl") && preposition(tree_, c) == "for") return c;
  }
  return -1;
}

// "X, who leads the Y rebels": of whom somebody is the head, he is one.
void Resolver::apply_relative_clause(const Phrase& phrase, ActorMention& mention) {
  if (mention.actor.code.has_value()) return;
  std::vector<TokenId> clauses;
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    for (const TokenId c : tree_.children(t)) {
      if (tree_.is(c, "acl:relcl")) clauses.push_back(c);
    }
  }
  // The same, with the clause hung from a name before.
  const TokenId who = phrase.last + 2;
  const bool behind = who < tree_.size() && tree_.folded(phrase.last + 1) == "," && tree_.word(who).xpos == "WP" &&
                      tree_.is(who, "nsubj");
  if (behind && tree_.is(tree_.head(who), "acl:relcl")) clauses.push_back(tree_.head(who));
  for (const TokenId clause : clauses) {
    const TokenId object = whom_he_stands_for(clause);
    if (object < 0) continue;
    for (const ActorMention& led : referents(object)) {
      if (!led.actor.code.has_value()) continue;
      take_country(led.actor, mention.actor);
      mention.actor.sector = led.actor.sector;
      return;
    }
  }
}

// "X, the Peruvian foreign minister": what the name alone does not say.
void Resolver::apply_apposition(const Phrase& phrase, ActorMention& mention) {
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    for (const TokenId c : tree_.children(t)) {
      // "the interior minister, X, said", with the title hung from the name.
      const bool before = tree_.is(c, "nmod:desc") && c < phrase.first;
      if (!tree_.is(c, "appos") && !before) continue;
      for (const ActorMention& other : referents(c)) {
        // "General X, a Peruvian officer": words of his own count more than where an army most often is of.
        const bool open = !mention.actor.code.has_value() || (mention.unsaid && !other.unsaid && !other.guessed);
        if (open && other.actor.code.has_value()) {
          take_country(other.actor, mention.actor);
          mention.actor.via = "title";
          mention.guessed = other.guessed;  // "X, then head of state": of the place told, for want of a word
          mention.unsaid = other.guessed || other.unsaid;
        }
        if (!mention.actor.sector.has_value()) mention.actor.sector = other.actor.sector;
        if (!mention.actor.role.has_value()) mention.actor.role = other.actor.role;
      }
    }
  }
}

ActorMention Resolver::holder_mention(const Phrase& phrase, const OfficeHolder& holder, const std::string& via) const {
  ActorMention mention;
  mention.kind = ActorMention::Kind::kPerson;
  mention.actor = blank(phrase.first, phrase.last);
  mention.actor.name = holder.holder;
  mention.actor.code = holder.state;
  if (is_state_code(holder.state)) mention.actor.country = holder.state;
  mention.actor.type = "person";
  mention.actor.via = via;
  mention.gender = holder.gender;
  if (senses_.still_holds(holder)) {
    if (!holder.sector.empty()) mention.actor.sector = holder.sector;
    mention.actor.role = holder.office;
  } else if (senses_.has_begun(holder)) {
    mention.actor.sector = kFormer;
    mention.actor.role = "former " + holder.office;
  } else {
    mention.confidence = kNotYet;  // who will hold it one day, or a namesake: the words beside the name tell
  }
  if (!senses_.dated()) mention.confidence = kUndated;
  return mention;
}

// "President X" of whom the table knows another time: what the article calls him counts, unless it says "former".
void Resolver::give_title(const Phrase& phrase, const Title& title, const OfficeHolder& holder,
                          ActorMention& known) const {
  const bool in_office = known.actor.role.has_value() && known.actor.sector != kFormer;
  if (in_office || is_former(phrase.head)) return;
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    if (knowledge_.in_set("grammar_former", tree_.lemma(t))) return;
  }
  known.actor.role = title.role;
  if (const std::string sector = sector_of(phrase, title); !sector.empty() && is_state_code(holder.state))
    known.actor.sector = sector;
}

// "X, the UN envoy": somebody who has left an office and is told to have another task.
void Resolver::give_new_role(const Phrase& phrase, ActorMention& known) {
  for (TokenId t = phrase.first; t <= phrase.last; ++t) {
    for (const TokenId c : tree_.children(t)) {
      if (!tree_.is(c, "appos") || is_former(c)) continue;
      for (const ActorMention& other : referents(c)) {
        const bool office =
            other.actor.code.has_value() && other.actor.role.has_value() && other.actor.sector != kFormer;
        if (!office) continue;
        // "X, then head of state": that the place told is abroad makes him no foreigner.
        if (!other.guessed) take_country(other.actor, known.actor);
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

}  // namespace entente

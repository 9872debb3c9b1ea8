// States, organisations, groups, places and things, by their names or by whose they are.
#include "actors/resolver.h"

namespace entente {
namespace {

// How sure it is what is meant.
constexpr double kCapital = 0.9;  // the government rather than the town
constexpr double kTown = 0.85;    // of the gazetteer
constexpr double kSameName = 0.9;
constexpr double kNamedPlace = 0.8;  // a place to the parser alone
constexpr double kUnknownName = 0.5;
constexpr double kThing = 0.8;
constexpr double kCompany = 0.85;

}  // namespace

std::vector<ActorMention> Resolver::describe_plain(const Phrase& phrase) {
  const NameMatch* match = phrase.head_match;
  if (match != nullptr) {
    if (const NameEntry* entry = organisation_in(phrase); entry != nullptr)
      return {organisation_mention(phrase, row_of(knowledge_.organisations, *entry))};
    if (const Group* group = senses_.group_of(*match); group != nullptr) return {group_mention(phrase, *group)};
    static constexpr struct {
      Kind entry;
      ActorMention::Kind kind;
      const char* via;
    } kKinds[] = {{Kind::kState, ActorMention::Kind::kState, "name"},
                  {Kind::kAdjective, ActorMention::Kind::kState, "nationality"},
                  {Kind::kPeople, ActorMention::Kind::kPeople, "nationality"},
                  {Kind::kCapital, ActorMention::Kind::kCapital, "capital"},
                  {Kind::kSeat, ActorMention::Kind::kCapital, "capital"}};
    for (const auto& [entry_kind, kind, via] : kKinds) {
      const State* state = senses_.state_in(*match, entry_kind);
      if (state == nullptr) continue;
      ActorMention mention = state_mention(phrase, *state, kind, via);
      if (kind == ActorMention::Kind::kPeople && is_kin(*match)) live_there(phrase, mention);
      mention.whole = kind == ActorMention::Kind::kPeople && is_whole_people(phrase, *state);
      return {mention};
    }
    // "Mesa signed", after Carlos Mesa was named: no town of that name.
    const ActorMention* person = remembered_name(phrase);
    if (person != nullptr && !knowledge_.in_set("grammar_place", preposition(tree_, phrase.head)))
      return restate({*person}, phrase.first, phrase.last, "name", kSameName);
    if (const PlaceEntry* place = senses_.place_of(*match); place != nullptr) return {place_mention(phrase, *place)};
  }
  if (const ActorMention* before = remembered_name(phrase); before != nullptr)
    return restate({*before}, phrase.first, phrase.last, "name", kSameName);
  return described_by_modifier(phrase);
}

// "ethnic Albanians": kin of a state, and people of another.
bool Resolver::is_kin(const NameMatch& match) const {
  return match.first > 0 && tree_.sentence(match.first - 1) == tree_.sentence(match.first) &&
         knowledge_.in_set("grammar_ethnic", tree_.folded(match.first - 1));
}

// "the Peruvians", with no word that says which of them: those of a state that others deal with.
bool Resolver::is_whole_people(const Phrase& phrase, const State& state) const {
  const auto own = knowledge_.state_of_code.find(state.code);
  const bool region =
      own == knowledge_.state_of_code.end() || &knowledge_.states[static_cast<std::size_t>(own->second)] != &state;
  if (region || phrase.head_match->first == 0) return false;
  const TokenId before = phrase.head_match->first - 1;
  if (tree_.sentence(before) != tree_.sentence(phrase.head) || tree_.folded(before) != "the") return false;
  return std::none_of(tree_.children(phrase.head).begin(), tree_.children(phrase.head).end(), [&](TokenId c) {
    return tree_.is_any(c, {"amod", "compound", "nummod", "nmod", "nmod:poss", "acl", "acl:relcl"});
  });
}

// They are of the state whose they are, or where they live, if it is told.
void Resolver::live_there(const Phrase& phrase, ActorMention& mention) {
  const std::vector<ActorMention> whose = owners(phrase);
  const std::string state = whose.empty() ? domestic_state(phrase.head) : whose[0].actor.country.value_or("");
  if (!is_state_code(state)) return;
  mention.actor.name = tree_.text(phrase.head_match->first - 1, phrase.head_match->last);
  mention.actor.code = mention.actor.country = state;
  mention.guessed = whose.empty();
  mention.confidence = kThing;
}

// "The Union", after "the European Union": no trade union.
std::vector<ActorMention> Resolver::named_in_full(const Phrase& phrase) const {
  const TokenId det = tree_.child(phrase.head, "det");
  const bool bare = det >= 0 && tree_.children(phrase.head).front() == det && tree_.child(phrase.head, "amod") < 0 &&
                    tree_.child(phrase.head, "compound") < 0 && tree_.child(phrase.head, "nmod") < 0;
  if (!bare || tree_.token(phrase.head).form == tree_.folded(phrase.head)) return {};
  const ActorMention* before = remembered_name(phrase);
  if (before == nullptr || before->kind != ActorMention::Kind::kOrganisation) return {};
  return restate({*before}, phrase.first, phrase.last, "name", kSameName);
}

// "The council", "the agency", after the full name of one that states have founded.
std::vector<ActorMention> Resolver::named_in_short(const Phrase& phrase) const {
  // "the union", "the Commission"
  const bool plain = tree_.has_upos(phrase.head, {"NOUN", "PROPN"}) && !tree_.has_feat(phrase.head, "Number=Plur");
  if (!plain || !points_back(phrase, false)) return {};
  const auto named = names_.find(tree_.folded(phrase.head));
  if (named == names_.end() || !can_be_called_bloc(named->second)) return {};
  return restate({named->second}, phrase.first, phrase.last, "description", kSameName);
}

// "the Italian firm X", "X, a shipping line from Lima": no table has it, but its own words tell what it is.
std::vector<ActorMention> Resolver::named_company(const Phrase& phrase) {
  if (!tree_.has_upos(phrase.head, {"PROPN", "NOUN"}) || tree_.token(phrase.head).form == tree_.folded(phrase.head) ||
      phrase.head_match != nullptr)
    return {};
  for (const TokenId c : tree_.children(phrase.head)) {
    const NameMatch* match = tree_.is_any(c, {"compound", "nmod:desc", "appos"}) ? phrases_.match_of(c) : nullptr;
    const NameEntry* entry = match == nullptr ? nullptr : match->entry(Kind::kTitle);
    if (entry == nullptr || row_of(knowledge_.titles, *entry).sector != "BUS") continue;
    std::vector<ActorMention> whose = owners(phrase);
    if (whose.empty() && tree_.is(c, "appos")) whose = owners(phrases_.read(c));
    ActorMention mention;
    mention.kind = ActorMention::Kind::kGroup;
    mention.actor = blank(phrase.first, phrase.last);
    mention.actor.name = tree_.text(phrase.head, phrase.last);
    mention.actor.type = "organisation";
    mention.actor.sector = "BUS";
    mention.actor.via = "description";
    mention.confidence = kCompany;
    mention.unsaid = whose.empty();
    if (!whose.empty()) take_country(whose[0].actor, mention.actor);
    return {mention};
  }
  return {};
}

bool Resolver::is_capital(TokenId t) const { return tree_.token(t).form != tree_.folded(t); }

// "the Alliance for Mountain Freedom": from the first word with a capital before the head to the last behind it.
TokenSpan Resolver::words_of_body(TokenId head) const {
  TokenSpan words = {head, head + 1};
  const std::int32_t sentence = tree_.sentence(head);
  const auto joins = [&](TokenId t) {
    return t >= 0 && t < tree_.size() && tree_.sentence(t) == sentence && is_capital(t) &&
           tree_.has_upos(t, {"PROPN", "NOUN", "ADJ"});
  };
  while (joins(words.begin.value - 1)) --words.begin.value;
  for (TokenId t = words.end.value; t < tree_.size(); ++t) {
    if (joins(t)) {
      words.end.value = t + 1;
    } else if (!tree_.has_upos(t, {"ADP", "DET"}) || t > words.end.value + 1) {
      break;
    }
  }
  return words;
}

// "The Green Valley Front", "the Chadian Freedom Alliance": fighters that no table has, of the state whose adjective
// they bear, or where they are told of.
std::vector<ActorMention> Resolver::unknown_fighters(const Phrase& phrase) {
  const TokenId head = phrase.head;
  const NameMatch* match = phrase.head_match;
  const bool known =
      match != nullptr && std::any_of(match->entries.begin(), match->entries.end(), [](const NameEntry& e) {
        return e.kind != Kind::kTitle && e.kind != Kind::kTitlePlural;
      });
  if (!is_capital(head) || known || tree_.child(head, "nmod:poss") >= 0 ||
      !knowledge_.in_set("fighting_bodies", tree_.folded(head)))
    return {};
  const TokenSpan words = words_of_body(head);
  if (words.size() < 2) return {};
  const std::vector<ActorMention> whose = owners(phrase);
  const std::string state = whose.empty() ? domestic_state(head) : whose[0].actor.country.value_or("");
  if (!is_state_code(state)) return {};
  ActorMention mention;
  mention.kind = ActorMention::Kind::kGroup;
  mention.actor = blank(words.begin.value, words.end.value - 1);
  mention.actor.type = "group";
  mention.actor.sector = "UAF";
  mention.actor.code = mention.actor.country = state;
  mention.actor.via = "name";
  mention.unsaid = true;
  mention.armed = true;
  mention.confidence = kUnknownName;
  return {mention};
}

std::vector<ActorMention> Resolver::described_by_modifier(const Phrase& phrase) {
  if (knowledge_.in_set("grammar_quantity", tree_.lemma(phrase.head)) || tree_.has_upos(phrase.head, {"NUM"})) {
    for (const TokenId c : tree_.children(phrase.head)) {
      if (tree_.is(c, "nmod") && preposition(tree_, c) == "of")
        return restate(parties(c), phrase.first, phrase.last, "", 1);
    }
  }
  if (std::vector<ActorMention> firm = named_company(phrase); !firm.empty()) return firm;
  // "the Algiers Accord": named after a place, and of no state.
  if (knowledge_.in_set("instrument", tree_.lemma(phrase.head))) return {};
  const Name* name = phrases_.name_of(phrase.head);
  const bool named_place = name != nullptr && name->type == NameType::kPlace;
  const bool unknown_name = name == nullptr && tree_.has_upos(phrase.head, {"PROPN"}) &&
                            knowledge_.word(tree_.folded(phrase.head)) == nullptr;
  ActorMention mention;
  mention.actor = blank(phrase.first, phrase.last);
  mention.actor.via = "description";
  std::vector<ActorMention> whose = owners(phrase);
  // "Panakuach, a village in South Sudan"
  for (const TokenId c : tree_.children(phrase.head)) {
    if (whose.empty() && (named_place || unknown_name) && tree_.is(c, "appos")) whose = owners(phrases_.read(c));
  }
  if (!whose.empty()) {
    take_country(whose[0].actor, mention.actor);
    mention.actor.via = whose[0].actor.via == "nationality" ? "nationality" : "description";
  }
  if (named_place || unknown_name) {
    mention.kind = ActorMention::Kind::kPlace;
    mention.actor.type = "place";
    mention.actor.sector = "CVL";
    mention.confidence = named_place ? kNamedPlace : kUnknownName;
    mention.unsaid = whose.empty();
    return {mention};
  }
  if (whose.empty()) {
    const Actor* before = told_before(phrase);
    if (before == nullptr) return {};
    take_country(*before, mention.actor);
  }
  // "Peru's ENAP": a body to the parser.
  const bool body = name != nullptr && name->type == NameType::kOrganisation && !whose.empty() &&
                    tree_.has_upos(phrase.head, {"PROPN"});
  mention.kind = body ? ActorMention::Kind::kGroup : ActorMention::Kind::kOther;
  if (body) mention.actor.type = "organisation";
  mention.confidence = kThing;
  const std::string sector = sector_of_thing(phrase, whose);
  if (!sector.empty()) mention.actor.sector = sector;
  return {mention};
}

// "a camp of the rebels", "a police post": theirs, whatever it is.
std::string Resolver::sector_of_holder(const Phrase& phrase, const std::vector<ActorMention>& whose) const {
  const bool group = whose.size() == 1 && (whose[0].kind == ActorMention::Kind::kGroup ||
                                           (whose[0].kind == ActorMention::Kind::kOrganisation && whose[0].armed));
  if (group && whose[0].actor.sector.has_value()) return *whose[0].actor.sector;
  for (const NameMatch* match : phrase.matches) {
    const NameEntry* title = match->covers(phrase.head) ? nullptr : match->entry(Kind::kTitle);
    if (title == nullptr || !tree_.is_any(match->last, {"compound", "amod"}) || tree_.head(match->last) != phrase.head)
      continue;
    const Title& holder = row_of(knowledge_.titles, *title);
    if (holder.kind == TitleKind::kAgent || holder.kind == TitleKind::kBody) return holder.sector;
  }
  return "";
}

// "a cargo ship", "a railway station", "a lorry": by one of these words no army's and no police's.
std::string Resolver::sector_of_civil_thing(const Phrase& phrase) const {
  if (knowledge_.in_set("business_targets", tree_.lemma(phrase.head))) return "BUS";
  for (const TokenId c : tree_.children(phrase.head)) {
    if (!tree_.is_any(c, {"amod", "compound"})) continue;
    if (knowledge_.in_set("business_modifiers", tree_.lemma(c))) return "BUS";
    if (knowledge_.in_set("civil_modifiers", tree_.lemma(c))) return "CVL";
  }
  return "";
}

// Tanks are an army's, an embassy is a government's; of other things their names say nothing.
std::string Resolver::sector_of_thing(const Phrase& phrase, const std::vector<ActorMention>& whose) const {
  const std::string& lemma = tree_.lemma(phrase.head);
  if (std::string sector = sector_of_civil_thing(phrase); !sector.empty()) return sector;
  if (std::string sector = sector_of_holder(phrase, whose); !sector.empty()) return sector;
  if (knowledge_.in_set("military_targets", lemma)) return "MIL";
  if (knowledge_.in_set("government_targets", lemma)) return "GOV";
  return knowledge_.in_set("police_targets", lemma) ? "COP" : "";
}

ActorMention Resolver::state_mention(const Phrase& phrase, const State& state, ActorMention::Kind kind,
                                     const std::string& via) const {
  ActorMention mention;
  mention.kind = kind;
  mention.actor = blank(phrase.head_match->first, phrase.head_match->last);
  mention.actor.name = state.name;
  mention.actor.code = mention.actor.country = state.code;
  if (kind == ActorMention::Kind::kPeople) {
    mention.actor.sector = "CVL";
    mention.actor.type = "group";
    if (!state.people.empty()) mention.actor.name = state.people[0];
  } else {
    mention.actor.sector = state.sector;
    mention.actor.type = "state";
  }
  mention.actor.via = via;
  if (kind == ActorMention::Kind::kCapital) {
    mention.confidence = kCapital;
    mention.where = senses_.place_of(*phrase.head_match);
    if (mention.where != nullptr && mention.where->country != state.code) mention.where = nullptr;
  }
  return mention;
}

ActorMention Resolver::organisation_mention(const Phrase& phrase, const Organisation& organisation) const {
  ActorMention mention;
  mention.kind = ActorMention::Kind::kOrganisation;
  mention.actor = blank(phrase.head_match->first, phrase.head_match->last);
  mention.actor.name = organisation.name;
  mention.actor.code = organisation.code;
  if (!organisation.sector.empty()) mention.actor.sector = organisation.sector;
  mention.actor.type = "organisation";
  mention.actor.via = "name";
  mention.armed = organisation.kind == "armed";
  return mention;
}

ActorMention Resolver::group_mention(const Phrase& phrase, const Group& group) const {
  ActorMention mention;
  mention.kind = ActorMention::Kind::kOrganisation;
  mention.actor = blank(phrase.head_match->first, phrase.head_match->last);
  mention.actor.name = group.name;
  if (!group.code.empty()) mention.actor.code = group.code;
  if (!group.country.empty()) mention.actor.country = group.country;
  mention.actor.sector = group.sector;
  mention.armed = group.kind == "armed";
  mention.actor.type = group.kind == "armed" || group.kind == "people" ? "group" : "organisation";
  mention.actor.via = "name";
  return mention;
}

ActorMention Resolver::place_mention(const Phrase& phrase, const PlaceEntry& place) const {
  ActorMention mention;
  mention.kind = ActorMention::Kind::kPlace;
  mention.actor = blank(phrase.head_match->first, phrase.head_match->last);
  if (!place.country.empty()) mention.actor.code = mention.actor.country = place.country;
  mention.actor.sector = "CVL";
  mention.actor.type = "place";
  mention.actor.via = "description";
  mention.where = &place;
  mention.confidence = kTown;
  return mention;
}

}  // namespace entente

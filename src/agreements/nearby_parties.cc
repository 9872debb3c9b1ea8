#include "agreements/nearby_parties.h"

#include <algorithm>
#include <set>

#include "actors/phrase.h"

namespace entente {
namespace {

using Kind = ActorMention::Kind;

constexpr std::size_t kMostSentences = 4;  // that tell of the instrument
constexpr TokenId kMostWords = 120;        // of a sentence

std::set<std::string> sides_of(const std::vector<ActorMention>& mentions) {
  std::set<std::string> found;
  for (const ActorMention& mention : mentions) found.insert(side_of(mention));
  return found;
}

}  // namespace

bool is_theirs(const Tree& tree, TokenId noun) {
  const TokenId whose = tree.child(noun, "nmod:poss");
  if (whose >= 0) return tree.folded(whose) == "their";
  return noun > 0 && tree.sentence(noun - 1) == tree.sentence(noun) && tree.folded(noun - 1) == "their";
}

NearbyParties::NearbyParties(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                             const PartyReader& parties)
    : tree_(tree), knowledge_(knowledge), actors_(actors), parties_(parties) {
  for (const Sentence& sentence : tree.parsed().document.sentences)
    sentences_.emplace_back(sentence.tokens.begin.value, std::min(sentence.tokens.end.value, tree.size()));
}

// A place, a mediator, what somebody is only compared with or told by.
bool NearbyParties::stands_aside(TokenId t) const {
  // "Through X and his colleagues".
  const TokenId first = tree_.is(t, "conj") ? tree_.head(t) : -1;
  if (first >= 0 && preposition(tree_, t).empty() && !tree_.is(first, "conj")) return stands_aside(first);
  const std::string by = preposition(tree_, t);
  if (by == "between" || by == "with" || by == "among") return parties_.stands_by(t);
  if (!by.empty() && (tree_.is_any(t, {"obl", "nmod", "obl:agent", "nmod:unmarked"})))
    return by != "of" || !tree_.is(t, "nmod");
  return parties_.stands_by(t);
}

std::vector<ActorMention> NearbyParties::acting_at(TokenId t) const {
  if (tree_.is_any(t, {"compound", "flat", "amod", "nmod:desc"}) || stands_aside(t)) return {};
  std::vector<ActorMention> found;
  for (const ActorMention& mention : actors_.referents(t)) {
    const bool party = mention.kind == Kind::kState || mention.kind == Kind::kCapital ||
                       mention.kind == Kind::kPerson || mention.kind == Kind::kGroup || mention.kind == Kind::kPeople ||
                       (mention.kind == Kind::kOrganisation && mention.armed);
    if (party && mention.actor.code.has_value() && !mention.guessed && !is_private(mention)) found.push_back(mention);
  }
  return found;
}

std::vector<ActorMention> NearbyParties::between(std::int32_t sentence) const {
  const auto [first, end] = sentences_[static_cast<std::size_t>(sentence)];
  for (TokenId t = first; t < std::min(end, first + kMostWords); ++t) {
    const std::string by = tree_.is_any(t, {"nmod", "obl"}) ? preposition(tree_, t) : "";
    if (by != "between" && by != "among") continue;
    std::vector<ActorMention> found = parties_.read(t);
    found.erase(
        std::remove_if(found.begin(), found.end(), [](const ActorMention& m) { return !m.actor.code.has_value(); }),
        found.end());
    if (sides_of(found).size() > 1) return found;
  }
  return {};
}

std::vector<ActorMention> NearbyParties::between_near(const InstrumentGroup& group) const {
  return between(tree_.sentence(group.nouns.front().noun));
}

std::vector<ActorMention> NearbyParties::only_two(std::int32_t sentence, const std::vector<ActorMention>& known,
                                                  const std::set<std::string>& brokers) const {
  const auto [first, end] = sentences_[static_cast<std::size_t>(sentence)];
  std::vector<ActorMention> found = known;
  for (TokenId t = first; t < std::min(end, first + kMostWords); ++t) {
    for (const ActorMention& mention : acting_at(t)) {
      const std::string side = side_of(mention);
      if (!brokers.contains(side) && !sides_of(found).contains(side)) found.push_back(mention);
    }
  }
  return found.size() == 2 ? found : std::vector<ActorMention>();
}

bool NearbyParties::with_partner_only(const InstrumentGroup& group, const std::vector<ActorMention>& known) {
  const NamedInstrument& first = group.nouns.front();
  return known.size() == 1 && first.partners.size() == 1 && first.owners.empty() &&
         side_of(known.front()) == side_of(first.partners.front());
}

// "X sits at a table with Y, where a contract": those two.
std::vector<ActorMention> NearbyParties::dealing(std::int32_t sentence, const std::vector<ActorMention>& known) const {
  const auto [first, end] = sentences_[static_cast<std::size_t>(sentence)];
  std::vector<ActorMention> found = known;
  for (TokenId t = first; t < std::min(end, first + kMostWords); ++t) {
    const std::string by = tree_.is_any(t, {"obl", "nmod"}) ? preposition(tree_, t) : "";
    const bool with = by == "with" && !parties_.stands_by(t);
    if (!with && !tree_.is_any(t, {"nsubj", "iobj"})) continue;
    std::vector<ActorMention> own = parties_.read(t);
    std::erase_if(own, [&](const ActorMention& m) {
      // "Pretoria's arms maker Denel": one.
      const bool told = std::any_of(found.begin(), found.end(), [&](const ActorMention& f) {
        return f.actor.code == m.actor.code && f.actor.sector == m.actor.sector;
      });
      return told || m.actor.via == "pronoun" || !m.actor.code.has_value();
    });
    add_new(found, own);
    if (found.size() > 1) break;
  }
  const bool company =
      std::any_of(found.begin(), found.end(), [](const ActorMention& m) { return m.actor.sector == "BUS"; });
  return company && found.size() == 2 ? found : std::vector<ActorMention>();
}

// "X visited Y": two persons of two states.
std::vector<ActorMention> NearbyParties::visit(std::int32_t sentence) const {
  const auto [first, end] = sentences_[static_cast<std::size_t>(sentence)];
  std::vector<ActorMention> found;
  for (TokenId t = first; t < std::min(end, first + kMostWords); ++t) {
    const bool met = tree_.is(t, "obj") || (tree_.is(t, "obl") && preposition(tree_, t) == "with");
    if (!met && !tree_.is(t, "nsubj")) continue;
    for (const ActorMention& mention : parties_.read(t)) {
      if (mention.kind == Kind::kPerson && mention.actor.code.has_value()) add_new(found, {mention});
    }
  }
  return found.size() == 2 && sides_of(found).size() == 2 ? found : std::vector<ActorMention>();
}

std::vector<ActorMention> NearbyParties::of_dealers(const InstrumentGroup& group,
                                                    const std::vector<ActorMention>& known) const {
  if (known.size() > 1) return {};
  const NamedInstrument& first = group.nouns.front();
  const std::int32_t here = tree_.sentence(first.noun);
  if (known.empty() && here > 0 && is_theirs(tree_, first.noun)) {
    if (auto met = visit(here - 1); !met.empty()) return met;
  }
  if (first.row->form != "contract") return {};
  for (const std::int32_t step : {0, 1, -1}) {
    if (here + step < 0 || here + step >= static_cast<std::int32_t>(sentences_.size())) continue;
    if (auto found = dealing(here + step, known); !found.empty()) return found;
  }
  return {};
}

std::vector<ActorMention> NearbyParties::read(const InstrumentGroup& group,
                                              const std::vector<ActorMention>& known) const {
  std::vector<std::int32_t> told;
  const auto add = [&](TokenId t) {
    const std::int32_t sentence = tree_.sentence(t);
    const bool first = std::find(told.begin(), told.end(), sentence) == told.end();
    if (first && told.size() < kMostSentences) told.push_back(sentence);
  };
  for (const NamedInstrument& noun : group.nouns) add(noun.noun);
  for (const std::int32_t sentence : told) {
    if (std::vector<ActorMention> found = between(sentence); !found.empty()) return found;
  }
  if (std::any_of(known.begin(), known.end(), is_private)) return {};
  std::set<std::string> brokers;
  for (const FoundStep& step : group.steps) {
    for (const ActorMention& broker : step.brokers) brokers.insert(side_of(broker));
  }
  std::vector<ActorMention> coded;
  for (const ActorMention& mention : known) {
    const bool party = mention.actor.code.has_value() && !brokers.contains(side_of(mention));
    if (party && coded.empty()) coded.push_back(mention);
  }
  const std::int32_t last = static_cast<std::int32_t>(sentences_.size()) - 1;
  const bool named = !group.nouns.front().title.empty();
  for (const std::int32_t step : {0, -1, 1, -2}) {
    if (step == -2 && !named) continue;
    const std::int32_t sentence = told.front() + step;
    if (sentence < 0 || sentence > last) continue;
    std::vector<ActorMention> found = only_two(sentence, coded, brokers);
    const bool by_name = !found.empty() && (found.back().actor.via == "name" || found.back().actor.via == "capital");
    // "A fishing accord with Mexico", in an article on Cuba.
    if (step == 0 && !by_name && with_partner_only(group, known)) {
      if (auto home = parties_.with_home(known.front(), group.nouns.front().noun); home.size() > 1) return home;
    }
    if (!found.empty()) return found;
  }
  return {};
}

// A state, its army or its rebels by name or by an adjective; not the place where something happens, a judge, or
// whoever speaks for an organisation of states.
bool NearbyParties::is_named_side(TokenId t, const ActorMention& mention) const {
  if (!mention.actor.code.has_value() || mention.guessed || is_private(mention) || mention.actor.sector == "JUD")
    return false;
  // "The Lusaka protocol": called by where it was concluded.
  if (mention.kind == Kind::kCapital && tree_.is(t, "compound")) return false;
  if (mention.kind == Kind::kPerson && !knowledge_.state_of_code.contains(*mention.actor.code)) return false;
  // "A stroke of the pen in Bangkok": of what no adjective tells whose it is, the place tells nothing.
  if (mention.kind == Kind::kOther && mention.actor.via == "description") return false;
  const bool state = mention.kind == Kind::kState || mention.kind == Kind::kCapital;
  const bool armed = mention.kind == Kind::kOrganisation && mention.armed;
  if (!state && !armed && mention.kind != Kind::kGroup && mention.kind != Kind::kPerson &&
      mention.kind != Kind::kPeople && mention.kind != Kind::kOther)
    return false;
  const std::string by = preposition(tree_, t);
  return !(mention.kind == Kind::kCapital && knowledge_.in_set("grammar_place", by)) && !parties_.stands_by(t);
}

void NearbyParties::add_named(std::int32_t sentence, const std::set<std::string>& brokers,
                              std::vector<ActorMention>& found) const {
  if (sentence < 0 || sentence >= static_cast<std::int32_t>(sentences_.size())) return;
  const auto [first, end] = sentences_[static_cast<std::size_t>(sentence)];
  for (TokenId t = first; t < std::min(end, first + kMostWords); ++t) {
    const bool adjective = tree_.is_any(t, {"amod", "compound"});
    for (const ActorMention& mention : adjective ? actors_.parties(t) : actors_.referents(t)) {
      if (!is_named_side(t, mention)) continue;
      const std::string side = side_of(mention);
      if (!brokers.contains(side) && !sides_of(found).contains(side)) found.push_back(mention);
    }
  }
}

// "The treaty with X was pulled from the agenda in Canberra", "is mired in the House of Lords": the state whose capital
// or body that is.
void NearbyParties::add_placed(std::int32_t sentence, const std::set<std::string>& brokers,
                               std::vector<ActorMention>& found) const {
  const auto [first, end] = sentences_[static_cast<std::size_t>(sentence)];
  for (TokenId t = first; t < std::min(end, first + kMostWords); ++t) {
    if (tree_.is_any(t, {"compound", "flat"})) continue;
    for (const ActorMention& mention : actors_.referents(t)) {
      const std::string side = side_of(mention);
      const bool body = mention.kind == Kind::kOrganisation && mention.actor.sector.value_or("") == "LEG";
      if ((mention.kind != Kind::kCapital && !body) || mention.guessed || side != mention.actor.code.value_or(""))
        continue;
      if (!brokers.contains(side) && !sides_of(found).contains(side)) found.push_back(mention);
    }
  }
}

std::vector<ActorMention> NearbyParties::only_named(const InstrumentGroup& group,
                                                    const std::vector<ActorMention>& known) const {
  std::set<std::string> brokers;
  for (const FoundStep& step : group.steps) {
    for (const ActorMention& broker : step.brokers) brokers.insert(side_of(broker));
  }
  const std::int32_t here = tree_.sentence(group.nouns.front().noun);
  std::vector<ActorMention> found;
  for (const ActorMention& mention : known) {
    if (mention.actor.code.has_value() && !mention.guessed) found.push_back(mention);
  }
  add_named(here, brokers, found);
  if (found.size() == 1 && group.nouns.front().row->form == "ceasefire") {
    if (auto state = parties_.fought_by(found.front(), group.nouns.front().noun); !state.empty()) add_new(found, state);
  }
  const bool with_one = !group.nouns.front().partners.empty();
  if (found.size() == 1 && with_one) add_placed(here, brokers, found);
  return found.size() == 2 ? found : std::vector<ActorMention>();
}

}  // namespace entente

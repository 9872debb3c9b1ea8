#include "agreements/relation_parties.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace entente {
namespace {

using Kind = ActorMention::Kind;

constexpr std::size_t kMostParties = 8;   // on a side
constexpr std::size_t kMostNamed = 4000;  // mentions that are remembered
constexpr std::int32_t kSpeakerBack = 3;  // sentences to who speaks
constexpr std::int32_t kOtherBack = 2;    // sentences to who acted
constexpr double kReferred = 0.75;        // of those that were named before
constexpr double kCountryOfPlace = 0.8;   // of a group whose state is only that of the place
constexpr std::size_t kStateCode = 3;

bool same_code(const std::vector<ActorMention>& mentions, const ActorMention& mention) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const ActorMention& m) { return m.actor.code == mention.actor.code; });
}

}  // namespace

bool distinct(const Actor& a, const Actor& b) {
  if (a.code != b.code) return true;
  if (a.code.has_value() && a.code->size() > kStateCode) return false;  // an organisation and who speaks for it
  return a.sector != b.sector || (a.type != "state" && b.type != "state" && a.name != b.name);
}

RelationParties::RelationParties(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                                 const Clauses& clauses)
    : tree_(tree), knowledge_(knowledge), actors_(actors), clauses_(clauses) {
  collect();
}

void RelationParties::collect() {
  for (TokenId t = 0; t < tree_.size() && named_.size() < kMostNamed; ++t) {
    if (!tree_.has_upos(t, {"PROPN", "NOUN", "ADJ"})) continue;
    for (const ActorMention& mention : actors_.referents(t)) {
      if (!mention.actor.code.has_value() || !is_party(mention) || mention.actor.via == "pronoun") continue;
      const std::string sector = mention.actor.sector.value_or("");
      Named named{t, mention, tree_.is(t, "nsubj"), mention.actor.code->size() == kStateCode, *mention.actor.code};
      if (!named.state && !mention.armed) continue;  // organisations are seldom one of two
      if (knowledge_.in_set("relation_apart", fold_case(sector))) {
        named.key += " " + sector;
        named.state = false;
      } else if (!knowledge_.in_set("relation_organs", fold_case(sector)) && !sector.empty()) {
        continue;  // people
      }
      named_.push_back(std::move(named));
    }
  }
}

std::optional<ActorMention> RelationParties::state(const std::string& code, TokenId t) const {
  const auto found = knowledge_.state_of_code.find(code);
  if (found == knowledge_.state_of_code.end()) return std::nullopt;
  const State& row = knowledge_.states[static_cast<std::size_t>(found->second)];
  ActorMention mention;
  mention.kind = Kind::kState;
  mention.actor.name = row.name;
  mention.actor.code = mention.actor.country = row.code;
  mention.actor.sector = row.sector;
  mention.actor.type = "state";
  mention.actor.via = "description";
  mention.actor.span = tree_.span(t, t);
  mention.actor.text = tree_.text(mention.actor.span);
  mention.confidence = kReferred;
  return mention;
}

bool RelationParties::in_set(const char* set, TokenId t) const {
  return knowledge_.in_set(set, tree_.folded(t)) || knowledge_.in_set(set, tree_.lemma(t));
}

bool RelationParties::means_pair(TokenId t) const {
  if (tree_.has_upos(t, {"PROPN"})) return false;  // "the United States"
  if (in_set("grammar_they", t)) return true;
  if (in_set("grammar_pair", t)) return true;  // "the two have remained"
  bool pointed = false;
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is_any(c, {"nummod", "det", "det:predet"}) && in_set("grammar_pair", c)) return true;
    pointed = pointed || (tree_.is(c, "det") && in_set("grammar_pointing", c));
  }
  return pointed && tree_.has_feat(t, "Number=Plur") && in_set("relation_states", t);
}

bool RelationParties::means_both(TokenId t) const {
  return in_set("grammar_pair", t) || std::any_of(tree_.children(t).begin(), tree_.children(t).end(), [&](TokenId c) {
           return tree_.is_any(c, {"nummod", "det", "det:predet"}) && in_set("grammar_pair", c);
         });
}

bool RelationParties::means_one(TokenId t) const {
  if (tree_.has_upos(t, {"PROPN"})) return false;  // "the United Arab Emirates"
  if (in_set("grammar_it", t) || in_set("grammar_he", t)) return true;
  return in_set("relation_lands", t) || (!tree_.has_feat(t, "Number=Plur") && in_set("relation_states", t));
}

// "Our alliance with Peru": of whom the speaker speaks for.
std::vector<ActorMention> RelationParties::speaker_of(TokenId t) const {
  const auto& sentences = tree_.parsed().document.sentences;
  for (std::int32_t s = tree_.sentence(t); s >= 0 && s > tree_.sentence(t) - kSpeakerBack; --s) {
    const TokenSpan span = sentences[static_cast<std::size_t>(s)].tokens;
    for (TokenId verb = span.begin.value; verb < std::min(span.end.value, tree_.size()); ++verb) {
      if (!tree_.has_upos(verb, {"VERB"}) || !knowledge_.cues.contains(tree_.lemma(verb))) continue;
      for (const TokenId subject : clauses_.fill(verb, "subj")) {
        for (const ActorMention& mention : actors_.parties(subject)) {
          std::optional<ActorMention> own = state(mention.actor.country.value_or(""), t);
          if (!own.has_value()) continue;
          own->actor.via = "pronoun";
          return {*own};
        }
      }
    }
  }
  // A ministry's own statement: of whose capital or state its source tells.
  std::istringstream words(tree_.parsed().document.article.publisher.value_or(""));
  for (std::string word; words >> word;) {
    while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.pop_back();
    const auto names = knowledge_.names.find(name_key(word));
    if (names == knowledge_.names.end()) continue;
    for (const NameEntry& entry : names->second) {
      if (entry.kind != NameEntry::Kind::kCapital && entry.kind != NameEntry::Kind::kState) continue;
      if (std::optional<ActorMention> own = state(row_of(knowledge_.states, entry).code, t); own.has_value())
        return {*own};
    }
  }
  const std::optional<ActorMention> own = state(actors_.likely_state(t, ""), t);
  return own.has_value() ? std::vector<ActorMention>{*own} : std::vector<ActorMention>();
}

std::vector<ActorMention> RelationParties::of(TokenId t, bool land) const {
  if (in_set("relation_we", t)) return speaker_of(t);
  if (std::optional<ActorMention> beside = neighbour_of(t); beside.has_value()) return {*beside};
  std::vector<ActorMention> found = land ? actors_.parties_or_owner(t) : actors_.parties(t);
  // "its old partner Peru": the name, not the thing.
  const bool only_things = std::none_of(found.begin(), found.end(), is_party);
  for (const TokenId c : tree_.children(t)) {
    if (!only_things || !tree_.is_any(c, {"appos", "flat", "compound"})) continue;
    std::vector<ActorMention> named = actors_.parties(c);
    if (tree_.is(c, "compound") && !tree_.has_upos(c, {"PROPN"})) continue;
    if (tree_.is(c, "compound") && c < t) continue;
    if (std::any_of(named.begin(), named.end(), is_party)) found = std::move(named);
  }
  // "The two sides" are no mission that watches them.
  const auto body = [&](const ActorMention& m) {
    const bool state = knowledge_.state_of_code.contains(m.actor.code.value_or(""));
    return m.kind == Kind::kOrganisation && !m.armed && !state;
  };
  if (means_pair(t) && std::any_of(found.begin(), found.end(), body)) found.clear();
  settle_backed(t, found);
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is(c, "conj")) settle_backed(c, found);
  }
  const bool unnamed = std::none_of(found.begin(), found.end(),
                                    [](const ActorMention& m) { return is_party(m) && m.actor.code.has_value(); });
  if (unnamed && (in_set("relation_governments", t) || in_set("relation_states", t))) {
    if (const std::optional<ActorMention> own = owner_of(t); own.has_value()) found = {*own};
  }
  // "the Peruvian state"
  if (!land && in_set("relation_states", t) && std::none_of(found.begin(), found.end(), is_party)) {
    for (const ActorMention& owner : actors_.parties_or_owner(t)) {
      if (std::optional<ActorMention> own = state(owner.actor.country.value_or(""), t); own.has_value()) found = {*own};
    }
  }
  add_opponents(t, found);
  // "Peru and the rebels": with words between that the article has no name for.
  if (actors_.referents(t).empty() && !means_pair(t)) add_unnamed(t, found);
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is(c, "conj") && actors_.referents(c).empty()) add_unnamed(c, found);
  }
  settle_states(t, land, found);
  return found;
}

// Groups of no known state are of the one beside or of the place; what cannot be a side goes.
void RelationParties::settle_states(TokenId t, bool land, std::vector<ActorMention>& found) const {
  const std::string beside = !found.empty() && found[0].kind == Kind::kState ? found[0].actor.code.value_or("") : "";
  for (ActorMention& mention : found) {
    const std::string sector = fold_case(mention.actor.sector.value_or(""));
    const bool group =
        is_party(mention) && (mention.kind == Kind::kGroup || knowledge_.in_set("relation_apart", sector) ||
                              knowledge_.in_set("relation_organs", sector));
    if (mention.actor.code.has_value() || !group) continue;
    const std::string state = beside.empty() ? actors_.likely_state(t, "") : beside;
    if (state.empty()) continue;
    mention.actor.code = mention.actor.country = state;
    mention.confidence *= kCountryOfPlace;
  }
  found.erase(std::remove_if(found.begin(), found.end(),
                             [&](const ActorMention& m) {
                               // "war against God": a name that nobody knows
                               if (m.kind == Kind::kPerson && !m.actor.role.has_value() && !m.actor.sector.has_value())
                                 return true;
                               return !m.actor.code.has_value() || (!land && !is_party(m)) || m.kind == Kind::kNone;
                             }),
              found.end());
  if (found.size() > kMostParties) found.clear();
}

bool RelationParties::means_rebels(TokenId t) const {
  return tree_.has_upos(t, {"NOUN"}) && in_set("relation_rebels", t);
}

std::vector<ActorMention> RelationParties::rebels_of(TokenId t, const ActorMention& foe) const {
  std::optional<ActorMention> own = state(foe.actor.code.value_or(""), t);
  if (!own.has_value()) return {};
  own->kind = Kind::kGroup;
  own->actor.name = tree_.folded(t);
  own->actor.sector = "REB";
  own->actor.type = "group";
  own->confidence *= kCountryOfPlace;
  return {*std::move(own)};
}

// "Peru and the rebels": those of that state. "The state and the armed groups": of the place that the text tells of.
void RelationParties::add_unnamed(TokenId t, std::vector<ActorMention>& found) const {
  const bool rebels = means_rebels(t);
  if (!tree_.has_upos(t, {"NOUN"}) || (!rebels && !in_set("relation_governments", t))) return;
  std::optional<ActorMention> here = state(actors_.likely_state(t, ""), t);
  // "The state and the Tigers": the Tigers' state.
  for (const TokenId c : tree_.children(t)) {
    if (rebels || !tree_.is(c, "conj")) continue;
    for (const ActorMention& beside : actors_.parties(c)) {
      if (std::optional<ActorMention> own = state(beside.actor.country.value_or(""), t); own.has_value()) here = own;
    }
  }
  if (rebels) {
    const bool named = !found.empty() && found[0].kind == Kind::kState;
    if (!named && !here.has_value()) return;
    for (ActorMention& mention : rebels_of(t, named ? found[0] : *here)) found.push_back(std::move(mention));
  } else if (here.has_value()) {
    found.push_back(*here);
    found.back().confidence *= kCountryOfPlace;
  }
}

// "The Peruvian government and its opponents": those of its state.
void RelationParties::add_opponents(TokenId t, std::vector<ActorMention>& found) const {
  for (const TokenId c : tree_.children(t)) {
    const bool opposed = tree_.is(c, "conj") && in_set("relation_opponents", c) && tree_.child(c, "nmod:poss") >= 0;
    if (!opposed || found.size() != 1) continue;
    std::optional<ActorMention> own = state(found[0].actor.country.value_or(found[0].actor.code.value_or("")), c);
    if (!own.has_value()) continue;
    own->kind = Kind::kGroup;
    own->actor.name = tree_.folded(c);
    own->actor.sector = "OPP";
    own->actor.type = "group";
    own->confidence *= kCountryOfPlace;
    found.push_back(*std::move(own));
  }
}

// "The alliance", in a text of one state: it, and the other that is named beside.
std::vector<ActorMention> RelationParties::friends_before(TokenId t) const {
  const std::optional<ActorMention> here = state(actors_.likely_state(t, ""), t);
  if (!here.has_value()) return {};
  const Named* best = nullptr;
  for (const Named& named : named_) {
    const std::int32_t back = tree_.sentence(t) - tree_.sentence(named.token);
    if (back < 0) break;
    if (back >= kOtherBack || !named.state || named.key == *here->actor.code) continue;
    if (best == nullptr || back <= tree_.sentence(t) - tree_.sentence(best->token)) best = &named;
  }
  if (best == nullptr) return {};
  const std::optional<ActorMention> other = state(best->key, t);
  return other.has_value() ? std::vector<ActorMention>{*here, *other} : std::vector<ActorMention>();
}

std::vector<ActorMention> RelationParties::most_named(TokenId before, bool states,
                                                      const std::vector<ActorMention>& taken, TokenId at) const {
  std::map<std::string, std::int32_t> counts;
  std::vector<const Named*> first;  // of each key
  for (const Named& named : named_) {
    if (named.token >= before || (states && !named.state) || same_code(taken, named.mention)) continue;
    if (++counts[named.key] == 1) first.push_back(&named);
  }
  std::stable_sort(first.begin(), first.end(),
                   [&](const Named* a, const Named* b) { return counts[a->key] > counts[b->key]; });
  std::vector<ActorMention> most;
  for (std::size_t i = 0; i < first.size() && i < 2; ++i) {
    std::optional<ActorMention> mention = first[i]->mention;
    if (first[i]->state) mention = state(first[i]->key, at);
    if (mention.has_value()) most.push_back(*mention);
  }
  return most;
}

std::vector<ActorMention> RelationParties::pair_before(TokenId t, const std::vector<ActorMention>& taken) const {
  const bool states = in_set("relation_lands", t) || in_set("relation_statehoods", t);
  std::vector<ActorMention> pair = most_named(t, states, taken, t);
  if (pair.size() < 2) pair = most_named(tree_.size(), states, taken, t);
  if (pair.size() < 2) pair.clear();
  return pair;
}

std::vector<ActorMention> RelationParties::other_before(TokenId t, const std::vector<ActorMention>& taken) const {
  // "the island", "this country": where the text is written.
  if (in_set("relation_lands", t)) {
    std::optional<ActorMention> here = state(actors_.likely_state(t, ""), t);
    if (here.has_value() && !same_code(taken, *here)) return {*here};
  }
  const Named* best = nullptr;
  for (auto named = named_.rbegin(); named != named_.rend() && best == nullptr; ++named) {
    const std::int32_t back = tree_.sentence(t) - tree_.sentence(named->token);
    if (named->token >= t || same_code(taken, named->mention)) continue;
    if (back < kOtherBack && named->subject) best = &*named;
    if (back > 0) break;
  }
  for (auto named = named_.rbegin(); named != named_.rend() && best == nullptr; ++named) {
    const std::int32_t back = tree_.sentence(t) - tree_.sentence(named->token);
    if (named->token >= t || same_code(taken, named->mention)) continue;
    if (back == 0 || (back < kOtherBack && named->subject)) best = &*named;
  }
  for (auto named = named_.rbegin(); named != named_.rend() && best == nullptr; ++named) {
    if (named->token < t && !same_code(taken, named->mention) && named->state) best = &*named;
  }
  if (best == nullptr) return {};
  ActorMention mention = best->mention;
  mention.confidence *= kReferred;
  return {mention};
}

}  // namespace entente

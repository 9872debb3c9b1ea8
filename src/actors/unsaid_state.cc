// The state that is meant where the phrase names none: that of the place, of who speaks, of the article.
#include <algorithm>

#include "actors/resolver.h"

namespace entente {
namespace {

constexpr std::int32_t kPlaceSentencesBack = 4;
// How sure it is whose a thing is by its own words.
constexpr double kOwned = 0.8;

}  // namespace

// "Peru will recall its ambassador, Foreign Minister X said": who tells what a state will do speaks for it.
std::string Resolver::state_spoken_for(TokenId speaker) const {
  const TokenSpan sentence =
      tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(speaker))].tokens;
  for (TokenId t = sentence.begin.value; t < std::min(sentence.end.value, tree_.size()); ++t) {
    const NameMatch* match = phrases_.match_of(t);
    if (match == nullptr || !tree_.is(t, "nsubj") || tree_.head(t) < 0) continue;
    const NameEntry* entry = match->entry(Kind::kState);
    if (entry == nullptr) entry = match->entry(Kind::kCapital);
    if (entry == nullptr) continue;
    const TokenId aux = tree_.child(tree_.head(t), "aux");
    if (aux < 0) continue;
    const std::string& form = tree_.folded(aux);
    if (knowledge_.in_set("grammar_future", form) || knowledge_.in_set("grammar_would", form))
      return row_of(knowledge_.states, *entry).code;
  }
  return "";
}

std::string Resolver::state_spoken_for_or_domestic(TokenId t) const {
  std::string state = state_spoken_for(t);
  return state.empty() ? domestic_state(t) : state;
}

std::string Resolver::likely_state(TokenId t, const std::string& doer) const {
  std::string here = domestic_state(t);
  if (doer.empty() || (!here.empty() && here != doer)) return here;
  // "Pakistani gunners shelled Poonch": an army most often fires at another state, where the article has one.
  std::string other;
  std::int32_t most = 1;
  for (const auto& [state, count] : senses_.named_states()) {
    if (state == doer || !is_state_code(state) || count <= most) continue;
    most = count;
    other = state;
  }
  return other.empty() ? here : other;
}

std::optional<Mention> Resolver::target(TokenId t) {
  if (!tree_.has_upos(t, {"NOUN"}) || knowledge_.word(tree_.folded(t)) != nullptr) return std::nullopt;
  const Phrase phrase = phrases_.read(t);
  Mention mention;
  mention.kind = Mention::Kind::kOther;
  mention.actor = blank(phrase.first, phrase.last);
  mention.actor.via = "description";
  mention.confidence = kOwned;
  const std::vector<Mention> whose = owners(phrase);
  // "positions of al-Shabaab": a group's own code, and no sector beside it.
  if (!whose.empty() && !whose[0].actor.country.has_value()) {
    mention.actor.code = whose[0].actor.code;
    return mention;
  }
  const std::string state = whose.empty() ? "" : whose[0].actor.country.value_or("");
  // Without a word for it whose it is depends on who strikes: likely_state() tells.
  if (!state.empty()) mention.actor.code = mention.actor.country = state;
  const std::string sector = sector_of_thing(tree_.lemma(t));
  mention.actor.sector = sector.empty() ? "CVL" : sector;
  return mention;
}

// The state that was spoken of last, for "the president" in an article on two of them: by its name, or by somebody of
// it who acts.
std::string Resolver::last_state(TokenId t) const {
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= t) continue;
    if (tree_.sentence(t) - tree_.sentence(entry->token) > kSentencesBack) break;
    const Mention& party = entry->parties[0];
    if (entry->parties.size() == 1 && party.actor.country.has_value() && party.kind != Mention::Kind::kPlace)
      return *party.actor.country;
  }
  return "";
}

// Police with no state named are those of the place: of the sentence, of one shortly before, or of the dateline.
std::string Resolver::domestic_state(TokenId t) const {
  const auto& sentences = tree_.parsed().document.sentences;
  for (std::int32_t s = tree_.sentence(t); s >= 0 && s > tree_.sentence(t) - kPlaceSentencesBack; --s) {
    const TokenSpan sentence = sentences[static_cast<std::size_t>(s)].tokens;
    for (TokenId at = sentence.begin.value; at < std::min(sentence.end.value, tree_.size()); ++at) {
      std::string state = state_as_place(at);
      if (!state.empty()) return state;
    }
    if (s == tree_.sentence(t) && !senses_.dateline_state().empty()) return senses_.dateline_state();
  }
  return senses_.dateline_state().empty() ? senses_.main_state() : senses_.dateline_state();
}

// The state of a name that begins at t and stands under a preposition of place; empty where there is none.
std::string Resolver::state_as_place(TokenId t) const {
  const NameMatch* match = phrases_.match_of(t);
  if (match == nullptr || match->first != t) return "";
  std::string state = senses_.state_of(*match);
  if (state.empty() || match->entry(Kind::kAdjective) != nullptr) return "";
  for (TokenId w = match->first; w <= match->last; ++w) {
    if (knowledge_.in_set("grammar_place", preposition(tree_, w))) return state;
  }
  return "";
}

}  // namespace entente

#include "events/whose.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "events/events.h"

namespace entente {
namespace {

using Kind = ActorMention::Kind;

constexpr std::size_t kMaxStates = 12;  // that are weighed
constexpr std::int32_t kFarBack = 4;    // sentences; beyond, all are as far
constexpr std::size_t kMaxTold = 2000;  // an article that names more is no article
constexpr double kChosen = 0.85;        // how sure a state is that the weights put in the place of another

const char* kind_of(const ActorMention& party) {
  if (party.actor.via == "pronoun") return "pronoun";
  switch (party.kind) {
    case Kind::kState:
    case Kind::kCapital: return "state";
    case Kind::kPeople:
    case Kind::kGroup: return "group";
    case Kind::kPerson: return party.actor.via == "name" ? "name" : "person";
    case Kind::kPlace: return "place";
    case Kind::kOrganisation: return "body";
    case Kind::kOther:
    case Kind::kNone: break;
  }
  return "thing";
}

// Only a state is another's: organisations have longer codes.
bool is_state(const std::string& code) { return code.size() == 3; }

}  // namespace

StateChooser::StateChooser(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors)
    : tree_(tree), knowledge_(knowledge), actors_(actors) {
  for (TokenId t = 0; t < tree_.size() && told_.size() < kMaxTold; ++t) {
    if (!tree_.has_upos(t, {"PROPN", "NOUN", "ADJ"})) continue;
    for (const ActorMention& mention : actors_.referents(t)) {
      const std::string state = mention.actor.country.value_or("");
      if (mention.unsaid || mention.guessed || !is_state(state) || mention.actor.via == "pronoun") continue;
      told_.push_back({t, state, tree_.is(t, "nsubj")});
      ++times_[state];
    }
  }
}

// The word that the party is told by; the trigger where the match has seen none.
TokenId StateChooser::word_of(const FrameMatch& match, const ActorMention& party) const {
  for (const TokenId word : match.words) {
    if (party.actor.span.contains(tree_.span(word, word))) return word;
  }
  return match.trigger;
}

double StateChooser::weight_of(const Option& option) const {
  double sum = 0;
  for (const auto& [name, times] : option.said) {
    const auto weight = knowledge_.whose_weights.find(name);
    if (weight != knowledge_.whose_weights.end()) sum += weight->second * times;
  }
  return sum;
}

// How often it is named, beside the others.
void StateChooser::say_rank(Option& option) const {
  std::int32_t more = 0;
  std::int32_t most = 1;
  const auto own = times_.find(option.state);
  const std::int32_t times = own == times_.end() ? 0 : own->second;
  for (const auto& [state, count] : times_) {
    more += count > times ? 1 : 0;
    most = std::max(most, count);
  }
  option.said.emplace_back("rank:" + std::to_string(std::min(more, 3)), 1);
  option.said.emplace_back("share", static_cast<double>(times) / most);
  if (option.state == actors_.main_state()) option.said.emplace_back("main", 1);
  if (option.state == actors_.story_state()) option.said.emplace_back("story", 1);
}

// How near it is named, and as what.
void StateChooser::say_where(const FrameMatch& match, TokenId at, Option& option) const {
  const std::int32_t here = tree_.sentence(at);
  std::int32_t back = kFarBack;
  bool subject = false;
  bool later = false;
  bool last = false;
  bool others_since = false;
  for (auto told = told_.rbegin(); told != told_.rend(); ++told) {
    if (told->token > at) {
      later = later || (told->state == option.state && tree_.sentence(told->token) == here);
      continue;
    }
    if (told->token == at) continue;
    const std::int32_t far = here - tree_.sentence(told->token);
    if (far >= kFarBack) break;
    if (told->state != option.state) {
      others_since = true;
      continue;
    }
    if (back == kFarBack) last = !others_since;
    back = std::min(back, far);
    subject = subject || (told->subject && far <= 1);
  }
  option.said.emplace_back("back:" + std::to_string(back), 1);
  if (last) option.said.emplace_back("last", 1);
  if (subject) option.said.emplace_back("subject", 1);
  if (later) option.said.emplace_back("later", 1);
  const std::optional<Place> place = read_place(tree_, knowledge_, actors_, match);
  if (place.has_value() && place->country == option.state) option.said.emplace_back("place", 1);
  if (actors_.likely_state(at, "") == option.state) option.said.emplace_back("local", 1);
}

std::vector<StateChooser::Option> StateChooser::options(const FrameMatch& match, const ActorMention& party,
                                                        bool acts) const {
  const TokenId at = word_of(match, party);
  const std::string kind = kind_of(party);
  const std::string& type = match.frame->type;
  const std::string role = acts ? "actor" : "recipient";
  const std::string sector = party.actor.sector.value_or("-");
  std::set<std::string> other;  // states of the other side, as its words say
  std::string other_sector = "-";
  for (const ActorMention& mention : acts ? match.recipient : match.actor) {
    if (mention.unsaid || mention.guessed || !mention.actor.country.has_value()) continue;
    other.insert(*mention.actor.country);
    other_sector = mention.actor.sector.value_or("-");
  }
  std::vector<std::pair<std::int32_t, std::string>> ranked;
  for (const auto& [state, count] : times_) ranked.emplace_back(-count, state);
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > kMaxStates) ranked.resize(kMaxStates);
  const std::string rule = party.actor.code.value_or("");
  if (is_state(rule) && !times_.contains(rule)) ranked.emplace_back(0, rule);
  std::vector<Option> found;
  for (const auto& [count, state] : ranked) {
    Option option{state, {}};
    say_rank(option);
    say_where(match, at, option);
    if (state == rule) {
      for (const std::string& by : {std::string(), ":" + kind, ":" + type, ":" + sector})
        option.said.emplace_back("rule" + by, 1);
    }
    if (other.contains(state)) {
      const std::string side = "other:" + role;
      std::string type_and_sector = ":" + type;
      type_and_sector.append(":").append(other_sector);
      for (const std::string& by : {std::string(), ":" + kind, ":" + type, ":" + other_sector, type_and_sector})
        option.said.emplace_back(side + by, 1);
    }
    for (const std::string& neighbour : other) {
      const auto borders = knowledge_.borders.find(neighbour);
      if (borders != knowledge_.borders.end() && borders->second.contains(state))
        option.said.emplace_back("borders:" + role, 1);
    }
    found.push_back(std::move(option));
  }
  Option none;
  for (const std::string& by : {std::string(), ":" + kind, ":" + type, ":" + sector, ":" + role})
    none.said.emplace_back("none" + by, 1);
  if (rule.empty()) none.said.emplace_back("none:rule", 1);
  if (rule.empty()) none.said.emplace_back("none:rule:" + kind, 1);
  none.said.emplace_back("none:states", std::log(1.0 + static_cast<double>(times_.size())));
  found.push_back(std::move(none));
  return found;
}

void StateChooser::settle(const FrameMatch& match, std::vector<ActorMention>& parties, bool acts) const {
  for (ActorMention& party : parties) {
    if (!party.unsaid) continue;
    // Of a person of whom the rules say nothing, nothing is said.
    if (party.kind == Kind::kPerson && !party.actor.code.has_value()) continue;
    const std::vector<Option> all = options(match, party, acts);
    const Option* best = nullptr;
    double most = 0;
    for (const Option& option : all) {
      const double score = weight_of(option);
      if (best != nullptr && score <= most) continue;
      best = &option;
      most = score;
    }
    if (best == nullptr || best->state == party.actor.code.value_or("")) continue;
    party.actor.code = party.actor.country = best->state;
    if (best->state.empty()) {
      party.actor.code.reset();
      party.actor.country.reset();
    }
    party.confidence *= kChosen;
  }
}

void StateChooser::settle(FrameMatch& match) const {
  if (knowledge_.whose_weights.empty()) return;
  settle(match, match.recipient, false);
  settle(match, match.actor, true);
}

}  // namespace entente

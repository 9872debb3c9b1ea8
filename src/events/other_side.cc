// The other side of an act that names none: of the verb that it is joined to, of its condition, or as told just before.
#include <algorithm>
#include <set>

#include "events/events.h"

namespace entente {
namespace {

constexpr std::size_t kEventsBack = 6;
constexpr std::int32_t kMaxSteps = 6;    // from one joined verb to the first
constexpr std::int32_t kUndoneBack = 3;  // sentences from a deed to the demand that it be undone
constexpr double kJoined = 0.85;         // what the clause does not say itself is less sure
constexpr double kCondition = 0.8;
constexpr double kBefore = 0.75;

using Codes = std::set<std::string>;

Codes codes_of(const std::vector<Actor>& actors) {
  Codes codes;
  for (const Actor& actor : actors) {
    if (actor.code.has_value()) codes.insert(*actor.code);
  }
  return codes;
}

bool meet(const Codes& a, const Codes& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& code) { return b.contains(code); });
}

// Those of them whose code is known and none of `own`.
std::vector<Actor> others_of(const std::vector<Actor>& actors, const Codes& own) {
  std::vector<Actor> found;
  for (const Actor& actor : actors) {
    if (actor.code.has_value() && !own.contains(*actor.code)) found.push_back(actor);
  }
  return found;
}

class OtherSide {
 public:
  OtherSide(const Tree& tree, const ActorFinder& actors, const Clauses& clauses, const std::vector<FoundEvent>& found)
      : tree_(tree), actors_(actors), clauses_(clauses), found_(found) {}

  // Of the verb that this one is joined to: "telephoned X and offered help".
  [[nodiscard]] std::vector<Actor> joined(std::size_t i) const {
    const Codes own = codes_of(found_[i].event.actor);
    TokenId verb = found_[i].trigger;
    for (std::int32_t step = 0; step < kMaxSteps && tree_.is(verb, "conj"); ++step) {
      if (tree_.child(verb, "nsubj") >= 0) return {};
      verb = tree_.head(verb);
      for (std::size_t back = 1; back <= std::min(i, kEventsBack); ++back) {
        const FoundEvent& earlier = found_[i - back];
        if (earlier.trigger != verb) continue;
        // "X met Y and promised help"
        if (earlier.event.reciprocal && meet(codes_of(earlier.event.actor), own)) {
          std::vector<Actor> other = others_of(earlier.event.actor, own);
          return other.size() == 1 ? other : std::vector<Actor>();
        }
        if (codes_of(earlier.event.actor) != own) continue;
        return others_of(earlier.event.recipient, own);
      }
    }
    return {};
  }

  // "If Indian jets come, we will answer": of whose act the condition tells.
  // Of a refusal also "until Cuba frees them".
  [[nodiscard]] std::vector<Actor> in_condition(std::size_t i, const Knowledge& knowledge) const {
    const Codes own = codes_of(found_[i].event.actor);
    std::vector<TokenId> clauses = {found_[i].trigger};
    for (const TokenId c : clauses_.fill(found_[i].trigger, "comp")) clauses.push_back(c);
    for (const TokenId clause : clauses) {
      for (const TokenId c : tree_.children(clause)) {
        const TokenId mark = tree_.is(c, "advcl") ? tree_.child(c, "mark") : -1;
        if (mark < 0) continue;
        const bool until = found_[i].event.type == "REJECT" && knowledge.in_set("grammar_until", tree_.folded(mark));
        if (!until && !knowledge.in_set("grammar_condition", tree_.folded(mark))) continue;
        if (std::vector<Actor> party = named_by(tree_.child(c, "nsubj"), own); !party.empty()) return party;
      }
    }
    return {};
  }

  // Who did what it answers: "X expelled ten diplomats of Y; Y protested".
  [[nodiscard]] std::vector<Actor> against_it(std::size_t i, std::int32_t sentences_back) const {
    const Codes own = codes_of(found_[i].event.actor);
    for (std::size_t back = 1; back <= std::min(i, kEventsBack); ++back) {
      const FoundEvent& earlier = found_[i - back];
      if (tree_.sentence(found_[i].trigger) - tree_.sentence(earlier.trigger) > sentences_back) break;
      const bool hostile = earlier.event.quad > 2 && earlier.event.status == "actual" && !earlier.event.reciprocal;
      if (!hostile || !meet(codes_of(earlier.event.recipient), own)) continue;
      return as_states(others_of(earlier.event.actor, own));
    }
    return {};
  }

  // Who holds or did what is to be undone, whoever suffers it: "X arrested a journalist; Y demanded his release".
  [[nodiscard]] std::vector<Actor> doer_before(std::size_t i) const {
    const Codes own = codes_of(found_[i].event.actor);
    for (std::size_t back = 1; back <= std::min(i, kEventsBack); ++back) {
      const FoundEvent& earlier = found_[i - back];
      if (tree_.sentence(found_[i].trigger) - tree_.sentence(earlier.trigger) > 1) break;
      if (earlier.event.quad != 4 || earlier.event.status != "actual" || earlier.event.reciprocal) continue;
      if (std::vector<Actor> doer = others_of(earlier.event.actor, own); !doer.empty()) return as_states(doer);
    }
    return {};
  }

  // "Peru was late to answer; Chile stormed its embassy": who acted last before, where what is struck, received or
  // asked is nothing that one has oneself.
  [[nodiscard]] std::vector<Actor> acted_before(std::size_t i) const {
    const Codes own = codes_of(found_[i].event.actor);
    const std::int32_t sentence = tree_.sentence(found_[i].trigger);
    for (TokenId t = found_[i].trigger - 1; t >= 0 && sentence - tree_.sentence(t) <= 1; --t) {
      if (!tree_.is(t, "nsubj") && !tree_.is(t, "nsubj:pass")) continue;
      const std::vector<ActorMention>& subject = actors_.referents(t);
      if (subject.size() != 1 || subject[0].guessed || subject[0].unsaid) continue;
      const std::string state = subject[0].actor.country.value_or("");
      if (state.empty() || subject[0].actor.code != state || own.contains(state)) continue;
      return {subject[0].actor};
    }
    return {};
  }

  // Who was told as the other one in this sentence or the one before: of an act between the two, or of the last
  // measure of this kind, or as who did what it answers.
  [[nodiscard]] std::vector<Actor> told_before(std::size_t i) const {
    const FoundEvent& self = found_[i];
    const Codes own = codes_of(self.event.actor);
    const std::int32_t sentence = tree_.sentence(self.trigger);
    for (std::size_t back = 1; back <= std::min(i, kEventsBack); ++back) {
      const FoundEvent& earlier = found_[i - back];
      if (sentence - tree_.sentence(earlier.trigger) > 1) break;
      const Event& event = earlier.event;
      if (event.reciprocal) {
        if (!meet(codes_of(event.actor), own)) continue;
        if (std::vector<Actor> other = others_of(event.actor, own); other.size() == 1) return other;
        continue;
      }
      const bool mine = meet(codes_of(event.actor), own);
      const bool against_me = meet(codes_of(event.recipient), own);
      const bool measure = event.type == self.event.type || event.type == "ACCUSE" || event.type == "THREATEN";
      std::vector<Actor> other;
      if (mine || (!against_me && measure)) other = others_of(event.recipient, own);
      const bool deed =
          event.quad == 4 || event.type == "SANCTION" || event.type == "THREATEN" || event.type == "MOBILIZE";
      if (other.empty() && (against_me || (!mine && deed))) other = others_of(event.actor, own);
      if (other.size() == 1) return as_states(other);
    }
    return named_before(i, own);
  }

  // Another state, as told last in this sentence or the one before, or the other one that the article is on.
  [[nodiscard]] std::vector<Actor> another(std::size_t i) const {
    std::vector<Actor> other = acted_before(i);
    if (other.empty()) other = named_before(i, codes_of(found_[i].event.actor));
    return other;
  }

 private:
  // A measure between states goes to the state, whoever of it was told.
  [[nodiscard]] static std::vector<Actor> as_states(std::vector<Actor> actors) {
    for (Actor& actor : actors) {
      if (actor.country.has_value() && actor.sector != "GOV" && actor.sector != "REB") actor.sector = "GOV";
    }
    return actors;
  }

  [[nodiscard]] std::vector<Actor> named_by(TokenId t, const Codes& own) const {
    std::vector<Actor> found;
    for (const ActorMention& mention : actors_.parties(t)) found.push_back(mention.actor);
    if (found.empty()) {
      if (const ActorMention* thing = actors_.mention(t); thing != nullptr) found.push_back(thing->actor);
    }
    return others_of(found, own);
  }

  // The state that the article is about, or the only other one that this sentence and the one before name.
  [[nodiscard]] std::vector<Actor> named_before(std::size_t i, const Codes& own) const {
    const std::string& about = actors_.main_state();
    const auto& sentences = tree_.parsed().document.sentences;
    const std::int32_t last = tree_.sentence(found_[i].trigger);
    std::vector<Actor> only;
    for (std::int32_t s = last; s >= 0 && s >= last - 1; --s) {
      const TokenSpan span = sentences[static_cast<std::size_t>(s)].tokens;
      for (TokenId t = span.begin.value; t < std::min(span.end.value, tree_.size()); ++t) {
        const ActorMention* mention = actors_.mention(t);
        if (mention == nullptr || !mention->actor.country.has_value() || own.contains(*mention->actor.code)) continue;
        const bool state = mention->kind == ActorMention::Kind::kState ||
                           mention->kind == ActorMention::Kind::kCapital ||
                           (mention->kind == ActorMention::Kind::kPerson && mention->actor.sector == "GOV");
        if (!state || mention->guessed) continue;
        if (mention->actor.code == about) return as_states({mention->actor});
        if (!only.empty() && only[0].code != mention->actor.code) return {};
        if (only.empty()) only.push_back(mention->actor);
      }
      if (!only.empty()) return as_states(only);
    }
    return {};
  }

  const Tree& tree_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  const std::vector<FoundEvent>& found_;
};

bool by_government(const Event& event) {
  return std::any_of(event.actor.begin(), event.actor.end(),
                     [](const Actor& a) { return a.sector == "GOV" || a.sector == "MIL"; });
}

// "Niger threw out its ambassador", "expelled the envoy": those of the other side.
bool throws_out_its_own(const Event& event) {
  if (event.type != "SANCTION" || event.mode != "expel" || event.recipient.empty()) return false;
  const Codes own = codes_of(event.actor);
  return std::all_of(event.recipient.begin(), event.recipient.end(), [&](const Actor& actor) {
    return actor.code.has_value() ? own.contains(*actor.code) : actor.sector == "GOV";
  });
}

// "its embassy", "two of their diplomats": of words that one has for another's only; by force, any soldiers and
// offices.
bool is_of_another(const Knowledge& knowledge, const Actor& actor, bool force) {
  bool owned = false;
  bool anothers = force && (actor.sector == "MIL" || actor.sector == "GOV");
  std::string word;
  for (const char c : fold_case(actor.text + " " + actor.name) + " ") {  // of "two of their boats" the name tells
    if (c != ' ') {
      word += c;
      continue;
    }
    if (word == "own") return false;
    owned = owned || knowledge.in_set("grammar_it", word) || knowledge.in_set("grammar_they", word);
    anothers = anothers || knowledge.in_set("held_by_another", word);
    word.clear();
  }
  return owned && anothers;
}

// Force, questions or honours for "its embassy", read as that of who acts.
bool turns_on_itself(const Knowledge& knowledge, const Event& event) {
  const bool type = event.type == "ASSAULT" || event.type == "COERCE" || event.type == "ACCUSE" ||
                    event.type == "REQUEST" || event.type == "CONSULT" || event.type == "SUPPORT";
  if (!type || event.reciprocal || event.recipient.empty() || event.actor.empty()) return false;
  const Codes own = codes_of(event.actor);
  return std::all_of(event.recipient.begin(), event.recipient.end(), [&](const Actor& actor) {
    return actor.code.has_value() && own.contains(*actor.code) &&
           is_of_another(knowledge, actor, event.type == "ASSAULT");
  });
}

// "The minister urged his guests", "Peru asked the government": a government that deals with itself, by words that name
// no state, deals with another one.
bool deals_with_itself(const Knowledge& knowledge, const Event& event) {
  const bool type = event.type == "AGREE" || event.type == "SANCTION" || event.type == "REQUEST" ||
                    event.type == "ACCUSE" || event.type == "SUPPORT" || event.type == "AID";
  if (!type || event.reciprocal || event.actor.size() != 1 || event.recipient.size() != 1) return false;
  const Actor& actor = event.actor[0];
  const Actor& recipient = event.recipient[0];
  // Within one state a president may accuse his cabinet; "its partners" are another's.
  const std::string text = fold_case(recipient.text);
  const std::string first = text.substr(0, text.find(' '));
  const bool owned = knowledge.in_set("grammar_it", first) || knowledge.in_set("grammar_they", first) ||
                     knowledge.in_set("grammar_he", first) || knowledge.in_set("grammar_she", first);
  const bool whole = actor.type == "state" || event.type == "AGREE" || event.type == "SANCTION" || event.type == "AID";
  if (!owned && !whole) return false;
  const bool by_words = recipient.via == "description" || recipient.via == "title" || recipient.via == "pronoun";
  return by_words && actor.sector == "GOV" && actor.via != "pronoun" && recipient.sector == "GOV" &&
         actor.code.has_value() && actor.code == recipient.code && text.find(" own ") == std::string::npos;
}

void turn_to(const std::vector<Actor>& other, Event& event) {
  if (other.empty()) return;
  for (Actor& actor : event.recipient) {
    actor.code = other[0].code;
    actor.country = other[0].country;
  }
  event.confidence *= kBefore;
  event.why.push_back({"recipient:another", "as told before it", std::nullopt});
}

// "lifted the embargo", "reopened its airspace": what stands between two states.
bool opens_to_another(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const FoundEvent& found) {
  if (found.event.type != "CONCEDE" || tree.is(found.trigger, "acl")) return false;
  for (const TokenId t : clauses.fill(found.trigger, "obj")) {
    if (knowledge.in_set("between_states", tree.lemma(t))) return true;
  }
  return false;
}

bool of_state(const Event& event) {
  return std::any_of(event.actor.begin(), event.actor.end(),
                     [](const Actor& a) { return a.code.has_value() && a.sector != "CVL" && a.sector != "JUD"; });
}

}  // namespace

void complete_other_side(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                         const Clauses& clauses, std::vector<FoundEvent>& found) {
  const OtherSide sides(tree, actors, clauses, found);
  for (std::size_t i = 0; i < found.size(); ++i) {
    Event& event = found[i].event;
    const bool state = of_state(event);
    if (event.reciprocal || (!state && event.type != "THREATEN")) continue;
    if (turns_on_itself(knowledge, event)) turn_to(sides.acted_before(i), event);
    if (deals_with_itself(knowledge, event)) turn_to(sides.another(i), event);
    const std::vector<Actor> own_envoys = event.recipient;
    if (throws_out_its_own(event)) event.recipient.clear();
    if (!event.recipient.empty()) continue;
    const auto give = [&](std::vector<Actor> recipient, double factor, const char* rule) {
      if (recipient.empty() || !event.recipient.empty()) return;
      event.recipient = std::move(recipient);
      event.confidence *= factor;
      event.why.push_back({rule, "as told beside it", std::nullopt});
    };
    // Of a crowd only the condition tells: "they will strike unless the government pays".
    if (!state) give(sides.in_condition(i, knowledge), kCondition, "recipient:condition");
    if (!state) continue;
    const bool speaks = event.type == "REQUEST" || event.type == "THREATEN" || event.type == "AGREE";
    if (speaks || event.type == "SANCTION" || event.type == "AID") give(sides.joined(i), kJoined, "recipient:joined");
    // "Peru seized a boat of Chile; Chile demanded its release."
    const bool undo = event.type == "REQUEST" && event.mode == "yield";
    if (undo) give(sides.against_it(i, kUndoneBack), kBefore, "recipient:against");
    if (undo) give(sides.doer_before(i), kBefore, "recipient:doer");
    if (event.type == "ACCUSE" && event.mode == "disapprove")
      give(sides.against_it(i, 1), kBefore, "recipient:against");
    if (event.type == "THREATEN" || event.type == "REJECT")
      give(sides.in_condition(i, knowledge), kCondition, "recipient:condition");
    const bool force = event.mode == "violence" || event.mode == "territory" || event.mode == "restrict";
    if (event.type == "THREATEN" && force && by_government(event))
      give(sides.told_before(i), kBefore, "recipient:before");
    const bool taken = event.status == "actual" || event.status == "historical" || event.status == "future";
    if (event.type == "SANCTION" && event.mode != "convict" && taken)
      give(sides.told_before(i), kBefore, "recipient:before");
    if (taken && opens_to_another(tree, knowledge, clauses, found[i]))
      give(sides.told_before(i), kBefore, "recipient:before");
    if (event.recipient.empty()) event.recipient = own_envoys;
  }
}

}  // namespace entente

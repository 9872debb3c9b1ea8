// To whom an answer goes, as the article told before.
#include <algorithm>

#include "events/events.h"

namespace entente {
namespace {

constexpr std::size_t kEventsBack = 12;
constexpr std::int32_t kSentencesBack = 4;  // from a denial to who spoke of the denier
constexpr double kFactor = 0.85;            // what the clause does not say itself is less sure

bool share_party(const std::vector<Actor>& a, const std::vector<Actor>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Actor& x) {
    return std::any_of(b.begin(), b.end(), [&](const Actor& y) {
      return x.code.has_value() ? x.code == y.code && x.sector == y.sector : !y.code.has_value() && x.name == y.name;
    });
  });
}

bool share_code(const std::vector<Actor>& a, const std::vector<Actor>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Actor& x) {
    return std::any_of(b.begin(), b.end(), [&](const Actor& y) { return x.code.has_value() && x.code == y.code; });
  });
}

// Whether `earlier` was done to who now answers: to the party itself, or by another state to its state.
bool done_to(const Event& answer, const Event& earlier) {
  return share_party(answer.actor, earlier.recipient) ||
         (share_code(answer.actor, earlier.recipient) && !share_code(answer.actor, earlier.actor));
}

bool denial(const Event& event) { return event.type == "REJECT" && event.cameo == "016"; }

// "refused to do so": what was asked.
bool only_repeats(const Tree& tree, const Knowledge& knowledge, TokenId verb) {
  if (!knowledge.in_set("doing_as_asked", tree.lemma(verb))) return false;
  return std::all_of(tree.children(verb).begin(), tree.children(verb).end(), [&](TokenId c) {
    if (!tree.is_any(c, {"obj", "advmod", "ccomp", "xcomp", "obl"})) return true;
    return tree.has_upos(c, {"PRON", "ADV", "DET"});
  });
}

// "refused to meet": what is refused is told.
bool tells_what(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const FoundEvent& refusal) {
  const std::vector<TokenId> told = clauses.fill(refusal.trigger, "comp");
  if (told.size() == 1 && only_repeats(tree, knowledge, told[0])) return false;
  const auto& below = tree.children(refusal.trigger);
  return !told.empty() || std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree.is_any(c, {"ccomp", "xcomp"});
  });
}

// "accepted", "has agreed", "accepted the invitation", "took six of them": what somebody else offered or asked for.
bool takes_what_was_offered(const Tree& tree, const Knowledge& knowledge, const Event& event, TokenId trigger) {
  if (event.type != "AGREE" || !knowledge.in_set("taking_offers", tree.lemma(trigger))) return false;
  const auto& below = tree.children(trigger);
  const bool tells = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree.is_any(c, {"ccomp", "xcomp", "advcl", "obl"}) && !tree.has_upos(c, {"NOUN", "PROPN", "PRON"});
  });
  if (tells) return false;
  const TokenId object = tree.child(trigger, "obj");
  return object < 0 || tree.has_upos(object, {"PRON", "NUM", "INTJ"}) ||
         knowledge.in_set("rej_asking", tree.lemma(object)) || knowledge.in_set("offered", tree.lemma(object));
}

// What somebody may be asked or offered, and then says yes or no to.
bool is_put_to_others(const Event& event, const Event& earlier) {
  // "agreed", in general, is no offer that is refused.
  const bool offers = earlier.cameo.has_value() && earlier.cameo->starts_with("03") &&
                      (event.type == "AGREE" || earlier.cameo != "030");
  const bool asks = earlier.type == "REQUEST" || offers;
  return asks && !earlier.reciprocal && !earlier.actor.empty() && !share_code(event.actor, earlier.actor);
}

// What `earlier` has to be for `event` to answer it.
bool answers(const Event& event, const Event& earlier) {
  if (earlier.actor.empty() || share_party(event.actor, earlier.actor)) return false;
  if (denial(event)) return earlier.type == "ACCUSE" && done_to(event, earlier);
  if (event.type != "REJECT") return false;
  const bool offered =  // "offered a ceasefire" too, which is CONCEDE
      earlier.cameo.has_value() && earlier.cameo->starts_with("03") && earlier.cameo != "030";
  const bool asked = earlier.type == "REQUEST" || earlier.type == "THREATEN" || offered;
  return asked && done_to(event, earlier);
}

// "refused", "rejected the request", "turned it down": what was asked or offered; not "rejected the tax".
bool of_what_was_asked(const Tree& tree, const Knowledge& knowledge, TokenId trigger) {
  const TokenId object = tree.child(trigger, "obj");
  return object < 0 || tree.has_upos(object, {"PRON"}) || knowledge.in_set("rej_asking", tree.lemma(object)) ||
         knowledge.in_set("rej_claims", tree.lemma(object)) || knowledge.in_set("rej_ultimatum", tree.lemma(object));
}

// "dismissed the protest", "shrugged off the warning": what somebody said.
bool of_words(const Tree& tree, const Knowledge& knowledge, TokenId trigger) {
  const TokenId object = tree.child(trigger, "obj");
  // "rejected that", "dismissed this as untrue"
  if (object >= 0 && knowledge.in_set("grammar_that", tree.folded(object))) return true;
  if (object < 0 || !knowledge.in_set("rej_words", tree.lemma(object))) return false;
  const TokenId det = tree.child(object, "det");
  return det >= 0 && knowledge.in_set("grammar_pointing", tree.folded(det));
}

// The same, of what was asked, offered or charged just before with nobody named to whom.
bool answers_open(const Event& event, const Event& earlier, bool points) {
  if (earlier.actor.empty() || share_party(event.actor, earlier.actor)) return false;
  // "X asked the council for an inquiry; Y rejected the request": what was asked of another one too.
  const bool request = event.type == "REJECT" && !denial(event) && earlier.type == "REQUEST";
  if (points && request && !share_code(event.actor, earlier.actor)) return true;
  if (!earlier.recipient.empty()) return false;
  if (denial(event)) return earlier.type == "ACCUSE";
  return event.type == "REJECT" && (earlier.type == "REQUEST" || earlier.type == "AGREE");
}

// Whether the sentence of t names one of the parties: their state, or somebody of it.
bool names_one(const Tree& tree, const ActorFinder& actors, TokenId t, const std::vector<Actor>& parties) {
  const std::int32_t sentence = tree.sentence(t);
  TokenId first = t;
  while (first > 0 && tree.sentence(first - 1) == sentence) --first;
  for (TokenId w = first; w < tree.size() && tree.sentence(w) == sentence; ++w) {
    const ActorMention* mention = tree.has_upos(w, {"NOUN", "PROPN"}) ? actors.mention(w) : nullptr;
    if (mention != nullptr && !mention->guessed && share_code({mention->actor}, parties)) return true;
  }
  return false;
}

// "said", "accused"; who "moved" a thing has moved nothing in words.
bool tells_something(const Tree& tree, const Knowledge& knowledge, TokenId verb) {
  const auto cues = knowledge.cues.find(tree.lemma(verb));
  if (cues == knowledge.cues.end()) return false;
  const bool moves = std::all_of(cues->second.begin(), cues->second.end(), [](const ReportingCue& cue) {
    return cue.stance == "demands" && cue.content == std::vector<std::string>{"clause"};
  });
  return !moves || tree.child(verb, "obj") < 0 || tree.child(verb, "ccomp") >= 0;
}

// Who spoke last before t, in its sentence or the one before: "X said that ...; Y rejected the charge"; of a denial
// (`far`) also some sentences before, if it was of the denier.
std::vector<Actor> spoke_before(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, TokenId t,
                                const std::vector<Actor>& own, bool far) {
  const std::int32_t sentence = tree.sentence(t);
  std::int32_t looked_at = sentence;  // the sentence whose names were looked at last
  bool named = false;
  for (TokenId v = t - 1; v >= 0 && sentence - tree.sentence(v) <= (far ? kSentencesBack : 1); --v) {
    if (!tree.has_upos(v, {"VERB"}) || tree.head(t) == v) continue;
    if (!tells_something(tree, knowledge, v)) continue;
    const TokenId subject = tree.child(v, "nsubj");
    if (subject < 0) continue;
    std::vector<Actor> speakers;
    for (const ActorMention& mention : actors.parties(subject)) speakers.push_back(mention.actor);
    const bool known = !speakers.empty() &&
                       std::all_of(speakers.begin(), speakers.end(), [](const Actor& a) { return a.code.has_value(); });
    if (!known || share_party(own, speakers)) continue;
    if (sentence - tree.sentence(v) <= 1) return speakers;
    if (looked_at != tree.sentence(v)) named = names_one(tree, actors, v, own);
    looked_at = tree.sentence(v);
    if (named) return speakers;
  }
  return {};
}

// "condemned the strike", "denounced the arrests": a deed told before, of which the noun only reminds.
TokenId reminder(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, TokenId trigger) {
  for (const char* slot : {"obj", "for", "of", "over", "against", "at"}) {
    for (const TokenId t : clauses.fill(trigger, slot)) {
      const TokenId det = tree.child(t, "det");
      const bool points = det >= 0 && knowledge.in_set("grammar_pointing", tree.folded(det));
      if (points && knowledge.in_set("deeds", tree.lemma(t))) return t;
    }
  }
  return -1;
}

// "the attack" is no arrest: a noun of some type of event reminds of one of that type.
bool names_deed(const Tree& tree, const Knowledge& knowledge, TokenId noun, const Event& earlier) {
  const auto frames = knowledge.noun_frames.find(tree.lemma(noun));
  if (frames == knowledge.noun_frames.end()) return true;
  return std::any_of(frames->second.begin(), frames->second.end(), [&](std::int32_t i) {
    return knowledge.frames[static_cast<std::size_t>(i)].type == earlier.type;
  });
}

// What somebody may be blamed for: what he did, or a refusal that is called so.
bool is_deed(const Event& event, const Event& earlier, bool refusal) {
  return (refusal ? earlier.type == "REJECT" : earlier.quad == 4) && earlier.status != "negated" &&
         !earlier.actor.empty() && !share_party(event.actor, earlier.actor);
}

// To whom the answers of an article go.
class Answers {
 public:
  Answers(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses,
          std::vector<FoundEvent>& found)
      : tree_(tree), knowledge_(knowledge), actors_(actors), clauses_(clauses), found_(found) {}

  void complete(std::size_t i) const {
    const Event& event = found_[i].event;
    if (!event.recipient.empty() || event.reciprocal || event.actor.empty()) return;
    const TokenId trigger = found_[i].trigger;
    const TokenId noun = event.type == "ACCUSE" ? reminder(tree_, knowledge_, clauses_, trigger) : -1;
    if (noun >= 0) return to_who_did(i, noun);
    if (event.type == "ACCUSE" && event.mode == "disapprove") return to_who_did_it(i);
    if (event.type == "REJECT" || event.type == "AGREE") to_who_put_it_above(i);
    if (!event.recipient.empty()) return;
    if (takes_what_was_offered(tree_, knowledge_, event, trigger)) return to_who_put_it(i);
    if (event.type != "REJECT") return;
    // What is denied may be told and still answer whoever charged it; what is refused, only who asked just before.
    if (!denial(event) && tells_what(tree_, knowledge_, clauses_, found_[i])) return to_who_asked_of_it(i, true);
    // Who spoke in the sentence before is answered rather than who accused long before.
    const bool words = of_words(tree_, knowledge_, trigger);
    const bool asked = of_what_was_asked(tree_, knowledge_, trigger);
    if (asked) to_who_asked(i, true);
    if (words) to_who_spoke_of_it(i);
    if (denial(event) || words) to_last_speaker(i, words);
    if (asked) to_who_asked(i, false);
    if (asked && !denial(event) && !names_own(trigger)) to_who_put_it(i);
    if (asked && names_condition(trigger)) to_last_speaker(i, true);
  }

 private:
  void give(std::size_t i, const std::vector<Actor>& recipient, const char* rule) const {
    Event& event = found_[i].event;
    event.recipient = recipient;
    event.confidence *= kFactor;
    event.why.push_back({rule, "as told before", std::nullopt});
  }

  [[nodiscard]] bool near(std::size_t i, std::size_t back) const {
    return tree_.sentence(found_[i].trigger) - tree_.sentence(found_[i - back].trigger) <= 1;
  }

  // "withdrew an offer": its own.
  [[nodiscard]] bool names_own(TokenId trigger) const {
    const TokenId object = tree_.child(trigger, "obj");
    if (object < 0 || tree_.has_upos(object, {"PRON"})) return false;
    const TokenId det = tree_.child(object, "det");
    return det < 0 || !knowledge_.in_set("grammar_pointing", tree_.folded(det));
  }

  // "rejected the condition": what somebody has said that he asks for.
  [[nodiscard]] bool names_condition(TokenId trigger) const {
    const TokenId object = tree_.child(trigger, "obj");
    const TokenId det = object < 0 ? -1 : tree_.child(object, "det");
    return det >= 0 && knowledge_.in_set("grammar_pointing", tree_.folded(det)) &&
           knowledge_.in_set("rej_ultimatum", tree_.lemma(object));
  }

  // To who just asked or offered something: of whom it answers first, and otherwise of anybody.
  void to_who_put_it(std::size_t i) const {
    const Event& event = found_[i].event;
    const bool points = tree_.child(found_[i].trigger, "obj") >= 0;
    for (const bool to_it : {true, false}) {
      for (std::size_t back = 1; back <= std::min(i, kEventsBack) && event.recipient.empty() && near(i, back); ++back) {
        const Event& earlier = found_[i - back].event;
        const bool open = !to_it && (points || earlier.recipient.empty());
        if (is_put_to_others(event, earlier) && (open || done_to(event, earlier)))
          give(i, earlier.actor, "recipient:answer");
      }
    }
  }

  // "X set conditions that Y rejected": X.
  void to_who_put_it_above(std::size_t i) const {
    const TokenId trigger = found_[i].trigger;
    const TokenId put = tree_.is(trigger, "acl:relcl") ? tree_.head(trigger) : -1;
    const TokenId verb = put >= 0 && tree_.is(put, "obj") ? tree_.head(put) : -1;
    const TokenId subject = verb >= 0 ? tree_.child(verb, "nsubj") : -1;
    const TokenId object = tree_.child(trigger, "obj");
    if (subject < 0 || (object >= 0 && !tree_.has_upos(object, {"PRON"})) || names_somebody(put)) return;
    std::vector<Actor> parties;
    for (const ActorMention& mention : actors_.parties(subject)) parties.push_back(mention.actor);
    const bool known = !parties.empty() &&
                       std::all_of(parties.begin(), parties.end(), [](const Actor& a) { return a.code.has_value(); });
    if (known && !share_code(found_[i].event.actor, parties)) give(i, parties, "recipient:answer");
  }

  // "a plan by the mediators", "Oman's offer": another one's.
  [[nodiscard]] bool names_somebody(TokenId noun) const {
    const auto& below = tree_.children(noun);
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      return tree_.is_any(c, {"nmod", "nmod:poss", "amod", "compound"}) && !actors_.parties(c).empty();
    });
  }

  // Of the last deed of the kind that the noun reminds of.
  void to_who_did(std::size_t i, TokenId noun) const {
    const bool refusal = knowledge_.in_set("refusals", tree_.lemma(noun));
    for (std::size_t back = 1; back <= std::min(i, kEventsBack); ++back) {
      const Event& earlier = found_[i - back].event;
      if (!is_deed(found_[i].event, earlier, refusal)) continue;
      if (!refusal && !names_deed(tree_, knowledge_, noun, earlier)) continue;
      return give(i, earlier.actor, "recipient:deed");
    }
  }

  // "X closed the border; Y condemned it": what was just done or refused.
  void to_who_did_it(std::size_t i) const {
    const TokenId object = tree_.child(found_[i].trigger, "obj");
    if (object < 0 || !knowledge_.in_set("grammar_it", tree_.folded(object))) return;
    for (std::size_t back = 1; back <= std::min(i, kEventsBack) && near(i, back); ++back) {
      const Event& earlier = found_[i - back].event;
      if (is_deed(found_[i].event, earlier, false) || is_deed(found_[i].event, earlier, true))
        return give(i, earlier.actor, "recipient:deed");
    }
  }

  void to_who_asked_of_it(std::size_t i, bool only_near) const {
    const Event& event = found_[i].event;
    for (std::size_t back = 1; back <= std::min(i, kEventsBack) && event.recipient.empty(); ++back) {
      if (only_near && !near(i, back)) break;
      const Event& earlier = found_[i - back].event;
      if (answers(event, earlier)) give(i, earlier.actor, "recipient:answer");
    }
  }

  // What was asked of it comes before what was only asked nearby.
  void to_who_asked(std::size_t i, bool only_near) const {
    to_who_asked_of_it(i, only_near);
    const Event& event = found_[i].event;
    const bool points = tree_.child(found_[i].trigger, "obj") >= 0;
    for (std::size_t back = 1; back <= std::min(i, kEventsBack) && event.recipient.empty() && near(i, back); ++back) {
      const Event& earlier = found_[i - back].event;
      if (answers_open(event, earlier, points)) give(i, earlier.actor, "recipient:answer");
    }
  }

  // "X warned of war; Y dismissed the warning."
  void to_who_spoke_of_it(std::size_t i) const {
    const Event& event = found_[i].event;
    for (std::size_t back = 1; back <= std::min(i, kEventsBack) && event.recipient.empty(); ++back) {
      const Event& earlier = found_[i - back].event;
      const bool spoken = earlier.type == "ACCUSE" || earlier.type == "THREATEN";
      if (spoken && near(i, back) && !share_party(event.actor, earlier.actor) && !earlier.actor.empty())
        give(i, earlier.actor, "recipient:answer");
    }
  }

  void to_last_speaker(std::size_t i, bool words) const {
    const Event& event = found_[i].event;
    const TokenId trigger = found_[i].trigger;
    if (!event.recipient.empty()) return;
    // "X said that it was over, and denied that it had begun": to nobody who is sure.
    const bool goes_on = tree_.is(trigger, "conj") && tree_.child(trigger, "nsubj") < 0;
    if (!words && goes_on && !clauses_.fill(trigger, "comp").empty()) return;
    const std::vector<Actor> speakers = spoke_before(tree_, knowledge_, actors_, trigger, event.actor, denial(event));
    if (!speakers.empty()) give(i, speakers, "recipient:speaker");
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  std::vector<FoundEvent>& found_;
};

}  // namespace

void complete_recipients(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                         const Clauses& clauses, std::vector<FoundEvent>& found) {
  const Answers answers(tree, knowledge, actors, clauses, found);
  for (std::size_t i = 0; i < found.size(); ++i) answers.complete(i);
}

}  // namespace entente

// To whom an answer goes, as the article told before.
#include <algorithm>

#include "events/events.h"

namespace entente {
namespace {

constexpr std::size_t kEventsBack = 12;
constexpr double kFactor = 0.85;  // what the clause does not say itself is less sure

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

// "refused to meet", "denied that", "denied it": what is refused or denied is told, and to whom is not asked.
bool tells_what(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const FoundEvent& answer) {
  const std::vector<TokenId> told = clauses.fill(answer.trigger, "comp");
  if (!denial(answer.event) && told.size() == 1 && only_repeats(tree, knowledge, told[0])) return false;
  if (!told.empty()) return true;
  for (const TokenId c : tree.children(answer.trigger)) {
    if (tree.is_any(c, {"ccomp", "xcomp"})) return true;
    if (denial(answer.event) && tree.is(c, "obj") && tree.has_upos(c, {"PRON"})) return true;
  }
  return false;
}

// What `earlier` has to be for `event` to answer it.
bool answers(const Event& event, const Event& earlier) {
  if (earlier.actor.empty() || share_party(event.actor, earlier.actor)) return false;
  if (denial(event)) return earlier.type == "ACCUSE" && done_to(event, earlier);
  if (event.type != "REJECT") return false;
  const bool asked =
      earlier.type == "REQUEST" || earlier.type == "THREATEN" || (earlier.type == "AGREE" && earlier.cameo != "030");
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

// Who spoke last before t, in its sentence or the one before: "X said that ...; Y rejected the charge".
std::vector<Actor> spoke_before(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, TokenId t,
                                const std::vector<Actor>& own) {
  const std::int32_t sentence = tree.sentence(t);
  for (TokenId v = t - 1; v >= 0 && sentence - tree.sentence(v) <= 1; --v) {
    if (!tree.has_upos(v, {"VERB"}) || tree.head(t) == v) continue;
    if (!knowledge.cues.contains(tree.lemma(v))) continue;
    const TokenId subject = tree.child(v, "nsubj");
    if (subject < 0) continue;
    std::vector<Actor> speakers;
    for (const ActorMention& mention : actors.parties(subject)) speakers.push_back(mention.actor);
    const bool known = !speakers.empty() &&
                       std::all_of(speakers.begin(), speakers.end(), [](const Actor& a) { return a.code.has_value(); });
    if (known && !share_party(own, speakers)) return speakers;
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

// What somebody may be blamed for.
bool is_deed(const Event& event, const Event& earlier) {
  return earlier.quad == 4 && earlier.status != "negated" && !earlier.actor.empty() &&
         !share_party(event.actor, earlier.actor);
}

}  // namespace

void complete_recipients(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                         const Clauses& clauses, std::vector<FoundEvent>& found) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    Event& event = found[i].event;
    if (!event.recipient.empty() || event.reciprocal || event.actor.empty()) continue;
    const TokenId noun = event.type == "ACCUSE" ? reminder(tree, knowledge, clauses, found[i].trigger) : -1;
    const bool blames = noun >= 0;
    // What is denied may be told and still answer whoever charged it.
    if (!blames && (event.type != "REJECT" || (!denial(event) && tells_what(tree, knowledge, clauses, found[i]))))
      continue;
    const bool asked = of_what_was_asked(tree, knowledge, found[i].trigger);
    const bool points = tree.child(found[i].trigger, "obj") >= 0;
    const auto give = [&](const std::vector<Actor>& recipient, const char* rule) {
      event.recipient = recipient;
      event.confidence *= kFactor;
      event.why.push_back({rule, "as told before", std::nullopt});
    };
    // What was asked of it comes before what was only asked nearby.
    for (const bool open : {false, true}) {
      for (std::size_t back = 1; back <= std::min(i, kEventsBack) && event.recipient.empty(); ++back) {
        const Event& earlier = found[i - back].event;
        const bool near = tree.sentence(found[i].trigger) - tree.sentence(found[i - back].trigger) <= 1;
        const bool deed = blames && !open && is_deed(event, earlier) && names_deed(tree, knowledge, noun, earlier);
        const bool answer = asked && (open ? near && answers_open(event, earlier, points) : answers(event, earlier));
        if (deed || answer) give(earlier.actor, blames ? "recipient:deed" : "recipient:answer");
      }
    }
    const bool words = event.type == "REJECT" && of_words(tree, knowledge, found[i].trigger);
    for (std::size_t back = 1; back <= std::min(i, kEventsBack) && words && event.recipient.empty(); ++back) {
      const Event& earlier = found[i - back].event;
      const bool spoken = earlier.type == "ACCUSE" || earlier.type == "THREATEN";
      const bool near = tree.sentence(found[i].trigger) - tree.sentence(found[i - back].trigger) <= 1;
      if (spoken && near && !share_party(event.actor, earlier.actor) && !earlier.actor.empty())
        give(earlier.actor, "recipient:answer");
    }
    if (!event.recipient.empty() || !(denial(event) || words)) continue;
    // "X said that it was over, and denied that it had begun": to nobody who is sure.
    const TokenId trigger = found[i].trigger;
    if (!words && tree.is(trigger, "conj") && tree.child(trigger, "nsubj") < 0 &&
        !clauses.fill(trigger, "comp").empty())
      continue;
    const std::vector<Actor> speakers = spoke_before(tree, knowledge, actors, found[i].trigger, event.actor);
    if (!speakers.empty()) give(speakers, "recipient:speaker");
  }
}

}  // namespace entente

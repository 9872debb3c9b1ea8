// A recipient that no slot names, but the words of the act do: "agreed to let aid workers of Y return", "an inquiry
// into the death of a man of Y".
#include <algorithm>
#include <deque>
#include <set>

#include "actors/phrase.h"
#include "events/frames.h"

namespace entente {
namespace {

using MentionKind = ActorMention::Kind;

constexpr std::int32_t kMaxDepth = 5;
constexpr std::size_t kMaxWords = 60;
constexpr double kWithin = 0.75;  // how sure one is of it

struct Step {
  TokenId token = -1;
  std::int32_t depth = 0;
};

}  // namespace

// Breadth first, so that what stands nearest to the act is taken. Clauses of their own tell of other acts.
void FrameFinder::fill_from_within(FrameMatch& match) const {
  // A crowd stands where it stands, and who denies something names whom it is about.
  if (match.actor.empty() || match.frame->type == "PROTEST" || match.frame->cameo == "016") return;
  const int quad = knowledge_.types.at(match.frame->type).quad;
  const bool friendly = quad == kVerbalCooperation || quad == kMaterialCooperation;
  // "is willing to withdraw its troops from Y": what is its own receives nothing.
  const bool own_things = (friendly || match.frame->type == "SANCTION") &&
                          std::all_of(match.recipient.begin(), match.recipient.end(), [&](const ActorMention& m) {
                            const bool own =
                                is_own(match, m) ? !m.guessed : !m.actor.code.has_value() && has_owner_pronoun(m);
                            return own && (m.kind == MentionKind::kOther || m.kind == MentionKind::kGroup);
                          });
  if (!own_things && !match.recipient.empty()) return;
  const bool charges = match.frame->type == "ACCUSE" || match.frame->type == "REQUEST";
  const auto is_known = [&](const ActorMention& m) {
    if (!is_party(m) || !m.actor.code.has_value() || m.guessed || m.actor.via == "pronoun") return false;
    // Prosecutors may charge the president of their own state; whom a state helps is another one.
    const bool inside = charges && m.kind != MentionKind::kState && m.kind != MentionKind::kCapital &&
                        std::none_of(match.actor.begin(), match.actor.end(),
                                     [&](const ActorMention& a) { return a.actor.sector == m.actor.sector; });
    return inside || !is_own(match, m);
  };
  std::set<TokenId> subjects;
  for (const TokenId t : clauses_.fill(match.trigger, "subj")) subjects.insert(t);
  std::deque<Step> open = {{match.trigger, 0}};
  for (std::size_t seen = 0; !open.empty() && seen < kMaxWords; ++seen) {
    const Step step = open.front();
    open.pop_front();
    if (step.depth > 0) {
      std::vector<ActorMention> found = actors_.parties(step.token);
      const bool known = !found.empty() && std::all_of(found.begin(), found.end(), is_known);
      if (known) {
        for (ActorMention& mention : found) mention.confidence *= kWithin;
        match.recipient = std::move(found);
        match.words.push_back(step.token);
        match.within = true;
        return;
      }
    }
    if (step.depth == kMaxDepth) continue;
    for (const TokenId c : tree_.children(step.token)) {
      if (subjects.contains(c) || !leads_within(step.token, c) || only_hears(match, c)) continue;
      open.push_back({c, step.depth + 1});
    }
  }
  // "appended their names", "will, for its part, open", "pulled its infantry back": nobody is acted upon.
  const bool things = std::all_of(match.recipient.begin(), match.recipient.end(), [&](const ActorMention& m) {
    const bool troops = match.frame->type == "RETREAT" && m.actor.sector == "MIL" && has_owner_pronoun(m);
    return m.kind == MentionKind::kOther || troops;
  });
  if (own_things && things) match.recipient.clear();
}

// "told Radio Lima", "complained to the newspaper": who prints it, and not whom it is about.
bool FrameFinder::only_hears(const FrameMatch& match, TokenId filler) const {
  const int quad = knowledge_.types.at(match.frame->type).quad;
  if (quad != kVerbalCooperation && quad != kVerbalConflict) return false;
  const ActorMention* mention = actors_.mention(filler);
  if (mention == nullptr || mention->actor.sector != "JRN" || tree_.head(filler) < 0) return false;
  const std::string by = preposition(tree_, filler);
  const bool told =
      tree_.is_any(filler, {"obj", "iobj"}) && knowledge_.in_set("telling_to", tree_.lemma(tree_.head(filler)));
  return told || (by == "to" && match.frame->type == "ACCUSE");
}

// "vowed to Peru that its boats would sail": who is promised it, whoever the promise is about.
bool FrameFinder::is_addressed(const FrameMatch& match, TokenId filler) const {
  const bool promise = match.frame->type == "AGREE" || match.frame->type == "CONCEDE";
  if (!promise || !tree_.is(filler, "obl") || preposition(tree_, filler) != "to") return false;
  return tree_.child(match.trigger, "ccomp") > filler;
}

// "wrote to Lima to ask for a pardon", "telephoned the premier to protest": to whom one turns in order to say it.
std::vector<ActorMention> FrameFinder::addressee(FrameMatch& match) const {
  const TokenId turn = tree_.head(match.trigger);
  const bool purpose = tree_.is_any(match.trigger, {"advcl", "xcomp"}) && tree_.child(match.trigger, "mark") >= 0 &&
                       tree_.child(match.trigger, "nsubj") < 0;
  if (!purpose || turn < 0 || !knowledge_.in_set("addressing", tree_.lemma(turn))) return {};
  for (const TokenId c : tree_.children(turn)) {
    const bool to = tree_.is_any(c, {"obj", "iobj"}) || (tree_.is(c, "obl") && preposition(tree_, c) == "to");
    if (!to) continue;
    std::vector<ActorMention> found = actors_.parties(c);
    const bool known = !found.empty() && std::all_of(found.begin(), found.end(), [&](const ActorMention& m) {
      return is_party(m) && m.actor.code.has_value() && m.actor.sector != "JRN" && !is_own(match, m);
    });
    if (!known) continue;
    match.words.push_back(c);
    return found;
  }
  return {};
}

// "offered the Chileans a treaty with Peru": to whom it is given, whatever slots the frame has.
std::vector<ActorMention> FrameFinder::receiver(FrameMatch& match) const {
  if (std::vector<ActorMention> addressed = addressee(match); !addressed.empty()) return addressed;
  const int quad = knowledge_.types.at(match.frame->type).quad;
  if (quad != kVerbalCooperation && quad != kMaterialCooperation) return {};
  for (const TokenId c : tree_.children(match.trigger)) {
    // "gave it to the council", with what is given taken for who gets it.
    const bool given = tree_.is(c, "iobj") || is_addressed(match, c);
    if (!given || only_hears(match, c) || knowledge_.in_set("grammar_it", tree_.folded(c))) continue;
    std::vector<ActorMention> found = actors_.parties(c);
    const bool known = !found.empty() && std::all_of(found.begin(), found.end(), [&](const ActorMention& m) {
      return is_party(m) && m.actor.code.has_value() && !is_own(match, m);
    });
    if (!known) continue;
    match.words.push_back(c);
    return found;
  }
  return {};
}

// "Spain, a friend of Peru for decades, will lend tents": whose friend it is called receives what it gives.
void FrameFinder::fill_from_apposition(FrameMatch& match) const {
  const std::string& type = match.frame->type;
  if (type != "AID" && type != "AGREE" && type != "COOPERATE") return;
  const bool own = std::all_of(match.recipient.begin(), match.recipient.end(),
                               [&](const ActorMention& m) { return is_own(match, m) && has_owner_pronoun(m); });
  if (!own || match.actor.size() != 1) return;
  for (const TokenId subject : clauses_.fill(match.trigger, "subj")) {
    for (const TokenId friend_of : tree_.children(subject)) {
      if (!tree_.is(friend_of, "appos") || !knowledge_.in_set("friends", tree_.lemma(friend_of))) continue;
      for (const TokenId c : tree_.children(friend_of)) {
        const std::string by = preposition(tree_, c);
        if (!tree_.is(c, "nmod:poss") && !(tree_.is(c, "nmod") && (by == "of" || by == "to"))) continue;
        std::vector<ActorMention> found = actors_.parties(c);
        const bool known = found.size() == 1 && found[0].actor.code.has_value() && !is_own(match, found[0]);
        if (!known) continue;
        found[0].confidence *= kWithin;
        match.recipient = std::move(found);
        match.words.push_back(c);
        return;
      }
    }
  }
}

// "seized Casa Roja, the headquarters of the rebels": whose it is called.
void FrameFinder::take_owner_beside(const FrameMatch& match, TokenId filler,
                                    std::vector<ActorMention>& mentions) const {
  const std::string& type = match.frame->type;
  if (type != "ASSAULT" && type != "COERCE") return;
  const bool place = std::all_of(mentions.begin(), mentions.end(),
                                 [](const ActorMention& m) { return m.kind == MentionKind::kPlace; });
  if (!place) return;
  for (const TokenId c : tree_.children(filler)) {
    if (!tree_.is(c, "appos")) continue;
    for (const TokenId of : tree_.children(c)) {
      const bool owner = tree_.is(of, "nmod:poss") || (tree_.is(of, "nmod") && preposition(tree_, of) == "of");
      std::vector<ActorMention> found = owner ? actors_.parties(of) : std::vector<ActorMention>();
      const bool group = !found.empty() && std::all_of(found.begin(), found.end(), [](const ActorMention& m) {
        return (m.kind == MentionKind::kOrganisation || m.kind == MentionKind::kGroup) && m.actor.code.has_value();
      });
      if (group) mentions = std::move(found);
    }
  }
}

// "its troops", "their soldiers"
bool FrameFinder::has_owner_pronoun(const ActorMention& mention) const {
  const std::string text = fold_case(mention.actor.text);
  const std::string first = text.substr(0, text.find(' '));
  return first.size() < text.size() &&
         (knowledge_.in_set("grammar_it", first) || knowledge_.in_set("grammar_they", first) ||
          knowledge_.in_set("grammar_he", first) || knowledge_.in_set("grammar_she", first));
}

// Whether what hangs from t at c is part of the act: no time, no place, no reason, no other clause.
bool FrameFinder::leads_within(TokenId t, TokenId c) const {
  if (stands_as_third(tree_, knowledge_, c)) return false;
  // "the Stockholm Agreement": named after a place.
  if (tree_.is(c, "compound") && knowledge_.in_set("instrument", tree_.lemma(t))) return false;
  if (tree_.is_any(c, {"obj", "iobj", "nmod:poss", "xcomp", "nsubj:pass"})) return true;
  if (tree_.is_any(c, {"amod", "compound"})) return !clauses_.is_verb(t);
  if (tree_.is_any(c, {"obl", "nmod"})) {
    const std::string by = preposition(tree_, c);
    return knowledge_.in_set("grammar_towards", by) || (by == "by" && tree_.is(t, "acl"));
  }
  if (tree_.is(c, "ccomp")) return true;
  if (tree_.is(c, "conj")) return !clauses_.is_verb(t) && !clauses_.is_verb(c);  // "the arrests and the threats of Y"
  if (tree_.is_any(c, {"acl", "advcl"})) {
    if (tree_.is(c, "acl") && clauses_.is_verb(c) && clauses_.passive(c)) return true;  // "the threats made by Y"
    const TokenId mark = tree_.child(c, "mark");
    return !tree_.is(c, "acl:relcl") && mark >= 0 && tree_.folded(mark) == "to";
  }
  return false;
}

}  // namespace entente

#include "statements/speakers.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr double kUnnamed = 0.6;
constexpr double kGuessedState = 0.85;
constexpr std::int32_t kFarthestBefore = 80;  // words from a pronoun back to whom it may mean
constexpr double kSpokeLast = 0.8;
constexpr std::size_t kMostSpeakers = 4;  // of one cue

// Several, or an institution: no "he" or "she".
bool is_body(const ActorMention& mention) {
  using Kind = ActorMention::Kind;
  return mention.kind == Kind::kState || mention.kind == Kind::kCapital || mention.kind == Kind::kOrganisation ||
         mention.kind == Kind::kPeople || mention.kind == Kind::kOther;
}

void take_code(const Actor& from, Actor& to) {
  to.code = from.code;
  to.country = from.country;
  if (!to.sector.has_value()) to.sector = from.sector;
}

// A phrase that the tree leads to twice is one speaker still.
void drop_repeated(std::vector<ActorMention>& speakers) {
  for (auto end = speakers.begin(); end != speakers.end(); ++end) {
    const auto same = [&](const ActorMention& m) {
      return m.actor.span == end->actor.span && m.actor.name == end->actor.name && m.actor.code == end->actor.code;
    };
    speakers.erase(std::remove_if(end + 1, speakers.end(), same), speakers.end());
  }
}

}  // namespace

std::vector<ActorMention> SpeakerReader::known(TokenId t) const {
  std::vector<ActorMention> found = actors_.parties(t);
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const ActorMention& m) { return m.kind == ActorMention::Kind::kNone; }),
              found.end());
  return found;
}

// The words of the phrase, without clauses about it.
ActorMention SpeakerReader::unnamed(TokenId speaker) const {
  const auto words = tree_.subtree(speaker, [&](TokenId c) {
    return tree_.is_any(c, {"acl", "appos", "conj", "cc", "punct", "case", "parataxis"}) || c > speaker;
  });
  ActorMention mention;
  Actor& actor = mention.actor;
  actor.span = tree_.span(words.front(), words.back());
  actor.text = tree_.text(actor.span);
  const bool article = words.size() > 1 && tree_.has_upos(words.front(), {"DET"});
  actor.name = article ? tree_.text(words[1], words.back()) : actor.text;
  actor.via = tree_.has_upos(speaker, {"PRON"}) ? "pronoun" : "description";
  mention.confidence = kUnnamed;
  return mention;
}

// What one of them is called: in apposition, or taken for a second subject of the verb.
TokenId SpeakerReader::name_of_one(TokenId speaker) const {
  const TokenId name = tree_.child(speaker, "appos");
  if (name >= 0 && tree_.word(name).xpos == "CD") return -1;  // "one of them, 84"
  if (name >= 0 || tree_.head(speaker) < 0) return name;
  for (const TokenId c : tree_.children(tree_.head(speaker))) {
    if (c > speaker && tree_.is(c, "nsubj") && tree_.has_upos(c, {"PROPN"})) return c;
  }
  return -1;
}

// "one of them, a dentist", "one of its ministers": of those, and by the name that follows.
std::optional<ActorMention> SpeakerReader::one_of_many(TokenId speaker) const {
  if (!knowledge_.statement_word("one_of", tree_.folded(speaker))) return std::nullopt;
  for (const TokenId c : tree_.children(speaker)) {
    if (!tree_.is(c, "nmod") || preposition(tree_, c) != "of") continue;
    const std::vector<ActorMention> all = known(c);
    if (all.empty()) return std::nullopt;
    ActorMention mention = all.front();
    if (const TokenId name = name_of_one(speaker); name >= 0) {
      const std::vector<ActorMention> called = known(name);
      ActorMention own = called.empty() ? unnamed(name) : called.front();
      if (!own.actor.code.has_value() || own.guessed) take_code(mention.actor, own.actor);
      mention = std::move(own);
    } else {
      const CodePointSpan span = tree_.span(speaker, c);
      mention.actor.span = span;
      mention.actor.text = tree_.text(span);
    }
    mention.actor.type = "person";
    return mention;
  }
  return std::nullopt;
}

// Named by its own name in what is said: "Mr X, he said, could not come" is said by somebody else.
bool SpeakerReader::is_told_of(const ActorMention& mention, TokenSpan content) const {
  for (TokenId t = content.begin.value; t < content.end.value; ++t) {
    const ActorMention* here = tree_.has_upos(t, {"PROPN"}) ? actors_.mention(t) : nullptr;
    if (here != nullptr && here->actor.name == mention.actor.name) return true;
  }
  return false;
}

// "a spokeswoman in Kigali", "Rebin, a barber from Sulaymaniyah": where he is from, if nothing nearer says so.
const Actor* SpeakerReader::state_there(TokenId speaker) const {
  std::vector<TokenId> nouns = {speaker};
  for (const TokenId c : tree_.children(speaker)) {
    if (tree_.is(c, "appos")) nouns.push_back(c);
  }
  const Actor* there = nullptr;
  for (const TokenId noun : nouns) {
    if (!tree_.has_upos(noun, {"NOUN"})) continue;
    for (const TokenId c : tree_.children(noun)) {
      const bool owned = tree_.is_any(c, {"nmod:poss", "amod", "compound"}) && actors_.mention(c) != nullptr &&
                         actors_.mention(c)->actor.code.has_value();
      if (owned) return nullptr;
      const std::string by = tree_.is(c, "nmod") ? preposition(tree_, c) : "";
      if (by == "of") {
        const ActorMention* whose = actors_.mention(c);
        if (whose != nullptr && whose->actor.code.has_value() && actors_.place(c) == nullptr) return nullptr;
      }
      if (!knowledge_.statement_word("from_place", by)) continue;
      const ActorMention* place = actors_.place(c);
      if (place != nullptr && place->actor.country.has_value()) there = &place->actor;
    }
  }
  return there;
}

// Their trade takes them abroad: "diplomats", "aid agencies", "a Western ambassador".
bool SpeakerReader::of_no_state(TokenId speaker) const {
  if (knowledge_.statement_word("of_no_state", tree_.lemma(speaker))) return true;
  return std::any_of(tree_.children(speaker).begin(), tree_.children(speaker).end(), [&](TokenId c) {
    if (!tree_.is_any(c, {"amod", "compound"})) return false;
    return knowledge_.statement_word("of_no_state", tree_.folded(c)) ||
           knowledge_.statement_word("of_no_state", tree_.folded(c) + " " + tree_.lemma(speaker));
  });
}

// "an aide to Mr Deby", "a spokeswoman for the Treasury": whom he serves.
const Actor* SpeakerReader::served(TokenId speaker) const {
  if (!tree_.has_upos(speaker, {"NOUN"})) return nullptr;
  for (const TokenId c : tree_.children(speaker)) {
    if (!tree_.is(c, "nmod") || c < speaker || !knowledge_.statement_word("serving", preposition(tree_, c))) continue;
    const ActorMention* whose = actors_.mention(c);
    if (whose != nullptr && whose->actor.code.has_value() && !whose->guessed) return &whose->actor;
  }
  return nullptr;
}

// "An aide said", "mothers", "whose clerk": whose he is where the sentence says so, else of the state that the article
// is on; not of those who come from elsewhere by their trade.
void SpeakerReader::settle_state(TokenId speaker, ActorMention& mention) const {
  if (tree_.has_upos(speaker, {"PRON"})) return;
  if (const Actor* there = state_there(speaker); there != nullptr && !of_no_state(speaker)) {
    mention.actor.code = mention.actor.country = there->country;
    return;
  }
  if (const Actor* whose = served(speaker); whose != nullptr && (mention.guessed || !mention.actor.code.has_value())) {
    take_code(*whose, mention.actor);
    return;
  }
  if (mention.actor.code.has_value()) return;
  for (const ActorMention& owner : actors_.parties_or_owner(speaker)) {
    if (!owner.actor.code.has_value()) continue;
    take_code(owner.actor, mention.actor);
    return;
  }
  if (of_no_state(speaker)) return;
  std::string state = actors_.side_heard(speaker, mention.actor.sector == "GOV");
  if (state.empty()) state = actors_.likely_state(speaker, "");
  if (state.empty()) return;
  mention.actor.code = mention.actor.country = state;
  mention.confidence *= kGuessedState;
}

// "X rejected it; nothing, he pointed out, had ...": who acts before the semicolon, where it is a person.
std::optional<ActorMention> SpeakerReader::before_break(TokenId pronoun) const {
  bool broken = false;
  for (TokenId t = pronoun - 1; t >= 0 && pronoun - t < kFarthestBefore && tree_.sentence(t) == tree_.sentence(pronoun);
       --t) {
    if (tree_.token(t).form == ";") broken = true;
    if (!broken || !tree_.is_any(t, {"nsubj", "obl:agent"}) || !tree_.has_upos(t, {"PROPN"})) continue;
    const TokenId clause = tree_.head(t);
    if (clause < 0 || tree_.is_any(clause, {"acl:relcl", "acl", "advcl", "ccomp"})) continue;
    const std::vector<ActorMention> found = known(t);
    if (found.size() == 1 && found.front().actor.type == "person") return found.front();
  }
  return std::nullopt;
}

// "A banker doubted it. The debt would grow, he said": who acts in the sentence before, be he never so unknown, and not
// somebody known from farther back.
std::optional<ActorMention> SpeakerReader::subject_before(const FoundCue& cue, const ActorMention& picked) const {
  const std::int32_t here = tree_.sentence(cue.speaker);
  const auto& sentences = tree_.parsed().document.sentences;
  if (here == 0 || sentences[static_cast<std::size_t>(here)].starts_paragraph) return std::nullopt;
  const TokenSpan before = sentences[static_cast<std::size_t>(here) - 1].tokens;
  for (TokenId t = before.begin.value; t < cue.speaker; ++t) {
    const ActorMention* told = cue.content.contains(TokenOffset{t}) ? nullptr : actors_.mention(t);
    if (told != nullptr && told->actor.name == picked.actor.name) return std::nullopt;
  }
  for (TokenId t = before.begin.value; t < std::min(before.end.value, tree_.size()); ++t) {
    if (!tree_.is(t, "nsubj") || tree_.head(t) < 0 || !tree_.is(tree_.head(t), "root")) continue;
    if (tree_.has_feat(t, "Number=Plur") || tree_.child(t, "conj") >= 0) return std::nullopt;
    const std::vector<ActorMention> found = known(t);
    const auto noun =
        tree_.has_upos(t, {"NOUN"}) ? knowledge_.issue_nouns.find(tree_.lemma(t)) : knowledge_.issue_nouns.end();
    const bool somebody =
        noun != knowledge_.issue_nouns.end() && (noun->second.kind == "office" || noun->second.kind == "people");
    const bool person = found.size() == 1 && found.front().actor.type == "person";
    if (!person && !(somebody && found.size() < 2)) return std::nullopt;
    ActorMention one = found.empty() ? unnamed(t) : found.front();
    settle_state(t, one);
    return one;
  }
  return std::nullopt;
}

// Neither "he" of a woman nor "she" of a man.
bool SpeakerReader::may_be(const ActorMention& mention, TokenId pronoun) const {
  const char other = knowledge_.in_set("grammar_he", tree_.folded(pronoun)) ? 'f' : 'm';
  return mention.gender != other;
}

std::vector<ActorMention> SpeakerReader::read(const FoundCue& cue, const ActorMention* before) const {
  if (std::optional<ActorMention> one = one_of_many(cue.speaker); one.has_value()) return {std::move(*one)};
  std::vector<ActorMention> speakers = known(cue.speaker);
  const bool coded =
      std::any_of(speakers.begin(), speakers.end(), [](const ActorMention& m) { return m.actor.code.has_value(); });
  if (!coded) {
    // "The host, X", "Its smaller sister, Y".
    for (const TokenId c : tree_.children(cue.speaker)) {
      if (!tree_.is_any(c, {"appos", "flat"})) continue;
      std::vector<ActorMention> called = known(c);
      if (called.empty() || !called.front().actor.code.has_value()) continue;
      speakers = {called.front()};
      break;
    }
  }
  // "X and Y spoke and ordered": each once.
  std::vector<ActorMention> apart;
  for (ActorMention& speaker : speakers) {
    const bool told = std::any_of(apart.begin(), apart.end(), [&](const ActorMention& each) {
      return each.actor.name == speaker.actor.name && each.actor.code == speaker.actor.code;
    });
    if (!told) apart.push_back(std::move(speaker));
  }
  speakers = std::move(apart);
  if (speakers.empty()) speakers.push_back(unnamed(cue.speaker));
  if (speakers.size() > kMostSpeakers) speakers.resize(kMostSpeakers);
  const bool pronoun = tree_.has_upos(cue.speaker, {"PRON"});
  for (ActorMention& speaker : speakers) {
    const bool wrong = pronoun && (is_told_of(speaker, cue.content) || !speaker.actor.code.has_value());
    const bool he_or_she = pronoun && (knowledge_.in_set("grammar_he", tree_.folded(cue.speaker)) ||
                                       knowledge_.in_set("grammar_she", tree_.folded(cue.speaker)));
    const bool fits = before != nullptr && (!he_or_she || !is_body(*before)) &&
                      (speaker.gender == '?' || before->gender == '?' || speaker.gender == before->gender);
    std::optional<ActorMention> near = he_or_she ? before_break(cue.speaker) : std::nullopt;
    if (he_or_she && !near.has_value()) near = subject_before(cue, speaker);
    if (near.has_value() && !may_be(*near, cue.speaker)) near.reset();
    const bool nearer = near.has_value() && near->actor.name != speaker.actor.name && !is_told_of(*near, cue.content);
    if (nearer || (wrong && fits && !is_told_of(*before, cue.content))) {
      const Actor own = speaker.actor;
      speaker = nearer ? *near : *before;
      speaker.actor.text = own.text;
      speaker.actor.span = own.span;
      speaker.actor.via = "pronoun";
      speaker.confidence *= kSpokeLast;
    }
    settle_state(cue.speaker, speaker);
  }
  drop_repeated(speakers);
  return speakers;
}

}  // namespace entente

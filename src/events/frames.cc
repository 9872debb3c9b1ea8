#include "events/frames.h"

#include <algorithm>
#include <map>

#include "actors/phrase.h"
#include "knowledge/frame_cells.h"

namespace entente {
namespace {

// Of two frames that ask for as much, the one with fewer words in its sets wins.
constexpr std::int32_t kNarrowness = 1000;
constexpr double kModelRank = 1500;  // what the model's certainty of a frame's type is worth beside its conditions
constexpr double kOpenVerb = 0.5;    // from which probability on the model alone makes an event
constexpr double kOpenNoun = 0.6;
constexpr double kOpenCue = 0.9;
// A clause of which no word has more for the frame's type, and whose trigger has more for no event, tells none.
constexpr double kUnlikely = 0.01;
constexpr double kSurelyNone = 0.95;

std::ptrdiff_t words_named(const std::vector<Condition>& where) {
  return std::count_if(where.begin(), where.end(),
                       [](const Condition& c) { return !c.absent && c.test == Condition::Test::kLemma; });
}

}  // namespace

bool same_party(const ActorMention& a, const ActorMention& b) {
  if (a.actor.span == b.actor.span && a.actor.code == b.actor.code && a.actor.sector == b.actor.sector) return true;
  return a.actor.name == b.actor.name && a.actor.code == b.actor.code && a.actor.sector == b.actor.sector;
}

FrameFinder::FrameFinder(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                         const Clauses& clauses)
    : tree_(tree), knowledge_(knowledge), actors_(actors), clauses_(clauses), states_(tree, knowledge, actors) {
  const EventReading& reading = tree.parsed().events;
  const bool read = reading.scores.size() == tree.parsed().words.size() * reading.types.size();
  for (std::size_t i = 0; read && i < reading.types.size(); ++i) column_of_[reading.types[i]] = i;
}

// What the model gives the type; what lies ahead it may give to the type that PLOVER makes of it.
double FrameFinder::model_score(TokenId t, const std::string& type) const {
  const auto column = column_of_.find(type);
  if (column == column_of_.end()) return -1;
  const EventReading& reading = tree_.parsed().events;
  const std::size_t row = static_cast<std::size_t>(t) * reading.types.size();
  double score = reading.scores[row + column->second];
  const auto known = knowledge_.types.find(type);
  if (known == knowledge_.types.end() || known->second.future_type.empty()) return score;
  const auto future = column_of_.find(known->second.future_type);
  return future == column_of_.end() ? score : score + reading.scores[row + future->second];
}

// "before he would support lifting sanctions": words of a frame, and no event to the model. What is negated or refused
// it seldom takes for one, and rightly so; what became of it is for the status to say.
bool FrameFinder::unlikely(const FrameMatch& match) const {
  if (match.model < 0 || match.model >= kUnlikely || match.none <= kSurelyNone) return false;
  // "condemning North Korea", of a council: what somebody does to somebody by its own words.
  const auto& where = match.frame->where;
  const auto sides = std::count_if(where.begin(), where.end(),
                                   [](const Condition& c) { return !c.absent && c.test == Condition::Test::kActor; });
  const TokenId planner = announcer(match.trigger);
  if (sides > 1 || (planner >= 0 && names_party(planner, false))) return false;
  std::vector<TokenId> around = tree_.children(match.trigger);
  around.insert(around.end(), match.words.begin(), match.words.end());
  if (tree_.head(match.trigger) >= 0) around.push_back(tree_.head(match.trigger));
  return std::none_of(around.begin(), around.end(), [&](TokenId t) {
    return knowledge_.in_set("grammar_negation", tree_.folded(t)) || model_score(t, match.frame->type) >= kUnlikely;
  });
}

// "announced that the service would be halted": whoever announces what will be done, by nobody who is named, will do
// it.
TokenId FrameFinder::announcer(TokenId trigger) const {
  const TokenId above = tree_.head(trigger);
  if (above < 0 || !tree_.is(trigger, "ccomp") || !knowledge_.in_set("announcing", tree_.lemma(above))) return -1;
  const auto ahead = clauses_.fill(trigger, "aux");
  const bool will = std::any_of(ahead.begin(), ahead.end(), [&](TokenId t) {
    return knowledge_.in_set("grammar_would", tree_.folded(t)) || knowledge_.in_set("grammar_future", tree_.folded(t));
  });
  if (!will || !clauses_.passive(trigger) || clauses_.passive(above)) return -1;
  return clauses_.fill(trigger, "subj").empty() ? clauses_.surface_subject(above) : -1;
}

// "took the blow calmly": words of an idiom, whatever frame or model takes them for.
bool FrameFinder::tells_nothing(TokenId trigger, const Frame& frame) const {
  const auto fits = [&](std::int32_t i) {
    const Idiom& idiom = knowledge_.idioms[static_cast<std::size_t>(i)];
    // "came under fire": a frame that names as many words knows them better.
    if (!idiom.denies(frame.type) || (!frame.open && words_named(idiom.where) <= words_named(frame.where)))
      return false;
    FrameMatch words;
    words.trigger = trigger;
    words.frame = &frame;
    return std::all_of(idiom.where.begin(), idiom.where.end(),
                       [&](const Condition& c) { return meets(trigger, c, words); });
  };
  const auto any_fits = [&](const std::string& lemma) {
    const auto rows = knowledge_.idioms_of.find({frame.pos, lemma});
    return rows != knowledge_.idioms_of.end() && std::any_of(rows->second.begin(), rows->second.end(), fits);
  };
  return any_fits(tree_.lemma(trigger)) || (frame.open && any_fits("*"));
}

// A word that no frame has, taken for an event by the model alone.
std::optional<FrameMatch> FrameFinder::match_open(TokenId trigger) const {
  const bool verb = tree_.has_upos(trigger, {"VERB"});
  const bool noun = tree_.has_upos(trigger, {"NOUN"});
  if (!verb && !noun && !tree_.has_upos(trigger, {"ADJ"})) return std::nullopt;
  // "said", "told": who merely speaks does nothing; what is said is looked at by itself. "Welcomed" is more than that
  // where the model is sure of it.
  const bool cue = knowledge_.says_or_thinks(tree_.lemma(trigger));
  if (cue && !clauses_.fill(trigger, "comp").empty()) return std::nullopt;
  // "the government": somebody who acts, and no act.
  const ActorMention* somebody = noun ? actors_.mention(trigger) : nullptr;
  if (somebody != nullptr && is_party(*somebody)) return std::nullopt;
  // "The Geneva agreement left it open": a paper, and no act.
  if (noun && knowledge_.in_set("instrument", tree_.lemma(trigger))) return std::nullopt;
  // Who dies has done nothing; by whom is told elsewhere.
  if (knowledge_.in_set("dying", tree_.lemma(trigger))) return std::nullopt;
  const EventReading& reading = tree_.parsed().events;
  const std::size_t row = static_cast<std::size_t>(trigger) * reading.types.size();
  std::string type;
  double most = cue ? kOpenCue : noun ? kOpenNoun : kOpenVerb;
  for (const auto& [name, column] : column_of_) {
    const double score = reading.scores[row + column];
    if (name == "none" || score < most) continue;
    most = score;
    type = name;
  }
  const Frame::Pos pos = verb ? Frame::Pos::kVerb : noun ? Frame::Pos::kNoun : Frame::Pos::kAdjective;
  const auto frame = knowledge_.open_frames.find({pos, type});
  if (frame == knowledge_.open_frames.end()) return std::nullopt;
  FrameMatch match;
  match.trigger = trigger;
  match.frame = &knowledge_.frames[static_cast<std::size_t>(frame->second)];
  if (tells_nothing(trigger, *match.frame)) return std::nullopt;
  match.words.push_back(trigger);
  match.model = most;
  match.none = model_score(trigger, "none");
  fill_roles(match);
  // "The visit was cancelled": by nobody who is named, the visit did not take place.
  if (type == "REJECT" && match.actor.empty()) return std::nullopt;
  return match;
}

// The lemma or the form; a plural that one set lists as such ("troops") has not lost its singular for the others.
bool FrameFinder::has_word(const LemmaSet& lemmas, TokenId t) const {
  const std::string& lemma = tree_.lemma(t);
  if (lemmas.contains(lemma) || lemmas.contains(tree_.folded(t))) return true;
  return lemma.size() > 3 && lemma.back() == 's' && tree_.has_upos(t, {"NOUN", "PROPN"}) &&
         lemmas.contains(lemma.substr(0, lemma.size() - 1));
}

// A town of the gazetteer stands for its government where somebody goes there or turns to it (`towns`).
bool FrameFinder::names_party(TokenId t, bool towns) const {
  const auto parties = actors_.parties(t);
  return std::any_of(parties.begin(), parties.end(),
                     [&](const ActorMention& m) { return is_party(m) || (towns && m.where != nullptr); });
}

bool FrameFinder::test(TokenId filler, const Condition& condition, bool towns) const {
  switch (condition.test) {
    case Condition::Test::kFilled: return true;
    case Condition::Test::kLemma:
      if (has_word(condition.lemmas, filler) || (condition.or_actor && names_party(filler, towns))) return true;
      return std::any_of(tree_.children(filler).begin(), tree_.children(filler).end(),
                         [&](TokenId c) { return tree_.is(c, "conj") && has_word(condition.lemmas, c); });
    case Condition::Test::kActor: return names_party(filler, towns);
    case Condition::Test::kSeveral: {
      const auto parties = actors_.parties(filler);
      return std::count_if(parties.begin(), parties.end(), is_party) > 1;
    }
  }
  return false;
}

bool FrameFinder::is_day(TokenId t) const {
  const WordValue* word = knowledge_.word(tree_.folded(t));
  if (word == nullptr) return false;
  const bool name = tree_.token(t).form != tree_.folded(t) && tree_.has_upos(t, {"PROPN", "NOUN"});
  return word->kind == "relative_day" || (name && (word->kind == "weekday" || word->kind == "month"));
}

// A preposition may hang from the noun of a light verb ("held talks with") as well as from the verb.
std::vector<TokenId> FrameFinder::slot(const FrameMatch& match, const SlotPath& path) const {
  std::vector<TokenId> found = clauses_.fill(match.trigger, path);
  // "fired two missiles on Tuesday": at nobody.
  const auto apart = [&](TokenId t) { return is_day(t) || stands_as_third(tree_, knowledge_, t); };
  found.erase(std::remove_if(found.begin(), found.end(), apart), found.end());
  if (path.size() == 1 && path[0] == "subj") {
    // "said that the war was over and denied a raid": with "denied" joined to "over", the war has denied nothing.
    const TokenId reporter = clauses_.reporting_subject(match.trigger);
    const bool somebody = std::any_of(found.begin(), found.end(), [&](TokenId t) {
      const auto parties = actors_.parties(t);
      return std::any_of(parties.begin(), parties.end(), is_party);
    });
    if (reporter >= 0 && !somebody && !clauses_.passive(match.trigger)) return {reporter};
    // "adopted a resolution condemning X": what a paper says is said by who writes or sends it.
    const TokenId paper =
        tree_.is(match.trigger, "acl") && !tree_.is(match.trigger, "acl:relcl") ? tree_.head(match.trigger) : -1;
    if (paper >= 0 && !somebody && tree_.is(paper, "obj") && !clauses_.passive(match.trigger)) {
      const TokenId writer = clauses_.surface_subject(tree_.head(paper));
      if (writer >= 0) return {writer};
    }
  }
  const SlotNames& grammar = clause_slots();
  if (path.size() != 1 || std::find(grammar.begin(), grammar.end(), path[0]) != grammar.end()) return found;
  for (const TokenId noun : match.nouns) {
    for (const TokenId filler : clauses_.fill(noun, path[0])) {
      if (std::find(found.begin(), found.end(), filler) == found.end()) found.push_back(filler);
    }
  }
  return found;
}

bool FrameFinder::meets(TokenId trigger, const Condition& condition, FrameMatch& match) const {
  bool met = false;
  for (const SlotPath& path : condition.paths) {
    for (const TokenId filler : slot(match, path)) {
      if (filler == trigger || !test(filler, condition, match.frame->type == "CONSULT")) continue;
      met = true;
      if (condition.absent) continue;
      match.words.push_back(filler);
      if (condition.test == Condition::Test::kLemma) match.nouns.push_back(filler);
    }
  }
  return met != condition.absent;
}

const std::vector<std::int32_t>* FrameFinder::frames_of(TokenId trigger) const {
  const bool verb = tree_.has_upos(trigger, {"VERB"});
  const bool noun = tree_.has_upos(trigger, {"NOUN", "PROPN"});
  const bool adjective = tree_.has_upos(trigger, {"ADJ"});
  if (!verb && !noun && !adjective) return nullptr;
  const auto& index = verb ? knowledge_.verb_frames : noun ? knowledge_.noun_frames : knowledge_.adjective_frames;
  const auto found = index.find(tree_.lemma(trigger));
  return found == index.end() ? nullptr : &found->second;
}

std::optional<FrameMatch> FrameFinder::match(TokenId trigger) const {
  const std::vector<std::int32_t>* frames = frames_of(trigger);
  if (frames == nullptr) return std::nullopt;
  std::optional<FrameMatch> best;
  std::int32_t best_rank = -kNarrowness;
  for (const std::int32_t i : *frames) {
    FrameMatch candidate;
    candidate.trigger = trigger;
    candidate.frame = &knowledge_.frames[static_cast<std::size_t>(i)];
    candidate.words.push_back(trigger);
    const auto& where = candidate.frame->where;
    if (!std::all_of(where.begin(), where.end(), [&](const Condition& c) { return meets(trigger, c, candidate); }))
      continue;
    // The more a frame asks for, and the more exactly, the better it fits what meets it.
    std::int32_t rank = 0;
    for (const Condition& c : where) {
      if (c.absent) continue;
      rank += (c.test == Condition::Test::kLemma ? 4 : c.test == Condition::Test::kFilled ? 1 : 2) * kNarrowness;
      rank -= std::min(static_cast<std::int32_t>(c.lemmas.size()), kNarrowness / 4);
    }
    candidate.model = model_score(trigger, candidate.frame->type);
    candidate.none = model_score(trigger, "none");
    // "launched an attack": the noun tells the act as much as the verb.
    for (const TokenId noun : candidate.nouns) {
      candidate.model = std::max(candidate.model, model_score(noun, candidate.frame->type));
      candidate.none = std::min(candidate.none, model_score(noun, "none"));
    }
    rank += static_cast<std::int32_t>(std::max(candidate.model, 0.0) * kModelRank);
    if (rank > best_rank) {
      best_rank = rank;
      best = std::move(candidate);
    }
  }
  if (!best.has_value() || tells_nothing(trigger, *best->frame)) return std::nullopt;
  best->unlikely = unlikely(*best);
  fill_roles(*best);
  return best;
}

// What a promise, demand or threat is about is part of it; so is a noun that a frame named, and a noun that
// fills a slot of a verb with the same type ("the shelling killed three").
void FrameFinder::drop_absorbed(std::vector<FrameMatch>& matches) const {
  std::set<TokenId> dropped;
  std::set<TokenId> absorbing_clauses;
  std::map<TokenId, FrameMatch*> verbs;
  for (FrameMatch& outer : matches) {
    if (outer.frame->pos != Frame::Pos::kNoun) verbs[outer.trigger] = &outer;
    for (const TokenId noun : outer.nouns) {
      if (noun != outer.trigger && !clauses_.is_verb(noun)) dropped.insert(noun);
    }
    const bool empty = outer.frame->open && outer.actor.empty() && outer.recipient.empty();
    if (!outer.frame->absorb || empty) continue;
    for (const char* slot : {"comp", "obj", "for", "of", "on", "to", "with", "against"}) {
      for (const TokenId filler : clauses_.fill(outer.trigger, slot)) {
        dropped.insert(filler);
        if (clauses_.is_verb(filler) && tree_.head(filler) == outer.trigger) absorbing_clauses.insert(filler);
      }
    }
  }
  for (const FrameMatch& inner : matches) {
    if (absorbing_clauses.contains(clauses_.governor(inner.trigger)) && !tree_.is(inner.trigger, "acl"))
      dropped.insert(inner.trigger);
    const auto outer = verbs.find(tree_.head(inner.trigger));
    if (inner.frame->pos != Frame::Pos::kNoun || outer == verbs.end() || dropped.contains(outer->first)) continue;
    FrameMatch& verb = *outer->second;
    if (inner.frame->type != verb.frame->type) continue;
    if (verb.frame->mode.empty() && !inner.frame->mode.empty()) verb.frame = inner.frame;
    dropped.insert(inner.trigger);
  }
  matches.erase(
      std::remove_if(matches.begin(), matches.end(), [&](const FrameMatch& m) { return dropped.contains(m.trigger); }),
      matches.end());
}

// What only the model takes for an event, with one side alone, beside an event of the same type that has both: a word
// of the same act.
void FrameFinder::drop_halves(std::vector<FrameMatch>& matches) {
  const auto whole = [](const FrameMatch& m) {
    return !m.actor.empty() && (!m.recipient.empty() || m.actor.size() > 1);
  };
  std::set<TokenId> dropped;
  for (const FrameMatch& half : matches) {
    if (!half.frame->open || whole(half)) continue;
    const bool beside = std::any_of(matches.begin(), matches.end(), [&](const FrameMatch& m) {
      return m.trigger != half.trigger && m.frame->type == half.frame->type && whole(m);
    });
    if (beside) dropped.insert(half.trigger);
  }
  matches.erase(
      std::remove_if(matches.begin(), matches.end(), [&](const FrameMatch& m) { return dropped.contains(m.trigger); }),
      matches.end());
}

// "fired on the crowd, wounding six": one act, told with what it did.
void FrameFinder::join_effects(std::vector<FrameMatch>& matches) const {
  const auto is_effect = [&](TokenId t) {
    return std::any_of(matches.begin(), matches.end(),
                       [&](const FrameMatch& m) { return m.trigger == t && m.frame->effect; });
  };
  const auto joins = [&](const FrameMatch& effect, const FrameMatch& act) {
    if (!effect.frame->effect || act.trigger == effect.trigger || act.frame->type != effect.frame->type) return false;
    // "killing two and wounding three": by way of another effect.
    TokenId t = effect.trigger;
    const auto hangs = [&] { return tree_.head(t) >= 0 && tree_.is_any(t, {"advcl", "conj", "parataxis"}); };
    while (hangs() && tree_.head(t) != act.trigger && is_effect(tree_.head(t))) t = tree_.head(t);
    if (!hangs() || tree_.head(t) != act.trigger) return false;
    return std::all_of(effect.actor.begin(), effect.actor.end(), [&](const ActorMention& m) {
      return std::any_of(act.actor.begin(), act.actor.end(), [&](const ActorMention& a) { return same_party(a, m); });
    });
  };
  std::set<TokenId> joined;
  for (const FrameMatch& effect : matches) {
    for (FrameMatch& act : matches) {
      if (!joins(effect, act)) continue;
      const bool people = std::any_of(effect.recipient.begin(), effect.recipient.end(), [](const ActorMention& m) {
        return is_party(m) && m.actor.code.has_value() && !m.guessed;
      });
      const bool things = std::none_of(act.recipient.begin(), act.recipient.end(), is_party);
      if ((act.recipient.empty() || (things && people)) && !act.frame->joint) act.recipient = effect.recipient;
      act.words.insert(act.words.end(), effect.words.begin(), effect.words.end());
      joined.insert(effect.trigger);
    }
  }
  matches.erase(
      std::remove_if(matches.begin(), matches.end(), [&](const FrameMatch& m) { return joined.contains(m.trigger); }),
      matches.end());
}

// What the frames did not see, and what is no part of one that they saw.
void FrameFinder::add_open(TokenSpan sentence, std::vector<FrameMatch>& matches) const {
  if (column_of_.empty()) return;
  std::set<TokenId> taken;
  for (const FrameMatch& match : matches) {
    taken.insert(match.trigger);
    taken.insert(match.nouns.begin(), match.nouns.end());
  }
  for (TokenId t = sentence.begin.value; t < std::min(sentence.end.value, tree_.size()); ++t) {
    if (taken.contains(t)) continue;
    if (auto found = match_open(t); found.has_value()) matches.push_back(std::move(*found));
  }
}

std::vector<FrameMatch> FrameFinder::find() const {
  std::vector<FrameMatch> kept;
  for (std::size_t s = 0; s < tree_.parsed().document.sentences.size(); ++s) {
    const TokenSpan span = tree_.parsed().document.sentences[s].tokens;
    std::vector<FrameMatch> matches;
    for (TokenId t = span.begin.value; t < std::min(span.end.value, tree_.size()); ++t) {
      if (auto found = match(t); found.has_value()) matches.push_back(std::move(*found));
    }
    add_open(span, matches);
    drop_absorbed(matches);
    drop_halves(matches);
    join_effects(matches);
    // What the model alone saw stands behind the frames: in the order of the text, an answer follows what it answers.
    std::sort(matches.begin(), matches.end(),
              [](const FrameMatch& a, const FrameMatch& b) { return a.trigger < b.trigger; });
    std::move(matches.begin(), matches.end(), std::back_inserter(kept));
  }
  return kept;
}

}  // namespace entente

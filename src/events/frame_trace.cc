#include "events/frame_trace.h"

#include <algorithm>
#include <functional>

namespace entente {
namespace {

constexpr std::size_t kWordsShown = 3;  // of a list of lemmas

using Matches = std::vector<FrameMatch>;
using Stage = std::function<void(Matches&)>;  // takes some of the matches away

const FrameMatch* find_match(const Matches& matches, TokenId word) {
  const auto found =
      std::find_if(matches.begin(), matches.end(), [&](const FrameMatch& m) { return m.trigger == word; });
  return found == matches.end() ? nullptr : &*found;
}

WordTrace* find_word(std::vector<WordTrace>& words, TokenId word) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const WordTrace& w) { return w.word == word; });
  return found == words.end() ? nullptr : &*found;
}

// Whose doing it is that `lost` went: the match that takes it away with nobody else there, or the one without which it
// stays. The stage is asked again, so that its rules stand in one place.
TokenId culprit(const Matches& before, const FrameMatch& lost, const Stage& stage) {
  for (const FrameMatch& other : before) {
    if (other.trigger == lost.trigger) continue;
    Matches pair = other.trigger < lost.trigger ? Matches{other, lost} : Matches{lost, other};
    stage(pair);
    if (find_match(pair, lost.trigger) == nullptr && find_match(pair, other.trigger) != nullptr) return other.trigger;
  }
  for (const FrameMatch& other : before) {
    if (other.trigger == lost.trigger) continue;
    Matches rest;
    std::copy_if(before.begin(), before.end(), std::back_inserter(rest),
                 [&](const FrameMatch& m) { return m.trigger != other.trigger; });
    stage(rest);
    if (find_match(rest, lost.trigger) != nullptr) return other.trigger;
  }
  return -1;
}

void run_stage(Matches& matches, const Stage& stage, WordTrace::Fate fate, std::vector<WordTrace>& words) {
  const Matches before = matches;
  stage(matches);
  for (const FrameMatch& match : before) {
    if (find_match(matches, match.trigger) != nullptr) continue;
    WordTrace* word = find_word(words, match.trigger);
    if (word == nullptr) continue;
    word->fate = fate;
    word->by = culprit(before, match, stage);
  }
}

std::string lemmas_text(const LemmaSet& lemmas, const Knowledge& knowledge) {
  for (const auto& [name, words] : knowledge.sets) {
    if (lemmas.size() > 1 && words.words() == lemmas.words()) return "@" + name;
  }
  std::string text;
  std::size_t shown = 0;
  for (const std::string& lemma : lemmas) {
    if (shown++ == kWordsShown) return text + ", …";
    text += (text.empty() ? "" : ", ") + lemma;
  }
  return text;
}

}  // namespace

std::string path_text(const SlotPath& path) {
  std::string text;
  for (const std::string& slot : path) text += (text.empty() ? "" : ".") + slot;
  return text;
}

std::string condition_text(const Condition& condition, const Knowledge& knowledge) {
  std::string text = condition.absent ? "!" : "";
  for (std::size_t i = 0; i < condition.paths.size(); ++i) text += (i == 0 ? "" : ",") + path_text(condition.paths[i]);
  switch (condition.test) {
    case Condition::Test::kFilled: return text;
    case Condition::Test::kLemma: return text + "=" + lemmas_text(condition.lemmas, knowledge);
    case Condition::Test::kActor: return text + "=#actor";
    case Condition::Test::kSeveral: return text + "=#several";
  }
  return text;
}

FrameTracer::FrameTracer(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                         const Clauses& clauses)
    : tree_(tree),
      knowledge_(knowledge),
      actors_(actors),
      clauses_(clauses),
      finder_(tree, knowledge, actors, clauses) {}

std::vector<TokenId> FrameTracer::fillers(const FrameMatch& match, const SlotPath& path) const {
  return finder_.slot(match, path);
}

std::vector<FrameTrial> FrameTracer::try_frames(TokenId word) const {
  std::vector<FrameTrial> trials;
  const std::vector<std::int32_t>* frames = finder_.frames_of(word);
  if (frames == nullptr) return trials;
  for (const std::int32_t i : *frames) {
    FrameTrial trial;
    trial.frame = &knowledge_.frames[static_cast<std::size_t>(i)];
    FrameMatch candidate;
    candidate.trigger = word;
    candidate.frame = trial.frame;
    for (const Condition& condition : trial.frame->where) {
      if (finder_.meets(word, condition, candidate)) {
        trial.met.push_back(&condition);
        continue;
      }
      trial.failed = &condition;
      for (const SlotPath& path : condition.paths) {
        for (const TokenId filler : finder_.slot(candidate, path)) {
          if (std::find(trial.found.begin(), trial.found.end(), filler) == trial.found.end())
            trial.found.push_back(filler);
        }
      }
      break;
    }
    trials.push_back(std::move(trial));
  }
  return trials;
}

// The steps of FrameFinder::find, with a look at what each leaves.
void FrameTracer::trace_sentence(TokenSpan sentence, std::vector<WordTrace>& words) const {
  std::vector<WordTrace> found;
  Matches matches;
  for (TokenId t = sentence.begin.value; t < std::min(sentence.end.value, tree_.size()); ++t) {
    WordTrace word;
    word.word = t;
    word.trials = try_frames(t);
    if (word.trials.empty()) continue;
    word.match = finder_.match(t);
    for (FrameTrial& trial : word.trials) trial.won = word.match.has_value() && trial.frame == word.match->frame;
    if (word.match.has_value()) matches.push_back(*word.match);
    found.push_back(std::move(word));
  }
  finder_.add_open(sentence, matches);
  for (const FrameMatch& match : matches) {
    if (!match.frame->open) continue;
    WordTrace* word = find_word(found, match.trigger);
    if (word == nullptr) {
      found.emplace_back();
      word = &found.back();
      word->word = match.trigger;
    }
    word->trials.push_back({match.frame, {}, nullptr, {}, true});
    word->match = match;
  }
  run_stage(
      matches, [&](Matches& m) { finder_.drop_absorbed(m); }, WordTrace::Fate::kAbsorbed, found);
  run_stage(
      matches, [&](Matches& m) { finder_.drop_halves(m); }, WordTrace::Fate::kAbsorbed, found);
  run_stage(
      matches, [&](Matches& m) { finder_.join_effects(m); }, WordTrace::Fate::kJoined, found);
  std::sort(found.begin(), found.end(), [](const WordTrace& a, const WordTrace& b) { return a.word < b.word; });
  std::move(found.begin(), found.end(), std::back_inserter(words));
}

// Whether find_events tells what the finder kept.
void FrameTracer::judge(const std::vector<FrameMatch>& kept, WordTrace& word) const {
  if (!word.match.has_value() || word.fate != WordTrace::Fate::kNoFrame) return;
  word.fate = WordTrace::Fate::kDropped;
  const FrameMatch* match = find_match(kept, word.word);
  if (match == nullptr) {
    word.reason = "by another rule of the frame finder";
    return;
  }
  word.told_as = match->frame;
  word.reason = reason_to_drop(*match, knowledge_, actors_, clauses_);
}

std::vector<WordTrace> FrameTracer::trace() const {
  std::vector<WordTrace> words;
  for (const Sentence& sentence : tree_.parsed().document.sentences) trace_sentence(sentence.tokens, words);
  const Matches kept = finder_.find();
  std::set<TokenId> told;
  for (const FoundEvent& event : find_events(tree_, knowledge_, actors_, clauses_)) told.insert(event.trigger);
  for (WordTrace& word : words) {
    judge(kept, word);
    if (word.fate != WordTrace::Fate::kDropped || !word.reason.empty()) continue;
    if (told.contains(word.word)) {
      word.fate = WordTrace::Fate::kEvent;
    } else {
      word.reason =
          "it has not happened, and nobody is said to do it";  // the one rule that find_events has beside them
    }
  }
  return words;
}

}  // namespace entente

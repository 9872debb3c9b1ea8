#include "engine/explain.h"

#include <algorithm>
#include <map>

#include "actors/actors.h"
#include "engine/coder.h"
#include "events/clause.h"
#include "events/frame_trace.h"

namespace entente {
namespace {

constexpr float kLeastScore = 0.2F;  // from which on a type of the model's is worth telling

const char* kind_name(ActorMention::Kind kind) {
  switch (kind) {
    case ActorMention::Kind::kState: return "state";
    case ActorMention::Kind::kCapital: return "capital";
    case ActorMention::Kind::kPeople: return "people";
    case ActorMention::Kind::kOrganisation: return "organisation";
    case ActorMention::Kind::kPerson: return "person";
    case ActorMention::Kind::kGroup: return "group";
    case ActorMention::Kind::kOther: return "thing";
    case ActorMention::Kind::kPlace: return "place";
    case ActorMention::Kind::kNone: return "";
  }
  return "";
}

std::vector<TokenOffset> offsets(const std::vector<TokenId>& words) {
  std::vector<TokenOffset> out;
  out.reserve(words.size());
  for (const TokenId t : words) out.push_back({t});
  return out;
}

std::vector<Actor> actors_of(const std::vector<ActorMention>& mentions) {
  std::vector<Actor> actors;
  actors.reserve(mentions.size());
  for (const ActorMention& mention : mentions) actors.push_back(mention.actor);
  return actors;
}

// "Peruvian" of "the Peruvian police" says no more than the phrase does.
bool says_no_more(const ExplainedMention& inner, const ExplainedMention& outer) {
  return outer.actor.span.contains(inner.actor.span) && outer.actor.code == inner.actor.code &&
         (outer.actor.span != inner.actor.span || outer.actor.name == inner.actor.name);
}

std::vector<ExplainedMention> read_mentions(const Tree& tree, const ActorFinder& actors, TokenSpan sentence) {
  std::vector<ExplainedMention> found;
  for (TokenId t = sentence.begin.value; t < std::min(sentence.end.value, tree.size()); ++t) {
    // A word of a name stands for nobody by itself.
    if (tree.is_any(t, {"flat", "compound", "fixed", "goeswith", "case", "punct"}) && !tree.is(t, "compound:prt") &&
        tree.head(t) >= 0 && !actors.referents(tree.head(t)).empty())
      continue;
    for (const ActorMention& mention : actors.referents(t)) {
      if (mention.kind == ActorMention::Kind::kNone) continue;
      found.push_back({{t}, kind_name(mention.kind), mention.actor, mention.confidence});
    }
  }
  std::vector<ExplainedMention> kept;
  for (std::size_t i = 0; i < found.size(); ++i) {
    bool told = false;
    for (std::size_t j = 0; j < found.size() && !told; ++j) {
      if (i == j || !says_no_more(found[i], found[j])) continue;
      told = j < i || !says_no_more(found[j], found[i]);  // of two that say the same, the first
    }
    if (!told) kept.push_back(found[i]);
  }
  return kept;
}

ExplainedFrame read_trial(const FrameTrial& trial, const Knowledge& knowledge) {
  ExplainedFrame reading;
  reading.outcome = trial.won                 ? ExplainedFrame::Outcome::kWon
                    : trial.failed == nullptr ? ExplainedFrame::Outcome::kMet
                                              : ExplainedFrame::Outcome::kFailed;
  reading.name = trial.frame->name;
  reading.place = trial.frame->place;
  reading.type = trial.frame->type;
  if (!trial.frame->mode.empty()) reading.mode = trial.frame->mode;
  reading.open = trial.frame->open;
  for (const Condition* condition : trial.met) reading.met.push_back(condition_text(*condition, knowledge));
  if (trial.failed != nullptr) reading.failed = condition_text(*trial.failed, knowledge);
  reading.found = offsets(trial.found);
  return reading;
}

ExplainedSlot read_slot(const FrameTracer& tracer, const FrameMatch& match, const std::string& role,
                        const std::vector<ActorMention>& mentions, const std::vector<SlotPath>& paths) {
  ExplainedSlot slot;
  slot.role = role;
  slot.actors = actors_of(mentions);
  for (const SlotPath& path : paths) slot.paths.push_back({path_text(path), offsets(tracer.fillers(match, path))});
  return slot;
}

std::vector<ExplainedSlot> read_slots(const FrameTracer& tracer, const FrameMatch& match) {
  const Frame& frame = *match.frame;
  std::vector<ExplainedSlot> slots = {read_slot(tracer, match, "actor", match.actor, frame.actor)};
  const auto& recipient = match.by_type != nullptr ? match.by_type->recipient : frame.recipient;
  if (!frame.joint) slots.push_back(read_slot(tracer, match, "recipient", match.recipient, recipient));
  std::map<std::string, std::vector<SlotPath>> paths;
  std::map<std::string, std::vector<ActorMention>> others;
  for (const auto& [role, path] : frame.others) paths[role].push_back(path);
  for (const auto& [role, mention] : match.others) others[role].push_back(mention);
  for (const auto& [role, where] : paths) slots.push_back(read_slot(tracer, match, role, others[role], where));
  return slots;
}

ExplainedWord read_word(const FrameTracer& tracer, const WordTrace& trace, const Knowledge& knowledge) {
  ExplainedWord word;
  word.word = {trace.word};
  for (const FrameTrial& trial : trace.trials) word.frames.push_back(read_trial(trial, knowledge));
  if (trace.match.has_value()) word.slots = read_slots(tracer, *trace.match);
  word.fate = trace.fate;
  if (trace.by >= 0) word.by = TokenOffset{trace.by};
  word.reason = trace.reason;
  const bool other = word.fate == ExplainedWord::Fate::kEvent && trace.told_as != trace.match->frame;
  if (other) word.reason = trace.told_as->name;
  return word;
}

std::vector<ExplainedType> read_types(const ParsedDocument& parsed, TokenSpan sentence) {
  const EventReading& events = parsed.events;
  const std::size_t columns = events.types.size();
  std::vector<ExplainedType> found;
  if (columns == 0 || events.scores.size() != parsed.words.size() * columns) return found;
  for (std::int32_t t = sentence.begin.value; t < sentence.end.value; ++t) {
    const float* row = events.scores.data() + static_cast<std::size_t>(t) * columns;
    std::size_t best = columns;
    for (std::size_t i = 0; i < columns; ++i) {
      if (events.types[i] != "none" && (best == columns || row[i] > row[best])) best = i;
    }
    if (best < columns && row[best] >= kLeastScore) found.push_back({{t}, events.types[best], row[best]});
  }
  return found;
}

std::int32_t sentence_of(const Record& record) {
  return std::visit([](const RecordCommon& r) { return r.evidence.empty() ? 0 : r.evidence.front().sentence; }, record);
}

}  // namespace

Explanation explain_document(const ParsedDocument& parsed, const Knowledge& knowledge) {
  Explanation explanation;
  const auto& sentences = parsed.document.sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    explanation.sentences.emplace_back();
    explanation.sentences.back().sentence = static_cast<std::int32_t>(s);
    explanation.sentences.back().types = read_types(parsed, sentences[s].tokens);
  }
  const Tree tree(parsed, &knowledge);
  const ActorFinder actors(tree, knowledge);
  const Clauses clauses(tree);
  const FrameTracer tracer(tree, knowledge, actors, clauses);
  for (const WordTrace& trace : tracer.trace()) {
    const auto s = static_cast<std::size_t>(tree.sentence(trace.word));
    explanation.sentences[s].words.push_back(read_word(tracer, trace, knowledge));
  }
  for (ExplainedSentence& sentence : explanation.sentences) {
    sentence.mentions = read_mentions(tree, actors, sentences[static_cast<std::size_t>(sentence.sentence)].tokens);
  }
  explanation.records = code_document(parsed, knowledge);
  for (std::size_t i = 0; i < explanation.records.size(); ++i) {
    const auto s = static_cast<std::size_t>(sentence_of(explanation.records[i]));
    if (s < explanation.sentences.size()) explanation.sentences[s].records.push_back(i);
  }
  return explanation;
}

}  // namespace entente

// What the frame finder tried at each word, and what became of it. For people who ask why a word was read as it was.
//
// It asks the finder itself, step by step, so that it cannot tell something else than what is done.
#ifndef ENTENTE_EVENTS_FRAME_TRACE_H_
#define ENTENTE_EVENTS_FRAME_TRACE_H_

#include <optional>
#include <string>
#include <vector>

#include "entente/explain.h"
#include "events/events.h"
#include "events/frames.h"

namespace entente {

// Views: the knowledge must outlive it.
struct FrameTrial {
  const Frame* frame = nullptr;
  std::vector<const Condition*> met;  // those before the first that failed
  const Condition* failed = nullptr;  // null: all are met
  std::vector<TokenId> found;         // what stands in the slots of the one that failed
  bool won = false;
};

struct WordTrace {
  TokenId word = -1;
  std::vector<FrameTrial> trials;   // in the order of the tables; of a word that only the model took for an event, one
  std::optional<FrameMatch> match;  // the frame that won, before other words had their say
  using Fate = ExplainedWord::Fate;
  Fate fate = Fate::kNoFrame;
  TokenId by = -1;                 // -1 too where no single word is to blame
  std::string reason;              // in a few words
  const Frame* told_as = nullptr;  // of an event: the frame in the end, which another word may have made more exact
};

class FrameTracer {
 public:
  // Views: all of them must outlive it.
  FrameTracer(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses);

  [[nodiscard]] std::vector<WordTrace> trace() const;  // words that have frames or that the model takes, in text order
  // Words in a slot of a match.
  [[nodiscard]] std::vector<TokenId> fillers(const FrameMatch& match, const SlotPath& path) const;

 private:
  [[nodiscard]] std::vector<FrameTrial> try_frames(TokenId word) const;
  void trace_sentence(TokenSpan sentence, std::vector<WordTrace>& words) const;
  void judge(const std::vector<FrameMatch>& kept, WordTrace& word) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  FrameFinder finder_;
};

// As the tables write it: "obj=@talks", "!comp", "to,with=#actor"; a list that is no named set by its first words.
[[nodiscard]] std::string condition_text(const Condition& condition, const Knowledge& knowledge);
[[nodiscard]] std::string path_text(const SlotPath& path);

}  // namespace entente

#endif  // ENTENTE_EVENTS_FRAME_TRACE_H_

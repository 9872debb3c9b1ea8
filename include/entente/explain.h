// How an article was read: who each mention was taken for, which frames were tried at which word, and what became of
// them. For people; Engine::explain makes it, write_explanation (entente/formats.h) shows it.
//
// Units: words are indices into Document::tokens; sentences count from 0; scores and confidence from 0 to 1.
// Lifetime, threads: values.
#ifndef ENTENTE_EXPLAIN_H_
#define ENTENTE_EXPLAIN_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "entente/document.h"
#include "entente/record.h"
#include "entente/span.h"

namespace entente {

struct ExplainedMention {
  TokenOffset word;  // the head of the phrase
  std::string kind;  // state, capital, people, organisation, person, group, thing, place
  Actor actor;
  double confidence = 0;  // that it is meant
};

struct ExplainedFrame {
  enum class Outcome : std::uint8_t { kFailed, kMet, kWon } outcome = Outcome::kFailed;
  std::string name;
  std::string place;  // file:line
  std::string type;
  std::optional<std::string> mode;
  bool open = false;                  // taken by the model alone, for a word that no frame has
  std::vector<std::string> met;       // conditions as the table writes them, as far as they hold
  std::optional<std::string> failed;  // the first that does not
  std::vector<TokenOffset> found;     // the words that stand where it looked
};

struct ExplainedSlot {
  struct Path {
    std::string path;  // "subj", "obj.of"
    std::vector<TokenOffset> words;
  };
  std::string role;  // actor, recipient, or that of an other actor: host, mediator
  std::vector<Actor> actors;
  std::vector<Path> paths;  // where the frame looks, in its order
};

// A word that has frames, or that the model took for an event.
struct ExplainedWord {
  TokenOffset word;
  std::vector<ExplainedFrame> frames;
  std::vector<ExplainedSlot> slots;  // of the frame that won
  enum class Fate : std::uint8_t {
    kNoFrame,   // no frame has all that it asks for
    kEvent,     // it is told
    kAbsorbed,  // it is part of what `by` tells
    kJoined,    // it is an effect of what `by` tells
    kDropped    // `reason` says why
  } fate = Fate::kNoFrame;
  std::optional<TokenOffset> by;  // none where no single word is to blame
  std::string reason;             // in a few words; of an event that is told by another frame in the end, its name
};

// The type, other than none, that the model finds most probable for a word.
struct ExplainedType {
  TokenOffset word;
  std::string type;
  double score = 0;
};

struct ExplainedSentence {
  std::int32_t sentence = 0;
  std::vector<ExplainedMention> mentions;  // in text order
  std::vector<ExplainedWord> words;        // in text order
  std::vector<ExplainedType> types;        // of at least 0.2; empty where the model has no such head
  std::vector<std::size_t> records;        // whose first evidence stands here: indices into Explanation::records
};

struct Explanation {
  std::vector<ExplainedSentence> sentences;  // one for each of the document's
  std::vector<Record> records;               // as Engine::code gives them, in its order
};

}  // namespace entente

#endif  // ENTENTE_EXPLAIN_H_

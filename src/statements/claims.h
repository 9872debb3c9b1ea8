// What two sides of a dispute are about: a statement, an event, or the article's own words.
#ifndef ENTENTE_STATEMENTS_CLAIMS_H_
#define ENTENTE_STATEMENTS_CLAIMS_H_

#include <algorithm>
#include <set>
#include <string>

#include "events/events.h"
#include "statements/statements.h"

namespace entente {

inline bool takes_the_part(const std::string& stance) { return stance == "affirms" || stance == "supports"; }
inline bool opposes(const std::string& stance) {
  return stance == "denies" || stance == "doubts" || stance == "opposes";
}

// What a side is about.
struct Claim {
  const FoundStatement* statement = nullptr;  // null: told by the article itself
  const FoundEvent* event = nullptr;
  std::set<std::string> lemmas;
  std::set<std::string> codes;  // of whom it names
  std::set<std::string> types;  // of the events in it
  std::set<std::string> names;  // of who rejects, in the article's own words
  std::int32_t sentence = 0;
  TokenId word = -1;
  TokenSpan told;  // the article's words where there is neither
};

inline std::size_t common(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const auto& each) { return b.contains(each); }));
}

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_CLAIMS_H_

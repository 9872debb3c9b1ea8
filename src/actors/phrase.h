// A noun phrase as it stands around its head: its words and the names in them.
#ifndef ENTENTE_ACTORS_PHRASE_H_
#define ENTENTE_ACTORS_PHRASE_H_

#include <optional>
#include <string>
#include <vector>

#include "actors/name_matches.h"
#include "actors/tree.h"

namespace entente {

struct Phrase {
  TokenId head = -1;
  TokenId first = -1;  // the run of words around the head, without what follows it in a clause or after "of"
  TokenId last = -1;
  std::vector<const NameMatch*> matches;            // inside the run
  const NameMatch* head_match = nullptr;            // the one that covers the head
  std::optional<std::pair<TokenId, TokenId>> name;  // a personal name that knowledge lacks, first and last word
};

class PhraseReader {
 public:
  PhraseReader(const Tree& tree, const Knowledge& knowledge, const std::vector<NameMatch>& matches);

  [[nodiscard]] Phrase read(TokenId head) const;
  [[nodiscard]] const NameMatch* match_of(TokenId t) const;
  [[nodiscard]] const Name* name_of(TokenId t) const;  // the parser's

 private:
  void take_in_title(Phrase& phrase) const;
  void find_person(Phrase& phrase) const;
  [[nodiscard]] bool names_holder(const NameMatch& match) const;
  [[nodiscard]] bool months_before(TokenId t) const;
  [[nodiscard]] bool is_honorific(TokenId t) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  std::vector<const NameMatch*> match_of_;
  std::vector<const Name*> name_of_;
};

// The preposition of an oblique or a modifier, its words joined by "_": "with", "because_of"; empty where there is
// none.
[[nodiscard]] std::string preposition(const Tree& tree, TokenId t);

// "Korea", in "North Korea": the word, whole.
[[nodiscard]] bool holds_word(const std::string& text, const std::string& word);

// Whether "as" at the token is followed by a word of the set: "as joint mediators", "as go-between".
[[nodiscard]] bool as_one_of(const Tree& tree, const Knowledge& knowledge, TokenId as, const char* set);

// "with X as mediator", "with X and Y as guarantors": X stands beside what others do, and is no party to it.
[[nodiscard]] bool stands_as_third(const Tree& tree, const Knowledge& knowledge, TokenId t);

}  // namespace entente

#endif  // ENTENTE_ACTORS_PHRASE_H_

// Whose the people and things of an event are where their own words name no state: of the states that the article
// names the likeliest, by the weights of knowledge/actors/whose.tsv.
//
// Threads: const once made. Lifetime: a view; what it is made of must outlive it.
#ifndef ENTENTE_EVENTS_WHOSE_H_
#define ENTENTE_EVENTS_WHOSE_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "actors/actors.h"

namespace entente {

struct FrameMatch;

class StateChooser {
 public:
  struct Option {
    std::string state;                                 // alpha-3; empty: of no state that is told
    std::vector<std::pair<std::string, double>> said;  // what speaks for it, and how often
  };

  StateChooser(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors);

  // Gives each party of the match that has no state of its own the likeliest; without weights it changes nothing.
  void settle(FrameMatch& match) const;

  // What settle() chooses from for a party of the match, which acts in it or is acted upon.
  [[nodiscard]] std::vector<Option> options(const FrameMatch& match, const ActorMention& party, bool acts) const;

 private:
  struct Told {  // a state that the article names
    TokenId token = -1;
    std::string state;
    bool subject = false;
  };

  void settle(const FrameMatch& match, std::vector<ActorMention>& parties, bool acts) const;
  [[nodiscard]] double weight_of(const Option& option) const;
  [[nodiscard]] TokenId word_of(const FrameMatch& match, const ActorMention& party) const;
  void say_where(const FrameMatch& match, TokenId at, Option& option) const;
  void say_rank(Option& option) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  std::vector<Told> told_;  // in text order
  std::map<std::string, std::int32_t> times_;
};

}  // namespace entente

#endif  // ENTENTE_EVENTS_WHOSE_H_

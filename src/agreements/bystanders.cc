// Who stands by while others sign: mediators, hosts, witnesses. They are no parties.
#include <algorithm>

#include "actors/phrase.h"
#include "agreements/signatories.h"

namespace entente {
namespace {

constexpr TokenId kAsReach = 8;        // words from a name to "as mediator"
constexpr TokenId kPersonsReach = 20;  // and to "who acted as mediators"
constexpr TokenId kWithReach = 4;      // from "with" to the name
constexpr TokenId kTitleReach = 4;     // and from "as" to "mediator"

}  // namespace

bool PartyReader::as_mediator(TokenId as) const { return as_one_of(tree_, knowledge_, as, "agreement_mediator"); }

// The "as" of "X as host", "X and his deputy as witnesses"; -1 for none.
TokenId PartyReader::as_bystander(TokenId t) const {
  for (TokenId w = t + 1; w < tree_.size() && w <= t + kAsReach && tree_.sentence(w) == tree_.sentence(t); ++w) {
    if (as_one_of(tree_, knowledge_, w, "third_roles")) return w;
    if (looks_on_at(w)) return w;
  }
  return -1;
}

// "With X looking on", "with X in the chair", "with X at their side": at the word behind the name.
bool PartyReader::looks_on_at(TokenId w) const {
  if (knowledge_.in_set("agreement_looking_on", tree_.folded(w))) return true;
  if (!tree_.has_upos(w, {"ADP"})) return false;
  for (TokenId t = w + 1; t < tree_.size() && t <= w + kTitleReach && tree_.sentence(t) == tree_.sentence(w); ++t) {
    if (tree_.has_upos(t, {"DET", "ADJ", "PRON"})) continue;
    return knowledge_.in_set("agreement_bystanding", tree_.folded(w) + "_" + tree_.lemma(t));
  }
  return false;
}

bool PartyReader::stands_by(TokenId t) const {
  if (as_bystander(t) >= 0) return true;
  // "With X and his deputy, who acted as brokers".
  TokenId last = t;
  for (const TokenId c : tree_.subtree(t)) last = std::max(last, c);
  for (TokenId w = t + 1; w < last && w < t + kPersonsReach; ++w) {
    const bool who = tree_.has_upos(w, {"PRON"}) && tree_.is(w, "nsubj") && tree_.is(tree_.head(w), "acl");
    if (who && tree_.head(w) + 1 < tree_.size() &&
        as_one_of(tree_, knowledge_, tree_.head(w) + 1, "agreement_mediator"))
      return true;
  }
  return false;
}

// "With X as mediator, Y and Z signed", with X taken for a subject.
bool PartyReader::stands_as_mediator(TokenId t) const {
  for (TokenId w = t - 1; w >= 0 && w > t - kWithReach && tree_.has_upos(w, {"DET", "ADJ", "ADP", "SCONJ"}); --w) {
    if (tree_.folded(w) == "with") return as_bystander(t) >= 0;
  }
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is(c, "nmod") && preposition(tree_, c) == "as" && knowledge_.in_set("third_roles", tree_.lemma(c));
  });
}

// "With X as host, Y and Z signed", with Y joined to X: Y and Z.
std::vector<ActorMention> PartyReader::behind_bystander(TokenId verb) const {
  std::vector<ActorMention> found;
  for (const TokenId c : tree_.children(verb)) {
    const bool with = tree_.is(c, "obl") ? preposition(tree_, c) == "with"
                                         : tree_.is(c, "nsubj") && stands_as_mediator(c);  // "with" hung from the host
    const TokenId as = c < verb && with ? as_bystander(c) : -1;
    if (as < 0) continue;
    std::vector<TokenId> joined;
    for (const TokenId d : tree_.children(c)) {
      if (d <= as || !tree_.is(d, "conj")) continue;
      for (const TokenId head : heads(d)) joined.push_back(head);
    }
    for (const TokenId d : joined) add_new(found, parties_of_head(d));
    take_homes(joined, found);
  }
  return found.size() > 1 ? found : std::vector<ActorMention>();
}

}  // namespace entente

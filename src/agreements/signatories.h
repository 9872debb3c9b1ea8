// Who stands on the two sides of an instrument, in the words around its noun and its verbs.
#ifndef ENTENTE_AGREEMENTS_SIGNATORIES_H_
#define ENTENTE_AGREEMENTS_SIGNATORIES_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "events/clause.h"

namespace entente {

class PartyReader {
 public:
  PartyReader(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses);

  // All of the phrase headed by t that can be a party: "the government and the rebels", "the two", "both sides, X and
  // Y".
  [[nodiscard]] std::vector<ActorMention> read(TokenId t) const;
  // Whoever does what the verb says.
  [[nodiscard]] std::vector<ActorMention> subjects(TokenId verb) const;
  // "The government and the rebels": of whom nothing says whose they are, those of the other's state.
  void settle_country(std::vector<ActorMention>& parties) const;
  // "With X as mediator", "with X as host": X, at t, is no party (bystanders.cc).
  [[nodiscard]] bool stands_by(TokenId t) const;
  // "as mediator", at the word "as".
  [[nodiscard]] bool as_mediator(TokenId as) const;
  // The two states that the article names most, where it names two more than any third; else none.
  [[nodiscard]] std::vector<ActorMention> main_pair(TokenId t) const;
  // The same, where the words around the noun name both.
  [[nodiscard]] std::vector<ActorMention> main_pair_near(TokenId noun) const;
  // "The accord with X": that of X and the state that the article is about, where that is another; else none.
  [[nodiscard]] std::vector<ActorMention> with_home(const ActorMention& partner, TokenId noun) const;
  // The same, where the words around the noun name that state.
  [[nodiscard]] std::vector<ActorMention> with_home_near(const ActorMention& partner, TokenId noun) const;
  // The two states of an article that is about both alike, where `known` are none but those.
  [[nodiscard]] std::vector<ActorMention> main_pair_around(const std::vector<ActorMention>& known, TokenId noun) const;
  // Of a treaty that the tables of standing issues have by name, and of whose parties the words around it name one at
  // least: all of them, where `known` are none but those (standing_treaties.cc).
  [[nodiscard]] std::vector<ActorMention> by_name(TokenId noun, const std::vector<ActorMention>& known) const;
  // The state whose rebels these are; none for others.
  [[nodiscard]] std::vector<ActorMention> fought_by(const ActorMention& rebels, TokenId noun) const;
  // "The justice ministers X and Y", of whom no table knows Y: of the other state of the article's two.
  void settle_persons(std::vector<ActorMention>& parties, TokenId noun) const;
  // Somebody of whom the text tells only the name; none where tables or maps have it.
  // Those named before the verb, where the tree does not hang them from it.
  [[nodiscard]] std::vector<ActorMention> named_before(TokenId verb) const;

 private:
  // Phrases inside phrases, as a wrong tree may have them without end.
  class Depth {
   public:
    explicit Depth(int& depth) : depth_(depth) { ++depth_; }
    ~Depth() { --depth_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;
    [[nodiscard]] bool too_deep() const { return depth_ > kMostPhrases; }

   private:
    static constexpr int kMostPhrases = 24;
    int& depth_;
  };

  [[nodiscard]] bool in_name(TokenId t) const;
  [[nodiscard]] bool behind_place(TokenId t) const;
  [[nodiscard]] bool is_post_of(TokenId t, TokenId person) const;
  [[nodiscard]] std::vector<TokenId> heads(TokenId t) const;
  [[nodiscard]] std::vector<TokenId> listed_between(TokenId first, TokenId last) const;
  [[nodiscard]] bool listed_as_apposition(TokenId t) const;
  [[nodiscard]] std::size_t size_of_group(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> group_before(TokenId t, std::size_t size) const;
  [[nodiscard]] std::vector<ActorMention> last_list(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> told_by(std::vector<ActorMention> parties, TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> with_head_of_list(TokenId t, std::vector<ActorMention> found) const;
  [[nodiscard]] std::vector<ActorMention> named_at(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> named_behind(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> senders(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> body_of_leaders(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> unlisted(TokenId t) const;
  // By what they share with others (described_parties.cc).
  [[nodiscard]] std::vector<ActorMention> described(TokenId t) const;
  // Whose the persons of a list are, by what is said of them together (person_homes.cc).
  void take_homes(const std::vector<TokenId>& names, std::vector<ActorMention>& persons) const;
  [[nodiscard]] std::vector<ActorMention> shared_homes(const std::vector<TokenId>& names) const;
  [[nodiscard]] std::vector<ActorMention> homes_of_title(TokenId title, const std::vector<TokenId>& names) const;
  [[nodiscard]] std::vector<ActorMention> homes_of_clause(TokenId clause, std::size_t size) const;
  [[nodiscard]] std::vector<ActorMention> names_of_title(TokenId title) const;
  [[nodiscard]] bool apposed_to_names(TokenId title, TokenId first, TokenId last) const;
  // Companies that the actors' tables lack (companies.cc).
  [[nodiscard]] std::vector<ActorMention> company_at(TokenId t) const;
  [[nodiscard]] bool is_public_body(TokenId t) const;
  [[nodiscard]] TokenId company_noun(TokenId t) const;
  [[nodiscard]] TokenId company_noun_beside(TokenId t) const;
  [[nodiscard]] TokenId end_of_name(TokenId t) const;
  [[nodiscard]] std::string home_of_company(TokenId t, TokenId noun) const;
  [[nodiscard]] std::vector<ActorMention> list_behind_colon(TokenId t, std::size_t size) const;
  [[nodiscard]] TokenId as_bystander(TokenId t) const;
  [[nodiscard]] bool looks_on_at(TokenId w) const;
  [[nodiscard]] std::vector<ActorMention> behind_bystander(TokenId verb) const;
  [[nodiscard]] std::vector<ActorMention> listed_apart(TokenId t) const;
  [[nodiscard]] ActorMention state_mention(TokenId t, const State& state) const;
  [[nodiscard]] std::vector<ActorMention> home_told(TokenId t, const std::string& owner) const;
  [[nodiscard]] bool told_twice(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> other_of_pair(TokenId t) const;
  [[nodiscard]] const ActorMention* nationality_of(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> numbered_states(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> owner_of_post(TokenId t) const;
  [[nodiscard]] bool stands_as_mediator(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> the_state(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> the_same(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> the_rivals(TokenId t) const;
  [[nodiscard]] ActorMention plain(TokenId first, TokenId last, const std::string& code) const;
  [[nodiscard]] std::vector<ActorMention> parties_of_head(TokenId t) const;
  [[nodiscard]] bool is_unspecific(const ActorMention& mention) const;
  void take_home(TokenId t, ActorMention& person) const;
  static void take_home_of_rebels(std::vector<ActorMention>& parties);
  void take_home_of_article(std::vector<ActorMention>& parties) const;
  static void take_partner(std::vector<ActorMention>& parties);
  void take_sender(TokenId t, ActorMention& person) const;
  void rank_states(const std::map<std::string, std::int32_t>& counts);
  [[nodiscard]] std::vector<ActorMention> pair_of_organs(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> listed_near(TokenId t, std::size_t size) const;
  [[nodiscard]] bool told_near(const std::string& code, TokenId noun) const;
  [[nodiscard]] std::set<std::string> words_before(TokenId noun) const;
  [[nodiscard]] std::vector<std::string> members_of(const StandingIssue& issue, TokenId noun) const;
  [[nodiscard]] ActorMention member_mention(TokenId t, const std::string& code) const;
  [[nodiscard]] bool is_initials(TokenId t) const;
  [[nodiscard]] bool looks_on(TokenId t) const;
  [[nodiscard]] bool is_aside(TokenId t, TokenId verb) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  std::string main_country_;             // the state that the article names most
  std::vector<std::string> main_codes_;  // the two that it names most
  bool of_two_ = false;                  // it is about the two alike
  mutable int depth_ = 0;                // of phrases being read; a reader is one thread's
};

[[nodiscard]] bool can_be_party(const ActorMention& mention);
// A trade union, a company, a school: their deals are none between states.
[[nodiscard]] bool is_private(const ActorMention& mention);
// A person of whom only the place of the text or the article tells whose he is.
[[nodiscard]] bool has_weak_home(const ActorMention& mention);
// Whoever acts for a state is the state; its rebels are another side.
[[nodiscard]] std::string side_of(const ActorMention& mention);
// Those of `more` that `parties` has not.
void add_new(std::vector<ActorMention>& parties, const std::vector<ActorMention>& more);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_SIGNATORIES_H_

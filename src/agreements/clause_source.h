// Whose words a clause is: an agreement's, that introduces it, or somebody's who speaks, acts or tells of the
// agreement.
#ifndef ENTENTE_AGREEMENTS_CLAUSE_SOURCE_H_
#define ENTENTE_AGREEMENTS_CLAUSE_SOURCE_H_

#include <map>
#include <vector>

#include "agreements/agreements.h"
#include "agreements/clause_reading.h"

namespace entente {

constexpr std::size_t kNoAgreement = static_cast<std::size_t>(-1);

// What the text speaks of where a clause stands.
struct Topic {
  std::size_t agreement = kNoAgreement;  // named last
  std::int32_t distance = 99;            // sentences since it was named or a clause of it was told
  std::size_t opened = kNoAgreement;     // the one that opens the sentence: "under it", "a pact: ..."
  TokenId opened_after = -1;             // the colon after which it does
  bool broken = false;                   // a clause of the sentence was none of the agreement's
  bool accepted = false;                 // the clause before, in the same sentence, was one
};

// By what a clause is introduced: "under the pact", "the text says that", "the treaty bars".
struct Introduction {
  std::size_t agreement = kNoAgreement;
  bool by_text = false;  // the instrument is the subject
};

class ClauseSource {
 public:
  ClauseSource(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses,
               const std::vector<FoundAgreement>& found);

  // The agreement that a word stands for: named, or "it", "the text".
  [[nodiscard]] std::size_t agreement_of(TokenId t, const Topic& topic) const;
  // The one that a sentence names or asks about.
  [[nodiscard]] std::size_t named_in(TokenSpan sentence, bool question, const Topic& topic) const;
  // "Under it A, B and C": what opens the sentence opens all of its clauses.
  void open_sentence(TokenSpan sentence, const std::vector<TreatyClause>& all, Topic& topic) const;
  // "The memorandum is alive and well; either may ...": the one that the words before the last semicolon or colon name.
  [[nodiscard]] std::size_t named_before_break(TokenId begin, TokenId first) const;
  [[nodiscard]] Introduction introduced(const TreatyClause& clause, const Topic& topic) const;

  [[nodiscard]] bool quoted(TokenId t) const { return quoted_[static_cast<std::size_t>(t)]; }
  [[nodiscard]] bool spoken(const TreatyClause& clause, const Topic& topic) const;
  // agreements/clause_tellers.cc
  // "Under it the fleet will leave, officials said", "The fleet is to leave, the ministry said": told by somebody, but
  // what the instrument that introduces it or the words of a duty show.
  [[nodiscard]] bool attributed(const TreatyClause& clause, const Introduction& by, const Obligation& obligation,
                                const Topic& topic) const;
  // "The text says that ...", "..., the treaty reads": the clause that it tells is the provision.
  [[nodiscard]] bool tells_only(const TreatyClause& clause, const std::vector<TreatyClause>& all,
                                const Topic& topic) const;
  // agreements/clause_steps.cc
  // What is done with the instrument, which is none of its clauses.
  [[nodiscard]] bool step(const TreatyClause& clause, bool by_text) const;
  // "It stipulates the following", "the paper rests on the accord of 1998": no clause, but where to look for one.
  [[nodiscard]] bool points_away(const TreatyClause& clause, const Obligation& obligation) const;

  // "whose full wording remains secret": of the paper, not of what it lays down.
  [[nodiscard]] bool about_paper(const TreatyClause& clause) const;
  [[nodiscard]] bool goes_on_by_it(const TreatyClause& clause, const Topic& topic) const;
  // Said of what is to be, not thought, told or meant by an onlooker who is no party.
  [[nodiscard]] bool lays_down(const TreatyClause& clause, bool party) const;

  // "in return", "for its part": it answers another clause.
  [[nodiscard]] bool in_return(const TreatyClause& clause, const char* how) const;

  // agreements/clause_doers.cc
  // "every winter"
  [[nodiscard]] bool habitual(const TreatyClause& clause) const;
  [[nodiscard]] bool by_party(const TreatyClause& clause, const Agreement& agreement) const;
  // "both", "neither of the two", "the parties".
  [[nodiscard]] bool by_each(const TreatyClause& clause) const;
  // "they", "the two presidents", "the governments".
  [[nodiscard]] bool by_both(const TreatyClause& clause) const;
  // "the soldiers on each side", "the tenant": parties by what they are, where a bare name may begin another story.
  [[nodiscard]] bool by_side(const TreatyClause& clause, const Agreement& agreement) const;
  // "Within sixty days the army leaves": begun by how long.
  [[nodiscard]] bool timed(const TreatyClause& clause) const;
  // Somebody who acts for himself and is no party.
  [[nodiscard]] bool by_third(const TreatyClause& clause, const Agreement& agreement) const;
  [[nodiscard]] bool by_office(const TreatyClause& clause) const;
  [[nodiscard]] bool by_person(const TreatyClause& clause) const;

 private:
  void mark_quoted();
  // "submitted a draft agreement: boats could enter, the two navies would ...": what stands behind the colon is its.
  void open_by_colon(TokenSpan sentence, Topic& topic) const;
  [[nodiscard]] bool before_colon(TokenId verb) const;
  [[nodiscard]] std::size_t named_before(TokenId which) const;
  [[nodiscard]] TokenId sentence_begin(TokenId t) const;
  [[nodiscard]] bool owed_by_pronoun(const TreatyClause& clause) const;
  [[nodiscard]] bool fares(const TreatyClause& clause) const;
  [[nodiscard]] std::size_t last_named(TokenId begin, TokenId end) const;
  [[nodiscard]] std::size_t opened_within(const TreatyClause& clause) const;
  [[nodiscard]] std::size_t told_in_parenthesis(const TreatyClause& clause, const Topic& topic) const;
  [[nodiscard]] bool is(const char* kind, const std::string& word) const {
    return knowledge_.provisions.is(kind, word);
  }
  [[nodiscard]] bool told_by_all(TokenId cue, const Obligation& obligation) const;
  [[nodiscard]] bool of_speaker(const TreatyClause& clause) const;
  [[nodiscard]] TokenId teller_of(const TreatyClause& clause, const Topic& topic) const;
  [[nodiscard]] bool told_behind(TokenId verb) const;
  [[nodiscard]] bool has_complement(TokenId cue) const;
  [[nodiscard]] std::size_t told_in_paper(TokenId cue) const;
  [[nodiscard]] bool told_by_somebody(TokenId cue, const Topic& topic) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  std::map<TokenId, std::size_t> mentioned_;
  std::vector<bool> quoted_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_CLAUSE_SOURCE_H_

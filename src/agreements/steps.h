// What happens to instruments: signed, ratified, broken; by whom, and through whom.
#ifndef ENTENTE_AGREEMENTS_STEPS_H_
#define ENTENTE_AGREEMENTS_STEPS_H_

#include <string>
#include <string_view>
#include <vector>

#include "agreements/event_opinion.h"
#include "agreements/instruments.h"

namespace entente {

// A row of knowledge/agreements/steps.tsv in a text.
struct FoundStep {
  TokenId trigger = -1;
  TokenId about = -1;  // the instrument's noun, or a pronoun
  const InstrumentStep* row = nullptr;
  std::string status;    // actual, future, hypothetical, historical, negated
  bool applies = false;  // "boats still sail under it"
  bool breaks = false;   // "caught more than it allows"
  bool stalls = false;   // "talks on it broke off": an end of what was to lead to it
  std::vector<ActorMention> doers;
  std::vector<ActorMention> brokers;
};

[[nodiscard]] bool happened(const FoundStep& step);
// Signed, agreed or concluded by the parties themselves.
[[nodiscard]] bool settles(const FoundStep& step);

// Ratified by a party, where no row of the table says so.
[[nodiscard]] const InstrumentStep& ratified_row();
[[nodiscard]] const InstrumentStep& violated_row();

class StepReader {
 public:
  StepReader(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const PartyReader& parties,
             const InstrumentReader& instruments)
      : tree_(tree),
        knowledge_(knowledge),
        clauses_(clauses),
        parties_(parties),
        instruments_(instruments),
        opinion_(tree) {}

  // All steps of the text, in text order.
  [[nodiscard]] std::vector<FoundStep> read() const;

 private:
  [[nodiscard]] bool says_only_how(TokenId t) const;
  [[nodiscard]] std::vector<TokenId> behind_relative(TokenId t, const std::string& slot) const;
  [[nodiscard]] bool foreseen_lies_idle(TokenId t, const InstrumentStep& row) const;
  void read_word(TokenId t, const std::vector<std::int32_t>& rows, std::vector<FoundStep>& out) const;
  [[nodiscard]] std::vector<TokenId> fill(TokenId t, const std::string& slot, const InstrumentStep& row) const;
  void add_elsewhere(TokenId t, const std::string& slot, const InstrumentStep& row, std::vector<TokenId>& found) const;
  [[nodiscard]] TokenId signer_below_which(TokenId t) const;
  // Where the tree does not hang them from the verb (step_reach.cc).
  [[nodiscard]] bool same_sentence(TokenId a, TokenId b) const;
  [[nodiscard]] TokenId taken_for_part(TokenId t) const;
  [[nodiscard]] TokenId subject_behind(TokenId participle) const;
  [[nodiscard]] TokenId participle_of(TokenId t) const;
  [[nodiscard]] TokenId behind_parenthesis(TokenId verb) const;
  [[nodiscard]] TokenId instrument_above(TokenId t) const;
  [[nodiscard]] TokenId orphaned_from(TokenId verb) const;
  [[nodiscard]] bool befalls_another(TokenId t) const;
  [[nodiscard]] TokenId object_before(TokenId t) const;
  void add_subjects(TokenId t, std::vector<TokenId>& found) const;
  [[nodiscard]] std::vector<TokenId> who_remains(TokenId noun) const;
  void add_result(TokenId verb, std::vector<TokenId>& found) const;
  void add_misplaced(TokenId t, const std::string& slot, std::vector<TokenId>& found) const;
  [[nodiscard]] TokenId subject_as_object(TokenId t) const;
  [[nodiscard]] TokenId object_behind(TokenId t) const;
  [[nodiscard]] TokenId told_beside(TokenId t) const;
  [[nodiscard]] TokenId relative_before(TokenId verb) const;
  [[nodiscard]] TokenId before_which(TokenId which) const;
  [[nodiscard]] TokenId told_further(TokenId clause, TokenId which) const;
  [[nodiscard]] TokenId joined_relative(TokenId that) const;
  [[nodiscard]] TokenId laid_down_in(TokenId noun) const;
  [[nodiscard]] TokenId matter_beside(TokenId noun, const std::string& slot) const;
  [[nodiscard]] TokenId left_behind(TokenId t, const std::string& slot) const;
  [[nodiscard]] TokenId stranded(TokenId t, const std::string& slot) const;
  [[nodiscard]] TokenId instrument_after(TokenId t, const std::string& slot) const;
  [[nodiscard]] std::vector<ActorMention> agents_after(TokenId t) const;
  [[nodiscard]] bool acts_for_body(const ActorMention& mention) const;
  [[nodiscard]] bool of_two_sides(const std::vector<ActorMention>& doers) const;
  [[nodiscard]] bool worked_out_by_mediator(TokenId t, const FoundStep& step) const;
  void offer_of_mediator(TokenId t, TokenId about, FoundStep& step) const;
  [[nodiscard]] bool tells_parties(TokenId about) const;
  [[nodiscard]] bool may_befall(TokenId t, TokenId about, const InstrumentStep& row) const;
  void add_partners(TokenId about, std::vector<ActorMention>& found) const;
  [[nodiscard]] TokenId object_above(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> owners_of_object(TokenId t) const;
  [[nodiscard]] bool second_relative(TokenId t) const;
  [[nodiscard]] bool under_way(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool in_present(TokenId t) const;
  [[nodiscard]] bool took_time(TokenId t) const;
  [[nodiscard]] static bool denies_itself(const InstrumentStep& row);
  [[nodiscard]] static bool kept_from(const InstrumentStep& row);
  // What lies ahead (step_ahead.cc).
  [[nodiscard]] bool enacted(TokenId t) const;
  [[nodiscard]] TokenId bill_above(TokenId t) const;
  [[nodiscard]] bool resolved_to(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool went_to(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool done_nothing_to(TokenId t) const;
  [[nodiscard]] bool on_a_day(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool to_be_signed(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool hinges(TokenId t) const;
  [[nodiscard]] bool breaks_by_it(TokenId t) const;
  [[nodiscard]] bool no_longer(TokenId t) const;
  [[nodiscard]] bool yet_to_come(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool settled_by_nobody(TokenId t, const InstrumentStep& row, const FoundStep& step) const;
  [[nodiscard]] bool as_it_foresees(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool still_rules(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool to_this_day(TokenId t) const;
  [[nodiscard]] bool goes_on(TokenId t) const;
  [[nodiscard]] bool goes_on_after(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool rests_on(TokenId t) const;
  [[nodiscard]] bool done_under(TokenId t) const;
  [[nodiscard]] bool tells_year(TokenId noun) const;
  [[nodiscard]] bool tells_signing(TokenId noun) const;
  [[nodiscard]] bool tells_term(TokenId t, const InstrumentStep& row) const;
  // What it lays down, beside a deed that is told (step_breach.cc).
  [[nodiscard]] TokenId deed_above(TokenId t) const;
  [[nodiscard]] bool is_done(TokenId verb) const;
  [[nodiscard]] bool multiple_of_it(TokenId t) const;
  [[nodiscard]] bool beyond_it(TokenId t) const;
  [[nodiscard]] bool where_it_is_banned(TokenId t) const;
  [[nodiscard]] bool bans_that(TokenId t) const;
  [[nodiscard]] bool where_it_must_stay(TokenId t) const;
  [[nodiscard]] bool against_it(TokenId t) const;
  [[nodiscard]] bool falls_short(TokenId t) const;
  [[nodiscard]] bool not_as_promised(TokenId t) const;
  [[nodiscard]] bool into_its_zone(TokenId t) const;
  [[nodiscard]] bool breaks(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool is_carried_out(TokenId t, const InstrumentStep& row) const;
  void add_breaker(FoundStep& step) const;
  // What the rows do not tell: signing without a word on what, instruments that no step is told of (step_bare.cc).
  void add_bare(std::vector<FoundStep>& steps) const;
  void add_signing(TokenId t, std::vector<FoundStep>& steps) const;
  // By how it stands beside a word that no row has (step_default.cc).
  bool add_default(TokenId t, std::vector<FoundStep>& steps) const;
  [[nodiscard]] bool done_all_the_same(TokenId verb) const;
  [[nodiscard]] bool is_ban(TokenId t) const;
  [[nodiscard]] bool by_legislature(const FoundStep& step) const;
  [[nodiscard]] bool with_consent(TokenId verb) const;
  [[nodiscard]] bool is_legislature(TokenId t) const;
  [[nodiscard]] bool unbound(TokenId noun) const;
  [[nodiscard]] bool is_gone(TokenId verb, TokenId noun) const;
  [[nodiscard]] std::string settled_by_somebody(TokenId verb, TokenId noun) const;
  [[nodiscard]] std::string made_before(TokenId noun) const;
  [[nodiscard]] bool approved_by_legislature(TokenId verb) const;
  [[nodiscard]] std::string made_by(TokenId verb, const NamedInstrument& named, const std::string& status) const;
  [[nodiscard]] std::string undone_by(TokenId verb, const NamedInstrument& named, const std::string& status) const;
  [[nodiscard]] bool only_mentioned(TokenId noun, const std::vector<FoundStep>& steps) const;
  [[nodiscard]] bool of_several(TokenId verb) const;
  [[nodiscard]] bool first_to(TokenId t) const;
  [[nodiscard]] bool goes_against(TokenId noun) const;
  [[nodiscard]] TokenId clause_of(TokenId noun) const;
  [[nodiscard]] bool is_told_of(const NamedInstrument& named) const;
  [[nodiscard]] bool marked_by(TokenId t, const char* set) const;
  [[nodiscard]] bool begins(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool waits(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] TokenId named_as(TokenId filler) const;
  [[nodiscard]] TokenId relative_instrument(TokenId filler, TokenId verb) const;
  [[nodiscard]] std::vector<TokenId> adjectives_of(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool meets(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] std::vector<TokenId> instruments_in(TokenId filler, const InstrumentStep& step_row) const;
  [[nodiscard]] bool not_a_line(TokenId t) const;
  [[nodiscard]] bool is_none(TokenId t) const;
  [[nodiscard]] bool hardly(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool applied(TokenId t, const InstrumentStep& row) const;
  [[nodiscard]] bool means_instrument(TokenId filler, const InstrumentStep& row) const;
  [[nodiscard]] TokenId inner_instrument(TokenId t, bool carries, const std::string& status) const;
  [[nodiscard]] std::vector<ActorMention> who_consented(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> doers(TokenId t, TokenId about, const InstrumentStep& row) const;
  [[nodiscard]] std::vector<ActorMention> parties_of_verb(TokenId t, TokenId about, const InstrumentStep& row) const;
  [[nodiscard]] std::vector<ActorMention> subjects(TokenId t, TokenId about) const;
  [[nodiscard]] std::vector<ActorMention> who_did_by(TokenId signing) const;
  [[nodiscard]] std::vector<ActorMention> signed_for(TokenId t, TokenId about) const;
  [[nodiscard]] bool met_before(TokenId filler, TokenId verb) const;
  void add_inviters(TokenId verb, std::vector<ActorMention>& found) const;
  void add_slot(TokenId from, std::string_view slot, TokenId about, std::vector<ActorMention>& found) const;
  [[nodiscard]] std::vector<ActorMention> beside(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> brokers(TokenId t) const;
  [[nodiscard]] std::string status(TokenId t, const InstrumentStep& row) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
  const PartyReader& parties_;
  const InstrumentReader& instruments_;
  EventOpinion opinion_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_STEPS_H_

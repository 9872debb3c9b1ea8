// Internal: how ActorFinder resolves phrases, and what it remembers of those before.
#ifndef ENTENTE_ACTORS_RESOLVER_H_
#define ENTENTE_ACTORS_RESOLVER_H_

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "actors/name_matches.h"
#include "actors/name_senses.h"
#include "actors/phrase.h"

namespace entente {

struct Remembered {
  TokenId token = -1;
  std::vector<ActorMention> parties;  // several for a compound
  bool subject = false;
  bool plural = false;
  char gender = '?';
};

class Resolver {
 public:
  Resolver(const Tree& tree, const Knowledge& knowledge);

  [[nodiscard]] const std::vector<ActorMention>& referents(TokenId t);  // of t's phrase, without conjuncts
  [[nodiscard]] std::vector<ActorMention> parties(TokenId t);           // with conjuncts
  [[nodiscard]] bool lists(TokenId first, TokenId second) const;
  void add_listed_between(std::vector<TokenId>& parts) const;
  void share_noun(std::vector<ActorMention>& parties) const;
  [[nodiscard]] std::optional<ActorMention> target(TokenId t);
  [[nodiscard]] std::string side_heard(TokenId t, bool of_office = false);
  [[nodiscard]] std::string likely_state(TokenId t, const std::string& doer) const;
  void remember_all();  // reads the document from its start
  [[nodiscard]] const std::string& main_state() const { return senses_.main_state(); }
  [[nodiscard]] const std::string& story_state() const { return senses_.story_state(); }
  [[nodiscard]] const PhraseReader& phrases() const { return phrases_; }

 private:
  using Kind = NameEntry::Kind;

  void resolve(TokenId t);
  [[nodiscard]] std::vector<ActorMention> describe(const Phrase& phrase);
  [[nodiscard]] Actor blank(TokenId first, TokenId last) const;
  [[nodiscard]] const Title* title_in(const Phrase& phrase, bool& plural) const;
  [[nodiscard]] const NameEntry* organisation_in(const Phrase& phrase) const;
  [[nodiscard]] std::vector<ActorMention> owners(const Phrase& phrase);  // states and organisations that modify it
  [[nodiscard]] bool only_backs(const NameMatch& match) const;
  [[nodiscard]] std::vector<ActorMention> lying_there(TokenId place);
  [[nodiscard]] bool is_kin(const NameMatch& match) const;
  void live_there(const Phrase& phrase, ActorMention& mention);
  [[nodiscard]] bool is_whole_people(const Phrase& phrase, const State& state) const;

  // persons.cc
  [[nodiscard]] std::vector<ActorMention> describe_titled(const Phrase& phrase, const Title& title, bool plural);
  void call_apart(const Phrase& phrase, const Title& title, Actor& actor) const;
  [[nodiscard]] std::optional<std::vector<ActorMention>> refer_titled(const Phrase& phrase, const Title& title,
                                                                      bool plural);
  [[nodiscard]] std::optional<ActorMention> head_of_private_body(const Phrase& phrase, const Title& title);
  [[nodiscard]] ActorMention titled(const Phrase& phrase, const Title& title, const std::string& role, bool single,
                                    const ActorMention& owner);
  void settle_where_told(const Phrase& phrase, const Title& title, bool single, bool domestic, ActorMention& mention);
  [[nodiscard]] ActorMention describe_person(const Phrase& phrase, const Title* title);
  [[nodiscard]] ActorMention describe_unlisted(const Phrase& phrase, const Title* title);
  [[nodiscard]] ActorMention holder_mention(const Phrase& phrase, const OfficeHolder& holder,
                                            const std::string& via) const;
  [[nodiscard]] const Title* body_of(const Phrase& phrase, const Title& title) const;
  [[nodiscard]] bool police_before(TokenId t) const;
  [[nodiscard]] std::string sector_of(const Phrase& phrase, const Title& title) const;
  [[nodiscard]] bool is_former(TokenId head) const;
  void give_title(const Phrase& phrase, const Title& title, const OfficeHolder& holder, ActorMention& known) const;
  void give_new_role(const Phrase& phrase, ActorMention& known);
  void apply_title(const Phrase& phrase, const Title& title, ActorMention& mention);
  void apply_apposition(const Phrase& phrase, ActorMention& mention);
  [[nodiscard]] TokenId whom_he_stands_for(TokenId clause) const;
  void apply_relative_clause(const Phrase& phrase, ActorMention& mention);

  // named_titles.cc
  [[nodiscard]] std::string role_of(const Phrase& phrase, const Title& title);
  [[nodiscard]] std::vector<ActorMention> named_behind(const Phrase& phrase, const Title& title);
  [[nodiscard]] std::string state_of_company(const Phrase& phrase);
  [[nodiscard]] std::vector<ActorMention> refer_company(const Phrase& phrase);
  std::vector<ActorMention> of_visit(const Phrase& phrase, bool host);
  [[nodiscard]] std::vector<ActorMention> last_official_of(const Phrase& phrase, const std::string& state) const;
  [[nodiscard]] std::vector<ActorMention> refer_visiting(const Phrase& phrase);
  [[nodiscard]] std::vector<ActorMention> told_from_abroad(const Phrase& phrase,
                                                           const std::set<std::string>& own) const;
  [[nodiscard]] const PlaceEntry* capital_of(const std::string& state) const;
  [[nodiscard]] std::vector<ActorMention> named_capital(const Phrase& phrase);
  [[nodiscard]] std::vector<ActorMention> counterparts_state(const Phrase& phrase);
  void remember_titles(TokenId t, const std::string& name);
  [[nodiscard]] const ActorMention* called_before(const Phrase& phrase, const Title& title);
  [[nodiscard]] ActorMention with_title(const Phrase& phrase, const Title& title, ActorMention named);

  // listed.cc
  struct List {
    const Title* title = nullptr;
    std::vector<TokenId> names;
  };
  struct Listed {
    TokenId title = -1;
    std::size_t index = 0;
  };
  void find_lists();
  [[nodiscard]] TokenId end_of_name(TokenId t) const;
  [[nodiscard]] std::vector<TokenId> names_from(TokenId t) const;
  [[nodiscard]] std::vector<TokenId> names_behind(const NameMatch& title) const;
  [[nodiscard]] std::vector<TokenId> names_before(const NameMatch& title) const;
  [[nodiscard]] std::vector<std::string> states_of_list(TokenId top, bool& told);
  [[nodiscard]] std::string known_state(TokenId name) const;
  [[nodiscard]] bool apply_list(TokenId t, ActorMention& mention);
  [[nodiscard]] std::vector<ActorMention> describe_list(const Phrase& phrase);

  // parties.cc
  [[nodiscard]] std::vector<ActorMention> describe_plain(const Phrase& phrase);
  [[nodiscard]] std::vector<ActorMention> named_in_full(const Phrase& phrase) const;
  [[nodiscard]] std::vector<ActorMention> named_in_short(const Phrase& phrase) const;
  [[nodiscard]] bool is_capital(TokenId t) const;
  [[nodiscard]] TokenSpan words_of_body(TokenId head) const;
  [[nodiscard]] std::vector<ActorMention> unknown_fighters(const Phrase& phrase);
  [[nodiscard]] std::vector<ActorMention> named_company(const Phrase& phrase);
  [[nodiscard]] std::vector<ActorMention> described_by_modifier(const Phrase& phrase);
  [[nodiscard]] ActorMention state_mention(const Phrase& phrase, const State& state, ActorMention::Kind kind,
                                           const std::string& via) const;
  [[nodiscard]] ActorMention organisation_mention(const Phrase& phrase, const Organisation& organisation) const;
  [[nodiscard]] ActorMention group_mention(const Phrase& phrase, const Group& group) const;
  [[nodiscard]] ActorMention place_mention(const Phrase& phrase, const PlaceEntry& place) const;
  [[nodiscard]] std::string sector_of_holder(const Phrase& phrase, const std::vector<ActorMention>& whose) const;
  [[nodiscard]] std::string sector_of_civil_thing(const Phrase& phrase) const;
  [[nodiscard]] std::string sector_of_thing(const Phrase& phrase, const std::vector<ActorMention>& whose) const;

  // memory.cc
  void find_acronyms();
  [[nodiscard]] std::vector<ActorMention> spelt_out(const Phrase& phrase);
  void remember(TokenId t);
  void remember_names(TokenId t);
  [[nodiscard]] const ActorMention* remembered_role(const std::string& role, TokenId before) const;
  [[nodiscard]] const ActorMention* remembered_name(const Phrase& phrase) const;
  [[nodiscard]] const ActorMention* last_person(TokenId before) const;

  // references.cc
  [[nodiscard]] std::vector<ActorMention> refer_pronoun(TokenId t);
  [[nodiscard]] bool is_somebody(TokenId t) const;
  [[nodiscard]] bool shares_verb(TokenId subject, TokenId object) const;
  [[nodiscard]] bool same_object(TokenId before, TokenId pronoun) const;
  [[nodiscard]] bool acted_on_before(TokenId object, TokenId pronoun) const;
  [[nodiscard]] bool acts_with_others(TokenId party, TokenId pronoun) const;
  [[nodiscard]] std::vector<ActorMention> who_demands(TokenId pronoun);
  [[nodiscard]] std::vector<ActorMention> refer_whose(TokenId t);
  [[nodiscard]] std::vector<ActorMention> describe_crowd(const Phrase& phrase);
  [[nodiscard]] bool are_two(const Phrase& phrase) const;
  [[nodiscard]] bool counts_only(const Phrase& phrase) const;
  [[nodiscard]] bool are_owned(const Phrase& phrase) const;
  [[nodiscard]] std::vector<ActorMention> refer_one(const Phrase& phrase, const Title& title);
  [[nodiscard]] bool points_back(const Phrase& phrase, bool of_state) const;
  [[nodiscard]] std::vector<ActorMention> refer_armed(const Phrase& phrase);
  [[nodiscard]] const Actor* told_before(const Phrase& phrase);
  [[nodiscard]] const ActorMention* namesake(const Phrase& phrase) const;
  [[nodiscard]] std::vector<ActorMention> restate(std::vector<ActorMention> mentions, TokenId first, TokenId last,
                                                  const std::string& via, double factor) const;

  // pairs.cc
  enum class Which : std::uint8_t { kPeople, kStates, kGovernments, kAny };
  struct Told {
    std::vector<ActorMention> parties;
    TokenId token = -1;
    bool list = false;  // "X and Y", and not X who did something to Y
  };
  [[nodiscard]] bool one_side(const ActorMention& a, const ActorMention& b) const;
  [[nodiscard]] std::set<std::string> sides_of(const std::vector<ActorMention>& parties) const;
  [[nodiscard]] bool has_group(const std::vector<ActorMention>& parties) const;
  [[nodiscard]] bool fits_pair(const ActorMention& mention, Which which, const std::string& role) const;
  [[nodiscard]] std::size_t how_many(const Phrase& phrase) const;
  [[nodiscard]] std::string role_of_pair(const Phrase& phrase) const;
  [[nodiscard]] bool stands_outside(const Remembered& entry, const Phrase& phrase) const;
  [[nodiscard]] std::vector<Told> told_together(const Phrase& phrase, Which which, std::size_t many) const;
  [[nodiscard]] std::vector<ActorMention> told_last(const Phrase& phrase, Which which, std::size_t many) const;
  [[nodiscard]] std::vector<ActorMention> sides_before(const Phrase& phrase, Which which, std::size_t many) const;
  [[nodiscard]] std::vector<ActorMention> refer_pair(const Phrase& phrase, bool people, const std::string& sector);

  [[nodiscard]] std::vector<ActorMention> refer_signers(TokenId t) const;

  // descriptions.cc
  // A state with a border to whose neighbour is spoken of: as told last, and the sentences that tell of it.
  struct Neighbour {
    const ActorMention* party = nullptr;
    TokenId last = -1;
    std::set<std::int32_t> sentences;
  };
  [[nodiscard]] const ActorMention* told_beside(const std::map<std::string, Neighbour>& told,
                                                const std::set<std::string>& owned, TokenId before) const;
  [[nodiscard]] std::vector<ActorMention> refer_other(const Phrase& phrase);
  [[nodiscard]] std::vector<ActorMention> refer_host(const Phrase& phrase, const std::set<std::string>& guests);
  [[nodiscard]] std::vector<ActorMention> refer_foe(const Phrase& phrase, const std::set<std::string>& owned,
                                                    const std::vector<ActorMention>& owners_of_it) const;
  [[nodiscard]] std::vector<ActorMention> refer_state(const Phrase& phrase, const Title& title);
  [[nodiscard]] std::vector<ActorMention> state_of_title(const Phrase& phrase, const Title& title);
  [[nodiscard]] std::vector<ActorMention> other_than_subject(TokenId t);
  [[nodiscard]] std::vector<ActorMention> refer_place(const Phrase& phrase, const Title& title);
  [[nodiscard]] std::vector<ActorMention> refer_state_as_place(const Phrase& phrase, const Title& title);
  [[nodiscard]] std::vector<ActorMention> states_of_one_name(const Phrase& phrase) const;
  [[nodiscard]] std::vector<ActorMention> refer_bare(TokenId t);
  [[nodiscard]] std::vector<ActorMention> some_more(TokenId t) const;
  [[nodiscard]] std::vector<ActorMention> refer_speaker(TokenId t);
  [[nodiscard]] std::vector<ActorMention> subjects_over(TokenId t);
  [[nodiscard]] ActorMention whole_state(const std::string& code) const;
  [[nodiscard]] std::string only_other_named(const std::set<std::string>& own) const;
  [[nodiscard]] std::string most_named(const std::function<bool(const std::string&)>& fits) const;

  // unsaid_state.cc; alpha-3 or empty
  enum class Place : std::uint8_t { kOfCrowd, kOfArmy, kOfOffice };  // whom the place told tells something of
  [[nodiscard]] std::string state_spoken_for(TokenId speaker) const;
  [[nodiscard]] std::string state_spoken_for_or_domestic(TokenId t, bool of_office);
  [[nodiscard]] std::string last_state(TokenId t) const;
  [[nodiscard]] std::string domestic_state(TokenId t, Place whose = Place::kOfCrowd) const;
  [[nodiscard]] bool where_envoys_meet(TokenId place) const;
  [[nodiscard]] std::string state_of_embassy(TokenId t) const;
  [[nodiscard]] std::string state_nearby(TokenId t);
  [[nodiscard]] std::string capital_before(TokenId t) const;
  [[nodiscard]] std::string place_in_front(TokenSpan sentence, TokenId before) const;
  [[nodiscard]] bool says_no(TokenId verb) const;
  [[nodiscard]] const ActorMention* who_acts_in(TokenSpan sentence, TokenId& verb);
  [[nodiscard]] bool none_of_them(TokenId t) const;
  [[nodiscard]] std::string state_pointed_at(TokenId t) const;
  [[nodiscard]] std::string state_named_before(TokenId t) const;
  [[nodiscard]] std::string state_as_place(TokenId t) const;
  [[nodiscard]] std::string state_of_local_source(const TokenSpan& sentence) const;
  [[nodiscard]] bool tells_who_speaks(TokenId place, TokenId t) const;
  [[nodiscard]] bool of_other_clause(TokenId place, TokenId t) const;
  [[nodiscard]] bool names_town(const NameMatch& adjective) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  std::vector<NameMatch> matches_;
  NameSenses senses_;
  PhraseReader phrases_;
  std::vector<std::vector<ActorMention>> referents_;
  enum class Progress : char { kNone, kOpen, kDone };
  std::vector<Progress> progress_;
  std::int32_t depth_ = 0;
  std::vector<Remembered> memory_;
  std::map<std::string, TokenId> same_words_;            // of bodies, plural groups and things with a state: the last
  std::vector<TokenId> named_groups_;                    // and blocs, by an adjective or as part of another phrase
  std::vector<TokenId> places_;                          // what named or meant a place, in the order of the text
  std::map<std::string, ActorMention> names_;            // family and full names, folded
  std::map<std::string, std::set<std::string>> called_;  // by a full name, folded: the titles that stood beside it
  std::map<std::string, std::pair<TokenId, TokenId>> acronyms_;  // "RSF": the head of its full name, and its first use
  std::map<TokenId, List> lists_;                                // by the title
  std::map<TokenId, Listed> listed_;                             // by a name's head
};

inline void take_country(const Actor& from, Actor& actor) {
  actor.code = from.code;
  actor.country = from.country;
}

// Alpha-3; those of organisations are longer.
inline bool is_state_code(const std::string& code) { return code.size() == 3; }

inline bool can_be_called_group(const ActorMention& m) {
  return m.kind == ActorMention::Kind::kOrganisation && m.actor.via != "description" &&
         (m.actor.sector.has_value() || m.armed);
}

inline bool can_be_called_bloc(const ActorMention& m) {
  return m.kind == ActorMention::Kind::kOrganisation && !m.actor.sector.has_value() && m.actor.code.has_value() &&
         !m.armed;
}

inline constexpr const char* kFormer = "ELI";      // the sector of who has left an office
inline constexpr const char* kSeveral = " s";      // behind a lemma in the plural, that the army be told from armies
inline constexpr std::int32_t kSentencesBack = 3;  // as far as what is only hinted at reaches

}  // namespace entente

#endif  // ENTENTE_ACTORS_RESOLVER_H_

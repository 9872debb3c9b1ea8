#include "agreements/agreements.h"

#include <algorithm>
#include <set>
#include <string>

#include "agreements/agreement_status.h"
#include "agreements/attendance.h"
#include "agreements/brokers.h"
#include "agreements/instrument_parties.h"
#include "agreements/nearby_parties.h"
#include "agreements/occasion.h"
#include "agreements/parties_before.h"
#include "agreements/separate_agreements.h"
#include "agreements/truce_breaches.h"

namespace entente {
namespace {

using Kind = InstrumentNoun::Kind;
using Doer = InstrumentStep::Doer;

constexpr double kLoose = 0.9;        // "a plan": of a noun that need not be an instrument
constexpr double kNearby = 0.6;       // of parties that only the text around it names
constexpr double kNamedAround = 0.5;  // of the only two whom its sentence names

class AgreementMaker {
 public:
  AgreementMaker(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const OccasionReader& occasions,
                 const BrokerReader& brokers, const AttendanceReader& attendance, const NearbyParties& nearby,
                 const PartyReader& parties, const TruceBreaches& breaches)
      : tree_(tree),
        knowledge_(knowledge),
        clauses_(clauses),
        parties_(parties),
        occasions_(occasions),
        brokers_(brokers),
        attendance_(attendance),
        nearby_(nearby),
        breaches_(breaches),
        before_(tree, knowledge) {}

  [[nodiscard]] std::optional<FoundAgreement> make(const InstrumentGroup& group) {
    if (group.nouns.empty() || group.steps.empty()) return std::nullopt;
    FoundAgreement found;
    found.noun = group.nouns.front().noun;
    found.mentions = group.mentions;
    Agreement& agreement = found.agreement;
    const InstrumentParties chosen = choose(group);
    std::vector<ActorMention> parties = chosen.parties;
    parties_.settle_persons(parties, group.nouns.front().noun);
    // "signed an accord, with X as guarantor": he is no party.
    const std::vector<OtherActor> stood_by = attendance_.read(group);
    std::erase_if(parties, [&](const ActorMention& party) {
      return std::any_of(stood_by.begin(), stood_by.end(), [&](const OtherActor& other) {
        return other.role == "guarantor" && other.actor.code == party.actor.code &&
               other.actor.name == party.actor.name;
      });
    });
    const bool several = parties.size() > 1 || are_several_states(parties);
    if (!several || only_brokers(group, parties)) return std::nullopt;
    const FoundStep* latest = StatusReader(tree_, knowledge_).read(group, parties, agreement.status);
    if (latest == nullptr || !may_found(group, parties)) return std::nullopt;
    const bool stood = agreement.status == "agreed" || agreement.status == "signed" || agreement.status == "in_force";
    if (stood && breaches_.broken(group, parties)) agreement.status = "violated";
    if (chosen.confidence > kNamedAround) before_.add(group, parties);  // nobody is told by who may be meant
    for (const ActorMention& party : parties) agreement.parties.push_back(party.actor);
    for (const NamedInstrument& noun : group.nouns) {
      if (!agreement.title.has_value() && !noun.title.empty()) agreement.title = noun.title;
    }
    set_form(group, parties, agreement);
    set_time(group, *latest, agreement);
    const std::vector<ActorMention> brokers = brokers_.read(group, parties);
    for (const ActorMention& broker : brokers) agreement.brokers.push_back(broker.actor);
    std::set<std::string> known = codes_of(parties);
    known.merge(codes_of(brokers));
    for (const OtherActor& other : stood_by) {
      if (!known.contains(other.actor.code.value_or(other.actor.name))) agreement.others.push_back(other);
    }
    const bool solid = group.nouns.front().row->kind == Kind::kSolid;
    agreement.confidence = chosen.confidence * (solid ? 1 : kLoose);
    agreement.why.push_back(
        {"agreement:" + agreement.status, tree_.lemma(latest->trigger) + ", " + latest->row->place, std::nullopt});
    add_evidence(*latest, agreement);
    for (const FoundStep& step : group.steps) {
      if (step.row->doer == Doer::kParties || step.row->doer == Doer::kAll) add_evidence(step, agreement);
    }
    return found;
  }

 private:
  // From what the text says of it down to the two that it is about.
  [[nodiscard]] InstrumentParties choose(const InstrumentGroup& group) const {
    InstrumentParties chosen = choose_parties(group);
    if (are_several_states(chosen.parties)) return chosen;
    const bool unknown = unknown_signers(group) && unknown_persons(chosen.parties);
    if (unknown) chosen.parties.clear();
    if (auto told = before_.read(group, chosen.parties); told.size() > 1) chosen = {std::move(told), kNearby};
    // "The treaty of 1881, which both still apply": no persons of today.
    if (of_old(group) && only_described_persons(chosen.parties)) {
      auto states = parties_.main_pair_near(group.nouns.front().noun);
      if (states.size() != 2) states = before_.only_ones();
      if (states.size() == 2 && codes_of(states).size() == 2) chosen = {std::move(states), kNearby};
    }
    if (auto two = nearby_.of_dealers(group, chosen.parties); two.size() > 1) chosen = {std::move(two), kNearby};
    if (auto members = of_named(group, chosen.parties); members.size() > 1) chosen = {std::move(members), kNearby};
    if (chosen.parties.size() < 2 && says_enough(group)) {
      if (auto around = nearby_.read(group, chosen.parties); around.size() > 1) chosen = {std::move(around), kNearby};
      if (unknown && chosen.parties.size() < 2) chosen = {parties_.main_pair_near(group.nouns.back().noun), kNearby};
    }
    if (chosen.parties.size() < 2 && codes_of(chosen.parties).empty() && (says_enough(group) || befell(group)) &&
        !tree_.has_feat(group.nouns.front().noun, "Number=Plur")) {
      if (auto told = before_.only_ones(); told.size() > 1) chosen = {std::move(told), kNearby};
    }
    if (chosen.parties.size() < 2 && proposed(group)) {
      if (auto around = nearby_.between_near(group); around.size() > 1) chosen = {std::move(around), kNearby};
      // "Britain now offers an accord", in an article on Iraq, which its sentence names.
      if (chosen.parties.size() == 1 && offered(group)) {
        auto home = parties_.with_home_near(chosen.parties.front(), group.nouns.front().noun);
        if (home.size() > 1) chosen = {std::move(home), kNearby};
      }
    }
    if (chosen.parties.size() < 2 && (says_enough(group) || proposed(group))) {
      auto pair = parties_.main_pair_around(chosen.parties, group.nouns.front().noun);
      if (pair.size() > 1) chosen = {std::move(pair), kNearby};
    }
    if (auto told = before_.pair_with(group, chosen.parties); told.size() > 1) chosen = {std::move(told), kNearby};
    if (auto told = before_.with_the_same(group, chosen.parties); told.size() > 1) chosen = {std::move(told), kNearby};
    if (chosen.parties.size() < 2 && may_be_named_around(group)) {
      if (auto around = nearby_.only_named(group, chosen.parties); around.size() > 1)
        chosen = {std::move(around), kNamedAround};
    }
    return chosen;
  }

  // "X quit the ASEAN charter": X and the bloc; "X broke the Indus Waters Treaty": those whose treaty that is.
  [[nodiscard]] std::vector<ActorMention> of_named(const InstrumentGroup& group,
                                                   const std::vector<ActorMention>& known) const {
    if (known.size() > 1) return {};
    for (const NamedInstrument& noun : group.nouns) {
      if (auto members = parties_.by_name(noun.noun, known); members.size() > 1) return members;
      const bool member = known.size() == 1 && known[0].actor.code.has_value() && !known[0].guessed &&
                          side_of(known[0]) == *known[0].actor.code && !is_private(known[0]);
      if (member && noun.bloc.size() == 1) return {known[0], noun.bloc[0]};
    }
    return {};
  }

  // An instrument of states of which something is told, whatever that is.
  [[nodiscard]] bool may_be_named_around(const InstrumentGroup& group) const {
    const NamedInstrument& first = group.nouns.front();
    if (first.row->kind != Kind::kSolid || tree_.has_feat(first.noun, "Number=Plur")) return false;
    if (first.row->form == "ceasefire") {
      // What befalls a truce may befall one that was told before it; "X declared a ceasefire": X alone.
      const bool settled = std::any_of(group.steps.begin(), group.steps.end(),
                                       [](const FoundStep& step) { return settles(step) && happened(step); });
      const TokenId verb = tree_.is(first.noun, "obj") ? tree_.head(first.noun) : -1;
      if (!settled && !before_.empty()) return false;
      if (verb >= 0 && knowledge_.in_set("agreement_declaring", tree_.lemma(verb))) return false;
    }
    return std::none_of(group.steps.begin(), group.steps.end(), [&](const FoundStep& step) { return of_others(step); });
  }

  // "The treaty signed by the prime ministers X and Y", of whom no table tells: of the states named around it.
  [[nodiscard]] static bool unknown_persons(const std::vector<ActorMention>& parties) {
    return std::all_of(parties.begin(), parties.end(), [](const ActorMention& party) {
      return party.kind == ActorMention::Kind::kPerson && (!party.actor.code.has_value() || party.guessed);
    });
  }

  [[nodiscard]] static bool of_old(const InstrumentGroup& group) {
    return std::any_of(group.nouns.begin(), group.nouns.end(), [](const auto& noun) { return noun.year >= 0; });
  }

  [[nodiscard]] static bool only_described_persons(const std::vector<ActorMention>& parties) {
    return parties.size() > 1 && std::all_of(parties.begin(), parties.end(), [](const ActorMention& m) {
             return m.kind == ActorMention::Kind::kPerson && m.actor.via == "description";
           });
  }

  // "Z mediates between X and Y; a protocol drafted by it envisages": between those.
  [[nodiscard]] static bool proposed(const InstrumentGroup& group) {
    return group.nouns.front().row->kind == Kind::kSolid &&
           std::any_of(group.steps.begin(), group.steps.end(), [](const FoundStep& step) {
             return happened(step) && step.row->status == "proposed" && codes_of(step.doers).size() < 2;
           });
  }

  [[nodiscard]] bool offered(const InstrumentGroup& group) const {
    return std::any_of(group.steps.begin(), group.steps.end(), [&](const FoundStep& step) {
      return step.row->status == "proposed" && knowledge_.in_set("agreement_offering", tree_.lemma(step.trigger));
    });
  }

  [[nodiscard]] static bool unknown_signers(const InstrumentGroup& group) {
    return std::any_of(group.steps.begin(), group.steps.end(), [](const FoundStep& step) {
      return settles(step) && step.doers.size() > 1 && unknown_persons(step.doers);
    });
  }

  // A loose noun needs a deed that only instruments meet with.
  [[nodiscard]] bool may_found(const InstrumentGroup& group, const std::vector<ActorMention>& parties) const {
    const Kind kind = group.nouns.front().row->kind;
    if (kind == Kind::kSolid) return true;
    const std::set<std::string> codes = codes_of(parties);
    return std::any_of(group.steps.begin(), group.steps.end(), [&](const FoundStep& step) {
      const InstrumentNoun& row = *group.nouns.front().row;
      const bool pause = kind == Kind::kMatter && row.form == "ceasefire" && !row.modifiers.empty();
      const bool weighed = (kind == Kind::kLoose || pause) && codes.size() > 1 && step.row->doer == Doer::kParty;
      const bool ahead = codes.size() > 1 && step.row->status == "signed" && settles(step);
      // "A draft settlement between X and Y".
      const bool drafted = kind == Kind::kLoose && group.nouns.front().parties.size() > 1 && happened(step) &&
                           step.row->status == "proposed";
      const bool brokered = kind == Kind::kLoose && codes.size() > 1 && step.row->doer == Doer::kBroker &&
                            step.doers.size() > 1 && happened(step);
      // "A roadmap under which X and Y would pull back", "put a plan before X and Y", "the statute of 1975".
      const bool both = kind == Kind::kLoose && codes_of(step.doers).size() > 1 && step.row->doer == Doer::kAll &&
                        (step.row->slots.front() == "under" || (happened(step) && step.row->status == "proposed"));
      const bool dated = kind == Kind::kLoose && codes.size() > 1 && of_old(group) && happened(step);
      return both || dated || ahead || drafted || brokered || (happened(step) && (settles(step) || weighed));
    });
  }

  [[nodiscard]] bool of_others(const FoundStep& step) const {
    const bool named = std::any_of(step.doers.begin(), step.doers.end(),
                                   [](const ActorMention& doer) { return doer.actor.via != "description"; });
    if (named || step.row->pos != Frame::Pos::kVerb) return false;
    const auto other = [&](TokenId t) {
      return tree_.has_upos(t, {"NOUN"}) && !knowledge_.in_set("agreement_side", tree_.lemma(t));
    };
    const bool own = step.row->doer == Doer::kAll || step.row->doer == Doer::kParties;
    for (const char* slot : {"subj", "with", "between"}) {
      const auto fillers = clauses_.fill(step.trigger, slot);
      if (own && std::any_of(fillers.begin(), fillers.end(), other)) return true;
    }
    return false;
  }

  // "An arrangement on X, brokered by Y, is observed".
  [[nodiscard]] static bool befell(const InstrumentGroup& group) {
    const bool brokered = std::any_of(group.steps.begin(), group.steps.end(),
                                      [](const FoundStep& step) { return !step.brokers.empty() && happened(step); });
    const bool kept = std::any_of(group.steps.begin(), group.steps.end(), [](const FoundStep& step) {
      return step.row->doer == Doer::kParty && step.row->status == "in_force" && happened(step) && step.doers.empty();
    });
    return brokered && kept;
  }

  // "Brokered by X and Y, it was violated by them": of those who brokered it nothing tells that they are its parties.
  [[nodiscard]] static bool only_brokers(const InstrumentGroup& group, const std::vector<ActorMention>& parties) {
    std::vector<ActorMention> brokers;
    for (const FoundStep& step : group.steps) {
      if (settles(step) && step.doers.size() > 1) return false;
      add_new(brokers, step.brokers);
    }
    const std::set<std::string> codes = codes_of(brokers);
    return codes.size() > 1 && std::all_of(parties.begin(), parties.end(), [&](const ActorMention& m) {
             return codes.contains(m.actor.code.value_or(m.actor.name));
           });
  }

  // A treaty by name, or something that only befalls an instrument: whose it is may be told around it.
  [[nodiscard]] bool says_enough(const InstrumentGroup& group) const {
    const NamedInstrument& first = group.nouns.front();
    if (!first.title.empty()) return true;
    if (first.row->kind != Kind::kSolid) return false;
    if (is_theirs(tree_, first.noun)) return true;  // "X visited Y. Their communique foresaw"
    // "A union signed a deal with a carmaker": of others than states.
    if (std::any_of(group.steps.begin(), group.steps.end(), [&](const FoundStep& step) { return of_others(step); }))
      return false;
    return std::any_of(group.steps.begin(), group.steps.end(), [&](const FoundStep& step) {
      const std::string& status = step.row->status;
      if (status.empty() && first.indefinite && step.row->slots.front() == "under") return true;
      // Who breaks a truce may break one that was told before it.
      const bool truce = first.row->form == "ceasefire" && status != "signed" && status != "agreed";
      // "It is to be signed in May".
      const bool due = step.status == "future" && status == "signed" && !first.indefinite;
      return (happened(step) || due) && !status.empty() && status != "proposed" && !truce;
    });
  }

  // "A protocol by which both generals stopped the fighting": a ceasefire, whatever it is called.
  [[nodiscard]] bool ends_fighting(const InstrumentGroup& group) const {
    return std::any_of(group.nouns.begin(), group.nouns.end(), [&](const NamedInstrument& noun) {
      const auto& below = tree_.children(noun.noun);
      return std::any_of(below.begin(), below.end(), [&](TokenId c) {
        const bool clause = tree_.is(c, "acl") && knowledge_.in_set("agreement_silencing", tree_.lemma(c));
        if (!clause) return false;
        const TokenId object = tree_.child(c, "obj");
        return object > c && knowledge_.in_set("agreement_fighting", tree_.lemma(object));
      });
    });
  }

  void set_form(const InstrumentGroup& group, const std::vector<ActorMention>& parties, Agreement& agreement) const {
    agreement.form = group.nouns.front().row->form;
    for (const NamedInstrument& noun : group.nouns) {
      // "Its own preamble calls it a treaty".
      const bool called = noun.called >= 0 && noun.row->kind == Kind::kSolid && agreement.form != "ceasefire";
      if (agreement.form.empty() || called) agreement.form = noun.row->form;
    }
    if (agreement.form.empty()) agreement.form = "accord";  // "a paper"
    const std::set<std::string> codes = codes_of(parties);
    const bool ratified = std::any_of(group.steps.begin(), group.steps.end(), [](const FoundStep& step) {
      return step.status != "hypothetical" && step.status != "negated" && step.row->status == "ratified";
    });
    if (ends_fighting(group) && agreement.form != "treaty" && agreement.form != "contract")
      agreement.form = "ceasefire";
    // "With or between companies".
    const bool company = std::any_of(parties.begin(), parties.end(),
                                     [](const ActorMention& party) { return party.actor.sector == "BUS"; });
    if (company && (agreement.form == "accord" || agreement.form == "treaty")) agreement.form = "contract";
    // Whatever it is called at first: "the pact", "the treaty"; a name that says otherwise only "the treaty".
    const bool treaty = std::any_of(group.nouns.begin(), group.nouns.end(), [&](const NamedInstrument& noun) {
      const bool named = agreement.title.has_value() && tree_.lemma(noun.noun) != noun.row->form;
      return !named && !noun.indefinite && noun.row->form == "treaty" && noun.row->kind == Kind::kSolid;
    });
    if (agreement.form == "accord" && (ratified || treaty) && codes.size() > 1) agreement.form = "treaty";
  }

  // Of the signing, or else of what came last, or what the noun says of itself: "the accord of 1998".
  void set_time(const InstrumentGroup& group, const FoundStep& latest, Agreement& agreement) const {
    std::vector<const FoundStep*> steps;
    for (const FoundStep& step : group.steps) {
      if (step.row->status == "signed" && happened(step)) steps.push_back(&step);
    }
    for (const FoundStep& step : group.steps) {
      if (settles(step) && step.row->status != "signed" && happened(step)) steps.push_back(&step);
    }
    const bool settled = !steps.empty();
    const auto year = std::find_if(group.nouns.begin(), group.nouns.end(), [](const auto& n) { return n.year >= 0; });
    // "The convention of 1972 lapsed last year", "ran out on Monday": when it ended is not when it was concluded.
    const bool later = !settled && (latest.row->status == "ended" || latest.row->status == "in_force" ||
                                    latest.row->status == "stalled" || latest.row->status == "violated");
    if (later && year != group.nouns.end()) agreement.date = occasions_.date_of_noun(year->noun);
    const bool kept = !settled && agreement.status == "in_force" && year == group.nouns.end();
    if (kept) agreement.date = occasions_.since(latest.trigger);
    if (!later) steps.push_back(&latest);
    for (const FoundStep* step : steps) {
      if (!agreement.date.has_value()) agreement.date = occasions_.date(*step);
      const bool where = !settled || step != &latest || settles(latest);
      if (!agreement.place.has_value() && where) agreement.place = occasions_.place(*step);
    }
    for (const NamedInstrument& noun : group.nouns) {
      if (!agreement.date.has_value()) agreement.date = occasions_.date_of_noun(noun.noun);
      if (!agreement.place.has_value()) agreement.place = occasions_.place_of_noun(noun.noun);
    }
    // "Floated a pact in March", "have been negotiating it since last year": nothing concluded it.
    if (agreement.status == "proposed") agreement.date.reset();
  }

  void add_evidence(const FoundStep& step, Agreement& agreement) const {
    const auto clause = tree_.subtree(step.trigger, [&](TokenId c) {
      return (tree_.is_any(c, {"conj", "parataxis"}) && clauses_.is_verb(c)) ||
             tree_.is_any(c, {"punct", "cc", "mark", "discourse"});
    });
    Evidence evidence;
    evidence.sentence = tree_.sentence(step.trigger);
    evidence.span = tree_.span(clause.front(), clause.back());
    evidence.text = tree_.text(evidence.span);
    for (const Evidence& before : agreement.evidence) {
      if (before.span.begin.value < evidence.span.end.value && evidence.span.begin.value < before.span.end.value)
        return;
    }
    agreement.evidence.push_back(std::move(evidence));
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
  const PartyReader& parties_;
  const OccasionReader& occasions_;
  const BrokerReader& brokers_;
  const AttendanceReader& attendance_;
  const NearbyParties& nearby_;
  const TruceBreaches& breaches_;
  PartiesBefore before_;
};

}  // namespace

std::vector<FoundAgreement> find_agreements(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                                            const Clauses& clauses, const std::vector<FoundEvent>& events) {
  const PartyReader parties(tree, knowledge, actors, clauses);
  const InstrumentReader instruments(tree, knowledge, actors, clauses, parties);
  const std::vector<FoundStep> steps = StepReader(tree, knowledge, clauses, parties, instruments).read();
  const OccasionReader occasions(tree, knowledge, actors, events);
  const BrokerReader brokers(tree, knowledge, clauses, parties, instruments);
  const AttendanceReader attendance(tree, knowledge, clauses, parties);
  const NearbyParties nearby(tree, knowledge, actors, parties);
  const TruceBreaches breaches(tree, knowledge, actors, clauses, occasions, events);
  AgreementMaker maker(tree, knowledge, clauses, occasions, brokers, attendance, nearby, parties, breaches);
  const SeparateAgreements separate(tree, knowledge, clauses, parties);
  std::vector<FoundAgreement> agreements;
  for (const InstrumentGroup& group : group_instruments(tree, knowledge, instruments, steps)) {
    if (auto found = maker.make(group); found.has_value()) separate.add(group, std::move(*found), agreements);
  }
  return agreements;
}

}  // namespace entente

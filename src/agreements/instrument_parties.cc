#include "agreements/instrument_parties.h"

#include <algorithm>

namespace entente {
namespace {

// How sure it is that the parties are those: named as such, or by what some of them did.
constexpr double kNamed = 0.96;
constexpr double kSigners = 0.95;
constexpr double kDoers = 0.8;
constexpr double kOwners = 0.6;
constexpr double kNoCode = 0.5;       // where one has no code
constexpr double kDescription = 0.9;  // where one is only described

// With a code, or "four other states".
std::vector<ActorMention> with_code(const std::vector<ActorMention>& all) {
  std::vector<ActorMention> found;
  for (const ActorMention& mention : all) {
    if (mention.actor.code.has_value() || are_several_states({mention})) found.push_back(mention);
  }
  return found;
}

// "It bars them": whoever they are.
bool only_them(const FoundStep& step) {
  return std::all_of(step.doers.begin(), step.doers.end(), [](const auto& m) { return m.actor.via == "pronoun"; });
}

// Signed by several of whom the text tells more than "they".
bool told_elsewhere(const InstrumentGroup& group) {
  return std::any_of(group.steps.begin(), group.steps.end(), [](const FoundStep& step) {
    return settles(step) && happened(step) && !only_them(step) &&
           (are_several_states(step.doers) || with_code(step.doers).size() > 1);
  });
}

// "The two armies made a truce. Generals X and Y had signed it": X and Y, wherever the text names them.
std::vector<ActorMention> named_signers(const InstrumentGroup& group) {
  for (const FoundStep& step : group.steps) {
    const bool named = std::all_of(step.doers.begin(), step.doers.end(), [](const ActorMention& m) {
      return m.kind == ActorMention::Kind::kPerson && m.actor.via == "name" && !has_weak_home(m);
    });
    if (settles(step) && happened(step) && named && codes_of(step.doers).size() > 1) return step.doers;
  }
  return {};
}

// Those of the first signing that tells of two at least, or of all signings together. Where two have a code, those
// without one stand back.
std::vector<ActorMention> signers(const InstrumentGroup& group) {
  std::vector<ActorMention> together;
  for (const bool done : {true, false}) {
    // "The accord, which has bound X and Y since 1998", before a signing that lies ahead.
    for (const FoundStep& step : group.steps) {
      if (done || step.row->doer != InstrumentStep::Doer::kBound || !happened(step)) continue;
      if (only_them(step) && told_elsewhere(group)) continue;
      if (std::vector<ActorMention> own = with_code(step.doers); codes_of(own).size() > 1) return own;
    }
    for (const FoundStep& step : group.steps) {
      if (!settles(step) || happened(step) != done) continue;
      std::vector<ActorMention> own = with_code(step.doers);
      const bool named =
          std::any_of(own.begin(), own.end(), [](const auto& m) { return m.actor.via != "description"; });
      if (own.size() > 1 && !named) {
        if (auto persons = named_signers(group); persons.size() == own.size()) return persons;
      }
      if (own.size() > 1) return own;
      add_new(together, step.doers);
    }
  }
  std::vector<ActorMention> own = with_code(together);
  return own.size() > 1 ? own : together;
}

// The state itself, its parliament, its army: not who stands against it.
bool is_organ(const ActorMention& mention) {
  return mention.actor.code.has_value() && side_of(mention) == *mention.actor.code && !is_private(mention);
}

// "X proposed a communique to Y, under which men of both could sit at one desk": X and Y.
std::vector<ActorMention> told_together(const InstrumentGroup& group) {
  for (const bool loose : {false, true}) {
    for (const FoundStep& step : group.steps) {
      if (step.row->doer == InstrumentStep::Doer::kParty || step.row->status.empty() != loose) continue;
      std::vector<ActorMention> own = with_code(step.doers);
      const bool unsure = std::any_of(own.begin(), own.end(), [](const ActorMention& m) { return m.guessed; });
      if (!unsure && codes_of(own).size() > 1 && own.size() == step.doers.size()) return own;
    }
  }
  return {};
}

// "X floated a pact with Y and Z": one of three.
void add_proposer(const InstrumentGroup& group, std::vector<ActorMention>& partners) {
  if (partners.size() < 2) return;
  for (const FoundStep& step : group.steps) {
    if (step.row->status != "proposed" || step.row->doer == InstrumentStep::Doer::kBroker) continue;
    for (const ActorMention& doer : step.doers) {
      const bool organ = doer.kind != ActorMention::Kind::kPerson && doer.actor.via != "pronoun" && is_organ(doer);
      if (!organ || codes_of(partners).contains(*doer.actor.code)) continue;
      partners.insert(partners.begin(), doer);
      return;
    }
  }
}

// From the words that tell of all of them down to those that tell of one.
InstrumentParties told(const InstrumentGroup& group) {
  for (const NamedInstrument& noun : group.nouns) {
    if (noun.parties.size() > 1) return {noun.parties, kNamed};
  }
  InstrumentParties found = {signers(group), kSigners};
  const std::set<std::string> signed_by = codes_of(with_code(found.parties));
  for (const NamedInstrument& noun : group.nouns) {
    for (const ActorMention& partner : noun.partners) {
      if (!signed_by.contains(partner.actor.code.value_or(""))) add_new(found.parties, {partner});
    }
  }
  if (signed_by.empty()) add_proposer(group, found.parties);
  if (found.parties.size() > 1 || are_several_states(found.parties)) return found;
  // "Their treaty, ratified by all the parliaments": theirs.
  for (const NamedInstrument& noun : group.nouns) {
    if (noun.partners.empty() && codes_of(with_code(noun.owners)).size() > 1) return {with_code(noun.owners), kOwners};
  }
  if (auto pair = told_together(group); pair.size() > 1) return {std::move(pair), kDoers};
  std::set<std::string> brokers;
  for (const FoundStep& step : group.steps) brokers.merge(codes_of(with_code(step.brokers)));
  for (const FoundStep& step : group.steps) {
    // "X offered both a truce, and X's president urged them to accept it".
    const bool broker =
        !brokers.empty() && step.doers.size() == 1 && brokers.contains(step.doers.front().actor.code.value_or(""));
    const bool one = step.row->doer == InstrumentStep::Doer::kParty && step.doers.size() == 1;
    if (broker && one) continue;
    // "If they break it": whoever they are.
    const bool they = std::any_of(step.doers.begin(), step.doers.end(),
                                  [](const ActorMention& m) { return m.actor.via == "pronoun"; });
    const bool open = step.row->doer == InstrumentStep::Doer::kParty && !happened(step);
    // "An admiral urged the senate to tear it up".
    const bool critic = open && step.doers.size() == 1 && step.doers.front().kind == ActorMention::Kind::kPerson;
    if ((they && open) || critic) continue;
    for (const ActorMention& doer : step.doers) {
      // "X may keep soldiers under a pact that its parliament ratified": nobody new.
      const bool known = step.row->doer == InstrumentStep::Doer::kParty && is_organ(doer) &&
                         codes_of(with_code(found.parties)).contains(*doer.actor.code);
      if (!known) add_new(found.parties, {doer});
    }
  }
  // "X may keep soldiers under it, and X's parliament ratified it": of one state nothing is concluded.
  if (codes_of(found.parties).size() == 1 && std::all_of(found.parties.begin(), found.parties.end(), is_organ))
    found.parties.resize(1);
  found.confidence = kDoers;
  if (found.parties.size() > 1) return found;
  for (const NamedInstrument& noun : group.nouns) add_new(found.parties, noun.owners);
  found.confidence = kOwners;
  return found;
}

// "The Sudanese government and three rebel movements": a group of which nothing is said is of the one state that is
// named; among several states it is no party that could be told.
void settle_groups(std::vector<ActorMention>& parties) {
  const std::set<std::string> codes = codes_of(with_code(parties));
  const auto unknown = [](const ActorMention& m) {
    return !m.actor.code.has_value() && m.kind == ActorMention::Kind::kGroup &&
           (m.actor.via == "description" || m.actor.via == "title");
  };
  if (codes.size() > 1) {
    parties.erase(std::remove_if(parties.begin(), parties.end(), unknown), parties.end());
  } else if (codes.size() == 1) {
    for (ActorMention& mention : parties) {
      if (unknown(mention)) mention.actor.code = mention.actor.country = *codes.begin();
    }
  }
}

}  // namespace

std::set<std::string> codes_of(const std::vector<ActorMention>& parties) {
  std::set<std::string> codes;
  for (const ActorMention& party : parties) codes.insert(party.actor.code.value_or(party.actor.name));
  return codes;
}

bool are_several_states(const std::vector<ActorMention>& parties) {
  return parties.size() == 1 && parties[0].kind == ActorMention::Kind::kOrganisation &&
         parties[0].actor.via == "description" && parties[0].actor.type == "group" &&
         !parties[0].actor.sector.has_value();
}

InstrumentParties choose_parties(const InstrumentGroup& group) {
  InstrumentParties found = told(group);
  settle_groups(found.parties);
  // A teacher and a school: no politics.
  if (with_code(found.parties).empty() && !are_several_states(found.parties)) found.parties.clear();
  bool coded = true;
  bool described = false;
  for (const ActorMention& party : found.parties) {
    coded = coded && party.actor.code.has_value();
    described = described || party.actor.via == "description";
  }
  if (!coded) found.confidence *= kNoCode;
  if (described) found.confidence *= kDescription;
  return found;
}

}  // namespace entente

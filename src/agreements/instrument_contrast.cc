#include "agreements/instrument_contrast.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

using Actors = std::vector<ActorMention>;
using Names = std::set<std::string>;

constexpr std::size_t kMostSteps = 12;  // of a group, that are looked at

bool disjoint(const Names& a, const Names& b) {
  return !a.empty() && !b.empty() &&
         std::none_of(a.begin(), a.end(), [&](const std::string& each) { return b.contains(each); });
}

bool persons(const Actors& actors) {
  return actors.size() > 1 && std::all_of(actors.begin(), actors.end(), [](const ActorMention& m) {
           return m.kind == ActorMention::Kind::kPerson && m.actor.via == "name";
         });
}

bool states(const Actors& actors) {
  using Kind = ActorMention::Kind;
  return actors.size() > 1 && std::all_of(actors.begin(), actors.end(), [](const ActorMention& m) {
           const bool named = m.actor.via != "description" && m.actor.via != "pronoun" && !m.guessed;
           return named && (m.kind == Kind::kState || m.kind == Kind::kCapital) && m.actor.code.has_value();
         });
}

Names names(const Actors& actors) {
  Names found;
  for (const ActorMention& m : actors) found.insert(m.actor.name);
  return found;
}

Names codes(const Actors& actors) {
  Names found;
  for (const ActorMention& m : actors) found.insert(m.actor.code.value_or(""));
  return found;
}

bool settling(const FoundStep& step) { return settles(step) && happened(step); }

bool signing(const FoundStep& step) { return settling(step) && step.row->status == "signed"; }

// Two other presidents, or a state that is none of those before.
bool other_signers(const Actors& own, const Actors& before) {
  if (persons(own) && persons(before)) return disjoint(names(own), names(before));
  if (!states(own) || !states(before)) return false;
  const Names mine = codes(own);
  const Names theirs = codes(before);
  return !std::includes(mine.begin(), mine.end(), theirs.begin(), theirs.end()) &&
         !std::includes(theirs.begin(), theirs.end(), mine.begin(), mine.end());
}

// "Oman and Yemen ratified their border treaty", after a memorandum of others.
bool of_other_owners(const NamedInstrument& named, const InstrumentGroup& group) {
  const Names owners = codes(named.owners);
  if (owners.size() < 2) return false;
  for (std::size_t i = 0; i < std::min(group.steps.size(), kMostSteps); ++i) {
    const Names doers = settles(group.steps[i]) ? codes(group.steps[i].doers) : Names();
    if (doers.size() > 1) return doers != owners;
  }
  return false;
}

// "Its accord with Cuba", after one with India.
bool of_other_partners(const NamedInstrument& named, const InstrumentGroup& group) {
  Names before;
  for (const NamedInstrument& noun : group.nouns) before.merge(codes(noun.partners));
  Names mine = codes(named.partners);
  mine.erase("");
  before.erase("");
  return disjoint(mine, before);
}

}  // namespace

bool InstrumentContrast::is_another(TokenId noun) const {
  const auto& children = tree_.children(noun);
  return std::any_of(children.begin(), children.end(), [&](TokenId c) {
    return tree_.is_any(c, {"amod", "compound"}) && knowledge_.in_set("agreement_other", tree_.folded(c));
  });
}

// "On Abyei and the border": its words, in small letters.
Names InstrumentContrast::matter(TokenId noun) const {
  Names found;
  for (const TokenId c : tree_.children(noun)) {
    const std::string by = tree_.is(c, "nmod") ? preposition(tree_, c) : "";
    if (by != "on" && by != "about" && by != "over" && by != "for") continue;
    for (const TokenId w : tree_.subtree(c)) {
      if (tree_.has_upos(w, {"NOUN", "PROPN"})) found.insert(tree_.lemma(w));
    }
  }
  return found;
}

Names InstrumentContrast::years_below(TokenId t) const {
  Names found;
  const auto below = tree_.subtree(t, [&](TokenId c) {
    return tree_.is_any(c, {"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", "nsubj", "appos"});
  });
  for (const TokenId w : below) {
    const bool year = tree_.has_upos(w, {"NUM"}) && tree_.token(w).span.size() == 4 &&
                      tree_.is_any(w, {"obl", "nmod", "nmod:unmarked"});
    if (year) found.insert(tree_.folded(w));
  }
  return found;
}

// "Of 1987", "signed in 1987".
Names InstrumentContrast::years(TokenId noun, const std::vector<FoundStep>& steps) const {
  Names found;
  for (const TokenId c : tree_.children(noun)) {
    if (tree_.is(c, "nmod") && preposition(tree_, c) == "of") found.merge(years_below(c));
  }
  for (std::size_t i = 0; i < std::min(steps.size(), kMostSteps); ++i) {
    const bool ratified = happened(steps[i]) && steps[i].row->status == "ratified";
    if (signing(steps[i]) || ratified) found.merge(years_below(steps[i].trigger));
  }
  return found;
}

bool InstrumentContrast::faces(TokenId noun, const InstrumentGroup& group) const {
  if (!tree_.is_any(noun, {"obj", "obl"})) return false;
  const TokenId subject = tree_.child(tree_.head(noun), "nsubj");
  return subject >= 0 && subject < noun &&
         std::find(group.mentions.begin(), group.mentions.end(), subject) != group.mentions.end() &&
         tree_.has_upos(subject, {"NOUN", "PROPN"});
}

bool InstrumentContrast::differs(const NamedInstrument& named, const std::vector<FoundStep>& own,
                                 const InstrumentGroup& group) const {
  if (faces(named.noun, group) || of_other_owners(named, group) || of_other_partners(named, group)) return true;
  const NamedInstrument& first = group.nouns.front();
  if (disjoint(years(named.noun, own), years(first.noun, group.steps))) return true;
  const bool signed_here = std::any_of(own.begin(), own.end(), [](const FoundStep& step) { return signing(step); });
  const auto before = std::find_if(group.steps.begin(), group.steps.end(),
                                   [](const FoundStep& step) { return settling(step) && step.doers.size() > 1; });
  if (before == group.steps.end()) return false;
  for (const FoundStep& step : own) {
    const bool both = signing(step) && signing(*before);
    if (both && other_signers(step.doers, before->doers)) return true;
    // "At a side table their ministers initialled the treaty": other persons, another form.
    const bool initialled = settling(step) && named.row->form != first.row->form;
    if (initialled && persons(step.doers) && persons(before->doers) &&
        disjoint(names(step.doers), names(before->doers)))
      return true;
  }
  return signed_here && signing(*before) && disjoint(matter(named.noun), matter(first.noun));
}

}  // namespace entente

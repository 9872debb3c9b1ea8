// Who does what a step tells: the signers, those for whom they sign, who is bound, who brokered.
#include <algorithm>

#include "actors/phrase.h"
#include "agreements/steps.h"

namespace entente {

using Doer = InstrumentStep::Doer;

// "Signed for X": who signs for somebody binds him.
std::vector<ActorMention> StepReader::signed_for(TokenId t, TokenId about) const {
  std::vector<ActorMention> found;
  for (const TokenId from : {t, about}) {
    for (const TokenId filler : clauses_.fill(from, "for")) {
      for (const ActorMention& mention : parties_.read(filler)) {
        // "A contract for the line": what it is about.
        const bool matter = from == about && mention.actor.sector == "BUS" && mention.actor.via == "description";
        const bool sender = mention.kind != ActorMention::Kind::kPerson && mention.actor.code.has_value();
        if (sender && !matter) add_new(found, {mention});
      }
      // "X signed for Peru and Y for Chile".
      for (const TokenId other : tree_.children(filler)) {
        for (const TokenId c : tree_.children(other)) {
          const bool sent = tree_.is(other, "conj") && tree_.is(c, "nmod") && preposition(tree_, c) == "for";
          if (sent && from == t) add_new(found, parties_.read(c));
        }
      }
    }
  }
  return found;
}

std::vector<ActorMention> StepReader::subjects(TokenId t, TokenId about) const {
  if (const TokenId signer = signer_below_which(t); signer >= 0) return parties_.read(signer);
  std::vector<ActorMention> found = parties_.subjects(t);
  // "X and Y are about to initial a contract".
  const TokenId above = tree_.is(t, "xcomp") ? tree_.head(t) : -1;
  const TokenId ready = above >= 0 && tree_.has_upos(above, {"ADJ"}) ? tree_.child(above, "nsubj") : -1;
  if (found.empty() && ready >= 0) return parties_.read(ready);
  if (!found.empty() || !clauses_.passive(t)) return found;
  // "which X and Y signed", taken for a passive.
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is(c, "nsubj") && c != about && !tree_.has_upos(c, {"PRON"})) add_new(found, parties_.read(c));
  }
  return found;
}

void StepReader::add_slot(TokenId from, std::string_view slot, TokenId about, std::vector<ActorMention>& found) const {
  for (const TokenId filler : clauses_.fill(from, slot)) {
    if (filler == about || (slot == "with" && (parties_.stands_by(filler) || met_before(filler, from)))) continue;
    add_new(found, parties_.read(filler));
  }
}

// "X invited Y to conclude a treaty", "called on Y to agree to a truce": with X.
void StepReader::add_inviters(TokenId verb, std::vector<ActorMention>& found) const {
  if (!clauses_.is_verb(verb) || !knowledge_.in_set("agreement_inviting", tree_.lemma(verb))) return;
  add_new(found, parties_.subjects(verb));
  for (const char* slot : {"obj", "on", "to"}) add_slot(verb, slot, -1, found);
}

// All that sign, settle or propose it together.
std::vector<ActorMention> StepReader::parties_of_verb(TokenId t, TokenId about, const InstrumentStep& row) const {
  std::vector<ActorMention> found = subjects(t, about);
  const bool settled = row.status != "proposed" && !clauses_.passive(t);
  const bool any_verb = row.slots.front() == "under";
  // "The truce that the two countries signed", with the countries taken for another word for the truce.
  const TokenId apposed = found.empty() && tree_.is(t, "acl") ? tree_.head(t) : -1;
  if (apposed >= 0 && tree_.is(apposed, "appos") && instruments_.row(apposed) == nullptr)
    found = parties_.read(apposed);
  if (found.size() == 1 && tree_.is_any(t, {"xcomp", "advcl", "ccomp"})) add_inviters(tree_.head(t), found);
  if (found.empty() && settled && !any_verb) found = parties_.named_before(t);
  const std::vector<ActorMention> sent = signed_for(t, about);
  if (!sent.empty() && row.status == "signed") found = sent;
  for (const TokenId from : {t, about}) {
    for (const char* slot : {"with", "between", "among"}) {
      if (sent.size() < 2) add_slot(from, slot, about, found);
    }
  }
  if (found.size() < 2 && (participle_of(t) >= 0 || clauses_.passive(t))) {
    if (auto agents = agents_after(t); agents.size() > found.size()) found = std::move(agents);
  }
  if (row.slots.front() == "subj") add_new(found, owners_of_object(t));
  add_new(found, beside(t));
  if (found.size() < 2 && settled) add_partners(about, found);
  if (found.size() < 2 && sent.empty() && settled) {
    if (auto named = parties_.named_before(t); named.size() > 1) add_new(found, named);
  }
  if (row.status == "proposed") {
    for (const char* slot : {"to", "iobj", "before"}) add_slot(t, slot, about, found);
    add_slot(about, "to", about, found);
    if (knowledge_.in_set("agreement_courting", tree_.lemma(t))) add_slot(t, "obj", about, found);
    // "Laid the treaty before parliament": which is to ratify it.
    found.erase(std::remove_if(found.begin(), found.end(),
                               [](const ActorMention& m) { return m.actor.sector.value_or("") == "LEG"; }),
                found.end());
  }
  // "X joined Y in a communique".
  const bool together = row.slots.front() == "in" && row.status == "signed";
  if (together || (any_verb && tree_.child(t, "iobj") < 0)) add_slot(t, "obj", about, found);
  // "Under a treaty X leases a base to Y", "by a contract the ministry bought pumps from Y".
  for (const char* slot : {"to", "from"}) {
    if (any_verb && found.size() == 1) add_slot(t, slot, about, found);
  }
  return found;
}

// "X and Y buried their quarrel with the signing of an act", "with the signing of it X opened relations with Y".
std::vector<ActorMention> StepReader::who_did_by(TokenId signing) const {
  const std::string by = tree_.is(signing, "obl") ? preposition(tree_, signing) : "";
  const TokenId verb = tree_.head(signing);
  if ((by != "with" && by != "by" && by != "through") || verb < 0 || !clauses_.is_verb(verb)) return {};
  std::vector<ActorMention> found = parties_.subjects(verb);
  if (found.size() == 1) add_slot(verb, "with", signing, found);
  for (const TokenId object : clauses_.fill(verb, "obj")) {
    if (found.size() == 1) add_slot(object, "with", signing, found);
  }
  return found;
}

std::vector<ActorMention> StepReader::doers(TokenId t, TokenId about, const InstrumentStep& row) const {
  std::vector<ActorMention> found;
  if (row.doer == Doer::kBroker) return who_consented(t);
  if (row.doer == Doer::kNone) return found;
  if (row.doer == Doer::kBound) {
    add_slot(t, "obj", about, found);
    // "Binds it to X", "is binding on X and Y", "has been law for X and Y".
    for (const char* slot : {"to", "on", "for"}) add_slot(t, slot, about, found);
  } else if (row.pos != Frame::Pos::kVerb) {
    // "Called it a breach": not theirs.
    const TokenId named = tree_.is(t, "xcomp") ? tree_.head(t) : -1;
    const bool judged = named >= 0 && clauses_.is_verb(named) && tree_.child(named, "obj") >= 0;
    for (const char* slot : {"subj", "poss", "by", "between", "among", "with", "adj"}) {
      if (!judged || std::string_view(slot) != "subj") add_slot(t, slot, about, found);
    }
    // "Remains bound by it".
    if (found.empty() && tree_.is_any(t, {"xcomp", "ccomp"}) && tree_.has_upos(t, {"ADJ"}))
      add_new(found, parties_.subjects(tree_.head(t)));
    // "Talks have begun between X and Y on a truce".
    for (const char* slot : {"between", "with"}) {
      if (found.size() < 2 && tree_.is_any(t, {"nsubj", "nsubj:pass"})) add_slot(tree_.head(t), slot, about, found);
    }
    // "X and Y began talks on a truce"
    if (found.size() < 2 && tree_.is(t, "obj")) add_new(found, parties_.subjects(tree_.head(t)));
    // "X and Y found themselves of one mind on it"
    if (row.doer == Doer::kAll && tree_.is(t, "obl")) add_new(found, parties_.subjects(tree_.head(t)));
    if (found.empty() && row.status == "signed") found = who_did_by(t);
  } else if (row.doer == Doer::kParty) {
    found = row.slots.front() == "subj" ? owners_of_object(t) : subjects(t, about);
    if (found.size() == 1 && row.status == "proposed" && tree_.is_any(t, {"xcomp", "advcl", "ccomp"}))
      add_inviters(tree_.head(t), found);
    // "Ratified the treaty on trade with X", with X hung from the verb or from what hangs from it.
    add_slot(t, "with", about, found);
    for (const char* slot : {"on", "for", "of"}) {
      for (const TokenId matter : clauses_.fill(t, slot)) add_slot(matter, "with", about, found);
    }
  } else {
    found = parties_of_verb(t, about, row);
  }
  parties_.settle_country(found);
  return found;
}

// "Brokered by X", "X-brokered".
std::vector<ActorMention> StepReader::brokers(TokenId t) const {
  std::vector<ActorMention> found;
  for (const TokenId filler : clauses_.fill(t, "subj")) add_new(found, parties_.read(filler));
  if (!found.empty()) return found;
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is_any(c, {"compound", "obl:unmarked", "nmod", "amod", "advmod"})) add_new(found, parties_.read(c));
  }
  return found;
}

}  // namespace entente

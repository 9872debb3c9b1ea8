#include "agreements/brokers.h"

#include <algorithm>
#include <set>

#include "actors/phrase.h"
#include "events/events.h"

namespace entente {
namespace {

constexpr TokenId kMediatorReach = 10;  // words from "as mediator" back to his name

}  // namespace

BrokerReader::BrokerReader(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses,
                           const PartyReader& parties, const InstrumentReader& instruments)
    : tree_(tree), knowledge_(knowledge), clauses_(clauses), parties_(parties), instruments_(instruments) {
  for (const Sentence& sentence : tree.parsed().document.sentences)
    sentences_.emplace_back(sentence.tokens.begin.value, std::min(sentence.tokens.end.value, tree.size()));
}

// "With X as mediator": who stands before.
std::vector<ActorMention> BrokerReader::named_as(TokenId as) const {
  if (!parties_.as_mediator(as)) return {};
  for (TokenId t = as - 1; t >= 0 && t > as - kMediatorReach; --t) {
    if (tree_.sentence(t) != tree_.sentence(as)) break;
    // "With the United Nations as broker", with the name taken for a part of "broker".
    const bool part = tree_.is(t, "compound") && tree_.head(t) > as && !parties_.read(t).empty();
    if (!part && tree_.is_any(t, {"compound", "flat", "amod", "nmod:desc", "nmod:poss"})) continue;
    if (preposition(tree_, t) == "of") continue;
    // "With X and Y as mediators": both.
    while (tree_.is(t, "conj") && tree_.head(t) < t && tree_.head(t) > as - kMediatorReach &&
           tree_.sentence(tree_.head(t)) == tree_.sentence(as) && !clauses_.is_verb(tree_.head(t)))
      t = tree_.head(t);
    if (std::vector<ActorMention> found = parties_.read(t); !found.empty()) return found;
  }
  return {};
}

// "European auspices", "Arab mediation": the union of states that bears the adjective.
std::vector<ActorMention> BrokerReader::body_of(TokenId adjective) const {
  const std::string word = tree_.text(adjective, adjective);
  if (!tree_.is_any(adjective, {"amod", "compound"}) || word.empty() || word[0] < 'A' || word[0] > 'Z') return {};
  for (const Organisation& body : knowledge_.organisations) {
    if (body.name != word + " Union" && body.name != word + " League") continue;
    ActorMention mention;
    mention.kind = ActorMention::Kind::kOrganisation;
    mention.actor.span = tree_.span(adjective, adjective);
    mention.actor.text = word;
    mention.actor.name = body.name;
    mention.actor.code = body.code;
    mention.actor.type = "organisation";
    mention.actor.via = "description";
    return {mention};
  }
  return {};
}

std::vector<ActorMention> BrokerReader::of_auspices(TokenId auspices) const {
  std::string means = preposition(tree_, auspices);
  // "After eight hours of mediation by X".
  const TokenId above = tree_.head(auspices);
  if (means == "of" && tree_.is(auspices, "nmod") && above >= 0) means = preposition(tree_, above);
  if (!knowledge_.in_set("agreement_by", means)) return {};
  std::vector<ActorMention> found;
  for (const TokenId c : tree_.children(auspices)) {
    const std::string by = preposition(tree_, c);
    if (tree_.is(c, "nmod:poss") || (tree_.is(c, "nmod") && (by == "of" || by == "by" || by == "from")) ||
        tree_.is_any(c, {"amod", "compound"})) {
      add_new(found, parties_.read(c));
      if (found.empty()) found = body_of(c);
    }
  }
  if (found.empty() && above >= 0 && tree_.is(auspices, "nmod")) {
    for (const TokenId c : tree_.children(above)) {
      if (c > auspices && tree_.is_any(c, {"nmod", "obl"}) && preposition(tree_, c) == "by")
        add_new(found, parties_.read(c));
    }
  }
  return found;
}

// "While X, the American mediator, looked on".
std::vector<ActorMention> BrokerReader::apposed(TokenId t) const {
  const TokenId name = tree_.head(t);
  const bool title = tree_.is_any(t, {"appos", "nmod:desc"}) && name >= 0 && tree_.has_upos(name, {"PROPN"});
  if (!title || !knowledge_.in_set("agreement_mediator", tree_.lemma(t))) return {};
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is(c, "amod") && knowledge_.in_set("agreement_bygone", tree_.folded(c))) return {};
  }
  return parties_.read(name);
}

// Nouns of mediation in a sentence that tells of the instrument.
std::vector<ActorMention> BrokerReader::in_sentence(std::int32_t sentence) const {
  std::vector<ActorMention> found;
  const auto [first, end] = sentences_[static_cast<std::size_t>(sentence)];
  for (TokenId t = first; t < end; ++t) {
    add_new(found, named_as(t));
    add_new(found, apposed(t));
    if (knowledge_.in_set("agreement_auspices", tree_.lemma(t))) add_new(found, of_auspices(t));
  }
  return found;
}

// "X had mediated for five days"; whoever has long done so is no broker of this one.
std::vector<ActorMention> BrokerReader::mediating(std::int32_t sentence) const {
  std::vector<ActorMention> found;
  if (sentence < 0 || sentence >= static_cast<std::int32_t>(sentences_.size())) return found;
  const auto [first, end] = sentences_[static_cast<std::size_t>(sentence)];
  for (TokenId t = first; t < end; ++t) {
    if (!clauses_.is_verb(t) || !knowledge_.in_set("agreement_mediate", tree_.lemma(t))) continue;
    FrameMatch match;
    match.trigger = t;
    const auto& children = tree_.children(t);
    const bool lasting = std::any_of(children.begin(), children.end(),
                                     [&](TokenId c) { return tree_.is(c, "advmod") && tree_.folded(c) == "long"; });
    if (lasting || read_status(tree_, knowledge_, clauses_, match) != "actual") continue;
    for (const TokenId subject : clauses_.fill(t, "subj")) add_new(found, parties_.read(subject));
  }
  return found;
}

// "Initialled through the president of X".
std::vector<ActorMention> BrokerReader::through(const FoundStep& step) const {
  std::vector<ActorMention> found;
  if (!settles(step)) return found;
  for (const TokenId filler : clauses_.fill(step.trigger, "through")) add_new(found, parties_.read(filler));
  return found;
}

// "Envoys of Z had worked on it", after X and Y concluded it.
std::vector<ActorMention> BrokerReader::helpers(const InstrumentGroup& group,
                                                const std::vector<ActorMention>& parties) const {
  std::vector<ActorMention> found;
  const bool settled = std::any_of(group.steps.begin(), group.steps.end(), [](const FoundStep& step) {
    return settles(step) && happened(step) && step.doers.size() > 1;
  });
  if (!settled) return found;
  std::set<std::string> own;
  for (const ActorMention& party : parties) own.insert(side_of(party)), own.insert(party.actor.code.value_or(""));
  for (const FoundStep& step : group.steps) {
    if (step.row->status != "proposed" || !happened(step)) continue;
    if (!knowledge_.in_set("agreement_drafting", tree_.lemma(step.trigger))) continue;
    const bool strangers = std::none_of(step.doers.begin(), step.doers.end(), [&](const ActorMention& doer) {
      return own.contains(doer.actor.code.value_or("")) || is_private(doer);
    });
    if (strangers) add_new(found, step.doers);
  }
  return found;
}

// "A French draft of a treaty between X and Y", "the UN plan".
std::vector<ActorMention> BrokerReader::drafters(const InstrumentGroup& group) const {
  std::vector<ActorMention> found;
  const NamedInstrument& first = group.nouns.front();
  if (first.parties.size() < 2) return found;
  std::vector<TokenId> words = {first.noun};
  const TokenId above = tree_.head(first.noun);
  if (above >= 0 && tree_.is(first.noun, "nmod") && instruments_.row(above) != nullptr) words.push_back(above);
  for (const TokenId word : words) {
    for (const TokenId c : tree_.children(word)) {
      if (tree_.is_any(c, {"amod", "compound", "nmod:poss"})) add_new(found, parties_.read(c));
    }
  }
  return found;
}

std::vector<ActorMention> BrokerReader::read(const InstrumentGroup& group,
                                             const std::vector<ActorMention>& parties) const {
  std::vector<ActorMention> all;
  std::set<std::int32_t> sentences;
  std::set<std::int32_t> settled;
  for (const FoundStep& step : group.steps) {
    add_new(all, step.brokers);
    add_new(all, through(step));
    sentences.insert(tree_.sentence(step.trigger));
    if (settles(step) && happened(step)) settled.insert(tree_.sentence(step.trigger));
  }
  for (const std::int32_t sentence : sentences) add_new(all, in_sentence(sentence));
  for (const std::int32_t sentence : settled) {
    for (const std::int32_t near : {sentence, sentence + 1, sentence - 1}) {
      if (all.empty()) add_new(all, mediating(near));
    }
  }
  add_new(all, drafters(group));
  add_new(all, helpers(group, parties));
  std::set<std::string> own;
  for (const ActorMention& party : parties) own.insert(party.actor.code.value_or(party.actor.name));
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const ActorMention& m) { return own.contains(m.actor.code.value_or(m.actor.name)); }),
            all.end());
  return all;
}

}  // namespace entente

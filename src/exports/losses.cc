#include "exports/losses.h"

#include <algorithm>

namespace entente {
namespace {

bool any_actor(const Event& event, bool (*has)(const Actor&)) {
  return std::any_of(event.actor.begin(), event.actor.end(), has) ||
         std::any_of(event.recipient.begin(), event.recipient.end(), has);
}

struct EventLoss {
  const char* name;
  const char* meaning;
  bool (*has)(const LedgerEvent& event);
};

constexpr const char* kMoreMentions = "the articles but one that tell it";
constexpr const char* kMoreEvidence = "the evidence after the first";
constexpr const char* kMoreWhy = "the grounds after the first";
constexpr const char* kSpans = "where its actors stand in the text, and how they were resolved";

constexpr EventLoss kEventLosses[] = {
    {"status", "that it is not actual", [](const LedgerEvent& e) { return e.event.status != "actual"; }},
    {"attribution", "which statement reports it",
     [](const LedgerEvent& e) { return e.event.attributed_to.has_value(); }},
    {"others", "mediators, hosts, beneficiaries", [](const LedgerEvent& e) { return !e.event.others.empty(); }},
    {"type", "PLOVER's type and mode", [](const LedgerEvent& e) { return !e.event.type.empty(); }},
    {"cameo", "the CAMEO code and its Goldstein value", [](const LedgerEvent& e) { return e.event.cameo.has_value(); }},
    {"contexts", "PLOVER's contexts", [](const LedgerEvent& e) { return !e.event.contexts.empty(); }},
    {"interval", "that it took, or may have taken, more than a day: the first is written",
     [](const LedgerEvent& e) {
       return e.event.date && (e.event.date->precision != "day" || e.event.date->from != e.event.date->to);
     }},
    {"magnitude", "the dead, the wounded, sums of money",
     [](const LedgerEvent& e) {
       const Magnitude& m = e.event.magnitude;
       return m.killed || m.wounded || m.arrested || m.displaced || m.crowd || m.amount;
     }},
    {"reciprocal", "that it is a joint act", [](const LedgerEvent& e) { return e.event.reciprocal; }},
    {"confidence", "how far it is to be trusted", [](const LedgerEvent& e) { return e.event.confidence > 0; }},
    {"evidence", "the words that it was read from", [](const LedgerEvent& e) { return !e.event.evidence.empty(); }},
    {"why", "the rule that decided it", [](const LedgerEvent& e) { return !e.event.why.empty(); }},
    {"verdict", "that it was reviewed", [](const LedgerEvent& e) { return e.verdict != Verdict::kNone; }},
    {"roles", "what its actors are",
     [](const LedgerEvent& e) { return any_actor(e.event, [](const Actor& a) { return a.role.has_value(); }); }},
    {"names", "the names of its actors",
     [](const LedgerEvent& e) { return any_actor(e.event, [](const Actor& a) { return !a.name.empty(); }); }},
    {"more_mentions", kMoreMentions, [](const LedgerEvent& e) { return e.mentions.size() > 1; }},
    {"more_evidence", kMoreEvidence, [](const LedgerEvent& e) { return e.event.evidence.size() > 1; }},
    {"more_why", kMoreWhy, [](const LedgerEvent& e) { return e.event.why.size() > 1; }},
    {"spans", kSpans, [](const LedgerEvent& e) { return !e.event.actor.empty() || !e.event.recipient.empty(); }},
};

}  // namespace

void Losses::FlatParts::add(const std::vector<Actor>& added) {
  for (const Actor& actor : added) {
    actors = true;
    described = described || actor.sector || actor.role;
  }
}

Losses::Losses(const std::vector<std::string>& names) : names_(names) {}

LossCount& Losses::entry(const std::string& name, const std::string& meaning) {
  const auto found = std::find_if(counts_.begin(), counts_.end(), [&](const LossCount& c) { return c.name == name; });
  if (found != counts_.end()) return *found;
  return counts_.emplace_back(LossCount{name, meaning, 0});
}

void Losses::add(const std::string& name, const std::string& meaning, std::int64_t accounts) {
  if (accounts > 0) entry(name, meaning).accounts += accounts;
}

void Losses::count(const LedgerEvent& event) {
  for (const EventLoss& loss : kEventLosses) {
    const bool lost = std::find(names_.begin(), names_.end(), loss.name) != names_.end();
    if (lost && loss.has(event)) add(loss.name, loss.meaning, 1);
  }
}

void Losses::count_flat(const Account& account, const RecordCommon& record, const FlatParts& parts) {
  if (account.mentions.size() > 1) add("more_mentions", kMoreMentions, 1);
  if (record.evidence.size() > 1) add("more_evidence", kMoreEvidence, 1);
  if (record.why.size() > 1) add("more_why", kMoreWhy, 1);
  if (parts.actors) add("spans", kSpans, 1);
  if (parts.described) add("sectors", "the sectors and roles of its actors; the speaker of a statement keeps them", 1);
  if (parts.dated) add("date_words", "how exact its dates are, and how the text has them", 1);
}

void Losses::count(const LedgerStatement& ledger) {
  const Statement& statement = ledger.statement;
  FlatParts parts;
  parts.actors = statement.speaker.has_value();
  parts.add(statement.addressee);
  parts.add(statement.about);
  parts.dated = statement.date.has_value();
  count_flat(ledger, statement, parts);
}

void Losses::count(const AgreementThread& thread) {
  const Agreement& agreement = thread.agreement;
  FlatParts parts;
  parts.add(agreement.parties);
  parts.add(agreement.brokers);
  for (const OtherActor& other : agreement.others) parts.add({other.actor});
  parts.dated = agreement.date.has_value();
  count_flat(thread, agreement, parts);
  if (!thread.steps.empty()) add("step_articles", "the article of each step", 1);
  if (!agreement.provisions.empty()) add("provisions", "who owes what to whom, in which words, on which conditions", 1);
  if (agreement.place && (agreement.place->country || agreement.place->latitude))
    add("place", "the country and the position of its place", 1);
}

void Losses::count(const RelationInterval& interval) {
  const Relation& relation = interval.relation;
  FlatParts parts;
  for (const auto& actor : {relation.a, relation.b}) {
    if (actor) parts.add({*actor});
  }
  parts.dated = relation.since || relation.until || relation.date;
  count_flat(interval, relation, parts);
}

void Losses::count(const LedgerDispute& dispute) {
  FlatParts parts;
  for (const Position& position : dispute.positions) {
    if (position.speaker) parts.add({*position.speaker});
  }
  count_flat(dispute, RecordCommon(), parts);
  add("position_articles", "the articles of each position", 1);
}

std::vector<LossCount> Losses::counts() const {
  std::vector<LossCount> sorted = counts_;
  std::sort(sorted.begin(), sorted.end(), [](const LossCount& a, const LossCount& b) { return a.name < b.name; });
  return sorted;
}

}  // namespace entente

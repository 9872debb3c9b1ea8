#include "engine/coder.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "actors/actors.h"
#include "actors/tree.h"
#include "agreements/agreements.h"
#include "agreements/provisions.h"
#include "agreements/relations.h"
#include "base/hash.h"
#include "events/clause.h"
#include "events/events.h"
#include "statements/disputes.h"
#include "statements/issues.h"
#include "statements/statements.h"

namespace entente {
namespace {

constexpr double kConfidenceSteps = 10000;  // of what records tell, so that a record read back is the same

constexpr std::size_t kPolitical = 4;       // events by which an article is of politics
constexpr double kAttributedFactor = 0.95;  // what is reported is a little less sure than what is told

const RecordCommon& common(const Record& record) {
  return std::visit([](const auto& r) -> const RecordCommon& { return r; }, record);
}

void identify(RecordCommon& record, const Article& article, const char* prefix, const std::string& kind,
              CodePointSpan word) {
  record.article = article.id;
  record.published = article.published;
  std::string key = article.id;
  for (const std::int32_t part :
       {record.evidence.front().span.begin.value, record.evidence.front().span.end.value, word.begin.value}) {
    key += "\n" + std::to_string(part);
  }
  record.id = short_id(prefix, key + "\n" + kind);
}

// Two that say one thing by one word, and two sides of one word, are records apart.
std::string told_apart(const std::optional<Actor>& actor) {
  return actor.has_value() ? "\n" + actor->code.value_or("") + "\n" + actor->name : "\n";
}

std::string statements_of(const Dispute& dispute) {
  std::string ids;
  for (const DisputeSide& side : dispute.sides) ids += "\n" + side.statement.value_or("");
  return ids;
}

// Quoted words after a name and a colon have no cue.
void identify_statement(FoundStatement& found, const Article& article, const Tree& tree) {
  const TokenId word = found.cue >= 0 ? found.cue : found.content.begin.value;
  // Two quotations of one verb are told apart by where they begin.
  const std::string kind = "statement" + std::to_string(found.content.begin.value - word);
  identify(found.statement, article, "st", kind + told_apart(found.statement.speaker), tree.token(word).span);
}

double calibrated(const Knowledge& knowledge, const std::string& kind, double raw) {
  const auto scale = knowledge.confidence.find(kind);
  const double sure = scale == knowledge.confidence.end() ? raw : scale->second.apply(raw);
  return std::round(sure * kConfidenceSteps) / kConfidenceSteps;
}

// In an article without politics, what private people say of private matters is none of ours.
void drop_private(const std::vector<FoundEvent>& events, std::vector<FoundStatement>& statements) {
  statements.erase(std::remove_if(statements.begin(), statements.end(),
                                  [&](const FoundStatement& each) {
                                    return events.size() < kPolitical && !each.political &&
                                           std::none_of(events.begin(), events.end(), [&](const FoundEvent& event) {
                                             return each.content.contains(TokenOffset{event.trigger});
                                           });
                                  }),
                   statements.end());
}

// "X said that it would not leave": by saying so it is done.
bool refuses_himself(const Event& event, const Statement& statement) {
  const bool refused =
      std::any_of(event.why.begin(), event.why.end(), [](const Why& why) { return why.rule == "refused"; });
  return refused && statement.speaker.has_value() && statement.speaker->code.has_value() && event.actor.size() == 1 &&
         event.actor[0].code == statement.speaker->code;
}

// The innermost statement that has the event's word in its content.
void attribute(const std::vector<FoundStatement>& statements, FoundEvent& found) {
  const FoundStatement* inner = nullptr;
  for (const FoundStatement& statement : statements) {
    if (statement.cue == found.trigger || !statement.content.contains(TokenOffset{found.trigger})) continue;
    if (inner == nullptr || statement.content.size() < inner->content.size()) inner = &statement;
  }
  if (inner == nullptr || refuses_himself(found.event, inner->statement)) return;
  found.event.attributed_to = inner->statement.id;
  found.event.confidence *= kAttributedFactor;
}

// What an agreement lays down is not yet done, and nobody says it, but for who promised it and who tells of it.
void drop_laid_down(const Tree& tree, const std::vector<TokenSpan>& laid_down, std::vector<FoundEvent>& events,
                    std::vector<FoundStatement>& statements) {
  const auto inside = [&](TokenId t) {
    return std::any_of(laid_down.begin(), laid_down.end(),
                       [&](TokenSpan words) { return words.contains(TokenOffset{t}); });
  };
  std::erase_if(events, [&](const FoundEvent& found) { return inside(found.trigger); });
  std::erase_if(statements, [&](const FoundStatement& found) {
    const bool told = found.cue >= 0 && (tree.word(found.cue).xpos == "VBD" || tree.child(found.cue, "fixed") >= 0);
    return found.statement.manner == "indirect" && inside(found.cue) && !told;
  });
}

}  // namespace

std::vector<Record> code_document(const ParsedDocument& parsed, const Knowledge& knowledge) {
  const Article& article = parsed.document.article;
  const Tree tree(parsed, &knowledge);
  const ActorFinder actors(tree, knowledge);
  const Clauses clauses(tree);
  std::vector<FoundStatement> statements = find_statements(tree, knowledge, actors, clauses);
  for (FoundStatement& found : statements) identify_statement(found, article, tree);
  name_issues(tree, knowledge, statements);
  name_subjects(tree, knowledge, actors, statements);
  std::vector<Record> records;
  std::vector<FoundEvent> events = find_events(tree, knowledge, actors, clauses);
  drop_private(events, statements);
  std::vector<FoundAgreement> agreements = find_agreements(tree, knowledge, actors, clauses, events);
  read_provisions(tree, knowledge, actors, clauses, agreements);
  drop_laid_down(tree, provision_words(tree, agreements), events, statements);
  for (FoundAgreement& found : agreements) {
    identify(found.agreement, article, "ag", found.agreement.form, tree.token(found.noun).span);
    found.agreement.confidence = calibrated(knowledge, "agreement", found.agreement.confidence);
    records.emplace_back(std::move(found.agreement));
  }
  for (FoundRelation& found : find_relations(tree, knowledge, actors, clauses)) {
    const Relation& relation = found.relation;
    identify(found.relation, article, "re", relation.type + told_apart(relation.a) + told_apart(relation.b),
             tree.token(found.trigger).span);
    found.relation.confidence = calibrated(knowledge, "relation", found.relation.confidence);
    records.emplace_back(std::move(found.relation));
  }
  for (FoundDispute& found : find_disputes(tree, knowledge, actors, statements, events)) {
    identify(found.dispute, article, "di", "dispute" + statements_of(found.dispute), tree.token(found.word).span);
    found.dispute.confidence = calibrated(knowledge, "dispute", found.dispute.confidence);
    records.emplace_back(std::move(found.dispute));
  }
  for (FoundEvent& found : events) {
    identify(found.event, article, "ev", found.event.type, tree.token(found.trigger).span);
    attribute(statements, found);
    found.event.confidence = calibrated(knowledge, "event", found.event.confidence);
    records.emplace_back(std::move(found.event));
  }
  for (FoundStatement& found : statements) {
    found.statement.confidence = calibrated(knowledge, "statement", found.statement.confidence);
    records.emplace_back(std::move(found.statement));
  }
  const auto place = [](const Record& record) {
    const Evidence& evidence = common(record).evidence.front();
    return std::make_tuple(evidence.sentence, record.index(), evidence.span.begin.value, evidence.span.end.value);
  };
  std::stable_sort(records.begin(), records.end(),
                   [&](const Record& a, const Record& b) { return place(a) < place(b); });
  // What two stages or two readings make alike is one record.
  std::set<std::string> ids;
  std::erase_if(records, [&](const Record& record) { return !ids.insert(common(record).id).second; });
  return records;
}

}  // namespace entente

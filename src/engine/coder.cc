#include "engine/coder.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "actors/actors.h"
#include "actors/tree.h"
#include "base/hash.h"
#include "events/clause.h"
#include "events/events.h"
#include "statements/statements.h"

namespace entente {
namespace {

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

double calibrated(const Knowledge& knowledge, const std::string& kind, double raw) {
  const auto scale = knowledge.confidence.find(kind);
  return scale == knowledge.confidence.end() ? raw : scale->second.apply(raw);
}

// The innermost statement that has the event's word in its content.
void attribute(const Tree& tree, const std::vector<FoundStatement>& statements, FoundEvent& found) {
  const FoundStatement* inner = nullptr;
  for (const FoundStatement& statement : statements) {
    if (statement.cue == found.trigger || !statement.content.contains(TokenOffset{found.trigger})) continue;
    if (tree.sentence(statement.cue) != tree.sentence(found.trigger)) continue;
    if (inner == nullptr || statement.content.size() < inner->content.size()) inner = &statement;
  }
  if (inner == nullptr) return;
  found.event.attributed_to = inner->statement.id;
  found.event.confidence *= kAttributedFactor;
}

}  // namespace

std::vector<Record> code_document(const ParsedDocument& parsed, const Knowledge& knowledge) {
  const Article& article = parsed.document.article;
  const Tree tree(parsed, &knowledge);
  const ActorFinder actors(tree, knowledge);
  const Clauses clauses(tree);
  std::vector<FoundStatement> statements = find_statements(tree, knowledge, actors, clauses);
  for (FoundStatement& found : statements) {
    identify(found.statement, article, "st", "statement", tree.token(found.cue).span);
  }
  std::vector<Record> records;
  for (FoundEvent& found : find_events(tree, knowledge, actors, clauses)) {
    identify(found.event, article, "ev", found.event.type, tree.token(found.trigger).span);
    attribute(tree, statements, found);
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
  return records;
}

}  // namespace entente

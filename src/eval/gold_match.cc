#include "eval/gold_match.h"

#include <algorithm>

#include "eval/gold_compare.h"
#include "eval/spans.h"

namespace entente {
namespace {

// More than all that likeness can add, so that the number of pairs comes first.
constexpr std::int64_t kPaired = 1000000000;

std::int64_t likeness(bool same, std::int64_t weight) { return same ? weight : 0; }

template <class T>
std::vector<Spans> evidence_of(const std::vector<const T*>& records) {
  std::vector<Spans> spans;
  spans.reserve(records.size());
  for (const T* record : records) spans.push_back(evidence_spans(*record));
  return spans;
}

// like(gold, system, shared evidence in thousandths): -1 where the two may not be paired.
template <class T, class Like>
Pairs pair_up(const std::vector<const T*>& gold, const std::vector<const T*>& system, const Like& like) {
  const std::vector<Spans> gold_spans = evidence_of(gold);
  const std::vector<Spans> system_spans = evidence_of(system);
  return assign(gold.size(), system.size(), [&](std::size_t i, std::size_t j) -> std::int64_t {
    const bool overlap = shared(gold_spans[i], system_spans[j]) > 0;
    const std::int64_t extra = like(*gold[i], *system[j], overlap);
    return extra < 0 ? 0 : kPaired + extra + jaccard_thousandths(gold_spans[i], system_spans[j]);
  });
}

std::int64_t event_likeness(const Event& gold, const Event& system) {
  return likeness(same_actors(gold, system), 1000) + likeness(same_recipients(gold, system), 1000) +
         likeness(same_actor_codes(gold, system), 500) + likeness(same_recipient_codes(gold, system), 500) +
         likeness(gold.mode == system.mode, 500) + likeness(gold.cameo == system.cameo, 500) +
         likeness(gold.status == system.status, 500) + likeness(same_dates(gold.date, system.date), 250);
}

void match_events(ArticleMatch& match) {
  match.events = pair_up(match.gold.events, match.system.events, [](const Event& a, const Event& b, bool overlap) {
    return overlap && a.type == b.type ? event_likeness(a, b) : -1;
  });
  match.events_any_type =
      pair_up(match.gold.events, match.system.events, [](const Event& a, const Event& b, bool overlap) {
        return overlap ? event_likeness(a, b) + likeness(a.type == b.type, 10000) : -1;
      });
}

void match_statements(ArticleMatch& match) {
  const auto like = [](const Statement& a, const Statement& b, bool /*overlap*/) -> std::int64_t {
    if (!mostly_same(a.content.span, b.content.span)) return -1;
    const Spans content_a = merged({a.content.span});
    const Spans content_b = merged({b.content.span});
    return likeness(same_speaker(a.speaker, b.speaker), 2000) + likeness(a.cue.span.overlaps(b.cue.span), 1000) +
           likeness(a.stance == b.stance, 500) + jaccard_thousandths(content_a, content_b);
  };
  match.statements = pair_up(match.gold.statements, match.system.statements, like);
}

void match_agreements(ArticleMatch& match) {
  const auto likeness_of = [](const Agreement& a, const Agreement& b) {
    return likeness(a.title == b.title, 500) + likeness(a.status == b.status, 500) +
           likeness(same_dates(a.date, b.date), 250);
  };
  match.agreements =
      pair_up(match.gold.agreements, match.system.agreements, [&](const Agreement& a, const Agreement& b, bool) {
        return a.form == b.form && codes_of(a.parties) == codes_of(b.parties) ? likeness_of(a, b) : -1;
      });
  match.agreements_any_form = pair_up(
      match.gold.agreements, match.system.agreements, [&](const Agreement& a, const Agreement& b, bool overlap) {
        const Names parties_a = codes_of(a.parties);
        const Names parties_b = codes_of(b.parties);
        if (!overlap && shared(parties_a, parties_b) < 2) return std::int64_t{-1};
        return likeness_of(a, b) + likeness(parties_a == parties_b, 2000) + likeness(a.form == b.form, 2000);
      });
}

void match_provisions(ArticleMatch& match) {
  const auto& gold = match.gold.provisions;
  const auto& system = match.system.provisions;
  match.provisions = assign(gold.size(), system.size(), [&](std::size_t i, std::size_t j) -> std::int64_t {
    const Provision& a = *gold[i];
    const Provision& b = *system[j];
    if (a.type != b.type || !mostly_same(a.quote.span, b.quote.span)) return 0;
    return kPaired + likeness(codes_of(a.from) == codes_of(b.from), 500) +
           likeness(codes_of(a.to) == codes_of(b.to), 500) + likeness(a.obligation == b.obligation, 500) +
           jaccard_thousandths(merged({a.quote.span}), merged({b.quote.span}));
  });
}

bool same_pair(const Relation& gold, const Relation& system) {
  const auto code = [](const std::optional<Actor>& actor) { return actor ? code_of(*actor) : std::string(); };
  const auto [a, b] = std::pair(code(gold.a), code(gold.b));
  const auto [c, d] = std::pair(code(system.a), code(system.b));
  if (a == c && b == d) return true;
  return !(gold.directed && system.directed) && a == d && b == c;
}

void match_relations(ArticleMatch& match) {
  const auto like = [](const Relation& a, const Relation& b, bool) {
    if (a.type != b.type || !same_pair(a, b)) return std::int64_t{-1};
    return likeness(a.negated == b.negated, 500) + likeness(a.trend == b.trend, 250);
  };
  match.relations = pair_up(match.gold.relations, match.system.relations, like);
}

// What of a dispute's evidence is not its statements': the words of the article itself.
Spans narrated(const RecordsByKind& side, const Dispute& dispute) {
  Spans said;
  for (const DisputeSide& each : dispute.sides) {
    const Statement* statement = each.statement ? side.statement(*each.statement) : nullptr;
    if (statement == nullptr) continue;
    for (const Evidence& evidence : statement->evidence) said.push_back(evidence.span);
  }
  return without(evidence_spans(dispute), merged(std::move(said)));
}

void match_disputes(ArticleMatch& match) {
  const auto like = [&](const Dispute& a, const Dispute& b, bool) {
    const bool found = !a.sides.empty() && match_sides(match, a, b).size() == a.sides.size();
    return found ? likeness(same_issue(a.issue, b.issue), 500) : -1;
  };
  match.disputes = pair_up(match.gold.disputes, match.system.disputes, like);
}

}  // namespace

const Statement* RecordsByKind::statement(const std::string& id) const {
  const auto found =
      std::find_if(statements.begin(), statements.end(), [&](const auto* each) { return each->id == id; });
  return found == statements.end() ? nullptr : *found;
}

RecordsByKind by_kind(const std::vector<Record>& records) {
  RecordsByKind sorted;
  for (const Record& record : records) {
    if (const auto* event = std::get_if<Event>(&record)) sorted.events.push_back(event);
    if (const auto* statement = std::get_if<Statement>(&record)) sorted.statements.push_back(statement);
    if (const auto* relation = std::get_if<Relation>(&record)) sorted.relations.push_back(relation);
    if (const auto* dispute = std::get_if<Dispute>(&record)) sorted.disputes.push_back(dispute);
    if (const auto* agreement = std::get_if<Agreement>(&record)) {
      sorted.agreements.push_back(agreement);
      for (const Provision& provision : agreement->provisions) sorted.provisions.push_back(&provision);
    }
  }
  return sorted;
}

bool ArticleMatch::paired(const Statement& of_gold, const Statement& of_system) const {
  return std::any_of(statements.begin(), statements.end(), [&](const auto& pair) {
    return gold.statements[pair.first] == &of_gold && system.statements[pair.second] == &of_system;
  });
}

Pairs match_sides(const ArticleMatch& match, const Dispute& gold, const Dispute& system) {
  const Spans gold_narrated = narrated(match.gold, gold);
  const Spans system_narrated = narrated(match.system, system);
  return assign(gold.sides.size(), system.sides.size(), [&](std::size_t i, std::size_t j) -> std::int64_t {
    const DisputeSide& a = gold.sides[i];
    const DisputeSide& b = system.sides[j];
    const std::int64_t same = 2 + likeness(a.stance == b.stance, 1);
    if (!a.statement && !b.statement) return shared(gold_narrated, system_narrated) > 0 ? same : 0;
    if (!a.statement || !b.statement) return 0;
    const Statement* of_gold = match.gold.statement(*a.statement);
    const Statement* of_system = match.system.statement(*b.statement);
    const bool both = of_gold != nullptr && of_system != nullptr;
    return both && match.paired(*of_gold, *of_system) ? same : 0;
  });
}

bool same_attribution(const ArticleMatch& match, const Event& gold, const Event& system) {
  if (!gold.attributed_to || !system.attributed_to) return !gold.attributed_to && !system.attributed_to;
  const Statement* of_gold = match.gold.statement(*gold.attributed_to);
  const Statement* of_system = match.system.statement(*system.attributed_to);
  return of_gold != nullptr && of_system != nullptr && match.paired(*of_gold, *of_system);
}

ArticleMatch match_records(const std::vector<Record>& gold, const std::vector<Record>& system) {
  ArticleMatch match{by_kind(gold), by_kind(system), {}, {}, {}, {}, {}, {}, {}, {}};
  match_statements(match);
  match_events(match);
  match_agreements(match);
  match_provisions(match);
  match_relations(match);
  match_disputes(match);
  return match;
}

}  // namespace entente

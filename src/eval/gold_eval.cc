// Scores over a corpus: what is found, which fields of it are right, and by type.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/text_index.h"
#include "entente/eval.h"
#include "eval/gold_calibration.h"
#include "eval/gold_errors.h"
#include "eval/gold_fields.h"
#include "eval/gold_match.h"

namespace entente {
namespace {

constexpr std::size_t kMaxRecords = 1000;
constexpr std::array<const char*, 6> kKinds = {"event", "statement", "agreement", "provision", "relation", "dispute"};

std::size_t place_of(const std::string& kind) {
  return static_cast<std::size_t>(std::find(kKinds.begin(), kKinds.end(), kind) - kKinds.begin());
}

// Of one kind.
class Tally {
 public:
  explicit Tally(const char* kind) : kind_(kind) {}

  void records(const char* metric, std::size_t gold, std::size_t system, std::size_t correct) {
    add(row(records_, metric), gold, system, correct);
  }
  void type(const std::string& name, bool gold, bool system, bool correct) {
    Score& score = types_[name];
    score.metric = name;
    add(score, gold ? 1 : 0, system ? 1 : 0, correct ? 1 : 0);
  }

  template <class T>
  void fields(const FieldsOf<T>& fields, const ArticleMatch& match, const std::vector<const T*>& gold,
              const std::vector<const T*>& system, const Pairs& pairs) {
    for (const Field<T>& field : fields.fields) {
      Score& score = row(fields_, field.name);
      for (const auto& [i, j] : pairs) {
        const std::optional<bool> right = field.right({match, *gold[i], *system[j]});
        if (right) add(score, 1, 1, *right ? 1 : 0);
      }
    }
    for (const SetField<T>& field : fields.sets) {
      Score& score = row(fields_, field.name);
      for (const auto& [i, j] : pairs) {
        const Names of_gold = field.members(*gold[i]);
        const Names of_system = field.members(*system[j]);
        add(score, of_gold.size(), of_system.size(), shared(of_gold, of_system));
      }
    }
  }

  // name(record): its type; right(gold, system): whether a pair counts for it.
  template <class T, class Name>
  void types(const std::vector<const T*>& gold, const std::vector<const T*>& system, const Pairs& pairs,
             const Name& name) {
    for (const T* each : gold) type(name(*each), true, false, false);
    for (const T* each : system) type(name(*each), false, true, false);
    for (const auto& [i, j] : pairs) {
      if (name(*gold[i]) == name(*system[j])) type(name(*gold[i]), false, false, true);
    }
  }

  void take(std::vector<GoldScore>& scores) const {
    for (const Score& score : records_) scores.push_back({kind_, "records", score});
    for (const Score& score : fields_) scores.push_back({kind_, "field", score});
    for (const auto& [name, score] : types_) scores.push_back({kind_, "type", score});
  }

 private:
  static Score& row(std::vector<Score>& rows, const char* metric) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Score& each) { return each.metric == metric; });
    if (found != rows.end()) return *found;
    Score& added = rows.emplace_back();
    added.metric = metric;
    return added;
  }
  static void add(Score& score, std::size_t gold, std::size_t system, std::size_t correct) {
    score.gold += static_cast<std::int64_t>(gold);
    score.system += static_cast<std::int64_t>(system);
    score.correct += static_cast<std::int64_t>(correct);
  }

  const char* kind_;
  std::vector<Score> records_;
  std::vector<Score> fields_;
  std::map<std::string, Score> types_;
};

template <class T, class Right>
std::size_t count_right(const std::vector<const T*>& gold, const std::vector<const T*>& system, const Pairs& pairs,
                        const Right& right) {
  return static_cast<std::size_t>(std::count_if(
      pairs.begin(), pairs.end(), [&](const auto& pair) { return right(*gold[pair.first], *system[pair.second]); }));
}

using Confusions = std::map<std::pair<std::string, std::string>, std::int64_t>;

void count_confusions(const ArticleMatch& match, Confusions& confusions) {
  std::vector<bool> named(match.gold.events.size());
  std::vector<bool> used(match.system.events.size());
  for (const auto& [i, j] : match.events_any_type) {
    ++confusions[{match.gold.events[i]->type, match.system.events[j]->type}];
    named[i] = true;
    used[j] = true;
  }
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (!named[i]) ++confusions[{match.gold.events[i]->type, ""}];
  }
  for (std::size_t j = 0; j < used.size(); ++j) {
    if (!used[j]) ++confusions[{"", match.system.events[j]->type}];
  }
}

void count_events(const ArticleMatch& match, Tally& tally) {
  const auto& gold = match.gold.events;
  const auto& system = match.system.events;
  const auto strict = [](const Event& a, const Event& b) {
    return same_actor_codes(a, b) && same_recipient_codes(a, b) && a.status == b.status;
  };
  tally.records("events", gold.size(), system.size(), match.events.size());
  tally.records("events, strict", gold.size(), system.size(), count_right(gold, system, match.events, strict));
  tally.records("events, any type", gold.size(), system.size(), match.events_any_type.size());
  tally.fields(event_fields(), match, gold, system, match.events);
  tally.types(gold, system, match.events, [](const Event& event) { return event.type; });
}

void count_statements(const ArticleMatch& match, Tally& tally) {
  const auto& gold = match.gold.statements;
  const auto& system = match.system.statements;
  const auto speaker = [](const Statement& a, const Statement& b) { return same_speaker(a.speaker, b.speaker); };
  tally.records("statements", gold.size(), system.size(), match.statements.size());
  tally.records("statements, speaker right", gold.size(), system.size(),
                count_right(gold, system, match.statements, speaker));
  tally.records("statements, speaker and sector right", gold.size(), system.size(),
                count_right(gold, system, match.statements, [](const Statement& a, const Statement& b) {
                  return same_speaker_and_sector(a.speaker, b.speaker);
                }));
  tally.fields(statement_fields(), match, gold, system, match.statements);
  tally.types(gold, system, match.statements, [](const Statement& statement) { return statement.stance; });
}

void count_others(const ArticleMatch& match, std::array<Tally, kKinds.size()>& tallies) {
  const RecordsByKind& gold = match.gold;
  const RecordsByKind& system = match.system;
  auto& [events, statements, agreements, provisions, relations, disputes] = tallies;
  agreements.records("agreements", gold.agreements.size(), system.agreements.size(), match.agreements.size());
  agreements.records("agreements, any form", gold.agreements.size(), system.agreements.size(),
                     match.agreements_any_form.size());
  agreements.fields(agreement_fields(), match, gold.agreements, system.agreements, match.agreements);
  agreements.types(gold.agreements, system.agreements, match.agreements, [](const Agreement& a) { return a.form; });
  provisions.records("provisions", gold.provisions.size(), system.provisions.size(), match.provisions.size());
  provisions.fields(provision_fields(), match, gold.provisions, system.provisions, match.provisions);
  provisions.types(gold.provisions, system.provisions, match.provisions, [](const Provision& p) { return p.type; });
  relations.records("relations", gold.relations.size(), system.relations.size(), match.relations.size());
  relations.fields(relation_fields(), match, gold.relations, system.relations, match.relations);
  relations.types(gold.relations, system.relations, match.relations, [](const Relation& r) { return r.type; });
  disputes.records("disputes", gold.disputes.size(), system.disputes.size(), match.disputes.size());
  disputes.fields(dispute_fields(), match, gold.disputes, system.disputes, match.disputes);
}

bool too_many(const std::vector<Record>& records) {
  const RecordsByKind sorted = by_kind(records);
  return std::max({sorted.events.size(), sorted.statements.size(), sorted.agreements.size(), sorted.provisions.size(),
                   sorted.relations.size(), sorted.disputes.size()}) > kMaxRecords;
}

}  // namespace

Result<GoldReport> evaluate_gold(const std::vector<GoldArticle>& articles) {
  GoldReport report;
  std::array<Tally, kKinds.size()> tallies = {Tally(kKinds[0]), Tally(kKinds[1]), Tally(kKinds[2]),
                                              Tally(kKinds[3]), Tally(kKinds[4]), Tally(kKinds[5])};
  Confusions confusions;
  for (const GoldArticle& article : articles) {
    if (too_many(article.gold) || too_many(article.system)) {
      return Error{ErrorCode::kTooLarge, "more than 1,000 records of a kind", article.name};
    }
    const ArticleMatch match = match_records(article.gold, article.system);
    count_events(match, tallies[0]);
    count_statements(match, tallies[1]);
    count_others(match, tallies);
    count_confidence(match, report.calibrations);
    count_confusions(match, confusions);
    for (GoldMistake& mistake : mistakes_of(article, match)) report.mistakes.push_back(std::move(mistake));
    ++report.articles;
  }
  for (const Tally& tally : tallies) tally.take(report.scores);
  for (const auto& [types, count] : confusions) report.confusions.push_back({types.first, types.second, count});
  const auto before = [](const GoldMistake& a, const GoldMistake& b) {
    if (a.kind != b.kind) return place_of(a.kind) < place_of(b.kind);
    return std::tie(a.cause, a.article, a.position, a.gold, a.system) <
           std::tie(b.cause, b.article, b.position, b.gold, b.system);
  };
  std::stable_sort(report.mistakes.begin(), report.mistakes.end(), before);
  std::sort(report.calibrations.begin(), report.calibrations.end(), [](const Calibration& a, const Calibration& b) {
    return place_of(a.kind) < place_of(b.kind);  // "all" last
  });
  return report;
}

}  // namespace entente

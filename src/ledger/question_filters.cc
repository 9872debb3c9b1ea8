#include "ledger/question_filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>
#include <utility>

#include "entente/review.h"
#include "ledger/actor_terms.h"
#include "store/store.h"

namespace entente {
namespace {

constexpr double kThousandths = 1000;

}  // namespace

std::string in_view(const std::string& column, bool as_coded) {
  return column + (as_coded ? " IN (0, 2)" : " IN (0, 1)");
}

void add_common(SqlFilter& filter, const std::string& table, const Query& query) {
  filter.add(in_view(table + ".layer", query.as_coded));
  if (query.min_confidence > 0) {
    filter.add(table + ".confidence >= ?", {std::int64_t{std::lround(query.min_confidence * kThousandths)}});
  }
  if (query.min_sources > 1) filter.add(table + ".sources >= ?", {std::int64_t{query.min_sources}});
}

void add_days(SqlFilter& filter, const std::string& day, const DayRange& range) {
  filter.add(day + " BETWEEN ? AND ?", {range.first, range.last});
}

// Most of what lasts meets one of the two conditions: with `+` no index is used, which would find the rows one by one.
void add_span(SqlFilter& filter, const std::string& first_day, const std::string& last_day, const DayRange& range) {
  const std::string first = "+" + first_day, last = "+" + last_day;
  filter.add(first + " <= ? AND (" + last + " >= ? OR " + last + " = ?) AND (" + first + " > ? OR " + last + " > ?)",
             {range.last, range.first, kUnknownDay, kUnknownDay, kUnknownDay});
}

Status check_values(const std::string& what, std::size_t kind, const std::string& field,
                    const std::vector<std::string>& values) {
  if (values.empty()) return Unit{};
  std::vector<std::string> known;
  for (CorrectableField& each : correctable_fields(kind_name(kind))) {
    if (each.name == field) known = std::move(each.values);
  }
  for (const std::string& value : values) {
    if (std::find(known.begin(), known.end(), value) != known.end()) continue;
    std::string message = "no ";
    message.append(what).append(": \"").append(value).append("\"; there are ");
    for (const std::string& each : known) message.append(each == known.front() ? "" : ", ").append(each);
    return Error{ErrorCode::kUsage, message, ""};
  }
  return Unit{};
}

const std::vector<std::string>& done_statuses() {
  static const std::vector<std::string> kDone = {"actual", "historical"};
  return kDone;
}

Status check_common(const Query& query) {
  if (!(query.min_confidence >= 0 && query.min_confidence <= 1)) {
    return Error{ErrorCode::kUsage, "a confidence is from 0 to 1", ""};
  }
  if (query.min_sources < 0 || query.limit < 0) return Error{ErrorCode::kUsage, "a number below 0", ""};
  return Unit{};
}

IssueTerms::IssueTerms(const std::vector<std::string>& words) {
  for (const std::string& each : words) {
    Term term{each, {}};
    std::istringstream parts(case_folded(each));
    for (std::string word; parts >> word;) term.words.push_back(word);
    if (!term.words.empty()) words_.push_back(std::move(term));
  }
}

bool IssueTerms::meets(std::string_view id, std::string_view label) const {
  const std::string there = case_folded(label);
  return std::any_of(words_.begin(), words_.end(), [&](const Term& term) {
    return term.id == id || std::all_of(term.words.begin(), term.words.end(),
                                        [&](const std::string& word) { return there.find(word) != std::string::npos; });
  });
}

// The contract's list, as knowledge/ontology/plover_types.tsv has it: questions load no tables.
bool is_plover_type(std::string_view type) {
  static constexpr std::array<std::string_view, 16> kTypes = {
      "AGREE",  "CONSULT", "SUPPORT",  "COOPERATE", "AID",      "CONCEDE",  "RETREAT", "REQUEST",
      "ACCUSE", "REJECT",  "THREATEN", "PROTEST",   "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

}  // namespace entente

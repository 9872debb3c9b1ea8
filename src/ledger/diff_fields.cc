#include "ledger/diff_fields.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "ledger/correct_values.h"
#include "store/body.h"

namespace entente {
namespace {

using FieldValues = std::vector<std::pair<const char*, std::string>>;

std::string text(const std::optional<std::string>& value) { return value.value_or(""); }
std::string text(bool value) { return value ? "yes" : "no"; }
std::string text(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }

std::string text(const Actor& actor) {
  std::string codes = text(actor.code);
  if (actor.sector && !actor.sector->empty()) codes += (codes.empty() ? "" : " ") + *actor.sector;
  if (codes.empty()) return actor.name;
  return actor.name + " (" + codes + ")";
}
std::string text(const std::optional<Actor>& actor) { return actor ? text(*actor) : ""; }

template <class T>
std::string text(const std::vector<T>& items);
std::string text(const std::string& value) { return value; }
std::string text(const OtherActor& other) { return other.role + " " + text(other.actor); }
std::string text(const std::optional<Place>& place) {
  if (!place) return "";
  return place->country ? place->name + " (" + *place->country + ")" : place->name;
}
std::string text(const std::optional<Issue>& issue) {
  if (!issue) return "";
  return issue->id ? *issue->id : issue->label;
}
std::string text(const Provision& provision) {
  return provision.obligation + " " + provision.type + ": " + text(provision.from) + " to " + text(provision.to);
}
std::string text(const DisputeSide& side) { return text(side.speaker) + " " + side.stance; }
std::string text(CodePointSpan span) { return std::to_string(span.begin.value) + "-" + std::to_string(span.end.value); }
std::string text(const Magnitude& magnitude) {
  std::string all;
  const auto put = [&](const char* name, const auto& value) {
    if (value) all += (all.empty() ? "" : ", ") + std::string(name) + " " + std::to_string(*value);
  };
  put("killed", magnitude.killed), put("wounded", magnitude.wounded), put("arrested", magnitude.arrested);
  put("displaced", magnitude.displaced), put("crowd", magnitude.crowd), put("amount", magnitude.amount);
  if (magnitude.currency) all += " " + *magnitude.currency;
  return all;
}

template <class T>
std::string text(const std::vector<T>& items) {
  std::string list;
  for (const T& item : items) list += (list.empty() ? "" : ", ") + text(item);
  return list;
}

FieldValues values_of(const Event& event) {
  return {{"type", event.type},
          {"mode", text(event.mode)},
          {"contexts", text(event.contexts)},
          {"cameo", text(event.cameo)},
          {"quad", text(event.quad)},
          {"goldstein", written(event.goldstein)},
          {"score", written(event.score)},
          {"status", event.status},
          {"actor", text(event.actor)},
          {"recipient", text(event.recipient)},
          {"reciprocal", text(event.reciprocal)},
          {"others", text(event.others)},
          {"date", written(event.date)},
          {"place", text(event.place)},
          {"numbers", text(event.magnitude)}};
}
FieldValues values_of(const Statement& statement) {
  return {{"stance", statement.stance},
          {"speaker", text(statement.speaker)},
          {"addressee", text(statement.addressee)},
          {"issue", text(statement.issue)},
          {"about", text(statement.about)},
          {"manner", statement.manner},
          {"date", written(statement.date)},
          {"content", text(statement.content.span)}};
}
FieldValues values_of(const Agreement& agreement) {
  return {{"title", text(agreement.title)},
          {"form", agreement.form},
          {"status", agreement.status},
          {"parties", text(agreement.parties)},
          {"brokers", text(agreement.brokers)},
          {"others", text(agreement.others)},
          {"date", written(agreement.date)},
          {"place", text(agreement.place)},
          {"provisions", text(agreement.provisions)}};
}
FieldValues values_of(const Relation& relation) {
  return {{"type", relation.type},
          {"a", text(relation.a)},
          {"b", text(relation.b)},
          {"directed", text(relation.directed)},
          {"negated", text(relation.negated)},
          {"since", written(relation.since)},
          {"until", written(relation.until)},
          {"trend", text(relation.trend)},
          {"date", written(relation.date)}};
}
FieldValues values_of(const Dispute& dispute) {
  return {{"issue", text(dispute.issue)}, {"sides", text(dispute.sides)}};
}

std::string evidence_of(const RecordCommon& record) {
  std::string all;
  for (const Evidence& evidence : record.evidence) all += (all.empty() ? "" : ", ") + text(evidence.span);
  return all;
}

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + "%"; }

std::int64_t shared_words(const RecordCommon& a, const RecordCommon& b) {
  std::int64_t shared = 0;
  for (const Evidence& one : a.evidence) {
    for (const Evidence& other : b.evidence) {
      const std::int32_t begin = std::max(one.span.begin.value, other.span.begin.value);
      const std::int32_t end = std::min(one.span.end.value, other.span.end.value);
      shared += std::max(0, end - begin);
    }
  }
  return shared;
}

}  // namespace

std::vector<FieldDiff> field_diffs(const Record& a, const Record& b, double tolerance) {
  std::vector<FieldDiff> diffs;
  std::visit(
      [&](const auto& one) {
        const auto& other = std::get<std::decay_t<decltype(one)>>(b);
        const FieldValues before = values_of(one);
        const FieldValues after = values_of(other);
        for (std::size_t i = 0; i < before.size(); ++i) {
          if (before[i].second == after[i].second) continue;
          diffs.push_back({before[i].first, before[i].second, after[i].second});
        }
      },
      a);
  const RecordCommon& one = common_of(a);
  const RecordCommon& other = common_of(b);
  if (evidence_of(one) != evidence_of(other)) diffs.push_back({"evidence", evidence_of(one), evidence_of(other)});
  if (std::abs(one.confidence - other.confidence) > tolerance) {
    diffs.push_back({"confidence", percent(one.confidence), percent(other.confidence)});
  }
  return diffs;
}

std::vector<std::size_t> partner_records(const std::vector<Record>& a, const std::vector<Record>& b) {
  std::vector<std::size_t> partners(a.size(), kNoPartner);
  std::vector<char> taken(b.size(), 0);
  std::map<std::pair<std::size_t, std::string>, std::size_t> by_id;
  for (std::size_t j = 0; j < b.size(); ++j) by_id.emplace(std::pair(b[j].index(), common_of(b[j]).id), j);
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto same = by_id.find({a[i].index(), common_of(a[i]).id});
    if (same == by_id.end() || taken[same->second] != 0) continue;
    partners[i] = same->second;
    taken[same->second] = 1;
  }
  std::vector<std::tuple<std::int64_t, std::size_t, std::size_t>> pairs;  // those that share most first
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (partners[i] != kNoPartner) continue;
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (taken[j] != 0 || a[i].index() != b[j].index()) continue;
      const std::int64_t shared = shared_words(common_of(a[i]), common_of(b[j]));
      if (shared > 0) pairs.emplace_back(-shared, i, j);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [shared, i, j] : pairs) {
    if (partners[i] != kNoPartner || taken[j] != 0) continue;
    partners[i] = j;
    taken[j] = 1;
  }
  return partners;
}

}  // namespace entente

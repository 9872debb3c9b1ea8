// The PLOVER gold standard records: sentences with one marked event each.
#include <simdjson.h>

#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "entente/sentence_eval.h"

namespace entente {
namespace {

constexpr int kMaterialConflict = 4;  // quad class of PLOVER

// Types of 2016 by their names in PLOVER 2.0.
std::string type_now(std::string_view type) {
  static const std::map<std::string_view, std::string_view> kRenamed = {
      {"DISAPPROVE", "ACCUSE"}, {"INVESTIGATE", "ACCUSE"}, {"DEMAND", "REQUEST"}, {"FIGHT", "ASSAULT"}};
  const auto found = kRenamed.find(type);
  return std::string(found == kRenamed.end() ? type : found->second);
}

// Codes by their first three letters; a few of the file are none of ISO 3166-1, and all organisations of states are
// IGO.
std::string country_of(std::string_view code) {
  static const std::map<std::string_view, std::string_view> kMended = {
      {"JAP", "JPN"}, {"ITL", "ITA"}, {"VTN", "VNM"}, {"ROM", "ROU"}, {"ZAR", "COD"}, {"UNO", "IGO"}, {"EUR", "IGO"}};
  const std::string_view first = code.substr(0, 3);
  const auto found = kMended.find(first);
  return std::string(found == kMended.end() ? first : found->second);
}

std::set<std::string> codes_of(simdjson::dom::element record, const char* role) {
  std::set<std::string> codes;
  simdjson::dom::array actors;
  if (record[role].get(actors) == simdjson::SUCCESS) {
    for (const simdjson::dom::element actor : actors) {
      std::string_view code;
      if (actor["code"].get(code) == simdjson::SUCCESS && !code.empty()) codes.insert(country_of(code));
    }
  }
  return codes;
}

std::set<std::string> countries_of(const std::vector<Actor>& actors, const CountryOf& country) {
  std::set<std::string> countries;
  for (const Actor& actor : actors) {
    if (std::string code = country_of(country(actor)); !code.empty()) countries.insert(std::move(code));
  }
  return countries;
}

// All pairs; where one side is empty, the other with nobody. `joint`: the parties of a compound actor with one another.
void add_triples(std::set<std::string> actors, const std::string& type, std::set<std::string> recipients, bool joint,
                 std::set<Triple>& out) {
  if (joint && actors.size() > 1) {
    for (const std::string& a : actors) {
      for (const std::string& b : actors) {
        if (a != b) out.insert({a, type, b});
      }
    }
    return;
  }
  if (actors.empty()) actors.insert("");
  if (recipients.empty()) recipients.insert("");
  for (const std::string& a : actors) {
    for (const std::string& b : recipients) out.insert({a, type, b});
  }
}

Score share(std::string metric, std::int64_t gold, std::int64_t system, std::int64_t correct) {
  Score score;
  score.metric = std::move(metric);
  score.gold = gold;
  score.system = system;
  score.correct = correct;
  return score;
}

// In 2016 all that CAMEO's root 03 has was AGREE: an announced release too, which PLOVER 2.0 calls CONCEDE; and all of
// its root 17 was COERCE: houses torn down too, which PLOVER 2.0 calls ASSAULT. Harm that lies ahead is THREATEN, where
// our records keep its type and say that it is future.
std::string type_then(const Event& event) {
  const bool ahead = event.status == "future" || event.status == "hypothetical";
  if (ahead && event.quad == kMaterialConflict) return "THREATEN";
  const std::string root = event.cameo.value_or("").substr(0, 2);
  if (root == "03") return "AGREE";
  return root == "17" ? "COERCE" : event.type;
}

// A protest that names nobody is there against the government of where it is held; our records leave it open.
std::set<std::string> recipients_then(const Event& event, const CountryOf& country) {
  std::set<std::string> countries = countries_of(event.recipient, country);
  if (!countries.empty() || event.type != "PROTEST" || event.reciprocal) return countries;
  if (event.place.has_value() && event.place->country.has_value()) return {country_of(*event.place->country)};
  return countries_of(event.actor, country);
}

}  // namespace

Result<std::vector<GsrCase>> read_gsr(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::array records;
  const simdjson::padded_string padded(json);
  if (parser.parse(padded).get(records) != simdjson::SUCCESS)
    return Error{ErrorCode::kBadFormat, "expected a JSON array of gold standard records", ""};
  std::vector<GsrCase> cases;
  std::map<std::string, std::size_t> by_text;
  std::int64_t number = 0;
  for (const simdjson::dom::element record : records) {
    ++number;
    std::string_view id;
    std::string_view type;
    std::string_view text;
    if (record["event"].get(type) != simdjson::SUCCESS || record["text"].get(text) != simdjson::SUCCESS)
      return Error{ErrorCode::kBadFormat, "expected the fields event and text", "record " + std::to_string(number)};
    const auto [at, fresh] = by_text.emplace(text, cases.size());
    if (fresh) {
      GsrCase one;
      if (record["id"].get(id) == simdjson::SUCCESS) one.id = id;
      std::string_view date;
      if (record["date"].get(date) == simdjson::SUCCESS) one.published = date;
      one.text = text;
      cases.push_back(std::move(one));
    }
    const std::set<std::string> source = codes_of(record, "source");
    const std::set<std::string> target = codes_of(record, "target");
    add_triples(source, type_now(type), target, target.empty(), cases[at->second].triples);
  }
  return cases;
}

std::set<Triple> triples_of(const std::vector<Record>& records, const CountryOf& country) {
  std::set<Triple> triples;
  for (const Record& record : records) {
    const auto* event = std::get_if<Event>(&record);
    if (event != nullptr)
      add_triples(countries_of(event->actor, country), type_then(*event), recipients_then(*event, country),
                  event->reciprocal, triples);
  }
  return triples;
}

std::vector<Score> evaluate_gsr(const std::vector<GsrCase>& gold, const std::vector<std::set<Triple>>& system) {
  Score types = share("types per sentence", 0, 0, 0);
  Score all = share("triples", 0, 0, 0);
  Score both = share("triples, both present", 0, 0, 0);
  const auto full = [](const Triple& t) { return !t.actor.empty() && !t.recipient.empty(); };
  for (std::size_t i = 0; i < gold.size(); ++i) {
    std::set<std::string> gold_types;
    std::set<std::string> system_types;
    for (const Triple& t : gold[i].triples) {
      gold_types.insert(t.type);
      ++all.gold;
      if (full(t)) ++both.gold;
    }
    for (const Triple& t : system[i]) {
      system_types.insert(t.type);
      const bool right = gold[i].triples.contains(t);
      ++all.system;
      if (right) ++all.correct;
      if (!full(t)) continue;
      ++both.system;
      if (right) ++both.correct;
    }
    types.gold += static_cast<std::int64_t>(gold_types.size());
    types.system += static_cast<std::int64_t>(system_types.size());
    for (const std::string& type : gold_types) types.correct += system_types.contains(type) ? 1 : 0;
  }
  return {types, all, both};
}

}  // namespace entente

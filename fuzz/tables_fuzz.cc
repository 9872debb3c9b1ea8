// Any bytes as a table: the first line says which (sets, frames, places, groups, offices), the rest is the table.
// Mistakes with their places, or knowledge that holds what docs/formats/knowledge.md promises.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge/knowledge.h"

namespace {

using entente::Knowledge;
using entente::Problems;
using entente::TableFiles;

constexpr const char* kHead = " 1\n# version: 1\n# source: own\n# licence: Apache-2.0\n";

void require(bool holds) {
  if (!holds) std::abort();
}

std::string table(const std::string& schema, const std::string& rows) { return "# schema: " + schema + kHead + rows; }

// What the tables that are read here refer to.
TableFiles other_tables() {
  TableFiles files;
  files["actors/states.tsv"] =
      "# schema: states 2" + std::string(kHead).substr(2) +
      "code\tname\tofficial\tother_names\tadjectives\tpeople\tcapitals\tseats\tsector\trecognition\tfrom\tto\n"
      "PER\tPeru\tPeru\t\tPeruvian\tPeruvians\tLima\t\tGOV\tmember\t\t\n";
  files["actors/titles.tsv"] = table("titles",
                                     "title\tplural\trole\tsector\tkind\tdomestic\n"
                                     "king\tkings\tKing\tGOV\toffice\tyes\n");
  files["actors/organisations.tsv"] =
      table("organisations", "code\tname\tother_names\tkind\tsector\nIGOUNO\tUnited Nations\tUN\tIGO\t\n");
  files["actors/members.tsv"] = table("members", "organisation\tstate\tfrom\tto\nIGOUNO\tPER\t1945\t\n");
  files["lexicon/sets/general.tsv"] =
      table("sets", "set\tlemmas\ngrammar_preposition\twith, to, of\ntalks\ttalk, meeting\n");
  files["lexicon/governors.tsv"] = table("governors", "lemma\tstatus\texample\n");
  files["lexicon/cues.tsv"] = table("cues", "lemma\tstance\tcontent\taddressee\n");
  files["lexicon/words.tsv"] = table("words", "word\tkind\tvalue\n");
  files["lexicon/forms.tsv"] = table("forms", "form\tlemma\n");
  return files;
}

std::string file_of(std::string_view name) {
  if (name == "sets" || name == "frames") return "lexicon/" + std::string(name) + "/input.tsv";
  if (name == "groups" || name == "offices") return "actors/" + std::string(name) + "/input.tsv";
  return "places/input.tsv";
}

void load(Knowledge& knowledge, const TableFiles& files, Problems& problems) {
  knowledge.types["ASSAULT"] = {"ASSAULT", 4, -9, "", ""};
  knowledge.modes[{"ASSAULT", "beat"}] = -9;
  for (const char* sector : {"GOV", "REB", "CVL", "MIL"}) knowledge.sectors[sector] = true;
  knowledge.cameo["18"] = {"18", "Assault", -9};
  entente::load_actor_tables(knowledge, files, problems);
  entente::load_place_tables(knowledge, files, problems);
  entente::load_lexicon_tables(knowledge, files, problems);
}

bool within(const std::optional<double>& degrees, double most) {
  return !degrees.has_value() || std::abs(*degrees) <= most;
}

void check_actors(const Knowledge& knowledge) {
  for (const auto& group : knowledge.groups) {
    require(!group.name.empty() && !group.kind.empty() && !group.sector.empty());
    require(group.code.empty() || group.code == "PER" || group.code == "IGOUNO");
  }
  for (const auto& office : knowledge.offices) {
    require(office.office == "King" && !office.holder.empty() && !office.from.empty());
    require(office.gender == 'm' || office.gender == 'f');
  }
  for (const auto& place : knowledge.places) {
    require(!place.name.empty() && !place.kind.empty() && place.population >= 0);
    require(place.country.empty() || place.country.size() == 3);
    require(within(place.latitude, 90) && within(place.longitude, 180));
  }
}

void check_lexicon(const Knowledge& knowledge) {
  for (const auto& [name, lemmas] : knowledge.sets) {
    for (const std::string& lemma : lemmas) require(!lemma.empty() && lemma.front() != '@');
  }
  for (const auto& frame : knowledge.frames) {
    require(frame.open == frame.lemmas.empty() && !frame.actor.empty());
    require(frame.type == "ASSAULT" && (frame.mode.empty() || frame.mode == "beat"));
    require(!frame.place.empty() && !frame.description.empty() && !frame.example.empty());
    for (const auto& condition : frame.where) {
      require(!condition.paths.empty());
      require(condition.lemmas.empty() == (condition.test != entente::Condition::Test::kLemma));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const TableFiles kOthers = other_tables();
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = input.find('\n');
  TableFiles files = kOthers;
  const std::string file = file_of(input.substr(0, end));
  files[file] = end == std::string_view::npos ? "" : input.substr(end + 1);
  Knowledge knowledge;
  Problems problems;
  load(knowledge, files, problems);
  if (!problems.empty()) {
    const entente::Error error = problems.to_error();
    require(error.code == entente::ErrorCode::kBadKnowledge && !error.message.empty());
    require(error.place.starts_with(file + ":"));
    Knowledge again;
    Problems same;
    load(again, files, same);
    require(same.to_error().message == error.message);
    return 0;
  }
  check_actors(knowledge);
  check_lexicon(knowledge);
  return 0;
}

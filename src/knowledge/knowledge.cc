#include "knowledge/knowledge.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/files.h"
#include "base/hash.h"

namespace entente {
namespace {

// A name that ends in "/" is a folder: every .tsv file in it, and it may be missing.
constexpr const char* kTables[] = {
    "actors/borders.tsv",
    "actors/epithets.tsv",
    "actors/groups/",
    "actors/members.tsv",
    "actors/offices/",
    "actors/organisations.tsv",
    "actors/people/",
    "actors/states.tsv",
    "actors/titles.tsv",
    "actors/whose.tsv",
    "agreements/instruments.tsv",
    "agreements/steps.tsv",
    "issues/",
    "lexicon/forms.tsv",
    "lexicon/frames/",
    "lexicon/governors.tsv",
    "lexicon/idioms.tsv",
    "lexicon/sets/",
    "lexicon/currencies.tsv",
    "lexicon/words.tsv",
    "ontology/cameo.tsv",
    "ontology/cameo_2007.tsv",
    "ontology/confidence.tsv",
    "ontology/conventions.tsv",
    "ontology/plover_contexts.tsv",
    "ontology/plover_modes.tsv",
    "ontology/plover_sectors.tsv",
    "ontology/plover_types.tsv",
    "places/",
    "statements/cues.tsv",
    "statements/words.tsv",
    "provisions/mapping.tsv",
    "provisions/obligations.tsv",
    "provisions/sets.tsv",
    "provisions/types.tsv",
    "provisions/weights.tsv",
    "provisions/words.tsv",
    "relations/combining.tsv",
    "relations/frames/",
    "relations/times.tsv",
    "relations/trends.tsv",
    "relations/types.tsv",
    // Read by src/text; here for the checksum, since other sentences make other records.
    "text/abbreviations.tsv",
    "text/sentences.tsv",
    "text/tokens.tsv",
};
constexpr std::size_t kMaxTableBytes = 64U << 20U;
constexpr std::size_t kLongestAbbreviation = 5;

bool is_abbreviation(const std::string& name) {
  std::size_t letters = 0;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      ++letters;
    } else if (c != '.' && !(c >= '0' && c <= '9') && c != '-') {
      return false;
    }
  }
  return letters > 0 && letters <= kLongestAbbreviation;
}

// The tables by their names below `folder`; their byte order is that of the checksum.
Result<TableFiles> read_tables(const std::string& folder) {
  namespace fs = std::filesystem;
  TableFiles files;
  const std::string root = folder + "/";
  for (const std::string table : kTables) {
    std::vector<std::string> names = {table};
    if (table.back() == '/') {
      names.clear();
      std::error_code error;
      for (auto at = fs::directory_iterator(root + table, error); !error && at != fs::end(at); at.increment(error)) {
        if (at->path().extension() == ".tsv") names.push_back(table + at->path().filename().string());
      }
    }
    for (const std::string& name : names) {
      ENTENTE_TRY(files[name], read_file(root + name, kMaxTableBytes));
    }
  }
  return files;
}

std::string sum_of(const TableFiles& files) {
  std::string all;
  for (const auto& [name, bytes] : files) all.append(name).append("\n").append(bytes);
  return sha256_hex(all);
}

}  // namespace

std::string fold_case(std::string_view text) {
  bool ascii = true;
  std::string folded(text);
  for (char& c : folded) {
    if (static_cast<unsigned char>(c) >= 0x80U) ascii = false;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (ascii) return folded;
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
      .foldCase()
      .toUTF8String(out);
  return out;
}

std::string name_key(std::string_view text) {
  std::string key;
  const std::string folded = fold_case(text);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded.compare(i, 3, "\xE2\x80\x99") == 0) {  // a typographic apostrophe
      key.push_back('\'');
      i += 2;
    } else if (folded[i] != ' ' && folded[i] != '\n' && folded[i] != '\t') {
      key.push_back(folded[i]);
    }
  }
  return key;
}

Result<std::unique_ptr<Knowledge>> Knowledge::load(const std::string& folder) {
  auto knowledge = std::make_unique<Knowledge>();
  ENTENTE_TRY(const TableFiles files, read_tables(folder));
  Problems problems;
  load_ontology_tables(*knowledge, files, problems);
  load_actor_tables(*knowledge, files, problems);
  load_reference_tables(*knowledge, files, problems);
  load_place_tables(*knowledge, files, problems);
  load_statement_tables(*knowledge, files, problems);
  load_lexicon_tables(*knowledge, files, problems);
  load_provision_tables(*knowledge, files, problems);
  load_agreement_tables(*knowledge, files, problems);
  load_relation_tables(*knowledge, files, problems);
  load_issue_tables(*knowledge, files, problems);
  if (!problems.empty()) return problems.to_error();
  knowledge->checksum = sum_of(files);
  knowledge->index_names();
  return knowledge;
}

Result<std::string> Knowledge::checksum_of(const std::string& folder) {
  ENTENTE_TRY(const TableFiles files, read_tables(folder));
  return sum_of(files);
}

double ConfidenceScale::apply(double raw) const {
  constexpr double kLeast = 0.001;  // a logit has no value at 0 and 1
  const double bounded = std::clamp(raw, kLeast, 1 - kLeast);
  return 1 / (1 + std::exp(-(slope * std::log(bounded / (1 - bounded)) + intercept)));
}

bool Knowledge::in_set(std::string_view set, const std::string& lemma) const {
  const auto found = sets.find(std::string(set));
  return found != sets.end() && found->second.contains(lemma);
}

const WordValue* Knowledge::word(const std::string& folded) const {
  const auto found = words.find(folded);
  return found == words.end() ? nullptr : &found->second;
}

bool Knowledge::statement_word(std::string_view kind, const std::string& word) const {
  const auto found = statement_words.find(kind);
  return found != statement_words.end() && found->second.contains(word);
}

bool Knowledge::merely_reports(const std::string& lemma) const {
  const auto found = cues.find(lemma);
  return found != cues.end() && found->second.front().pos == ReportingCue::Pos::kVerb &&
         found->second.front().stance.empty();
}

bool Knowledge::says_or_thinks(const std::string& lemma) const {
  static const std::set<std::string> kNoActs = {"", "affirms", "doubts", "neutral", "supports"};
  const auto found = cues.find(lemma);
  return found != cues.end() && found->second.front().pos == ReportingCue::Pos::kVerb &&
         kNoActs.contains(found->second.front().stance);
}

void Knowledge::add_name(const std::string& name, NameEntry::Kind kind, std::size_t index) {
  const std::string key = name_key(name);
  if (key.empty()) return;
  NameEntry entry;
  entry.kind = kind;
  entry.index = static_cast<std::int32_t>(index);
  entry.exact_case = kind != NameEntry::Kind::kTitle && kind != NameEntry::Kind::kTitlePlural && is_abbreviation(name);
  entry.one_word = name.find(' ') == std::string::npos;
  names[key].push_back(entry);
  longest_name = std::max(longest_name, static_cast<std::int32_t>(key.size()));
}

void Knowledge::index_names() {
  using Kind = NameEntry::Kind;
  const auto add_all = [this](const std::vector<std::string>& list, Kind kind, std::size_t index) {
    for (const std::string& name : list) add_name(name, kind, index);
  };
  for (std::size_t i = 0; i < states.size(); ++i) {
    add_name(states[i].name, Kind::kState, i);
    if (states[i].official != states[i].name) add_name(states[i].official, Kind::kState, i);
    add_all(states[i].other_names, Kind::kState, i);
    add_all(states[i].adjectives, Kind::kAdjective, i);
    add_all(states[i].people, Kind::kPeople, i);
    add_all(states[i].capitals, Kind::kCapital, i);
    add_all(states[i].seats, Kind::kSeat, i);
    state_of_code.emplace(states[i].code, static_cast<std::int32_t>(i));
  }
  for (std::size_t i = 0; i < organisations.size(); ++i) {
    add_name(organisations[i].name, Kind::kOrganisation, i);
    add_all(organisations[i].other_names, Kind::kOrganisation, i);
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    add_name(groups[i].name, Kind::kGroup, i);
    add_all(groups[i].other_names, Kind::kGroup, i);
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    add_name(places[i].name, Kind::kPlace, i);
    add_all(places[i].other_names, Kind::kPlace, i);
  }
  for (std::size_t i = 0; i < titles.size(); ++i) {
    add_name(titles[i].title, Kind::kTitle, i);
    if (titles[i].plural != titles[i].title) add_name(titles[i].plural, Kind::kTitlePlural, i);
  }
  for (std::size_t i = 0; i < offices.size(); ++i) {
    if (!offices[i].is_role)
      holders[offices[i].state + "\t" + offices[i].office].push_back(static_cast<std::int32_t>(i));
    gender_of.emplace(offices[i].holder, offices[i].gender);
    add_name(offices[i].holder, Kind::kHolder, i);
    for (const std::string& name : offices[i].other_names) {
      add_name(name, name.find(' ') == std::string::npos ? Kind::kHolderShort : Kind::kHolder, i);
    }
  }
}

}  // namespace entente

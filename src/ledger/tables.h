// How tellings are compared: the tables of knowledge/ledger.
//
// Errors: load() fails with every mistake found, each as file:line and what was expected.
// Threads: immutable once loaded; share.
// Source: docs/formats/ledger.md.
#ifndef ENTENTE_LEDGER_TABLES_H_
#define ENTENTE_LEDGER_TABLES_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "entente/result.h"
#include "knowledge/table.h"

namespace entente {

struct JoinType {
  std::uint8_t index = 0;   // of the type, below 32
  std::uint8_t family = 0;  // mentions of other families are never compared
  std::uint32_t near = 0;   // bit `index` of each type as which a retelling may be coded
  bool joint = false;       // who is named first says little
  bool persons = false;     // another named person means another act
  bool daily = false;       // repeated day by day
};

struct SectorGroup {
  std::uint8_t group = 0;  // from 1
  std::uint8_t apart = 0;  // bit `group` of each group that is never the same actor
  bool one_voice = false;  // speaks for the country with the others of the group
};

struct JoinForm {
  std::uint8_t family = 0;  // from 1
  bool loose = false;       // fits any family
};

enum class StatusPhase : std::uint8_t { kBefore, kMade, kAfter, kEnd };

struct JoinStatus {
  std::uint8_t order = 0;
  StatusPhase phase = StatusPhase::kMade;
};

struct JoinStance {
  std::uint8_t index = 0;     // of the stance
  std::uint8_t position = 0;  // from 1; 0: takes part in no dispute
  std::uint8_t opposite = 0;  // bit `position` of each opposite position
};

struct JoinTables {
  // Reads `folder`/ledger/*.tsv.
  [[nodiscard]] static Result<JoinTables> load(const std::string& folder);
  // The same from bytes, by their names below knowledge/ ("ledger/sectors.tsv").
  [[nodiscard]] static Result<JoinTables> parse(const std::map<std::string, std::string>& files);

  std::map<std::string, JoinType, std::less<>> types;
  std::map<std::string, SectorGroup, std::less<>> sectors;
  std::unordered_set<std::string> stop_words;
  std::vector<std::string> endings;  // the longest first
  std::map<std::string, JoinForm, std::less<>> forms;
  std::map<std::string, JoinStatus, std::less<>> statuses;
  std::map<std::string, JoinStance, std::less<>> stances;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_TABLES_H_

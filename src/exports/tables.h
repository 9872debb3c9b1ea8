// The tables that only exports need: other people's names and numbers for what records hold.
#ifndef ENTENTE_EXPORTS_TABLES_H_
#define ENTENTE_EXPORTS_TABLES_H_

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "entente/export.h"
#include "entente/record.h"

namespace entente {

struct ExportCountry {
  std::string name;   // in plain English
  std::string icews;  // as ICEWS writes it
  std::string fips;   // FIPS 10-4
  std::string cow;    // Correlates of War, the number
  std::string gdelt;  // three letters, CAMEO's edition
  std::string plover;
};

struct ExportSector {
  std::string cameo;               // role
  std::vector<std::string> icews;  // names
};

struct International {
  std::string begins, root, plover;
  std::vector<std::string> icews;
};

struct CameoLabel {
  std::string label;
  double goldstein = 0;
};

struct Renumbered {
  std::string code;
  bool wider = false;  // no code means the same: the nearest that takes it in
};

struct ExportTables {
  std::map<std::string, ExportCountry> countries;  // by alpha-3
  std::map<std::string, ExportSector> sectors;     // by PLOVER sector
  std::vector<International> international;        // the longest beginning first
  std::set<std::string> agent_roles;               // what Phoenix has in its agent column
  std::map<std::string, CameoLabel> cameo, cameo_2007;
  std::map<std::string, Renumbered> to_2007;                                // codes that changed
  std::map<std::string, std::optional<double>> phoenix, gdelt;              // Goldstein values
  std::map<std::string, std::map<std::string, std::pair<int, int>>> quads;  // by mapping and root: class, class below 0
  std::vector<std::string> types;                                           // PLOVER, in the table's order
  std::string checksum;                                                     // SHA-256 over the tables of exports/

  [[nodiscard]] const ExportCountry* country(const std::string& code) const;
  [[nodiscard]] const International* international_of(const std::string& code) const;
};

// An actor in CAMEO's terms.
struct CameoActor {
  std::string root;   // alpha-3, or IGO, NGO, IMG, MNC; may be empty
  std::string group;  // what follows the root of an international actor: "UNO", "UNOREFHCR"
  std::string role;   // CAMEO's role; may be empty
  [[nodiscard]] std::string code() const { return root + group + role; }
};
[[nodiscard]] CameoActor cameo_actor(const ExportTables& tables, const Actor& actor);

[[nodiscard]] std::string plover_country(const ExportTables& tables, const Place& place);

}  // namespace entente

#endif  // ENTENTE_EXPORTS_TABLES_H_

#include "exports/conventions.h"

#include <algorithm>

namespace entente {
namespace {

Status check(const char* what, const std::optional<std::string>& value, const std::vector<std::string>& names) {
  if (!value || std::find(names.begin(), names.end(), *value) != names.end()) return Unit();
  return no_such(what, *value, names);
}

std::string convention_of(const EngineStamp& stamp, const char* what, const char* usual) {
  const auto found = stamp.conventions.find(what);
  return found == stamp.conventions.end() ? usual : found->second;
}

// The code of 2007 that means what a code of 1.1b3 means.
Renumbered to_2007(const std::string& code, const ExportTables& tables) {
  const auto found = tables.to_2007.find(code);
  return found == tables.to_2007.end() ? Renumbered{code, false} : found->second;
}

std::optional<double> value_in(const std::map<std::string, CameoLabel>& codes, const std::string& code) {
  const auto found = codes.find(code);
  if (found == codes.end()) return std::nullopt;
  return found->second.goldstein;
}

std::optional<double> value_in(const std::map<std::string, std::optional<double>>& values, const std::string& code) {
  const auto found = values.find(code);
  return found == values.end() ? std::nullopt : found->second;
}

}  // namespace

Error no_such(const char* what, std::string_view name, const std::vector<std::string>& names) {
  std::string known;
  for (const std::string& one : names) known += (known.empty() ? "" : ", ") + one;
  return {ErrorCode::kUsage,
          std::string("there is no ") + what + " '" + std::string(name) + "': expected one of " + known, ""};
}

Status check_conventions(const ExportConventions& conventions) {
  ENTENTE_CHECK_OK(check("CAMEO numbering", conventions.cameo, {"1.1b3", "2007"}));
  ENTENTE_CHECK_OK(check("Goldstein table", conventions.goldstein, {"icews", "2007", "phoenix", "gdelt"}));
  return check("quad mapping", conventions.quad, {"plover-2.0", "icews", "gdelt", "phoenix", "text-to-cameo"});
}

Result<CodedEvent> code_event(const Event& event, const EngineStamp& stamp, const ExportConventions& conventions,
                              const ExportTables& tables) {
  CodedEvent coded{event.cameo, "", event.goldstein, event.quad, false};
  const std::string held = convention_of(stamp, "cameo", "1.1b3");
  const std::string wanted = conventions.cameo.value_or(held);
  if (event.cameo) {
    if (wanted != held && held != "1.1b3") {
      return Error{ErrorCode::kUsage,
                   "the records are numbered by CAMEO " + held + ", which cannot be turned into " + wanted, event.id};
    }
    const Renumbered in_2007 = held == "1.1b3" ? to_2007(*event.cameo, tables) : Renumbered{*event.cameo, false};
    if (wanted == "2007") {
      coded.cameo = in_2007.code;
      coded.wider = in_2007.wider;
    }
    const auto& labels = wanted == "2007" ? tables.cameo_2007 : tables.cameo;
    const auto label = labels.find(*coded.cameo);
    if (label != labels.end()) coded.label = label->second.label;
    const std::string table = conventions.goldstein.value_or("");
    if (table == "icews" && held == "1.1b3") coded.goldstein = value_in(tables.cameo, *event.cameo);
    if (table == "2007") coded.goldstein = value_in(tables.cameo_2007, in_2007.code);
    // By number: Phoenix has a whole table, which lacks some codes; GDELT's is of rows seen, and so the scale fills it.
    if (table == "phoenix") coded.goldstein = value_in(tables.phoenix, *coded.cameo);
    if (table == "gdelt") {
      coded.goldstein = value_in(tables.gdelt, *coded.cameo);
      if (!coded.goldstein) coded.goldstein = value_in(labels, *coded.cameo);
    }
  }
  const std::string mapping = conventions.quad.value_or(convention_of(stamp, "quad", "plover-2.0"));
  const auto classes = tables.quads.find(mapping);
  if (classes != tables.quads.end()) {
    coded.quad.reset();
    const auto found = coded.cameo ? classes->second.find(coded.cameo->substr(0, 2)) : classes->second.end();
    if (found != classes->second.end())
      coded.quad = coded.goldstein.value_or(0) < 0 ? found->second.second : found->second.first;
  }
  return coded;
}

}  // namespace entente

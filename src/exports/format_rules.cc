#include "exports/format_rules.h"

#include <algorithm>

#include "exports/own_columns.h"

namespace entente {
namespace {

const std::set<std::string> kStatuses = {"actual", "future", "hypothetical", "historical", "negated"};

// What no format of dyads holds.
std::vector<std::string> lost_by_dyads(std::initializer_list<const char*> more) {
  std::vector<std::string> lost = {"status",     "attribution", "others",   "type", "contexts", "interval", "magnitude",
                                   "reciprocal", "confidence",  "evidence", "why",  "verdict",  "roles",    "spans"};
  lost.insert(lost.end(), more.begin(), more.end());
  return lost;
}

FormatRules rules_for(ExportFormat format) {
  const TextStyle head{'\t', true, false, ""};
  const TextStyle no_head{'\t', false, false, ""};
  const TextStyle none{'\t', true, false, "None"};
  const TextStyle commas{',', true, true, ""};
  const std::vector<std::string> flat = {"more_mentions", "more_evidence", "more_why", "spans"};
  switch (format) {
    case ExportFormat::kIcews:
      return {"ICEWS, yearly event files",     true, false, false, true, true, head, {"1.1b3", "icews", std::nullopt},
              lost_by_dyads({"more_mentions"})};
    case ExportFormat::kPolecat:
      return {"POLECAT, weekly files",
              false,
              false,
              true,
              false,
              false,
              none,
              {std::nullopt, std::nullopt, "plover-2.0"},
              {"attribution", "others", "cameo", "interval", "magnitude", "reciprocal", "confidence", "evidence", "why",
               "verdict", "spans", "more_mentions"}};
    case ExportFormat::kPhoenix:
      return {"Phoenix, event files",  true, false, false, true, true, no_head, {"1.1b3", "phoenix", "phoenix"},
              lost_by_dyads({"names"})};
    case ExportFormat::kGdelt:
      return {"GDELT, Events 2.0",
              true,
              true,
              false,
              true,
              true,
              no_head,
              {"1.1b3", "gdelt", "gdelt"},
              lost_by_dyads({"more_mentions"})};
    case ExportFormat::kPloverJson:
      return {"PLOVER, JSON",
              false,
              false,
              true,
              false,
              false,
              head,
              {std::nullopt, std::nullopt, "plover-2.0"},
              {"others", "why", "more_mentions", "more_evidence"}};
    case ExportFormat::kJsonl: return {"Entente, JSONL", false, false, true, false, false, head, {}, {}};
    case ExportFormat::kCsv: return {"Entente, CSV", false, false, true, false, false, commas, {}, flat};
    case ExportFormat::kStata: return {"Entente, Stata 14 and later", false, false, true, false, false, head, {}, flat};
    case ExportFormat::kParquet: return {"Entente, Parquet", false, false, true, false, false, head, {}, flat};
  }
  return {};
}

}  // namespace

const std::vector<std::string>& export_format_names() {
  static const std::vector<std::string> kNames = {"icews", "polecat", "phoenix", "gdelt",  "plover-json",
                                                  "csv",   "jsonl",   "stata",   "parquet"};
  return kNames;
}

const std::vector<std::string>& account_kind_names() {
  static const std::vector<std::string> kNames = {"events", "statements", "agreements", "relations", "disputes"};
  return kNames;
}

Result<ExportFormat> export_format_of(std::string_view name) {
  const auto& names = export_format_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return no_such("format", name, names);
  return static_cast<ExportFormat>(found - names.begin());
}

Result<AccountKind> account_kind_of(std::string_view name) {
  const auto& names = account_kind_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return no_such("kind of account", name, names);
  return static_cast<AccountKind>(found - names.begin());
}

const std::string& name_of(ExportFormat format) { return export_format_names()[static_cast<std::size_t>(format)]; }
const std::string& name_of(AccountKind kind) { return account_kind_names()[static_cast<std::size_t>(kind)]; }

bool writes_a_file(ExportFormat format) { return format == ExportFormat::kStata || format == ExportFormat::kParquet; }

const FormatRules& rules_of(ExportFormat format) {
  static const std::vector<FormatRules> kRules = [] {
    std::vector<FormatRules> rules;
    for (std::size_t i = 0; i < export_format_names().size(); ++i)
      rules.push_back(rules_for(static_cast<ExportFormat>(i)));
    return rules;
  }();
  return kRules[static_cast<std::size_t>(format)];
}

bool holds_cameo(ExportFormat format) { return format != ExportFormat::kPolecat; }
bool holds_quad(ExportFormat format) { return format != ExportFormat::kIcews; }
bool holds_score(ExportFormat format) { return !rules_of(format).dyads; }

EventColumns columns_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::kIcews: return icews_columns();
    case ExportFormat::kPolecat: return polecat_columns();
    case ExportFormat::kPhoenix: return phoenix_columns();
    case ExportFormat::kGdelt: return gdelt_columns();
    case ExportFormat::kCsv:
    case ExportFormat::kStata:
    case ExportFormat::kParquet: return event_columns();
    case ExportFormat::kPloverJson:
    case ExportFormat::kJsonl: break;
  }
  return {};
}

std::vector<ColumnText> columns_of(const ExportOptions& options) {
  if (options.format == ExportFormat::kJsonl) return {};
  switch (options.kind) {
    case AccountKind::kEvents: break;
    case AccountKind::kStatements: return column_texts(statement_columns());
    case AccountKind::kAgreements: return column_texts(agreement_columns());
    case AccountKind::kRelations: return column_texts(relation_columns());
    case AccountKind::kDisputes: return column_texts(dispute_columns());
  }
  return column_texts(columns_of(options.format));
}

Result<ExportOptions> settle(const ExportOptions& options) {
  ENTENTE_CHECK_OK(check_conventions(options.conventions));
  const FormatRules& rules = rules_of(options.format);
  ExportOptions settled = options;
  ExportConventions& conventions = settled.conventions;
  if (!conventions.cameo) conventions.cameo = rules.usual.cameo;
  if (!conventions.goldstein) conventions.goldstein = rules.usual.goldstein;
  if (!conventions.quad) conventions.quad = rules.usual.quad;
  const bool own =
      options.format == ExportFormat::kCsv || options.format == ExportFormat::kJsonl || writes_a_file(options.format);
  if (options.kind != AccountKind::kEvents && !own) {
    return Error{ErrorCode::kUsage,
                 name_of(options.format) + " holds events alone: for " + name_of(options.kind) +
                     " take csv, jsonl, stata or parquet",
                 ""};
  }
  if (options.kind != AccountKind::kEvents && options.one_a_day)
    return Error{ErrorCode::kUsage, "one a day is for events alone", ""};
  for (const std::string& status : options.statuses) {
    if (!kStatuses.contains(status)) return no_such("status", status, {kStatuses.begin(), kStatuses.end()});
  }
  const bool actual_alone = !rules.marks_status || options.format == ExportFormat::kPolecat;
  if (settled.statuses.empty()) settled.statuses = actual_alone ? std::set<std::string>{"actual"} : kStatuses;
  return settled;
}

}  // namespace entente

// Codebooks: Markdown from the same columns that the files are written from.
#include "entente/export.h"
#include "exports/format_rules.h"
#include "exports/plover_json.h"

namespace entente {
namespace {

const char* type_name(CellType type) {
  switch (type) {
    case CellType::kText: return "text";
    case CellType::kDay: return "day";
    case CellType::kClass: return "class";
    case CellType::kInteger:
    case CellType::kLabelled: return "integer";
    case CellType::kNumber: return "number";
  }
  return "";
}

// A cell of a Markdown table: a bar would end it.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string code(const std::string& text) { return text.empty() ? "" : "`" + cell(text) + "`"; }

std::string list(const std::string& fields) {
  std::string out;
  for (std::size_t at = 0; at < fields.size();) {
    const std::size_t end = std::min(fields.find(", ", at), fields.size());
    out += (out.empty() ? "" : ", ") + code(fields.substr(at, end - at));
    at = end + 2;
  }
  return out;
}

std::string rows_of(const std::vector<ColumnText>& columns) {
  std::string out = "| # | column | type | meaning | values | read from |\n|--:|---|---|---|---|---|\n";
  int number = 0;
  for (const ColumnText& column : columns) {
    out += "| " + std::to_string(++number) + " | " + code(column.name) + " | " + type_name(column.type) + " | " +
           cell(column.meaning) + " | " + cell(column.values) + " | " + list(column.field) + " |\n";
  }
  return out;
}

std::string conventions_of(const ExportOptions& options) {
  const ExportConventions& chosen = options.conventions;
  std::vector<std::string> parts;
  if (holds_cameo(options.format)) {
    parts.push_back("CAMEO numbering " + chosen.cameo.value_or("as recorded"));
    parts.push_back("Goldstein table " + chosen.goldstein.value_or("as recorded"));
  }
  if (holds_quad(options.format)) parts.push_back("quad mapping " + chosen.quad.value_or("as recorded"));
  std::string out = "Conventions: " + join_list(parts, ", ", "") + ".\n";
  std::string statuses;
  for (const std::string& status : options.statuses) statuses += (statuses.empty() ? "" : ", ") + status;
  return out + "Events written: " + statuses + ".\n";
}

std::string shape_of(const ExportOptions& options) {
  const FormatRules& rules = rules_of(options.format);
  if (options.format == ExportFormat::kPloverJson) return "One JSON object a line; a key without a value is left out.";
  std::string out = rules.dyads ? "One row a pair of source and target" : "One row an account";
  if (options.format == ExportFormat::kStata) return out + "; days are Stata's, classes have value labels.";
  if (options.format == ExportFormat::kParquet) return out + "; days are dates, compressed with zstd.";
  out += rules.style.separator == '\t' ? "; cells apart by tabs, never quoted"
                                       : "; cells apart by commas, quoted by RFC 4180";
  out += rules.style.head ? ", with a head" : ", without a head";
  const std::string missing = rules.style.missing;
  return out + "; what is missing is " + (missing.empty() ? "empty" : "`" + missing + "`") + ".";
}

}  // namespace

Result<std::string> write_codebook(const ExportOptions& options, const ExportTables& tables) {
  ENTENTE_TRY(const ExportOptions settled, settle(options));
  if (options.format == ExportFormat::kJsonl)
    return Error{ErrorCode::kUsage, "jsonl has no columns: its fields are those of docs/formats/records.md", ""};
  const bool keys = options.format == ExportFormat::kPloverJson;
  const std::vector<ColumnText> columns = keys ? plover_keys() : columns_of(settled);
  std::string out = "# " + std::string(rules_of(options.format).title) + ": " + name_of(options.kind) + "\n\n";
  out += shape_of(settled) + "\n";
  if (options.kind == AccountKind::kEvents) out += conventions_of(settled);
  out += "\n" + rows_of(columns);
  if (options.kind == AccountKind::kEvents) {
    out += "\nPLOVER's types, in order:";
    for (const std::string& type : tables.types) out += " " + type;
    out += "\n";
  }
  return out;
}

}  // namespace entente

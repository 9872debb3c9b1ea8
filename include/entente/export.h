// Exports: what a ledger holds, in the formats that the field's tools read.
//
// Units: as each format has them (docs/formats/exports.md). Text is UTF-8 and ends with a newline.
// Errors: kUsage where the options do not fit each other; kBadKnowledge with file:line for a table; kNotFound where a
//   library that a format needs is not installed; kCannotWrite where a file of stata or parquet cannot be made or the
//   disk is full; what the sink returns.
// Lifetime: an Exporter keeps what it is opened with.
// Threads: ExportTables are immutable, share them; an Exporter is one thread's.
// Source: ICEWS (doi:10.7910/DVN/28075), POLECAT (doi:10.7910/DVN/AJGVIT), Phoenix (openeventdata), GDELT Event
//   Codebook 2.0, PLOVER manual 2.0.
#ifndef ENTENTE_EXPORT_H_
#define ENTENTE_EXPORT_H_

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ledger_rows.h"
#include "entente/result.h"

namespace entente {

enum class ExportFormat { kIcews, kPolecat, kPhoenix, kGdelt, kPloverJson, kCsv, kJsonl, kStata, kParquet };
enum class AccountKind { kEvents, kStatements, kAgreements, kRelations, kDisputes };

// "icews", "polecat", "phoenix", "gdelt", "plover-json", "csv", "jsonl", "stata", "parquet"; "events", "statements",
// ...
[[nodiscard]] const std::vector<std::string>& export_format_names();
[[nodiscard]] const std::vector<std::string>& account_kind_names();
[[nodiscard]] Result<ExportFormat> export_format_of(std::string_view name);
[[nodiscard]] Result<AccountKind> account_kind_of(std::string_view name);
[[nodiscard]] bool writes_a_file(ExportFormat format);  // stata, parquet: to a path, not to a sink

// Which of the published variants are written. What is not set is what the format's own tools expect; for formats that
// are Entente's own, what the records hold.
struct ExportConventions {
  std::optional<std::string> cameo;      // numbering: "1.1b3", "2007"
  std::optional<std::string> goldstein;  // table: "icews", "2007", "phoenix", "gdelt"
  std::optional<std::string> quad;       // mapping: "plover-2.0", "icews", "gdelt", "phoenix", "text-to-cameo"
};

struct ExportOptions {
  ExportFormat format = ExportFormat::kCsv;
  AccountKind kind = AccountKind::kEvents;  // other kinds: csv, jsonl, stata, parquet
  ExportConventions conventions;
  // Events of these statuses; none: "actual" for formats that cannot mark another one, all for those that can.
  std::set<std::string> statuses;
  // One event a date, source, target and code; its mentions are those of all. Holds the events in memory.
  bool one_a_day = false;
  // The accounts are as the engine read them, reviews left aside: the sidecar says so, and what was rejected is
  // written.
  bool as_coded = false;
};

// The tables under knowledge/exports and knowledge/ontology.
struct ExportTables;
[[nodiscard]] Result<std::shared_ptr<const ExportTables>> load_export_tables(const std::string& knowledge_folder);

// An actor's country in PLOVER's terms; of an international actor what PLOVER has in its place ("UNO"), of an armed
// group that is of one state that state. May be empty.
[[nodiscard]] std::string plover_country(const ExportTables& tables, const Actor& actor);

using ByteSink = std::function<Status(std::string_view)>;

class Exporter {
 public:
  // `sink` for formats of text; `path` for those that write a file, which must not exist or may be overwritten.
  [[nodiscard]] static Result<std::unique_ptr<Exporter>> open(const ExportOptions& options,
                                                              std::shared_ptr<const ExportTables> tables, ByteSink sink,
                                                              const std::string& path = "");
  ~Exporter();
  Exporter(const Exporter&) = delete;
  Exporter& operator=(const Exporter&) = delete;

  // In the order in which they are to be written. `stamp`: of the run that coded the account's fields. What the format
  // cannot hold, and what a reviewer rejected (but for `as_coded`), is counted, not written. Another kind than the one
  // that the options name is kUsage, but for jsonl, which takes all.
  [[nodiscard]] Status add(const LedgerEvent& event, const EngineStamp& stamp);
  [[nodiscard]] Status add(const LedgerStatement& statement, const EngineStamp& stamp);
  [[nodiscard]] Status add(const AgreementThread& thread, const EngineStamp& stamp);
  [[nodiscard]] Status add(const RelationInterval& relation, const EngineStamp& stamp);
  [[nodiscard]] Status add(const LedgerDispute& dispute, const EngineStamp& stamp);

  // Writes what is left; nothing may be added after it.
  [[nodiscard]] Status finish();

  // JSON on what was written: engines, conventions, numbers of rows, what was left out and what the format lost. After
  // finish().
  [[nodiscard]] std::string sidecar() const;

 private:
  struct Impl;
  explicit Exporter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Markdown: each column of the format, its meaning, its values and the field it is read from.
[[nodiscard]] Result<std::string> write_codebook(const ExportOptions& options, const ExportTables& tables);

// One object, one line: the record's fields by the contract, with the account's `id`, and beside them `mentions`,
// `articles`, `sources`, `verdict`; `steps` of an agreement, `from`, `to`, `first`, `last` of a relation, `positions`
// and `change_of_position` of a dispute.
[[nodiscard]] std::string write_account_json(const LedgerEvent& event, const EngineStamp& stamp);
[[nodiscard]] std::string write_account_json(const LedgerStatement& statement, const EngineStamp& stamp);
[[nodiscard]] std::string write_account_json(const AgreementThread& thread, const EngineStamp& stamp);
[[nodiscard]] std::string write_account_json(const RelationInterval& relation, const EngineStamp& stamp);
[[nodiscard]] std::string write_account_json(const LedgerDispute& dispute, const EngineStamp& stamp);

}  // namespace entente

#endif  // ENTENTE_EXPORT_H_

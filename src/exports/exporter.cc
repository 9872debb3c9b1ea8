#include <list>
#include <tuple>

#include "entente/export.h"
#include "exports/format_rules.h"
#include "exports/losses.h"
#include "exports/one_a_day.h"
#include "exports/own_columns.h"
#include "exports/plover_json.h"
#include "exports/sidecar.h"

namespace entente {
namespace {

bool is_json(ExportFormat format) { return format == ExportFormat::kJsonl || format == ExportFormat::kPloverJson; }

// "affirms, denies" to its parts, for columns of few texts; PLOVER's types stand in their table.
ClassLabels class_labels(const std::vector<ColumnText>& columns, const ExportTables& tables, AccountKind kind) {
  ClassLabels labels;
  for (const ColumnText& column : columns) {
    if (column.type != CellType::kClass) continue;
    std::vector<std::string>& names = labels[column.name];
    if (kind == AccountKind::kEvents && std::string_view(column.name) == "type") {
      names = tables.types;
      continue;
    }
    std::string_view rest = column.values;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(", "), rest.size());
      names.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 2, rest.size()));
    }
  }
  return labels;
}

}  // namespace

struct Exporter::Impl {
  Impl(ExportOptions settled, std::shared_ptr<const ExportTables> all, ByteSink sink)
      : options(std::move(settled)),
        rules(rules_of(options.format)),
        tables(std::move(all)),
        bytes(std::move(sink)),
        losses(rules.lost) {}

  ExportOptions options;
  const FormatRules& rules;
  std::shared_ptr<const ExportTables> tables;
  ByteSink bytes;
  std::unique_ptr<RowSink> rows;  // none for JSON
  Losses losses;
  ExportCounts counts;
  OneADay day_events;
  std::list<std::pair<EngineStamp, std::int64_t>> engines;
  bool finished = false;

  // The stamp, kept once, and counted.
  const EngineStamp& seen(const EngineStamp& stamp) {
    const auto key = [](const EngineStamp& s) { return std::tie(s.version, s.model, s.knowledge, s.conventions); };
    for (auto& [known, accounts] : engines) {
      if (key(known) != key(stamp)) continue;
      ++accounts;
      return known;
    }
    return engines.emplace_back(stamp, 1).first;
  }

  Status check(AccountKind kind) const {
    if (finished) return Error{ErrorCode::kUsage, "the export is finished: nothing can be added", ""};
    if (kind == options.kind || options.format == ExportFormat::kJsonl) return Unit();
    return Error{ErrorCode::kUsage, "an export of " + name_of(options.kind) + " takes no " + name_of(kind), ""};
  }

  [[nodiscard]] bool is_rejected(const Account& account) const {
    return account.verdict == Verdict::kRejected && !options.as_coded;
  }

  Status left_out(const std::string& reason) {
    ++counts.left_out[reason];
    return Unit();
  }

  Status add_event(const LedgerEvent& event, const EngineStamp& given_stamp) {
    ++counts.given;
    const EngineStamp& stamp = seen(given_stamp);
    if (is_rejected(event)) return left_out("rejected");
    if (!options.statuses.contains(event.event.status)) return left_out("status " + event.event.status);
    ENTENTE_TRY(const CodedEvent coded, code_event(event.event, stamp, options.conventions, *tables));
    if (rules.needs_code && !coded.cameo) return left_out("no CAMEO code");
    const EventDay day = day_of(event.event, event);
    if (rules.needs_day && day.day.empty()) return left_out("no day");
    // Dyads point into the event, which one a day keeps.
    const auto kept = options.one_a_day ? std::make_shared<const LedgerEvent>(event) : nullptr;
    std::vector<Dyad> dyads = {{}};
    if (rules.dyads) dyads = dyads_of(kept != nullptr ? kept->event : event.event, rules.alone);
    if (dyads.empty()) return left_out("no pair of source and target");
    ++counts.written;
    if (day.published && !day.day.empty()) ++counts.day_of_publication;
    if (coded.wider) ++counts.wider;
    losses.count(event);
    for (const Dyad& dyad : dyads) {
      if (kept != nullptr) {
        day_events.add(kept, stamp, coded, day.day, dyad);
        continue;
      }
      ENTENTE_CHECK_OK(write(EventRow{*tables, event.event, event, stamp, coded, day.day, dyad.source, dyad.target}));
    }
    return Unit();
  }

  Status write(const EventRow& row) {
    ++counts.rows;
    if (options.format == ExportFormat::kPloverJson) return bytes(write_plover_json(row));
    if (options.format == ExportFormat::kJsonl) return bytes(event_json(row));
    return rows->row(cells_of(columns_of(options.format), row));
  }

  // The record by the conventions of the export; its stamp names them.
  [[nodiscard]] std::string event_json(const EventRow& row) const {
    LedgerEvent event{row.account, row.event};
    event.event.cameo = row.coded.cameo;
    event.event.goldstein = row.coded.goldstein;
    event.event.quad = row.coded.quad;
    EngineStamp stamp = row.stamp;
    if (options.conventions.cameo) stamp.conventions["cameo"] = *options.conventions.cameo;
    if (options.conventions.goldstein) stamp.conventions["goldstein"] = *options.conventions.goldstein;
    if (options.conventions.quad) stamp.conventions["quad"] = *options.conventions.quad;
    return write_account_json(event, stamp);
  }

  template <class T>
  Status add_account(const T& account, const EngineStamp& stamp, AccountKind kind, Columns<AccountRow<T>> columns) {
    ENTENTE_CHECK_OK(check(kind));
    ++counts.given;
    seen(stamp);
    if (is_rejected(account)) return left_out("rejected");
    ++counts.written;
    ++counts.rows;
    if (options.format == ExportFormat::kJsonl) return bytes(write_account_json(account, stamp));
    losses.count(account);
    return rows->row(cells_of(columns, AccountRow<T>{account, stamp}));
  }

  Status write_held() {
    for (const DayEvent& held : day_events.take()) {
      ENTENTE_CHECK_OK(write(EventRow{*tables, held.event->event, held.account, *held.stamp, held.coded, held.day,
                                      held.dyad.source, held.dyad.target}));
    }
    counts.merged = day_events.merged();
    return Unit();
  }
};

Exporter::Exporter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Exporter::~Exporter() = default;

Result<std::unique_ptr<Exporter>> Exporter::open(const ExportOptions& options,
                                                 std::shared_ptr<const ExportTables> tables, ByteSink sink,
                                                 const std::string& path) {
  ENTENTE_TRY(ExportOptions settled, settle(options));
  if (writes_a_file(options.format) ? path.empty() : sink == nullptr)
    return Error{
        ErrorCode::kUsage,
        name_of(options.format) + (writes_a_file(options.format) ? " needs a file to write to" : " needs a sink"), ""};
  auto impl = std::make_unique<Impl>(std::move(settled), std::move(tables), std::move(sink));
  const std::vector<ColumnText> columns = columns_of(impl->options);
  if (options.format == ExportFormat::kStata) {
    ENTENTE_TRY(impl->rows, make_stata_sink(path, columns, class_labels(columns, *impl->tables, options.kind)));
  } else if (options.format == ExportFormat::kParquet) {
    ENTENTE_TRY(impl->rows, make_parquet_sink(path, columns));
  } else if (!is_json(options.format)) {
    impl->rows = make_text_sink(impl->bytes, columns, impl->rules.style);
  }
  return std::unique_ptr<Exporter>(new Exporter(std::move(impl)));
}

Status Exporter::add(const LedgerEvent& event, const EngineStamp& stamp) {
  ENTENTE_CHECK_OK(impl_->check(AccountKind::kEvents));
  return impl_->add_event(event, stamp);
}

Status Exporter::add(const LedgerStatement& statement, const EngineStamp& stamp) {
  return impl_->add_account(statement, stamp, AccountKind::kStatements, statement_columns());
}

Status Exporter::add(const AgreementThread& thread, const EngineStamp& stamp) {
  return impl_->add_account(thread, stamp, AccountKind::kAgreements, agreement_columns());
}

Status Exporter::add(const RelationInterval& relation, const EngineStamp& stamp) {
  return impl_->add_account(relation, stamp, AccountKind::kRelations, relation_columns());
}

Status Exporter::add(const LedgerDispute& dispute, const EngineStamp& stamp) {
  return impl_->add_account(dispute, stamp, AccountKind::kDisputes, dispute_columns());
}

Status Exporter::finish() {
  ENTENTE_CHECK_OK(impl_->check(impl_->options.kind));
  impl_->finished = true;
  ENTENTE_CHECK_OK(impl_->write_held());
  if (impl_->rows == nullptr) return Unit();
  ENTENTE_CHECK_OK(impl_->rows->finish());
  impl_->counts.cut_texts = impl_->rows->cut_texts();
  impl_->losses.add("long_texts", "the end of texts of more than 2,045 bytes; texts, not accounts",
                    impl_->counts.cut_texts);
  return Unit();
}

std::string Exporter::sidecar() const {
  return write_sidecar(impl_->options, impl_->tables->checksum, columns_of(impl_->options).size(), impl_->counts,
                       impl_->losses.counts(), {impl_->engines.begin(), impl_->engines.end()});
}

}  // namespace entente

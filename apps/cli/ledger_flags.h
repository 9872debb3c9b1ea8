// What all questions to a ledger have in common: flags, opening, the end of a list.
#ifndef ENTENTE_APPS_CLI_LEDGER_FLAGS_H_
#define ENTENTE_APPS_CLI_LEDGER_FLAGS_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "entente/export.h"
#include "entente/ledger.h"
#include "entente/questions.h"
#include "exit_code.h"
#include "terminal.h"

namespace CLI {
class App;
}

namespace entente::cli {

struct LedgerFlags {
  std::string location;
  std::string format;
  std::string color = "auto";
};
void add_location(CLI::App& command, const std::string& name, std::string& location);  // of a ledger
void add_ledger(CLI::App& command, LedgerFlags& flags, const std::vector<std::string>& formats);
// Tells where something is still to be joined.
[[nodiscard]] Result<std::unique_ptr<Ledger>> open_to_read(const std::string& location);
[[nodiscard]] Result<std::unique_ptr<Ledger>> open_ledger(const LedgerFlags& flags);  // to be read

constexpr std::int64_t kListed = 50;      // of a table, where no limit is asked for
constexpr std::int64_t kCounted = 50000;  // how far what is not shown is counted: more would take its time

struct ListFlags : LedgerFlags {
  std::int64_t limit = -1;  // as said: 0 for all
};
// --since, --until, --party, --min-confidence, --min-sources, --as-coded, --limit, --format and --color.
void add_list(CLI::App& command, ListFlags& flags, Query& query);

// Where nothing was found: which of the codes that were asked for the tables do not know either. On standard error.
void tell_unknown_codes(const std::vector<std::string>& said);

// Who is asked for, in any role.
[[nodiscard]] inline std::vector<std::string> asked_for(const Query& query) { return query.parties; }
[[nodiscard]] inline std::vector<std::string> asked_for(const EventQuery& query) {
  std::vector<std::string> all = query.parties;
  all.insert(all.end(), query.actors.begin(), query.actors.end());
  all.insert(all.end(), query.recipients.begin(), query.recipients.end());
  return all;
}
[[nodiscard]] inline std::vector<std::string> asked_for(const StatementQuery& query) {
  std::vector<std::string> all = query.parties;
  all.insert(all.end(), query.speakers.begin(), query.speakers.end());
  return all;
}

// Writes what a list gives as it comes, and its last line for people.
class ListOutput {
 public:
  explicit ListOutput(const ListFlags& flags);
  [[nodiscard]] bool is_table() const { return table_; }
  [[nodiscard]] const TableStyle& style() const { return style_; }
  // Of the query: one more than is shown, so that the end is known.
  [[nodiscard]] std::int64_t asked() const { return limit_ == 0 ? 0 : limit_ + 1; }
  // False where no more is to come.
  [[nodiscard]] bool put(const std::string& entry);
  [[nodiscard]] bool is_empty() const { return shown_ == 0; }
  // True for the entry that is asked for only to know whether there is more.
  [[nodiscard]] bool is_full() const { return limit_ != 0 && shown_ == limit_; }
  void more() { more_ = true; }
  // `count`: of all that there is; called where there is more.
  [[nodiscard]] ExitCode finish(const Status& done, const std::string& what,
                                const std::function<Result<std::optional<std::int64_t>>()>& count);

 private:
  bool table_;
  TableStyle style_;
  std::int64_t limit_;
  std::int64_t shown_ = 0;
  bool more_ = false;
  bool ends_blank_ = true;
  Written written_ = Written::kAll;
};

// An export to standard output.
class ExportOutput {
 public:
  [[nodiscard]] Status open(const ExportOptions& options, std::shared_ptr<const ExportTables> tables);
  [[nodiscard]] Status open_csv(AccountKind kind);  // the columns of `entente export --format csv`
  [[nodiscard]] Exporter& exporter() & { return *exporter_; }
  [[nodiscard]] ExitCode finish(Status done);

 private:
  std::unique_ptr<Exporter> exporter_;
  Written written_ = Written::kAll;
};

template <class Account, class AskedQuery>
using EachAccount = Status (*)(Ledger&, const AskedQuery&, const Visitor<Account>&);

template <class Account, class AskedQuery>
ExitCode run_csv(Ledger& ledger, const ListFlags& flags, AskedQuery query, AccountKind kind,
                 EachAccount<Account, AskedQuery> each) {
  ExportOutput output;
  if (const Status opened = output.open_csv(kind); !opened) return fail(opened.error());
  query.limit = flags.limit > 0 ? flags.limit : 0;
  Status added = Unit{};
  Status done = each(ledger, query, [&](const Account& account) {
    added = output.exporter().add(account, account.stamp);
    return added.has_value();
  });
  return output.finish(done ? std::move(added) : std::move(done));
}

// A whole list: `each` of the library with the query, `entry` of an account for people.
template <class Account, class AskedQuery>
ExitCode run_list(const ListFlags& flags, AskedQuery query, const std::string& what, AccountKind kind,
                  EachAccount<Account, AskedQuery> each,
                  const std::function<std::string(const Account&, const TableStyle&)>& entry) {
  const Result<std::unique_ptr<Ledger>> ledger = open_ledger(flags);
  if (!ledger) return fail(ledger.error());
  if (flags.format == "csv") return run_csv<Account, AskedQuery>(**ledger, flags, query, kind, each);
  ListOutput output(flags);
  query.limit = output.asked();
  const Status done = each(**ledger, query, [&](const Account& account) {
    if (output.is_full()) {
      output.more();
      return false;
    }
    return output.put(output.is_table() ? entry(account, output.style()) : write_account_json(account, account.stamp));
  });
  if (done && output.is_empty()) tell_unknown_codes(asked_for(query));
  return output.finish(done, what, [&] { return count_of(**ledger, query, kCounted + 1); });
}

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_LEDGER_FLAGS_H_

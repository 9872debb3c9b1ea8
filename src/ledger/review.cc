#include "entente/review.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text_index.h"
#include "ledger/account_rows.h"
#include "ledger/corrections.h"
#include "ledger/join_all.h"
#include "ledger/load_accounts.h"
#include "ledger/review_target.h"
#include "ledger/sql_filter.h"
#include "store/body.h"

namespace entente {
namespace {

constexpr std::size_t kMostReviewer = 200;  // bytes
constexpr std::size_t kMostNote = 10000;
constexpr std::size_t kMostValue = 1000;

Error usage(const std::string& message) { return {ErrorCode::kUsage, message, ""}; }

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_utf8(std::string_view text) { return valid_utf8_prefix(text) == text.size(); }

Status check_words(const Review& review) {
  if (!is_utf8(review.reviewer) || !is_utf8(review.note) || !is_utf8(review.made)) {
    return usage("expected reviewer, note and time in UTF-8");
  }
  if (review.reviewer.empty()) return usage("expected a reviewer's name");
  if (review.reviewer.size() > kMostReviewer || has_control(review.reviewer)) {
    return usage("expected a reviewer's name of at most 200 bytes, on one line");
  }
  if (review.note.size() > kMostNote) return usage("expected a note of at most 10,000 bytes");
  if (review.made.empty()) return usage("expected when the review was made");
  const bool corrected = review.verdict == Verdict::kCorrected;
  if (review.verdict == Verdict::kNone) return usage("expected a verdict: accepted, corrected, rejected");
  if (corrected && review.corrections.empty()) return usage("expected a field and its value, where it is corrected");
  if (!corrected && !review.corrections.empty()) {
    return usage(std::string("expected no other values where it is ") + verdict_name(review.verdict));
  }
  std::set<std::string> fields;
  for (const Correction& correction : review.corrections) {
    if (!fields.insert(correction.field).second) return usage("field \"" + correction.field + "\" stands there twice");
    if (correction.value.size() > kMostValue || has_control(correction.value) || !is_utf8(correction.value)) {
      return usage(correction.field + ": expected a value of at most 1,000 bytes of UTF-8, on one line");
    }
  }
  return Unit{};
}

template <class Known>
std::string listed(const std::map<std::string, Known, std::less<>>& known) {
  std::string list;
  for (const auto& [name, unused] : known) list += (list.empty() ? "" : ", ") + name;
  return list;
}

// Types and sectors are those of the tables by which records are joined: of others nothing would be known.
Status check_codes(const JoinTables& tables, const Record& record, const Correction& correction) {
  if (const auto* const event = std::get_if<Event>(&record);
      event != nullptr && correction.field == "type" && !tables.types.contains(event->type)) {
    return usage("type \"" + correction.value + "\": expected " + listed(tables.types));
  }
  for (const std::string& sector : corrected_sectors(record, correction.field)) {
    if (tables.sectors.contains(sector)) continue;
    return usage(correction.field + " \"" + correction.value + "\": no sector " + sector + "; expected " +
                 listed(tables.sectors));
  }
  return Unit{};
}

Result<ReviewTarget> checked_target(Ledger::Impl& ledger, const Review& review) {
  if (ledger.tables.types.empty()) {
    return Error{ErrorCode::kInternal, "a ledger that was opened without knowledge cannot be reviewed", ""};
  }
  ENTENTE_CHECK_OK(check_words(review));
  ENTENTE_TRY(ReviewTarget target, find_target(ledger, review.id));
  if (target.kind == kDisputeKind) {
    if (review.verdict == Verdict::kCorrected) return usage("expected accepted or rejected: a dispute has no fields");
    return target;
  }
  ENTENTE_TRY(std::vector<Record> records, records_at(ledger, {target.founder}));
  for (const Correction& correction : review.corrections) {
    ENTENTE_CHECK_OK(correct(records.front(), correction));
    ENTENTE_CHECK_OK(check_codes(ledger.tables, records.front(), correction));
  }
  return target;
}

Status write_review(Ledger::Impl& ledger, const ReviewTarget& target, const Review& review) {
  std::vector<Correction> said = review.corrections;
  if (said.empty()) said.emplace_back();
  for (const Correction& correction : said) {
    const bool has_value = !correction.field.empty() && !correction.value.empty();
    ENTENTE_CHECK_OK(ledger.database().run(
        "INSERT INTO review (record, kind, verdict, field, value, reviewer, note, made) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {target.number, static_cast<std::int64_t>(target.kind), static_cast<std::int64_t>(review.verdict),
         correction.field, has_value ? Value(correction.value) : Value(nullptr), review.reviewer, review.note,
         review.made}));
  }
  return Unit{};
}

Status issues_of(Database& database, std::int64_t founder, std::set<std::int64_t>& issues) {
  return database.run("SELECT issue_block FROM statement WHERE key IN (?, ?)", {founder, -founder},
                      [&](const Row& row) { issues.insert(row.integer(0)); });
}

// Disputes are between statements as they stand corrected.
Status join_disputes_of(Ledger::Impl& ledger, const std::set<std::int64_t>& issues) {
  for (const std::int64_t issue : issues) {
    if (issue == 0) continue;
    ENTENTE_CHECK_OK(join_dispute_block(ledger, {issue, 0, 0}));
    ENTENTE_CHECK_OK(ledger.database().run("DELETE FROM dirty WHERE kind = 4 AND block = ?", {issue}));
  }
  return Unit{};
}

// `issues`: those whose disputes are to be looked for anew.
Status add_review(Ledger::Impl& ledger, const Review& review, std::set<std::int64_t>& issues) {
  ENTENTE_TRY(const ReviewTarget target, checked_target(ledger, review));
  const auto write = [&] { return write_review(ledger, target, review); };
  if (target.kind == kDisputeKind) {
    ENTENTE_CHECK_OK(write());
    return ledger.database().run("UPDATE dispute SET verdict = ? WHERE id = ?",
                                 {static_cast<std::int64_t>(review.verdict), target.number});
  }
  const bool is_statement = target.kind == kStatementKind;
  if (is_statement) ENTENTE_CHECK_OK(issues_of(ledger.database(), target.founder, issues));
  ENTENTE_CHECK_OK(rewrite_account(ledger, target.kind, target.founder, write));
  return is_statement ? issues_of(ledger.database(), target.founder, issues) : Status(Unit{});
}

bool same_review(const PastReview& a, const PastReview& b) {
  return a.record == b.record && a.verdict == b.verdict && a.reviewer == b.reviewer && a.made == b.made &&
         a.note == b.note;
}

// By type, as it was coded: the rows of the layer of both views, or of that of the engine alone. Disputes have neither
// layers nor types.
class Tallies {
 public:
  Tallies(Database& database, std::size_t kind) : database_(database), kind_(kind) {}

  // What was reviewed is little: it is looked for from there.
  Status read() {
    std::vector<std::int64_t> numbers;
    ENTENTE_CHECK_OK(database_.run("SELECT DISTINCT record FROM review WHERE kind = ?",
                                   {static_cast<std::int64_t>(kind_)},
                                   [&](const Row& row) { numbers.push_back(row.integer(0)); }));
    if (kind_ == kDisputeKind) {
      return count("SELECT '', verdict FROM dispute WHERE verdict <> 0 AND id IN (", numbers);
    }
    std::set<std::int64_t> keys;  // as coded they are negative
    ENTENTE_CHECK_OK(for_keys(
        database_,
        "SELECT account FROM record WHERE account IS NOT NULL AND kind = " + std::to_string(kind_) + " AND id IN (",
        numbers, [&](const Row& row) {
          keys.insert({row.integer(0), -row.integer(0)});
        }));
    return count(std::string("SELECT ") + type_column(kind_) + ", verdict FROM " + kind_name(kind_) +
                     " WHERE verdict <> 0 AND layer IN (0, 2) AND key IN (",
                 {keys.begin(), keys.end()});
  }

  void take(std::vector<ReviewTally>& tallies) {
    for (auto& [type, tally] : tallies_) tallies.push_back(std::move(tally));
  }

 private:
  Status count(const std::string& sql, const std::vector<std::int64_t>& keys) {
    return for_keys(database_, sql, keys, [&](const Row& row) {
      const std::string type(row.text(0));
      ReviewTally& tally = tallies_.try_emplace(type, ReviewTally{kind_name(kind_), type}).first->second;
      switch (static_cast<Verdict>(row.integer(1))) {
        case Verdict::kAccepted: ++tally.accepted; break;
        case Verdict::kCorrected: ++tally.corrected; break;
        default: ++tally.rejected; break;
      }
    });
  }

  Database& database_;
  std::size_t kind_;
  std::map<std::string, ReviewTally> tallies_;
};

}  // namespace

Status check_review(Ledger& ledger, const Review& review) {
  ENTENTE_TRY(const ReviewTarget target, checked_target(ledger.impl(), review));
  static_cast<void>(target);
  return Unit{};
}

Status add_reviews(Ledger& ledger, const std::vector<Review>& reviews) {
  Ledger::Impl& impl = ledger.impl();
  ENTENTE_TRY(Transaction transaction, Transaction::begin(impl.database()));
  std::set<std::int64_t> issues;
  for (const Review& review : reviews) ENTENTE_CHECK_OK(add_review(impl, review, issues));
  ENTENTE_CHECK_OK(join_disputes_of(impl, issues));
  return transaction.commit();
}

Status each_review(Ledger& ledger, const std::function<bool(const PastReview&)>& each) {
  std::optional<PastReview> pending;
  bool go_on = true;
  ENTENTE_CHECK_OK(ledger.impl().database().run(
      "SELECT v.record, v.kind, v.verdict, v.field, v.value, v.reviewer, v.note, v.made, "
      "(SELECT f.id FROM record r JOIN record f ON f.key = r.account WHERE r.id = v.record AND r.kind = v.kind LIMIT "
      "1),"
      "(SELECT d.id FROM dispute d WHERE d.id = v.record AND v.kind = 4) FROM review v ORDER BY v.key",
      {}, [&](const Row& row) {
        PastReview past;
        const auto kind = static_cast<std::size_t>(row.integer(1));
        past.kind = kind_name(kind);
        past.record = id_text(kind == kDisputeKind ? account_prefix(kind) : record_prefix(kind), row.integer(0));
        past.current = !row.is_null(8) || !row.is_null(9);
        past.id = row.is_null(8) ? past.record : id_text(account_prefix(kind), row.integer(8));
        past.verdict = static_cast<Verdict>(row.integer(2));
        past.reviewer = row.text(5), past.note = row.text(6), past.made = row.text(7);
        if (pending && !same_review(*pending, past)) {
          go_on = go_on && each(*pending);
          pending.reset();
        }
        if (!pending) pending = std::move(past);
        if (!row.text(3).empty())
          pending->corrections.push_back({std::string(row.text(3)), row.optional_text(4).value_or("")});
      }));
  if (pending && go_on) static_cast<void>(each(*pending));
  return Unit{};
}

Result<std::vector<ReviewTally>> review_tallies(Ledger& ledger) {
  ENTENTE_TRY(const Snapshot snapshot, Snapshot::begin(ledger.impl().database()));
  std::vector<ReviewTally> tallies;
  for (std::size_t kind = 0; kind <= kDisputeKind; ++kind) {
    Tallies of_kind(ledger.impl().database(), kind);
    ENTENTE_CHECK_OK(of_kind.read());
    of_kind.take(tallies);
  }
  return tallies;
}

}  // namespace entente

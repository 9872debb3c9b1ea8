// Reviews: what people say of a ledger's accounts. They lie over what was coded and never overwrite it.
//
// An account is accepted as it was coded, corrected in some of its fields, or rejected. What is said of any of its
// records is said of the account; the last word counts, field by field. Nothing is taken back: a later word stands
// above it, and all that was said is kept. The word stays with the record that it was said of: it holds in whatever
// account that record is later joined to. Errors: kUsage for what cannot be said (no such account, field or value),
// with what was expected; else as in entente/ledger.h. The ledger must be opened for writing and with knowledge, but
// for what only reads. Threads: one at a time a ledger. Visitors return false to stop; they must not use the ledger.
// Source: docs/formats/ledger.md.
#ifndef ENTENTE_REVIEW_H_
#define ENTENTE_REVIEW_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ledger.h"
#include "entente/ledger_rows.h"
#include "entente/record.h"
#include "entente/result.h"

namespace entente {

struct Correction {
  std::string field;  // one of correctable_fields()
  std::string value;  // empty: there is none
};

struct CorrectableField {
  std::string name;
  std::vector<std::string> values;  // one of these; empty where it is no closed list
  std::string expected;             // for people: "codes, with sectors where they are known: AZE:GOV, TUR"
};
// `kind`: event, statement, agreement or relation; of others none.
[[nodiscard]] std::vector<CorrectableField> correctable_fields(const std::string& kind);
// As a correction would be written; an actor without a code stands by name.
[[nodiscard]] std::string field_value(const Record& record, const std::string& field);

struct Review {
  std::string id;  // of an account ("le_...") or of one of its records ("ev_...")
  Verdict verdict = Verdict::kNone;
  std::vector<Correction> corrections;  // of a corrected account: at least one
  std::string reviewer, note;
  std::string made;  // when: ISO 8601
};
// That it could be added; writes nothing.
[[nodiscard]] Status check_review(Ledger& ledger, const Review& review);
// One transaction: all of them or none. What they change in questions and exports is changed when it returns.
[[nodiscard]] Status add_reviews(Ledger& ledger, const std::vector<Review>& reviews);

struct PastReview : Review {
  std::string kind;
  std::string record;    // that the word stays with
  bool current = false;  // false: no article has that record any longer
};
// All that was said, in that order; `id` is that of the account as it is now, else that of the record.
[[nodiscard]] Status each_review(Ledger& ledger, const std::function<bool(const PastReview&)>& each);

// What was said last of the accounts of a kind and type, as they were coded. Of a statement the type is its stance, of
// an agreement its form.
struct ReviewTally {
  std::string kind, type;
  std::int64_t accepted = 0, corrected = 0, rejected = 0;
};
[[nodiscard]] Result<std::vector<ReviewTally>> review_tallies(Ledger& ledger);

// Which accounts are to be looked at. Empty fields ask for nothing.
struct ReviewQuery {
  std::vector<std::string> kinds;  // event, statement, agreement, relation
  std::vector<std::string> types;
  std::vector<std::string> parties;  // codes
  std::string since, until;          // as in entente/questions.h
  double max_confidence = 1;
  bool reviewed_too = false;
  std::vector<std::string> ids;  // these alone
  std::int64_t sample = 0;       // so many of them, whatever their order: the same for everybody who asks; 0: all
  std::int64_t limit = 0;        // the first of these; 0: all
};

struct ReviewItem {
  std::string id;  // of the account
  Record record;   // of its fullest mention, as it stands now
  Verdict verdict = Verdict::kNone;
  Mention mention;
  int articles = 0, sources = 0;
  std::optional<std::string> text;  // of the article, where the ledger keeps it
};
// Their ids: by kind, the newest first. kUsage for a query that cannot be meant.
[[nodiscard]] Result<std::vector<std::string>> accounts_to_review(Ledger& ledger, const ReviewQuery& query);
[[nodiscard]] Result<ReviewItem> review_item(Ledger& ledger, const std::string& id);

// The same as a table for a spreadsheet: what there is to see of each account, empty cells for verdict and note, and
// behind each field of these kinds an empty cell "correct_...". UTF-8 with a byte order mark, CRLF; texts that a
// spreadsheet would take for a formula begin with an apostrophe.
[[nodiscard]] std::string review_sheet_head(const std::vector<std::string>& kinds);  // empty: all
[[nodiscard]] std::string review_sheet_row(const ReviewItem& item, const std::vector<std::string>& kinds);

struct ReviewSheet {
  std::vector<Review> reviews;  // without reviewer and time; rows without a verdict are left out
  std::vector<int> lines;       // of each
  std::vector<Error> mistakes;  // of rows: "name:line" and what was expected
};
// As review_sheet_head() names the columns, in any order; only id and verdict must be there. A cell "-" means that the
// field has no value. Separators and limits: a table of 64 MiB, 200,000 rows, 64 KiB a cell. Errors: where it is no
// such table.
[[nodiscard]] Result<ReviewSheet> read_review_sheet(std::string_view bytes, const std::string& name);

}  // namespace entente

#endif  // ENTENTE_REVIEW_H_

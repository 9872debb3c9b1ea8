// Formats: parsed documents, records and scores as CoNLL-U, JSON and tables.
//
// Units: as in the types written. Strings end with a newline and are UTF-8.
// Errors: readers say which line is wrong and what was expected.
// Threads: pure functions.
// Source: https://universaldependencies.org/format.html; docs/formats/records.md.
#ifndef ENTENTE_FORMATS_H_
#define ENTENTE_FORMATS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actor_tables.h"
#include "entente/components.h"
#include "entente/document.h"
#include "entente/eval.h"
#include "entente/explain.h"
#include "entente/ledger_diff.h"
#include "entente/ledger_rows.h"
#include "entente/questions.h"
#include "entente/record.h"
#include "entente/result.h"
#include "entente/review.h"
#include "entente/sentence_eval.h"

namespace entente {

// Gold tokens, tags and trees of a CoNLL-U file, one ParsedDocument for each "# newdoc" (one in all where
// there is none). Multiword tokens are kept, empty nodes dropped. The text is rebuilt from forms and SpaceAfter,
// with a blank line before each "# newpar". Names are read back from MISC (Name=B-PER), as write_conllu writes them.
[[nodiscard]] Result<std::vector<ParsedDocument>> read_conllu(std::string_view bytes, const std::string& name);

// Ten columns; "# newdoc id", "# newpar", "# sent_id", "# text"; names and attribution in MISC as
// Name=B-PER, Source=B, Cue=B, Content=I; SpaceAfter=No.
[[nodiscard]] std::string write_conllu(const ParsedDocument& parsed);

[[nodiscard]] std::string write_parse_json(const ParsedDocument& parsed);  // one object, one line

[[nodiscard]] std::string write_record_json(const Record& record, const EngineStamp& stamp);  // one object, one line

// Records of all kinds, one JSON object a line, as write_record_json writes them; blank lines are passed over, and
// fields that the contract does not name. `name` stands in errors ("name:line"). A line of at most 4 MiB, 1 GiB and
// 1,000,000 records in all.
[[nodiscard]] Result<std::vector<Record>> read_records(std::string_view jsonl, const std::string& name);

[[nodiscard]] std::string grouped(std::int64_t number);  // for people: "1,234,567"

struct TableStyle {
  bool color = false;
  int width = 80;  // columns of the terminal
};
// For people: the article's records in groups (agreements, what was done, who said what, where they differ, how they
// stand), each with its number, which is its place among `records` from 1 on, and the words it was read from.
[[nodiscard]] std::string write_record_table(const Article& article, const std::vector<Record>& records,
                                             const TableStyle& style);

// For people: how each sentence of the explanation was read. At most 80 columns.
[[nodiscard]] std::string write_explanation(const ParsedDocument& parsed, const Explanation& explanation,
                                            const TableStyle& style);

// For people: one record in full, by its number in the table: fields, evidence in its sentences, why it was coded so,
// the records it is tied to, and how those sentences were read. Empty where no record has that number.
[[nodiscard]] std::string write_record_explanation(const ParsedDocument& parsed, const Explanation& explanation,
                                                   std::size_t number, const TableStyle& style);

// For people: an account to be reviewed, with its evidence in its sentence and why it was coded so. `place` stands in
// its heading ("3 of 120"). At most 80 columns.
[[nodiscard]] std::string write_review_item(const ReviewItem& item, const std::string& place, const TableStyle& style);
// The fields that can be corrected, with their values and what is expected of them.
struct FieldToCorrect {
  CorrectableField field;
  std::string value;
};
[[nodiscard]] std::string write_fields_to_correct(const std::vector<FieldToCorrect>& fields, const TableStyle& style);
// What was said in reviews: for people, as an object or a row a line.
[[nodiscard]] std::string write_review_entry(const PastReview& review, const TableStyle& style);
[[nodiscard]] std::string write_review_json(const PastReview& review);
[[nodiscard]] std::string write_review_csv_head();
[[nodiscard]] std::string write_review_csv(const PastReview& review);
// How many were accepted as coded: for people by kind and type, with all of a kind; an object a line for each type. The
// interval is Wilson's at 95 %.
[[nodiscard]] std::string write_review_tallies(const std::vector<ReviewTally>& tallies, const TableStyle& style);
[[nodiscard]] std::string write_review_tallies_json(const std::vector<ReviewTally>& tallies);

// What differs between two ledgers: each change in a few lines, or as an object a line; in sum for people, or as counts
// and rules, an object a line, told apart by `group`.
[[nodiscard]] std::string write_change(const LedgerChange& change, const TableStyle& style);
[[nodiscard]] std::string write_change_json(const LedgerChange& change);
[[nodiscard]] std::string write_ledger_diff(const LedgerDiff& diff, const TableStyle& style);
[[nodiscard]] std::string write_ledger_diff_json(const LedgerDiff& diff);

// For people: one account of a ledger, laid out as a record of write_record_table: how sure, when, what, who; how many
// articles and sources tell it and its id; the words of its fullest mention, else where those can be read.
[[nodiscard]] std::string write_account_entry(const LedgerEvent& event, const TableStyle& style);
[[nodiscard]] std::string write_account_entry(const LedgerStatement& statement, const TableStyle& style);
enum class ShowProvisions { kNumber, kAll };
[[nodiscard]] std::string write_account_entry(const AgreementThread& thread, ShowProvisions provisions,
                                              const TableStyle& style);
[[nodiscard]] std::string write_account_entry(const RelationInterval& relation, const TableStyle& style);
[[nodiscard]] std::string write_account_entry(const LedgerDispute& dispute, const TableStyle& style);

// Rows of dyad(): for people, two lines a row, one for each direction; as JSON and CSV one row a time and direction,
// where a time that the ledger does not cover has no numbers. Shares are in per cent.
[[nodiscard]] std::string write_dyad_table(const DyadQuery& query, const std::vector<DyadRow>& rows,
                                           const TableStyle& style);
[[nodiscard]] std::string write_dyad_json(const DyadQuery& query, const std::vector<DyadRow>& rows);
[[nodiscard]] std::string write_dyad_csv(const DyadQuery& query, const std::vector<DyadRow>& rows);

// What was found for `words`, for people, by kind; a JSON object a line, `snippet` with the matches in [brackets].
[[nodiscard]] std::string write_search_table(const std::vector<SearchHit>& hits, const TableStyle& style);
[[nodiscard]] std::string write_search_json(const std::vector<SearchHit>& hits);

// For people: one account in full: fields, steps, positions or ends, the words in each article, why, and by what it was
// read.
[[nodiscard]] std::string write_shown(const Shown& shown, const TableStyle& style);

[[nodiscard]] std::string write_component_json(const Component& component);  // one object, one line

[[nodiscard]] std::string write_unknown_json(const UnknownActor& actor);  // one object, one line
[[nodiscard]] std::string write_unknown_table(const std::vector<UnknownActor>& actors, const TableStyle& style);
[[nodiscard]] std::string write_actor_sheet(const ActorSheet& sheet, const TableStyle& style);  // for people; in short

[[nodiscard]] std::string write_score_json(const Score& score);         // one object, one line; scores from 0 to 1
[[nodiscard]] std::string write_class_json(const ClassReport& report);  // a line for all, then one a class
[[nodiscard]] std::string write_class_table(const ClassReport& report);
[[nodiscard]] std::string write_score_table(const std::vector<Score>& scores);  // for people; in per cent

// Scores, calibration and, where they are asked for, confusions and mistakes: an object a line, told apart by `group`.
[[nodiscard]] std::string write_gold_json(const GoldReport& report, bool mistakes);
[[nodiscard]] std::string write_gold_table(const GoldReport& report, bool mistakes);  // for people; in per cent

}  // namespace entente

#endif  // ENTENTE_FORMATS_H_

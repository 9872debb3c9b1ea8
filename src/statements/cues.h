// Cues: the words that report something, with who says it and which words hold what is said.
#ifndef ENTENTE_STATEMENTS_CUES_H_
#define ENTENTE_STATEMENTS_CUES_H_

#include <optional>
#include <span>
#include <vector>

#include "entente/span.h"
#include "events/clause.h"
#include "knowledge/knowledge.h"
#include "statements/quotations.h"

namespace entente {

struct FoundCue {
  const ReportingCue* row = nullptr;  // null: no word of the table; quoted words beside it tell that it reports
  TokenId word = -1;                  // -1: quoted words after a name and a colon
  TokenSpan words;                    // "called on", "is not sure", "According to"
  TokenId speaker = -1;               // head of its phrase
  TokenId head = -1;                  // of the clause that holds what is said; -1 where only quotation marks tell
  TokenSpan content;                  // without marks at its ends
  bool declined = false;              // "declined to say whether"
  bool negated = false;               // "did not say that"
  bool by_quotation = false;          // the content is no more than quoted words beside the cue
  bool alone = false;                 // quoted words behind a sentence that only tells of the speaker
  std::string construction;           // as in the table: clause, infinitive, ...
};

class CueFinder {
 public:
  CueFinder(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const Quotations& quotations);

  // One cue, one content; in text order of the cues, those of quoted words without a cue last.
  [[nodiscard]] std::vector<FoundCue> find() const;

 private:
  // Where a cue stands apart by commas from what it reports.
  struct Aside {
    TokenId speaker = -1;
    TokenId first = -1;     // the comma before it
    bool inverted = false;  // "said X"
  };

  void add_quotations(std::vector<FoundCue>& found) const;
  static void drop_repeated(std::vector<FoundCue>& found);
  void drop_own_acts(std::vector<FoundCue>& found) const;
  void drop_quoted(std::vector<FoundCue>& found) const;
  [[nodiscard]] bool is_told(const FoundCue& found) const;
  [[nodiscard]] std::optional<FoundCue> read(TokenId t) const;
  [[nodiscard]] std::optional<FoundCue> read_verb(TokenId verb, const ReportingCue& row) const;
  [[nodiscard]] std::optional<FoundCue> read_quoted(TokenId verb, const ReportingCue& row) const;
  [[nodiscard]] std::optional<FoundCue> read_lesser(TokenId verb) const;
  [[nodiscard]] std::optional<FoundCue> read_unlisted(TokenId verb) const;
  [[nodiscard]] std::optional<FoundCue> read_noun(TokenId noun, const ReportingCue& row) const;
  [[nodiscard]] std::optional<FoundCue> read_adjective(TokenId adjective, const ReportingCue& row) const;
  [[nodiscard]] std::optional<FoundCue> read_phrase(TokenId t, const ReportingCue& row) const;
  [[nodiscard]] std::optional<FoundCue> read_telling(TokenId t) const;
  [[nodiscard]] std::optional<FoundCue> read_made_known(TokenId t) const;
  [[nodiscard]] std::optional<FoundCue> read_quotation(const Quotation& quotation) const;
  [[nodiscard]] std::optional<FoundCue> read_alone(const Quotation& quotation, std::span<const FoundCue> told) const;

  [[nodiscard]] std::optional<FoundCue> read_came(TokenId noun, const ReportingCue& row) const;
  [[nodiscard]] std::optional<FoundCue> read_colon(TokenSpan sentence, std::span<const FoundCue> told) const;
  [[nodiscard]] TokenId told_with(TokenId noun) const;
  [[nodiscard]] std::optional<FoundCue> read_as(TokenId verb, const ReportingCue& row) const;
  [[nodiscard]] std::optional<FoundCue> read_aside(TokenId verb, const ReportingCue& row) const;
  [[nodiscard]] bool find_aside(TokenId verb, const ReportingCue& row, TokenSpan part, Aside& aside) const;
  [[nodiscard]] bool find_names_before(TokenId start, TokenSpan part, Aside& aside) const;
  [[nodiscard]] TokenId that_after(TokenId t) const;
  [[nodiscard]] bool fill_that(FoundCue& found, TokenId that) const;
  [[nodiscard]] bool is_whole(TokenSpan words) const;
  [[nodiscard]] bool tells_more(const FoundCue& aside, const FoundCue& found) const;
  [[nodiscard]] bool ends_without_content(TokenId verb, const Aside& aside, TokenId end) const;
  [[nodiscard]] bool goes_on(TokenSpan before, TokenId comma, TokenId end, bool inverted) const;
  [[nodiscard]] bool lacks_rest(TokenSpan before, TokenSpan after) const;
  [[nodiscard]] bool is_shifted(TokenId t) const;
  void go_on_after_break(FoundCue& cue, const std::vector<FoundCue>& found) const;
  [[nodiscard]] TokenId own_beginning(TokenSpan before) const;
  [[nodiscard]] TokenSpan part_around(TokenId t) const;
  [[nodiscard]] TokenId noun_over(TokenId t, TokenSpan within) const;
  [[nodiscard]] TokenId top_of(TokenSpan words, const FoundCue& found) const;
  [[nodiscard]] bool may_speak(TokenId noun) const;

  [[nodiscard]] bool fill(FoundCue& found, const std::string& construction) const;
  [[nodiscard]] bool fill_around(FoundCue& found, TokenId t) const;
  [[nodiscard]] bool tells_of_object(TokenId clause, TokenId cue) const;
  [[nodiscard]] bool fill_clause(FoundCue& found) const;
  [[nodiscard]] bool fill_quotation(FoundCue& found) const;
  [[nodiscard]] TokenId head_of(const Quotation& quotation) const;
  [[nodiscard]] bool fill_infinitive(FoundCue& found) const;
  [[nodiscard]] bool fill_object_infinitive(FoundCue& found) const;
  [[nodiscard]] bool fill_gerund(FoundCue& found) const;
  [[nodiscard]] bool fill_of(FoundCue& found, std::string_view preposition) const;
  [[nodiscard]] bool fill_called(FoundCue& found) const;
  [[nodiscard]] bool fill_asked_by_order(FoundCue& found) const;
  [[nodiscard]] bool fill_charged_by_order(FoundCue& found, std::string_view by) const;

  [[nodiscard]] const ReportingCue* felt_row(TokenId t) const;
  [[nodiscard]] const std::vector<ReportingCue>* rows_of(TokenId t) const;
  [[nodiscard]] bool is_held(TokenId noun) const;
  [[nodiscard]] TokenId clause_of_noun(TokenId noun, bool infinitive) const;
  [[nodiscard]] TokenId speaker_of(TokenId verb) const;
  [[nodiscard]] TokenId name_after_break(TokenId subject, TokenId verb) const;
  [[nodiscard]] TokenId name_before(TokenId verb) const;
  [[nodiscard]] TokenId object_of(TokenId verb) const;
  [[nodiscard]] TokenId infinitive_of(TokenId verb, TokenId object) const;
  [[nodiscard]] bool is_infinitive(TokenId t) const;
  [[nodiscard]] bool is_gerund(TokenId t) const;
  [[nodiscard]] bool negated(TokenId t) const;
  void set_words(FoundCue& found) const;

  // The clause's words around its head: what is joined to it and told in another way is left out.
  [[nodiscard]] TokenSpan clause_span(TokenId head, TokenId cue) const;
  [[nodiscard]] TokenSpan phrase_to(TokenId from, TokenId clause, TokenId cue) const;
  void trim(TokenSpan& span) const;
  void drop_remarks(TokenSpan& content) const;
  [[nodiscard]] TokenId remark_at(TokenId t) const;
  [[nodiscard]] bool last_clause(TokenSpan content, TokenId t) const;
  [[nodiscard]] bool is_clause(TokenId head) const;
  void settle_quotation(FoundCue& found) const;
  void extend_over_sentences(FoundCue& found) const;
  [[nodiscard]] bool semicolon_between(TokenId a, TokenId b) const;
  [[nodiscard]] bool speech_between(TokenId a, TokenId b) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const Clauses& clauses_;
  const Quotations& quotations_;
  std::vector<bool> cue_of_model_;        // by token
  std::vector<std::int32_t> semicolons_;  // before each token, outside of quotations
  std::vector<std::int32_t> speeches_;    // colons before each token that quoted words follow
};

}  // namespace entente

#endif  // ENTENTE_STATEMENTS_CUES_H_

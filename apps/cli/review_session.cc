// Reviews on a terminal, one account after the other; every answer is stored at once.
#include <algorithm>
#include <iostream>
#include <optional>

#include "entente/formats.h"
#include "review.h"
#include "terminal.h"

namespace entente::cli {
namespace {

enum class Answer { kDone, kSkipped, kQuit };

std::string trimmed(const std::string& text) {
  const std::size_t from = text.find_first_not_of(" \t\r");
  if (from == std::string::npos) return "";
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

class Session {
 public:
  Session(Ledger& ledger, const ReviewFlags& flags, std::string reviewer)
      : ledger_(ledger), style_(table_style(flags.color)), reviewer_(std::move(reviewer)) {}

  ExitCode run(const std::vector<std::string>& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const Result<ReviewItem> item = review_item(ledger_, ids[i]);
      if (!item) return fail(item.error());
      say(write_review_item(*item, std::to_string(i + 1) + " of " + std::to_string(ids.size()), style_) + "\n");
      const Result<Answer> answer = ask_of(*item);
      if (!answer) return fail(answer.error());
      if (*answer == Answer::kQuit) break;
      ++(*answer == Answer::kDone ? done_ : skipped_);
    }
    say("\n" + std::to_string(done_) + " reviewed, " + std::to_string(skipped_) + " skipped, " +
        std::to_string(ids.size() - done_ - skipped_) + " left\n");
    return kDone;
  }

 private:
  static void say(const std::string& text) { static_cast<void>(write_stdout(text)); }
  [[nodiscard]] std::string strong(const std::string& text) const {
    return style_.color ? "\x1b[1m" + text + "\x1b[0m" : text;
  }

  // Nothing where the input has ended.
  [[nodiscard]] std::optional<std::string> ask(const std::string& question) const {
    say(strong(question) + " > ");
    std::string line;
    if (std::getline(std::cin, line)) return trimmed(line);
    say("\n");
    return std::nullopt;
  }

  Result<Answer> ask_of(const ReviewItem& item) {
    for (;;) {
      const std::optional<std::string> line = ask("[a]ccept  [c]orrect  [r]eject  [s]kip  [q]uit");
      if (!line || *line == "q" || *line == "quit") return Answer::kQuit;
      if (*line == "s" || *line == "skip") return Answer::kSkipped;
      if (*line == "a" || *line == "accept") return store(review(item, Verdict::kAccepted));
      if (*line == "r" || *line == "reject") {
        Review rejected = review(item, Verdict::kRejected);
        const std::optional<std::string> note = ask("why (a note, may be empty)");
        if (!note) return Answer::kQuit;
        rejected.note = *note;
        return store(rejected);
      }
      if (*line == "c" || *line == "correct") {
        Review corrected = review(item, Verdict::kCorrected);
        ENTENTE_TRY(const bool any, ask_corrections(item, corrected));
        if (!any) continue;
        return store(corrected);
      }
      say("Expected one of the letters a, c, r, s, q.\n");
    }
  }

  [[nodiscard]] Review review(const ReviewItem& item, Verdict verdict) const {
    return {item.id, verdict, {}, reviewer_, "", time_now()};
  }

  void show_fields(const Record& record, const std::vector<CorrectableField>& fields) const {
    std::vector<FieldToCorrect> shown;
    shown.reserve(fields.size());
    for (const CorrectableField& field : fields) shown.push_back({field, field_value(record, field.name)});
    say("\n" + write_fields_to_correct(shown, style_) + "\n");
  }

  // False where nothing was corrected after all.
  Result<bool> ask_corrections(const ReviewItem& item, Review& corrected) {
    const std::vector<CorrectableField> fields = correctable_fields(kind_of(item.record));
    show_fields(item.record, fields);
    for (;;) {
      const std::optional<std::string> field = ask("field (Enter when done)");
      if (!field) return false;
      if (field->empty()) break;
      const auto known =
          std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.name == *field; });
      if (known == fields.end()) {
        say("No field \"" + *field + "\": expected one of those above.\n");
        continue;
      }
      const std::optional<std::string> value = ask(*field + " (- for none)");
      if (!value) return false;
      if (value->empty()) continue;
      if (*value == field_value(item.record, *field)) {
        std::erase_if(corrected.corrections, [&](const Correction& each) { return each.field == *field; });
        say("It says so already.\n");
        continue;
      }
      Review tried = corrected;
      std::erase_if(tried.corrections, [&](const Correction& each) { return each.field == *field; });
      tried.corrections.push_back({*field, *value == "-" ? "" : *value});
      const Status checked = check_review(ledger_, tried);
      if (checked) {
        corrected = tried;
      } else if (checked.error().code == ErrorCode::kUsage) {
        say(checked.error().message + "\n");
      } else {
        return checked.error();
      }
    }
    if (corrected.corrections.empty()) return false;
    const std::optional<std::string> note = ask("note (may be empty)");
    corrected.note = note.value_or("");
    return true;
  }

  static std::string kind_of(const Record& record) {
    constexpr std::array<const char*, 5> kKinds = {"event", "statement", "agreement", "relation", "dispute"};
    return kKinds.at(record.index());
  }

  Result<Answer> store(const Review& said) {
    ENTENTE_CHECK_OK(add_reviews(ledger_, {said}));
    say(std::string(verdict_name(said.verdict)) + ", stored\n");
    return Answer::kDone;
  }

  Ledger& ledger_;
  TableStyle style_;
  std::string reviewer_;
  std::size_t done_ = 0, skipped_ = 0;
};

}  // namespace

ExitCode review_on_terminal(const ReviewFlags& flags) {
  if (!stdin_is_terminal() || !stdout_is_terminal()) {
    complain("review asks on a terminal; elsewhere write a table with --csv FILE and read it back with --apply FILE");
    return kUsage;
  }
  const std::string reviewer = reviewer_of(flags);
  if (reviewer.empty()) {
    complain("say who reviews: --reviewer NAME");
    return kUsage;
  }
  const Result<std::unique_ptr<Ledger>> ledger = open_for_review(flags);
  if (!ledger) return fail(ledger.error());
  Result<std::vector<std::string>> ids = accounts_to_review(**ledger, flags.query);
  if (!ids) return fail(ids.error());
  if (ids->empty()) return put("Nothing to review.\n", kDone);
  return Session(**ledger, flags, reviewer).run(*ids);
}

}  // namespace entente::cli

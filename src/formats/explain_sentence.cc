#include "formats/explain_sentence.h"

#include <algorithm>

#include "formats/record_brief.h"
#include "formats/record_labels.h"
#include "formats/record_numbers.h"
#include "formats/terminal_text.h"
#include "formats/tree_text.h"

namespace entente {
namespace {

constexpr int kMentionColumn = 28;  // where what a mention is taken for begins
constexpr int kSlotColumn = 17;     // where fillers begin
constexpr int kFormWidth = 23;      // of a word in the tree, with its branch

class SentenceText {
 public:
  SentenceText(ExplainPage& page, const ParsedDocument& parsed, const std::vector<Record>& records)
      : page_(page), parsed_(parsed), records_(records) {}

  void write(const ExplainedSentence& reading) {
    if (static_cast<std::size_t>(reading.sentence) >= parsed_.document.sentences.size()) return;
    sentence_ = parsed_.document.sentences[static_cast<std::size_t>(reading.sentence)].tokens;
    page_.heading("Sentence " + std::to_string(reading.sentence + 1));
    tree(reading);
    page_.section("Mentions", reading.mentions.empty());
    for (const ExplainedMention& each : reading.mentions) mention(each);
    page_.section("Frames", reading.words.empty());
    for (const ExplainedWord& each : reading.words) word(each);
    page_.section("Records", reading.records.empty());
    for (const std::size_t each : reading.records) record(each);
  }

 private:
  void tree(const ExplainedSentence& reading) {
    const std::vector<std::string> branches = tree_branches(parsed_, sentence_);
    for (std::int32_t t = sentence_.begin.value; t < sentence_.end.value; ++t) {
      const auto i = static_cast<std::size_t>(t);
      if (i >= parsed_.words.size() || i >= parsed_.document.tokens.size()) break;
      const Word& word = parsed_.words[i];
      const std::string number = std::to_string(t - sentence_.begin.value + 1);
      const std::string& branch = branches[i - static_cast<std::size_t>(sentence_.begin.value)];
      const int form_width = kFormWidth - display_width(branch);
      std::string line(number.size() < 4 ? 4 - number.size() : 0, ' ');
      line += styled(number, kDim, page_.color()) + " " + styled(branch, kDim, page_.color());
      line += styled(fitted(printable(parsed_.document.tokens[i].form), form_width), word.head < 0 ? kBold : kPlain,
                     page_.color());
      line +=
          " " + fitted(printable(word.upos), 5) + " " + styled(fitted(printable(word.xpos), 5), kDim, page_.color());
      line += fitted(printable(word.lemma), 14) + " ";
      std::string rest = styled(fitted(printable(word.deprel), 12) + " ", kCyan, page_.color());
      for (const ExplainedType& type : reading.types) {
        if (type.word.value != t) continue;
        rest += styled(printable(type.type) + " " + percent_label(type.score), kYellow, page_.color());
      }
      if (!page_.color()) rest.erase(rest.find_last_not_of(' ') + 1);
      page_.raw(line.append(rest).append("\n"));
    }
  }

  void mention(const ExplainedMention& mention) {
    std::string label = actor_label(mention.actor);
    append_part(label, " · ", printable(mention.kind));
    append_part(label, " · ", printable(mention.actor.role.value_or("")));
    if (!mention.actor.via.empty()) append_part(label, " · ", "by " + printable(mention.actor.via));
    append_part(label, " · ", percent_label(mention.confidence));
    page_.entry(2, "“" + printable(mention.actor.text) + "”", kPlain, kMentionColumn, label, kGreen);
  }

  // “ships”, with its number where `numbered`.
  [[nodiscard]] std::string quoted(TokenOffset word, bool numbered = false) const {
    const auto i = static_cast<std::size_t>(word.value);
    if (i >= parsed_.document.tokens.size()) return "?";
    const std::string number = " (" + std::to_string(word.value - sentence_.begin.value + 1) + ")";
    return "“" + printable(parsed_.document.tokens[i].form) + "”" + (numbered ? number : "");
  }

  [[nodiscard]] std::string quoted(const std::vector<TokenOffset>& words) const {
    std::string text;
    for (const TokenOffset word : words) append_part(text, ", ", quoted(word));
    return text;
  }

  void word(const ExplainedWord& word) {
    page_.entry(2, quoted(word.word, true), kBold, 2, "", kPlain);
    frames(word.frames);
    for (const ExplainedSlot& each : word.slots) slot(each);
    page_.entry(4, "⇒", kBold, 7, fate(word), word.fate == ExplainedWord::Fate::kEvent ? "1;32" : kYellow);
  }

  // The frames that fit, then those that came near, then the many of which nothing is there.
  void frames(const std::vector<ExplainedFrame>& frames) {
    using Outcome = ExplainedFrame::Outcome;
    for (const Outcome outcome : {Outcome::kWon, Outcome::kMet}) {
      for (const ExplainedFrame& frame : frames) {
        if (frame.outcome == outcome) fitting(frame);
      }
    }
    for (const bool near : {true, false}) {
      std::vector<std::pair<std::string, std::string>> groups;  // what holds and what does not; the frames
      for (const ExplainedFrame& frame : frames) {
        if (frame.failed.has_value() && !frame.met.empty() == near) add_failed(frame, groups);
      }
      const char* sgr = near ? kPlain : kDim;
      for (const auto& [where, names] : groups) page_.paragraph("✗ " + where, near ? kYellow : kDim, names, sgr);
    }
  }

  void fitting(const ExplainedFrame& frame) {
    const bool won = frame.outcome == ExplainedFrame::Outcome::kWon;
    const std::string conditions = frame.met.empty() ? "asks for nothing" : joined(frame.met);
    const std::string rest = frame.open ? "no frame of its own: by the model alone" : conditions;
    const char* sgr = won ? kGreen : kPlain;
    page_.paragraph((won ? "✓ " : "· ") + title(frame) + (won ? " wins:" : " fits too, but less well:"), sgr, rest,
                    kPlain);
  }

  // "obj: there is “ships”, but not for: give_aid (@aid), send_men (man)": a word may have a hundred frames, and most
  // of them fail alike.
  void add_failed(const ExplainedFrame& frame, std::vector<std::pair<std::string, std::string>>& groups) const {
    const std::string failed = printable(*frame.failed);
    const std::size_t equals = failed.find('=');
    std::string where = frame.met.empty() ? "" : joined(frame.met) + " holds; ";
    where += failed.substr(0, equals) + ": " + (frame.found.empty() ? "nothing there" : quoted(frame.found));
    where += equals != std::string::npos && !frame.found.empty() ? ", which is not for:" : ", not for:";
    const std::string name =
        printable(frame.name) + (equals == std::string::npos ? "" : " (" + failed.substr(equals + 1) + ")");
    for (auto& [there, names] : groups) {
      if (there != where) continue;
      names += ", " + name;
      return;
    }
    groups.emplace_back(where, name);
  }

  static std::string title(const ExplainedFrame& frame) {
    std::string text = printable(frame.type);
    append_part(text, " ", printable(frame.mode.value_or("")));
    return text + " · " + printable(frame.name);
  }

  static std::string joined(const std::vector<std::string>& conditions) {
    std::string text;
    for (const std::string& condition : conditions) append_part(text, "; ", printable(condition));
    return text;
  }

  void slot(const ExplainedSlot& slot) {
    std::string rest = slot.actors.empty() ? "nobody" : actor_labels(slot.actors, ", ");
    std::string where;
    for (const ExplainedSlot::Path& path : slot.paths) {
      append_part(where, ", ", printable(path.path) + (path.words.empty() ? "" : " " + quoted(path.words)));
    }
    if (!where.empty()) rest += " · from " + where;
    page_.entry(6, printable(slot.role), kCyan, kSlotColumn, rest, kPlain);
  }

  [[nodiscard]] std::string fate(const ExplainedWord& word) const {
    const std::string by = word.by.has_value() ? quoted(*word.by, true) : "other words";
    switch (word.fate) {
      case ExplainedWord::Fate::kNoFrame: return "no event: no frame has all that it asks for";
      case ExplainedWord::Fate::kEvent:
        return word.reason.empty() ? "an event" : "an event, told as " + printable(word.reason) + ", which says more";
      case ExplainedWord::Fate::kAbsorbed: return "no event of its own: part of what " + by + " tells";
      case ExplainedWord::Fate::kJoined: return "no event of its own: an effect, told with " + by;
      case ExplainedWord::Fate::kDropped: return "no event: " + printable(word.reason);
    }
    return "";
  }

  void record(std::size_t index) {
    if (index >= records_.size()) return;
    const RecordBrief brief = record_brief(records_[index]);
    std::string rest = brief.who;
    append_part(rest, " · ", brief.details);
    rest += " [" + reason_label(record_common(records_[index])) + "]";
    page_.entry(2, number_label(index + 1) + " " + brief.what, brief.sgr, kMentionColumn, rest, kPlain);
  }

  ExplainPage& page_;
  const ParsedDocument& parsed_;
  const std::vector<Record>& records_;
  TokenSpan sentence_;
};

}  // namespace

void write_sentence(ExplainPage& page, const ParsedDocument& parsed, const std::vector<Record>& records,
                    const ExplainedSentence& reading) {
  SentenceText(page, parsed, records).write(reading);
}

}  // namespace entente

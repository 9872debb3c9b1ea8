// How an article was read, for people: trees, mentions, frames and records of each sentence.
#include <algorithm>
#include <array>

#include "entente/formats.h"
#include "formats/record_labels.h"
#include "formats/terminal_text.h"
#include "formats/tree_text.h"

namespace entente {
namespace {

constexpr int kNarrowest = 60;
constexpr int kWidest = 80;
constexpr int kGap = 2;
constexpr int kMentionColumn = 28;  // where what a mention is taken for begins
constexpr int kSlotColumn = 17;     // where fillers begin
constexpr int kFormWidth = 23;      // of a word in the tree, with its branch
constexpr int kFrameIndent = 4;
constexpr int kHang = 4;  // of the lines of a paragraph after its first
constexpr int kLines = 12;
constexpr int kParagraphLines = 60;  // a word may have a hundred frames

class Page {
 public:
  Page(const ParsedDocument& parsed, const TableStyle& style)
      : parsed_(parsed), color_(style.color), width_(std::clamp(style.width, kNarrowest, kWidest)) {}

  void article() {
    const Article& article = parsed_.document.article;
    std::string title = printable(article.title.value_or(""));
    if (title.empty()) title = printable(article.source.empty() ? article.id : article.source);
    entry(0, "", kPlain, 0, title, kBold);
    std::string about;
    append_part(about, " · ", printable(article.publisher.value_or("")));
    append_part(about, " · ", printable(article.published.value_or("no date")));
    entry(0, "", kPlain, 0, about, kDim);
  }

  void sentence(const ExplainedSentence& reading) {
    if (static_cast<std::size_t>(reading.sentence) >= parsed_.document.sentences.size()) return;
    sentence_ = parsed_.document.sentences[static_cast<std::size_t>(reading.sentence)].tokens;
    out_.append("\n").append(styled("Sentence " + std::to_string(reading.sentence + 1), "1;36", color_)).append("\n");
    tree(reading);
    section("Mentions", reading.mentions.empty());
    for (const ExplainedMention& each : reading.mentions) mention(each);
    section("Frames", reading.words.empty());
    for (const ExplainedWord& each : reading.words) word(each);
    section("Records", reading.records.empty());
    for (const Record& record : reading.records) std::visit([&](const auto& value) { this->record(value); }, record);
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  // `lead`, and from `column` on the rest, on as many lines as it takes; below the lead where that is too long.
  void entry(int indent, const std::string& lead, const char* lead_sgr, int column, const std::string& rest,
             const char* rest_sgr) {
    const std::vector<std::string> lines = wrap(rest, width_ - column, kLines);
    int used = indent;
    out_.append(static_cast<std::size_t>(indent), ' ');
    if (!lead.empty()) {
      const std::string shown = wrap(lead, width_ - indent, 1).front();
      out_.append(styled(shown, lead_sgr, color_));
      used += display_width(shown) + kGap;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0 || used > std::max(column, indent)) {
        out_.append("\n").append(static_cast<std::size_t>(column), ' ');
      } else {
        const int here = lead.empty() ? indent : used - kGap;
        out_.append(static_cast<std::size_t>(std::max(column - here, 0)), ' ');
      }
      out_.append(styled(lines[i], rest_sgr, color_));
    }
    out_.push_back('\n');
  }

  // `lead` and the rest behind it in one run, the lines after the first further in.
  void paragraph(const std::string& lead, const char* lead_sgr, const std::string& rest, const char* rest_sgr) {
    const int indent = kFrameIndent + kHang;
    std::size_t left = lead.size();  // bytes of the lead still to come
    int at = kFrameIndent;
    const std::string whole = std::string(lead).append(" ").append(rest);
    for (const std::string& text : wrap(whole, width_ - indent, kParagraphLines)) {
      const std::size_t head = std::min(left, text.size());
      out_.append(static_cast<std::size_t>(at), ' ');
      out_.append(styled(text.substr(0, head), lead_sgr, color_)).append(styled(text.substr(head), rest_sgr, color_));
      out_.push_back('\n');
      left -= std::min(left, head + 1);  // and the space that the line broke at
      at = indent;
    }
  }

  void section(const std::string& name, bool empty) {
    out_.append("\n");
    entry(1, name, kBold, 1 + display_width(name) + kGap, empty ? "none" : "", kDim);
  }

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
      line += styled(number, kDim, color_) + " " + styled(branch, kDim, color_);
      line += styled(fitted(printable(parsed_.document.tokens[i].form), form_width), word.head < 0 ? kBold : kPlain,
                     color_);
      line += " " + fitted(printable(word.upos), 5) + " " + styled(fitted(printable(word.xpos), 5), kDim, color_);
      line += fitted(printable(word.lemma), 14) + " ";
      std::string rest = styled(fitted(printable(word.deprel), 12) + " ", kCyan, color_);
      for (const ExplainedType& type : reading.types) {
        if (type.word.value != t) continue;
        rest += styled(printable(type.type) + " " + percent_label(type.score), kYellow, color_);
      }
      if (!color_) rest.erase(rest.find_last_not_of(' ') + 1);
      out_.append(line).append(rest).append("\n");
    }
  }

  void mention(const ExplainedMention& mention) {
    std::string label = actor_label(mention.actor);
    append_part(label, " · ", printable(mention.kind));
    append_part(label, " · ", printable(mention.actor.role.value_or("")));
    if (!mention.actor.via.empty()) append_part(label, " · ", "by " + printable(mention.actor.via));
    append_part(label, " · ", percent_label(mention.confidence));
    entry(2, "“" + printable(mention.actor.text) + "”", kPlain, kMentionColumn, label, kGreen);
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
    entry(2, quoted(word.word, true), kBold, 2, "", kPlain);
    frames(word.frames);
    for (const ExplainedSlot& each : word.slots) slot(each);
    entry(4, "⇒", kBold, 7, fate(word), word.fate == ExplainedWord::Fate::kEvent ? "1;32" : kYellow);
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
      for (const auto& [where, names] : groups) paragraph("✗ " + where, near ? kYellow : kDim, names, sgr);
    }
  }

  void fitting(const ExplainedFrame& frame) {
    const bool won = frame.outcome == ExplainedFrame::Outcome::kWon;
    const std::string conditions = frame.met.empty() ? "asks for nothing" : joined(frame.met);
    const std::string rest = frame.open ? "no frame of its own: by the model alone" : conditions;
    const char* sgr = won ? kGreen : kPlain;
    paragraph((won ? "✓ " : "· ") + title(frame) + (won ? " wins:" : " fits too, but less well:"), sgr, rest, kPlain);
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
    entry(6, printable(slot.role), kCyan, kSlotColumn, rest, kPlain);
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

  void record(const Event& event) {
    std::string rest = event.actor.empty() ? "(not named)" : actor_labels(event.actor, event.reciprocal ? " ⇄ " : ", ");
    if (!event.recipient.empty()) rest += " → " + actor_labels(event.recipient, ", ");
    std::string what = printable(event.type);
    append_part(what, " ", printable(event.mode.value_or("")));
    finish(what, quad_color(event.quad), rest, event.status, event.date, place_label(event.place), event);
  }

  void record(const Statement& statement) {
    std::string rest = statement.speaker ? actor_label(*statement.speaker) : "(not named)";
    append_part(rest, ", to ", actor_labels(statement.addressee, ", "));
    append_part(rest, ", about ", actor_labels(statement.about, ", "));
    finish("says, " + printable(statement.stance), kBold, rest, statement.manner, statement.date, "", statement);
  }

  // The engine makes none of these so far.
  void record(const RecordCommon& other) { finish("record", kBold, printable(other.id), "", std::nullopt, "", other); }

  void finish(const std::string& what, const char* sgr, std::string rest, const std::string& status,
              const std::optional<DateInterval>& date, const std::string& place, const RecordCommon& record) {
    append_part(rest, " · ", printable(status));
    append_part(rest, " · ", date_label(date));
    append_part(rest, " · ", place);
    rest += " [" + reason_label(record) + "]";
    entry(2, what, sgr, kMentionColumn, rest, kPlain);
  }

  const ParsedDocument& parsed_;
  bool color_;
  int width_;
  TokenSpan sentence_;
  std::string out_;
};

}  // namespace

std::string write_explanation(const ParsedDocument& parsed, const Explanation& explanation, const TableStyle& style) {
  Page page(parsed, style);
  page.article();
  for (const ExplainedSentence& sentence : explanation.sentences) page.sentence(sentence);
  return page.take() + "\n";
}

}  // namespace entente

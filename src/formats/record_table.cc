#include <algorithm>
#include <array>
#include <cmath>

#include "entente/formats.h"
#include "formats/record_labels.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kIndent = 2;
constexpr int kGap = 2;
constexpr int kDateWidth = 11;
constexpr int kNarrowest = 60;
constexpr int kWidest = 140;  // longer lines are hard to read
constexpr int kEvidenceLines = 4;
constexpr int kCellLines = 12;

struct Cell {
  std::string text;
  const char* sgr = kPlain;
  std::string below = {};  // after a dot where both fit in one line, else on a line of its own
};

// What one record shows; everything printable.
struct Row {
  Cell date, actors, what, status;
  std::string evidence;
  std::string details;  // what else is known: hosts, numbers, issue
  std::string reason;   // which rule, how sure
};

class Page {
 public:
  explicit Page(const TableStyle& style) : color_(style.color), width_(std::clamp(style.width, kNarrowest, kWidest)) {
    const int rest = width_ - kIndent - kDateWidth - 3 * kGap;
    what_ = std::clamp(rest / 4, 14, 24);
    status_ = std::clamp(rest / 5, 11, 24);
    actors_ = rest - what_ - status_;
  }

  void line(int indent, const Cell& cell) {
    for (const std::string& text : wrap(cell.text, width_ - indent, kCellLines)) {
      out_.append(static_cast<std::size_t>(indent), ' ');
      styled(text, cell.sgr);
      out_.push_back('\n');
    }
  }

  void row(const Row& row) {
    cells({row.date, row.actors, row.what, row.status});
    const int indent = kIndent + kDateWidth + kGap;
    std::vector<std::string> evidence = wrap(row.evidence, width_ - indent, kEvidenceLines);
    if (!evidence.empty() && evidence.back().ends_with("…")) evidence.back().append("”");
    for (std::size_t i = 0; i < evidence.size(); ++i) {
      out_.append(static_cast<std::size_t>(indent), ' ');
      out_.append(evidence[i]);
      if (i + 1 < evidence.size()) out_.push_back('\n');
    }
    const std::string reason = row.reason.empty() ? "" : "[" + row.reason + "]";
    const std::string tail = row.details.empty() ? reason : row.details + "  " + reason;
    const int used = evidence.empty() ? width_ : indent + display_width(evidence.back());
    if (used + kGap + display_width(tail) <= width_) {
      out_.append(kGap, ' ');
      styled(tail, kDim);
      out_.push_back('\n');
    } else {
      if (!evidence.empty()) out_.push_back('\n');
      line(indent, {tail, kDim});
    }
  }

  void blank() { out_.push_back('\n'); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void styled(const std::string& text, const char* sgr) { out_.append(entente::styled(text, sgr, color_)); }

  static std::vector<std::string> cell_lines(const Cell& cell, int width) {
    const std::string joined = cell.below.empty() ? cell.text : cell.text + " · " + cell.below;
    std::vector<std::string> lines = wrap(joined, width, kCellLines);
    if (cell.below.empty() || lines.size() < 2) return lines;
    lines = wrap(cell.text, width, kCellLines);
    std::vector<std::string> below = wrap(cell.below, width, kCellLines);
    lines.insert(lines.end(), below.begin(), below.end());
    return lines;
  }

  // Cells side by side, each wrapped in its own column.
  void cells(const std::array<Cell, 4>& row) {
    const std::array<int, 4> widths = {kDateWidth, actors_, what_, status_};
    std::array<std::vector<std::string>, 4> lines;
    std::size_t height = 0;
    for (std::size_t column = 0; column < row.size(); ++column) {
      lines[column] = cell_lines(row[column], widths[column]);
      height = std::max(height, lines[column].size());
    }
    for (std::size_t i = 0; i < height; ++i) {
      int pending = kIndent;  // spaces are held back until a cell follows, so that no line ends in them
      for (std::size_t column = 0; column < row.size(); ++column) {
        int used = 0;
        if (i < lines[column].size()) {
          out_.append(static_cast<std::size_t>(pending), ' ');
          pending = 0;
          styled(lines[column][i], row[column].sgr);
          used = display_width(lines[column][i]);
        }
        pending += widths[column] - used + kGap;
      }
      out_.push_back('\n');
    }
  }

  bool color_;
  int width_;
  int actors_ = 0, what_ = 0, status_ = 0;
  std::string out_;
};

Cell date_cell(const std::optional<DateInterval>& date) { return {date_label(date), kDim}; }

std::string magnitude_label(const Magnitude& magnitude) {
  std::string label;
  const auto count = [&](const char* what, const std::optional<std::int64_t>& value) {
    if (value) append_part(label, ", ", std::string(what) + " " + std::to_string(*value));
  };
  count("killed", magnitude.killed);
  count("wounded", magnitude.wounded);
  count("arrested", magnitude.arrested);
  count("displaced", magnitude.displaced);
  count("crowd", magnitude.crowd);
  if (magnitude.amount && std::isfinite(*magnitude.amount)) {
    std::string amount = std::to_string(*magnitude.amount);  // six decimals: cut to what is there
    amount.erase(amount.find_last_not_of('0') + 1);
    if (amount.back() == '.') amount.pop_back();
    append_part(label, ", ", amount + (magnitude.currency ? " " + printable(*magnitude.currency) : ""));
  }
  return label;
}

std::string quoted(const std::string& text) {
  if (text.empty()) return "";
  const bool already = text.starts_with("“") || text.starts_with("\"");
  return already ? text : "“" + text + "”";
}

std::string evidence_of(const RecordCommon& record) {
  std::string text;
  for (const Evidence& evidence : record.evidence) append_part(text, " … ", printable(evidence.text));
  return quoted(text);
}

Row to_row(const Event& event) {
  Row row;
  row.date = date_cell(event.date);
  row.actors.text = actor_labels(event.actor, event.reciprocal ? " ⇄ " : ", ");
  if (row.actors.text.empty()) row.actors.text = "(not named)";
  const std::string recipients = actor_labels(event.recipient, ", ");
  if (!recipients.empty()) row.actors.text += " → " + recipients;
  row.what = {printable(event.type), quad_color(event.quad)};
  append_part(row.what.text, " ", printable(event.mode.value_or("")));
  row.status = {printable(event.status), event.status == "actual" ? kPlain : kYellow, place_label(event.place)};
  row.evidence = evidence_of(event);
  for (const OtherActor& other : event.others) {
    append_part(row.details, " · ", printable(other.role) + " " + actor_label(other.actor));
  }
  append_part(row.details, " · ", magnitude_label(event.magnitude));
  if (event.attributed_to) append_part(row.details, " · ", "reported");
  row.reason = reason_label(event);
  return row;
}

Row to_row(const Statement& statement) {
  Row row;
  row.date = date_cell(statement.date);
  row.actors.text = statement.speaker ? actor_label(*statement.speaker) : "(not named)";
  const std::string addressees = actor_labels(statement.addressee, ", ");
  if (!addressees.empty()) row.actors.text += ", to " + addressees;
  row.what = {"says", kBold};
  if (statement.stance != "neutral") append_part(row.what.text, ", ", printable(statement.stance));
  row.status.text = printable(statement.manner);
  row.evidence = quoted(printable(statement.content.text));
  if (row.evidence.empty()) row.evidence = evidence_of(statement);
  if (!statement.cue.text.empty()) row.details = "by “" + printable(statement.cue.text) + "”";
  const std::string about = actor_labels(statement.about, ", ");
  if (!about.empty()) append_part(row.details, " · ", "about " + about);
  if (statement.issue) append_part(row.details, " · ", "on " + printable(statement.issue->label));
  row.reason = reason_label(statement);
  return row;
}

Row to_row(const Agreement& agreement) {
  Row row;
  row.date = date_cell(agreement.date);
  row.actors.text = actor_labels(agreement.parties, " ⇄ ");
  if (row.actors.text.empty()) row.actors.text = "(not named)";
  row.what = {printable(agreement.form), quad_color(1)};
  row.status = {printable(agreement.status), kPlain, place_label(agreement.place)};
  row.evidence = evidence_of(agreement);
  row.details = printable(agreement.title.value_or(""));
  const std::string brokers = actor_labels(agreement.brokers, ", ");
  if (!brokers.empty()) append_part(row.details, " · ", "brokered by " + brokers);
  for (const OtherActor& other : agreement.others) {
    append_part(row.details, " · ", printable(other.role) + " " + actor_label(other.actor));
  }
  for (const Provision& provision : agreement.provisions) {
    append_part(row.details, " · ", printable(provision.type) + " (" + printable(provision.obligation) + ")");
  }
  row.reason = reason_label(agreement);
  return row;
}

Row to_row(const Relation& relation) {
  const auto side = [](const std::optional<Actor>& actor) { return actor ? actor_label(*actor) : "(not named)"; };
  Row row;
  row.date = date_cell(relation.date);
  row.actors.text = side(relation.a) + (relation.directed ? " → " : " ⇄ ") + side(relation.b);
  row.what = {(relation.negated ? "no " : "") + printable(relation.type), kBold};
  row.status = {printable(relation.trend.value_or("")), kPlain};
  row.evidence = evidence_of(relation);
  if (relation.since) row.details = "since " + date_cell(relation.since).text;
  if (relation.until) append_part(row.details, " · ", "until " + date_cell(relation.until).text);
  row.reason = reason_label(relation);
  return row;
}

Row to_row(const Dispute& dispute) {
  Row row;
  row.date = {"", kDim};
  for (const DisputeSide& side : dispute.sides) {
    append_part(row.actors.text, " / ",
                (side.speaker ? actor_label(*side.speaker) : "(the article)") + " " + printable(side.stance));
  }
  row.what = {"dispute", kBold};
  row.evidence = evidence_of(dispute);
  if (dispute.issue) row.details = "on " + printable(dispute.issue->label);
  row.reason = reason_label(dispute);
  return row;
}

std::string counted(std::size_t count, const std::string& what) {
  return count == 0 ? "" : std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

void heading(Page& page, const Article& article, const std::vector<Record>& records) {
  std::string title = printable(article.title.value_or(""));
  if (title.empty()) title = printable(article.source.empty() ? article.id : article.source);
  page.line(0, {title, kBold});
  constexpr std::array<const char*, std::variant_size_v<Record>> kKinds = {"event", "statement", "agreement",
                                                                           "relation", "dispute"};
  std::array<std::size_t, kKinds.size()> counts{};
  for (const Record& record : records) ++counts[record.index()];
  std::string about;
  append_part(about, " · ", printable(article.publisher.value_or("")));
  append_part(about, " · ", printable(article.published.value_or("no date")));
  if (records.empty()) append_part(about, " · ", "no records");
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind)
    append_part(about, " · ", counted(counts[kind], kKinds[kind]));
  page.line(0, {about, kDim});
}

}  // namespace

std::string write_record_table(const Article& article, const std::vector<Record>& records, const TableStyle& style) {
  Page page(style);
  heading(page, article, records);
  for (const Record& record : records) {
    page.blank();
    std::visit([&](const auto& value) { page.row(to_row(value)); }, record);
  }
  page.blank();
  return page.take();
}

}  // namespace entente

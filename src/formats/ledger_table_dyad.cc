// A dyad over time: for people, as JSON and as CSV.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

#include "base/csv.h"
#include "entente/formats.h"
#include "formats/json_line.h"
#include "formats/ledger_labels.h"
#include "formats/record_labels.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr double kPercent = 100;
constexpr double kWhole = 99.95;  // from here on "100%"
constexpr int kDecimals = 4;

std::optional<double> mean(double sum, std::int64_t count) {
  return count == 0 ? std::nullopt : std::optional<double>(sum / static_cast<double>(count));
}

std::optional<double> share(const DyadSide& side, const DyadRow& row) {
  return row.covered ? mean(static_cast<double>(side.events) * kPercent, row.ledger_events.value_or(0)) : std::nullopt;
}

std::string fixed(double number, int decimals) {
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
  return {text.data(), static_cast<std::size_t>(std::clamp(length, 0, 63))};
}

// "2024-03", "2024 Q1", "2024", "2024-03-11"; a week by its Monday.
std::string period_name(const std::string& from, DyadQuery::By by) {
  switch (by) {
    case DyadQuery::By::kDay:
    case DyadQuery::By::kWeek: return from;
    case DyadQuery::By::kMonth: return from.substr(0, 7);
    case DyadQuery::By::kQuarter:
      return from.substr(0, 4) + " Q" + std::to_string((std::stoi(from.substr(5, 2)) + 2) / 3);
    case DyadQuery::By::kYear: return from.substr(0, 4);
  }
  return from;
}

std::string signed_text(double number) {
  const std::string text = fixed(number, 1);
  return number > 0 && text != "0.0" ? "+" + text : text == "-0.0" ? "0.0" : text;
}

constexpr int kMean = 6;
constexpr int kShare = 6;
constexpr int kNarrowest = 6;  // of a column of counts or sums, which grow with what stands in them
constexpr std::array<const char*, 9> kBars = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

class DyadText {
 public:
  DyadText(const DyadQuery& query, const std::vector<DyadRow>& rows, const TableStyle& style)
      : query_(query),
        color_(style.color),
        forth_(query.actor + " → " + query.recipient),
        back_(query.recipient + " → " + query.actor) {
    for (const DyadRow& row : rows) {
      period_ = std::max(period_, display_width(period_name(row.from, query.by)));
      for (const DyadSide* const side : {&row.forth, &row.back}) measure(*side);
    }
    const int others = period_ + 3 + 4 * count_ + 2 * (kMean + sum_) + kShare;
    if (others + display_width(forth_) > style.width) {  // whose it is says enough: there are but two
      forth_ = query.actor + " →";
      back_ = query.recipient + " →";
    }
    direction_ = std::max(display_width(forth_), display_width(back_));
  }

  void heads() {
    const int left = period_ + direction_ + 3;
    out_ += std::string(static_cast<std::size_t>(left), ' ') +
            styled(at_right("cooperation", 2 * count_), "1;32", color_) +
            styled(at_right("conflict", 2 * count_), "1;31", color_) +
            styled(at_right("Goldstein", kMean + sum_) + at_right("PLOVER", kMean + sum_) + "\n", kBold, color_);
    std::string line(static_cast<std::size_t>(left), ' ');
    for (const char* const head : {"words", "deeds", "words", "deeds"}) line += at_right(head, count_);
    for (int i = 0; i < 2; ++i) line += at_right("mean", kMean) + at_right("sum", sum_);
    out_ += styled(line + at_right("share", kShare), kDim, color_) + "\n";
  }

  void row(const DyadRow& row) {
    direction(period_name(row.from, query_.by), forth_, row.forth, row);
    direction("", back_, row.back, row);
  }

  void gap(const std::string& from, const std::string& to) {
    std::string period = period_name(from, query_.by);
    if (to != from) period += " – " + period_name(to, query_.by);
    out_ += styled(period + "  no data: the ledger holds nothing of this time", kDim, color_) + "\n";
  }

  std::string take() { return std::move(out_); }

 private:
  void measure(const DyadSide& side) {
    most_ = std::max(most_, side.events);
    for (const std::int64_t count : side.quads) count_ = std::max(count_, display_width(std::to_string(count)) + 1);
    for (const double sum : {side.goldstein_sum, side.score_sum}) {
      sum_ = std::max(sum_, display_width(signed_text(sum)) + 1);
    }
  }

  void direction(const std::string& period, const std::string& name, const DyadSide& side, const DyadRow& row) {
    out_ += padded(period, period_) + " " + styled(bar(side), kCyan, color_) + " " + padded(name, direction_);
    for (std::size_t i = 0; i < side.quads.size(); ++i) {
      const std::int64_t count = side.quads.at(i);
      out_ += styled(at_right(std::to_string(count), count_), count == 0 ? kDim : quad_color(static_cast<int>(i) + 1),
                     color_);
    }
    score(side.goldstein_sum, side.with_goldstein);
    score(side.score_sum, side.with_score);
    const std::optional<double> part = share(side, row);
    out_ += at_right(part ? fixed(*part, *part < kWhole ? 1 : 0) + "%" : "", kShare) + "\n";
  }

  void score(double sum, std::int64_t count) {
    const std::optional<double> value = mean(sum, count);
    const char* const sgr = sum < 0 ? kRed : sum > 0 ? kGreen : kPlain;
    out_ += styled(at_right(value ? signed_text(*value) : "", kMean), sgr, color_) +
            styled(at_right(value ? signed_text(sum) : "", sum_), sgr, color_);
  }

  // How much happened, against the busiest time and direction.
  [[nodiscard]] std::string bar(const DyadSide& side) const {
    const auto steps = static_cast<std::int64_t>(kBars.size()) - 1;
    const std::int64_t height = most_ == 0 ? 0 : (side.events * steps + most_ - 1) / most_;
    return kBars.at(static_cast<std::size_t>(height));
  }

  const DyadQuery& query_;
  bool color_;
  std::string forth_, back_;
  int period_ = 0, direction_ = 0, count_ = kNarrowest, sum_ = kNarrowest;
  std::int64_t most_ = 0;
  std::string out_;
};

struct Direction {
  const std::string& actor;
  const std::string& recipient;
  const DyadSide& side;
};

std::array<Direction, 2> directions(const DyadQuery& query, const DyadRow& row) {
  return {Direction{query.actor, query.recipient, row.forth}, Direction{query.recipient, query.actor, row.back}};
}

template <class Number>
std::optional<Number> where_covered(const std::optional<Number>& number, const DyadRow& row) {
  return row.covered ? number : std::nullopt;
}
std::optional<std::int64_t> where_covered(std::int64_t count, const DyadRow& row) {
  return where_covered(std::optional<std::int64_t>(count), row);
}

std::string json_line(const Direction& direction, const DyadRow& row) {
  constexpr std::array<const char*, 4> kQuads = {"verbal_cooperation", "material_cooperation", "verbal_conflict",
                                                 "material_conflict"};
  const DyadSide& side = direction.side;
  JsonLine json;
  json.begin_object();
  json.text("from", row.from);
  json.text("to", row.to);
  json.text("actor", direction.actor);
  json.text("recipient", direction.recipient);
  json.boolean("covered", row.covered);
  json.integer("events", where_covered(side.events, row));
  for (std::size_t i = 0; i < kQuads.size(); ++i) json.integer(kQuads.at(i), where_covered(side.quads.at(i), row));
  json.number("goldstein_mean", where_covered(mean(side.goldstein_sum, side.with_goldstein), row), kDecimals);
  json.number("goldstein_sum", where_covered(std::optional<double>(side.goldstein_sum), row), kDecimals);
  json.number("score_mean", where_covered(mean(side.score_sum, side.with_score), row), kDecimals);
  json.number("score_sum", where_covered(std::optional<double>(side.score_sum), row), kDecimals);
  json.integer("ledger_events", where_covered(row.ledger_events, row));
  json.number("share", share(side, row), kDecimals);
  json.end_object();
  return json.finish();
}

std::string cell(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : ""; }
std::string cell(const std::optional<double>& value) {
  return value ? number_text(std::round(*value * 10000) / 10000) : "";
}

std::string row_as_csv(const Direction& direction, const DyadRow& row) {
  const DyadSide& side = direction.side;
  std::vector<std::string> cells = {row.from, row.to, direction.actor, direction.recipient,
                                    cell(where_covered(side.events, row))};
  for (const std::int64_t count : side.quads) cells.push_back(cell(where_covered(count, row)));
  cells.push_back(cell(where_covered(mean(side.goldstein_sum, side.with_goldstein), row)));
  cells.push_back(cell(where_covered(std::optional<double>(side.goldstein_sum), row)));
  cells.push_back(cell(where_covered(mean(side.score_sum, side.with_score), row)));
  cells.push_back(cell(where_covered(std::optional<double>(side.score_sum), row)));
  cells.push_back(cell(where_covered(row.ledger_events, row)));
  cells.push_back(cell(share(side, row)));
  return csv_line(cells, "\n");  // as the exports' CSV
}

}  // namespace

std::string write_dyad_table(const DyadQuery& query, const std::vector<DyadRow>& rows, const TableStyle& style) {
  DyadText text(query, rows, style);
  text.heads();
  std::int64_t events = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    events += rows[i].events;
    if (rows[i].covered) {
      text.row(rows[i]);
      continue;
    }
    const std::size_t first = i;
    while (i + 1 < rows.size() && !rows[i + 1].covered) ++i;
    text.gap(rows[first].from, rows[i].from);
  }
  std::string out = text.take();
  return out + styled(counted_label(events, "event") + " between the two; a joint act stands in both directions\n",
                      kDim, style.color);
}

std::string write_dyad_json(const DyadQuery& query, const std::vector<DyadRow>& rows) {
  std::string out;
  for (const DyadRow& row : rows) {
    for (const Direction& direction : directions(query, row)) out += json_line(direction, row);
  }
  return out;
}

std::string write_dyad_csv(const DyadQuery& query, const std::vector<DyadRow>& rows) {
  std::string out =
      "from,to,actor,recipient,events,verbal_cooperation,material_cooperation,verbal_conflict,material_conflict,"
      "goldstein_mean,goldstein_sum,score_mean,score_sum,ledger_events,share\n";
  for (const DyadRow& row : rows) {
    for (const Direction& direction : directions(query, row)) out += row_as_csv(direction, row);
  }
  return out;
}

}  // namespace entente

// What reviewers said, and how often the engine was right by them.
#include <array>
#include <cmath>
#include <cstdio>

#include "base/csv.h"
#include "entente/formats.h"
#include "formats/json_line.h"
#include "formats/record_labels.h"
#include "formats/styled_text.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kIndent = 18;  // below the verdict
constexpr int kMostLines = 20;

std::string time_label(const std::string& made) {
  std::string text = printable(made.substr(0, 16));  // to the minute
  if (text.size() > 10 && text[10] == 'T') text[10] = ' ';
  return text;
}

const char* verdict_color(Verdict verdict) {
  return verdict == Verdict::kAccepted ? kGreen : verdict == Verdict::kRejected ? kRed : kYellow;
}

std::string corrections_label(const std::vector<Correction>& corrections) {
  std::string text;
  for (const Correction& correction : corrections) {
    append_part(text, " · ", correction.field + ": " + (correction.value.empty() ? "-" : printable(correction.value)));
  }
  return text;
}

struct Interval {
  double low = 0, high = 0;
};

// Wilson (1927): the score interval of a share, sound for few cases and for shares near 0 and 1.
Interval wilson(std::int64_t right, std::int64_t all) {
  constexpr double kZ = 1.959963984540054;  // 95 %
  const auto n = static_cast<double>(all);
  const double share = static_cast<double>(right) / n;
  const double middle = (share + kZ * kZ / (2 * n)) / (1 + kZ * kZ / n);
  const double half = kZ / (1 + kZ * kZ / n) * std::sqrt(share * (1 - share) / n + kZ * kZ / (4 * n * n));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::int64_t reviewed(const ReviewTally& tally) { return tally.accepted + tally.corrected + tally.rejected; }

std::string tenth(double share) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.1f%%", share * 100);
  return text.data();
}

std::string tally_line(const std::string& name, const ReviewTally& tally, const char* sgr, bool color) {
  const std::int64_t all = reviewed(tally);
  const Interval interval = wilson(tally.accepted, all);
  std::string line = styled(padded(name.size() > 17 ? fitted(name, 17) : name, 18), sgr, color);
  line += at_right(grouped(all), 8) + at_right(grouped(tally.accepted), 10) + at_right(grouped(tally.corrected), 11) +
          at_right(grouped(tally.rejected), 10);
  line += at_right(tenth(static_cast<double>(tally.accepted) / static_cast<double>(all)), 9);
  line += at_right(tenth(interval.low), 7) + "–" + tenth(interval.high);
  return line + "\n";
}

void add(ReviewTally& sum, const ReviewTally& tally) {
  sum.accepted += tally.accepted, sum.corrected += tally.corrected, sum.rejected += tally.rejected;
}

}  // namespace

std::string write_review_entry(const PastReview& review, const TableStyle& style) {
  std::string out = padded(time_label(review.made), kIndent);
  out += styled(padded(verdict_name(review.verdict), 11), verdict_color(review.verdict), style.color);
  out += padded(review.kind, 11) + review.id + "  " + printable(review.reviewer);
  out += review.current ? "\n" : "  (no article has it now)\n";
  out += indented(corrections_label(review.corrections), kPlain, kIndent, kMostLines, style);
  out += indented(quoted(printable(review.note)), kDim, kIndent, kMostLines, style);
  return out;
}

std::string write_review_json(const PastReview& review) {
  JsonLine json;
  json.begin_object();
  json.text("id", review.id);
  json.text("kind", review.kind);
  json.text("record", review.record);
  json.boolean("current", review.current);
  json.text("verdict", verdict_name(review.verdict));
  json.begin_object("corrections");
  for (const Correction& correction : review.corrections) json.text(correction.field, correction.value);
  json.end_object();
  json.text("reviewer", review.reviewer);
  json.text("note", review.note);
  json.text("made", review.made);
  json.end_object();
  return json.finish();
}

std::string write_review_csv_head() {
  return csv_line({"id", "kind", "record", "current", "verdict", "field", "value", "reviewer", "note", "made"});
}

// A row a field, so that each stands in a cell of its own.
std::string write_review_csv(const PastReview& review) {
  std::string rows;
  std::vector<Correction> corrections = review.corrections;
  if (corrections.empty()) corrections.emplace_back();
  for (const Correction& correction : corrections) {
    rows +=
        csv_line({review.id, review.kind, review.record, review.current ? "yes" : "no", verdict_name(review.verdict),
                  correction.field, correction.value, review.reviewer, review.note, review.made});
  }
  return rows;
}

std::string write_review_tallies(const std::vector<ReviewTally>& tallies, const TableStyle& style) {
  if (tallies.empty()) return "Nothing was reviewed yet.\n";
  std::vector<ReviewTally> kinds;
  for (const ReviewTally& tally : tallies) {
    if (kinds.empty() || kinds.back().kind != tally.kind) kinds.push_back({tally.kind, "", 0, 0, 0});
    add(kinds.back(), tally);
  }
  std::string out =
      styled(padded("", 18) + "reviewed  accepted  corrected  rejected  precise   95 % interval", kDim, style.color) +
      "\n";
  for (const ReviewTally& kind : kinds) {
    out += tally_line(kind.kind + "s", kind, kBold, style.color);
    for (const ReviewTally& tally : tallies) {
      if (tally.kind == kind.kind && !tally.type.empty()) {
        out += tally_line("  " + printable(tally.type), tally, kPlain, style.color);
      }
    }
  }
  return out;
}

std::string write_review_tallies_json(const std::vector<ReviewTally>& tallies) {
  std::string lines;
  for (const ReviewTally& tally : tallies) {
    const Interval interval = wilson(tally.accepted, reviewed(tally));
    JsonLine json;
    json.begin_object();
    json.text("kind", tally.kind);
    json.text("type", tally.type);
    json.integer("reviewed", reviewed(tally));
    json.integer("accepted", tally.accepted);
    json.integer("corrected", tally.corrected);
    json.integer("rejected", tally.rejected);
    json.number("precision", static_cast<double>(tally.accepted) / static_cast<double>(reviewed(tally)), 4);
    json.number("low", interval.low, 4);
    json.number("high", interval.high, 4);
    json.end_object();
    lines += json.finish();
  }
  return lines;
}

}  // namespace entente

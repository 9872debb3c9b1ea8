// The report on a gold corpus, for programs and for people.
#include <algorithm>
#include <cstdio>

#include "entente/eval.h"
#include "entente/formats.h"
#include "formats/json_line.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kFigureDecimals = 6;
constexpr std::size_t kBins = std::tuple_size_v<decltype(Calibration::bins)>;

std::string score_line(const GoldScore& each) {
  JsonLine json;
  json.begin_object();
  json.text("group", each.group);
  json.text("kind", each.kind);
  json.text("metric", each.score.metric);
  json.integer("gold", each.score.gold);
  json.integer("system", each.score.system);
  json.integer("correct", each.score.correct);
  json.number("precision", each.score.precision(), kFigureDecimals);
  json.number("recall", each.score.recall(), kFigureDecimals);
  json.number("f1", each.score.f1(), kFigureDecimals);
  json.end_object();
  return json.finish();
}

std::string calibration_line(const Calibration& calibration) {
  JsonLine json;
  json.begin_object();
  json.text("group", "calibration");
  json.text("kind", calibration.kind);
  json.integer("count", calibration.count());
  json.number("expected_error", calibration.expected_error(), kFigureDecimals);
  json.begin_list("bins");
  for (std::size_t i = 0; i < kBins; ++i) {
    const Calibration::Bin& bin = calibration.bins[i];
    const auto count = static_cast<double>(bin.count);
    json.begin_object();
    json.number("from", static_cast<double>(i) / static_cast<double>(kBins), 1);
    json.integer("count", bin.count);
    json.integer("right", bin.right);
    json.number("confidence", bin.count == 0 ? std::nullopt : std::optional(bin.confidence / count), kFigureDecimals);
    json.end_object();
  }
  json.end_list();
  json.end_object();
  return json.finish();
}

std::string confusion_line(const TypeConfusion& confusion) {
  JsonLine json;
  json.begin_object();
  json.text("group", "confusion");
  json.text("kind", "event");
  json.text("gold", confusion.gold);
  json.text("system", confusion.system);
  json.integer("count", confusion.count);
  json.end_object();
  return json.finish();
}

std::string mistake_line(const GoldMistake& mistake) {
  JsonLine json;
  json.begin_object();
  json.text("group", "mistake");
  json.text("kind", mistake.kind);
  json.text("cause", mistake.cause);
  json.text("article", mistake.article);
  json.integer("start", mistake.position);
  json.text("gold", mistake.gold);
  json.text("system", mistake.system);
  json.text("sentence", mistake.sentence);
  json.end_object();
  return json.finish();
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

std::string cells(const char* format, double value) {
  char cell[32];
  std::snprintf(cell, sizeof cell, format, value);
  return cell;
}

std::string count_cell(std::int64_t value) { return cells("%8.0f", static_cast<double>(value)); }

std::string percent_cell(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return "       -";
  return cells("%8.1f", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

constexpr std::size_t kNameWidth = 28;

std::string score_head(const std::string& title) {
  return padded(title, kNameWidth) + "    gold  system matched       P       R      F1\n";
}

std::string score_row(const Score& score) {
  // A name that is too long has a line of its own.
  const std::string name = score.metric.size() > kNameWidth ? score.metric + "\n" + padded("", kNameWidth)
                                                            : padded(score.metric, kNameWidth);
  return name + count_cell(score.gold) + count_cell(score.system) + count_cell(score.correct) +
         percent_cell(score.correct, score.system) + percent_cell(score.correct, score.gold) +
         percent_cell(2 * score.correct, score.gold + score.system) + "\n";
}

std::string group_title(const GoldScore& each) {
  if (each.group == "field") return each.kind + ", where found";
  if (each.group == "type") {
    const char* by = each.kind == "statement" ? " by stance" : each.kind == "agreement" ? " by form" : " by type";
    return each.kind + by;
  }
  return "records";
}

std::string score_tables(const GoldReport& report) {
  std::string out;
  for (const char* group : {"records", "field", "type"}) {
    std::string kind;
    for (const GoldScore& each : report.scores) {
      const bool empty = each.score.gold + each.score.system == 0;
      if (each.group != group || (empty && each.group != "records")) continue;
      const std::string title = group_title(each);
      if (title != kind) out += "\n" + score_head(title);
      kind = title;
      out += score_row(each.score);
    }
  }
  return out;
}

std::string calibration_table(const Calibration& calibration) {
  std::string out = "\n" + padded("confidence, " + calibration.kind, kNameWidth) + "   count   right share %  mean %\n";
  for (std::size_t i = 0; i < kBins; ++i) {
    const Calibration::Bin& bin = calibration.bins[i];
    if (bin.count == 0) continue;
    const auto from = static_cast<double>(i) / static_cast<double>(kBins);
    out += padded(cells("%.1f", from) + cells(" to %.1f", from + 1.0 / static_cast<double>(kBins)), kNameWidth) +
           count_cell(bin.count) + count_cell(bin.right) + percent_cell(bin.right, bin.count) +
           cells("%8.1f", 100 * bin.confidence / static_cast<double>(bin.count)) + "\n";
  }
  return out + padded("expected error", kNameWidth) + count_cell(calibration.count()) + padded("", 16) +
         cells("%8.1f", 100 * calibration.expected_error()) + "\n";
}

std::string confusion_table(const std::vector<TypeConfusion>& confusions) {
  std::string out = "\nevent types: gold, system, how often\n";
  const auto name = [](const std::string& type) { return type.empty() ? std::string("-") : type; };
  for (const TypeConfusion& each : confusions) {
    if (each.gold == each.system) continue;
    out += padded(name(each.gold), 14) + padded(name(each.system), 14) + count_cell(each.count) + "\n";
  }
  return out;
}

std::string mistake_list(const std::vector<GoldMistake>& mistakes) {
  std::string out;
  for (std::size_t i = 0; i < mistakes.size(); ++i) {
    const GoldMistake& each = mistakes[i];
    const auto alike = [&](const GoldMistake& other) { return other.kind == each.kind && other.cause == each.cause; };
    if (i == 0 || !alike(mistakes[i - 1])) {
      const auto count = std::count_if(mistakes.begin(), mistakes.end(), alike);
      out += "\n" + each.kind + ": " + each.cause + " (" + std::to_string(count) + ")\n";
    }
    out += "  " + printable(each.article) + ":" + std::to_string(each.position) + "\n";
    if (!each.gold.empty()) out += "    gold    " + printable(each.gold) + "\n";
    if (!each.system.empty()) out += "    system  " + printable(each.system) + "\n";
    out += "    " + printable(each.sentence) + "\n";
  }
  return out;
}

}  // namespace

std::string write_gold_json(const GoldReport& report, bool mistakes) {
  std::string out;
  for (const GoldScore& each : report.scores) out += score_line(each);
  for (const Calibration& each : report.calibrations) out += calibration_line(each);
  if (!mistakes) return out;
  for (const TypeConfusion& each : report.confusions) out += confusion_line(each);
  for (const GoldMistake& each : report.mistakes) out += mistake_line(each);
  return out;
}

std::string write_gold_table(const GoldReport& report, bool mistakes) {
  std::string out = std::to_string(report.articles) + (report.articles == 1 ? " article\n" : " articles\n");
  out += score_tables(report);
  for (const Calibration& each : report.calibrations) out += calibration_table(each);
  if (mistakes) out += confusion_table(report.confusions) + mistake_list(report.mistakes);
  return out;
}

}  // namespace entente

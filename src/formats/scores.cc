#include <algorithm>
#include <cstdio>

#include "entente/eval.h"
#include "entente/formats.h"
#include "formats/json_line.h"

namespace entente {
namespace {

constexpr int kFigureDecimals = 6;

std::optional<double> aligned_accuracy(const Score& score) {
  if (score.aligned == 0) return std::nullopt;
  return static_cast<double>(score.correct) / static_cast<double>(score.aligned);
}

std::string percent(const std::optional<double>& value) {
  if (!value) return "          -";
  char cell[32];
  std::snprintf(cell, sizeof cell, "%11.2f", *value * 100);
  return cell;
}

}  // namespace

std::string write_score_json(const Score& score) {
  JsonLine json;
  json.begin_object();
  json.text("metric", score.metric);
  json.integer("gold", score.gold);
  json.integer("system", score.system);
  json.integer("correct", score.correct);
  json.integer("aligned", score.aligned == 0 ? std::nullopt : std::optional(score.aligned));
  json.number("precision", score.precision(), kFigureDecimals);
  json.number("recall", score.recall(), kFigureDecimals);
  json.number("f1", score.f1(), kFigureDecimals);
  json.number("aligned_accuracy", aligned_accuracy(score), kFigureDecimals);
  json.end_object();
  return json.finish();
}

std::string write_score_table(const std::vector<Score>& scores) {
  std::size_t width = 6;
  for (const Score& score : scores) width = std::max(width, score.metric.size());
  const auto padded = [&](std::string text) {
    text.resize(width, ' ');
    return text;
  };
  std::string out = padded("Metric") + "  Precision     Recall         F1    Aligned\n";
  for (const Score& score : scores) {
    out += padded(score.metric) + percent(score.precision()) + percent(score.recall()) + percent(score.f1()) +
           percent(aligned_accuracy(score)) + "\n";
  }
  return out;
}

std::string write_class_json(const ClassReport& report) {
  const auto share = [&](std::int64_t count) {
    return report.cases == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(report.cases);
  };
  JsonLine json;
  json.begin_object();
  json.text("metric", "classes");
  json.integer("cases", report.cases);
  json.integer("correct", report.right);
  json.number("accuracy", share(report.right), kFigureDecimals);
  json.number("macro_f1", report.macro_f1, kFigureDecimals);
  json.number("quad_accuracy", share(report.quad_right), kFigureDecimals);
  json.end_object();
  std::string out = json.finish();
  for (const Score& score : report.classes) out += write_score_json(score);
  return out;
}

std::string write_class_table(const ClassReport& report) {
  const auto share = [&](std::int64_t count) {
    return report.cases == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(report.cases);
  };
  char line[160];
  std::snprintf(line, sizeof line, "%lld sentences: accuracy %.2f, macro F1 %.2f, quad classes %.2f\n\n",
                static_cast<long long>(report.cases), share(report.right) * 100, report.macro_f1 * 100,
                share(report.quad_right) * 100);
  return line + write_score_table(report.classes);
}

}  // namespace entente

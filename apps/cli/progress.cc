#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "entente/formats.h"
#include "terminal.h"

namespace entente::cli {
namespace {

using std::chrono::steady_clock;

constexpr int kBarWidth = 12;
constexpr auto kBarEvery = std::chrono::milliseconds(200);
constexpr auto kJsonEvery = std::chrono::seconds(10);
constexpr auto kRememberEvery = std::chrono::seconds(1);
constexpr auto kRemembered = std::chrono::seconds(30);
constexpr double kLeastShare = 0.005;  // of what must be done before it says how long the rest takes

std::string clock_time(double seconds) {
  const auto whole = std::llround(seconds);
  std::array<char, 32> text{};
  if (whole >= 3600) {
    std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60, whole % 60);
  } else {
    std::snprintf(text.data(), text.size(), "%lld:%02lld", whole / 60, whole % 60);
  }
  return text.data();
}

std::string bar(double share) {
  const int full = static_cast<int>(std::clamp(share, 0.0, 1.0) * kBarWidth);
  std::string drawn = "[";
  for (int i = 0; i < kBarWidth; ++i) drawn += i < full ? "█" : "·";
  return drawn + "] ";
}

void put_error(const std::string& text) {
  // Standard error that is gone is no reason to stop.
  static_cast<void>(!write(STDERR_FILENO, text.data(), text.size()));
}

Progress::Form form_of(const std::string& form) {
  if (form == "never") return Progress::Form::kNone;
  if (form == "json" || isatty(STDERR_FILENO) == 0) return Progress::Form::kJson;
  return Progress::Form::kBar;
}

}  // namespace

Progress::Progress(const std::string& form, std::int64_t expected_bytes, std::int64_t most_articles)
    : form_(form_of(form)),
      expected_bytes_(expected_bytes),
      most_articles_(most_articles),
      reached_({{steady_clock::now(), 0}}),
      start_(reached_.front().when),
      shown_(start_) {}

Progress::~Progress() { finish(); }

double Progress::seconds() const { return std::chrono::duration<double>(steady_clock::now() - start_).count(); }

bool Progress::due() {
  const auto now = steady_clock::now();
  const bool is_due = form_ == Form::kBar ? now - shown_ >= kBarEvery : now - shown_ >= kJsonEvery;
  if (is_due) shown_ = now;
  return is_due;
}

double Progress::share() const {
  const auto part = [](std::int64_t done, std::int64_t all) {
    return all > 0 ? std::min(static_cast<double>(done) / static_cast<double>(all), 1.0) : 0.0;
  };
  return std::max(part(bytes_, expected_bytes_), part(articles_, most_articles_));
}

// By the pace of the last half minute: what the ledger holds already goes by far faster than what is coded.
double Progress::seconds_left() const {
  const double gained = share() - reached_.front().share;
  if (share() < kLeastShare || gained <= 0) return -1;
  const double took = std::chrono::duration<double>(steady_clock::now() - reached_.front().when).count();
  return took * (1 - share()) / gained;
}

void Progress::remember() {
  const auto now = steady_clock::now();
  if (now - reached_.back().when < kRememberEvery) return;
  reached_.push_back({now, share()});
  while (now - reached_[1].when >= kRemembered) reached_.pop_front();
}

void Progress::advance(std::int64_t articles, std::int64_t words, std::int64_t bytes, std::int64_t failed) {
  articles_ += articles, words_ += words, bytes_ += bytes, failed_ += failed;
  stage_.clear();
  remember();
  if (form_ != Form::kNone && due()) show(false);
}

void Progress::stage(const std::string& name, std::int64_t done, std::int64_t all) {
  stage_ = name, stage_done_ = done, stage_all_ = all;
  if (form_ != Form::kNone && due()) show(false);
}

void Progress::show(bool last) {
  const double elapsed = std::max(seconds(), 1e-3);
  const auto rate = static_cast<std::int64_t>(static_cast<double>(words_) / elapsed);
  const double left = seconds_left();
  if (form_ == Form::kJson) {
    std::string line = "{\"articles\":" + std::to_string(articles_) + ",\"failed\":" + std::to_string(failed_) +
                       ",\"words\":" + std::to_string(words_) + ",\"words_per_second\":" + std::to_string(rate) +
                       ",\"seconds\":" + std::to_string(static_cast<std::int64_t>(elapsed));
    if (!stage_.empty()) {
      line += ",\"stage\":\"" + stage_ + "\",\"done\":" + std::to_string(stage_done_) +
              ",\"all\":" + std::to_string(stage_all_);
    } else if (left >= 0 && !last) {
      line += ",\"seconds_left\":" + std::to_string(static_cast<std::int64_t>(left));
    }
    return put_error(line + (last ? ",\"finished\":true}\n" : "}\n"));
  }
  std::string line = "\r\x1b[K";
  if (!stage_.empty() && !last) {
    line += stage_ + " " + bar(stage_all_ > 0 ? static_cast<double>(stage_done_) / static_cast<double>(stage_all_) : 0);
  } else if (expected_bytes_ + most_articles_ > 0 && !last) {
    line += bar(share());
  }
  line += grouped(articles_) + " articles · " + grouped(rate) + " words/s";
  if (failed_ > 0) line += " · " + grouped(failed_) + " failed";
  if (left >= 0 && !last && stage_.empty()) line += " · " + clock_time(left) + " left";
  drawn_ = true;
  put_error(line);
}

void Progress::clear() {
  if (form_ == Form::kBar && drawn_) put_error("\r\x1b[K");
}

void Progress::finish() {
  if (finished_) return;
  finished_ = true;
  if (form_ == Form::kJson && articles_ + failed_ > 0) show(true);
  clear();
}

}  // namespace entente::cli

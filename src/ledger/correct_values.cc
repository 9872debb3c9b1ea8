#include "ledger/correct_values.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "ledger/hashing.h"

namespace entente {
namespace {

constexpr double kMostPoints = 10;  // of Goldstein's and PLOVER's scales

Error expected(const char* what) { return {ErrorCode::kUsage, std::string("expected ") + what, ""}; }

std::string trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return "";
  return std::string(text.substr(from, text.find_last_not_of(" \t") - from + 1));
}

bool is_code(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// "AZE:GOV" or "AZE".
std::optional<Actor> actor_of(std::string_view word) {
  const std::size_t colon = word.find(':');
  const std::string code = trimmed(word.substr(0, colon));
  if (!is_code(code)) return std::nullopt;
  Actor actor;
  actor.name = code;
  actor.code = code;
  if (code.size() == 3) actor.country = code;
  actor.via = "review";
  if (colon == std::string_view::npos) return actor;
  actor.sector = trimmed(word.substr(colon + 1));
  if (!is_code(*actor.sector)) return std::nullopt;
  return actor;
}

}  // namespace

Status read_actors(std::string_view value, std::vector<Actor>& to) {
  std::vector<Actor> actors;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    if (const std::string word = trimmed(value.substr(0, comma)); !word.empty()) {
      std::optional<Actor> actor = actor_of(word);
      if (!actor) return expected(kActorsExpected);
      actors.push_back(*std::move(actor));
    }
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  to = std::move(actors);
  return Unit{};
}

Status read_actor(std::string_view value, std::optional<Actor>& to) {
  std::vector<Actor> actors;
  if (!read_actors(value, actors) || actors.size() > 1) return expected(kActorExpected);
  to = actors.empty() ? std::nullopt : std::optional(actors.front());
  return Unit{};
}

Status read_date(std::string_view value, std::optional<DateInterval>& to) {
  if (value.empty()) {
    to = std::nullopt;
    return Unit{};
  }
  const std::size_t slash = value.find('/');
  const std::string from = trimmed(value.substr(0, slash));
  const std::string until = slash == std::string_view::npos ? from : trimmed(value.substr(slash + 1));
  // A time behind the day would be kept unread.
  if (from.size() != 10 || until.size() != 10 || day_number(from) == kNoDay || day_number(until) == kNoDay ||
      day_number(until) < day_number(from)) {
    return expected(kDateExpected);
  }
  to = DateInterval{from, until, std::string(value), from == until ? "day" : "open"};
  return Unit{};
}

Status read_number(std::string_view value, std::optional<double>& to) {
  if (value.empty()) {
    to = std::nullopt;
    return Unit{};
  }
  double number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  // Not "nan", which from_chars knows and which no comparison refuses.
  if (read.ec != std::errc() || read.ptr != value.data() + value.size() ||
      !(number >= -kMostPoints && number <= kMostPoints)) {
    return expected(kNumberExpected);
  }
  to = number;
  return Unit{};
}

Status read_cameo(std::string_view value, std::optional<std::string>& to) {
  if (value.empty()) {
    to = std::nullopt;
    return Unit{};
  }
  const bool digits = std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || value.size() < 2 || value.size() > 4) return expected(kCameoExpected);
  const std::string_view root = value.substr(0, 2);
  if (root < "01" || root > "20") return expected(kCameoExpected);
  to = std::string(value);
  return Unit{};
}

std::string written(const std::vector<Actor>& actors) {
  std::string text;
  for (const Actor& actor : actors) {
    text += text.empty() ? "" : ", ";
    if (!actor.code || actor.code->empty()) {
      text += actor.name;
      continue;
    }
    text += *actor.code;
    if (actor.sector && !actor.sector->empty()) text += ":" + *actor.sector;
  }
  return text;
}

std::string written(const std::optional<Actor>& actor) {
  return actor ? written(std::vector<Actor>{*actor}) : std::string();
}

std::string written(const std::optional<DateInterval>& date) {
  if (!date || (!date->from && !date->to)) return "";
  const std::string from = date->from.value_or(""), to = date->to.value_or("");
  return from == to ? from : from + "/" + to;
}

std::string written(const std::optional<double>& number) {
  if (!number) return "";
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *number).ptr;
  return {digits.data(), static_cast<std::size_t>(end - digits.data())};
}

}  // namespace entente

#include "intake/date.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

namespace entente {
namespace {

constexpr std::size_t kMaxDateBytes = 200;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (static_cast<unsigned>(c) | 0x20U) >= 'a' && (static_cast<unsigned>(c) | 0x20U) <= 'z';
}

struct Piece {
  enum Kind { kNumber, kWord, kMark } kind = kMark;
  std::string text;  // words in lower case
  int value = 0;     // of numbers of at most 9 digits
  std::size_t digits = 0;
};

std::vector<Piece> cut(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    Piece piece;
    if (is_digit(text[at])) {
      piece.kind = Piece::kNumber;
      for (; at < text.size() && is_digit(text[at]); ++at) piece.text.push_back(text[at]);
      piece.digits = piece.text.size();
      if (piece.digits <= 9) piece.value = std::stoi(piece.text);
    } else if (is_letter(text[at])) {
      piece.kind = Piece::kWord;
      for (; at < text.size() && is_letter(text[at]); ++at) {
        piece.text.push_back(static_cast<char>(static_cast<unsigned>(text[at]) | 0x20U));
      }
    } else {
      piece.text.push_back(text[at++]);
      if (piece.text == " " || piece.text == "\t" || piece.text == "\n" || piece.text == "\r") continue;
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

struct Clock {
  bool stated = false;
  bool has_seconds = false;
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::string zone;
};

struct Moment {
  int year = 0;
  int month = 0;
  int day = 0;
  Clock clock;
};

std::string two(int number) { return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)}; }

std::string to_iso(const Moment& moment) {
  std::string iso = std::to_string(moment.year);
  iso.append("-").append(two(moment.month)).append("-").append(two(moment.day));
  if (moment.clock.stated) {
    iso.append("T").append(two(moment.clock.hour)).append(":").append(two(moment.clock.minute));
    if (moment.clock.has_seconds) iso.append(":").append(two(moment.clock.second));
    iso.append(moment.clock.zone);
  }
  return iso;
}

// Reads one date from a place in the pieces; at() says how far it got.
class Reader {
 public:
  Reader(const std::vector<Piece>& pieces, std::size_t at) : pieces_(pieces), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool at_end() const { return at_ == pieces_.size(); }

  void skip_weekday() {
    static constexpr std::array<const char*, 7> kDays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const Piece* piece = peek();
    if (piece == nullptr || piece->kind != Piece::kWord || piece->text.size() < 3) return;
    for (const char* day : kDays) {
      if (piece->text.compare(0, 3, day) != 0) continue;
      ++at_;
      while (mark(",") || mark(".")) {
      }
      return;
    }
  }

  bool read(Moment& moment) {
    if (!(read_compact(moment) || read_year_first(moment) || read_day_first(moment) || read_month_first(moment) ||
          read_numbers(moment))) {
      return false;
    }
    if (!is_possible_date(moment.year, moment.month, moment.day)) return false;
    if (!moment.clock.stated) read_clock(moment.clock);
    return true;
  }

  void skip_comment() {
    const std::size_t start = at_;
    if (mark("(") && word() != nullptr && mark(")")) return;
    at_ = start;
  }

 private:
  const Piece* peek(std::size_t ahead = 0) const {
    return at_ + ahead < pieces_.size() ? &pieces_[at_ + ahead] : nullptr;
  }
  bool mark(std::string_view text) {
    const Piece* piece = peek();
    if (piece == nullptr || piece->text != text) return false;
    ++at_;
    return true;
  }
  const Piece* word() {
    const Piece* piece = peek();
    if (piece == nullptr || piece->kind != Piece::kWord) return nullptr;
    ++at_;
    return piece;
  }
  bool number(int& value, std::size_t least, std::size_t most) {
    const Piece* piece = peek();
    if (piece == nullptr || piece->kind != Piece::kNumber || piece->digits < least || piece->digits > most)
      return false;
    value = piece->value;
    ++at_;
    return true;
  }
  bool year(int& value) { return number(value, 4, 4) && value >= 1000; }
  bool back(std::size_t start) {
    at_ = start;
    return false;
  }

  bool read_compact(Moment& moment) {
    const Piece* piece = peek();
    if (piece == nullptr || piece->kind != Piece::kNumber || (piece->digits != 8 && piece->digits != 14)) return false;
    const auto part = [&](std::size_t from, std::size_t count) { return std::stoi(piece->text.substr(from, count)); };
    moment.year = part(0, 4);
    moment.month = part(4, 2);
    moment.day = part(6, 2);
    if (piece->digits == 14) {
      moment.clock = {true, true, part(8, 2), part(10, 2), part(12, 2), ""};
      if (moment.clock.hour > 23 || moment.clock.minute > 59 || moment.clock.second > 60) return false;
    }
    ++at_;
    return moment.year >= 1000;
  }

  bool read_year_first(Moment& moment) {
    const std::size_t start = at_;
    for (const char* separator : {"-", "/", "."}) {
      if (year(moment.year) && mark(separator) && number(moment.month, 1, 2) && mark(separator) &&
          number(moment.day, 1, 2)) {
        return true;
      }
      at_ = start;
    }
    return false;
  }

  bool day(int& value) {
    if (!number(value, 1, 2)) return false;
    const Piece* piece = peek();
    const bool ordinal =
        piece != nullptr && (piece->text == "st" || piece->text == "nd" || piece->text == "rd" || piece->text == "th");
    if (ordinal) ++at_;
    return true;
  }

  bool month(int& value) {
    const Piece* piece = word();
    value = piece == nullptr ? 0 : month_number(piece->text);
    mark(".");
    return value != 0;
  }

  bool read_day_first(Moment& moment) {
    const std::size_t start = at_;
    if (!day(moment.day)) return back(start);
    mark("-");
    mark(".");
    mark("of");
    if (!month(moment.month)) return back(start);
    mark(",");
    mark("-");
    return year(moment.year) || back(start);
  }

  bool read_month_first(Moment& moment) {
    const std::size_t start = at_;
    if (!month(moment.month) || !day(moment.day)) return back(start);
    mark(",");
    if (year(moment.year)) return true;
    // "Feb 22 10:05:00 +0000 2022"
    read_clock(moment.clock);
    return (moment.clock.stated && year(moment.year)) || back(start);
  }

  bool read_numbers(Moment& moment) {
    const std::size_t start = at_;
    for (const char* separator : {".", "/", "-"}) {
      int first = 0;
      int second = 0;
      if (number(first, 1, 2) && mark(separator) && number(second, 1, 2) && mark(separator) && year(moment.year)) {
        const bool day_is_first = *separator == '.' || first > 12;
        if (!day_is_first && second <= 12 && first != second) return back(start);  // either could be the month
        moment.day = day_is_first ? first : second;
        moment.month = day_is_first ? second : first;
        return true;
      }
      at_ = start;
    }
    return false;
  }

  void read_clock(Clock& clock) {
    const std::size_t start = at_;
    while (mark(",") || mark("t") || mark("at") || mark("|") || mark("-")) {
    }
    Clock read;
    if (!(read_hours(read) || read_compact_hours(read)) || read.hour > 23 || read.minute > 59 || read.second > 60) {
      at_ = start;
      return;
    }
    read_zone(read.zone);
    read.stated = true;
    clock = read;
  }

  bool read_hours(Clock& clock) {
    const std::size_t start = at_;
    if (!number(clock.hour, 1, 2) || !mark(":") || !number(clock.minute, 2, 2)) return back(start);
    if (mark(":")) {
      if (!number(clock.second, 2, 2)) return back(start);
      clock.has_seconds = true;
      const std::size_t fraction = at_;
      int ignored = 0;
      if (mark(".") && !number(ignored, 1, 12)) at_ = fraction;
    }
    return read_half_day(clock) || back(start);
  }

  // "a.m.", "PM"; false only where 13 p.m. and the like stand.
  bool read_half_day(Clock& clock) {
    const Piece* piece = peek();
    if (piece == nullptr || piece->kind != Piece::kWord) return true;
    const char half = piece->text.front();
    if (piece->text == "am" || piece->text == "pm") {
      ++at_;
    } else if ((half == 'a' || half == 'p') && piece->text.size() == 1 && peek(1) != nullptr && peek(1)->text == "." &&
               peek(2) != nullptr && peek(2)->text == "m") {
      at_ += 3;
      mark(".");
    } else {
      return true;
    }
    if (clock.hour < 1 || clock.hour > 12) return false;
    clock.hour = clock.hour % 12 + (half == 'p' ? 12 : 0);
    return true;
  }

  bool read_compact_hours(Clock& clock) {
    const Piece* piece = peek();
    if (at_ == 0 || pieces_[at_ - 1].text != "t" || piece == nullptr || piece->kind != Piece::kNumber) return false;
    if (piece->digits != 4 && piece->digits != 6) return false;
    clock.has_seconds = piece->digits == 6;
    const int minutes = clock.has_seconds ? piece->value / 100 : piece->value;
    clock.hour = minutes / 100;
    clock.minute = minutes % 100;
    clock.second = clock.has_seconds ? piece->value % 100 : 0;
    ++at_;
    return true;
  }

  void read_zone(std::string& zone) {
    // RFC 2822's names; others mean different zones in different countries.
    static constexpr std::array<std::pair<const char*, const char*>, 12> kZones = {{{"z", "Z"},
                                                                                    {"utc", "Z"},
                                                                                    {"gmt", "Z"},
                                                                                    {"ut", "Z"},
                                                                                    {"est", "-05:00"},
                                                                                    {"edt", "-04:00"},
                                                                                    {"cst", "-06:00"},
                                                                                    {"cdt", "-05:00"},
                                                                                    {"mst", "-07:00"},
                                                                                    {"mdt", "-06:00"},
                                                                                    {"pst", "-08:00"},
                                                                                    {"pdt", "-07:00"}}};
    const Piece* piece = peek();
    if (piece == nullptr) return;
    for (const auto& [name, offset] : kZones) {
      if (piece->text != name) continue;
      ++at_;
      zone = offset;
      if (zone == "Z") read_offset(zone);
      return;
    }
    read_offset(zone);
  }

  void read_offset(std::string& zone) {
    const std::size_t start = at_;
    const bool west = mark("-");
    int hours = 0;
    int minutes = 0;
    if (!west && !mark("+")) return;
    const bool whole = number(hours, 4, 4);
    if (whole) {
      minutes = hours % 100;
      hours /= 100;
    } else if (!number(hours, 1, 2) || (mark(":") && !number(minutes, 2, 2))) {
      at_ = start;
      return;
    }
    if (hours > 14 || minutes > 59) {
      at_ = start;
      return;
    }
    zone.assign(1, hours == 0 && minutes == 0 ? 'Z' : west ? '-' : '+');
    if (zone != "Z") zone.append(two(hours)).append(":").append(two(minutes));
  }

  const std::vector<Piece>& pieces_;
  std::size_t at_;
};

}  // namespace

int month_number(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                               "may",       "june",     "july",     "august",
                                                               "september", "october",  "november", "december"};
  std::string lower;
  for (const char c : word) {
    if (c == '.' && lower.size() + 1 == word.size()) continue;
    if (!is_letter(c)) return 0;
    lower.push_back(static_cast<char>(static_cast<unsigned>(c) | 0x20U));
  }
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return lower == "sept" ? 9 : 0;
}

bool is_possible_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || day < 1 || day > 31) return false;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

std::optional<std::string> normalise_date(std::string_view text) {
  if (text.size() > kMaxDateBytes) return std::nullopt;
  const std::vector<Piece> pieces = cut(text);
  Reader reader(pieces, 0);
  reader.skip_weekday();
  Moment moment;
  if (!reader.read(moment)) return std::nullopt;
  reader.skip_comment();
  if (!reader.at_end()) return std::nullopt;
  return to_iso(moment);
}

std::optional<std::string> find_date(std::string_view text) {
  const std::vector<Piece> pieces = cut(text.substr(0, kMaxDateBytes));
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const bool inside_number = at > 0 && pieces[at].kind == Piece::kNumber && pieces[at - 1].kind == Piece::kMark &&
                               (pieces[at - 1].text == "-" || pieces[at - 1].text == "/" || pieces[at - 1].text == ".");
    if (inside_number) continue;
    Reader reader(pieces, at);
    Moment moment;
    if (reader.read(moment)) return to_iso(moment);
  }
  return std::nullopt;
}

std::optional<std::string> date_from_number(std::int64_t number) {
  if (number >= 10000101 && number <= 99991231) return normalise_date(std::to_string(number));
  constexpr std::int64_t kSecondsFrom = 100'000'000;  // 1973: below it a number is more likely something else
  constexpr std::int64_t kMillisecondsFrom = 100'000'000'000;
  constexpr std::int64_t kMillisecondsTo = 10'000'000'000'000;
  if (number < kSecondsFrom || number >= kMillisecondsTo) return std::nullopt;
  const std::int64_t seconds = number >= kMillisecondsFrom ? number / 1000 : number;
  const std::chrono::sys_seconds when{std::chrono::seconds(seconds)};
  const auto days = std::chrono::floor<std::chrono::days>(when);
  const std::chrono::year_month_day date(days);
  const std::chrono::hh_mm_ss clock(when - days);
  Moment moment{static_cast<int>(date.year()),
                static_cast<int>(static_cast<unsigned>(date.month())),
                static_cast<int>(static_cast<unsigned>(date.day())),
                {}};
  moment.clock = {true,
                  true,
                  static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()),
                  "Z"};
  return to_iso(moment);
}

}  // namespace entente

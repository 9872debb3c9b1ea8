#include "intake/dateline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text_index.h"
#include "intake/date.h"

namespace entente {
namespace {

constexpr std::size_t kHeadBytes = 1000;
constexpr int kMaxPlaceWords = 5;
constexpr int kMaxAgencyLength = 40;

std::string_view head_of(std::string_view text) {
  if (text.size() <= kHeadBytes) return text;
  std::size_t end = kHeadBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What opens a headline or a sentence in capitals and is no place.
constexpr std::array<std::string_view, 17> kNoPlaces = {
    "breaking", "update", "exclusive", "analysis", "opinion", "watch", "factbox", "explainer", "corrected",
    "live",     "nato",   "opec",      "asean",    "unesco",  "fifa",  "urgent",  "correction"};
// First words that no place has.
constexpr std::array<std::string_view, 30> kSentenceOpeners = {
    "in",     "on",      "at",        "by",       "the",    "a",        "an",     "from",      "to",      "of",
    "for",    "and",     "but",       "since",    "until",  "after",    "before", "last",      "this",    "as",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "published", "updated", "posted"};
constexpr std::array<std::string_view, 10> kInsidePlaces = {"of", "de", "la",   "le",  "el",
                                                            "al", "on", "upon", "del", "da"};

// A cursor over the head of the text. Each read_ either moves on and says true, or stays.
class Cursor {
 public:
  explicit Cursor(std::string_view head) : head_(head), index_(head) {}

  [[nodiscard]] std::int32_t at() const { return at_; }
  void go(std::int32_t to) { at_ = to; }
  [[nodiscard]] char32_t peek(std::int32_t ahead = 0) const {
    const std::int32_t where = at_ + ahead;
    return where >= 0 && where < index_.code_point_count() ? index_.at(CodePointOffset{where}) : U'\0';
  }
  [[nodiscard]] std::string slice(std::int32_t begin, std::int32_t end) const {
    return std::string(index_.slice(CodePointSpan(begin, end)));
  }
  [[nodiscard]] static bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x202F; }
  void skip_blanks() {
    while (is_blank(peek())) ++at_;
  }
  void skip_white() {
    while (is_blank(peek()) || peek() == U'\n' || peek() == U'\r') ++at_;
  }
  bool read(char32_t c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  // A run of letters, with apostrophes, hyphens and the full stops of "N.Y." inside; empty where there is none.
  std::string read_word() {
    const std::int32_t start = at_;
    while (is_letter(peek()) || (at_ > start && is_letter(peek(1)) && joins(peek()))) ++at_;
    const bool short_form = at_ - start <= 2 || index_.slice(CodePointSpan(start, at_)).find('.') != std::string::npos;
    if (at_ > start && short_form && peek() == U'.') ++at_;
    return slice(start, at_);
  }
  bool read_number(int& value, int least_digits, int most_digits) {
    const std::int32_t start = at_;
    value = 0;
    while (peek() >= U'0' && peek() <= U'9' && at_ - start < most_digits) {
      value = value * 10 + static_cast<int>(peek() - U'0');
      ++at_;
    }
    const bool more = peek() >= U'0' && peek() <= U'9';
    if (at_ - start >= least_digits && !more) return true;
    at_ = start;
    return false;
  }
  [[nodiscard]] static bool is_letter(char32_t c) { return c != 0 && u_isalpha(static_cast<UChar32>(c)) != 0; }
  [[nodiscard]] static bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
  [[nodiscard]] bool has_small_letter(std::int32_t begin, std::int32_t end) const {
    for (std::int32_t i = begin; i < std::min(end, index_.code_point_count()); ++i) {
      if (u_islower(static_cast<UChar32>(index_.at(CodePointOffset{i}))) != 0) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] static bool joins(char32_t c) {
    return c == U'\'' || c == 0x2019 || c == U'-' || c == U'.' || c == U'/';
  }

  std::string_view head_;
  TextIndex index_;
  std::int32_t at_ = 0;
};

struct State {
  Dateline dateline;
  std::optional<std::string> date;
  bool capitals = false;  // the place is written in capitals alone
  bool has_region = false;
  bool slashed_agency = false;
};

bool is_month_and_day(Cursor cursor, const std::string& word) {
  cursor.skip_blanks();
  cursor.read(U'.');
  cursor.skip_blanks();
  return month_number(word) != 0 && cursor.peek() >= U'0' && cursor.peek() <= U'9';
}

// Capitalised words: "MOSCOW", "Tel Aviv", "St. Petersburg", "Port of Spain".
bool read_place(Cursor& cursor, CodePointSpan& span) {
  const std::int32_t start = cursor.at();
  std::int32_t end = start;
  for (int words = 0; words < kMaxPlaceWords; ++words) {
    const std::int32_t word_at = cursor.at();
    const bool capital = Cursor::is_upper(cursor.peek());
    const std::string word = cursor.read_word();
    const bool inside = words > 0 && is_one_of(kInsidePlaces, word);
    if (word.empty() || (!capital && !inside) || is_month_and_day(cursor, word)) {
      cursor.go(word_at);
      break;
    }
    if (capital) end = cursor.at();
    if (!cursor.read(U' ')) break;
  }
  cursor.go(end);
  span = CodePointSpan(start, end);
  return end > start;
}

// "Feb 22", "12 May", "Monday, April 1, 2024".
bool read_date(Cursor& cursor, State& state) {
  const std::int32_t before = cursor.at();
  std::int32_t start = before;
  std::string word = cursor.read_word();
  if (word.size() > 5 && lower_ascii(word).ends_with("day")) {
    cursor.read(U',');
    cursor.skip_blanks();
    start = cursor.at();
    word = cursor.read_word();
  }
  int day = 0;
  int month = month_number(word);
  bool good = false;
  if (month != 0) {
    cursor.read(U'.');
    cursor.skip_blanks();
    good = cursor.read_number(day, 1, 2);
  } else if (word.empty() && cursor.read_number(day, 1, 2)) {
    cursor.skip_blanks();
    month = month_number(cursor.read_word());
    good = month != 0;
  }
  constexpr int kLeapYear = 2024;
  if (!good || !is_possible_date(kLeapYear, month, day)) {
    cursor.go(before);
    return false;
  }
  std::int32_t end = cursor.at();
  int year = 0;
  cursor.read(U'.');
  cursor.read(U',');
  cursor.skip_blanks();
  if (cursor.read_number(year, 4, 4) && year >= 1900 && year < 2100 && is_possible_date(year, month, day)) {
    end = cursor.at();
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    state.date = std::to_string(year) + "-" + two(month) + "-" + two(day);
  }
  cursor.go(end);
  state.dateline.date_text = cursor.slice(start, end);
  return true;
}

// "(Agency)" or "/AGENCY/".
bool read_enclosed_agency(Cursor& cursor, State& state) {
  const std::int32_t before = cursor.at();
  const bool slashed = cursor.peek() == U'/';
  if (!cursor.read(U'(') && !cursor.read(U'/')) return false;
  const std::int32_t start = cursor.at();
  const char32_t close = slashed ? U'/' : U')';
  while (cursor.peek() != close && cursor.peek() != 0 && cursor.peek() != U'\n' &&
         cursor.at() - start < kMaxAgencyLength) {
    cursor.go(cursor.at() + 1);
  }
  const std::int32_t end = cursor.at();
  cursor.go(start);
  State inner;
  if (read_date(cursor, inner) && cursor.at() == end) {
    state.dateline.date_text = inner.dateline.date_text;
    state.date = inner.date;
  } else {
    cursor.go(start);
    if (end - start < 2 || !(Cursor::is_upper(cursor.peek()) || (cursor.peek() >= U'0' && cursor.peek() <= U'9'))) {
      cursor.go(before);
      return false;
    }
    state.dateline.agency = cursor.slice(start, end);
    state.slashed_agency = slashed;
  }
  cursor.go(end);
  if (cursor.read(close)) return true;
  cursor.go(before);
  return false;
}

// After a comma: a region, or an agency in capitals after the date ("YEREVAN, MAY 12, ARMENIAN AGENCY.").
bool read_listed_name(Cursor& cursor, State& state) {
  CodePointSpan name;
  const std::int32_t before = cursor.at();
  if (!read_place(cursor, name)) return false;
  if (!state.dateline.date_text) {
    state.has_region = true;
    return true;
  }
  if (state.dateline.agency || cursor.has_small_letter(name.begin.value, name.end.value)) {
    cursor.go(before);
    return false;
  }
  state.dateline.agency = cursor.slice(name.begin.value, name.end.value);
  state.slashed_agency = true;
  return true;
}

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2012 && c <= 0x2015); }

// The dash, or what stands for it; false where the words go on like a sentence.
bool read_end(Cursor& cursor, const State& state) {
  const std::int32_t before = cursor.at();
  const bool after_bracket = cursor.peek(-1) == U')' || cursor.peek(-1) == U'/';
  cursor.skip_blanks();
  const bool apart = cursor.at() > before || after_bracket;
  const char32_t first = cursor.peek();
  if (is_dash(first)) {
    const bool hyphen = first == U'-';
    while (is_dash(cursor.peek())) cursor.go(cursor.at() + 1);
    const char32_t next = cursor.peek();
    const bool spaced_after = Cursor::is_blank(next) || next == U'\n';
    if (!hyphen || (apart && (spaced_after || after_bracket))) return next != 0;
  }
  const bool said = state.dateline.date_text || state.dateline.agency;
  if (said && (first == U':' || (first == U'.' && state.slashed_agency))) {
    cursor.go(cursor.at() + (first == U'.' || first == U':' ? 1 : 0));
    return Cursor::is_blank(cursor.peek()) || cursor.peek() == U'\n';
  }
  // "Ann Smith, 3 June 2021" above a text is no dateline.
  if (said && (state.capitals || state.dateline.agency) && first == U'\n') {
    cursor.go(before);
    return true;
  }
  cursor.go(before);
  return false;
}

bool is_believable(const Cursor& cursor, const State& state) {
  const std::string place = lower_ascii(state.dateline.place);
  const std::string first_word = place.substr(0, place.find(' '));
  if (is_one_of(kSentenceOpeners, first_word)) return false;
  if (state.dateline.date_text || state.dateline.agency) return true;
  // A place and a dash alone: capitals, no known opener of headlines, and the words after it are no headline either.
  constexpr std::int32_t kLook = 60;
  return state.capitals && place.size() >= 4 && !is_one_of(kNoPlaces, first_word) &&
         cursor.has_small_letter(cursor.at(), cursor.at() + kLook);
}

}  // namespace

std::optional<FoundDateline> find_dateline(std::string_view text) {
  Cursor cursor(head_of(text));
  cursor.skip_white();
  const std::int32_t start = cursor.at();
  State state;
  Dateline& dateline = state.dateline;
  if (!read_place(cursor, dateline.place_span)) return std::nullopt;
  dateline.place = cursor.slice(dateline.place_span.begin.value, dateline.place_span.end.value);
  state.capitals = !cursor.has_small_letter(dateline.place_span.begin.value, dateline.place_span.end.value);
  constexpr int kMaxParts = 6;
  for (int part = 0; part < kMaxParts; ++part) {
    if (read_end(cursor, state)) {
      if (!is_believable(cursor, state)) return std::nullopt;
      dateline.span = CodePointSpan(start, cursor.at());
      return FoundDateline{dateline, state.date};
    }
    const bool comma = cursor.read(U',');
    const bool stop = !comma && cursor.read(U'.');
    cursor.skip_blanks();
    const bool read = (!dateline.date_text && read_date(cursor, state)) ||
                      (!dateline.agency && read_enclosed_agency(cursor, state)) ||
                      (comma && !stop && read_listed_name(cursor, state));
    if (!read) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace entente

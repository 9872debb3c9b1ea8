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

// What opens a headline or a line of its own and is no place.
constexpr std::array<std::string_view, 28> kNoPlaces = {
    "breaking",  "update",    "exclusive",  "analysis",  "opinion", "watch",     "factbox",
    "explainer", "corrected", "live",       "nato",      "opec",    "asean",     "unesco",
    "fifa",      "urgent",    "correction", "monday",    "tuesday", "wednesday", "thursday",
    "friday",    "saturday",  "sunday",     "published", "updated", "posted",    "abstract"};
constexpr std::array<std::string_view, 20> kSentenceOpeners = {
    "in",  "on",  "at",  "by",    "the",   "a",     "an",     "from", "to",   "of",
    "for", "and", "but", "since", "until", "after", "before", "last", "this", "as"};
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
  bool dashed = false;  // ends with a dash
};

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2012 && c <= 0x2015); }

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

// "Ill." and "Calif." before what can follow a region.
void read_stop_of_short_form(Cursor& cursor) {
  const std::int32_t before = cursor.at();
  if (!cursor.read(U'.')) return;
  const std::int32_t after = cursor.at();
  cursor.skip_blanks();
  const char32_t next = cursor.peek();
  cursor.go(is_dash(next) || next == U'(' || next == U',' || next == U'/' ? after : before);
}

// After a comma: a region, or an agency in capitals after the date ("YEREVAN, MAY 12, ARMENIAN AGENCY.").
bool read_listed_name(Cursor& cursor, State& state) {
  CodePointSpan name;
  const std::int32_t before = cursor.at();
  if (!read_place(cursor, name)) return false;
  if (!state.dateline.date_text) {
    state.has_region = true;
    read_stop_of_short_form(cursor);
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

bool read_dash(Cursor& cursor) {
  const std::int32_t before = cursor.at();
  const bool after_bracket = cursor.peek(-1) == U')' || cursor.peek(-1) == U'/';
  cursor.skip_blanks();
  const bool apart = cursor.at() > before || after_bracket;
  const std::int32_t start = cursor.at();
  const bool hyphen = cursor.peek() == U'-';
  while (is_dash(cursor.peek())) cursor.go(cursor.at() + 1);
  const std::int32_t length = cursor.at() - start;
  const char32_t next = cursor.peek();
  const bool spaced_after = Cursor::is_blank(next) || next == U'\n';
  const bool single = hyphen && length == 1;
  const bool good = length > 0 && next != 0 &&
                    (!hyphen || (single ? apart && (spaced_after || after_bracket) : spaced_after || after_bracket));
  if (!good) cursor.go(before);
  return good;
}

// The dash, or what stands for it; false where the words go on like a sentence.
bool read_end(Cursor& cursor, State& state) {
  state.dashed = read_dash(cursor);
  if (state.dashed) return true;
  const std::int32_t before = cursor.at();
  const bool after_bracket = cursor.peek(-1) == U')';
  const bool date = state.dateline.date_text.has_value();
  const bool agency = state.dateline.agency.has_value();
  cursor.skip_blanks();
  const char32_t first = cursor.peek();
  if ((date || agency) && (first == U':' || (first == U'.' && state.slashed_agency))) {
    cursor.go(cursor.at() + 1);
    if (Cursor::is_blank(cursor.peek()) || cursor.peek() == U'\n') return true;
  }
  cursor.go(before);
  // "Ann Smith, 3 June 2021" above a text is no dateline.
  if ((state.capitals || agency) && (date || agency) && first == U'\n') return true;
  // "Bogota, March 8 (AGENCY) The ..." and "New York (AGENCY)The ..."
  return after_bracket && agency && Cursor::is_upper(first) && (date || cursor.peek() == first);
}

bool is_believable(const Cursor& cursor, const State& state) {
  const std::string place = lower_ascii(state.dateline.place);
  const std::string first_word = place.substr(0, place.find(' '));
  if (is_one_of(kNoPlaces, first_word) || (!state.capitals && is_one_of(kSentenceOpeners, first_word))) return false;
  if (state.dateline.date_text || state.dateline.agency) return true;
  Cursor next = cursor;
  next.skip_blanks();
  if (!state.capitals) return state.has_region && state.dashed && Cursor::is_upper(next.peek());
  // A place and a dash alone: the words after it are no headline in capitals.
  constexpr std::int32_t kLook = 60;
  return place.size() >= 4 && cursor.has_small_letter(cursor.at(), cursor.at() + kLook);
}

// "Dec 29 (Agency) -", "(Agency) -": no place is named.
bool read_without_place(Cursor& cursor, State& state) {
  const std::int32_t start = cursor.at();
  read_date(cursor, state);
  cursor.skip_blanks();
  state.dateline.place_span = CodePointSpan(start, start);
  if (cursor.peek() == U'(' && read_enclosed_agency(cursor, state) && state.dateline.agency && read_dash(cursor)) {
    return true;
  }
  cursor.go(start);
  state = State();
  return false;
}

std::optional<FoundDateline> dateline_at(Cursor cursor) {
  const std::int32_t start = cursor.at();
  State state;
  Dateline& dateline = state.dateline;
  if (read_without_place(cursor, state)) {
    dateline.span = CodePointSpan(start, cursor.at());
    return FoundDateline{dateline, state.date};
  }
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
    if (!comma) cursor.read(U'.');
    cursor.skip_blanks();
    const bool read = (!dateline.date_text && read_date(cursor, state)) ||
                      (!dateline.agency && read_enclosed_agency(cursor, state)) ||
                      (comma && read_listed_name(cursor, state));
    if (!read) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FoundDateline> find_dateline(std::string_view text) {
  // A headline, a summary or a byline may stand above; a dateline further down opens another report.
  constexpr int kMaxLinesAbove = 3;
  constexpr std::int32_t kMaxLineAbove = 250;
  Cursor cursor(head_of(text));
  cursor.skip_white();
  for (int above = 0; above <= kMaxLinesAbove && cursor.peek() != 0; ++above) {
    if (auto found = dateline_at(cursor)) return found;
    const std::int32_t start = cursor.at();
    while (cursor.peek() != U'\n' && cursor.peek() != 0) cursor.go(cursor.at() + 1);
    if (cursor.at() - start > kMaxLineAbove) break;
    cursor.skip_white();
  }
  return std::nullopt;
}

}  // namespace entente

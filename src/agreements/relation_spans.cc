// Dates that stand in a war's own name ("the 1973 war", "the war of 1978-79") and first days that share the year or
// month of a second ("from 8 to 12 August 2008").
#include <algorithm>
#include <charconv>
#include <chrono>

#include "agreements/relation_words.h"

namespace entente {
namespace {

constexpr TokenId kParenthesis = 8;    // words behind a noun to the bracket with its years
constexpr std::int32_t kNameBack = 6;  // words before "war" to its year
constexpr std::int32_t kFirstYear = 1000;
constexpr std::int32_t kLastYear = 2100;
constexpr std::int32_t kCentury = 100;
constexpr std::int32_t kLastDay = 31;

std::int32_t number_of(const std::string& form) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(form.data(), form.data() + form.size(), value);
  return error == std::errc() && end == form.data() + form.size() ? value : 0;
}

bool is_year(std::int32_t value) { return value >= kFirstYear && value < kLastYear; }

std::string two_digits(std::int32_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string last_day(std::int32_t year, std::int32_t month) {
  const std::chrono::year_month_day_last last(
      std::chrono::year(year), std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month))));
  return two_digits(static_cast<std::int32_t>(static_cast<unsigned>(last.day())));
}

DateInterval year_interval(std::int32_t year, const std::string& text) {
  DateInterval date;
  date.from = std::to_string(year) + "-01-01";
  date.to = std::to_string(year) + "-12-31";
  date.precision = "year";
  date.text = text;
  return date;
}

bool joins(const std::string& form) {
  return form == "-" || form == "–" || form == "to" || form == "and" || form == "until" || form == "till";
}

}  // namespace

// "1973", "1978-79", "1998-2000" from t on.
bool RelationWords::read_years(TokenId t, TokenId last, TimesRead& read) const {
  const std::int32_t first = number_of(tree_.folded(t));
  if (!is_year(first) || tree_.folded(t).size() != 4) return false;
  TokenId end = t;
  std::int32_t second = first;
  if (t + 2 <= last && joins(tree_.folded(t + 1))) {
    std::int32_t other = number_of(tree_.folded(t + 2));
    if (other > 0 && other < kCentury && tree_.folded(t + 2).size() == 2) other += first / kCentury * kCentury;
    if (is_year(other) && other >= first) {
      second = other;
      end = t + 2;
    }
  }
  read.since = year_interval(first, tree_.text(t, end));
  read.until = year_interval(second, tree_.text(t, end));
  return true;
}

// "the 1973 war", "the war of July 1969", "the war of 8 to 12 August 2008": when it was.
void RelationWords::scan_name(TokenId noun, TimesRead& read) const {
  for (TokenId t = noun - 1; t >= 0 && t >= noun - kNameBack && tree_.sentence(t) == tree_.sentence(noun); --t) {
    if (tree_.has_upos(t, {"NUM"}) && t > 0 && joins(tree_.folded(t - 1)) && t - 2 >= 0 && read_years(t - 2, t, read))
      return;
    if (read_years(t, noun, read)) return;
    if (!tree_.has_upos(t, {"ADJ", "NOUN", "PROPN", "NUM", "PUNCT"}) || tree_.folded(t) == ",") break;
  }
  const std::int32_t sentence = tree_.sentence(noun);
  const TokenSpan span = tree_.parsed().document.sentences[static_cast<std::size_t>(sentence)].tokens;
  const TokenId last = std::min(span.end.value, tree_.size()) - 1;
  if (noun + 2 > last || tree_.folded(noun + 1) != "of") return;
  if (read_years(noun + 2, last, read) || scan_open(noun + 1, last, read) >= 0) return;
  const auto first = date_after(noun + 1, last);
  if (!first.has_value()) return;
  read.since = read.until = first->date;
  if (first->last + 2 > last || !joins(tree_.folded(first->last + 1))) return;
  if (const auto second = date_after(first->last + 1, last); second.has_value()) read.until = second->date;
}

// "from 27 September to 10 November 2020", "8 to 12 August 2008", behind the cue: the first takes from the second what
// it leaves out. The last word; -1 for none.
TokenId RelationWords::scan_open(TokenId cue, TokenId last, TimesRead& read) const {
  std::int32_t day = 0;
  std::int32_t month = 0;
  TokenId t = cue + 1;
  for (; t <= last && t <= cue + 2; ++t) {
    const WordValue* word = knowledge_.word(tree_.folded(t));
    const std::int32_t number = number_of(tree_.folded(t));
    if (number > 0 && number <= kLastDay && day == 0) {
      day = number;
    } else if (word != nullptr && word->kind == "month" && month == 0 && tree_.has_upos(t, {"PROPN", "NOUN"})) {
      month = word->value;
    } else {
      break;
    }
  }
  if ((day == 0 && month == 0) || t + 1 > last || !joins(tree_.folded(t))) return -1;
  const auto second = date_after(t, last);
  if (!second.has_value() || !second->date.from.has_value()) return -1;
  const std::string& whole = *second->date.from;
  const std::string text = tree_.text(cue + 1, second->last);
  if (whole.size() != 10 || (day > 0 && second->date.precision != "day") ||
      (day == 0 && second->date.precision == "year"))
    return -1;
  if (month == 0) month = number_of(whole.substr(5, 2)[0] == '0' ? whole.substr(6, 1) : whole.substr(5, 2));
  std::int32_t year = number_of(whole.substr(0, 4));
  const std::string in_year = "-" + two_digits(month) + "-" + two_digits(std::max(day, 1));
  if (in_year > whole.substr(4)) --year;
  DateInterval date;
  date.from = std::to_string(year) + in_year;
  date.to = day > 0 ? date.from : std::to_string(year) + "-" + two_digits(month) + "-" + last_day(year, month);
  date.precision = day > 0 ? "day" : "month";
  date.text = text;
  read.since = date;
  read.until = second->date;
  return second->last;
}

// "the years 1995 to 1998, in which", "for six years, 2010 to 2016," "the war (1975-1999)": years told beside.
void RelationWords::scan_beside(const RelationMatch& match, const std::vector<TokenId>& region, TimesRead& read) const {
  std::vector<TokenId> words = region;
  const TokenId clause = slots_.clause_head(match.trigger);
  if (tree_.is(clause, "acl:relcl")) words.push_back(tree_.head(clause));
  for (const TokenId t : words) {
    const TokenSpan span = tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(t))].tokens;
    const TokenId last = std::min(span.end.value, tree_.size()) - 1;
    const WordValue* unit = knowledge_.word(tree_.lemma(t));
    const bool years_of = unit != nullptr && unit->kind == "unit" && tree_.has_feat(t, "Number=Plur");
    if (!years_of && t != told_noun(match)) continue;
    TokenId at = t + 1;
    for (; !years_of && at <= last && at <= t + kParenthesis && tree_.folded(at) != "("; ++at)
      if (tree_.has_upos(at, {"VERB"})) return;
    if (at >= last || (!years_of && tree_.folded(at) != "(")) continue;
    if (!years_of || tree_.folded(at) == ",") ++at;
    if (at + 2 > last) continue;
    if (joins(tree_.folded(at + 1)) && read_years(at, last, read)) return;
    if (scan_open(at - 1, last, read) >= 0) return;
  }
}

}  // namespace entente

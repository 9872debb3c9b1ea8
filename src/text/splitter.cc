#include "text/splitter.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace entente {
namespace {

using Class = CharacterClass;

bool is_apostrophe(char32_t c) { return c != 0 && class_of(c) == Class::kApostrophe; }

}  // namespace

std::string_view Splitter::key(std::int32_t begin, std::int32_t end) {
  key_.clear();
  for (std::int32_t i = begin; i < end; ++i) {
    const char32_t c = text_.at({i});
    if (c < 128) {
      key_ += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c == '`' ? '\'' : static_cast<char>(c);
    } else if (class_of(c) == Class::kApostrophe) {
      key_ += '\'';
    } else {
      append_utf8(key_, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
  }
  return key_;
}

void Splitter::split(Chunk chunk, bool starts_sentence, char32_t next, std::vector<Piece>& out) {
  begin_ = chunk.begin;
  end_ = chunk.end;
  starts_sentence_ = starts_sentence;
  next_ = next;
  out_ = &out;
  address_mark_ = find_address_mark();
  for (std::int32_t i = begin_; i < end_;) i = take(i);
}

std::int32_t Splitter::take(std::int32_t i) {
  const Class c = at(i);
  if (!is_letter(c)) {
    if (const std::int32_t whole = take_whole(i); whole > i) return whole;
  }
  switch (c) {
    case Class::kLower:
    case Class::kUpper:
    case Class::kDigit: return take_word(i);
    case Class::kQuote: return take_quote(i);
    case Class::kApostrophe: return take_apostrophe(i);
    case Class::kOpener: add(i, i + 1, PieceKind::kOpener); return i + 1;
    case Class::kCloser: add(i, i + 1, PieceKind::kCloser); return i + 1;
    case Class::kTerminator:
      if (code(i) == '.' && at(i + 1) == Class::kDigit) return take_word(i);
      return take_run(i, PieceKind::kTerminator);
    case Class::kPunctuation: add(i, i + 1, PieceKind::kOther); return i + 1;
    case Class::kHyphen:
    case Class::kDash: return take_run(i, PieceKind::kOther);
    case Class::kCurrency: add(i, i + 1, PieceKind::kOther); return i + 1;
    default: break;
  }
  if ((code(i) == '@' && is_alphanumeric(at(i + 1))) || (code(i) == '#' && is_letter(at(i + 1)))) return take_tag(i);
  if (code(i) == '+' && at(i + 1) == Class::kDigit && i == begin_) return take_word(i);
  return take_run(i, PieceKind::kOther);
}

// A run of one mark ("--", "***"); of marks that end sentences, any ("?!", "...").
std::int32_t Splitter::take_run(std::int32_t i, PieceKind kind) {
  std::int32_t end = i + 1;
  while (end < end_ && (kind == PieceKind::kTerminator ? at(end) == Class::kTerminator : code(end) == code(i))) ++end;
  add(i, end, kind);
  return end;
}

std::int32_t Splitter::without_trailing_punctuation(std::int32_t begin) const {
  std::int32_t end = end_;
  while (end > begin + 1) {
    const Class c = at(end - 1);
    const bool mark = c == Class::kPunctuation || c == Class::kTerminator || c == Class::kQuote ||
                      c == Class::kApostrophe || c == Class::kCloser || code(end - 1) == '>';
    if (!mark || code(end - 1) == '/') break;
    --end;
  }
  return end;
}

// Emoticons and the like, where no letter or digit follows.
std::int32_t Splitter::take_whole(std::int32_t i) {
  if (is_letter(at(i)) && is_alphanumeric(at(i + 1))) return i;
  for (std::int32_t end = std::min(end_, i + kMaxWholeLength); end > i + 1; --end) {
    if (is_alphanumeric(at(end)) || tables_.whole.find(key(i, end)) == tables_.whole.end()) continue;
    add(i, end, PieceKind::kWord);
    return end;
  }
  return i;
}

std::int32_t Splitter::take_tag(std::int32_t i) {
  std::int32_t end = i + 1;
  while (is_alphanumeric(at(end)) || code(end) == '_' || (code(end) == '.' && is_alphanumeric(at(end + 1)))) ++end;
  add(i, end, PieceKind::kWord);
  return end;
}

std::int32_t Splitter::take_quote(std::int32_t i) {
  const char32_t c = code(i);
  bool opens = !double_open_;
  if (c == '"') {
    const bool first = i == begin_ || out_->back().kind == PieceKind::kOpener || out_->back().end != i;
    const bool last = i + 1 >= end_;
    if (first && !last) opens = true;
    if (!first && (last || !is_alphanumeric(at(i + 1)))) opens = false;
  } else {
    opens = c == 0x201C || c == 0x201E || c == 0x201A || c == 0x201F || c == 0xAB || c == 0x2039;
  }
  double_open_ = opens;
  add(i, i + 1, opens ? PieceKind::kOpenQuote : PieceKind::kCloseQuote);
  return i + 1;
}

std::int32_t Splitter::take_apostrophe(std::int32_t i) {
  const bool first = i == begin_;
  if (code(i + 1) == code(i) ||
      (code(i) == 0x2018 && code(i + 1) == 0x2019)) {  // two of them make one double quotation mark
    double_open_ = code(i) == '`' || code(i) == 0x2018 || (first && i + 2 < end_);
    add(i, i + 2, double_open_ ? PieceKind::kOpenQuote : PieceKind::kCloseQuote);
    return i + 2;
  }
  const bool after_word = i > begin_ && is_alphanumeric(at(i - 1));
  if (!after_word && at(i + 1) == Class::kDigit) {  // '90s
    std::int32_t end = i + 1 + count_digits(i + 1);
    if (end == i + 3) {
      while (is_letter(at(end))) ++end;
      add(i, end, PieceKind::kNumber);
      return end;
    }
  }
  const Class before = first ? Class::kSpace : at(i - 1);
  if (first || before == Class::kCloser || before == Class::kQuote || before == Class::kTerminator) {
    if (const std::int32_t clitic = clitic_end(i); clitic > i) {  // one that stands apart: "Sinn Fein 's", (NATO)'s
      add(i, clitic, PieceKind::kWord);
      return clitic;
    }
  }
  const bool opens =
      !after_word && i + 1 < end_ && (is_alphanumeric(at(i + 1)) || at(i + 1) == Class::kOpener) && code(i) != 0x2019;
  const bool opens_curly = first && code(i) == 0x2019 && is_alphanumeric(at(i + 1));
  single_open_ = opens || opens_curly;
  add(i, i + 1, single_open_ ? PieceKind::kOpenQuote : PieceKind::kCloseQuote);
  return i + 1;
}

// The end of the clitic that begins at i; i where none does.
std::int32_t Splitter::clitic_end(std::int32_t i) {
  constexpr std::int32_t kLongest = 3;
  if (at(i) != Class::kApostrophe) return i;
  std::int32_t end = i + 1;
  while (end - i <= kLongest && is_alphanumeric(at(end))) ++end;
  if (is_alphanumeric(at(end))) return i;
  const std::string_view form = key(i, end);
  return std::find(tables_.clitics.begin(), tables_.clitics.end(), form) != tables_.clitics.end() ? end : i;
}

// Where "://" or "@" stands in the chunk; its end where neither does. Sought once, so that no chunk takes long.
std::int32_t Splitter::find_address_mark() const {
  for (std::int32_t i = begin_; i < end_; ++i) {
    if (code(i) == '@' || (code(i) == ':' && code(i + 1) == '/' && code(i + 2) == '/')) return i;
  }
  return end_;
}

// Addresses run to the end of the chunk, without the punctuation that closes it.
std::int32_t Splitter::take_internet(std::int32_t i) {
  constexpr std::int32_t kLongestName = 256;
  bool address = address_mark_ > i && address_mark_ < end_ && address_mark_ - i <= kLongestName;
  for (std::int32_t k = i; address && k < address_mark_; ++k) {
    const char32_t c = code(k);
    address = is_alphanumeric(at(k)) || c == '.' || c == '-' || c == '_' || c == '+' || c == '%' || c == ':';
  }
  if (address && code(address_mark_) == '@') address = is_alphanumeric(at(address_mark_ + 1));
  if (!address) {
    const auto is = [&](std::int32_t k, char32_t lower) { return (code(k) | 0x20U) == lower; };
    address = is(i, 'w') && is(i + 1, 'w') && is(i + 2, 'w') && code(i + 3) == '.';
  }
  if (!address) return i;
  std::int32_t end = i + 1;  // what may not stand in an address ends it
  while (end < end_ && at(end) != Class::kQuote && code(end) != '<' && code(end) != '>') ++end;
  if (end == end_) end = without_trailing_punctuation(i);
  add(i, end, PieceKind::kWord);
  return end;
}

std::int32_t Splitter::count_digits(std::int32_t i) const {
  std::int32_t count = 0;
  while (at(i + count) == Class::kDigit) ++count;
  return count;
}

// Telephone numbers, codes and dates keep their hyphens; ranges and scores do not.
std::int32_t Splitter::hyphen_number_end(std::int32_t begin, std::int32_t hyphen) const {
  constexpr std::int32_t kMostGroups = 8;
  const std::int32_t first = hyphen - begin;
  std::int32_t end = hyphen;
  std::int32_t groups = 1;
  std::int32_t last = 0;
  while (groups < kMostGroups && code(end) == '-' && at(end + 1) == Class::kDigit) {
    last = count_digits(end + 1);
    end += 1 + last;
    ++groups;
  }
  const bool keep = groups > 2 || (groups == 2 && last == 4 && (first == 3 || first == 5 || code(begin) == '+'));
  return keep && !is_letter(at(end)) ? end : hyphen;
}

std::int32_t Splitter::number_end(std::int32_t i) const {
  std::int32_t group = i;  // where the digits without a separator begin
  while (i < end_) {
    const char32_t c = code(i);
    if (at(i) == Class::kDigit || ((c == '.' || c == '+') && i == group && at(i + 1) == Class::kDigit)) {
      ++i;
    } else if (c == '-' && i > group) {
      return hyphen_number_end(group, i);
    } else if (at(i + 1) == Class::kDigit && i > group &&
               (c == '.' || c == ':' || c == '/' || (c == ',' && count_digits(i + 1) == 3))) {
      ++i;
      if (c == '/') group = i;
    } else {
      return i;
    }
  }
  return i;
}

std::int32_t Splitter::segment_end(std::int32_t i) const {
  const std::int32_t begin = i;
  for (; i < end_; ++i) {
    const char32_t c = code(i);
    if (is_alphanumeric(at(i)) || c == '_') continue;
    if (i == begin || i + 1 >= end_) return i;
    const bool between_letters = is_letter(at(i - 1)) && is_letter(at(i + 1));
    if (at(i) == Class::kApostrophe && is_letter(at(i + 1)) && is_alphanumeric(at(i - 1))) continue;
    if (c == '.' && is_alphanumeric(at(i + 1)) && is_alphanumeric(at(i - 1))) continue;
    if (between_letters && (c == '*' || (c == '&' && i - begin <= 4))) continue;
    return i;
  }
  return i;
}

// "over.Then": where the stop inside [begin, end) ends a sentence; end where none does.
std::int32_t Splitter::missing_space(std::int32_t begin, std::int32_t end) const {
  constexpr std::int32_t kLongest = 256;
  if (end - begin > kLongest) return end;
  for (std::int32_t i = begin + 2; i + 1 < end; ++i) {
    if (code(i) != '.' || at(i - 1) != Class::kLower || at(i - 2) != Class::kLower) continue;
    if (at(i + 1) == Class::kUpper && (i + 2 >= end || at(i + 2) == Class::kLower)) return i;
    if (at(i + 1) == Class::kDigit && i + 1 + count_digits(i + 1) == end) return i;  // the number of a note
  }
  return end;
}

// Prefixes and suffixes of the table stay with their hyphen.
std::int32_t Splitter::hyphenated_end(std::int32_t begin, std::int32_t end) {
  std::int32_t part = begin;
  while (at(end) == Class::kHyphen && is_alphanumeric(at(end + 1))) {
    const std::int32_t next = segment_end(end + 1);
    const bool capitals = at(part) == Class::kUpper && at(part + 1) == Class::kUpper;  // "UN-led"
    const bool joins = (!capitals && tables_.prefixes.find(key(part, end)) != tables_.prefixes.end()) ||
                       tables_.suffixes.find(key(end + 1, next)) != tables_.suffixes.end();
    if (!joins) break;
    part = end + 1;
    end = next;
  }
  return end;
}

std::int32_t Splitter::take_word(std::int32_t i) {
  if (const std::int32_t address = take_internet(i); address > i) return address;
  if (!is_letter(at(i))) {
    const std::int32_t digits = number_end(i);
    if (at(digits) == Class::kApostrophe && is_letter(at(digits + 1))) return take_joined(i, segment_end(digits - 1));
    std::int32_t letters = digits;
    while (is_letter(at(letters)) || (code(letters) == '.' && is_letter(at(letters + 1)))) ++letters;
    const bool unit = letters > digits && at(letters) != Class::kDigit &&
                      tables_.units.find(slice(digits, letters)) != tables_.units.end();
    if (unit || letters == digits) {
      if (unit || code(digits) != '.' || !is_list_number(i, digits)) {
        add(i, digits, PieceKind::kNumber);
        return digits;
      }
      add(i, digits + 1, PieceKind::kTitle);
      return digits + 1;
    }
    const std::int32_t rest = segment_end(digits);
    return take_joined(i, rest);
  }
  if (const std::int32_t whole = take_whole(i); whole > i) return whole;
  return take_joined(i, segment_end(i));
}

// A word from its first segment: domain, money, hyphens, then what ends it.
std::int32_t Splitter::take_joined(std::int32_t begin, std::int32_t end) {
  std::int32_t stop = end;
  while (stop > begin && code(stop - 1) != '.') --stop;
  if (stop > begin) {
    const bool domain = stop - begin > 2 && tables_.domains.find(key(stop, end)) != tables_.domains.end() &&
                        !is_letters_and_stops(begin, end);
    if (domain) {
      if (code(end) == '/') end = std::max(end, without_trailing_punctuation(begin));
      add(begin, end, PieceKind::kWord);
      return end;
    }
    if (const std::int32_t gap = missing_space(begin, end); gap < end) {
      add_word(begin, gap);
      add(gap, gap + 1, PieceKind::kTerminator);
      out_->back().ends_sentence = at(gap + 1) == Class::kUpper;
      return gap + 1;
    }
  }
  if (at(end) == Class::kCurrency && tables_.currencies.find(slice(begin, end)) != tables_.currencies.end()) {
    add(begin, end + 1, PieceKind::kWord);
    return end + 1;
  }
  end = hyphenated_end(begin, end);
  if (code(end) == '.' && !is_alphanumeric(at(end + 1)) && code(end + 1) != '.') {
    if (const PieceKind kind = abbreviation(begin, end); kind != PieceKind::kOther) {
      if (const std::int32_t clitic = clitic_end(end + 1); clitic > end + 1) {  // the U.S.'s
        add(begin, end + 1, PieceKind::kWord, 2);
        add(end + 1, clitic, PieceKind::kWord, 0);
        return clitic;
      }
      add(begin, end + 1, kind);
      return end + 1;
    }
  }
  if (at(end) == Class::kApostrophe && code(end + 1) != code(end) && !single_open_) {
    const char32_t last = code(end - 1);
    if (last == 's' || last == 'S' || last == 'x' || last == 'z') {
      add(begin, end, PieceKind::kWord, 2);
      add(end, end + 1, PieceKind::kWord, 0);
      return end + 1;
    }
    if (end - begin > 3 && last == 'n' && code(end - 2) == 'i') {  // goin'
      add(begin, end + 1, PieceKind::kWord);
      return end + 1;
    }
  }
  add_word(begin, end);
  return end;
}

// "U.S", "Ph.D", "a.m": parts of at most three letters, one of them a single letter.
bool Splitter::is_letters_and_stops(std::int32_t begin, std::int32_t end) const {
  std::int32_t part = begin;
  std::int32_t parts = 0;
  bool single = false;
  for (std::int32_t i = begin; i <= end; ++i) {
    if (i == end || code(i) == '.') {
      if (i == part || i - part > 3) return false;
      single = single || i - part == 1;
      part = i + 1;
      ++parts;
    } else if (!is_letter(at(i))) {
      return false;
    }
  }
  return parts > 1 && single;
}

// "1." before the first words of a sentence.
bool Splitter::is_list_number(std::int32_t begin, std::int32_t end) const {
  return starts_sentence_ && next_ != 0 && begin == begin_ && end + 1 == end_ && end - begin <= 5 &&
         count_digits(begin) <= 3;
}

PieceKind Splitter::initial(std::int32_t begin) const {
  const bool last = begin + 2 == end_;
  const Class following = last ? (next_ == 0 ? Class::kSpace : class_of(next_)) : at(begin + 2);
  if (at(begin) == Class::kUpper) {
    const bool after_initial = previous_initial_ == begin - 1 || previous_initial_ == begin - 2;
    const bool name_follows =
        last ? following == Class::kUpper && code(begin) != 'I' : following == Class::kHyphen || is_letter(following);
    const bool list = after_initial &&
                      (following == Class::kOpener || following == Class::kDigit || following == Class::kPunctuation);
    return name_follows || list ? PieceKind::kTitle : PieceKind::kOther;
  }
  const bool bracketed = begin > begin_ && at(begin - 1) == Class::kOpener;  // "(b. May 1950)"
  return following == Class::kDigit || (bracketed && is_letter(following)) ? PieceKind::kTitle : PieceKind::kOther;
}

PieceKind Splitter::abbreviation(std::int32_t begin, std::int32_t end) {
  const bool in_table = tables_.abbreviations.find(slice(begin, end)) != tables_.abbreviations.end();
  if (end - begin == 1 && !in_table) {
    const PieceKind kind = is_letter(at(begin)) ? initial(begin) : PieceKind::kOther;
    if (kind != PieceKind::kOther) previous_initial_ = end;
    return kind;
  }
  if (is_letters_and_stops(begin, end)) return PieceKind::kAbbreviation;
  auto found = tables_.abbreviations.find(slice(begin, end));
  if (found == tables_.abbreviations.end() && at(begin) == Class::kUpper && at(begin + 1) == Class::kUpper) {
    std::string capitalised(key(begin, end));
    if (text_.at({begin}) < 128) capitalised[0] = static_cast<char>(text_.at({begin}));
    found = tables_.abbreviations.find(capitalised);
  }
  if (found == tables_.abbreviations.end()) return PieceKind::kOther;
  switch (found->second) {
    case AbbreviationKind::kTitle: return next_ == 0 && end + 1 == end_ ? PieceKind::kOther : PieceKind::kTitle;
    case AbbreviationKind::kNumber:
      return end + 1 == end_ && next_ != 0 && class_of(next_) == Class::kDigit ? PieceKind::kTitle : PieceKind::kOther;
    case AbbreviationKind::kWord: return PieceKind::kAbbreviation;
  }
  return PieceKind::kOther;
}

bool Splitter::add_contraction(std::int32_t begin, std::int32_t end) {
  if (end - begin < 4 || end - begin > 8) return false;
  const auto found = tables_.contractions.find(key(begin, end));
  if (found == tables_.contractions.end()) return false;
  const auto count = static_cast<std::uint8_t>(found->second.size());
  std::int32_t from = begin;
  for (std::size_t part = 0; part < count; ++part) {
    add(from, from + found->second[part], PieceKind::kWord, part == 0 ? count : std::uint8_t{0});
    from += found->second[part];
  }
  return true;
}

void Splitter::add_word(std::int32_t begin, std::int32_t end) {
  if (add_contraction(begin, end)) return;
  std::int32_t cuts[3];  // from the end
  std::uint8_t count = 0;
  std::int32_t rest = end;
  bool has_apostrophe = false;
  for (std::int32_t i = begin; i < end && !has_apostrophe; ++i) has_apostrophe = is_apostrophe(text_.at({i}));
  while (has_apostrophe && count < 3) {
    std::int32_t cut = rest;
    for (const std::string& clitic : tables_.clitics) {
      const auto length = static_cast<std::int32_t>(clitic.size());
      if (rest - length > begin && key(rest - length, rest) == clitic) {
        cut = rest - length;
        break;
      }
    }
    if (cut == rest) break;
    cuts[count++] = cut;
    rest = cut;
  }
  const PieceKind kind = at(begin) == Class::kDigit ? PieceKind::kNumber : PieceKind::kWord;
  add(begin, rest, kind, static_cast<std::uint8_t>(count + 1));
  for (std::uint8_t i = count; i > 0; --i) {
    add(cuts[i - 1], i > 1 ? cuts[i - 2] : end, PieceKind::kWord, 0);
  }
}

}  // namespace entente

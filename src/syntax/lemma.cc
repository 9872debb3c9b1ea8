#include "syntax/lemma.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text_index.h"

namespace entente {
namespace {

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper_ascii(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string lower(std::string_view form) {
  std::string out(form);
  if (is_ascii(form)) {
    std::transform(out.begin(), out.end(), out.begin(), lower_ascii);
    return out;
  }
  out.clear();
  to_icu(form).toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

std::string capitalise(std::string_view form) {
  if (form.empty()) return {};
  if (is_ascii(form)) {
    std::string out = lower(form);
    out[0] = upper_ascii(out[0]);
    return out;
  }
  const icu::UnicodeString text = to_icu(form);
  const std::int32_t first = text.moveIndex32(0, 1);
  std::string out;
  icu::UnicodeString(text, 0, first).toUpper(icu::Locale::getRoot()).toUTF8String(out);
  icu::UnicodeString(text, first).toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

// The text without its last `count` code points; npos where it has fewer.
std::size_t strip_end(std::string_view text, std::int32_t count) {
  std::size_t end = text.size();
  for (; count > 0; --count) {
    if (end == 0) return std::string_view::npos;
    --end;
    while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  }
  return end;
}

}  // namespace

Result<LemmaScript> LemmaScript::parse(std::string_view text) {
  const Error bad{ErrorCode::kBadModel, std::string(text).append(" is no lemma script; expected case:strip:add"), ""};
  LemmaScript script;
  const std::size_t second = text.find(':', 2);
  if (text.size() < 4 || text[1] != ':' || second == std::string_view::npos || valid_utf8_prefix(text) != text.size())
    return bad;
  switch (text[0]) {
    case 'l': script.letter_case = Case::kLower; break;
    case 'k': script.letter_case = Case::kKeep; break;
    case 'c': script.letter_case = Case::kCapitalise; break;
    default: return bad;
  }
  const char* end = text.data() + second;
  const auto [stopped, error] = std::from_chars(text.data() + 2, end, script.strip);
  if (error != std::errc() || stopped != end || script.strip < 0) return bad;
  script.add = std::string(text.substr(second + 1));
  return script;
}

std::string LemmaScript::apply(std::string_view form) const {
  std::string cased;
  switch (letter_case) {
    case Case::kLower: cased = lower(form); break;
    case Case::kKeep: cased = std::string(form); break;
    case Case::kCapitalise: cased = capitalise(form); break;
  }
  const std::size_t end = strip_end(cased, strip);
  // A lemma is never empty: a script made for a longer word leaves this one.
  if (end == std::string_view::npos || (end == 0 && add.empty())) return cased;
  cased.resize(end);
  return cased + add;
}

Result<Lemmatiser> Lemmatiser::load(const std::vector<std::string>& scripts, std::string_view exceptions,
                                    std::string_view known, const std::string& name) {
  Lemmatiser lemmatiser;
  for (const std::string& text : scripts) {
    Result<LemmaScript> script = LemmaScript::parse(text);
    if (!script) return Error{ErrorCode::kBadModel, script.error().message, name};
    lemmatiser.scripts_.push_back(*std::move(script));
  }
  lemmatiser.exceptions_.reserve(static_cast<std::size_t>(std::count(exceptions.begin(), exceptions.end(), '\n')) + 1);
  for (int line = 1; !exceptions.empty(); ++line) {
    const std::string_view row = exceptions.substr(0, exceptions.find('\n'));
    exceptions.remove_prefix(std::min(row.size() + 1, exceptions.size()));
    const std::size_t first = row.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : row.find('\t', first + 1);
    if (second == std::string_view::npos || second + 1 == row.size() || valid_utf8_prefix(row) != row.size()) {
      return Error{ErrorCode::kBadModel, "expected form, tab, UPOS, tab, lemma",
                   name + ": lemma exceptions line " + std::to_string(line)};
    }
    lemmatiser.exceptions_.emplace(row.substr(0, second), row.substr(second + 1));
  }
  lemmatiser.known_.reserve(static_cast<std::size_t>(std::count(known.begin(), known.end(), '\n')) + 1);
  for (int line = 1; !known.empty(); ++line) {
    const std::string_view row = known.substr(0, known.find('\n'));
    known.remove_prefix(std::min(row.size() + 1, known.size()));
    const std::size_t tab = row.find('\t');
    if (tab == std::string_view::npos || tab == 0 || tab + 1 == row.size()) {
      return Error{ErrorCode::kBadModel, "expected lemma, tab, UPOS",
                   name + ": known lemmas line " + std::to_string(line)};
    }
    lemmatiser.known_.insert(row);
  }
  return lemmatiser;
}

std::string Lemmatiser::lemma(std::string_view form, std::string_view upos, const LemmaScripts& likeliest) const {
  std::string key = lower(form);
  key.push_back('\t');
  key.append(upos);
  const auto found = exceptions_.find(key);
  if (found != exceptions_.end()) return std::string(found->second);
  std::string first = scripts_[likeliest.scripts[0]].apply(form);
  for (int i = 0; i < likeliest.count && likeliest.count > 1; ++i) {
    std::string next = i == 0 ? first : scripts_[likeliest.scripts[static_cast<std::size_t>(i)]].apply(form);
    key = lower(next);
    key.push_back('\t');
    key.append(upos);
    if (known_.contains(key)) return next;
  }
  return first;
}

}  // namespace entente

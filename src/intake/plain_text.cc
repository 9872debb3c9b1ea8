#include "intake/plain_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text_index.h"
#include "intake/date.h"
#include "intake/dateline.h"

namespace entente {
namespace {

constexpr std::size_t kMaxTitleBytes = 200;
constexpr std::size_t kMinBodyBytes = 80;

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

void unify_line_ends(std::string& text) {
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from];
  }
  text.resize(to);
}

enum class HeadField { kNone, kId, kTitle, kDate, kSource, kUrl, kLanguage, kIgnored };

HeadField head_field(std::string_view key) {
  static constexpr std::array<std::pair<std::string_view, HeadField>, 13> kFields = {
      {{"id", HeadField::kId},
       {"title", HeadField::kTitle},
       {"headline", HeadField::kTitle},
       {"date", HeadField::kDate},
       {"published", HeadField::kDate},
       {"pub_date", HeadField::kDate},
       {"source", HeadField::kSource},
       {"publisher", HeadField::kSource},
       {"url", HeadField::kUrl},
       {"link", HeadField::kUrl},
       {"language", HeadField::kLanguage},
       {"author", HeadField::kIgnored},
       {"byline", HeadField::kIgnored}}};
  std::string lower(key);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const auto& [name, field] : kFields) {
    if (lower == name) return field;
  }
  return HeadField::kNone;
}

Status set_field(Article& article, HeadField field, std::string_view value, const std::string& place) {
  const std::string text(value);
  switch (field) {
    case HeadField::kId: article.id = text; break;
    case HeadField::kTitle: article.title = text; break;
    case HeadField::kDate:
      article.published = normalise_date(text);
      if (!article.published && !text.empty()) {
        constexpr std::size_t kShownBytes = 60;
        std::string shown = text.substr(0, kShownBytes);
        shown.resize(valid_utf8_prefix(shown));
        return Error{ErrorCode::kBadFormat, "the head's date is none, or has no year: " + shown, place};
      }
      break;
    case HeadField::kSource: article.publisher = text; break;
    case HeadField::kUrl: article.url = text; break;
    case HeadField::kLanguage: article.language = text; break;
    case HeadField::kIgnored:
    case HeadField::kNone: break;
  }
  return Unit{};
}

// The head's lines up to a blank one; nothing where one of them is no head line. `rest` moves behind it.
Result<std::optional<Article>> read_head(std::string_view& rest, const std::string& name, std::size_t line_number) {
  Article article;
  std::string_view after = rest;
  std::optional<Error> error;
  bool any = false;
  while (true) {
    const std::string_view line = trim(take_line(after));
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    const HeadField field = colon == std::string_view::npos ? HeadField::kNone : head_field(line.substr(0, colon));
    if (field == HeadField::kNone) return std::optional<Article>();
    const Status set =
        set_field(article, field, trim(line.substr(colon + 1)), name + ":" + std::to_string(line_number));
    if (!set.has_value() && !error) error = set.error();
    any = any || field != HeadField::kIgnored;
    ++line_number;
  }
  if (!any || trim(after).empty()) return std::optional<Article>();
  if (error) return *error;
  rest = after;
  return std::optional<Article>(std::move(article));
}

// Cautious: what is wrongly taken for a title is not coded.
std::optional<std::string> read_title(std::string_view& rest) {
  std::string_view after = rest;
  const std::string_view line = trim(take_line(after));
  if (line.empty() || line.size() > kMaxTitleBytes || line.find(' ') == std::string_view::npos) return std::nullopt;
  if (!trim(take_line(after)).empty() || trim(after).size() < kMinBodyBytes) return std::nullopt;
  const auto last = static_cast<unsigned char>(line.back());
  const bool ends_like_title = std::isalnum(last) != 0 || last == '\'' || last == '?' || last >= 0x80;
  // ” or …, or a quotation's end after its full stop
  const bool closes_sentence = line.ends_with("\xE2\x80\x9D") || line.ends_with("\xE2\x80\xA6") ||
                               line.ends_with(".\xE2\x80\x99") || line.ends_with(".'") ||
                               line.ends_with("!\xE2\x80\x99");
  if (!ends_like_title || closes_sentence || find_dateline(line)) return std::nullopt;
  rest = after;
  return std::string(line);
}

}  // namespace

Result<Draft> read_plain_text(std::string text, const std::string& name) {
  unify_line_ends(text);
  const std::string_view whole = text;
  const std::size_t first = std::min(whole.find_first_not_of(" \t\r\n"), whole.size());
  const auto blank_lines =
      static_cast<std::size_t>(std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(first), '\n'));
  std::string_view rest = whole.substr(first);
  Draft draft;
  ENTENTE_TRY(std::optional<Article> head, read_head(rest, name, blank_lines + 1));
  if (head) {
    draft.article = *std::move(head);
  } else {
    draft.article.title = read_title(rest);
  }
  draft.article.source = name;
  draft.article.text = std::string(trim(rest));
  return draft;
}

}  // namespace entente

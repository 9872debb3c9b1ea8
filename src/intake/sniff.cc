#include "intake/sniff.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace entente {
namespace {

std::string_view skip_space(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n\f\v");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

const char* unread_kind(std::string_view head) {
  if (head.substr(0, 5) == "%PDF-") return "a PDF, which is not read: turn it into text first";
  if (head.substr(0, 4) == "PK\x03\x04") return "a zip archive or office document, which is not read";
  if (head.substr(0, 2) == "\x1F\x8B") return "compressed with gzip: unpack it first";
  if (head.substr(0, 4) == "\x28\xB5\x2F\xFD") return "compressed with zstd: unpack it first";
  return nullptr;
}

// One object over several lines, or an array: a document as a whole. An object that ends with its line, or whose line
// goes on past the head, opens JSON lines.
SniffedFormat kind_of_json(std::string_view json) {
  if (json.front() == '[') return SniffedFormat::kJsonWhole;
  const std::string_view after = skip_space(json.substr(1));
  const std::size_t line_end = json.find('\n');
  const bool alone = line_end != std::string_view::npos && after.data() > json.data() + line_end;
  return alone ? SniffedFormat::kJsonWhole : SniffedFormat::kJsonLines;
}

bool looks_like_json(std::string_view start) {
  if (start.empty() || (start.front() != '{' && start.front() != '[')) return false;
  const std::string_view next = skip_space(start.substr(1));
  if (next.empty()) return true;
  return start.front() == '{' ? next.front() == '"' || next.front() == '}' : next.front() == '{';
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

// A page opens with a tag that only pages have, or has paragraphs marked up all over.
bool looks_like_html(std::string_view start) {
  const std::string head = lower(start);
  static constexpr std::array<std::string_view, 9> kOpeners = {"<!doctype html", "<html",    "<head", "<body", "<title",
                                                               "<meta",          "<article", "<main", "<!--"};
  for (const std::string_view opener : kOpeners) {
    if (head.starts_with(opener)) return true;
  }
  if (head.find("<html") != std::string::npos || head.find("<!doctype html") != std::string::npos) return true;
  const std::size_t tags = count(head, "</p>") + count(head, "<br") + count(head, "</div>") + count(head, "<p>");
  return tags >= (head.starts_with("<") ? 1U : 3U);
}

}  // namespace

Result<SniffedFormat> sniff_format(std::string_view head, InputFormat asked, const std::string& name) {
  const std::string_view start = skip_space(head);
  if (const char* kind = unread_kind(head)) return Error{ErrorCode::kBadFormat, std::string("is ") + kind, name};
  switch (asked) {
    case InputFormat::kText: return SniffedFormat::kText;
    case InputFormat::kHtml: return SniffedFormat::kHtml;
    case InputFormat::kJsonl:
      return start.empty() || !looks_like_json(start) ? SniffedFormat::kJsonLines : kind_of_json(start);
    case InputFormat::kAuto: break;
  }
  if (looks_like_json(start)) return kind_of_json(start);
  if (looks_like_html(start)) return SniffedFormat::kHtml;
  if (start.starts_with("<?xml")) {
    return Error{ErrorCode::kBadFormat, "is XML, but no XHTML page", name};
  }
  return SniffedFormat::kText;
}

}  // namespace entente

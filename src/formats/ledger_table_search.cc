// What a search found, for people and as JSON.
#include <algorithm>
#include <array>
#include <string_view>

#include "entente/formats.h"
#include "formats/json_line.h"
#include "formats/ledger_labels.h"
#include "formats/record_labels.h"
#include "formats/table_page.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr char kBegin = '\x02';
constexpr char kEnd = '\x03';
constexpr const char* kMatch = "1;33";
constexpr int kIndent = 4;
constexpr int kSnippetLines = 4;
constexpr int kNarrowest = 60;
constexpr int kWidest = 100;

std::string bracketed(std::string text) {
  for (char& c : text) c = c == kBegin ? '[' : c == kEnd ? ']' : c;
  return text;
}

// Matches in colour, or in brackets where there is none.
StyledText marked(const std::string& snippet, bool color) {
  if (!color) return {printable(bracketed(snippet)), kPlain};
  StyledText out;
  std::string run;
  bool match = false;
  const auto end_run = [&] {
    // printable() takes the space at a run's end away.
    const bool space = !run.empty() && (run.back() == ' ' || run.back() == '\n');
    const bool before = !run.empty() && !out.empty() && (run.front() == ' ' || run.front() == '\n');
    if (before) out.append(" ", kPlain);
    const std::string shown = printable(run);
    out.append(shown, match ? kMatch : kPlain);
    if (space && !shown.empty()) out.append(" ", kPlain);
    run.clear();
  };
  for (const char c : snippet) {
    if (c == kBegin || c == kEnd) {
      end_run();
      match = c == kBegin;
    } else {
      run.push_back(c);
    }
  }
  end_run();
  return out;
}

void add_hit(std::string& out, const SearchHit& hit, const TableStyle& style) {
  const int width = std::clamp(style.width, kNarrowest, kWidest);
  std::string title = printable(hit.title.value_or(""));
  if (title.empty()) title = printable(hit.article);
  std::string about = printable(hit.publisher.value_or(""));
  append_part(about, " ", printable(hit.published.value_or("")).substr(0, 10));
  append_part(about, " · ", printable(hit.id));
  for (const std::string& line : wrap(title, width - 1, 2)) out += " " + styled(line, kBold, style.color) + "\n";
  out += " " + styled(fitted(about, width - 1), kDim, style.color) + "\n";
  for (const StyledLine& line : marked(hit.snippet, style.color).lines(width - kIndent, kSnippetLines)) {
    out += std::string(kIndent, ' ') + rendered(line, style.color) + "\n";
  }
}

}  // namespace

std::string write_search_table(const std::vector<SearchHit>& hits, const TableStyle& style) {
  constexpr std::array<std::array<const char*, 2>, 3> kGroups = {
      {{"statement", "In statements"}, {"agreement", "In provisions"}, {"article", "In articles"}}};
  TablePage page(style, 0);
  std::string out;
  for (const auto& [kind, name] : kGroups) {
    bool any = false;
    for (const SearchHit& hit : hits) {
      if (hit.kind != kind) continue;
      if (any) {
        out += "\n";
      } else {
        page.heading(name);
        out += page.take();
      }
      any = true;
      add_hit(out, hit, style);
    }
  }
  return out;
}

std::string write_search_json(const std::vector<SearchHit>& hits) {
  std::string out;
  for (const SearchHit& hit : hits) {
    JsonLine json;
    json.begin_object();
    json.text("kind", hit.kind);
    json.text("id", hit.id);
    json.text("article", hit.article);
    json.optional_text("published", hit.published);
    json.optional_text("publisher", hit.publisher);
    json.optional_text("title", hit.title);
    json.text("snippet", bracketed(hit.snippet));
    json.end_object();
    out += json.finish();
  }
  return out;
}

}  // namespace entente

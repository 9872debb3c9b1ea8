#include "intake/html.h"

#include <cctype>
#include <memory>
#include <utility>

#include "intake/html_metadata.h"
#include "intake/html_page.h"
#include "intake/html_tree.h"
#include "intake/main_text.h"

namespace entente {

std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kLook = 4096;
  constexpr std::size_t kMaxLabel = 40;
  const std::string head = to_lower(bytes.substr(0, kLook));
  for (std::size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
    const std::size_t end = head.find('>', at);
    std::size_t found = head.find("charset", at);
    if (end == std::string::npos || found == std::string::npos || found > end) continue;
    found = head.find_first_not_of(" =\"'\t", found + 7);
    std::string label;
    while (found < end && label.size() < kMaxLabel &&
           (std::isalnum(static_cast<unsigned char>(head[found])) != 0 || head[found] == '-' || head[found] == '_')) {
      label.push_back(head[found++]);
    }
    if (!label.empty()) return label;
  }
  return {};
}

Result<Draft> read_html(const std::string& page, const std::string& name, const IntakeOptions&) {
  ENTENTE_TRY(const std::unique_ptr<HtmlTree> tree, HtmlTree::parse(page, name));
  PageMetadata metadata = read_metadata(tree->root());
  Draft draft;
  const Page shown = collect_page(tree->root());
  MainText body = find_main_text(shown, metadata.title.value_or(""));
  if (!metadata.published) metadata.published = date_above_text(shown, body);
  draft.article.text = std::move(body.text);
  if (draft.article.text.empty() && metadata.body) draft.article.text = *std::move(metadata.body);
  if (draft.article.text.empty()) return Error{ErrorCode::kEmpty, "the page holds no article text", name};
  draft.article.title = std::move(metadata.title);
  draft.article.published = std::move(metadata.published);
  draft.article.publisher = std::move(metadata.publisher);
  draft.article.url = std::move(metadata.url);
  draft.article.source = name;
  draft.language_hint = std::move(metadata.language);
  return draft;
}

}  // namespace entente

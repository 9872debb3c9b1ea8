// A page's tree (gumbo), with limits on depth and memory.
//
// gumbo frees a tree by recursion and takes quadratic time on deep ones; so pages are refused by the depth of their
// tags before they are parsed, and the tree lives in an arena that is dropped as a whole.
#ifndef ENTENTE_INTAKE_HTML_TREE_H_
#define ENTENTE_INTAKE_HTML_TREE_H_

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.h"

namespace entente {

inline constexpr std::size_t kMaxTagDepth = 1000;  // browsers stop at 512
inline constexpr std::size_t kMaxAttributes = 1000;

class HtmlTree {
 public:
  // The page must outlive the tree. kTooLarge: nested too deep, a tag with too many attributes, or out of budget.
  [[nodiscard]] static Result<std::unique_ptr<HtmlTree>> parse(const std::string& page, const std::string& name);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  [[nodiscard]] const GumboNode* root() const& { return root_; }  // the html element
  const GumboNode* root() const&& = delete;

 private:
  class Arena;
  explicit HtmlTree(std::size_t budget);
  std::unique_ptr<Arena> arena_;
  const GumboNode* root_ = nullptr;
};

// All elements of a tree in document order, the root included.
[[nodiscard]] std::vector<const GumboElement*> all_elements(const GumboNode* root);

// The attribute's value, or empty where it is missing.
[[nodiscard]] std::string_view attribute(const GumboElement& element, const char* name);
[[nodiscard]] bool has_attribute(const GumboElement& element, const char* name);

// The text below an element, white space as one blank; at most `max_bytes` and a little more.
[[nodiscard]] std::string text_below(const GumboElement& element, std::size_t max_bytes);

// White space runs to one blank, none at the ends.
[[nodiscard]] std::string collapse_space(std::string_view text);

// ASCII only.
[[nodiscard]] std::string to_lower(std::string_view text);

// Where the tags of a page nest deeper than the limits allow: the byte of the tag; otherwise std::string_view::npos.
[[nodiscard]] std::size_t find_excess(std::string_view page, std::size_t max_depth, std::size_t max_attributes);

}  // namespace entente

#endif  // ENTENTE_INTAKE_HTML_TREE_H_

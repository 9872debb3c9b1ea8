#include "intake/html_tree.h"

#include <algorithm>
#include <cctype>
#include <csetjmp>
#include <new>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t kBlockBytes = 1U << 18U;
constexpr std::size_t kBudgetBase = 64U << 20U;
constexpr std::size_t kBudgetPerByte = 48;
constexpr std::size_t kBudgetMost = 1U << 30U;

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

// Never gives memory back before the whole goes. Past its budget it jumps out of the parser: gumbo cannot take a null
// pointer, and the frames in between are C.
class HtmlTree::Arena {
 public:
  explicit Arena(std::size_t budget) : budget_(budget) {}

  const GumboOutput* parse(const std::string& page) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); };
    options.deallocator = [](void*, void*) {};
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(out_of_budget_) != 0) return nullptr;
    return gumbo_parse_with_options(&options, page.data(), page.size());
  }

 private:
  void* allocate(std::size_t size) {
    constexpr std::size_t kAlign = alignof(std::max_align_t);
    size = (std::max<std::size_t>(size, 1) + kAlign - 1) / kAlign * kAlign;
    if (size > left_ && !grow(size)) std::longjmp(out_of_budget_, 1);
    char* const taken = at_;
    at_ += size;
    left_ -= size;
    return taken;
  }

  bool grow(std::size_t size) {
    const std::size_t block = std::max(size, kBlockBytes);
    if (block > budget_) return false;
    std::unique_ptr<char[]> memory(new (std::nothrow) char[block]);
    if (!memory) return false;
    budget_ -= block;
    at_ = memory.get();
    left_ = block;
    blocks_.push_back(std::move(memory));
    return true;
  }

  std::size_t budget_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
  std::jmp_buf out_of_budget_{};
};

HtmlTree::HtmlTree(std::size_t budget) : arena_(std::make_unique<Arena>(budget)) {}
HtmlTree::~HtmlTree() = default;

Result<std::unique_ptr<HtmlTree>> HtmlTree::parse(const std::string& page, const std::string& name) {
  const std::size_t excess = find_excess(page, kMaxTagDepth, kMaxAttributes);
  if (excess != std::string_view::npos) {
    return Error{ErrorCode::kTooLarge,
                 "the page nests tags more than " + std::to_string(kMaxTagDepth) + " deep, or one has more than " +
                     std::to_string(kMaxAttributes) + " attributes",
                 name + ": byte " + std::to_string(excess)};
  }
  const std::size_t budget = std::min(kBudgetMost, kBudgetBase + kBudgetPerByte * page.size());
  std::unique_ptr<HtmlTree> tree(new HtmlTree(budget));
  const GumboOutput* output = tree->arena_->parse(page);
  if (output == nullptr) {
    return Error{ErrorCode::kTooLarge, "the page's tree needs more than " + std::to_string(budget) + " bytes", name};
  }
  tree->root_ = output->root;
  return tree;
}

std::vector<const GumboElement*> all_elements(const GumboNode* root) {
  std::vector<const GumboElement*> elements;
  std::vector<const GumboNode*> waiting = {root};
  while (!waiting.empty()) {
    const GumboNode* node = waiting.back();
    waiting.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
    elements.push_back(&node->v.element);
    const GumboVector& children = node->v.element.children;
    for (unsigned i = children.length; i > 0; --i)
      waiting.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
  }
  return elements;
}

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboElement& element, const char* name) {
  return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

std::string text_below(const GumboElement& element, std::size_t max_bytes) {
  std::string text;
  std::vector<const GumboNode*> waiting;
  const auto push_children = [&](const GumboVector& children) {
    for (unsigned i = children.length; i > 0; --i)
      waiting.push_back(static_cast<const GumboNode*>(children.data[i - 1]));
  };
  push_children(element.children);
  while (!waiting.empty() && text.size() <= max_bytes) {
    const GumboNode* node = waiting.back();
    waiting.pop_back();
    if (node->type == GUMBO_NODE_ELEMENT) {
      if (node->v.element.tag == GUMBO_TAG_BR) text.push_back(' ');
      push_children(node->v.element.children);
    } else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
      text.append(node->v.text.text);
    }
  }
  return collapse_space(text);
}

std::string collapse_space(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_white(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
  return lower;
}

}  // namespace entente

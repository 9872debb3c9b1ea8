#include "intake/html_page.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "intake/html_tree.h"
#include "intake/html_words.h"

namespace entente {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<GumboTag, N>& tags, GumboTag tag) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

// Their text is not read at all.
constexpr std::array<GumboTag, 25> kUnread = {
    GUMBO_TAG_HEAD,   GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,   GUMBO_TAG_NOSCRIPT,   GUMBO_TAG_TEMPLATE,
    GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,   GUMBO_TAG_SVG,        GUMBO_TAG_MATH,
    GUMBO_TAG_CANVAS, GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,   GUMBO_TAG_MAP,        GUMBO_TAG_SELECT,
    GUMBO_TAG_BUTTON, GUMBO_TAG_TEXTAREA, GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_LABEL,
    GUMBO_TAG_LEGEND, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOEMBED, GUMBO_TAG_RP,         GUMBO_TAG_RT};
constexpr std::array<GumboTag, 41> kBlocks = {
    GUMBO_TAG_HTML,    GUMBO_TAG_BODY,    GUMBO_TAG_P,          GUMBO_TAG_DIV,    GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION,
    GUMBO_TAG_MAIN,    GUMBO_TAG_HEADER,  GUMBO_TAG_FOOTER,     GUMBO_TAG_NAV,    GUMBO_TAG_ASIDE,   GUMBO_TAG_H1,
    GUMBO_TAG_H2,      GUMBO_TAG_H3,      GUMBO_TAG_H4,         GUMBO_TAG_H5,     GUMBO_TAG_H6,      GUMBO_TAG_HGROUP,
    GUMBO_TAG_UL,      GUMBO_TAG_OL,      GUMBO_TAG_LI,         GUMBO_TAG_DL,     GUMBO_TAG_DT,      GUMBO_TAG_DD,
    GUMBO_TAG_TABLE,   GUMBO_TAG_THEAD,   GUMBO_TAG_TBODY,      GUMBO_TAG_TFOOT,  GUMBO_TAG_TR,      GUMBO_TAG_TD,
    GUMBO_TAG_TH,      GUMBO_TAG_CAPTION, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,    GUMBO_TAG_FORM,    GUMBO_TAG_FIELDSET,
    GUMBO_TAG_ADDRESS, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY,    GUMBO_TAG_CENTER, GUMBO_TAG_MENU};
constexpr std::array<GumboTag, 6> kNever = {GUMBO_TAG_NAV,     GUMBO_TAG_FOOTER,  GUMBO_TAG_ASIDE,
                                            GUMBO_TAG_ADDRESS, GUMBO_TAG_CAPTION, GUMBO_TAG_MENU};
constexpr std::array<GumboTag, 6> kHeadings = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3,
                                               GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6};

constexpr std::array<GumboTag, 3> kStrong = {GUMBO_TAG_B, GUMBO_TAG_STRONG, GUMBO_TAG_U};

bool is_hidden(const GumboElement& element) {
  if (has_attribute(element, "hidden") || attribute(element, "aria-hidden") == "true") return true;
  std::string style;
  for (const char c : to_lower(attribute(element, "style"))) {
    if (c != ' ') style.push_back(c);
  }
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos ||
         any_name(attribute(element, "class"), names_hidden);
}

bool has_furniture_role(const GumboElement& element) {
  static constexpr std::array<std::string_view, 9> kRoles = {
      "navigation", "banner", "contentinfo", "complementary", "dialog", "menu", "menubar", "search", "alertdialog"};
  return std::find(kRoles.begin(), kRoles.end(), attribute(element, "role")) != kRoles.end();
}

bool is_furniture(const GumboElement& element) {
  if (element.tag == GUMBO_TAG_HTML || element.tag == GUMBO_TAG_BODY || element.tag == GUMBO_TAG_MAIN) return false;
  return any_name(attribute(element, "class"), names_furniture) ||
         any_name(attribute(element, "id"), names_furniture) ||
         any_name(attribute(element, "data-component"), names_furniture);
}

// A raised "[3]", or a number that leads to a note on the same page.
bool is_note_mark(const GumboElement& element) {
  constexpr std::size_t kLook = 8;
  const bool link = element.tag == GUMBO_TAG_A && attribute(element, "href").starts_with("#");
  if (!link && element.tag != GUMBO_TAG_SUP) return false;
  const std::string text = text_below(element, kLook);
  if (text.starts_with("[")) return true;
  return link && !text.empty() && text.size() <= 3 && text.find_first_not_of("0123456789*") == std::string::npos;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", "\"", "\xE2\x80\x9D", "\xE2\x80\xA6"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

class Collector {
 public:
  Page run(const GumboNode* root) {
    enter(root);
    while (!stack_.empty()) {
      Frame& frame = stack_.back();
      const GumboVector& children = frame.node->v.element.children;
      if (frame.next == children.length) {
        leave();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(children.data[frame.next++]);
      if (child->type == GUMBO_NODE_ELEMENT) {
        enter(child);
      } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE ||
                 child->type == GUMBO_NODE_CDATA) {
        add_text(child->v.text.text);
      }
    }
    flush();
    return std::move(page_);
  }

 private:
  struct Frame {
    const GumboNode* node;
    unsigned next;
    int element;  // index of a block-level element, -1 for inline ones
  };

  void enter(const GumboNode* node) {
    const GumboElement& element = node->v.element;
    if (element.tag == GUMBO_TAG_BR) return add_break();
    const bool block = is_one_of(kBlocks, element.tag);
    const bool unread = is_one_of(kUnread, element.tag) || is_hidden(element);
    if (unread && element.tag != GUMBO_TAG_HTML && element.tag != GUMBO_TAG_BODY) {
      if (block || element.tag == GUMBO_TAG_FIGURE) flush();
      return;
    }
    if (is_note_mark(element)) return;
    if (element.tag == GUMBO_TAG_HR) flush();
    if (element.tag == GUMBO_TAG_A) ++links_;
    if (is_one_of(kStrong, element.tag)) ++strong_;
    if (element.tag == GUMBO_TAG_PRE) ++preformatted_;
    int index = -1;
    if (block) {
      flush();
      index = static_cast<int>(page_.elements.size());
      PageElement found{&element, current_, 0, false, false};
      if (current_ >= 0) {
        found.never = page_.at(current_).never;
        found.furniture = false;
      }
      const bool wraps_page = element.tag == GUMBO_TAG_HTML || element.tag == GUMBO_TAG_BODY;
      found.never = found.never || (!wraps_page && (is_one_of(kNever, element.tag) || has_furniture_role(element)));
      found.furniture = is_furniture(element);
      page_.elements.push_back(found);
      current_ = index;
    }
    stack_.push_back({node, 0, index});
  }

  void leave() {
    const Frame frame = stack_.back();
    stack_.pop_back();
    const GumboTag tag = frame.node->v.element.tag;
    if (tag == GUMBO_TAG_A) --links_;
    if (is_one_of(kStrong, tag)) --strong_;
    if (tag == GUMBO_TAG_PRE) --preformatted_;
    if (frame.element < 0) return;
    flush();
    PageElement& element = page_.elements[static_cast<std::size_t>(frame.element)];
    element.end = static_cast<int>(page_.elements.size());
    current_ = element.parent;
  }

  // Two in a row part paragraphs; so does one after the end of a sentence.
  void add_break() {
    if (breaks_++ > 0 || ends_sentence(block_.text)) {
      flush_keeping_break();
    } else {
      space_ = true;
    }
  }

  void add_text(std::string_view text) {
    while (!text.empty()) {
      const char c = text.front();
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        if (c == '\n' && preformatted_ > 0 && line_ended_) flush();
        line_ended_ = line_ended_ || c == '\n';
        space_ = true;
        text.remove_prefix(1);
        continue;
      }
      line_ended_ = false;
      // After a line break a hard blank only parts or indents: two of them begin a paragraph.
      if (breaks_ > 0 && text.starts_with("\xC2\xA0")) {
        if (++indent_ == 2) flush_keeping_break();
        text.remove_prefix(2);
        continue;
      }
      // Soft hyphen, zero width space, byte order mark: they show nothing and would cut words.
      if (text.starts_with("\xC2\xAD")) {
        text.remove_prefix(2);
        continue;
      }
      if (text.starts_with("\xE2\x80\x8B") || text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
        continue;
      }
      add_byte(c);
      text.remove_prefix(1);
    }
  }

  void add_byte(char c) {
    breaks_ = 0;
    indent_ = 0;
    if (space_ && !block_.text.empty()) add_counted(' ');
    space_ = false;
    add_counted(c);
  }

  void add_counted(char c) {
    block_.text.push_back(c);
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) return;
    ++block_.chars;
    block_.link_chars += links_ > 0 ? 1 : 0;
    strong_chars_ += strong_ > 0 || c == ' ' ? 1 : 0;
    block_.commas += c == ',' ? 1 : 0;
  }

  // What follows still stands after a line break.
  void flush_keeping_break() {
    flush();
    breaks_ = 1;
  }

  void flush() {
    space_ = false;
    line_ended_ = false;
    breaks_ = 0;
    indent_ = 0;
    constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
    std::string_view text = block_.text;
    while (text.starts_with(kNoBreakSpace) || text.starts_with(" ")) text.remove_prefix(text.front() == ' ' ? 1 : 2);
    while (text.ends_with(kNoBreakSpace) || text.ends_with(" ")) text.remove_suffix(text.back() == ' ' ? 1 : 2);
    if (!text.empty()) {
      block_.element = current_;
      block_.heading = is_one_of(kHeadings, page_.tag(current_)) || looks_like_heading(text);
      block_.text = std::string(text);
      page_.blocks.push_back(std::move(block_));
    }
    block_ = Block();
    strong_chars_ = 0;
  }

  // A paragraph all in bold that is no sentence.
  [[nodiscard]] bool looks_like_heading(std::string_view text) const {
    constexpr int kMostChars = 120;
    return page_.tag(current_) == GUMBO_TAG_P && strong_chars_ == block_.chars && block_.chars <= kMostChars &&
           block_.link_chars == 0 && !ends_sentence(text) && !text.ends_with(":");
  }

  Page page_;
  Block block_;
  std::vector<Frame> stack_;
  int current_ = -1;
  int links_ = 0;
  int strong_ = 0;        // how many elements of kStrong are open
  int strong_chars_ = 0;  // of the block
  int preformatted_ = 0;
  int breaks_ = 0;
  int indent_ = 0;
  bool space_ = false;
  bool line_ended_ = false;
};

}  // namespace

Page collect_page(const GumboNode* root) { return Collector().run(root); }

}  // namespace entente

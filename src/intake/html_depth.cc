// How deep a page's tags nest, found without a tree.
//
// An estimate by HTML's own rules for what closes what. Where it can be fooled, it errs to "deeper", but for markup
// inside SVG; nothing but time depends on it.
#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <vector>

#include "intake/html_tree.h"

namespace entente {
namespace {

using TagName = std::uint64_t;  // a hash of the name in lower case

constexpr TagName hash_name(std::string_view name) {
  TagName hash = 14695981039346656037U;
  for (const char c : name) {
    const auto lower = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    hash = (hash ^ lower) * 1099511628211U;
  }
  return hash;
}

template <std::size_t N>
constexpr std::array<TagName, N> hash_names(const std::array<std::string_view, N>& names) {
  std::array<TagName, N> hashes{};
  for (std::size_t i = 0; i < N; ++i) hashes[i] = hash_name(names[i]);
  return hashes;
}

template <std::size_t N>
bool is_one_of(const std::array<TagName, N>& names, TagName name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr auto kVoid = hash_names<17>({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                                       "param", "source", "track", "wbr", "basefont", "bgsound", "frame"});
// Closed by the next of their kind or by the end of what holds them: alone they do not nest.
constexpr auto kImplied = hash_names<16>({"p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead",
                                          "tbody", "tfoot", "colgroup", "html", "head", "body"});
constexpr auto kRawText =
    hash_names<8>({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"});
constexpr auto kFormatting =
    hash_names<14>({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
constexpr auto kScopes =
    hash_names<8>({"table", "caption", "object", "marquee", "applet", "template", "button", "svg"});
constexpr TagName kTable = hash_name("table");
constexpr TagName kTemplate = hash_name("template");

class DepthScan {
 public:
  DepthScan(std::string_view page, std::size_t max_depth, std::size_t max_attributes)
      : page_(page), max_depth_(max_depth), max_attributes_(max_attributes) {}

  std::size_t run() {
    while (true) {
      at_ = page_.find('<', at_);
      if (at_ == std::string_view::npos || at_ + 1 >= page_.size()) return std::string_view::npos;
      const std::size_t tag_at = at_;
      const char next = page_[at_ + 1];
      if (page_.compare(at_, 4, "<!--") == 0) {
        skip_past("-->");
      } else if (next == '!' || next == '?') {
        skip_past(">");
      } else if (next == '/') {
        at_ += 2;
        close(read_name());
        read_attributes();
      } else if (std::isalpha(static_cast<unsigned char>(next)) != 0) {
        ++at_;
        if (!open()) return tag_at;
      } else {
        ++at_;
      }
    }
  }

 private:
  void skip_past(std::string_view what) {
    const std::size_t found = page_.find(what, at_ + 2);
    at_ = found == std::string_view::npos ? page_.size() : found + what.size();
  }

  std::string_view read_name() {
    const std::size_t start = at_;
    while (at_ < page_.size() && page_[at_] != '>' && page_[at_] != '/' &&
           std::isspace(static_cast<unsigned char>(page_[at_])) == 0) {
      ++at_;
    }
    return page_.substr(start, at_ - start);
  }

  // Up to the tag's end; how many attributes there are at most.
  std::size_t read_attributes() {
    std::size_t count = 0;
    bool inside = false;  // a name or an unquoted value
    bool after_equals = false;
    while (at_ < page_.size() && page_[at_] != '>') {
      const char c = page_[at_];
      if ((c == '"' || c == '\'') && after_equals) {
        const std::size_t end = page_.find(c, at_ + 1);
        at_ = end == std::string_view::npos ? page_.size() : end + 1;
        inside = after_equals = false;
        continue;
      }
      const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
      if (c == '=') {
        after_equals = true;
      } else if (!space) {
        count += !inside && !after_equals ? 1 : 0;
        after_equals = false;
      }
      inside = !space && c != '/';
      ++at_;
    }
    at_ = std::min(at_ + 1, page_.size());
    return count;
  }

  bool open() {
    const std::string_view spelled = read_name();
    const TagName name = hash_name(spelled);
    if (read_attributes() > max_attributes_) return false;
    if (is_one_of(kRawText, name)) {
      skip_raw_text(spelled);
      return true;
    }
    if (is_one_of(kVoid, name) || is_one_of(kImplied, name)) return true;
    open_.push_back(name);
    ++counts_[name];
    return open_.size() <= max_depth_;
  }

  void skip_raw_text(std::string_view name) {
    while (true) {
      const std::size_t end = page_.find("</", at_);
      if (end == std::string_view::npos) {
        at_ = page_.size();
        return;
      }
      at_ = end + 2;
      if (to_lower(page_.substr(at_, name.size())) == to_lower(name)) {
        read_attributes();
        return;
      }
    }
  }

  void close(std::string_view spelled) {
    const TagName name = hash_name(spelled);
    const auto count = counts_.find(name);
    if (count == counts_.end() || count->second == 0) return;
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1] == name) {
        drop(i - 1, is_one_of(kFormatting, name));
        return;
      }
      const TagName other = open_[i - 1];
      const bool wall = name == kTable ? other == kTemplate : is_one_of(kScopes, other);
      if (wall) return;
    }
  }

  // A formatting element closes alone, what was opened inside it stays open.
  void drop(std::size_t index, bool alone) {
    if (alone) {
      --counts_[open_[index]];
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
      return;
    }
    for (std::size_t i = index; i < open_.size(); ++i) --counts_[open_[i]];
    open_.resize(index);
  }

  std::string_view page_;
  std::size_t max_depth_;
  std::size_t max_attributes_;
  std::size_t at_ = 0;
  std::vector<TagName> open_;
  std::unordered_map<TagName, std::size_t> counts_;
};

}  // namespace

std::size_t find_excess(std::string_view page, std::size_t max_depth, std::size_t max_attributes) {
  return DepthScan(page, max_depth, max_attributes).run();
}

}  // namespace entente

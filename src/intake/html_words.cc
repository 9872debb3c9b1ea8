#include "intake/html_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "intake/html_tree.h"

namespace entente {
namespace {

// Sorted, for binary search.
constexpr std::array<std::string_view, 130> kFurniture = {"actions",
                                                          "ad",
                                                          "addtoany",
                                                          "ads",
                                                          "advert",
                                                          "advertisement",
                                                          "advertising",
                                                          "adverts",
                                                          "alsoread",
                                                          "aside",
                                                          "audio",
                                                          "author",
                                                          "authorbox",
                                                          "authors",
                                                          "banner",
                                                          "barrier",
                                                          "bio",
                                                          "biography",
                                                          "breadcrumb",
                                                          "breadcrumbs",
                                                          "byline",
                                                          "bylines",
                                                          "caption",
                                                          "captions",
                                                          "carousel",
                                                          "cmp",
                                                          "comment",
                                                          "commentlist",
                                                          "comments",
                                                          "consent",
                                                          "contributor",
                                                          "contributors",
                                                          "cookie",
                                                          "cookies",
                                                          "copyright",
                                                          "credit",
                                                          "credits",
                                                          "dialog",
                                                          "disclaimer",
                                                          "disqus",
                                                          "donate",
                                                          "donation",
                                                          "embed",
                                                          "feedback",
                                                          "figcaption",
                                                          "figure",
                                                          "followus",
                                                          "footer",
                                                          "gallery",
                                                          "gdpr",
                                                          "headlines",
                                                          "infobox",
                                                          "inread",
                                                          "keywords",
                                                          "latest",
                                                          "lightbox",
                                                          "login",
                                                          "mashsb",
                                                          "masthead",
                                                          "menu",
                                                          "menubar",
                                                          "metadata",
                                                          "modal",
                                                          "more",
                                                          "mostpopular",
                                                          "mostread",
                                                          "nav",
                                                          "navbar",
                                                          "navigation",
                                                          "newsletter",
                                                          "newsletters",
                                                          "notice",
                                                          "outbrain",
                                                          "overlay",
                                                          "pager",
                                                          "pagination",
                                                          "paywall",
                                                          "photocredit",
                                                          "player",
                                                          "poll",
                                                          "popular",
                                                          "popup",
                                                          "prevnext",
                                                          "promo",
                                                          "promos",
                                                          "promotion",
                                                          "pullquote",
                                                          "rail",
                                                          "readmore",
                                                          "recirc",
                                                          "recirculate",
                                                          "recirculation",
                                                          "recommendations",
                                                          "recommended",
                                                          "related",
                                                          "relatedposts",
                                                          "replies",
                                                          "reply",
                                                          "respond",
                                                          "search",
                                                          "seealso",
                                                          "share",
                                                          "sharebar",
                                                          "sharedaddy",
                                                          "shares",
                                                          "sharing",
                                                          "sidebar",
                                                          "sidebars",
                                                          "signup",
                                                          "slideshow",
                                                          "social",
                                                          "sponsor",
                                                          "sponsored",
                                                          "subscribe",
                                                          "subscription",
                                                          "syndication",
                                                          "taboola",
                                                          "taglist",
                                                          "tags",
                                                          "teaser",
                                                          "teasers",
                                                          "ticker",
                                                          "toc",
                                                          "toolbar",
                                                          "tools",
                                                          "topbar",
                                                          "topics",
                                                          "toplinks",
                                                          "trending",
                                                          "video"};
constexpr std::array<std::string_view, 16> kBody = {
    "article", "articlebody", "articletext", "body",  "content",   "entry", "hentry", "main",
    "news",    "page",        "post",        "story", "storybody", "text",  "blog",   "richtext"};
// Names that tell of a state and hold no such thing themselves: "has-sidebar", "comments-open", "tag-video".
constexpr std::array<std::string_view, 14> kStates = {"has", "no",       "with", "without", "is",     "open", "closed",
                                                      "tag", "category", "type", "format",  "layout", "left", "right"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_furniture(std::string_view word) { return std::binary_search(kFurniture.begin(), kFurniture.end(), word); }

// "article__shareBar" to article, share, bar.
std::vector<std::string> words_of(std::string_view name) {
  constexpr std::size_t kMaxName = 100;
  std::vector<std::string> words;
  bool within = false;
  bool lower_before = false;
  for (const char c : name.substr(0, kMaxName)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = std::isalpha(byte) != 0;
    const bool upper = std::isupper(byte) != 0;
    if (letter && (!within || (upper && lower_before))) words.emplace_back();
    if (letter) words.back().push_back(static_cast<char>(std::tolower(byte)));
    within = letter;
    lower_before = letter && !upper;
  }
  return words;
}

// In lower case; what follows is free.
constexpr std::array<std::string_view, 45> kOpeners = {"disclaimer",
                                                       "read more",
                                                       "read also",
                                                       "also read",
                                                       "see also",
                                                       "read next",
                                                       "more on this",
                                                       "more from",
                                                       "related:",
                                                       "related article",
                                                       "related stor",
                                                       "click here",
                                                       "share this",
                                                       "share on",
                                                       "follow us",
                                                       "follow the ",
                                                       "sign up for",
                                                       "sign up to",
                                                       "subscribe to",
                                                       "subscribe now",
                                                       "advertisement",
                                                       "photo:",
                                                       "photo by",
                                                       "image:",
                                                       "image source",
                                                       "image caption",
                                                       "image credit",
                                                       "picture:",
                                                       "file photo",
                                                       "\xC2\xA9",
                                                       "copyright ",
                                                       "all rights reserved",
                                                       "listen to this article",
                                                       "story continues below",
                                                       "article continues",
                                                       "this article was originally",
                                                       "download our app",
                                                       "join our",
                                                       "join us on",
                                                       "get our",
                                                       "support independent",
                                                       "we use cookies",
                                                       "watch:",
                                                       "recommended:",
                                                       "most read"};

// Headings of what is appended to an article, in lower case and whole.
constexpr std::array<std::string_view, 26> kAppendixHeadings = {"related",
                                                                "related topics",
                                                                "related articles",
                                                                "related stories",
                                                                "related news",
                                                                "related content",
                                                                "recommended",
                                                                "references",
                                                                "notes",
                                                                "footnotes",
                                                                "external links",
                                                                "further reading",
                                                                "bibliography",
                                                                "sources",
                                                                "see also",
                                                                "comments",
                                                                "most read",
                                                                "most viewed",
                                                                "most popular",
                                                                "more stories",
                                                                "more news",
                                                                "tags",
                                                                "topics",
                                                                "latest news",
                                                                "share",
                                                                "about the author"};

}  // namespace

bool names_furniture(std::string_view class_name) {
  const std::vector<std::string> words = words_of(class_name);
  if (words.empty() || is_one_of(kStates, words.front()) || is_one_of(kStates, words.back())) return false;
  return is_furniture(words.front()) || is_furniture(words.back()) ||
         (words.size() > 2 && words.back() != "body" && words.back() != "content" &&
          std::any_of(words.begin() + 1, words.end() - 1, is_furniture));
}

bool names_hidden(std::string_view class_name) {
  const std::vector<std::string> words = words_of(class_name);
  if (words.size() == 2 && words[0] == "sr" && words[1] == "only") return true;
  if (words.size() == 2 && words[0] == "visually" && words[1] == "hidden") return true;
  if (words.size() >= 2 && words[0] == "screen" && words[1] == "reader") return true;
  if (words.size() == 2 && words[0] == "mw" && words[1] == "editsection") return true;
  return words.size() == 1 && (words[0] == "visuallyhidden" || words[0] == "offscreen");
}

bool names_body(std::string_view class_name) {
  const std::vector<std::string> words = words_of(class_name);
  return !words.empty() && (is_one_of(kBody, words.front()) || is_one_of(kBody, words.back()));
}

bool opens_like_furniture(std::string_view text) {
  constexpr std::size_t kLook = 40;
  const std::string head = to_lower(text.substr(0, kLook));
  return std::any_of(kOpeners.begin(), kOpeners.end(),
                     [&](std::string_view opener) { return head.starts_with(opener); });
}

bool heads_appendix(std::string_view heading) {
  std::string label = to_lower(heading);
  while (!label.empty() && (label.back() == ':' || label.back() == '.' || label.back() == ' ')) label.pop_back();
  return std::find(kAppendixHeadings.begin(), kAppendixHeadings.end(), label) != kAppendixHeadings.end() ||
         opens_like_furniture(heading);
}

}  // namespace entente

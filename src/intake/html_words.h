// The words by which sites mark what is no article text: in class names, ids and in the text itself.
#ifndef ENTENTE_INTAKE_HTML_WORDS_H_
#define ENTENTE_INTAKE_HTML_WORDS_H_

#include <string_view>

namespace entente {

// One class name or id ("article__share-bar", "relatedStories"): true where its first or last word says that menus,
// comments, captions, related links, share bars, notices and the like stand below.
[[nodiscard]] bool names_furniture(std::string_view class_name);

// "visually-hidden", "sr-only": not meant for the eye.
[[nodiscard]] bool names_hidden(std::string_view class_name);

// "article-body", "entry-content", "storyText".
[[nodiscard]] bool names_body(std::string_view class_name);

// A paragraph that invites or labels instead of telling: "Read more: ...", "Sign up for ...", "Photo: ...".
[[nodiscard]] bool opens_like_furniture(std::string_view text);

// A heading over something that is not the article: "References", "Related stories", "Subscribe to ...".
[[nodiscard]] bool heads_appendix(std::string_view heading);

// Calls f(name) for each name of a class attribute; true when one of them says true.
template <class F>
bool any_name(std::string_view names, F f) {
  constexpr std::string_view kSpace = " \t\r\n\f";
  while (true) {
    const std::size_t begin = names.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return false;
    names.remove_prefix(begin);
    const std::string_view name = names.substr(0, names.find_first_of(kSpace));
    if (f(name)) return true;
    names.remove_prefix(name.size());
  }
}

}  // namespace entente

#endif  // ENTENTE_INTAKE_HTML_WORDS_H_

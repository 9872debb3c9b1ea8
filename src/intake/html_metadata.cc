#include "intake/html_metadata.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/date.h"
#include "intake/html_tree.h"
#include "intake/html_words.h"
#include "intake/json_ld.h"
#include "intake/language.h"

namespace entente {
namespace {

constexpr std::size_t kMaxFieldBytes = 1000;

// Names of meta tags (name, property or itemprop), in lower case, best first.
constexpr std::array<std::string_view, 10> kTitleNames = {
    "og:title", "parsely-title", "sailthru.title", "citation_title", "dc.title", "dcterms.title", "twitter:title",
    "headline", "hdl",           "title"};
constexpr std::array<std::string_view, 27> kDateNames = {"article:published_time",
                                                         "og:article:published_time",
                                                         "datepublished",
                                                         "parsely-pub-date",
                                                         "sailthru.date",
                                                         "citation_publication_date",
                                                         "citation_online_date",
                                                         "citation_date",
                                                         "dc.date.issued",
                                                         "dcterms.issued",
                                                         "dc.date",
                                                         "dcterms.date",
                                                         "dc.date.created",
                                                         "dcterms.created",
                                                         "article.published",
                                                         "published_time",
                                                         "publication_date",
                                                         "publish-date",
                                                         "publishdate",
                                                         "pubdate",
                                                         "pub_date",
                                                         "displaydate",
                                                         "original-publish-date",
                                                         "cxenseparse:recs:publishtime",
                                                         "og:published_time",
                                                         "og:pubdate",
                                                         "date"};
constexpr std::array<std::string_view, 8> kPublisherNames = {
    "og:site_name",           "dc.publisher",     "dcterms.publisher", "citation_publisher",
    "citation_journal_title", "application-name", "publisher",         "source"};

struct Meta {
  std::string name;
  std::string content;
};

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

std::optional<std::string> usable(std::string_view text) {
  std::string clean = collapse_space(text);
  if (clean.empty() || clean.size() > kMaxFieldBytes) return std::nullopt;
  return clean;
}

class MetadataReader {
 public:
  explicit MetadataReader(const GumboNode* root) : elements_(all_elements(root)), root_(root) {}

  PageMetadata run() {
    gather();
    PageMetadata page;
    page.published = published();
    page.publisher = publisher();
    page.title = title(page.publisher);
    page.url = url();
    page.language = normalise_language(attribute(root_->v.element, "lang"));
    page.body = linked_.body;
    return page;
  }

 private:
  void gather() {
    for (const GumboElement* element : elements_) {
      switch (element->tag) {
        case GUMBO_TAG_META:
          for (const char* key : {"property", "name", "itemprop"}) {
            const std::string_view name = attribute(*element, key);
            if (!name.empty()) metas_.push_back({to_lower(name), std::string(attribute(*element, "content"))});
          }
          break;
        case GUMBO_TAG_SCRIPT:
          if (!has_linked_ && to_lower(attribute(*element, "type")).starts_with("application/ld+json")) {
            read_script(*element);
          }
          break;
        case GUMBO_TAG_H1: headings_.push_back(element); break;
        default: break;
      }
    }
  }

  void read_script(const GumboElement& element) {
    std::string script;
    for (unsigned i = 0; i < element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE) script += child->v.text.text;
    }
    if (auto found = read_json_ld(script)) {
      linked_ = *std::move(found);
      has_linked_ = true;
    }
  }

  // The first usable content by the order of names, then of the page.
  template <std::size_t N, class F>
  std::optional<std::string> first_meta(const std::array<std::string_view, N>& names, F accept) const {
    for (const std::string_view name : names) {
      for (const Meta& meta : metas_) {
        if (meta.name != name) continue;
        if (auto value = accept(std::string_view(meta.content))) return value;
      }
    }
    return std::nullopt;
  }

  std::optional<std::string> published() const {
    if (linked_.published) {
      if (auto date = normalise_date(*linked_.published)) return date;
    }
    if (auto date = first_meta(kDateNames, [](std::string_view text) { return normalise_date(text); })) return date;
    return date_in_body();
  }

  // Elements that say they hold the date, then the first time element with one.
  std::optional<std::string> date_in_body() const {
    std::optional<std::string> first_time;
    for (const GumboElement* element : elements_) {
      const bool is_time = element->tag == GUMBO_TAG_TIME;
      const std::string_view property = attribute(*element, "itemprop");
      const bool says_so = property.find("datePublished") != std::string_view::npos ||
                           (is_time && has_attribute(*element, "pubdate")) ||
                           any_name(attribute(*element, "class"), names_date);
      if (!says_so && (!is_time || first_time)) continue;
      std::optional<std::string> date = date_of(*element);
      if (!date) continue;
      if (says_so) return date;
      first_time = std::move(date);
    }
    return first_time;
  }

  static bool names_date(std::string_view name) {
    static constexpr std::array<std::string_view, 14> kNames = {
        "published",        "pubdate",        "pub-date",   "publish-date", "published-date",
        "publication-date", "date-published", "entry-date", "article-date", "article__date",
        "post-date",        "news-date",      "story-date", "datetime"};
    const std::string lower = to_lower(name);
    return std::find(kNames.begin(), kNames.end(), lower) != kNames.end();
  }

  static std::optional<std::string> date_of(const GumboElement& element) {
    for (const char* name : {"datetime", "content", "title"}) {
      if (auto date = normalise_date(attribute(element, name))) return date;
    }
    constexpr std::size_t kLook = 200;
    return find_date(text_below(element, kLook));
  }

  std::optional<std::string> publisher() const {
    const auto name_only = [](std::string_view text) {
      return is_address(text) || text.starts_with('@') ? std::nullopt : usable(text);
    };
    if (auto name = first_meta(std::array<std::string_view, 1>{kPublisherNames[0]}, name_only)) return name;
    if (linked_.publisher) {
      if (auto name = name_only(*linked_.publisher)) return name;
    }
    return first_meta(kPublisherNames, name_only);
  }

  std::optional<std::string> title(const std::optional<std::string>& publisher) const {
    if (linked_.headline) {
      if (auto headline = usable(*linked_.headline)) return without_site(*headline, publisher);
    }
    if (auto meta = first_meta(kTitleNames, usable)) return without_site(*meta, publisher);
    for (const GumboElement* heading : headings_) {
      if (auto text = usable(text_below(*heading, kMaxFieldBytes))) return text;
    }
    for (const GumboElement* element : elements_) {
      if (element->tag != GUMBO_TAG_TITLE || element->tag_namespace != GUMBO_NAMESPACE_HTML) continue;
      if (auto text = usable(text_below(*element, kMaxFieldBytes))) return without_site(*text, publisher);
    }
    return std::nullopt;
  }

  // "Headline | Site": the site goes where a heading of the page or the publisher's name shows that it is one.
  std::string without_site(const std::string& title, const std::optional<std::string>& publisher) const {
    for (const std::string_view separator :
         {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ", " \xC2\xB7 "}) {
      const std::size_t at = title.rfind(separator);
      if (at == std::string::npos || at == 0) continue;
      std::string head = title.substr(0, at);
      const std::string tail = title.substr(at + separator.size());
      if (publisher && to_lower(tail) == to_lower(*publisher)) return head;
      const std::size_t front = title.find(separator);
      if (publisher && to_lower(title.substr(0, front)) == to_lower(*publisher)) {
        return title.substr(front + separator.size());
      }
      for (const GumboElement* heading : headings_) {
        if (text_below(*heading, kMaxFieldBytes) == head) return head;
      }
    }
    return title;
  }

  std::optional<std::string> url() const {
    for (const GumboElement* element : elements_) {
      if (element->tag != GUMBO_TAG_LINK || to_lower(attribute(*element, "rel")) != "canonical") continue;
      if (is_address(attribute(*element, "href"))) return usable(attribute(*element, "href"));
    }
    const auto address = [](std::string_view text) { return is_address(text) ? usable(text) : std::nullopt; };
    if (auto found = first_meta(std::array<std::string_view, 1>{"og:url"}, address)) return found;
    return linked_.url ? address(*linked_.url) : std::nullopt;
  }

  std::vector<const GumboElement*> elements_;
  const GumboNode* root_;
  std::vector<Meta> metas_;
  std::vector<const GumboElement*> headings_;
  LinkedArticle linked_;
  bool has_linked_ = false;
};

}  // namespace

PageMetadata read_metadata(const GumboNode* root) { return MetadataReader(root).run(); }

}  // namespace entente

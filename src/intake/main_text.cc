#include "intake/main_text.h"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "intake/date.h"
#include "intake/dateline.h"
#include "intake/html_tree.h"
#include "intake/html_words.h"

namespace entente {
namespace {

constexpr int kParagraphChars = 80;  // from here on a block is taken for prose
constexpr int kScoredChars = 25;

bool is_linked(const Block& block, double share) { return block.link_chars > share * block.chars; }
bool is_prose(const Block& block) { return block.chars >= kParagraphChars && !block.heading && !is_linked(block, 0.4); }

bool ends_sentence(std::string_view text) {
  for (const std::string_view end :
       {".", "!", "?", "\"", "\xE2\x80\x9D", "\xE2\x80\xA6", "\xE2\x80\x99", ".)", ":", ".'", ";"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

// What a subtree holds, by element.
struct Holding {
  int prose_chars = 0;
  bool has_title = false;  // an h1
  bool has_body = false;   // itemprop="articleBody"
};

// The same without what is excluded.
struct Weight {
  int chars = 0;
  int link_chars = 0;
  int running_chars = 0;  // not of headings
  int told_chars = 0;     // of prose that ends like sentences
};

class ArticleFinder {
 public:
  explicit ArticleFinder(const Page& page) : page_(page), holdings_(page_.elements.size()) {
    measure();
    settle_furniture();
    find_cards();
  }

  MainText find(std::string_view title, bool believe_names) {
    believe_names_ = believe_names;
    spread_exclusion();
    weigh();
    const std::vector<int> roots = find_roots();
    if (roots.empty()) return {};
    return join(roots, title);
  }

 private:
  [[nodiscard]] Holding& holding(int element) { return holdings_[static_cast<std::size_t>(element)]; }
  [[nodiscard]] bool excluded(int element) const { return excluded_[static_cast<std::size_t>(element)]; }

  void measure() {
    for (const Block& block : page_.blocks) {
      if (is_prose(block)) holding(block.element).prose_chars += block.chars;
    }
    for (int i = static_cast<int>(page_.elements.size()) - 1; i >= 0; --i) {
      Holding& own = holding(i);
      own.has_title = own.has_title || page_.tag(i) == GUMBO_TAG_H1;
      own.has_body = own.has_body || is_article_body(i);
      if (page_.at(i).parent < 0) continue;
      Holding& above = holding(page_.at(i).parent);
      above.prose_chars += own.prose_chars;
      above.has_title = above.has_title || own.has_title;
      above.has_body = above.has_body || own.has_body;
    }
  }

  [[nodiscard]] bool is_article_body(int element) const {
    return attribute(*page_.at(element).source, "itemprop").find("articleBody") != std::string_view::npos;
  }

  // A name that speaks of furniture on what wraps the article is a name for something else.
  void settle_furniture() {
    constexpr int kArticleChars = 300;
    const int all = page_.elements.empty() ? 0 : holding(0).prose_chars;
    furniture_.assign(page_.elements.size(), false);
    for (int i = 0; i < static_cast<int>(page_.elements.size()); ++i) {
      const PageElement& element = page_.at(i);
      if (!element.furniture) continue;
      const Holding& own = holding(i);
      const bool has_article = own.has_body || (own.has_title && own.prose_chars >= kArticleChars);
      const bool talk =
          any_name(attribute(*element.source, "class"), is_talk) || is_talk(attribute(*element.source, "id"));
      const bool has_most = !talk && own.prose_chars >= kArticleChars && own.prose_chars * 10 > all * 7;
      furniture_[static_cast<std::size_t>(i)] = !has_article && !has_most;
    }
  }

  // A card leads to another article: a heading that is a link, and little text beside it.
  void find_cards() {
    constexpr int kCardChars = 400;
    std::vector<int> chars(page_.elements.size(), 0);
    for (const Block& block : page_.blocks) chars[static_cast<std::size_t>(block.element)] += block.chars;
    for (std::size_t i = chars.size(); i-- > 1;) chars[static_cast<std::size_t>(page_.elements[i].parent)] += chars[i];
    for (const Block& block : page_.blocks) {
      if (!block.heading || !is_linked(block, 0.8)) continue;
      int card = block.element;
      while (page_.at(card).parent > 0 && chars[static_cast<std::size_t>(card)] == block.chars)
        card = page_.at(card).parent;
      const bool small = chars[static_cast<std::size_t>(card)] <= kCardChars && !holding(card).has_title;
      if (small && page_.tag(card) != GUMBO_TAG_BODY) furniture_[static_cast<std::size_t>(card)] = true;
    }
  }

  // Comments can be longer than the article that they are about.
  static bool is_talk(std::string_view name) {
    const std::string lower = to_lower(name);
    return lower.find("comment") != std::string::npos || lower.find("disqus") != std::string::npos ||
           lower.find("repl") != std::string::npos;
  }

  void spread_exclusion() {
    excluded_.assign(page_.elements.size(), false);
    for (int i = 0; i < static_cast<int>(page_.elements.size()); ++i) {
      const PageElement& element = page_.at(i);
      const bool above = element.parent >= 0 && excluded(element.parent);
      excluded_[static_cast<std::size_t>(i)] =
          above || element.never || (believe_names_ && furniture_[static_cast<std::size_t>(i)]);
    }
  }

  void weigh() {
    weights_.assign(page_.elements.size(), Weight());
    for (const Block& block : page_.blocks) {
      if (excluded(block.element)) continue;
      Weight& weight = weights_[static_cast<std::size_t>(block.element)];
      weight.chars += block.chars;
      weight.link_chars += block.link_chars;
      if (!block.heading) weight.running_chars += block.chars;
      if (is_prose(block) && ends_sentence(block.text)) weight.told_chars += block.chars;
    }
    for (std::size_t i = weights_.size(); i-- > 1;) {
      const Weight& own = weights_[i];
      Weight& above = weights_[static_cast<std::size_t>(page_.elements[i].parent)];
      above.chars += own.chars;
      above.link_chars += own.link_chars;
      above.running_chars += own.running_chars;
      above.told_chars += own.told_chars;
    }
  }

  [[nodiscard]] double name_bonus(int element) const {
    const GumboElement& source = *page_.at(element).source;
    double bonus = 0;
    if (source.tag == GUMBO_TAG_ARTICLE) bonus += 15;
    if (source.tag == GUMBO_TAG_MAIN) bonus += 5;
    if (source.tag == GUMBO_TAG_HEADER || source.tag == GUMBO_TAG_FORM) bonus -= 10;
    if (any_name(attribute(source, "class"), names_body) || any_name(attribute(source, "id"), names_body)) bonus += 15;
    return bonus;
  }

  [[nodiscard]] std::vector<double> score() {
    std::vector<double> scores(page_.elements.size(), 0);
    for (const Block& block : page_.blocks) {
      if (block.heading || block.chars < kScoredChars || is_linked(block, 0.4) || excluded(block.element)) continue;
      double points = 1 + block.commas + std::min(block.chars / 100, 3);
      const GumboTag tag = page_.tag(block.element);
      if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_DD) points /= 2;
      // A paragraph's own element is no body; a div with text in it may be one.
      const bool own = tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_SECTION ||
                       tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN;
      int element = own ? block.element : page_.at(block.element).parent;
      for (int step = 1; element >= 0 && step <= 4; ++step) {
        scores[static_cast<std::size_t>(element)] += points / step;
        element = page_.at(element).parent;
      }
    }
    return scores;
  }

  [[nodiscard]] std::vector<int> find_roots() {
    if (std::vector<int> marked = find_marked_bodies(); !marked.empty()) return marked;
    const std::vector<double> scores = score();
    int best = -1;
    double most = 0;
    for (int i = 0; i < static_cast<int>(scores.size()); ++i) {
      const double points = scores[static_cast<std::size_t>(i)];
      if (points <= 0 || excluded(i)) continue;
      const double weighed = (points + name_bonus(i)) * (1 - link_share(i));
      if (weighed > most) {
        most = weighed;
        best = i;
      }
    }
    if (best < 0) return {};
    return {widen(best)};
  }

  // Bodies that the page marks as such: all of them where they stand side by side, otherwise the one with most prose.
  [[nodiscard]] std::vector<int> find_marked_bodies() {
    constexpr int kEnoughChars = 200;
    std::vector<int> bodies;
    int largest = -1;
    for (int i = 0; i < static_cast<int>(page_.elements.size()); ++i) {
      if (!is_article_body(i) || excluded(i)) continue;
      if (!bodies.empty() && page_.is_below(i, bodies.back())) continue;
      bodies.push_back(i);
      if (largest < 0 || holding(i).prose_chars > holding(largest).prose_chars) largest = i;
    }
    if (largest < 0) return {};
    std::erase_if(bodies, [&](int i) { return page_.at(i).parent != page_.at(largest).parent; });
    int chars = 0;
    for (const int body : bodies) chars += holding(body).prose_chars;
    return chars >= kEnoughChars ? bodies : std::vector<int>();
  }

  [[nodiscard]] double link_share(int element) const {
    const Weight& weight = weights_[static_cast<std::size_t>(element)];
    return static_cast<double>(weight.link_chars) / std::max(weight.chars, 1);
  }

  // Up to an article element, or as long as what joins is mostly prose: a body cut into sections comes whole.
  [[nodiscard]] int widen(int root) const {
    for (int above = page_.at(root).parent; above >= 0; above = page_.at(above).parent) {
      if (page_.tag(above) == GUMBO_TAG_ARTICLE && !excluded(above)) return above;
    }
    root = join_series(root);
    const Weight body = weights_[static_cast<std::size_t>(root)];
    for (int above = page_.at(root).parent; above > 0 && page_.tag(above) != GUMBO_TAG_BODY;
         above = page_.at(above).parent) {
      const Weight& weight = weights_[static_cast<std::size_t>(above)];
      const int joined = weight.running_chars - body.running_chars;
      const int told = weight.told_chars - body.told_chars;
      if (told * 10 < joined * 7) break;
      root = above;
    }
    return root;
  }

  // The posts of a live page stand side by side in elements of one class: all of them are the article. Pages of whole
  // articles one after the other do too, but those have their titles.
  [[nodiscard]] int join_series(int root) const {
    for (int part = root; page_.at(part).parent > 0; part = page_.at(part).parent) {
      const int above = page_.at(part).parent;
      const std::string_view name = attribute(*page_.at(part).source, "class");
      if (name.empty() || holdings_[static_cast<std::size_t>(part)].has_title) continue;
      for (int other = above + 1; other < page_.at(above).end; other = page_.at(other).end) {
        const std::size_t at = static_cast<std::size_t>(other);
        const bool same = other != part && page_.tag(other) == page_.tag(part) && !excluded(other) &&
                          attribute(*page_.at(other).source, "class") == name;
        if (same && weights_[at].told_chars > 0 && !holdings_[at].has_title) return above;
      }
    }
    return root;
  }

  // A block inside the body that is no furniture by its own looks.
  [[nodiscard]] bool belongs(const Block& block, std::string_view title) const {
    if (excluded(block.element) || collapse_space(block.text) == title) return false;
    if (page_.tag(block.element) == GUMBO_TAG_H1) return false;
    if (is_linked(block, 0.5) || opens_like_furniture(block.text)) return false;
    if (normalise_date(block.text)) return false;
    if (block.heading) return block.chars <= 200;
    if (ends_sentence(block.text)) return block.chars >= 3;
    const GumboTag tag = page_.tag(block.element);
    const bool running = tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE;
    if (running && is_listed_or_quoted(block.element)) return block.chars >= 3;
    if (find_dateline(block.text + "\n")) return true;
    // Without a sentence's end it is a label, a date, a byline, unless it is long.
    return block.chars >= (tag == GUMBO_TAG_P ? 50 : kParagraphChars);
  }

  [[nodiscard]] bool is_listed_or_quoted(int element) const {
    constexpr int kLookUp = 2;
    for (int step = 0; element >= 0 && step <= kLookUp; ++step, element = page_.at(element).parent) {
      const GumboTag tag = page_.tag(element);
      if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE) return true;
    }
    return false;
  }

  // Below a heading like "References" nothing counts; where the heading has no element of its own together with what
  // it heads, only sentences do, up to the next heading.
  [[nodiscard]] bool is_appended(const Block& block, const Block& heading, const std::vector<int>& roots) const {
    const int around = page_.at(heading.element).parent;
    const bool own = std::find(roots.begin(), roots.end(), around) == roots.end() && around > 0;
    if (own && page_.is_below(block.element, around)) return true;
    return !own && (is_listed_or_quoted(block.element) || !ends_sentence(block.text));
  }

  [[nodiscard]] MainText join(const std::vector<int>& roots, std::string_view title) const {
    std::vector<bool> inside(page_.elements.size(), false);
    for (const int root : roots) {
      std::fill(inside.begin() + root, inside.begin() + page_.at(root).end, true);
    }
    std::vector<const Block*> kept;
    std::unordered_set<std::string_view> seen;
    const Block* appendix = nullptr;
    for (const Block& block : page_.blocks) {
      if (!inside[static_cast<std::size_t>(block.element)]) continue;
      if (block.heading) appendix = heads_appendix(block.text) ? &block : nullptr;
      if (appendix == &block || (appendix != nullptr && is_appended(block, *appendix, roots))) continue;
      if (!belongs(block, title) || (block.heading && kept.empty())) continue;
      if (!seen.insert(block.text).second && block.chars >= kScoredChars) continue;
      // A heading with nothing under it headed what was left out.
      if (block.heading && !kept.empty() && kept.back()->heading) kept.pop_back();
      kept.push_back(&block);
    }
    if (!kept.empty() && kept.back()->heading) kept.pop_back();
    MainText found;
    for (const Block* block : kept) {
      if (found.first_block < 0) found.first_block = static_cast<int>(block - page_.blocks.data());
      if (!found.text.empty()) found.text += "\n\n";
      found.text += block->text;
    }
    return found;
  }

  const Page& page_;
  std::vector<Holding> holdings_;
  std::vector<bool> furniture_;
  std::vector<bool> excluded_;
  std::vector<Weight> weights_;
  bool believe_names_ = true;
};

}  // namespace

MainText find_main_text(const Page& page, std::string_view title) {
  constexpr std::size_t kShort = 250;
  ArticleFinder finder(page);
  MainText found = finder.find(title, true);
  if (found.text.size() >= kShort) return found;
  // Perhaps the names misled.
  MainText other = finder.find(title, false);
  return other.text.size() > 3 * found.text.size() + kShort ? other : found;
}

std::optional<std::string> date_above_text(const Page& page, const MainText& text) {
  constexpr int kLookBlocks = 12;
  constexpr int kLabelChars = 80;
  for (int i = text.first_block - 1; i >= std::max(0, text.first_block - kLookBlocks); --i) {
    const Block& block = page.blocks[static_cast<std::size_t>(i)];
    // Above the heading many pages show the day on which they are read.
    if (block.heading) return std::nullopt;
    const std::string lower = to_lower(block.text);
    const bool later = lower.find("updated") != std::string::npos || lower.find("modified") != std::string::npos;
    const GumboTag tag = page.tag(block.element);
    const bool data = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_DD;
    if (later || data || block.chars > kLabelChars) continue;
    if (auto date = find_date(block.text)) return date;
  }
  return std::nullopt;
}

}  // namespace entente

// A page as blocks of text: what a reader sees as paragraphs, headings and list items, each with the elements around
// it.
#ifndef ENTENTE_INTAKE_HTML_PAGE_H_
#define ENTENTE_INTAKE_HTML_PAGE_H_

#include <gumbo.h>

#include <string>
#include <vector>

namespace entente {

// A block-level element. Elements stand in document order; those below element i are i + 1 to end - 1.
struct PageElement {
  const GumboElement* source = nullptr;
  int parent = -1;
  int end = 0;
  bool never = false;      // by its tag or role no place for article text, and so is everything below it
  bool furniture = false;  // by its class name or id the same; a guess that can be taken back
};

struct Block {
  std::string text;    // white space collapsed
  int element = 0;     // the innermost block-level element around it
  int chars = 0;       // code points
  int link_chars = 0;  // of them inside links
  int commas = 0;
  bool heading = false;
};

struct Page {
  std::vector<PageElement> elements;
  std::vector<Block> blocks;  // in document order

  [[nodiscard]] bool is_below(int element, int ancestor) const {
    return element >= ancestor && element < elements[static_cast<std::size_t>(ancestor)].end;
  }
  [[nodiscard]] const PageElement& at(int element) const { return elements[static_cast<std::size_t>(element)]; }
  [[nodiscard]] GumboTag tag(int element) const { return at(element).source->tag; }
};

[[nodiscard]] Page collect_page(const GumboNode* root);

}  // namespace entente

#endif  // ENTENTE_INTAKE_HTML_PAGE_H_

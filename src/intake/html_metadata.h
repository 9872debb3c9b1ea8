// What a page says of its article beside the text: meta tags, JSON-LD, time elements, links.
#ifndef ENTENTE_INTAKE_HTML_METADATA_H_
#define ENTENTE_INTAKE_HTML_METADATA_H_

#include <gumbo.h>

#include <optional>
#include <string>

namespace entente {

struct PageMetadata {
  std::optional<std::string> title;
  std::optional<std::string> published;  // ISO 8601; what is no possible date is passed over
  std::optional<std::string> publisher;
  std::optional<std::string> url;       // http and https only
  std::optional<std::string> language;  // of the html element
  std::optional<std::string> body;      // JSON-LD's articleBody, for pages that show no text without scripts
};

[[nodiscard]] PageMetadata read_metadata(const GumboNode* root);

}  // namespace entente

#endif  // ENTENTE_INTAKE_HTML_METADATA_H_

// schema.org's description of a news article, as pages carry it in JSON-LD.
// Source: https://schema.org/NewsArticle
#ifndef ENTENTE_INTAKE_JSON_LD_H_
#define ENTENTE_INTAKE_JSON_LD_H_

#include <optional>
#include <string>
#include <string_view>

namespace entente {

struct LinkedArticle {
  std::optional<std::string> headline;
  std::optional<std::string> published;  // as written
  std::optional<std::string> publisher;
  std::optional<std::string> url;
  std::optional<std::string> body;
};

// The first article in one script's text: alone, in an array, in "@graph" or as a page's "mainEntity". Nothing where
// there is none or the JSON is broken.
[[nodiscard]] std::optional<LinkedArticle> read_json_ld(std::string_view script);

}  // namespace entente

#endif  // ENTENTE_INTAKE_JSON_LD_H_

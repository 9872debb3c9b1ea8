// An article: what goes in. Field names follow the record contract.
//
// Units: text is UTF-8, NFC not required, never changed after intake; offsets into it count code points.
// Lifetime, threads: a value; immutable once intake has filled it.
#ifndef ENTENTE_ARTICLE_H_
#define ENTENTE_ARTICLE_H_

#include <optional>
#include <string>

#include "entente/span.h"

namespace entente {

// "MOSCOW, Feb 22 (Agency) -": recognised at the head of the text and kept as what it is.
struct Dateline {
  CodePointSpan span;  // from the place to the dash, the dash included
  std::string place;   // "MOSCOW", as written
  CodePointSpan place_span;
  std::optional<std::string> date_text;  // "Feb 22", as written
  std::optional<std::string> agency;     // "Agency", without brackets
};

struct Article {
  std::string id;    // the caller's key, or a hash of url or text
  std::string text;  // the body; paragraphs apart by newlines
  std::optional<std::string> title;
  std::optional<std::string> published;  // ISO 8601 date or time; from the dateline when nothing else says
  std::optional<std::string> publisher;
  std::optional<std::string> url;
  std::optional<std::string> language;  // ISO 639-1; detected at intake where missing
  std::optional<Dateline> dateline;
  std::string source;  // where it was read: "file.jsonl:12"; for messages only
};

}  // namespace entente

#endif  // ENTENTE_ARTICLE_H_

// Any bytes: an error with its place, or documents that are written and read back the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "entente/formats.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = entente::read_conllu(std::string_view(reinterpret_cast<const char*>(data), size), "input");
  if (!read.has_value()) {
    require(!read.error().place.empty() && !read.error().message.empty());
    return 0;
  }
  for (const entente::ParsedDocument& parsed : *read) {
    require(parsed.words.size() == parsed.document.tokens.size());
    const std::string written = entente::write_conllu(parsed);
    const auto again = entente::read_conllu(written, "again");
    require(again.has_value() && again->size() == 1);
    require(again->front().document.tokens.size() == parsed.document.tokens.size());
    require(entente::write_conllu(again->front()) == written);
  }
  return 0;
}

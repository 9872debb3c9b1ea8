// Model files: any bytes give an error that names the file, or weights that may be read.
// The checksum would stop every change before the reader, so a file is read on although its checksum is wrong.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/lemma.h"
#include "syntax/model.h"
#include "syntax/safetensors.h"
#include "syntax/span_labels.h"
#include "syntax/wordpiece.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

template <class T>
bool read(const entente::Result<T>& result) {
  if (!result) require(result.error().code == entente::ErrorCode::kBadModel && !result.error().message.empty());
  return result.has_value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto file = entente::SafeTensors::parse(bytes, "input");
  if (!read(file)) return 0;
  const auto checksum = entente::verify_checksum(bytes, *file, "input");
  require(read(checksum) == (checksum.has_value() && checksum->size() == 64));
  const auto model = entente::read_model(*file, "input");
  if (!read(model)) return 0;
  const auto lemmatiser =
      entente::Lemmatiser::load(model->config.groups[3], model->exceptions_text, model->known_lemmas_text, "input");
  if (read(lemmatiser)) {
    entente::LemmaScripts scripts;
    scripts.count = static_cast<int>(std::min<std::size_t>(model->config.groups[3].size(), 2));
    scripts.scripts[1] = static_cast<std::uint16_t>(scripts.count - 1);
    require(!lemmatiser->lemma("Treaties", "NOUN", scripts).empty());
  }
  for (std::size_t group = 4; group < 8; ++group) read(entente::SpanLabels::load(model->config.groups[group]));
  const auto wordpiece =
      entente::WordPiece::load(model->vocabulary_text, model->vocabulary, model->config.max_subwords, "input");
  if (!read(wordpiece)) return 0;
  std::vector<std::int32_t> ids;
  wordpiece->cut("unsigned", ids);
  require(!ids.empty() && ids.size() <= static_cast<std::size_t>(model->config.max_subwords));
  for (const std::int32_t id : ids) require(id >= 0 && id < model->vocabulary);
  return 0;
}

// Any bytes in the place of a ledger's packed records: an error, or records; and records that are read are packed and
// come back the same, with the words that the article's text holds.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "entente/formats.h"
#include "store/body.h"

namespace {

using entente::PackedRecord;
using entente::Packer;
using entente::Record;

void require(bool holds) {
  if (!holds) std::abort();
}

void unpack_any(const Packer& packer, std::string_view bytes) {
  std::vector<PackedRecord> asked;
  for (std::size_t kind = 0; kind < 5; ++kind) asked.push_back({kind, 1, "article", "2026-03-11", bytes, kind, bytes});
  static_cast<void>(packer.unpack(asked));
  for (const PackedRecord& one : asked) static_cast<void>(packer.unpack({one}));
}

void pack_and_unpack(const Packer& packer, std::string_view lines) {
  const auto records = entente::read_records(lines, "lines");
  if (!records || records->size() > 64) return;
  const std::string bodies = packer.pack(*records);
  std::vector<PackedRecord> asked;
  for (std::size_t i = 0; i < records->size(); ++i) {
    asked.push_back({(*records)[i].index(), 7, "article", std::nullopt, bodies, i, {}});
  }
  const auto again = packer.unpack(asked);
  require(again && again->size() == records->size());
  for (std::size_t i = 0; i < records->size(); ++i) {
    require((*again)[i].index() == (*records)[i].index());
    require(entente::body_json((*again)[i]) == entente::body_json((*records)[i]));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Packer packer("");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  unpack_any(packer, bytes);
  pack_and_unpack(packer, bytes);
  return 0;
}

#include "syntax/safetensors.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "base/hash.h"

namespace entente {
namespace {

constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kMaxHeaderBytes = 4U << 20U;
constexpr std::size_t kMaxTensors = 10000;
constexpr std::size_t kMaxDimensions = 4;
constexpr std::size_t kDigestDigits = 64;

using simdjson::dom::element;
using simdjson::dom::element_type;

Error bad(const std::string& place, std::string message) { return {ErrorCode::kBadModel, std::move(message), place}; }

Error bad_tensor(const std::string& name, std::string_view tensor, const std::string& message) {
  return bad(name, "tensor \"" + std::string(tensor) + "\" " + message);
}

std::size_t element_bytes(TensorType type) { return type == TensorType::kF32 ? 4 : 1; }

Result<TensorType> read_type(const element& json, const std::string& name, std::string_view tensor) {
  std::string_view type;
  if (json["dtype"].get(type) != simdjson::SUCCESS) return bad_tensor(name, tensor, "has no dtype");
  if (type == "I8") return TensorType::kI8;
  if (type == "U8") return TensorType::kU8;
  if (type == "F32") return TensorType::kF32;
  return bad_tensor(name, tensor, "is of an unknown dtype; expected I8, U8 or F32");
}

// The list of whole numbers under `key`.
Result<std::vector<std::int64_t>> read_numbers(const element& json, const char* key, const std::string& name,
                                               std::string_view tensor) {
  simdjson::dom::array array;
  if (json[key].get(array) != simdjson::SUCCESS) return bad_tensor(name, tensor, std::string("has no ") + key);
  std::vector<std::int64_t> numbers;
  for (const element& item : array) {
    std::int64_t number = 0;
    if (item.get(number) != simdjson::SUCCESS || number < 0 || numbers.size() == kMaxDimensions) {
      return bad_tensor(name, tensor, std::string("has a wrong ") + key);
    }
    numbers.push_back(number);
  }
  return numbers;
}

Result<TensorView> read_tensor(const element& json, std::string_view data, const std::string& name,
                               std::string_view tensor) {
  if (json.type() != element_type::OBJECT) return bad_tensor(name, tensor, "is not described by an object");
  TensorView view;
  ENTENTE_TRY(view.type, read_type(json, name, tensor));
  ENTENTE_TRY(view.shape, read_numbers(json, "shape", name, tensor));
  ENTENTE_TRY(const std::vector<std::int64_t> offsets, read_numbers(json, "data_offsets", name, tensor));
  if (offsets.size() != 2 || offsets[0] > offsets[1]) return bad_tensor(name, tensor, "has wrong data_offsets");
  const auto begin = static_cast<std::size_t>(offsets[0]);
  const auto end = static_cast<std::size_t>(offsets[1]);
  if (end > data.size()) {
    return bad_tensor(name, tensor,
                      "ends at byte " + std::to_string(end) + " of the data, which has " + std::to_string(data.size()) +
                          ": the file is cut short or damaged");
  }
  std::size_t bytes = element_bytes(view.type);
  for (const std::int64_t size : view.shape) {
    if (__builtin_mul_overflow(bytes, static_cast<std::size_t>(size), &bytes)) {
      return bad_tensor(name, tensor, "is larger than any file");
    }
  }
  if (bytes != end - begin) return bad_tensor(name, tensor, "has a shape that does not fit its data_offsets");
  view.bytes = data.substr(begin, bytes);
  return view;
}

Status read_metadata(const element& json, std::map<std::string, std::string, std::less<>>& metadata,
                     const std::string& name) {
  simdjson::dom::object object;
  if (json.get(object) != simdjson::SUCCESS) return bad(name, "__metadata__ is not an object");
  for (const auto& [key, value] : object) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) return bad(name, "__metadata__ holds something that is not text");
    if (!metadata.emplace(key, text).second) return bad(name, "__metadata__ holds \"" + std::string(key) + "\" twice");
  }
  return Unit{};
}

// Every byte of the data belongs to exactly one tensor.
Status check_cover(const std::map<std::string, TensorView, std::less<>>& tensors, std::string_view data,
                   const std::string& name) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const auto& [key, view] : tensors) {
    const auto begin = static_cast<std::size_t>(view.bytes.data() - data.data());
    ranges.emplace_back(begin, begin + view.bytes.size());
  }
  std::sort(ranges.begin(), ranges.end());
  std::size_t at = 0;
  for (const auto& [begin, end] : ranges) {
    if (begin != at) return bad(name, "tensors overlap or leave a gap at byte " + std::to_string(at) + " of the data");
    at = end;
  }
  if (at != data.size())
    return bad(name, "bytes after the last tensor, from byte " + std::to_string(at) + " of the data");
  return Unit{};
}

}  // namespace

Result<SafeTensors> SafeTensors::parse(std::string_view bytes, const std::string& name) {
  if (bytes.size() < kLengthBytes)
    return bad(name, "too short for a model file: " + std::to_string(bytes.size()) + " bytes");
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    length |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  if (length > kMaxHeaderBytes || length > bytes.size() - kLengthBytes) {
    return bad(name + ": byte 0", "the header's length is wrong: not a model file, or one cut short");
  }
  SafeTensors file;
  file.header_ = bytes.substr(kLengthBytes, length);
  const std::string_view data = bytes.substr(kLengthBytes + length);

  simdjson::dom::parser parser;
  element root;
  if (const auto error = parser.parse(file.header_.data(), file.header_.size()).get(root); error != simdjson::SUCCESS) {
    return bad(name + ": byte 8", std::string("the header is not JSON: ") + simdjson::error_message(error));
  }
  simdjson::dom::object object;
  if (root.get(object) != simdjson::SUCCESS) return bad(name + ": byte 8", "the header is not a JSON object");
  bool has_metadata = false;
  for (const auto& [key, value] : object) {
    if (key == "__metadata__") {
      if (std::exchange(has_metadata, true)) return bad(name, "__metadata__ stands in the header twice");
      ENTENTE_CHECK_OK(read_metadata(value, file.metadata_, name));
      continue;
    }
    if (file.tensors_.size() == kMaxTensors) return bad(name, "more than " + std::to_string(kMaxTensors) + " tensors");
    ENTENTE_TRY(TensorView view, read_tensor(value, data, name, key));
    if (!file.tensors_.emplace(key, std::move(view)).second) return bad_tensor(name, key, "stands in the header twice");
  }
  ENTENTE_CHECK_OK(check_cover(file.tensors_, data, name));
  return file;
}

Result<std::string> verify_checksum(std::string_view bytes, const SafeTensors& file, const std::string& name) {
  const auto found = file.metadata().find("sha256");
  if (found == file.metadata().end()) return bad(name, "no sha256 in __metadata__");
  const std::string& digits = found->second;
  if (digits.size() != kDigestDigits || digits.find_first_not_of("0123456789abcdef") != std::string::npos) {
    return bad(name, "the sha256 in __metadata__ is not 64 lower-case hex digits");
  }
  const std::size_t at = file.header().find(digits);
  if (at == std::string_view::npos || file.header().find(digits, at + 1) != std::string_view::npos) {
    return bad(name, "the sha256 in __metadata__ does not stand in the header exactly once");
  }
  Sha256 hash;
  hash.update(bytes.substr(0, kLengthBytes + at));
  hash.update(std::string(kDigestDigits, '0'));
  hash.update(bytes.substr(kLengthBytes + at + kDigestDigits));
  if (hash.hex() != digits) return bad(name, "the checksum is not that of the file: it is damaged, fetch it again");
  return digits;
}

}  // namespace entente

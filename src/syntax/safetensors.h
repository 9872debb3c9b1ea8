// A reader for the safetensors layout: header length, JSON header, tensor data. Trusts nothing in it.
//
// Errors: kBadModel with the file's name and, where there is one, the byte or the tensor.
// Lifetime: views into the bytes given, which must outlive the object.
#ifndef ENTENTE_SYNTAX_SAFETENSORS_H_
#define ENTENTE_SYNTAX_SAFETENSORS_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entente/result.h"

namespace entente {

enum class TensorType : std::uint8_t { kI8, kU8, kF32 };

struct TensorView {
  TensorType type = TensorType::kI8;
  std::vector<std::int64_t> shape;
  std::string_view bytes;  // exactly as many as type and shape ask for
};

class SafeTensors {
 public:
  [[nodiscard]] static Result<SafeTensors> parse(std::string_view bytes, const std::string& name);

  [[nodiscard]] const std::map<std::string, TensorView, std::less<>>& tensors() const& { return tensors_; }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& metadata() const& { return metadata_; }
  [[nodiscard]] std::string_view header() const { return header_; }  // the JSON text

 private:
  std::map<std::string, TensorView, std::less<>> tensors_;
  std::map<std::string, std::string, std::less<>> metadata_;
  std::string_view header_;
};

// The metadata's "sha256", once it has been found to be that of the bytes (docs/formats/model.md).
[[nodiscard]] Result<std::string> verify_checksum(std::string_view bytes, const SafeTensors& file,
                                                  const std::string& name);

}  // namespace entente

#endif  // ENTENTE_SYNTAX_SAFETENSORS_H_

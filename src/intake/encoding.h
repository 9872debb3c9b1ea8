// Bytes of several encodings to UTF-8.
//
// Known: UTF-8 and UTF-16 with and without byte order mark, Windows-1252 where the bytes look like it, and
//   whatever ICU knows where the page itself declares it.
// Units: places are "name: byte N", N counted from 0 in the input's own bytes.
// Source: https://encoding.spec.whatwg.org (Windows-1252's table, labels that mean it).
#ifndef ENTENTE_INTAKE_ENCODING_H_
#define ENTENTE_INTAKE_ENCODING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "entente/result.h"

namespace entente {

enum class Encoding { kAsciiSuperset, kUtf16LittleEndian, kUtf16BigEndian };

struct EncodingMark {
  Encoding encoding = Encoding::kAsciiSuperset;
  std::size_t mark_bytes = 0;  // length of the byte order mark
};

// By byte order mark, or by the zero bytes that UTF-16 puts beside Latin letters.
[[nodiscard]] EncodingMark detect_encoding(std::string_view head);

// The whole input as UTF-8 without mark. `declared` is the page's own charset label, or empty.
// kBadEncoding: no known encoding, or a NUL byte.
[[nodiscard]] Result<std::string> to_utf8(std::string_view bytes, std::string_view declared, const std::string& name);

// Nothing where these bytes are no plausible Windows-1252 text: undefined bytes, control characters, few letters,
// mostly letters beyond ASCII (then it is another 8-bit encoding), or damaged UTF-8.
[[nodiscard]] std::optional<std::string> from_windows_1252(std::string_view bytes);

// UTF-16 bytes in, UTF-8 bytes out, piece by piece. The mark must have been taken off.
class Utf16Source : public ByteSource {
 public:
  Utf16Source(ByteSource& raw, Encoding encoding, std::size_t first_byte, std::string name)
      : raw_(raw), big_endian_(encoding == Encoding::kUtf16BigEndian), at_(first_byte), name_(std::move(name)) {}
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t size) override;
  [[nodiscard]] std::optional<std::uint64_t> known_size() const override { return std::nullopt; }

 private:
  [[nodiscard]] Status refill();
  [[nodiscard]] Error broken(const char* what) const;

  ByteSource& raw_;
  bool big_endian_;
  std::size_t at_;  // of the next byte to decode
  std::string name_;
  std::string carry_;    // raw bytes that wait for the rest of their character
  std::string decoded_;  // UTF-8 that waits to be read
  std::size_t decoded_at_ = 0;
  bool ended_ = false;
};

}  // namespace entente

#endif  // ENTENTE_INTAKE_ENCODING_H_

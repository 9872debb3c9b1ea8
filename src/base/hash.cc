#include "base/hash.h"

#include <openssl/sha.h>

#include <array>

namespace entente {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex.push_back(kDigits[byte >> 4U]);
    hex.push_back(kDigits[byte & 0xFU]);
  }
  return hex;
}

std::string short_id(std::string_view prefix, std::string_view key) {
  return std::string(prefix) + "_" + sha256_hex(key).substr(0, 16);
}

}  // namespace entente

// Hashes: SHA-256 for checksums and stable ids.
#ifndef ENTENTE_BASE_HASH_H_
#define ENTENTE_BASE_HASH_H_

#include <string>
#include <string_view>

namespace entente {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);  // 64 lower-case hex digits

// A short id: prefix, an underscore and the first 16 hex digits of the SHA-256 of the key.
[[nodiscard]] std::string short_id(std::string_view prefix, std::string_view key);

}  // namespace entente

#endif  // ENTENTE_BASE_HASH_H_

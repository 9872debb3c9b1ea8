// Hashes: SHA-256 for checksums and stable ids.
#ifndef ENTENTE_BASE_HASH_H_
#define ENTENTE_BASE_HASH_H_

#include <memory>
#include <string>
#include <string_view>

namespace entente {

// SHA-256 of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  void update(std::string_view bytes);
  [[nodiscard]] std::string hex();  // 64 lower-case hex digits; the last call

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);  // 64 lower-case hex digits

// A short id: prefix, an underscore and the first 16 hex digits of the SHA-256 of the key.
[[nodiscard]] std::string short_id(std::string_view prefix, std::string_view key);

}  // namespace entente

#endif  // ENTENTE_BASE_HASH_H_

// Hashes: SHA-256 for checksums and stable ids; a quick one of 64 bits for what is compared.
//
// All are the same on every machine and in every run; they are stored.
// Source: FNV-1a (Fowler, Noll, Vo), splitmix64 (Steele, Lea, Flood 2014).
#ifndef ENTENTE_BASE_HASH_H_
#define ENTENTE_BASE_HASH_H_

#include <cstdint>
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
// The number of those digits, as tables have it; of an id of another shape a hash of it.
[[nodiscard]] std::int64_t id_number(std::string_view id);
// The other way round; the prefix with its underscore.
[[nodiscard]] std::string id_text(std::string_view prefix, std::int64_t number);

[[nodiscard]] std::uint64_t mix64(std::uint64_t value);  // a bijection that spreads every bit
[[nodiscard]] std::uint64_t hash64(std::string_view bytes);

}  // namespace entente

#endif  // ENTENTE_BASE_HASH_H_

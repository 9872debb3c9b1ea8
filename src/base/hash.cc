#include "base/hash.h"

#include <openssl/evp.h>

#include <array>
#include <bit>
#include <charconv>

namespace entente {

namespace {

constexpr std::size_t kIdDigits = 16;

// The EVP interface picks the CPU's SHA instructions; the context is OpenSSL's.
std::string to_hex(const unsigned char* digest, std::size_t size) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * size);
  for (std::size_t i = 0; i < size; ++i) {
    hex.push_back(kDigits[digest[i] >> 4U]);
    hex.push_back(kDigits[digest[i] & 0xFU]);
  }
  return hex;
}

}  // namespace

struct Sha256::State {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) { EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size);
  return to_hex(digest.data(), size);
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.hex();
}

std::string short_id(std::string_view prefix, std::string_view key) {
  return std::string(prefix) + "_" + sha256_hex(key).substr(0, kIdDigits);
}

std::int64_t id_number(std::string_view id) {
  const std::string_view digits = id.substr(id.rfind('_') + 1);  // all of it where there is no underscore
  std::uint64_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  const bool whole = digits.size() == kIdDigits && read.ptr == digits.data() + digits.size() &&
                     digits.find_first_of("ABCDEF") == std::string_view::npos;
  return std::bit_cast<std::int64_t>(whole ? number : hash64(id));
}

std::string id_text(std::string_view prefix, std::int64_t number) {
  std::array<char, kIdDigits> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), std::bit_cast<std::uint64_t>(number), 16);
  const auto count = static_cast<std::size_t>(end.ptr - digits.data());
  return std::string(prefix).append(kIdDigits - count, '0').append(digits.data(), count);
}

std::uint64_t mix64(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15U;
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

std::uint64_t hash64(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return mix64(hash);
}

}  // namespace entente

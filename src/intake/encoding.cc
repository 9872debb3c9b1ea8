#include "intake/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/text_index.h"

namespace entente {
namespace {

constexpr std::size_t kPieceBytes = 1U << 16U;

// Windows-1252 from 0x80 to 0x9F; 0 where it defines nothing.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_ascii_letter(unsigned char byte) { return (byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z'; }
bool is_space(unsigned char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

std::string byte_place(const std::string& name, std::size_t at) { return name + ": byte " + std::to_string(at); }

// How many UTF-8 sequences of two bytes and more there are, and how many bytes belong to none.
struct Utf8Census {
  std::size_t sequences = 0;
  std::size_t stray = 0;
};

Utf8Census census(std::string_view bytes) {
  Utf8Census found;
  while (!bytes.empty()) {
    const std::size_t good = valid_utf8_prefix(bytes);
    for (std::size_t i = 0; i < good; ++i) found.sequences += static_cast<unsigned char>(bytes[i]) >= 0xC0U;
    if (good == bytes.size()) break;
    ++found.stray;
    bytes.remove_prefix(good + 1);
  }
  return found;
}

bool plausible_windows_1252(std::string_view bytes) {
  std::size_t letters = 0;
  std::size_t high = 0;
  std::size_t visible = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_space(byte)) continue;
    if (byte < 0x20 || byte == 0x7F) return false;
    if (byte >= 0x80 && byte < 0xA0 && kWindows1252[byte - 0x80U] == 0) return false;
    ++visible;
    high += byte >= 0x80;
    letters += is_ascii_letter(byte) || byte >= 0xC0;
  }
  if (letters * 10 < visible * 6 || high * 4 > visible) return false;
  const Utf8Census utf8 = census(bytes);
  return utf8.sequences <= utf8.stray;
}

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

bool means_windows_1252(std::string_view label) {
  std::string plain;
  for (const char c : label) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_ascii_letter(byte)) plain.push_back(static_cast<char>(byte | 0x20U));
    if (byte >= '0' && byte <= '9') plain.push_back(c);
  }
  for (const char* known : {"windows1252", "cp1252", "iso88591", "latin1", "usascii", "ascii", "ansi"}) {
    if (plain == known) return true;
  }
  return false;
}

std::string decode_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(text, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte);
  }
  return text;
}

// With ICU's converter for the label; nothing where ICU has none or a byte breaks it.
std::optional<std::string> decode_declared(std::string_view bytes, const std::string& label) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(label.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string text;
  std::vector<UChar> piece(kPieceBytes);
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  char16_t high = 0;
  do {
    UChar* to = piece.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, piece.data() + piece.size(), &from, end, nullptr, true, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
    for (const UChar* unit = piece.data(); unit != to; ++unit) {
      if (U16_IS_LEAD(*unit)) {
        high = *unit;
      } else if (U16_IS_TRAIL(*unit)) {
        append_utf8(text, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, *unit)));
      } else {
        append_utf8(text, *unit);
      }
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return text;
}

Result<std::string> decode_8_bit(std::string_view bytes, std::string_view declared, const std::string& name) {
  const std::size_t good = valid_utf8_prefix(bytes);
  if (good == bytes.size()) return std::string(bytes);
  if (!declared.empty() && !means_windows_1252(declared)) {
    if (auto text = decode_declared(bytes, std::string(declared))) return *std::move(text);
  }
  if (auto text = from_windows_1252(bytes)) return *std::move(text);
  return Error{ErrorCode::kBadEncoding, "neither UTF-8 nor another known encoding", byte_place(name, good)};
}

Result<std::string> read_all(ByteSource& source) {
  std::string all;
  std::vector<char> piece(kPieceBytes);
  while (true) {
    ENTENTE_TRY(const std::size_t got, source.read(piece.data(), piece.size()));
    if (got == 0) return all;
    all.append(piece.data(), got);
  }
}

}  // namespace

EncodingMark detect_encoding(std::string_view head) {
  if (head.substr(0, 3) == "\xEF\xBB\xBF") return {Encoding::kAsciiSuperset, 3};
  if (head.substr(0, 2) == "\xFF\xFE") return {Encoding::kUtf16LittleEndian, 2};
  if (head.substr(0, 2) == "\xFE\xFF") return {Encoding::kUtf16BigEndian, 2};
  // A single stray NUL must not make UTF-16 of a text: nearly every second byte has to be one, and hardly any other.
  const std::size_t pairs = std::min<std::size_t>(head.size(), 512) / 2;
  std::size_t first_zero = 0;
  std::size_t second_zero = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    first_zero += head[2 * i] == '\0';
    second_zero += head[2 * i + 1] == '\0';
  }
  if (pairs >= 2 && second_zero * 10 >= pairs * 7 && first_zero == 0) return {Encoding::kUtf16LittleEndian, 0};
  if (pairs >= 2 && first_zero * 10 >= pairs * 7 && second_zero == 0) return {Encoding::kUtf16BigEndian, 0};
  return {};
}

Result<std::string> to_utf8(std::string_view bytes, std::string_view declared, const std::string& name) {
  const EncodingMark mark = detect_encoding(bytes);
  const std::string_view body = bytes.substr(mark.mark_bytes);
  const auto nul_error = [&](std::size_t at) {
    return Error{ErrorCode::kBadEncoding, "NUL byte: not a text", byte_place(name, at)};
  };
  if (mark.encoding != Encoding::kAsciiSuperset) {
    const std::unique_ptr<ByteSource> raw = memory_source(body);
    Utf16Source source(*raw, mark.encoding, mark.mark_bytes, name);
    ENTENTE_TRY(std::string text, read_all(source));
    return text;
  }
  if (const std::size_t nul = body.find('\0'); nul != std::string_view::npos) return nul_error(nul + mark.mark_bytes);
  if (mark.mark_bytes != 0) {
    const std::size_t good = valid_utf8_prefix(body);
    if (good == body.size()) return std::string(body);
    return Error{ErrorCode::kBadEncoding, "marked as UTF-8 and is not", byte_place(name, good + mark.mark_bytes)};
  }
  return decode_8_bit(body, declared, name);
}

std::optional<std::string> from_windows_1252(std::string_view bytes) {
  if (!plausible_windows_1252(bytes)) return std::nullopt;
  return decode_windows_1252(bytes);
}

Error Utf16Source::broken(const char* what) const { return {ErrorCode::kBadEncoding, what, byte_place(name_, at_)}; }

Status Utf16Source::refill() {
  std::string piece(kPieceBytes, '\0');
  ENTENTE_TRY(const std::size_t got, raw_.read(piece.data(), piece.size()));
  ended_ = got == 0;
  piece.resize(got);
  const std::string raw = carry_ + piece;
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(raw[at]);
    const auto second = static_cast<unsigned char>(raw[at + 1]);
    return static_cast<char32_t>(big_endian_ ? first << 8U | second : second << 8U | first);
  };
  std::size_t at = 0;
  while (at + 2 <= raw.size()) {
    char32_t value = unit(at);
    std::size_t length = 2;
    if (U16_IS_LEAD(value)) {
      if (at + 4 > raw.size()) break;
      const char32_t low = unit(at + 2);
      if (!U16_IS_TRAIL(low)) return broken("broken UTF-16: half of a pair");
      value = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(value, low));
      length = 4;
    } else if (U16_IS_TRAIL(value)) {
      return broken("broken UTF-16: half of a pair");
    } else if (value == 0) {
      return broken("NUL character: not a text");
    }
    append_utf8(decoded_, value);
    at += length;
    at_ += length;
  }
  carry_ = raw.substr(at);
  if (ended_ && !carry_.empty()) return broken("broken UTF-16: cut short");
  return Unit{};
}

Result<std::size_t> Utf16Source::read(char* to, std::size_t size) {
  while (decoded_at_ == decoded_.size() && !ended_) {
    decoded_.clear();
    decoded_at_ = 0;
    ENTENTE_CHECK_OK(refill());
  }
  const std::size_t count = std::min(size, decoded_.size() - decoded_at_);
  std::copy_n(decoded_.data() + decoded_at_, count, to);
  decoded_at_ += count;
  return count;
}

}  // namespace entente

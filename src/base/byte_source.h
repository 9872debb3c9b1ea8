// Bytes that arrive in pieces: a file, standard input or memory.
//
// Errors: kNotFound where the system refuses; the place is the source's name.
// Threads: one per thread.
#ifndef ENTENTE_BASE_BYTE_SOURCE_H_
#define ENTENTE_BASE_BYTE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "entente/result.h"

namespace entente {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills at most `size` bytes; 0 at the end.
  [[nodiscard]] virtual Result<std::size_t> read(char* to, std::size_t size) = 0;
  // How many bytes there are in all, where that is known before reading (not for pipes).
  [[nodiscard]] virtual std::optional<std::uint64_t> known_size() const = 0;
};

// A regular file, or a pipe that is read as it comes. A folder is refused.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> open_file_source(const std::string& path);

// Reads the process's standard input and leaves it open.
[[nodiscard]] std::unique_ptr<ByteSource> standard_input_source();

// A view: the bytes must outlive the source.
[[nodiscard]] std::unique_ptr<ByteSource> memory_source(std::string_view bytes);

}  // namespace entente

#endif  // ENTENTE_BASE_BYTE_SOURCE_H_

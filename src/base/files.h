// Files, read and mapped. The only place in the library that opens one.
#ifndef ENTENTE_BASE_FILES_H_
#define ENTENTE_BASE_FILES_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "entente/result.h"

namespace entente {

// The whole file, or kNotFound, or kTooLarge past max_bytes.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

// A file mapped read-only; bytes() lives as long as the object.
class MappedFile {
 public:
  [[nodiscard]] static Result<std::unique_ptr<MappedFile>> open(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  [[nodiscard]] std::string_view bytes() const& { return {data_, size_}; }
  std::string_view bytes() const&& = delete;

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}
  const char* data_;
  std::size_t size_;
};

}  // namespace entente

#endif  // ENTENTE_BASE_FILES_H_

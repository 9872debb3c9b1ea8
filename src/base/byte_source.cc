#include "base/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace entente {
namespace {

class DescriptorSource : public ByteSource {
 public:
  DescriptorSource(int descriptor, bool owned, std::string name, std::optional<std::uint64_t> size)
      : descriptor_(descriptor), owned_(owned), name_(std::move(name)), size_(size) {}
  ~DescriptorSource() override {
    if (owned_) ::close(descriptor_);
  }
  DescriptorSource(const DescriptorSource&) = delete;
  DescriptorSource& operator=(const DescriptorSource&) = delete;

  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t size) override {
    while (true) {
      const ssize_t got = ::read(descriptor_, to, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) {
        return Error{ErrorCode::kNotFound, std::string("cannot be read: ") + std::strerror(errno), name_};
      }
    }
  }
  [[nodiscard]] std::optional<std::uint64_t> known_size() const override { return size_; }

 private:
  int descriptor_;
  bool owned_;
  std::string name_;
  std::optional<std::uint64_t> size_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : size_(bytes.size()), rest_(bytes) {}
  [[nodiscard]] Result<std::size_t> read(char* to, std::size_t size) override {
    const std::size_t count = std::min(size, rest_.size());
    std::copy_n(rest_.data(), count, to);
    rest_.remove_prefix(count);
    return count;
  }
  [[nodiscard]] std::optional<std::uint64_t> known_size() const override { return size_; }

 private:
  std::uint64_t size_;
  std::string_view rest_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file_source(const std::string& path) {
  const auto refuse = [&](const std::string& why) {
    return Error{ErrorCode::kNotFound, "cannot be opened: " + why, path};
  };
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return refuse(std::strerror(errno));
  struct stat info {};
  const bool known = ::fstat(descriptor, &info) == 0;
  if (!known || S_ISDIR(info.st_mode)) {
    const std::string why = known ? "is a folder" : std::strerror(errno);
    ::close(descriptor);
    return refuse(why);
  }
  // Files under /proc call themselves empty, so a size of 0 is not believed.
  std::optional<std::uint64_t> size;
  if (S_ISREG(info.st_mode) && info.st_size > 0) size = static_cast<std::uint64_t>(info.st_size);
  return std::unique_ptr<ByteSource>(std::make_unique<DescriptorSource>(descriptor, true, path, size));
}

std::unique_ptr<ByteSource> standard_input_source() {
  return std::make_unique<DescriptorSource>(STDIN_FILENO, false, "standard input", std::nullopt);
}

std::unique_ptr<ByteSource> memory_source(std::string_view bytes) { return std::make_unique<MemorySource>(bytes); }

}  // namespace entente

#include "exports/spool.h"

#include <cerrno>
#include <cstring>

namespace entente {
namespace {

enum Tag : unsigned char { kMissing, kTextTag, kIntegerTag, kNumberTag };

template <class T>
void append(std::string& bytes, T value) {
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  bytes.append(raw, sizeof value);
}

template <class T>
bool read(std::FILE* file, T& value) {
  return std::fread(&value, sizeof value, 1, file) == 1;
}

bool read_cell(std::FILE* file, Cell& cell) {
  const int tag = std::fgetc(file);
  if (tag == kMissing) {
    cell = std::monostate();
    return true;
  }
  if (tag == kIntegerTag) return read(file, cell.emplace<std::int64_t>());
  if (tag == kNumberTag) return read(file, cell.emplace<double>());
  std::uint32_t size = 0;
  if (tag != kTextTag || !read(file, size)) return false;
  auto& text = cell.emplace<std::string>(size, '\0');
  return size == 0 || std::fread(text.data(), 1, size, file) == size;
}

}  // namespace

Result<std::unique_ptr<Spool>> Spool::open(const std::string& path) {
  const std::string name = path + ".rows";
  std::FILE* file = std::fopen(name.c_str(), "w+b");
  if (file == nullptr)
    return Error{ErrorCode::kCannotWrite, std::string("cannot be written: ") + std::strerror(errno), name};
  std::remove(name.c_str());  // it lives as long as it is open
  return std::unique_ptr<Spool>(new Spool(file, name));
}

Spool::~Spool() { std::fclose(file_); }

Error Spool::failed(const char* what) const {
  return {ErrorCode::kCannotWrite, std::string(what) + ": " + std::strerror(errno), path_};
}

Status Spool::put(const std::vector<Cell>& cells) {
  std::string bytes;
  for (const Cell& cell : cells) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
      bytes.push_back(static_cast<char>(kTextTag));
      append(bytes, static_cast<std::uint32_t>(text->size()));
      bytes.append(*text);
    } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
      bytes.push_back(static_cast<char>(kIntegerTag));
      append(bytes, *whole);
    } else if (const auto* number = std::get_if<double>(&cell)) {
      bytes.push_back(static_cast<char>(kNumberTag));
      append(bytes, *number);
    } else {
      bytes.push_back(static_cast<char>(kMissing));
    }
  }
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) return failed("cannot be written");
  return Unit();
}

Status Spool::rewind() {
  if (std::fflush(file_) != 0 || std::fseek(file_, 0, SEEK_SET) != 0) return failed("cannot be written");
  return Unit();
}

Status Spool::take(std::vector<Cell>& cells) {
  for (Cell& cell : cells) {
    if (!read_cell(file_, cell)) return failed("cannot be read back");
  }
  return Unit();
}

}  // namespace entente

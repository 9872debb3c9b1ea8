#include "export_file.h"

#include "terminal.h"

namespace entente::cli {

ExportFile::~ExportFile() {
  if (file_ != nullptr) std::fclose(file_);
  if (!kept_) std::remove(part_.c_str());
}

Error ExportFile::failed() const { return {ErrorCode::kNotFound, "cannot be written: " + last_system_error(), path_}; }

Status ExportFile::open() {
  file_ = std::fopen(part_.c_str(), "wb");
  if (file_ == nullptr) return failed();
  return Unit();
}

Status ExportFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) return failed();
  return Unit();
}

Status ExportFile::keep() {
  if (file_ != nullptr) {
    const bool closed = std::fclose(file_) == 0;
    file_ = nullptr;
    if (!closed) return failed();
  }
  if (std::rename(part_.c_str(), path_.c_str()) != 0) return failed();
  kept_ = true;
  return Unit();
}

}  // namespace entente::cli

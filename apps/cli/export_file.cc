#include "export_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "terminal.h"

namespace entente::cli {

Status check_target(const std::string& path, bool force) {
  std::error_code error;
  const std::filesystem::file_status found = std::filesystem::symlink_status(path, error);
  if (!std::filesystem::exists(found)) return Unit();
  if (!std::filesystem::is_regular_file(found)) {
    return Error{ErrorCode::kUsage, "is no file that could be written over; standard output may go there", path};
  }
  if (force) return Unit();
  return Error{ErrorCode::kUsage, "is there already; --force writes over it", path};
}

ExportFile::~ExportFile() {
  if (file_ != nullptr) std::fclose(file_);
  if (!kept_) abandon();
}

void ExportFile::abandon() const {
  if (!part_.empty()) unlink(part_.c_str());
}

Error ExportFile::failed() const {
  return {ErrorCode::kCannotWrite, "cannot be written: " + last_system_error(), path_};
}

Status ExportFile::open() {
  std::string name = path_ + ".part-XXXXXX";
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) return failed();
  part_ = name;
  const mode_t mask = umask(0);  // mkstemp's files are for their owner alone
  umask(mask);
  static_cast<void>(fchmod(descriptor, 0666 & ~mask));
  file_ = fdopen(descriptor, "wb");
  if (file_ == nullptr) return failed();
  return Unit();
}

Status ExportFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) return failed();
  return Unit();
}

Status ExportFile::keep() {
  const bool closed = std::fclose(file_) == 0;
  file_ = nullptr;
  if (!closed || std::rename(part_.c_str(), path_.c_str()) != 0) return failed();
  kept_ = true;
  return Unit();
}

}  // namespace entente::cli

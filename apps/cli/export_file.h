// A file that is there whole or not at all.
#ifndef ENTENTE_APPS_CLI_EXPORT_FILE_H_
#define ENTENTE_APPS_CLI_EXPORT_FILE_H_

#include <cstdio>
#include <string>
#include <string_view>

#include "entente/result.h"

namespace entente::cli {

// Fails where `path` is there and `force` is not given, and where it is something else than a file: a device, a pipe, a
// link or a folder is not written over.
[[nodiscard]] Status check_target(const std::string& path, bool force);

// Written beside `path` under a name that nobody has, and put in its place by keep(); without that it is removed.
class ExportFile {
 public:
  explicit ExportFile(std::string path) : path_(std::move(path)) {}
  ~ExportFile();
  ExportFile(const ExportFile&) = delete;
  ExportFile& operator=(const ExportFile&) = delete;

  [[nodiscard]] Status open();
  [[nodiscard]] Status write(std::string_view bytes);  // not where another writes to part()
  [[nodiscard]] const std::string& part() const { return part_; }
  [[nodiscard]] Status keep();
  void abandon() const;  // from another thread, before the process ends

 private:
  [[nodiscard]] Error failed() const;

  std::string path_;
  std::string part_;  // empty before open()
  std::FILE* file_ = nullptr;
  bool kept_ = false;
};

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_EXPORT_FILE_H_

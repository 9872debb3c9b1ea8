// A file that is there whole or not at all.
#ifndef ENTENTE_APPS_CLI_EXPORT_FILE_H_
#define ENTENTE_APPS_CLI_EXPORT_FILE_H_

#include <cstdio>
#include <string>
#include <string_view>

#include "entente/result.h"

namespace entente::cli {

// Written beside `path` under a name of its own, and put in its place by keep(); without that it is removed.
class ExportFile {
 public:
  explicit ExportFile(std::string path) : path_(std::move(path)), part_(path_ + ".part") {}
  ~ExportFile();
  ExportFile(const ExportFile&) = delete;
  ExportFile& operator=(const ExportFile&) = delete;

  [[nodiscard]] Status open();  // for write(); not needed where another writes to part()
  [[nodiscard]] Status write(std::string_view bytes);
  [[nodiscard]] const std::string& part() const { return part_; }
  [[nodiscard]] Status keep();

 private:
  [[nodiscard]] Error failed() const;

  std::string path_;
  std::string part_;
  std::FILE* file_ = nullptr;
  bool kept_ = false;
};

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_EXPORT_FILE_H_

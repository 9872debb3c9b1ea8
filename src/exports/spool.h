// Rows put aside in a file without a name, for formats that must know them all before they write the first.
#ifndef ENTENTE_EXPORTS_SPOOL_H_
#define ENTENTE_EXPORTS_SPOOL_H_

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "entente/result.h"
#include "exports/cell.h"

namespace entente {

class Spool {
 public:
  // In the folder of `path`, so that there is room where the result is to go.
  [[nodiscard]] static Result<std::unique_ptr<Spool>> open(const std::string& path);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  [[nodiscard]] Status put(const std::vector<Cell>& cells);
  [[nodiscard]] Status rewind();                        // then read from the first row on
  [[nodiscard]] Status take(std::vector<Cell>& cells);  // as many as `cells` holds

 private:
  Spool(std::FILE* file, std::string path) : file_(file), path_(std::move(path)) {}
  [[nodiscard]] Error failed(const char* what) const;

  std::FILE* file_;
  std::string path_;
};

}  // namespace entente

#endif  // ENTENTE_EXPORTS_SPOOL_H_

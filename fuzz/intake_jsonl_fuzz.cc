// JSON lines and documents.
#include "intake_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return entente::check_intake(data, size, entente::InputFormat::kJsonl);
}

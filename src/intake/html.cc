#include "intake/html.h"

namespace entente {

std::string declared_charset(std::string_view) { return {}; }

Result<Draft> read_html(const std::string&, const std::string& name, const IntakeOptions&) {
  return Error{ErrorCode::kBadFormat, "HTML is not read yet", name};
}

}  // namespace entente

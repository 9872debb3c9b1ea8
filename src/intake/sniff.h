// Which format an input has, by its first bytes.
#ifndef ENTENTE_INTAKE_SNIFF_H_
#define ENTENTE_INTAKE_SNIFF_H_

#include <string>
#include <string_view>

#include "entente/intake.h"
#include "entente/result.h"

namespace entente {

// How much of the head is looked at.
inline constexpr std::size_t kSniffBytes = 8U << 10U;

enum class SniffedFormat { kText, kJsonLines, kJsonWhole, kHtml };

// `head`: the first bytes as UTF-8 (the last character may be cut). kBadFormat for what is known and not read
// (PDF, zip, gzip, XML that is no XHTML); the place is `name`.
[[nodiscard]] Result<SniffedFormat> sniff_format(std::string_view head, InputFormat asked, const std::string& name);

}  // namespace entente

#endif  // ENTENTE_INTAKE_SNIFF_H_

// Who owes a provision to whom, in short.
#ifndef ENTENTE_FORMATS_PROVISION_LABEL_H_
#define ENTENTE_FORMATS_PROVISION_LABEL_H_

#include <string>

#include "entente/record.h"

namespace entente {

// "Norland → Sudmark", "mutual", "all parties"; everything printable. Parties go without the codes that stand with the
// agreement; empty where nobody is named.
[[nodiscard]] std::string owed_label(const Provision& provision, const Agreement& agreement);

}  // namespace entente

#endif  // ENTENTE_FORMATS_PROVISION_LABEL_H_

#include "entente/document.h"

namespace entente {

const char* name_type_name(NameType type) {
  switch (type) {
    case NameType::kPerson: return "PER";
    case NameType::kOrganisation: return "ORG";
    case NameType::kPlace: return "LOC";
    case NameType::kGroup: return "NORP";
    case NameType::kEvent: return "EVT";
  }
  return "PER";
}

const char* attribution_role_name(AttributionRole role) {
  switch (role) {
    case AttributionRole::kSource: return "source";
    case AttributionRole::kCue: return "cue";
    case AttributionRole::kContent: return "content";
  }
  return "source";
}

}  // namespace entente

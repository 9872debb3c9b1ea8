// A record in a line, for people.
#ifndef ENTENTE_FORMATS_RECORD_BRIEF_H_
#define ENTENTE_FORMATS_RECORD_BRIEF_H_

#include <string>

#include "entente/record.h"

namespace entente {

// Everything printable(). What it is, with its colour; who; status, date and place.
struct RecordBrief {
  std::string kind;  // "event"
  std::string what;  // "ASSAULT aerial", "denies", "treaty", "war", "dispute"
  const char* sgr;
  std::string who;
  std::string details;
};

[[nodiscard]] RecordBrief record_brief(const Record& record);

}  // namespace entente

#endif  // ENTENTE_FORMATS_RECORD_BRIEF_H_

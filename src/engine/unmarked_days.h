// "Peru Monday rejected ...", "President Bush Tuesday met ...": the day between subject and verb, as American agencies
// write it without "on". Parsers take it for a part of the name, or for the subject itself.
#ifndef ENTENTE_ENGINE_UNMARKED_DAYS_H_
#define ENTENTE_ENGINE_UNMARKED_DAYS_H_

#include "entente/document.h"

namespace entente {

class Knowledge;

// Such a day is hung from its verb as a date, the name before it becomes what the day was taken for, and no name ends
// with a day. Weekdays are those of knowledge/lexicon/words.tsv. Time: linear in the words.
void hang_unmarked_days(const Knowledge& knowledge, ParsedDocument& parsed);

}  // namespace entente

#endif  // ENTENTE_ENGINE_UNMARKED_DAYS_H_

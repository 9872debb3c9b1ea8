// What news agencies write and parsers trained on other text take for something else.
#ifndef ENTENTE_ENGINE_PARSE_REPAIRS_H_
#define ENTENTE_ENGINE_PARSE_REPAIRS_H_

#include "entente/document.h"

namespace entente {

class Knowledge;

// "Peru Monday rejected ...", "President Bush Tuesday met ...": the day between subject and verb, as American agencies
// write it without "on", hangs from the verb as a date, the name before it becomes what the day was taken for, and no
// name ends with a day. Weekdays are those of knowledge/lexicon/words.tsv.
// "Peru rejected the plan, a spokesman said", with both for subjects of "said": the first is that of "rejected".
// "called on both to talk", with "on" for a part of the verb: it is the preposition of "both".
// "gave its neighbour tents", with the neighbour for a kind of tents: it is who gets them. For verbs of @giving_two and
// nouns that point back (titles of a "reference" kind, or in the plural).
// Time: linear in the words for sentences of a bounded length.
void repair_parse(const Knowledge& knowledge, ParsedDocument& parsed);

}  // namespace entente

#endif  // ENTENTE_ENGINE_PARSE_REPAIRS_H_

// Sentences that do nothing but list what is to be done, and clauses that tell of what has been done.
#ifndef ENTENTE_AGREEMENTS_DUTY_LISTS_H_
#define ENTENTE_AGREEMENTS_DUTY_LISTS_H_

#include <string>
#include <vector>

#include "agreements/clause_source.h"

namespace entente {

// "- Either may leave at a week's notice.", "(ii) the two coastguards will ...", in a paragraph of its own.
[[nodiscard]] bool starts_item(const Tree& tree, TokenSpan sentence);

// What an item without a finite verb says ("- captives to be set free;"), as one clause without its mark; without
// words: it has a finite verb, or says nothing.
[[nodiscard]] TreatyClause listed_item(const Tree& tree, const TreatyClauseReader& reader, TokenSpan sentence,
                                       const std::vector<TreatyClause>& clauses);

// "Captives must be freed; lorries will be let in; and both may send observers": two clauses at least, none that tells
// of something else, and one that binds by its words alone.
[[nodiscard]] bool lists_duties(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader,
                                const ClauseSource& source, const std::vector<TreatyClause>& clauses,
                                const Topic& topic);

// "The wells pass to one. The other is to ...": whether clauses that bind by their words alone stand among `here`,
// those of the sentence of that number, or follow soon in its paragraph, with no other agreement named.
[[nodiscard]] bool duties_follow(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader,
                                 const ClauseSource& source, std::size_t sentence,
                                 const std::vector<TreatyClause>& here, const Topic& topic);

// Told as past, with no modal that says that it is still to be done.
[[nodiscard]] bool past(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader,
                        const TreatyClause& clause);

// "Both promised to free them", among clauses.
[[nodiscard]] bool told_as_done(const Tree& tree, const Knowledge& knowledge, const TreatyClause& clause);

// "It might have", "the first has not": what, was said before.
[[nodiscard]] bool says_nothing(const Tree& tree, const Knowledge& knowledge, const TreatyClause& clause);

// "does not recognise": with no modal.
[[nodiscard]] bool told_as_fact(const Tree& tree, const TreatyClause& clause);

// "The accord, put together in 1987, obliged Delhi to ...", "Agreed in October, it barred raids": what is told of the
// instrument is none of the clause.
void drop_told_of_paper(const Tree& tree, TreatyClause& clause);

// "The pact makes it possible for both armies to share data": of the clause, what is made possible; false: it tells
// nothing of the kind.
bool keep_enabled(const Tree& tree, TreatyClause& clause);

// "set_up": the verb with its particle.
[[nodiscard]] std::string with_particle(const Tree& tree, TokenId verb);

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_DUTY_LISTS_H_

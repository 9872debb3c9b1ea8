// Writes what a clause of an agreement lays down into its record.
#ifndef ENTENTE_AGREEMENTS_PROVISION_WRITER_H_
#define ENTENTE_AGREEMENTS_PROVISION_WRITER_H_

#include <string>
#include <vector>

#include "agreements/agreements.h"
#include "agreements/clause_reading.h"

namespace entente {

class ProvisionWriter {
 public:
  ProvisionWriter(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                  std::vector<FoundAgreement>& found)
      : tree_(tree), knowledge_(knowledge), actors_(actors), found_(found) {}

  // One provision, or one for each noun phrase that the clause lists.
  void add(const TreatyClause& clause, const Obligation& obligation, std::size_t at, const char* rule);
  void add_words(const TreatyClause& clause, const Obligation& obligation, std::size_t at, const char* rule);
  void add_phrases(const std::vector<std::vector<TokenId>>& phrases, const TreatyClause& clause,
                   const Obligation& obligation, std::size_t at, const char* rule);
  // Of the clause written last.
  [[nodiscard]] const std::string& level() const { return level_; }

 private:
  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  std::vector<FoundAgreement>& found_;
  std::string level_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_PROVISION_WRITER_H_

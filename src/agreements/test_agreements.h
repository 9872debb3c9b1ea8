// How a test reads the agreements of a parsed text.
#ifndef ENTENTE_AGREEMENTS_TEST_AGREEMENTS_H_
#define ENTENTE_AGREEMENTS_TEST_AGREEMENTS_H_

#include <string>
#include <vector>

#include "actors/tree_text.h"
#include "agreements/agreements.h"
#include "knowledge/test_knowledge.h"

namespace entente {

class AgreementsFixture : public KnowledgeTest {
 protected:
  static std::vector<FoundAgreement> find(const std::string& rows) {
    const ParsedDocument parsed = tree_from_text(rows, "2026-03-11");
    const Tree tree(parsed);
    const ActorFinder actors(tree, *knowledge_);
    const Clauses clauses(tree);
    return find_agreements(tree, *knowledge_, actors, clauses, find_events(tree, *knowledge_, actors, clauses));
  }
  // "form status AAA BBB"
  static std::vector<std::string> lines(const std::string& rows) {
    std::vector<std::string> out;
    for (const FoundAgreement& found : find(rows)) {
      const Agreement& a = found.agreement;
      std::string line = a.form + " " + a.status;
      for (const Actor& party : a.parties) line += " " + party.code.value_or(party.name);
      out.push_back(line);
    }
    return out;
  }
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_TEST_AGREEMENTS_H_

// How a test reads the agreements of a parsed text, and what one lays down.
#ifndef ENTENTE_AGREEMENTS_TEST_AGREEMENTS_H_
#define ENTENTE_AGREEMENTS_TEST_AGREEMENTS_H_

#include <string>
#include <vector>

#include "actors/tree_text.h"
#include "agreements/agreements.h"
#include "agreements/provisions.h"
#include "agreements/relations.h"
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

class RelationsFixture : public KnowledgeTest {
 protected:
  static std::vector<Relation> read(const std::string& rows, const std::string& published = "2026-03-11") {
    const ParsedDocument parsed = tree_from_text(rows, published);
    const Tree tree(parsed, knowledge_.get());
    const ActorFinder actors(tree, *knowledge_);
    const Clauses clauses(tree);
    std::vector<Relation> relations;
    for (FoundRelation& found : find_relations(tree, *knowledge_, actors, clauses))
      relations.push_back(std::move(found.relation));
    return relations;
  }
};

// "Chad and Libya signed a pact", without a full stop.
inline const std::string kChadAndLibyaSigned =
    "Chad Chad PROPN NNP 4 nsubj\n"
    "and and CCONJ CC 3 cc\n"
    "Libya Libya PROPN NNP 1 conj\n"
    "signed sign VERB VBD 0 root\n"
    "a a DET DT 6 det\n"
    "pact pact NOUN NN 4 obj\n";

inline const std::string kChadAndLibyaSignedStop = kChadAndLibyaSigned + ". . PUNCT . 4 punct\n\n";

class ProvisionsFixture : public KnowledgeTest {
 protected:
  // Of an agreement of the parties that the first and the third word name, and whose noun stands at `noun`.
  static FoundAgreement read(const std::string& rows, const std::string& status = "signed", TokenId noun = 5) {
    const ParsedDocument parsed = tree_from_text(rows, "2020-01-06");
    const Tree tree(parsed, knowledge_.get());
    const ActorFinder actors(tree, *knowledge_);
    const Clauses clauses(tree);
    std::vector<FoundAgreement> found(1);
    found[0].noun = noun;
    found[0].mentions = {noun};
    found[0].agreement.status = status;
    for (const TokenId t : {0, 2}) {
      for (const ActorMention& party : actors.parties(t)) {
        if (found[0].agreement.parties.size() < 2) found[0].agreement.parties.push_back(party.actor);
      }
    }
    read_provisions(tree, *knowledge_, actors, clauses, found);
    for (const Provision& provision : found[0].agreement.provisions)
      EXPECT_EQ(tree.text(provision.quote.span), provision.quote.text);
    return found[0];
  }
  // The words of what is laid down by sentences after that one.
  static std::vector<std::string> laid_down(const std::string& rows) {
    std::vector<std::string> out;
    for (const Provision& provision : read(kChadAndLibyaSignedStop + rows).agreement.provisions)
      out.push_back(provision.quote.text);
    return out;
  }
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_TEST_AGREEMENTS_H_

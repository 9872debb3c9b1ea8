#include "statements/statements.h"

#include <gtest/gtest.h>

#include "actors/tree_text.h"

namespace entente {
namespace {

std::vector<Statement> read(const std::string& rows) {
  static const auto knowledge = Knowledge::load(ENTENTE_SOURCE_DIR "/knowledge");
  EXPECT_TRUE(knowledge.has_value());
  const ParsedDocument parsed = tree_from_text(rows, "2026-03-11");
  const Tree tree(parsed);
  const ActorFinder actors(tree, **knowledge);
  const Clauses clauses(tree);
  std::vector<Statement> statements;
  for (FoundStatement& found : find_statements(tree, **knowledge, actors, clauses))
    statements.push_back(std::move(found.statement));
  return statements;
}

TEST(Statements, ReadsIndirectSpeech) {
  const auto found = read(
      "Norway Norway PROPN NNP 2 nsubj\n"
      "told tell VERB VBD 0 root\n"
      "reporters reporter NOUN NNS 2 obj\n"
      "that that SCONJ IN 7 mark\n"
      "Sweden Sweden PROPN NNP 7 nsubj\n"
      "had have AUX VBD 7 aux\n"
      "agreed agree VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].speaker->code, "NOR");
  EXPECT_EQ(found[0].cue.lemma, "tell");
  EXPECT_EQ(found[0].content.text, "Sweden had agreed");
  EXPECT_EQ(found[0].manner, "indirect");
  EXPECT_EQ(found[0].stance, "affirms");
  ASSERT_EQ(found[0].addressee.size(), 1U);
  EXPECT_EQ(found[0].addressee[0].sector, "JRN");
}

TEST(Statements, ReadsAQuoteWithTheSpeakerAfterIt) {
  const auto found = read(
      "\" \" PUNCT `` 5 punct\n"
      "We we PRON PRP 5 nsubj\n"
      "do do AUX VBP 5 aux\n"
      "not not PART RB 5 advmod\n"
      "agree agree VERB VB 8 ccomp\n"
      ", , PUNCT , 5 punct\n"
      "\" \" PUNCT '' 5 punct\n"
      "said say VERB VBD 0 root\n"
      "Peru Peru PROPN NNP 8 nsubj\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content.text, "We do not agree");
  EXPECT_EQ(found[0].manner, "direct");
  EXPECT_EQ(found[0].stance, "denies");
  EXPECT_EQ(found[0].speaker->code, "PER");
}

TEST(Statements, AVerbWithoutAContentClauseReportsNothing) {
  EXPECT_TRUE(read("Peru Peru PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nlittle little ADJ JJ 2 obj\n").empty());
}

}  // namespace
}  // namespace entente

#include "engine/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actors/tree_text.h"
#include "engine/unknown_actors.h"
#include "knowledge/test_knowledge.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class ExplainTest : public KnowledgeTest {
 protected:
};

constexpr const char* kTwoSentences =
    "Peruvian Peruvian ADJ JJ 2 amod\n"
    "police police NOUN NNS 3 nsubj\n"
    "attacked attack VERB VBD 0 root\n"
    "Chile Chile PROPN NNP 3 obj\n"
    "\n"
    "It it PRON PRP 2 nsubj\n"
    "rained rain VERB VBD 0 root\n";

TEST_F(ExplainTest, EachSentenceHasItsMentionsWordsAndRecords) {
  const Explanation explanation = explain_document(tree_from_text(kTwoSentences, "2026-03-11"), *knowledge_);
  ASSERT_EQ(explanation.sentences.size(), 2U);
  const ExplainedSentence& first = explanation.sentences[0];
  ASSERT_EQ(first.mentions.size(), 2U);  // "Peruvian" says no more than "Peruvian police"
  EXPECT_EQ(first.mentions[0].actor.text, "Peruvian police");
  EXPECT_EQ(first.mentions[0].actor.code, "PER");
  EXPECT_EQ(first.mentions[0].actor.sector, "COP");
  EXPECT_EQ(first.mentions[0].kind, "group");
  EXPECT_EQ(first.mentions[1].actor.code, "CHL");
  ASSERT_EQ(first.words.size(), 1U);
  EXPECT_EQ(first.words[0].word, TokenOffset{2});
  EXPECT_EQ(first.words[0].fate, ExplainedWord::Fate::kEvent);
  ASSERT_GE(first.words[0].slots.size(), 2U);
  EXPECT_EQ(first.words[0].slots[0].role, "actor");
  ASSERT_EQ(first.words[0].slots[0].actors.size(), 1U);
  EXPECT_EQ(first.words[0].slots[0].paths[0].path, "subj");
  EXPECT_THAT(first.words[0].slots[0].paths[0].words, ElementsAre(TokenOffset{1}));
  ASSERT_EQ(first.records.size(), 1U);
  EXPECT_EQ(std::get<Event>(explanation.records.at(first.records[0])).type, "ASSAULT");
  EXPECT_TRUE(explanation.sentences[1].records.empty());
}

TEST_F(ExplainTest, ATypeOfTheModelIsToldFromTwentyPercentOn) {
  ParsedDocument parsed = tree_from_text(kTwoSentences, "2026-03-11");
  EXPECT_TRUE(explain_document(parsed, *knowledge_).sentences[0].types.empty());
  parsed.events.types = {"none", "AID", "ASSAULT"};
  parsed.events.scores = {1,    0, 0,    0.7F, 0.11F, 0.19F, 0.5F, 0.2F, 0.3F, 1, 0, 0,  // the first sentence
                          0.9F, 0, 0.1F, 0.2F, 0.8F,  0};
  const Explanation explanation = explain_document(parsed, *knowledge_);
  ASSERT_EQ(explanation.sentences[0].types.size(), 1U);
  EXPECT_EQ(explanation.sentences[0].types[0].word, TokenOffset{2});
  EXPECT_EQ(explanation.sentences[0].types[0].type, "ASSAULT");
  EXPECT_NEAR(explanation.sentences[0].types[0].score, 0.3, 1e-6);
  ASSERT_EQ(explanation.sentences[1].types.size(), 1U);
  EXPECT_EQ(explanation.sentences[1].types[0].type, "AID");
}

TEST_F(ExplainTest, NamesThatTheTablesLackAreListedWithWhatStandsBesideThem) {
  ParsedDocument parsed = tree_from_text(
      "Orlo Vantik PROPN NNP 7 nsubj\n"
      "Vantik Vantik PROPN NNP 1 flat\n"
      ", , PUNCT , 6 punct\n"
      "a a DET DT 6 det\n"
      "Peruvian Peruvian ADJ JJ 6 amod\n"
      "general general NOUN NN 1 appos\n"
      "left leave VERB VBD 0 root\n"
      "Chile Chile PROPN NNP 7 obj\n"
      "\n"
      "Vantik Vantik PROPN NNP 2 nsubj\n"
      "slept sleep VERB VBD 0 root\n");
  parsed.names = {{{0, 2}, NameType::kPerson, 1}, {{7, 8}, NameType::kOrganisation, 1}, {{8, 9}, NameType::kPerson, 1}};
  const std::vector<UnknownMention> found = find_unknown(parsed, *knowledge_);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "Orlo Vantik");
  EXPECT_EQ(found[0].country, "PER");
  EXPECT_EQ(found[0].sector, "MIL");
  EXPECT_EQ(found[0].phrase, "Orlo Vantik , a Peruvian general");
  EXPECT_EQ(found[1].name, "Orlo Vantik");  // by the family name alone
}

TEST(UnknownTally, DoesNotDependOnTheOrderOfArticles) {
  const UnknownMention bare = {"Orlo Vantik", NameType::kPerson, std::nullopt, std::nullopt, "Orlo Vantik"};
  const UnknownMention full = {"Orlo Vantik", NameType::kPerson, "PER", "MIL", "General Orlo Vantik"};
  const UnknownMention loud = {"ORLO VANTIK", NameType::kPerson, "CHL", std::nullopt, "ORLO VANTIK of Chile"};
  const UnknownMention other = {"Blue Hand", NameType::kOrganisation, std::nullopt, std::nullopt, "the Blue Hand"};
  UnknownTally one;
  one.add({bare, full});
  one.add({loud, other, full});
  UnknownTally two;
  two.add({other, full, loud});
  two.add({full, bare});
  for (const UnknownTally* tally : {&one, &two}) {
    const std::vector<UnknownActor> ranked = tally->ranked();
    ASSERT_EQ(ranked.size(), 2U);
    EXPECT_EQ(ranked[0].name, "Orlo Vantik");
    EXPECT_EQ(ranked[0].count, 4);
    EXPECT_EQ(ranked[0].country, "PER");
    EXPECT_EQ(ranked[0].sector, "MIL");
    EXPECT_EQ(ranked[0].phrase, "General Orlo Vantik");
    EXPECT_EQ(ranked[1].name, "Blue Hand");
    EXPECT_EQ(ranked[1].type, NameType::kOrganisation);
  }
}

TEST(ActorSheet, HasWhatTheTablesHaveOfACode) {
  const auto sheet = look_up_actor(ENTENTE_SOURCE_DIR "/knowledge", "PER");
  ASSERT_TRUE(sheet.has_value()) << sheet.error().to_string();
  EXPECT_EQ(sheet->kind, "state");
  ASSERT_FALSE(sheet->names.empty());
  EXPECT_EQ(sheet->names[0].name, "Peru");
  EXPECT_THAT(sheet->names[0].capitals, ::testing::Contains("Lima"));
  ASSERT_FALSE(sheet->terms.empty());
  for (std::size_t i = 1; i < sheet->terms.size(); ++i) {
    if (sheet->terms[i].office != sheet->terms[i - 1].office) continue;
    EXPECT_GE(sheet->terms[i - 1].from, sheet->terms[i].from);
  }
  EXPECT_TRUE(std::any_of(sheet->member_of.begin(), sheet->member_of.end(),
                          [](const auto& member) { return member.code == "IGOUNO"; }));
  const auto nobody = look_up_actor(ENTENTE_SOURCE_DIR "/knowledge", "QQQ");
  ASSERT_FALSE(nobody.has_value());
  EXPECT_EQ(nobody.error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace entente

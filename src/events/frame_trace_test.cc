#include "events/frame_trace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "actors/tree_text.h"
#include "knowledge/test_knowledge.h"

namespace entente {
namespace {

using Fate = WordTrace::Fate;

class FrameTraceTest : public KnowledgeTest {
 protected:
  // The word as it was traced; one with no frames where it is not among them.
  static WordTrace trace(const ParsedDocument& parsed, TokenId word) {
    const Tree tree(parsed);
    const ActorFinder actors(tree, *knowledge_);
    const Clauses clauses(tree);
    const auto words = FrameTracer(tree, *knowledge_, actors, clauses).trace();
    const auto found = std::find_if(words.begin(), words.end(), [&](const WordTrace& w) { return w.word == word; });
    return found == words.end() ? WordTrace() : *found;
  }
  static WordTrace trace(const std::string& rows, TokenId word) {
    return trace(tree_from_text(rows, "2026-03-11"), word);
  }
  static const FrameTrial* trial(const WordTrace& word, const std::string& frame) {
    const auto found = std::find_if(word.trials.begin(), word.trials.end(),
                                    [&](const FrameTrial& t) { return t.frame->name == frame; });
    return found == word.trials.end() ? nullptr : &*found;
  }
};

constexpr const char* kCondemns =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "condemned condemn VERB VBD 0 root\n"
    "Chile Chile PROPN NNP 2 obj\n";

TEST_F(FrameTraceTest, TellsWhichFrameWonAndWhatTheOthersMissed) {
  const WordTrace word = trace(kCondemns, 1);
  EXPECT_EQ(word.fate, Fate::kEvent);
  ASSERT_TRUE(word.match.has_value());
  const FrameTrial* winner = trial(word, word.match->frame->name);
  ASSERT_NE(winner, nullptr);
  EXPECT_TRUE(winner->won);
  EXPECT_EQ(winner->failed, nullptr);
  EXPECT_EQ(std::count_if(word.trials.begin(), word.trials.end(), [](const FrameTrial& t) { return t.won; }), 1);
  const auto failed = std::find_if(word.trials.begin(), word.trials.end(),
                                   [](const FrameTrial& t) { return t.failed != nullptr && t.met.empty(); });
  ASSERT_NE(failed, word.trials.end());
  EXPECT_FALSE(failed->won);
  EXPECT_EQ(failed->failed, &failed->frame->where.front());
}

TEST_F(FrameTraceTest, WhatIsPromisedIsPartOfThePromise) {
  const std::string rows =
      "Peru Peru PROPN NNP 2 nsubj\n"
      "agreed agree VERB VBD 0 root\n"
      "to to PART TO 4 mark\n"
      "visit visit VERB VB 2 xcomp\n"
      "Chile Chile PROPN NNP 4 obj\n";
  EXPECT_EQ(trace(rows, 1).fate, Fate::kEvent);
  const WordTrace promised = trace(rows, 3);
  EXPECT_TRUE(promised.match.has_value());
  EXPECT_EQ(promised.fate, Fate::kAbsorbed);
  EXPECT_EQ(promised.by, 1);
}

TEST_F(FrameTraceTest, AnEffectJoinsTheActThatItHangsFrom) {
  const std::string rows =
      "Gunmen gunman NOUN NNS 2 nsubj\n"
      "attacked attack VERB VBD 0 root\n"
      "a a DET DT 5 det\n"
      "Nigerian Nigerian ADJ JJ 5 amod\n"
      "patrol patrol NOUN NN 2 obj\n"
      ", , PUNCT , 7 punct\n"
      "killing kill VERB VBG 2 advcl\n"
      "three three NUM CD 9 nummod\n"
      "soldiers soldier NOUN NNS 7 obj\n";
  const WordTrace effect = trace(rows, 6);
  EXPECT_EQ(effect.fate, Fate::kJoined);
  EXPECT_EQ(effect.by, 1);
}

TEST_F(FrameTraceTest, SaysWhyNoEventIsMade) {
  const WordTrace word = trace(
      "Anna Anna PROPN NNP 3 nsubj\n"
      "Smith Smith PROPN NNP 1 flat\n"
      "praised praise VERB VBD 0 root\n"
      "John John PROPN NNP 3 obj\n"
      "Brown Brown PROPN NNP 4 flat\n",
      2);
  EXPECT_EQ(word.fate, Fate::kDropped);
  EXPECT_EQ(word.reason, "nobody in it is known");
}

TEST_F(FrameTraceTest, TellsWhatTheModelAloneTakesForAnEvent) {
  ParsedDocument parsed = tree_from_text(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "frobbed frob VERB VBD 0 root\n"
      "Chile Chile PROPN NNP 2 obj\n",
      "2026-03-11");
  EXPECT_EQ(trace(parsed, 1).word, -1);  // no frame has it
  parsed.events.types = {"none", "ACCUSE"};
  parsed.events.scores = {1, 0, 0.1F, 0.9F, 1, 0};
  const WordTrace word = trace(parsed, 1);
  ASSERT_EQ(word.trials.size(), 1U);
  EXPECT_TRUE(word.trials[0].frame->open);
  EXPECT_TRUE(word.trials[0].won);
  EXPECT_EQ(word.fate, Fate::kEvent);
}

TEST_F(FrameTraceTest, HalfAnEventBesideAWholeOneIsPartOfIt) {
  ParsedDocument parsed = tree_from_text(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "frobbed frob VERB VBD 0 root\n"
      "Chile Chile PROPN NNP 2 obj\n"
      "before before ADP IN 7 case\n"
      "a a DET DT 7 det\n"
      "Peruvian Peruvian ADJ JJ 7 amod\n"
      "snark snark NOUN NN 2 obl\n",
      "2026-03-11");
  parsed.events.types = {"none", "ACCUSE"};
  parsed.events.scores = {1, 0, 0.1F, 0.9F, 1, 0, 1, 0, 1, 0, 1, 0, 0.1F, 0.9F};
  const WordTrace half = trace(parsed, 6);
  EXPECT_EQ(half.fate, Fate::kAbsorbed);
  EXPECT_EQ(half.by, 1);
  EXPECT_EQ(trace(parsed, 1).fate, Fate::kEvent);
  parsed.events.scores[3] = 0;
  parsed.events.scores[2] = 1;
  EXPECT_NE(trace(parsed, 6).fate, Fate::kAbsorbed) << "no whole one there";
}

TEST_F(FrameTraceTest, WritesConditionsAsTheTablesDo) {
  Condition condition;
  condition.absent = true;
  condition.paths = {{"obj", "of"}, {"with"}};
  EXPECT_EQ(condition_text(condition, *knowledge_), "!obj.of,with");
  condition.absent = false;
  condition.test = Condition::Test::kSeveral;
  EXPECT_EQ(condition_text(condition, *knowledge_), "obj.of,with=#several");
  condition.test = Condition::Test::kLemma;
  condition.lemmas = {"apple", "brick", "coal", "door"};
  EXPECT_EQ(condition_text(condition, *knowledge_), "obj.of,with=apple, brick, coal, …");
  const auto& [name, words] = *std::find_if(knowledge_->sets.begin(), knowledge_->sets.end(),
                                            [](const auto& set) { return set.second.size() > 3; });
  condition.lemmas = words;
  EXPECT_THAT(condition_text(condition, *knowledge_), ::testing::StartsWith("obj.of,with=@"));
}

}  // namespace
}  // namespace entente

#include "statements/attributions.h"

#include <gtest/gtest.h>

#include "actors/tree_text.h"

namespace entente {
namespace {

constexpr AttributionRole kSource = AttributionRole::kSource;
constexpr AttributionRole kCue = AttributionRole::kCue;
constexpr AttributionRole kContent = AttributionRole::kContent;

// "Peru said it won ." , then quoted words over two sentences.
ParsedDocument two_sentences() {
  return tree_from_text(
      "\" \" PUNCT `` 3 punct\n"
      "It it PRON PRP 3 nsubj\n"
      "ends end VERB VBZ 6 ccomp\n"
      "\" \" PUNCT '' 3 punct\n"
      "he he PRON PRP 6 nsubj\n"
      "said say VERB VBD 0 root\n"
      ". . PUNCT . 6 punct\n"
      "\n"
      "\" \" PUNCT `` 3 punct\n"
      "We we PRON PRP 3 nsubj\n"
      "won win VERB VBD 0 root\n"
      "\" \" PUNCT '' 3 punct\n");
}

TEST(Attributions, PutsSourceCueAndContentTogether) {
  ParsedDocument parsed = two_sentences();
  parsed.attributions = {{{0, 4}, kContent, 0.9F}, {{4, 5}, kSource, 0.9F}, {{5, 6}, kCue, 0.9F}};
  const Tree tree(parsed);
  const auto found = link_attributions(tree);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].source, (std::vector<TokenSpan>{{4, 5}}));
  EXPECT_EQ(found[0].cue, (std::vector<TokenSpan>{{5, 6}}));
  EXPECT_EQ(found[0].content, (std::vector<TokenSpan>{{0, 4}}));
}

TEST(Attributions, QuotedWordsOfTheNextSentenceGoOn) {
  ParsedDocument parsed = two_sentences();
  parsed.attributions = {
      {{0, 4}, kContent, 0.9F}, {{4, 5}, kSource, 0.9F}, {{5, 6}, kCue, 0.9F}, {{7, 11}, kContent, 0.9F}};
  const Tree tree(parsed);
  const auto found = link_attributions(tree);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].content, (std::vector<TokenSpan>{{0, 4}, {7, 11}}));
}

TEST(Attributions, NoneWithoutASureCueOrWithoutAContent) {
  ParsedDocument parsed = two_sentences();
  parsed.attributions = {{{0, 4}, kContent, 0.9F}, {{4, 5}, kSource, 0.9F}, {{5, 6}, kCue, 0.4F}};
  EXPECT_TRUE(link_attributions(Tree(parsed)).empty());
  parsed.attributions = {{{4, 5}, kSource, 0.9F}, {{5, 6}, kCue, 0.9F}};
  EXPECT_TRUE(link_attributions(Tree(parsed)).empty());
}

TEST(Attributions, SpansOutsideOfTheTextAreLeftAlone) {
  ParsedDocument parsed = two_sentences();
  parsed.attributions = {{{5, 6}, kCue, 0.9F}, {{8, 400}, kContent, 0.9F}};
  EXPECT_TRUE(link_attributions(Tree(parsed)).empty());
}

}  // namespace
}  // namespace entente

#include "syntax/lemma.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

std::string apply(const std::string& script, const std::string& form) {
  const Result<LemmaScript> parsed = LemmaScript::parse(script);
  return parsed ? parsed->apply(form) : parsed.error().to_string();
}

TEST(LemmaScript, CasesStripsAndAdds) {
  EXPECT_EQ(apply("l:0:", "Talks"), "talks");
  EXPECT_EQ(apply("l:1:", "Talks"), "talk");
  EXPECT_EQ(apply("l:3:y", "treaties"), "treaty");
  EXPECT_EQ(apply("k:0:", "NATO"), "NATO");
  EXPECT_EQ(apply("c:1:", "STATES"), "State");
  EXPECT_EQ(apply("k:0::", "No"), "No:") << "what is added may hold a colon";
}

TEST(LemmaScript, CountsCodePoints) {
  EXPECT_EQ(apply("l:1:", "CAF\u00c9S"), "caf\u00e9");
  EXPECT_EQ(apply("l:2:e", "CAF\u00c9S"), "cafe");
  EXPECT_EQ(apply("c:0:", "\u00c9TAT"), "\u00c9tat");
}

TEST(LemmaScript, NeverLeavesNothing) {
  EXPECT_EQ(apply("l:3:", "Is"), "is");
  EXPECT_EQ(apply("l:2:", "Is"), "is");
  EXPECT_EQ(apply("l:2:be", "Is"), "be");
}

TEST(LemmaScript, RefusesWhatIsNone) {
  for (const char* text :
       {"", "l", "l:", "l:1", "x:1:", "l:a:", "l:-1:", "l:99999999999:", "l::", "l1:2:", "l:1:\xff"}) {
    EXPECT_FALSE(LemmaScript::parse(text)) << text;
  }
}

LemmaScripts scripts(std::initializer_list<std::uint16_t> likeliest) {
  LemmaScripts out;
  for (const std::uint16_t script : likeliest) out.scripts[static_cast<std::size_t>(out.count++)] = script;
  return out;
}

TEST(Lemmatiser, PrefersAKnownLemma) {
  const Result<Lemmatiser> lemmatiser =
      Lemmatiser::load({"l:1:", "l:2:", "l:3:y"}, "", "clash\tNOUN\nlibrary\tNOUN\n", "f");
  ASSERT_TRUE(lemmatiser) << lemmatiser.error().to_string();
  EXPECT_EQ(lemmatiser->lemma("Clashes", "NOUN", scripts({0, 1, 2})), "clash");
  EXPECT_EQ(lemmatiser->lemma("libraries", "NOUN", scripts({0, 1, 2})), "library");
  EXPECT_EQ(lemmatiser->lemma("libraries", "VERB", scripts({0, 1, 2})), "librarie") << "known as a noun only";
  EXPECT_EQ(lemmatiser->lemma("clashes", "NOUN", scripts({0, 2})), "clashe") << "not among the likeliest";
  const Result<Lemmatiser> broken = Lemmatiser::load({"l:0:"}, "", "clash\tNOUN\nlibrary\n", "f");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().to_string(), "f: known lemmas line 2: expected lemma, tab, UPOS");
}

TEST(Lemmatiser, AsksTheTableFirst) {
  const Result<Lemmatiser> lemmatiser =
      Lemmatiser::load({"l:0:", "l:1:"}, "went\tVERB\tgo\n\u00e9tats\tPROPN\t\u00c9tat", "", "f");
  ASSERT_TRUE(lemmatiser) << lemmatiser.error().to_string();
  EXPECT_EQ(lemmatiser->lemma("Went", "VERB", scripts({0})), "go");
  EXPECT_EQ(lemmatiser->lemma("Went", "NOUN", scripts({0})), "went");
  EXPECT_EQ(lemmatiser->lemma("\u00c9TATS", "PROPN", scripts({0})), "\u00c9tat");
  EXPECT_EQ(lemmatiser->lemma("Talks", "NOUN", scripts({1})), "talk");
}

TEST(Lemmatiser, SaysWhichLineIsWrong) {
  const Result<Lemmatiser> lemmatiser = Lemmatiser::load({"l:0:"}, "went\tVERB\tgo\nmen\tNOUN\n", "", "f");
  ASSERT_FALSE(lemmatiser);
  EXPECT_EQ(lemmatiser.error().to_string(), "f: lemma exceptions line 2: expected form, tab, UPOS, tab, lemma");
  EXPECT_FALSE(Lemmatiser::load({"l:0:", "bad"}, "", "", "f"));
}

}  // namespace
}  // namespace entente

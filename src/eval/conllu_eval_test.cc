#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "entente/eval.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

// "form lemma upos feats head deprel misc" a line, "3-4 form" for a range; an empty line ends a sentence.
std::string conllu(const std::vector<std::string>& lines) {
  std::string out;
  int id = 0;
  for (const std::string& line : lines) {
    std::vector<std::string> fields;
    std::string field;
    for (const char c : line + " ") {
      if (c != ' ') {
        field += c;
      } else {
        fields.push_back(field);
        field.clear();
      }
    }
    if (line.empty()) {
      id = 0;
    } else if (fields.size() == 2) {
      out += fields[0] + "\t" + fields[1] + "\t_\t_\t_\t_\t_\t_\t_\t_";
    } else {
      out += std::to_string(++id) + "\t" + fields[0] + "\t" + fields[1] + "\t" + fields[2] + "\tXX\t" + fields[3] +
             "\t" + fields[4] + "\t" + fields[5] + "\t_\t" + fields[6];
    }
    out += "\n";
  }
  return out + "\n";
}

std::map<std::string, Score> scores(const std::string& gold, const std::string& system) {
  const auto result = evaluate_conllu(gold, system);
  EXPECT_TRUE(result.has_value()) << result.error().to_string();
  std::map<std::string, Score> by_name;
  if (result.has_value()) {
    for (const Score& score : *result) by_name[score.metric] = score;
  }
  return by_name;
}

void expect_counts(const Score& score, std::int64_t gold, std::int64_t system, std::int64_t correct) {
  EXPECT_EQ(score.gold, gold) << score.metric;
  EXPECT_EQ(score.system, system) << score.metric;
  EXPECT_EQ(score.correct, correct) << score.metric;
}

const std::vector<std::string> kGold = {
    "The the DET _ 2 det _",
    "envoys envoy NOUN Number=Plur 5 nsubj Source=B",
    "3-4 didn't",
    "did do AUX Tense=Past|Degree=Pos 5 aux:x Cue=B",
    "n't not PART _ 5 advmod Cue=I",
    "meet _ VERB VerbForm=Inf 0 root _",
    "Ana Ana PROPN Number=Sing 5 obj Name=B-PER",
    "Ruiz Ruiz PROPN Number=Sing 6 flat Name=I-PER",
    "",
    "Oslo Oslo PROPN Number=Sing 2 nsubj Name=B-LOC",
    "waits wait VERB Number=Sing|Tense=Pres 0 root _",
    "",
};

TEST(EvaluateConllu, GivesFullMarksToTheSameFile) {
  for (const auto& [name, score] : scores(conllu(kGold), conllu(kGold))) {
    EXPECT_GT(score.gold, 0) << name;
    EXPECT_EQ(score.f1(), 1.0) << name;
  }
}

// Counted by hand.
TEST(EvaluateConllu, CountsEveryMetric) {
  const std::vector<std::string> system = {
      "The the DET Definite=Def 2 det _",                 // a feature that is not compared
      "envoys envoys NOUN Number=Plur 4 nsubj Source=B",  // lemma; head "did"
      "3-4 didn't",
      "did do VERB Tense=Past 5 aux Cue=B",            // UPOS; the relation's subtype does not count
      "n't not PART _ 5 advmod _",                     // cue lost
      "meet anything VERB VerbForm=Fin 0 root _",      // feature; gold has no lemma
      "Ana Ana PROPN Number=Sing 5 nsubj Name=B-PER",  // relation; name cut short
      "Ruiz Ruiz PROPN Number=Sing 6 flat _",
      "Oslo Oslo PROPN Number=Sing 9 nsubj Name=B-LOC",  // the sentence goes on: heads still align
      "waits wait VERB Number=Sing|Tense=Pres 5 parataxis _",
      "",
  };
  auto found = scores(conllu(kGold), conllu(system));
  expect_counts(found["Tokens"], 8, 8, 8);
  expect_counts(found["Sentences"], 2, 1, 0);
  expect_counts(found["Words"], 9, 9, 9);
  expect_counts(found["UPOS"], 9, 9, 8);
  expect_counts(found["XPOS"], 9, 9, 9);
  expect_counts(found["UFeats"], 9, 9, 8);
  expect_counts(found["AllTags"], 9, 9, 7);
  expect_counts(found["Lemmas"], 9, 9, 8);
  expect_counts(found["UAS"], 9, 9, 7);
  expect_counts(found["LAS"], 9, 9, 6);
  // Content words: all but "The" and "did". Right: n't, meet, Ruiz, Oslo.
  expect_counts(found["CLAS"], 7, 7, 4);
  // Of these, "meet" has another feature.
  expect_counts(found["MLAS"], 7, 7, 3);
  expect_counts(found["BLEX"], 7, 7, 4);
  expect_counts(found["Names"], 2, 2, 1);
  expect_counts(found["Names PER"], 1, 1, 0);
  expect_counts(found["Names LOC"], 1, 1, 1);
  expect_counts(found["Source"], 1, 1, 1);
  expect_counts(found["Cue"], 2, 1, 1);
  EXPECT_EQ(found.count("Content"), 0U) << "gold marks none";
  EXPECT_NEAR(found["Cue"].f1(), 2.0 / 3.0, 1e-9);
}

TEST(EvaluateConllu, AlignsWordsThatAreCutOtherwise) {
  const std::vector<std::string> system = {
      "Theenvoys x NOUN _ 2 nsubj _",
      "did do AUX Tense=Past 5 aux _",
      "n' n' PART _ 4 advmod _",
      "t t PART _ 2 advmod _",
      "meet _ VERB VerbForm=Inf 0 root _",
      "Ana Ana PROPN Number=Sing 5 obj Name=B-PER",
      "Ruiz Ruiz PROPN Number=Sing 6 flat Name=I-PER",
      "",
      "8-9 Oslowaits",
      "oslo Oslo PROPN Number=Sing 9 nsubj Name=B-ORG",
      "waits wait VERB Number=Sing|Tense=Pres 0 root _",
      "",
  };
  auto fixed = system;
  fixed[8] = "1-2 Oslowaits";
  fixed[9] = "oslo Oslo PROPN Number=Sing 2 nsubj Name=B-ORG";
  auto found = scores(conllu(kGold), conllu(fixed));
  expect_counts(found["Tokens"], 8, 8, 3);  // meet, Ana, Ruiz
  expect_counts(found["Words"], 9, 9, 6);   // did (in the multiword token), meet, Ana, Ruiz, oslo, waits
  EXPECT_EQ(found["Words"].aligned, 6);
  expect_counts(found["Sentences"], 2, 2, 2);
  expect_counts(found["Names"], 2, 2, 1);
  expect_counts(found["Names LOC"], 1, 0, 0);
  expect_counts(found["Names ORG"], 0, 1, 0);
}

TEST(EvaluateConllu, TakesAnUnparsedSystem) {
  std::vector<std::string> system = kGold;
  for (std::string& line : system) {
    if (line.find('-') == 1 || line.empty()) continue;
    line = line.substr(0, line.find(' ')) + " _ _ _ _ _ _";
  }
  auto found = scores(conllu(kGold), conllu(system));
  expect_counts(found["Words"], 9, 9, 9);
  expect_counts(found["UAS"], 9, 9, 0);
  expect_counts(found["CLAS"], 7, 0, 0);
  expect_counts(found["Names"], 2, 0, 0);
}

TEST(EvaluateConllu, MorphologyNeedsTheFunctionWords) {
  const std::vector<std::string> gold = {"of of ADP _ 2 case _", "Kyiv Kyiv PROPN Number=Sing 0 root _", ""};
  const std::vector<std::string> system = {"of of ADP _ 0 root _", "Kyiv Kyiv PROPN Number=Sing 0 root _", ""};
  auto found = scores(conllu(gold), conllu(system));
  expect_counts(found["CLAS"], 1, 2, 1);
  expect_counts(found["MLAS"], 1, 2, 0);
}

TEST(EvaluateConllu, SaysWhereTheTextsPart) {
  const auto result = evaluate_conllu(conllu({"Talks talk NOUN _ 0 root _", "end end VERB _ 1 dep _", ""}),
                                      conllu({"Talks talk NOUN _ 0 root _", "and end VERB _ 1 dep _", ""}));
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::kBadFormat);
  EXPECT_THAT(result.error().message, HasSubstr("line 2, word \"end\""));
  EXPECT_THAT(result.error().message, HasSubstr("line 2, word \"and\""));
  const auto longer = evaluate_conllu(conllu({"Talks talk NOUN _ 0 root _", ""}),
                                      conllu({"Talks talk NOUN _ 0 root _", "on on ADV _ 1 dep _", ""}));
  ASSERT_FALSE(longer.has_value());
  EXPECT_THAT(longer.error().message, HasSubstr("its end"));
}

TEST(EvaluateConllu, SaysWhichFileIsBroken) {
  const std::string good = conllu({"Talks talk NOUN _ 0 root _", ""});
  EXPECT_EQ(evaluate_conllu(good, "1\tx\n").error().place, "system:1");
  EXPECT_EQ(evaluate_conllu("", good).error().place, "gold");
  EXPECT_EQ(evaluate_conllu(conllu({"\u00a0 x NOUN _ 0 root _", ""}), good).error().place, "gold:1");
}

}  // namespace
}  // namespace entente

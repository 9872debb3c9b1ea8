#include "intake/language.h"

#include <gtest/gtest.h>

#include "intake/test_util.h"

namespace entente {
namespace {

TEST(Language, IsDetectedWhereTheTextIsLongEnough) {
  EXPECT_EQ(detect_language(kEnglish).code, "en");
  EXPECT_TRUE(detect_language(kEnglish).sure);
  const Language german =
      detect_language("Die beiden Außenminister trafen sich am Montag und vereinbarten, die Grenze bald zu öffnen.");
  EXPECT_EQ(german.code, "de");
  EXPECT_EQ(german.name, "German");
  EXPECT_TRUE(german.sure);
  EXPECT_FALSE(detect_language("Montag").sure);
}

TEST(Language, NamesDoNotDecide) {
  EXPECT_NE(
      detect_language("Minister Massimo Castellani met Giovanni Bertolucci and Alessandra Visconti of Confindustria, "
                      "after talks in Palazzo Madama were suspended.")
          .code,
      "it");
}

TEST(Language, LabelsAreBroughtToOneForm) {
  EXPECT_EQ(normalise_language("EN-us"), "en");
  EXPECT_EQ(normalise_language("en_GB"), "en");
  EXPECT_EQ(normalise_language("eng"), "en");
  EXPECT_EQ(normalise_language("English"), "en");
  EXPECT_EQ(normalise_language("hy"), "hy");
  EXPECT_EQ(normalise_language("e"), std::nullopt);
  EXPECT_EQ(normalise_language("12"), std::nullopt);
  EXPECT_EQ(language_name("he"), "Hebrew");
  EXPECT_EQ(language_name("qq"), "qq");
}

TEST(Language, OtherLanguagesAreReportedAndNotGuessedFromLittle) {
  const auto german = collect_bytes(
      "Die beiden Außenminister trafen sich am Montag und vereinbarten, die Grenze vor dem Sommer zu öffnen.");
  ASSERT_EQ(german.size(), 1U);
  expect_error(german[0], ErrorCode::kOtherLanguage, "in", "language is German (de); only English is coded");
  const auto russian = collect_bytes("Министры встретились в столице и договорились открыть границу.");
  expect_error(russian.at(0), ErrorCode::kOtherLanguage, "in", "Russian (ru)");
  const auto armenian = collect_bytes("Նախարարները հանդիպեցին մայրաքաղաքում");
  expect_error(armenian.at(0), ErrorCode::kOtherLanguage, "in", "Armenian (hy)");
  const auto brief = collect_bytes("Aliyev, Pashinyan: Praha.");
  ASSERT_TRUE(brief.at(0).has_value());
  EXPECT_EQ(brief[0]->language, "en");
}

TEST(Language, TheCallersWordIsBelieved) {
  const auto stated_english = collect_bytes(
      R"({"text": "Die beiden Außenminister trafen sich am Montag und vereinbarten ein Abkommen.", "language": "en-GB"})");
  ASSERT_TRUE(stated_english.at(0).has_value()) << stated_english[0].error().to_string();
  EXPECT_EQ(stated_english[0]->language, "en");
  const auto stated_german =
      collect_bytes(R"({"text": "The ministers met in the capital on Monday.", "language": "de"})");
  expect_error(stated_german.at(0), ErrorCode::kOtherLanguage, "in:1", "language is German (de)");
  const auto open = collect_bytes(R"({"text": "The ministers met in the capital.", "language": "und"})");
  ASSERT_TRUE(open.at(0).has_value());
  EXPECT_EQ(open[0]->language, "en");
  const auto nonsense = collect_bytes(R"({"text": "The ministers met in the capital.", "language": "1"})");
  expect_error(nonsense.at(0), ErrorCode::kBadFormat, "in:1", "language");
}

}  // namespace
}  // namespace entente

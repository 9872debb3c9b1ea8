// Every row of the tables of provisions does on its own example what it says (knowledge/provisions).
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shipped.h"

namespace entente {
namespace {

// A parser errs now and then; a row that cannot hold at all costs more than this.
constexpr double kRight = 0.95;
const std::string kStates = "Chad and Libya signed a pact";

class ProvisionTablesTest : public ShippedTest {
 protected:
  // The first clause of a pact that is told so.
  static std::optional<Provision> first_of(const std::string& clauses, const std::string& signed_by = kStates) {
    Article article;
    article.id = "example";
    article.published = "2020-01-06";
    article.text = signed_by + " on Monday. " + clauses + ".";
    const auto records = engine_->code(article);
    EXPECT_TRUE(records.has_value());
    for (const Record& record : *records) {
      const auto* agreement = std::get_if<Agreement>(&record);
      if (agreement != nullptr && !agreement->provisions.empty()) return agreement->provisions[0];
    }
    return std::nullopt;
  }

  // An instrument of the form that the row asks for.
  static std::string signing_for(const ProvisionRule& rule) {
    for (const ClauseTest& test : rule.where) {
      if (test.part != ClauseTest::Part::kForm || test.absent) continue;
      if (test.words.contains("contract")) return "Chad and the oil company Total signed a contract";
      if (test.words.contains("ceasefire")) return "Chad and Libya signed a ceasefire";
    }
    return kStates;
  }

  // "They stay": in lower case behind other words, but for names.
  static std::string lowered(std::string text) {
    if (text.size() > 1 && text[1] >= 'a' && text[1] <= 'z' && text[0] >= 'A' && text[0] <= 'Z')
      text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
  }
};

TEST_F(ProvisionTablesTest, TypesHoldOnTheirExamples) {
  std::size_t right = 0;
  std::string wrong;
  for (const ProvisionRule& rule : knowledge_->provisions.rules) {
    const std::string signing = signing_for(rule);
    auto found = first_of("Under it " + lowered(rule.example), signing);
    if (!found.has_value()) found = first_of(rule.example, signing);
    if (found.has_value() && found->type == rule.type) {
      ++right;
    } else {
      wrong += "\n" + rule.place + ": " + rule.example + " is " + (found.has_value() ? found->type : "nothing");
    }
  }
  RecordProperty("wrong", wrong);
  EXPECT_GE(static_cast<double>(right), kRight * static_cast<double>(knowledge_->provisions.rules.size())) << wrong;
}

TEST_F(ProvisionTablesTest, WordsBindAsTheirExamplesSay) {
  std::size_t right = 0;
  std::size_t all = 0;
  std::string wrong;
  for (const auto& [kind, words] : knowledge_->provisions.obligations) {
    for (const auto& [word, row] : words) {
      ++all;
      auto found = first_of(row.example);
      if (!found.has_value() && kind != "text") found = first_of("Under it " + lowered(row.example));
      if (found.has_value() && found->obligation == row.obligation) {
        ++right;
      } else {
        wrong += "\n" + kind + " " + word + ": " + row.example + " is " +
                 (found.has_value() ? found->obligation : "nothing");
      }
    }
  }
  RecordProperty("wrong", wrong);
  EXPECT_GE(static_cast<double>(right), kRight * static_cast<double>(all)) << wrong;
}

TEST_F(ProvisionTablesTest, AListGoesOnWithTheInstrumentThatItWasIntroducedWith) {
  Article article;
  article.id = "list";
  article.published = "2020-01-06";
  article.text =
      "Chad and Libya signed a pact in Tripoli on Monday. Neither state shall attack the other. The two armies may "
      "train together. The document adds that both will free their prisoners by May.\n\nMali will hold an election in "
      "June. \"We shall see,\" a diplomat said.";
  const auto records = engine_->code(article);
  ASSERT_TRUE(records.has_value());
  const Agreement* agreement = nullptr;
  for (const Record& record : *records) {
    if (const auto* found = std::get_if<Agreement>(&record)) agreement = found;
  }
  ASSERT_NE(agreement, nullptr);
  ASSERT_EQ(agreement->provisions.size(), 3U);
  EXPECT_EQ(agreement->provisions[0].type, "non_aggression");
  EXPECT_EQ(agreement->provisions[1].type, "military_cooperation");
  EXPECT_EQ(agreement->provisions[1].obligation, "possibility");
  EXPECT_EQ(agreement->provisions[2].type, "prisoner_exchange");
  EXPECT_EQ(agreement->provisions[2].quote.text, "both will free their prisoners by May");
  ASSERT_EQ(agreement->provisions[2].conditions.size(), 1U);
  EXPECT_EQ(agreement->provisions[2].conditions[0].text, "by May");
}

TEST_F(ProvisionTablesTest, WordsDecideWhereNoRowHolds) {
  const std::pair<const char*, const char*> kClauses[] = {
      {"the ministers are to see each other every spring", "consultation"},
      {"fishermen are allowed out to sea again", "transit"},
      {"nordic officers take up posts in six districts", "monitoring"},
      {"the assembly shall have a hundred seats", "other"},
  };
  for (const auto& [clause, type] : kClauses) {
    const auto found = first_of(std::string("Under it ") + clause);
    ASSERT_TRUE(found.has_value()) << clause;
    EXPECT_EQ(found->type, type) << clause;
  }
}

TEST_F(ProvisionTablesTest, WordsOfTheTextStandInTheNarratorsSentence) {
  const auto quoted = first_of("The parties \"will seek the good offices of the African Union\" in all quarrels");
  ASSERT_TRUE(quoted.has_value());
  EXPECT_EQ(quoted->type, "mediation");
  const auto spoken = first_of("\"We will seek the good offices of the African Union,\" a minister said");
  EXPECT_FALSE(spoken.has_value());
}

TEST_F(ProvisionTablesTest, ThePresentLaysDownWhereTheAgreementWasJustNamed) {
  const auto found = first_of("The southern rivers fall to Chad");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->obligation, "binding");
  EXPECT_FALSE(first_of("Its core fits on a postcard").has_value());
}

TEST_F(ProvisionTablesTest, TwoBoundInfinitivesAreTwo) {
  Article article;
  article.id = "two";
  article.published = "2020-01-06";
  article.text =
      "Chad and Libya signed a pact on Monday. The deal, reached in Cairo with the help of Egypt, obliges the army to "
      "free all prisoners and to leave the pipelines alone.";
  const auto records = engine_->code(article);
  ASSERT_TRUE(records.has_value());
  std::vector<std::string> types;
  for (const Record& record : *records) {
    const auto* agreement = std::get_if<Agreement>(&record);
    if (agreement == nullptr) continue;
    for (const Provision& provision : agreement->provisions) types.push_back(provision.type);
  }
  EXPECT_EQ(types, (std::vector<std::string>{"prisoner_exchange", "ceasefire"}));
}

TEST_F(ProvisionTablesTest, ALongStatementIsReadVerbatim) {
  Article article;
  article.id = "long";
  article.published = "2020-01-06";
  article.text = "Chad and Libya signed a pact on Monday. Under it ";
  for (int i = 1; i <= 50; ++i) article.text += "both armies shall leave hill " + std::to_string(i) + "; ";
  article.text += "and neither shall come back.";
  for (int i = 0; i < 180; ++i)
    article.text += " The parties “shall release” all prisoners of camp " + std::to_string(i) + " within a week.";
  const auto records = engine_->code(article);
  ASSERT_TRUE(records.has_value());
  std::size_t count = 0;
  for (const Record& record : *records) {
    const auto* agreement = std::get_if<Agreement>(&record);
    if (agreement == nullptr) continue;
    for (const Provision& provision : agreement->provisions) {
      ++count;
      EXPECT_NE(article.text.find(provision.quote.text), std::string::npos);
      EXPECT_LT(provision.quote.text.size(), 120U);
    }
  }
  EXPECT_GE(count, 150U);
}

}  // namespace
}  // namespace entente

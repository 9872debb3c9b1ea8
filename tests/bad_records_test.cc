// Articles full of quotations, claims and treaties such as no newspaper prints: no crash, in bounded time, every word
// verbatim.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "bad_article.h"

namespace entente {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

const std::vector<std::string> kOpening = {"\"", "\u201C", "\u201E", "\u00AB", "\u00BB", "\u300C", "\u300E", "``"};
const std::vector<std::string> kClosing = {"\"", "\u201D", "\u201C", "\u00BB", "\u00AB", "\u300D", "\u300F", "''"};

TEST_F(BadArticle, QuotationMarksAlone) {
  for (std::size_t i = 0; i < kOpening.size(); ++i) {
    SCOPED_TRACE(kOpening[i]);
    EXPECT_THAT(code(kOpening[i]), IsEmpty());
    EXPECT_THAT(code(times(1000, kOpening[i] + " ")), IsEmpty());
    EXPECT_THAT(code(times(500, kOpening[i] + kClosing[i])), IsEmpty());
    EXPECT_THAT(code(times(500, kOpening[i]) + times(500, kClosing[i])), IsEmpty());
  }
  EXPECT_THAT(code(times(300, "() [] {} ")), IsEmpty());
  code("Peru said " + times(500, "(") + "\"" + times(500, ")") + " that it would leave.");
}

// An end of the quotation that never comes must not make the rest of the article one man's words.
TEST_F(BadArticle, QuotationsOpenedAndNeverClosed) {
  for (const std::string& mark : kOpening) {
    SCOPED_TRACE(mark);
    const std::string rest = times(300, "Ghana praised Togo on Monday. The two signed a treaty. ");
    for (const Statement& statement :
         of<Statement>(code("The minister of Peru said: " + mark + "We will not leave. " + rest)))
      EXPECT_LT(statement.content.text.size(), 8000U);
    code(times(300, mark + "We left,\u201D said Peru. " + mark));
    code(times(300, "Peru said " + mark + "we left. "));
  }
}

TEST_F(BadArticle, QuotationsWithinQuotations) {
  const std::string inner = "The minister said: ";
  for (std::size_t i = 0; i < kOpening.size(); ++i) {
    const std::size_t other = (i + 3) % kOpening.size();
    SCOPED_TRACE(kOpening[i] + kOpening[other]);
    code("Peru said: " + kOpening[i] + "Chile told us, " + kOpening[other] + "We shall never leave," + kClosing[other] +
         " and we believed it." + kClosing[i]);
    code(times(200, inner + kOpening[i] + inner + kOpening[other]) + "no." + times(200, kClosing[other] + kClosing[i]));
  }
  code(
      "\u041F\u0435\u0440\u0443 \u0441\u043A\u0430\u0437\u0430\u043B: \u00AB\u041D\u0435\u0442\u00BB. Peru said: "
      "\u300C\u6211\u4EEC"
      "\u300E\u4E0D\u300F\u8D70\u300D and \u201C\u0644\u0627\u201D, it said.");
}

TEST_F(BadArticle, AStatementOf3000Words) {
  const std::string clause = "Chile had never left the island and Ghana knew about it well ";
  code("The minister of Peru said that " + times(250, clause) + ".");
  code("The minister of Peru said: \u201C" + times(250, clause) + ".\u201D");
  code("\u201C" + times(250, clause + ". ") + "\u201D the minister of Peru said.");
  code("The minister of Peru denied " + times(250, "having left and ") + "having stayed.");
}

TEST_F(BadArticle, OneSaysThatAnotherSays) {
  code(times(500, "he said that she said that ") + "Peru attacked Chile.");
  code("Peru said that " + times(500, "Chile said that Ghana said that ") + "Togo left.");
  code(times(500, "Peru denied that Chile denied that ") + "Ghana left.");
  code(times(500, "according to Peru, according to Chile, ") + "Ghana left.");
  code("Peru urged Chile " + times(500, "to urge Ghana ") + "to leave.");
  code(times(500, "one of ") + "them said that Peru left.");
  code("Peru refused " + times(500, "to refuse ") + "to say whether it left.");
}

// Every claim is weighed against those near to it, and no more.
TEST_F(BadArticle, ClaimsAndDenialsByTheThousand) {
  const auto records = code(times(2000, "Peru accused Chile of lying. Chile denied it. "));
  EXPECT_THAT(of<Dispute>(records), Not(IsEmpty()));
  std::set<std::string> statements;
  for (const Statement& statement : of<Statement>(records)) statements.insert(statement.id);
  for (const Dispute& dispute : of<Dispute>(records)) {
    for (const DisputeSide& side : dispute.sides)
      EXPECT_TRUE(!side.statement.has_value() || statements.contains(*side.statement));
  }
  code(times(1000, "Peru said that Chile had attacked the port. Chile said that it had not attacked the port. "));
  code("Peru accused Chile of lying" + times(500, ", and Chile denied it, and Peru accused Chile of lying") + ".");
}

TEST_F(BadArticle, ClausesOfATreatyByTheHundred) {
  const std::string signed_treaty = "Peru and Chile signed a treaty in Lima on Monday. ";
  std::string clauses = "Under the treaty, Peru shall withdraw its troops";
  for (int i = 0; i < 50; ++i) clauses += "; Chile shall send aid to Peru if Peru is attacked; both shall consult";
  for (const Agreement& agreement : of<Agreement>(code(signed_treaty + clauses + ".")))
    EXPECT_LE(agreement.provisions.size(), 160U);
  code(signed_treaty + times(500, "Peru shall withdraw its troops if Chile is attacked. "));
  code(signed_treaty + "Each party shall " + times(300, "consult, ") + "and trade.");
  code(signed_treaty + "If " + times(300, "Peru is attacked and if ") + "Chile is attacked, Peru shall send troops.");
  code(times(300, "Peru undertakes to ") + "withdraw.");
}

TEST_F(BadArticle, FiveHundredAgreements) {
  code(times(500, "Peru and Chile signed a treaty in Lima on Monday. "));
  const std::vector<std::string> states = {"Peru", "Chile", "Ghana", "Togo", "Kenya", "Fiji", "Mali", "Oman", "Chad"};
  std::string text;
  for (std::size_t i = 0; i < 500; ++i)
    text += states[i % 9] + " and " + states[(i / 9 + i + 1) % 9] + " signed a treaty of trade in " + states[i % 5] +
            ". It says that each shall help the other. ";
  EXPECT_THAT(of<Agreement>(code(text)), Not(IsEmpty()));
  code("Peru and Chile signed " + times(500, "a treaty on trade, a ceasefire and a pact on defence, ") + "and left.");
  code(times(500, "the treaty of the accord of the pact ") + "was signed by Peru and Chile.");
}

TEST_F(BadArticle, RelationsByTheThousand) {
  code(times(1000, "Peru and Chile are allies. Ghana is at war with Togo. "));
  std::string allies = "Peru";
  for (int i = 0; i < 300; ++i) allies += i % 2 == 0 ? " and Ghana" : " and Chile";
  code(allies + " are allies of " + allies + ".");
  code("Peru is " + times(300, "the ally of the rival of ") + "Chile.");
  code(times(300, "Relations between Peru and Chile are strained since 1990, until 1999, since 2001, ") + "and worse.");
}

}  // namespace
}  // namespace entente

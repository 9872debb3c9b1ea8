#include "ledger/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/review.h"
#include "knowledge/knowledge.h"
#include "knowledge/test_tables.h"
#include "ledger/test_ledger.h"

namespace entente {
namespace {

using ::testing::HasSubstr;

std::map<std::string, std::string> good_tables() {
  std::map<std::string, std::string> files;
  files["ledger/type_families.tsv"] =
      table("ledger_types", "type\tfamily\tnear\tjoint\tpersons\tdaily",
            "AGREE\tgood\tCONSULT\tyes\t\t\nCONSULT\tgood\t\tyes\tyes\t\nASSAULT\tbad\t\t\t\tyes\n");
  files["ledger/sectors.tsv"] =
      table("ledger_sectors", "sector\tgroup\tapart\tvoice", "GOV\tstate\tarmed\tyes\nREB\tarmed\tstate\t\n");
  files["ledger/wording.tsv"] = table("ledger_wording", "kind\twords", "stop\ta, the\nending\ts, ing\n");
  files["ledger/agreement_forms.tsv"] = table("ledger_forms", "form\tfamily\tloose", "treaty\ttreaty\t\n");
  files["ledger/agreement_statuses.tsv"] = table("ledger_statuses", "status\torder\tphase", "signed\t3\tmade\n");
  files["ledger/stances.tsv"] =
      table("ledger_stances", "stance\tposition\topposite", "affirms\tasserts\tdisputes\ndenies\tdisputes\tasserts\n");
  return files;
}

TEST(JoinTables, AreReadIntoGroupsAndBits) {
  const auto loaded = JoinTables::parse(good_tables());
  ASSERT_TRUE(loaded.has_value()) << loaded.error().to_string();
  EXPECT_EQ(loaded->types.at("AGREE").near, 1U << loaded->types.at("CONSULT").index);
  EXPECT_NE(loaded->types.at("AGREE").family, loaded->types.at("ASSAULT").family);
  EXPECT_EQ(loaded->sectors.at("GOV").apart, 1U << loaded->sectors.at("REB").group);
  EXPECT_EQ(loaded->stances.at("denies").opposite, 1U << loaded->stances.at("affirms").position);
  EXPECT_EQ(loaded->endings, (std::vector<std::string>{"ing", "s"}));
}

class BadLedgerRow : public ::testing::TestWithParam<Mistake> {};

TEST_P(BadLedgerRow, IsToldWithItsLine) {
  const Mistake& mistake = GetParam();
  auto files = good_tables();
  std::string& bytes = files.at(mistake.file);
  bytes += std::string(mistake.rows) + "\n";
  const auto loaded = JoinTables::parse(files);
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, ErrorCode::kBadKnowledge);
  EXPECT_EQ(loaded.error().place, mistake.file + (":" + std::to_string(std::count(bytes.begin(), bytes.end(), '\n'))));
  EXPECT_THAT(loaded.error().to_string(), HasSubstr(mistake.expected));
}

constexpr Mistake kMistakes[] = {
    {"ledger/type_families.tsv", "AID\t\t\t\t\t", "expected a family"},
    {"ledger/type_families.tsv", "AID\tgood\tHELP\t\t\t", "expected types of this table, found 'HELP'"},
    {"ledger/type_families.tsv", "AID\tgood\tASSAULT\t\t\t", "expected types of the same family, found 'ASSAULT'"},
    {"ledger/type_families.tsv", "AID\tgood\t\tno\t\t", "expected yes or nothing, found 'no'"},
    {"ledger/type_families.tsv", "AGREE\tgood\t\t\t\t", "'AGREE' stands here a second time"},
    {"ledger/type_families.tsv", "AID\tgood", "expected 6 cells apart by tabs, found 2"},
    {"ledger/sectors.tsv", "MIL\t\t\t", "expected a group"},
    {"ledger/sectors.tsv", "MIL\tstate\trebels\t", "expected groups of this table, found 'rebels'"},
    {"ledger/sectors.tsv", "\tstate\t\t", "expected a name in the first cell"},
    {"ledger/wording.tsv", "stop\t", "expected words"},
    {"ledger/wording.tsv", "end\ting", "expected stop or ending, found 'end'"},
    {"ledger/agreement_forms.tsv", "accord\t\t", "expected a family"},
    {"ledger/agreement_forms.tsv", "accord\ttreaty\tsome", "expected yes or nothing, found 'some'"},
    {"ledger/agreement_statuses.tsv", "ended\tlast\tend", "expected a number from 0 to 255, found 'last'"},
    {"ledger/agreement_statuses.tsv", "ended\t300\tend", "expected a number from 0 to 255, found '300'"},
    {"ledger/agreement_statuses.tsv", "ended\t8\tover", "expected before, made, after or end, found 'over'"},
    {"ledger/stances.tsv", "doubts\tdisputes\tclaims", "expected positions of this table, found 'claims'"},
    {"ledger/stances.tsv", "neutral\t\tasserts", "expected a position, since it has an opposite one"},
};
INSTANTIATE_TEST_SUITE_P(Rows, BadLedgerRow, ::testing::ValuesIn(kMistakes));

TEST(JoinTables, TooManyGroupsAreRefused) {
  auto files = good_tables();
  for (int i = 0; i < 40; ++i) {
    files["ledger/sectors.tsv"] += "S" + std::to_string(i) + "\tgroup" + std::to_string(i) + "\t\t\n";
    files["ledger/type_families.tsv"] += "T" + std::to_string(i) + "\tgood\t\t\t\t\n";
  }
  const auto loaded = JoinTables::parse(files);
  ASSERT_FALSE(loaded.has_value());
  EXPECT_THAT(loaded.error().to_string(), HasSubstr("expected at most 7 different values"));
  EXPECT_THAT(loaded.error().to_string(), HasSubstr("expected at most 32 different values"));
}

TEST(JoinTables, AMissingTableIsTold) {
  auto files = good_tables();
  files.erase("ledger/stances.tsv");
  const auto loaded = JoinTables::parse(files);
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().to_string(), "ledger/stances.tsv: the table is missing");
  EXPECT_FALSE(JoinTables::load("/nowhere").has_value());
}

// What the engine may write has its row.
// Questions load no tables: steps of one day are shown in the order of this list.
TEST(JoinTables, StatusesOfAgreementsStandInTheOrderInWhichTheyCome) {
  std::vector<std::string> statuses;
  for (const CorrectableField& field : correctable_fields("agreement")) {
    if (field.name == "status") statuses = field.values;
  }
  ASSERT_EQ(statuses.size(), join_tables().statuses.size());
  for (std::size_t i = 1; i < statuses.size(); ++i) {
    EXPECT_LT(join_tables().statuses.at(statuses[i - 1]).order, join_tables().statuses.at(statuses[i]).order);
  }
}

TEST(JoinTables, TheShippedOnesKnowEveryCode) {
  const auto knowledge = Knowledge::load(std::string(ENTENTE_SOURCE_DIR) + "/knowledge");
  ASSERT_TRUE(knowledge.has_value()) << knowledge.error().to_string();
  for (const auto& [type, unused] : (*knowledge)->types) EXPECT_TRUE(join_tables().types.contains(type)) << type;
  for (const auto& [sector, unused] : (*knowledge)->sectors)
    EXPECT_TRUE(join_tables().sectors.contains(sector)) << sector;
  for (const InstrumentStep& step : (*knowledge)->steps) {
    if (step.status.empty()) continue;
    EXPECT_TRUE(join_tables().statuses.contains(step.status)) << step.status;
  }
  for (const auto& [noun, rows] : (*knowledge)->instruments) {
    for (const InstrumentNoun& row : rows) {
      if (row.form.empty()) continue;
      EXPECT_TRUE(join_tables().forms.contains(row.form)) << row.form;
    }
  }
  for (const char* stance : {"affirms", "denies", "supports", "opposes", "doubts", "demands", "promises", "neutral"})
    EXPECT_TRUE(join_tables().stances.contains(stance)) << stance;
}

}  // namespace
}  // namespace entente

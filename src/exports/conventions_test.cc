// Numberings, tables of values, quad mappings.
#include <gmock/gmock.h>

#include "exports/test_events.h"

namespace entente {
namespace {

struct Coded {
  std::string cameo, quad, goldstein;
  bool operator==(const Coded&) const = default;
};

Coded coded(const std::string& code, ExportFormat format, const ExportConventions& conventions) {
  ExportOptions options = test_options(format);
  options.conventions = conventions;
  LedgerEvent event = test_event(1);
  event.event.cameo = code;
  const auto row = cells_in(export_all(options, std::vector{event}).text).back();
  if (format == ExportFormat::kGdelt) return {row[26], row[29], row[30]};
  return {row[13], row[15], row[16]};
}

TEST(Conventions, EachFormatHasItsOwn) {
  EXPECT_EQ(coded("163", ExportFormat::kGdelt, {}), (Coded{"163", "4", "-8"}));
  EXPECT_EQ(coded("141", ExportFormat::kGdelt, {}), (Coded{"141", "3", "-6.5"}));  // protest: 3 in GDELT
  EXPECT_EQ(coded("141", ExportFormat::kPhoenix, {}), (Coded{"141", "4", "-6.5"}));
  EXPECT_EQ(coded("010", ExportFormat::kPhoenix, {}), (Coded{"010", "0", "0"}));
  EXPECT_EQ(coded("016", ExportFormat::kPhoenix, {}).goldstein, "3.4");  // as Phoenix has it, wrong as it is
  EXPECT_EQ(coded("016", ExportFormat::kGdelt, {}).goldstein, "-2");
  EXPECT_EQ(coded("196", ExportFormat::kGdelt, {}).goldstein, "-9.5");  // in no row seen: as ICEWS has it
}

// A value that its table lacks is none of Phoenix's.
TEST(Conventions, PhoenixHasNoValueOfAnotherScale) {
  EXPECT_EQ(coded("1011", ExportFormat::kPhoenix, {}), (Coded{"1011", "3", ""}));
  EXPECT_EQ(coded("019", ExportFormat::kPhoenix, {}).goldstein, "");
}

TEST(Conventions, TheNumberingOf2007KeepsTheMeaning) {
  const ExportConventions old{"2007", "2007", std::nullopt};
  EXPECT_EQ(coded("016", ExportFormat::kGdelt, old), (Coded{"127", "3", "-5"}));    // deny responsibility
  EXPECT_EQ(coded("163", ExportFormat::kGdelt, old), (Coded{"166", "4", "-8"}));    // embargo
  EXPECT_EQ(coded("164", ExportFormat::kGdelt, old), (Coded{"163", "4", "-6.5"}));  // halt negotiations
  EXPECT_EQ(coded("042", ExportFormat::kGdelt, old).cameo, "042");
  EXPECT_EQ(coded("1053", ExportFormat::kGdelt, old).cameo, "1053");  // both have it, with the same label
}

TEST(Conventions, AValueGoesByMeaningWhateverTheNumbering) {
  EXPECT_EQ(coded("016", ExportFormat::kPhoenix, {"1.1b3", "2007", std::nullopt}), (Coded{"016", "0", "-5"}));
  EXPECT_EQ(coded("016", ExportFormat::kPhoenix, {"2007", "icews", std::nullopt}).goldstein, "-5");
}

TEST(Conventions, TextToCameoLooksAtTheValue) {
  EXPECT_EQ(coded("016", ExportFormat::kGdelt, {std::nullopt, "icews", "text-to-cameo"}).quad, "3");
  EXPECT_EQ(coded("018", ExportFormat::kGdelt, {std::nullopt, "icews", "text-to-cameo"}).quad, "1");
}

TEST(Conventions, ACodeInAWiderSenseIsCounted) {
  ExportOptions options = test_options(ExportFormat::kIcews);
  options.conventions.cameo = "2007";
  LedgerEvent event = test_event(1);
  event.event.cameo = "1012";  // demand military cooperation: 2007 has no such code
  const Exported exported = export_all(options, std::vector{event});
  EXPECT_EQ(cells_in(exported.text).back()[6], "100");
  EXPECT_THAT(exported.sidecar, ::testing::HasSubstr("\"codes_in_a_wider_sense\": 1"));
}

TEST(Conventions, UnknownOnesAreRefused) {
  ExportOptions options = test_options(ExportFormat::kCsv);
  options.conventions.goldstein = "mine";
  const auto opened = Exporter::open(options, shipped_tables(), [](std::string_view) -> Status { return Unit(); });
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, ErrorCode::kUsage);
  EXPECT_THAT(opened.error().message, ::testing::HasSubstr("icews, 2007, phoenix, gdelt"));
}

TEST(Conventions, TheOtherNumberingCannotBeTurnedBack) {
  ExportOptions options = test_options(ExportFormat::kIcews);
  const auto exporter = Exporter::open(options, shipped_tables(), [](std::string_view) -> Status { return Unit(); });
  ASSERT_TRUE(exporter.has_value());
  EngineStamp stamp = test_stamp();
  stamp.conventions["cameo"] = "2007";
  const Status added = exporter.value()->add(test_event(1), stamp);
  ASSERT_FALSE(added.has_value());
  EXPECT_EQ(added.error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace entente

// The tables of exports: facts by hand, and mistakes by place.
#include "exports/tables.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "exports/test_events.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

// Where the codes of two systems look alike and mean different countries.
TEST(ExportTables, KnowWhoIsWho) {
  const auto tables = shipped_tables();
  struct Fact {
    const char *code, *fips, *cow;
  };
  for (const auto& [code, fips, cow] :
       {Fact{"AUS", "AS", "900"}, Fact{"AUT", "AU", "305"}, Fact{"CHE", "SZ", "225"}, Fact{"CHN", "CH", "710"},
        Fact{"DEU", "GM", "255"}, Fact{"GMB", "GA", "420"}, Fact{"GAB", "GB", "481"}, Fact{"GEO", "GG", "372"},
        Fact{"IRQ", "IZ", "645"}, Fact{"ISR", "IS", "666"}, Fact{"KOR", "KS", "732"}, Fact{"PRK", "KN", "731"},
        Fact{"NER", "NG", "436"}, Fact{"NGA", "NI", "475"}, Fact{"RUS", "RS", "365"}, Fact{"SRB", "RI", "345"},
        Fact{"UKR", "UP", "369"}, Fact{"XKX", "KV", "347"}, Fact{"YEM", "YM", "679"}, Fact{"ZAF", "SF", "560"}}) {
    const ExportCountry* country = tables->country(code);
    ASSERT_NE(country, nullptr) << code;
    EXPECT_EQ(country->fips, fips) << code;
    EXPECT_EQ(country->cow, cow) << code;
  }
  EXPECT_EQ(tables->country("RUS")->icews, "Russian Federation");
  EXPECT_EQ(tables->country("ROU")->gdelt, "ROM");
  EXPECT_EQ(tables->country("XKX")->plover, "KOS");
  EXPECT_EQ(tables->country("VAT")->cow, "");  // 327 is the Papal States, to 1860
}

TEST(ExportTables, HaveEveryStateThatRecordsMayName) {
  const auto tables = shipped_tables();
  std::ifstream states(ENTENTE_SOURCE_DIR "/knowledge/actors/states.tsv");
  std::string line;
  int checked = 0;
  while (std::getline(states, line)) {
    if (line.empty() || line[0] == '#' || line.starts_with("code\t")) continue;
    EXPECT_NE(tables->country(line.substr(0, 3)), nullptr) << line;
    ++checked;
  }
  EXPECT_GT(checked, 200);
}

TEST(ExportTables, ActorsAreMadeOfParts) {
  const auto tables = shipped_tables();
  EXPECT_EQ(cameo_actor(*tables, test_actor("x", "IGOUNOREFHCR", "")).group, "UNOREFHCR");
  EXPECT_EQ(cameo_actor(*tables, test_actor("x", "USA", "JRN")).code(), "USAMED");
  EXPECT_EQ(cameo_actor(*tables, test_actor("x", "", "")).code(), "");
  EXPECT_EQ(tables->international_of("IGOUNOSCR")->plover, "UNO");
  EXPECT_EQ(tables->international_of("IGONAT")->plover, "IGO");
}

struct Mistake {
  const char* file;
  const char* before;
  const char* after;
  const char* told;
};

class BadExportTables : public ::testing::TestWithParam<Mistake> {};

TEST_P(BadExportTables, AreToldByPlace) {
  const Mistake& mistake = GetParam();
  const fs::path folder = fs::path(::testing::TempDir()) / ("entente_export_tables_" + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder);
  fs::copy(ENTENTE_SOURCE_DIR "/knowledge/exports", folder / "exports");
  fs::copy(ENTENTE_SOURCE_DIR "/knowledge/ontology", folder / "ontology");
  std::ifstream in(folder / mistake.file);
  std::stringstream bytes;
  bytes << in.rdbuf();
  std::string text = bytes.str();
  const std::size_t at = text.find(mistake.before);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, std::string(mistake.before).size(), mistake.after);
  std::ofstream(folder / mistake.file) << text;
  const auto loaded = load_export_tables(folder.string());
  fs::remove_all(folder);
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, ErrorCode::kBadKnowledge);
  EXPECT_THAT(loaded.error().to_string(), HasSubstr(mistake.told));
  const auto line =
      std::to_string(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at) + 1, '\n') + 1);
  const bool whole_file = std::string(mistake.told).find(":1:") != std::string::npos;
  if (!whole_file) {
    EXPECT_THAT(loaded.error().place, HasSubstr(std::string(mistake.file) + ":" + line));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadExportTables,
    ::testing::Values(
        Mistake{"exports/countries.tsv", "\nAFG\t", "\nAF\t", "expected a code of three capitals"},
        Mistake{"exports/countries.tsv", "Afghanistan\tAF\t700", "Afghanistan\tAFX\t700", "expected a FIPS code"},
        Mistake{"exports/countries.tsv", "Afghanistan\tAF\t700", "Afghanistan\tAF\tseven",
                "expected a number of Correlates of War"},
        Mistake{"exports/countries.tsv", "\nALB\tAlbania\tAlbania\tAL", "\nALB\tAlbania\tAlbania\tAF",
                "stands in line"},
        Mistake{"exports/sectors.tsv", "Police; Government", "Police, Government", "without commas"},
        Mistake{"exports/sectors.tsv", "\nCOP\t", "\nCOPS\t",
                "exports/sectors.tsv:1: expected a row for the sector 'COP'"},
        Mistake{"exports/international.tsv", "\nNGO\tNGO", "\nNGO\tIGO", "expected a root that 'NGO' begins with"},
        Mistake{"exports/cameo_to_2007.tsv", "\n016\t127\tsame", "\n016\t127\tsame as", "expected same or wider"},
        Mistake{"exports/cameo_to_2007.tsv", "\n016\t127", "\n016\t1277", "expected a code of cameo_2007.tsv"},
        Mistake{"exports/cameo_to_2007.tsv", "\n106\t108", "\n042\t040\twider\n106\t108", "'042' means the same"},
        Mistake{"exports/countries.tsv", "\tKOS\n", "\tKO\n", "expected a code of three capitals, found 'KO'"},
        Mistake{"exports/goldstein.tsv", "\n010\t0\t0", "\n010\tnought\t0", "expected a number or nothing"},
        Mistake{"exports/quads.tsv", "\n09\t3", "\n09\t5", "expected a class from 0 to 4"},
        Mistake{"exports/quads.tsv", "\n20\t", "\n21\t", "exports/quads.tsv:1: expected a row for the root of '20'"}));

}  // namespace
}  // namespace entente

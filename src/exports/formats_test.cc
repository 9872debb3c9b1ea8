// What each format of text writes of an event.
#include <gmock/gmock.h>
#include <rapidjson/document.h>

#include <set>

#include "exports/plover_json.h"
#include "exports/test_events.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// The one row of one event, without a head.
std::vector<std::string> row_of(ExportFormat format, const LedgerEvent& event) {
  const auto rows = cells_in(export_all(test_options(format), std::vector{event}).text);
  EXPECT_FALSE(rows.empty());
  return rows.empty() ? std::vector<std::string>() : rows.back();
}

TEST(Icews, HasItsHead) {
  const auto rows = cells_in(export_all(test_options(ExportFormat::kIcews), std::vector<LedgerEvent>()).text);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_THAT(rows[0], ElementsAre("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country",
                                   "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors",
                                   "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
                                   "Province", "Country", "Latitude", "Longitude"));
}

TEST(Icews, WritesADyad) {
  LedgerEvent event = test_event(1);
  event.event.recipient = {test_actor("Vladimir Putin", "RUS", "MIL")};
  auto row = row_of(ExportFormat::kIcews, event);
  ASSERT_EQ(row.size(), 20U);
  row.erase(row.begin() + 11);  // the story's number
  row.erase(row.begin());       // the row's
  EXPECT_THAT(row, ElementsAre("2026-03-11", "Ilham Aliyev", "Government", "Azerbaijan", "Sign formal agreement", "057",
                               "8", "Vladimir Putin", "Military,Government", "Russian Federation", "3", "Agency",
                               "Baku", "", "", "Azerbaijan", "40.3777", "49.892"));
}

TEST(Icews, AJointActIsTwoRows) {
  LedgerEvent event = test_event(1);
  event.event.actor.push_back(event.event.recipient[0]);
  event.event.recipient.clear();
  event.event.reciprocal = true;
  const auto rows = cells_in(export_all(test_options(ExportFormat::kIcews), std::vector{event}).text);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1][2], rows[2][8]);
  EXPECT_EQ(rows[1][8], rows[2][2]);
  EXPECT_NE(rows[1][0], rows[2][0]);    // rows have numbers of their own
  EXPECT_EQ(rows[1][11], rows[2][11]);  // and one story
}

TEST(Icews, ListsAreCrossed) {
  LedgerEvent event = test_event(1);
  event.event.actor.push_back(test_actor("Georgia", "GEO", "GOV"));
  event.event.recipient.push_back(test_actor("Iran", "IRN", "GOV"));
  EXPECT_EQ(cells_in(export_all(test_options(ExportFormat::kIcews), std::vector{event}).text).size(), 5U);
}

TEST(Polecat, KeepsListsInOneRow) {
  LedgerEvent event = test_event(1);
  event.event.actor.push_back(test_actor("United Nations", "IGOUNO", ""));
  event.event.actor[0].role = "President; Commander";
  const auto row = row_of(ExportFormat::kPolecat, event);
  ASSERT_EQ(row.size(), 40U);
  EXPECT_EQ(row[7], "Ilham Aliyev; United Nations");
  EXPECT_EQ(row[8], "AZE; UNO");
  EXPECT_EQ(row[9], "373; None");
  EXPECT_EQ(row[12], "President, Commander; None");
  EXPECT_EQ(row[3], "None");
  EXPECT_EQ(row[17], "640");
}

TEST(Polecat, MarksAnEventThatIsNotActual) {
  ExportOptions options = test_options(ExportFormat::kPolecat);
  options.statuses = {"negated", "future"};
  LedgerEvent event = test_event(1);
  event.event.status = "negated";
  event.event.mode = "visit";
  EXPECT_EQ(cells_in(export_all(options, std::vector{event}).text).back()[3], "visit; negation");
}

TEST(Phoenix, WritesCodesByTheirParts) {
  LedgerEvent event = test_event(1);
  event.event.recipient = {test_actor("UN refugee agency", "IGOUNOREFHCR", "")};
  event.event.actor = {test_actor("Doctors", "AZE", "MED")};  // PLOVER's MED is health, CAMEO's is media
  const auto row = row_of(ExportFormat::kPhoenix, event);
  ASSERT_EQ(row.size(), 26U);
  EXPECT_THAT(std::vector<std::string>(row.begin() + 1, row.begin() + 13),
              ElementsAre("20260311", "2026", "03", "11", "AZEHLH", "AZE", "", "HLH", "IGOUNOREFHCR", "IGO", "",
                          "UNO;REF;HCR"));
  EXPECT_EQ(row[15], "1");
  EXPECT_EQ(row[22], "AZE");
  EXPECT_THAT(row[23], ::testing::EndsWith("_3"));
}

TEST(Gdelt, WritesWhatItsToolsExpect) {
  LedgerEvent event = test_event(1);
  event.event.cameo = "163";
  event.mentions.push_back(test_mention("b", "Other"));
  event.articles = 2;
  event.sources = 2;
  const auto row = row_of(ExportFormat::kGdelt, event);
  ASSERT_EQ(row.size(), 61U);
  EXPECT_EQ(row[1], "20260311");
  EXPECT_EQ(row[4], "2026.1945");  // (2 * 30 + 11) / 365
  EXPECT_EQ(row[5], "AZEGOV");
  EXPECT_EQ(row[6], "ILHAM ALIYEV");
  EXPECT_EQ(row[16], "RECEP TAYYIP ERDOĞAN");
  EXPECT_EQ(row[29], "4");
  EXPECT_EQ(row[30], "-8");
  EXPECT_THAT(std::vector<std::string>(row.begin() + 31, row.begin() + 34), ElementsAre("2", "2", "2"));
  EXPECT_EQ(row[51], "4");
  EXPECT_EQ(row[52], "Baku, Azerbaijan");
  EXPECT_EQ(row[53], "AJ");  // FIPS, not ISO
  EXPECT_EQ(row[59], "20260312083000");
  EXPECT_EQ(row[60], "https://example.org/a1");
}

// As in GDELT's own rows; no day is of the next year.
TEST(Gdelt, ADayIsAFractionOfItsYear) {
  for (const auto& [day, fraction] : {std::pair{"1979-01-01", "1979.0027"},
                                      {"2013-04-01", "2013.2493"},
                                      {"2025-12-01", "2025.9068"},
                                      {"2025-12-31", "2025.989"}}) {
    LedgerEvent event = test_event(1);
    event.event.date->from = day;
    EXPECT_EQ(row_of(ExportFormat::kGdelt, event)[4], fraction) << day;
  }
}

TEST(Gdelt, IsDatedByUtc) {
  for (const auto& [published, added] : {std::pair{"2026-03-12T00:30+04:00", "20260311203000"},
                                         {"2026-03-12T08:30:15-05:30", "20260312140015"},
                                         {"2026-12-31T23:59:59.5-0100", "20270101005959"},
                                         {"2026-03-12T08:30Z", "20260312083000"},
                                         {"2026-03-12T08:30", "20260312083000"},
                                         {"2026-03-12", "20260312000000"},
                                         {"2026-13-12T08:30+04:00", "20261312000000"}}) {
    LedgerEvent event = test_event(1);
    event.mentions[0].published = published;
    EXPECT_EQ(row_of(ExportFormat::kGdelt, event)[59], added) << published;
  }
}

// A state of the United States, and a state.
TEST(Places, AreCountriesByTheirOwnCountry) {
  LedgerEvent event = test_event(1);
  event.event.place = Place{"Georgia", "USA", 33.0, -83.5, "Georgia"};
  EXPECT_EQ(row_of(ExportFormat::kIcews, event)[14], "Georgia");
  EXPECT_EQ(row_of(ExportFormat::kPolecat, event)[24], "Georgia");
  auto row = row_of(ExportFormat::kGdelt, event);
  EXPECT_THAT(std::vector<std::string>(row.begin() + 51, row.begin() + 55),
              ElementsAre("3", "Georgia, United States", "US", ""));
  event.event.place->country = "GEO";
  EXPECT_EQ(row_of(ExportFormat::kIcews, event)[14], "");
  EXPECT_EQ(row_of(ExportFormat::kPolecat, event)[24], "None");
  row = row_of(ExportFormat::kGdelt, event);
  EXPECT_THAT(std::vector<std::string>(row.begin() + 51, row.begin() + 55), ElementsAre("1", "Georgia", "GG", "GG"));
}

TEST(Gdelt, HoldsAnActorAlone) {
  LedgerEvent event = test_event(1);
  event.event.recipient.clear();
  const auto row = row_of(ExportFormat::kGdelt, event);
  EXPECT_EQ(row[5], "AZEGOV");
  EXPECT_EQ(row[15], "");
  EXPECT_EQ(cells_in(export_all(test_options(ExportFormat::kIcews), std::vector{event}).text).size(), 1U);
}

// Values that would break a row, in every field that is text.
LedgerEvent hostile() {
  const std::string bad = "a\tb\nc\r\"d\"; e,f\xE2\x80\xA8g\x01\xFF|";
  LedgerEvent event = test_event(1);
  event.event.actor[0].name = event.event.actor[0].text = bad;
  event.event.actor[0].role = bad;
  event.event.place->name = bad;
  event.event.evidence[0].text = bad;
  event.mentions[0].publisher = bad;
  event.mentions[0].url = bad;
  event.mentions[0].title = bad;
  event.mentions[0].article = bad;
  return event;
}

TEST(TextFormats, ARowStaysARowWhateverIsInIt) {
  struct Case {
    ExportFormat format;
    std::size_t rows, columns;
  };
  for (const auto& [format, rows, columns] : {Case{ExportFormat::kIcews, 2, 20}, Case{ExportFormat::kPolecat, 2, 40},
                                              Case{ExportFormat::kPhoenix, 1, 26}, Case{ExportFormat::kGdelt, 1, 61}}) {
    const std::string text = export_all(test_options(format), std::vector{hostile()}).text;
    const auto cells = cells_in(text);
    ASSERT_EQ(cells.size(), rows);
    EXPECT_EQ(cells.back().size(), columns);
    EXPECT_EQ(text.find('\r'), std::string::npos);
    EXPECT_EQ(text.find('\x01'), std::string::npos);
    EXPECT_EQ(text.find("\xE2\x80\xA8"), std::string::npos);
    EXPECT_EQ(text.find('\xFF'), std::string::npos);
  }
}

// One line by RFC 4180.
std::vector<std::string> csv_cells(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
        cells.back().push_back(line[++i]);
      } else {
        quoted = !quoted;
      }
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back().push_back(line[i]);
    }
  }
  return cells;
}

// The cells of the one row of one event, by column.
std::map<std::string, std::string> csv_row(const LedgerEvent& event) {
  const std::string text = export_all(test_options(ExportFormat::kCsv), std::vector{event}).text;
  const std::size_t end = text.find('\n');
  const auto head = csv_cells(text.substr(0, end));
  const auto row = csv_cells(text.substr(end + 1, text.size() - end - 2));
  EXPECT_EQ(row.size(), head.size());
  std::map<std::string, std::string> cells;
  for (std::size_t i = 0; i < std::min(head.size(), row.size()); ++i) cells[head[i]] = row[i];
  return cells;
}

TEST(Csv, QuotesWhatNeedsIt) {
  auto row = csv_row(hostile());
  EXPECT_EQ(row["words"], "a b c \"d\"; e,f g \xEF\xBF\xBD|");
  EXPECT_EQ(row["actor_names"], "a b c \"d\", e,f g \xEF\xBF\xBD|");
  EXPECT_EQ(row["confidence"], "0.8765");
  EXPECT_EQ(row["cameo"], "057");
}

TEST(Csv, OffsetsAreThoseOfTheWords) {
  auto row = csv_row(event_told_better_later());
  EXPECT_EQ(row["words"], "the words");
  EXPECT_EQ(row["article"], "b");
  EXPECT_EQ(row["sentence"], "5");
  EXPECT_EQ(row["start"], "200");
  EXPECT_EQ(row["end"], "209");
  EXPECT_EQ(row["publisher"], "Other");
  EXPECT_EQ(row["url"], "https://example.org/b");
}

TEST(PloverJson, HasWhatTheManualRequires) {
  const std::string text = export_all(test_options(ExportFormat::kPloverJson), std::vector{hostile()}).text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
  for (const char* part : {R"("id":"le_1")", R"("date":"2026-03-11")", R"("event":["SUPPORT"])",
                           R"("actor":[{"code":"AZE")", R"("status":"actual")", R"("cameo":"057")"})
    EXPECT_THAT(text, HasSubstr(part));
}

rapidjson::Document plover_json(const LedgerEvent& event) {
  rapidjson::Document json;
  json.Parse(export_all(test_options(ExportFormat::kPloverJson), std::vector{event}).text.c_str());
  EXPECT_FALSE(json.HasParseError());
  return json;
}

TEST(PloverJson, CitesTheArticleOfItsText) {
  const auto json = plover_json(event_told_better_later());
  EXPECT_STREQ(json["cite_info"]["citation"].GetString(), "b");
  EXPECT_EQ(json["text_info"]["start"].GetInt(), 200);
  EXPECT_EQ(json["text_info"]["sequence"].GetInt(), 6);
}

// PLOVER has names of its own for who is no country, and for Kosovo; POLECAT has the same.
TEST(PloverJson, NamesActorsAsPolecatDoes) {
  LedgerEvent event = test_event(1);
  event.event.actor = {test_actor("UN refugee agency", "IGOUNOREFHCR", ""), test_actor("Kosovo", "XKX", "GOV"),
                       test_actor("NATO", "IGONAT", ""), test_actor("Georgia", "GEO", "GOV")};
  event.event.actor.push_back(test_actor("Hezbollah", "IMGHEZ", ""));  // of one state
  event.event.actor.push_back(test_actor("al-Qaeda", "IMGALQ", ""));   // of none
  event.event.place = Place{"Pristina", "XKX", 42.67, 21.17, "Pristina"};
  EXPECT_EQ(row_of(ExportFormat::kPolecat, event)[8], "UNO; KOS; IGO; GEO; LBN; IMG");
  EXPECT_EQ(row_of(ExportFormat::kPolecat, event)[27], "KOS");
  const auto json = plover_json(event);
  std::vector<std::string> codes;
  for (const auto& entity : json["actor"].GetArray()) codes.emplace_back(entity["code"].GetString());
  EXPECT_THAT(codes, ElementsAre("UNO", "KOS", "IGO", "GEO", "LBN", "IMG"));
  EXPECT_STREQ(json["event_loc"]["country_code"].GetString(), "KOS");
  EXPECT_STREQ(json["entente"]["actor"][0]["code"].GetString(), "IGOUNOREFHCR");
}

void gather_keys(const rapidjson::Value& value, const std::string& path, std::set<std::string>& keys) {
  if (value.IsObject()) {
    for (const auto& member : value.GetObject())
      gather_keys(member.value, path + (path.empty() ? "" : ".") + member.name.GetString(), keys);
  } else if (value.IsArray() && value.Size() > 0 && value[0].IsObject()) {
    for (const auto& item : value.GetArray()) gather_keys(item, path + "[]", keys);
  } else {
    keys.insert(path);
  }
}

// An event of which every field has a value.
LedgerEvent whole_event() {
  LedgerEvent event = test_event(1);
  event.verdict = Verdict::kAccepted;
  event.event.mode = "visit";
  event.event.contexts = {"military"};
  event.event.attributed_to = "st_1";
  event.event.date->to = "2026-03-15";
  event.event.magnitude = {1, 2, 3, 4, 5, 6.5, "EUR"};
  for (Actor* actor : {&event.event.actor[0], &event.event.recipient[0]}) {
    actor->role = "President";
    actor->type = "person";
  }
  return event;
}

TEST(PloverJson, ItsCodebookHasTheKeysThatAreWritten) {
  std::set<std::string> written;
  gather_keys(plover_json(whole_event()), "", written);
  std::set<std::string> listed;
  for (const ColumnText& key : plover_keys()) {
    const std::string name = key.name;
    const std::size_t same = name.find("recipient[]");  // "the same keys" as those of actors
    if (same == std::string::npos) {
      listed.insert(name);
      continue;
    }
    const std::string actor = name.substr(0, same) + "actor[]";
    for (const ColumnText& other : plover_keys()) {
      if (std::string_view(other.name).starts_with(actor + "."))
        listed.insert(name + std::string(other.name).substr(actor.size()));
    }
  }
  EXPECT_EQ(written, listed);
}

TEST(PloverJson, HoldsWhatPloverHasNoKeyFor) {
  LedgerEvent event = whole_event();
  event.event.recipient[0].span = {};  // as a reviewer's
  const auto json = plover_json(event);
  const auto& more = json["entente"];
  EXPECT_EQ(more["size"]["displaced"].GetInt(), 4);
  EXPECT_EQ(more["size"]["amount"].GetDouble(), 6.5);
  EXPECT_STREQ(more["size"]["currency"].GetString(), "EUR");
  EXPECT_STREQ(more["date"]["text"].GetString(), "Wednesday");
  EXPECT_STREQ(more["date"]["precision"].GetString(), "day");
  EXPECT_STREQ(more["actor"][0]["via"].GetString(), "name");
  EXPECT_EQ(more["actor"][0]["start"].GetInt(), 3);
  EXPECT_STREQ(more["recipient"][0]["country"].GetString(), "TUR");
  EXPECT_FALSE(more["recipient"][0].HasMember("start"));
}

}  // namespace
}  // namespace entente

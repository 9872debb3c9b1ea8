// GDELT Events 2.0: 61 columns without a head (GDELT Event Codebook V2.0).
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <chrono>

#include "exports/event_row.h"

namespace entente {
namespace {

using Row = EventRow;
using Side = const Actor* Row::*;
constexpr CellType kText = CellType::kText;
constexpr CellType kInteger = CellType::kInteger;
constexpr CellType kNumber = CellType::kNumber;

Cell missing(const Row&) { return std::monostate(); }

std::string digits_of(const std::string& day) {
  return day.empty() ? "" : day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2);
}

// An actor's code with the country as GDELT's edition of CAMEO has it.
CameoActor gdelt_actor(const Row& row, const Actor& actor) {
  CameoActor cameo = cameo_actor(row.tables, actor);
  const ExportCountry* country = row.tables.country(cameo.root);
  if (country != nullptr) cameo.root = country->gdelt;
  return cameo;
}

template <Side side>
Cell code(const Row& row) {
  return row.*side != nullptr ? text_cell(gdelt_actor(row, *(row.*side)).code()) : std::monostate();
}

template <Side side>
Cell name(const Row& row) {
  if (row.*side == nullptr) return std::monostate();
  std::string capitals;
  icu::UnicodeString::fromUTF8((row.*side)->name).toUpper(icu::Locale::getRoot()).toUTF8String(capitals);
  return text_cell(capitals);
}

template <Side side>
Cell country(const Row& row) {
  if (row.*side == nullptr) return std::monostate();
  const ExportCountry* found = row.tables.country((row.*side)->country.value_or(""));
  return found != nullptr ? text_cell(found->gdelt) : std::monostate();
}

template <Side side>
Cell known_group(const Row& row) {
  return row.*side != nullptr ? text_cell(cameo_actor(row.tables, *(row.*side)).group) : std::monostate();
}

// The kind of international actor stands before the role.
template <Side side, std::size_t number>
Cell type(const Row& row) {
  if (row.*side == nullptr) return std::monostate();
  const CameoActor actor = cameo_actor(row.tables, *(row.*side));
  std::vector<std::string> types;
  if (!actor.group.empty()) types.push_back(actor.root);
  if (!actor.role.empty()) types.push_back(actor.role);
  return number < types.size() ? text_cell(types[number]) : std::monostate();
}

// 0 none, 1 country, 3 city in the United States, 4 city elsewhere.
std::int64_t place_type(const Row& row) {
  if (!row.event.place) return 0;
  if (is_country(row.tables, *row.event.place)) return 1;
  return row.event.place->country == "USA" ? 3 : 4;
}

Cell no_place(const Row&) { return std::int64_t{0}; }

Cell place_name(const Row& row) {
  if (!row.event.place) return std::monostate();
  const Place& place = *row.event.place;
  const ExportCountry* country = row.tables.country(place.country.value_or(""));
  if (country == nullptr || is_country(row.tables, place)) return text_cell(place.name);
  return text_cell(place.name + ", " + country->name);
}

Cell place_fips(const Row& row) {
  const ExportCountry* country = row.event.place ? row.tables.country(row.event.place->country.value_or("")) : nullptr;
  return country != nullptr ? text_cell(country->fips) : std::monostate();
}

Cell country_fips(const Row& row) { return place_type(row) == 1 ? place_fips(row) : std::monostate(); }

// As GDELT's rows have it, 1979.0027 for January 1: its codebook's month * 30 would put December into the next year.
Cell fraction_date(const Row& row) {
  if (row.day.empty()) return std::monostate();
  constexpr int kDaysOfMonth = 30;
  constexpr int kDaysOfYear = 365;
  constexpr int kUnit = 10000;  // four decimals
  const int days = (std::stoi(row.day.substr(5, 2)) - 1) * kDaysOfMonth + std::stoi(row.day.substr(8, 2));
  const int parts = (days * kUnit + kDaysOfYear / 2) / kDaysOfYear;
  return (std::stoi(row.day.substr(0, 4)) * static_cast<double>(kUnit) + parts) / kUnit;
}

// Two digits, where the text has them there.
std::optional<int> two_digits(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  if (!digit(at) || !digit(at + 1)) return std::nullopt;
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// What "+04:00" or "-0330" adds to Greenwich's time; none where no such zone stands at the end.
std::chrono::minutes zone_of(std::string_view time) {
  const std::size_t sign = time.find_first_of("+-");
  const std::optional<int> hours = sign < time.size() ? two_digits(time, sign + 1) : std::nullopt;
  if (!hours) return std::chrono::minutes(0);
  const bool colon = sign + 3 < time.size() && time[sign + 3] == ':';
  const std::chrono::minutes zone =
      std::chrono::hours(*hours) + std::chrono::minutes(two_digits(time, sign + (colon ? 4 : 3)).value_or(0));
  return time[sign] == '-' ? -zone : zone;
}

// By UTC, as GDELT's; a time without a zone is taken for it.
Cell date_added(const Row& row) {
  namespace chrono = std::chrono;
  const std::string published = first_mention(row.account).published.value_or("");
  const std::string day = whole_day(published);
  if (day.empty()) return std::monostate();
  const chrono::year_month_day date{chrono::year(std::stoi(day.substr(0, 4))),
                                    chrono::month(static_cast<unsigned>(std::stoi(day.substr(5, 2)))),
                                    chrono::day(static_cast<unsigned>(std::stoi(day.substr(8, 2))))};
  constexpr std::size_t kTime = 11;  // where the time begins, after "2026-03-11T"
  const std::string_view time = std::string_view(published).substr(std::min(kTime, published.size()));
  const std::optional<int> hour = two_digits(time, 0);
  const std::optional<int> minute = two_digits(time, 3);
  if (!date.ok() || !hour || !minute) return text_cell(digits_of(day) + "000000");
  const int second = time.size() > 5 && time[5] == ':' ? two_digits(time, 6).value_or(0) : 0;
  const chrono::sys_seconds at = chrono::sys_days(date) + chrono::hours(*hour) + chrono::minutes(*minute) +
                                 chrono::seconds(second) - zone_of(time);
  const auto midnight = chrono::floor<chrono::days>(at);
  const chrono::year_month_day utc(midnight);
  const chrono::hh_mm_ss<chrono::seconds> clock(at - midnight);
  const std::int64_t days = int{utc.year()} * 10000LL + unsigned{utc.month()} * 100LL + unsigned{utc.day()};
  const std::int64_t seconds = clock.hours().count() * 10000 + clock.minutes().count() * 100 + clock.seconds().count();
  return text_cell(std::to_string(days * 1000000 + seconds));
}

constexpr Column<Row> kColumns[] = {
    {{"GLOBALEVENTID", kInteger, "the row's number; made from the ledger's id and the dyad", "0 to 2^52", "id"},
     [](const Row& r) -> Cell { return row_number(r); }},
    {{"SQLDATE", kText, "first day of the event's date; the day of publication where the text gives none", "YYYYMMDD",
      "date.from, date.to, mentions.published"},
     [](const Row& r) -> Cell { return text_cell(digits_of(r.day)); }},
    {{"MonthYear", kText, "of SQLDATE", "YYYYMM", "as SQLDATE"},
     [](const Row& r) -> Cell { return text_cell(digits_of(r.day).substr(0, 6)); }},
    {{"Year", kText, "of SQLDATE", "YYYY", "as SQLDATE"},
     [](const Row& r) -> Cell { return text_cell(r.day.substr(0, 4)); }},
    {{"FractionDate", kNumber, "the year and ((month - 1) * 30 + day) / 365 of it", "", "as SQLDATE"}, fraction_date},
    {{"Actor1Code", kText, "who did it: country or kind, an organisation's letters, role", "CAMEO",
      "actor.code, actor.sector"},
     code<&Row::source>},
    {{"Actor1Name", kText, "its name in capitals", "", "actor.name"}, name<&Row::source>},
    {{"Actor1CountryCode", kText, "its country", "three letters, CAMEO", "actor.country"}, country<&Row::source>},
    {{"Actor1KnownGroupCode", kText, "an organisation's letters", "CAMEO", "actor.code"}, known_group<&Row::source>},
    {{"Actor1EthnicCode", kText, "never known", "", ""}, missing},
    {{"Actor1Religion1Code", kText, "never known", "", ""}, missing},
    {{"Actor1Religion2Code", kText, "never known", "", ""}, missing},
    {{"Actor1Type1Code", kText, "kind of international actor, else its role", "CAMEO", "actor.code, actor.sector"},
     type<&Row::source, 0>},
    {{"Actor1Type2Code", kText, "the role of an international actor", "CAMEO", "actor.sector"}, type<&Row::source, 1>},
    {{"Actor1Type3Code", kText, "never known", "", ""}, missing},
    {{"Actor2Code", kText, "to whom", "as Actor1Code", "recipient.code, recipient.sector"}, code<&Row::target>},
    {{"Actor2Name", kText, "its name in capitals", "", "recipient.name"}, name<&Row::target>},
    {{"Actor2CountryCode", kText, "its country", "three letters, CAMEO", "recipient.country"}, country<&Row::target>},
    {{"Actor2KnownGroupCode", kText, "an organisation's letters", "CAMEO", "recipient.code"},
     known_group<&Row::target>},
    {{"Actor2EthnicCode", kText, "never known", "", ""}, missing},
    {{"Actor2Religion1Code", kText, "never known", "", ""}, missing},
    {{"Actor2Religion2Code", kText, "never known", "", ""}, missing},
    {{"Actor2Type1Code", kText, "as Actor1Type1Code", "CAMEO", "recipient.code, recipient.sector"},
     type<&Row::target, 0>},
    {{"Actor2Type2Code", kText, "as Actor1Type2Code", "CAMEO", "recipient.sector"}, type<&Row::target, 1>},
    {{"Actor2Type3Code", kText, "never known", "", ""}, missing},
    {{"IsRootEvent", kInteger, "1 where the article that told it first did so in its first sentence", "0, 1",
      "mentions.sentence"},
     [](const Row& r) -> Cell { return std::int64_t{first_mention(r.account).sentence == 0 ? 1 : 0}; }},
    {{"EventCode", kText, "what was done", "CAMEO, 2 to 4 digits", "cameo"},
     [](const Row& r) -> Cell { return text_cell(r.coded.cameo); }},
    {{"EventBaseCode", kText, "the code's first three digits", "CAMEO", "cameo"},
     [](const Row& r) -> Cell { return text_cell(r.coded.cameo.value_or("").substr(0, 3)); }},
    {{"EventRootCode", kText, "the code's root", "01 to 20", "cameo"},
     [](const Row& r) -> Cell { return text_cell(r.coded.cameo.value_or("").substr(0, 2)); }},
    {{"QuadClass", kInteger, "class of the root; 0 in Phoenix's mapping alone",
      "0 statement, 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", "cameo"},
     [](const Row& r) -> Cell { return integer_cell(r.coded.quad); }},
    {{"GoldsteinScale", kNumber, "value of the code", "-10 to 10", "cameo"},
     [](const Row& r) -> Cell { return number_cell(r.coded.goldstein); }},
    {{"NumMentions", kInteger, "how often it is told", "1 and up", "mentions"},
     [](const Row& r) -> Cell { return static_cast<std::int64_t>(r.account.mentions.size()); }},
    {{"NumSources", kInteger, "how many sources tell it; near-copies of one article are one", "1 and up", "sources"},
     [](const Row& r) -> Cell { return std::int64_t{r.account.sources}; }},
    {{"NumArticles", kInteger, "how many articles tell it", "1 and up", "articles"},
     [](const Row& r) -> Cell { return std::int64_t{r.account.articles}; }},
    {{"AvgTone", kNumber, "always empty: Entente measures no tone", "", ""}, missing},
    {{"Actor1Geo_Type", kInteger, "always 0: where an actor is, is not told apart from where it happened", "0", ""},
     no_place},
    {{"Actor1Geo_FullName", kText, "never known", "", ""}, missing},
    {{"Actor1Geo_CountryCode", kText, "never known", "", ""}, missing},
    {{"Actor1Geo_ADM1Code", kText, "never known", "", ""}, missing},
    {{"Actor1Geo_ADM2Code", kText, "never known", "", ""}, missing},
    {{"Actor1Geo_Lat", kNumber, "never known", "", ""}, missing},
    {{"Actor1Geo_Long", kNumber, "never known", "", ""}, missing},
    {{"Actor1Geo_FeatureID", kText, "never known", "", ""}, missing},
    {{"Actor2Geo_Type", kInteger, "always 0, as Actor1Geo_Type", "0", ""}, no_place},
    {{"Actor2Geo_FullName", kText, "never known", "", ""}, missing},
    {{"Actor2Geo_CountryCode", kText, "never known", "", ""}, missing},
    {{"Actor2Geo_ADM1Code", kText, "never known", "", ""}, missing},
    {{"Actor2Geo_ADM2Code", kText, "never known", "", ""}, missing},
    {{"Actor2Geo_Lat", kNumber, "never known", "", ""}, missing},
    {{"Actor2Geo_Long", kNumber, "never known", "", ""}, missing},
    {{"Actor2Geo_FeatureID", kText, "never known", "", ""}, missing},
    {{"ActionGeo_Type", kInteger, "what the place is",
      "0 none, 1 country, 3 city in the United States, 4 city elsewhere", "place"},
     [](const Row& r) -> Cell { return place_type(r); }},
    {{"ActionGeo_FullName", kText, "the place and its country", "", "place.name, place.country"}, place_name},
    {{"ActionGeo_CountryCode", kText, "country of the place", "FIPS 10-4", "place.country"}, place_fips},
    {{"ActionGeo_ADM1Code", kText, "the country where the place is one; else never known", "FIPS 10-4",
      "place.country"},
     country_fips},
    {{"ActionGeo_ADM2Code", kText, "never known", "", ""}, missing},
    {{"ActionGeo_Lat", kNumber, "of the place", "degrees", "place.latitude"},
     [](const Row& r) -> Cell { return number_cell(r.event.place ? r.event.place->latitude : std::nullopt); }},
    {{"ActionGeo_Long", kNumber, "of the place", "degrees", "place.longitude"},
     [](const Row& r) -> Cell { return number_cell(r.event.place ? r.event.place->longitude : std::nullopt); }},
    {{"ActionGeo_FeatureID", kText, "the country where the place is one; else never known", "FIPS 10-4",
      "place.country"},
     country_fips},
    {{"DATEADDED", kText, "when the first article that tells it was published",
      "YYYYMMDDHHMMSS, UTC; 000000 where the time is not known", "mentions.published"},
     date_added},
    {{"SOURCEURL", kText, "of the first article that tells it", "", "mentions.url"},
     [](const Row& r) -> Cell { return text_cell(first_mention(r.account).url); }},
};
static_assert(std::size(kColumns) == 61);

}  // namespace

EventColumns gdelt_columns() { return kColumns; }

}  // namespace entente

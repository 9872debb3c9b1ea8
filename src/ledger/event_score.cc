#include "ledger/event_score.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ledger/party_score.h"

namespace entente {
namespace {

// Points for and against. Two states that do the same type of act to each other on one day (3 for the parties, 1 for
// the type) pass kJoinScore by themselves; whatever is less sure needs a word, place, number or mode that both tell.
constexpr double kSamePerson = 0.8;
constexpr double kOtherPerson = 2.0;
constexpr double kOtherPersonOfForce = 0.6;
constexpr double kSameType = 1.0;
constexpr double kNearType = -1.0;
constexpr double kFarType = -3.0;
constexpr double kSameMode = 0.7;
constexpr double kOtherMode = -1.0;
constexpr double kSameCameo = 0.4;
constexpr double kOtherRoot = -0.4;

constexpr double kWordingPoints = 5.0;  // times the share of words
constexpr double kMostForWording = 2.5;
constexpr double kNoSharedWord = -0.5;
constexpr int kEnoughWords = 4;

constexpr double kSamePlace = 1.0;
constexpr double kNearPlace = 0.4;
constexpr double kFarPlace = -6.0;        // towns too far apart to be taken for each other
constexpr double kOtherPlaceName = -3.0;  // no town of known place on either side
constexpr double kOneKnownPlace = -1.5;
constexpr double kOtherCountry = -4.0;
constexpr double kSameKm = 15;
constexpr double kNearKm = 60;
constexpr double kWideKm = 500;

constexpr double kSameNumber = 0.8;
constexpr double kOtherNumber = -3.0;
constexpr double kMostAgainstNumbers = -4.0;
constexpr double kLikeRatio = 1.5;  // the dead are counted for hours
constexpr double kOtherRatio = 3.0;
constexpr int kOtherDifference = 3;  // of small numbers a ratio says little

constexpr double kCopiedWording = 0.7;

double km_between(const EventMention& a, const EventMention& b) {
  constexpr double kEarthKm = 6371;
  constexpr double kRadians = std::numbers::pi / 180;
  const double lat_a = a.latitude * kRadians;
  const double lat_b = b.latitude * kRadians;
  const double half_lat = std::sin((lat_b - lat_a) / 2);
  const double half_lon = std::sin((static_cast<double>(b.longitude) - a.longitude) * kRadians / 2);
  const double chord = half_lat * half_lat + std::cos(lat_a) * std::cos(lat_b) * half_lon * half_lon;
  return 2 * kEarthKm * std::asin(std::min(1.0, std::sqrt(chord)));
}

double place_points(const EventMention& a, const EventMention& b) {
  // One name is one place to retellings, even where it was looked up as two towns.
  if (a.place != 0 && a.place == b.place) return kSamePlace;
  const bool known_a = !std::isnan(a.latitude);
  const bool known_b = !std::isnan(b.latitude);
  if (known_a && known_b) {
    const double km = km_between(a, b);
    if (km <= kNearKm) return km <= kSameKm ? kSamePlace : kNearPlace;
    // A sea or a border lies in no country, and its point stands for a wide stretch.
    const bool wide = a.place_country == 0 || b.place_country == 0;
    return wide && km <= kWideKm ? kOneKnownPlace : kFarPlace;
  }
  if (a.place_country != 0 && b.place_country != 0 && a.place_country != b.place_country) return kOtherCountry;
  if (a.place == 0 || b.place == 0) return 0;
  return known_a || known_b ? kOneKnownPlace : kOtherPlaceName;
}

// 1 alike, -1 different, 0 neither or not told.
int like_numbers(double a, double b) {
  if (a < 0 || b < 0) return 0;
  const double less = std::min(a, b);
  const double more = std::max(a, b);
  if (more <= kLikeRatio * less) return 1;
  return more > kOtherRatio * less && more - less >= kOtherDifference ? -1 : 0;
}

double number_points(const EventMention& a, const EventMention& b) {
  bool alike = false;
  double against = 0;
  const auto add = [&](double x, double y) {
    const int like = like_numbers(x, y);
    alike |= like > 0;
    if (like < 0) against += kOtherNumber;
  };
  add(a.killed, b.killed);
  add(a.wounded, b.wounded);
  add(a.arrested, b.arrested);
  add(a.displaced, b.displaced);
  add(a.crowd, b.crowd);
  if (a.currency == b.currency) add(a.amount, b.amount);
  return std::max(against, kMostAgainstNumbers) + (alike ? kSameNumber : 0);
}

double wording_points(const EventMention& a, const EventMention& b) {
  const double share = similarity(a.wording, b.wording);
  if (share > 0) return std::min(kWordingPoints * share, kMostForWording);
  return std::min(a.content_words, b.content_words) >= kEnoughWords ? kNoSharedWord : 0;
}

double type_points(const EventMention& a, const EventMention& b) {
  if (a.type != b.type) {
    const bool near = ((a.near >> b.type) & 1U) != 0 || ((b.near >> a.type) & 1U) != 0;
    return near ? kNearType : kFarType;
  }
  double points = kSameType;
  if (a.mode != 0 && b.mode != 0) points += a.mode == b.mode ? kSameMode : kOtherMode;
  if (a.cameo_digits < 2 || b.cameo_digits < 2) return points;
  if (a.cameo == b.cameo && std::min(a.cameo_digits, b.cameo_digits) > 2) return points + kSameCameo;
  return a.cameo / 100 == b.cameo / 100 ? points : points + kOtherRoot;
}

}  // namespace

std::optional<double> event_score(const EventMention& a, const EventMention& b) {
  if (a.family != b.family || a.status != b.status || a.article == b.article) return std::nullopt;
  const std::optional<PartyFit> parties = party_fit(a, b);
  if (!parties) return std::nullopt;
  double score = parties->points + type_points(a, b);
  if (parties->same_person) score += kSamePerson;
  score -= parties->other_persons * (a.persons && b.persons ? kOtherPerson : kOtherPersonOfForce);
  return score + place_points(a, b) + number_points(a, b) + wording_points(a, b);
}

bool is_copied_record(const EventMention& a, const EventMention& b) {
  if (a.family != b.family || a.type != b.type || a.article == b.article) return false;
  return similarity(a.wording, b.wording) >= kCopiedWording && party_fit(a, b).has_value();
}

}  // namespace entente

#include "formats/record_labels.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr const char* kGood = "1;32";
constexpr const char* kHard = "1;33";
constexpr const char* kGrave = "1;31";

bool one_of(const std::string& value, std::initializer_list<const char*> values) {
  return std::any_of(values.begin(), values.end(), [&](const char* each) { return value == each; });
}

// "300000000.5" as people read it: "300,000,000.5".
std::string in_thousands(std::string number) {
  constexpr std::size_t kGroup = 3;
  const std::size_t first = number.starts_with('-') ? 1 : 0;
  for (std::size_t at = std::min(number.find('.'), number.size()); at > first + kGroup;) {
    at -= kGroup;
    number.insert(at, ",");
  }
  return number;
}

}  // namespace

const char* quad_color(const std::optional<int>& quad) {
  switch (quad.value_or(0)) {
    case 1: return "1;32";  // words of cooperation
    case 2: return "1;36";  // deeds of cooperation
    case 3: return "1;33";  // words of conflict
    case 4: return "1;31";  // deeds of conflict
    default: return kBold;
  }
}

const char* stance_color(const std::string& stance) {
  if (one_of(stance, {"supports", "promises"})) return kGood;
  if (one_of(stance, {"denies", "opposes", "doubts", "demands"})) return kHard;
  return kBold;
}

const char* agreement_color(const std::string& status) {
  if (one_of(status, {"stalled", "violated", "ended"})) return kRed;
  return status == "proposed" ? kYellow : kPlain;
}

const char* relation_color(const std::string& type) {
  if (one_of(type, {"conflict", "war", "occupation"})) return kGrave;
  if (one_of(type, {"rivalry", "dependence"})) return kHard;
  return kGood;
}

std::string styled(std::string text, const char* sgr, bool color) {
  for (std::size_t at = 0; (at = text.find(kTied, at)) != std::string::npos;) text.replace(at, kTied.size(), " ");
  if (!color || *sgr == '\0' || text.empty()) return text;
  return std::string("\x1b[").append(sgr).append("m").append(text).append("\x1b[0m");
}

void append_part(std::string& out, const std::string& separator, const std::string& part) {
  if (part.empty()) return;
  if (!out.empty()) out.append(separator);
  out.append(part);
}

std::string actor_label(const Actor& actor) {
  std::string codes = printable(actor.code.value_or(""));
  append_part(codes, std::string(kTied), printable(actor.sector.value_or("")));
  std::string label = printable(actor.name.empty() ? actor.text : actor.name);
  if (label.empty() || label == codes) return codes;
  return codes.empty() ? label : label + " (" + codes + ")";
}

std::string actor_labels(const std::vector<Actor>& actors, const std::string& separator) {
  std::string labels;
  for (const Actor& actor : actors) append_part(labels, separator, actor_label(actor));
  return labels;
}

std::string name_label(const Actor& actor) {
  const std::string name = printable(actor.name.empty() ? actor.text : actor.name);
  return name.empty() ? actor_label(actor) : name;
}

std::string other_label(const OtherActor& other) { return printable(other.role) + " " + actor_label(other.actor); }

std::string date_label(const std::optional<DateInterval>& date) {
  if (!date || (!date->from && !date->to)) return date && !date->text.empty() ? printable(date->text) : "no date";
  std::string from = printable(date->from.value_or(""));
  const std::string to = printable(date->to.value_or(""));
  if (from == to) return from;
  if (date->precision == "month" && from.size() >= 7) return from.substr(0, 7);
  if (date->precision == "year" && from.size() >= 4) return from.substr(0, 4);
  append_part(from, " ", "–");
  append_part(from, " ", to);
  return from;
}

std::string place_label(const std::optional<Place>& place) {
  if (!place) return "";
  std::string label = printable(place->name.empty() ? place->text : place->name);
  if (place->country) label += " (" + printable(*place->country) + ")";
  return label;
}

std::string magnitude_label(const Magnitude& magnitude) {
  std::string label;
  const auto count = [&](const char* what, const std::optional<std::int64_t>& value) {
    if (value) append_part(label, ", ", std::string(what) + " " + in_thousands(std::to_string(*value)));
  };
  count("killed", magnitude.killed);
  count("wounded", magnitude.wounded);
  count("arrested", magnitude.arrested);
  count("displaced", magnitude.displaced);
  count("crowd", magnitude.crowd);
  if (magnitude.amount && std::isfinite(*magnitude.amount)) {
    std::string amount = in_thousands(number_text(*magnitude.amount));
    append_part(label, ", ", amount + (magnitude.currency ? " " + printable(*magnitude.currency) : ""));
  }
  return label;
}

std::string number_text(double number) {
  std::string text = std::to_string(number);  // six decimals: cut to what is there
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string word_label(const std::string& value) {
  std::string label = printable(value);
  std::replace(label.begin(), label.end(), '_', ' ');
  return label;
}

std::string stance_label(const std::string& stance) { return stance == "neutral" ? "says" : word_label(stance); }

std::string quoted(const std::string& text) {
  if (text.empty()) return "";
  const bool curly = text.starts_with("“") && text.ends_with("”");
  const bool straight = text.size() > 1 && text.starts_with('"') && text.ends_with('"');
  return curly || straight ? text : "“" + text + "”";
}

std::string evidence_label(const RecordCommon& record) {
  std::string text;
  for (const Evidence& evidence : record.evidence) append_part(text, " … ", printable(evidence.text));
  return quoted(text);
}

std::string period_label(const Relation& relation) {
  std::string label;
  if (relation.since) label = "since " + date_label(relation.since);
  if (relation.until) append_part(label, " ", "until " + date_label(relation.until));
  return label;
}

std::string side_label(const DisputeSide& side) {
  if (side.speaker) return actor_label(*side.speaker);
  return side.statement ? "(not named)" : "the article itself";
}

std::string article_label(const Article& article) {
  const std::string title = printable(article.title.value_or(""));
  return title.empty() ? printable(article.source.empty() ? article.id : article.source) : title;
}

std::string percent_label(double share) { return std::to_string(std::lround(std::clamp(share, 0.0, 1.0) * 100)) + "%"; }

std::string reason_label(const RecordCommon& record) {
  std::string reason;
  for (const Why& why : record.why) append_part(reason, ", ", printable(why.rule));
  append_part(reason, " ", percent_label(record.confidence));
  return reason;
}

}  // namespace entente

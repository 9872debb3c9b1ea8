#include "formats/record_labels.h"

#include <algorithm>
#include <cmath>

#include "formats/terminal_text.h"

namespace entente {

const char* quad_color(const std::optional<int>& quad) {
  switch (quad.value_or(0)) {
    case 1: return "1;32";  // words of cooperation
    case 2: return "1;36";  // deeds of cooperation
    case 3: return "1;33";  // words of conflict
    case 4: return "1;31";  // deeds of conflict
    default: return kBold;
  }
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

std::string date_label(const std::optional<DateInterval>& date) {
  if (!date || (!date->from && !date->to)) return date && !date->text.empty() ? printable(date->text) : "no date";
  std::string from = printable(date->from.value_or(""));
  const std::string to = printable(date->to.value_or(""));
  if (from == to) return from;
  if (date->precision == "month" && from.size() >= 7) return from.substr(0, 7);
  if (date->precision == "year" && from.size() >= 4) return from.substr(0, 4);
  return from + "– " + to;  // two lines of a narrow column
}

std::string place_label(const std::optional<Place>& place) {
  if (!place) return "";
  std::string label = printable(place->name.empty() ? place->text : place->name);
  if (place->country) label += " (" + printable(*place->country) + ")";
  return label;
}

std::string percent_label(double share) { return std::to_string(std::lround(std::clamp(share, 0.0, 1.0) * 100)) + "%"; }

std::string reason_label(const RecordCommon& record) {
  std::string reason;
  for (const Why& why : record.why) append_part(reason, ", ", printable(why.rule));
  append_part(reason, " ", percent_label(record.confidence));
  return reason;
}

}  // namespace entente

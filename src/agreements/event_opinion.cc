#include "agreements/event_opinion.h"

namespace entente {
namespace {

constexpr double kLikely = 0.5;

}  // namespace

EventOpinion::EventOpinion(const Tree& tree) : tree_(tree) {
  const EventReading& reading = tree.parsed().events;
  const bool read = reading.scores.size() == tree.parsed().words.size() * reading.types.size();
  for (std::size_t i = 0; read && i < reading.types.size(); ++i) column_of_[reading.types[i]] = i;
}

double EventOpinion::of(TokenId t, const std::string& type) const {
  const auto column = column_of_.find(type);
  if (column == column_of_.end()) return 0;
  const EventReading& reading = tree_.parsed().events;
  return reading.scores[static_cast<std::size_t>(t) * reading.types.size() + column->second];
}

std::string EventOpinion::type(TokenId t) const {
  for (const auto& [name, column] : column_of_) {
    if (name != "none" && of(t, name) >= kLikely) return name;
  }
  return "";
}

}  // namespace entente

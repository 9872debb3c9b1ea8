// When and where an instrument was signed, settled or broken.
#ifndef ENTENTE_AGREEMENTS_OCCASION_H_
#define ENTENTE_AGREEMENTS_OCCASION_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "agreements/steps.h"
#include "events/dates.h"
#include "events/events.h"

namespace entente {

class OccasionReader {
 public:
  OccasionReader(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                 const std::vector<FoundEvent>& events);

  // As words of the text say; nullopt where none do.
  [[nodiscard]] std::optional<DateInterval> date(const FoundStep& step) const;
  [[nodiscard]] std::optional<DateInterval> date_of_noun(TokenId noun) const;
  [[nodiscard]] std::optional<DateInterval> since(TokenId trigger) const;
  [[nodiscard]] std::optional<Place> place(const FoundStep& step) const;
  [[nodiscard]] std::optional<Place> place_of_noun(TokenId noun) const;

 private:
  [[nodiscard]] const FoundEvent* last_before(TokenId t, std::int32_t sentences, bool dated) const;
  [[nodiscard]] bool names_day_part(TokenId trigger) const;
  [[nodiscard]] std::optional<DateInterval> counted_back(TokenId trigger) const;
  [[nodiscard]] std::optional<Place> place_at(TokenId trigger, const std::vector<TokenId>& nouns) const;
  [[nodiscard]] std::optional<Place> town_below(TokenId trigger) const;
  [[nodiscard]] std::optional<Place> town_before(TokenId trigger) const;
  [[nodiscard]] std::optional<Place> place_told_last(TokenId t) const;
  [[nodiscard]] std::vector<TokenId> words_of_time(TokenId trigger) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const std::vector<FoundEvent>& events_;
  DateReader dates_;
  std::map<TokenId, const FoundEvent*> event_at_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_OCCASION_H_

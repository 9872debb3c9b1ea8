// Whether two values of records say the same, by the rules of docs/formats/gold-scoring.md.
#ifndef ENTENTE_EVAL_GOLD_COMPARE_H_
#define ENTENTE_EVAL_GOLD_COMPARE_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/record.h"

namespace entente {

[[nodiscard]] std::string folded(std::string_view text);  // case folded

// Its code; where it has none "~" and its folded name, so that the two never meet.
[[nodiscard]] std::string code_of(const Actor& actor);
[[nodiscard]] std::string code_and_sector(const Actor& actor);

using Names = std::set<std::string>;
[[nodiscard]] Names codes_of(const std::vector<Actor>& actors);
[[nodiscard]] Names codes_and_sectors(const std::vector<Actor>& actors);
[[nodiscard]] std::size_t shared(const Names& a, const Names& b);

// Where one side is reciprocal and the other is not, actor and recipient together are compared.
[[nodiscard]] bool same_actor_codes(const Event& gold, const Event& system);
[[nodiscard]] bool same_recipient_codes(const Event& gold, const Event& system);
[[nodiscard]] bool same_actors(const Event& gold, const Event& system);  // with their sectors
[[nodiscard]] bool same_recipients(const Event& gold, const Event& system);

// The same code and sector, and of two persons the same name.
// The same code, and of two persons of whom gold tells the name, names that are alike; where neither has a code,
// mentions that overlap.
[[nodiscard]] bool same_speaker(const std::optional<Actor>& gold, const std::optional<Actor>& system);
[[nodiscard]] bool same_speaker_and_sector(const std::optional<Actor>& gold, const std::optional<Actor>& system);
[[nodiscard]] bool same_others(const std::vector<OtherActor>& gold, const std::vector<OtherActor>& system);
[[nodiscard]] bool same_dates(const std::optional<DateInterval>& gold, const std::optional<DateInterval>& system);
[[nodiscard]] bool dates_meet(const std::optional<DateInterval>& gold, const std::optional<DateInterval>& system);
[[nodiscard]] bool same_place(const std::optional<Place>& gold, const std::optional<Place>& system);
[[nodiscard]] bool same_issue(const std::optional<Issue>& gold, const std::optional<Issue>& system);
[[nodiscard]] bool any_magnitude(const Magnitude& magnitude);
[[nodiscard]] bool same_magnitude(const Magnitude& gold, const Magnitude& system);

}  // namespace entente

#endif  // ENTENTE_EVAL_GOLD_COMPARE_H_

// Mentions made at random, many of them near each other: for the tests of what joins may depend on.
#ifndef ENTENTE_LEDGER_RANDOM_MENTIONS_H_
#define ENTENTE_LEDGER_RANDOM_MENTIONS_H_

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "ledger/event_mention.h"

namespace entente {

// A random number below `end`: the same on every machine, unlike the standard distributions.
inline std::uint32_t below(std::mt19937& random, std::uint32_t end) {
  return static_cast<std::uint32_t>(random() % end);
}

inline JoinParties random_parties(std::mt19937& random, std::uint32_t codes, std::uint32_t most) {
  JoinParties parties;
  parties.size = static_cast<std::uint8_t>(below(random, most + 1));
  for (std::size_t i = 0; i < parties.size; ++i) {
    JoinActor& actor = parties.list[i];
    // Squared: a few are named often.
    const std::uint32_t draw = below(random, codes);
    actor.code = 1 + draw * draw / codes;
    actor.group = static_cast<std::uint8_t>(1 + below(random, 2));
    actor.kind = JoinActorKind::kPerson;
    if (below(random, 3) == 0) actor.name = actor.first = actor.last = static_cast<std::uint16_t>(1 + below(random, 3));
  }
  return parties;
}

struct RandomShape {
  std::uint32_t days = 60;
  std::uint32_t codes = 6;
  std::uint32_t undated_in_ten = 4;
  std::uint32_t wordings = 6;
};

inline EventMention random_mention(std::mt19937& random, const RandomShape& shape) {
  EventMention mention;
  mention.record = (static_cast<std::uint64_t>(random()) << 32U) | random();
  mention.article = below(random, 1U << 31U);
  mention.copy_group = below(random, 4) == 0 ? below(random, 50) : mention.article;
  mention.published_day = 18000 + static_cast<std::int32_t>(below(random, shape.days));
  mention.actor = random_parties(random, shape.codes, 2);
  mention.recipient = random_parties(random, shape.codes, 2);
  mention.family = 1;
  mention.type = static_cast<std::uint8_t>(below(random, 2));
  mention.near = 3;
  mention.reciprocal = below(random, 5) == 0;
  mention.confidence = static_cast<float>(below(random, 10)) / 10;
  mention.mode = below(random, 3);
  mention.content_words = 5;
  const std::uint32_t words = below(random, shape.wordings);
  for (std::size_t i = 0; i < Wording::kPlaces; ++i)
    mention.wording.least[i] = static_cast<std::uint16_t>(1 + (below(random, 2) == 0 ? words : random() % 60000));
  const std::uint32_t dice = below(random, 10);
  if (dice < shape.undated_in_ten) {
    mention.date.kind = dice % 2 == 0 ? DateClass::kNone : DateClass::kArticle;
  } else if (dice == 9) {
    const std::int32_t from = mention.published_day - static_cast<std::int32_t>(below(random, 10));
    mention.date = {DateClass::kInterval, from, from + static_cast<std::int32_t>(below(random, 12))};
  } else {
    const std::int32_t day = mention.published_day - static_cast<std::int32_t>(below(random, 3));
    mention.date = {DateClass::kStated, day, day};
  }
  if (below(random, 40) == 0) mention.published_day = kNoDay;
  return mention;
}

}  // namespace entente

#endif  // ENTENTE_LEDGER_RANDOM_MENTIONS_H_

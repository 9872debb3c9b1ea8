// Who an actor is, as far as retellings agree on it: 16 bytes.
//
// Threads: values.
#ifndef ENTENTE_LEDGER_JOIN_ACTOR_H_
#define ENTENTE_LEDGER_JOIN_ACTOR_H_

#include <array>
#include <cstdint>
#include <vector>

#include "entente/record.h"
#include "ledger/tables.h"

namespace entente {

enum class JoinActorKind : std::uint8_t { kOther, kState, kOrganisation, kPerson, kGroup };

struct JoinActor {
  std::uint32_t code = 0;   // hash of the actor's code, else of its country; 0: neither is known
  std::uint32_t name = 0;   // hash of a person's or an organisation's own name; 0 where it is only described
  std::uint16_t first = 0;  // of the name's first and last word: "Xi", "Erdogan"
  std::uint16_t last = 0;
  std::uint8_t group = 0;  // of its sector: SectorGroup
  std::uint8_t apart = 0;
  bool one_voice = false;
  JoinActorKind kind = JoinActorKind::kOther;
  bool operator==(const JoinActor&) const = default;
};

[[nodiscard]] JoinActor join_actor(const Actor& actor, const JoinTables& tables);
// What stands for the actor where it is looked up: its code, else its name; 0 where it has neither.
[[nodiscard]] std::uint32_t actor_key(const JoinActor& actor);
// As one speaker: country and group of sectors for whoever speaks for a state, else the name as well. A government's
// persons are one speaker, since the news names the capital, the ministry and the minister for one another.
[[nodiscard]] std::uint64_t speaker_key(const JoinActor& actor);

[[nodiscard]] bool same_name(const JoinActor& a, const JoinActor& b);

// How likely two are one, 0 to 1, leaving aside what else is told of them.
struct ActorFit {
  double level = 0;
  bool same_person = false;
  bool other_person = false;  // two persons of one side, by name
};
[[nodiscard]] ActorFit fit(const JoinActor& a, const JoinActor& b);

// The parties of a list, at most four, in an order of their own: of equal lists the same four.
struct JoinParties {
  static constexpr std::size_t kMost = 4;
  std::array<JoinActor, kMost> list{};
  std::uint8_t size = 0;
  [[nodiscard]] bool empty() const { return size == 0; }
};
[[nodiscard]] JoinParties join_parties(const std::vector<Actor>& actors, const JoinTables& tables);

}  // namespace entente

#endif  // ENTENTE_LEDGER_JOIN_ACTOR_H_

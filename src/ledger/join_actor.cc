#include "ledger/join_actor.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "knowledge/knowledge.h"
#include "ledger/hashing.h"
#include "ledger/near_copies.h"

namespace entente {
namespace {

// Levels of likeness; what decides is their order. By how the news swaps names for one actor.
constexpr double kSame = 1.0;
constexpr double kPersonAndState = 0.85;  // "Lavrov", "Moscow"
constexpr double kOtherOffices = 0.6;     // two named bodies of one state
constexpr double kOtherPersons = 0.45;    // two named persons of one state
constexpr double kOtherSector = 0.6;      // factor: "policemen", "people"
constexpr double kNameAlone = 0.9;        // where a code is missing
constexpr double kNameOtherCode = 0.7;    // one name under two codes
constexpr double kBothUnknown = 0.15;
constexpr double kOneUnknown = 0.25;  // "gunmen" may be anybody

constexpr const char* kStateKind = "state";

JoinActorKind kind_of(const Actor& actor) {
  if (!actor.type) return JoinActorKind::kOther;
  if (*actor.type == kStateKind) return JoinActorKind::kState;
  if (*actor.type == "organisation") return JoinActorKind::kOrganisation;
  if (*actor.type == "person") return JoinActorKind::kPerson;
  return JoinActorKind::kGroup;
}

// "foreign minister of Turkey" tells an office, "a court" any; "Hakan Fidan" is a person.
bool is_own_name(const Actor& actor) {
  if (actor.name.empty() || (actor.name[0] >= 'a' && actor.name[0] <= 'z')) return false;
  return !actor.role || actor.role->empty() || fold_case(actor.name).find(fold_case(*actor.role)) == std::string::npos;
}

std::uint16_t short_hash(const std::string& word) { return static_cast<std::uint16_t>(hash32(word) | 1U); }

bool is_named(const JoinActor& actor) { return actor.name != 0 && actor.kind == JoinActorKind::kPerson; }

}  // namespace

JoinActor join_actor(const Actor& actor, const JoinTables& tables) {
  JoinActor join;
  join.kind = kind_of(actor);
  const std::string code = actor.code ? *actor.code : actor.country.value_or("");
  join.code = hash32(code);
  if (actor.sector) {
    if (const auto group = tables.sectors.find(*actor.sector); group != tables.sectors.end()) {
      join.group = group->second.group;
      join.apart = group->second.apart;
      join.one_voice = group->second.one_voice;
    }
  }
  const bool may_have_name = join.kind == JoinActorKind::kOrganisation || join.kind == JoinActorKind::kPerson;
  const bool named = join.code == 0 || (may_have_name && is_own_name(actor));
  const std::vector<std::string> words = named ? folded_words(actor.name) : std::vector<std::string>();
  if (words.empty()) return join;
  std::string whole;
  for (const std::string& word : words) whole += word + " ";
  join.name = hash32(whole);
  join.first = short_hash(words.front());
  join.last = short_hash(words.back());
  return join;
}

std::uint32_t actor_key(const JoinActor& actor) { return actor.code != 0 ? actor.code : actor.name; }

std::uint64_t speaker_key(const JoinActor& actor) {
  const std::uint64_t side = (static_cast<std::uint64_t>(actor.code) << 8U) | actor.group;
  if (actor.code != 0 && actor.one_voice) return mix64(side);
  if (actor.code == 0 && actor.name == 0) return 0;
  return mix64(mix64(side) ^ (actor.last != 0 && actor.kind == JoinActorKind::kPerson ? actor.last : actor.name));
}

bool same_name(const JoinActor& a, const JoinActor& b) {
  if (a.name == 0 || b.name == 0) return false;
  if (a.name == b.name) return true;
  if (a.kind != JoinActorKind::kPerson || b.kind != JoinActorKind::kPerson) return false;
  const bool a_single = a.first == a.last;
  const bool b_single = b.first == b.last;
  return a.last == b.last || ((a_single || b_single) && a.first == b.first);
}

ActorFit fit(const JoinActor& a, const JoinActor& b) {
  ActorFit result;
  const bool same = same_name(a, b);
  result.same_person = same && is_named(a) && is_named(b);
  if (a.code == 0 || b.code == 0) {
    result.level = same ? kNameAlone : a.code == b.code ? kBothUnknown : kOneUnknown;
    return result;
  }
  if (a.code != b.code) {
    result.level = a.name == b.name && a.name != 0 ? kNameOtherCode : 0;
    return result;
  }
  if (same) {
    result.level = kSame;
    return result;
  }
  if (((a.apart >> b.group) & 1U) != 0 || ((b.apart >> a.group) & 1U) != 0) return result;
  result.level = kSame;
  if (is_named(a) && is_named(b)) {
    result.other_person = true;
    result.level = kOtherPersons;
  } else if (a.name != 0 && b.name != 0) {
    result.level = is_named(a) || is_named(b) ? kPersonAndState : kOtherOffices;
  } else if (a.name != 0 || b.name != 0) {
    result.level = kPersonAndState;
  }
  if (a.group != 0 && b.group != 0 && a.group != b.group) result.level *= kOtherSector;
  return result;
}

JoinParties join_parties(const std::vector<Actor>& actors, const JoinTables& tables) {
  std::vector<JoinActor> all;
  all.reserve(actors.size());
  for (const Actor& actor : actors) all.push_back(join_actor(actor, tables));
  const auto key = [](const JoinActor& a) {
    return std::tuple(a.code, a.group, a.name, a.first, a.last, a.apart, a.one_voice, static_cast<int>(a.kind));
  };
  std::sort(all.begin(), all.end(), [&](const JoinActor& a, const JoinActor& b) { return key(a) < key(b); });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  JoinParties parties;
  parties.size = static_cast<std::uint8_t>(std::min(all.size(), JoinParties::kMost));
  std::copy_n(all.begin(), parties.size, parties.list.begin());
  return parties;
}

}  // namespace entente

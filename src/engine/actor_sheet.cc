// What the tables know of a code.
#include <algorithm>

#include "entente/actor_tables.h"
#include "knowledge/knowledge.h"

namespace entente {
namespace {

void add_names(const Knowledge& knowledge, ActorSheet& sheet) {
  for (const State& state : knowledge.states) {
    if (state.code != sheet.code) continue;
    std::vector<std::string> others = state.other_names;
    if (state.official != state.name) others.insert(others.begin(), state.official);
    sheet.names.push_back({state.name, std::move(others), state.adjectives, state.people, state.capitals, state.seats,
                           state.from, state.to});
    sheet.kind = "state";
    if (sheet.sector.empty()) sheet.sector = state.sector;
  }
  for (const Organisation& organisation : knowledge.organisations) {
    if (organisation.code != sheet.code) continue;
    sheet.names.push_back({organisation.name, organisation.other_names, {}, {}, {}, {}, "", ""});
    if (sheet.kind.empty()) sheet.kind = "organisation";
    if (sheet.sector.empty()) sheet.sector = organisation.sector;
  }
  if (!sheet.kind.empty()) return;
  for (const Group& group : knowledge.groups) {
    if (group.code != sheet.code) continue;
    sheet.names.push_back({group.name, group.other_names, {}, {}, {}, {}, group.from, group.to});
    sheet.kind = "group";
    if (sheet.sector.empty()) sheet.sector = group.sector;
  }
}

void add_terms(const Knowledge& knowledge, ActorSheet& sheet) {
  std::vector<std::string> order;
  for (const OfficeHolder& holder : knowledge.offices) {
    if (holder.state != sheet.code || holder.is_role) continue;
    if (std::find(order.begin(), order.end(), holder.office) == order.end()) order.push_back(holder.office);
    sheet.terms.push_back({holder.office, holder.holder, holder.from, holder.to});
  }
  const auto rank = [&](const ActorSheet::Term& term) {
    return std::find(order.begin(), order.end(), term.office) - order.begin();
  };
  std::stable_sort(sheet.terms.begin(), sheet.terms.end(), [&](const auto& a, const auto& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.from > b.from;
  });
}

std::string name_of(const Knowledge& knowledge, const std::string& code) {
  const auto state = knowledge.state_of_code.find(code);
  if (state != knowledge.state_of_code.end()) return knowledge.states[static_cast<std::size_t>(state->second)].name;
  for (const Organisation& organisation : knowledge.organisations) {
    if (organisation.code == code) return organisation.name;
  }
  return code;
}

void add_members(const Knowledge& knowledge, ActorSheet& sheet) {
  for (const Membership& member : knowledge.members) {
    if (member.organisation == sheet.code)
      sheet.members.push_back({member.state, name_of(knowledge, member.state), member.from, member.to});
    if (member.state == sheet.code)
      sheet.member_of.push_back({member.organisation, name_of(knowledge, member.organisation), member.from, member.to});
  }
}

}  // namespace

Result<ActorSheet> look_up_actor(const std::string& knowledge_path, const std::string& code) {
  ENTENTE_TRY(const auto knowledge, Knowledge::load(knowledge_path));
  ActorSheet sheet;
  sheet.code = code;
  add_names(*knowledge, sheet);
  if (sheet.names.empty())
    return Error{ErrorCode::kUsage, "no state, organisation or group has the code '" + code + "'", ""};
  add_terms(*knowledge, sheet);
  add_members(*knowledge, sheet);
  for (const Group& group : knowledge->groups) {
    if (sheet.kind == "group" || (group.code != code && group.country != code)) continue;
    sheet.groups.push_back({group.name, group.sector, group.kind, group.from, group.to});
  }
  return sheet;
}

}  // namespace entente

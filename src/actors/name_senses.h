// What the names of an article stand for: of the states, towns, groups and persons of one name, which are meant.
//
// By the article's date, its dateline and the states that it names. Const once made; the knowledge must outlive it.
#ifndef ENTENTE_ACTORS_NAME_SENSES_H_
#define ENTENTE_ACTORS_NAME_SENSES_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "actors/name_matches.h"
#include "entente/article.h"
#include "knowledge/knowledge.h"

namespace entente {

class NameSenses {
 public:
  NameSenses(const Article& article, const Knowledge& knowledge, const std::vector<NameMatch>& matches);

  // Null where the match has no such entry that fits.
  [[nodiscard]] const State* state_in(const NameMatch& match, NameEntry::Kind kind) const;
  [[nodiscard]] const PlaceEntry* place_of(const NameMatch& match) const;
  [[nodiscard]] const Group* group_of(const NameMatch& match) const;
  // Whether the name is of a group of a state that the article names, whatever organisation has the name too.
  [[nodiscard]] bool tells_of_group(const NameMatch& match) const;
  [[nodiscard]] std::string state_of(const NameMatch& match) const;  // that it names or lies in; alpha-3 or empty

  // holders.cc
  [[nodiscard]] const OfficeHolder* holder_of(const NameMatch& match) const;
  [[nodiscard]] const OfficeHolder* holder_of(const std::string& state, const std::string& office) const;
  [[nodiscard]] bool still_holds(const OfficeHolder& holder) const;  // as far as the article's date tells
  [[nodiscard]] bool has_begun(const OfficeHolder& holder) const;

  [[nodiscard]] bool dated() const { return !date_.empty(); }
  // Alpha-3 or empty.
  [[nodiscard]] const std::string& dateline_state() const { return dateline_state_; }
  // Where it happens if nothing else is said: the dateline's state, or the main one where the dateline is only a
  // host's.
  [[nodiscard]] const std::string& story_state() const { return story_state_; }
  // The state that the article names most, where one stands out.
  [[nodiscard]] const std::string& main_state() const { return main_state_; }
  // The two that it names most, where no third comes near; empty otherwise.
  [[nodiscard]] const std::vector<std::string>& main_pair() const { return main_pair_; }
  // How often each state, by alpha-3, or organisation, by its code, is named.
  [[nodiscard]] const std::map<std::string, std::int32_t>& named_states() const { return named_states_; }

 private:
  void find_dateline_state(const Article& article);
  void count_states(const std::vector<NameMatch>& matches);
  void count_bearers(const std::vector<NameMatch>& matches);
  void find_main_state();
  void find_story_state();
  [[nodiscard]] bool lasts(const std::string& from, const std::string& to) const;  // on the article's date
  [[nodiscard]] bool long_gone(const OfficeHolder& holder) const;  // too long for a family name alone to mean him
  [[nodiscard]] bool has_just_left(const OfficeHolder& holder) const;

  const Knowledge& knowledge_;
  std::string date_;  // ISO 8601, the article's; empty where it has none
  std::string dateline_state_;
  std::string main_state_;
  std::string story_state_;
  std::vector<std::string> main_pair_;
  std::map<std::string, std::int32_t> named_states_;
  std::map<std::string, std::int32_t> bearers_;  // of a state: holders of its offices, groups of it
  std::set<std::string> told_by_name_;           // those of them that are named otherwise than by an adjective
};

inline constexpr std::size_t kIsoDateLength = 10;  // of "2024-03-01", as a timestamp begins

}  // namespace entente

#endif  // ENTENTE_ACTORS_NAME_SENSES_H_

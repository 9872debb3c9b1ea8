// The shipped tables, and records made short, for the tests of joining.
#ifndef ENTENTE_LEDGER_TEST_LEDGER_H_
#define ENTENTE_LEDGER_TEST_LEDGER_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/event_mention.h"
#include "ledger/hashing.h"
#include "ledger/tables.h"

namespace entente {

inline const JoinTables& join_tables() {
  static const JoinTables kTables = [] {
    Result<JoinTables> loaded = JoinTables::load(std::string(ENTENTE_SOURCE_DIR) + "/knowledge");
    EXPECT_TRUE(loaded.has_value()) << loaded.error().to_string();
    return loaded.has_value() ? *std::move(loaded) : JoinTables();
  }();
  return kTables;
}

inline Actor state(const std::string& code, const std::string& text = "") {
  Actor actor;
  actor.name = actor.text = text.empty() ? code : text;
  actor.code = actor.country = code;
  actor.sector = "GOV";
  actor.type = "state";
  actor.via = "name";
  return actor;
}

inline Actor person(const std::string& name, const std::string& code, const std::string& role = "") {
  Actor actor = state(code, name);
  actor.type = "person";
  if (!role.empty()) actor.role = role;
  return actor;
}

inline Actor sector_of(const std::string& code, const std::string& sector, const std::string& text) {
  Actor actor = state(code, text);
  actor.type = "group";
  actor.sector = sector;
  return actor;
}

inline DateInterval stated(const std::string& from, const std::string& to = "", const std::string& text = "on Monday") {
  return {from, to.empty() ? from : to, text, to.empty() ? "day" : "week"};
}

// The id of a record is its article's name, hashed: what is built in one order or another is the same.
inline std::string record_id(const std::string& prefix, const std::string& article) {
  return id_text(prefix + "_", static_cast<std::int64_t>(hash64(prefix + article)));
}

inline MentionContext context_of(const std::string& article, const std::string& published,
                                 const std::string& copies = "") {
  return {article_key(article), copies.empty() ? article_key(article) : article_key(copies), day_number(published)};
}

// Joins a list in many orders; fails where the result depends on the order. `join` gives for each its founder.
template <class Mention, class Join>
std::vector<std::uint32_t> joined_in_any_order(const std::vector<Mention>& mentions, Join join) {
  const std::vector<std::uint32_t> founders = join(mentions);
  std::mt19937 random(7);
  std::vector<std::uint32_t> order(mentions.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int round = 0; round < 10; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    std::vector<Mention> shuffled;
    for (const std::uint32_t i : order) shuffled.push_back(mentions[i]);
    const std::vector<std::uint32_t> result = join(shuffled);
    for (std::uint32_t i = 0; i < order.size(); ++i)
      EXPECT_EQ(mentions[founders[order[i]]].record, shuffled[result[i]].record) << "in another order";
  }
  return founders;
}

}  // namespace entente

#endif  // ENTENTE_LEDGER_TEST_LEDGER_H_

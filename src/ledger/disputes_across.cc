#include "ledger/disputes_across.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace entente {
namespace {

using PositionKey = std::tuple<std::size_t, std::uint64_t, std::uint8_t>;  // episode, speaker, position
using PairKey = std::pair<PositionKey, PositionKey>;                       // the lesser first

PairKey pair_of(const PositionKey& a, const PositionKey& b) { return a < b ? PairKey{a, b} : PairKey{b, a}; }

// What is known of a position while pairs are looked for.
struct Stand {
  JoinedPosition position;
  std::uint8_t opposite = 0;
  std::set<std::uint32_t> countries;  // of the speaker and of whom it speaks
  std::uint64_t founder = 0;          // record key of the statement published first
  std::tuple<bool, std::int32_t, std::uint64_t> told;
};

class DisputeJoiner {
 public:
  DisputeJoiner(const std::vector<StatementMention>& statements, const std::vector<DisputeMention>& disputes)
      : statements_(statements), disputes_(disputes) {
    const auto has_id = [](const auto& list) {
      return std::any_of(list.begin(), list.end(), [](const auto& one) { return one.issue_has_id; });
    };
    by_label_ = !has_id(statements) && !has_id(disputes);
  }

  JoinedDisputes run() {
    find_episodes();
    find_speakers();
    find_stands();
    pair_stands();
    fold_disputes();
    std::sort(result_.disputes.begin(), result_.disputes.end(),
              [](const JoinedDispute& a, const JoinedDispute& b) { return a.key < b.key; });
    return std::move(result_);
  }

 private:
  [[nodiscard]] static std::tuple<bool, std::int32_t, std::uint64_t> told_key(const StatementMention& m) {
    return {m.published_day == kNoDay, m.published_day, m.record};
  }
  [[nodiscard]] static bool takes_part(const StatementMention& m) { return m.position != 0 && m.speaker_key != 0; }

  // order_: the statements by day; episode_: of each statement. "The strike" of May is not that of August.
  void find_episodes() {
    order_.resize(statements_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(statements_[a].day, told_key(statements_[a])) <
             std::pair(statements_[b].day, told_key(statements_[b]));
    });
    episode_.resize(statements_.size());
    std::size_t episode = 0;
    std::int32_t last = kNoDay;
    for (const std::uint32_t i : order_) {
      const std::int32_t day = statements_[i].day;
      // The first with a day follows those without one.
      if (by_label_ && day != kNoDay && (last == kNoDay || day - last > kLabelDays)) ++episode;
      last = day;
      episode_[i] = episode;
    }
  }

  // Those who state a position in most articles.
  void find_speakers() {
    std::map<std::uint64_t, std::set<std::uint64_t>> articles;
    for (const StatementMention& statement : statements_) {
      if (takes_part(statement)) articles[statement.speaker_key].insert(statement.article);
    }
    std::vector<std::pair<std::ptrdiff_t, std::uint64_t>> ranked;
    ranked.reserve(articles.size());
    for (const auto& [speaker, told] : articles)
      ranked.emplace_back(-static_cast<std::ptrdiff_t>(told.size()), speaker);
    std::sort(ranked.begin(), ranked.end());
    for (std::size_t i = 0; i < std::min(ranked.size(), kMostSpeakers); ++i) speakers_.insert(ranked[i].second);
    result_.speakers_left_out = static_cast<std::uint32_t>(ranked.size() - speakers_.size());
  }

  void find_stands() {
    for (const std::uint32_t i : order_) {
      const StatementMention& statement = statements_[i];
      if (!takes_part(statement) || !speakers_.contains(statement.speaker_key)) continue;
      Stand& stand = stands_[{episode_[i], statement.speaker_key, statement.position}];
      JoinedPosition& position = stand.position;
      if (position.statements.empty() || told_key(statement) < stand.told) {
        stand.told = told_key(statement);
        stand.founder = statement.record;
      }
      position.speaker_key = statement.speaker_key;
      position.position = statement.position;
      position.statements.push_back(i);
      if (position.first_day == kNoDay) position.first_day = statement.day;
      position.last_day = statement.day;
      stand.opposite = static_cast<std::uint8_t>(stand.opposite | statement.opposite);
      if (statement.speaker.code != 0) stand.countries.insert(statement.speaker.code);
      for (const std::uint32_t code : statement.about) {
        if (code != 0) stand.countries.insert(code);
      }
    }
  }

  void pair_stands() {
    for (auto a = stands_.begin(); a != stands_.end(); ++a) {
      for (auto b = std::next(a); b != stands_.end() && std::get<0>(b->first) == std::get<0>(a->first); ++b) {
        if (!are_opposite(a->second, b->second)) continue;
        pairs_.emplace(PairKey{a->first, b->first}, result_.disputes.size());
        result_.disputes.push_back(dispute_of(a->second, b->second));
      }
    }
  }

  [[nodiscard]] bool are_opposite(const Stand& a, const Stand& b) const {
    if (((a.opposite >> b.position.position) & 1U) == 0 && ((b.opposite >> a.position.position) & 1U) == 0)
      return false;
    // Who says both on one day is quoted out of context or has been misread; a change needs two days.
    if (a.position.speaker_key == b.position.speaker_key)
      return a.position.first_day != b.position.first_day && a.position.first_day != kNoDay &&
             b.position.first_day != kNoDay;
    return !by_label_ || std::any_of(a.countries.begin(), a.countries.end(),
                                     [&](std::uint32_t code) { return b.countries.contains(code); });
  }

  static JoinedDispute dispute_of(const Stand& a, const Stand& b) {
    const auto key = [](const Stand& stand) {
      return std::tuple(stand.position.first_day == kNoDay, stand.position.first_day, stand.founder);
    };
    const bool swapped = key(b) < key(a);
    const Stand& first = swapped ? b : a;
    const Stand& second = swapped ? a : b;
    JoinedDispute dispute;
    dispute.sides = {first.position, second.position};
    // Whichever side is the earlier once more has come in, the key is the same.
    dispute.key = mix64(mix64(std::min(a.founder, b.founder)) ^ std::max(a.founder, b.founder));
    dispute.change_of_position = a.position.speaker_key == b.position.speaker_key;
    return dispute;
  }

  // A dispute that an article tells is of the account with its speakers, else founds one by itself.
  void fold_disputes() {
    for (std::uint32_t i = 0; i < statements_.size(); ++i) by_record_.emplace(statements_[i].record, i);
    std::vector<std::uint32_t> order(disputes_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto key = [&](std::uint32_t i) {
        return std::tuple(disputes_[i].published_day == kNoDay, disputes_[i].published_day, disputes_[i].record);
      };
      return key(a) < key(b);
    });
    for (const std::uint32_t i : order) {
      const std::optional<PairKey> pair = pair_of_dispute(disputes_[i]);
      const auto found = pair ? pairs_.find(*pair) : pairs_.end();
      if (found != pairs_.end()) {
        result_.disputes[found->second].disputes.push_back(i);
        continue;
      }
      if (pair) pairs_.emplace(*pair, result_.disputes.size());
      result_.disputes.push_back(lone_dispute(i));
    }
  }

  // Empty where a side has no speaker or the issue is none: then nothing tells that two articles mean one dispute.
  [[nodiscard]] std::optional<PairKey> pair_of_dispute(const DisputeMention& dispute) const {
    if (dispute.issue == 0) return std::nullopt;
    std::optional<std::size_t> episode;
    if (!by_label_) episode = 0;
    for (const DisputeMention::Side& side : dispute.sides) {
      if (side.speaker_key == 0) return std::nullopt;
      const auto statement = by_record_.find(side.statement);
      if (side.statement != 0 && statement != by_record_.end()) episode = episode_[statement->second];
    }
    if (!episode) return std::nullopt;
    const auto& [a, b] = dispute.sides;
    return pair_of({*episode, a.speaker_key, a.position}, {*episode, b.speaker_key, b.position});
  }

  [[nodiscard]] JoinedDispute lone_dispute(std::uint32_t index) const {
    const DisputeMention& mention = disputes_[index];
    JoinedDispute dispute;
    dispute.key = mention.record;
    dispute.disputes = {index};
    for (std::size_t i = 0; i < dispute.sides.size(); ++i) {
      const DisputeMention::Side& side = mention.sides[i];
      JoinedPosition& position = dispute.sides[i];
      position.speaker_key = side.speaker_key;
      position.position = side.position;
      position.first_day = position.last_day = mention.published_day;
      const auto statement = by_record_.find(side.statement);
      if (side.statement == 0 || statement == by_record_.end()) continue;
      position.statements = {statement->second};
      position.first_day = position.last_day = statements_[statement->second].day;
    }
    return dispute;
  }

  const std::vector<StatementMention>& statements_;
  const std::vector<DisputeMention>& disputes_;
  bool by_label_ = false;
  std::vector<std::uint32_t> order_;
  std::vector<std::size_t> episode_;
  std::set<std::uint64_t> speakers_;
  std::map<PositionKey, Stand> stands_;
  std::map<PairKey, std::size_t> pairs_;  // to result_.disputes
  std::unordered_map<std::uint64_t, std::uint32_t> by_record_;
  JoinedDisputes result_;
};

}  // namespace

DisputeMention dispute_mention(const Dispute& dispute, const MentionContext& context, const JoinTables& tables) {
  DisputeMention mention;
  mention.record = record_key(dispute.id);
  mention.article = context.article;
  mention.published_day = context.published_day;
  if (dispute.issue) {
    mention.issue = issue_key(*dispute.issue, tables);
    mention.issue_has_id = dispute.issue->id.has_value();
  }
  std::vector<DisputeMention::Side> sides;
  std::vector<std::uint8_t> opposite;
  for (const DisputeSide& side : dispute.sides) {
    const auto stance = tables.stances.find(side.stance);
    const bool known = stance != tables.stances.end();
    sides.push_back({side.statement ? record_key(*side.statement) : 0,
                     side.speaker ? speaker_key(join_actor(*side.speaker, tables)) : 0,
                     known ? stance->second.position : std::uint8_t{0}});
    opposite.push_back(known ? stance->second.opposite : std::uint8_t{0});
  }
  for (std::size_t i = 0; i < std::min(sides.size(), mention.sides.size()); ++i) mention.sides[i] = sides[i];
  for (std::size_t i = 0; i < sides.size(); ++i) {
    for (std::size_t j = i + 1; j < sides.size(); ++j) {
      if (((opposite[i] >> sides[j].position) & 1U) == 0) continue;
      mention.sides = {sides[i], sides[j]};
      return mention;
    }
  }
  return mention;
}

JoinedDisputes join_disputes(const std::vector<StatementMention>& statements,
                             const std::vector<DisputeMention>& disputes) {
  return DisputeJoiner(statements, disputes).run();
}

}  // namespace entente

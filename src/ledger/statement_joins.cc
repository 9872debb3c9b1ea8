#include "ledger/statement_joins.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>

namespace entente {
namespace {

constexpr std::size_t kMostWords = 255;
constexpr std::size_t kMostCompared = 8;
// Shares of the content words: a paraphrase keeps a third; more is asked where only the country tells who spoke.
constexpr double kNearWording = 0.3;
constexpr double kNearWordingOfOffice = 0.4;
constexpr double kNextDayMore = 0.1;
constexpr int kFewWords = 3;  // "No" and "We will see" are said every day

double least_wording(const StatementMention& a, const StatementMention& b) {
  const bool named = same_name(a.speaker, b.speaker);
  const bool few = std::min(a.content_words, b.content_words) < kFewWords;
  return (named ? kNearWording : kNearWordingOfOffice) + (few ? 0.4 : 0);
}

// How near two statements are; empty where they are not one.
std::optional<double> score(const StatementMention& a, const StatementMention& b) {
  if (a.article == b.article || a.stance != b.stance || a.has_speaker != b.has_speaker) return std::nullopt;
  const double share = similarity(a.wording, b.wording);
  if (share < least_wording(a, b) + (a.day != b.day ? kNextDayMore : 0)) return std::nullopt;
  if (a.has_speaker) {
    const ActorFit who = fit(a.speaker, b.speaker);
    if (who.other_person || who.level < 0.5) return std::nullopt;
  } else if (a.copy_group != b.copy_group) {
    return std::nullopt;  // nobody is named: only a copy tells that it is the same
  }
  if (a.issue_has_id && b.issue_has_id && a.issue != b.issue) return std::nullopt;
  return share;
}

bool tells_more(const StatementMention& a, const StatementMention& b) {
  const auto key = [](const StatementMention& m) {
    return std::tuple(m.day, -std::min<int>(m.content_words, 12), m.speaker.name == 0, -m.confidence, m.record);
  };
  return key(a) < key(b);
}

struct Group {
  std::int32_t day = kNoDay;
  std::vector<std::uint32_t> mentions;  // the fullest first
};

class StatementJoiner {
 public:
  explicit StatementJoiner(const std::vector<StatementMention>& mentions) : mentions_(mentions) {}

  std::vector<std::uint32_t> run() {
    std::vector<std::uint32_t> order(mentions_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const std::uint64_t block_a = statement_block(mentions_[a]);
      const std::uint64_t block_b = statement_block(mentions_[b]);
      return block_a != block_b ? block_a < block_b : tells_more(mentions_[a], mentions_[b]);
    });
    std::vector<std::uint32_t> result(mentions_.size());
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin;
      const std::uint64_t block = statement_block(mentions_[order[begin]]);
      while (end < order.size() && statement_block(mentions_[order[end]]) == block) ++end;
      join_block({order.begin() + static_cast<std::ptrdiff_t>(begin), order.begin() + static_cast<std::ptrdiff_t>(end)},
                 result);
      begin = end;
    }
    return result;
  }

 private:
  [[nodiscard]] std::optional<double> fit_group(const Group& group, std::uint32_t mention) const {
    double sum = 0;
    const std::size_t compared = std::min(group.mentions.size(), kMostCompared);
    for (std::size_t i = 0; i < compared; ++i) {
      const auto points = score(mentions_[group.mentions[i]], mentions_[mention]);
      if (!points) return std::nullopt;
      sum += *points;
    }
    for (const std::uint32_t other : group.mentions) {
      if (mentions_[other].article == mentions_[mention].article) return std::nullopt;
    }
    return sum / static_cast<double>(compared);
  }

  // The best of groups_[begin, end); end where none fits.
  [[nodiscard]] std::size_t best(std::size_t begin, std::size_t end, std::uint32_t mention) const {
    std::size_t at = end;
    double most = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const auto points = fit_group(groups_[i], mention);
      if (points && *points > most) {
        most = *points;
        at = i;
      }
    }
    return at;
  }

  // Within a day the fullest found groups; a group joins one of the day before, unless that has one before itself.
  void join_block(const std::vector<std::uint32_t>& order, std::vector<std::uint32_t>& result) {
    groups_.clear();
    std::vector<std::size_t> firsts;  // of each group, the first group of its day
    for (const std::uint32_t mention : order) {
      if (groups_.empty() || groups_.back().day != mentions_[mention].day) first_of_day_ = groups_.size();
      const std::size_t at = best(first_of_day_, groups_.size(), mention);
      if (at < groups_.size()) {
        groups_[at].mentions.push_back(mention);
      } else {
        groups_.push_back({mentions_[mention].day, {mention}});
        firsts.push_back(first_of_day_);
      }
    }
    std::vector<std::size_t> before(groups_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) before[i] = group_before(i, firsts);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (before[i] != i && before[before[i]] == before[i]) merge(before[i], i);
    }
    for (const Group& group : groups_) add_founder(group, result);
  }

  [[nodiscard]] std::size_t group_before(std::size_t i, const std::vector<std::size_t>& firsts) const {
    const std::size_t end = firsts[i];
    if (end == 0 || groups_[i].day == kNoDay || groups_[end - 1].day != groups_[i].day - 1) return i;
    const std::size_t at = best(firsts[end - 1], end, groups_[i].mentions.front());
    return at < end ? at : i;
  }

  // The later group is left empty where all of it fits; several may have chosen the same one.
  void merge(std::size_t to, std::size_t from) {
    const bool fits = std::all_of(groups_[from].mentions.begin(), groups_[from].mentions.end(),
                                  [&](std::uint32_t mention) { return fit_group(groups_[to], mention).has_value(); });
    if (!fits) return;
    auto& mentions = groups_[to].mentions;
    mentions.insert(mentions.end(), groups_[from].mentions.begin(), groups_[from].mentions.end());
    groups_[from].mentions.clear();
  }

  void add_founder(const Group& group, std::vector<std::uint32_t>& result) const {
    if (group.mentions.empty()) return;
    const std::uint32_t founder =
        *std::min_element(group.mentions.begin(), group.mentions.end(), [&](std::uint32_t a, std::uint32_t b) {
          const auto key = [&](std::uint32_t i) {
            return std::tuple(mentions_[i].published_day == kNoDay, mentions_[i].published_day, mentions_[i].record);
          };
          return key(a) < key(b);
        });
    for (const std::uint32_t mention : group.mentions) result[mention] = founder;
  }

  const std::vector<StatementMention>& mentions_;
  std::vector<Group> groups_;
  std::size_t first_of_day_ = 0;
};

}  // namespace

std::uint64_t issue_key(const Issue& issue, const JoinTables& tables) {
  if (issue.id && !issue.id->empty()) return hash64("id " + *issue.id);
  std::string label;
  for (const std::string& word : content_words(issue.label, tables)) label += word + " ";
  return label.empty() ? 0 : hash64("label " + label);
}

StatementMention statement_mention(const Statement& statement, const MentionContext& context,
                                   const JoinTables& tables) {
  StatementMention mention;
  mention.record = record_key(statement.id);
  mention.article = context.article;
  mention.copy_group = context.copy_group;
  mention.published_day = context.published_day;
  const MentionDate date = mention_date(statement.date);
  mention.day = date.kind == DateClass::kStated ? date.from : context.published_day;
  if (statement.speaker) {
    mention.has_speaker = true;
    mention.speaker = join_actor(*statement.speaker, tables);
    mention.speaker_key = speaker_key(mention.speaker);
  }
  if (statement.issue) {
    mention.issue = issue_key(*statement.issue, tables);
    mention.issue_has_id = statement.issue->id.has_value();
  }
  std::vector<std::uint32_t> about;
  for (const Actor& actor : statement.about) {
    if (const std::uint32_t key = actor_key(join_actor(actor, tables)); key != 0) about.push_back(key);
  }
  std::sort(about.begin(), about.end());
  about.erase(std::unique(about.begin(), about.end()), about.end());
  std::copy_n(about.begin(), std::min(about.size(), mention.about.size()), mention.about.begin());
  if (const auto stance = tables.stances.find(statement.stance); stance != tables.stances.end()) {
    mention.stance = stance->second.index;
    mention.position = stance->second.position;
    mention.opposite = stance->second.opposite;
  }
  const std::vector<std::string> words = content_words(statement.content.text, tables);
  mention.content_words = static_cast<std::uint8_t>(std::min(words.size(), kMostWords));
  mention.wording = wording_of(words);
  mention.confidence = static_cast<float>(statement.confidence);
  return mention;
}

std::uint64_t statement_block(const StatementMention& mention) {
  return mention.has_speaker ? actor_key(mention.speaker) : mix64(mention.copy_group) | (std::uint64_t{1} << 63U);
}

std::vector<std::uint32_t> join_statements(const std::vector<StatementMention>& mentions) {
  return StatementJoiner(mentions).run();
}

}  // namespace entente

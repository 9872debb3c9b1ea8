#include "ledger/agreement_threads.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace entente {
namespace {

// Points for a mention's being of a thread.
constexpr double kJoin = 2.0;
constexpr double kSameTitle = 4.0;
constexpr double kNearTitle = 2.0;
constexpr double kOtherTitle = -3.0;
constexpr double kSameForm = 1.0;
constexpr double kLooseForm = 0.5;  // "accord" may be said of any
constexpr double kOtherForm = -2.0;
constexpr double kSameDay = 2.0;  // both made on it
constexpr double kNearDay = 1.5;
constexpr double kOtherDay = -2.5;  // made on days that both state
constexpr double kFarDay = -4.0;
constexpr double kRefersBack = 2.0;  // "ratified": to what was made before
constexpr double kGoesOn = 1.0;      // proposed, then made
constexpr double kAfterEnd = -1.5;
constexpr double kWordingPoints = 2.0;
constexpr double kOtherPartyFit = -1.0;
constexpr double kSameTitleShare = 0.75;
constexpr double kNearTitleShare = 0.4;
constexpr std::int32_t kNearDays = 4;        // from the initials to the news of it
constexpr std::int32_t kProposalDays = 400;  // a proposal of longer ago is another one

constexpr std::size_t kMostCompared = 8;

struct Thread {
  std::vector<std::uint32_t> mentions;
  std::vector<std::uint32_t> compared;  // the first of them, and the first that tell a title
  std::set<std::uint64_t> articles;
  std::int32_t first = kNoDay, last = kNoDay;         // of its mentions
  std::int32_t made_from = kNoDay, made_to = kNoDay;  // when it was agreed or signed, as far as told
  bool made_stated = false;                           // by a text, not by the day of publication
  std::int32_t ended = kNoDay;
};

double title_points(const AgreementMention& a, const AgreementMention& b) {
  const auto size = [](const AgreementMention& m) {
    return static_cast<std::ptrdiff_t>(m.title.size()) - std::count(m.title.begin(), m.title.end(), 0U);
  };
  const auto size_a = size(a);
  const auto size_b = size(b);
  if (size_a == 0 || size_b == 0) return 0;
  const auto both = std::count_if(a.title.begin(), a.title.end(), [&](std::uint32_t word) {
    return word != 0 && std::find(b.title.begin(), b.title.end(), word) != b.title.end();
  });
  // Of the shorter: "the Minsk agreement", "the second Minsk agreement on a ceasefire".
  const double share = static_cast<double>(both) / static_cast<double>(std::min(size_a, size_b));
  return share >= kSameTitleShare ? kSameTitle : share >= kNearTitleShare ? kNearTitle : kOtherTitle;
}

double form_points(const JoinForm& a, const JoinForm& b) {
  if (a.family == 0 || b.family == 0) return 0;
  if (a.family == b.family) return kSameForm;
  return a.loose || b.loose ? kLooseForm : kOtherForm;
}

// The sectors tell a ceasefire with rebels from one inside of a government.
bool parties_fit(const AgreementMention& a, const AgreementMention& b) {
  for (std::size_t i = 0; i < a.parties.size; ++i) {
    for (std::size_t j = 0; j < b.parties.size; ++j) {
      if (fit(a.parties.list[i], b.parties.list[j]).level > 0) return true;
    }
  }
  return a.parties.empty() || b.parties.empty();
}

class ThreadJoiner {
 public:
  explicit ThreadJoiner(const std::vector<AgreementMention>& mentions) : mentions_(mentions) {}

  std::vector<JoinedAgreement> run() {
    std::vector<std::uint32_t> order(mentions_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return time_key(a) < time_key(b); });
    for (const std::uint32_t mention : order) add(mention);
    std::vector<JoinedAgreement> result;
    result.reserve(threads_.size());
    for (const Thread& thread : threads_) result.push_back(joined(thread));
    std::sort(result.begin(), result.end(), [&](const JoinedAgreement& a, const JoinedAgreement& b) {
      return told_key(a.founder) < told_key(b.founder);
    });
    return result;
  }

 private:
  using Key = std::tuple<bool, std::int32_t, std::uint8_t, std::int32_t, std::uint64_t>;

  // By what happened when; within a day an agreement is made before it is kept or broken.
  [[nodiscard]] Key time_key(std::uint32_t i) const {
    const AgreementMention& m = mentions_[i];
    const std::int32_t day = agreement_day(m);
    return {day == kNoDay, day, m.status.order, m.published_day, m.record};
  }
  [[nodiscard]] std::tuple<bool, std::int32_t, std::uint64_t> told_key(std::uint32_t i) const {
    return {mentions_[i].published_day == kNoDay, mentions_[i].published_day, mentions_[i].record};
  }

  void add(std::uint32_t mention) {
    Thread* best = nullptr;
    double most = kJoin;
    for (Thread& thread : threads_) {
      const std::optional<double> points = score(thread, mentions_[mention]);
      // Of equals the later: what news refers to is the latest.
      if (points && *points >= most) {
        most = *points;
        best = &thread;
      }
    }
    if (best == nullptr) best = &threads_.emplace_back();
    extend(*best, mention);
  }

  [[nodiscard]] std::optional<double> score(const Thread& thread, const AgreementMention& mention) const {
    const AgreementMention& first = mentions_[thread.mentions.front()];
    double title = 0;
    double form = 0;
    double wording = 0;
    if (thread.articles.contains(mention.article)) return std::nullopt;
    for (const std::uint32_t i : thread.compared) {
      const AgreementMention& other = mentions_[i];
      const double points = title_points(other, mention);
      if (title == 0 || points > title) title = points == 0 ? title : points;
      if (form == 0) form = form_points(other.form, mention.form);
      wording = std::max(wording, similarity(other.wording, mention.wording));
    }
    double points = title + form + kWordingPoints * wording;
    if (!parties_fit(first, mention)) points += kOtherPartyFit;
    return points + time_points(thread, mention);
  }

  static double made_points(const Thread& thread, const AgreementMention& mention) {
    const std::int32_t day = agreement_day(mention);
    const std::int32_t to = mention.date.kind == DateClass::kInterval ? mention.date.to : day;
    if (day <= thread.made_to && thread.made_from <= to) return kSameDay;
    const std::int32_t apart = day > thread.made_to ? day - thread.made_to : thread.made_from - to;
    if (apart <= kNearDays) return kNearDay;
    const bool stated = thread.made_stated && mention.date.from != kNoDay;
    return stated ? kFarDay : kOtherDay;
  }

  static double time_points(const Thread& thread, const AgreementMention& mention) {
    const std::int32_t day = agreement_day(mention);
    if (day == kNoDay || thread.last == kNoDay) return 0;
    double points = 0;
    if (thread.ended != kNoDay && day > thread.ended + kNearDays) points += kAfterEnd;
    switch (mention.status.phase) {
      case StatusPhase::kMade:
        if (thread.made_from != kNoDay) return points + made_points(thread, mention);
        return points + (day - thread.last <= kProposalDays ? kGoesOn : kOtherDay);
      case StatusPhase::kBefore:
        // What is proposed after one was made is the next one.
        if (thread.made_from != kNoDay) return points + (day - thread.made_from <= kNearDays ? 0 : kOtherDay);
        return points + (day - thread.last <= kNearDays       ? kSameDay
                         : day - thread.last <= kProposalDays ? kGoesOn
                                                              : kOtherDay);
      case StatusPhase::kAfter:
      case StatusPhase::kEnd: return points + kRefersBack;
    }
    return points;
  }

  void extend(Thread& thread, std::uint32_t index) {
    const AgreementMention& mention = mentions_[index];
    thread.mentions.push_back(index);
    thread.articles.insert(mention.article);
    const std::size_t most = mention.title[0] != 0 ? 2 * kMostCompared : kMostCompared;
    if (thread.compared.size() < most) thread.compared.push_back(index);
    const std::int32_t day = agreement_day(mention);
    if (day == kNoDay) return;
    if (thread.first == kNoDay) thread.first = day;
    thread.last = day;
    if (mention.status.phase == StatusPhase::kMade && mention.known_status) {
      // The narrowest that was told; mentions come in the order of their days.
      const std::int32_t to = mention.date.kind == DateClass::kInterval ? mention.date.to : day;
      if (thread.made_from == kNoDay || to - day < thread.made_to - thread.made_from) {
        thread.made_from = day;
        thread.made_to = to;
      }
      thread.made_stated |= mention.date.from != kNoDay;
    }
    if (mention.status.phase == StatusPhase::kEnd) thread.ended = day;
  }

  [[nodiscard]] JoinedAgreement joined(const Thread& thread) const {
    JoinedAgreement result;
    std::set<std::uint8_t> told;
    for (const std::uint32_t i : thread.mentions) {  // by time_key(), as agreement_steps() has it
      const AgreementMention& mention = mentions_[i];
      if (mention.known_status && told.insert(mention.status.order).second)
        result.steps.push_back({mention.status.order, i, agreement_day(mention)});
    }
    result.mentions = thread.mentions;
    std::sort(result.mentions.begin(), result.mentions.end(),
              [&](std::uint32_t a, std::uint32_t b) { return told_key(a) < told_key(b); });
    result.founder = result.mentions.front();
    return result;
  }

  const std::vector<AgreementMention>& mentions_;
  std::vector<Thread> threads_;
};

}  // namespace

std::int32_t agreement_day(const AgreementMention& mention) {
  return mention.date.from != kNoDay ? mention.date.from : mention.published_day;
}

std::uint64_t agreement_block(const Agreement& agreement, const JoinTables& tables) {
  std::set<std::uint32_t> keys;
  for (const Actor& party : agreement.parties) {
    if (const std::uint32_t key = actor_key(join_actor(party, tables)); key != 0) keys.insert(key);
  }
  std::uint64_t block = keys.size();
  for (const std::uint32_t key : keys) block = mix64(block ^ key);
  return block;
}

AgreementMention agreement_mention(const Agreement& agreement, const MentionContext& context,
                                   const JoinTables& tables) {
  AgreementMention mention;
  mention.record = record_key(agreement.id);
  mention.article = context.article;
  mention.copy_group = context.copy_group;
  mention.published_day = context.published_day;
  mention.date = mention_date(agreement.date);
  mention.parties = join_parties(agreement.parties, tables);
  mention.block = agreement_block(agreement, tables);
  if (agreement.title) {
    std::vector<std::uint32_t> words;
    for (const std::string& word : content_words(*agreement.title, tables)) words.push_back(hash32(word));
    std::sort(words.begin(), words.end());
    std::copy_n(words.begin(), std::min(words.size(), mention.title.size()), mention.title.begin());
  }
  std::string text;
  for (const Evidence& evidence : agreement.evidence) text += evidence.text + " ";
  mention.wording = wording_of(content_words(text, tables));
  mention.confidence = static_cast<float>(agreement.confidence);
  if (const auto form = tables.forms.find(agreement.form); form != tables.forms.end()) mention.form = form->second;
  if (const auto status = tables.statuses.find(agreement.status); status != tables.statuses.end()) {
    mention.status = status->second;
    mention.known_status = true;
  }
  return mention;
}

std::vector<JoinedAgreement> join_agreements(const std::vector<AgreementMention>& mentions) {
  return ThreadJoiner(mentions).run();
}

}  // namespace entente

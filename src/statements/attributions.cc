#include "statements/attributions.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "statements/quotations.h"

namespace entente {
namespace {

// Of the cue's words by the model. The head is tuned to miss few of them; a whole attribution needs a surer one.
constexpr float kSureCue = 0.6F;
// The same where the model links words to the cue: the cue's score times what it says of the content.
constexpr float kSureLink = 0.6F;
// What keeps a span from a cue: a step in the tree, another cue between, a word between.
constexpr double kStep = 2;
constexpr double kCueBetween = 3;
constexpr double kWord = 0.25;
constexpr std::int32_t kMostSteps = 6;
constexpr std::int32_t kMostWords = 20;
constexpr std::int32_t kMostlyOfTen = 6;  // of a sentence's words
constexpr std::int32_t kMostSpans = 200;  // of a role in one sentence; more are no language

bool inside(TokenSpan inner, TokenSpan outer) { return outer.contains(inner); }

class Linker {
 public:
  explicit Linker(const Tree& tree) : tree_(tree), quotations_(tree), links_(!tree.parsed().linked.empty()) {
    for (const AttributionSpan& span : tree.parsed().attributions) {
      if (span.tokens.empty() || span.tokens.end.value > tree.size()) continue;
      if (span.role == AttributionRole::kCue && (links_ || span.score < kSureCue)) continue;
      auto& of_sentence = by_sentence_[tree.sentence(span.tokens.begin.value)][static_cast<std::size_t>(span.role)];
      if (of_sentence.size() < kMostSpans) of_sentence.push_back(span.tokens);
    }
    for (const Attribution& read : tree.parsed().linked) {
      if (read.cue.empty() || read.content.empty() || read.score < kSureLink) continue;
      const TokenSpan cue = read.cue.front();
      if (cue.empty() || cue.end.value > tree.size()) continue;
      by_sentence_[tree.sentence(cue.begin.value)][static_cast<std::size_t>(AttributionRole::kCue)].push_back(cue);
      linked_[cue.begin.value] = read;
    }
  }

  [[nodiscard]] std::vector<Attribution> link() {
    for (auto& [sentence, roles] : by_sentence_) link_sentence(sentence, roles);
    std::vector<Attribution> found;
    for (auto& [begin, attribution] : linked_) {
      if (attribution.content.empty()) continue;
      join(attribution);
      found.push_back(std::move(attribution));
    }
    return found;
  }

 private:
  using Roles = std::array<std::vector<TokenSpan>, 3>;  // source, cue, content

  // The words of the span that hang from outside of it.
  [[nodiscard]] std::vector<TokenId> tops(TokenSpan span) const {
    std::vector<TokenId> found;
    for (TokenId t = span.begin.value; t < span.end.value; ++t) {
      const TokenId head = tree_.head(t);
      if (!span.contains(TokenOffset{head}) && !tree_.has_upos(t, {"PUNCT"})) found.push_back(t);
    }
    if (found.empty()) found.push_back(span.begin.value);
    return found;
  }

  [[nodiscard]] std::int32_t steps_up(TokenId from, TokenId to) const {
    std::int32_t steps = 0;
    for (TokenId t = from; t >= 0 && steps < kMostSteps; t = tree_.head(t), ++steps) {
      if (t == to) return steps;
    }
    return kMostSteps;
  }

  [[nodiscard]] double distance(TokenSpan cue, TokenSpan span, const std::vector<TokenSpan>& cues) const {
    std::int32_t steps = kMostSteps;
    for (const TokenId a : tops(cue)) {
      for (const TokenId b : tops(span)) steps = std::min({steps, steps_up(a, b), steps_up(b, a)});
    }
    const std::int32_t from = std::min(cue.end.value, span.end.value);
    const std::int32_t to = std::max(cue.begin.value, span.begin.value);
    const auto between = std::count_if(cues.begin(), cues.end(), [&](TokenSpan other) {
      return other != cue && other.begin.value >= from && other.begin.value < to;
    });
    return kStep * steps + kCueBetween * static_cast<double>(between) + kWord * std::clamp(to - from, 0, kMostWords);
  }

  // The cue that the span belongs to; nullptr where the sentence has none.
  [[nodiscard]] Attribution* nearest(TokenSpan span, const std::vector<TokenSpan>& cues, double& least) {
    Attribution* best = nullptr;
    least = std::numeric_limits<double>::max();
    for (const TokenSpan cue : cues) {
      if (inside(cue, span)) continue;
      const double away = distance(cue, span, cues);
      if (away >= least) continue;
      least = away;
      best = &linked_[cue.begin.value];
    }
    return best;
  }

  void link_sentence(std::int32_t sentence, const Roles& roles) {
    const auto& [sources, cues, contents] = roles;
    if (links_) {
      go_on_linked(sentence, cues, contents);
      return;
    }
    for (const TokenSpan cue : cues) linked_[cue.begin.value].cue = {cue};
    std::vector<TokenSpan> left;
    double away = 0;
    for (const TokenSpan content : contents) {
      Attribution* owner = nearest(content, cues, away);
      if (owner == nullptr) {
        left.push_back(content);
      } else {
        owner->content.push_back(content);
      }
    }
    std::map<Attribution*, double> taken;
    for (const TokenSpan source : sources) {
      Attribution* owner = nearest(source, cues, away);
      if (owner == nullptr || (taken.contains(owner) && taken[owner] <= away)) continue;
      taken[owner] = away;
      owner->source = {source};
    }
    for (const TokenSpan cue : cues) share(linked_[cue.begin.value], roles);
    go_on(sentence, cues, left);
    for (const TokenSpan cue : cues) {
      if (!linked_[cue.begin.value].content.empty()) last_ = {sentence, cue.begin.value};
    }
  }

  // A cue that nothing is nearest to shares what is nearest to it: joined verbs have one source.
  void share(Attribution& attribution, const Roles& roles) const {
    const auto& [sources, cues, contents] = roles;
    const TokenSpan cue = attribution.cue.front();
    const auto nearest_of = [&](const std::vector<TokenSpan>& spans) -> std::vector<TokenSpan> {
      double least = std::numeric_limits<double>::max();
      std::vector<TokenSpan> best;
      for (const TokenSpan span : spans) {
        if (inside(cue, span)) continue;
        const double away = distance(cue, span, {});
        if (away < least) best = {span};
        least = std::min(least, away);
      }
      return best;
    };
    if (attribution.content.empty()) attribution.content = nearest_of(contents);
    if (attribution.source.empty()) attribution.source = nearest_of(sources);
  }

  [[nodiscard]] bool quoted(TokenSpan span) const {
    const TokenId first = std::max(0, span.begin.value - 1);
    const TokenId last = std::min(tree_.size(), span.end.value + 1);
    for (TokenId t = first; t < last; ++t) {
      if (quotations_.is_mark(t)) return true;
    }
    return false;
  }

  // Quoted words that run over sentences: those without a cue go on with the one before, or with the one after.
  void go_on(std::int32_t sentence, const std::vector<TokenSpan>& cues, const std::vector<TokenSpan>& left) {
    const auto& sentences = tree_.parsed().document.sentences;
    const TokenId first = sentences[static_cast<std::size_t>(sentence)].tokens.begin.value;
    if (waiting_sentence_ == sentence - 1 && !cues.empty()) {
      Attribution& next = linked_[cues.front().begin.value];
      const bool begins = !next.content.empty() && next.content.front().begin.value <= first + 1 &&
                          next.content.front().begin.value < cues.front().begin.value;
      if (begins) next.content.insert(next.content.begin(), waiting_.begin(), waiting_.end());
    }
    waiting_.clear();
    for (const TokenSpan content : left) {
      const bool whole = content.begin.value <= first + 1;
      const bool after = last_.first == sentence - 1 && !linked_[last_.second].content.empty();
      if (whole && after && quoted(linked_[last_.second].content.back())) {
        linked_[last_.second].content.push_back(content);
        last_.first = sentence;
      } else if (quoted(content)) {
        waiting_.push_back(content);
        waiting_sentence_ = sentence;
      }
    }
  }

  // Most of the sentence's words are content.
  [[nodiscard]] bool is_content(TokenSpan sentence, const std::vector<TokenSpan>& contents) const {
    const auto words = [&](TokenSpan span) {
      std::int32_t count = 0;
      for (TokenId t = span.begin.value; t < span.end.value; ++t) count += tree_.has_upos(t, {"PUNCT"}) ? 0 : 1;
      return count;
    };
    std::int32_t inside = 0;
    for (const TokenSpan content : contents) inside += words(content);
    return inside > 0 && inside * 10 >= kMostlyOfTen * words(sentence);
  }

  // The same where the model links: within a paragraph, a sentence that is content and has no cue goes on with the one
  // before or, where the next begins with a content, with that.
  void go_on_linked(std::int32_t sentence, const std::vector<TokenSpan>& cues, const std::vector<TokenSpan>& contents) {
    const Sentence& read = tree_.parsed().document.sentences[static_cast<std::size_t>(sentence)];
    if (read.starts_paragraph || waiting_sentence_ != sentence - 1) waiting_.clear();
    if (!cues.empty()) {
      const TokenSpan cue = cues.front();
      auto& next = linked_[cue.begin.value].content;
      const TokenOffset begin = next.front().begin;
      if (begin.value <= read.tokens.begin.value + 1 && begin < cue.begin)
        next.insert(next.begin(), waiting_.begin(), waiting_.end());
      waiting_.clear();
      last_ = {sentence, cues.back().begin.value};
      return;
    }
    const bool content = is_content(read.tokens, contents);
    if (content && last_.first == sentence - 1 && !read.starts_paragraph) {
      auto& before = linked_[last_.second].content;
      before.insert(before.end(), contents.begin(), contents.end());
      last_.first = sentence;
    } else if (content) {
      waiting_.insert(waiting_.end(), contents.begin(), contents.end());
      waiting_sentence_ = sentence;
    } else {
      waiting_.clear();
    }
  }

  // Contents with nothing but a mark between are one.
  void join(Attribution& attribution) const {
    auto& spans = attribution.content;
    std::sort(spans.begin(), spans.end());
    std::vector<TokenSpan> joined;
    for (const TokenSpan span : spans) {
      const bool near = !joined.empty() && span.begin.value - joined.back().end.value <= 1 &&
                        joined.back().end.value != attribution.cue.front().begin.value;
      if (near) {
        joined.back().end = std::max(joined.back().end, span.end);
      } else {
        joined.push_back(span);
      }
    }
    spans = std::move(joined);
  }

  const Tree& tree_;
  const Quotations quotations_;
  const bool links_;  // the model says what belongs to a cue
  std::map<std::int32_t, Roles> by_sentence_;
  std::map<TokenId, Attribution> linked_;            // by the cue's first word
  std::pair<std::int32_t, TokenId> last_ = {-2, 0};  // sentence that a content reaches, and its cue
  std::vector<TokenSpan> waiting_;                   // quoted words that have no cue yet
  std::int32_t waiting_sentence_ = -2;
};

}  // namespace

std::vector<Attribution> link_attributions(const Tree& tree) { return Linker(tree).link(); }

}  // namespace entente

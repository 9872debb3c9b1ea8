#include "statements/issues.h"

#include <algorithm>
#include <numeric>

#include "statements/issue_groups.h"
#include "statements/issue_phrases.h"

namespace entente {
namespace {

constexpr std::int32_t kEarly = 3;  // sentences that tell what an article is about
constexpr std::int32_t kBefore = 3;
constexpr std::int32_t kAfter = 1;  // sentences around the first statement of a group

// What is judged, asked for or promised, or told: each takes its name from other places in the content.
std::string way_of(const std::string& stance) {
  if (stance == "supports" || stance == "opposes" || stance == "doubts") return "judged";
  return stance == "promises" || stance == "demands" ? "acted" : "told";
}

// The choice of a phrase for one group of statements.
class Choice {
 public:
  Choice(const Tree& tree, const Knowledge& knowledge, const IssuePhrases& phrases, const std::vector<Matter>& matters,
         const std::vector<std::size_t>& members)
      : tree_(tree), knowledge_(knowledge), phrases_(phrases), sentence_(matters[members.front()].first_sentence) {
    for (const std::size_t member : members) members_.push_back(&matters[member]);
    way_ = way_of(members_.front()->found->statement.stance);
    acts_ = std::any_of(members_.begin(), members_.end(), [](const Matter* m) { return !m->object_kinds.empty(); });
  }

  void list(const std::set<std::int32_t>& used, IssueChoices::Choice& choice) const {
    for (const std::int32_t phrase : candidates()) {
      IssueChoices::Option& option = choice.options.emplace_back();
      static_cast<void>(score_of(phrase, used.contains(phrase), &option.said));
      const IssuePhrase& named = phrases_.at(phrase);
      option.label = tree_.text(named.first, named.last);
      if (named.standing != nullptr) option.id = named.standing->id;
    }
  }

  [[nodiscard]] std::int32_t best(const std::set<std::int32_t>& used) const {
    std::int32_t best = -1;
    double most = 0;
    for (const std::int32_t phrase : candidates()) {
      const double score = score_of(phrase, used.contains(phrase));
      if (best < 0 || score > most) {
        best = phrase;
        most = score;
      }
    }
    return best;
  }

 private:
  std::set<std::int32_t> candidates() const {
    std::set<std::int32_t> found(phrases_.prominent().begin(), phrases_.prominent().end());
    for (const Matter* matter : members_) {
      for (const HeldPhrase& held : matter->held) found.insert(held.phrase);
    }
    for (std::int32_t s = sentence_ - kBefore; s <= sentence_ + kAfter; ++s) {
      const auto& near = phrases_.in_sentence(s);
      found.insert(near.begin(), near.end());
    }
    return found;
  }

  void add_content(std::int32_t phrase, const std::string& kind, Score& score) const {
    const HeldPhrase* first = nullptr;
    std::int32_t count = 0;
    bool leads = true;
    for (const Matter* matter : members_) {
      const HeldPhrase* held = matter->holds(phrase);
      if (held == nullptr) continue;
      ++count;
      if (first == nullptr) first = held;
      if (matter->held.front().mention < first->mention) leads = false;
    }
    score.add("in");
    score.add("in:more", std::min(count, 3) - 1);
    score.add("in:share", static_cast<double>(count) / static_cast<double>(members_.size()));
    score.add("role:" + first->role);
    score.add(way_ + ":role:" + first->role);
    if (first->depth > 0) score.add("in:deep", std::min(first->depth, 2));
    if (first->in_clause) score.add("in:clause");
    score.add("in:kind:" + kind);
    if (members_.front()->holds(phrase) != nullptr) score.add("in:first_statement");
    if (leads) score.add("in:leads");
  }

  [[nodiscard]] bool inside(TokenId t) const {
    return std::any_of(members_.begin(), members_.end(),
                       [&](const Matter* m) { return m->found->content.contains(TokenOffset{t}); });
  }

  // Where it stands around the first statement.
  void add_around(const IssuePhrase& phrase, bool held, Score& score) const {
    std::set<std::int32_t> distances;
    TokenId near = -1;
    for (const TokenId mention : phrase.mentions) {
      const std::int32_t distance = tree_.sentence(mention) - sentence_;
      if (distance > 0) break;
      if (distance < -kBefore || inside(mention)) continue;
      distances.insert(distance);
      if (distance >= -1) near = mention;
    }
    for (const std::int32_t distance : distances) {
      const std::string where = distance == 0 ? "same" : "before" + std::to_string(-distance);
      score.add("near:" + where);
      if (!held && distance >= -1) score.add("out:" + where);
    }
    if (held || near < 0) return;
    const bool passive = tree_.is(near, "nsubj:pass") || tree_.is(near, "csubj:pass");
    const std::string& relation = tree_.word(near).deprel;
    const std::string role = relation.substr(0, relation.find(':')) + (passive ? ":pass" : "");
    score.add("out:role:" + role);
    if (same_paragraph(tree_.sentence(near), sentence_)) score.add("out:paragraph");
  }

  [[nodiscard]] bool same_paragraph(std::int32_t earlier, std::int32_t later) const {
    const auto& sentences = tree_.parsed().document.sentences;
    for (std::int32_t s = earlier + 1; s <= later; ++s) {
      if (sentences[static_cast<std::size_t>(s)].starts_paragraph) return false;
    }
    return true;
  }

  // What the article is about may name a matter of which the statements themselves say nothing.
  void add_outside(const IssuePhrase& phrase, const std::string& kind, Score& score) const {
    if (!acts_) score.add("out:no_object");
    if (members_.size() > 2) score.add("out:group");
    if (tree_.sentence(phrase.mentions.front()) < kEarly) {
      score.add("out:early:" + kind);
      if (phrase.mentions.size() > 1) score.add("out:early:again");
    }
    if (phrase.in_title) score.add("out:title");
    if (phrase.mentions.front() > members_.front()->found->content.begin.value) score.add("out:after");
  }

  [[nodiscard]] double score_of(std::int32_t index, bool used, Score::Said* said = nullptr) const {
    const IssuePhrase& phrase = phrases_.at(index);
    const std::string group = members_.size() > 1 ? "group" : "single";
    const bool held = std::any_of(members_.begin(), members_.end(),
                                  [&](const Matter* matter) { return matter->holds(index) != nullptr; });
    Score score(knowledge_.issue_label_weights, said);
    score.add("kind:" + phrase.kind);
    if (members_.size() > 2) score.add("group:kind:" + phrase.kind);
    score.add(way_ + (held ? ":in" : ":out"));
    if (held) {
      add_content(index, phrase.kind, score);
    } else {
      add_outside(phrase, phrase.kind, score);
    }
    add_around(phrase, held, score);
    if (tree_.sentence(phrase.mentions.front()) < kEarly) score.add(group + ":early");
    if (phrase.in_title) score.add(group + ":title");
    score.add("mentions", static_cast<double>(std::min<std::size_t>(phrase.mentions.size(), 4) - 1));
    score.add("words", std::min(phrase.words, 3));
    const std::string determiner = "determiner:" + phrase.determiner;
    score.add(score.knows(determiner) ? determiner : "determiner:other");
    if (used) score.add("used");
    if (phrase.standing != nullptr) score.add("standing");
    return score.sum();
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const IssuePhrases& phrases_;
  std::int32_t sentence_ = 0;
  std::vector<const Matter*> members_;
  std::string way_;    // of the first statement
  bool acts_ = false;  // some content has an object that may name the matter
};

std::vector<Matter> read_matters(const Tree& tree, const Knowledge& knowledge, const IssuePhrases& phrases,
                                 const std::vector<FoundStatement>& statements) {
  const auto& sentences = tree.parsed().document.sentences;
  std::vector<std::int32_t> paragraphs(sentences.size(), 0);
  for (std::size_t s = 1; s < sentences.size(); ++s)
    paragraphs[s] = paragraphs[s - 1] + (sentences[s].starts_paragraph ? 1 : 0);
  std::vector<Matter> matters;
  for (const FoundStatement& found : statements) {
    if (found.content.empty()) continue;
    matters.push_back(read_matter(tree, knowledge, phrases, found));
    matters.back().paragraph = paragraphs[static_cast<std::size_t>(matters.back().first_sentence)];
    matters.back().last_paragraph = paragraphs[static_cast<std::size_t>(matters.back().last_sentence)];
  }
  std::stable_sort(matters.begin(), matters.end(),
                   [](const Matter& a, const Matter& b) { return a.found->content.begin < b.found->content.begin; });
  return matters;
}

bool says_we(const Tree& tree, TokenId t) {
  return tree.has_upos(t, {"PRON"}) && tree.has_feat(t, "Person=1") && tree.has_feat(t, "Number=Plur");
}

// The state for which the speaker says "we".
std::optional<Actor> side_of(const Knowledge& knowledge, const Actor& speaker, const Tree& tree, TokenId t) {
  const auto state = knowledge.state_of_code.find(speaker.code.value_or(""));
  if (state == knowledge.state_of_code.end()) return std::nullopt;
  Actor actor;
  actor.name = knowledge.states[static_cast<std::size_t>(state->second)].name;
  if (actor.name == speaker.name) return std::nullopt;
  actor.span = tree.span(t, t);
  actor.text = tree.text(actor.span);
  actor.code = speaker.code;
  actor.type = "state";
  actor.country = speaker.code;
  actor.via = "pronoun";
  return actor;
}

// "its borders", "a good day for our nations"
bool holds_pronoun(const Tree& tree, TokenId head) {
  const std::vector<TokenId> words = tree.subtree(head);
  return std::any_of(words.begin(), words.end(), [&](TokenId t) { return tree.has_upos(t, {"PRON"}); });
}

// "Peruvian villages": whose they are.
std::optional<Actor> owner_of(const Knowledge& knowledge, const Actor& thing) {
  const auto state = knowledge.state_of_code.find(thing.code.value_or(""));
  if (state == knowledge.state_of_code.end()) return std::nullopt;
  Actor actor = thing;
  actor.name = knowledge.states[static_cast<std::size_t>(state->second)].name;
  actor.type = "state";
  return actor;
}

}  // namespace

void name_issues(const Tree& tree, const Knowledge& knowledge, std::vector<FoundStatement>& statements) {
  if (statements.empty() || knowledge.issue_label_weights.empty()) return;
  const IssuePhrases phrases(tree, knowledge);
  const std::vector<Matter> matters = read_matters(tree, knowledge, phrases, statements);
  std::set<std::int32_t> used;
  for (const std::vector<std::size_t>& group : group_matters(matters, phrases, knowledge)) {
    const std::int32_t best = Choice(tree, knowledge, phrases, matters, group).best(used);
    if (best < 0) continue;
    used.insert(best);
    const IssuePhrase& phrase = phrases.at(best);
    Issue issue;
    if (phrase.standing != nullptr) issue.id = phrase.standing->id;
    issue.label = tree.text(phrase.first, phrase.last);
    for (const std::size_t member : group) {
      const auto at = static_cast<std::size_t>(matters[member].found - statements.data());
      statements[at].statement.issue = issue;
    }
  }
}

IssueChoices list_issue_choices(const Tree& tree, const Knowledge& knowledge,
                                const std::vector<FoundStatement>& statements,
                                const std::vector<std::int32_t>& issues) {
  IssueChoices choices;
  const IssuePhrases phrases(tree, knowledge);
  std::vector<Matter> matters;
  std::vector<std::int32_t> right;
  for (Matter& matter : read_matters(tree, knowledge, phrases, statements)) {
    const std::int32_t issue = issues[static_cast<std::size_t>(matter.found - statements.data())];
    if (issue < 0) continue;
    right.push_back(issue);
    matters.push_back(std::move(matter));
  }
  std::set<std::int32_t> used;
  for (const std::vector<std::size_t>& group : follow_groups(matters, phrases, knowledge, right, choices)) {
    IssueChoices::Choice& choice = choices.labels.emplace_back();
    choice.issue = right[group.front()];
    choice.members = group.size();
    const Choice all(tree, knowledge, phrases, matters, group);
    all.list(used, choice);
    used.insert(all.best(used));
  }
  return choices;
}

void name_subjects(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                   std::vector<FoundStatement>& statements) {
  for (FoundStatement& found : statements) {
    Statement& statement = found.statement;
    std::set<std::string> seen;
    const auto add = [&](const Actor& actor) {
      if (actor.code && seen.insert(*actor.code).second) statement.about.push_back(actor);
    };
    for (TokenId t = found.content.begin.value; t < found.content.end.value; ++t) {
      if (t == found.cue || !tree.has_upos(t, {"NOUN", "PROPN", "PRON"})) continue;
      if (tree.folded(t) == "it") continue;  // seldom somebody
      if (statement.speaker && says_we(tree, t)) {
        if (const auto side = side_of(knowledge, *statement.speaker, tree, t)) add(*side);
        continue;
      }
      for (const ActorMention& mention : actors.referents(t)) {
        if (mention.kind == ActorMention::Kind::kOther) {
          const auto owner = owner_of(knowledge, mention.actor);
          const bool own = statement.speaker && statement.speaker->code == mention.actor.code;
          if (owner && !(own && holds_pronoun(tree, t))) add(*owner);
          continue;
        }
        const bool speaker = statement.speaker && statement.speaker->name == mention.actor.name;
        if (!speaker && is_party(mention)) add(mention.actor);
      }
    }
  }
}

}  // namespace entente

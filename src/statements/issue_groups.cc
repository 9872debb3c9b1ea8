#include "statements/issue_groups.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::int32_t kMostTokens = 400;  // of a content that are looked at
constexpr std::size_t kGroupsBack = 8;     // a statement joins one of the last of these

TokenSpan looked_at(const FoundStatement& found) {
  const std::int32_t begin = found.content.begin.value;
  return {begin, std::min(found.content.end.value, begin + kMostTokens)};
}

bool has_copula(const Tree& tree, TokenId t) { return t >= 0 && tree.child(t, "cop") >= 0; }

bool takes_object(const Tree& tree, TokenId verb) {
  return tree.has_upos(verb, {"VERB"}) &&
         (tree.child(verb, "obj") >= 0 || tree.child(verb, "ccomp") >= 0 || tree.child(verb, "xcomp") >= 0);
}

std::string bare_relation(const Tree& tree, TokenId t) {
  const std::string& relation = tree.word(t).deprel;
  return relation.substr(0, relation.find(':'));
}

std::string role_of(const Tree& tree, TokenId t, TokenSpan content) {
  if (tree.is(t, "nsubj:pass")) return "obj";
  std::string relation = bare_relation(tree, t);
  const TokenId head = tree.head(t);
  if (head < 0 || !content.contains(TokenOffset{head})) {
    static const std::set<std::string> kOfTheCue = {"obj", "iobj", "nsubj", "obl", "nmod"};
    if (kOfTheCue.contains(relation)) return "outer";
    return has_copula(tree, t) ? "pred" : "root";
  }
  if (relation == "nsubj") {
    if (takes_object(tree, head)) return "agent";
    return has_copula(tree, head) ? "subjcop" : "nsubj";
  }
  if (has_copula(tree, t)) return "pred";
  if (relation == "obl") {
    const TokenId preposition = tree.child(t, "case");
    if (preposition >= 0 && tree.lemma(preposition) == "by") return "agent";
  }
  return relation;
}

HeldPhrase hold(const Tree& tree, std::int32_t phrase, TokenId mention, TokenSpan content) {
  HeldPhrase held;
  held.phrase = phrase;
  held.mention = mention;
  TokenId top = mention;
  while (tree.is_any(top, {"nmod", "conj", "appos"}) && content.contains(TokenOffset{tree.head(top)})) {
    top = tree.head(top);
    ++held.depth;
  }
  held.role = role_of(tree, top, content);
  const TokenId clause = tree.head(top);
  held.in_clause = clause >= 0 && content.contains(TokenOffset{clause}) && tree.is_any(clause, {"advcl", "acl"}) &&
                   tree.head(clause) >= 0 && content.contains(TokenOffset{tree.head(clause)});
  return held;
}

// Whether phrases of the kind may be what a matter is called by.
bool may_name(const Knowledge& knowledge, const std::string& kind) {
  return kind == "other" || kind == "name" || kind == "location" || kind == "occasion" ||
         (knowledge.issue_kinds.contains(kind) && !knowledge.issue_kinds.at(kind));
}

void read_words(const Tree& tree, const Knowledge& knowledge, const IssuePhrases& phrases, Matter& matter) {
  const TokenSpan content = looked_at(*matter.found);
  for (TokenId t = content.begin.value; t < content.end.value; ++t) {
    const std::string& xpos = tree.word(t).xpos;
    if (tree.has_upos(t, {"NOUN", "VERB", "PROPN", "ADJ", "NUM"}) &&
        !knowledge.in_set("grammar_plain_words", tree.lemma(t)))
      matter.words.insert(tree.lemma(t));
    if (phrases.named(t)) matter.names.insert(tree.lemma(t));
    if (xpos == "EX" ||
        (tree.has_upos(t, {"PRON"}) && (xpos == "DT" || (xpos == "PRP" && tree.has_feat(t, "Person=3")))))
      matter.pronoun = true;
  }
}

std::set<std::string> common(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::set<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
  return both;
}

bool among(const std::string& stance, std::initializer_list<const char*> stances) {
  return std::find(stances.begin(), stances.end(), stance) != stances.end();
}

// How the two statements follow one another; `next` where no statement stands between them.
void add_order(const Matter& before, const Matter& matter, bool next, Score& score) {
  const std::string& stance = matter.found->statement.stance;
  const std::string& earlier = before.found->statement.stance;
  const std::string where = next ? "next" : "later";
  const std::int32_t gap = std::clamp(matter.first_sentence - before.last_sentence, 0, 4);
  score.add("gap:" + std::to_string(gap));
  score.add("stance:" + stance);
  score.add("before:" + earlier);
  if (stance == "denies" && among(earlier, {"affirms", "opposes"})) {
    score.add(where + ":denial");
  } else if (earlier == "denies" && among(stance, {"affirms", "denies", "opposes", "neutral"})) {
    score.add(where + ":answer");
  } else if (stance == earlier) {
    score.add(where + ":same_stance");
  }
  const bool object = !matter.object_kinds.empty();
  const bool paragraph = matter.paragraph == before.last_paragraph;
  if (next) score.add("next");
  if (paragraph) score.add("paragraph");
  if (paragraph && next) score.add("next:paragraph");
  if (paragraph && next && !object) score.add("next:paragraph:no_object");
  if (stance == "denies" && next && gap <= 1) score.add("next:denies_near");
  if (object && among(stance, {"promises", "demands"})) score.add("acts_on_object");
}

void add_speakers(const Matter& before, const Matter& matter, Score& score) {
  const auto& speaker = matter.found->statement.speaker;
  const auto& earlier = before.found->statement.speaker;
  if (!speaker || !earlier) return;
  if (speaker->name == earlier->name) {
    score.add("same_speaker");
  } else if (speaker->code.value_or(speaker->name) == earlier->code.value_or(earlier->name)) {
    score.add("same_side");
  }
}

void add_holdings(const Matter& before, const Matter& matter, bool next, Score& score) {
  const bool object = !matter.object_kinds.empty();
  if (!object) score.add("no_object");
  if (!matter.thing) score.add("no_thing");
  if (!matter.thing && next) score.add("next:no_thing");
  if (!before.thing) score.add("before:no_thing");
  if (!before.thing && !matter.thing) score.add("both:no_thing");
  if (matter.pronoun) score.add("pronoun");
  if (matter.found->statement.manner == "direct") score.add("direct");
  if (!common(matter.names, before.names).empty()) score.add("shared_names");
  for (const std::string& kind : std::set<std::string>(matter.object_kinds.begin(), matter.object_kinds.end()))
    score.add("object:" + kind);
}

// A group as it is put together.
struct Group {
  std::vector<std::size_t> members;
  std::set<std::string> words;
  std::set<std::int32_t> phrases;
};

class Grouping {
 public:
  Grouping(const std::vector<Matter>& matters, const IssuePhrases& phrases, const Knowledge& knowledge)
      : matters_(matters), phrases_(phrases), knowledge_(knowledge) {}

  std::vector<std::vector<std::size_t>> run() {
    for (std::size_t i = 0; i < matters_.size(); ++i) place(i);
    return members();
  }

  std::vector<std::vector<std::size_t>> follow(const std::vector<std::int32_t>& right, IssueChoices& choices) {
    for (std::size_t i = 0; i < matters_.size(); ++i) follow_one(i, right, choices);
    return members();
  }

 private:
  std::vector<std::vector<std::size_t>> members() {
    std::vector<std::vector<std::size_t>> groups;
    for (Group& group : groups_) groups.push_back(std::move(group.members));
    return groups;
  }

  double alone(const Matter& matter, Score::Said* said = nullptr) const {
    Score score(knowledge_.issue_link_weights, said);
    score.add("new");
    score.add("new:" + matter.found->statement.stance);
    if (!matter.object_kinds.empty()) score.add("new:object");
    return score.sum();
  }

  double joined(std::size_t i, const Group& group, Score::Said* said = nullptr) const {
    const Matter& matter = matters_[i];
    const Matter& before = matters_[group.members.back()];
    const bool next = group.members.back() + 1 == i;
    Score score(knowledge_.issue_link_weights, said);
    score.add("joins");
    add_order(before, matter, next, score);
    add_speakers(before, matter, score);
    add_holdings(before, matter, next, score);
    const std::size_t shared = std::min<std::size_t>(common(matter.words, group.words).size(), 3);
    score.add("shared_words", static_cast<double>(shared));
    if (shared == 0) score.add("no_shared_words");
    if (shared > 0 && !next) score.add("later:shared_words");
    if (shared > 0 && next && matter.first_sentence - before.last_sentence <= 1) score.add("next:shared_words");
    bool good = false;
    bool poor = false;
    for (const HeldPhrase& held : matter.held) {
      if (group.phrases.contains(held.phrase))
        (may_name(knowledge_, phrases_.at(held.phrase).kind) ? good : poor) = true;
    }
    if (good) score.add("shared_phrase");
    if (poor) score.add("shared_weak_phrase");
    score.add("size", static_cast<double>(std::min<std::size_t>(group.members.size(), 3) - 1));
    return score.sum();
  }

  void place(std::size_t i) {
    const Matter& matter = matters_[i];
    double best = alone(matter);
    Group* home = nullptr;
    const std::size_t from = groups_.size() > kGroupsBack ? groups_.size() - kGroupsBack : 0;
    for (std::size_t g = from; g < groups_.size(); ++g) {
      const double score = joined(i, groups_[g]);
      if (score > best) {
        best = score;
        home = &groups_[g];
      }
    }
    put(i, home == nullptr ? groups_.emplace_back() : *home);
  }

  void put(std::size_t i, Group& home) {
    const Matter& matter = matters_[i];
    home.members.push_back(i);
    home.words.insert(matter.words.begin(), matter.words.end());
    for (const HeldPhrase& held : matter.held) home.phrases.insert(held.phrase);
  }

  void follow_one(std::size_t i, const std::vector<std::int32_t>& right, IssueChoices& choices) {
    const auto is_home = [&](const Group& group) { return right[group.members.front()] == right[i]; };
    const auto home = std::find_if(groups_.begin(), groups_.end(), is_home);
    IssueChoices::Choice choice;
    choice.issue = right[i];
    choice.options.emplace_back().right = home == groups_.end();
    alone(matters_[i], &choice.options.back().said);
    const std::size_t from = groups_.size() > kGroupsBack ? groups_.size() - kGroupsBack : 0;
    for (std::size_t g = from; g < groups_.size(); ++g) {
      choice.options.emplace_back().right = is_home(groups_[g]);
      joined(i, groups_[g], &choice.options.back().said);
    }
    choices.groups.push_back(std::move(choice));
    put(i, home == groups_.end() ? groups_.emplace_back() : *home);
  }

  const std::vector<Matter>& matters_;
  const IssuePhrases& phrases_;
  const Knowledge& knowledge_;
  std::vector<Group> groups_;
};

}  // namespace

const HeldPhrase* Matter::holds(std::int32_t phrase) const {
  const auto at = std::find_if(held.begin(), held.end(), [&](const HeldPhrase& h) { return h.phrase == phrase; });
  return at == held.end() ? nullptr : &*at;
}

void Score::add(const std::string& what, double times) {
  if (said_ != nullptr) said_->emplace_back(what, times);
  const auto weight = weights_.find(what);
  if (weight != weights_.end()) sum_ += weight->second * times;
}

Matter read_matter(const Tree& tree, const Knowledge& knowledge, const IssuePhrases& phrases,
                   const FoundStatement& found) {
  Matter matter;
  matter.found = &found;
  const TokenSpan content = looked_at(found);
  for (TokenId t = content.begin.value; t < content.end.value; ++t) {
    const std::int32_t phrase = phrases.of(t);
    if (phrase < 0 || matter.holds(phrase) != nullptr) continue;
    const HeldPhrase held = hold(tree, phrase, t, content);
    matter.held.push_back(held);
    const std::string& kind = phrases.at(phrase).kind;
    if (held.in_clause || !may_name(knowledge, kind)) continue;
    const bool object = held.role == "obj" || held.role == "obl";
    if (object) matter.object_kinds.push_back(kind);
    if (object || held.role == "nsubj" || held.role == "subjcop") matter.thing = true;
  }
  read_words(tree, knowledge, phrases, matter);
  matter.first_sentence = tree.sentence(content.begin.value);
  matter.last_sentence = tree.sentence(found.content.end.value - 1);
  return matter;
}

std::vector<std::vector<std::size_t>> group_matters(const std::vector<Matter>& matters, const IssuePhrases& phrases,
                                                    const Knowledge& knowledge) {
  return Grouping(matters, phrases, knowledge).run();
}

std::vector<std::vector<std::size_t>> follow_groups(const std::vector<Matter>& matters, const IssuePhrases& phrases,
                                                    const Knowledge& knowledge, const std::vector<std::int32_t>& right,
                                                    IssueChoices& choices) {
  return Grouping(matters, phrases, knowledge).follow(right, choices);
}

}  // namespace entente

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "entente/eval.h"
#include "eval/alignment.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 6> kComparedFeatures = {"Mood",  "Number",   "Person",
                                                               "Tense", "VerbForm", "Voice"};
constexpr std::array<std::string_view, 29> kContentRelations = {
    "nsubj", "obj",      "iobj",      "csubj",     "ccomp",  "xcomp",    "obl",        "vocative", "expl", "dislocated",
    "advcl", "advmod",   "discourse", "nmod",      "appos",  "nummod",   "acl",        "amod",     "conj", "fixed",
    "flat",  "compound", "list",      "parataxis", "orphan", "goeswith", "reparandum", "root",     "dep"};
constexpr std::array<std::string_view, 7> kFunctionRelations = {"aux", "cop", "mark", "det", "clf", "case", "cc"};

template <class List>
bool contains(const List& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::string_view relation(const EvaluatedWord& word) { return word.row->deprel.substr(0, word.row->deprel.find(':')); }

bool is_content(const EvaluatedWord& word) { return contains(kContentRelations, relation(word)); }

// The compared features, in an order of their own.
std::string features(std::string_view feats) {
  std::array<std::string_view, kComparedFeatures.size()> found{};
  while (!feats.empty()) {
    const std::size_t bar = feats.find('|');
    const std::string_view item = feats.substr(0, bar);
    const auto at = std::find(kComparedFeatures.begin(), kComparedFeatures.end(), item.substr(0, item.find('=')));
    if (at != kComparedFeatures.end()) found[static_cast<std::size_t>(at - kComparedFeatures.begin())] = item;
    feats.remove_prefix(bar == std::string_view::npos ? feats.size() : bar + 1);
  }
  std::string out;
  for (const std::string_view item : found) {
    out += item;
    out += '|';
  }
  return out;
}

std::int64_t common_spans(const std::vector<CharacterSpan>& gold, const std::vector<CharacterSpan>& system) {
  std::int64_t correct = 0;
  for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (system[s].begin < gold[g].begin) {
      ++s;
    } else if (gold[g].begin < system[s].begin) {
      ++g;
    } else {
      correct += gold[g].end == system[s].end ? 1 : 0;
      ++g;
      ++s;
    }
  }
  return correct;
}

class Scorer {
 public:
  Scorer(const Analysis& gold, const Analysis& system, const Alignment& alignment)
      : gold_(gold), system_(system), alignment_(alignment) {
    for (const EvaluatedWord& word : gold.words) gold_features_.push_back(features(word.row->feats));
    for (const EvaluatedWord& word : system.words) system_features_.push_back(features(word.row->feats));
    gold_functions_ = functions(gold);
    system_functions_ = functions(system);
  }

  std::vector<Score> score() {
    add_spans("Tokens", gold_.tokens, system_.tokens);
    add_spans("Sentences", gold_.sentences, system_.sentences);
    const auto any = [](const EvaluatedWord&) { return true; };
    add("Words", any, [](auto, auto) { return true; });
    add("UPOS", any, [this](auto g, auto s) { return row(g).upos == row_s(s).upos; });
    add("XPOS", any, [this](auto g, auto s) { return row(g).xpos == row_s(s).xpos; });
    add("UFeats", any, [this](auto g, auto s) { return same_features(g, s); });
    add("AllTags", any, [this](auto g, auto s) {
      return row(g).upos == row_s(s).upos && row(g).xpos == row_s(s).xpos && same_features(g, s);
    });
    add("Lemmas", any, [this](auto g, auto s) { return same_lemma(g, s); });
    add("UAS", any, [this](auto g, auto s) { return same_parent(g, s); });
    add("LAS", any, [this](auto g, auto s) { return same_arc(g, s); });
    add("CLAS", is_content, [this](auto g, auto s) { return same_arc(g, s); });
    add("MLAS", is_content, [this](auto g, auto s) { return same_arc(g, s) && same_morphology(g, s); });
    add("BLEX", is_content, [this](auto g, auto s) { return same_arc(g, s) && same_lemma(g, s); });
    add_names();
    for (const char* role : {"Source", "Cue", "Content"}) add_attribution(role);
    return std::move(scores_);
  }

 private:
  struct Span {
    std::int32_t begin, end;
    std::string_view type;
    auto operator<=>(const Span&) const = default;
  };

  [[nodiscard]] const ConlluRow& row(std::size_t gold) const { return *gold_.words[gold].row; }
  [[nodiscard]] const ConlluRow& row_s(std::size_t system) const { return *system_.words[system].row; }

  void add_spans(const char* metric, const std::vector<CharacterSpan>& gold, const std::vector<CharacterSpan>& system) {
    scores_.push_back({metric, static_cast<std::int64_t>(gold.size()), static_cast<std::int64_t>(system.size()),
                       common_spans(gold, system), 0});
  }

  // Words that `counts` lets through on their own side; of the aligned ones, gold's relation decides.
  template <class Counts, class Same>
  void add(const char* metric, const Counts& counts, const Same& same) {
    Score score{metric, 0, 0, 0, 0};
    score.gold = std::count_if(gold_.words.begin(), gold_.words.end(), counts);
    score.system = std::count_if(system_.words.begin(), system_.words.end(), counts);
    for (std::size_t g = 0; g < gold_.words.size(); ++g) {
      if (alignment_.to_system[g] == kNotAligned || !counts(gold_.words[g])) continue;
      ++score.aligned;
      score.correct += same(g, static_cast<std::size_t>(alignment_.to_system[g])) ? 1 : 0;
    }
    scores_.push_back(std::move(score));
  }

  [[nodiscard]] bool same_features(std::size_t g, std::size_t s) const {
    return gold_features_[g] == system_features_[s];
  }
  [[nodiscard]] bool same_lemma(std::size_t g, std::size_t s) const {
    return row(g).lemma == "_" || row(g).lemma == row_s(s).lemma;
  }
  [[nodiscard]] bool same_parent(std::size_t g, std::size_t s) const {
    const std::int32_t gold = gold_.words[g].parent;
    const std::int32_t system = system_.words[s].parent;
    if (gold < 0 || system < 0) return gold == kRootParent && system == kRootParent;
    return alignment_.to_gold[static_cast<std::size_t>(system)] == gold;
  }
  [[nodiscard]] bool same_arc(std::size_t g, std::size_t s) const {
    return same_parent(g, s) && relation(gold_.words[g]) == relation(system_.words[s]);
  }

  using Children = std::vector<std::vector<std::size_t>>;
  static Children functions(const Analysis& analysis) {
    Children children(analysis.words.size());
    for (std::size_t i = 0; i < analysis.words.size(); ++i) {
      const EvaluatedWord& word = analysis.words[i];
      if (word.parent >= 0 && contains(kFunctionRelations, relation(word))) {
        children[static_cast<std::size_t>(word.parent)].push_back(i);
      }
    }
    return children;
  }

  // The word's tags, and the same function words with the same relations and tags.
  [[nodiscard]] bool same_morphology(std::size_t g, std::size_t s) const {
    const auto same_tags = [this](std::size_t a, std::size_t b) {
      return row(a).upos == row_s(b).upos && same_features(a, b);
    };
    const std::vector<std::size_t>& gold = gold_functions_[g];
    const std::vector<std::size_t>& system = system_functions_[s];
    return same_tags(g, s) && std::equal(gold.begin(), gold.end(), system.begin(), system.end(), [&](auto a, auto b) {
             return alignment_.to_gold[b] == static_cast<std::int32_t>(a) && same_tags(a, b) &&
                    relation(gold_.words[a]) == relation(system_.words[b]);
           });
  }

  // Spans of MISC's B-/I- labels, in words.
  static std::vector<Span> names(const Analysis& analysis) {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < analysis.words.size(); ++i) {
      const std::string_view tag = conllu_misc(analysis.words[i].row->misc, "Name");
      if (tag.size() < 3) continue;
      const auto at = static_cast<std::int32_t>(i);
      const std::string_view type = tag.substr(2);
      const bool continues = tag.front() == 'I' && !spans.empty() && spans.back().end == at &&
                             spans.back().type == type && analysis.words[i - 1].sentence == analysis.words[i].sentence;
      if (continues) {
        spans.back().end = at + 1;
      } else {
        spans.push_back({at, at + 1, type});
      }
    }
    return spans;
  }

  // The gold words that a system's span covers; an empty span where one of its words has no counterpart.
  [[nodiscard]] Span to_gold(const Span& span) const {
    const std::int32_t begin = alignment_.to_gold[static_cast<std::size_t>(span.begin)];
    for (std::int32_t i = 0; i < span.end - span.begin; ++i) {
      const std::int32_t gold = alignment_.to_gold[static_cast<std::size_t>(span.begin + i)];
      if (gold == kNotAligned || gold != begin + i) return {0, 0, span.type};
    }
    return {begin, begin + span.end - span.begin, span.type};
  }

  void add_names() {
    const std::vector<Span> gold = names(gold_);
    if (gold.empty()) return;
    const std::vector<Span> system = names(system_);
    const std::set<Span> expected(gold.begin(), gold.end());
    const auto count = [&](const std::string& metric, const std::set<std::string_view>& types) {
      const auto counts = [&](const Span& span) { return types.count(span.type) > 0; };
      Score score{metric, std::count_if(gold.begin(), gold.end(), counts), 0, 0, 0};
      for (const Span& span : system) {
        if (!counts(span)) continue;
        ++score.system;
        score.correct += expected.count(to_gold(span)) > 0 ? 1 : 0;
      }
      scores_.push_back(std::move(score));
    };
    count("Names", {"PER", "ORG", "LOC"});
    std::set<std::string_view> types;
    for (const Span& span : gold) types.insert(span.type);
    for (const Span& span : system) types.insert(span.type);
    for (const std::string_view type : types) count("Names " + std::string(type), {type});
  }

  void add_attribution(const char* role) {
    const auto labelled = [role](const EvaluatedWord& word) {
      const std::string_view tag = conllu_misc(word.row->misc, role);
      return tag == "B" || tag == "I";
    };
    if (std::none_of(gold_.words.begin(), gold_.words.end(), labelled)) return;
    add(role, labelled, [&](auto, auto s) { return labelled(system_.words[s]); });
  }

  const Analysis& gold_;
  const Analysis& system_;
  const Alignment& alignment_;
  std::vector<std::string> gold_features_, system_features_;
  Children gold_functions_, system_functions_;
  std::vector<Score> scores_;
};

}  // namespace

Result<std::vector<Score>> evaluate_conllu(std::string_view gold, std::string_view system) {
  ENTENTE_TRY(const auto gold_sentences, parse_conllu(gold, "gold"));
  ENTENTE_TRY(const auto system_sentences, parse_conllu(system, "system"));
  ENTENTE_TRY(const Analysis gold_analysis, analyse(gold_sentences, "gold"));
  ENTENTE_TRY(const Analysis system_analysis, analyse(system_sentences, "system"));
  ENTENTE_TRY(const Alignment alignment, align(gold_analysis, system_analysis));
  return Scorer(gold_analysis, system_analysis, alignment).score();
}

}  // namespace entente

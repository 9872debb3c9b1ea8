// How a relation changes, by the words around it: verbs of change, comparatives, words of lasting.
#include <algorithm>
#include <set>

#include "agreements/relation_words.h"

namespace entente {
namespace {

constexpr std::int32_t kRareBack = 6;    // words before "as good as now" in which "rarely" may stand
constexpr std::int32_t kLongUnit = 400;  // days: what lasts decades is steady

// How much a word of trend counts.
constexpr int kSteadyWeak = 1;
constexpr int kSteady = 2;
constexpr int kWeak = 3;
constexpr int kVerb = 4;
constexpr int kCompared = 5;

std::string opposite(const std::string& trend) {
  if (trend == "deepening") return "weakening";
  return trend == "weakening" ? "deepening" : trend;
}

const std::string& by_tone(const TrendWord& word, RelationType::Tone tone) {
  using Tone = RelationType::Tone;
  return tone == Tone::kFriendly ? word.friendly : tone == Tone::kHostile ? word.hostile : word.other;
}

}  // namespace

// The adjective of a comparative that the tables have: "fierce" of "fiercer"; empty of other words.
std::string RelationWords::stem(const std::string& form) const {
  if (!form.ends_with("er") || form.size() < 5) return "";
  const std::string bare = form.substr(0, form.size() - 2);
  std::string shorter = bare;
  shorter.pop_back();
  for (const std::string& word : {bare, bare + "e", bare.back() == 'i' ? shorter + "y" : shorter}) {
    if (knowledge_.relations.trends.contains(word)) return word;
  }
  return "";
}

// "closer", "more hostile", "less dependent", "ever closer", "(never) as good": which way; empty where it is none.
std::string RelationWords::comparative(TokenId t, RelationType::Tone tone) const {
  const std::string& xpos = tree_.word(t).xpos;
  std::string base = stem(tree_.folded(t));  // "fiercer", whatever the parser makes of it
  bool compared = xpos == "JJR" || xpos == "RBR" || !base.empty();
  bool less = false;
  bool as = false;
  for (const TokenId c : tree_.children(t)) {
    if (!tree_.is(c, "advmod")) continue;
    const std::string& form = tree_.folded(c);
    if (form == "less") less = true;
    if (form == "as" || form == "so") as = true;
    if (form == "more" || form == "less" || form == "increasingly") compared = true;
    if (form == "ever" && tree_.has_upos(t, {"ADJ"})) compared = true;
  }
  // "has rarely been as good as now"
  if (as) {
    for (TokenId word = t; word >= 0 && word > t - kRareBack && tree_.sentence(word) == tree_.sentence(t); --word) {
      if (knowledge_.in_set("relation_rarely", tree_.folded(word))) compared = true;
    }
  }
  if (base.empty() && tree_.folded(t) == tree_.lemma(t) && tree_.folded(t).ends_with("er"))
    compared = false;  // "bitter"
  // "has grown cold", "became hostile": only of words that the tables know.
  const TokenId head = tree_.head(t);
  const bool became = head >= 0 && tree_.is_any(t, {"xcomp", "advmod", "obj"}) && clauses_.is_verb(head) &&
                      knowledge_.in_set("relation_becoming", tree_.lemma(head));
  if (!compared && !became) return "";
  // "has cost it more than it will say"
  if (tree_.is(t, "obj") && tree_.has_upos(t, {"ADJ"}) && base.empty() &&
      (tree_.lemma(t) == "more" || tree_.lemma(t) == "much"))
    return "";
  // "more than three"
  if (t + 2 < tree_.size() && tree_.folded(t + 1) == "than" && tree_.has_upos(t + 2, {"NUM"})) return "";
  std::string trend = compared ? "deepening" : "";
  for (const std::string& word : {tree_.folded(t), base.empty() ? tree_.lemma(t) : base}) {
    const auto known = knowledge_.relations.trends.find(word);
    if (known == knowledge_.relations.trends.end()) continue;
    for (const TrendWord& row : known->second) {
      const bool fits = row.with.empty() && row.pos != TrendWord::Pos::kVerb;
      if (!fits || by_tone(row, tone) == "steady") continue;
      trend = by_tone(row, tone);
      if (row.pos == TrendWord::Pos::kAdjective) break;
    }
    break;
  }
  return less ? opposite(trend) : trend;
}

std::string RelationWords::change(TokenId t, TokenId trigger, RelationType::Tone tone, bool& weak) const {
  // "Ties worsen week by week", with the verb taken for a comparative.
  const bool verb = tree_.has_upos(t, {"VERB"}) ||
                    (tree_.has_upos(t, {"ADJ"}) && tree_.child(t, "nsubj") >= 0 && tree_.child(t, "cop") < 0);
  const std::string& form = tree_.folded(t);
  for (const std::string& word : {form, tree_.lemma(t)}) {
    const auto known = knowledge_.relations.trends.find(word);
    if (known == knowledge_.relations.trends.end()) continue;
    const TrendWord* best = nullptr;
    for (const TrendWord& row : known->second) {
      if (row.pos != TrendWord::Pos::kAny && (row.pos == TrendWord::Pos::kVerb) != verb) continue;
      if (row.with.empty()) {
        if (best == nullptr) best = &row;
        continue;
      }
      const auto is_with = [&](TokenId c) { return tree_.folded(c) == row.with || tree_.lemma(c) == row.with; };
      const bool there = std::any_of(tree_.children(t).begin(), tree_.children(t).end(), [&](TokenId c) {
        // "has lost much of its heat"
        const auto& parts = tree_.children(c);
        return is_with(c) || (tree_.is(c, "obj") && std::any_of(parts.begin(), parts.end(), is_with));
      });
      const bool next = t + 1 < tree_.size() && tree_.folded(t + 1) == row.with;
      if (there || next) best = &row;
    }
    if (best == nullptr) continue;
    // "for ten years" says how long, not that it still goes on.
    const WordValue* unit = knowledge_.word(tree_.lemma(t));
    const bool short_unit = unit != nullptr && unit->kind == "unit" && unit->value <= kLongUnit;
    if (short_unit && tree_.child(t, "nummod") >= 0) return "";
    const std::string& trend = by_tone(*best, tone);
    weak = best->weak;
    if (trend == "steady" || verb) return verb && negates(t) && trend != "steady" ? "steady" : trend;
    // Adjectives and adverbs tell of change in themselves ("growing") or by being compared.
    const bool moving = form.ends_with("ing") || form.ends_with("ly") || form.find('-') != std::string::npos;
    if (!best->with.empty()) return trend;
    if (moving && (tree_.head(t) == trigger || !tree_.is(t, "amod"))) return trend;
    if (tree_.has_upos(t, {"NOUN"})) return t == trigger || tree_.is(t, "obj") ? trend : "";
    return "";
  }
  return "";
}

std::string RelationWords::trend(const RelationMatch& match, const std::vector<TokenId>& region,
                                 RelationType::Tone tone) const {
  // What the clause itself says comes before what a clause beside the noun says.
  std::vector<TokenId> beside;
  for (const TokenId clause : told_by(match)) {
    const bool before = tree_.child(clause, "aux") >= 0 && tree_.folded(tree_.child(clause, "aux")) == "had";
    for (const TokenId t : tree_.subtree(clause)) {
      if (!before) beside.push_back(t);
    }
  }
  std::vector<TokenId> main;
  for (const TokenId t : region) {
    if (std::find(beside.begin(), beside.end(), t) == beside.end()) main.push_back(t);
  }
  const std::string own = strongest_trend(match, main, tone);
  return own.empty() || own == "steady" ? strongest_trend(match, beside, tone, own) : own;
}

// "The quarrel has soured their dealings": it is the dealings that change.
bool RelationWords::changes_other(TokenId verb, TokenId trigger) const {
  const TokenId object = tree_.child(verb, "obj");
  return tree_.has_upos(verb, {"VERB"}) && object >= 0 && object != trigger && tree_.is(trigger, "nsubj") &&
         tree_.head(trigger) == verb && knowledge_.in_set("relation_ties", tree_.lemma(object));
}

// `weaker`: what counts where the words say nothing.
std::string RelationWords::strongest_trend(const RelationMatch& match, const std::vector<TokenId>& words,
                                           RelationType::Tone tone, const std::string& weaker) const {
  const TokenId root = slots_.clause_head(match.trigger);
  std::set<TokenId> above = path(match.trigger, root);
  const std::vector<TokenId> told = told_by(match);
  above.insert(told.begin(), told.end());
  std::string best = weaker;
  int best_rank = 0;
  for (const TokenId t : words) {
    const TokenId head = tree_.head(t);
    // Words about other things in the clause say nothing of the relation.
    const bool noun_above =
        head >= 0 && head != match.trigger && head != root && tree_.has_upos(head, {"NOUN", "PROPN"});
    const bool in_told = std::find(told.begin(), told.end(), head) != told.end();
    if (noun_above && !above.contains(t) && !in_told) continue;
    if (changes_other(t, match.trigger)) continue;
    if (t == match.trigger && match.frame->pos != Frame::Pos::kAdjective) continue;
    if (tree_.is(t, "case") && tree_.folded(t) != "as") continue;
    const bool modifies = head >= 0 && tree_.is_any(t, {"advmod", "amod"}) && tree_.has_upos(head, {"ADJ", "ADV"}) &&
                          head != match.trigger;
    bool weak = false;
    std::string found = change(t, match.trigger, tone, weak);
    int rank = found == "steady" ? (weak ? kSteadyWeak : kSteady) : weak ? kWeak : kVerb;
    if (found.empty() || rank < kVerb) {
      const bool degree = tree_.has_upos(t, {"ADJ", "ADV"});
      const bool of_verb = head >= 0 && head != match.trigger &&
                           knowledge_.relations.trends.contains(tree_.lemma(head)) && tree_.has_upos(head, {"VERB"}) &&
                           tree_.is(t, "advmod") && !knowledge_.in_set("relation_becoming", tree_.lemma(head));
      std::string compared = degree && !modifies && !of_verb ? comparative(t, tone) : "";
      if (!compared.empty() && compared != "steady") {
        found = compared;
        rank = kCompared;
      }
    }
    if (found.empty() || rank <= best_rank) continue;
    best = found;
    best_rank = rank;
  }
  return best;
}

}  // namespace entente

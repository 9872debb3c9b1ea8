#include "statements/stance.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::int32_t kReachOfNegation = 3;  // words

std::string turned(const std::string& stance) {
  if (stance == "affirms") return "denies";
  if (stance == "denies") return "affirms";
  if (stance == "doubts") return "affirms";
  if (stance == "supports") return "opposes";
  return stance;
}

}  // namespace

bool StanceReader::tells(std::string_view kind, TokenId t) const {
  return knowledge_.statement_word(kind, tree_.lemma(t)) || knowledge_.statement_word(kind, tree_.folded(t));
}

// The heads of the clauses that carry what is said: of the first sentence, and of those joined to it.
std::vector<TokenId> StanceReader::main_clauses(const FoundCue& cue) const {
  std::vector<TokenId> heads;
  const auto add = [&](TokenId t) {
    if (t >= 0 && cue.content.contains(TokenOffset{t}) && std::find(heads.begin(), heads.end(), t) == heads.end())
      heads.push_back(t);
  };
  add(cue.head);
  for (TokenId t = cue.content.begin.value; t < cue.content.end.value; ++t) {
    const TokenId above = tree_.head(t);
    const bool top = above < 0 || !cue.content.contains(TokenOffset{above});
    if (top && !tree_.has_upos(t, {"PUNCT"})) add(t);
  }
  const std::size_t own = heads.size();
  for (std::size_t i = 0; i < own; ++i) {
    for (const TokenId c : tree_.children(heads[i])) {
      if (tree_.is_any(c, {"conj", "parataxis"}) && tree_.has_upos(c, {"VERB", "ADJ"})) add(c);
    }
  }
  return heads;
}

// "must leave", "should be freed", "Leave us alone".
bool StanceReader::demands(TokenId clause) const {
  bool to = false;
  bool subject = false;
  for (const TokenId c : tree_.children(clause)) {
    if (tree_.is(c, "aux") && tells("demanding", c)) return true;
    to = to || tree_.folded(c) == "to";
    subject = subject || tree_.is_any(c, {"nsubj", "expl", "aux"});
  }
  // "It needs to ...", "We ask ...".
  if (tells("demanding", clause)) return true;
  if (tells("urging", clause)) {
    for (const TokenId c : tree_.children(clause)) {
      if (tree_.is(c, "nsubj") && tree_.has_feat(c, "Person=1")) return true;
    }
  }
  const bool imperative = tree_.word(clause).xpos == "VB" && !subject && !to && tree_.has_upos(clause, {"VERB"});
  return imperative && tree_.is_any(clause, {"root", "ccomp", "parataxis"});
}

// "We will answer", "it would reopen the embassy": the speaker's own act, or that of whom he speaks for.
bool StanceReader::promises(TokenId clause, const FoundCue& cue, const Actor& speaker) const {
  bool ahead = false;
  bool would = false;
  bool perfect = false;
  TokenId subject = -1;
  for (const TokenId c : tree_.children(clause)) {
    if (tree_.is(c, "aux")) {
      ahead = ahead || knowledge_.in_set("grammar_future", tree_.folded(c));
      would = would || knowledge_.in_set("grammar_would", tree_.folded(c));
      perfect = perfect || tree_.lemma(c) == "have";
    }
    if (tree_.is(c, "nsubj")) subject = c;
  }
  // "it would reopen" is the "will" that was said; "we would" in somebody's own words, and "would have", are no more
  // than thought.
  if (would && !perfect && (subject < 0 || !tree_.has_feat(subject, "Person=1"))) ahead = true;
  if (tells("promising", clause) && subject >= 0 && tree_.has_feat(subject, "Person=1")) return true;
  if (tree_.lemma(clause) == "go" && tree_.word(clause).xpos == "VBG" && tree_.child(clause, "xcomp") >= 0)
    ahead = true;
  if (!ahead) return false;
  // What is announced is meant to be done, whoever does it.
  if (cue.word >= 0 && tells("announcing", cue.word)) return true;
  if (subject < 0) return false;
  return speaks_for(subject, speaker);
}

// The subject is the speaker himself, or the state or body whose he is.
bool StanceReader::speaks_for(TokenId subject, const Actor& speaker) const {
  if (tree_.has_feat(subject, "Person=1")) return true;
  const ActorMention* doer = actors_.mention(subject);
  if (doer == nullptr || tree_.is(subject, "nsubj:pass")) return false;
  if (doer->actor.name == speaker.name) return true;
  const bool same = doer->actor.code.has_value() && doer->actor.code == speaker.code;
  const bool acts =
      !doer->actor.sector.has_value() || doer->actor.sector == speaker.sector || doer->actor.sector == "GOV";
  return same && acts && is_party(*doer);
}

// "did not", "nobody has", "not one shot", "no claim": the clause itself, not what hangs below.
// "It is not false" affirms, but "it had not lied" denies.
bool StanceReader::negated(TokenId clause) const {
  const bool words = negated_by_words(clause);
  return tree_.has_upos(clause, {"VERB"}) ? words || tells("denying", clause) : words != tells("denying", clause);
}

bool StanceReader::negated_by_words(TokenId clause) const {
  bool negative = false;
  for (const TokenId c : tree_.children(clause)) {
    if (tree_.is_any(c, {"advmod", "cc", "det", "aux"}) && tells("negation", c)) {
      const bool only = c + 1 < tree_.size() && tree_.folded(c + 1) == "only";
      if (!only) negative = !negative;
      continue;
    }
    if (!tree_.is_any(c, {"nsubj", "obj", "obl", "expl", "attr", "xcomp"})) continue;
    if (tells("negation", c)) negative = !negative;
    for (const TokenId d : tree_.children(c)) {
      if (tree_.is_any(d, {"det", "advmod", "nummod"}) && tells("negation", d)) negative = !negative;
      // "not a single shot": the "not" hangs from the numeral.
      for (const TokenId e : tree_.children(d)) {
        if (tree_.is(e, "advmod") && tells("negation", e)) negative = !negative;
      }
    }
  }
  return negative;
}

// More words of praise or of blame, each turned where a "not" stands shortly before.
int StanceReader::judgement(TokenSpan words) const {
  int sum = 0;
  for (TokenId t = words.begin.value; t < words.end.value; ++t) {
    int value = tells("supporting", t) ? 1 : 0;
    if (tells("opposing", t)) value -= 1;
    if (value == 0) continue;
    for (TokenId b = std::max(words.begin.value, t - kReachOfNegation); b < t; ++b) {
      if (tells("negation", b)) value = -value;
    }
    sum += value;
  }
  return sum;
}

std::string StanceReader::of_content(const FoundCue& cue, const Actor& speaker) const {
  const std::vector<TokenId> clauses = main_clauses(cue);
  const auto any = [&](const auto& test) { return std::any_of(clauses.begin(), clauses.end(), test); };
  // "They are lying", "a slander": whatever else is said.
  const bool rebuts = any([&](TokenId t) { return tells("denying", t) && !negated_by_words(t); });
  if (rebuts) return "denies";
  if (any([&](TokenId t) { return demands(t); })) return "demands";
  if (any([&](TokenId t) { return promises(t, cue, speaker); })) return "promises";
  if (clauses.empty()) return "affirms";
  const TokenId main = clauses.front();
  // "not sure that", "convinced that".
  if (const auto rows = knowledge_.cues.find(tree_.lemma(main)); rows != knowledge_.cues.end()) {
    for (const ReportingCue& row : rows->second) {
      if (row.pos != ReportingCue::Pos::kAdjective || !tree_.has_upos(main, {"ADJ"})) continue;
      if (negated(main)) return row.stance == "affirms" ? "doubts" : turned(row.stance);
      return row.stance;
    }
  }
  // "returned fire and did not touch a single civilian"
  const bool joined = any([&](TokenId t) { return tree_.is(t, "conj") && tree_.head(t) == main && negated(t); });
  if (negated(main) || joined) return "denies";
  const auto hedged = [&](TokenId t) {
    const auto& below = tree_.children(t);
    return tells("doubting", t) || std::any_of(below.begin(), below.end(), [&](TokenId c) {
             return tree_.is_any(c, {"aux", "advmod"}) && tells("doubting", c);
           });
  };
  if (hedged(main)) {
    // What he may do himself is an option that he names, no doubt.
    const TokenId subject = tree_.child(main, "nsubj");
    return subject >= 0 && speaks_for(subject, speaker) ? "neutral" : "doubts";
  }
  const int judged = judgement(cue.content);
  if (judged < 0) return "opposes";
  return judged > 0 ? "supports" : "affirms";
}

std::string StanceReader::read(const FoundCue& cue, const Actor& speaker) const {
  const bool whether = !cue.content.empty() && (tree_.folded(cue.content.begin.value) == "whether" ||
                                                tree_.folded(cue.content.begin.value) == "if");
  if (cue.declined || (cue.negated && whether)) return "neutral";
  std::string stance = cue.row == nullptr ? "" : cue.row->stance;
  // "asked what had come of the talks": a question.
  const std::string xpos = cue.content.empty() ? "" : tree_.word(cue.content.begin.value).xpos;
  const bool question = whether || xpos == "WP" || xpos == "WRB" || xpos == "WDT";
  if (stance == "demands" && cue.construction == "clause" && question) return "neutral";
  const bool content_tells = stance.empty();
  if (content_tells) stance = of_content(cue, speaker);
  if (!cue.negated) return stance;
  if (cue.row != nullptr && cue.row->pos == ReportingCue::Pos::kAdjective && stance == "affirms") return "doubts";
  return turned(stance);
}

}  // namespace entente

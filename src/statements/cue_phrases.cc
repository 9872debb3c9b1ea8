// Cues that are nouns, adjectives and phrases: "the charge that", "is not sure whether", "according to", "in his view".
#include <algorithm>

#include "actors/phrase.h"
#include "statements/cues.h"

namespace entente {
namespace {

constexpr std::int32_t kMostWordsToKnown = 4;  // "let it be known"

bool is_reflexive(const Tree& tree, TokenId verb) {
  const TokenId object = tree.child(verb, "obj");
  return object >= 0 && (tree.folded(object).ends_with("self") || tree.folded(object).ends_with("selves"));
}

}  // namespace

// "gave an undertaking that", "put X on notice that"; but not "stated in a note that".
bool CueFinder::is_held(TokenId noun) const {
  return tree_.is(noun, "obj") || (tree_.is_any(noun, {"obl", "xcomp"}) && preposition(tree_, noun) == "on");
}

// "the charge of the opposition that ...", "his promise to ...", "was the reply of X".
std::optional<FoundCue> CueFinder::read_noun(TokenId noun, const ReportingCue& row) const {
  FoundCue found;
  found.row = &row;
  found.word = noun;
  for (const char* slot : {"poss", "by", "of", "from"}) {
    const auto whose = clauses_.fill(noun, slot);
    // "the hope that it comes by May"
    const bool time = !whose.empty() && whose[0] > noun && knowledge_.word(tree_.folded(whose[0])) != nullptr;
    if (found.speaker < 0 && !whose.empty() && !time) found.speaker = whose[0];
  }
  for (const TokenId c : tree_.children(noun)) {  // "a Croatian proposal to"
    const std::string& form = tree_.token(c).form;
    if (found.speaker < 0 && tree_.is(c, "amod") && c < noun && form[0] >= 'A' && form[0] <= 'Z' && c > 0)
      found.speaker = c;
  }
  // "has no doubt that", "voiced the hope that": of whoever holds it.
  const TokenId above = tree_.head(noun);
  if (found.speaker < 0 && above >= 0 && is_held(noun) && knowledge_.statement_word("holding", tree_.lemma(above)))
    found.speaker = speaker_of(above);
  // "was of the opinion that"
  if (found.speaker < 0 && tree_.child(noun, "cop") >= 0 && preposition(tree_, noun) == "of")
    found.speaker = clauses_.surface_subject(noun);
  // "a report in the Times that"
  const auto paper = clauses_.fill(noun, "in");
  if (found.speaker < 0 && !paper.empty() && tree_.has_upos(paper[0], {"PROPN"})) found.speaker = paper[0];
  // "was the reply that came from the ministry"
  if (const TokenId relative = tree_.child(noun, "acl:relcl"); found.speaker < 0 && relative >= 0) {
    const auto from = clauses_.fill(relative, "from");
    if (!from.empty()) found.speaker = from[0];
  }
  // "obtained from X a pledge to"
  if (above >= 0 && tree_.is(noun, "obj") && knowledge_.statement_word("obtaining", tree_.lemma(above))) {
    const auto from = clauses_.fill(above, "from");
    if (!from.empty()) found.speaker = from[0];
  }
  if (found.speaker < 0) return std::nullopt;
  for (const std::string& construction : row.content) {
    found.head = -1;
    if (construction == "quote") {
      if (!fill_quotation(found)) continue;
    } else {
      found.head = clause_of_noun(noun, construction == "infinitive");
      if (found.head < 0 || found.head == found.speaker) continue;
      found.content = clause_span(found.head, noun);
      // "His answer was that ...": the clause holds the noun, too.
      if (found.head == tree_.head(noun)) found.content.begin = TokenOffset{tree_.child(found.head, "mark") + 1};
      trim(found.content);
    }
    if (found.content.empty()) continue;
    found.construction = construction;
    found.by_quotation = construction == "quote";
    set_words(found);
    return found;
  }
  return std::nullopt;
}

// "let it be known that", "made it plain that": whoever lets or makes; the words are those from the verb on.
std::optional<FoundCue> CueFinder::read_made_known(TokenId t) const {
  if (!knowledge_.statement_word("made_known", tree_.folded(t))) return std::nullopt;
  const TokenId maker = tree_.head(t);
  if (maker < 0 || maker > t || t - maker > kMostWordsToKnown || !tree_.is_any(t, {"xcomp", "ccomp"}) ||
      !knowledge_.statement_word("making_known", tree_.lemma(maker)))
    return std::nullopt;
  const auto row = knowledge_.cues.find("say");
  if (row == knowledge_.cues.end()) return std::nullopt;
  FoundCue found;
  found.row = &row->second.front();
  found.word = maker;
  found.words = {maker, t + 1};
  found.speaker = speaker_of(maker);
  found.construction = "clause";
  for (const TokenId holder : {t, maker}) {
    for (const TokenId c : tree_.children(holder)) {
      if (found.head < 0 && c > t && tree_.is_any(c, {"ccomp", "csubj", "csubj:pass", "csubj:outer", "advcl"}) &&
          tree_.child(c, "mark") >= 0 && tree_.folded(tree_.child(c, "mark")) == "that")
        found.head = c;
    }
  }
  if (const TokenId that = that_after(t); that == t + 1) {
    if (!fill_that(found, that)) return std::nullopt;
  } else if (found.head < 0) {
    Aside aside;
    const TokenSpan part = part_around(maker);
    if (!find_aside(maker, *found.row, part, aside)) return std::nullopt;
    found.speaker = aside.speaker;
    const TokenSpan before{part.begin.value, aside.first};
    found.content = is_whole(before) ? before : part;
    found.head = top_of(found.content, found);
  } else {
    found.content = clause_span(found.head, t);
  }
  trim(found.content);
  settle_quotation(found);
  if (found.speaker < 0 || found.head < 0 || found.content.empty() || !is_told(found)) return std::nullopt;
  return found;
}

// "in the words of X", "in his view", "by her account": whose they are says it.
std::optional<FoundCue> CueFinder::read_telling(TokenId t) const {
  if (!tree_.has_upos(t, {"NOUN"}) || !knowledge_.statement_word("telling", tree_.folded(t))) return std::nullopt;
  const TokenId marker = tree_.child(t, "case");
  const auto row = knowledge_.cues.find("according to");
  if (marker < 0 || marker > t || !knowledge_.in_set("grammar_telling", tree_.folded(marker)) ||
      row == knowledge_.cues.end() || tree_.child(t, "acl") >= 0)
    return std::nullopt;
  for (const TokenId c : tree_.children(t)) {
    const bool whose = tree_.is(c, "nmod:poss") || (tree_.is(c, "nmod") && preposition(tree_, c) == "of");
    if (!whose || tree_.has_feat(c, "Person=1")) continue;
    FoundCue found;
    found.row = &row->second.front();
    found.speaker = c;
    found.word = marker;
    found.words = {marker, t + 1};
    return fill_around(found, t) ? std::optional<FoundCue>(found) : std::nullopt;
  }
  return std::nullopt;
}

// "that ..." or "to ..." of the noun itself, of "it was the contention of X that", or of the verb that holds it.
TokenId CueFinder::clause_of_noun(TokenId noun, bool infinitive) const {
  TokenId found = -1;
  const auto look = [&](TokenId holder, std::initializer_list<std::string_view> relations) {
    for (const TokenId c : tree_.children(holder)) {
      const TokenId mark = tree_.child(c, "mark");
      if (found >= 0 || c < noun || mark < 0 || !tree_.is_any(c, relations)) continue;
      const std::string word = tree_.folded(mark);
      if (infinitive ? word == "to" : word == "that" || word == "whether") found = c;
    }
  };
  look(noun, {"acl", "ccomp", "csubj"});
  // "the suggestion of a newspaper that ...", hung from the newspaper.
  for (const TokenId c : tree_.children(noun)) {
    if (tree_.is(c, "nmod") && !infinitive) look(c, {"acl", "acl:relcl", "ccomp"});
  }
  const TokenId above = tree_.head(noun);
  const TokenId that = above > noun && tree_.is_any(noun, {"nsubj", "nsubj:outer"}) ? tree_.child(above, "mark") : -1;
  if (found < 0 && !infinitive && that > noun + 1 && tree_.folded(that) == "that" && tree_.lemma(that - 1) == "be")
    return above;
  const bool held = above >= 0 && is_held(noun) && knowledge_.statement_word("holding", tree_.lemma(above));
  if (held)
    look(above, infinitive ? std::initializer_list<std::string_view>{"xcomp", "advcl"}
                           : std::initializer_list<std::string_view>{"ccomp", "advcl"});
  return found;
}

// "is not sure that", "was convinced that".
std::optional<FoundCue> CueFinder::read_adjective(TokenId adjective, const ReportingCue& row) const {
  FoundCue found;
  found.row = &row;
  found.word = adjective;
  const auto subjects = clauses_.fill(adjective, "subj");
  const TokenId above = tree_.head(adjective);
  if (!subjects.empty() && tree_.child(adjective, "cop") >= 0) {
    found.speaker = subjects[0];
  } else if (above >= 0 && is_reflexive(tree_, above)) {  // "expressed himself as hopeful that"
    found.speaker = speaker_of(above);
  } else if (const TokenId felt = tree_.child(adjective, "nsubj:pass"); felt >= 0) {  // "was not convinced that"
    found.speaker = felt;
  } else if (tree_.child(adjective, "aux:pass") >= 0) {
    found.speaker = clauses_.surface_subject(adjective);
  }
  if (found.speaker < 0) return std::nullopt;
  for (const TokenId c : tree_.children(adjective)) {
    if (tree_.is_any(c, {"ccomp", "advcl"}) && c > adjective && !is_infinitive(c) && tree_.child(c, "nsubj") >= 0 &&
        (tree_.is(c, "ccomp") || (tree_.child(c, "mark") >= 0 && tree_.folded(tree_.child(c, "mark")) == "that")))
      found.head = c;
    // "Whether it will survive, economists are not sure."
    const TokenId mark = tree_.child(c, "mark");
    if (tree_.is_any(c, {"ccomp", "advcl"}) && mark >= 0 && tree_.folded(mark) == "whether") found.head = c;
  }
  if (found.head < 0) return std::nullopt;
  found.construction = "clause";
  found.content = clause_span(found.head, adjective);
  trim(found.content);
  settle_quotation(found);
  if (found.content.empty()) return std::nullopt;
  set_words(found);
  return found;
}

// "According to X, ...": what is said is the clause that the phrase hangs from, without the phrase.
std::optional<FoundCue> CueFinder::read_phrase(TokenId t, const ReportingCue& row) const {
  FoundCue found;
  found.row = &row;
  found.speaker = t;
  const TokenId marker = tree_.child(t, "case");
  found.word = marker;
  found.words = {marker, marker + 1};
  for (const TokenId f : tree_.children(marker)) {
    if (tree_.is(f, "fixed")) found.words.end = TokenOffset{std::max(found.words.end.value, f + 1)};
  }
  // "a deputy minister, X": the name is taken for the head of the office.
  const TokenId phrase = tree_.is(t, "nmod:desc") && tree_.head(t) > t ? tree_.head(t) : t;
  if (!fill_around(found, phrase)) return std::nullopt;
  return found;
}

// What a phrase is said of: the clause that it hangs from.
bool CueFinder::fill_around(FoundCue& found, TokenId t) const {
  found.head = clauses_.governor(t);
  if (found.head < 0) found.head = tree_.head(t);
  if (found.head < 0) return false;
  // "They were herdsmen dressed for it, in his words": of the clause around, where a comma stands between.
  const TokenId first = tree_.subtree(t).front();
  while (first > 0 && tree_.token(first - 1).form == "," && found.head < first && tree_.is(found.head, "acl") &&
         tree_.head(found.head) >= 0)
    found.head = tree_.head(found.head);
  // "fired and killed three, according to X": both.
  while (tree_.is(found.head, "conj") && tree_.child(found.head, "nsubj") < 0 && tree_.head(found.head) >= 0)
    found.head = tree_.head(found.head);
  found.construction = "clause";
  const auto words = tree_.subtree(found.head, [&](TokenId c) { return c == t || semicolon_between(c, t); });
  const auto phrase = tree_.subtree(t);
  const TokenId from = phrase.front();
  TokenId to = phrase.back();
  while (to > t && tree_.has_upos(to, {"PUNCT"})) --to;
  // The side of the phrase on which more is said; both, where neither is a clause without the other.
  TokenSpan before{words.front(), words.front()};
  TokenSpan after{words.back() + 1, words.back() + 1};
  for (const TokenId w : words) {
    if (w < from) before.end = TokenOffset{w + 1};
    if (w > to) after.begin = TokenOffset{std::min(after.begin.value, w)};
  }
  found.content = before.size() > after.size() ? before : after;
  const TokenId subject =
      tree_.child(found.head, "nsubj") >= 0 ? tree_.child(found.head, "nsubj") : tree_.child(found.head, "nsubj:pass");
  if (found.head > to && subject >= 0 && subject < from) found.content = {words.front(), words.back() + 1};
  trim(found.content);
  settle_quotation(found);
  return !found.content.empty();
}

}  // namespace entente

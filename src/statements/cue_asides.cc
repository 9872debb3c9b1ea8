// Cues that stand aside of what they report, apart by commas: "Rations would run out, cautioned the programme",
// "nothing, he pointed out, had been signed". Parsers often hang such clauses from one another in odd ways, so the
// order of the words decides, and the tree only says what belongs to a phrase.
#include <algorithm>

#include "statements/cue_words.h"
#include "statements/cues.h"

namespace entente {
namespace {

constexpr std::int32_t kFarthestSpeaker = 12;  // words after an inverted cue
constexpr std::int32_t kFarthestEnd = 150;     // words from a cue to either end of what is looked at
constexpr std::int32_t kFarthestThat = 14;     // words after a cue
constexpr std::int32_t kMostAfterCue = 7;      // words of its own before the comma: "told reporters on Monday,"

}  // namespace

// What stands between semicolons, or the ends of the sentence.
TokenSpan CueFinder::part_around(TokenId t) const {
  TokenSpan part = tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(t))].tokens;
  part.begin = TokenOffset{std::max(part.begin.value, t - kFarthestEnd)};
  part.end = TokenOffset{std::min({part.end.value, tree_.size(), t + kFarthestEnd})};
  const auto parts = [&](TokenId u) {
    const std::string& form = tree_.token(u).form;
    return (form == ";" || form == ":") && quotations_.around(u) == nullptr;
  };
  for (TokenId u = part.begin.value; u < part.end.value; ++u) {
    if (!parts(u)) continue;
    if (u < t) part.begin = TokenOffset{u + 1};
    if (u > t) {
      part.end = TokenOffset{u};
      break;
    }
  }
  return part;
}

// The noun that the phrase around t is of, within the words given.
TokenId CueFinder::noun_over(TokenId t, TokenSpan within) const {
  for (std::int32_t step = 0; step < kFarthestSpeaker; ++step) {
    const TokenId above = tree_.head(t);
    if (above < 0 || !within.contains(TokenOffset{above}) || tree_.has_upos(above, {"VERB", "AUX"})) break;
    // "Nobody, one of them admitted": not of whom the clause around it tells.
    if (tree_.is(t, "appos") && knowledge_.statement_word("one_of", tree_.folded(t))) break;
    t = above;
  }
  return tree_.has_upos(t, {"NOUN", "PROPN", "PRON"}) || knowledge_.statement_word("one_of", tree_.folded(t)) ? t : -1;
}

// Who may speak: a name, a pronoun, an office, a body, people.
bool CueFinder::may_speak(TokenId noun) const {
  if (!tree_.has_upos(noun, {"NOUN"})) return tree_.has_upos(noun, {"PROPN", "PRON"});
  if (knowledge_.in_set("grammar_embassy", tree_.lemma(noun))) return true;
  const auto known = knowledge_.issue_nouns.find(tree_.lemma(noun));
  return known != knowledge_.issue_nouns.end() && (known->second.kind == "office" || known->second.kind == "body" ||
                                                   known->second.kind == "people" || known->second.kind == "force");
}

// Speaker and extent of ", X said" or ", said X"; false where the verb stands in no such place.
bool CueFinder::find_aside(TokenId verb, const ReportingCue& row, TokenSpan part, Aside& aside) const {
  TokenId start = verb;
  while (start > part.begin.value && tree_.head(start - 1) == verb &&
         tree_.is_any(start - 1, {"aux", "advmod", "obl:unmarked"}))
    --start;
  const auto bounded = [&](TokenId first) {
    TokenId before = first - 1;
    if (before > part.begin.value && tree_.folded(before) == "so") --before;  // "so a spokesman maintained"
    aside.first = before;
    return before > part.begin.value && is_comma(tree_, before) && quotations_.around(before) == nullptr;
  };
  const TokenId own = tree_.child(verb, "nsubj");
  if (bounded(start) && start == verb && (own < 0 || own > verb)) {
    const bool tells_somebody = std::find(row.addressee.begin(), row.addressee.end(), "obj") != row.addressee.end();
    const TokenId next = verb + 1;
    // "..., warned the minister": who warns, where the clause stands apart; else who is warned.
    if ((tells_somebody && own < 0 && !tree_.is(verb, "parataxis")) || next >= part.end.value ||
        !tree_.has_upos(next, {"DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM"}))
      return false;
    if (const std::string& xpos = tree_.word(next).xpos; xpos.starts_with("W")) return false;
    aside.speaker = noun_over(next, {next, std::min(part.end.value, next + kFarthestSpeaker)});
    aside.inverted = true;
    return aside.speaker >= 0 && may_speak(aside.speaker);
  }
  if (start <= part.begin.value) return false;
  TokenId subject = own;
  if (subject < 0 || subject > start || subject < part.begin.value)
    subject = noun_over(start - 1, {part.begin.value, start});
  if (subject < 0 || tree_.word(subject).xpos == "WP" || tree_.word(subject).xpos == "WDT") return false;
  TokenId first = subject;
  for (const TokenId w : tree_.subtree(subject, [&](TokenId c) { return c > verb; })) {
    if (w >= part.begin.value) first = std::min(first, w);
  }
  while (first < subject && is_comma(tree_, first)) ++first;
  aside.speaker = subject;
  return bounded(first);
}

// "..., the government's spokesman, X, had stated": names and offices between commas, nothing else, however they hang.
bool CueFinder::find_names_before(TokenId start, TokenSpan part, Aside& aside) const {
  TokenId speaker = -1;
  aside = {};
  for (TokenId t = start - 1; t > part.begin.value && start - t <= kFarthestSpeaker; --t) {
    if (quotations_.around(t) != nullptr) break;
    if (!is_comma(tree_, t)) {
      if (!tree_.has_upos(t, {"DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "NUM"})) break;
      if (speaker < 0 && tree_.has_upos(t, {"NOUN", "PROPN"}) && may_speak(t)) {
        speaker = t;
        while (tree_.is(speaker, "flat") && tree_.head(speaker) < speaker) speaker = tree_.head(speaker);
      }
      continue;
    }
    if (speaker < 0 || !is_whole({part.begin.value, t})) continue;
    aside.speaker = speaker;  // of the name nearest to the verb; an office may stand before it
    aside.first = t;
  }
  return aside.first >= 0;
}

// "that" of the clause after t, with nothing but phrases of t's own between; -1 for none.
TokenId CueFinder::that_after(TokenId t) const {
  const TokenId end = part_around(t).end.value;
  bool commas = false;
  for (TokenId u = t + 1; u < std::min(end, t + kFarthestThat); ++u) {
    if (tree_.token(u).form == ",") commas = !commas;
    if (tree_.folded(u) == "that" && tree_.is(u, "mark") && !commas) return u;
    if (is_finite(tree_, u) && !commas) return -1;
  }
  return -1;
}

// The clause that "that" opens, whatever the parser hangs it from.
bool CueFinder::fill_that(FoundCue& found, TokenId that) const {
  const TokenId end = part_around(that).end.value;
  found.content = {that + 1, end};
  found.head = tree_.head(that) > that ? tree_.head(that) : top_of(found.content, found);
  if (found.head >= 0 && tree_.is(found.head, "aux") && tree_.head(found.head) > found.head)
    found.head = tree_.head(found.head);  // "that his government had, by then, sent"
  if (found.head < 0 || found.head >= end) return false;
  const TokenId last = clause_span(found.head, found.word).end.value;
  if (last > that + 1) found.content.end = TokenOffset{std::min(last, end)};
  trim(found.content);
  settle_quotation(found);
  return !found.content.empty();
}

// What goes before the aside is whole: it has a verb of its own that no relative clause holds, and is no condition.
bool CueFinder::is_whole(TokenSpan words) const {
  bool finite = false;
  for (TokenId t = words.begin.value; t < words.end.value && !finite; ++t) {
    // "Asked about it, he shrugged"
    if (!is_finite(tree_, t) || (t == words.begin.value && tree_.is(t, "advcl"))) continue;
    const TokenId clause = tree_.has_upos(t, {"AUX"}) && words.contains(TokenOffset{tree_.head(t)}) ? tree_.head(t) : t;
    finite = !tree_.is_any(clause, {"acl:relcl", "acl"}) || tree_.child(clause, "nsubj") >= 0;
    for (const TokenId c : tree_.children(clause)) {
      if (tree_.is_any(c, {"nsubj", "nsubj:pass", "obj", "obl", "advmod"}) && tree_.word(c).xpos.starts_with("W"))
        finite = false;
    }
  }
  if (!finite) return false;
  TokenId first = words.begin.value;
  while (first + 1 < words.end.value && tree_.has_upos(first, {"PUNCT", "CCONJ"})) ++first;
  if (tree_.folded(first) == "whether") return true;
  if (tree_.folded(first) == "as") return false;  // "as long as they stay"
  // "By diverting oil they took it"
  if (tree_.is(first, "mark") && is_gerund(tree_.head(first))) return true;
  // "Should bricks come aboard": a condition.
  return !tree_.has_upos(first, {"SCONJ", "AUX"});
}

TokenId CueFinder::top_of(TokenSpan words, const FoundCue& found) const {
  TokenId best = -1;
  for (TokenId t = words.begin.value; t < words.end.value; ++t) {
    if (tree_.has_upos(t, {"PUNCT"}) || found.words.contains(TokenOffset{t})) continue;
    const TokenId above = tree_.head(t);
    const bool top = above < 0 || !words.contains(TokenOffset{above}) || above == found.word;
    if (!top || t == found.speaker) continue;
    if (best < 0) best = t;
    if (tree_.has_upos(t, {"VERB"}) || tree_.child(t, "cop") >= 0) return t;
  }
  return best;
}

// Nothing of what is said may follow a cue that ends its sentence.
bool CueFinder::ends_without_content(TokenId verb, const Aside& aside, TokenId end) const {
  return std::none_of(tree_.children(verb).begin(), tree_.children(verb).end(), [&](TokenId c) {
    if (c < verb || c == aside.speaker || c >= end) return false;
    if (tree_.is_any(c, {"ccomp", "xcomp", "csubj"})) return true;
    if (!tree_.is(c, "obj") || aside.inverted) return false;
    const auto known = knowledge_.issue_nouns.find(tree_.lemma(c));
    const bool time = known != knowledge_.issue_nouns.end() && known->second.kind == "time";
    return !time && !may_speak(c);
  });
}

// "..., whose plane, it said, had ...", "A, and deserts, he remarked, do not ...": where the clause around the aside
// begins, if its verb stands after the aside.
TokenId CueFinder::own_beginning(TokenSpan before) const {
  TokenId comma = before.end.value - 1;
  while (comma > before.begin.value && !is_comma(tree_, comma)) --comma;
  if (comma <= before.begin.value) return before.begin.value;
  for (TokenId t = comma + 1; t < before.end.value; ++t) {
    if (is_finite(tree_, t)) return before.begin.value;
  }
  TokenId first = comma + 1;
  const bool joined = tree_.has_upos(first, {"CCONJ"});
  if (joined) ++first;
  TokenId relative = first;
  if (tree_.has_upos(relative, {"ADP"})) ++relative;
  if (relative >= before.end.value) return before.begin.value;
  if (!tree_.word(relative).xpos.starts_with("W")) return joined ? first : before.begin.value;
  return relative + 1 == before.end.value ? relative + 2 : first;  // "in which, he feared, famine might"
}

// "Four hundred were trampled, as the leader has charged", "as one of them put it": the clause that it hangs from.
std::optional<FoundCue> CueFinder::read_as(TokenId verb, const ReportingCue& row) const {
  const TokenId mark = tree_.child(verb, "mark");
  if (!row.stance.empty() || mark < 1 || mark > verb || tree_.folded(mark) != "as" ||
      tree_.token(mark - 1).form != "," || !tree_.is_any(verb, {"advcl", "parataxis"}))
    return std::nullopt;
  if (tree_.child(verb, "ccomp") >= 0 || tree_.child(verb, "xcomp") >= 0 || tree_.child(verb, "aux:pass") >= 0)
    return std::nullopt;
  const TokenId object = tree_.child(verb, "obj");
  if (object >= 0 && (tree_.folded(object) != "it" || object < verb)) return std::nullopt;
  FoundCue found;
  found.row = &row;
  found.word = verb;
  found.speaker = tree_.child(verb, "nsubj");
  found.head = tree_.head(verb);
  found.construction = "clause";
  if (found.speaker < 0 || found.speaker > verb || found.head < 0 || quotations_.around(verb) != nullptr)
    return std::nullopt;
  const TokenSpan part = part_around(verb);
  const TokenId end = tree_.subtree(verb).back() + 1;
  found.content = {part.begin.value, end + 2 < part.end.value ? part.end.value : mark - 1};
  set_words(found);
  trim(found.content);
  if (!found.content.contains(TokenOffset{found.head}) || !is_told(found)) return std::nullopt;
  return found;
}

std::optional<FoundCue> CueFinder::read_aside(TokenId verb, const ReportingCue& row) const {
  const bool clause = std::find(row.content.begin(), row.content.end(), "clause") != row.content.end();
  // Tagged a participle, it may be a past tense that the parser hangs from the wrong word.
  bool finite = is_finite(tree_, verb) || (tree_.word(verb).xpos == "VBN" && !tree_.is(verb, "amod"));
  for (const TokenId c : tree_.children(verb)) {
    if (tree_.is_any(c, {"mark", "aux:pass"})) return std::nullopt;
    const TokenId mark = tree_.is(c, "ccomp") && c > verb ? tree_.child(c, "mark") : -1;
    if (mark > 0 && tree_.token(mark - 1).form != ",") return std::nullopt;
  }
  if (!clause || !finite || quotations_.around(verb) != nullptr) return std::nullopt;
  const TokenSpan part = part_around(verb);
  Aside aside;
  if (!find_aside(verb, row, part, aside)) {
    TokenId start = verb;
    while (start > part.begin.value && tree_.is(start - 1, "aux")) --start;
    if (!find_names_before(start, part, aside)) return std::nullopt;
  }
  FoundCue found;
  found.row = &row;
  found.word = verb;
  found.speaker = aside.speaker;
  found.construction = "clause";
  const TokenSpan before{part.begin.value, aside.first};
  if (before.empty()) return std::nullopt;
  TokenId comma = verb + 1;
  if (aside.inverted) {
    comma = std::max(comma, tree_.subtree(aside.speaker).back());
    if (!is_comma(tree_, comma)) ++comma;
  }
  const TokenId limit = std::min(part.end.value, comma + kMostAfterCue);
  while (comma < limit && !is_comma(tree_, comma)) ++comma;
  const bool on = comma < limit && goes_on(before, comma, part.end.value, aside.inverted);
  if (!ends_without_content(verb, aside, comma < limit ? comma : part.end.value)) return std::nullopt;
  TokenId own = own_beginning(before);
  // "The mine is being worked, and its ore carried off, the ministry maintains."
  if (comma >= part.end.value && own > before.begin.value && tree_.has_upos(own - 1, {"CCONJ"}))
    own = before.begin.value;
  if (own == before.begin.value && is_whole(before) && !on) {
    found.content = before;
  } else {
    // "X, who looked on, commended Y, yet ...": no aside but what X did.
    if (comma >= limit || (aside.inverted && !row.stance.empty())) return std::nullopt;
    bool told = on;
    for (TokenId t = comma; t < part.end.value && !told; ++t) told = is_finite(tree_, t);
    if (!told) return std::nullopt;
    found.content = {own, part.end.value};
  }
  set_words(found);
  trim(found.content);
  found.head = top_of(found.content, found);
  if (found.content.empty() || found.head < 0 || !is_told(found)) return std::nullopt;
  return found;
}

}  // namespace entente

// Cues that stand aside of what they report, apart by commas: "Rations would run out, cautioned the programme",
// "nothing, he pointed out, had been signed". Parsers often hang such clauses from one another in odd ways, so the
// order of the words decides, and the tree only says what belongs to a phrase.
#include <algorithm>

#include "statements/cues.h"

namespace entente {
namespace {

constexpr std::int32_t kFarthestSpeaker = 12;  // words after an inverted cue
constexpr std::int32_t kFarthestEnd = 150;     // words from a cue to either end of what is looked at
constexpr std::int32_t kFarthestThat = 14;     // words after a cue
constexpr std::int32_t kMostAfterCue = 7;      // words of its own before the comma: "told reporters on Monday,"

bool is_finite(const Tree& tree, TokenId t) {
  const std::string& xpos = tree.word(t).xpos;
  return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || xpos == "MD";
}

// A comma, or a dash with blanks around it.
bool is_comma(const Tree& tree, TokenId t) {
  const std::string& form = tree.token(t).form;
  if (form == ",") return true;
  const bool blank = t > 0 && tree.token(t - 1).span.end < tree.token(t).span.begin;
  return blank && (form == "-" || form == "–" || form == "—");
}

bool is_capital(const std::string& form) { return !form.empty() && form[0] >= 'A' && form[0] <= 'Z'; }

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

// "known nothing, he claimed, of the bomb", "It was Niger, he said, that": what is said goes on after the aside.
bool CueFinder::goes_on(TokenSpan before, TokenId comma, TokenId end, bool inverted) const {
  const TokenId next = comma + 1;
  if (next >= end) return false;
  if (!inverted && lacks_rest(before, {next, end})) return true;
  const TokenId first = before.begin.value;
  const bool cleft = tree_.folded(first) == "it" && before.size() > 2 && tree_.lemma(first + 1) == "be";
  if (knowledge_.in_set("grammar_goes_on", tree_.folded(next))) {
    // "he said, when asked", "before leaving": the narrator's, who tells when he said it.
    if (!tree_.has_upos(next, {"ADV", "SCONJ"})) return true;
    for (TokenId t = next + 1; t < end; ++t) {
      if (is_finite(tree_, t)) return true;
    }
    return false;
  }
  if (cleft && (tree_.has_upos(next, {"ADP"}) || tree_.word(next).xpos.starts_with("W"))) return true;
  if (!tree_.has_upos(next, {"CCONJ"})) return false;
  if (next + 1 < end && tree_.folded(next + 1) == "not") return true;  // "and not of will"
  // "A, he alleges, and a girl was hurt"; of B that names somebody anew the narrator tells, unless its tense is that of
  // what is told: "A would stand still, he argued, and Bratislava would be flooded".
  bool named = false;
  for (TokenId t = next + 1; t < end; ++t) {
    named = named || tree_.has_upos(t, {"PROPN"}) || is_capital(tree_.token(t).form);
    if (!clauses_.is_verb(t) || !is_finite(tree_, t)) continue;
    if (!named) return rows_of(t) == nullptr;
    bool told = false;
    for (TokenId each = first; each < before.end.value && !told; ++each) told = is_shifted(each);
    return told && tree_.has_upos(t, {"AUX"}) && is_shifted(t) && !tree_.is(t, "cop");
  }
  return false;
}

// "He had found in both capitals, he said, a wish to talk", "He would complain, he said, to the judges": what follows
// is no clause, but an object of what stands before.
bool CueFinder::lacks_rest(TokenSpan before, TokenSpan after) const {
  for (TokenId t = after.begin.value; t < after.end.value; ++t) {
    if (is_finite(tree_, t) && quotations_.around(t) == nullptr && !tree_.is_any(t, {"acl:relcl", "acl"})) return false;
  }
  TokenId first = after.begin.value;
  if (quotations_.is_mark(first) && first + 1 < after.end.value) ++first;
  if (tree_.has_upos(first, {"DET", "NUM"})) {
    const TokenId verb = top_of(before, {});
    return verb >= 0 && tree_.has_upos(verb, {"VERB"}) && tree_.child(verb, "obj") < 0 && !clauses_.passive(verb);
  }
  if (!tree_.has_upos(first, {"ADP"})) return false;
  const TokenId noun = tree_.head(first);
  return noun >= 0 && tree_.is(noun, "obl") && before.contains(TokenOffset{tree_.head(noun)});
}

// "would", "had": of what was told in the present or the future.
bool CueFinder::is_shifted(TokenId t) const {
  if (knowledge_.in_set("grammar_would", tree_.folded(t))) return true;
  return tree_.word(t).xpos == "VBD" && tree_.has_upos(t, {"AUX"}) && (tree_.lemma(t) == "have" || tree_.is(t, "cop"));
}

// "doubted that it had been a mine; his sailors had seen it fly": behind the break, in the tense of what is told, with
// no cue of its own.
void CueFinder::go_on_after_break(FoundCue& cue, const std::vector<FoundCue>& found) const {
  const TokenId mark = cue.content.end.value;
  const bool clause =
      cue.construction == "clause" && cue.head >= 0 && cue.word >= 0 && cue.word < cue.content.begin.value;
  if (!clause || mark + 1 >= tree_.size() || tree_.sentence(mark) != tree_.sentence(cue.word)) return;
  if (tree_.token(mark).form != ";" && tree_.token(mark).form != ":") return;
  if (quotations_.around(mark) != nullptr || quotations_.around(cue.content.begin.value) != nullptr) return;
  const TokenSpan part = part_around(mark + 1);
  TokenId finite = mark + 1;
  bool named = false;  // "; Baku would not hear of it": told of another by the narrator
  for (; finite < part.end.value && !is_finite(tree_, finite); ++finite)
    named = named || tree_.has_upos(finite, {"PROPN"});
  if (named || finite >= part.end.value || !is_shifted(finite) || tree_.is(finite, "cop")) return;
  for (const FoundCue& other : found) {
    if (part.contains(TokenOffset{std::max(other.word, other.speaker)}) || other.content.overlaps(part)) return;
  }
  cue.content.end = part.end;
  trim(cue.content);
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

// "No decision has been taken, and he knows it, an official said": all that stands before an aside at the end, unless
// some of it is told by another cue.
bool CueFinder::tells_more(const FoundCue& aside, const FoundCue& found) const {
  if (aside.content.end.value > aside.word || found.content.end.value > aside.word ||
      !aside.content.contains(found.content) || aside.content == found.content)
    return false;
  bool clause = false;
  for (TokenId t = aside.content.begin.value; t < aside.content.end.value; ++t) {
    if (found.content.contains(TokenOffset{t}) || !clauses_.is_verb(t)) continue;
    if (rows_of(t) != nullptr && tree_.child(t, "ccomp") >= 0) return false;
    clause = clause || !tree_.is_any(t, {"acl:relcl", "acl"});
  }
  return clause;
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

// Which words hold what is said: clauses, infinitives, quoted words, by the construction that the cue takes.
#include <algorithm>

#include "actors/phrase.h"
#include "statements/cues.h"

namespace entente {
bool CueFinder::is_infinitive(TokenId t) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is_any(c, {"mark", "aux"}) && tree_.folded(c) == "to" && c < t;
  });
}

bool CueFinder::is_gerund(TokenId t) const {
  if (tree_.child(t, "nsubj") >= 0) return false;
  if (tree_.word(t).xpos == "VBG") return true;
  const auto& below = tree_.children(t);  // "having ordered", "being behind it"
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is_any(c, {"aux", "cop"}) && tree_.word(c).xpos == "VBG";
  });
}

TokenId CueFinder::object_of(TokenId verb) const {
  for (const TokenId c : tree_.children(verb)) {
    if (tree_.is_any(c, {"obj", "iobj"}) && c > verb) return c;
  }
  return -1;
}

bool CueFinder::fill(FoundCue& found, const std::string& construction) const {
  found.head = -1;
  found.content = {};
  bool filled = false;
  if (construction == "clause") filled = fill_clause(found);
  if (construction == "quote") filled = fill_quotation(found);
  if (construction == "infinitive") filled = fill_infinitive(found);
  if (construction == "object_infinitive") filled = fill_object_infinitive(found);
  if (construction == "gerund") filled = fill_gerund(found);
  if (construction == "called") filled = fill_called(found);
  if (construction == "of" || construction == "with" || construction == "for") filled = fill_of(found, construction);
  if (!filled) return false;
  trim(found.content);
  settle_quotation(found);
  return !found.content.empty();
}

bool CueFinder::semicolon_between(TokenId a, TokenId b) const {
  const auto [from, to] = std::minmax(a, b);
  return semicolons_[static_cast<std::size_t>(to)] > semicolons_[static_cast<std::size_t>(from)];
}

bool CueFinder::speech_between(TokenId a, TokenId b) const {
  const auto [from, to] = std::minmax(a, b);
  return speeches_[static_cast<std::size_t>(to)] > speeches_[static_cast<std::size_t>(from)];
}

// Quoted words may be a mere name; other words that are said have a verb.
bool CueFinder::is_clause(TokenId head) const {
  if (!tree_.has_upos(head, {"NOUN", "PROPN"}) || quotations_.around(head) != nullptr) return true;
  const auto& below = tree_.children(head);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is_any(c, {"nsubj", "cop", "aux", "mark", "expl"});
  });
}

// "claimed the island, which makes up a third of it": what the object is, taken for what is said.
bool CueFinder::tells_of_object(TokenId clause, TokenId cue) const {
  const TokenId subject = tree_.child(clause, "nsubj");
  const TokenId object = tree_.child(cue, "obj");
  return object > cue && object < clause && subject > object && tree_.word(subject).xpos == "WDT" &&
         tree_.token(subject - 1).form == ",";
}

bool CueFinder::fill_clause(FoundCue& found) const {
  const TokenId cue = found.word;
  for (const TokenId c : tree_.children(cue)) {
    if (tree_.is(c, "ccomp") && !is_infinitive(c) && !is_gerund(c) && is_clause(c) && !semicolon_between(c, cue) &&
        !tells_of_object(c, cue))
      found.head = c;
    if (found.head >= 0) break;
  }
  // "whether money lent that way would come back": taken for two, of which the second has the conjunction.
  for (const TokenId c : tree_.children(cue)) {
    const TokenId mark = found.head > cue && c > found.head && tree_.is(c, "ccomp") ? tree_.child(c, "mark") : -1;
    if (mark > cue && mark < found.head) found.head = c;
  }
  // "X answered: ...": what follows a colon.
  for (const TokenId c : tree_.children(cue)) {
    if (found.head >= 0 || !tree_.is(c, "parataxis") || c < cue) continue;
    const TokenId first = tree_.subtree(c).front();
    const bool colon = first > 0 && (tree_.token(first).form == ":" || tree_.token(first - 1).form == ":");
    // "X thinks otherwise: Y said that ...": said by Y.
    const bool own = knowledge_.merely_reports(tree_.lemma(c)) && quotations_.around(c) == nullptr;
    if (colon && !own) found.head = c;
  }
  // "asked what had come of them": the question hangs from its first word.
  for (const TokenId c : tree_.children(cue)) {
    const std::string& xpos = tree_.word(c).xpos;
    const bool asks = found.head < 0 && c > cue && tree_.is(c, "obj") && (xpos == "WP" || xpos == "WRB");
    if (asks) found.head = tree_.child(c, xpos == "WP" ? "acl:relcl" : "advcl:relcl");
    if (asks && found.head >= 0) {
      found.content = {c, clause_span(found.head, cue).end.value};
      return true;
    }
  }
  // 'X denied it: "...," he said': the words after the colon.
  if (found.head >= 0 && found.head < cue && quotations_.around(found.head) == nullptr) {
    for (TokenId t = found.head + 1; t < cue; ++t) {
      const Quotation* here = quotations_.around(t);
      if (here != nullptr && here->open == t && tree_.token(t - 1).form == ":") return fill_quotation(found);
    }
  }
  // "...", said X: the cue may hang from what was said.
  const TokenId above = tree_.head(cue);
  if (found.head < 0 && tree_.is(cue, "parataxis") && above >= 0 && !semicolon_between(above, cue)) found.head = above;
  if (found.head < 0) return false;
  found.content = clause_span(found.head, cue);
  // "the law, which Peru says bars it": what it bars stands behind the cue.
  const auto& below = tree_.children(found.head);
  const bool relative =
      tree_.is_any(cue, {"acl:relcl", "acl"}) && std::any_of(below.begin(), below.end(), [&](TokenId c) {
        return c < cue && (tree_.word(c).xpos == "WDT" || tree_.word(c).xpos == "WP");
      });
  if (relative && found.content.begin.value < cue && found.head > cue) found.content.begin.value = cue + 1;
  return !found.content.empty();
}

// Quoted words beside the cue, with nothing but its own words between.
bool CueFinder::fill_quotation(FoundCue& found) const {
  const TokenId cue = found.word;
  const TokenSpan sentence = tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(cue))].tokens;
  if (quotations_.around(cue) != nullptr) return false;
  const Quotation* nearest = nullptr;
  for (TokenId t = sentence.begin.value; t < std::min(sentence.end.value, tree_.size()); ++t) {
    const Quotation* here = quotations_.around(t);
    if (here == nullptr || here == nearest) continue;
    if (here->close < cue) nearest = here;
    // After the cue: the first one is it, unless a clause of another verb opens it.
    if (here->open > cue) {
      if (nearest == nullptr || here->open - cue < cue - nearest->close) nearest = here;
      break;
    }
  }
  if (nearest == nullptr) return false;
  // "said sorry for 'the deep wounds'", "condemned the 'hangman'": words in the narrator's own sentence.
  const bool own = nearest->open > cue && tree_.has_upos(nearest->open - 1, {"ADP", "DET", "ADJ"});
  bool verb = false;
  for (TokenId t = nearest->open + 1; t < nearest->close && !verb; ++t) {
    const bool participle = tree_.word(t).xpos == "VBN";
    verb = clauses_.is_verb(t) && !(own && participle);
  }
  const bool plain = found.row == nullptr || found.row->stance.empty();
  if (!verb && (own || !plain)) return false;
  const TokenId from = nearest->close < cue ? nearest->close + 1 : cue + 1;
  const TokenId to = nearest->close < cue ? cue : nearest->open;
  for (TokenId t = from; t < to; ++t) {
    if (clauses_.is_verb(t) && !tree_.has_upos(t, {"AUX"})) return false;
    if (tree_.token(t).form == ";") return false;
  }
  found.content = {nearest->open + 1, nearest->close};
  found.head = head_of(*nearest);
  return true;
}

// The first word of it that hangs from outside; -1: it holds none.
TokenId CueFinder::head_of(const Quotation& quotation) const {
  for (TokenId t = quotation.open + 1; t < quotation.close; ++t) {
    const TokenId above = tree_.head(t);
    const bool outside = above < 0 || quotations_.around(above) != &quotation;
    if (outside && !quotations_.is_mark(t)) return t;
  }
  return -1;
}

bool CueFinder::fill_infinitive(FoundCue& found) const {
  for (const TokenId c : tree_.children(found.word)) {
    if (c < found.word || !tree_.is_any(c, {"xcomp", "advcl", "ccomp"}) || !is_infinitive(c)) continue;
    // A noun taken for its subject that stands after it is no such thing.
    if (const TokenId own = tree_.child(c, "nsubj"); own >= 0 && own < c) continue;
    // "may offer an exchange to free him": that is what the exchange is for.
    const TokenId object = tree_.child(found.word, "obj");
    if (object > found.word && object < c && tree_.has_upos(object, {"NOUN"}) && !may_speak(object)) continue;
    found.head = c;
    found.content = clause_span(c, found.word);
    if (const TokenId own = tree_.child(c, "nsubj"); own > c) {
      for (TokenId t = own; t > c; --t) {
        if (tree_.token(t).form == ",") found.content.end = TokenOffset{std::min(found.content.end.value, t)};
      }
    }
    // "to" is of the content: what is promised is "to send envoys".
    for (const TokenId m : tree_.children(c)) {
      if (tree_.folded(m) == "to" && m < c) found.content.begin = TokenOffset{std::min(found.content.begin.value, m)};
    }
    return true;
  }
  return false;
}

TokenId CueFinder::infinitive_of(TokenId verb, TokenId object) const {
  for (const TokenId holder : {verb, object}) {
    if (holder < 0) continue;
    for (const TokenId c : tree_.children(holder)) {
      if (c > holder && c > verb && tree_.is_any(c, {"xcomp", "advcl", "ccomp", "acl"}) && is_infinitive(c)) return c;
    }
  }
  return -1;
}

// "urged both sides to talk", "called on the army to leave", "appealed for the guns to fall silent".
bool CueFinder::fill_object_infinitive(FoundCue& found) const {
  const TokenId verb = found.word;
  if (clauses_.passive(verb) && tree_.child(verb, "obl:agent") >= 0) return fill_infinitive(found);
  TokenId object = object_of(verb);
  for (const TokenId c : tree_.children(verb)) {
    if (object >= 0 || !tree_.is(c, "obl") || c < verb) continue;
    const std::string by = preposition(tree_, c);
    if (knowledge_.in_set("grammar_asked", by)) object = c;
  }
  found.head = infinitive_of(verb, object);
  if (found.head < 0) return fill_asked_by_order(found);
  // "urged both sides to talk", with the sides taken for the subject of talking.
  if (const TokenId own = tree_.child(found.head, "nsubj"); object < 0 && own > verb) object = own;
  if (object < 0 || object > found.head) return fill_asked_by_order(found);
  found.content = phrase_to(object, found.head, verb);
  return true;
}

bool CueFinder::fill_gerund(FoundCue& found) const {
  for (const TokenId c : tree_.children(found.word)) {
    if (c < found.word || !tree_.is_any(c, {"xcomp", "ccomp", "obj", "advcl"}) || !is_gerund(c)) continue;
    if (tree_.child(c, "mark") >= 0) continue;
    found.head = c;
    found.content = clause_span(c, found.word);
    return true;
  }
  return false;
}

// "accused the army of torturing prisoners", "charged it with torturing"; "is accused by X of torturing".
bool CueFinder::fill_of(FoundCue& found, std::string_view by) const {
  const TokenId verb = found.word;
  const bool passive = clauses_.passive(verb);
  if (passive && tree_.child(verb, "obl:agent") < 0 && preposition(tree_, found.speaker) != "by") return false;
  const TokenId object = passive ? -1 : object_of(verb);
  if (object < 0 && !passive) return fill_charged_by_order(found, by);
  for (const TokenId holder : {verb, object, passive ? found.speaker : -1}) {
    if (holder < 0) continue;
    for (const TokenId c : tree_.children(holder)) {
      if (c < verb || !is_gerund(c) || preposition(tree_, c) != by) continue;
      found.head = c;
      found.content = passive ? clause_span(c, verb) : phrase_to(object, c, verb);
      // "of" is not of the content.
      const TokenId first = found.content.begin.value;
      if (passive && tree_.folded(first) == by) ++found.content.begin.value;
      return true;
    }
  }
  return !passive && fill_charged_by_order(found, by);
}

}  // namespace entente

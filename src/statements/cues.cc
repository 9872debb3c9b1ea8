#include "statements/cues.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

// Quoted words without a cue of the table: shorter ones are a name or a turn of phrase.
constexpr std::int32_t kShortestQuotation = 4;
constexpr std::int32_t kMostWordsOfCue = 4;
constexpr float kSureCue = 0.7F;  // of a verb that the table lacks, by the model

using Pos = ReportingCue::Pos;

Pos pos_of(const Tree& tree, TokenId t) {
  if (tree.has_upos(t, {"VERB", "AUX"})) return Pos::kVerb;
  return tree.has_upos(t, {"ADJ"}) ? Pos::kAdjective : Pos::kNoun;
}

}  // namespace

CueFinder::CueFinder(const Tree& tree, const Knowledge& knowledge, const Clauses& clauses, const Quotations& quotations)
    : tree_(tree),
      knowledge_(knowledge),
      clauses_(clauses),
      quotations_(quotations),
      cue_of_model_(static_cast<std::size_t>(tree.size())) {
  for (const AttributionSpan& span : tree.parsed().attributions) {
    if (span.role != AttributionRole::kCue || span.score < kSureCue) continue;
    for (TokenId t = span.tokens.begin.value; t < std::min(span.tokens.end.value, tree.size()); ++t)
      cue_of_model_[static_cast<std::size_t>(t)] = true;
  }
}

std::vector<FoundCue> CueFinder::find() const {
  std::vector<FoundCue> found;
  for (TokenId t = 0; t < tree_.size(); ++t) {
    if (std::optional<FoundCue> cue = read(t); cue.has_value()) found.push_back(std::move(*cue));
  }
  drop_own_acts(found);
  const std::size_t told = found.size();
  for (const Quotation& quotation : quotations_.all()) {
    const TokenSpan words{quotation.open + 1, quotation.close};
    if (words.size() < kShortestQuotation) continue;
    const bool known = std::any_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(told),
                                   [&](const FoundCue& cue) { return cue.content.overlaps(words); });
    if (known) continue;
    if (std::optional<FoundCue> cue = read_quotation(quotation); cue.has_value()) found.push_back(std::move(*cue));
  }
  return found;
}

// "I call on X to", "denied having ordered": within another cue's content, what he who says that does himself. It is
// told by the outer cue, unless it is a report again ("said that he had told").
void CueFinder::drop_own_acts(std::vector<FoundCue>& found) const {
  std::vector<FoundCue> kept;
  std::vector<std::int32_t> inner(static_cast<std::size_t>(tree_.size()), -1);  // the head of the innermost content
  for (const FoundCue& cue : found) {
    // "According to X he urged them to": X tells of another's act.
    const bool other = cue.row != nullptr && cue.row->pos == Pos::kPhrase;
    if (cue.head >= 0 && !other) inner[static_cast<std::size_t>(cue.head)] = cue.word;
  }
  for (FoundCue& cue : found) {
    const bool first_person = tree_.has_feat(cue.speaker, "Person=1") && quotations_.around(cue.word) != nullptr;
    const bool is_head = inner[static_cast<std::size_t>(cue.word)] >= 0;
    const bool reports = cue.row != nullptr && cue.row->stance.empty() && tree_.child(cue.word, "nsubj") >= 0;
    if (first_person || (is_head && !reports)) continue;
    kept.push_back(std::move(cue));
  }
  found = std::move(kept);
}

// What is not said: "nobody says", "if they say", "wants to ask".
bool CueFinder::is_told(const FoundCue& found) const {
  if (knowledge_.statement_word("negation", tree_.folded(found.speaker))) return false;
  for (const TokenId c : tree_.children(found.speaker)) {
    if (tree_.is(c, "det") && knowledge_.statement_word("negation", tree_.folded(c))) return false;
  }
  if (found.declined) return true;
  for (const TokenId c : tree_.children(found.word)) {
    if (!tree_.is_any(c, {"mark", "aux"})) continue;
    // "went on television to declare" is done; what one wants to say is not.
    const bool to = tree_.folded(c) == "to" && c < found.word && !tree_.is(found.word, "advcl");
    if (knowledge_.in_set("grammar_condition", tree_.folded(c)) || to) return false;
  }
  return true;
}

std::optional<FoundCue> CueFinder::read(TokenId t) const {
  if (tree_.is(t, "obl") || tree_.is(t, "nmod") || tree_.is(t, "advcl")) {
    for (const TokenId c : tree_.children(t)) {
      if (!tree_.is(c, "case")) continue;
      std::string words = tree_.folded(c);
      for (const TokenId f : tree_.children(c)) {
        if (tree_.is(f, "fixed")) words += " " + tree_.folded(f);
      }
      const auto rows = knowledge_.cues.find(words);
      if (rows == knowledge_.cues.end() || rows->second.front().pos != Pos::kPhrase) continue;
      if (auto found = read_phrase(t, rows->second.front()); found.has_value()) return found;
    }
  }
  if (!tree_.has_upos(t, {"VERB", "NOUN", "ADJ"})) return std::nullopt;
  const auto rows = knowledge_.cues.find(tree_.lemma(t));
  if (rows == knowledge_.cues.end()) return read_unlisted(t);
  const Pos pos = pos_of(tree_, t);
  for (const ReportingCue& row : rows->second) {
    if (row.pos != pos) continue;
    std::optional<FoundCue> found;
    if (pos == Pos::kVerb) found = read_verb(t, row);
    if (pos == Pos::kNoun) found = read_noun(t, row);
    if (pos == Pos::kAdjective) found = read_adjective(t, row);
    if (found.has_value()) return found;
  }
  return std::nullopt;
}

TokenId CueFinder::speaker_of(TokenId verb) const {
  const auto subjects = clauses_.fill(verb, "subj");
  if (!subjects.empty() && !tree_.is_below(subjects[0], verb) && tree_.is(verb, "conj")) {
    // "X said that A and denied B": who says the first says the second.
    const TokenId reporter = clauses_.reporting_subject(verb);
    if (reporter >= 0) return reporter;
  }
  return subjects.empty() ? -1 : subjects[0];
}

bool CueFinder::negated(TokenId t) const {
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is_any(c, {"advmod", "det"}) && knowledge_.in_set("grammar_negation", tree_.lemma(c));
  });
}

// "has called on", "declined to say": the verb with what belongs to it.
void CueFinder::set_words(FoundCue& found) const {
  TokenId first = found.word;
  TokenId last = found.word;
  const TokenId above = tree_.head(found.word);
  if (above >= 0 && tree_.is(found.word, "xcomp") && found.word - above <= kMostWordsOfCue &&
      knowledge_.statement_word("declining", tree_.lemma(above))) {
    found.declined = true;
    first = std::min(first, above);
  }
  for (const TokenId c : tree_.children(found.word)) {
    if (tree_.is(c, "compound:prt") && c == last + 1) last = c;
    if (tree_.is(c, "cop") && first - c <= kMostWordsOfCue) first = std::min(first, c);
  }
  // "called on X to": the preposition of the object that the content begins with.
  if (found.construction == "object_infinitive" && found.content.begin.value == last + 2 &&
      tree_.has_upos(last + 1, {"ADP"})) {
    ++last;
  }
  found.words = {first, last + 1};
  found.negated = negated(found.word) || (above >= 0 && found.declined && negated(above));
}

std::optional<FoundCue> CueFinder::read_verb(TokenId verb, const ReportingCue& row) const {
  FoundCue found;
  found.row = &row;
  found.word = verb;
  found.speaker = speaker_of(verb);
  if (found.speaker < 0) return std::nullopt;
  for (const std::string& construction : row.content) {
    if (!fill(found, construction)) continue;
    found.construction = construction;
    set_words(found);
    // Who speaks stands outside of what is said.
    if (found.content.contains(TokenOffset{found.speaker}) && !found.content.contains(TokenOffset{verb})) return {};
    if (!is_told(found)) return std::nullopt;
    return found;
  }
  return std::nullopt;
}

// A verb that the table lacks, where the model takes it for a cue and a clause with "that" follows.
std::optional<FoundCue> CueFinder::read_unlisted(TokenId verb) const {
  if (!tree_.has_upos(verb, {"VERB"}) || !cue_of_model_[static_cast<std::size_t>(verb)]) return std::nullopt;
  const TokenId content = tree_.child(verb, "ccomp");
  const TokenId mark = content < 0 ? -1 : tree_.child(content, "mark");
  if (mark < 0 || tree_.folded(mark) != "that" || tree_.child(verb, "nsubj") < 0) return std::nullopt;
  FoundCue found;
  found.word = verb;
  found.speaker = speaker_of(verb);
  found.construction = "clause";
  if (found.speaker < 0 || !fill(found, found.construction)) return std::nullopt;
  set_words(found);
  if (!is_told(found)) return std::nullopt;
  return found;
}

// "the charge of the opposition that ...", "his promise to ...", "was the reply of X".
std::optional<FoundCue> CueFinder::read_noun(TokenId noun, const ReportingCue& row) const {
  FoundCue found;
  found.row = &row;
  found.word = noun;
  for (const char* slot : {"poss", "by", "of", "from"}) {
    const auto whose = clauses_.fill(noun, slot);
    if (found.speaker < 0 && !whose.empty()) found.speaker = whose[0];
  }
  // "has no doubt that", "voiced the hope that": of whoever holds it.
  const TokenId above = tree_.head(noun);
  if (found.speaker < 0 && above >= 0 && tree_.is(noun, "obj") &&
      knowledge_.statement_word("holding", tree_.lemma(above)))
    found.speaker = speaker_of(above);
  if (found.speaker < 0) return std::nullopt;
  for (const std::string& construction : row.content) {
    found.head = -1;
    if (construction == "quote") {
      if (!fill_quotation(found)) continue;
    } else {
      for (const TokenId c : tree_.children(noun)) {
        const TokenId mark = tree_.child(c, "mark");
        if (!tree_.is_any(c, {"acl", "ccomp"}) || mark < 0) continue;
        const bool to = tree_.folded(mark) == "to";
        if (to == (construction == "infinitive")) found.head = c;
      }
      if (found.head < 0 || found.head == found.speaker) continue;
      found.content = clause_span(found.head, noun);
      trim(found.content);
    }
    if (found.content.empty()) continue;
    found.construction = construction;
    set_words(found);
    return found;
  }
  return std::nullopt;
}

// "is not sure that", "was convinced that".
std::optional<FoundCue> CueFinder::read_adjective(TokenId adjective, const ReportingCue& row) const {
  FoundCue found;
  found.row = &row;
  found.word = adjective;
  const auto subjects = clauses_.fill(adjective, "subj");
  if (subjects.empty() || tree_.child(adjective, "cop") < 0) return std::nullopt;
  found.speaker = subjects[0];
  for (const TokenId c : tree_.children(adjective)) {
    if (tree_.is_any(c, {"ccomp", "advcl"}) && c > adjective && !is_infinitive(c) && tree_.child(c, "nsubj") >= 0 &&
        (tree_.is(c, "ccomp") || (tree_.child(c, "mark") >= 0 && tree_.folded(tree_.child(c, "mark")) == "that")))
      found.head = c;
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
  found.head = clauses_.governor(t);
  if (found.head < 0) found.head = tree_.head(t);
  if (found.head < 0) return std::nullopt;
  found.construction = "clause";
  const auto words = tree_.subtree(found.head, [&](TokenId c) { return c == t; });
  const auto phrase = tree_.subtree(t);
  const TokenId from = phrase.front();
  const TokenId to = phrase.back();
  // The side of the phrase on which more is said.
  TokenSpan before{words.front(), words.front()};
  TokenSpan after{words.back() + 1, words.back() + 1};
  for (const TokenId w : words) {
    if (w < from) before.end = TokenOffset{w + 1};
    if (w > to) after.begin = TokenOffset{std::min(after.begin.value, w)};
  }
  found.content = before.size() > after.size() ? before : after;
  trim(found.content);
  settle_quotation(found);
  if (found.content.empty()) return std::nullopt;
  return found;
}

// Quoted words that no cue of the table reports: a verb beside them does ("..., scoffed X"), or a name and a colon.
std::optional<FoundCue> CueFinder::read_quotation(const Quotation& quotation) const {
  FoundCue found;
  found.construction = "quote";
  found.content = {quotation.open + 1, quotation.close};
  trim(found.content);
  found.head = head_of(quotation);
  const TokenId before = quotation.open - 1;
  const bool colon = before >= 0 && tree_.token(before).form == ":";
  for (TokenId t = found.head, step = 0; t >= 0 && step < kMostWordsOfCue; t = tree_.head(t), ++step) {
    if (quotations_.around(t) == &quotation || !clauses_.is_verb(t) || tree_.has_upos(t, {"AUX"})) continue;
    const bool said = tree_.is_any(found.head, {"ccomp", "parataxis"}) && tree_.head(found.head) == t;
    const TokenId speaker = speaker_of(t);
    if (speaker < 0 || (!said && !colon) || quotations_.around(speaker) == &quotation) break;
    found.word = t;
    found.words = {t, t + 1};
    found.speaker = speaker;
    extend_over_sentences(found);
    return found;
  }
  if (!colon) return std::nullopt;
  // "X, on the radio: '...'": who the clause before is about.
  const TokenSpan sentence = tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(before))].tokens;
  for (TokenId t = sentence.begin.value; t < before; ++t) {
    const bool root = tree_.head(t) < 0 || tree_.is(t, "nsubj");
    const bool relative = tree_.word(t).xpos == "WP" || tree_.word(t).xpos == "WDT";
    if (!root || relative || !tree_.has_upos(t, {"PROPN", "NOUN", "PRON"})) continue;
    found.speaker = t;
    extend_over_sentences(found);
    return found;
  }
  return std::nullopt;
}

}  // namespace entente

#include "statements/cues.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr std::int32_t kMostWordsOfCue = 4;
constexpr std::int32_t kFarthestBreak = 60;  // words from a semicolon to the verb after it
constexpr float kSureCue = 0.7F;             // of a verb that the table lacks, by the model

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
  semicolons_.assign(static_cast<std::size_t>(tree.size()) + 1, 0);
  speeches_ = semicolons_;
  for (TokenId t = 0; t < tree.size(); ++t) {
    const auto at = static_cast<std::size_t>(t);
    const std::string& form = tree.token(t).form;
    const Quotation* next = t + 1 < tree.size() ? quotations.around(t + 1) : nullptr;
    semicolons_[at + 1] = semicolons_[at] + (form == ";" && quotations.around(t) == nullptr ? 1 : 0);
    speeches_[at + 1] = speeches_[at] + (form == ":" && next != nullptr && next->open == t + 1 ? 1 : 0);
  }
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
  drop_repeated(found);
  drop_own_acts(found);
  drop_quoted(found);
  for (FoundCue& cue : found) go_on_after_break(cue, found);
  add_quotations(found);
  return found;
}

// "voiced the hope that": verb and noun report the same; the one whose stance the table tells is kept.
void CueFinder::drop_repeated(std::vector<FoundCue>& found) {
  for (std::size_t i = 1; i < found.size();) {
    FoundCue& before = found[i - 1];
    const bool same = before.content == found[i].content && before.speaker == found[i].speaker;
    if (same && before.row != nullptr && before.row->stance.empty()) before = found[i];
    if (same) {
      found.erase(found.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
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
    const TokenId own = tree_.child(cue.word, "nsubj");
    const bool reports = cue.row != nullptr && cue.row->stance.empty() && own >= 0;
    // "reported that the King had offered to": another's act.
    const bool anothers =
        own >= 0 && own < cue.word && tree_.has_upos(own, {"NOUN", "PROPN"}) && quotations_.around(cue.word) == nullptr;
    if (first_person || (is_head && !reports && !anothers)) continue;
    kept.push_back(std::move(cue));
  }
  found = std::move(kept);
}

// What stands in somebody's own words is his, with all who he says say or think something: '"They ask who will pay," X
// said'; and words that he is quoted with are no statement of whom he speaks of: 'X called him a man he could "do
// business with"'. Only "Y told me that", of a name, is told once more.
void CueFinder::drop_quoted(std::vector<FoundCue>& found) const {
  const auto is_outer = [&](const FoundCue& outer, const FoundCue& inner) {
    return &outer != &inner && outer.content != inner.content && outer.content.contains(TokenOffset{inner.word}) &&
           outer.content.contains(inner.content);
  };
  std::vector<FoundCue> kept;
  for (const FoundCue& cue : found) {
    const bool quoted = cue.word >= 0 && quotations_.around(cue.word) != nullptr;
    const bool named = tree_.has_upos(cue.speaker, {"PROPN"}) && tree_.word(cue.word).xpos == "VBD";
    const bool fragment = cue.word >= 0 && cue.by_quotation;
    const bool within = ((quoted && !named) || fragment) &&
                        std::any_of(found.begin(), found.end(), [&](const FoundCue& o) { return is_outer(o, cue); });
    if (!within) kept.push_back(cue);
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
  if (std::optional<FoundCue> telling = read_telling(t); telling.has_value()) return telling;
  if (!tree_.has_upos(t, {"VERB", "NOUN", "ADJ"})) return std::nullopt;
  if (std::optional<FoundCue> known = read_made_known(t); known.has_value()) return known;
  const std::vector<ReportingCue>* rows = rows_of(t);
  if (rows == nullptr) {
    std::optional<FoundCue> lesser = read_lesser(t);
    return lesser.has_value() ? lesser : read_unlisted(t);
  }
  const Pos pos = pos_of(tree_, t);
  if (const ReportingCue* felt = felt_row(t); felt != nullptr) return read_adjective(t, *felt);
  // Quoted words beside it are taken where no construction of its own finds a content.
  for (const bool quoted : {false, true}) {
    for (const ReportingCue& row : *rows) {
      if (row.pos != pos) continue;
      std::optional<FoundCue> found;
      if (pos == Pos::kVerb) found = quoted ? read_quoted(t, row) : read_verb(t, row);
      if (pos == Pos::kNoun && !quoted) found = read_came(t, row);
      if (pos == Pos::kNoun && !quoted && !found.has_value()) found = read_noun(t, row);
      if (pos == Pos::kAdjective && !quoted) found = read_adjective(t, row);
      if (found.has_value()) return found;
    }
  }
  return pos == Pos::kVerb ? read_lesser(t) : std::nullopt;
}

// "was not convinced that": an adjective of the table, tagged as a passive.
const ReportingCue* CueFinder::felt_row(TokenId t) const {
  if (tree_.word(t).xpos != "VBN" || tree_.child(t, "aux:pass") < 0 || tree_.child(t, "obl:agent") >= 0) return nullptr;
  const auto rows = knowledge_.cues.find(tree_.folded(t));
  if (rows == knowledge_.cues.end() || rows->second.front().pos != Pos::kAdjective) return nullptr;
  return &rows->second.front();
}

// "pointed out" before "point".
const std::vector<ReportingCue>* CueFinder::rows_of(TokenId t) const {
  if (const TokenId particle = tree_.child(t, "compound:prt"); particle == t + 1) {
    const auto rows = knowledge_.cues.find(tree_.lemma(t) + " " + tree_.folded(particle));
    if (rows != knowledge_.cues.end()) return &rows->second;
  }
  const auto rows = knowledge_.cues.find(tree_.lemma(t));
  return rows == knowledge_.cues.end() ? nullptr : &rows->second;
}

std::optional<FoundCue> CueFinder::read_lesser(TokenId verb) const {
  const auto rows = knowledge_.lesser_cues.find(tree_.lemma(verb));
  if (rows == knowledge_.lesser_cues.end() || !tree_.has_upos(verb, {"VERB"})) return std::nullopt;
  for (const ReportingCue& row : rows->second) {
    if (std::optional<FoundCue> found = read_verb(verb, row); found.has_value()) return found;
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
  // "Erdogan, who phoned both, offered to": a second clause of the noun's that has no "who" of its own.
  const TokenId above = tree_.head(verb);
  if (subjects.empty() && above >= 0 && above < verb && tree_.is(verb, "acl:relcl") && tree_.word(verb).xpos == "VBD" &&
      tree_.token(verb - 1).form == "," && tree_.has_upos(above, {"PROPN", "NOUN"}))
    return above;
  // "The service, to which they belong, denied that": taken for what is joined to the noun.
  if (subjects.empty() && above >= 0 && above < verb && tree_.is(verb, "parataxis") && tree_.head(above) < 0 &&
      tree_.token(verb - 1).form == "," && that_after(verb) == verb + 1 && may_speak(above))
    return above;
  if (subjects.empty()) return name_before(verb);
  if (const TokenId nearer = name_after_break(subjects[0], verb); nearer >= 0) return nearer;
  // "Recovery, Peru's minister told deputies, 'walks on crutches'": of two subjects the nearer.
  for (const TokenId c : tree_.children(verb)) {
    if (c > subjects[0] && c < verb && tree_.is(c, "nsubj") && tree_.is(subjects[0], "nsubj") && may_speak(c)) return c;
  }
  return subjects[0];
}

// "...; a spokesman for the army, X, in his turn accused": who stands first after the semicolon, not one before it.
TokenId CueFinder::name_after_break(TokenId subject, TokenId verb) const {
  if (subject > verb || quotations_.around(verb) != nullptr) return -1;
  TokenId from = verb;
  while (from > subject &&
         !((tree_.token(from).form == ";" || tree_.token(from).form == ":") && quotations_.around(from) == nullptr))
    --from;
  if (from <= subject || verb - from >= kFarthestBreak) return -1;
  for (TokenId t = from + 1; t < verb; ++t) {
    if (!tree_.has_upos(t, {"NOUN", "PROPN", "PRON"}) || tree_.is_any(t, {"compound", "nmod:poss", "nmod:desc"}))
      continue;
    if (tree_.child(t, "case") >= 0 || tree_.word(t).xpos.starts_with("W")) continue;
    return may_speak(t) ? t : -1;
  }
  return -1;
}

// "In a letter to the bank Lagos had contended": a name before the verb that the parser hangs elsewhere.
TokenId CueFinder::name_before(TokenId verb) const {
  if (!tree_.is_any(verb, {"root", "conj", "parataxis", "ccomp", "advcl"}) || clauses_.passive(verb)) return -1;
  TokenId start = verb;
  while (start > 0 && tree_.head(start - 1) == verb && tree_.is_any(start - 1, {"aux", "advmod"})) --start;
  TokenId name = start - 1;
  if (name < 0 || !tree_.has_upos(name, {"PROPN"}) || tree_.sentence(name) != tree_.sentence(verb)) return -1;
  while (tree_.is(name, "flat") && tree_.head(name) >= 0 && tree_.head(name) < name) name = tree_.head(name);
  return tree_.child(name, "case") < 0 ? name : -1;
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
  if (std::optional<FoundCue> as = read_as(verb, row); as.has_value()) return as;
  std::optional<FoundCue> aside = read_aside(verb, row);
  const TokenId that = aside.has_value() ? -1 : that_after(verb);
  for (const std::string& construction : row.content) {
    if (found.speaker < 0) break;
    bool filled = fill(found, construction);
    // "warned that ...": so it begins, whatever the tree says.
    const bool clause = construction == "clause" && that > verb;
    // "that three men wanted for it had fled": of two clauses the one that "that" is of.
    const bool other = clause && filled && that == verb + 1 && tree_.head(that) > found.head;
    if (clause && (!filled || other || (that == verb + 1 && found.content.begin.value != that + 1)))
      filled = fill_that(found, that);
    if (!filled) continue;
    found.construction = construction;
    set_words(found);
    // Who speaks stands outside of what is said; an aside tells of all that is around it.
    const bool within =
        found.content.contains(TokenOffset{found.speaker}) && !found.content.contains(TokenOffset{verb});
    const bool part = aside.has_value() && construction == "clause" &&
                      (found.head > verb || aside->content.contains(TokenOffset{verb}));
    if (within || part || (aside.has_value() && found.content.contains(TokenOffset{verb}))) return aside;
    if (aside.has_value() && construction == "clause" && tells_more(*aside, found)) return aside;
    if (!is_told(found)) return std::nullopt;
    return found;
  }
  return aside;
}

std::optional<FoundCue> CueFinder::read_quoted(TokenId verb, const ReportingCue& row) const {
  FoundCue found;
  found.row = &row;
  found.word = verb;
  found.speaker = speaker_of(verb);
  found.construction = "clause";
  const bool clause = std::find(row.content.begin(), row.content.end(), "clause") != row.content.end();
  // "who commands its navy"
  const bool acts = row.stance == "demands" || row.stance == "promises";
  if (acts && tree_.child(verb, "obj") >= 0) return std::nullopt;
  if (found.speaker < 0 || !clause || !fill(found, "quote")) return std::nullopt;
  found.by_quotation = true;
  set_words(found);
  if (found.content.contains(TokenOffset{found.speaker}) && !found.content.contains(TokenOffset{verb})) return {};
  if (!is_told(found)) return std::nullopt;
  return found;
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

}  // namespace entente

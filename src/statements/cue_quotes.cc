// Quoted words that no cue of the table reports: after a name and a colon, beside a verb that the table lacks, or alone
// behind a sentence that tells of somebody.
#include <algorithm>

#include "statements/cues.h"

namespace entente {
namespace {

// Shorter ones are a name or a turn of phrase.
constexpr std::int32_t kShortestQuotation = 4;
constexpr std::int32_t kMostWordsOfCue = 4;
constexpr std::int32_t kMostOfCalled = 14;  // words between a cue and what it calls something

}  // namespace

void CueFinder::add_quotations(std::vector<FoundCue>& found) const {
  const std::size_t told = found.size();
  for (const Quotation& quotation : quotations_.all()) {
    const TokenSpan words{quotation.open + 1, quotation.close};
    if (words.size() < kShortestQuotation) continue;
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const FoundCue& cue) { return cue.content.overlaps(words); });
    if (known) continue;
    std::optional<FoundCue> cue = read_quotation(quotation);
    if (!cue.has_value()) cue = read_alone(quotation, {found.data(), told});
    if (cue.has_value()) found.push_back(std::move(*cue));
  }
  for (const Sentence& sentence : tree_.parsed().document.sentences) {
    std::optional<FoundCue> cue = read_colon(sentence.tokens, {found.data(), found.size()});
    if (cue.has_value()) found.push_back(std::move(*cue));
  }
}

// A verb beside them reports it ("..., scoffed X"), or a name and a colon.
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

// 'X shrugged. "..."': words that are a sentence of their own are said by whoever the sentence before quotes, or tells
// of. `told`: the cues that are not quoted words alone.
std::optional<FoundCue> CueFinder::read_alone(const Quotation& quotation, std::span<const FoundCue> told) const {
  const auto& sentences = tree_.parsed().document.sentences;
  const std::int32_t first = tree_.sentence(quotation.open);
  const Sentence& own = sentences[static_cast<std::size_t>(first)];
  if (first == 0 || own.starts_paragraph || own.tokens.begin.value != quotation.open) return std::nullopt;
  const Sentence& last = sentences[static_cast<std::size_t>(tree_.sentence(quotation.close))];
  for (TokenId t = quotation.close + 1; t < std::min(last.tokens.end.value, tree_.size()); ++t) {
    if (!tree_.has_upos(t, {"PUNCT"})) return std::nullopt;
  }
  FoundCue found;
  found.construction = "quote";
  found.content = {quotation.open + 1, quotation.close};
  trim(found.content);
  found.head = head_of(quotation);
  found.alone = true;
  const TokenSpan before = sentences[static_cast<std::size_t>(first - 1)].tokens;
  for (const FoundCue& cue : told) {
    const TokenId where = cue.word >= 0 ? cue.word : cue.speaker;
    if (!before.contains(TokenOffset{where})) continue;
    found.speaker = cue.speaker;
    found.alone = false;
    break;
  }
  for (TokenId t = before.begin.value; t < std::min(before.end.value, tree_.size()) && found.speaker < 0; ++t) {
    const TokenId clause = tree_.head(t);
    const bool main = clause >= 0 && tree_.head(clause) < 0 && tree_.is_any(t, {"nsubj", "nsubj:pass"});
    if (main && t < clause && quotations_.around(t) == nullptr && may_speak(t)) found.speaker = t;
  }
  if (found.speaker < 0 || found.content.empty()) return std::nullopt;
  return found;
}

// "China's embassy was sharper: nothing had been asked for": behind a colon, what somebody says of whom the words
// before it tell no more than how he says it.
std::optional<FoundCue> CueFinder::read_colon(TokenSpan sentence, std::span<const FoundCue> told) const {
  sentence.end = TokenOffset{std::min(sentence.end.value, tree_.size())};
  TokenId colon = sentence.begin.value;
  while (colon < sentence.end.value && (tree_.token(colon).form != ":" || quotations_.around(colon) != nullptr))
    ++colon;
  if (colon + 2 >= sentence.end.value || quotations_.around(colon + 1) != nullptr) return std::nullopt;
  FoundCue found;
  found.construction = "colon";
  for (TokenId t = sentence.begin.value; t < colon && found.word < 0; ++t) {
    const bool verb = clauses_.is_verb(t) || tree_.child(t, "cop") >= 0;
    const bool tells = knowledge_.statement_word("introducing", tree_.lemma(t));
    if (tells && quotations_.around(t) == nullptr) found.word = verb || tree_.is(t, "xcomp") ? t : told_with(t);
  }
  if (found.word < 0) return std::nullopt;
  found.speaker = speaker_of(found.word);
  if (found.speaker < 0) found.speaker = clauses_.surface_subject(found.word);
  if (found.speaker < 0 || found.speaker > colon || !may_speak(found.speaker)) return std::nullopt;
  found.words = {found.word, found.word + 1};
  const TokenSpan part = part_around(colon + 1);
  found.content = {colon + 1, part.end.value};
  bool clause = false;
  for (TokenId t = colon + 1; t < part.end.value && !clause; ++t)
    clause = clauses_.is_verb(t) && (tree_.child(t, "nsubj") >= 0 || tree_.child(t, "nsubj:pass") >= 0 ||
                                     tree_.is_any(t, {"aux", "cop", "aux:pass"}));
  trim(found.content);
  found.head = top_of(found.content, found);
  const bool known = std::any_of(told.begin(), told.end(), [&](const FoundCue& cue) {
    return cue.content.overlaps(found.content) || part.contains(TokenOffset{std::max(cue.word, cue.speaker)});
  });
  if (!clause || known || found.content.empty() || found.head < 0) return std::nullopt;
  return found;
}

// "sent out a line", "saw it otherwise": the verb that such a word goes with.
TokenId CueFinder::told_with(TokenId word) const {
  const TokenId above = tree_.head(word);
  return above >= 0 && tree_.is_any(word, {"obj", "advmod"}) && clauses_.is_verb(above) ? above : -1;
}

// 'called the treaty "a gift wrapped in ribbon"', 'spoke of "a plot to starve us"'.
bool CueFinder::fill_called(FoundCue& found) const {
  const TokenId verb = found.word;
  const TokenId end = std::min(part_around(verb).end.value, verb + kMostOfCalled);
  const Quotation* quotation = nullptr;
  for (TokenId t = verb + 1; t < end && quotation == nullptr; ++t) {
    quotation = quotations_.around(t);
    if (quotation == nullptr && (tree_.token(t).form == "," || (clauses_.is_verb(t) && tree_.word(t).xpos != "VBN")))
      return false;
  }
  if (quotation == nullptr || quotation->open < verb || quotation->close - quotation->open <= kShortestQuotation + 1)
    return false;
  TokenId first = quotation->open;
  if (const TokenId object = object_of(verb);
      object >= 0 && object < first && tree_.has_upos(object, {"NOUN", "PROPN"}))
    first = std::max(verb + 1, tree_.subtree(object).front());
  found.head = head_of(*quotation);
  found.content = {first, quotation->close};
  return true;
}

// "Not now, came the answer from Lima", "From Damascus came the denial: ...": of whom it comes from.
std::optional<FoundCue> CueFinder::read_came(TokenId noun, const ReportingCue& row) const {
  const TokenId verb = tree_.head(noun);
  if (verb < 1 || verb > noun || !knowledge_.in_set("grammar_came", tree_.lemma(verb)) ||
      !tree_.is_any(noun, {"nsubj", "obj"}))
    return std::nullopt;
  FoundCue found;
  found.row = &row;
  found.word = noun;
  found.construction = "clause";
  for (const TokenId holder : {noun, verb}) {
    const auto from = clauses_.fill(holder, "from");
    if (found.speaker < 0 && !from.empty()) found.speaker = from[0];
  }
  const TokenSpan part = part_around(verb);
  const TokenId end = part.end.value;
  if (end + 1 < tree_.size() && tree_.sentence(end) == tree_.sentence(verb) && tree_.token(end).form == ":") {
    found.content = {end + 1, part_around(end + 1).end.value};
  } else if (tree_.token(verb - 1).form == ",") {
    found.content = {part.begin.value, verb - 1};
  }
  trim(found.content);
  set_words(found);
  found.head = found.content.empty() ? -1 : top_of(found.content, found);
  if (found.speaker < 0 || found.head < 0 || found.content.contains(TokenOffset{found.speaker})) return std::nullopt;
  return found;
}

}  // namespace entente

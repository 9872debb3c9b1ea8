#include "agreements/clause_source.h"

#include <algorithm>

#include "actors/phrase.h"
#include "agreements/clause_openings.h"

namespace entente {
namespace {

constexpr std::int32_t kReach = 2;    // sentences from "it" back to the agreement
constexpr std::int32_t kOpening = 4;  // words before the noun of "Under the terms of the pact"
constexpr std::int32_t kBefore = 40;  // words from "under which" back to the agreement

bool is_quote(const std::string& form) {
  return form == "\"" || form == "“" || form == "”" || form == "``" || form == "''";
}

// "zones", "withdrawal": what parties agree on, rather than the paper.
bool names_matter(const Tree& tree, const Knowledge& knowledge, TokenId t) {
  const auto rows = t >= 0 ? knowledge.instruments.find(tree.lemma(t)) : knowledge.instruments.end();
  return rows != knowledge.instruments.end() && rows->second.back().kind == InstrumentNoun::Kind::kMatter;
}

}  // namespace

ClauseSource::ClauseSource(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                           const Clauses& clauses, const std::vector<FoundAgreement>& found)
    : tree_(tree), knowledge_(knowledge), actors_(actors), clauses_(clauses) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    // "Signed an accord on the sea. The zones are parted by a line": what it is about is not the accord.
    for (const TokenId t : found[i].mentions) {
      if (!names_matter(tree, knowledge, t) || names_matter(tree, knowledge, found[i].noun)) mentioned_.emplace(t, i);
    }
    mentioned_.emplace(found[i].noun, i);
  }
  mark_quoted();
}

// Inside quotation marks; a paragraph's end closes them.
void ClauseSource::mark_quoted() {
  quoted_.assign(static_cast<std::size_t>(tree_.size()), false);
  bool open = false;
  for (const Sentence& sentence : tree_.parsed().document.sentences) {
    if (sentence.starts_paragraph) open = false;
    for (TokenId t = sentence.tokens.begin.value; t < sentence.tokens.end.value && t < tree_.size(); ++t) {
      if (is_quote(tree_.token(t).form)) open = !open;
      quoted_[static_cast<std::size_t>(t)] = open;
    }
  }
}

std::size_t ClauseSource::agreement_of(TokenId t, const Topic& topic) const {
  const auto at = mentioned_.find(t);
  if (at != mentioned_.end()) return at->second;
  // "Further measures may be taken": which ones, nobody says.
  const TokenId article = tree_.child(t, "det");
  const bool any = (article >= 0 && is("unnamed", tree_.folded(article))) ||
                   (tree_.word(t).xpos == "NNS" && article < 0 && tree_.child(t, "nmod:poss") < 0);
  const bool document = is("document", tree_.lemma(t)) && tree_.has_upos(t, {"NOUN", "PROPN"}) && !any;
  const bool pronoun = is("pronoun", tree_.folded(t)) && tree_.has_upos(t, {"PRON", "DET"});
  // "an exchange of notes"
  const bool of = is("document", tree_.lemma(t)) && tree_.is(t, "nmod") && mentioned_.contains(tree_.head(t));
  if (of && t > 0 && tree_.child(t, "case") == t - 1 && tree_.folded(t - 1) == "of")
    return mentioned_.at(tree_.head(t));
  if (document) {
    // "the terms of the pact"
    for (const TokenId c : tree_.children(t)) {
      const auto below = mentioned_.find(c);
      if (below != mentioned_.end() && tree_.is(c, "nmod")) return below->second;
    }
  }
  return document || (pronoun && topic.distance <= kReach) ? topic.agreement : kNoAgreement;
}

std::size_t ClauseSource::named_in(TokenSpan sentence, bool question, const Topic& topic) const {
  std::size_t named = kNoAgreement;
  for (TokenId t = sentence.begin.value; t < sentence.end.value; ++t) {
    const auto at = mentioned_.find(t);
    if (at != mentioned_.end()) {
      const bool pronoun = tree_.has_upos(t, {"PRON"});
      if (!pronoun || question || tree_.is_any(t, {"nmod:poss", "nsubj", "obj", "obl"})) named = at->second;
      continue;
    }
    if (named != kNoAgreement || topic.agreement == kNoAgreement) continue;
    const bool paper = topic.distance <= kReach && is("document", tree_.lemma(t)) && tree_.has_upos(t, {"NOUN"});
    const bool asked = question && topic.distance == 0 && is("pronoun", tree_.folded(t));
    if (paper || asked) named = topic.agreement;
  }
  return named;
}

void ClauseSource::open_sentence(TokenSpan sentence, const std::vector<TreatyClause>& all, Topic& topic) const {
  TokenId first = sentence.end.value;
  for (const TreatyClause& clause : all) first = std::min(first, clause.first());
  for (const TreatyClause& clause : all) {
    if (clause.relative || clause.opening < 0) continue;
    if (clause.opening < first || clause.opening - sentence.begin.value <= kOpening)
      topic.opened = agreement_of(clause.opening, topic);
    if (topic.opened != kNoAgreement) return;
  }
  const TokenId opening = sentence_opening(tree_, knowledge_, sentence);
  if (opening >= 0) topic.opened = agreement_of(opening, topic);
  if (topic.opened == kNoAgreement) open_by_colon(sentence, topic);
}

// "provides for:", "calls for the following:": without what.
bool ClauseSource::before_colon(TokenId verb) const {
  for (TokenId t = verb + 1; t < std::min(verb + kOpening + 1, tree_.size()); ++t) {
    if (tree_.folded(t) == ":") return true;
    if (!tree_.has_upos(t, {"ADP", "DET"}) && !is("plain", tree_.folded(t))) return false;
  }
  return false;
}

void ClauseSource::open_by_colon(TokenSpan sentence, Topic& topic) const {
  std::size_t named = kNoAgreement;
  for (TokenId t = sentence.begin.value; t < sentence.end.value; ++t) {
    if (tree_.folded(t) == ":" && named != kNoAgreement && !quoted(t)) {
      topic.opened = named;
      topic.opened_after = t;
      return;
    }
    const std::size_t about = agreement_of(t, topic);
    // "It provides for: ..."
    const bool lists = tree_.is(t, "nsubj") && is("listing", tree_.lemma(tree_.head(t))) && before_colon(tree_.head(t));
    if (tree_.has_upos(t, {"PRON", "DET"}) && !lists) continue;
    if (about != kNoAgreement) named = about;
  }
}

Introduction ClauseSource::introduced(const TreatyClause& clause, const Topic& topic) const {
  Introduction found;
  if (clause.relative) {
    found.agreement = agreement_of(clause.noun, topic);
    if (found.agreement == kNoAgreement && !clause.by_noun) found.agreement = named_before(clause.opening);
    found.by_text = clause.by_noun && found.agreement != kNoAgreement;
    if (clause.by_noun) return found;
    // "whose observers are to watch": within another clause.
    if (found.agreement == kNoAgreement && topic.accepted) found.agreement = topic.agreement;
    return found;
  }
  if (clause.opening >= 0) found.agreement = agreement_of(clause.opening, topic);
  if (found.agreement == kNoAgreement) found.agreement = told_in_parenthesis(clause, topic);
  if (found.agreement == kNoAgreement && clause.first() > topic.opened_after) found.agreement = topic.opened;
  if (found.agreement == kNoAgreement) found.agreement = opened_within(clause);
  if (found.agreement != kNoAgreement) return found;
  if (clause.teller >= 0) {
    TokenId teller = clauses_.surface_subject(clause.teller);
    // "..., reads its last paragraph", with the paragraph taken for what is read.
    const TokenId after = tree_.child(clause.teller, "obj");
    if (teller < 0 && clause.predicate < clause.teller && after > clause.teller) teller = after;
    if (teller >= 0 && is("telling", tree_.lemma(clause.teller))) found.agreement = agreement_of(teller, topic);
    if (found.agreement == kNoAgreement) found.agreement = told_in_paper(clause.teller);
    return found;
  }
  if (clause.subject < 0) return found;
  found.agreement = agreement_of(clause.subject, topic);
  // "A third, a memorandum between both, is suspended"
  for (const TokenId c : tree_.children(clause.predicate)) {
    const bool same =
        c > clause.subject && c < clause.predicate && tree_.is(c, "nsubj") && tree_.has_upos(c, {"NOUN", "PROPN"});
    if (found.agreement == kNoAgreement && same && mentioned_.contains(c)) found.agreement = mentioned_.at(c);
  }
  found.by_text = found.agreement != kNoAgreement;
  return found;
}

// "an exchange of notes of 2011 under which ...", "a pact that both signed, and under which ...": hung from another
// word.
std::size_t ClauseSource::named_before(TokenId which) const {
  if (which < 1 || !is("opening", tree_.folded(which - 1)) || tree_.folded(which) != "which") return kNoAgreement;
  for (TokenId t = which - 1; t >= std::max(0, which - kBefore) && tree_.sentence(t) == tree_.sentence(which); --t) {
    const auto at = mentioned_.find(t);
    if (at != mentioned_.end() && tree_.has_upos(t, {"NOUN", "PROPN"})) return at->second;
  }
  return kNoAgreement;
}

// "Their armies may, under a protocol that is still being drafted, use ..."; "a memorandum between both, whose boats
// could call there by it".
std::size_t ClauseSource::opened_within(const TreatyClause& clause) const {
  for (const TokenId c : tree_.children(clause.predicate)) {
    const TokenId by = tree_.is(c, "obl") ? tree_.child(c, "case") : -1;
    if (by < 0 || tree_.child(clause.predicate, "aux") < 0) continue;
    const auto at = mentioned_.find(c);
    if (at != mentioned_.end() && tree_.folded(by) == "under") return at->second;
    const bool it = tree_.has_upos(c, {"PRON"}) && is("pronoun", tree_.folded(c)) && c > clause.predicate;
    if (!it || !is("applied", tree_.folded(by))) continue;
    const std::size_t named = last_named(sentence_begin(c), c);
    if (named != kNoAgreement) return named;
  }
  return kNoAgreement;
}

TokenId ClauseSource::sentence_begin(TokenId t) const {
  return tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(t))].tokens.begin.value;
}

// The agreement that a noun of [begin, end) named last.
std::size_t ClauseSource::last_named(TokenId begin, TokenId end) const {
  auto at = mentioned_.lower_bound(end);
  while (at != mentioned_.begin() && (--at)->first >= begin) {
    if (tree_.has_upos(at->first, {"NOUN", "PROPN"})) return at->second;
  }
  return kNoAgreement;
}

std::size_t ClauseSource::named_before_break(TokenId begin, TokenId first) const {
  TokenId end = first;
  while (end > begin && tree_.folded(end) != ";" && tree_.folded(end) != ":") --end;
  return end > begin && !quoted(end) ? last_named(begin, end) : kNoAgreement;
}

// "An attack on one, so the text runs, shall count as an attack on both".
std::size_t ClauseSource::told_in_parenthesis(const TreatyClause& clause, const Topic& topic) const {
  for (const TokenId above : {clause.predicate, clause.subject}) {
    if (above < 0) continue;
    for (const TokenId c : tree_.children(above)) {
      if (parenthesis(tree_, knowledge_, c)) return agreement_of(tree_.child(c, "nsubj"), topic);
      if (tree_.is_any(c, {"conj", "parataxis"}) && told_behind(c))
        return agreement_of(tree_.child(c, tree_.child(c, "obj") >= 0 ? "obj" : "nsubj"), topic);
    }
  }
  return kNoAgreement;
}

// "The two said in a joint statement that they would reopen the road": the statement.
std::size_t ClauseSource::told_in_paper(TokenId cue) const {
  for (const TokenId c : tree_.children(cue)) {
    const TokenId by = tree_.is(c, "obl") ? tree_.child(c, "case") : -1;
    const auto at = mentioned_.find(c);
    if (by >= 0 && tree_.folded(by) == "in" && at != mentioned_.end()) return at->second;
  }
  return kNoAgreement;
}

bool ClauseSource::told_by_somebody(TokenId cue, const Topic& topic) const {
  if (cue < 0 || !knowledge_.cues.contains(tree_.lemma(cue))) return false;
  if (told_in_paper(cue) != kNoAgreement) return false;
  if (is("act", tree_.lemma(cue)) && tree_.child(cue, "obj") > cue) return false;  // "they might hold drills"
  // "Each recognises that ..., and that both will act": as the text has it.
  const bool deed =
      is("act", tree_.lemma(cue)) && knowledge_.provisions.obligation("verb", tree_.lemma(cue)) != nullptr;
  if (deed && (tree_.word(cue).xpos == "VBZ" || tree_.word(cue).xpos == "VBP")) return false;
  // "observers will be posted along the line"
  const TokenId aux = tree_.child(cue, "aux");
  if (clauses_.passive(cue) && aux >= 0 && tree_.word(aux).xpos == "MD") return false;
  const TokenId speaker = clauses_.surface_subject(cue);
  return speaker >= 0 && agreement_of(speaker, topic) == kNoAgreement;
}

// "..., he said"; but "...; each pledges to share the water" goes on with a list.
bool ClauseSource::has_complement(TokenId cue) const {
  const auto& below = tree_.children(cue);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return c > cue && tree_.is_any(c, {"obj", "xcomp", "ccomp"});
  });
}

// "..., runs article 1": with what tells it behind the verb.
bool ClauseSource::told_behind(TokenId verb) const {
  const TokenId paper = tree_.child(verb, "obj") >= 0 ? tree_.child(verb, "obj") : tree_.child(verb, "nsubj");
  return verb > 0 && paper > verb && tree_.folded(verb - 1) == "," && is("telling", tree_.lemma(verb)) &&
         tree_.word(verb).xpos == "VBZ" && is("document", tree_.lemma(paper));
}

bool ClauseSource::tells_only(const TreatyClause& clause, const std::vector<TreatyClause>& all,
                              const Topic& topic) const {
  if (!is("telling", tree_.lemma(clause.content))) return false;
  if (told_behind(clause.predicate)) return true;
  const TokenId subject = clauses_.surface_subject(clause.predicate);
  if (subject < 0 || (agreement_of(subject, topic) == kNoAgreement && !told_by_all(clause.predicate, {}))) return false;
  const bool tells = std::any_of(all.begin(), all.end(), [&](const TreatyClause& other) {
    return other.teller >= 0 && (other.teller == clause.predicate || other.teller == clause.content);
  });
  return tells || (tree_.is(clause.predicate, "parataxis") && tree_.child(clause.predicate, "obj") < 0);
}

bool ClauseSource::points_away(const TreatyClause& clause, const Obligation& obligation) const {
  if (is("listing", tree_.lemma(clause.content)) && before_colon(clause.content)) return true;
  const bool basis = knowledge_.provisions.obligation("basis", obligation.word) != nullptr;
  for (const TokenId c : tree_.children(clause.content)) {
    if (c < clause.content || !tree_.is_any(c, {"obj", "obl"})) continue;
    const bool more = tree_.child(c, "compound") >= 0;  // "at 49 assembly points"
    if (!more && (is("plain", tree_.lemma(c)) || is("plain", tree_.folded(c)))) return true;
    if (basis && mentioned_.contains(c)) return true;
    const TokenId by = tree_.child(c, "case");
    if (tree_.is(c, "obl") && by >= 0 && tree_.folded(by) == "in" && is("validity", tree_.folded(c))) return true;
  }
  return false;
}

bool ClauseSource::about_paper(const TreatyClause& clause) const {
  return clause.subject >= 0 && is("document", tree_.lemma(clause.subject));
}

bool ClauseSource::lays_down(const TreatyClause& clause, bool party) const {
  const std::string& verb = tree_.lemma(clause.predicate);
  const bool done = clauses_.passive(clause.predicate);  // "will be marked on the ground"
  // "There shall be no more raids"
  if (tree_.child(clause.predicate, "expl") >= 0 && verb == "be" && tree_.child(clause.predicate, "aux") >= 0)
    return true;
  // "They need no visa": what is not asked of them.
  const TokenId object = tree_.child(clause.predicate, "obj");
  const TokenId article = object >= 0 ? tree_.child(object, "det") : -1;
  const bool none = article >= 0 && tree_.folded(article) == "no";
  const TokenId port = verb == "call" ? tree_.child(clause.predicate, "obl") : -1;
  const bool calls_at = port >= 0 && preposition(tree_, port) == "at";  // "ships may call at it"
  const bool felt = is("no_clause", verb) && !done && !none && !calls_at;
  if (clause.subject < 0 || !clauses_.is_verb(clause.predicate) || felt) return false;
  // "writes", but "writes off"
  const bool cue = knowledge_.cues.contains(verb) && tree_.child(clause.predicate, "compound:prt") < 0;
  if (cue && !is("act", verb) && !done) return false;
  if (tree_.child(clause.predicate, "cop") >= 0 || (!party && is("onlooker", tree_.lemma(clause.subject))))
    return false;
  if (is("onlooker", tree_.folded(clause.subject)) && tree_.child(clause.subject, "det") < 0) return false;  // "others"
  const bool named = mentioned_.contains(clause.subject) || tree_.has_upos(clause.subject, {"PRON"});
  return !named || is("party", tree_.folded(clause.subject)) || is("shared", tree_.folded(clause.subject));
}

bool ClauseSource::in_return(const TreatyClause& clause, const char* how) const {
  for (TokenId t = clause.first(); t < clause.last(); ++t) {
    const std::string two = tree_.folded(t) + "_" + tree_.folded(t + 1);
    if (is(how, two)) return true;
    if (t + 1 < clause.last() && is(how, two + "_" + tree_.folded(t + 2))) return true;
  }
  return false;
}

bool ClauseSource::timed(const TreatyClause& clause) const {
  if (clause.words.empty() || !is("time", tree_.folded(clause.first()))) return false;
  const TokenId noun = tree_.head(clause.first());
  return noun > clause.first() && noun < clause.predicate && tree_.is(clause.first(), "case") &&
         is("time_noun", tree_.lemma(noun)) && tree_.child(noun, "nummod") >= 0;
}

}  // namespace entente

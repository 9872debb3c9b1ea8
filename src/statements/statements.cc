#include "statements/statements.h"

#include <algorithm>

#include "actors/phrase.h"
#include "events/dates.h"

namespace entente {
namespace {

constexpr double kConfidence = 0.7;
constexpr double kUnnamedSpeaker = 0.5;

bool is_quote(const std::string& form) {
  return form == "\"" || form == "“" || form == "”" || form == "``" || form == "''";
}

class StatementMaker {
 public:
  StatementMaker(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses)
      : tree_(tree), knowledge_(knowledge), actors_(actors), clauses_(clauses), dates_(tree, knowledge) {}

  void read(TokenId cue, std::vector<FoundStatement>& found) const {
    if (!tree_.has_upos(cue, {"VERB"})) return;
    const auto verbs = knowledge_.cues.find(tree_.lemma(cue));
    if (verbs == knowledge_.cues.end()) return;
    for (const CueVerb& verb : verbs->second) {
      const TokenId content = content_of(cue, verb);
      if (content < 0) continue;
      FoundStatement statement = make(cue, verb, content);
      if (statement.content.empty() || !statement.statement.speaker.has_value()) continue;
      if (!matters(statement)) return;
      found.push_back(std::move(statement));
      return;
    }
  }

 private:
  // Politics, not private life: a speaker with a state or a sector, or something said of somebody who has one.
  [[nodiscard]] bool matters(const FoundStatement& found) const {
    const Actor& speaker = *found.statement.speaker;
    if (speaker.code.has_value() || speaker.sector.has_value()) return true;
    for (TokenId t = found.content.begin.value; t < found.content.end.value; ++t) {
      const Mention* about = actors_.mention(t);
      if (about != nullptr && about->actor.code.has_value()) return true;
    }
    return false;
  }

  [[nodiscard]] TokenId content_of(TokenId cue, const CueVerb& verb) const {
    for (const std::string& slot : verb.content) {
      for (const TokenId filler : clauses_.fill(cue, slot)) {
        // A clause: with "to" alone it is a promise or a wish and belongs to the frame.
        if (slot != "comp" || tree_.is(filler, "ccomp")) return filler;
      }
      // "...", said X: the cue may hang from what was said.
      if (slot == "comp" && tree_.is(cue, "parataxis") && tree_.head(cue) >= 0) return tree_.head(cue);
    }
    return -1;
  }

  // The longest run of the content's words on one side of the cue.
  [[nodiscard]] TokenSpan content_span(TokenId cue, TokenId content) const {
    // "said that A and denied B", with "denied" joined to A: that is said in another way.
    const auto words = tree_.subtree(content, [&](TokenId c) {
      return c == cue ||
             (clauses_.reporting_subject(c) >= 0 && knowledge_.cues.contains(tree_.lemma(c)) && clause_with_that(c));
    });
    TokenSpan best;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= words.size(); ++i) {
      const bool split = i == words.size() || (words[i - 1] < cue && cue < words[i]);
      if (!split) continue;
      const TokenSpan run{words[begin], words[i - 1] + 1};
      if (run.size() > best.size()) best = run;
      begin = i;
    }
    // Quotation marks and the comma before the cue frame what is said; manner() tells of them.
    while (!best.empty() && tree_.has_upos(best.begin.value, {"PUNCT"})) ++best.begin.value;
    while (!best.empty() && tree_.has_upos(best.end.value - 1, {"PUNCT"})) --best.end.value;
    // "that", and the preposition of "accused X of acting alone", belong to the cue.
    if (best.empty()) return best;
    const TokenId first = best.begin.value;
    const bool of_cue =
        tree_.is_any(first, {"mark", "case"}) && tree_.head(first) == content && !tree_.is(content, "ccomp");
    if (of_cue || (tree_.is(first, "mark") && tree_.folded(first) == "that")) ++best.begin.value;
    return best;
  }

  [[nodiscard]] bool clause_with_that(TokenId cue) const {
    const TokenId content = tree_.child(cue, "ccomp");
    return content >= 0 && tree_.child(content, "mark") >= 0;
  }

  [[nodiscard]] std::string manner(TokenSpan content) const {
    std::int32_t quotes = 0;
    for (TokenId t = content.begin.value; t < content.end.value; ++t) quotes += is_quote(tree_.token(t).form) ? 1 : 0;
    const TokenId before = content.begin.value - 1;
    const bool opens = before >= 0 && is_quote(tree_.token(before).form);
    if (opens && quotes == 0) return "direct";
    return quotes > 0 ? "mixed" : "indirect";
  }

  [[nodiscard]] std::string stance(TokenId cue, TokenId content, const CueVerb& verb) const {
    bool negated = false;
    for (const TokenId at : {cue, content}) {
      for (const TokenId c : tree_.children(at)) {
        if (tree_.is_any(c, {"advmod", "det"}) && knowledge_.in_set("grammar_negation", tree_.lemma(c)))
          negated = !negated;
      }
    }
    if (!negated) return verb.stance;
    if (verb.stance == "affirms") return "denies";
    return verb.stance == "denies" ? "affirms" : verb.stance;
  }

  // The clause's, that of the clause it is joined to, or the article's; of what will yet be said, only what is told.
  void set_date(TokenId cue, Statement& statement) const {
    const auto& below = tree_.children(cue);
    const bool ahead = std::any_of(below.begin(), below.end(), [&](TokenId c) {
      return tree_.is(c, "aux") && knowledge_.in_set("grammar_future", tree_.folded(c));
    });
    statement.date = dates_.read(cue, ahead);
    if (!statement.date.has_value() && tree_.is(cue, "conj") && tree_.child(cue, "nsubj") < 0)
      statement.date = dates_.read(tree_.head(cue), ahead);
    if (!statement.date.has_value() && !ahead) statement.date = dates_.of_article();
  }

  [[nodiscard]] FoundStatement make(TokenId cue, const CueVerb& verb, TokenId content) const {
    FoundStatement found;
    found.cue = cue;
    found.content = content_span(cue, content);
    if (found.content.empty()) return found;
    Statement& statement = found.statement;
    for (TokenId subject : clauses_.fill(cue, "subj")) {
      auto speakers = actors_.parties(subject);
      if (const TokenId reporter = clauses_.reporting_subject(cue); speakers.empty() && reporter >= 0) {
        subject = reporter;
        speakers = actors_.parties(reporter);
      }
      if (!speakers.empty()) {
        statement.speaker = speakers[0].actor;
        statement.confidence = kConfidence * speakers[0].confidence;
      } else {
        statement.speaker.emplace();
        statement.speaker->text = statement.speaker->name = tree_.token(subject).form;
        statement.speaker->span = tree_.token(subject).span;
        statement.speaker->via = "description";
        statement.confidence = kConfidence * kUnnamedSpeaker;
      }
      break;
    }
    for (const std::string& slot : verb.addressee) {
      for (const TokenId filler : clauses_.fill(cue, slot)) {
        for (const Mention& mention : actors_.parties(filler)) statement.addressee.push_back(mention.actor);
      }
      if (!statement.addressee.empty()) break;
    }
    statement.cue = {tree_.token(cue).form, tree_.lemma(cue), tree_.token(cue).span};
    statement.content.span = tree_.span(found.content.begin.value, found.content.end.value - 1);
    statement.content.text = tree_.text(statement.content.span);
    statement.manner = manner(found.content);
    statement.stance = stance(cue, content, verb);
    set_date(cue, statement);
    statement.why.push_back({"cue:" + verb.lemma, "a reporting verb with a speaker and what is said", std::nullopt});
    CodePointSpan span = statement.content.span;
    for (const CodePointSpan part :
         {statement.cue.span, statement.speaker.has_value() ? statement.speaker->span : statement.cue.span}) {
      const CodePointSpan sentence =
          tree_.parsed().document.sentences[static_cast<std::size_t>(tree_.sentence(cue))].span;
      if (!sentence.contains(part)) continue;
      span = {std::min(span.begin, part.begin), std::max(span.end, part.end)};
    }
    statement.evidence.push_back({tree_.sentence(cue), span, tree_.text(span)});
    return found;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  DateReader dates_;
};

}  // namespace

std::vector<FoundStatement> find_statements(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                                            const Clauses& clauses) {
  std::vector<FoundStatement> found;
  const StatementMaker maker(tree, knowledge, actors, clauses);
  for (TokenId t = 0; t < tree.size(); ++t) maker.read(t, found);
  return found;
}

}  // namespace entente

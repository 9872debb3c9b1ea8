#include "statements/statements.h"

#include <algorithm>

#include "events/dates.h"
#include "statements/cues.h"
#include "statements/quotations.h"
#include "statements/speakers.h"
#include "statements/stance.h"

namespace entente {
namespace {

constexpr double kOfTable = 0.75;     // a cue of the table
constexpr double kOfQuotation = 0.6;  // quoted words that no such cue reports

Why why_without_row(const std::string& construction) {
  if (construction == "clause") return {"cue:model", "the model takes the verb for a report", std::nullopt};
  if (construction == "colon")
    return {"cue:colon", "what stands behind a colon, after how somebody says it", std::nullopt};
  return {"cue:quotation", "quoted words beside who says them", std::nullopt};
}

class StatementMaker {
 public:
  StatementMaker(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses,
                 const Quotations& quotations)
      : tree_(tree),
        knowledge_(knowledge),
        actors_(actors),
        clauses_(clauses),
        quotations_(quotations),
        speakers_(tree, knowledge, actors),
        stance_(tree, knowledge, actors),
        dates_(tree, knowledge) {}

  void make(const FoundCue& cue, std::vector<FoundStatement>& found) {
    if (is_instrument(cue.speaker) || is_number(cue.speaker)) return;
    for (const ActorMention& speaker : speakers_.read(cue, last_.has_value() ? &*last_ : nullptr)) {
      // A state that a sentence tells of is seldom who the next one quotes.
      if (cue.alone && speaker.kind != ActorMention::Kind::kNone && speaker.actor.type != "person") continue;
      found.push_back(one(cue, speaker));
      found.back().political = matters(speaker.actor, cue.content);
      last_ = speaker;
    }
  }

 private:
  // "According to the draft": what a document of the parties lays down, nobody says.
  [[nodiscard]] bool is_instrument(TokenId speaker) const {
    if (!tree_.has_upos(speaker, {"NOUN"})) return false;
    const auto noun = knowledge_.issue_nouns.find(tree_.lemma(speaker));
    return noun != knowledge_.issue_nouns.end() &&
           (noun->second.kind == "instrument" || noun->second.kind == "document");
  }

  // "said one of them, 84", "expressed the hope that it would come by September": ages and times that the parser takes
  // for somebody.
  [[nodiscard]] bool is_number(TokenId speaker) const {
    const std::string& form = tree_.token(speaker).form;
    if (!form.empty() && form.find_first_not_of("0123456789.,") == std::string::npos) return true;
    const WordValue* word = knowledge_.word(tree_.folded(speaker));
    return word != nullptr && (word->kind == "month" || word->kind == "weekday") && actors_.mention(speaker) == nullptr;
  }

  // Politics, not private life: a speaker with a state or a sector, or something said of somebody who has one.
  [[nodiscard]] bool matters(const Actor& speaker, TokenSpan content) const {
    if (speaker.code.has_value() || speaker.sector.has_value()) return true;
    for (TokenId t = content.begin.value; t < content.end.value; ++t) {
      const ActorMention* about = actors_.mention(t);
      if (about != nullptr && about->actor.code.has_value()) return true;
    }
    return false;
  }

  [[nodiscard]] std::string manner(TokenSpan content) const {
    const Quotation* around = quotations_.around(content.begin.value);
    // All of it, or all but the cue in the middle.
    if (around != nullptr && around->open < content.begin.value && quotations_.around(content.end.value - 1) != nullptr)
      return "direct";
    for (TokenId t = content.begin.value; t < content.end.value; ++t) {
      if (quotations_.around(t) != nullptr) return "mixed";
    }
    return "indirect";
  }

  // The clause's, that of the clause it is joined to, or the article's; of what will yet be said, only what is told.
  void set_date(TokenId cue, Statement& statement) const {
    if (cue < 0) {
      statement.date = dates_.of_article();
      return;
    }
    const auto& below = tree_.children(cue);
    const bool ahead = std::any_of(below.begin(), below.end(), [&](TokenId c) {
      return tree_.is(c, "aux") && knowledge_.in_set("grammar_future", tree_.folded(c));
    });
    statement.date = dates_.read(cue, ahead);
    if (!statement.date.has_value() && tree_.is(cue, "conj") && tree_.child(cue, "nsubj") < 0)
      statement.date = dates_.read(tree_.head(cue), ahead);
    if (!statement.date.has_value() && !ahead) statement.date = dates_.of_article();
  }

  void set_addressee(const FoundCue& cue, Statement& statement) const {
    if (cue.row == nullptr) return;
    for (const std::string& slot : cue.row->addressee) {
      for (const TokenId filler : clauses_.fill(cue.word, slot)) {
        for (const ActorMention& mention : actors_.parties(filler)) {
          if (is_party(mention)) statement.addressee.push_back(mention.actor);
        }
      }
      if (!statement.addressee.empty()) break;
    }
  }

  [[nodiscard]] FoundStatement one(const FoundCue& cue, const ActorMention& speaker) const {
    FoundStatement found;
    found.cue = cue.word;
    found.content = cue.content;
    Statement& statement = found.statement;
    statement.speaker = speaker.actor;
    statement.confidence = (cue.row == nullptr ? kOfQuotation : kOfTable) * speaker.confidence;
    set_addressee(cue, statement);
    if (cue.word >= 0) {
      const CodePointSpan words = tree_.span(cue.words.begin.value, cue.words.end.value - 1);
      statement.cue = {tree_.text(words), tree_.lemma(cue.word), words};
    }
    statement.content.span = tree_.span(cue.content.begin.value, cue.content.end.value - 1);
    statement.content.text = tree_.text(statement.content.span);
    statement.manner = manner(cue.content);
    statement.stance = stance_.read(cue, speaker.actor);
    set_date(cue.word, statement);
    statement.why.push_back(cue.row == nullptr
                                ? why_without_row(cue.construction)
                                : Why{"cue:" + cue.row->lemma, "reports a " + cue.construction, std::nullopt});
    set_evidence(cue, statement);
    return found;
  }

  // From the first to the last of speaker, cue and content, as far as they stand in the content's sentences.
  void set_evidence(const FoundCue& cue, Statement& statement) const {
    const auto& sentences = tree_.parsed().document.sentences;
    const std::int32_t first = tree_.sentence(cue.content.begin.value);
    const std::int32_t last = tree_.sentence(cue.content.end.value - 1);
    const CodePointSpan reach{sentences[static_cast<std::size_t>(first)].span.begin,
                              sentences[static_cast<std::size_t>(last)].span.end};
    CodePointSpan span = statement.content.span;
    std::vector<CodePointSpan> parts = {statement.speaker->span};
    if (cue.word >= 0) parts.push_back(statement.cue.span);
    for (const CodePointSpan part : parts) {
      if (!reach.contains(part)) continue;
      span = {std::min(span.begin, part.begin), std::max(span.end, part.end)};
    }
    statement.evidence.push_back({first, span, tree_.text(span)});
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  const Quotations& quotations_;
  SpeakerReader speakers_;
  StanceReader stance_;
  DateReader dates_;
  std::optional<ActorMention> last_;  // who spoke last
};

}  // namespace

std::vector<FoundStatement> find_statements(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                                            const Clauses& clauses) {
  const Quotations quotations(tree);
  const CueFinder cues(tree, knowledge, clauses, quotations);
  StatementMaker maker(tree, knowledge, actors, clauses, quotations);
  std::vector<FoundStatement> found;
  for (const FoundCue& cue : cues.find()) maker.make(cue, found);
  return found;
}

}  // namespace entente

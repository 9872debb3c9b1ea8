#include "agreements/provisions.h"

#include <algorithm>
#include <set>

#include "agreements/clause_reading.h"
#include "agreements/clause_source.h"
#include "agreements/noun_provisions.h"

namespace entente {
namespace {

using Standing = ObligationWord::Standing;

constexpr std::int32_t kWarm = 2;            // sentences for which an agreement stays in mind after it was named
constexpr std::int32_t kGap = 2;             // sentences within a run that are none of its clauses
constexpr std::int32_t kOpening = 4;         // words before the noun of "Under the terms of the pact"
constexpr std::size_t kMaxProvisions = 200;  // of one agreement

class ProvisionReader {
 public:
  ProvisionReader(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses,
                  std::vector<FoundAgreement>& found)
      : tree_(tree),
        knowledge_(knowledge),
        actors_(actors),
        reader_(tree, knowledge, clauses),
        source_(tree, knowledge, actors, clauses, found),
        found_(found) {}

  void read() {
    for (const Sentence& sentence : tree_.parsed().document.sentences) {
      if (sentence.starts_paragraph) ++paragraphs_;
      if (!sentence.tokens.empty()) read_sentence(sentence.tokens);
    }
    read_truces();
  }

 private:
  void read_sentence(TokenSpan sentence) {
    const bool question = tree_.folded(sentence.end.value - 1) == "?";
    topic_.accepted = topic_.broken = false;
    topic_.opened = kNoAgreement;
    bool any = false;
    const std::vector<TreatyClause> all = question ? std::vector<TreatyClause>() : reader_.read(sentence);
    open_sentence(sentence, all);
    for (const TreatyClause& clause : all) {
      if (source_.tells_only(clause, all, topic_)) continue;
      topic_.accepted = judge(clause);
      any = any || topic_.accepted;
      // A list of clauses ends where something else is told.
      if (!topic_.accepted && clause.governor < 0) topic_.broken = true;
    }
    if (any) {
      topic_.distance = topic_.accepted ? 0 : 1;
      return;
    }
    const std::size_t named = source_.named_in(sentence, question, topic_);
    if (named == kNoAgreement) {
      ++topic_.distance;
      return;
    }
    topic_.agreement = named;
    topic_.distance = 0;
    run_ = false;
    paragraph_ = paragraphs_;
  }

  // "Under it A, B and C": what opens the sentence opens all of its clauses.
  void open_sentence(TokenSpan sentence, const std::vector<TreatyClause>& all) {
    TokenId first = sentence.end.value;
    for (const TreatyClause& clause : all) first = std::min(first, clause.first());
    for (const TreatyClause& clause : all) {
      if (clause.relative || clause.opening < 0) continue;
      if (clause.opening < first || clause.opening - sentence.begin.value <= kOpening)
        topic_.opened = source_.agreement_of(clause.opening, topic_);
      if (topic_.opened != kNoAgreement) return;
    }
  }

  bool judge(const TreatyClause& clause) {
    // A verb that shares subject and modal with an accepted one goes with it.
    if (clause.governor >= 0 && !accepted_.contains(clause.governor)) return false;
    const Introduction by = source_.introduced(clause, topic_);
    Obligation obligation = read_obligation(tree_, knowledge_, reader_, clause, by.by_text);
    // "The pact is not aimed at anybody, an official stressed": what the instrument does, whoever tells it.
    const bool of_instrument =
        by.by_text && obligation.standing != Standing::kWeak && !source_.quoted(clause.predicate);
    if (source_.spoken(clause, topic_) && !of_instrument) return false;
    if (clause.relative && source_.about_paper(clause)) return false;
    // "It does not mention the islet": what is left out is not laid down.
    if (by.by_text && obligation.level == "possibility" && negated(tree_, knowledge_, clause)) return false;
    if (lay_phrase(clause)) return true;
    const bool in_run = topic_.accepted || (topic_.distance == 0 && run_);
    // 'The parties "will seek the good offices of the panel"': the text's words in the narrator's sentence.
    const bool speech = source_.quoted(clause.predicate) && (clause.subject < 0 || source_.quoted(clause.subject));
    if (speech && by.agreement == kNoAgreement && !in_run) return false;
    if (source_.step(clause, by.by_text) || source_.points_away(clause, obligation)) return false;
    const std::size_t agreement = by.agreement != kNoAgreement ? by.agreement : topic_.agreement;
    if (agreement == kNoAgreement) return false;
    const char* rule = nullptr;
    if (by.agreement != kNoAgreement && (!by.by_text || !obligation.level.empty())) {
      rule = accept_introduced(clause, by.by_text, obligation) ? "introduced" : nullptr;
    } else if (clause.governor >= 0) {
      rule = "joined";
    } else {
      rule = accept_in_run(clause, obligation, found_[agreement].agreement);
    }
    if (rule == nullptr || obligation.level.empty()) return false;
    keep_on(agreement, clause.predicate);
    add(clause, obligation, agreement, rule);
    return true;
  }

  // "An amnesty is part of the bargain": the noun phrase is what is laid down.
  bool lay_phrase(const TreatyClause& clause) {
    if (topic_.agreement == kNoAgreement || topic_.distance > kWarm) return false;
    const auto about = [&](TokenId t) { return source_.agreement_of(t, topic_) != kNoAgreement; };
    TreatyClause phrase = clause;
    phrase.words = recorded_phrase(tree_, knowledge_, clause, about);
    if (phrase.words.empty() || source_.quoted(clause.predicate)) return false;
    Obligation obligation;
    for (const TokenId t : phrase.words) {
      const ObligationWord* word = knowledge_.provisions.obligation("verb", tree_.lemma(t));
      if (obligation.level.empty() && word != nullptr && tree_.has_upos(t, {"NOUN"}))
        obligation.level = word->obligation;
      break;
    }
    if (obligation.level.empty()) obligation.level = "binding";
    obligation.word = tree_.lemma(phrase.words.front());
    phrase.subject = -1;
    keep_on(topic_.agreement, clause.predicate);
    add_words(phrase, obligation, topic_.agreement, "phrase");
    return true;
  }

  void keep_on(std::size_t agreement, TokenId predicate) {
    topic_.agreement = agreement;
    topic_.distance = 0;
    topic_.broken = false;
    run_ = true;
    paragraph_ = paragraphs_;
    accepted_.insert(predicate);
  }

  [[nodiscard]] bool past(const TreatyClause& clause) const {
    const bool shared = clause.governor >= 0 && reader_.modal(clause.predicate) < 0;
    const TokenId verb = shared ? clause.governor : clause.predicate;
    if (reader_.modal(verb) >= 0 || reader_.is_to(verb)) return false;
    const bool had_to = tree_.lemma(verb) == "have" && clause.content != verb && tree_.child(verb, "obj") < 0;
    if (had_to) return false;
    if (tree_.word(verb).xpos == "VBD") return true;
    const auto& below = tree_.children(verb);
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      return (tree_.is_any(c, {"aux", "cop"}) && tree_.word(c).xpos == "VBD") ||
             (tree_.is(c, "aux") && tree_.lemma(c) == "have");
    });
  }

  [[nodiscard]] bool accept_introduced(const TreatyClause& clause, bool by_text, Obligation& obligation) const {
    if (by_text) return !past(clause) && !obligation.level.empty();
    if (!obligation.level.empty()) return true;
    // "Under the deal Iran ships out its uranium": as in a text of law, the present tense binds.
    const std::string& xpos = tree_.word(clause.predicate).xpos;
    if (xpos != "VBZ" && xpos != "VBP") return false;
    obligation.level = "binding";
    return true;
  }

  // Without an introduction of its own: the nearer the agreement and the stronger the word, the surer. Null: no clause.
  [[nodiscard]] const char* accept_in_run(const TreatyClause& clause, Obligation& obligation,
                                          const Agreement& agreement) const {
    // "A Swiss judge shall": an office; "he will" is somebody's plan.
    const bool duty = obligation.modal && obligation.standing == Standing::kStrong;
    if (source_.by_person(clause) && !duty) return nullptr;
    const bool parties = source_.by_party(clause, agreement);
    const bool third = source_.by_third(clause, agreement);
    // A new paragraph goes on with an agreement that was only named before it, not with its clauses.
    const bool near = (paragraph_ == paragraphs_ || (!run_ && paragraphs_ - paragraph_ <= 1)) && !topic_.broken;
    const bool running = near && (topic_.accepted || (run_ && topic_.distance <= kGap));
    if (obligation.level.empty()) {
      const bool named = near && topic_.distance == 0;
      return (running || named) && !third && bare(clause, obligation) ? "bare" : nullptr;
    }
    if (past(clause) && !topic_.accepted && !(running && parties && told_as_done(clause))) return nullptr;
    const bool strong = obligation.standing == Standing::kStrong;
    const bool weak = obligation.standing == Standing::kWeak;
    const bool plain_modal = obligation.modal && source_.lays_down(clause);
    if (running) {
      // "The Red Cross would carry them": a third that a clause makes the doer of a duty.
      const bool reported = obligation.word == "would" || obligation.word == "will";
      if (weak && third && !(reported && plain_modal)) return nullptr;
      // "Donors promise money", in the present of a text of law.
      const bool present = obligation.level == "binding" && source_.lays_down(clause) && !past(clause);
      return weak && !obligation.modal && !obligation.state && !parties && !present ? nullptr : "run";
    }
    if (near && topic_.distance == 0) {  // right after the agreement was named
      if (third) return strong ? "named" : nullptr;
      return !weak || parties || obligation.state || plain_modal || agreement.status == "proposed" ? "named" : nullptr;
    }
    if (third) return nullptr;
    if (near && topic_.distance <= kWarm && !weak) return "near";
    return strong && (obligation.modal || parties) ? "strong" : nullptr;
  }

  // "Customs revenue goes to the central bank", among clauses or where the agreement was just named: the present tense
  // of a text of law.
  [[nodiscard]] bool bare(const TreatyClause& clause, Obligation& obligation) const {
    if (past(clause) || clause.subject < 0 || !source_.lays_down(clause)) return false;
    const std::string& xpos = tree_.word(clause.predicate).xpos;
    const TokenId passive = tree_.child(clause.predicate, "aux:pass");
    const std::string& helper = passive >= 0 ? tree_.word(passive).xpos : xpos;
    if (helper != "VBZ" && helper != "VBP") return false;
    obligation.level = "binding";
    obligation.word = tree_.lemma(clause.predicate);
    return true;
  }

  // "Both promised to free them", among clauses.
  [[nodiscard]] bool told_as_done(const TreatyClause& clause) const {
    const bool what = clause.content != clause.predicate || tree_.child(clause.predicate, "obj") > clause.predicate;
    return what && knowledge_.in_set("agreement_undertake", tree_.lemma(clause.predicate));
  }

  void add(const TreatyClause& clause, const Obligation& obligation, std::size_t at, const char* rule) {
    if (obligation.of_text) {
      const auto phrases = listed_phrases(tree_, knowledge_, clause);
      for (const std::vector<TokenId>& phrase : phrases) {
        TreatyClause part = clause;
        part.words = phrase;
        part.subject = -1;
        add_words(part, obligation, at, "listed");
      }
      if (!phrases.empty()) return;
    }
    add_words(clause, obligation, at, rule);
  }

  void add_words(const TreatyClause& clause, const Obligation& obligation, std::size_t at, const char* rule) {
    Agreement& agreement = found_[at].agreement;
    if (agreement.provisions.size() >= kMaxProvisions) return;
    Provision provision;
    provision.obligation = obligation.level;
    const ProvisionType type = read_type(tree_, knowledge_, clause.words);
    provision.type = type.type;
    const CodePointSpan span = tree_.span(clause.first(), clause.last());
    provision.quote = {tree_.text(span), span};
    Sides sides = read_sides(tree_, knowledge_, actors_, clause, provision, obligation.of_text, agreement);
    provision.from = std::move(sides.from);
    provision.to = std::move(sides.to);
    provision.conditions = read_conditions(tree_, knowledge_, clause);
    add_reason(agreement, std::string("provision:") + rule,
               provision.type + " by " + type.by + ", " + obligation.level + " by " + obligation.word);
    agreement.provisions.push_back(std::move(provision));
  }

  // A reason a rule: what it read stands apart by ";".
  static void add_reason(Agreement& agreement, const std::string& rule, const std::string& detail) {
    for (Why& why : agreement.why) {
      if (why.rule != rule) continue;
      why.detail += "; " + detail;
      return;
    }
    agreement.why.push_back({rule, detail, std::nullopt});
  }

  // "agreed on a ceasefire from midnight on the whole front": what the phrase adds to the name is laid down with it.
  void read_truces() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const TokenId noun = found_[i].noun;
      if (found_[i].agreement.form != "ceasefire" || !found_[i].agreement.provisions.empty() || noun < 0) continue;
      TreatyClause clause;
      clause.predicate = clause.content = noun;
      clause.words = truce_phrase(tree_, knowledge_, noun);
      if (clause.words.empty()) continue;
      Obligation obligation;
      obligation.level = "binding";
      obligation.word = tree_.lemma(noun);
      add_words(clause, obligation, i, "truce");
    }
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  TreatyClauseReader reader_;
  ClauseSource source_;
  std::vector<FoundAgreement>& found_;
  Topic topic_;
  std::set<TokenId> accepted_;   // predicates
  std::int32_t paragraphs_ = 0;  // so far
  std::int32_t paragraph_ = 0;   // in which the agreement was named or a clause of it told
  bool run_ = false;             // a clause of it was told last
};

}  // namespace

void read_provisions(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses,
                     std::vector<FoundAgreement>& found) {
  if (found.empty()) return;
  ProvisionReader(tree, knowledge, actors, clauses, found).read();
}

std::vector<TokenSpan> provision_words(const Tree& tree, const std::vector<FoundAgreement>& agreements) {
  std::vector<CodePointSpan> spans;
  for (const FoundAgreement& found : agreements) {
    for (const Provision& provision : found.agreement.provisions) spans.push_back(provision.quote.span);
  }
  std::sort(spans.begin(), spans.end(), [](CodePointSpan a, CodePointSpan b) { return a.begin.value < b.begin.value; });
  std::vector<TokenSpan> words;
  TokenId t = 0;
  for (const CodePointSpan span : spans) {
    while (t < tree.size() && tree.token(t).span.begin.value < span.begin.value) ++t;
    const TokenId first = t;
    while (t < tree.size() && tree.token(t).span.end.value <= span.end.value) ++t;
    if (t > first) words.push_back({first, t});
  }
  return words;
}

AllianceDuty alliance_duty(const Knowledge& knowledge, const Provision& provision) {
  return knowledge.provisions.duty(provision.type, provision.obligation);
}

}  // namespace entente

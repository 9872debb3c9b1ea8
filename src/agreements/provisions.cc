#include "agreements/provisions.h"

#include <algorithm>
#include <set>
#include <utility>

#include "agreements/agreed_deeds.h"
#include "agreements/clause_reading.h"
#include "agreements/clause_source.h"
#include "agreements/duty_lists.h"
#include "agreements/noun_lists.h"
#include "agreements/noun_provisions.h"
#include "agreements/provision_writer.h"
#include "agreements/run_rules.h"

namespace entente {
namespace {

using Standing = ObligationWord::Standing;

constexpr std::int32_t kHeading = 9;  // words of a question or heading that clauses follow

class ProvisionReader {
 public:
  ProvisionReader(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses,
                  std::vector<FoundAgreement>& found)
      : tree_(tree),
        knowledge_(knowledge),
        actors_(actors),
        reader_(tree, knowledge, clauses),
        source_(tree, knowledge, actors, clauses, found),
        writer_(tree, knowledge, actors, found),
        found_(found) {}

  void read() {
    const auto& sentences = tree_.parsed().document.sentences;
    for (sentence_ = 0; sentence_ < sentences.size(); ++sentence_) {
      const Sentence& sentence = sentences[sentence_];
      if (sentence.tokens.empty()) continue;
      item_ = sentence.starts_paragraph && starts_item(tree_, sentence.tokens);
      if (sentence.starts_paragraph && !item_) ++paragraphs_;
      items_ = items_ && item_;
      read_next(sentence.tokens);
      const bool heads = tree_.folded(sentence.tokens.end.value - 1) == ":";
      items_ = items_ || (heads && topic_.agreement != kNoAgreement && topic_.distance == 0);
    }
    read_truces();
  }

 private:
  // "From noon both armies are to hold their fire. Their envoys signed the truce in Addis Ababa": what is told right
  // before the first agreement is named is its, too.
  void read_next(TokenSpan sentence) {
    const bool none = topic_.agreement == kNoAgreement;
    const std::size_t held = before_.size();
    read_sentence(sentence);
    for (std::size_t i = 0; none && topic_.agreement != kNoAgreement && i < held; ++i)
      writer_.add(before_[i].first, before_[i].second, topic_.agreement, "before");
    before_.erase(before_.begin(), before_.begin() + static_cast<std::ptrdiff_t>(held));
  }

  void remember(const TreatyClause& clause, const Obligation& obligation) {
    const bool sure = obligation.modal && obligation.standing != Standing::kWeak;
    if (topic_.agreement != kNoAgreement || paragraphs_ > 1 || !sure) return;
    if (clause.relative || clause.governor >= 0 || source_.by_person(clause) || !binds_parties(clause.subject)) return;
    before_.emplace_back(clause, obligation);
  }

  // "Both armies", "neither side", "the governments": not "ships" or "parliament", of whom much is told.
  [[nodiscard]] bool binds_parties(TokenId subject) const {
    if (subject < 0) return false;
    const auto& words = knowledge_.provisions;
    if (words.is("party", tree_.lemma(subject)) || words.is("shared", tree_.folded(subject))) return true;
    return std::any_of(tree_.children(subject).begin(), tree_.children(subject).end(), [&](TokenId c) {
      return tree_.is_any(c, {"det", "amod", "det:predet"}) && knowledge_.in_set("agreement_them", tree_.folded(c));
    });
  }

  // Somebody of the parties, or who brings them together; not an analyst.
  [[nodiscard]] bool told_by_party(TokenId teller, const Agreement& agreement) const {
    const TokenId subject = tree_.child(teller, "nsubj");
    if (subject < 0 || knowledge_.provisions.is("onlooker", tree_.lemma(subject))) return false;
    const auto of = [](const std::vector<Actor>& sides, const Actor& actor) {
      return std::any_of(sides.begin(), sides.end(), [&](const Actor& side) { return side.code == actor.code; });
    };
    const std::vector<ActorMention> tellers = actors_.parties(subject);
    return std::any_of(tellers.begin(), tellers.end(), [&](const ActorMention& m) {
      return m.actor.code.has_value() && (of(agreement.parties, m.actor) || of(agreement.brokers, m.actor));
    });
  }

  // "Both would hold their fire, he wrote": what is proposed, by who proposes it.
  [[nodiscard]] bool proposes(const TreatyClause& clause, const Obligation& obligation) const {
    const bool here = topic_.agreement != kNoAgreement && topic_.distance == 0 && paragraph_ == paragraphs_;
    const bool it = clause.subject >= 0 && knowledge_.provisions.is("pronoun", tree_.folded(clause.subject));
    const bool after = clause.teller < 0 || clause.teller > clause.predicate;
    if (!here || !obligation.modal || it || !after || source_.quoted(clause.predicate)) return false;
    const Agreement& agreement = found_[topic_.agreement].agreement;
    return agreement.status == "proposed" && (clause.teller < 0 || told_by_party(clause.teller, agreement));
  }

  void read_sentence(TokenSpan sentence) {
    const bool question = tree_.folded(sentence.end.value - 1) == "?";
    topic_.accepted = topic_.broken = false;
    topic_.opened = kNoAgreement;
    topic_.opened_after = -1;
    bool any = false;
    const std::vector<TreatyClause> all = question ? std::vector<TreatyClause>() : reader_.read(sentence);
    if (items_ && lay_item(sentence, all)) return;
    source_.open_sentence(sentence, all, topic_);
    const bool near = topic_.agreement != kNoAgreement && topic_.distance <= 1 && paragraphs_ - paragraph_ <= 1;
    const bool items = items_ && topic_.agreement != kNoAgreement;
    listed_ = items || (near && (item_ || lists_duties(tree_, knowledge_, reader_, source_, all, topic_)));
    leads_ = topic_.distance == 0 && paragraphs_ - paragraph_ == 1 &&
             duties_follow(tree_, knowledge_, reader_, source_, sentence_, all, topic_);
    for (const TreatyClause& clause : all) {
      if (source_.tells_only(clause, all, topic_)) continue;
      go_on_with(source_.named_before_break(sentence.begin.value, clause.first()));
      topic_.accepted = judge(clause);
      any = any || topic_.accepted;
      // A list of clauses ends where something else is told.
      const bool tells = reader_.finite(clause.predicate);  // not "Jan 3", nor a verb that was taken for a noun
      if (!topic_.accepted && clause.governor < 0 && !clause.absolute && tells) topic_.broken = true;
    }
    if (lay_list(sentence) || lay_agreed(sentence)) topic_.accepted = any = true;
    if (any) {
      topic_.distance = topic_.accepted ? 0 : 1;
      return;
    }
    const std::size_t named = source_.named_in(sentence, question, topic_);
    if (named == kNoAgreement) {
      // "What does it lay down?", "The terms.": what follows answers.
      const bool asks = question ? tree_.folded(sentence.begin.value) == "what" : all.empty();
      if (asks && topic_.distance == 0 && sentence.size() <= kHeading) {
        paragraph_ = paragraphs_;
        return;
      }
      ++topic_.distance;
      return;
    }
    topic_.agreement = named;
    topic_.distance = 0;
    run_ = false;
    paragraph_ = paragraphs_;
  }

  // "..., put their names to a memorandum; cars will pass": what follows is of the one just named.
  void go_on_with(std::size_t named) {
    if (named == kNoAgreement || (named == topic_.agreement && topic_.distance == 0)) return;
    run_ = run_ && named == topic_.agreement;
    topic_.agreement = named;
    topic_.distance = 0;
    topic_.broken = topic_.accepted = false;
    paragraph_ = paragraphs_;
  }

  // "Both declare that they have no claims": as far as what they declare binds.
  void take_level_of_teller(const TreatyClause& clause, Obligation& obligation) const {
    if (clause.teller < 0) return;
    const ObligationWord* word = knowledge_.provisions.obligation("verb", tree_.lemma(clause.teller));
    if (word != nullptr) obligation = {.level = word->obligation, .word = tree_.lemma(clause.teller)};
  }

  bool judge(const TreatyClause& clause) {
    // A verb that shares subject and modal with an accepted one goes with it.
    const Introduction by = source_.introduced(clause, topic_);
    // "The text drops the old clauses and is based on respect": what it does besides.
    const bool besides = by.by_text && tree_.is(clause.predicate, "conj") && reader_.finite(clause.predicate);
    if (clause.governor >= 0 && !accepted_.contains(clause.governor) && !besides) return false;
    if (clause.absolute) return lay_absolute(clause);
    Obligation obligation = read_obligation(tree_, knowledge_, reader_, clause, by.by_text);
    // "The pact is not aimed at anybody, an official stressed": what the instrument does, whoever tells it.
    const bool of_instrument =
        by.by_text && obligation.standing != Standing::kWeak && !source_.quoted(clause.predicate);
    const bool passed_on = of_instrument || source_.attributed(clause, by, obligation, topic_);
    if (source_.spoken(clause, topic_) && !passed_on && !proposes(clause, obligation)) return false;
    if (clause.relative && !clause.by_noun && source_.about_paper(clause)) return false;
    // "It does not mention the islet": what is left out is not laid down.
    if (by.by_text && obligation.level == "possibility" && negated(tree_, knowledge_, clause)) return false;
    if (obligation.level.empty() && passed_on) take_level_of_teller(clause, obligation);
    if (lay_phrase(clause)) return true;
    const bool in_run = topic_.accepted || (topic_.distance == 0 && run_);
    // 'The parties "will seek the good offices of the panel"': the text's words in the narrator's sentence.
    const bool speech = source_.quoted(clause.predicate) && (clause.subject < 0 || source_.quoted(clause.subject));
    if (speech && by.agreement == kNoAgreement && !in_run) return false;
    if (source_.step(clause, by.by_text) || source_.points_away(clause, obligation)) return false;
    const std::size_t agreement = by.agreement != kNoAgreement ? by.agreement : topic_.agreement;
    // "Both undertook to leave. They broke that accord": the undertaking is an instrument of its own.
    const std::size_t own = source_.agreement_of(clause.predicate, topic_);
    const bool another = own != kNoAgreement && own != agreement && tree_.has_upos(clause.predicate, {"VERB"});
    if (another || says_nothing(tree_, knowledge_, clause)) return false;
    if (agreement == kNoAgreement) {
      remember(clause, obligation);
      return false;
    }
    const char* rule = nullptr;
    if (by.agreement != kNoAgreement && (!by.by_text || !obligation.level.empty())) {
      const bool after = topic_.broken || topic_.opened_after >= 0;  // the present tense says nothing there
      const bool told = clause.opening >= 0 || clause.teller >= 0;
      const bool plain = after && !by.by_text && !told && obligation.level.empty();
      if (plain) {
        rule = follow(clause, obligation, agreement);
      } else if (accept_introduced(clause, by.by_text, obligation)) {
        rule = "introduced";
      }
    } else if (clause.governor >= 0 && reader_.tells_on(clause)) {
      return false;
    } else if (clause.governor >= 0) {
      rule = "joined";
      // "go into camps and give up their rifles": the present tense of both.
      if (obligation.level.empty() && !past(tree_, knowledge_, reader_, clause)) {
        obligation.level = writer_.level();
        obligation.word = tree_.lemma(clause.predicate);
      }
    } else {
      rule = follow(clause, obligation, agreement);
    }
    if (rule == nullptr || obligation.level.empty()) return false;
    lay(clause, obligation, agreement, by.by_text, rule);
    return true;
  }

  void lay(const TreatyClause& clause, Obligation& obligation, std::size_t agreement, bool by_text, const char* rule) {
    const bool told = run_;
    keep_on(agreement, clause.predicate);
    // "signed a pact that restores their ties": its clauses are still to be told.
    if (clause.by_noun) run_ = told;
    TreatyClause laid = clause;
    if (by_text) drop_told_of_paper(tree_, laid);
    if (by_text && keep_enabled(tree_, laid)) obligation.level = "possibility";
    writer_.add(laid, obligation, agreement, rule);
  }

  [[nodiscard]] const char* follow(const TreatyClause& clause, Obligation& obligation, std::size_t agreement) const {
    const Run run = {topic_, paragraphs_ - paragraph_, run_, listed_, leads_};
    return RunRules(tree_, knowledge_, reader_, source_).accept(clause, obligation, found_[agreement].agreement, run);
  }

  // "..., the bank paying half": as the clause that it is added to.
  bool lay_absolute(const TreatyClause& clause) {
    if (!topic_.accepted || topic_.agreement == kNoAgreement) return false;
    Obligation obligation = read_obligation(tree_, knowledge_, reader_, clause, false);
    if (obligation.level.empty()) obligation.level = writer_.level();
    if (obligation.word.empty()) obligation.word = tree_.lemma(clause.predicate);
    writer_.add_words(clause, obligation, topic_.agreement, "absolute");
    return true;
  }

  // "An amnesty is part of the bargain": the noun phrase is what is laid down.
  bool lay_phrase(const TreatyClause& clause) {
    const auto about = [&](TokenId t) { return source_.agreement_of(t, topic_) != kNoAgreement; };
    const auto phrases = recorded_phrases(tree_, knowledge_, clause, about);
    if (phrases.empty() || source_.quoted(clause.predicate)) return false;
    // "The line is set out in a treaty signed in May": the one that is named here first.
    std::size_t agreement = topic_.distance > kWarm ? kNoAgreement : topic_.agreement;
    for (const TokenId t : clause.words) {
      if (agreement == kNoAgreement && tree_.head(t) == clause.predicate) agreement = source_.agreement_of(t, topic_);
    }
    if (agreement == kNoAgreement) return false;
    keep_on(agreement, clause.predicate);
    for (const std::vector<TokenId>& words : phrases) {
      TreatyClause phrase = clause;
      phrase.words = words;
      phrase.subject = -1;
      const TokenId first = words.front();
      const ObligationWord* word = knowledge_.provisions.obligation("verb", tree_.lemma(first));
      const bool noun = word != nullptr && tree_.has_upos(first, {"NOUN"});
      const Obligation obligation = {.level = noun ? word->obligation : "binding", .word = tree_.lemma(first)};
      writer_.add_words(phrase, obligation, topic_.agreement, "phrase");
    }
    return true;
  }

  // "- no firing across the frontier", "- captives to be set free": an item of a list, without a finite verb.
  bool lay_item(TokenSpan sentence, const std::vector<TreatyClause>& all) {
    TreatyClause item = listed_item(tree_, reader_, sentence, all);
    if (item.words.empty()) return false;
    Obligation obligation = read_obligation(tree_, knowledge_, reader_, item, false);
    if (obligation.level.empty()) obligation.level = "binding";
    if (obligation.word.empty()) obligation.word = tree_.lemma(item.content);
    keep_on(topic_.agreement, item.predicate);
    writer_.add_words(item, obligation, topic_.agreement, "item");
    return true;
  }

  // "signed by three states: a small island, ...", "will send two envoys: ...": behind the colon stands who they are.
  [[nodiscard]] bool tells_who(TokenId t) const {
    if (!tree_.has_upos(t, {"NOUN"})) return false;
    const ActorMention* mention = actors_.mention(t);
    return knowledge_.provisions.is("party", tree_.lemma(t)) || (mention != nullptr && is_party(*mention));
  }

  // "proposed an accord: an amnesty, the return of the refugees": what stands behind the colon.
  bool lay_list(TokenSpan sentence) {
    if (topic_.opened == kNoAgreement) return false;
    TokenId colon = topic_.opened_after >= 0 ? topic_.opened_after : sentence.begin.value;
    while (colon < sentence.end.value && tree_.folded(colon) != ":") ++colon;
    if (colon > sentence.begin.value && tells_who(colon - 1)) return false;
    const auto phrases = colon_phrases(tree_, knowledge_, colon, sentence.end.value);
    if (phrases.empty()) return false;
    TreatyClause list;
    list.predicate = list.content = phrases.front().front();
    const Obligation obligation = {.level = "binding", .word = ":"};
    writer_.add_phrases(phrases, list, obligation, topic_.opened, "list");
    keep_on(topic_.opened, list.predicate);
    return true;
  }

  [[nodiscard]] bool laid(std::size_t agreement, TokenId t) const {
    const auto& provisions = found_[agreement].agreement.provisions;
    const CodePointSpan word = tree_.token(t).span;
    return std::any_of(provisions.begin(), provisions.end(), [&](const Provision& provision) {
      const CodePointSpan span = provision.quote.span;
      return span.begin.value <= word.begin.value && word.end.value <= span.end.value;
    });
  }

  // "signed a deal to free all captives and to reopen the road".
  bool lay_agreed(TokenSpan sentence) {
    const auto about = [&](TokenId t) { return source_.agreement_of(t, topic_) != kNoAgreement; };
    bool any = false;
    for (const AgreedDeed& deed : agreed_deeds(tree_, knowledge_, sentence, about)) {
      const std::size_t agreement = source_.agreement_of(deed.paper, topic_);
      if (laid(agreement, deed.verb) || source_.quoted(deed.verb)) continue;
      TreatyClause clause;
      clause.predicate = clause.content = deed.verb;
      clause.words = deed.words;
      const ObligationWord* word = knowledge_.provisions.obligation("verb", tree_.lemma(deed.verb));
      const bool intent = word != nullptr && word->obligation == "intent";
      const Obligation obligation = {.level = intent ? "intent" : "binding", .word = tree_.lemma(deed.verb)};
      keep_on(agreement, deed.verb);
      writer_.add_words(clause, obligation, agreement, "agreed");
      any = true;
    }
    return any;
  }

  void keep_on(std::size_t agreement, TokenId predicate) {
    topic_.agreement = agreement;
    topic_.distance = 0;
    topic_.broken = false;
    run_ = true;
    paragraph_ = paragraphs_;
    accepted_.insert(predicate);
  }

  [[nodiscard]] bool accept_introduced(const TreatyClause& clause, bool by_text, Obligation& obligation) const {
    // "It barred raids", but "it ended the war".
    const bool lays_down = obligation.standing == Standing::kStrong ||
                           knowledge_.provisions.is("laying_down", obligation.word) ||
                           knowledge_.provisions.is("laying_down", with_particle(tree_, clause.predicate));
    if (by_text) return (lays_down || !past(tree_, knowledge_, reader_, clause)) && !obligation.level.empty();
    if (!obligation.level.empty()) return true;
    // "Under the deal Iran ships out its uranium", "the lake is nobody's": as in a text of law, the present tense
    // binds; "added that each be asked": so does what a text tells in the subjunctive.
    const TokenId be = clause.opening >= 0 ? tree_.child(clause.predicate, "cop") : -1;
    if (tree_.has_upos(clause.predicate, {"ADV"})) return false;  // "with the pact of 1990 it is otherwise"
    const std::string& xpos = tree_.word(be >= 0 ? be : clause.predicate).xpos;
    // "a protocol under which the one bartered rice for looms": in a text that is no more.
    const bool by_which =
        clause.relative && clause.opening > 0 && xpos == "VBD" && tree_.folded(clause.opening - 1) == "under";
    const bool told = xpos == "VBZ" || xpos == "VBP" || by_which;
    if (!told && !reader_.subjunctive(clause.predicate)) return false;
    obligation.level = "binding";
    return true;
  }

  // "agreed on a ceasefire from midnight on the whole front": what the phrase adds to the name is laid down with it.
  void read_truces() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const TokenId noun = found_[i].noun;
      if (found_[i].agreement.form != "ceasefire" || noun < 0 || laid(i, noun)) continue;
      TreatyClause clause;
      clause.predicate = clause.content = noun;
      clause.words = truce_phrase(tree_, knowledge_, noun);
      if (clause.words.empty()) continue;
      Obligation obligation;
      obligation.level = "binding";
      obligation.word = tree_.lemma(noun);
      writer_.add_words(clause, obligation, i, "truce");
    }
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  TreatyClauseReader reader_;
  ClauseSource source_;
  ProvisionWriter writer_;
  std::vector<FoundAgreement>& found_;
  Topic topic_;
  std::set<TokenId> accepted_;                               // predicates
  std::int32_t paragraphs_ = 0;                              // so far
  std::int32_t paragraph_ = 0;                               // in which the agreement was named or a clause of it told
  bool run_ = false;                                         // a clause of it was told last
  bool item_ = false;                                        // the sentence is an item of a list
  bool items_ = false;                                       // of a list of the agreement's points
  bool listed_ = false;                                      // the sentence does nothing but list what is to be done
  bool leads_ = false;                                       // it begins a paragraph in which duties follow
  std::size_t sentence_ = 0;                                 // by its number
  std::vector<std::pair<TreatyClause, Obligation>> before_;  // told before any agreement was named
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

#include "statements/disputes.h"

#include <algorithm>
#include <set>
#include <string>

#include "statements/claims.h"
#include "statements/rejections.h"

namespace entente {
namespace {

constexpr std::int32_t kMostSentences = 6;  // between the two sides
constexpr std::size_t kMostClaims = 400;    // of one article that are compared; later ones are left alone
constexpr double kEnough = 1.5;             // of what weigh() finds
constexpr double kEnoughOfAnswer = 0.9;     // of who expressly denies or answers
constexpr double kMoreOfDoubt = 0.5;
constexpr double kConfidence = 0.6;
constexpr std::size_t kShortestLemma = 4;  // shorter words say little of what a clause is about

class DisputeFinder {
 public:
  DisputeFinder(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                const std::vector<FoundStatement>& statements, const std::vector<FoundEvent>& events)
      : tree_(tree), knowledge_(knowledge), actors_(actors), events_(events) {
    for (const FoundStatement& statement : statements) {
      if (claims_.size() < kMostClaims) claims_.push_back(claim_of(statement));
    }
  }

  [[nodiscard]] std::vector<FoundDispute> find() const {
    std::vector<FoundDispute> found;
    std::set<TokenId> read;      // denials
    std::set<const void*> used;  // a claim is disputed once, by who does so first
    const auto add = [&](const Claim& claim, const Claim& answer) {
      const void* key = claim.statement != nullptr ? static_cast<const void*>(claim.statement)
                                                   : static_cast<const void*>(claim.event);
      if (used.insert(key).second) found.push_back(make(claim, answer));
    };
    for (const Rejection& told : find_rejections(tree_, knowledge_, actors_)) {
      const Claim rejection = claim_of(told);
      const Claim* claim = rejected_claim(rejection, told.thing);
      if (claim == nullptr) continue;
      read.insert(told.verb);
      const Claim* words = words_of(rejection);
      add(*claim, words != nullptr && words != claim ? *words : rejection);
    }
    for (const FoundEvent& event : events_) {
      if (read.contains(event.trigger)) continue;
      const auto denial = denial_of(event);
      if (!denial.has_value()) continue;
      const Claim* claim = denied_claim(*denial);
      if (claim == nullptr) continue;
      const Claim* words = words_of(*denial);
      add(*claim, words != nullptr ? *words : *denial);
    }
    for (const Claim& answer : claims_) {
      if (const Claim* claim = answered_claim(answer); claim != nullptr) add(*claim, answer);
      if (const Claim* claim = other_version(answer); claim != nullptr) add(*claim, answer);
      if (!opposes(answer.statement->statement.stance)) continue;
      if (const Claim* claim = best_claim(answer); claim != nullptr) {
        add(*claim, answer);
      } else if (const auto told = told_event(answer); told.has_value()) {
        add(*told, answer);
      }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const FoundDispute& a, const FoundDispute& b) { return a.word < b.word; });
    return found;
  }

 private:
  // "The conflict" and "the dispute" are one matter, told by two nouns.
  [[nodiscard]] const std::string& meaning_of(TokenId t) const {
    const auto noun = knowledge_.issue_nouns.find(tree_.lemma(t));
    const bool same = noun != knowledge_.issue_nouns.end() && !noun->second.same.empty() && tree_.has_upos(t, {"NOUN"});
    return same ? noun->second.same : tree_.lemma(t);
  }

  void add_words(TokenSpan words, Claim& claim) const {
    for (TokenId t = words.begin.value; t < words.end.value; ++t) {
      const bool content = tree_.has_upos(t, {"NOUN", "PROPN", "VERB", "ADJ"});
      if (content && tree_.lemma(t).size() >= kShortestLemma) claim.lemmas.insert(meaning_of(t));
      if (knowledge_.statement_word("ending", tree_.lemma(t))) claim.lemmas.insert("ending");
      if (!tree_.has_upos(t, {"NOUN", "PROPN", "PRON", "ADJ"})) continue;
      const ActorMention* mention = actors_.mention(t);
      if (mention != nullptr && mention->actor.code.has_value()) claim.codes.insert(*mention->actor.code);
    }
  }

  [[nodiscard]] Claim claim_of(const FoundStatement& statement) const {
    Claim claim;
    claim.statement = &statement;
    claim.word = statement.cue >= 0 ? statement.cue : statement.content.begin.value;
    claim.sentence = tree_.sentence(claim.word);
    add_words(statement.content, claim);
    for (const FoundEvent& event : events_) {
      if (statement.content.contains(TokenOffset{event.trigger})) claim.types.insert(event.event.type);
    }
    return claim;
  }

  // By whom: two who are not the same, or of whom one cannot tell.
  [[nodiscard]] static bool others(const Claim& a, const Claim& b) {
    const Actor& x = *a.statement->statement.speaker;
    const Actor& y = *b.statement->statement.speaker;
    const bool within =
        a.statement->content.contains(TokenOffset{b.word}) || b.statement->content.contains(TokenOffset{a.word});
    return x.name != y.name && !x.span.overlaps(y.span) && !within;
  }

  [[nodiscard]] bool cue_is(const Claim& claim, std::string_view kind) const {
    return claim.statement != nullptr && claim.statement->cue >= 0 &&
           knowledge_.statement_word(kind, tree_.lemma(claim.statement->cue));
  }

  // How much speaks for it that the answer is to the claim.
  [[nodiscard]] double weigh(const Claim& claim, const Claim& answer) const {
    const std::int32_t distance = answer.sentence - claim.sentence;
    double weight = 1.0 * static_cast<double>(std::min<std::size_t>(common(claim.lemmas, answer.lemmas), 3));
    if (common(claim.types, answer.types) > 0) weight += 1.5;
    if (answer.statement != nullptr) {
      const Statement& said = answer.statement->statement;
      if (said.speaker->code.has_value() && claim.codes.contains(*said.speaker->code)) weight += 1.5;
      if (claim.statement != nullptr) {
        const Actor& first = *claim.statement->statement.speaker;
        if (first.code.has_value() && answer.codes.contains(*first.code)) weight += 0.5;
        const auto& issue = claim.statement->statement.issue;
        if (issue.has_value() && said.issue.has_value() && issue->label == said.issue->label) weight += 0.5;
      }
    }
    if (cue_is(answer, "answering")) weight += 1;
    if (cue_is(answer, "denial")) weight += 0.5;
    if (cue_is(claim, "charging")) weight += 0.5;
    const std::int32_t far = distance >= 0 ? distance : 1 - distance;
    if (far <= 1) weight += 0.5;
    if (far <= 1 && claim.statement != nullptr && answer.statement != nullptr && follows(claim, answer)) weight += 0.5;
    return weight - 0.5 * std::max(0, far - 1);
  }

  // No other claim stands between them.
  [[nodiscard]] bool follows(const Claim& claim, const Claim& answer) const {
    return claim.word < answer.word && std::none_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
             return other.word > claim.word && other.word < answer.word;
           });
  }

  [[nodiscard]] const Claim* best_claim(const Claim& answer) const {
    const Claim* best = nullptr;
    double most = cue_is(answer, "answering") || cue_is(answer, "denial") ? kEnoughOfAnswer : kEnough;
    const std::string& against = answer.statement->statement.stance;
    if (against != "denies") most += kMoreOfDoubt;  // two worries are no dispute
    for (const Claim& claim : claims_) {
      if (&claim == &answer || std::abs(claim.sentence - answer.sentence) > kMostSentences) continue;
      const std::string& stance = claim.statement->statement.stance;
      // A judgement is answered by a judgement, a claim by its denial.
      const bool opposite = against == "opposes" ? stance == "supports" : takes_the_part(stance) || stance == "opposes";
      if (!opposite || !others(claim, answer)) continue;
      const double weight = weigh(claim, answer);
      if (weight > most) {
        most = weight;
        best = &claim;
      }
    }
    return best;
  }

  // What the article itself tells as done, and the statement denies.
  [[nodiscard]] std::optional<Claim> told_event(const Claim& answer) const {
    if (answer.statement->statement.stance != "denies") return std::nullopt;
    std::optional<Claim> best;
    double most = kEnough + 0.5;
    for (const FoundEvent& event : events_) {
      if (event.event.status != "actual" && event.event.status != "historical") continue;
      if (event.event.type == "REJECT" || event.event.type == "REQUEST" || event.event.type == "ACCUSE") continue;
      const bool said = std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
        return claim.statement->content.contains(TokenOffset{event.trigger}) || claim.statement->cue == event.trigger;
      });
      if (said || std::abs(tree_.sentence(event.trigger) - answer.sentence) > kMostSentences / 2) continue;
      Claim claim = claim_of(event);
      // Of one act, not of two with a doer or a thing in common.
      if (common(claim.types, answer.types) == 0 && !answer.lemmas.contains(tree_.lemma(event.trigger))) continue;
      const double weight = weigh(claim, answer);
      if (weight <= most) continue;
      most = weight;
      best = std::move(claim);
    }
    return best;
  }

  [[nodiscard]] Claim claim_of(const FoundEvent& event) const {
    Claim claim;
    claim.event = &event;
    claim.word = event.trigger;
    claim.sentence = tree_.sentence(event.trigger);
    claim.types.insert(event.event.type);
    const auto words = tree_.subtree(event.trigger);
    for (const TokenId t : words) {
      if (tree_.has_upos(t, {"NOUN", "PROPN", "VERB"}) && tree_.lemma(t).size() >= kShortestLemma)
        claim.lemmas.insert(meaning_of(t));
    }
    for (const auto* list : {&event.event.actor, &event.event.recipient}) {
      for (const Actor& actor : *list) {
        if (actor.code.has_value()) claim.codes.insert(*actor.code);
      }
    }
    return claim;
  }

  // "Moscow rejected the charge", "the army denied it": an act of the article's own telling, with no words of content.
  [[nodiscard]] std::optional<Claim> denial_of(const FoundEvent& event) const {
    if (event.event.type != "REJECT" || event.event.status != "actual") return std::nullopt;
    const bool is_cue = std::any_of(claims_.begin(), claims_.end(),
                                    [&](const Claim& claim) { return claim.statement->cue == event.trigger; });
    if (is_cue) return std::nullopt;
    bool charge = knowledge_.statement_word("denial", tree_.lemma(event.trigger));
    for (const TokenId c : tree_.children(event.trigger)) {
      if (!tree_.is_any(c, {"obj", "nsubj:pass"})) continue;
      charge = charge || (tree_.has_upos(c, {"NOUN"}) && knowledge_.statement_word("charge", tree_.lemma(c)));
    }
    if (!charge) return std::nullopt;
    return claim_of(event);
  }

  [[nodiscard]] Claim claim_of(const Rejection& rejection) const {
    Claim claim;
    claim.word = rejection.verb;
    claim.sentence = tree_.sentence(rejection.verb);
    claim.told = rejection.words;
    claim.names = rejection.names;
    claim.codes = rejection.codes;
    return claim;
  }

  // "denied a report that": a statement of its own, which the article need not tell again.
  [[nodiscard]] bool is_said(const Claim& rejection) const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
      return claim.statement->cue == rejection.word && opposes(claim.statement->statement.stance);
    });
  }

  // "X said that ..., and Y denied it": the last that was said, where it is a claim and another's.
  [[nodiscard]] const Claim* pointed_claim(const Claim& rejection) const {
    const Claim* last = nullptr;
    for (const Claim& claim : claims_) {
      const std::int32_t back = rejection.sentence - claim.sentence;
      const bool before = claim.word < rejection.word && !tree_.is_below(claim.word, rejection.word);
      if (before && back >= 0 && back <= 1) last = &claim;
    }
    if (last == nullptr || rejection.names.contains(last->statement->statement.speaker->name)) return nullptr;
    const std::string& stance = last->statement->statement.stance;
    return stance == "affirms" || stance == "denies" ? last : nullptr;
  }

  // The claim that the charge itself holds, or else the last one before it, of the sentence or the two before.
  [[nodiscard]] const Claim* rejected_claim(const Claim& rejection, TokenId thing) const {
    if (is_said(rejection)) return nullptr;
    if (!tree_.has_upos(thing, {"NOUN"})) return pointed_claim(rejection);
    const Claim* last = nullptr;
    for (const Claim& claim : claims_) {
      if (claim.word == thing || tree_.is_below(claim.statement->content.begin.value, thing)) return &claim;
      const std::int32_t back = rejection.sentence - claim.sentence;
      const std::string& stance = claim.statement->statement.stance;
      const bool fact = takes_the_part(stance) || stance == "denies" || (stance == "opposes" && back <= 1);
      if (back < 0 || back > 2 || claim.word >= rejection.word || !fact) continue;
      if (rejection.names.contains(claim.statement->statement.speaker->name)) continue;
      // "all these charges": the first of them; "the charge": what was told as one.
      const bool lesser = last != nullptr && cue_is(*last, "charging") && !cue_is(claim, "charging");
      if (last == nullptr || !(lesser || tree_.has_feat(thing, "Number=Plur"))) last = &claim;
    }
    return last;
  }

  // "It was written in A, X claimed; it was drafted in B, Y retorted": an answer that affirms what cannot be true too.
  [[nodiscard]] const Claim* answered_claim(const Claim& answer) const {
    if (!cue_is(answer, "answering") || !takes_the_part(answer.statement->statement.stance)) return nullptr;
    const Claim* last = nullptr;
    for (const Claim& claim : claims_) {
      const std::int32_t back = answer.sentence - claim.sentence;
      const bool before = claim.word < answer.word && back >= 0 && back <= 1;
      const auto& code = answer.statement->statement.speaker->code;
      const bool of_other = code.has_value() && claim.codes.contains(*code);
      const bool charges = of_other || cue_is(claim, "charging") || claim.statement->statement.stance == "opposes";
      if (before && others(claim, answer)) last = charges && takes_a_side(claim) ? &claim : nullptr;
    }
    return last;
  }

  [[nodiscard]] bool has_words(const Claim& claim, std::string_view kind) const {
    const TokenSpan words = claim.statement->content;
    bool found = false;
    for (TokenId t = words.begin.value; t < words.end.value; ++t) {
      if (tree_.is(t, "advmod") && knowledge_.statement_word("negation", tree_.folded(t))) return false;
      found = found || knowledge_.statement_word(kind, tree_.lemma(t));
    }
    return found;
  }

  // "Your guns fired at our post": by whom of the other side, and on which.
  [[nodiscard]] static bool blames(const Claim& claim, const Claim& other) {
    const auto& code = other.statement->statement.speaker->code;
    return code.has_value() && claim.codes.contains(*code) && claim.types.contains("ASSAULT");
  }

  // "A says that B's men fired; B says that the shelling began with A's": each tells it of the other. Or how a pact
  // fares: "they have broken it", "we have kept every line".
  [[nodiscard]] bool are_versions(const Claim& claim, const Claim& answer) const {
    const auto& by = claim.statement->statement.speaker->code;
    const auto& of = answer.statement->statement.speaker->code;
    const bool mutual =
        by.has_value() && of.has_value() && *by != *of && claim.codes.contains(*of) && answer.codes.contains(*by);
    if (mutual && blames(claim, answer) && (blames(answer, claim) || has_words(answer, "starting"))) return true;
    return (has_words(claim, "breaking") && has_words(answer, "keeping")) ||
           (has_words(claim, "keeping") && has_words(answer, "breaking"));
  }

  // Two that affirm what cannot both be true; the nearest one before.
  [[nodiscard]] const Claim* other_version(const Claim& answer) const {
    if (!takes_the_part(answer.statement->statement.stance)) return nullptr;
    const Claim* last = nullptr;
    for (const Claim& claim : claims_) {
      const std::int32_t back = answer.sentence - claim.sentence;
      const bool before = claim.word < answer.word && back >= 0 && back <= 2;
      if (before && takes_a_side(claim) && others(claim, answer) && are_versions(claim, answer)) last = &claim;
    }
    return last;
  }

  [[nodiscard]] static bool takes_a_side(const Claim& claim) {
    const std::string& stance = claim.statement->statement.stance;
    return takes_the_part(stance) || stance == "opposes" || stance == "denies";
  }

  // The last claim before it, of the sentence or the two before; in its own object where it has one.
  [[nodiscard]] const Claim* denied_claim(const Claim& denial) const {
    const Claim* last = nullptr;
    for (const Claim& claim : claims_) {
      const std::int32_t back = denial.sentence - claim.sentence;
      if (back < 0 || back > 2 || !takes_the_part(claim.statement->statement.stance)) continue;
      const bool below = tree_.is_below(claim.word, denial.word);
      if (claim.word > denial.word && !below) continue;
      const bool own =
          std::any_of(denial.event->event.actor.begin(), denial.event->event.actor.end(),
                      [&](const Actor& actor) { return actor.name == claim.statement->statement.speaker->name; });
      if (!own) last = &claim;
    }
    return last;
  }

  // "Moscow denies it. 'We have nothing to do with this,' X said": who denies, in his own words.
  [[nodiscard]] const Claim* words_of(const Claim& denial) const {
    for (const Claim& claim : claims_) {
      const std::int32_t after = claim.sentence - denial.sentence;
      if (after < 0 || after > 1 || !opposes(claim.statement->statement.stance)) continue;
      const auto& code = claim.statement->statement.speaker->code;
      if (code.has_value() && denial.codes.contains(*code)) return &claim;
    }
    return nullptr;
  }

  [[nodiscard]] static DisputeSide side_of(const Claim& claim, const std::string& told) {
    if (claim.statement == nullptr) return {std::nullopt, told, std::nullopt};
    const Statement& statement = claim.statement->statement;
    return {statement.speaker, statement.stance, statement.id};
  }

  void add_evidence(const Claim& claim, Dispute& dispute) const {
    if (claim.statement == nullptr && claim.event == nullptr) {
      const CodePointSpan span = tree_.span(claim.told.begin.value, claim.told.end.value - 1);
      dispute.evidence.push_back({claim.sentence, span, tree_.text(span)});
      return;
    }
    const auto& evidence =
        claim.statement != nullptr ? claim.statement->statement.evidence : claim.event->event.evidence;
    dispute.evidence.insert(dispute.evidence.end(), evidence.begin(), evidence.end());
  }

  [[nodiscard]] FoundDispute make(const Claim& claim, const Claim& answer) const {
    FoundDispute found;
    found.word = std::max(claim.word, answer.word);
    Dispute& dispute = found.dispute;
    for (const Claim* side : {&claim, &answer}) {
      if (side->statement != nullptr && side->statement->statement.issue.has_value() && !dispute.issue.has_value())
        dispute.issue = side->statement->statement.issue;
    }
    const bool first = claim.word <= answer.word;
    const DisputeSide affirms = side_of(claim, "affirms");
    const DisputeSide denies = side_of(answer, "denies");
    dispute.sides = first ? std::vector<DisputeSide>{affirms, denies} : std::vector<DisputeSide>{denies, affirms};
    add_evidence(first ? claim : answer, dispute);
    add_evidence(first ? answer : claim, dispute);
    dispute.confidence = kConfidence;
    const bool both = claim.statement != nullptr && answer.statement != nullptr;
    dispute.why.push_back({both ? "dispute:statements" : "dispute:article",
                           both ? "two statements on opposite sides" : "a statement and what the article tells",
                           std::nullopt});
    return found;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const std::vector<FoundEvent>& events_;
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<FoundDispute> find_disputes(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                                        const std::vector<FoundStatement>& statements,
                                        const std::vector<FoundEvent>& events) {
  return DisputeFinder(tree, knowledge, actors, statements, events).find();
}

}  // namespace entente

#include "events/events.h"

#include <algorithm>
#include <set>

#include "events/dates.h"
#include "events/money.h"

namespace entente {
namespace {

constexpr double kVerbConfidence = 0.75;
constexpr double kNounConfidence = 0.6;
constexpr double kOpenConfidence = 0.4;
constexpr double kConditionBonus = 0.05;
constexpr double kModelLeast = 0.5;  // what is left where the model is sure of the contrary
constexpr double kNoCode = 0.6;      // of a party without a code
constexpr double kThing = 0.75;      // of a party told by a thing or a place
constexpr double kNobody = 0.7;
constexpr double kNoRecipient = 0.85;
constexpr double kMostConfidence = 0.95;

std::optional<std::string> non_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

std::vector<Actor> to_actors(const std::vector<ActorMention>& mentions) {
  std::vector<Actor> actors;
  actors.reserve(mentions.size());
  for (const ActorMention& mention : mentions) actors.push_back(mention.actor);
  return actors;
}

class EventMaker {
 public:
  EventMaker(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const Clauses& clauses)
      : tree_(tree), knowledge_(knowledge), actors_(actors), clauses_(clauses), dates_(tree, knowledge) {}

  [[nodiscard]] Event make(const FrameMatch& match) {
    const Frame& frame = *match.frame;
    Event event;
    event.type = frame.type;
    event.mode = non_empty(frame.mode);
    event.cameo = non_empty(frame.cameo);
    event.contexts = frame.contexts;
    event.actor = to_actors(match.actor);
    event.reciprocal = (frame.joint || frame.joint_if_many) && match.recipient.empty() && match.actor.size() > 1;
    for (const auto& [role, mention] : match.others) event.others.push_back({role, mention.actor});
    event.status = read_status(tree_, knowledge_, clauses_, match);
    event.place = read_place(tree_, knowledge_, actors_, match);
    event.recipient = to_actors(match.recipient);
    settle_places(match, event);
    event.magnitude = read_magnitude(tree_, knowledge_, clauses_, match);
    set_money(match, event);
    set_date(match, event);
    settle_mode(event);
    look_ahead(event);
    promise(match, event);
    refuse(match, event);
    set_scales(event);
    event.confidence = confidence(match);
    explain(match, event);
    event.evidence.push_back(evidence(match));
    return event;
  }

 private:
  // What fighting costs is no sum that somebody gives or asks for.
  void set_money(const FrameMatch& match, Event& event) const {
    if (event.type == "ASSAULT" || event.type == "PROTEST") return;
    std::vector<Actor> parties = event.actor;
    parties.insert(parties.end(), event.recipient.begin(), event.recipient.end());
    const std::optional<Money> money = money_of_clause(tree_, knowledge_, match.trigger, parties);
    if (!money.has_value()) return;
    event.magnitude.amount = money->amount;
    event.magnitude.currency = non_empty(money->currency);
  }

  void set_date(const FrameMatch& match, Event& event) {
    const bool future = event.status == "future" || event.status == "hypothetical";
    std::vector<TokenId> places = {match.trigger};
    places.insert(places.end(), match.nouns.begin(), match.nouns.end());
    // A plan's date may stand in its complement, a promise's does not: that is when it will be kept. A joined or
    // governing clause's date holds for this one too.
    const bool done = event.status == "actual";
    for (const TokenId c : clauses_.fill(match.trigger, "comp")) {
      // "accused them of spying on Monday": a day behind a gerund is most often that of the charge.
      const bool gerund = tree_.word(c).xpos == "VBG";
      if (!done) {
        places.push_back(c);
      } else if (!gerund) {
        std::erase(places, c);
      }
    }
    // "signed it on Monday after talks"
    const auto& slots = match.frame->actor;
    const bool shares = std::find(slots.begin(), slots.end(), SlotPath{"outer"}) != slots.end();
    if (const TokenId outer = clauses_.governor(match.trigger); shares && outer >= 0) places.push_back(outer);
    const bool joined = tree_.is_any(match.trigger, {"conj", "xcomp", "nsubj", "obj"}) ||
                        (tree_.is(match.trigger, "advcl") && tree_.child(match.trigger, "nsubj") < 0);
    if (joined && tree_.head(match.trigger) >= 0) places.push_back(tree_.head(match.trigger));
    for (const TokenId c : clauses_.fill(match.trigger, "obj")) {
      if (event.type == "AGREE" && !done) places.push_back(c);
    }
    for (const TokenId t : places) {
      event.date = dates_.read(t, future, told_);
      // "invited him to Ankara in April", told in March: what has happened has not happened later.
      if (event.date.has_value() && event.status == "actual" && dates_.lies_ahead(*event.date, match.frame->absorb))
        event.date.reset();
      if (event.date.has_value()) break;
    }
    if (event.date.has_value() && event.status == "actual" && dates_.long_past(*event.date))
      event.status = "historical";
    if (!event.date.has_value() && (event.status == "actual" || event.status == "negated"))
      event.date = dates_.of_article();
    if (event.date.has_value() && event.date->from.has_value() && !future) told_ = *event.date->from;
  }

  // "shelled the town of X in eastern Ukraine": a place of no known state lies in that of the event.
  static void settle_places(const FrameMatch& match, Event& event) {
    if (!event.place.has_value() || !event.place->country.has_value()) return;
    for (std::size_t i = 0; i < match.recipient.size(); ++i) {
      Actor& actor = event.recipient[i];
      if (match.recipient[i].kind != ActorMention::Kind::kPlace || actor.code.has_value()) continue;
      actor.code = actor.country = event.place->country;
    }
  }

  // A meeting of three states or more is multilateral; one on a third state's soil is held by that third party.
  static void settle_mode(Event& event) {
    if (event.type != "CONSULT" || event.mode.has_value() || !event.reciprocal) return;
    std::set<std::string> states;
    for (const Actor& actor : event.actor) {
      if (actor.country.has_value()) states.insert(*actor.country);
    }
    const bool abroad = event.place.has_value() && event.place->country.has_value() &&
                        !states.contains(*event.place->country) && states.size() == event.actor.size();
    if (states.size() > 2) {
      event.mode = "multilateral";
    } else if (abroad && states.size() == 2) {
      event.mode = "third-party";
      event.cameo = "044";
    }
  }

  // Both opinions: the lexicon's, and the model's with its probability.
  void explain(const FrameMatch& match, Event& event) const {
    const Frame& frame = *match.frame;
    if (!frame.open)
      event.why.push_back(
          {"lexicon:" + frame.name, tree_.lemma(match.trigger) + ": " + frame.description, std::nullopt});
    if (match.by_type != nullptr) event.why.push_back({"recipient:type", "as others of its type", std::nullopt});
    if (match.within) event.why.push_back({"recipient:within", "named within the act's words", std::nullopt});
    if (match.model < 0) return;
    event.why.push_back({"model:" + frame.type, tree_.lemma(match.trigger), match.model});
  }

  // PLOVER's rule for what lies ahead: a visit that is to come is an AGREE, a withdrawal a CONCEDE.
  void look_ahead(Event& event) const {
    if (event.status != "future" && event.status != "hypothetical") return;
    const EventType& type = knowledge_.types.at(event.type);
    if (type.future_type.empty()) return;
    event.type = type.future_type;
    event.mode.reset();
    if (!type.future_cameo.empty()) event.cameo = type.future_cameo;
  }

  // "is willing to let go of", "will ease": what somebody undertakes or plans to yield, where only the model saw it.
  void promise(const FrameMatch& match, Event& event) const {
    const std::string& ahead = knowledge_.types.at("RETREAT").future_type;
    if (!match.frame->open || event.type != ahead) return;
    const bool later = event.status == "future" || event.status == "hypothetical";
    if (later || knowledge_.in_set("promising", tree_.lemma(match.trigger)))
      event.cameo = knowledge_.types.at("RETREAT").future_cameo;
  }

  // "X will not meet Y": it is X who refuses.
  [[nodiscard]] bool split_sides(const FrameMatch& match, Event& event) const {
    std::set<std::string> refusing;
    for (const TokenId t : clauses_.fill(match.trigger, "subj")) {
      for (const ActorMention& mention : actors_.parties(t)) refusing.insert(mention.actor.code.value_or(""));
    }
    const auto second = std::stable_partition(event.actor.begin(), event.actor.end(), [&](const Actor& actor) {
      return refusing.contains(actor.code.value_or(""));
    });
    if (second == event.actor.begin() || second == event.actor.end()) return false;
    event.recipient.assign(second, event.actor.end());
    event.actor.erase(second, event.actor.end());
    event.reciprocal = false;
    return true;
  }

  // "will not lift the ban", said of who would do it: a refusal, and done by saying so.
  void refuse(const FrameMatch& match, Event& event) const {
    if (event.status != "negated" || event.actor.empty()) return;
    const EventType& type = knowledge_.types.at(event.type);
    if (type.refused_type.empty() || !is_refused(tree_, knowledge_, clauses_, match.trigger)) return;
    if (event.reciprocal && !split_sides(match, event)) return;
    event.why.push_back({"refused", "will not: a refusal instead of " + event.type, std::nullopt});
    event.type = type.refused_type;
    event.mode = non_empty(type.refused_mode);
    event.cameo = non_empty(type.refused_cameo);
    event.status = "actual";
  }

  void set_scales(Event& event) const {
    const EventType& type = knowledge_.types.at(event.type);
    event.quad = type.quad;
    event.score = type.score;
    if (event.mode.has_value()) {
      const auto mode = knowledge_.modes.find({event.type, *event.mode});
      if (mode != knowledge_.modes.end() && mode->second.has_value()) event.score = *mode->second;
    }
    if (event.cameo.has_value()) event.goldstein = knowledge_.cameo.at(*event.cameo).goldstein;
  }

  // How sure the frame, the model and the parties are; knowledge/ontology/confidence.tsv makes a probability of it.
  [[nodiscard]] static double confidence(const FrameMatch& match) {
    double value = match.frame->pos == Frame::Pos::kNoun ? kNounConfidence : kVerbConfidence;
    if (match.frame->open) value = kOpenConfidence;
    value += kConditionBonus * static_cast<double>(std::min<std::size_t>(match.frame->where.size(), 3));
    if (match.model >= 0) value *= kModelLeast + (1 - kModelLeast) * match.model;
    double mentions = 1;
    for (const auto* list : {&match.actor, &match.recipient}) {
      for (const ActorMention& mention : *list) {
        mentions = std::min(mentions, mention.confidence);
        if (!mention.actor.code.has_value()) mentions = std::min(mentions, kNoCode);
        if (mention.kind == ActorMention::Kind::kOther || mention.kind == ActorMention::Kind::kPlace)
          mentions = std::min(mentions, kThing);
      }
    }
    if (match.actor.empty()) mentions *= kNobody;
    if (match.recipient.empty() && !match.frame->joint) mentions *= kNoRecipient;
    return std::min(value * mentions, kMostConfidence);
  }

  // "If the talks fail, X will leave": the clause before tells of something else.
  [[nodiscard]] bool stands_before(TokenId c, TokenId trigger) const {
    return tree_.is(c, "advcl") && c < trigger && tree_.head(c) == trigger && tree_.child(c, "mark") >= 0 &&
           tree_.child(c, "nsubj") >= 0;
  }

  // The clause without what is only joined to it, drawn out to the parties that stand in the same sentence.
  [[nodiscard]] Evidence evidence(const FrameMatch& match) const {
    const auto clause = tree_.subtree(match.trigger, [&](TokenId c) {
      return (tree_.is_any(c, {"conj", "parataxis"}) && clauses_.is_verb(c)) ||
             tree_.is_any(c, {"punct", "cc", "mark", "acl:relcl", "discourse"}) ||
             (tree_.is(c, "advmod") && tree_.word(c).xpos == "WRB") || stands_before(c, match.trigger);
    });
    TokenId first = clause.front();
    TokenId last = clause.back();
    for (const TokenId word : match.words) {
      if (tree_.sentence(word) != tree_.sentence(match.trigger)) continue;
      first = std::min(first, word);
      last = std::max(last, word);
    }
    Evidence found;
    found.sentence = tree_.sentence(match.trigger);
    found.span = tree_.span(first, last);
    for (const auto* list : {&match.actor, &match.recipient}) {
      for (const ActorMention& mention : *list) {
        const CodePointSpan sentence = tree_.parsed().document.sentences[static_cast<std::size_t>(found.sentence)].span;
        if (!sentence.contains(mention.actor.span)) continue;
        found.span.begin = std::min(found.span.begin, mention.actor.span.begin);
        found.span.end = std::max(found.span.end, mention.actor.span.end);
      }
    }
    found.text = tree_.text(found.span);
    return found;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const Clauses& clauses_;
  DateReader dates_;
  std::string told_;  // the day of what was told last
};

}  // namespace

std::vector<StateChoice> list_state_choices(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                                            const Clauses& clauses) {
  const FrameFinder frames(tree, knowledge, actors, clauses);
  const StateChooser states(tree, knowledge, actors);
  std::vector<StateChoice> found;
  for (const FrameMatch& match : frames.find()) {
    if (!reason_to_drop(match, knowledge, actors, clauses).empty()) continue;
    for (const bool acts : {true, false}) {
      for (const ActorMention& party : acts ? match.actor : match.recipient) {
        if (party.unsaid) found.push_back({match.trigger, party.actor.span, states.options(match, party, acts)});
      }
    }
  }
  return found;
}

std::vector<FoundEvent> find_events(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                                    const Clauses& clauses) {
  const FrameFinder frames(tree, knowledge, actors, clauses);
  EventMaker maker(tree, knowledge, actors, clauses);
  std::vector<FoundEvent> found;
  for (const FrameMatch& match : frames.find()) {
    if (!reason_to_drop(match, knowledge, actors, clauses).empty()) continue;
    FoundEvent event{maker.make(match), match.trigger};
    // "if it is attacked": by nobody, and not yet.
    if (event.event.status == "hypothetical" && event.event.actor.empty()) continue;
    // What did not happen, of a word that no frame knows, done to nobody: "we do not act against anyone".
    if (event.event.status == "negated" && match.frame->open && event.event.recipient.empty()) continue;
    found.push_back(std::move(event));
  }
  complete_recipients(tree, knowledge, actors, clauses, found);
  complete_other_side(tree, knowledge, actors, clauses, found);
  join_retold(tree, found);
  return found;
}

}  // namespace entente

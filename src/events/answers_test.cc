// events/answers.cc and events/retold.cc: what an article told before.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "actors/tree_text.h"
#include "events/events.h"

namespace entente {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Actor> states(const std::vector<std::string>& codes) {
  std::vector<Actor> actors;
  for (const std::string& code : codes) {
    Actor actor;
    actor.name = code;
    actor.code = code;
    actor.sector = "GOV";
    actor.type = "state";
    actors.push_back(actor);
  }
  return actors;
}

FoundEvent found(const std::string& type, const std::string& cameo, const std::vector<std::string>& actor,
                 const std::vector<std::string>& recipient, TokenId trigger) {
  FoundEvent made;
  made.event.type = type;
  made.event.cameo = cameo;
  made.event.quad = type == "ASSAULT" || type == "COERCE" ? 4 : type == "REQUEST" || type == "AGREE" ? 1 : 3;
  made.event.status = "actual";
  made.event.actor = states(actor);
  made.event.recipient = states(recipient);
  made.event.confidence = 0.8;
  made.event.evidence.push_back({0, {trigger, trigger + 1}, "word " + std::to_string(trigger)});
  made.trigger = trigger;
  return made;
}

std::vector<std::string> codes(const std::vector<Actor>& actors) {
  std::vector<std::string> out;
  for (const Actor& actor : actors) out.push_back(actor.code.value_or("?"));
  return out;
}

class AnswersTest : public ::testing::Test {
 protected:
  AnswersTest() {
    knowledge_.sets["grammar_pointing"] = {"the", "this", "that"};
    knowledge_.sets["deeds"] = {"attack", "arrest", "refusal"};
    knowledge_.sets["refusals"] = {"refusal"};
    knowledge_.sets["taking_offers"] = {"accept"};
    knowledge_.sets["offered"] = {"plan"};
  }

  // The recipients of the last event after those before it; its trigger is word 1 of the text.
  std::vector<std::string> completed(std::vector<FoundEvent> events, const std::string& rows = kPlain) {
    const ParsedDocument parsed = tree_from_text(rows);
    const Tree tree(parsed);
    const Clauses clauses(tree);
    const ActorFinder actors(tree, knowledge_);
    complete_recipients(tree, knowledge_, actors, clauses, events);
    last_ = events.back().event;
    return codes(last_.recipient);
  }

  static constexpr const char* kPlain =
      "Chile Chile PROPN NNP 2 nsubj\n"
      "refused refuse VERB VBD 0 root\n";
  static constexpr const char* kPointing =
      "Ghana Ghana PROPN NNP 2 nsubj\n"
      "condemned condemn VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "attack attack NOUN NN 2 obj\n";

  Knowledge knowledge_;
  Event last_;
};

TEST_F(AnswersTest, ARefusalGoesToWhoAsked) {
  for (const auto& [type, cameo] :
       {std::pair("REQUEST", "022"), std::pair("THREATEN", "130"), std::pair("AGREE", "036")}) {
    EXPECT_THAT(completed({found(type, cameo, {"PER"}, {"CHL"}, 0), found("REJECT", "120", {"CHL"}, {}, 1)}),
                ElementsAre("PER"))
        << type;
    ASSERT_FALSE(last_.why.empty());
    EXPECT_EQ(last_.why.back().rule, "recipient:answer");
    EXPECT_LT(last_.confidence, 0.8);
  }
}

TEST_F(AnswersTest, ItIsWhatWasJustDone) {
  knowledge_.sets["grammar_it"] = {"it"};
  const std::string it = "Ghana Ghana PROPN NNP 2 nsubj\ncondemned condemn VERB VBD 0 root\nit it PRON PRP 2 obj\n";
  FoundEvent blamed = found("ACCUSE", "111", {"GHA"}, {}, 1);
  blamed.event.mode = "disapprove";
  EXPECT_THAT(completed({found("COERCE", "173", {"PER"}, {"CHL"}, 0), blamed}, it), ElementsAre("PER"));
  EXPECT_THAT(completed({found("AGREE", "036", {"PER"}, {"CHL"}, 0), blamed}, it), IsEmpty());
}

TEST_F(AnswersTest, WhatIsAcceptedWasOfferedBySomebody) {
  const std::string accepted = "Chile Chile PROPN NNP 2 nsubj\naccepted accept VERB VBD 0 root\n";
  const FoundEvent yes = found("AGREE", "030", {"CHL"}, {}, 1);
  EXPECT_THAT(completed({found("AGREE", "033", {"PER"}, {"CHL"}, 0), yes}, accepted), ElementsAre("PER"));
  EXPECT_THAT(completed({found("REQUEST", "022", {"PER"}, {}, 0), yes}, accepted), ElementsAre("PER"));
  EXPECT_THAT(completed({found("AGREE", "033", {"PER"}, {"GHA"}, 0), yes}, accepted), IsEmpty());
  // "accepted the plan", "accepted a prize", "agreed to"
  const std::string plan = "the the DET DT 4 det\nplan plan NOUN NN 2 obj\n";
  const std::string prize = "a a DET DT 4 det\nprize prize NOUN NN 2 obj\n";
  EXPECT_THAT(completed({found("AGREE", "033", {"PER"}, {"GHA"}, 0), yes}, accepted + plan), ElementsAre("PER"));
  EXPECT_THAT(completed({found("AGREE", "033", {"PER"}, {"CHL"}, 0), yes}, accepted + prize), IsEmpty());
}

TEST_F(AnswersTest, ARefusalIsBlamedOnWhoRefused) {
  const std::string blamed =
      "Ghana Ghana PROPN NNP 2 nsubj\ncondemned condemn VERB VBD 0 root\nthe the DET DT 4 det\n"
      "refusal refusal NOUN NN 2 obj\n";
  EXPECT_THAT(completed({found("REJECT", "120", {"PER"}, {"CHL"}, 0), found("ACCUSE", "111", {"GHA"}, {}, 1)}, blamed),
              ElementsAre("PER"));
}

TEST_F(AnswersTest, NoAnswerToWhatWasNotAsked) {
  const FoundEvent refusal = found("REJECT", "120", {"CHL"}, {}, 1);
  EXPECT_THAT(completed({refusal}), IsEmpty());
  // Asked of another; asked by itself; told, not asked; agreed to something else.
  EXPECT_THAT(completed({found("REQUEST", "022", {"PER"}, {"GHA"}, 0), refusal}), IsEmpty());
  EXPECT_THAT(completed({found("REQUEST", "022", {"CHL", "PER"}, {"CHL"}, 0), refusal}), IsEmpty());
  EXPECT_THAT(completed({found("ASSAULT", "190", {"PER"}, {"CHL"}, 0), refusal}), IsEmpty());
  EXPECT_THAT(completed({found("AGREE", "030", {"PER"}, {"CHL"}, 0), refusal}), IsEmpty());
  EXPECT_THAT(completed({found("REQUEST", "022", {}, {"CHL"}, 0), refusal}), IsEmpty());
  // What comes later is no question.
  EXPECT_THAT(completed({refusal, found("REQUEST", "022", {"PER"}, {"CHL"}, 0), found("REJECT", "120", {}, {}, 1)}),
              IsEmpty());
  EXPECT_DOUBLE_EQ(last_.confidence, 0.8);
  EXPECT_TRUE(last_.why.empty());
}

TEST_F(AnswersTest, ARejectedRequestIsOfWhoAskedAnybody) {
  knowledge_.sets["rej_asking"] = {"request"};
  const char* rows =
      "Chile Chile PROPN NNP 2 nsubj\n"
      "rejected reject VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "request request NOUN NN 2 obj\n";
  const FoundEvent refusal = found("REJECT", "120", {"CHL"}, {}, 1);
  EXPECT_THAT(completed({found("REQUEST", "022", {"PER"}, {"GHA"}, 0), refusal}, rows), ElementsAre("PER"));
  EXPECT_THAT(completed({found("AGREE", "033", {"PER"}, {"CHL"}, 0), refusal}, rows), ElementsAre("PER"));
  EXPECT_THAT(completed({found("REQUEST", "022", {"CHL"}, {"GHA"}, 0), refusal}, rows), IsEmpty());
}

TEST_F(AnswersTest, TheLastWhoAskedIsMeant) {
  EXPECT_THAT(completed({found("REQUEST", "022", {"PER"}, {"CHL"}, 0), found("THREATEN", "130", {"GHA"}, {"CHL"}, 0),
                         found("ASSAULT", "190", {"TGO"}, {"CHL"}, 0), found("REJECT", "120", {"CHL"}, {}, 1)}),
              ElementsAre("GHA"));
}

TEST_F(AnswersTest, ADenialGoesToWhoAccused) {
  const FoundEvent denial = found("REJECT", "016", {"CHL"}, {}, 1);
  EXPECT_THAT(completed({found("ACCUSE", "112", {"PER"}, {"CHL"}, 0), denial}), ElementsAre("PER"));
  EXPECT_THAT(completed({found("REQUEST", "022", {"PER"}, {"CHL"}, 0), denial}), IsEmpty());
  EXPECT_THAT(completed({found("ACCUSE", "112", {"PER"}, {"CHL"}, 0), found("REJECT", "120", {"CHL"}, {}, 1)}),
              IsEmpty());
}

TEST_F(AnswersTest, ACondemnationGoesToWhoDidTheDeed) {
  const FoundEvent blame = found("ACCUSE", "111", {"GHA"}, {}, 1);
  const FoundEvent deed = found("ASSAULT", "190", {"PER"}, {"CHL"}, 0);
  EXPECT_THAT(completed({deed, blame}, kPointing), ElementsAre("PER"));
  EXPECT_EQ(last_.why.back().rule, "recipient:deed");
  // No deed is pointed to; the deed did not happen; nobody is known to have done it; who blames did it.
  EXPECT_THAT(completed({deed, blame}, kPlain), IsEmpty());
  FoundEvent negated = deed;
  negated.event.status = "negated";
  EXPECT_THAT(completed({negated, blame}, kPointing), IsEmpty());
  EXPECT_THAT(completed({found("ASSAULT", "190", {}, {"CHL"}, 0), blame}, kPointing), IsEmpty());
  EXPECT_THAT(completed({found("ASSAULT", "190", {"GHA"}, {"CHL"}, 0), blame}, kPointing), IsEmpty());
  EXPECT_THAT(completed({found("REJECT", "120", {"PER"}, {"CHL"}, 0), blame}, kPointing), IsEmpty());
}

TEST_F(AnswersTest, WhoIsNamedStays) {
  const FoundEvent asked = found("REQUEST", "022", {"PER"}, {"CHL"}, 0);
  EXPECT_THAT(completed({asked, found("REJECT", "120", {"CHL"}, {"TGO"}, 1)}), ElementsAre("TGO"));
  FoundEvent joint = found("REJECT", "120", {"CHL", "TGO"}, {}, 1);
  joint.event.reciprocal = true;
  EXPECT_THAT(completed({asked, joint}), IsEmpty());
}

TEST_F(AnswersTest, LooksBackOnlySoFar) {
  std::vector<FoundEvent> events = {found("REQUEST", "022", {"PER"}, {"CHL"}, 0)};
  for (int i = 0; i < 11; ++i) events.push_back(found("CONSULT", "040", {"TGO"}, {"GHA"}, 0));
  events.push_back(found("REJECT", "120", {"CHL"}, {}, 1));
  EXPECT_THAT(completed(events), ElementsAre("PER"));
  events.insert(events.begin() + 1, found("CONSULT", "040", {"TGO"}, {"GHA"}, 0));
  EXPECT_THAT(completed(events), IsEmpty());
}

// Two sentences of one verb each, and a third of another: triggers 1, 4 and 7.
constexpr const char* kTwice =
    "Peru Peru PROPN NNP 2 nsubj\n"
    "attacked attack VERB VBD 0 root\n"
    "Chile Chile PROPN NNP 2 obj\n"
    "\n"
    "Peru Peru PROPN NNP 2 nsubj\n"
    "attacked attack VERB VBD 0 root\n"
    "Chile Chile PROPN NNP 2 obj\n"
    "\n"
    "Peru Peru PROPN NNP 2 nsubj\n"
    "struck strike VERB VBD 0 root\n"
    "Chile Chile PROPN NNP 2 obj\n";

std::vector<FoundEvent> joined(std::vector<FoundEvent> events) {
  const ParsedDocument parsed = tree_from_text(kTwice);
  const Tree tree(parsed);
  join_retold(tree, events);
  return events;
}

FoundEvent attack(TokenId trigger) { return found("ASSAULT", "190", {"PER"}, {"CHL"}, trigger); }

TEST(Retold, TheSameEventToldTwiceIsOneRecord) {
  FoundEvent first = attack(1);
  FoundEvent later = attack(4);
  first.event.magnitude.killed = 3;
  later.event.magnitude.wounded = 5;
  later.event.confidence = 0.9;
  later.event.date = DateInterval{"2026-03-09", "2026-03-09", "Monday", "day"};
  Place place;
  place.name = "Arica";
  later.event.place = place;
  const auto events = joined({first, later});
  ASSERT_EQ(events.size(), 1U);
  const Event& event = events[0].event;
  EXPECT_EQ(events[0].trigger, 1);
  ASSERT_EQ(event.evidence.size(), 2U);
  EXPECT_EQ(event.evidence[0].text, "word 1");
  EXPECT_EQ(event.evidence[1].text, "word 4");
  EXPECT_EQ(event.magnitude.killed, 3);
  EXPECT_EQ(event.magnitude.wounded, 5);
  EXPECT_EQ(event.confidence, 0.9);
  ASSERT_TRUE(event.date.has_value() && event.place.has_value());
  EXPECT_EQ(event.date->text, "Monday");
  EXPECT_EQ(event.place->name, "Arica");
}

TEST(Retold, WhatDiffersIsAnotherEvent) {
  const auto differs = [](void (*change)(FoundEvent&)) {
    FoundEvent first = attack(1);
    first.event.date = DateInterval{"2026-03-09", "2026-03-09", "Monday", "day"};
    Place place;
    place.name = "Arica";
    first.event.place = place;
    first.event.magnitude.killed = 3;
    FoundEvent later = first;
    later.trigger = 4;
    EXPECT_EQ(joined({first, later}).size(), 1U);
    change(later);
    return joined({first, later}).size() == 2U;
  };
  EXPECT_TRUE(differs([](FoundEvent& e) { e.event.type = "COERCE"; }));
  EXPECT_TRUE(differs([](FoundEvent& e) { e.event.mode = "beat"; }));
  EXPECT_TRUE(differs([](FoundEvent& e) { e.event.status = "future"; }));
  EXPECT_TRUE(differs([](FoundEvent& e) { e.event.reciprocal = true; }));
  EXPECT_TRUE(differs([](FoundEvent& e) { e.event.actor = states({"GHA"}); }));
  EXPECT_TRUE(differs([](FoundEvent& e) { e.event.recipient = states({"CHL", "GHA"}); }));
  EXPECT_TRUE(differs([](FoundEvent& e) { e.event.recipient[0].sector = "MIL"; }));
  EXPECT_TRUE(differs([](FoundEvent& e) { e.event.date->to = "2026-03-10"; }));
  EXPECT_TRUE(differs([](FoundEvent& e) { e.event.place->name = "Lima"; }));
  EXPECT_TRUE(differs([](FoundEvent& e) { e.event.magnitude.killed = 4; }));
  EXPECT_TRUE(differs([](FoundEvent& e) { e.trigger = 1; }));  // the same sentence
  EXPECT_TRUE(differs([](FoundEvent& e) { e.trigger = 7; }));  // another word
}

TEST(Retold, BothSidesMustBeKnown) {
  EXPECT_EQ(joined({found("ASSAULT", "190", {"PER"}, {}, 1), found("ASSAULT", "190", {"PER"}, {}, 4)}).size(), 2U);
  EXPECT_EQ(joined({found("ASSAULT", "190", {}, {"CHL"}, 1), found("ASSAULT", "190", {}, {"CHL"}, 4)}).size(), 2U);
  FoundEvent first = found("CONSULT", "040", {"PER", "CHL"}, {}, 1);
  FoundEvent later = found("CONSULT", "040", {"CHL", "PER"}, {}, 4);
  first.event.reciprocal = later.event.reciprocal = true;
  EXPECT_EQ(joined({first, later}).size(), 1U);
}

TEST(Retold, KeepsTheOrderOfTheText) {
  const auto events = joined({attack(1), found("ASSAULT", "190", {"GHA"}, {"CHL"}, 1), attack(4), attack(7)});
  ASSERT_EQ(events.size(), 3U);
  EXPECT_THAT(codes(events[1].event.actor), ElementsAre("GHA"));
  EXPECT_EQ(events[2].trigger, 7);
  EXPECT_THAT(joined({}), IsEmpty());
}

}  // namespace
}  // namespace entente

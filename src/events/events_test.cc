#include "events/events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actors/tree_text.h"
#include "knowledge/test_knowledge.h"

namespace entente {
namespace {

using ::testing::ElementsAre;

class EventsTest : public KnowledgeTest {
 protected:
  static std::vector<Event> read(const std::string& rows, const std::string& published = "2026-03-11") {
    const ParsedDocument parsed = tree_from_text(rows, published);
    const Tree tree(parsed);
    const ActorFinder actors(tree, *knowledge_);
    const Clauses clauses(tree);
    std::vector<Event> events;
    for (FoundEvent& found : find_events(tree, *knowledge_, actors, clauses)) events.push_back(std::move(found.event));
    return events;
  }
  // "TYPE/mode AAA, BBB > CCC status"
  static std::vector<std::string> lines(const std::vector<Event>& events) {
    std::vector<std::string> out;
    const auto codes = [](const std::vector<Actor>& actors) {
      std::string text;
      for (const Actor& actor : actors) text += (text.empty() ? "" : ", ") + actor.code.value_or("?");
      return text;
    };
    for (const Event& e : events) {
      out.push_back(e.type + "/" + e.mode.value_or("") + " " + codes(e.actor) + " > " + codes(e.recipient) + " " +
                    e.status);
    }
    return out;
  }
};

TEST_F(EventsTest, TurnsAPassiveRound) {
  const auto events = read(
      "Two two NUM CD 3 nummod\n"
      "Serbian Serbian ADJ JJ 3 amod\n"
      "diplomats diplomat NOUN NNS 5 nsubj:pass\n"
      "were be AUX VBD 5 aux:pass\n"
      "expelled expel VERB VBN 0 root\n"
      "by by ADP IN 7 case\n"
      "Croatia Croatia PROPN NNP 5 obl:agent\n"
      "on on ADP IN 9 case\n"
      "Monday Monday PROPN NNP 5 obl\n");
  EXPECT_THAT(lines(events), ElementsAre("SANCTION/expel HRV > SRB actual"));
  ASSERT_TRUE(events[0].date.has_value());
  EXPECT_EQ(events[0].date->from, "2026-03-09");
  EXPECT_EQ(events[0].date->text, "Monday");
  EXPECT_EQ(events[0].evidence[0].text, "Two Serbian diplomats were expelled by Croatia on Monday");
  EXPECT_EQ(events[0].cameo, "166");
  EXPECT_EQ(events[0].goldstein, -7);
  EXPECT_EQ(events[0].quad, 4);
  EXPECT_EQ(events[0].why[0].rule, "lexicon:expel_diplomats");
}

TEST_F(EventsTest, TakesNoIdiomForAnAct) {
  const auto events = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "waged wage VERB VBD 0 root\n"
      "a a DET DT 5 det\n"
      "negative negative ADJ JJ 5 amod\n"
      "campaign campaign NOUN NN 2 obj\n"
      "against against ADP IN 7 case\n"
      "Chile Chile PROPN NNP 2 obl\n");
  EXPECT_THAT(lines(events), ElementsAre());
}

TEST_F(EventsTest, TakesWhoAnnouncesForWhoWillDoIt) {
  const auto events = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "announced announce VERB VBD 0 root\n"
      "that that SCONJ IN 10 mark\n"
      "aid aid NOUN NN 10 nsubj:pass\n"
      "to to ADP IN 6 case\n"
      "Chile Chile PROPN NNP 4 nmod\n"
      "would would AUX MD 10 aux\n"
      "be be AUX VB 10 aux:pass\n"
      "soon soon ADV RB 10 advmod\n"
      "suspended suspend VERB VBN 2 ccomp\n");
  EXPECT_THAT(lines(events), ElementsAre("SANCTION/discontinue PER > CHL future"));
}

TEST_F(EventsTest, FindsWhatAPassiveKeeps) {
  const auto events = read(
      "Two two NUM CD 3 nummod\n"
      "Chilean chilean ADJ JJ 3 amod\n"
      "envoys envoy NOUN NNS 5 nsubj:pass\n"
      "were be AUX VBD 5 aux:pass\n"
      "given give VERB VBN 0 root\n"
      "a a DET DT 7 det\n"
      "day day NOUN NN 5 obj\n"
      "to to PART TO 9 mark\n"
      "pack pack VERB VB 7 acl\n");
  EXPECT_THAT(lines(events), ElementsAre("SANCTION/expel  > CHL actual"));
}

TEST_F(EventsTest, SharesTheSubjectOverConjuncts) {
  const auto events = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "condemned condemn VERB VBD 0 root\n"
      "Chile Chile PROPN NNP 2 obj\n"
      "and and CCONJ CC 5 cc\n"
      "recalled recall VERB VBD 2 conj\n"
      "its its PRON PRP$ 7 nmod:poss\n"
      "ambassador ambassador NOUN NN 5 obj\n"
      "from from ADP IN 9 case\n"
      "Santiago Santiago PROPN NNP 5 obl\n");
  EXPECT_THAT(lines(events), ElementsAre("ACCUSE/disapprove PER > CHL actual", "SANCTION/withdraw PER > CHL actual"));
}

TEST_F(EventsTest, LooksForARecipientWhereOthersOfItsTypeHaveIt) {
  const auto events = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "threatened threaten VERB VBD 0 root\n"
      "to to PART TO 4 mark\n"
      "deliver deliver VERB VB 2 xcomp\n"
      "blows blow NOUN NNS 4 obj\n"
      "to to ADP IN 7 case\n"
      "Chile Chile PROPN NNP 5 nmod\n");
  EXPECT_THAT(lines(events), ElementsAre("THREATEN/violence PER > CHL actual"));
  EXPECT_EQ(events[0].why.back().rule, "recipient:type");
}

TEST_F(EventsTest, FollowsAParticipleToWhatHangsFromItsNoun) {
  const auto events = read(
      "Peru Peru PROPN NNP 2 nsubj\n"
      "lifted lift VERB VBD 0 root\n"
      "sanctions sanction NOUN NNS 2 obj\n"
      "imposed impose VERB VBN 3 acl\n"
      "on on ADP IN 6 case\n"
      "Chile Chile PROPN NNP 4 obl\n");
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(lines(events)[0], "CONCEDE/ PER > CHL actual");
}

TEST_F(EventsTest, DoesNotGuessWhoseMissionariesAre) {
  const std::string rows =
      "In in ADP IN 2 case\n"
      "Lima Lima PROPN NNP 4 obl\n"
      "gunmen gunman NOUN NNS 4 nsubj\n"
      "kidnapped kidnap VERB VBD 0 root\n";
  EXPECT_THAT(lines(read(rows + "missionaries missionary NOUN NNS 4 obj\n")),
              ElementsAre("ASSAULT/abduct PER > ? actual"));
  EXPECT_THAT(lines(read(rows + "nurses nurse NOUN NNS 4 obj\n")), ElementsAre("ASSAULT/abduct PER > PER actual"));
}

TEST_F(EventsTest, TheConditionOfACrowdSaysWhomItMeans) {
  const auto events = read(
      "Peruvian Peruvian ADJ JJ 2 amod\n"
      "villagers villager NOUN NNS 3 nsubj\n"
      "threatened threaten VERB VBD 0 root\n"
      "to to PART TO 5 mark\n"
      "strike strike VERB VB 3 xcomp\n"
      "unless unless SCONJ IN 8 mark\n"
      "Chile Chile PROPN NNP 8 nsubj\n"
      "pays pay VERB VBZ 5 advcl\n");
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(events[0].type, "THREATEN");
  ASSERT_EQ(events[0].recipient.size(), 1U);
  EXPECT_EQ(events[0].recipient[0].code, "CHL");
}

TEST_F(EventsTest, AJointActHasAllPartiesAsActors) {
  const auto events = read(
      "Ghana Ghana PROPN NNP 2 nsubj\n"
      "held hold VERB VBD 0 root\n"
      "talks talk NOUN NNS 2 obj\n"
      "with with ADP IN 5 case\n"
      "Togo Togo PROPN NNP 3 nmod\n"
      "in in ADP IN 7 case\n"
      "Accra Accra PROPN NNP 2 obl\n");
  EXPECT_THAT(lines(events), ElementsAre("CONSULT/ GHA, TGO >  actual"));
  EXPECT_TRUE(events[0].reciprocal);
  ASSERT_TRUE(events[0].place.has_value());
  EXPECT_EQ(events[0].place->name, "Accra");
  EXPECT_EQ(events[0].place->country, "GHA");
}

TEST_F(EventsTest, AWeekdayOfANamedWeekIsADayOfThatWeek) {
  const auto told = [&](const std::string& when) {
    const auto events = read(
        "Serbia Serbia PROPN NNP 2 nsubj\n"
        "expelled expel VERB VBD 0 root\n"
        "Croatian Croatian ADJ JJ 4 amod\n"
        "diplomats diplomat NOUN NNS 2 obj\n" +
        when);
    return events.size() == 1 && events[0].date ? events[0].date->from.value_or("") + " " + events[0].date->text : "";
  };
  // The article is of a Tuesday.
  const std::string on_friday =
      "on on ADP IN 6 case\n"
      "Friday Friday PROPN NNP 2 obl\n";
  EXPECT_EQ(told(on_friday), "2026-03-06 Friday");
  EXPECT_EQ(told(on_friday + "last last ADJ JJ 8 amod\nweek week NOUN NN 2 obl:tmod\n"), "2026-03-06 Friday last week");
  const std::string on_monday =
      "on on ADP IN 6 case\n"
      "Monday Monday PROPN NNP 2 obl\n";
  EXPECT_EQ(told(on_monday), "2026-03-09 Monday");
  EXPECT_EQ(told(on_monday + "last last ADJ JJ 8 amod\nweek week NOUN NN 2 obl:tmod\n"), "2026-03-02 Monday last week");
  EXPECT_EQ(told(on_monday + "last last ADJ JJ 8 amod\nweek week NOUN NN 6 nmod:tmod\n"),
            "2026-03-02 Monday last week");
  EXPECT_EQ(told(on_monday + "this this DET DT 8 det\nweek week NOUN NN 2 obl:tmod\n"), "2026-03-09 Monday this week");
  EXPECT_EQ(told("last last ADJ JJ 6 amod\nweek week NOUN NN 2 obl:tmod\non on ADP IN 8 case\n"
                 "Monday Monday PROPN NNP 2 obl\n")
                .substr(0, 10),
            "2026-03-02");
}

// "Serbia expelled Croatian diplomats in 1999 and expelled Hungarian diplomats in 2004", with the second year hung from
// the first.
TEST_F(EventsTest, AYearBehindASecondVerbIsOfThatVerb) {
  const auto events = read(
      "Serbia Serbia PROPN NNP 2 nsubj\n"
      "expelled expel VERB VBD 0 root\n"
      "Croatian Croatian ADJ JJ 4 amod\n"
      "diplomats diplomat NOUN NNS 2 obj\n"
      "in in ADP IN 6 case\n"
      "1999 1999 NUM CD 2 obl\n"
      "and and CCONJ CC 8 cc\n"
      "expelled expel VERB VBD 2 conj\n"
      "Hungarian Hungarian ADJ JJ 10 amod\n"
      "diplomats diplomat NOUN NNS 8 obj\n"
      "in in ADP IN 12 case\n"
      "2004 2004 NUM CD 6 nmod\n");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].date->text, "1999");
  EXPECT_EQ(events[1].date->text, "2004");
}

TEST_F(EventsTest, WhoRejectsAnswersWhoPutIt) {
  EXPECT_THAT(lines(read("Peru Peru PROPN NNP 2 nsubj\n"
                         "set set VERB VBD 0 root\n"
                         "conditions condition NOUN NNS 2 obj\n"
                         "that that PRON WDT 6 obj\n"
                         "Chile Chile PROPN NNP 6 nsubj\n"
                         "rejected reject VERB VBD 3 acl:relcl\n")),
              ElementsAre("REJECT/yield CHL > PER actual"));
}

TEST_F(EventsTest, WhatLiesAheadFollowsPloversRules) {
  const auto events = read(
      "Kenya Kenya PROPN NNP 3 nsubj\n"
      "will will AUX MD 3 aux\n"
      "sign sign VERB VB 0 root\n"
      "a a DET DT 5 det\n"
      "treaty treaty NOUN NN 3 obj\n"
      "with with ADP IN 7 case\n"
      "Uganda Uganda PROPN NNP 3 obl\n"
      "in in ADP IN 9 case\n"
      "April April PROPN NNP 3 obl\n");
  EXPECT_THAT(lines(events), ElementsAre("AGREE/ KEN, UGA >  future"));
  EXPECT_EQ(events[0].cameo, "032");
  EXPECT_EQ(events[0].date->from, "2026-04-01");
  EXPECT_EQ(events[0].date->to, "2026-04-30");
  EXPECT_EQ(events[0].date->precision, "month");
}

TEST_F(EventsTest, APromiseAbsorbsWhatIsPromised) {
  EXPECT_THAT(lines(read("Rwanda Rwanda PROPN NNP 2 nsubj\n"
                         "agreed agree VERB VBD 0 root\n"
                         "to to PART TO 4 mark\n"
                         "withdraw withdraw VERB VB 2 xcomp\n"
                         "its its PRON PRP$ 6 nmod:poss\n"
                         "troops troop NOUN NNS 4 obj\n")),
              ElementsAre("CONCEDE/ RWA >  actual"));
}

TEST_F(EventsTest, TheObjectDidWhatItIsBlamedFor) {
  EXPECT_THAT(lines(read("Peru Peru PROPN NNP 2 nsubj\n"
                         "criticised criticise VERB VBD 0 root\n"
                         "Chile Chile PROPN NNP 2 obj\n"
                         "for for SCONJ IN 5 mark\n"
                         "expelling expel VERB VBG 2 advcl\n"
                         "Bolivian Bolivian ADJ JJ 7 amod\n"
                         "diplomats diplomat NOUN NNS 5 obj\n")),
              ElementsAre("ACCUSE/disapprove PER > CHL actual", "SANCTION/expel CHL > BOL actual"));
}

TEST_F(EventsTest, NegationAndFailureDoNotHappen) {
  EXPECT_THAT(lines(read("Iran Iran PROPN NNP 4 nsubj\n"
                         "did do AUX VBD 4 aux\n"
                         "not not PART RB 4 advmod\n"
                         "attack attack VERB VB 0 root\n"
                         "Iraq Iraq PROPN NNP 4 obj\n")),
              ElementsAre("ASSAULT/ IRN > IRQ negated"));
  EXPECT_THAT(lines(read("Iran Iran PROPN NNP 2 nsubj\n"
                         "failed fail VERB VBD 0 root\n"
                         "to to PART TO 4 mark\n"
                         "sign sign VERB VB 2 xcomp\n"
                         "the the DET DT 6 det\n"
                         "treaty treaty NOUN NN 4 obj\n")),
              ElementsAre("SUPPORT/ IRN >  negated"));
}

TEST_F(EventsTest, NegationThatTheFrameAsksForNegatesNothing) {
  EXPECT_THAT(lines(read("Peru Peru PROPN NNP 2 nsubj\n"
                         "took take VERB VBD 0 root\n"
                         "no no DET DT 4 det\n"
                         "notice notice NOUN NN 2 obj\n"
                         "of of ADP IN 8 case\n"
                         "the the DET DT 8 det\n"
                         "Chilean Chilean ADJ JJ 8 amod\n"
                         "appeal appeal NOUN NN 4 nmod\n")),
              ElementsAre("REJECT/ PER > CHL actual"));
  EXPECT_THAT(lines(read("Mali Mali PROPN NNP 5 nsubj\n"
                         "is be AUX VBZ 5 cop\n"
                         "in in ADP IN 5 case\n"
                         "no no DET DT 5 det\n"
                         "mood mood NOUN NN 0 root\n"
                         "for for ADP IN 7 case\n"
                         "talks talk NOUN NNS 5 nmod\n"
                         "with with ADP IN 9 case\n"
                         "Niger Niger PROPN NNP 7 nmod\n")),
              ElementsAre("REJECT/ MLI > NER actual"));
}

TEST_F(EventsTest, GerundBehindTheObjectCompletesTheVerb) {
  EXPECT_THAT(lines(read("Iran Iran PROPN NNP 2 nsubj\n"
                         "sent send VERB VBD 0 root\n"
                         "three three NUM CD 5 nummod\n"
                         "Iraqi Iraqi ADJ JJ 5 amod\n"
                         "envoys envoy NOUN NNS 2 obj\n"
                         "packing pack VERB VBG 2 advcl\n")),
              ElementsAre("SANCTION/expel IRN > IRQ actual"));
}

TEST_F(EventsTest, ReadsRelativeClauses) {
  EXPECT_THAT(lines(read("Mali Mali PROPN NNP 7 nsubj\n"
                         ", , PUNCT , 4 punct\n"
                         "which which PRON WDT 4 nsubj\n"
                         "invaded invade VERB VBD 1 acl:relcl\n"
                         "Niger Niger PROPN NNP 4 obj\n"
                         ", , PUNCT , 4 punct\n"
                         "apologised apologise VERB VBD 0 root\n"
                         "to to ADP IN 9 case\n"
                         "Chad Chad PROPN NNP 7 obl\n")),
              ElementsAre("ASSAULT/ MLI > NER actual", "SUPPORT/ MLI > TCD actual"));
}

TEST_F(EventsTest, ReadsNouns) {
  EXPECT_THAT(lines(read("The the DET DT 2 det\n"
                         "shelling shelling NOUN NN 9 nsubj\n"
                         "of of ADP IN 5 case\n"
                         "Ukrainian Ukrainian ADJ JJ 5 amod\n"
                         "towns town NOUN NNS 2 nmod\n"
                         "by by ADP IN 8 case\n"
                         "Russian Russian ADJ JJ 8 amod\n"
                         "forces force NOUN NNS 2 nmod\n"
                         "continued continue VERB VBD 0 root\n")),
              ElementsAre("ASSAULT/heavy-weapons RUS > UKR actual"));
}

TEST_F(EventsTest, CountsAndJoinsWhatAnActDid) {
  const auto events = read(
      "Gunmen gunman NOUN NNS 2 nsubj\n"
      "attacked attack VERB VBD 0 root\n"
      "a a DET DT 5 det\n"
      "Nigerian Nigerian ADJ JJ 5 amod\n"
      "patrol patrol NOUN NN 2 obj\n"
      ", , PUNCT , 7 punct\n"
      "killing kill VERB VBG 2 advcl\n"
      "three three NUM CD 9 nummod\n"
      "soldiers soldier NOUN NNS 7 obj\n"
      "and and CCONJ CC 11 cc\n"
      "wounding wound VERB VBG 7 conj\n"
      "two two NUM CD 13 nummod\n"
      "dozen dozen NOUN NN 11 obj\n");
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].magnitude.killed, 3);
}

TEST_F(EventsTest, WithoutADateOfTheArticleTheDateStaysOpen) {
  const std::string rows =
      "Fiji Fiji PROPN NNP 2 nsubj\n"
      "praised praise VERB VBD 0 root\n"
      "Tonga Tonga PROPN NNP 2 obj\n"
      "on on ADP IN 5 case\n"
      "Monday Monday PROPN NNP 2 obl\n";
  const auto events = read(rows, "");
  ASSERT_EQ(events.size(), 1U);
  ASSERT_TRUE(events[0].date.has_value());
  EXPECT_EQ(events[0].date->precision, "open");
  EXPECT_FALSE(events[0].date->from.has_value());
  EXPECT_FALSE(read("Fiji Fiji PROPN NNP 2 nsubj\npraised praise VERB VBD 0 root\nTonga Tonga PROPN NNP 2 obj\n", "")[0]
                   .date.has_value());
}

TEST_F(EventsTest, WhatEndedLongAgoIsHistory) {
  const auto events = read(
      "Iraq Iraq PROPN NNP 2 nsubj\n"
      "invaded invade VERB VBD 0 root\n"
      "Kuwait Kuwait PROPN NNP 2 obj\n"
      "in in ADP IN 5 case\n"
      "1990 1990 NUM CD 2 obl\n");
  EXPECT_THAT(lines(events), ElementsAre("ASSAULT/ IRQ > KWT historical"));
}

TEST_F(EventsTest, PrivateLifeIsNoEvent) {
  EXPECT_THAT(lines(read("Anna Anna PROPN NNP 3 nsubj\n"
                         "Smith Smith PROPN NNP 1 flat\n"
                         "visited visit VERB VBD 0 root\n"
                         "her her PRON PRP$ 5 nmod:poss\n"
                         "mother mother NOUN NN 3 obj\n")),
              ElementsAre());
}

TEST_F(EventsTest, WhoeverDeniesAChargeDoesItForTheStateThatIsCharged) {
  EXPECT_THAT(lines(read("Peru Peru PROPN NNP 3 nmod:poss\n"
                         "'s 's PART POS 1 case\n"
                         "agent agent NOUN NN 4 nsubj\n"
                         "denied deny VERB VBD 0 root\n"
                         "that that SCONJ IN 7 mark\n"
                         "it it PRON PRP 7 nsubj\n"
                         "lied lie VERB VBD 4 ccomp\n")),
              ElementsAre("REJECT/ PER >  actual"));
}

}  // namespace
}  // namespace entente

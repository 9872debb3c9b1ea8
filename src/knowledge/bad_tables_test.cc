// Mistakes in tables: each is told as file:line and what was expected, all at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/test_tables.h"

namespace entente {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

void add_ontology(TableFiles& files) {
  files["ontology/cameo.tsv"] = table("cameo", "code\troot\tlabel\tgoldstein", "18\t18\tAssault\t-9\n");
  files["ontology/plover_types.tsv"] =
      table("plover_types", "type\tquad\tscore\tfuture_type\tfuture_cameo\trefused_type\trefused_mode\trefused_cameo",
            "ASSAULT\t4\t-9\t\t\t\t\t\nAGREE\t1\t2.5\tAGREE\t18\t\t\t\n");
  files["ontology/plover_modes.tsv"] = table("plover_modes", "type\tmode\tscore", "ASSAULT\tbeat\t-9\n");
  files["ontology/cameo_2007.tsv"] = table("cameo", "code\troot\tlabel\tgoldstein", "18\t18\tAssault\t-9\n");
  files["ontology/conventions.tsv"] = table("conventions", "what\tconvention", "cameo\t1.1b3\n");
  files["ontology/plover_contexts.tsv"] = table("plover_contexts", "context", "military\ndiplomatic\n");
  files["ontology/plover_sectors.tsv"] =
      table("plover_sectors", "sector\tkind\tlabel", "GOV\tprimary\tgovernment\nREB\tprimary\trebels\n");
  files["ontology/confidence.tsv"] = table("confidence", "kind\tslope\tintercept", "event\t1\t0\n");
}

void add_actors(TableFiles& files) {
  std::string states = table(
      "states", "code\tname\tofficial\tother_names\tadjectives\tpeople\tcapitals\tseats\tsector\trecognition\tfrom\tto",
      "PER\tPeru\tPeru\t\t\t\tLima\t\tGOV\tmember\t\t\nCHL\tChile\tChile\t\t\t\t\t\tGOV\tmember\t\t\n");
  states.replace(states.find("states 1"), 8, "states 2");
  files["actors/states.tsv"] = states;
  files["actors/titles.tsv"] =
      table("titles", "title\tplural\trole\tsector\tkind\tdomestic", "king\tkings\tKing\tGOV\toffice\tyes\n");
  files["actors/borders.tsv"] = table("borders", "state\tneighbours", "CHL\tPER\n");
  files["actors/epithets.tsv"] = table("epithets", "epithet\tstates\tbeside", "kingdom\tPER\t\n");
  files["actors/whose.tsv"] = table("whose", "what\tweight", "rule\t1.5\n");
  files["actors/organisations.tsv"] =
      table("organisations", "code\tname\tother_names\tkind\tsector", "IGOUNO\tUnited Nations\tUN\tIGO\t\n");
  files["actors/members.tsv"] = table("members", "organisation\tstate\tfrom\tto", "IGOUNO\tPER\t1945-10-31\t\n");
  files["actors/groups/a.tsv"] = table("groups", "name\tother_names\tcode\tcountry\tsector\tkind\tfrom\tto",
                                       "Shining Path\t\tPER\tPER\tREB\tarmed\t\t\n");
  files["actors/offices/a.tsv"] =
      table("offices", "state\toffice\tholder\tother_names\tgender\tfrom\tto", "PER\tKing\tA\t\tm\t2001\t2002\n");
}

void add_lexicon(TableFiles& files) {
  files["lexicon/sets/a.tsv"] =
      table("sets", "set\tlemmas", "grammar_preposition\twith, to\nblows\tpunch, kick\nall\t@blows, bite\n");
  files["lexicon/frames/a.tsv"] = table(
      "frames",
      "name\tpos\tlemmas\twhere\ttype\tmode\tcameo\tcontexts\tactor\trecipient\tothers\tflags\tdescription\t"
      "example",
      "hit\tverb\t@all\tobj=#actor;!with=@blows\tASSAULT\tbeat\t18\t\tsubj\tobj, comp.to\thost=subj\tjoint\td\te\n"
      "any\tverb\t*\t\tASSAULT\t\t\t\tsubj\t\t\t\td\te\n");
  files["lexicon/idioms.tsv"] = table("idioms", "pos\tlemmas\twhere\ttypes\texample", "verb\ttake\tobj=blow\t\te\n");
  files["lexicon/governors.tsv"] = table("governors", "lemma\tstatus\texample", "fail\tnegated\te\n");
  files["statements/cues.tsv"] =
      table("statement_cues", "lemma\tpos\tstance\tcontent\taddressee", "say\tverb\tcontent\tclause\tto\n");
  files["statements/words.tsv"] = table("statement_words", "word\tkind", "not\tnegation\n");
  files["lexicon/currencies.tsv"] = table("currencies", "words\tcode\tstates\talone", "peso\tCLP\tCHL\t\n");
  files["lexicon/words.tsv"] = table("words", "word\tkind\tvalue", "monday\tweekday\t1\n");
  files["lexicon/forms.tsv"] = table("forms", "form\tlemma", "began\tbegin\n");
}

void add_agreements(TableFiles& files) {
  files["agreements/instruments.tsv"] =
      table("instruments", "noun\tmodifiers\tform\tkind\texample", "treaty\t\ttreaty\tsolid\te\ntext\t\t\tpaper\t\n");
  files["agreements/steps.tsv"] = table("steps", "words\tpos\tslot\twhere\tstatus\tdoer\texample",
                                        "sign, seal\tverb\tobj, to\twith=pen\tsigned\tparties\te\n");
}

void add_issues(TableFiles& files) {
  files["issues/a.tsv"] = table("issues", "id\tlabel\tnames\tkind\tparties\tfrom\tto",
                                "lake_war\tLake War\twar on the lake\tconflict\tPER; IGOUNO\t1950\t1951-02\n");
  files["issues/nouns.tsv"] = table("issue_nouns", "noun\tkind\tsame", "pact\tinstrument\taccord\n");
  files["issues/weights.tsv"] = table("issue_weights", "choice\twhat\tweight", "label\tkind:place\t0.5\n");
}

TableFiles good_tables() {
  TableFiles files;
  add_ontology(files);
  add_actors(files);
  files["places/a.tsv"] = table("places", "name\tother_names\tkind\tregion\tcountry\tpopulation\tlatitude\tlongitude",
                                "Cusco\tCuzco\ttown\t\tPE\t428000\t-13.5\t-180\n");
  add_lexicon(files);
  add_agreements(files);
  add_issues(files);
  return files;
}

Problems problems_of(const TableFiles& files) {
  Knowledge knowledge;
  Problems problems;
  load_ontology_tables(knowledge, files, problems);
  load_actor_tables(knowledge, files, problems);
  load_reference_tables(knowledge, files, problems);
  load_place_tables(knowledge, files, problems);
  load_lexicon_tables(knowledge, files, problems);
  load_statement_tables(knowledge, files, problems);
  load_agreement_tables(knowledge, files, problems);
  load_issue_tables(knowledge, files, problems);
  return problems;
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// What is told of a place, or all of it where nothing is.
std::string told_of(const Error& error, const std::string& place) {
  std::istringstream lines(error.to_string());
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(place + ": ")) return line;
  }
  return "nothing of " + place + ", but " + error.to_string();
}

class BadRow : public ::testing::TestWithParam<Mistake> {};

TEST_P(BadRow, IsToldWithItsLine) {
  const Mistake& mistake = GetParam();
  TableFiles files = good_tables();
  ASSERT_TRUE(problems_of(files).empty()) << problems_of(files).to_error().to_string();
  std::string& bytes = files.at(mistake.file);
  bytes += std::string(mistake.rows) + "\n";
  const Problems problems = problems_of(files);
  ASSERT_FALSE(problems.empty());
  const Error error = problems.to_error();
  EXPECT_EQ(error.code, ErrorCode::kBadKnowledge);
  EXPECT_THAT(told_of(error, mistake.file + (":" + std::to_string(lines_of(bytes)))), HasSubstr(mistake.expected));
}

constexpr Mistake kActorMistakes[] = {
    {"actors/states.tsv", "pER\tP\tP\t\t\t\t\t\tGOV\tmember\t\t",
     "expected a code of three capital letters, found 'pER'"},
    {"actors/states.tsv", "PERU\tP\tP\t\t\t\t\t\tGOV\tmember\t\t", "expected a code of three capital letters"},
    {"actors/states.tsv", "CHL\t\tP\t\t\t\t\t\tGOV\tmember\t\t", "expected a name"},
    {"actors/states.tsv", "CHL\tC\tP\t\t\t\t\t\tGOW\tmember\t\t", "expected a PLOVER sector, found 'GOW'"},
    {"actors/states.tsv", "CHL\tC\tP\t\t\t\t\t\tGOV\tguest\t\t", "expected member, observer, partly"},
    {"actors/states.tsv", "CHL\tC\tP\t\t\t\t\t\tGOV\tmember\t1990-02-30\t", "expected a date such as"},
    {"actors/states.tsv", "CHL\tC\tP\t\t\t\t\t\tGOV\tmember\t1990\t1989-12-31", "ends before it starts"},
    {"actors/states.tsv", "CHL\tC\tP\t\t\t\t\t\tGOV\tmember\t", "expected 12 cells apart by tabs, found 11"},
    {"actors/states.tsv", "CHL\tC\tP\t\t\t\t\t\tGOV\tmember\t\t\tmore", "expected 12 cells apart by tabs, found 13"},
    {"actors/titles.tsv", "\tkings\tKing\tGOV\toffice\t", "expected a title"},
    {"actors/titles.tsv", "queen\tq\tQueen\tQQQ\toffice\t", "expected a PLOVER sector, found 'QQQ'"},
    {"actors/titles.tsv", "queen\tq\tQueen\tGOV\tthrone\t", "expected a kind (office, post"},
    {"actors/organisations.tsv", "Igo\tX\t\tIGO\t", "expected a code of capital letters, found 'Igo'"},
    {"actors/organisations.tsv", "IGOQQQ\t\t\tIGO\t", "expected a name"},
    {"actors/organisations.tsv", "IGOQQQ\tX\t\tclub\t", "expected the kind IGO, NGO or armed, found 'club'"},
    {"actors/borders.tsv", "QQQ\tZZZ", "expected the code of a state, found 'QQQ'"},
    {"actors/borders.tsv", "PER\tQQQ", "expected the code of a state, found 'QQQ'"},
    {"actors/borders.tsv", "PER\t", "expected at least one neighbour"},
    {"actors/borders.tsv", "PER\tCHL", "expected a pair under the code that comes first, found 'CHL'"},
    {"actors/epithets.tsv", "\tPER\t", "expected an epithet"},
    {"actors/epithets.tsv", "realm\t\t", "expected at least one state"},
    {"actors/epithets.tsv", "realm\tQQQ\t", "expected the code of a state, found 'QQQ'"},
    {"actors/epithets.tsv", "realm\tPER\tPER; CHL", "expected no more codes in beside than in states"},
    {"actors/whose.tsv", "\t1", "expected what speaks for a state"},
    {"actors/whose.tsv", "last\t1,5", "expected a weight, found '1,5'"},
    {"actors/whose.tsv", "last\tnan", "expected a weight, found 'nan'"},
    {"actors/whose.tsv", "rule\t2", "expected each weight once, found 'rule' again"},
    {"actors/members.tsv", "IGOQQQ\tPER\t\t", "expected the code of an organisation, found 'IGOQQQ'"},
    {"actors/members.tsv", "IGOUNO\tQQQ\t\t", "expected the code of a state or organisation, found 'QQQ'"},
    {"actors/members.tsv", "IGOUNO\tPER\t2001-05-02\t2001-05-01", "ends before it starts"},
    {"actors/members.tsv", "IGOUNO\tPER\t2001-05-02\t2001-05-02", "ends before it starts"},
    {"actors/members.tsv", "IGOUNO\tPER\t2001-00\t", "expected a date such as 2020-01-31, 2020-01 or 2020"},
    {"actors/members.tsv", "IGOUNO\tPER\t2001-5-2\t", "found '2001-5-2'"},
    {"actors/members.tsv", "IGOUNO\tPER\t2001/05/02\t", "found '2001/05/02'"},
    {"actors/groups/a.tsv", "\t\tPER\tPER\tREB\tarmed\t\t", "expected a name"},
    {"actors/groups/a.tsv", "X\t\tQQQ\tPER\tREB\tarmed\t\t", "expected the code of a state or organisation"},
    {"actors/groups/a.tsv", "X\t\tPER\tper\tREB\tarmed\t\t",
     "expected the code of a state or organisation, found 'per'"},
    {"actors/groups/a.tsv", "X\t\tPER\tPER\t\tarmed\t\t", "expected a PLOVER sector, found ''"},
    {"actors/groups/a.tsv", "X\t\tPER\tPER\tREB\tgang\t\t", "expected a kind of group, found 'gang'"},
    {"actors/groups/a.tsv", "X\t\tPER\tPER\tREB\tarmed\t1900-02-29\t", "found '1900-02-29'"},
    {"actors/offices/a.tsv", "QQQ\tKing\tB\t\tm\t2001\t", "expected the code of a state or organisation"},
    {"actors/offices/a.tsv", "PER\tQueen\tB\t\tm\t2001\t", "expected a role of titles.tsv, found 'Queen'"},
    {"actors/offices/a.tsv", "PER\tKing\t\t\tm\t2001\t", "expected a holder"},
    {"actors/offices/a.tsv", "PER\tKing\tB\t\tx\t2001\t", "expected m or f, found 'x'"},
    {"actors/offices/a.tsv", "PER\tKing\tB\t\t\t2001\t", "expected m or f, found ''"},
    {"actors/offices/a.tsv", "PER\tKing\tB\t\tf\t\t2001", "expected a date from which the office was held"},
    {"actors/offices/a.tsv", "PER\tKing\tB\t\tf\t2003-04-31\t", "found '2003-04-31'"},
    {"actors/offices/a.tsv", "PER\tKing\tB\t\tf\t2003\t2002", "ends before it starts"},
};

constexpr Mistake kPlaceMistakes[] = {
    {"places/a.tsv", "\t\ttown\t\tPE\t\t\t", "expected a name"},
    {"places/a.tsv", "X\t\tvillage\t\tPE\t\t\t", "expected a kind of place, found 'village'"},
    {"places/a.tsv", "X\t\ttown\t\tZZ\t\t\t", "expected an ISO 3166-1 code or nothing, found 'ZZ'"},
    {"places/a.tsv", "X\t\ttown\t\tPERU\t\t\t", "expected an ISO 3166-1 code or nothing, found 'PERU'"},
    {"places/a.tsv", "X\t\ttown\t\tPE\t-1\t\t", "expected how many live there or nothing, found '-1'"},
    {"places/a.tsv", "X\t\ttown\t\tPE\t1e6\t\t", "expected how many live there"},
    {"places/a.tsv", "X\t\ttown\t\tPE\t9223372036854775808\t\t", "expected how many live there"},
    {"places/a.tsv", "X\t\ttown\t\tPE\t\t90.1\t", "expected degrees or nothing, found '90.1'"},
    {"places/a.tsv", "X\t\ttown\t\tPE\t\t\t180.5", "expected degrees or nothing, found '180.5'"},
    {"places/a.tsv", "X\t\ttown\t\tPE\t\t\t-181", "expected degrees or nothing, found '-181'"},
    {"places/a.tsv", "X\t\ttown\t\tPE\t\tinf\t", "expected degrees or nothing, found 'inf'"},
    {"places/a.tsv", "X\t\ttown\t\tPE\t\t13S\t", "expected degrees or nothing, found '13S'"},
};

constexpr Mistake kOntologyMistakes[] = {
    {"ontology/cameo.tsv", "190\t18\tx\t1", "expected a code that starts with its root, found '190'"},
    {"ontology/cameo.tsv", "1\t1\tx\t1", "expected a code that starts with its root"},
    {"ontology/cameo.tsv", "19\t19\tx\tmuch", "expected a number, found 'much'"},
    {"ontology/plover_types.tsv", "X\t5\t1\t\t\t\t\t", "expected a quad class from 1 to 4, found '5'"},
    {"ontology/plover_types.tsv", "X\t1\t\t\t\t\t\t", "expected a number, found ''"},
    {"ontology/plover_types.tsv", "X\t1\t1\tYYY\t\t\t\t", "expected a type of this table, found 'YYY'"},
    {"ontology/plover_types.tsv", "X\t1\t1\t\t999\t\t\t", "expected a code of cameo.tsv, found '999'"},
    {"ontology/plover_types.tsv", "X\t1\t1\t\t\tZZZ\t\t", "expected a type of this table, found 'ZZZ'"},
    {"ontology/plover_types.tsv", "X\t1\t1\t\t\t\t\t998", "expected a code of cameo.tsv, found '998'"},
    {"ontology/plover_modes.tsv", "YYY\tbeat\t", "expected a type of plover_types.tsv, found 'YYY'"},
    {"ontology/plover_modes.tsv", "ASSAULT\tkick\thard", "expected a number or nothing, found 'hard'"},
    {"ontology/confidence.tsv", "evnt\t1\t0", "expected a kind of record, found 'evnt'"},
    {"ontology/confidence.tsv", "event\t0\t0", "expected a slope above 0 and an intercept"},
    {"ontology/confidence.tsv", "event\t-1\t0", "expected a slope above 0 and an intercept"},
    {"ontology/confidence.tsv", "event\t1\t", "expected a slope above 0 and an intercept"},
};

constexpr Mistake kFrameMistakes[] = {
    {"lexicon/frames/a.tsv", "hit\tverb\tb\t\tASSAULT\t\t\t\tsubj\t\t\t\td\te",
     "the frame 'hit' stands already in lexicon/frames/a.tsv:6"},
    {"lexicon/frames/a.tsv", "x\tverb\t*\t\tASSAULT\t\t\t\tsubj\t\t\t\td\te",
     "a second frame of any word (*) for ASSAULT"},
    {"lexicon/frames/a.tsv", "x\tadverb\tb\t\tASSAULT\t\t\t\tsubj\t\t\t\td\te",
     "expected verb, noun or adj, found 'adverb'"},
    {"lexicon/frames/a.tsv", "x\tverb\t\t\tASSAULT\t\t\t\tsubj\t\t\t\td\te", "expected lemmas, or *"},
    {"lexicon/frames/a.tsv", "x\tverb\t@none\t\tASSAULT\t\t\t\tsubj\t\t\t\td\te",
     "expected a set of knowledge/lexicon/sets, found '@none'"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\tobj=@none\tASSAULT\t\t\t\tsubj\t\t\t\td\te",
     "expected a set of knowledge/lexicon/sets, found '@none'"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\tobject\tASSAULT\t\t\t\tsubj\t\t\t\td\te", "expected a slot (subj, obj, iobj"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t=b\tASSAULT\t\t\t\tsubj\t\t\t\td\te", "expected a slot before '=' in '=b'"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t!\tASSAULT\t\t\t\tsubj\t\t\t\td\te", "expected a slot before '='"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\tobj=\tASSAULT\t\t\t\tsubj\t\t\t\td\te",
     "expected lemmas after '=' in 'obj='"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\tobj=#many\tASSAULT\t\t\t\tsubj\t\t\t\td\te",
     "expected #actor or #several, found '#many'"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t\tASSAIL\t\t\t\tsubj\t\t\t\td\te",
     "expected a type of plover_types.tsv, found 'ASSAIL'"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t\tAGREE\tbeat\t\t\tsubj\t\t\t\td\te",
     "expected a mode of AGREE, found 'beat'"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t\tASSAULT\t\t99\t\tsubj\t\t\t\td\te",
     "expected a code of cameo.tsv, found '99'"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t\tASSAULT\t\t\t\t\t\t\t\td\te", "expected a slot for the actor"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t\tASSAULT\t\t\t\tsubj\tobj.past\t\t\td\te",
     "grammar_preposition, found 'past'"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t\tASSAULT\t\t\t\tsubj\t\thost\t\td\te", "expected role=slot, found 'host'"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t\tASSAULT\t\t\t\tsubj\t\thost=at\t\td\te", "grammar_preposition, found 'at'"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t\tASSAULT\t\t\t\tsubj\t\t\tjoin\td\te", "expected the flag joint"},
    {"lexicon/frames/a.tsv", "x\tverb\tb\t\tASSAULT\t\t\t\tsubj\t\t\t\td\t", "expected a description and an example"},
};

constexpr Mistake kLexiconMistakes[] = {
    {"lexicon/sets/a.tsv", "more\t", "expected lemmas"},
    {"lexicon/sets/a.tsv", "blows\tslap", "the set 'blows' stands here a second time"},
    {"lexicon/sets/a.tsv", "more\t@none", "expected a set of knowledge/lexicon/sets, found '@none'"},
    {"lexicon/sets/a.tsv", "more\tslap, @more", "the set 'more' holds itself through '@more'"},
    {"lexicon/sets/a.tsv", "a\t@b\nb\t@c\nc\t@a", "the set 'c' holds itself through '@a'"},
    {"lexicon/idioms.tsv", "verb\t*\tobj=blow\t\te", "expected conditions and types beside *"},
    {"lexicon/idioms.tsv", "verb\ttake\tobj=blow\tHUG\te", "expected a type of plover_types.tsv, found 'HUG'"},
    {"lexicon/governors.tsv", "try\tperhaps\te", "expected negated, future or hypothetical, found 'perhaps'"},
    {"lexicon/currencies.tsv", "peso\tmxn\tPER\t", "expected the code of a currency (USD), found 'mxn'"},
    {"lexicon/currencies.tsv", "sol\tPEN\tQQQ\t", "expected the code of a state, found 'QQQ'"},
    {"lexicon/currencies.tsv", "sol\tPEN\t\t", "expected at least one state"},
    {"lexicon/currencies.tsv", "sol\tPEN\tPER\tno", "expected yes or nothing, found 'no'"},
    {"lexicon/currencies.tsv", "\tPEN\tPER\t", "expected what it is called"},
    {"lexicon/currencies.tsv", "sol\tPEN\tPER\tyes\nsol\tPEX\tPER\tyes",
     "'sol' alone means a currency of another row already"},
    {"lexicon/words.tsv", "dozen\tnumber\t12.0", "expected a whole number, found '12.0'"},
    {"lexicon/words.tsv", "dozen\tnumber\t99999999999", "expected a whole number"},
    {"lexicon/words.tsv", "dozen\tamount\t12", "expected a kind of word, found 'amount'"},
    {"lexicon/forms.tsv", "went\t", "expected a lemma"},
    {"lexicon/forms.tsv", "began\tbegin", "the form 'began' stands here a second time"},
};

constexpr Mistake kStatementMistakes[] = {
    {"statements/cues.tsv", "shout\tverb\tloud\tclause\tto", "expected a stance or content, found 'loud'"},
    {"statements/cues.tsv", "shout\tcry\tcontent\tclause\tto", "expected verb, noun, adjective or phrase, found 'cry'"},
    {"statements/cues.tsv", "shout\tverb\tcontent\tcomp\tto", "expected clause, quote, infinitive"},
    {"statements/cues.tsv", "shout\tverb\tcontent\t\tto", "expected what holds the content, found nothing"},
    {"statements/cues.tsv", "\tverb\tcontent\tclause\tto", "expected a lemma"},
    {"statements/words.tsv", "loud\tnoise", "expected a kind of word, found 'noise'"},
    {"statements/words.tsv", "not\tnegation", "'not' stands here a second time as negation"},
};

INSTANTIATE_TEST_SUITE_P(Statements, BadRow, ::testing::ValuesIn(kStatementMistakes));
constexpr Mistake kAgreementMistakes[] = {
    {"agreements/instruments.tsv", "\t\ttreaty\tsolid\te", "expected a noun"},
    {"agreements/instruments.tsv", "pact\t\tpact\tsolid\te", "expected a form of agreement, found 'pact'"},
    {"agreements/instruments.tsv", "pact\t\t\tsolid\te", "expected a form of agreement, found ''"},
    {"agreements/instruments.tsv", "pact\t\ttreaty\tfirm\te",
     "expected solid, loose, paper, part or matter, found 'firm'"},
    {"agreements/instruments.tsv", "pact\t\ttreaty\tsolid\t", "expected an example"},
    {"agreements/steps.tsv", "\tverb\tobj\t\tsigned\tparties\te", "expected words"},
    {"agreements/steps.tsv", "ink\tadverb\tobj\t\tsigned\tparties\te", "expected verb, noun or adj, found 'adverb'"},
    {"agreements/steps.tsv", "ink\tverb\t\t\tsigned\tparties\te", "expected a slot"},
    {"agreements/steps.tsv", "ink\tverb\tpast\t\tsigned\tparties\te", "or a preposition, found 'past'"},
    {"agreements/steps.tsv", "ink\tverb\tobj\tpast=pen\tsigned\tparties\te", "or a preposition, found 'past'"},
    {"agreements/steps.tsv", "ink\tverb\tobj\twith=\tsigned\tparties\te", "expected lemmas after '=' in 'with='"},
    {"agreements/steps.tsv", "ink\tverb\tobj\twith=@pens\tsigned\tparties\te",
     "expected a set of knowledge/lexicon/sets, found '@pens'"},
    {"agreements/steps.tsv", "ink\tverb\tobj\t\tinked\tparties\te",
     "expected a status of agreements or nothing, found 'inked'"},
    {"agreements/steps.tsv", "ink\tverb\tobj\t\tsigned\tboth\te",
     "expected all, parties, party, bound, broker or none, found 'both'"},
    {"agreements/steps.tsv", "ink\tverb\tobj\t\tsigned\tparties\t", "expected an example"},
};

constexpr Mistake kIssueMistakes[] = {
    {"issues/a.tsv", "Lake\tL\t\tconflict\t\t\t", "expected an id of small letters, digits and _, found 'Lake'"},
    {"issues/a.tsv", "_lake\tL\t\tconflict\t\t\t", "expected an id of small letters"},
    {"issues/a.tsv", "lake\t\t\tconflict\t\t\t", "expected a label"},
    {"issues/a.tsv", "lake\tL\t\tquarrel\t\t\t", "expected a kind of issue, found 'quarrel'"},
    {"issues/a.tsv", "lake\tL\t\tconflict\tPER; QQQ\t\t", "expected the code of a state or organisation, found 'QQQ'"},
    {"issues/a.tsv", "lake\tL\t\tconflict\t\t1950-13\t", "expected a date such as"},
    {"issues/a.tsv", "lake\tL\t\tconflict\t\t1950\t1949-12", "expected an end after 1950, found '1949-12'"},
    {"issues/a.tsv", "lake_war\tL\t\tconflict\t\t\t", "expected each id once, found 'lake_war' again"},
    {"issues/a.tsv", "lake\tL\tWar on the Lake\tconflict\t\t\t",
     "expected each name once, found 'War on the Lake' again"},
    {"issues/nouns.tsv", "\tplace\t", "expected a noun"},
    {"issues/nouns.tsv", "lake\twet\t", "expected a kind of noun, found 'wet'"},
    {"issues/nouns.tsv", "pact\tplace\t", "expected each noun once, found 'pact' again"},
    {"issues/weights.tsv", "label\tkind:place\t1", "expected each weight once, found 'kind:place' again"},
    {"issues/weights.tsv", "label\tin\tmuch", "expected a weight, found 'much'"},
    {"issues/weights.tsv", "label\tin\tinf", "expected a weight, found 'inf'"},
    {"issues/weights.tsv", "name\tin\t1", "expected group or label, found 'name'"},
    {"issues/weights.tsv", "group\t\t1", "expected what speaks for a choice"},
};

INSTANTIATE_TEST_SUITE_P(Issues, BadRow, ::testing::ValuesIn(kIssueMistakes));
INSTANTIATE_TEST_SUITE_P(Actors, BadRow, ::testing::ValuesIn(kActorMistakes));
INSTANTIATE_TEST_SUITE_P(Places, BadRow, ::testing::ValuesIn(kPlaceMistakes));
INSTANTIATE_TEST_SUITE_P(Ontology, BadRow, ::testing::ValuesIn(kOntologyMistakes));
INSTANTIATE_TEST_SUITE_P(Frames, BadRow, ::testing::ValuesIn(kFrameMistakes));
INSTANTIATE_TEST_SUITE_P(Lexicon, BadRow, ::testing::ValuesIn(kLexiconMistakes));
INSTANTIATE_TEST_SUITE_P(Agreements, BadRow, ::testing::ValuesIn(kAgreementMistakes));

TEST(BadTable, EachTableMayBeBrokenAsAWhole) {
  for (const auto& [file, bytes] : good_tables()) {
    TableFiles files = good_tables();
    files[file] = bytes + "caf\xe9\n";
    EXPECT_THAT(problems_of(files).to_error().to_string(), HasSubstr(file + ":1: not valid UTF-8"));
    files = good_tables();
    files[file].replace(bytes.find("# source"), 8, "# sauces");
    EXPECT_THAT(problems_of(files).to_error().to_string(), HasSubstr(file + ":1: the head names no source"));
    files = good_tables();
    const std::size_t schema = bytes.find("# schema: ") + 10;
    files[file].replace(schema, bytes.find('\n') - schema, "other 1");
    EXPECT_THAT(problems_of(files).to_error().to_string(), HasSubstr(file + ":1: expected '# schema: "));
    files = good_tables();
    const std::size_t columns = bytes.find("\n", bytes.find("# licence")) + 1;
    files[file].insert(bytes.find('\n', columns), "\tcolour");
    EXPECT_THAT(problems_of(files).to_error().to_string(), HasSubstr(file + ":5: expected the columns "));
    files[file] = "";
    EXPECT_THAT(problems_of(files).to_error().to_string(), HasSubstr(file + ":"));
  }
}

// A row that is wrong is told once, and the good ones around it are no mistakes.
TEST(BadTable, TellsOnlyWhatIsWrong) {
  TableFiles files = good_tables();
  files["actors/members.tsv"] += "IGOUNO\tPER\t2020-02-30\t\nIGOUNO\tPER\t2020-02-29\t2020\n";
  const Error error = problems_of(files).to_error();
  EXPECT_EQ(error.place, "actors/members.tsv:7");
  EXPECT_THAT(error.message, Not(HasSubstr("\n")));
}

// A knowledge folder of this process alone, with rows added to some tables.
class KnowledgeFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(folder_);
    std::filesystem::copy(ENTENTE_SOURCE_DIR "/knowledge", folder_, std::filesystem::copy_options::recursive);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // Returns the line on which they begin.
  std::size_t append(const std::string& name, const std::string& rows) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    EXPECT_TRUE(bytes.ends_with('\n')) << name;
    std::ofstream(folder_ / name, std::ios::binary | std::ios::app) << rows;
    return lines_of(bytes) + 1;
  }

  const std::filesystem::path folder_ =
      std::filesystem::path(::testing::TempDir()) / ("entente_bad_knowledge_" + std::to_string(::getpid()));
};

TEST_F(KnowledgeFolder, ThirtyMistakesInFiveFilesAreToldAtOnce) {
  const auto six = [](const std::string& row) {
    std::string rows;
    for (int i = 0; i < 6; ++i) rows += row + "\n";
    return rows;
  };
  const std::size_t cameo = append("ontology/cameo.tsv", six("190\t18\tx\t1"));
  const std::size_t members = append("actors/members.tsv", six("IGOQQQ\tPER\t\t"));
  const std::size_t states = append("actors/states.tsv", six("CHL\tC\tP\t\t\t\t\t\tGOV\tguest\t\t"));
  append("places/news.tsv", six("X\t\ttown\t\tPER\t\t\t180.5"));
  append("lexicon/words.tsv", six("dozen\tamount\t12"));
  const auto knowledge = Knowledge::load(folder_.string());
  ASSERT_FALSE(knowledge.has_value());
  const Error& error = knowledge.error();
  EXPECT_EQ(error.code, ErrorCode::kBadKnowledge);
  EXPECT_EQ(error.place, "ontology/cameo.tsv:" + std::to_string(cameo));
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_THAT(error.to_string(), HasSubstr("ontology/cameo.tsv:" + std::to_string(cameo + i) + ": expected a code"));
    EXPECT_THAT(error.to_string(), HasSubstr("actors/states.tsv:" + std::to_string(states + i) + ": expected member"));
    EXPECT_THAT(error.to_string(),
                HasSubstr("actors/members.tsv:" + std::to_string(members + i) + ": expected the code"));
  }
  EXPECT_THAT(error.message, HasSubstr("places/news.tsv:"));
  EXPECT_THAT(error.message, ::testing::EndsWith("\nand 10 more"));
  EXPECT_EQ(lines_of(error.message), 20U);
}

TEST_F(KnowledgeFolder, AFileThatIsNotUtf8IsNamed) {
  append("statements/cues.tsv", "caf\xe9\tverb\tcontent\tclause\tto\n");
  const auto knowledge = Knowledge::load(folder_.string());
  ASSERT_FALSE(knowledge.has_value());
  EXPECT_EQ(knowledge.error().to_string(), "statements/cues.tsv:1: not valid UTF-8");
}

TEST_F(KnowledgeFolder, AMissingOrEmptyFileIsNamed) {
  std::filesystem::remove(folder_ / "actors/titles.tsv");
  const auto missing = Knowledge::load(folder_.string());
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(missing.error().to_string(), HasSubstr("actors/titles.tsv"));
  std::ofstream(folder_ / "actors/titles.tsv").close();
  const auto empty = Knowledge::load(folder_.string());
  ASSERT_FALSE(empty.has_value());
  EXPECT_THAT(empty.error().to_string(), HasSubstr("actors/titles.tsv"));
}

TEST(ConfidenceScale, TurnsLogits) {
  const ConfidenceScale plain;
  for (const double raw : {0.001, 0.2, 0.5, 0.97, 0.999}) EXPECT_NEAR(plain.apply(raw), raw, 1e-12);
  const ConfidenceScale scale = {0.5, -1};
  EXPECT_NEAR(scale.apply(0.5), 1 / (1 + std::exp(1.0)), 1e-12);
  EXPECT_NEAR(scale.apply(0.9), 1 / (1 + std::exp(1 - 0.5 * std::log(9.0))), 1e-12);
}

TEST(ConfidenceScale, StaysBetweenNoughtAndOneAndInOrder) {
  for (const ConfidenceScale scale : {ConfidenceScale{1, 0}, ConfidenceScale{0.2, 3}, ConfidenceScale{8, -6}}) {
    double before = 0;
    for (const double raw : {-1.0, 0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0, 2.0}) {
      const double found = scale.apply(raw);
      EXPECT_GE(found, before) << raw;
      EXPECT_GT(found, 0) << raw;
      EXPECT_LE(found, 1) << raw;
      before = found;
    }
    EXPECT_EQ(scale.apply(0), scale.apply(0.001));
    EXPECT_EQ(scale.apply(1), scale.apply(0.999));
  }
}

TEST(ConfidenceScale, IsReadByKindOfRecord) {
  TableFiles files = good_tables();
  files["ontology/confidence.tsv"] += "statement\t0.5\t-0.25\n";
  Knowledge knowledge;
  Problems problems;
  load_ontology_tables(knowledge, files, problems);
  ASSERT_TRUE(problems.empty());
  EXPECT_EQ(knowledge.confidence.at("statement").slope, 0.5);
  EXPECT_EQ(knowledge.confidence.at("statement").intercept, -0.25);
  EXPECT_EQ(knowledge.confidence.at("event").slope, 1);
  EXPECT_FALSE(knowledge.confidence.contains("dispute"));
}

}  // namespace
}  // namespace entente

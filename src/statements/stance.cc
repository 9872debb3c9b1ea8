#include "statements/stance.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr std::int32_t kReachOfNegation = 3;  // words
constexpr std::int32_t kLongestPhrase = 5;    // words

std::string turned(const std::string& stance) {
  if (stance == "affirms") return "denies";
  if (stance == "denies") return "affirms";
  if (stance == "doubts") return "affirms";
  if (stance == "supports") return "opposes";
  return stance;
}

}  // namespace

bool StanceReader::tells(std::string_view kind, TokenId t) const {
  return knowledge_.statement_word(kind, tree_.lemma(t)) || knowledge_.statement_word(kind, tree_.folded(t));
}

// "out of the question", "fairy tale": words of the table that stand together, told from the first.
bool StanceReader::begins(std::string_view kind, TokenId t) const {
  std::string words = tree_.folded(t);
  for (TokenId next = t + 1; next < std::min(tree_.size(), t + kLongestPhrase); ++next) {
    words += ' ' + tree_.folded(next);
    if (knowledge_.statement_word(kind, words)) return true;
  }
  return false;
}

// The heads of the clauses that carry what is said: of the first sentence, and of those joined to it.
std::vector<TokenId> StanceReader::main_clauses(const FoundCue& cue) const {
  std::vector<TokenId> heads;
  const auto add = [&](TokenId t) {
    if (t >= 0 && cue.content.contains(TokenOffset{t}) && std::find(heads.begin(), heads.end(), t) == heads.end())
      heads.push_back(t);
  };
  add(cue.head);
  for (TokenId t = cue.content.begin.value; t < cue.content.end.value; ++t) {
    const TokenId above = tree_.head(t);
    const bool top = above < 0 || !cue.content.contains(TokenOffset{above});
    if (top && !tree_.has_upos(t, {"PUNCT"})) add(t);
  }
  const std::size_t own = heads.size();
  for (std::size_t i = 0; i < own; ++i) {
    for (const TokenId c : tree_.children(heads[i])) {
      if (tree_.is_any(c, {"conj", "parataxis"}) && tree_.has_upos(c, {"VERB", "ADJ"})) add(c);
    }
  }
  return heads;
}

// "must be joking", "should not wonder".
bool StanceReader::guessed(TokenId clause) const {
  const auto& below = tree_.children(clause);
  return tells("musing", clause) && std::any_of(below.begin(), below.end(),
                                                [&](TokenId c) { return tree_.is(c, "aux") && tells("demanding", c); });
}

// "Call it what you like": whatever they do, it is all the same.
bool StanceReader::grants(TokenId clause) const {
  for (TokenId t = clause; t + 2 < tree_.size() && t < clause + kLongestPhrase; ++t) {
    if (tree_.is_below(t, clause) && begins("granting", t)) return true;
  }
  return false;
}

// "must leave", "should be freed", "Leave us alone".
bool StanceReader::demands(TokenId clause) const {
  bool to = false;
  bool subject = false;
  // "where it should" is only compared, "must be joking" guessed, "what you like" granted.
  if (guessed(clause) || grants(clause)) return false;
  for (const TokenId c : tree_.children(clause)) {
    // "Should bricks come aboard": a condition.
    const TokenId own = tree_.child(clause, "nsubj");
    if (tree_.is(c, "aux") && tells("demanding", c) && own < c && c < clause) return true;
    to = to || tree_.folded(c) == "to";
    subject = subject || tree_.is_any(c, {"nsubj", "expl", "aux"});
  }
  // "It needs to ...", "We ask ...".
  if (tells("demanding", clause)) return true;
  // "we call it rent" only names.
  const bool names = tells("naming", clause) && tree_.child(clause, "obj") >= 0 && tree_.child(clause, "xcomp") >= 0;
  if (tells("urging", clause) && !names && !negated_by_words(clause)) {
    for (const TokenId c : tree_.children(clause)) {
      if (tree_.is(c, "nsubj") && tree_.has_feat(c, "Person=1")) return true;
    }
  }
  const bool imperative = tree_.word(clause).xpos == "VB" && !subject && !to && tree_.has_upos(clause, {"VERB"});
  return imperative && tree_.is_any(clause, {"root", "ccomp", "parataxis"});
}

// "insisted that they be freed", "insists that he let them go": what is not, but is wanted.
bool StanceReader::wishes(TokenId clause, const FoundCue& cue) const {
  if (cue.word < 0 || !tells("urging", cue.word) ||
      tree_.child(clause, "nsubj") + tree_.child(clause, "nsubj:pass") < -1)
    return false;
  bool bare =
      tree_.word(clause).xpos == "VB" || (tree_.word(clause).xpos == "VBP" && tree_.word(cue.word).xpos == "VBD");
  for (const TokenId c : tree_.children(clause)) {
    if (tree_.is_any(c, {"cop", "aux:pass"})) {
      bare = tree_.folded(c) == "be";
    } else if (tree_.is(c, "aux")) {
      return false;
    }
  }
  return bare;
}

// "We will answer", "it would reopen the embassy": the speaker's own act, or that of whom he speaks for.
bool StanceReader::promises(TokenId clause, const FoundCue& cue, const Actor& speaker) const {
  bool ahead = false;
  bool would = false;
  bool perfect = false;
  bool shall = false;
  TokenId subject = -1;
  for (const TokenId c : tree_.children(clause)) {
    if (tree_.is(c, "aux")) {
      ahead = ahead || knowledge_.in_set("grammar_future", tree_.folded(c));
      shall = shall || tells("binding", c);
      would = would || knowledge_.in_set("grammar_would", tree_.folded(c));
      perfect = perfect || tree_.lemma(c) == "have";
    }
    if (tree_.is(c, "nsubj")) subject = c;
  }
  // "it would reopen" is the "will" that was said; "we would" in somebody's own words, and "would have", are no more
  // than thought.
  if (would && !perfect && (subject < 0 || !tree_.has_feat(subject, "Person=1"))) ahead = true;
  const TokenId copula = tree_.child(clause, "cop");
  const bool past = tree_.word(copula >= 0 ? copula : clause).xpos == "VBD";
  if (tells("promising", clause) && !past && subject >= 0 && tree_.has_feat(subject, "Person=1")) return true;
  if (tree_.lemma(clause) == "go" && tree_.word(clause).xpos == "VBG" && tree_.child(clause, "xcomp") >= 0)
    ahead = true;
  if (!ahead) return answers_if(clause, subject);
  if (shall && (subject < 0 || !tree_.has_feat(subject, "Person=1"))) return true;
  // What is announced is meant to be done, whoever does it; but "stocks would run out".
  const bool passive = tree_.child(clause, "aux:pass") >= 0;
  if (cue.word >= 0 && tells("announcing", cue.word))
    return passive ? !tells("befalling", clause) : subject < 0 ? tree_.child(clause, "csubj") < 0 : acts(subject);
  if (passive) {
    const TokenId agent = tree_.child(clause, "obl:agent");
    return agent < 0 ? rules(speaker) && !tells("befalling", clause) : speaks_for(agent, speaker);
  }
  // "No government would read past the first line"
  if (subject < 0 || (would && negative_phrase(subject))) return false;
  // "the border would reopen": by whoever rules over it.
  if (tells("decided", clause) && !acts(subject) && rules(speaker) && tree_.child(clause, "obj") < 0) return true;
  return speaks_for(subject, speaker);
}

// "If they sue, we countersue"
bool StanceReader::answers_if(TokenId clause, TokenId subject) const {
  if (subject < 0 || !tree_.has_feat(subject, "Person=1") || tree_.word(clause).xpos != "VBP") return false;
  const auto& below = tree_.children(clause);
  return std::none_of(below.begin(), below.end(), [&](TokenId c) { return tree_.is(c, "aux"); }) &&
         std::any_of(below.begin(), below.end(), [&](TokenId c) {
           const TokenId mark = tree_.child(c, "mark");
           return tree_.is(c, "advcl") && mark >= 0 && knowledge_.in_set("grammar_condition", tree_.folded(mark));
         });
}

bool StanceReader::rules(const Actor& speaker) const { return speaker.sector.has_value() && powerful(speaker); }

bool StanceReader::powerful(const Actor& speaker) const {
  return knowledge_.in_set("grammar_powerful", fold_case(*speaker.sector));
}

// People, bodies and names do things of their own will.
bool StanceReader::acts(TokenId subject) const {
  if (!tree_.has_upos(subject, {"NOUN"})) return true;
  const auto noun = knowledge_.issue_nouns.find(tree_.lemma(subject));
  if (noun == knowledge_.issue_nouns.end()) return false;
  const std::string& kind = noun->second.kind;
  return kind == "office" || kind == "body" || kind == "people" || kind == "force";
}

// "his men", "our army"
bool StanceReader::owned(TokenId subject) const {
  const TokenId owner = tree_.child(subject, "nmod:poss");
  return owner >= 0 && tree_.has_upos(owner, {"PRON"}) && tree_.has_upos(subject, {"NOUN"}) && acts(subject);
}

// The subject is the speaker himself, or the state or body whose he is.
bool StanceReader::speaks_for(TokenId subject, const Actor& speaker) const {
  if (tree_.has_feat(subject, "Person=1") || owned(subject)) return true;
  const ActorMention* doer = actors_.mention(subject);
  if (doer == nullptr || tree_.is(subject, "nsubj:pass")) return false;
  if (doer->actor.name == speaker.name) return true;
  const bool same = doer->actor.code.has_value() && doer->actor.code == speaker.code;
  const bool acts =
      !doer->actor.sector.has_value() || doer->actor.sector == speaker.sector || doer->actor.sector == "GOV";
  return same && acts && is_party(*doer);
}

// "did not", "nobody has", "not one shot", "no claim": the clause itself, not what hangs below.
// "It is not false" affirms, but "it had not lied" denies.
bool StanceReader::negated(TokenId clause) const {
  const bool words = negated_by_words(clause);
  return tree_.has_upos(clause, {"VERB"}) ? words || rebuffs(clause) : words != tells("denying", clause);
}

bool StanceReader::negated_by_words(TokenId clause) const {
  bool negative = false;
  for (const TokenId c : tree_.children(clause)) {
    if (tree_.is_any(c, {"advmod", "cc", "det", "aux"}) && negates(c)) {
      negative = !negative;
    } else if (tree_.is_any(c, {"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "expl", "attr", "xcomp", "advmod"})) {
      if (negative_phrase(c)) negative = !negative;
    }
  }
  return negative;
}

// "not", but neither in "not only" nor in "nothing but".
bool StanceReader::negates(TokenId t) const {
  if (!tells("negation", t)) return false;
  const std::string next = t + 1 < tree_.size() ? tree_.folded(t + 1) : "";
  return !knowledge_.in_set("grammar_no_negation_before", next);
}

// "At no moment, he said, had they ...": where the phrase hangs from the cue.
bool StanceReader::opens_negated(const FoundCue& cue, TokenId main) const {
  const TokenId end = std::min(cue.content.end.value, cue.content.begin.value + kReachOfNegation);
  for (TokenId t = cue.content.begin.value; t < end; ++t) {
    if (negates(t) && !tree_.is_below(t, main)) return true;
  }
  return false;
}

// "nobody", "not a single shot", "neither X nor Y", "nobody's rights": within the phrase, not in clauses about it, nor
// in what is joined to it ("words, not orders").
bool StanceReader::negative_phrase(TokenId phrase) const {
  const auto words = tree_.subtree(phrase, [&](TokenId c) {
    return tree_.is_any(c, {"acl", "acl:relcl", "advcl", "ccomp", "conj", "appos", "parataxis"});
  });
  const bool verb = tree_.has_upos(phrase, {"VERB"});
  return std::any_of(words.begin(), words.end(), [&](TokenId t) { return (!verb || t == phrase) && negates(t); });
}

// Not in a name ("the Court of Justice"), nor of what only hangs from another noun ("nets with illegal mesh").
bool StanceReader::judges(TokenId t) const {
  if (tree_.has_upos(t, {"PROPN"})) return false;
  for (TokenId at = t; at >= 0 && !tree_.has_upos(at, {"VERB"}); at = tree_.head(at)) {
    if (tree_.is(at, "nmod")) return false;
  }
  return true;
}

// More words of praise or of blame, each turned where a "not" stands shortly before.
int StanceReader::judgement(TokenSpan words) const {
  int sum = 0;
  for (TokenId t = words.begin.value; t < words.end.value; ++t) {
    int value = tells("supporting", t) || begins("supporting", t) ? 1 : 0;
    if (tells("opposing", t) || begins("opposing", t)) value -= 1;
    if (value == 0 || !judges(t)) continue;
    for (TokenId b = std::max(words.begin.value, t - kReachOfNegation); b < t; ++b) {
      if (tells("negation", b) || tells("lacking", b)) value = -value;
    }
    sum += value;
  }
  return sum;
}

// "They are lying", "a fairy tale"; but "the field lies south of the line".
bool StanceReader::rebuffs(TokenId clause) const {
  const auto& below = tree_.children(clause);
  if (tells("denying", clause)) {
    const bool somewhere = tree_.has_upos(clause, {"VERB"}) && std::any_of(below.begin(), below.end(), [&](TokenId c) {
                             return tree_.is(c, "obl") && knowledge_.in_set("grammar_place", preposition(tree_, c));
                           });
    return !somewhere;
  }
  return std::any_of(below.begin(), below.end(), [&](TokenId c) { return begins("denying", c); });
}

// "has nothing to add", "did not wish to judge who", "has not made up his mind": no side is taken.
bool StanceReader::withholds(TokenId clause) const {
  const auto undecided = [&](TokenId t) { return tells("withholding", t); };
  if (undecided(clause) || begins("withholding", clause)) return true;
  for (const TokenId c : tree_.children(clause)) {
    if (!tree_.is_any(c, {"xcomp", "obj", "acl"})) continue;
    const TokenId below = tree_.child(c, "acl");
    if (tree_.child(c, "aux:pass") >= 0) continue;
    if ((tree_.is(c, "obj") && below >= 0 && undecided(below)) || (tree_.is_any(c, {"xcomp", "acl"}) && undecided(c)))
      return true;
  }
  return false;
}

// "They may send new ones when they have learned manners", "may say what they wish": leave is given.
bool StanceReader::permits(TokenId clause) const {
  const TokenId subject = tree_.child(clause, "nsubj");
  const auto& below = tree_.children(clause);
  const bool may =
      std::any_of(below.begin(), below.end(), [&](TokenId c) { return tree_.is(c, "aux") && tells("permitting", c); });
  if (!may || subject < 0 || !acts(subject)) return false;
  for (TokenId t = clause; t < tree_.size() && tree_.sentence(t) == tree_.sentence(clause); ++t) {
    if (!tree_.is_below(t, clause)) continue;
    if (tells("provided", t) || begins("provided", t) || begins("granting", t)) return true;
  }
  return false;
}

// "A friend does not drive his bow into your cabin": a saying that blames.
bool StanceReader::moralises(TokenId clause) const {
  const TokenId subject = tree_.child(clause, "nsubj");
  if (subject < 0 || tree_.has_upos(subject, {"PROPN", "PRON"}) || tree_.child(clause, "expl") >= 0) return false;
  if (negative_phrase(subject)) return false;
  const bool any = [&] {
    const TokenId det = tree_.child(subject, "det");
    const TokenId number = tree_.child(subject, "nummod");
    return (det >= 0 && knowledge_.in_set("grammar_one", tree_.folded(det))) || (det < 0 && number >= 0);
  }();
  if (!any) return false;
  const auto present = [&](TokenId t) { return tree_.word(t).xpos == "VBZ" || tree_.word(t).xpos == "VBP"; };
  const auto& below = tree_.children(clause);
  return present(clause) || std::any_of(below.begin(), below.end(), [&](TokenId c) {
           return tree_.is_any(c, {"aux", "cop"}) && present(c) && tree_.lemma(c) != "have";
         });
}

std::string StanceReader::of_content(const FoundCue& cue, const Actor& speaker) const {
  const std::vector<TokenId> clauses = main_clauses(cue);
  const auto any = [&](const auto& test) { return std::any_of(clauses.begin(), clauses.end(), test); };
  // "They are lying", "a slander": whatever else is said.
  const bool rebuts = any([&](TokenId t) { return rebuffs(t) && !negated_by_words(t); });
  if (rebuts) return "denies";
  if (any([&](TokenId t) { return guessed(t); })) return negated_by_words(clauses.front()) ? "opposes" : "denies";
  if (any([&](TokenId t) { return demands(t) || wishes(t, cue); })) return "demands";
  if (any([&](TokenId t) { return promises(t, cue, speaker); })) return "promises";
  if (clauses.empty()) return "affirms";
  const TokenId main = clauses.front();
  // "not sure that", "convinced that".
  if (const auto rows = knowledge_.cues.find(tree_.lemma(main)); rows != knowledge_.cues.end()) {
    for (const ReportingCue& row : rows->second) {
      if (row.pos != ReportingCue::Pos::kAdjective || !tree_.has_upos(main, {"ADJ"})) continue;
      if (negated(main)) return row.stance == "affirms" ? "doubts" : turned(row.stance);
      return row.stance;
    }
  }
  // "returned fire and did not touch a single civilian"
  const bool joined = any([&](TokenId t) { return tree_.is(t, "conj") && tree_.head(t) == main && negated(t); });
  if (negated(main) && withholds(main)) return "neutral";
  if (negated(main) && moralises(main)) return "opposes";
  if (negated(main) || joined || opens_negated(cue, main)) return "denies";
  const auto hedged = [&](TokenId t) {
    const auto& below = tree_.children(t);
    return tells("doubting", t) || std::any_of(below.begin(), below.end(), [&](TokenId c) {
             return tree_.is_any(c, {"aux", "advmod"}) && tells("doubting", c);
           });
  };
  if (hedged(main)) {
    if (permits(main)) return "neutral";
    // What he may do himself is an option that he names, no doubt.
    const TokenId subject = tree_.child(main, "nsubj");
    const ActorMention* doer = subject >= 0 ? actors_.mention(subject) : nullptr;
    const bool another = doer != nullptr && doer->actor.type == "person" && doer->actor.name != speaker.name;
    return subject >= 0 && !another && speaks_for(subject, speaker) ? "neutral" : "doubts";
  }
  // "release could take place soon": an option that is named.
  const bool could = std::any_of(tree_.children(main).begin(), tree_.children(main).end(), [&](TokenId c) {
    return tree_.is(c, "aux") && knowledge_.in_set("grammar_could", tree_.folded(c));
  });
  const bool perfect = std::any_of(tree_.children(main).begin(), tree_.children(main).end(),
                                   [&](TokenId c) { return tree_.is(c, "aux") && tree_.lemma(c) == "have"; });
  if (could && !perfect) return cue.word >= 0 && tells("alarming", cue.word) ? "opposes" : "neutral";
  const int judged = judgement(cue.content);
  if (judged < 0) return "opposes";
  return judged > 0 ? "supports" : "affirms";
}

// Some clause of it, or one that hangs from it, tells of what lies ahead.
bool StanceReader::looks_ahead(const FoundCue& cue) const {
  for (TokenId t = cue.content.begin.value; t < cue.content.end.value; ++t) {
    if (tree_.has_upos(t, {"AUX"}) &&
        (knowledge_.in_set("grammar_future", tree_.folded(t)) || knowledge_.in_set("grammar_would", tree_.folded(t)) ||
         tells("demanding", t) || tree_.word(t).xpos == "MD"))
      return true;
  }
  return quoted_words(cue);
}

// Somebody's own words may promise in ways of their own.
bool StanceReader::quoted_words(const FoundCue& cue) const {
  return tree_.has_upos(cue.content.begin.value - 1 >= 0 ? cue.content.begin.value - 1 : 0, {"PUNCT"});
}

// "had his doubts: ...", "is sceptical: ...": how it is introduced tells.
bool StanceReader::introduced_with_doubt(const FoundCue& cue) const {
  if (cue.word < 0 || cue.row != nullptr) return false;
  const TokenId object = tree_.child(cue.word, "obj");
  return tells("doubting", cue.word) || (object >= 0 && object < cue.content.begin.value && tells("doubting", object));
}

std::string StanceReader::read(const FoundCue& cue, const Actor& speaker) const {
  const bool whether = !cue.content.empty() && (tree_.folded(cue.content.begin.value) == "whether" ||
                                                tree_.folded(cue.content.begin.value) == "if");
  const bool unsure =
      cue.row != nullptr && cue.row->pos == ReportingCue::Pos::kAdjective && cue.row->stance == "affirms";
  if (cue.negated && whether && unsure) return "doubts";
  if (cue.declined || (cue.negated && whether)) return "neutral";
  std::string stance = cue.row == nullptr ? "" : cue.row->stance;
  const bool told = cue.construction == "clause" && cue.head >= 0;
  // "swore that nothing had been delivered", "objected that it never left": nothing is promised, something denied.
  if (told && stance == "promises" && !looks_ahead(cue)) stance.clear();
  if (told && cue.word >= 0 && tells("objecting", cue.word) && negated(main_clauses(cue).front())) return "denies";
  // "asked what had come of the talks": a question.
  const std::string xpos = cue.content.empty() ? "" : tree_.word(cue.content.begin.value).xpos;
  const bool question = whether || xpos == "WP" || xpos == "WRB" || xpos == "WDT";
  const bool asked =
      !cue.content.empty() && cue.content.end.value < tree_.size() && tree_.folded(cue.content.end.value) == "?";
  if (stance == "demands" && (asked || (cue.construction == "clause" && question))) return "neutral";
  const bool content_tells = stance.empty();
  if (content_tells) stance = introduced_with_doubt(cue) ? "doubts" : of_content(cue, speaker);
  // "called it 'a film with an old script'": what is called by a figure of speech is seldom praised.
  if (content_tells && cue.construction == "called" && stance == "affirms") stance = "opposes";
  if (!cue.negated) return stance;
  if (cue.row != nullptr && cue.row->pos == ReportingCue::Pos::kAdjective && stance == "affirms") return "doubts";
  return turned(stance);
}

}  // namespace entente

#include "agreements/duty_lists.h"

#include <algorithm>
#include <set>

#include "agreements/clause_openings.h"

namespace entente {
namespace {

constexpr std::size_t kAhead = 2;  // sentences in which duties follow those in the present tense

}  // namespace

bool starts_item(const Tree& tree, TokenSpan sentence) {
  static const std::set<std::string> kMarks = {"-", "–", "—", "•", "*", "·", "+"};
  const TokenId first = sentence.begin.value;
  if (kMarks.contains(tree.folded(first))) return true;
  const bool open = tree.folded(first) == "(" && first + 2 < sentence.end.value;
  const std::string& after = tree.folded(open ? first + 2 : std::min(first + 1, sentence.end.value - 1));
  return (open || tree.has_upos(first, {"NUM", "X"})) && (after == ")" || (!open && after == "."));
}

TreatyClause listed_item(const Tree& tree, const TreatyClauseReader& reader, TokenSpan sentence,
                         const std::vector<TreatyClause>& clauses) {
  TreatyClause item;
  const bool told = std::any_of(clauses.begin(), clauses.end(), [&](const TreatyClause& clause) {
    return !clause.relative && !clause.absolute && reader.finite(clause.predicate);
  });
  if (told) return item;
  TokenId first = sentence.begin.value;
  TokenId last = sentence.end.value - 1;
  while (first < last && tree.has_upos(first, {"PUNCT", "SYM", "NUM", "X", "CCONJ"})) ++first;
  while (last > first && tree.has_upos(last, {"PUNCT", "CCONJ"})) --last;
  // ", which meets in Istanbul": told beside it.
  for (TokenId t = first + 1; t + 1 < last; ++t) {
    if (tree.folded(t) != "," || tree.word(t + 1).xpos != "WDT") continue;
    last = t - 1;
    break;
  }
  if (last - first < 2) return item;
  for (TokenId t = first; t <= last; ++t) {
    item.words.push_back(t);
    const bool above = tree.head(t) < first || tree.head(t) > last;
    if (item.predicate < 0 && above) item.predicate = t;
    const TokenId mark = tree.has_upos(t, {"VERB"}) ? tree.child(t, "mark") : -1;
    if (item.content < 0 && mark >= first && tree.folded(mark) == "to") item.content = t;
  }
  if (item.content < 0) item.content = item.predicate;
  item.subject = item.content == item.predicate ? -1 : item.predicate;
  return item;
}

namespace {

// "The two sides cut their tariffs", "the rebels lay down their arms": nothing but the tagger says that it is past.
// But "they put their names to it", "they put out a communique".
bool may_be_present(const Tree& tree, const Knowledge& knowledge, TokenId verb) {
  const TokenId subject = tree.child(verb, "nsubj");
  const TokenId object = tree.child(verb, "obj");
  const std::string& form = tree.folded(verb);
  const bool had = tree.child(verb, "aux") >= 0 || form.ends_with("ed");
  const bool same = form == tree.lemma(verb) && !had;
  if (!same || subject < 0 || subject > verb || !tree.has_feat(subject, "Number=Plur") || object < verb) return false;
  return !knowledge.in_set("agreement_names", tree.lemma(object)) &&
         !knowledge.provisions.is("document", tree.lemma(object));
}

}  // namespace

bool past(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader, const TreatyClause& clause) {
  const bool shared = clause.governor >= 0 && reader.modal(clause.predicate) < 0;
  const TokenId verb = shared ? clause.governor : clause.predicate;
  if (reader.modal(verb) >= 0 || reader.is_to(verb)) return false;
  const bool had_to = tree.lemma(verb) == "have" && clause.content != verb && tree.child(verb, "obj") < 0;
  if (had_to) return false;
  if (tree.word(verb).xpos == "VBD") return !may_be_present(tree, knowledge, verb);
  const auto& below = tree.children(verb);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return (tree.is_any(c, {"aux", "cop"}) && tree.word(c).xpos == "VBD") ||
           (tree.is(c, "aux") && tree.lemma(c) == "have");
  });
}

bool told_as_done(const Tree& tree, const Knowledge& knowledge, const TreatyClause& clause) {
  const auto& below = tree.children(clause.predicate);
  // "agreed on joint patrols", "agreed that the gate would stay open"
  const bool on = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    if (tree.is(c, "ccomp") && c > clause.predicate) return true;
    const TokenId by = tree.is(c, "obl") ? tree.child(c, "case") : -1;
    return by > clause.predicate && (tree.folded(by) == "on" || tree.folded(by) == "upon") &&
           tree.has_upos(c, {"NOUN"}) && !knowledge.provisions.is("document", tree.lemma(c));
  });
  const bool what = on || clause.content != clause.predicate || tree.child(clause.predicate, "obj") > clause.predicate;
  return what && knowledge.in_set("agreement_undertake", tree.lemma(clause.predicate));
}

bool lists_duties(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader,
                  const ClauseSource& source, const std::vector<TreatyClause>& clauses, const Topic& topic) {
  using Standing = ObligationWord::Standing;
  std::int32_t duties = 0;
  bool sure = false;
  for (const TreatyClause& clause : clauses) {
    if (clause.governor >= 0 || clause.relative || clause.absolute) continue;
    const Introduction by = source.introduced(clause, topic);
    const Obligation obligation = read_obligation(tree, knowledge, reader, clause, by.by_text);
    const bool undone = past(tree, knowledge, reader, clause) && !told_as_done(tree, knowledge, clause);
    // "he will" is somebody's plan; "the firm commits itself" may look like a person.
    const bool person = source.by_person(clause) && obligation.modal && obligation.standing != Standing::kStrong;
    if (obligation.level.empty() || undone || person || source.spoken(clause, topic) || source.quoted(clause.predicate))
      return false;
    ++duties;
    sure = sure || (obligation.modal && obligation.standing != Standing::kWeak) ||
           obligation.standing == Standing::kStrong;
  }
  return duties >= 2 && sure;
}

bool duties_follow(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader,
                   const ClauseSource& source, std::size_t sentence, const std::vector<TreatyClause>& here,
                   const Topic& topic) {
  const auto& sentences = tree.parsed().document.sentences;
  const auto another = [&](std::size_t at) {
    const std::size_t named = source.named_in(sentences[at].tokens, false, topic);
    return named != kNoAgreement && named != topic.agreement;
  };
  const auto binds = [&](const TreatyClause& clause) {
    const Obligation obligation = read_obligation(tree, knowledge, reader, clause, false);
    return obligation.modal && obligation.standing != ObligationWord::Standing::kWeak && !clause.relative &&
           !source.spoken(clause, topic) && !past(tree, knowledge, reader, clause);
  };
  if (another(sentence)) return false;
  if (std::any_of(here.begin(), here.end(), binds)) return true;
  for (std::size_t next = sentence + 1; next < sentences.size() && next <= sentence + kAhead; ++next) {
    if (sentences[next].starts_paragraph || sentences[next].tokens.empty() || another(next)) return false;
    const auto clauses = reader.read(sentences[next].tokens);
    if (std::any_of(clauses.begin(), clauses.end(), binds)) return true;
  }
  return false;
}

bool says_nothing(const Tree& tree, const Knowledge& knowledge, const TreatyClause& clause) {
  const TokenId verb = clause.predicate;
  // "by which their officers have been bound since", "binds them to this day": not what to.
  const TokenId by = clause.subject;
  const bool ruling = by >= 0 && tree.has_upos(by, {"NOUN"}) && tree.child(verb, "aux:pass") < 0 &&
                      !knowledge.provisions.is("document", tree.lemma(by));  // "their ruling binds both sides"
  const bool duty = knowledge.provisions.is("duty_to", tree.lemma(verb)) && !ruling;
  if ((tree.lemma(verb) != "have" && !duty) || clause.content != verb) return false;
  const auto& below = tree.children(verb);
  const TokenId whom = tree.child(verb, "obj");
  if (duty && whom > verb && tree.has_upos(whom, {"NOUN"})) return false;  // "mandates the release of all captives"
  if (duty) {
    return std::none_of(below.begin(), below.end(), [&](TokenId c) {
      const bool limit = tree.is(c, "obl") && knowledge.provisions.is("time_noun", tree.lemma(c));
      const bool whom_to = tree.is(c, "obj") && tree.child(c, "acl") > c;  // "obliged Rabat to take them back"
      return c > verb && !limit && (whom_to || tree.is_any(c, {"xcomp", "ccomp", "csubj", "advcl", "obl", "conj"}));
    });
  }
  return std::none_of(below.begin(), below.end(), [&](TokenId c) {
    return c > verb && tree.is_any(c, {"obj", "xcomp", "ccomp", "advcl", "obl", "nsubj"});
  });
}

bool told_as_fact(const Tree& tree, const TreatyClause& clause) {
  const auto& below = tree.children(clause.predicate);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) { return tree.is(c, "aux") && tree.lemma(c) == "do"; });
}

std::string with_particle(const Tree& tree, TokenId verb) {
  const TokenId particle = tree.child(verb, "compound:prt");
  return particle < 0 ? tree.lemma(verb) : tree.lemma(verb) + "_" + tree.folded(particle);
}

void drop_told_of_paper(const Tree& tree, TreatyClause& clause) {
  const TokenId subject = tree.child(clause.predicate, "nsubj");
  if (subject < 0 || subject > clause.predicate || subject < clause.first()) return;
  const auto& told = tree.children(subject);
  const bool more = std::any_of(told.begin(), told.end(), [&](TokenId c) {
    return c > subject && (tree.is_any(c, {"acl", "parataxis", "appos"}) ||
                           (tree.is(c, "amod") &&
                            (tree.folded(leftmost(tree, c)) == "," || tree.folded(leftmost(tree, c) - 1) == ",")));
  });
  TokenId begin = clause.first();
  if (more) {  // from the verb on, with its auxiliaries
    begin = clause.predicate;
    for (const TokenId c : tree.children(clause.predicate)) {
      if (c > subject && c < begin && tree.is_any(c, {"aux", "aux:pass", "advmod", "cop", "mark"})) begin = c;
    }
  } else {
    for (const TokenId c : tree.children(clause.predicate)) {
      const bool before = c < subject && tree.is_any(c, {"advcl", "acl"}) && tree.word(c).xpos == "VBN";
      if (before) begin = leftmost(tree, subject);
    }
  }
  std::erase_if(clause.words, [&](TokenId t) { return t < begin; });
}

bool keep_enabled(const Tree& tree, TreatyClause& clause) {
  const TokenId state = tree.child(clause.predicate, "xcomp");
  if (tree.lemma(clause.predicate) != "make" || state < clause.predicate || tree.lemma(state) != "possible")
    return false;
  for (const TokenId above : {clause.predicate, state}) {
    for (const TokenId verb : tree.children(above)) {
      const TokenId mark = tree.child(verb, "mark");
      if (verb < state || mark < state || !tree.is_any(verb, {"advcl", "ccomp", "xcomp", "csubj"})) continue;
      TokenId begin = leftmost(tree, verb);
      while (begin < verb && tree.is(begin, "mark") && tree.folded(begin) == "for") ++begin;
      clause.content = verb;
      if (const TokenId subject = tree.child(verb, "nsubj"); subject >= 0) clause.subject = subject;
      std::erase_if(clause.words, [&](TokenId t) { return t < begin; });
      return true;
    }
  }
  return false;
}

}  // namespace entente

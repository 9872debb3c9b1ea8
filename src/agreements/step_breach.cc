// What an instrument lays down, beside a deed that keeps to it or goes against it: "caught more than the accord
// allows".
#include <algorithm>
#include <string>

#include "actors/phrase.h"
#include "agreements/steps.h"
#include "events/events.h"

namespace entente {
namespace {

constexpr std::int32_t kMostUp = 5;  // from "allows" to "caught more fish than the accord allows"

}  // namespace

// The verb above a word, past the nouns that it hangs from; -1 for none.
TokenId StepReader::deed_above(TokenId t) const {
  t = tree_.head(t);
  for (std::int32_t step = 0; step < kMostUp && t >= 0; ++step, t = tree_.head(t)) {
    if (clauses_.is_verb(t) || tree_.child(t, "cop") >= 0) return t;
  }
  return -1;
}

// Told as done: neither denied nor ahead.
bool StepReader::is_done(TokenId verb) const {
  if (verb < 0) return false;
  FrameMatch match;
  match.trigger = verb;
  const std::string status = read_status(tree_, knowledge_, clauses_, match);
  return status == "actual" || status == "historical";
}

// "Four times as many soldiers as the treaty permits", "twice the catch that the accord allows".
bool StepReader::multiple_of_it(TokenId t) const {
  const bool relative = tree_.is_any(t, {"acl", "acl:relcl"});
  const TokenId mark = tree_.child(t, "mark");
  if (!relative && (mark < 0 || tree_.folded(mark) != "as")) return false;
  const TokenId above = tree_.head(t);
  const TokenId noun = relative || above < 0 || !clauses_.is_verb(above) ? above : tree_.child(above, "obj");
  if (noun < 0 || instruments_.row(noun) != nullptr) return false;
  const TokenId first = tree_.subtree(noun).front();  // "twice the quota", with "twice" hung from the verb
  if (same_sentence(noun, first - 1) && knowledge_.in_set("agreement_multiple", tree_.folded(first - 1))) return true;
  const auto words = tree_.subtree(noun, [&](TokenId c) { return tree_.is_any(c, {"acl", "acl:relcl", "advcl"}); });
  return std::any_of(words.begin(), words.end(),
                     [&](TokenId w) { return knowledge_.in_set("agreement_multiple", tree_.folded(w)); });
}

// "More fish than the accord allows", "beyond the date by which it obliged them to go".
bool StepReader::beyond_it(TokenId t) const {
  const auto& below = tree_.children(t);
  const bool than = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    // "Than the treaty allows", with "than" hung from the treaty.
    if (c < t && tree_.is(c, "nsubj") && preposition(tree_, c) == "than") return true;
    return c < t && tree_.is_any(c, {"mark", "case"}) && tree_.folded(c) == "than" && c > 0 &&
           !knowledge_.in_set("agreement_no", tree_.folded(c - 1));
  });
  if (than) return true;
  const TokenId noun = tree_.is_any(t, {"acl", "acl:relcl"}) ? tree_.head(t) : -1;
  return noun >= 0 && instruments_.row(noun) == nullptr && tree_.is_any(noun, {"obl", "nmod"}) &&
         knowledge_.in_set("agreement_beyond", preposition(tree_, noun));
}

// "Forbids", "rules out".
bool StepReader::is_ban(TokenId t) const {
  const TokenId out = tree_.lemma(t) == "rule" ? tree_.child(t, "compound:prt") : -1;
  return knowledge_.in_set("agreement_banning", tree_.lemma(t)) || (out >= 0 && tree_.folded(out) == "out");
}

// "Sent tanks into the zone that the treaty keeps free", "shots rang out where the truce forbids any fire".
bool StepReader::where_it_is_banned(TokenId t) const {
  const TokenId noun = tree_.head(t);
  if (!is_ban(t) || noun < 0) return false;
  const InstrumentNoun* row = instruments_.row(noun);
  const bool instrument = row != nullptr && row->kind != InstrumentNoun::Kind::kMatter;  // "a buffer zone" is none here
  if (instrument || !tree_.is_any(t, {"acl", "acl:relcl", "advcl"})) return false;
  const TokenId deed = clauses_.is_verb(noun) ? noun : deed_above(t);
  if (deed < 0) return false;
  // "Doubled the fees, something that the treaty rules out": what was done.
  if (!clauses_.is_verb(noun) && knowledge_.in_set("agreement_such_a_thing", tree_.folded(noun))) return true;
  const std::string type = opinion_.type(deed);
  return knowledge_.in_set("agreement_intruding", tree_.lemma(deed)) ||
         knowledge_.in_set("agreement_striking", tree_.lemma(deed)) || type == "MOBILIZE" || type == "ASSAULT" ||
         type == "COERCE";
}

// "Built a dam, and the treaty allows no such thing", "took back the town, which the accord forbids": what it bans is
// what was just told.
bool StepReader::bans_that(TokenId t) const {
  for (const TokenId object : clauses_.fill(t, "obj")) {
    const TokenId such = tree_.child(object, "amod");
    const bool none = such >= 0 && tree_.folded(such) == "such" && is_none(object);
    if (none && knowledge_.in_set("agreement_foreseeing", tree_.lemma(t))) return true;
    const bool that = knowledge_.in_set("agreement_told", tree_.folded(object));
    if (that && is_ban(t)) return true;
  }
  return false;
}

// "Strung wire along a stretch that by the accord must stay empty".
bool StepReader::where_it_must_stay(TokenId t) const {
  const TokenId noun = tree_.is_any(t, {"acl", "acl:relcl"}) ? tree_.head(t) : -1;
  const bool stays = knowledge_.in_set("agreement_remaining", tree_.lemma(t)) || tree_.child(t, "cop") >= 0;
  if (noun < 0 || !stays || instruments_.row(noun) != nullptr) return false;
  const TokenId modal = tree_.child(t, "aux");
  if (modal < 0 || tree_.word(modal).xpos != "MD") return false;
  const TokenId deed = deed_above(t);
  return deed >= 0 && !parties_.subjects(deed).empty() && tree_.is_any(noun, {"obl", "nmod", "obj"});
}

// "Are still there although they undertook in the accord to go".
bool StepReader::against_it(TokenId t) const {
  for (std::int32_t step = 0; step < 2 && t >= 0; ++step, t = tree_.head(t)) {
    if (tree_.is(t, "advcl") && marked_by(t, "agreement_although")) return true;
  }
  return false;
}

// A deed is told that goes against what the instrument lays down.
bool StepReader::breaks(TokenId t, const InstrumentStep& row) const {
  const bool duty = row.status.empty() && row.slots.front() != "named" && clauses_.is_verb(t);
  const bool undertaking = row.status == "agreed" && row.slots.front() == "in";
  if (duty && bans_that(t)) return true;
  if (!duty && !undertaking) return false;
  if (duty && (falls_short(t) || not_as_promised(t))) return true;
  if (!is_done(deed_above(t))) return false;
  if (duty && into_its_zone(t)) return true;
  return against_it(t) ||
         (duty && (beyond_it(t) || multiple_of_it(t) || where_it_is_banned(t) || where_it_must_stay(t)));
}

// "Failed to deliver the coal laid down in it".
bool StepReader::falls_short(TokenId t) const {
  const TokenId noun = tree_.is_any(t, {"acl", "acl:relcl"}) ? tree_.head(t) : -1;
  if (noun < 0 || instruments_.row(noun) != nullptr) return false;
  const TokenId deed = tree_.is_any(noun, {"obj", "obl"}) ? tree_.head(noun) : -1;
  const TokenId above = deed >= 0 && tree_.is(deed, "xcomp") ? tree_.head(deed) : -1;
  if (above >= 0 && tree_.word(t).xpos == "VBN") return knowledge_.in_set("agreement_failing", tree_.lemma(above));
  // "Has not paid the fees that it prescribes".
  const bool owed = deed >= 0 && tree_.is(noun, "obj") &&
                    knowledge_.in_set("agreement_performing", tree_.lemma(deed)) &&
                    knowledge_.in_set("agreement_foreseeing", tree_.lemma(t));
  const TokenId aux = owed ? tree_.child(deed, "aux") : -1;
  if (aux < 0 || (tree_.lemma(aux) != "have" && tree_.folded(aux) != "did")) return false;
  const auto& below = tree_.children(deed);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    return tree_.is(c, "advmod") && knowledge_.in_set("grammar_negation", tree_.folded(c));
  });
}

// "Has not paid as laid down in it".
bool StepReader::not_as_promised(TokenId t) const {
  const TokenId mark = tree_.child(t, "mark");
  const bool as = mark == t - 1 && tree_.folded(mark) == "as" && tree_.is(t, "advcl") && tree_.word(t).xpos == "VBN";
  const TokenId deed = as ? tree_.head(t) : -1;
  if (deed < 0 || deed > t) return false;
  const auto& below = tree_.children(deed);
  const bool ahead = std::any_of(below.begin(), below.end(),
                                 [&](TokenId c) { return tree_.is(c, "aux") && tree_.word(c).xpos == "MD"; });
  FrameMatch match;
  match.trigger = deed;
  return !ahead && read_status(tree_, knowledge_, clauses_, match) == "negated";
}

// "Sent tanks into the strip drawn by it": who keeps watch over it bears no arms against it.
bool StepReader::into_its_zone(TokenId t) const {
  const TokenId noun = tree_.is_any(t, {"acl", "acl:relcl"}) ? tree_.head(t) : -1;
  if (noun < 0 || !knowledge_.in_set("agreement_zone", tree_.lemma(noun))) return false;
  if (!knowledge_.in_set("agreement_drawing", tree_.lemma(t)) && !is_ban(t)) return false;
  const TokenId deed = tree_.head(noun);
  if (deed < 0 || !clauses_.is_verb(deed) || !knowledge_.in_set("agreement_crossing", tree_.lemma(deed))) return false;
  const std::string by = preposition(tree_, noun);
  const bool into = tree_.is(noun, "obj") || by == "into" || by == "across" || by == "inside" || by == "in" ||
                    by == "through" || by == "over";
  const std::vector<ActorMention> doers = parties_.subjects(deed);
  return into && std::none_of(doers.begin(), doers.end(), [&](const ActorMention& m) { return acts_for_body(m); });
}

// "X caught more than its accord with Y allows": X is a party.
void StepReader::add_breaker(FoundStep& step) const {
  const TokenId deed = deed_above(step.trigger);
  const auto named = instruments_.read(step.about);
  const bool one = named.has_value() && !named->partners.empty() && named->owners.empty();
  if (one && deed >= 0 && step.doers.empty()) step.doers = parties_.subjects(deed);
}

// "The road that it provides for is being built": what it foresees is done.
bool StepReader::is_carried_out(TokenId t, const InstrumentStep& row) const {
  if (!row.status.empty() || !clauses_.is_verb(t)) return false;
  const TokenId deed = deed_above(t);
  const TokenId noun = tree_.is_any(t, {"acl", "acl:relcl"}) ? tree_.head(t) : -1;
  const bool foreseen = noun >= 0 && instruments_.row(noun) == nullptr &&
                        knowledge_.in_set("agreement_foreseeing", tree_.lemma(t)) && deed >= 0 &&
                        tree_.is_any(noun, {"obj", "nsubj:pass"}) && tree_.head(noun) == deed;
  if (!foreseen || !knowledge_.in_set("agreement_performing", tree_.lemma(deed)) || !is_done(deed)) return false;
  const TokenId aux = tree_.child(deed, "aux");
  return aux >= 0 && tree_.word(aux).xpos != "MD";
}

}  // namespace entente

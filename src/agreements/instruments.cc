#include "agreements/instruments.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr TokenId kOneReach = 30;       // words from "one" back to what it is one of
constexpr TokenId kSeveralReach = 250;  // words from "the third" back to "three instruments"
constexpr TokenId kSecondSide = 14;     // words from "between X" to Y at most

bool capital(const Tree& tree, TokenId t) {
  const std::string text = tree.text(t, t);
  return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

// "START"
bool all_capitals(const Tree& tree, TokenId t) {
  const std::string text = tree.text(t, t);
  return text.size() > 1 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

bool InstrumentReader::has_modifier(TokenId t, const LemmaSet& lemmas) const {
  const auto& children = tree_.children(t);
  return std::any_of(children.begin(), children.end(), [&](TokenId c) {
    const bool before = tree_.is_any(c, {"amod", "compound", "nmod:desc"});
    const std::string by = tree_.is(c, "nmod") ? preposition(tree_, c) : "";
    const bool after = by == "of" || by == "on" || by == "to";
    return (before || after) && (lemmas.contains(tree_.lemma(c)) || lemmas.contains(tree_.folded(c)));
  });
}

// "Three instruments were concluded. The third, on borders": an instrument.
bool InstrumentReader::is_one_of_several(TokenId t) const {
  const TokenId article = tree_.child(t, "det");
  if (article < 0 || tree_.folded(article) != "the" || !tree_.is_any(t, {"nsubj", "nsubj:pass", "obj"})) return false;
  // But "the second, the X Declaration", "the other is a memorandum": these tell by themselves what they are.
  const auto& below = tree_.children(t);
  const bool matter = std::any_of(below.begin(), below.end(), [&](TokenId c) {
    const std::string by = tree_.is(c, "nmod") ? preposition(tree_, c) : "";
    return by == "on" || by == "about" || by == "over" || by == "covering" || by == "concerning";
  });
  if (!matter || tree_.child(t, "appos") >= 0) return false;
  for (TokenId w = t - 1; w >= std::max(0, t - kSeveralReach); --w) {
    if (!tree_.has_feat(w, "Number=Plur") || !tree_.has_upos(w, {"NOUN"})) continue;
    if (!knowledge_.instruments.contains(tree_.lemma(w))) continue;
    const TokenId number = tree_.child(w, "nummod");
    if (number >= 0) return true;
  }
  return false;
}

// "An accord with X and one on vaccines with Y": another of the kind, where it is told with whom.
const InstrumentNoun* InstrumentReader::one_more(TokenId t) const {
  if (!tree_.is_any(t, {"conj", "obj", "nsubj:pass"}) || t == 0) return nullptr;
  const auto has_with = [&](TokenId above) {
    const auto& below = tree_.children(above);
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      const std::string by = c > t && tree_.is_any(c, {"nmod", "obl"}) ? preposition(tree_, c) : "";
      return by == "with" || by == "between";
    });
  };
  const TokenId matter = tree_.child(t, "nmod");
  const bool with = has_with(t) || (matter > t && has_with(matter)) || (tree_.is(t, "obj") && has_with(tree_.head(t)));
  if (!with) return nullptr;
  for (TokenId w = t - 1; w >= 0 && w > t - kOneReach && tree_.sentence(w) == tree_.sentence(t); --w) {
    if (tree_.folded(w) == "one" || tree_.has_feat(w, "Number=Plur")) continue;
    const InstrumentNoun* found = row(w);
    if (found != nullptr && found->kind == InstrumentNoun::Kind::kSolid) return found;
  }
  return nullptr;
}

// "The timetable of the accord", "the pledges under the truce": no instrument by itself.
bool InstrumentReader::is_part_of_another(TokenId t) const {
  if (!knowledge_.in_set("agreement_part", tree_.lemma(t))) return false;
  const auto& below = tree_.children(t);
  return std::any_of(below.begin(), below.end(), [&](TokenId c) {
    const std::string by = c > t && tree_.is(c, "nmod") ? preposition(tree_, c) : "";
    if (by != "of" && by != "in" && by != "under" && by != "to") return false;
    const auto rows = knowledge_.instruments.find(tree_.lemma(c));
    return rows != knowledge_.instruments.end() && rows->second.back().kind == InstrumentNoun::Kind::kSolid;
  });
}

// "New START", "the JCPOA", where no noun says what it is.
bool InstrumentReader::is_known_by_initials(TokenId t) const {
  if (!all_capitals(tree_, t) || !tree_.has_upos(t, {"PROPN", "NOUN"}) || tree_.is(t, "appos")) return false;
  if (t > 0 && tree_.folded(t - 1) == "(") return false;
  const auto words = tree_.subtree(t, [&](TokenId c) { return !tree_.is_any(c, {"compound", "amod", "flat"}); });
  const auto found = knowledge_.issue_names.find(name_key(tree_.text(words.front(), words.back())));
  return found != knowledge_.issue_names.end() &&
         knowledge_.standing_issues[static_cast<std::size_t>(found->second.index)].kind == "treaty";
}

const InstrumentNoun* InstrumentReader::treaty_row() const {
  const auto rows = knowledge_.instruments.find("treaty");
  return rows != knowledge_.instruments.end() ? &rows->second.back() : nullptr;
}

const InstrumentNoun* InstrumentReader::row(TokenId t) const {
  if (tree_.folded(t) == "one") return one_more(t);
  if (tree_.has_upos(t, {"ADJ", "NOUN"}) && knowledge_.in_set("agreement_ordinal", tree_.folded(t))) {
    static const std::string kAny = "agreement";
    const auto any = is_one_of_several(t) ? knowledge_.instruments.find(kAny) : knowledge_.instruments.end();
    return any != knowledge_.instruments.end() ? &any->second.back() : nullptr;
  }
  if (!tree_.has_upos(t, {"NOUN", "PROPN"}) || tree_.is_any(t, {"compound", "flat"})) {
    // "A ceasefire brokered by X", with the ceasefire taken for a part of "brokered".
    const TokenId above = tree_.is(t, "compound") ? tree_.head(t) : -1;
    if (above != t + 1 || tree_.word(above).xpos != "VBN" ||
        !tree_.is_any(above, {"xcomp", "acl", "ccomp", "advcl", "obl", "conj", "obj"}))
      return nullptr;
  }
  if (is_part_of_another(t)) return nullptr;
  auto rows = knowledge_.instruments.find(tree_.lemma(t));
  if (rows == knowledge_.instruments.end() && tree_.folded(t).ends_with('s'))
    rows = knowledge_.instruments.find(tree_.folded(t).substr(0, tree_.folded(t).size() - 1));
  if (rows == knowledge_.instruments.end()) return is_known_by_initials(t) ? treaty_row() : nullptr;
  for (const InstrumentNoun& row : rows->second) {
    if (row.modifiers.empty() || has_modifier(t, row.modifiers)) return &row;
  }
  return nullptr;
}

// A word of a name: capital letters that no beginning of a sentence explains.
bool InstrumentReader::is_name(TokenId t) const {
  const bool first = t == 0 || tree_.sentence(t - 1) != tree_.sentence(t);
  return capital(tree_, t) && (!first || tree_.has_upos(t, {"PROPN"}));
}

// "Agreement on Peace", but "Agreement / in Moscow".
bool InstrumentReader::joins_name(TokenId t) const {
  if (tree_.has_upos(t, {"DET", "CCONJ"}) || tree_.folded(t) == "-") return true;
  // "the Protocol for X", which X signs.
  const ActorMention* next = tree_.head(t) >= 0 ? actors_.mention(tree_.head(t)) : nullptr;
  if (tree_.lemma(t) == "for" && next != nullptr && is_party(*next)) return false;
  return tree_.has_upos(t, {"ADP"}) && !knowledge_.in_set("grammar_place", tree_.lemma(t)) &&
         tree_.lemma(t) != "between" && tree_.lemma(t) != "with";
}

// "The treaty of Utrecht": named by a place, which is no state; "" for none.
std::string InstrumentReader::named_by_place(TokenId t) const {
  const InstrumentNoun* noun = row(t);
  const TokenId article = tree_.child(t, "det");
  if (noun == nullptr || noun->kind != InstrumentNoun::Kind::kSolid || article < 0 || tree_.folded(article) != "the")
    return "";
  if (noun->form != "treaty" && noun->form != "accord") return "";
  for (const TokenId c : tree_.children(t)) {
    if (c != t + 2 || !tree_.is(c, "nmod") || preposition(tree_, c) != "of" || !tree_.has_upos(c, {"PROPN"})) continue;
    const ActorMention* mention = actors_.mention(c);
    using Mention = ActorMention::Kind;
    const bool actor = mention != nullptr && mention->kind != Mention::kOther && mention->kind != Mention::kCapital &&
                       mention->kind != Mention::kPlace;
    if (actor || knowledge_.in_set("agreement_moment", tree_.folded(c))) continue;
    TokenId last = c;
    while (last + 1 < tree_.size() && tree_.is(last + 1, "flat") && tree_.head(last + 1) == c) ++last;
    return tree_.text(t, last);
  }
  return "";
}

// "Lusaka Protocol", "Convention on the Legal Status of the Caspian Sea"; "Algiers accord", but not "Russian treaty".
std::string InstrumentReader::title(TokenId t) const {
  const bool named = is_name(t);
  TokenId first = t;
  bool place = false;
  for (TokenId w = t - 1; w >= 0 && tree_.sentence(w) == tree_.sentence(t); --w) {
    if (!tree_.is_any(w, {"compound", "amod", "nmod:desc", "flat", "punct", "nummod"})) break;
    const bool mark = tree_.folded(w) == "-" || tree_.has_upos(w, {"NUM"});
    if (!capital(tree_, w) && !mark) break;
    if (!named && tree_.has_upos(w, {"ADJ"})) break;
    place |= tree_.has_upos(w, {"PROPN"}) || all_capitals(tree_, w);
    if (capital(tree_, w)) first = w;
  }
  if (!named && !place) return named_by_place(t);
  TokenId last = t;
  if (named) {
    // "on the Legal Status of the Caspian Sea": as far as there are capitals.
    for (TokenId w = t + 1; w < tree_.size() && tree_.sentence(w) == tree_.sentence(t); ++w) {
      if (capital(tree_, w) && tree_.is_below(w, t) && tree_.has_upos(w, {"PROPN", "NOUN", "ADJ", "VERB"})) {
        last = w;
      } else if (!joins_name(w)) {
        break;
      }
    }
  }
  if (named && first == t && last == t) return "";
  return tree_.text(first, last);
}

// "The Russian-Belarusian treaty", "a US-China deal".
std::vector<ActorMention> InstrumentReader::nationalities(TokenId t) const {
  std::vector<ActorMention> found;
  const auto words = tree_.subtree(t, [&](TokenId c) { return !tree_.is_any(c, {"amod", "compound", "nmod:desc"}); });
  for (const TokenId w : words) {
    if (w == t) continue;
    for (const ActorMention& mention : actors_.parties(w)) {
      if (mention.kind == ActorMention::Kind::kState || mention.kind == ActorMention::Kind::kOrganisation)
        add_new(found, {mention});
    }
  }
  return found;
}

// "The ASEAN charter": of whoever joins or leaves it, and the bloc.
std::vector<ActorMention> InstrumentReader::bloc_of(TokenId t, const InstrumentNoun& row) const {
  if (row.form != "treaty" || row.kind != InstrumentNoun::Kind::kSolid) return {};
  std::vector<ActorMention> found = nationalities(t);
  const bool bloc = found.size() == 1 && found[0].kind == ActorMention::Kind::kOrganisation &&
                    found[0].actor.code.value_or("").starts_with("IGO") && *found[0].actor.code != "IGOUNO";
  return bloc ? found : std::vector<ActorMention>();
}

// After "between": two at least, wherever the parser hangs the second from.
std::vector<ActorMention> InstrumentReader::two_sides(TokenId t) const {
  std::vector<ActorMention> found = parties_.read(t);
  bool joined = false;
  for (TokenId w = t + 1; found.size() < 2 && w < tree_.size() && w <= t + kSecondSide; ++w) {
    if (tree_.sentence(w) != tree_.sentence(t) || clauses_.is_verb(w)) break;
    if (tree_.is(w, "cc")) joined = true;
    const bool inside = tree_.is_any(w, {"compound", "flat", "amod", "nmod:desc", "nmod:poss"});
    if (joined && !inside && row(w) == nullptr) add_new(found, parties_.read(w));
  }
  return found;
}

// Of the phrases that hang from t: the noun, or a word inside its phrase ("an accord on gas between X and Y").
void InstrumentReader::add_parties(TokenId t, NamedInstrument& found) const {
  for (const TokenId c : tree_.children(t)) {
    if (!tree_.is(c, "nmod")) continue;
    const std::string by = preposition(tree_, c);
    if (tree_.is(c, "nmod:poss")) {
      if (t == found.noun) add_new(found.owners, parties_.read(c));
    } else if (by == "between" || by == "among") {
      std::vector<ActorMention> sides = two_sides(c);
      // "Between X, Y and Z", with Y taken for another word for the instrument.
      for (const TokenId d : tree_.children(t)) {
        if (d > c && tree_.is(d, "appos") && tree_.child(d, "conj") >= 0 && row(d) == nullptr)
          add_new(sides, parties_.read(d));
      }
      add_new(found.parties, sides);
    } else if (by == "with" || (by == "to" && knowledge_.in_set("agreement_selling", tree_.lemma(found.noun)))) {
      if (!parties_.stands_by(c)) add_new(found.partners, parties_.read(c));
    } else if (t == found.noun && by == "of") {
      // "The treaty of Canas and Jerez": persons of whom nothing is told name it, they do not sign.
      const std::vector<ActorMention> of = parties_.read(c);
      if (of.size() > 1 && std::none_of(of.begin(), of.end(), has_weak_home)) add_new(found.parties, of);
    }
  }
}

// "A memorandum of understanding", "an exchange of letters": one instrument, not two.
bool InstrumentReader::says_what_kind(TokenId t) const {
  const TokenId above = tree_.head(t);
  if (!tree_.is(t, "nmod") || above < 0 || preposition(tree_, t) != "of" || tree_.child(t, "det") >= 0) return false;
  const InstrumentNoun* outer = row(above);
  return outer != nullptr && outer->kind != InstrumentNoun::Kind::kPart && outer->kind != InstrumentNoun::Kind::kPaper;
}

// "Its own preamble calls it a treaty", "the paper is called the X Protocol": what is called so; -1 elsewhere.
TokenId InstrumentReader::called_so(TokenId t) const {
  const TokenId verb = tree_.head(t);
  if (verb < 0 || verb > t || !tree_.is_any(t, {"xcomp", "obj"}) ||
      !knowledge_.in_set("agreement_naming", tree_.lemma(verb)))
    return -1;
  const TokenId object = tree_.child(verb, "obj");
  const TokenId subject = tree_.child(verb, "nsubj:pass");
  const TokenId what = object >= 0 && object != t ? object : subject;
  if (what < 0 || what > t) return -1;
  return row(what) != nullptr || knowledge_.in_set("grammar_it", tree_.folded(what)) ? what : -1;
}

std::optional<NamedInstrument> InstrumentReader::read(TokenId t) const {
  NamedInstrument found;
  found.row = row(t);
  if (found.row == nullptr || says_what_kind(t)) return std::nullopt;
  found.noun = t;
  found.title = title(t);
  const TokenId article = tree_.child(t, "det");
  if (article >= 0) {
    const std::string& word = tree_.folded(article);
    found.indefinite = word == "a" || word == "an" || word == "another";
  } else {
    found.indefinite = tree_.child(t, "nmod:poss") < 0 && found.title.empty();
  }
  if (tree_.has_upos(t, {"ADJ"})) found.indefinite = true;  // "the third"
  found.called = called_so(t);
  found.predicate = found.called >= 0 || (tree_.child(t, "nsubj") >= 0 && tree_.child(t, "cop") >= 0);
  add_parties(t, found);
  for (const TokenId c : tree_.children(t)) {
    if (!tree_.is(c, "nmod") || tree_.is(c, "nmod:poss")) continue;
    if (tree_.has_upos(c, {"NUM"}) && tree_.token(c).span.size() == 4) found.year = c;
    // "Of April 1996", "of 20 June 1996".
    for (const TokenId d : tree_.children(c)) {
      const bool of = d > c && preposition(tree_, c) == "of" && tree_.is_any(d, {"nmod:unmarked", "nummod", "flat"});
      if (of && tree_.has_upos(d, {"NUM"}) && tree_.token(d).span.size() == 4) found.year = d;
    }
    if (found.parties.empty()) add_parties(c, found);
    for (const TokenId d : tree_.children(c)) {  // "of peace, friendship and cooperation between X and Y"
      if (tree_.is(d, "conj") && found.parties.empty()) add_parties(d, found);
    }
  }
  if (found.parties.size() < 2) {
    if (auto sides = nationalities(t); sides.size() > 1) found.parties = std::move(sides);
  }
  found.bloc = bloc_of(t, *found.row);
  if (found.partners.size() == 1 && found.owners.empty() && found.parties.empty()) found.owners = who_tells(t);
  return found;
}

// "X said that the accord with Y had been carried out": X's.
std::vector<ActorMention> InstrumentReader::who_tells(TokenId t) const {
  for (TokenId above = tree_.head(t), below = t; above >= 0; below = above, above = tree_.head(above)) {
    const TokenId subject = tree_.child(above, "nsubj");
    if (subject < 0 || subject == below || !clauses_.is_verb(above)) continue;
    std::vector<ActorMention> found = parties_.read(subject);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace entente

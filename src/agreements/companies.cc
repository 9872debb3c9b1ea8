// Companies that the actors' tables lack: "Tica Lines, a shipping firm from Limon", "Jordan's power utility".
#include <algorithm>

#include "actors/phrase.h"
#include "agreements/signatories.h"

namespace entente {
namespace {

using Kind = ActorMention::Kind;

constexpr double kUnlisted = 0.6;
constexpr TokenId kApposedReach = 7;  // from a name to "a Chilean gas firm"
constexpr TokenId kColonReach = 30;   // words from "three companies" to the colon

bool is_state_of_company(const ActorMention& mention) {
  const bool one = mention.kind == Kind::kState || mention.kind == Kind::kCapital || mention.kind == Kind::kPlace;
  return (one || mention.kind == Kind::kGroup || mention.kind == Kind::kOther) && mention.actor.code.has_value();
}

}  // namespace

// "The Tanzanian ports board".
bool PartyReader::is_public_body(TokenId t) const {
  return tree_.has_upos(t, {"NOUN"}) && knowledge_.in_set("agreement_public_body", tree_.lemma(t)) &&
         !tree_.has_feat(t, "Number=Plur");
}

// The word that says what it is: its own, one apposed ("Voest, the Austrian steelmaker") or one before the name ("the
// utility Eskom"); -1 for none.
TokenId PartyReader::company_noun(TokenId t) const {
  const auto says = [&](TokenId w) {
    return tree_.has_upos(w, {"NOUN", "PROPN"}) && knowledge_.in_set("agreement_company", tree_.lemma(w));
  };
  const bool common = tree_.has_upos(t, {"NOUN"}) || tree_.text(t, t) == tree_.folded(t);  // "the Polish mine"
  if (common) return says(t) || is_public_body(t) ? t : -1;
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is_any(c, {"appos", "nmod:desc", "compound"}) && tree_.has_upos(c, {"NOUN"}) && says(c)) return c;
  }
  const TokenId beside = company_noun_beside(t);
  if (beside >= 0) return beside;
  // "Tica Lines": by the last word of its name.
  const TokenId last = end_of_name(t);
  const bool named = last != tree_.subtree(t).front() && tree_.has_upos(last - 1, {"PROPN", "ADJ", "NOUN"});
  return named && knowledge_.in_set("agreement_company_name", tree_.folded(last)) ? last : -1;
}

TokenId PartyReader::end_of_name(TokenId t) const {
  TokenId last = t;
  for (const TokenId c : tree_.children(t)) {
    if (tree_.is(c, "flat")) last = std::max(last, c);
  }
  return last;
}

// Hung from elsewhere: "the Czech firm X", "X, a utility, and Y, a Chilean firm"; -1 for none.
TokenId PartyReader::company_noun_beside(TokenId t) const {
  const auto says = [&](TokenId w) {
    return tree_.has_upos(w, {"NOUN"}) && knowledge_.in_set("agreement_company", tree_.lemma(w));
  };
  TokenId before = t - 1;
  while (before > 0 && tree_.head(before) == t && tree_.has_upos(before, {"PROPN"})) --before;
  if (before >= 0 && tree_.sentence(before) == tree_.sentence(t) && says(before)) return before;
  const TokenId last = end_of_name(t);
  const TokenId first = tree_.is(t, "conj") ? tree_.head(t) : -1;
  if (first < 0 || last + 1 >= tree_.size() || tree_.folded(last + 1) != ",") return -1;
  for (TokenId w = last + 2; w < std::min(tree_.size(), last + kApposedReach); ++w) {
    if (tree_.is(w, "appos") && tree_.head(w) == first && says(w)) return w;
  }
  return -1;
}

// Whose it is, by its own words or those beside it; empty where they do not tell.
std::string PartyReader::home_of_company(TokenId t, TokenId noun) const {
  for (const TokenId word : {t, noun}) {
    const ActorMention* mention = actors_.mention(word);
    const bool own = mention != nullptr && is_state_of_company(*mention) && !mention->guessed && !mention->unsaid &&
                     (mention->kind != Kind::kPlace || mention->actor.via == "nationality");
    if (own) return *mention->actor.code;
    for (const TokenId c : tree_.children(word)) {
      const std::string by = tree_.is(c, "nmod") ? preposition(tree_, c) : "";
      const bool whose = tree_.is_any(c, {"nmod:poss", "amod", "compound"}) || by == "of" || by == "from" || by == "in";
      if (!whose) continue;
      for (const ActorMention& owner : actors_.parties(c)) {
        if (is_state_of_company(owner) && !owner.guessed) return *owner.actor.code;
      }
    }
  }
  return "";
}

std::vector<ActorMention> PartyReader::company_at(TokenId t) const {
  if (!tree_.has_upos(t, {"NOUN", "PROPN"}) || knowledge_.instruments.contains(tree_.lemma(t))) return {};
  const ActorMention* known = actors_.mention(t);
  const bool place = known != nullptr && known->kind == Kind::kPlace && known->where == nullptr;
  if (known != nullptr && !place && known->kind != Kind::kOther && known->kind != Kind::kNone) return {};
  const TokenId noun = company_noun(t);
  if (noun < 0) return {};
  // "Electric Stations", but of "the utility Eskom" the name; of "the power utility" all.
  const bool name = tree_.has_upos(t, {"PROPN"}) && tree_.text(t, t) != tree_.folded(t);
  TokenId first = t;
  while (first > 0 && tree_.head(first - 1) == t && tree_.is_any(first - 1, {"compound", "amod"}) &&
         (!name || tree_.text(first - 1, first - 1) != tree_.folded(first - 1)))
    --first;
  ActorMention mention = plain(first, end_of_name(t), home_of_company(t, noun));
  mention.kind = Kind::kOrganisation;
  mention.actor.type = "organisation";
  mention.actor.sector = is_public_body(t) ? "GOV" : "BUS";
  mention.confidence = kUnlisted;
  return {mention};
}

// "Three companies put ink on a contract: X, Y and Z": as many as were counted, behind the colon.
std::vector<ActorMention> PartyReader::list_behind_colon(TokenId t, std::size_t size) const {
  for (TokenId w = t + 1; w < std::min(tree_.size(), t + kColonReach) && tree_.sentence(w) == tree_.sentence(t); ++w) {
    if (tree_.folded(w) != ":") continue;
    for (TokenId head = w + 1; head < tree_.size() && tree_.sentence(head) == tree_.sentence(t); ++head) {
      if (tree_.head(head) > w || tree_.is(head, "punct")) continue;
      if (!tree_.is_any(head, {"appos", "conj", "parataxis", "nmod", "list"})) return {};
      std::vector<ActorMention> found =
          tree_.has_upos(head, {"NOUN", "PROPN"}) ? read(head) : std::vector<ActorMention>();
      return found.size() == size ? found : std::vector<ActorMention>();
    }
  }
  return {};
}

}  // namespace entente

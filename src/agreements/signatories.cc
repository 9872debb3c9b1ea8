#include "agreements/signatories.h"

#include <algorithm>
#include <map>

#include "actors/phrase.h"

namespace entente {
namespace {

using Kind = ActorMention::Kind;

constexpr std::size_t kMostHeads = 20;
constexpr TokenId kNamedReach = 80;  // words from a verb back to who may be its subject

bool same(const ActorMention& a, const ActorMention& b) {
  if (a.actor.name == b.actor.name) return a.actor.code == b.actor.code;
  const auto state = [](const ActorMention& m) { return m.kind == Kind::kState || m.kind == Kind::kCapital; };
  return state(a) && state(b) && side_of(a) == side_of(b);
}

// "Told Interfax": no party.
bool is_press(const ActorMention& mention) {
  return mention.kind == Kind::kOrganisation && mention.actor.sector.value_or("") == "JRN";
}

}  // namespace

bool can_be_party(const ActorMention& mention) { return is_party(mention) || mention.kind == Kind::kPeople; }

void add_new(std::vector<ActorMention>& parties, const std::vector<ActorMention>& more) {
  for (const ActorMention& mention : more) {
    if (std::none_of(parties.begin(), parties.end(), [&](const ActorMention& p) { return same(p, mention); }))
      parties.push_back(mention);
  }
}

PartyReader::PartyReader(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors,
                         const Clauses& clauses)
    : tree_(tree), knowledge_(knowledge), actors_(actors), clauses_(clauses) {
  std::map<std::string, std::int32_t> counts;
  for (TokenId t = 0; t < tree.size(); ++t) {
    const ActorMention* mention = actors.mention(t);
    if (mention == nullptr || is_unspecific(*mention) || mention->kind == Kind::kOther) continue;
    const std::string country = mention->actor.country.value_or(mention->actor.code.value_or(""));
    if (knowledge.state_of_code.contains(country)) ++counts[country];
  }
  rank_states(counts);
}

// "The government", "the rebels": whose, the place where they are told of may not say.
bool PartyReader::is_unspecific(const ActorMention& mention) const {
  if (mention.kind != Kind::kGroup) return false;
  const bool described = mention.actor.via == "description" && mention.actor.name == mention.actor.text;
  return described || !mention.actor.code.has_value();
}

// "Guinea, Mali and Liberia", with Mali taken for another name of Guinea.
bool PartyReader::listed_as_apposition(TokenId t) const {
  if (!tree_.is(t, "appos") || !tree_.has_upos(t, {"PROPN"}) || tree_.head(t) < 0) return false;
  // "A Ugandan firm, Nile Lines, and Y": its name.
  if (knowledge_.in_set("agreement_company", tree_.lemma(tree_.head(t)))) return false;
  // "Carlos Washington Pastor and Y": the last word of a name.
  if (t > 0 && tree_.has_upos(t - 1, {"PROPN"}) && tree_.is_any(t - 1, {"flat", "appos"})) return false;
  const auto& beside = tree_.children(tree_.head(t));
  const bool states = tree_.child(t, "conj") >= 0 && actors_.mention(tree_.head(t)) != nullptr &&
                      actors_.mention(tree_.head(t))->kind == Kind::kState && actors_.mention(t) != nullptr &&
                      actors_.mention(t)->kind == Kind::kState;
  return states || std::any_of(beside.begin(), beside.end(), [&](TokenId c) { return c > t && tree_.is(c, "conj"); });
}

// "X, the president, and Y", with the president taken for one more: he is X.
bool PartyReader::is_post_of(TokenId t, TokenId person) const {
  const bool post = tree_.is(t, "conj") && tree_.has_upos(t, {"NOUN"}) && tree_.child(t, "cc") < 0 &&
                    tree_.child(t, "det") >= 0 && !tree_.has_feat(t, "Number=Plur") &&
                    knowledge_.in_set("agreement_side", tree_.lemma(t));
  const ActorMention* mention = post ? actors_.mention(person) : nullptr;
  return mention != nullptr && mention->kind == Kind::kPerson && tree_.has_upos(person, {"PROPN"});
}

// "On which X, Y and Z agreed", with Y hung from elsewhere: Y.
std::vector<TokenId> PartyReader::listed_between(TokenId first, TokenId last) const {
  std::vector<TokenId> found;
  for (TokenId w = first + 2; w < last; ++w) {
    // "X, Somaliland and Gulf Ports", with Somaliland taken for a part of the last name.
    const bool part = tree_.is(w, "compound") && tree_.head(w) == last && tree_.is(w + 1, "cc");
    const bool listed = tree_.folded(w - 1) == "," && (part || tree_.is(w, "appos"));
    const ActorMention* mention = listed ? actors_.mention(w) : nullptr;
    if (mention == nullptr || (!part && tree_.is_below(w, first)) || !tree_.has_upos(w, {"PROPN"})) continue;
    if (mention->kind == Kind::kState || mention->kind == Kind::kCapital) found.push_back(w);
  }
  return found;
}

std::vector<TokenId> PartyReader::heads(TokenId t) const {
  std::vector<TokenId> found = {t};
  const TokenId as = preposition(tree_, t) == "with" ? as_bystander(t) : -1;
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const TokenId c : tree_.children(found[i])) {
      if (found.size() >= kMostHeads) break;
      if (is_post_of(c, found[i])) continue;
      if (as >= 0 && c > as && tree_.is(c, "conj")) continue;  // "with X as host, Y and Z signed"
      if (tree_.is(c, "conj")) {
        for (const TokenId w : listed_between(found[i], c)) found.push_back(w);
      }
      if ((tree_.is(c, "conj") && !clauses_.is_verb(c)) || listed_as_apposition(c)) found.push_back(c);
      // "with Sierra Leone and Liberia", with Liberia joined to Leone.
      for (const TokenId d : tree_.children(c)) {
        if (tree_.is(c, "flat") && tree_.is(d, "conj") && tree_.has_upos(d, {"PROPN"})) found.push_back(d);
      }
      if (!tree_.is(c, "nmod") || i > 0) continue;
      // "The government of X and the rebels", with the rebels joined to X.
      for (const TokenId d : tree_.children(c)) {
        const ActorMention* mention = tree_.is(d, "conj") && tree_.has_upos(d, {"NOUN"}) ? actors_.mention(d) : nullptr;
        if (mention != nullptr && mention->kind == Kind::kGroup) found.push_back(d);
      }
    }
  }
  return found;
}

// "X of Timor-Leste", "X, a Danish diplomat": whose a person is that no table has.
void PartyReader::take_home(TokenId t, ActorMention& person) const {
  if (person.kind != Kind::kPerson) return;
  take_sender(t, person);
  const ActorMention* own = has_weak_home(person) && tree_.has_upos(t, {"NOUN"}) ? nationality_of(t) : nullptr;
  if (own != nullptr) {
    person.actor.code = person.actor.country = own->actor.code;
    person.guessed = person.unsaid = false;
  }
  if (person.actor.code.has_value()) return;
  for (const TokenId c : tree_.children(t)) {
    const std::string by = preposition(tree_, c);
    const bool of = tree_.is(c, "nmod") && (by == "of" || by == "from" || by == "for");
    if (!of && !tree_.is_any(c, {"appos", "nmod:poss"})) continue;
    for (const ActorMention& owner : actors_.parties(c)) {
      if (!owner.actor.code.has_value()) continue;
      person.actor.code = owner.actor.code;
      person.actor.country = owner.actor.country;
      return;
    }
  }
}

// "The ministers of both states, X and Y", wherever the parser hangs X from.
std::vector<ActorMention> PartyReader::named_behind(TokenId t) const {
  if (!tree_.has_feat(t, "Number=Plur") || tree_.has_upos(t, {"PROPN"}) || actors_.referents(t).size() > 1) return {};
  TokenId last = t;
  for (const TokenId w : tree_.subtree(t, [&](TokenId c) { return tree_.is_any(c, {"appos", "conj", "acl"}); }))
    last = std::max(last, w);
  const TokenId name = last + (last + 1 < tree_.size() && tree_.folded(last + 1) == "," ? 2 : 1);
  if (name >= tree_.size() || tree_.sentence(name) != tree_.sentence(t) || !tree_.is(name, "appos")) return {};
  if (tree_.is_below(t, name)) return {};  // "the rebels, their allies": of "their", no name
  std::vector<ActorMention> found = read(name);
  return found.size() > 1 ? found : std::vector<ActorMention>();
}

std::vector<ActorMention> PartyReader::parties_of_head(TokenId t) const {
  if (knowledge_.in_set("agreement_moment", tree_.folded(t))) return {};  // "On Monday in the palace X signed"
  const bool name = tree_.has_upos(t, {"PROPN"});                         // "the United States, Mexico and Canada"
  if (!name && (size_of_group(t) > 0 || tree_.has_feat(t, "Number=Plur"))) {
    if (std::vector<ActorMention> named = names_of_title(t); named.size() > 1) return named;
    if (const std::size_t size = size_of_group(t); size > 1) {
      if (std::vector<ActorMention> listed = list_behind_colon(t, size); !listed.empty()) return listed;
    }
    // "both sides, the government and X", "their ministers, X and Y": the names are told beside it.
    for (const TokenId c : tree_.children(t)) {
      if (!tree_.is_any(c, {"appos", "nmod"}) || !preposition(tree_, c).empty()) continue;
      std::vector<ActorMention> named = read(c);
      if (named.size() > 1) return named;
    }
  }
  if (std::vector<ActorMention> named = named_behind(t); !named.empty()) return named;
  if (std::vector<ActorMention> sent = senders(t); !sent.empty()) return sent;
  if (std::vector<ActorMention> told = described(t); !told.empty()) return told;
  std::vector<ActorMention> found = pair_of_organs(t);
  if (!found.empty()) return found;
  if (std::vector<ActorMention> company = company_at(t); !company.empty()) return company;
  for (ActorMention mention : actors_.referents(t)) {
    const bool company = mention.kind == Kind::kOther && tree_.has_upos(t, {"PROPN"}) &&
                         !knowledge_.instruments.contains(tree_.lemma(t));
    if ((!can_be_party(mention) && !company) || is_press(mention)) continue;
    take_home(t, mention);
    add_new(found, {mention});
  }
  if (found.size() > 1) add_new(found, listed_apart(t));
  // "Both parties", "the two camps": whoever were named last need not be those.
  const bool sides = size_of_group(t) > 1 && knowledge_.in_set("agreement_side", tree_.lemma(t)) &&
                     !knowledge_.in_set("agreement_of_states", tree_.lemma(t));
  for (ActorMention& mention : found)
    mention.guessed = mention.guessed || (sides && mention.actor.via == "description");
  if (found.empty()) found = unlisted(t);
  if (found.empty()) found = owner_of_post(t);
  if (found.empty() && is_initials(t)) {
    const TokenId owner = tree_.child(t, "nmod:poss");
    const std::vector<ActorMention> homes = owner >= 0 ? actors_.parties(owner) : std::vector<ActorMention>();
    found.push_back(plain(t, t, homes.empty() ? "" : homes.front().actor.code.value_or("")));
  }
  // "Its head, X": the name.
  for (const TokenId c : tree_.children(t)) {
    if (found.empty() && tree_.is(c, "appos") && tree_.has_upos(c, {"PROPN"})) found = read(c);
  }
  return found;
}

// "The government and X": of the state whose X is, or of the one that the article is about.
void PartyReader::settle_country(std::vector<ActorMention>& parties) const {
  const auto open = [&](const ActorMention& m) { return is_unspecific(m) || (m.kind == Kind::kGroup && m.unsaid); };
  if (parties.size() < 2 || std::none_of(parties.begin(), parties.end(), open)) return;
  // "The two", whom the words before tell: of two states already.
  const bool one_phrase = std::all_of(parties.begin(), parties.end(), [&](const ActorMention& m) {
    return m.actor.span.begin.value == parties.front().actor.span.begin.value && m.actor.code.has_value();
  });
  if (one_phrase && parties.front().actor.code != parties.back().actor.code) return;
  std::string home = main_country_;
  // "Iran laid a memorandum before the junta": no state deals with itself.
  const bool rulers = parties.size() == 2 && std::any_of(parties.begin(), parties.end(), [&](const ActorMention& m) {
                        return open(m) && m.actor.sector.value_or("") == "GOV";
                      });
  for (const ActorMention& mention : parties) {
    if (open(mention) || mention.kind == Kind::kPerson) continue;
    if (mention.actor.sector == "BUS") continue;  // "the Polish yard and the coastguard"
    const bool state = mention.kind == Kind::kState || mention.kind == Kind::kCapital;
    if (rulers && state && !home.empty() && mention.actor.code != home) break;
    const std::string country = mention.actor.country.value_or(mention.actor.code.value_or(""));
    if (knowledge_.state_of_code.contains(country)) {
      home = country;
      break;
    }
  }
  if (home.empty()) return;
  for (ActorMention& mention : parties) {
    if (open(mention)) mention.actor.code = mention.actor.country = home;
  }
}

std::vector<ActorMention> PartyReader::read(TokenId t) const {
  const Depth depth(depth_);
  if (depth.too_deep()) return {};
  std::vector<ActorMention> found;
  const std::vector<TokenId> joined = heads(t);
  std::vector<ActorMention> seen;
  for (const TokenId head : joined) {
    add_new(found, parties_of_head(head));
    add_new(seen, actors_.referents(head));
    for (const TokenId c : tree_.children(head)) {
      if (is_post_of(c, head)) add_new(seen, actors_.referents(c));
    }
  }
  // "President X and President Y", with Y joined to the title: the finder knows of it.
  for (const ActorMention& mention : actors_.parties(t)) {
    const bool known = std::any_of(seen.begin(), seen.end(), [&](const ActorMention& s) { return same(s, mention); });
    const bool told = !found.empty() && mention.actor.via == "description";  // "six states" are not the last two named
    if (!known && !told && can_be_party(mention) && mention.actor.code.has_value()) add_new(found, {mention});
  }
  take_homes(joined, found);
  settle_country(found);
  return found;
}

std::vector<ActorMention> PartyReader::subjects(TokenId verb) const {
  std::vector<ActorMention> found;
  std::vector<TokenId> tokens = clauses_.fill(verb, "subj");
  if (!tokens.empty() && tree_.is(tokens[0], "nsubj") && stands_as_mediator(tokens[0])) {
    if (found = behind_bystander(verb); !found.empty()) return found;
  }
  if (tokens.size() == 1 && !clauses_.passive(verb)) {
    // "X, Y and Z signed", with X and Y each hung from the verb; of "both sides, X and Y" the names count.
    const TokenId above = tree_.head(tokens[0]);
    if (above >= 0 && tree_.is(tokens[0], "nsubj")) {
      std::vector<TokenId> all;
      for (const TokenId c : tree_.children(above)) {
        if (tree_.is(c, "nsubj") && c < above && !stands_as_mediator(c)) all.push_back(c);
      }
      if (all.size() > 1 && size_of_group(all[0]) > 1) all.erase(all.begin());
      if (!all.empty()) tokens = all;
    }
  }
  for (const TokenId t : tokens) add_new(found, read(t));
  if (found.size() > 1 && tokens.size() == 1) found = with_head_of_list(tokens[0], std::move(found));
  if (found.empty()) found = behind_bystander(verb);
  settle_country(found);
  return found;
}

// "In 1994 Russia, Britain and the United States signed", with Russia hung from the verb by itself.
std::vector<ActorMention> PartyReader::with_head_of_list(TokenId t, std::vector<ActorMention> found) const {
  TokenId first = tree_.subtree(t).front();
  if (tree_.folded(first) == ",") ++first;
  while (first > 1 && tree_.folded(first - 1) == "," && tree_.sentence(first - 2) == tree_.sentence(t)) {
    const TokenId before = first - 2;
    const ActorMention* mention = actors_.mention(before);
    const bool named = mention != nullptr && mention->actor.via != "description" && mention->actor.code.has_value() &&
                       (mention->kind == Kind::kState || mention->kind == Kind::kOrganisation);
    // "The leaders of X, Y and Z signed", with the leaders hung from elsewhere.
    const TokenId organ = named && tree_.is(before, "nmod") ? tree_.head(before) : -1;
    if (organ >= 0 && preposition(tree_, before) == "of" && tree_.has_feat(organ, "Number=Plur") &&
        knowledge_.in_set("agreement_side", tree_.lemma(organ))) {
      add_new(found, {*mention});
      break;
    }
    if (!named || !preposition(tree_, before).empty() || tree_.is_any(before, {"flat", "nmod:poss", "nmod"})) break;
    add_new(found, {*mention});
    first = tree_.subtree(before).front();
    if (first > before) break;
  }
  return found;
}

// "Said Abdullo Nuri", with the first name taken for a verb.
bool PartyReader::in_name(TokenId t) const {
  const std::string text = tree_.text(t, t);
  return t > 0 && tree_.sentence(t - 1) == tree_.sentence(t) && !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
}

// "In Putrajaya Thailand and Cambodia accepted", with the town taken for a part of the state's name.
bool PartyReader::behind_place(TokenId t) const {
  const ActorMention* mention = actors_.mention(t);
  const TokenId town = tree_.child(t, "compound");
  if (mention == nullptr || town < 0 || !tree_.has_upos(town, {"PROPN"})) return false;
  const bool state = mention->kind == Kind::kState || mention->kind == Kind::kCapital;
  return state && tree_.span(town, town).end.value <= mention->actor.span.begin.value;
}

std::vector<ActorMention> PartyReader::named_before(TokenId verb) const {
  std::vector<ActorMention> found;
  for (TokenId t = verb - 1; t >= std::max(0, verb - kNamedReach) && tree_.sentence(t) == tree_.sentence(verb); --t) {
    const std::string& xpos = tree_.word(t).xpos;
    if (tree_.head(t) == verb && tree_.is(t, "aux")) continue;
    if ((xpos == "VBD" || xpos == "VBZ" || xpos == "VBP") && !in_name(t)) {
      if (tree_.head(verb) != t || !tree_.is(verb, "conj")) break;
      continue;
    }
    if (tree_.is_any(t, {"compound", "flat", "amod", "nmod:desc", "nmod:poss", "nummod", "det", "case"}) || looks_on(t))
      continue;
    if (is_aside(t, verb)) continue;
    const std::string by = preposition(tree_, t);
    if (by == "of" || by == "to" || knowledge_.in_set("grammar_place", by)) {
      // "at Kumanovo General X", run together by the parser: a person is no place.
      const ActorMention* mention = actors_.mention(t);
      const bool person = mention != nullptr && mention->kind == Kind::kPerson;
      if (by == "of" || (!person && !behind_place(t))) continue;
    }
    std::vector<ActorMention> own = parties_of_head(t);
    std::reverse(own.begin(), own.end());
    add_new(found, own);
  }
  std::reverse(found.begin(), found.end());
  settle_country(found);
  return found;
}

}  // namespace entente

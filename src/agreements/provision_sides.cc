// Who owes a clause of an agreement to whom.
#include <algorithm>
#include <set>

#include "agreements/clause_reading.h"

namespace entente {
namespace {

std::string key_of(const Actor& actor) { return actor.code.value_or(fold_case(actor.name)); }

bool has(const std::vector<Actor>& actors, const Actor& actor) {
  return std::any_of(actors.begin(), actors.end(),
                     [&](const Actor& each) { return key_of(each) == key_of(actor) && each.name == actor.name; });
}

// Two camps of one state: there the name or the sector decides.
bool of_one_state(const std::vector<Actor>& all) {
  return all.size() > 1 &&
         std::all_of(all.begin(), all.end(), [&](const Actor& party) { return key_of(party) == key_of(all[0]); });
}

bool governs(const Actor& actor) {
  static const std::set<std::string> kSectors = {"GOV", "MIL", "COP", "JUD", "LEG"};
  return actor.sector.has_value() && kSectors.contains(*actor.sector);
}

// "the rebels" are the movement that signed with the government, "national troops" the government's.
bool same_camp(const Actor& mention, const Actor& party, const std::vector<Actor>& all) {
  if (fold_case(mention.name) == fold_case(party.name)) return true;
  const auto governing = std::count_if(all.begin(), all.end(), governs);
  if (governing == 1 && all.size() == 2 && mention.sector.has_value()) return governs(mention) == governs(party);
  return mention.sector.has_value() && mention.sector == party.sector;
}

// What passes from one to the other: whoever else is a party gets it, named or not.
bool is_gift(const std::string& type) {
  static const std::set<std::string> kGifts = {"military_aid", "aid", "trade", "defence"};
  return kGifts.contains(type);
}

}  // namespace

std::vector<Actor> parties_meant(const ActorFinder& actors, TokenId t, const Agreement& agreement) {
  std::vector<Actor> meant;
  const std::vector<Actor>& all = agreement.parties;
  const bool camps = of_one_state(all);
  for (const ActorMention& mention : actors.parties(t)) {
    if (!is_party(mention)) continue;
    const std::string key = key_of(mention.actor);
    for (const Actor& party : all) {
      bool same = key_of(party) == key || party.country.value_or("") == key;
      if (camps) same = (same || !mention.actor.code.has_value()) && same_camp(mention.actor, party, all);
      if (same && !has(meant, party)) meant.push_back(party);
    }
  }
  return meant;
}

namespace {

class SideReader {
 public:
  SideReader(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const TreatyClause& clause,
             const Agreement& agreement)
      : tree_(tree), knowledge_(knowledge), actors_(actors), clause_(clause), agreement_(agreement) {}

  [[nodiscard]] Sides read(const Provision& provision, bool of_text) const {
    const std::vector<Actor>& all = agreement_.parties;
    const TokenId agent = of_text ? -1 : tree_.child(clause_.content, "obl:agent");
    const TokenId doer = of_text ? object() : agent >= 0 ? agent : clause_.subject;
    const std::vector<Actor> doers = doers_of(doer);
    // A judge or a go-between serves them all; who "may be asked" does nothing yet.
    const bool done = tree_.child(clause_.content, "aux:pass") >= 0;
    if (doers.empty() && !done && provision.type != "mediation") {
      std::vector<Actor> thirds = thirds_of(doer);
      std::vector<Actor> helped = is_gift(provision.type) ? named_of(doer, all) : std::vector<Actor>();
      if (!thirds.empty()) return {std::move(thirds), std::move(helped)};
    }
    if (doers.empty() && !of_text && is("passing", tree_.lemma(clause_.content))) {
      std::vector<Actor> heirs = heirs_of(doer);
      if (!heirs.empty()) return {without(heirs), heirs};
    }
    const std::vector<Actor> others = without(doers);
    if (doers.empty() || others.empty()) return {all, all};
    // "is to be given access to the sea": by the other.
    const bool given = agent < 0 && !of_text && tree_.child(clause_.content, "aux:pass") >= 0;
    if (given && is("granted", tree_.lemma(clause_.content))) return {others, doers};
    if (is("receiving", tree_.lemma(clause_.content))) return {{}, doers};
    std::vector<Actor> named = named_of(doer, others);
    if (of_text && is("open_door", tree_.lemma(clause_.predicate))) return {others, doers};
    // "Bolivian lorries shall reach the port", "all Bolivian prisoners shall be sent home": the other lets them.
    const bool served = provision.type == "transit" || (provision.type == "prisoner_exchange" && done);
    if (served && agent < 0 && !of_text && owned(doer) && !negated(tree_, knowledge_, clause_)) return {others, doers};
    const bool may = provision.obligation == "possibility";
    const bool let =
        is("permitted", tree_.lemma(clause_.content)) || provision.type == "transit" || provision.type == "monitoring";
    if (may && let) return {named.empty() ? others : named, doers};
    if (!named.empty()) return {doers, std::move(named)};
    if (is_gift(provision.type)) return {doers, others};
    return {doers, {}};
  }

 private:
  [[nodiscard]] bool is(const char* kind, const std::string& word) const {
    return knowledge_.provisions.is(kind, word);
  }

  // "obliges the company to build": who is to do it.
  [[nodiscard]] TokenId object() const {
    const TokenId whom = tree_.child(clause_.predicate, "iobj");  // "gives Chile the islands"
    if (whom > clause_.predicate) return whom;
    for (const TokenId c : tree_.children(clause_.predicate)) {
      if (tree_.is(c, "obj") && c > clause_.predicate) return c;
    }
    const TokenId subject = tree_.child(clause_.content, "nsubj");
    return subject > clause_.predicate ? subject : -1;
  }

  [[nodiscard]] std::vector<Actor> without(const std::vector<Actor>& doers) const {
    std::vector<Actor> others;
    std::vector<Actor> namesakes;  // of one code with a doer: of another camp of the same state
    for (const Actor& party : agreement_.parties) {
      const bool code =
          std::any_of(doers.begin(), doers.end(), [&](const Actor& d) { return key_of(d) == key_of(party); });
      if (!code) {
        others.push_back(party);
      } else if (!has(doers, party)) {
        namesakes.push_back(party);
      }
    }
    return others.empty() ? namesakes : others;
  }

  // "Bolivian lorries", "Lima's goods": what is somebody's, not he himself.
  [[nodiscard]] bool owned(TokenId subject) const {
    if (subject < 0 || !tree_.has_upos(subject, {"NOUN"}) || is("party", tree_.lemma(subject))) return false;
    const auto& below = tree_.children(subject);
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      return tree_.is_any(c, {"amod", "compound", "nmod:poss"}) && !tree_.has_upos(c, {"PRON"}) &&
             !parties_meant(actors_, c, agreement_).empty();
    });
  }

  // "The village passes to Chile": whoever gets it, where no other party is named.
  [[nodiscard]] std::vector<Actor> heirs_of(TokenId subject) const {
    for (const TokenId c : tree_.children(clause_.content)) {
      const TokenId by = c > clause_.content && tree_.is(c, "obl") ? tree_.child(c, "case") : -1;
      if (by < 0 || tree_.folded(by) != "to") continue;
      std::vector<Actor> heirs = parties_meant(actors_, c, agreement_);
      if (!heirs.empty() && named_of(subject, agreement_.parties).size() == heirs.size()) return heirs;
    }
    return {};
  }

  // "the foreign ministers", "the railway administrations": of all states that agreed.
  [[nodiscard]] bool bare_plural(TokenId subject) const {
    if (tree_.word(subject).xpos != "NNS" || of_one_state(agreement_.parties)) return false;
    const auto& below = tree_.children(subject);
    return std::none_of(below.begin(), below.end(), [&](TokenId c) {
      const std::string form = tree_.text(c, c);
      const bool upper = form.front() >= 'A' && form.front() <= 'Z';
      const bool name = upper && (c != clause_.first() || !actors_.parties(c).empty());
      return tree_.is(c, "nmod:poss") || (tree_.is_any(c, {"amod", "compound", "nmod"}) && name);
    });
  }

  // "both armies", "the two states", "each of them", "a joint commission": all of them together.
  [[nodiscard]] bool all_together(TokenId subject) const {
    if (is("shared", tree_.lemma(subject)) || is("shared", tree_.folded(subject))) return true;
    if (knowledge_.in_set("grammar_they", tree_.folded(subject))) return true;
    const auto& below = tree_.children(subject);
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      return c < subject && tree_.is_any(c, {"det", "nummod", "amod", "cc:preconj", "nmod:poss", "advmod"}) &&
             is("shared", tree_.folded(c));
    });
  }

  [[nodiscard]] std::vector<Actor> doers_of(TokenId subject) const {
    if (subject < 0) return {};
    const bool joined = tree_.child(subject, "conj") >= 0;
    std::vector<Actor> owners;  // "American warships", "all Serb forces", "London's ships"
    for (const TokenId c : tree_.children(subject)) {
      if (!tree_.is_any(c, {"amod", "compound", "nmod:poss"}) || tree_.has_upos(c, {"PRON", "NOUN"})) continue;
      for (const Actor& party : parties_meant(actors_, c, agreement_)) {
        if (!has(owners, party)) owners.push_back(party);
      }
    }
    if (!joined && owners.size() == 1) return owners;
    if (!joined && all_together(subject)) return {};
    const std::vector<Actor> doers = parties_meant(actors_, subject, agreement_);
    if (doers.empty()) return by_short_name(subject);
    if (!joined && doers.size() == 1 && bare_plural(subject)) return {};
    return joined || says_whose(subject) ? doers : std::vector<Actor>();
  }

  // "the Fund" for the China International Fund, "the company" for the only party that is one.
  [[nodiscard]] std::vector<Actor> by_short_name(TokenId subject) const {
    std::vector<Actor> found;
    const bool firm = is("firm", tree_.lemma(subject));
    for (const Actor& party : agreement_.parties) {
      const std::string name = " " + fold_case(party.name) + " ";
      const bool word =
          tree_.has_upos(subject, {"PROPN"}) && name.find(" " + tree_.folded(subject) + " ") != std::string::npos;
      const bool company = firm && party.type != "state" && party.type != "person" && !governs(party);
      if (word || company) found.push_back(party);
    }
    return found.size() == 1 ? found : std::vector<Actor>();
  }

  // A name, a pronoun, "the government"; "fishermen", "a liaison office" are nobody's.
  [[nodiscard]] bool says_whose(TokenId subject) const {
    if (tree_.has_upos(subject, {"PROPN", "PRON"})) return true;
    const auto& below = tree_.children(subject);
    return std::any_of(below.begin(), below.end(), [&](TokenId c) {
      return (tree_.is(c, "det") && tree_.folded(c) != "a" && tree_.folded(c) != "an") || tree_.is(c, "nmod:poss") ||
             (tree_.is(c, "amod") && of_one_state(agreement_.parties));
    });
  }

  // "Observers from Norway shall watch the line": a third state or body that the clause makes the doer of a duty.
  [[nodiscard]] std::vector<Actor> thirds_of(TokenId subject) const {
    const auto& all = agreement_.parties;
    if (subject < 0 || !tree_.has_upos(subject, {"NOUN", "PROPN"}) || all_together(subject)) return {};
    if (std::any_of(all.begin(), all.end(), [](const Actor& party) { return !party.code.has_value(); })) return {};
    using Kind = ActorMention::Kind;
    std::vector<Actor> found;
    for (const ActorMention& mention : actors_.parties(subject)) {
      const Actor& actor = mention.actor;
      const bool body =
          mention.kind == Kind::kState || mention.kind == Kind::kCapital || mention.kind == Kind::kOrganisation;
      const bool own = std::any_of(all.begin(), all.end(), [&](const Actor& party) {
        return key_of(party) == key_of(actor) || party.country == actor.country;
      });
      if (!body || !actor.code.has_value() || own) return {};
      if (!has(found, actor)) found.push_back(actor);
    }
    return found;
  }

  // Those of `others` whom the clause names, the doer aside.
  [[nodiscard]] std::vector<Actor> named_of(TokenId doer, const std::vector<Actor>& others) const {
    std::vector<Actor> named;
    for (const TokenId t : clause_.words) {
      if (t == doer || tree_.is_below(t, doer)) continue;
      if (tree_.has_upos(t, {"PRON", "DET"}) && tree_.is(t, "nmod:poss")) continue;
      if (tree_.has_upos(t, {"NOUN", "ADJ"}) && is("group", tree_.lemma(t)) && t > clause_.predicate) return others;
      const bool camp = tree_.has_upos(t, {"NOUN"}) && of_one_state(agreement_.parties);
      if (!camp && !tree_.has_upos(t, {"PROPN", "ADJ", "PRON"})) continue;
      for (const Actor& party : parties_meant(actors_, t, agreement_)) {
        if (has(others, party) && !has(named, party)) named.push_back(party);
      }
    }
    return named;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
  const TreatyClause& clause_;
  const Agreement& agreement_;
};

}  // namespace

Sides read_sides(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors, const TreatyClause& clause,
                 const Provision& provision, bool of_text, const Agreement& agreement) {
  return SideReader(tree, knowledge, actors, clause, agreement).read(provision, of_text);
}

}  // namespace entente

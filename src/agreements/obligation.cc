// How far a clause binds: by its modal, its verbs and its adjectives.
#include <algorithm>

#include "agreements/clause_reading.h"

namespace entente {
namespace {

using Standing = ObligationWord::Standing;

constexpr std::int32_t kMaxSteps = 6;  // verbs from the finite one down to what is to be done

class ObligationReader {
 public:
  ObligationReader(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader,
                   const TreatyClause& clause)
      : tree_(tree), knowledge_(knowledge), reader_(reader), clause_(clause), top_(clause.predicate) {
    // "shall confer and consider": the second verb shares the modal of the first, and what stands above both.
    if (clause.governor >= 0 && reader.modal(top_) < 0) top_ = clause.governor;
  }

  [[nodiscard]] Obligation read(bool by_instrument) const {
    Obligation found = modal();
    const std::vector<TokenId> chain = verbs();
    for (const TokenId verb : chain) {
      const ObligationWord* basis = word_of("basis", verb);
      // "shall be founded on the coast": what is to be done, not what it rests on.
      const bool deed = found.modal && basis != nullptr && basis->standing == Standing::kWeak;
      if (basis != nullptr && !deed && rests(verb)) return make(basis, verb, found);
    }
    if (found.level == "possibility" && (negated(tree_, knowledge_, clause_))) found.level = "binding";
    if (found.level == "possibility") return found;
    if (const ObligationWord* text = by_instrument ? joined_word(found) : nullptr; text != nullptr) {
      Obligation of_text = make(text, clause_.predicate, found);
      of_text.of_text = true;
      return of_text;
    }
    for (const TokenId verb : chain) {
      const ObligationWord* state = word_of("state", verb, true);
      // "shall be freed", "shall be open": the modal binds.
      const bool bound = state != nullptr && found.level == "binding" && state->obligation == "possibility";
      if (state != nullptr && !bound && is_state(verb) && (state->obligation != "intent" || opens_to(verb))) {
        Obligation of_state = make(state, verb, found);
        of_state.state = true;
        return of_state;
      }
      // "is suspended", "is divided": what becomes of the instrument.
      if (by_instrument && verb == clause_.predicate && tree_.child(verb, "aux:pass") < 0) {
        const ObligationWord* text = word_of("text", verb);
        if (text == nullptr || tree_.has_upos(verb, {"NOUN"})) continue;  // "is a scrap of paper"
        Obligation of_text = make(text, verb, found);
        of_text.of_text = true;
        if (found.level == "intent") of_text.level = found.level;
        return of_text;
      }
      const ObligationWord* own = word_of("verb", verb);
      if (own == nullptr || tree_.has_upos(verb, {"NOUN"})) continue;  // "old grudges are at work"
      // "shall recognise" binds; "will recognise" and "will seek to" do not.
      const bool weak = found.standing == Standing::kWeak && !negated(tree_, knowledge_, clause_);
      if (!found.level.empty() && own->obligation == "principle" && !weak) continue;
      const bool must = found.level == "binding" && found.standing != Standing::kWeak;
      if (must && own->obligation == "intent" && !opens_to(verb)) continue;  // "had to work on Saturdays"
      // "Nobody is to be tried", "the wreck is to be examined": a verb of effort only where it is somebody's own.
      const bool passive = tree_.child(verb, "aux:pass") >= 0;
      if (passive && (own->obligation == "intent" || (must && own->obligation == "possibility"))) continue;
      if (pledges_principle(verb)) {
        Obligation principle = make(own, verb, found);
        principle.level = "principle";
        return principle;
      }
      if (verb == top_ || opens_to(verb) || !found.level.empty()) {
        const bool strict =
            found.level == "binding" && own->obligation == "intent" && verb != chain.back() && !opens_to(verb);
        if (strict) continue;
        return make(own, verb, found);
      }
    }
    return found;
  }

 private:
  // "obliged the one to disarm and let the other keep its posts": the second verb is the text's own, too.
  [[nodiscard]] const ObligationWord* joined_word(const Obligation& found) const {
    const TokenId joined = clause_.predicate;
    const bool own = clause_.governor >= 0 && !found.modal && tree_.child(joined, "aux:pass") < 0;
    return own ? word_of("text", joined) : nullptr;
  }

  [[nodiscard]] Obligation modal() const {
    Obligation found;
    const TokenId aux = reader_.modal(top_);
    const ObligationWord* word = nullptr;
    if (aux >= 0) {
      word = knowledge_.provisions.obligation("modal", tree_.folded(aux));
      if (word == nullptr) word = knowledge_.provisions.obligation("modal", tree_.lemma(aux));
      found.word = tree_.folded(aux);
    } else if (reader_.is_to(top_) || (clause_.content != top_ && reader_.is_to(clause_.content))) {
      word = knowledge_.provisions.obligation("modal", "be_to");
      found.word = "be_to";
    } else if (has_to()) {
      word = knowledge_.provisions.obligation("modal", "have_to");
      found.word = "have_to";
    }
    if (word == nullptr) return {};
    found.level = word->obligation;
    found.standing = word->standing;
    found.modal = true;
    return found;
  }

  // "has to disarm them", also of a second verb: "and move them".
  [[nodiscard]] bool has_to() const {
    if (tree_.lemma(top_) != "have" || clause_.content == top_ || tree_.child(top_, "obj") >= 0 || is_yet_to(top_))
      return false;
    const TokenId first = clause_.governor == top_ ? tree_.child(top_, "xcomp") : -1;
    return tree_.child(first >= 0 ? first : clause_.content, "mark") >= 0;
  }

  // "has yet to reply"
  [[nodiscard]] bool is_yet_to(TokenId verb) const {
    return std::any_of(tree_.children(verb).begin(), tree_.children(verb).end(),
                       [&](TokenId c) { return tree_.folded(c) == "yet"; }) ||
           (verb + 1 < tree_.size() && tree_.folded(verb + 1) == "yet");
  }

  // From the finite verb down to what is to be done.
  [[nodiscard]] std::vector<TokenId> verbs() const {
    std::vector<TokenId> chain = {top_};
    TokenId at = clause_.content;
    std::vector<TokenId> below;
    for (std::int32_t step = 0; step < kMaxSteps && at >= 0 && at != top_ && at != clause_.predicate; ++step) {
      below.push_back(at);
      at = tree_.head(at);
    }
    if (clause_.predicate != top_) chain.push_back(clause_.predicate);
    chain.insert(chain.end(), below.rbegin(), below.rend());
    return chain;
  }

  [[nodiscard]] const ObligationWord* word_of(const std::string& kind, TokenId verb, bool form = false) const {
    const auto& tables = knowledge_.provisions;
    if (form) {
      if (const ObligationWord* word = tables.obligation(kind, tree_.folded(verb)); word != nullptr) return word;
    }
    for (const TokenId c : tree_.children(verb)) {
      if (!tree_.is_any(c, {"compound:prt", "advmod"}) || c < verb) continue;
      const ObligationWord* word = tables.obligation(kind, tree_.lemma(verb) + "_" + tree_.folded(c));
      if (word != nullptr) return word;
    }
    return tables.obligation(kind, tree_.lemma(verb));
  }

  [[nodiscard]] Obligation make(const ObligationWord* word, TokenId verb, const Obligation& modal) const {
    Obligation found;
    found.level = word->obligation;
    found.standing = std::max(word->standing, modal.standing);
    found.modal = modal.modal;
    found.word = tree_.lemma(verb);
    return found;
  }

  // "pledge respect for the border"
  [[nodiscard]] bool pledges_principle(TokenId verb) const {
    const TokenId object = tree_.child(verb, "obj");
    return object > verb && knowledge_.provisions.is("principle_noun", tree_.lemma(object)) &&
           knowledge_.in_set("agreement_undertake", tree_.lemma(verb));
  }

  // "rests on", "is based on", "is guided by": with what it rests on.
  [[nodiscard]] bool rests(TokenId verb) const {
    const auto& below = tree_.children(verb);
    const bool on = std::any_of(below.begin(), below.end(), [&](TokenId c) {
      if (!tree_.is_any(c, {"obl", "obl:agent", "nmod"}) || c < verb) return false;
      const TokenId by = tree_.child(c, "case");
      if (by < 0 || knowledge_.provisions.is("time_noun", tree_.lemma(c))) return false;
      const std::string& form = tree_.folded(by);
      // "is rooted in", but "the text rests in a drawer".
      const bool in = form == "in" && tree_.child(verb, "aux:pass") >= 0;
      return form == "on" || form == "upon" || form == "by" || in || form == "from";
    });
    const bool object = tree_.child(verb, "obj") >= 0;
    return on && !object;
  }

  // "are barred", "is possible", "is obliged to": an adjective or participle with a form of be.
  [[nodiscard]] bool is_state(TokenId verb) const {
    return tree_.child(verb, "cop") >= 0 || tree_.child(verb, "aux:pass") >= 0 || tree_.lemma(verb) == "have";
  }

  [[nodiscard]] bool opens_to(TokenId verb) const {
    for (const TokenId c : tree_.children(verb)) {
      if (c > verb && tree_.is_any(c, {"xcomp", "ccomp", "advcl", "acl"})) return true;
      const TokenId by = tree_.child(c, "case");
      if (c > verb && by >= 0 &&
          (tree_.folded(by) == "towards" || tree_.folded(by) == "toward" || tree_.folded(by) == "for"))
        return true;
    }
    return false;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const TreatyClauseReader& reader_;
  const TreatyClause& clause_;
  TokenId top_;
};

}  // namespace

bool negated(const Tree& tree, const Knowledge& knowledge, const TreatyClause& clause) {
  const auto negative = [&](TokenId t) {
    return knowledge.in_set("grammar_negation", tree.lemma(t)) ||
           knowledge.in_set("grammar_negation", tree.folded(t)) || tree.lemma(t) == "none";
  };
  if (clause.subject >= 0) {
    if (negative(clause.subject)) return true;
    for (const TokenId c : tree.children(clause.subject)) {
      if (tree.is_any(c, {"det", "advmod", "cc:preconj", "nummod"}) && negative(c)) return true;
      const TokenId no = tree.is(c, "nmod:poss") ? tree.child(c, "det") : -1;  // "no third state's soldiers"
      if (no >= 0 && negative(no)) return true;
    }
  }
  const TokenId object = tree.child(clause.content, "obj");  // "may carry no weapon"
  const TokenId no = object >= 0 ? tree.child(object, "det") : -1;
  if (no >= 0 && negative(no)) return true;
  for (const TokenId verb : {clause.predicate, clause.content}) {
    for (const TokenId c : tree.children(verb)) {
      if (tree.is_any(c, {"advmod", "det", "cc:preconj"}) && negative(c)) return true;
    }
  }
  return false;
}

Obligation read_obligation(const Tree& tree, const Knowledge& knowledge, const TreatyClauseReader& reader,
                           const TreatyClause& clause, bool by_instrument) {
  return ObligationReader(tree, knowledge, reader, clause).read(by_instrument);
}

}  // namespace entente

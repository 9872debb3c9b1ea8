#include "statements/rejections.h"

#include <optional>

namespace entente {
namespace {

class RejectionFinder {
 public:
  RejectionFinder(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors)
      : tree_(tree), knowledge_(knowledge), actors_(actors) {}

  [[nodiscard]] std::optional<Rejection> read(TokenId verb) const {
    if (!tree_.has_upos(verb, {"VERB"})) return std::nullopt;
    Rejection found;
    found.verb = verb;
    found.thing = thing_of(verb);
    if (found.thing < 0) return std::nullopt;
    const auto words = tree_.subtree(verb);
    bool called_false = false;
    for (const TokenId t : words) {
      if (t != verb && tells("denying", tree_.lemma(t))) called_false = true;
      if (tree_.head(t) == verb && tells("negation", tree_.folded(t))) return std::nullopt;
      const ActorMention* mention = actors_.mention(t);
      if (mention == nullptr || tree_.head(t) != verb) continue;
      found.names.insert(mention->actor.name);
      if (mention->actor.code.has_value()) found.codes.insert(*mention->actor.code);
    }
    const std::string& lemma = tree_.lemma(verb);
    const bool rejects =
        tells("rejecting", lemma) || tells("denial", lemma) || (called_false && tells("naming", lemma));
    if (!rejects) return std::nullopt;
    found.words = {words.front(), words.back() + 1};
    return found;
  }

 private:
  [[nodiscard]] bool tells(std::string_view kind, const std::string& word) const {
    return knowledge_.statement_word(kind, word);
  }

  [[nodiscard]] bool is_charge(TokenId t) const {
    return tree_.has_upos(t, {"NOUN"}) && tells("charge", tree_.lemma(t));
  }

  // "The army denied it", "the minister called that a fable": what was said just before.
  [[nodiscard]] bool points_back(TokenId t, TokenId verb) const {
    if (!tree_.has_upos(t, {"PRON", "DET"}) || !tells("pointing", tree_.folded(t))) return false;
    return tells("denial", tree_.lemma(verb)) || tree_.has_feat(t, "PronType=Dem");
  }

  [[nodiscard]] TokenId thing_of(TokenId verb) const {
    for (const TokenId c : tree_.children(verb)) {
      // "an allegation rejected by": the parser may take it for a subject.
      const bool passive = tree_.is(c, "nsubj") && tree_.word(verb).xpos == "VBN" && tree_.child(verb, "aux") < 0;
      if ((tree_.is_any(c, {"obj", "nsubj:pass"}) || passive) && is_charge(c)) return c;
      if (tree_.is(c, "obj") && points_back(c, verb)) return c;
    }
    // "gave short shrift to a report that": of the idiom's preposition.
    for (const TokenId c : tree_.children(verb)) {
      if (tree_.is(c, "obl") && tells("rejecting_idiom", tree_.lemma(verb)) && is_charge(c)) return c;
    }
    const TokenId above = tree_.head(verb);
    return above >= 0 && tree_.is_any(verb, {"acl", "acl:relcl"}) && is_charge(above) ? above : -1;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const ActorFinder& actors_;
};

}  // namespace

std::vector<Rejection> find_rejections(const Tree& tree, const Knowledge& knowledge, const ActorFinder& actors) {
  const RejectionFinder finder(tree, knowledge, actors);
  std::vector<Rejection> found;
  for (TokenId t = 0; t < tree.size(); ++t) {
    if (std::optional<Rejection> rejection = finder.read(t); rejection.has_value())
      found.push_back(std::move(*rejection));
  }
  return found;
}

}  // namespace entente

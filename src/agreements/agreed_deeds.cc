#include "agreements/agreed_deeds.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr std::size_t kMaxDeeds = 30;  // joined in one sentence

class AgreedDeeds {
 public:
  AgreedDeeds(const Tree& tree, const Knowledge& knowledge, const std::function<bool(TokenId)>& about)
      : tree_(tree), knowledge_(knowledge), about_(about) {}

  [[nodiscard]] std::vector<AgreedDeed> read(TokenSpan sentence) const {
    std::vector<AgreedDeed> found;
    for (TokenId t = sentence.begin.value; t < sentence.end.value; ++t) {
      const TokenId paper = infinitive(t) ? paper_of(t) : -1;
      if (paper >= 0) add_joined(t, paper, found);
    }
    return found;
  }

 private:
  // "to free"
  [[nodiscard]] bool infinitive(TokenId t) const {
    if (tree_.word(t).xpos != "VB" || tree_.child(t, "nsubj") >= 0) return false;
    const TokenId mark = tree_.child(t, "mark");
    return mark >= 0 && mark < t && tree_.folded(mark) == "to";
  }

  // "a deal to free", "signed a deal on Monday to free", "signed a deal, agreeing to free": the deal; -1: of none.
  [[nodiscard]] TokenId paper_of(TokenId t) const {
    const TokenId head = tree_.head(t);
    // "agreed to resume their ties. The joint statement": what they undertook is the instrument.
    if (head >= 0 && head < t && tree_.is(t, "xcomp") && tree_.has_upos(head, {"VERB"}) && about_(head)) return head;
    if (head < 0 || head > t || says_why(t)) return -1;
    if (tree_.is(t, "acl") && about_(head) && tree_.has_upos(head, {"NOUN"})) return settled(head) ? head : -1;
    if (tree_.is(t, "xcomp") && knowledge_.in_set("agreement_undertake", tree_.lemma(head))) {
      // "agreeing to free", "agreed in a joint statement to free"
      if (tree_.word(head).xpos == "VBG")
        return tree_.is_any(head, {"advcl", "acl"}) ? paper_by(tree_.head(head), t) : -1;
      const TokenId paper = paper_by(head, t);
      return paper >= 0 && preposition(tree_, paper) == "in" ? paper : -1;
    }
    return tree_.is(t, "advcl") && knowledge_.in_set("agreement_closing", tree_.lemma(head)) ? paper_by(head, t) : -1;
  }

  // "a deal", "an understanding"; not "a proposal".
  [[nodiscard]] bool settled(TokenId noun) const {
    const auto rows = knowledge_.instruments.find(tree_.lemma(noun));
    const bool solid = rows != knowledge_.instruments.end() && rows->second.back().kind == InstrumentNoun::Kind::kSolid;
    return solid || knowledge_.in_set("agreement_deed", tree_.lemma(noun));
  }

  // The one that the verb above concludes, before t.
  [[nodiscard]] TokenId paper_by(TokenId verb, TokenId t) const {
    if (verb < 0) return -1;
    if (about_(verb) && tree_.has_upos(verb, {"NOUN"})) return verb;
    for (const TokenId c : tree_.children(verb)) {
      const bool noun = c < t && tree_.is_any(c, {"obj", "obl", "nsubj:pass"}) && tree_.has_upos(c, {"NOUN", "PROPN"});
      if (noun && about_(c)) return c;
    }
    return -1;
  }

  // "a deal to end the war", "a pact to be signed in May", "a treaty to replace the old one": what it is for, or what
  // becomes of it.
  [[nodiscard]] bool says_why(TokenId t) const {
    const auto& tables = knowledge_.provisions;
    const std::string& verb = tree_.lemma(t);
    const bool passive = tree_.child(t, "aux:pass") >= 0;
    if (tables.is("step", verb) || verb == "be") return true;
    if (passive && tables.is("handled", verb)) return true;
    const TokenId object = tree_.child(t, "obj");
    if (object < 0 && !passive) {
      const auto& below = tree_.children(t);
      return std::none_of(below.begin(), below.end(), [&](TokenId c) { return c > t && !tree_.is(c, "punct"); });
    }
    return object >= 0 && (knowledge_.in_set("agreement_fighting", tree_.lemma(object)) ||
                           tables.is("trouble", tree_.lemma(object)) || tables.is("document", tree_.lemma(object)));
  }

  void add_joined(TokenId verb, TokenId paper, std::vector<AgreedDeed>& found) const {
    std::vector<TokenId> verbs = {verb};
    for (std::size_t i = 0; i < verbs.size() && verbs.size() < kMaxDeeds; ++i) {
      for (const TokenId c : tree_.children(verbs[i])) {
        if (tree_.is(c, "conj") && c > verb && tree_.word(c).xpos == "VB" && tree_.child(c, "nsubj") < 0)
          verbs.push_back(c);
      }
    }
    for (const TokenId v : verbs) {
      AgreedDeed deed = {v, paper, words_of(v)};
      if (deed.words.size() > 1 && found.size() < kMaxDeeds) found.push_back(std::move(deed));
    }
  }

  // From "to" on, in one run.
  [[nodiscard]] std::vector<TokenId> words_of(TokenId verb) const {
    const auto below = tree_.subtree(verb, [&](TokenId c) {
      return c != verb &&
             (tree_.is_any(c, {"parataxis", "cc", "punct"}) ? tree_.head(c) == verb
                                                            : tree_.is(c, "conj") && tree_.head(c) == verb);
    });
    std::vector<TokenId> words;
    for (const TokenId t : below) {
      if (!words.empty() && t > verb && t - words.back() > 1 && !tree_.has_upos(t - 1, {"PUNCT"})) break;
      words.push_back(t);
    }
    while (words.size() > 1 && tree_.has_upos(words.back(), {"PUNCT", "CCONJ"})) words.pop_back();
    return words;
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const std::function<bool(TokenId)>& about_;
};

}  // namespace

std::vector<AgreedDeed> agreed_deeds(const Tree& tree, const Knowledge& knowledge, TokenSpan sentence,
                                     const std::function<bool(TokenId)>& about) {
  return AgreedDeeds(tree, knowledge, about).read(sentence);
}

}  // namespace entente

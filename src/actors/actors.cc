#include "actors/actors.h"

#include <algorithm>

#include "actors/resolver.h"

namespace entente {

bool is_party(const ActorMention& mention) {
  return mention.kind != ActorMention::Kind::kNone && mention.kind != ActorMention::Kind::kOther &&
         mention.kind != ActorMention::Kind::kPlace;
}

struct ActorFinder::Impl {
  Impl(const Tree& tree_in, const Knowledge& knowledge_in)
      : tree(tree_in), knowledge(knowledge_in), resolver(tree_in, knowledge_in) {
    resolver.remember_all();
  }

  // "a Saudi-led strike", "Taliban-claimed attacks": who stands before the hyphen does it; not so "US-backed".
  [[nodiscard]] TokenId doer_before(TokenId t) const {
    if (!tree.is(t, "amod") || !tree.has_upos(t, {"VERB"}) || !knowledge.in_set("doing_participles", tree.lemma(t)))
      return -1;
    const TokenId doer = tree.child(t, "compound");
    return doer >= 0 && doer < t ? doer : -1;
  }

  const Tree& tree;
  const Knowledge& knowledge;
  // Filled by remember_all; what it looks up later is in its memo.
  mutable Resolver resolver;
};

ActorFinder::ActorFinder(const Tree& tree, const Knowledge& knowledge)
    : impl_(std::make_unique<Impl>(tree, knowledge)) {}
ActorFinder::~ActorFinder() = default;

const ActorMention* ActorFinder::mention(TokenId t) const {
  if (t < 0) return nullptr;
  const auto& own = impl_->resolver.referents(t);
  return own.empty() ? nullptr : &own[0];
}

const std::vector<ActorMention>& ActorFinder::referents(TokenId t) const {
  static const std::vector<ActorMention> kNobody;
  return t < 0 ? kNobody : impl_->resolver.referents(t);
}

std::vector<ActorMention> ActorFinder::parties(TokenId t) const {
  if (t < 0) return {};
  const TokenId doer = impl_->doer_before(t);
  return impl_->resolver.parties(doer >= 0 ? doer : t);
}

std::vector<ActorMention> ActorFinder::parties_or_owner(TokenId t) const {
  std::vector<ActorMention> own = parties(t);
  own.erase(
      std::remove_if(own.begin(), own.end(), [](const ActorMention& m) { return m.kind == ActorMention::Kind::kNone; }),
      own.end());
  if (t < 0) return own;
  // "the use of force by the police": who did it, rather than a thing of some country.
  const bool things =
      std::all_of(own.begin(), own.end(), [](const ActorMention& m) { return m.kind == ActorMention::Kind::kOther; });
  if (!things) return own;
  const Tree& tree = impl_->tree;
  std::vector<TokenId> below = tree.children(t);  // "by" may hang from what stands after "of"
  for (const TokenId c : tree.children(t)) {
    if (tree.is(c, "nmod")) below.insert(below.end(), tree.children(c).begin(), tree.children(c).end());
  }
  for (const TokenId c : below) {
    if (!tree.is(c, "nmod") || preposition(tree, c) != "by") continue;
    if (std::vector<ActorMention> doers = parties(c); !doers.empty()) return doers;
  }
  if (!own.empty()) return own;
  for (const char* wanted : {"by", "poss", "of", "against", "on"}) {
    for (const TokenId c : tree.children(t)) {
      const bool poss = tree.is(c, "nmod:poss");
      const bool fits =
          std::string(wanted) == "poss" ? poss : !poss && tree.is(c, "nmod") && preposition(tree, c) == wanted;
      if (!fits) continue;
      own = parties(c);
      if (!own.empty()) return own;
    }
  }
  return own;
}

std::optional<ActorMention> ActorFinder::target(TokenId t) const {
  return t < 0 ? std::nullopt : impl_->resolver.target(t);
}

std::string ActorFinder::likely_state(TokenId t, const std::string& doer) const {
  return t < 0 ? "" : impl_->resolver.likely_state(t, doer);
}

std::string ActorFinder::side_heard(TokenId t, bool of_office) const {
  return t < 0 ? "" : impl_->resolver.side_heard(t, of_office);
}

const std::string& ActorFinder::main_state() const { return impl_->resolver.main_state(); }
const std::string& ActorFinder::story_state() const { return impl_->resolver.story_state(); }

const ActorMention* ActorFinder::place(TokenId t) const {
  const ActorMention* found = mention(t);
  if (found == nullptr) return nullptr;
  const bool is_place = found->kind == ActorMention::Kind::kPlace || found->kind == ActorMention::Kind::kCapital ||
                        (found->kind == ActorMention::Kind::kState && found->actor.via == "name");
  return is_place ? found : nullptr;
}

}  // namespace entente

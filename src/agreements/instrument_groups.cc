#include "agreements/instrument_groups.h"

#include <algorithm>
#include <map>

#include "actors/phrase.h"
#include "agreements/instrument_contrast.h"

namespace entente {
namespace {

using Kind = InstrumentNoun::Kind;

constexpr std::size_t kMostGroups = 100;    // that a phrase may point back to
constexpr std::int32_t kPronounReach = 3;   // sentences from a pronoun back to what it means
constexpr std::int32_t kPendingReach = 2;   // from a name back to what was told of it before
constexpr std::int32_t kRenamedReach = 12;  // from "the pact" back to an agreement
constexpr std::int32_t kDeedReach = 1;      // from "that accord" back to what was undertaken

class Grouper {
 public:
  Grouper(const Tree& tree, const Knowledge& knowledge, const InstrumentReader& instruments,
          const std::vector<FoundStep>& steps)
      : tree_(tree), knowledge_(knowledge), instruments_(instruments), steps_(steps), contrast_(tree, knowledge) {}

  [[nodiscard]] std::vector<InstrumentGroup> group() {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      steps_about_[steps_[i].about].push_back(i);
      instruments_of_[steps_[i].trigger].insert(steps_[i].about);
    }
    for (TokenId t = 0; t < tree_.size(); ++t) {
      if (auto named = instruments_.read(t); named.has_value()) {
        add_noun(std::move(*named));
      } else if (steps_about_.contains(t) || knowledge_.in_set("grammar_it", tree_.folded(t))) {
        add_pronoun(t);
      }
    }
    return std::move(groups_);
  }

 private:
  // A relative clause behind the noun, also where the parser hangs it from the main verb: "the accord, under which X".
  [[nodiscard]] bool tells_what_it_is(TokenId verb, TokenId noun) const {
    if (tree_.is(verb, "acl") && tree_.head(verb) == noun) return true;
    TokenId w = noun + 1;
    if (w < tree_.size() && tree_.folded(w) == ",") ++w;
    if (w + 1 >= tree_.size() || !tree_.has_upos(w, {"ADP"})) return false;
    return tree_.word(w + 1).xpos == "WDT" && tree_.head(w + 1) == verb;
  }

  void join(std::size_t index, TokenId t, bool founds) {
    InstrumentGroup& group = groups_[index];
    group.mentions.push_back(t);
    last_ = index;
    const auto about = steps_about_.find(t);
    if (about == steps_about_.end()) return;
    for (const std::size_t i : about->second) {
      // "under the treaty X shall": whoever X is, he need not be a party.
      const bool loose = steps_[i].row->doer == InstrumentStep::Doer::kAll && steps_[i].row->status.empty() &&
                         !steps_[i].applies && !steps_[i].breaks &&
                         steps_[i].status != "negated";  // "no drill turns under the contract"
      // "The accord by which X has repaid its neighbour": who is told of in its own words.
      const bool own = tells_what_it_is(steps_[i].trigger, t);
      if (founds || (own && steps_[i].doers.size() > 1) || !loose) group.steps.push_back(steps_[i]);
    }
  }

  // An instrument that more is told of than its noun: what a pronoun or "the text" may mean.
  [[nodiscard]] bool stands(const InstrumentGroup& group) const {
    const NamedInstrument& first = group.nouns.front();
    return first.row->kind == Kind::kSolid || !first.title.empty() || !group.steps.empty();
  }

  // The group that "it" or "the paper" means: the last one, but no contracts and no plan that nothing is told of where
  // another stands near.
  [[nodiscard]] std::size_t referent(TokenId t) const {
    if (groups_.empty()) return 0;
    const bool one = !tree_.has_feat(t, "Number=Plur");
    const auto fits = [&](const InstrumentGroup& group) {
      const bool many = tree_.has_feat(group.nouns.front().noun, "Number=Plur") && group.nouns.front().title.empty();
      // "The new treaty replaces it": another.
      return stands(group) && !(one && many) && within(group.mentions.back(), t, kPronounReach) &&
             !contrast_.faces(t, group);
    };
    if (fits(groups_[last_])) return last_;
    const std::size_t found = latest(fits);
    return found != groups_.size() ? found : last_;
  }

  void add_pronoun(TokenId t) {
    if (tree_.has_upos(t, {"VERB"})) {  // "they undertook to share the water", "they signed at noon"
      const auto told = steps_about_.find(t);
      const bool signing = told != steps_about_.end() && steps_[told->second.front()].row->status == "signed";
      (signing ? pending_ : undertaking_) = t;
      return;
    }
    const std::size_t meant = referent(t);
    // "X proposed another text to Y. It is": that text, which a name may follow.
    const bool text = pending_ >= 0 && tree_.has_upos(pending_, {"NOUN"}) && within(pending_, t, kDeedReach);
    if (text && meant < groups_.size() && pending_ > groups_[meant].mentions.back()) return;
    const bool near = meant < groups_.size() && within(groups_[meant].mentions.back(), t, kPronounReach) &&
                      !contrast_.faces(t, groups_[meant]);
    if (near) join(meant, t, false);
    const auto about = steps_about_.find(t);
    const bool signing = about != steps_about_.end() && settles(steps_[about->second.front()]);
    if (!near && signing) pending_ = t;
  }

  [[nodiscard]] bool within(TokenId before, TokenId t, std::int32_t sentences) const {
    return before >= 0 && tree_.sentence(t) - tree_.sentence(before) <= sentences;
  }

  // "They signed it on Monday. The Treaty on Y": what was told of the instrument before its name.
  void take_pending(std::size_t index, const NamedInstrument& named) {
    // "They signed at noon. Under the accord that X and Y had signed": another.
    const bool signing = pending_ >= 0 && tree_.has_upos(pending_, {"VERB"});
    const bool other = signing && signed_by_several(named);
    if (!other && within(pending_, named.noun, kPendingReach)) join(index, pending_, false);
    pending_ = -1;
  }

  void add_noun(NamedInstrument named) {
    const TokenId noun = named.noun;
    std::size_t index = find(named);
    if (index == groups_.size()) {
      if ((named.row->kind == Kind::kPart && !drawn_up(named)) ||
          (named.row->kind == Kind::kPaper && !signed_anew(named) && !names_deed(named))) {
        // "An older text gathers dust: the communique in which": what befell it is told before its name.
        const bool another = named.indefinite || contrast_.is_another(noun);
        if (named.row->kind == Kind::kPaper && another && steps_about_.contains(noun)) pending_ = noun;
        return;
      }
      if (names_untold(named)) {
        add_mention(last_, std::move(named));
        return;
      }
      const bool undertaken = refers_to_undertaking(named);
      groups_.emplace_back();
      if (undertaken) join(index, undertaking_, false);
      take_pending(index, named);
      // "The text that X and Y signed is a communique".
      if (const TokenId told = tree_.child(noun, "nsubj"); named.predicate && steps_about_.contains(told))
        join(index, told, true);
    }
    add_mention(index, std::move(named));
  }

  void add_mention(std::size_t index, NamedInstrument named) {
    const TokenId noun = named.noun;
    const bool founds = named.indefinite || named.year >= 0 || named.parties.size() > 1;
    groups_[index].lemmas.insert(tree_.lemma(noun));
    if (!named.title.empty()) groups_[index].titles.insert(fold_case(named.title));
    groups_[index].nouns.push_back(std::move(named));
    join(index, noun, founds);
  }

  // "An understanding breathed its last on Monday. By the X Framework, to which they had put their names": the name of
  // what was told of before.
  [[nodiscard]] bool names_untold(const NamedInstrument& named) const {
    // "The second, the X Declaration": told apart from the first.
    TokenId start = tree_.subtree(named.noun).front();
    if (tree_.folded(start) == ",") ++start;
    const bool counted = start > 1 && tree_.folded(start - 1) == "," && tree_.has_upos(start - 2, {"ADJ", "NUM"});
    if (groups_.empty() || named.title.empty() || counted || !signed_by_several(named)) return false;
    const InstrumentGroup& last = groups_[last_];
    const NamedInstrument& first = last.nouns.front();
    const bool bare = first.title.empty() && first.parties.empty() && first.partners.empty() && first.year < 0;
    const bool doers =
        std::any_of(last.steps.begin(), last.steps.end(), [](const FoundStep& step) { return step.doers.size() > 1; });
    return bare && !doers && !last.steps.empty() && within(last.mentions.back(), named.noun, kPronounReach) &&
           knowledge_.in_set("agreement_generic", tree_.lemma(first.noun));
  }

  [[nodiscard]] bool signed_by_several(const NamedInstrument& named) const {
    const auto about = steps_about_.find(named.noun);
    if (about == steps_about_.end()) return false;
    return std::any_of(about->second.begin(), about->second.end(),
                       [&](std::size_t i) { return settles(steps_[i]) && steps_[i].doers.size() > 1; });
  }

  // "That accord", after what two parties undertook.
  [[nodiscard]] bool refers_to_undertaking(const NamedInstrument& named) const {
    const bool pointing = !named.indefinite && named.title.empty() && named.parties.size() < 2;
    // "They undertook to keep the truce": an older one.
    const bool object = undertaking_ >= 0 && tree_.is_below(named.noun, undertaking_);
    // "The memorandum by which they undertook not to build. The text": that memorandum.
    const bool older = undertaking_ >= 0 && named.row->kind != Kind::kSolid &&
                       (tree_.is_any(undertaking_, {"acl", "acl:relcl"}) ||
                        (!groups_.empty() && within(groups_[last_].mentions.back(), undertaking_, 0)));
    return pointing && !object && !older && within(undertaking_, named.noun, kDeedReach) &&
           knowledge_.in_set("agreement_undertaken", tree_.lemma(named.noun));
  }

  // "They signed in the capital. The paper commits": of what they did, where no instrument was told of.
  [[nodiscard]] bool names_deed(const NamedInstrument& named) const {
    const bool signing = groups_.empty() && pending_ >= 0 && tree_.has_upos(pending_, {"VERB"}) && !named.indefinite &&
                         within(pending_, named.noun, kPendingReach);
    return signing || refers_to_undertaking(named);
  }

  [[nodiscard]] static bool tells(const InstrumentGroup& group) {
    return std::any_of(group.steps.begin(), group.steps.end(),
                       [](const FoundStep& step) { return settles(step) && happened(step); });
  }

  // "They put their names to a paper": a new one, whatever it is.
  [[nodiscard]] bool signed_anew(const NamedInstrument& named) {
    const auto about = steps_about_.find(named.noun);
    if (about == steps_about_.end()) return false;
    // "The document that ended the quarrel was signed by X and Y", where none was told of before.
    if (!named.indefinite) return groups_.empty() && signed_by_several(named) && named.row->form.empty();
    const bool bare = tree_.child(named.noun, "det") < 0;  // "put pen to paper on a deal": the deal
    return std::any_of(about->second.begin(), about->second.end(), [&](std::size_t i) {
      const bool other = bare && instruments_of_[steps_[i].trigger].size() > 1;
      return !other && settles(steps_[i]) && happened(steps_[i]);
    });
  }

  // "The draft that X and Y worked out in 2011": an instrument, which no other noun names.
  [[nodiscard]] bool drawn_up(const NamedInstrument& named) const {
    const auto about = steps_about_.find(named.noun);
    if (about == steps_about_.end()) return false;
    return std::any_of(about->second.begin(), about->second.end(), [&](std::size_t i) {
      const FoundStep& step = steps_[i];
      return settles(step) && happened(step) && step.doers.size() > 1 && tree_.is(step.trigger, "acl") &&
             tree_.is_below(step.trigger, named.noun);
    });
  }

  // Told with a signing of its own: "the pact that they signed in 2001", "the accord on which X is negotiating with Y".
  [[nodiscard]] bool signed_apart(const NamedInstrument& named) const {
    const auto about = steps_about_.find(named.noun);
    if (about == steps_about_.end()) return false;
    return std::any_of(about->second.begin(), about->second.end(), [&](std::size_t i) {
      const TokenId trigger = steps_[i].trigger;
      const bool talks = steps_[i].row->status == "proposed" && steps_[i].doers.size() > 1;
      const bool told = settles(steps_[i]) || talks;
      if (told && tree_.is(trigger, "acl") && tree_.is_below(trigger, named.noun)) return true;
      // "The border treaty was concluded by X and Y", after a protocol that they signed.
      const bool main = tree_.is(named.noun, "nsubj:pass") && tree_.head(named.noun) == trigger;
      return main && settles(steps_[i]) && steps_[i].doers.size() > 1 && has_own_matter(named);
    });
  }

  // "The border treaty", after another instrument that has been settled.
  [[nodiscard]] bool has_own_matter(const NamedInstrument& named) const {
    const auto& below = tree_.children(named.noun);
    const bool matter = std::any_of(below.begin(), below.end(), [&](TokenId c) { return tree_.is(c, "compound"); });
    return matter && !groups_.empty() && tells(groups_[last_]) &&
           groups_[last_].nouns.front().row->form != named.row->form;
  }

  // The last group, in order of their last mentions, for which `fits` is true; their number where there is none.
  template <class Fits>
  [[nodiscard]] std::size_t latest(const Fits& fits) const {
    std::size_t best = groups_.size();
    const std::size_t first = groups_.size() - std::min(groups_.size(), kMostGroups);
    for (std::size_t i = first; i < groups_.size(); ++i) {
      if (!fits(groups_[i])) continue;
      if (best == groups_.size() || groups_[i].mentions.back() > groups_[best].mentions.back()) best = i;
    }
    return best;
  }

  [[nodiscard]] std::size_t find_title(const NamedInstrument& named) const {
    const std::string title = fold_case(named.title);
    return latest([&](const InstrumentGroup& group) {
      return std::any_of(group.titles.begin(), group.titles.end(), [&](const std::string& other) {
        return other.find(title) != std::string::npos || title.find(other) != std::string::npos;
      });
    });
  }

  // "The accord of 1974, an instrument that X ratified": the accord.
  [[nodiscard]] std::size_t find_apposed(const NamedInstrument& named) const {
    if (named.row->kind != Kind::kPaper || !tree_.is(named.noun, "appos")) return groups_.size();
    for (TokenId t = tree_.head(named.noun); t >= 0; t = tree_.head(t)) {
      const std::size_t found = latest([&](const InstrumentGroup& group) {
        return std::find(group.mentions.begin(), group.mentions.end(), t) != group.mentions.end();
      });
      if (found != groups_.size()) return found;
      if (!tree_.is_any(t, {"nmod", "appos", "conj", "flat", "compound"})) break;
    }
    return groups_.size();
  }

  // "The water pact", after an Agreement on Water and a protocol: what its own words name again.
  [[nodiscard]] std::size_t find_by_matter(const NamedInstrument& named) const {
    if (named.row->kind != Kind::kSolid) return groups_.size();
    const auto& children = tree_.children(named.noun);
    return latest([&](const InstrumentGroup& group) {
      return std::any_of(children.begin(), children.end(), [&](TokenId c) {
        const bool names = tree_.is_any(c, {"compound", "amod"}) && tree_.has_upos(c, {"NOUN", "PROPN"});
        return names && std::any_of(group.titles.begin(), group.titles.end(),
                                    [&](const std::string& title) { return holds_word(title, tree_.folded(c)); });
      });
    });
  }

  [[nodiscard]] bool stands_apart(const NamedInstrument& named, const InstrumentGroup& group) const {
    std::vector<FoundStep> own;
    if (const auto about = steps_about_.find(named.noun); about != steps_about_.end()) {
      for (const std::size_t i : about->second) own.push_back(steps_[i]);
    }
    return contrast_.differs(named, own, group);
  }

  // The group that a phrase points back to; their number where it tells of an instrument for the first time.
  [[nodiscard]] std::size_t find(const NamedInstrument& named) const {
    const std::size_t found = find_alike(named);
    if (!named.title.empty() || named.predicate || found == groups_.size()) return found;
    return named.row->kind != Kind::kPart && stands_apart(named, groups_[found]) ? groups_.size() : found;
  }

  [[nodiscard]] std::size_t find_alike(const NamedInstrument& named) const {
    const std::size_t none = groups_.size();
    if (groups_.empty()) return none;
    if (named.predicate) {
      const TokenId subject = named.called >= 0 ? named.called : tree_.child(named.noun, "nsubj");
      const InstrumentNoun* row = instruments_.row(subject);
      // "That paper is the X Declaration, to which they put their names": told of by itself.
      const bool apart = !named.title.empty() && signed_apart(named) && tells(groups_[last_]);
      const bool points = row != nullptr || knowledge_.in_set("grammar_it", tree_.folded(subject));
      // "X proposed another text to Y. It is a draft treaty": that text.
      if (points && within(pending_, named.noun, kDeedReach) && pending_ > groups_[last_].mentions.back()) return none;
      return points && !apart ? last_ : none;
    }
    if (!named.title.empty()) return find_title(named);
    if (const std::size_t beside = find_apposed(named); beside != none) return beside;
    if (named.indefinite || named.parties.size() > 1 || named.year >= 0 || contrast_.is_another(named.noun))
      return none;
    const bool apart = signed_apart(named) || !named.partners.empty();
    const std::size_t same = latest([&](const InstrumentGroup& group) {
      return group.lemmas.contains(tree_.lemma(named.noun)) &&
             (named.partners.empty() || !group.nouns.front().partners.empty());
    });
    // "The treaty", after one that was signed and another that is only wished for: the first.
    const std::size_t done = same == none || tells(groups_[same]) ? none : latest([&](const InstrumentGroup& group) {
      return group.lemmas.contains(tree_.lemma(named.noun)) && named.partners.empty() && tells(group);
    });
    if (done != none && !apart) return done;
    if (same != none) return same;
    const Kind kind = named.row->kind;
    if (apart && kind != Kind::kPaper) return none;
    if (const std::size_t told = find_by_matter(named); told != none) return told;
    if (kind == Kind::kPart && drawn_up(named)) return none;
    if (refers_to_undertaking(named) && undertaking_ > groups_[last_].mentions.back()) return none;
    if (kind == Kind::kPaper || kind == Kind::kPart) return referent(named.noun);
    if (knowledge_.in_set("agreement_generic", tree_.lemma(named.noun))) {
      // "The pact", after an annex or a loan of which nothing more was told: of what is one by itself.
      const Kind last = groups_[last_].nouns.front().row->kind;
      const bool stands_alone = last == Kind::kSolid || tells(groups_[last_]);
      if (stands_alone || (kind != Kind::kSolid && !knowledge_.in_set("agreement_scheme", tree_.lemma(named.noun))))
        return last_;
      if (kind != Kind::kSolid) return none;  // "a loan. The plan": another
      const std::size_t solid = latest([&](const InstrumentGroup& each) {
        return each.nouns.front().row->kind == Kind::kSolid && within(each.mentions.back(), named.noun, kRenamedReach);
      });
      return solid != none ? solid : last_;
    }
    return latest([&](const InstrumentGroup& group) {
      return kind == Kind::kSolid && group.nouns.front().row->form == named.row->form;
    });
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const InstrumentReader& instruments_;
  const std::vector<FoundStep>& steps_;
  InstrumentContrast contrast_;
  std::map<TokenId, std::vector<std::size_t>> steps_about_;
  std::map<TokenId, std::set<TokenId>> instruments_of_;  // of a verb: what it tells of
  std::vector<InstrumentGroup> groups_;
  std::size_t last_ = 0;      // the group mentioned last
  TokenId undertaking_ = -1;  // the last verb by which several bound themselves
  TokenId pending_ = -1;      // the last pronoun of something signed that nothing before names
};

}  // namespace

std::vector<InstrumentGroup> group_instruments(const Tree& tree, const Knowledge& knowledge,
                                               const InstrumentReader& instruments,
                                               const std::vector<FoundStep>& steps) {
  return Grouper(tree, knowledge, instruments, steps).group();
}

}  // namespace entente

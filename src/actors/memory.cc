// What the article told before: parties in their order, names, bodies, groups, places.
#include <algorithm>

#include "actors/resolver.h"

namespace entente {
namespace {

constexpr std::size_t kMaxMemory = 4000;
constexpr TokenId kNameReach = 12;  // words from the first of a name to its acronym
constexpr double kSpeltOut = 0.95;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_acronym(const std::string& form) { return form.size() > 1 && std::all_of(form.begin(), form.end(), is_upper); }

// Where the words of a name begin that have no capital: "de la Fuente"; npos where none has.
std::size_t first_small_word(const std::string& name) {
  for (std::size_t space = name.find(' '); space != std::string::npos; space = name.find(' ', space + 1)) {
    if (space + 1 < name.size() && name[space + 1] >= 'a' && name[space + 1] <= 'z') return space + 1;
  }
  return std::string::npos;
}

}  // namespace

// "the Rapid Support Forces (RSF)": letters in brackets that are the first ones of the words before.
void Resolver::find_acronyms() {
  for (TokenId t = 2; t + 1 < tree_.size(); ++t) {
    const std::string& form = tree_.token(t).form;
    if (tree_.token(t - 1).form != "(" || tree_.token(t + 1).form != ")" || !is_acronym(form)) continue;
    std::size_t left = form.size();
    TokenId first = t - 1;
    while (left > 0 && first > 0 && t - first < kNameReach && tree_.sentence(first - 1) == tree_.sentence(t)) {
      --first;
      if (tree_.token(first).form[0] == form[left - 1]) --left;
    }
    if (left > 0) continue;
    TokenId head = t - 2;
    while (tree_.head(head) >= first && tree_.head(head) < t) head = tree_.head(head);
    acronyms_.emplace(form, std::make_pair(head, t));
  }
}

// What an acronym stands for, where the article has told: who else is called so elsewhere does not count.
std::vector<ActorMention> Resolver::spelt_out(const Phrase& phrase) {
  const auto known = acronyms_.find(tree_.token(phrase.head).form);
  if (known == acronyms_.end() || known->second.second > phrase.head) return {};
  std::vector<ActorMention> named = referents(known->second.first);
  if (named.size() != 1 || !is_party(named[0]) || !named[0].actor.code.has_value() || named[0].guessed) return {};
  return restate(std::move(named), phrase.first, phrase.last, "name", kSpeltOut);
}

void Resolver::remember(TokenId t) {
  // "a Houthi drone" names the movement all the same.
  if (tree_.is_any(t, {"amod", "compound"}) && phrases_.match_of(t) != nullptr) {
    const std::vector<ActorMention>& named = referents(t);
    if (!named.empty() && (can_be_called_group(named[0]) || can_be_called_bloc(named[0]))) named_groups_.push_back(t);
  }
  // Parts of a larger phrase speak through its head.
  if (tree_.is_any(t, {"compound", "amod", "flat", "fixed", "nmod:desc"}) || memory_.size() >= kMaxMemory) return;
  remember_names(t);
  const std::vector<ActorMention>& own = referents(t);
  if (own.empty()) return;
  // "the Brotherhood", after its full name.
  if (own[0].kind == ActorMention::Kind::kOrganisation && own[0].actor.via == "name" && tree_.has_upos(t, {"PROPN"})) {
    const std::size_t space = own[0].actor.text.rfind(' ');
    if (space != std::string::npos) names_.emplace(fold_case(own[0].actor.text.substr(space + 1)), own[0]);
    if (space != std::string::npos) names_.emplace(tree_.folded(t), own[0]);  // "the Tigers", of Tamil Eelam
  }
  const bool of_state = own[0].actor.code.has_value() && !own[0].guessed && own[0].kind != ActorMention::Kind::kState;
  const bool body = own[0].kind == ActorMention::Kind::kGroup && own[0].actor.via != "description" && own.size() == 1;
  const bool several = tree_.has_feat(t, "Number=Plur");
  if (of_state && (body || several)) same_words_[several ? tree_.lemma(t) + kSeveral : tree_.lemma(t)] = t;
  if (own[0].kind == ActorMention::Kind::kPlace || own[0].kind == ActorMention::Kind::kCapital) places_.push_back(t);
  Remembered entry;
  entry.token = t;
  entry.parties = tree_.is(t, "conj") ? own : parties(t);
  entry.parties.erase(
      std::remove_if(entry.parties.begin(), entry.parties.end(), [](const ActorMention& m) { return !is_party(m); }),
      entry.parties.end());
  if (entry.parties.empty()) return;
  entry.subject = tree_.is(t, "nsubj");
  entry.plural = entry.parties.size() > 1 || tree_.has_feat(t, "Number=Plur") || entry.parties[0].actor.type == "group";
  if (entry.parties.size() == 1 && entry.parties[0].kind == ActorMention::Kind::kPerson) {
    entry.gender = entry.parties[0].gender;
    const auto known = knowledge_.gender_of.find(entry.parties[0].actor.name);
    if (entry.gender == '?' && known != knowledge_.gender_of.end()) entry.gender = known->second;
  }
  memory_.push_back(std::move(entry));
}

// Persons by their full and their family names. What a title said of somebody outweighs what his name alone was given:
// in "the American envoy, X, ..." X is American, whatever the article is about.
void Resolver::remember_names(TokenId t) {
  std::vector<ActorMention>& own = referents_[static_cast<std::size_t>(t)];
  for (ActorMention& mention : own) {
    const bool named = mention.kind == ActorMention::Kind::kPerson && mention.actor.via != "pronoun" &&
                       mention.actor.via != "description";
    if (!named) continue;
    const std::string full = fold_case(mention.actor.name);
    remember_titles(t, full);
    const auto [known, fresh] = names_.emplace(full, mention);
    const bool bare = (mention.guessed || !mention.actor.code.has_value()) && !mention.actor.role.has_value();
    if (!fresh && bare && (known->second.actor.role.has_value() || !known->second.guessed)) {
      const Actor own_words = mention.actor;
      mention = known->second;
      mention.actor.span = own_words.span;
      mention.actor.text = own_words.text;
      continue;
    }
    if (!fresh && known->second.guessed && !mention.guessed) known->second = mention;
    const std::size_t space = full.rfind(' ');
    if (space == std::string::npos) continue;
    names_[full.substr(space + 1)] = mention;
    // "Zaim", after "Husni al-Zaim"
    const std::size_t article = full.find('-', space);
    if (article != std::string::npos &&
        knowledge_.in_set("grammar_name_article", full.substr(space + 1, article - space - 1)))
      names_[full.substr(article + 1)] = mention;
    // "De la Fuente", after "Juan Ramon de la Fuente"
    if (const std::size_t small = first_small_word(mention.actor.name); small != std::string::npos)
      names_[full.substr(small)] = mention;
    // "Kim", after "Kim Jong Un", whatever other Kim is known.
    if (mention.actor.code.has_value()) names_.emplace(full.substr(0, full.find(' ')), mention);
    // As the article writes it: "Hernandez", of whom the table has an accent.
    const NameMatch* match = phrases_.match_of(t);
    if (match != nullptr && match->last > match->first && senses_.holder_of(*match) != nullptr)
      names_[tree_.folded(match->last)] = mention;
  }
}

void Resolver::remember_all() {
  for (TokenId t = 0; t < tree_.size(); ++t) {
    (void)referents(t);
    remember(t);
  }
}

// "The governor" is the last one whose role is "governor", or "governor of Texas" in the tables of people.
const ActorMention* Resolver::remembered_role(const std::string& role, TokenId before) const {
  const auto fits = [&](const std::string& own) { return own == role || own.starts_with(role + " of "); };
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token >= before) continue;
    for (const ActorMention& mention : entry->parties) {
      if (mention.kind == ActorMention::Kind::kPerson && mention.actor.code.has_value() &&
          mention.actor.role.has_value() && fits(*mention.actor.role))
        return &mention;
    }
  }
  return nullptr;
}

const ActorMention* Resolver::last_person(TokenId before) const {
  for (auto entry = memory_.rbegin(); entry != memory_.rend(); ++entry) {
    if (entry->token < before && entry->parties.size() == 1 && entry->parties[0].kind == ActorMention::Kind::kPerson &&
        entry->parties[0].actor.role.has_value()) {
      return &entry->parties[0];
    }
  }
  return nullptr;
}

const ActorMention* Resolver::remembered_name(const Phrase& phrase) const {
  if (!tree_.has_upos(phrase.head, {"PROPN"})) return nullptr;
  const auto [first, last] = phrase.name.value_or(std::make_pair(phrase.head, phrase.head));
  const auto full = names_.find(fold_case(tree_.text(first, last)));
  if (full != names_.end()) return &full->second;
  if (first != last) return nullptr;
  const auto family = names_.find(tree_.folded(last));
  return family == names_.end() ? nullptr : &family->second;
}

}  // namespace entente

#include "engine/unknown_actors.h"

#include <algorithm>

#include "actors/actors.h"
#include "actors/name_matches.h"

namespace entente {
namespace {

using Kind = NameEntry::Kind;

constexpr std::int32_t kLongestPhrase = 120;  // code points
constexpr double kLeastConfidence = 0.75;
constexpr int kMaxSteps = 4;  // from a name up to the title that it stands with

struct Words {
  TokenId first = 0;
  TokenId last = 0;  // included
  TokenId head = 0;  // the one that hangs from outside
};

class UnknownFinder {
 public:
  UnknownFinder(const ParsedDocument& parsed, const Knowledge& knowledge)
      : tree_(parsed, &knowledge),
        knowledge_(knowledge),
        actors_(tree_, knowledge),
        matches_(find_names(tree_, knowledge)) {}

  [[nodiscard]] std::vector<UnknownMention> find() const {
    std::vector<UnknownMention> unknown;
    for (const Name& name : tree_.parsed().names) {
      const bool person = name.type == NameType::kPerson;
      if (!person && name.type != NameType::kOrganisation) continue;
      const std::optional<Words> words = words_of(name);
      if (!words.has_value() || (person ? known_person(*words) : known_organisation(*words))) continue;
      UnknownMention mention;
      mention.type = name.type;
      mention.name = tree_.text(words->first, words->last);
      if (!complete(unknown, mention) && stands_in_tables(mention.name)) continue;
      const TokenId top = guess(*words, person, mention);
      mention.phrase = phrase(*words, top);
      unknown.push_back(std::move(mention));
    }
    return unknown;
  }

 private:
  // Without "Mr" and what is not part of a name: articles, possessive marks.
  [[nodiscard]] std::optional<Words> words_of(const Name& name) const {
    Words words = {std::max(name.tokens.begin.value, 0), std::min(name.tokens.end.value, tree_.size()) - 1, -1};
    const auto outside = [&](TokenId t) {
      return tree_.has_upos(t, {"DET", "PART", "PUNCT", "ADP"}) ||
             knowledge_.in_set("grammar_honorific", tree_.folded(t));
    };
    while (words.first <= words.last && outside(words.first)) ++words.first;
    while (words.last >= words.first && outside(words.last)) --words.last;
    if (words.first > words.last) return std::nullopt;
    words.head = words.last;
    for (TokenId t = words.first; t <= words.last; ++t) {
      if (tree_.head(t) >= words.first && tree_.head(t) <= words.last) continue;
      words.head = t;
      break;
    }
    return words;
  }

  // By the name itself, or by what the article told of it before: "Mr X" of an article on a country that X leads.
  [[nodiscard]] bool known_person(const Words& words) const {
    const auto is_holder = [](const NameEntry& entry) { return entry.kind == Kind::kHolder; };
    for (const ActorMention& mention : actors_.referents(words.head)) {
      const auto found = knowledge_.names.find(name_key(mention.actor.name));
      const bool named = found != knowledge_.names.end() && mention.kind == ActorMention::Kind::kPerson;
      if (named && std::any_of(found->second.begin(), found->second.end(), is_holder)) return true;
    }
    return std::any_of(matches_.begin(), matches_.end(), [&](const NameMatch& match) {
      const bool overlaps = match.first <= words.last && words.first <= match.last;
      return overlaps && (match.entry(Kind::kHolder) != nullptr || match.entry(Kind::kHolderShort) != nullptr);
    });
  }

  // A name that the tables have, or one of a body that they describe: "the Dutch defence ministry".
  [[nodiscard]] bool known_organisation(const Words& words) const {
    return std::any_of(matches_.begin(), matches_.end(), [&](const NameMatch& match) {
      if (match.first <= words.first && words.last <= match.last) return true;
      if (!match.covers(words.head)) return false;
      return std::any_of(match.entries.begin(), match.entries.end(), [&](const NameEntry& entry) {
        const bool title = entry.kind == Kind::kTitle || entry.kind == Kind::kTitlePlural;
        if (title) return knowledge_.titles[static_cast<std::size_t>(entry.index)].kind == TitleKind::kBody;
        return entry.kind != Kind::kAdjective && entry.kind != Kind::kPlace && entry.kind != Kind::kHolderShort;
      });
    });
  }

  // What the words around the name say of country and sector; the word at whose phrase it was found.
  TokenId guess(const Words& words, bool person, UnknownMention& mention) const {
    TokenId t = words.head;
    TokenId top = t;
    for (int step = 0; step < kMaxSteps && t >= 0; ++step) {
      take_from(t, person, mention);
      for (const TokenId c : tree_.children(t)) {
        if (tree_.is(c, "appos")) take_from(c, person, mention);
      }
      top = t;
      if (!tree_.is_any(t, {"flat", "compound", "nmod:desc", "appos"})) break;
      t = tree_.head(t);
    }
    return top;
  }

  void take_from(TokenId t, bool person, UnknownMention& mention) const {
    for (const ActorMention& other : actors_.referents(t)) {
      // What was only concluded from where the article plays is no guess to offer.
      if (other.confidence < kLeastConfidence) continue;
      if (!mention.country.has_value()) mention.country = other.actor.code;
      // The sector of a place or a thing is only that of those who live there.
      const bool acts = other.kind == ActorMention::Kind::kPerson || other.kind == ActorMention::Kind::kGroup ||
                        other.kind == ActorMention::Kind::kOrganisation;
      if (acts && !mention.sector.has_value()) mention.sector = other.actor.sector;
      if (person) return;  // of several, the first is the one that the phrase is about
    }
  }

  // The phrase without what is told of it in clauses, or the name alone where that is long.
  [[nodiscard]] std::string phrase(const Words& words, TokenId top) const {
    std::vector<TokenId> all = tree_.subtree(top, [&](TokenId c) {
      return tree_.is_any(c,
                          {"acl", "conj", "cc", "parataxis", "case", "punct", "cop", "nsubj", "aux", "advmod", "mark"});
    });
    const TokenId first = std::min(all.front(), words.first);
    const TokenId last = std::max(all.back(), words.last);
    const CodePointSpan span = tree_.span(first, last);
    return span.size() <= kLongestPhrase ? tree_.text(span) : tree_.text(words.first, words.last);
  }

  // "Petrosyan" of an article that named Ruben Petrosyan before.
  static bool complete(const std::vector<UnknownMention>& before, UnknownMention& mention) {
    if (mention.type != NameType::kPerson || mention.name.find(' ') != std::string::npos) return false;
    for (const UnknownMention& earlier : before) {
      if (earlier.type != NameType::kPerson || !earlier.name.ends_with(" " + mention.name)) continue;
      mention.name = earlier.name;
      return true;
    }
    return false;
  }

  // A state, a title or a town that the model took for a person.
  [[nodiscard]] bool stands_in_tables(const std::string& name) const {
    const auto found = knowledge_.names.find(name_key(name));
    return found != knowledge_.names.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [](const NameEntry& entry) { return entry.kind != Kind::kHolderShort; });
  }

  const Tree tree_;
  const Knowledge& knowledge_;
  const ActorFinder actors_;
  const std::vector<NameMatch> matches_;
};

std::optional<std::string> most_frequent(const std::map<std::string, std::int64_t>& counts) {
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::nullopt : std::optional<std::string>(most->first);
}

}  // namespace

std::vector<UnknownMention> find_unknown(const ParsedDocument& parsed, const Knowledge& knowledge) {
  return UnknownFinder(parsed, knowledge).find();
}

void UnknownTally::add(const std::vector<UnknownMention>& mentions) {
  for (const UnknownMention& mention : mentions) {
    Entry& entry = entries_[{mention.type, name_key(mention.name)}];
    ++entry.count;
    ++entry.names[mention.name];
    if (mention.country.has_value()) ++entry.countries[*mention.country];
    if (mention.sector.has_value()) ++entry.sectors[*mention.sector];
    const int says = (mention.country.has_value() ? 1 : 0) + (mention.sector.has_value() ? 1 : 0);
    // Of two that say as much, the longer, then the first in the order of letters: no order of articles matters.
    const auto rank = [](int tells, const std::string& phrase) { return std::make_pair(tells, phrase.size()); };
    const auto before = rank(entry.phrase_says, entry.phrase);
    const auto now = rank(says, mention.phrase);
    if (now < before || (now == before && entry.phrase <= mention.phrase)) continue;
    entry.phrase_says = says;
    entry.phrase = mention.phrase;
  }
}

std::vector<UnknownActor> UnknownTally::ranked() const {
  std::vector<UnknownActor> actors;
  for (const auto& [key, entry] : entries_) {
    actors.push_back({*most_frequent(entry.names), key.first, entry.count, most_frequent(entry.countries),
                      most_frequent(entry.sectors), entry.phrase});
  }
  std::sort(actors.begin(), actors.end(), [](const UnknownActor& a, const UnknownActor& b) {
    return a.count != b.count ? a.count > b.count : std::tie(a.name, a.type) < std::tie(b.name, b.type);
  });
  return actors;
}

}  // namespace entente

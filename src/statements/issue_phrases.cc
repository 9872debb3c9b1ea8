#include "statements/issue_phrases.h"

#include <algorithm>

#include "actors/phrase.h"

namespace entente {
namespace {

constexpr std::int32_t kMostWords = 6;      // of a label
constexpr std::int32_t kEarly = 3;          // sentences that tell what an article is about
constexpr std::size_t kMostProminent = 60;  // looked at for every statement

std::string name_kind(NameType type) {
  switch (type) {
    case NameType::kPerson: return "person";
    case NameType::kOrganisation: return "organisation";
    case NameType::kPlace: return "location";
    case NameType::kGroup: return "nationality";
    case NameType::kEvent: return "occasion";
  }
  return "name";
}

// Without a plural's s, so that "talks" is found in "talk".
std::string bare(std::string word) {
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

bool ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
}

std::set<std::string> title_words(const std::optional<std::string>& title) {
  std::set<std::string> words;
  std::string word;
  for (const char c : fold_case(title.value_or("")) + " ") {
    if (ascii_letter(c)) {
      word += c;
    } else if (!word.empty()) {
      words.insert(bare(word));
      word.clear();
    }
  }
  return words;
}

}  // namespace

IssuePhrases::IssuePhrases(const Tree& tree, const Knowledge& knowledge)
    : tree_(tree),
      knowledge_(knowledge),
      name_kind_(static_cast<std::size_t>(tree.size())),
      standing_(static_cast<std::size_t>(tree.size()), nullptr),
      of_(static_cast<std::size_t>(tree.size()), -1),
      in_sentence_(tree.parsed().document.sentences.size()) {
  find_names();
  find_standing();
  collect();
  const std::set<std::string> title = title_words(tree.parsed().document.article.title);
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    IssuePhrase& phrase = phrases_[i];
    finish(phrase, title);
    std::int32_t before = -1;
    for (const TokenId mention : phrase.mentions) {
      if (tree.sentence(mention) != before) {
        before = tree.sentence(mention);
        in_sentence_[static_cast<std::size_t>(before)].push_back(static_cast<std::int32_t>(i));
      }
    }
    const bool shown = tree.sentence(phrase.mentions.front()) < kEarly || phrase.in_title || phrase.mentions.size() > 1;
    if (shown && prominent_.size() < kMostProminent) prominent_.push_back(static_cast<std::int32_t>(i));
  }
}

void IssuePhrases::find_names() {
  for (const Name& name : tree_.parsed().names) {
    for (std::int32_t t = name.tokens.begin.value; t < name.tokens.end.value; ++t)
      name_kind_[static_cast<std::size_t>(t)] = name_kind(name.type);
  }
}

// The longest names of standing issues from left to right, of those that there were at the article's date.
void IssuePhrases::find_standing() {
  const std::string date = tree_.parsed().document.article.published.value_or("");
  for (TokenId t = 0; t < tree_.size(); ++t) {
    std::string key;
    std::string written;
    const StandingIssue* found = nullptr;
    TokenId end = t;
    for (TokenId u = t; u < tree_.size() && tree_.sentence(u) == tree_.sentence(t); ++u) {
      key += name_key(tree_.token(u).form);
      written += tree_.token(u).form;
      if (key.size() > knowledge_.longest_issue_name) break;
      const auto at = knowledge_.issue_names.find(key);
      if (at == knowledge_.issue_names.end()) continue;
      if (!at->second.exact.empty() && at->second.exact != written) continue;
      const StandingIssue& issue = knowledge_.standing_issues[static_cast<std::size_t>(at->second.index)];
      if (!date.empty() && date.compare(0, issue.from.size(), issue.from) < 0) continue;
      found = &issue;
      end = u;
    }
    if (found == nullptr) continue;
    for (TokenId u = t; u <= end; ++u) standing_[static_cast<std::size_t>(u)] = found;
    t = end;
  }
}

const IssueNoun* IssuePhrases::noun(TokenId t) const {
  auto found = knowledge_.issue_nouns.find(tree_.lemma(t));
  if (found == knowledge_.issue_nouns.end()) found = knowledge_.issue_nouns.find(tree_.folded(t));
  return found == knowledge_.issue_nouns.end() ? nullptr : &found->second;
}

std::string IssuePhrases::kind_of(TokenId head) const {
  if (const IssueNoun* known = noun(head)) return known->kind;
  const std::string& name = name_kind_[static_cast<std::size_t>(head)];
  if (!name.empty()) return name;
  return tree_.has_upos(head, {"PROPN"}) ? "name" : "other";
}

void IssuePhrases::collect() {
  std::unordered_map<std::string, std::int32_t> by_key;
  for (TokenId t = 0; t < tree_.size(); ++t) {
    if (!tree_.has_upos(t, {"NOUN", "PROPN"}) || tree_.is_any(t, {"flat", "compound"})) continue;
    const IssueNoun* known = noun(t);
    std::string key = known != nullptr && !known->same.empty() ? known->same : tree_.lemma(t);
    const StandingIssue* standing = standing_[static_cast<std::size_t>(t)];
    if (standing != nullptr) {
      // "the accord" may stand for the treaty named before, but a treaty of the tables for no other accord.
      const auto before = by_key.find(key);
      if (before != by_key.end() && phrases_[static_cast<std::size_t>(before->second)].standing != standing)
        key = "\n" + standing->id;
    }
    const auto [at, added] = by_key.emplace(key, static_cast<std::int32_t>(phrases_.size()));
    if (added) phrases_.emplace_back().standing = standing;
    phrases_[static_cast<std::size_t>(at->second)].mentions.push_back(t);
    of_[static_cast<std::size_t>(t)] = at->second;
  }
}

bool IssuePhrases::owned_by_pronoun(TokenId head) const {
  return std::any_of(tree_.children(head).begin(), tree_.children(head).end(),
                     [&](TokenId c) { return tree_.is(c, "nmod:poss") && tree_.has_upos(c, {"PRON"}); });
}

void IssuePhrases::finish(IssuePhrase& phrase, const std::set<std::string>& title) {
  const auto free = std::find_if(phrase.mentions.begin(), phrase.mentions.end(),
                                 [&](TokenId mention) { return !owned_by_pronoun(mention); });
  phrase.possessive = free == phrase.mentions.end();
  const Run run = widest(phrase.possessive ? phrase.mentions.front() : *free);
  phrase.first = run.first;
  phrase.last = run.last;
  phrase.kind = kind_of(phrase.mentions.front());
  phrase.determiner = tree_.folded(run.first);
  for (TokenId t = run.first; t <= run.last; ++t) {
    if (!tree_.has_upos(t, {"NOUN", "PROPN", "ADJ", "NUM", "VERB"})) continue;
    ++phrase.words;
    if (title.contains(bare(tree_.folded(t)))) phrase.in_title = true;
  }
}

const std::vector<std::int32_t>& IssuePhrases::in_sentence(std::int32_t sentence) const {
  static const std::vector<std::int32_t> kNone;
  if (sentence < 0 || static_cast<std::size_t>(sentence) >= in_sentence_.size()) return kNone;
  return in_sentence_[static_cast<std::size_t>(sentence)];
}

std::int32_t IssuePhrases::words(Run run) const {
  std::int32_t count = 0;
  for (TokenId t = run.first; t <= run.last; ++t) {
    if (!tree_.has_upos(t, {"PUNCT"}) && tree_.word(t).xpos != "POS") ++count;
  }
  return count;
}

TokenId IssuePhrases::left_end(TokenId head) const {
  TokenId first = head;
  for (const TokenId c : tree_.children(head)) {
    if (c >= head || !tree_.is_any(c, {"det", "amod", "compound", "nummod", "flat", "nmod:poss", "nmod:unmarked"}))
      continue;
    TokenId left = c;
    for (bool moved = true; moved;) {
      moved = false;
      for (const TokenId d : tree_.children(left)) {
        if (d < left) {
          left = d;
          moved = true;
          break;
        }
      }
    }
    first = std::min(first, left);
  }
  while (first < head &&
         (tree_.has_upos(first, {"PRON", "PUNCT", "ADV", "CCONJ", "SCONJ", "ADP"}) || tree_.word(first).xpos == "POS"))
    ++first;
  return first;
}

TokenId IssuePhrases::core_end(TokenId head) const {
  TokenId end = head;
  for (const TokenId c : tree_.children(head)) {
    if (c != end + 1 || !tree_.is_any(c, {"flat", "compound", "nummod"})) continue;
    end = c;
    for (const TokenId d : tree_.children(c)) {
      if (d == end + 1) end = d;
    }
  }
  return end;
}

// With what is joined to it: "Bogota and the ELN".
TokenId IssuePhrases::joined_end(TokenId head) const {
  TokenId end = core_end(head);
  for (const TokenId c : tree_.children(head)) {
    if (c > end && tree_.is(c, "conj") && tree_.has_upos(c, {"NOUN", "PROPN"})) end = core_end(c);
  }
  return end;
}

// "the landing strip on the atoll": also where the parser hangs the place on the verb.
bool IssuePhrases::belongs_after(TokenId head, TokenId c) const {
  if (!tree_.is(c, "obl")) return false;
  const IssueNoun* known = noun(c);
  if (known != nullptr && (known->kind == "time" || known->kind == "amount")) return false;
  const TokenId preposition = tree_.child(c, "case");
  return c > head && preposition >= 0 && knowledge_.in_set("grammar_issue_place", tree_.lemma(preposition));
}

// Takes the next modifier into the run, of the last one taken or of the head; false where none follows at once.
bool IssuePhrases::extend(TokenId head, TokenId& at, Run& run) const {
  std::vector<TokenId> next;
  for (const TokenId of : {at, head}) {
    for (const TokenId c : tree_.children(of)) {
      if (c > run.last && tree_.is(c, "nmod") && !tree_.is_any(c, {"nmod:poss", "nmod:unmarked"})) next.push_back(c);
    }
    if (at == head) break;
  }
  if (tree_.is_any(head, {"obj", "nsubj:pass", "obl"}) && tree_.head(head) >= 0) {
    for (const TokenId c : tree_.children(tree_.head(head))) {
      if (c > run.last && belongs_after(head, c)) next.push_back(c);
    }
  }
  for (const TokenId c : next) {
    Run wider = {run.first, joined_end(c)};
    // "the ceasefire between Bogota": of two or nothing.
    const bool of_two = preposition(tree_, c) == "between";
    if (!of_two && words(wider) > kMostWords) wider.last = core_end(c);
    if (wider.last - run.last > 2 * kMostWords || words(wider) > kMostWords) continue;
    bool joined = true;
    for (TokenId t = run.last + 1; t <= wider.last && joined; ++t)
      joined = tree_.is_below(t, c) && !tree_.has_upos(t, {"PRON", "PUNCT"});
    if (!joined) continue;
    run = wider;
    at = c;
    return true;
  }
  return false;
}

IssuePhrases::Run IssuePhrases::phrase_of(TokenId head) const {
  Run run = {left_end(head), core_end(head)};
  while (run.first < head && words(run) > kMostWords) ++run.first;
  while (run.last > head && words(run) > kMostWords) --run.last;
  TokenId at = head;
  while (extend(head, at, run)) {
  }
  return run;
}

// The phrase, or the one around it of which it is a part: "the strait" in "the right of passage through the strait".
IssuePhrases::Run IssuePhrases::widest(TokenId head) const {
  Run run = phrase_of(head);
  TokenId t = head;
  for (int up = 0; up < kMostWords && tree_.is(t, "nmod") && tree_.head(t) >= 0; ++up) {
    t = tree_.head(t);
    if (!tree_.has_upos(t, {"NOUN", "PROPN"})) break;
    const IssueNoun* known = noun(t);
    if (known != nullptr && known->seldom) continue;
    const Run wider = phrase_of(t);
    if (wider.first > run.first || wider.last < head) break;
    run = wider;
  }
  return run;
}

}  // namespace entente

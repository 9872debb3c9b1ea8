// Parties of treaties that everybody knows by name: "the Indus Waters Treaty", "the Prespa accord"; by the tables of
// standing issues.
#include <algorithm>
#include <set>
#include <sstream>

#include "actors/phrase.h"
#include "agreements/signatories.h"

namespace entente {
namespace {

constexpr std::size_t kFew = 3;  // of more parties only those count that are told beside it

bool is_body(const std::string& code) { return code.starts_with("IGO") || code.starts_with("NGO"); }

bool has_capital(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What tells treaties of one name apart is no part of what the news calls them: "Algiers Agreement of 2000".
bool ends_name(const std::string& word) { return word == "of" || word == "on" || word == "for" || word == "with"; }

}  // namespace

bool PartyReader::names_instrument(const std::string& word) const {
  const auto known = [&](const std::string& lemma) {
    const auto rows = knowledge_.instruments.find(lemma);
    return rows != knowledge_.instruments.end() && rows->second.back().kind == InstrumentNoun::Kind::kSolid;
  };
  return known(word) || (word.ends_with('s') && known(word.substr(0, word.size() - 1)));
}

// The words that tell a treaty from others, without those that say that it is one; "" where the name has none of these.
std::string PartyReader::own_words(const std::string& name) const {
  std::istringstream words(fold_case(name));
  std::string found;
  bool instrument = false;
  for (std::string word; words >> word;) {
    if (instrument && found.empty() && word == "of") continue;  // "Treaty of Rarotonga"
    if (ends_name(word)) break;
    if (names_instrument(word)) {
      instrument = true;
    } else if (word != "peace") {
      found += (found.empty() ? "" : " ") + word;
    }
  }
  return instrument ? found : "";
}

// "Black Sea grain", "Black Sea": what stands before the noun, and of that what is written with capitals.
std::set<std::string> PartyReader::words_before(TokenId noun) const {
  std::string all;
  std::string proper;
  for (TokenId w = tree_.subtree(noun).front(); w < noun; ++w) {
    if (!tree_.is_below(w, noun) || tree_.has_upos(w, {"DET", "NUM", "PRON", "ADP", "PART", "PUNCT"})) continue;
    if (tree_.folded(w) == "peace" || names_instrument(tree_.folded(w))) continue;
    all += (all.empty() ? "" : " ") + tree_.folded(w);
    if (has_capital(tree_.text(w, w))) proper += (proper.empty() ? "" : " ") + tree_.folded(w);
  }
  std::set<std::string> found;
  if (!proper.empty()) found = {all, proper};
  // "New START".
  const std::string own = tree_.folded(noun);
  if (!names_instrument(own)) found = {"=" + all + (all.empty() ? "" : " ") + own};
  return found;
}

// The states, or where these are fewer than two all, that there are today or that are told beside the noun.
std::vector<std::string> PartyReader::members_of(const StandingIssue& issue, TokenId noun) const {
  const std::string date = tree_.parsed().document.article.published.value_or("");
  std::vector<std::string> all;
  std::vector<std::string> states;
  for (const std::string& code : issue.parties) {
    const auto row = knowledge_.state_of_code.find(code);
    const bool state = row != knowledge_.state_of_code.end();
    const std::string gone = state ? knowledge_.states[static_cast<std::size_t>(row->second)].to : "";
    if (!gone.empty() && (date.empty() || gone < date) && !told_near(code, noun)) continue;
    all.push_back(code);
    if (!is_body(code)) states.push_back(code);
  }
  return states.size() > 1 ? states : all;
}

ActorMention PartyReader::member_mention(TokenId t, const std::string& code) const {
  const auto row = knowledge_.state_of_code.find(code);
  if (row != knowledge_.state_of_code.end())
    return state_mention(t, knowledge_.states[static_cast<std::size_t>(row->second)]);
  return plain(t, t, code);
}

std::vector<ActorMention> PartyReader::by_name(TokenId noun, const std::vector<ActorMention>& known) const {
  const std::set<std::string> own = words_before(noun);
  if (own.empty()) return {};
  const std::string date = tree_.parsed().document.article.published.value_or("");
  std::vector<ActorMention> found;
  for (const StandingIssue& issue : knowledge_.standing_issues) {
    if (!date.empty() && date.compare(0, issue.from.size(), issue.from) < 0) continue;
    std::vector<std::string> names = issue.names;
    names.push_back(issue.label);
    const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return own.contains(own_words(name)) || own.contains("=" + fold_case(name));
    });
    if (!named) continue;
    std::vector<std::string> members = members_of(issue, noun);
    std::vector<std::string> told = members;
    std::erase_if(told, [&](const std::string& code) { return !told_near(code, noun); });
    if (members.size() > kFew) members = told;
    const auto outside = [&](const ActorMention& m) {
      return m.actor.code.has_value() && std::find(members.begin(), members.end(), *m.actor.code) == members.end();
    };
    // "The Washington accords" are many: those of whom the text speaks.
    if (told.empty() || members.size() < 2 || std::any_of(known.begin(), known.end(), outside)) continue;
    if (!found.empty()) return {};
    for (const std::string& code : members) found.push_back(member_mention(noun, code));
  }
  return found;
}

}  // namespace entente

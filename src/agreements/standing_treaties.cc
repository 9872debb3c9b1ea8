// Parties of treaties that everybody knows by name: "the Indus Waters Treaty", "the Prespa accord"; by the tables of
// standing issues.
#include <algorithm>
#include <set>

#include "actors/phrase.h"
#include "agreements/signatories.h"

namespace entente {
namespace {

constexpr std::size_t kFew = 3;  // of more parties only those count that are told beside it

bool is_body(const std::string& code) { return code.starts_with("IGO") || code.starts_with("NGO"); }

bool has_capital(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

// "Black Sea grain", "Black Sea": what stands before the noun, and of that what is written with capitals.
std::set<std::string> PartyReader::words_before(TokenId noun) const {
  std::string all;
  std::string proper;
  for (TokenId w = tree_.subtree(noun).front(); w < noun; ++w) {
    if (!tree_.is_below(w, noun) || tree_.has_upos(w, {"DET", "NUM", "PRON", "ADP", "PART", "PUNCT"})) continue;
    if (tree_.folded(w) == "peace" || knowledge_.names_instrument(tree_.folded(w))) continue;
    all += (all.empty() ? "" : " ") + tree_.folded(w);
    if (has_capital(tree_.text(w, w))) proper += (proper.empty() ? "" : " ") + tree_.folded(w);
  }
  std::set<std::string> found;
  if (!proper.empty()) found = {all, proper};
  // "New START".
  const std::string own = tree_.folded(noun);
  if (!knowledge_.names_instrument(own)) found = {"=" + all + (all.empty() ? "" : " ") + own};
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
  std::set<std::int32_t> called;
  for (const std::string& words : own) {
    if (const auto at = knowledge_.treaties_called.find(words); at != knowledge_.treaties_called.end())
      called.insert(at->second.begin(), at->second.end());
  }
  const std::string date = tree_.parsed().document.article.published.value_or("");
  std::vector<ActorMention> found;
  for (const std::int32_t index : called) {
    const StandingIssue& issue = knowledge_.standing_issues[static_cast<std::size_t>(index)];
    if (!date.empty() && date.compare(0, issue.from.size(), issue.from) < 0) continue;
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

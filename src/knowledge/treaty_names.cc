// What standing treaties are called, without the words that say that they are treaties.
#include <sstream>

#include "knowledge/knowledge.h"

namespace entente {
namespace {

// What tells treaties of one name apart is no part of what the news calls them: "Algiers Agreement of 2000".
bool ends_name(const std::string& word) { return word == "of" || word == "on" || word == "for" || word == "with"; }

// "Indus Waters Treaty": "indus waters"; "" where the name has no such words, or is none of an instrument.
std::string own_words(const Knowledge& knowledge, const std::string& name) {
  std::istringstream words(fold_case(name));
  std::string found;
  bool instrument = false;
  for (std::string word; words >> word;) {
    if (instrument && found.empty() && word == "of") continue;  // "Treaty of Rarotonga"
    if (ends_name(word)) break;
    if (knowledge.names_instrument(word)) {
      instrument = true;
    } else if (word != "peace") {
      found += (found.empty() ? "" : " ") + word;
    }
  }
  return instrument ? found : "";
}

}  // namespace

bool Knowledge::names_instrument(const std::string& word) const {
  const auto known = [&](const std::string& lemma) {
    const auto rows = instruments.find(lemma);
    return rows != instruments.end() && rows->second.back().kind == InstrumentNoun::Kind::kSolid;
  };
  return known(word) || (word.ends_with('s') && known(word.substr(0, word.size() - 1)));
}

void index_treaty_names(Knowledge& knowledge) {
  std::int32_t index = 0;
  for (const StandingIssue& issue : knowledge.standing_issues) {
    std::vector<std::string> names = issue.names;
    names.push_back(issue.label);
    for (const std::string& name : names) {
      if (std::string own = own_words(knowledge, name); !own.empty())
        knowledge.treaties_called[std::move(own)].insert(index);
      knowledge.treaties_called["=" + fold_case(name)].insert(index);
    }
    ++index;
  }
}

}  // namespace entente

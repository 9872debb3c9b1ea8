// The tables of actors seen from outside: who is named in articles and stands in none of them, and what they know of a
// code.
//
// Errors: look_up_actor fails on tables that do not load, with every mistake as file:line, and with kUsage on a
//   code that they lack.
// Lifetime, threads: values and pure functions; an UnknownTally is for one thread at a time.
#ifndef ENTENTE_ACTOR_TABLES_H_
#define ENTENTE_ACTOR_TABLES_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "entente/document.h"
#include "entente/result.h"

namespace entente {

// A person or an organisation that an article names and the tables do not know.
struct UnknownMention {
  std::string name;  // as written; a family name alone is completed where the article has it in full before
  NameType type = NameType::kPerson;  // or kOrganisation
  // As title, apposition or nationality say; alpha-3 or an organisation's code, and a PLOVER sector.
  std::optional<std::string> country;
  std::optional<std::string> sector;
  std::string phrase;  // the words around the name
};

struct UnknownActor {
  std::string name;  // the most frequent spelling
  NameType type = NameType::kPerson;
  std::int64_t count = 0;              // mentions
  std::optional<std::string> country;  // what most mentions say that say anything
  std::optional<std::string> sector;
  std::string phrase;  // one that says most
};

// Adds up mentions of any number of articles; the result does not depend on their order.
class UnknownTally {
 public:
  void add(const std::vector<UnknownMention>& mentions);
  [[nodiscard]] std::vector<UnknownActor> ranked() const;  // most frequent first, then by name

 private:
  struct Entry {
    std::int64_t count = 0;
    std::map<std::string, std::int64_t> names;
    std::map<std::string, std::int64_t> countries;
    std::map<std::string, std::int64_t> sectors;
    std::string phrase;
    int phrase_says = -1;  // how much of country and sector it tells
  };
  std::map<std::pair<NameType, std::string>, Entry> entries_;  // by name, folded
};

// What the tables know of a code. Dates are ISO 8601, perhaps of a month or year alone, or empty: always, or still.
struct ActorSheet {
  struct Names {
    std::string name;
    std::vector<std::string> others;  // official and other names, abbreviations
    std::vector<std::string> adjectives;
    std::vector<std::string> people;
    std::vector<std::string> capitals;
    std::vector<std::string> seats;
    std::string from;
    std::string to;
  };
  struct Term {
    std::string office;
    std::string holder;
    std::string from;
    std::string to;
  };
  struct Membership {
    std::string code;  // of the other side
    std::string name;
    std::string from;
    std::string to;
  };
  struct Group {
    std::string name;
    std::string sector;
    std::string kind;  // party, armed, church, ...
    std::string from;
    std::string to;
  };
  std::string code;
  std::string kind;  // state, organisation, group
  std::string sector;
  std::vector<Names> names;         // the first is what the code stands for now
  std::vector<Term> terms;          // by office in the order of the tables, the latest first
  std::vector<Membership> members;  // of an organisation
  std::vector<Membership> member_of;
  std::vector<Group> groups;  // of that state or code
};

// `knowledge_path`: the folder knowledge/. Needs no model.
[[nodiscard]] Result<ActorSheet> look_up_actor(const std::string& knowledge_path, const std::string& code);

}  // namespace entente

#endif  // ENTENTE_ACTOR_TABLES_H_

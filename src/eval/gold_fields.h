// The fields of a record that was found: whether each is right, and how it is shown where it is not.
#ifndef ENTENTE_EVAL_GOLD_FIELDS_H_
#define ENTENTE_EVAL_GOLD_FIELDS_H_

#include <optional>
#include <string>
#include <vector>

#include "eval/gold_compare.h"
#include "eval/gold_match.h"

namespace entente {

template <class T>
struct Pair {
  const ArticleMatch& match;
  const T& gold;
  const T& system;
};

template <class T>
struct Field {
  const char* name;
  std::optional<bool> (*right)(const Pair<T>&);  // nothing: says nothing of this pair
  std::string (*shown)(const T&) = nullptr;      // where a wrong one is listed among the mistakes
};

// A field that is a set: its members are counted.
template <class T>
struct SetField {
  const char* name;
  Names (*members)(const T&);
};

template <class T>
struct FieldsOf {
  std::vector<Field<T>> fields;
  std::vector<SetField<T>> sets;
};

[[nodiscard]] const FieldsOf<Event>& event_fields();
[[nodiscard]] const FieldsOf<Statement>& statement_fields();
[[nodiscard]] const FieldsOf<Agreement>& agreement_fields();
[[nodiscard]] const FieldsOf<Provision>& provision_fields();
[[nodiscard]] const FieldsOf<Relation>& relation_fields();
[[nodiscard]] const FieldsOf<Dispute>& dispute_fields();

// In short, for lists of mistakes.
[[nodiscard]] std::string shown(const std::vector<Actor>& actors);
[[nodiscard]] std::string shown(const std::optional<Actor>& actor);
[[nodiscard]] std::string shown(const Event& event);
[[nodiscard]] std::string shown(const Statement& statement);
[[nodiscard]] std::string shown(const Agreement& agreement);
[[nodiscard]] std::string shown(const Provision& provision);
[[nodiscard]] std::string shown(const Relation& relation);
[[nodiscard]] std::string shown(const Dispute& dispute);
[[nodiscard]] std::string shown(const std::optional<DateInterval>& date);
[[nodiscard]] std::string shown(const std::optional<Place>& place);
[[nodiscard]] std::string shown(const std::optional<Issue>& issue);

}  // namespace entente

#endif  // ENTENTE_EVAL_GOLD_FIELDS_H_

#include "entente/schema.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <set>

#include "formats/schema_text.h"

namespace entente {
namespace {

std::set<std::string> names_in(const simdjson::dom::object& object) {
  std::set<std::string> names;
  for (const auto& [key, value] : object) names.insert(std::string(key));
  return names;
}

// All that is referred to, wherever it stands.
void add_references(const simdjson::dom::element& element, std::set<std::string>& found) {
  if (element.is_object()) {
    for (const auto& [key, value] : element.get_object()) {
      std::string_view text;
      if (key == "$ref" && value.get(text) == simdjson::SUCCESS) found.insert(std::string(text.substr(8)));
      add_references(value, found);
    }
  } else if (element.is_array()) {
    for (const simdjson::dom::element item : element.get_array()) add_references(item, found);
  }
}

TEST(Schema, EachHasTheDefinitionsThatItNeedsAndNoOthers) {
  simdjson::dom::parser parser;
  for (const std::string& name : schema_names()) {
    const Result<std::string> schema = json_schema(name);
    ASSERT_TRUE(schema) << name;
    simdjson::dom::element element;
    ASSERT_EQ(parser.parse(*schema).get(element), simdjson::SUCCESS) << name << "\n" << *schema;
    std::set<std::string> references;
    add_references(element, references);
    EXPECT_EQ(references, names_in(element["$defs"].get_object())) << name;
    EXPECT_TRUE(references.contains(name));
  }
}

TEST(Schema, EveryDefinitionOfTheFileIsUsed) {
  simdjson::dom::parser parser;
  std::set<std::string> used;
  for (const std::string& name : schema_names()) {
    const Result<std::string> schema = json_schema(name);
    ASSERT_TRUE(schema);
    used.merge(names_in(parser.parse(*schema)["$defs"].get_object()));
  }
  EXPECT_EQ(used, names_in(parser.parse(std::string(schema_text()))["$defs"].get_object()));
}

TEST(Schema, AnotherNameIsAnError) {
  EXPECT_EQ(json_schema("actor").error().code, ErrorCode::kUsage);  // a definition, but nothing that comes out
  EXPECT_EQ(json_schema("").error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace entente

#include "entente/schema.h"

#include <algorithm>
#include <map>
#include <set>

#include "formats/schema_text.h"

namespace entente {
namespace {

// The file's definitions stand indented by four blanks, one after the other: they are cut at those lines, so that the
// text stays as people laid it out.
constexpr std::string_view kOpens = "\n    \"";
constexpr std::string_view kReference = "\"#/$defs/";

struct Definition {
  std::string text;  // "    "actor": { ... }", without a comma after it
  std::size_t order = 0;
};

std::map<std::string, Definition> cut_definitions(std::string_view text) {
  std::map<std::string, Definition> found;
  std::size_t at = text.find(kOpens, text.find("\"$defs\""));
  const std::size_t end = text.rfind("\n  }");
  while (at < end) {
    const std::size_t next = std::min(text.find(kOpens, at + kOpens.size()), end);
    std::string_view body = text.substr(at + 1, next - at - 1);
    if (body.back() == ',') body.remove_suffix(1);
    const std::size_t name = kOpens.size() - 1;
    found.insert({std::string(body.substr(name, body.find('"', name) - name)), {std::string(body), found.size()}});
    at = next;
  }
  return found;
}

void add_needed(const std::map<std::string, Definition>& all, const std::string& name, std::set<std::string>& needed) {
  std::vector<std::string> open = {name};
  while (!open.empty()) {
    const std::string each = open.back();
    open.pop_back();
    if (!needed.insert(each).second) continue;
    const std::string& text = all.at(each).text;
    for (std::size_t at = text.find(kReference); at != std::string::npos; at = text.find(kReference, at + 1)) {
      const std::size_t begin = at + kReference.size();
      open.push_back(text.substr(begin, text.find('"', begin) - begin));
    }
  }
}

}  // namespace

const std::vector<std::string>& schema_names() {
  static const std::vector<std::string> kNames = {
      "record", "event",  "statement", "agreement", "relation", "dispute", "article", "parse",    "ledger",   "dyad",
      "search", "review", "diff",      "plover",    "sidecar",  "unknown", "eval",    "progress", "component"};
  return kNames;
}

Result<std::string> json_schema(std::string_view name) {
  const std::vector<std::string>& names = schema_names();
  if (std::find(names.begin(), names.end(), name) == names.end())
    return Error{ErrorCode::kUsage, "there is no schema '" + std::string(name) + "'", ""};
  const std::map<std::string, Definition> all = cut_definitions(schema_text());
  std::set<std::string> needed;
  add_needed(all, std::string(name), needed);
  std::map<std::size_t, std::string> ordered;
  for (const std::string& each : needed) ordered[all.at(each).order] = all.at(each).text;
  std::string out = "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"Entente: " +
                    std::string(name) + "\",\n  \"$ref\": \"#/$defs/" + std::string(name) + "\",\n  \"$defs\": {\n";
  std::size_t left = ordered.size();
  for (const auto& [order, text] : ordered) out += text + (--left > 0 ? ",\n" : "\n");
  return out + "  }\n}\n";
}

}  // namespace entente

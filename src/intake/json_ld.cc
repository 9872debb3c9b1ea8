#include "intake/json_ld.h"

#include <simdjson.h>

#include <vector>

#include "base/text_index.h"
#include "intake/html_tree.h"

namespace entente {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

std::optional<std::string> string_of(const element& value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS || text.empty()) return std::nullopt;
  return std::string(text);
}

std::optional<std::string> string_at(const object& from, const char* key) {
  element value;
  if (from[key].get(value) != simdjson::SUCCESS) return std::nullopt;
  return string_of(value);
}

// The value itself, or what it has under `key`: "publisher" is a name or an object with one, alone or in an array.
std::optional<std::string> string_or_member(const object& from, const char* field, const char* key) {
  element value;
  if (from[field].get(value) != simdjson::SUCCESS) return std::nullopt;
  simdjson::dom::array several;
  if (value.get(several) == simdjson::SUCCESS) {
    if (several.size() == 0) return std::nullopt;
    value = *several.begin();
  }
  if (auto text = string_of(value)) return text;
  object inner;
  if (value.get(inner) != simdjson::SUCCESS) return std::nullopt;
  return string_at(inner, key);
}

bool names_article(std::string_view type) {
  return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report";
}

bool is_article(const object& candidate) {
  element type;
  if (candidate["@type"].get(type) != simdjson::SUCCESS) return false;
  simdjson::dom::array several;
  if (type.get(several) != simdjson::SUCCESS) return names_article(string_of(type).value_or(""));
  for (const element one : several) {
    if (names_article(string_of(one).value_or(""))) return true;
  }
  return false;
}

// Pages escape what they put into scripts, some of them twice.
std::string decode_entities(std::string_view text) {
  struct Entity {
    std::string_view name;
    char32_t code_point;
  };
  static constexpr Entity kEntities[] = {{"amp", '&'},      {"quot", '"'},     {"apos", '\''},    {"lt", '<'},
                                         {"gt", '>'},       {"nbsp", ' '},     {"rsquo", 0x2019}, {"lsquo", 0x2018},
                                         {"rdquo", 0x201D}, {"ldquo", 0x201C}, {"ndash", 0x2013}, {"mdash", 0x2014}};
  constexpr std::size_t kLongest = 10;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.substr(at, kLongest).find(';') : std::string_view::npos;
    char32_t found = 0;
    if (end != std::string_view::npos && end > 1) {
      const std::string name(text.substr(at + 1, end - 1));
      for (const Entity& entity : kEntities) found = name == entity.name ? entity.code_point : found;
      const bool hexadecimal = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
      if (name[0] == '#')
        found =
            static_cast<char32_t>(std::strtoul(name.c_str() + (hexadecimal ? 2 : 1), nullptr, hexadecimal ? 16 : 10));
    }
    const bool good = found >= 0x20 && found <= 0x10FFFF && (found < 0xD800 || found > 0xDFFF);
    if (good) {
      append_utf8(out, found);
      at += end + 1;
    } else {
      out.push_back(text[at++]);
    }
  }
  return out;
}

void decode(std::optional<std::string>& text) {
  if (text) text = decode_entities(*text);
}

LinkedArticle read_article(const object& article) {
  LinkedArticle read;
  read.headline = string_at(article, "headline");
  if (!read.headline) read.headline = string_at(article, "name");
  read.published = string_at(article, "datePublished");
  if (!read.published) read.published = string_at(article, "dateCreated");
  read.publisher = string_or_member(article, "publisher", "name");
  read.url = string_at(article, "url");
  if (!read.url) read.url = string_or_member(article, "mainEntityOfPage", "@id");
  read.body = string_at(article, "articleBody");
  decode(read.headline);
  decode(read.publisher);
  decode(read.body);
  return read;
}

// Without the comment marks that hide scripts from old browsers, and with line breaks in strings, which JSON forbids,
// as blanks.
std::string clean(std::string_view script) {
  std::string json;
  json.reserve(script.size());
  for (const char c : script) json.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
  for (const std::string_view mark : {"<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"}) {
    const std::size_t at = json.find(mark);
    const bool outside = at != std::string::npos && (json.find_first_of("{[") > at || json.find_last_of("}]") < at);
    if (outside) json.replace(at, mark.size(), mark.size(), ' ');
  }
  if (const std::size_t end = json.find_last_not_of("; "); end != std::string::npos) json.resize(end + 1);
  return json;
}

}  // namespace

std::optional<LinkedArticle> read_json_ld(std::string_view script) {
  simdjson::dom::parser parser;
  element root;
  const simdjson::padded_string json(clean(script));
  if (parser.parse(json).get(root) != simdjson::SUCCESS) return std::nullopt;
  std::vector<element> waiting = {root};
  while (!waiting.empty()) {
    const element value = waiting.back();
    waiting.pop_back();
    object candidate;
    simdjson::dom::array several;
    if (value.get(several) == simdjson::SUCCESS) {
      std::vector<element> members;
      for (const element member : several) members.push_back(member);
      waiting.insert(waiting.end(), members.rbegin(), members.rend());
    } else if (value.get(candidate) == simdjson::SUCCESS) {
      if (is_article(candidate)) return read_article(candidate);
      for (const char* key : {"mainEntity", "@graph"}) {
        element inner;
        if (candidate[key].get(inner) == simdjson::SUCCESS) waiting.push_back(inner);
      }
    }
  }
  return std::nullopt;
}

}  // namespace entente

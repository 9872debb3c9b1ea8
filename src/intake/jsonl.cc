#include "intake/jsonl.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text_index.h"
#include "intake/date.h"
#include "intake/encoding.h"
#include "intake/finish.h"
#include "intake/line_reader.h"

namespace entente {
namespace {

static_assert(LineReader::kPadding >= simdjson::SIMDJSON_PADDING);

enum Field { kId, kText, kTitle, kPublished, kPublisher, kUrl, kLanguage, kFieldCount };

constexpr std::array<const char*, kFieldCount> kFieldNames = {"id",        "text", "title",   "published",
                                                              "publisher", "url",  "language"};
struct FieldName {
  std::string_view name;
  Field field;
  int rank;  // of several names for one field in one object the lowest counts
};
constexpr std::array<FieldName, 14> kNames = {{{"id", kId, 0},
                                               {"text", kText, 0},
                                               {"title", kTitle, 0},
                                               {"published", kPublished, 0},
                                               {"publisher", kPublisher, 0},
                                               {"url", kUrl, 0},
                                               {"language", kLanguage, 0},
                                               {"date", kPublished, 1},
                                               {"pub_date", kPublished, 2},
                                               {"headline", kTitle, 1},
                                               {"body", kText, 1},
                                               {"content", kText, 2},
                                               {"event_text", kText, 3},
                                               {"source", kPublisher, 1}}};

const FieldName* find_name(std::string_view key) {
  for (const FieldName& name : kNames) {
    if (name.name == key) return &name;
  }
  return nullptr;
}

const char* type_name(simdjson::dom::element_type type) {
  switch (type) {
    case simdjson::dom::element_type::ARRAY: return "an array";
    case simdjson::dom::element_type::OBJECT: return "an object";
    case simdjson::dom::element_type::STRING: return "a string";
    case simdjson::dom::element_type::BOOL: return "true or false";
    case simdjson::dom::element_type::NULL_VALUE: return "null";
    default: return "a number";
  }
}

template <class Number>
std::string digits_of(Number number) {
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  return {buffer.data(), end};
}

std::optional<std::string> number_as_text(const simdjson::dom::element& value) {
  if (value.is_int64()) return digits_of(std::int64_t(value));
  if (value.is_uint64()) return digits_of(std::uint64_t(value));
  if (value.is_double()) return digits_of(double(value));
  return std::nullopt;
}

struct Place {
  const std::string& text;
  [[nodiscard]] Error error(ErrorCode code, std::string message) const { return {code, std::move(message), text}; }
};

Result<std::string> read_published(const simdjson::dom::element& value, std::string_view key, const Place& place) {
  std::optional<std::string> date;
  std::string shown;
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return std::string();
    date = normalise_date(text);
    constexpr std::size_t kShownBytes = 60;
    shown.append("\"").append(text.substr(0, kShownBytes));
    shown.resize(valid_utf8_prefix(shown));
    shown.append("\"");
  } else {
    if (value.is_int64()) date = date_from_number(std::int64_t(value));
    shown = number_as_text(value).value_or(type_name(value.type()));
  }
  if (date) return *std::move(date);
  return place.error(ErrorCode::kBadFormat, "field \"" + std::string(key) + "\": " + shown +
                                                " is no date (expected ISO 8601, as in 2022-02-22)");
}

Result<std::string> read_value(const simdjson::dom::element& value, Field field, std::string_view key,
                               const Place& place) {
  if (field == kPublished) return read_published(value, key, place);
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (field == kId) {
    if (auto number = number_as_text(value)) return *std::move(number);
  }
  return place.error(ErrorCode::kBadFormat, "field \"" + std::string(key) + "\": expected " +
                                                (field == kId ? "a string or a number" : "a string") + ", found " +
                                                type_name(value.type()));
}

Result<Draft> article_from_json(const simdjson::dom::element& element, const std::string& source) {
  const Place place{source};
  simdjson::dom::object object;
  if (element.get(object) != simdjson::SUCCESS) {
    return place.error(ErrorCode::kBadFormat,
                       std::string("expected an object with the field \"text\", found ") + type_name(element.type()));
  }
  std::array<std::optional<std::string>, kFieldCount> values;
  std::array<int, kFieldCount> ranks{};
  for (const auto& [key, value] : object) {
    const FieldName* name = find_name(key);
    if (name == nullptr || value.is_null()) continue;
    std::optional<std::string>& slot = values[name->field];
    if (slot && ranks[name->field] < name->rank) continue;
    ENTENTE_TRY(slot, read_value(value, name->field, key, place));
    ranks[name->field] = name->rank;
  }
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (i != kText && values[i] && values[i]->empty()) values[i].reset();
  }
  if (!values[kText]) {
    return place.error(ErrorCode::kBadFormat, std::string("field \"") + kFieldNames[kText] + "\" is missing");
  }
  Draft draft;
  draft.article.id = values[kId].value_or("");
  draft.article.text = *std::move(values[kText]);
  draft.article.title = std::move(values[kTitle]);
  draft.article.published = std::move(values[kPublished]);
  draft.article.publisher = std::move(values[kPublisher]);
  draft.article.url = std::move(values[kUrl]);
  draft.article.language = std::move(values[kLanguage]);
  draft.article.source = source;
  return draft;
}

Result<Article> finish(Result<Draft> draft, const IntakeOptions& options) {
  if (!draft) return std::move(draft).error();
  return finish_article(*std::move(draft), options);
}

Error parse_error(simdjson::error_code code, std::string_view json, const std::string& place) {
  if (code == simdjson::UTF8_ERROR) {
    return {ErrorCode::kBadEncoding,
            "neither UTF-8 nor another known encoding, from byte " + std::to_string(valid_utf8_prefix(json)) +
                " of the line",
            place};
  }
  if (code == simdjson::DEPTH_ERROR || code == simdjson::CAPACITY) {
    return {ErrorCode::kTooLarge, "JSON nested too deep or too large", place};
  }
  return {ErrorCode::kBadFormat, std::string("broken JSON: ") + simdjson::error_message(code), place};
}

Result<Article> article_from_line(simdjson::dom::parser& parser, std::string_view line, const std::string& place,
                                  const IntakeOptions& options) {
  simdjson::dom::element element;
  constexpr bool kCopy = false;  // the reader keeps the padding that simdjson needs
  auto code = parser.parse(line.data(), line.size(), kCopy).get(element);
  if (code == simdjson::UTF8_ERROR) {
    if (const auto text = from_windows_1252(line)) code = parser.parse(*text).get(element);
  }
  if (code != simdjson::SUCCESS) return parse_error(code, line, place);
  return finish(article_from_json(element, place), options);
}

}  // namespace

bool read_json_lines(ByteSource& source, const std::string& name, const IntakeOptions& options,
                     const ArticleVisitor& each) {
  LineReader reader(source, options.max_line_bytes);
  simdjson::dom::parser parser;
  bool any = false;
  Line line;
  while (true) {
    const Result<bool> more = reader.next(line);
    if (!more) return each(more.error());
    if (options.so_far != nullptr) options.so_far->waiting = reader.waiting();
    if (!*more) break;
    const std::string place = name + ":" + std::to_string(line.number);
    if (line.too_long) {
      any = true;
      if (!each(Error{ErrorCode::kTooLarge,
                      "line longer than the limit of " + std::to_string(options.max_line_bytes) + " bytes", place})) {
        return false;
      }
      continue;
    }
    if (line.text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    any = true;
    if (!each(article_from_line(parser, line.text, place, options))) return false;
  }
  return any || each(Error{ErrorCode::kEmpty, "holds no articles", name});
}

bool read_json_document(const std::string& text, const std::string& name, const IntakeOptions& options,
                        const ArticleVisitor& each) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (const auto code = parser.parse(text).get(root); code != simdjson::SUCCESS) {
    return each(parse_error(code, text, name));
  }
  simdjson::dom::array articles;
  if (root.get(articles) != simdjson::SUCCESS) return each(finish(article_from_json(root, name), options));
  std::size_t number = 0;
  const std::size_t count = std::max<std::size_t>(articles.size(), 1);
  for (const simdjson::dom::element article : articles) {
    if (options.so_far != nullptr) {
      options.so_far->waiting = text.size() / count * (count - std::min(number + 1, count));
    }
    const std::string place = name + ": article " + std::to_string(++number);
    if (!each(finish(article_from_json(article, place), options))) return false;
  }
  return number > 0 || each(Error{ErrorCode::kEmpty, "holds no articles", name});
}

}  // namespace entente

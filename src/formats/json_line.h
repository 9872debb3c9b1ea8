// One JSON object on one line, field by field, in the order of the calls.
//
// A field with no value is null. Numbers are rounded to a fixed number of decimals and printed in their
// shortest form, so that the same value is the same bytes everywhere. Bytes that are not UTF-8 become U+FFFD.
#ifndef ENTENTE_FORMATS_JSON_LINE_H_
#define ENTENTE_FORMATS_JSON_LINE_H_

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

class JsonLine {
 public:
  JsonLine() : writer_(buffer_) {}

  void begin_object() { writer_.StartObject(); }
  void begin_object(std::string_view key) { name(key), writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_list(std::string_view key) { name(key), writer_.StartArray(); }
  void end_list() { writer_.EndArray(); }

  void key(std::string_view key) { name(key); }  // an object or a list is to follow
  void null(std::string_view key) { name(key), writer_.Null(); }
  void text(std::string_view key, std::string_view value);  // null where empty
  void optional_text(std::string_view key, const std::optional<std::string>& value);
  void integer(std::string_view key, std::int64_t value) { name(key), writer_.Int64(value); }
  void integer(std::string_view key, const std::optional<std::int64_t>& value);
  void boolean(std::string_view key, bool value) { name(key), writer_.Bool(value); }
  void number(std::string_view key, const std::optional<double>& value, int decimals);  // null where not finite
  void item(std::string_view value) { string(value); }

  [[nodiscard]] std::string finish() const;  // with the newline

 private:
  void name(std::string_view key) { writer_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size())); }
  void string(std::string_view value);

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace entente

#endif  // ENTENTE_FORMATS_JSON_LINE_H_

// Records from JSON lines.
#include <simdjson.h>

#include <cmath>
#include <limits>
#include <utility>

#include "base/text_index.h"
#include "entente/formats.h"

namespace entente {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kMaxBytes = std::size_t{1} << 30U;
constexpr std::size_t kMaxLineBytes = std::size_t{4} << 20U;
constexpr std::size_t kMaxRecords = 1000000;
constexpr std::size_t kMaxDepth = 16;  // the contract's deepest is 7

// One JSON object. The first mistake of a record is kept, with its field's path; reading goes on, so that the functions
// below can say what is read and nothing else.
class Fields {
 public:
  Fields(const object& json, std::string path, std::string& mistake)
      : json_(json), path_(std::move(path)), mistake_(mistake) {}

  void text(const char* key, std::string& to) const {
    element value;
    if (!find(key, value)) return;
    std::string_view found;
    if (value.get(found) != simdjson::SUCCESS) return wrong(key, "a string or null");
    to = found;
  }
  void text(const char* key, std::optional<std::string>& to) const {
    std::string found;
    text(key, found);
    if (!found.empty()) to = std::move(found);
  }
  void needed_text(const char* key, std::string& to) const {
    text(key, to);
    if (to.empty()) wrong(key, "a string that is not empty");
  }
  void boolean(const char* key, bool& to) const {
    element value;
    if (find(key, value) && value.get(to) != simdjson::SUCCESS) wrong(key, "true or false");
  }
  void number(const char* key, std::optional<double>& to) const {
    element value;
    if (!find(key, value)) return;
    double found = 0;
    if (value.get(found) != simdjson::SUCCESS || !std::isfinite(found)) return wrong(key, "a number or null");
    to = found;
  }
  template <class Integer>
  void integer(const char* key, std::optional<Integer>& to) const {
    element value;
    if (!find(key, value)) return;
    std::int64_t found = 0;
    const bool fits = value.get(found) == simdjson::SUCCESS && found >= std::numeric_limits<Integer>::min() &&
                      found <= std::numeric_limits<Integer>::max();
    if (!fits) return wrong(key, "a whole number or null");
    to = static_cast<Integer>(found);
  }
  void span(CodePointSpan& to) const {
    std::optional<std::int32_t> start;
    std::optional<std::int32_t> end;
    integer("start", start);
    integer("end", end);
    if (!start && !end) return;
    if (!start || !end || *start < 0 || *end < *start) return wrong("start", "positions with 0 <= start <= end");
    to = {*start, *end};
  }
  void strings(const char* key, std::vector<std::string>& to) const {
    simdjson::dom::array list;
    if (!find_list(key, list)) return;
    for (const element item : list) {
      std::string_view found;
      if (item.get(found) != simdjson::SUCCESS) return wrong(key, "a list of strings");
      to.emplace_back(found);
    }
  }
  template <class T, class Read>
  void one(const char* key, std::optional<T>& to, const Read& read) const {
    element value;
    if (!find(key, value)) return;
    object inner;
    if (value.get(inner) != simdjson::SUCCESS) return wrong(key, "an object or null");
    read(Fields(inner, path_ + key + ".", mistake_), to.emplace());
  }
  template <class T, class Read>
  void list(const char* key, std::vector<T>& to, const Read& read) const {
    simdjson::dom::array items;
    if (!find_list(key, items)) return;
    for (const element item : items) {
      object inner;
      if (item.get(inner) != simdjson::SUCCESS) return wrong(key, "a list of objects");
      const std::string path = path_ + key + "[" + std::to_string(to.size()) + "].";
      read(Fields(inner, path, mistake_), to.emplace_back());
    }
  }
  void wrong(const char* key, const char* expected) const {
    if (mistake_.empty()) mistake_ = "field \"" + path_ + key + "\": expected " + expected;
  }

 private:
  bool find(const char* key, element& value) const {
    return json_[key].get(value) == simdjson::SUCCESS && !value.is_null();
  }
  bool find_list(const char* key, simdjson::dom::array& list) const {
    element value;
    if (!find(key, value)) return false;
    if (value.get(list) == simdjson::SUCCESS) return true;
    wrong(key, "a list");
    return false;
  }

  object json_;
  std::string path_;
  std::string& mistake_;
};

void read_actor(const Fields& json, Actor& actor) {
  json.text("name", actor.name);
  json.text("text", actor.text);
  json.span(actor.span);
  json.text("code", actor.code);
  json.text("sector", actor.sector);
  json.text("type", actor.type);
  json.text("country", actor.country);
  json.text("role", actor.role);
  json.text("via", actor.via);
}

void read_other(const Fields& json, OtherActor& other) {
  json.text("role", other.role);
  std::optional<Actor> actor;
  json.one("actor", actor, read_actor);
  if (!actor) return json.wrong("actor", "an object");
  other.actor = *std::move(actor);
}

void read_date(const Fields& json, DateInterval& date) {
  json.text("from", date.from);
  json.text("to", date.to);
  json.text("text", date.text);
  json.text("precision", date.precision);
}

void read_place(const Fields& json, Place& place) {
  json.text("name", place.name);
  json.text("country", place.country);
  json.number("latitude", place.latitude);
  json.number("longitude", place.longitude);
  json.text("text", place.text);
}

void read_magnitude(const Fields& json, Magnitude& magnitude) {
  json.integer("killed", magnitude.killed);
  json.integer("wounded", magnitude.wounded);
  json.integer("arrested", magnitude.arrested);
  json.integer("displaced", magnitude.displaced);
  json.number("amount", magnitude.amount);
  json.text("currency", magnitude.currency);
  json.integer("crowd", magnitude.crowd);
}

void read_quote(const Fields& json, Quote& quote) {
  json.text("text", quote.text);
  json.span(quote.span);
}

void read_issue(const Fields& json, Issue& issue) {
  json.text("id", issue.id);
  json.text("label", issue.label);
}

void read_common(const Fields& json, RecordCommon& record) {
  json.needed_text("id", record.id);
  json.needed_text("article", record.article);
  json.text("published", record.published);
  json.list("evidence", record.evidence, [](const Fields& inner, Evidence& evidence) {
    std::optional<std::int32_t> sentence;
    inner.integer("sentence", sentence);
    evidence.sentence = sentence.value_or(0);
    inner.span(evidence.span);
    inner.text("text", evidence.text);
  });
  std::optional<double> confidence;
  json.number("confidence", confidence);
  record.confidence = confidence.value_or(0);
  if (record.confidence < 0 || record.confidence > 1) json.wrong("confidence", "a number from 0 to 1");
  json.list("why", record.why, [](const Fields& inner, Why& why) {
    inner.text("rule", why.rule);
    inner.text("detail", why.detail);
    inner.number("model_score", why.model_score);
  });
}

void read_body(const Fields& json, Event& event) {
  json.needed_text("type", event.type);
  json.text("mode", event.mode);
  json.strings("contexts", event.contexts);
  json.text("cameo", event.cameo);
  json.integer("quad", event.quad);
  json.number("goldstein", event.goldstein);
  json.number("score", event.score);
  json.list("actor", event.actor, read_actor);
  json.list("recipient", event.recipient, read_actor);
  json.boolean("reciprocal", event.reciprocal);
  json.list("others", event.others, read_other);
  json.one("date", event.date, read_date);
  json.one("place", event.place, read_place);
  json.needed_text("status", event.status);
  json.text("attributed_to", event.attributed_to);
  std::optional<Magnitude> magnitude;
  json.one("magnitude", magnitude, read_magnitude);
  if (magnitude) event.magnitude = *std::move(magnitude);
}

void read_body(const Fields& json, Statement& statement) {
  json.one("speaker", statement.speaker, read_actor);
  json.list("addressee", statement.addressee, read_actor);
  std::optional<Cue> cue;
  json.one("cue", cue, [](const Fields& inner, Cue& to) {
    inner.text("text", to.text);
    inner.text("lemma", to.lemma);
    inner.span(to.span);
  });
  if (cue) statement.cue = *std::move(cue);
  json.text("manner", statement.manner);
  std::optional<Quote> content;
  json.one("content", content, read_quote);
  if (content) statement.content = *std::move(content);
  json.one("issue", statement.issue, read_issue);
  json.text("stance", statement.stance);
  json.list("about", statement.about, read_actor);
  json.one("date", statement.date, read_date);
}

void read_provision(const Fields& json, Provision& provision) {
  json.needed_text("type", provision.type);
  json.text("obligation", provision.obligation);
  json.list("from", provision.from, read_actor);
  json.list("to", provision.to, read_actor);
  read_quote(json, provision.quote);
  json.list("conditions", provision.conditions, read_quote);
}

void read_body(const Fields& json, Agreement& agreement) {
  json.text("title", agreement.title);
  json.needed_text("form", agreement.form);
  json.list("parties", agreement.parties, read_actor);
  json.list("brokers", agreement.brokers, read_actor);
  json.list("others", agreement.others, read_other);
  json.text("status", agreement.status);
  json.one("date", agreement.date, read_date);
  json.one("place", agreement.place, read_place);
  json.list("provisions", agreement.provisions, read_provision);
}

void read_body(const Fields& json, Relation& relation) {
  json.one("a", relation.a, read_actor);
  json.one("b", relation.b, read_actor);
  json.needed_text("type", relation.type);
  json.boolean("directed", relation.directed);
  json.boolean("negated", relation.negated);
  json.one("since", relation.since, read_date);
  json.one("until", relation.until, read_date);
  json.text("trend", relation.trend);
  json.one("date", relation.date, read_date);
}

void read_body(const Fields& json, Dispute& dispute) {
  json.one("issue", dispute.issue, read_issue);
  json.list("sides", dispute.sides, [](const Fields& inner, DisputeSide& side) {
    inner.one("speaker", side.speaker, read_actor);
    inner.text("stance", side.stance);
    inner.text("statement", side.statement);
  });
}

template <class Kind>
Record read_kind(const Fields& json) {
  Kind record;
  read_common(json, record);
  read_body(json, record);
  return record;
}

Result<Record> read_record(const element& root, const std::string& place) {
  object json;
  if (root.get(json) != simdjson::SUCCESS) return Error{ErrorCode::kBadFormat, "expected an object", place};
  std::string mistake;
  const Fields fields(json, "", mistake);
  std::string kind;
  fields.text("kind", kind);
  Record record;
  if (kind == "event") {
    record = read_kind<Event>(fields);
  } else if (kind == "statement") {
    record = read_kind<Statement>(fields);
  } else if (kind == "agreement") {
    record = read_kind<Agreement>(fields);
  } else if (kind == "relation") {
    record = read_kind<Relation>(fields);
  } else if (kind == "dispute") {
    record = read_kind<Dispute>(fields);
  } else {
    fields.wrong("kind", "event, statement, agreement, relation or dispute");
  }
  if (!mistake.empty()) return Error{ErrorCode::kBadFormat, mistake, place};
  return record;
}

Error parse_error(simdjson::error_code code, std::string_view line, const std::string& place) {
  if (code == simdjson::UTF8_ERROR) {
    return {ErrorCode::kBadEncoding, "not UTF-8 from byte " + std::to_string(valid_utf8_prefix(line)) + " of the line",
            place};
  }
  if (code == simdjson::DEPTH_ERROR || code == simdjson::CAPACITY) {
    return {ErrorCode::kTooLarge, "JSON nested too deep or too large", place};
  }
  return {ErrorCode::kBadFormat, std::string("broken JSON: ") + simdjson::error_message(code), place};
}

}  // namespace

Result<std::vector<Record>> read_records(std::string_view jsonl, const std::string& name) {
  if (jsonl.size() > kMaxBytes) return Error{ErrorCode::kTooLarge, "more than 1 GiB of records", name};
  simdjson::dom::parser parser(kMaxLineBytes);
  if (parser.allocate(kMaxLineBytes, kMaxDepth) != simdjson::SUCCESS) {
    return Error{ErrorCode::kInternal, "no memory to read records", name};
  }
  std::vector<Record> records;
  for (std::size_t number = 1; !jsonl.empty(); ++number) {
    const std::size_t end = std::min(jsonl.find('\n'), jsonl.size());
    const std::string_view line = jsonl.substr(0, end);
    jsonl.remove_prefix(std::min(end + 1, jsonl.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::string place = name + ":" + std::to_string(number);
    if (line.size() > kMaxLineBytes) return Error{ErrorCode::kTooLarge, "line longer than 4 MiB", place};
    if (records.size() == kMaxRecords) return Error{ErrorCode::kTooLarge, "more than 1,000,000 records", place};
    element root;
    if (const auto code = parser.parse(line.data(), line.size(), true).get(root); code != simdjson::SUCCESS) {
      return parse_error(code, line, place);
    }
    ENTENTE_TRY(Record record, read_record(root, place));
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace entente

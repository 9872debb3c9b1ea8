#include "store/body.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <simdjson.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <mutex>

#include "base/hash.h"
#include "base/text_index.h"
#include "entente/formats.h"

namespace entente {
namespace {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;
namespace dom = simdjson::dom;

constexpr int kLevel = 9;
constexpr std::size_t kMaxBodies = std::size_t{64} << 20U;
constexpr std::size_t kKinds = 5;
constexpr std::array<const char*, kKinds> kKindNames = {"event", "statement", "agreement", "relation", "dispute"};
constexpr std::array<const char*, kKinds> kRecordPrefixes = {"ev_", "st_", "ag_", "re_", "di_"};
constexpr std::array<const char*, kKinds> kAccountPrefixes = {"le_", "ls_", "la_", "lr_", "ld_"};

bool says_nothing(const dom::element& value) {
  dom::array list;
  return value.is_null() || (value.get(list) == simdjson::SUCCESS && list.begin() == list.end());
}

bool in_column(std::string_view key) {
  return key == "kind" || key == "id" || key == "article" || key == "published" || key == "engine";
}

void write_string(JsonWriter& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_short(JsonWriter& writer, const dom::element& value, bool top);

void write_short_object(JsonWriter& writer, const dom::object& object, bool top) {
  std::int64_t start = 0;
  std::int64_t end = 0;
  const bool has_span =
      object["start"].get(start) == simdjson::SUCCESS && object["end"].get(end) == simdjson::SUCCESS && start < end;
  writer.StartObject();
  for (const auto [key, value] : object) {
    if (says_nothing(value) || (top && in_column(key)) || (has_span && key == "text")) continue;
    writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    write_short(writer, value, false);
  }
  writer.EndObject();
}

// As deep as the contract's records are, and no deeper: they are written by write_record_json.
void write_short(JsonWriter& writer, const dom::element& value, bool top) {
  switch (value.type()) {
    case dom::element_type::OBJECT: write_short_object(writer, value, top); break;
    case dom::element_type::ARRAY:
      writer.StartArray();
      for (const dom::element item : dom::array(value)) write_short(writer, item, false);
      writer.EndArray();
      break;
    case dom::element_type::STRING: write_string(writer, std::string_view(value)); break;
    case dom::element_type::INT64: writer.Int64(std::int64_t(value)); break;
    case dom::element_type::UINT64: writer.Uint64(std::uint64_t(value)); break;
    case dom::element_type::DOUBLE: writer.Double(double(value)); break;
    case dom::element_type::BOOL: writer.Bool(bool(value)); break;
    case dom::element_type::NULL_VALUE: writer.Null(); break;
  }
}

// Gives each span its words back.
class Words {
 public:
  explicit Words(std::string_view text) : index_(text) {}

  void fill(std::string& text, CodePointSpan span) const {
    if (text.empty() && span.begin < span.end && span.end.value <= index_.code_point_count()) {
      text = index_.slice(span);
    }
  }
  void fill(Actor& actor) const { fill(actor.text, actor.span); }
  void fill(Quote& quote) const { fill(quote.text, quote.span); }
  void fill(Evidence& evidence) const { fill(evidence.text, evidence.span); }
  void fill(OtherActor& other) const { fill(other.actor); }
  void fill(Provision& provision) const {
    fill(provision.quote);
    fill_all(provision.from), fill_all(provision.to), fill_all(provision.conditions);
  }
  void fill(std::optional<Actor>& actor) const {
    if (actor) fill(*actor);
  }
  void fill(DisputeSide& side) const { fill(side.speaker); }
  template <class T>
  void fill_all(std::vector<T>& items) const {
    for (T& item : items) fill(item);
  }

  void fill(Event& event) const { fill_all(event.actor), fill_all(event.recipient), fill_all(event.others); }
  void fill(Statement& statement) const {
    fill(statement.speaker), fill_all(statement.addressee), fill_all(statement.about);
    fill(statement.cue.text, statement.cue.span);
    fill(statement.content);
  }
  void fill(Agreement& agreement) const {
    fill_all(agreement.parties), fill_all(agreement.brokers), fill_all(agreement.others);
    fill_all(agreement.provisions);
  }
  void fill(Relation& relation) const { fill(relation.a), fill(relation.b); }
  void fill(Dispute& dispute) const { fill_all(dispute.sides); }

 private:
  TextIndex index_;
};

// The body with what stands in columns before it, as read_records reads it.
std::string whole_json(const PackedRecord& packed, std::string_view body) {
  rapidjson::StringBuffer buffer;
  JsonWriter writer(buffer);
  writer.StartObject();
  const auto put = [&](const char* key, std::string_view value) {
    writer.Key(key);
    write_string(writer, value);
  };
  put("kind", kind_name(packed.kind));
  put("id", id_text(record_prefix(packed.kind), packed.id));
  put("article", packed.article);
  if (packed.published) put("published", *packed.published);
  writer.EndObject();
  std::string line(buffer.GetString(), buffer.GetSize() - 1);
  if (body.size() > 2) line.push_back(',');
  return line.append(body.substr(1)).append("\n");
}

// zstd's contexts are costly to make; one a thread is kept.
struct Contexts {
  ZSTD_CCtx* in = ZSTD_createCCtx();
  ZSTD_DCtx* out = ZSTD_createDCtx();
  Contexts() = default;
  Contexts(const Contexts&) = delete;
  Contexts& operator=(const Contexts&) = delete;
  ~Contexts() {
    ZSTD_freeCCtx(in);
    ZSTD_freeDCtx(out);
  }
};

Contexts& contexts() {
  thread_local Contexts kept;
  return kept;
}

}  // namespace

const char* kind_name(std::size_t kind) { return kind < kKinds ? kKindNames[kind] : ""; }
const char* record_prefix(std::size_t kind) { return kind < kKinds ? kRecordPrefixes[kind] : ""; }
const char* account_prefix(std::size_t kind) { return kind < kKinds ? kAccountPrefixes[kind] : ""; }

const RecordCommon& common_of(const Record& record) {
  return std::visit([](const auto& each) -> const RecordCommon& { return each; }, record);
}
RecordCommon& common_of(Record& record) {
  return std::visit([](auto& each) -> RecordCommon& { return each; }, record);
}

std::string body_json(const Record& record) {
  const std::string json = write_record_json(record, {});
  simdjson::dom::parser parser;
  rapidjson::StringBuffer buffer;
  JsonWriter writer(buffer);
  write_short(writer, parser.parse(json), true);
  return {buffer.GetString(), buffer.GetSize()};
}

struct Packer::Dictionaries {
  std::string bytes;
  std::once_flag once;
  ZSTD_CDict* in = nullptr;  // made once somebody packs: that takes longer than most questions
  ZSTD_DDict* out = nullptr;
};

Packer::Packer(std::string_view dictionary) : dictionaries_(std::make_unique<Dictionaries>()) {
  dictionaries_->bytes = dictionary;
  dictionaries_->out = ZSTD_createDDict(dictionary.data(), dictionary.size());
}

Packer::~Packer() {
  ZSTD_freeCDict(dictionaries_->in);
  ZSTD_freeDDict(dictionaries_->out);
}

std::string Packer::pack(const std::vector<Record>& records) const {
  std::string json;
  for (const Record& record : records) json += body_json(record) + "\n";
  std::call_once(dictionaries_->once, [&kept = *dictionaries_] {
    kept.in = ZSTD_createCDict(kept.bytes.data(), kept.bytes.size(), kLevel);
  });
  std::string packed(ZSTD_compressBound(json.size()), '\0');
  ZSTD_CCtx* const context = contexts().in;
  ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0);
  ZSTD_CCtx_refCDict(context, dictionaries_->in);
  packed.resize(ZSTD_compress2(context, packed.data(), packed.size(), json.data(), json.size()));
  return packed;
}

namespace {

Result<std::string> unpacked(std::string_view bodies, const ZSTD_DDict* dictionary) {
  const Error damaged{ErrorCode::kBadLedger, "the ledger is damaged: records cannot be unpacked", ""};
  const unsigned long long size = ZSTD_getFrameContentSize(bodies.data(), bodies.size());
  if (size > kMaxBodies) return damaged;
  std::string json(size, '\0');
  const std::size_t got =
      ZSTD_decompress_usingDDict(contexts().out, json.data(), json.size(), bodies.data(), bodies.size(), dictionary);
  if (ZSTD_isError(got) != 0 || got != json.size()) return damaged;
  return json;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace

Result<std::vector<Record>> Packer::unpack(const std::vector<PackedRecord>& records) const {
  std::string lines;
  std::string bodies;
  std::vector<std::string_view> body_of;  // by position
  for (std::size_t i = 0; i < records.size(); ++i) {
    const PackedRecord& packed = records[i];
    if (i == 0 || packed.bodies != records[i - 1].bodies) {
      ENTENTE_TRY(bodies, unpacked(packed.bodies, dictionaries_->out));
      body_of = lines_of(bodies);
    }
    if (packed.kind >= kKinds) return Error{ErrorCode::kBadLedger, "the ledger is damaged: a record of no kind", ""};
    const std::string_view body = packed.position < body_of.size() ? body_of[packed.position] : std::string_view();
    if (body.size() < 2 || body.front() != '{') {
      return Error{ErrorCode::kBadLedger, "the ledger is damaged: this record is not there",
                   id_text(record_prefix(packed.kind), packed.id)};
    }
    lines += whole_json(packed, body);
  }
  ENTENTE_TRY(std::vector<Record> found, read_records(lines, "record"));
  std::optional<Words> words;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string_view text = records[i].text;
    if (text.empty()) continue;
    if (i == 0 || text.data() != records[i - 1].text.data()) words.emplace(text);
    std::visit(
        [&](auto& record) {
          words->fill_all(record.evidence);
          words->fill(record);
        },
        found[i]);
  }
  return found;
}

}  // namespace entente

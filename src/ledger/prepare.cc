#include "ledger/prepare.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/hash.h"
#include "ledger/members.h"
#include "ledger/near_copies.h"
#include "ledger/relation_intervals.h"

namespace entente {
namespace {

constexpr std::size_t kHashBytes = 16;
// Of statements without a speaker: they are joined by group of near-copies, and groups change.
constexpr std::int64_t kNobodysBlock = 0;
// The low byte of each place: two that are not alike agree in one of 256 by chance.
constexpr std::size_t kWordingBytes = Wording::kPlaces + 1;

void append(std::string& bytes, std::uint16_t value) {
  bytes.push_back(static_cast<char>(value & 0xFFU));
  bytes.push_back(static_cast<char>(value >> 8U));
}

std::uint16_t value_at(std::string_view bytes, std::size_t i) {
  const auto low = static_cast<unsigned char>(bytes[2 * i]);
  const auto high = static_cast<unsigned char>(bytes[2 * i + 1]);
  return static_cast<std::uint16_t>(low | (high << 8U));
}

std::string stored(const Wording& wording, std::uint8_t content_words) {
  if (wording.empty()) return {};
  std::string bytes;
  for (const std::uint16_t place : wording.least) bytes.push_back(static_cast<char>(place & 0xFFU));
  bytes.push_back(static_cast<char>(content_words));
  return bytes;
}

// How many content words there were; the wording itself in `to`.
std::uint8_t restore(std::string_view bytes, Wording& to) {
  to = {};
  if (bytes.size() < kWordingBytes) return 0;
  for (std::size_t i = 0; i < Wording::kPlaces; ++i) to.least[i] = static_cast<unsigned char>(bytes[i]);
  return static_cast<std::uint8_t>(bytes[kWordingBytes - 1]);
}

// Behind the wording: without words there are no names either.
std::string stored(const OtherNames& names) {
  std::string bytes;
  for (const std::uint16_t name : names.list) {
    if (name != 0) append(bytes, name);
  }
  return bytes;
}

OtherNames names_in(std::string_view bytes) {
  OtherNames names;
  if (bytes.size() <= kWordingBytes) return names;
  bytes.remove_prefix(kWordingBytes);
  for (std::size_t i = 0; i < std::min(bytes.size() / 2, OtherNames::kMost); ++i) names.list[i] = value_at(bytes, i);
  return names;
}

std::int64_t word_count(std::string_view text) {
  std::int64_t count = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space && !in_word) ++count;
    in_word = !space;
  }
  return count;
}

class Preparer {
 public:
  Preparer(const MentionContext& context, const JoinTables& tables) : context_(context), tables_(tables) {}

  void place(const Event& event, PutRecord& put) const {
    const EventMention mention = event_mention(event, context_, tables_);
    put.block = mention.family;
    put.dated = mention.date.kind == DateClass::kStated || mention.date.kind == DateClass::kInterval;
    put.day = table_day(anchor_day(mention));
    put.wording = stored(mention.wording, mention.content_words);
    if (!put.wording.empty()) put.wording += stored(mention.names);
  }
  void place(const Statement& statement, PutRecord& put) const {
    const StatementMention mention = statement_mention(statement, context_, tables_);
    put.block = mention.has_speaker ? std::bit_cast<std::int64_t>(statement_block(mention)) : kNobodysBlock;
    put.dated = mention_date(statement.date).kind == DateClass::kStated;
    put.day = table_day(mention.day);
    put.wording = stored(mention.wording, mention.content_words);
    put.words = statement.content.text;
  }
  void place(const Agreement& agreement, PutRecord& put) const {
    put.block = std::bit_cast<std::int64_t>(agreement_block(agreement, tables_));
    put.day = 0;
    put.wording = stored(agreement_mention(agreement, context_, tables_).wording, 0);
    for (const Provision& provision : agreement.provisions) put.words += provision.quote.text + "\n";
  }
  void place(const Relation& relation, PutRecord& put) const {
    put.block = std::bit_cast<std::int64_t>(relation_block(relation, tables_));
    put.day = 0;
  }
  void place(const Dispute& dispute, PutRecord& put) const {
    put.block = issue_block(dispute.issue, tables_);
    put.day = 0;
  }

 private:
  const MentionContext& context_;
  const JoinTables& tables_;
};

}  // namespace

std::string article_hash(const Article& article) {
  Sha256 hash;
  for (const std::optional<std::string>& part :
       {std::optional(article.id), std::optional(article.text), article.title, article.published, article.publisher}) {
    hash.update(part ? std::to_string(part->size()) + ":" + *part : "-");
  }
  const std::string hex = hash.hex();
  std::string bytes;
  for (std::size_t i = 0; i < kHashBytes; ++i) {
    bytes.push_back(static_cast<char>(std::stoi(hex.substr(2 * i, 2), nullptr, 16)));
  }
  return bytes;
}

PutArticle put_article(const Article& article, const std::vector<Record>& records, const Packer& packer,
                       const JoinTables& tables) {
  PutArticle put;
  put.id = article.id;
  put.source = article.source;
  put.hash = article_hash(article);
  put.published = article.published;
  put.publisher = article.publisher;
  put.url = article.url;
  put.language = article.language;
  put.title = article.title;
  put.text = article.text;
  const std::int32_t day = optional_day(article.published);
  if (day != kNoDay) put.day = day;
  put.words = word_count(article.text);
  put.copy_group = std::bit_cast<std::int64_t>(hash64(put.hash));
  for (const std::uint64_t band : copy_bands(article.text))
    put.bands.push_back(static_cast<std::int32_t>(band));  // half of it tells enough
  const MentionContext context{article_key(article.id), std::bit_cast<std::uint64_t>(put.copy_group), day};
  const Preparer preparer(context, tables);
  put.bodies = packer.pack(records);
  for (const Record& record : records) {
    PutRecord& to = put.records.emplace_back();
    to.kind = record.index();
    to.id = std::bit_cast<std::int64_t>(record_key(common_of(record).id));
    std::visit([&](const auto& each) { preparer.place(each, to); }, record);
  }
  return put;
}

void restore_wording(std::string_view stored_bytes, EventMention& mention) {
  mention.content_words = restore(stored_bytes, mention.wording);
  mention.names = names_in(stored_bytes);
}
void restore_wording(std::string_view stored_bytes, StatementMention& mention) {
  mention.content_words = restore(stored_bytes, mention.wording);
}
void restore_wording(std::string_view stored_bytes, AgreementMention& mention) {
  static_cast<void>(restore(stored_bytes, mention.wording));
}

std::int64_t issue_block(const std::optional<Issue>& issue, const JoinTables& tables) {
  return issue ? std::bit_cast<std::int64_t>(issue_key(*issue, tables)) : 0;
}

}  // namespace entente

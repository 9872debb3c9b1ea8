#include <optional>
#include <string>
#include <utility>

#include "base/text_index.h"
#include "entente/formats.h"
#include "formats/conllu.h"

namespace entente {
namespace {

std::int32_t code_points(std::string_view text) {
  std::int32_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

std::optional<NameType> name_type(std::string_view text) {
  for (const NameType type :
       {NameType::kPerson, NameType::kOrganisation, NameType::kPlace, NameType::kGroup, NameType::kEvent}) {
    if (text == name_type_name(type)) return type;
  }
  return std::nullopt;
}

constexpr std::pair<AttributionRole, std::string_view> kRoles[] = {
    {AttributionRole::kSource, "Source"}, {AttributionRole::kCue, "Cue"}, {AttributionRole::kContent, "Content"}};

class DocumentBuilder {
 public:
  explicit DocumentBuilder(const std::string& name) : name_(name) {}

  Result<std::vector<ParsedDocument>> build(const std::vector<ConlluSentence>& sentences) {
    for (const ConlluSentence& sentence : sentences) {
      if (documents_.empty() || sentence.starts_document) start_document(sentence);
      ENTENTE_CHECK_OK(add_sentence(sentence));
    }
    for (ParsedDocument& parsed : documents_) {
      parsed.document.tokens.back().space_after = true;
      std::string& text = parsed.document.article.text;
      if (text.back() == ' ') text.pop_back();
    }
    return std::move(documents_);
  }

 private:
  void start_document(const ConlluSentence& sentence) {
    ParsedDocument& parsed = documents_.emplace_back();
    Article& article = parsed.document.article;
    article.id = sentence.document_id.empty() ? name_ : std::string(sentence.document_id);
    article.source = name_ + ":" + std::to_string(sentence.words.empty() ? 0 : sentence.words.front().line);
    at_ = 0;
  }

  Status add_sentence(const ConlluSentence& sentence) {
    Document& document = documents_.back().document;
    const bool starts_paragraph = document.sentences.empty() || sentence.starts_paragraph;
    if (starts_paragraph && !document.sentences.empty()) {
      if (document.tokens.back().space_after) drop_last_space();
      append("\n\n");
      document.tokens.back().space_after = true;
    }
    const auto first = static_cast<std::int32_t>(document.tokens.size());
    add_tokens(sentence);
    const auto last = static_cast<std::int32_t>(document.tokens.size());
    Sentence& added = document.sentences.emplace_back();
    added.tokens = {first, last};
    added.span = {document.tokens[first].span.begin, document.tokens[last - 1].span.end};
    added.starts_paragraph = starts_paragraph;
    for (const ConlluRow& row : sentence.words) add_word(row, first);
    ENTENTE_CHECK_OK(add_names(sentence, first));
    return add_attributions(sentence, first);
  }

  void append(std::string_view text) {
    documents_.back().document.article.text += text;
    at_ += code_points(text);
  }

  void drop_last_space() {
    documents_.back().document.article.text.pop_back();
    --at_;
  }

  void add_tokens(const ConlluSentence& sentence) {
    auto range = sentence.ranges.begin();
    for (std::size_t i = 0; i < sentence.words.size();) {
      if (range != sentence.ranges.end() && static_cast<std::size_t>(range->first) == i + 1) {
        add_multiword(sentence, *range);
        i = static_cast<std::size_t>(range->last);
        ++range;
      } else {
        const ConlluRow& row = sentence.words[i++];
        add_token(row.form, code_points(row.form));
        append(row.form);
        end_orthographic_token(row.misc);
      }
    }
  }

  void add_token(std::string_view form, std::int32_t length) {
    Token& token = documents_.back().document.tokens.emplace_back();
    token.form = form;
    token.span = {at_, at_ + length};
    token.space_after = false;
  }

  void end_orthographic_token(std::string_view misc) {
    if (conllu_misc(misc, "SpaceAfter") == "No") return;
    documents_.back().document.tokens.back().space_after = true;
    append(" ");
  }

  // Words that do not spell the written token ("du" = "de" + "le") share its characters out evenly.
  void add_multiword(const ConlluSentence& sentence, const ConlluRange& range) {
    const std::size_t begin = static_cast<std::size_t>(range.first) - 1;
    const auto end = static_cast<std::size_t>(range.last);
    std::string spelled;
    for (std::size_t i = begin; i < end; ++i) spelled += sentence.words[i].form;
    const std::int32_t start = at_;
    const std::int32_t length = code_points(range.form);
    const auto count = static_cast<std::int32_t>(end - begin);
    for (std::int32_t i = 0; i < count; ++i) {
      const std::string_view form = sentence.words[begin + static_cast<std::size_t>(i)].form;
      std::int32_t next = start + length * (i + 1) / count;
      if (spelled == range.form) next = at_ + code_points(form);
      add_token(form, next - at_);
      documents_.back().document.tokens.back().multiword = static_cast<std::uint8_t>(i == 0 ? count : 0);
      at_ = next;
    }
    at_ = start;
    append(range.form);
    end_orthographic_token(range.misc);
  }

  void add_word(const ConlluRow& row, std::int32_t first) {
    const auto kept = [](std::string_view column) { return column == "_" ? std::string() : std::string(column); };
    Word& word = documents_.back().words.emplace_back();
    word.upos = kept(row.upos);
    word.xpos = kept(row.xpos);
    word.feats = row.feats;
    word.lemma = row.lemma == "_" && row.form != "_" ? std::string() : std::string(row.lemma);
    word.head = row.head > 0 ? first + row.head - 1 : -1;
    word.deprel = kept(row.deprel);
  }

  Status add_names(const ConlluSentence& sentence, std::int32_t first) {
    std::vector<Name>& names = documents_.back().names;
    bool open = false;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const std::string_view tag = conllu_misc(sentence.words[i].misc, "Name");
      if (tag.empty() || tag == "O") {
        open = false;
        continue;
      }
      const std::optional<NameType> type = name_type(tag.substr(tag.size() < 2 ? 0 : 2));
      if (!type || (tag.substr(0, 2) != "B-" && tag.substr(0, 2) != "I-")) {
        return Error{
            ErrorCode::kBadFormat,
            "expected Name=B- or I- and one of PER, ORG, LOC, NORP, EVT, found " + std::string(tag.substr(0, 40)),
            name_ + ":" + std::to_string(sentence.words[i].line)};
      }
      const std::int32_t at = first + static_cast<std::int32_t>(i);
      if (open && tag.front() == 'I' && names.back().type == *type) {
        names.back().tokens.end = {at + 1};
      } else {
        names.push_back({{at, at + 1}, *type, 0});
      }
      open = true;
    }
    return Unit{};
  }

  Status add_attributions(const ConlluSentence& sentence, std::int32_t first) {
    std::vector<AttributionSpan>& spans = documents_.back().attributions;
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t open[] = {kNone, kNone, kNone};
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      for (std::size_t r = 0; r < std::size(kRoles); ++r) {
        const std::string_view tag = conllu_misc(sentence.words[i].misc, kRoles[r].second);
        const std::int32_t at = first + static_cast<std::int32_t>(i);
        if (tag.empty() || tag == "O") {
          open[r] = kNone;
        } else if (tag != "B" && tag != "I") {
          return Error{ErrorCode::kBadFormat,
                       "expected " + std::string(kRoles[r].second) + "=B or I, found " + std::string(tag.substr(0, 40)),
                       name_ + ":" + std::to_string(sentence.words[i].line)};
        } else if (tag == "I" && open[r] != kNone) {
          spans[open[r]].tokens.end = {at + 1};
        } else {
          open[r] = spans.size();
          spans.push_back({{at, at + 1}, kRoles[r].first, 0});
        }
      }
    }
    return Unit{};
  }

  const std::string& name_;
  std::vector<ParsedDocument> documents_;
  std::int32_t at_ = 0;  // code points of the current document's text
};

}  // namespace

Result<std::vector<ParsedDocument>> read_conllu(std::string_view bytes, const std::string& name) {
  ENTENTE_TRY(const auto sentences, parse_conllu(bytes, name));
  return DocumentBuilder(name).build(sentences);
}

}  // namespace entente

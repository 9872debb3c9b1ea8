#include "text/tables.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/files.h"
#include "base/text_index.h"

namespace entente {
namespace {

constexpr std::size_t kMaxTableBytes = std::size_t{1} << 20U;
using Fields = std::array<std::string_view, 2>;

// Two columns, apart by a tab; a head of "# key: value" lines, the first of which names the schema.
class TableReader {
 public:
  TableReader(std::string path, std::string schema, Fields columns)
      : path_(std::move(path)), schema_(std::move(schema)), columns_(columns) {}

  // row(fields) returns a message where a row is wrong, else an empty string.
  template <class Row>
  Status read(const Row& row) {
    auto bytes = read_file(path_, kMaxTableBytes);
    if (!bytes.has_value()) return std::move(bytes).error();
    if (valid_utf8_prefix(*bytes) != bytes->size()) return bad("is not UTF-8");
    std::string_view rest = *bytes;
    bool has_columns = false;
    while (!rest.empty()) {
      const std::string_view line = take_line(rest);
      if (line_ == 1 && line != "# schema: " + schema_) return bad("expected \"# schema: " + schema_ + "\"");
      if (line.empty() || line.front() == '#') continue;
      const std::size_t tab = line.find('\t');
      if (tab == std::string_view::npos || line.find('\t', tab + 1) != std::string_view::npos) {
        return bad("expected two columns apart by a tab");
      }
      const Fields fields = {line.substr(0, tab), line.substr(tab + 1)};
      if (!std::exchange(has_columns, true)) {
        if (fields != columns_)
          return bad("expected the columns " + std::string(columns_[0]) + ", " + std::string(columns_[1]));
        continue;
      }
      if (fields[0].empty() || fields[1].empty()) return bad("a field is empty");
      if (std::string message = row(fields); !message.empty()) return bad(std::move(message));
    }
    if (!has_columns) return bad("holds no row");
    return Unit{};
  }

 private:
  [[nodiscard]] Error bad(std::string message) const {
    return {ErrorCode::kBadKnowledge, std::move(message), path_ + ":" + std::to_string(std::max(line_, 1))};
  }

  std::string_view take_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    ++line_;
    return line;
  }

  std::string path_, schema_;
  Fields columns_;
  int line_ = 0;
};

std::string add_to(StringSet& set, std::string_view form) {
  return set.emplace(form).second ? "" : "stands here twice: " + std::string(form);
}

std::string add_abbreviation(TextTables& tables, const Fields& fields) {
  const auto& [form, kind] = fields;
  if (form.size() < 2 || form.back() != '.') return "an abbreviation ends with its full stop";
  constexpr std::pair<std::string_view, AbbreviationKind> kKinds[] = {
      {"title", AbbreviationKind::kTitle}, {"number", AbbreviationKind::kNumber}, {"word", AbbreviationKind::kWord}};
  for (const auto& [name, value] : kKinds) {
    if (kind != name) continue;
    return tables.abbreviations.emplace(form.substr(0, form.size() - 1), value).second
               ? ""
               : "stands here twice: " + std::string(form);
  }
  return "expected the kind title, number or word, found " + std::string(kind);
}

std::string add_contraction(TextTables& tables, std::string_view parts) {
  std::string form;
  std::vector<std::int32_t> lengths(1, 0);
  for (const char c : parts) {
    if (c == ' ') {
      lengths.push_back(0);
    } else {
      form += c;
      lengths.back() += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    }
  }
  if (lengths.size() < 2 || lengths.size() > 4 || std::count(lengths.begin(), lengths.end(), 0) > 0) {
    return "a contraction has two to four parts apart by one space";
  }
  return tables.contractions.emplace(form, lengths).second ? "" : "stands here twice: " + form;
}

std::string add_token(TextTables& tables, const Fields& fields) {
  const auto& [kind, form] = fields;
  const std::pair<std::string_view, StringSet*> sets[] = {
      {"prefix", &tables.prefixes},     {"suffix", &tables.suffixes}, {"unit", &tables.units},
      {"currency", &tables.currencies}, {"whole", &tables.whole},     {"domain", &tables.domains}};
  if (kind == "whole" && TextIndex(form).code_point_count() > kMaxWholeLength) {
    return "a whole token has at most " + std::to_string(kMaxWholeLength) + " characters";
  }
  for (const auto& [name, set] : sets) {
    if (kind == name) return add_to(*set, form);
  }
  if (kind == "contraction") return add_contraction(tables, form);
  if (kind == "clitic") {
    tables.clitics.emplace_back(form);
    return "";
  }
  return "expected the kind clitic, contraction, prefix, suffix, unit, currency, whole or domain, found " +
         std::string(kind);
}

std::string add_sentence_word(TextTables& tables, const Fields& fields) {
  const auto& [kind, form] = fields;
  if (kind == "opener") return add_to(tables.openers, form);
  if (kind == "reporting") return add_to(tables.reporting, form);
  return "expected the kind opener or reporting, found " + std::string(kind);
}

}  // namespace

Result<TextTables> TextTables::load(const std::string& knowledge_path) {
  TextTables tables;
  const std::string folder = knowledge_path + "/text/";
  TableReader abbreviations(folder + "abbreviations.tsv", "abbreviations 1", {"form", "kind"});
  ENTENTE_CHECK_OK(abbreviations.read([&](const Fields& fields) { return add_abbreviation(tables, fields); }));
  TableReader tokens(folder + "tokens.tsv", "tokens 1", {"kind", "form"});
  ENTENTE_CHECK_OK(tokens.read([&](const Fields& fields) { return add_token(tables, fields); }));
  TableReader sentences(folder + "sentences.tsv", "sentences 1", {"kind", "form"});
  ENTENTE_CHECK_OK(sentences.read([&](const Fields& fields) { return add_sentence_word(tables, fields); }));
  std::stable_sort(tables.clitics.begin(), tables.clitics.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return tables;
}

}  // namespace entente

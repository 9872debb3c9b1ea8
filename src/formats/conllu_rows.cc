#include <array>
#include <charconv>
#include <utility>

#include "base/text_index.h"
#include "formats/conllu.h"

namespace entente {
namespace {

constexpr std::size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

class RowReader {
 public:
  RowReader(std::string_view bytes, const std::string& name) : rest_(bytes), name_(name) {}

  Result<std::vector<ConlluSentence>> read() {
    while (!rest_.empty()) {
      ENTENTE_CHECK_OK(take_line(next_line()));
    }
    ENTENTE_CHECK_OK(end_sentence());
    if (sentences_.empty()) return Error{ErrorCode::kEmpty, "holds no sentence", name_};
    return std::move(sentences_);
  }

 private:
  [[nodiscard]] Error bad(std::string message, std::int32_t line) const {
    return {ErrorCode::kBadFormat, std::move(message), name_ + ":" + std::to_string(line)};
  }
  [[nodiscard]] Error bad(std::string message) const { return bad(std::move(message), line_); }

  std::string_view next_line() {
    const std::size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    ++line_;
    return line;
  }

  Status take_line(std::string_view line) {
    if (line.empty()) return end_sentence();
    if (line.front() == '#') {
      take_comment(line.substr(1));
      return Unit{};
    }
    Columns columns;
    ENTENTE_CHECK_OK(split(line, columns));
    if (columns[0].find('-') != std::string_view::npos) return take_range(columns);
    if (columns[0].find('.') != std::string_view::npos) return take_empty_node(columns);
    return take_word(columns);
  }

  void take_comment(std::string_view comment) {
    const auto trim = [](std::string_view text) {
      while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
      while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
      return text;
    };
    const std::size_t equals = comment.find('=');
    std::string_view key = trim(comment.substr(0, equals));
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view{} : trim(comment.substr(equals + 1));
    if (key == "newdoc" || key == "newdoc id") {
      sentence_.starts_document = true;
      sentence_.starts_paragraph = true;
      sentence_.document_id = value;
    } else if (key == "newpar" || key == "newpar id") {
      sentence_.starts_paragraph = true;
    }
  }

  Status split(std::string_view line, Columns& columns) const {
    std::size_t count = 0;
    while (true) {
      const std::size_t tab = line.find('\t');
      if (count < kColumns) columns[count] = line.substr(0, tab);
      ++count;
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    if (count != kColumns) return bad("expected 10 columns apart by tabs, found " + std::to_string(count));
    for (const std::string_view column : columns) {
      if (column.empty()) return bad("a column is empty; an absent value is written _");
    }
    return Unit{};
  }

  static bool number(std::string_view text, std::int32_t& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0;
  }

  [[nodiscard]] std::int32_t next_id() const { return static_cast<std::int32_t>(sentence_.words.size()) + 1; }

  Status take_range(const Columns& columns) {
    const std::size_t dash = columns[0].find('-');
    ConlluRange range;
    if (!number(columns[0].substr(0, dash), range.first) || !number(columns[0].substr(dash + 1), range.last)) {
      return bad("expected an id such as 3-4, found " + quoted(columns[0]));
    }
    const bool overlaps = !sentence_.ranges.empty() && sentence_.ranges.back().last >= range.first;
    if (range.first != next_id() || range.last < range.first || overlaps) {
      return bad("the range " + quoted(columns[0]) + " must begin at the next id, " + std::to_string(next_id()) +
                 ", and lie beside the other ranges");
    }
    if (range.last - range.first >= kMaxConlluMultiword) {
      return bad("a multiword token may have " + std::to_string(kMaxConlluMultiword) + " words at most");
    }
    range.form = columns[1];
    range.misc = columns[9];
    sentence_.ranges.push_back(range);
    return Unit{};
  }

  Status take_empty_node(const Columns& columns) const {
    const std::size_t dot = columns[0].find('.');
    std::int32_t major = 0;
    std::int32_t minor = 0;
    if (!number(columns[0].substr(0, dot), major) || !number(columns[0].substr(dot + 1), minor) || major >= next_id()) {
      return bad("expected an empty node's id such as 3.1 after word 3, found " + quoted(columns[0]));
    }
    return Unit{};
  }

  Status take_word(const Columns& columns) {
    std::int32_t id = 0;
    if (!number(columns[0], id) || id != next_id()) {
      return bad("expected id " + std::to_string(next_id()) + ", found " + quoted(columns[0]));
    }
    ConlluRow row;
    row.form = columns[1];
    row.lemma = columns[2];
    row.upos = columns[3];
    row.xpos = columns[4];
    row.feats = columns[5];
    row.deprel = columns[7];
    row.misc = columns[9];
    row.line = line_;
    if (columns[6] != "_" && (!number(columns[6], row.head) || row.head == id)) {
      return bad("expected a head other than the word itself, found " + quoted(columns[6]));
    }
    sentence_.words.push_back(row);
    return Unit{};
  }

  Status end_sentence() {
    if (sentence_.words.empty() && sentence_.ranges.empty()) return Unit{};  // comments wait for their sentence
    const auto size = static_cast<std::int32_t>(sentence_.words.size());
    if (!sentence_.ranges.empty() && sentence_.ranges.back().last > size) {
      return bad("the sentence ends before word " + std::to_string(sentence_.ranges.back().last) +
                 " of its last range");
    }
    for (const ConlluRow& row : sentence_.words) {
      if (row.head > size) {
        return bad(
            "head " + std::to_string(row.head) + " lies outside the sentence's " + std::to_string(size) + " words",
            row.line);
      }
    }
    sentences_.push_back(std::exchange(sentence_, {}));
    return Unit{};
  }

  static std::string quoted(std::string_view text) {
    std::string out(1, '"');
    out += text.substr(0, 40);
    out += '"';
    return out;
  }

  std::string_view rest_;
  const std::string& name_;
  std::int32_t line_ = 0;
  ConlluSentence sentence_;
  std::vector<ConlluSentence> sentences_;
};

}  // namespace

Result<std::vector<ConlluSentence>> parse_conllu(std::string_view bytes, const std::string& name) {
  if (bytes.size() > kMaxConlluBytes) {
    return Error{ErrorCode::kTooLarge, "larger than the limit of " + std::to_string(kMaxConlluBytes) + " bytes", name};
  }
  const std::size_t valid = valid_utf8_prefix(bytes);
  if (valid != bytes.size()) {
    std::size_t line = 1;
    for (const char byte : bytes.substr(0, valid)) line += byte == '\n' ? 1 : 0;
    return Error{ErrorCode::kBadEncoding, "is not UTF-8", name + ":" + std::to_string(line)};
  }
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  return RowReader(bytes, name).read();
}

std::string_view conllu_misc(std::string_view misc, std::string_view key) {
  while (!misc.empty()) {
    const std::size_t bar = misc.find('|');
    const std::string_view item = misc.substr(0, bar);
    if (item.size() > key.size() && item[key.size()] == '=' && item.substr(0, key.size()) == key) {
      return item.substr(key.size() + 1);
    }
    misc.remove_prefix(bar == std::string_view::npos ? misc.size() : bar + 1);
  }
  return {};
}

}  // namespace entente

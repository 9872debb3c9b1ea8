#include <algorithm>
#include <array>
#include <string>

#include "base/text_index.h"
#include "entente/formats.h"

namespace entente {
namespace {

// No column may be empty or hold what ends a column or a line.
void append_column(std::string& out, std::string_view text) {
  if (text.empty()) out += '_';
  for (const char c : text) out += c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

void append_collapsed(std::string& out, std::string_view text) {
  bool space = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_space || !space) out += is_space ? ' ' : c;
    space = is_space;
  }
}

class ConlluWriter {
 public:
  explicit ConlluWriter(const ParsedDocument& parsed)
      : parsed_(parsed), index_(parsed.document.article.text), labels_(parsed.document.tokens.size()) {}

  std::string write() {
    label();
    const std::vector<Sentence>& sentences = parsed_.document.sentences;
    out_.reserve(parsed_.document.tokens.size() * 48);
    for (std::size_t i = 0; i < sentences.size(); ++i) write_sentence(sentences[i], i);
    return std::move(out_);
  }

 private:
  // Alphabetical, as UD asks of MISC.
  enum Column { kContent, kCue, kName, kSource, kColumnCount };
  static constexpr std::array<std::string_view, kColumnCount> kKeys = {"Content=", "Cue=", "Name=", "Source="};

  static Column column(AttributionRole role) {
    switch (role) {
      case AttributionRole::kSource: return kSource;
      case AttributionRole::kCue: return kCue;
      case AttributionRole::kContent: return kContent;
    }
    return kContent;
  }

  void set(TokenSpan tokens, Column column, const std::string& suffix) {
    for (std::int32_t at = std::max(tokens.begin.value, 0); at < tokens.end.value; ++at) {
      if (static_cast<std::size_t>(at) >= labels_.size()) return;
      std::string& label = labels_[static_cast<std::size_t>(at)][column];
      if (label.empty()) label = (at == tokens.begin.value ? "B" : "I") + suffix;  // where two overlap, the first stays
    }
  }

  void label() {
    for (const Name& name : parsed_.names) set(name.tokens, kName, std::string("-") + name_type_name(name.type));
    for (const AttributionSpan& span : parsed_.attributions) set(span.tokens, column(span.role), "");
  }

  void write_sentence(const Sentence& sentence, std::size_t number) {
    const std::string& id = parsed_.document.article.id;
    if (number == 0) {
      out_ += "# newdoc";
      if (!id.empty()) append_comment(" id = ", id);
      out_ += '\n';
    }
    if (sentence.starts_paragraph) out_ += "# newpar\n";
    append_comment("# sent_id = ", id.empty() ? "s" : id + "-");
    out_ += std::to_string(number + 1);
    out_ += "\n# text = ";
    append_collapsed(out_, index_.slice(sentence.span));
    out_ += '\n';
    for (std::int32_t at = sentence.tokens.begin.value; at < sentence.tokens.end.value; ++at) {
      write_range(sentence, at);
      write_word(sentence, at);
    }
    out_ += '\n';
  }

  void append_comment(std::string_view key, std::string_view value) {
    out_ += key;
    append_column(out_, value);
  }

  [[nodiscard]] const Token& token(std::int32_t at) const {
    return parsed_.document.tokens[static_cast<std::size_t>(at)];
  }

  void write_range(const Sentence& sentence, std::int32_t at) {
    const std::int32_t end = std::min(at + token(at).multiword, sentence.tokens.end.value);
    if (end - at < 2) return;
    const std::int32_t id = at - sentence.tokens.begin.value + 1;
    out_ += std::to_string(id) + "-" + std::to_string(id + end - at - 1) + "\t";
    append_column(out_, index_.slice({token(at).span.begin, token(end - 1).span.end}));
    out_ += "\t_\t_\t_\t_\t_\t_\t_\t";
    out_ += token(end - 1).space_after ? "_\n" : "SpaceAfter=No\n";
    range_end_ = end;
  }

  void write_word(const Sentence& sentence, std::int32_t at) {
    static const Word kUnread;
    const auto index = static_cast<std::size_t>(at);
    const bool read = parsed_.words.size() == parsed_.document.tokens.size();
    const Word& word = read ? parsed_.words[index] : kUnread;
    out_ += std::to_string(at - sentence.tokens.begin.value + 1);
    for (const std::string_view text :
         {std::string_view(token(at).form), std::string_view(word.lemma), std::string_view(word.upos),
          std::string_view(word.xpos), std::string_view(word.feats)}) {
      out_ += '\t';
      append_column(out_, text);
    }
    out_ += '\t';
    if (word.head >= 0) {
      out_ += std::to_string(word.head - sentence.tokens.begin.value + 1);
    } else {
      out_ += word.deprel.empty() ? "_" : "0";
    }
    out_ += '\t';
    append_column(out_, word.deprel);
    out_ += "\t_\t";
    write_misc(at);
    out_ += '\n';
  }

  void write_misc(std::int32_t at) {
    const std::size_t before = out_.size();
    for (std::size_t i = 0; i < kColumnCount; ++i) {
      const std::string& label = labels_[static_cast<std::size_t>(at)][i];
      if (label.empty()) continue;
      if (out_.size() > before) out_ += '|';
      out_ += kKeys[i];
      out_ += label;
    }
    const bool in_range = at < range_end_;  // a range says it for its words
    if (!token(at).space_after && !in_range) out_ += out_.size() > before ? "|SpaceAfter=No" : "SpaceAfter=No";
    if (out_.size() == before) out_ += '_';
  }

  const ParsedDocument& parsed_;
  TextIndex index_;
  std::vector<std::array<std::string, kColumnCount>> labels_;
  std::int32_t range_end_ = 0;  // one past the last token of the latest multiword token
  std::string out_;
};

}  // namespace

std::string write_conllu(const ParsedDocument& parsed) { return ConlluWriter(parsed).write(); }

}  // namespace entente

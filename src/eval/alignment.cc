#include "eval/alignment.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "base/text_index.h"

namespace entente {
namespace {

// Characters of a form without space separators, which UD allows inside words.
void append_characters(std::string& out, std::string_view form) {
  const TextIndex index(form);
  for (std::int32_t at = 0; at < index.code_point_count(); ++at) {
    if (u_charType(static_cast<UChar32>(index.at({at}))) != U_SPACE_SEPARATOR) out += index.slice({at, at + 1});
  }
}

std::string lower_cased(std::string_view form) {
  const TextIndex index(form);
  std::string out;
  for (std::int32_t at = 0; at < index.code_point_count(); ++at) {
    append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(index.at({at})))));
  }
  return out;
}

class Aligner {
 public:
  Aligner(const Analysis& gold, const Analysis& system) : gold_(gold.words), system_(system.words) {
    alignment_.to_system.assign(gold_.size(), kNotAligned);
    alignment_.to_gold.assign(system_.size(), kNotAligned);
  }

  Result<Alignment> align() {
    std::size_t g = 0;
    std::size_t s = 0;
    while (g < gold_.size() && s < system_.size()) {
      if (gold_[g].multiword || system_[s].multiword) {
        const Block block = multiword_block(g, s);
        ENTENTE_CHECK_OK(align_block(block));
        g = block.gold_end;
        s = block.system_end;
      } else if (gold_[g].span == system_[s].span) {
        match(g++, s++);
      } else if (gold_[g].span.begin <= system_[s].span.begin) {
        ++g;
      } else {
        ++s;
      }
    }
    return std::move(alignment_);
  }

 private:
  using Words = std::vector<EvaluatedWord>;
  struct Block {
    std::size_t gold_begin, gold_end, system_begin, system_end;
  };

  void match(std::size_t g, std::size_t s) {
    alignment_.to_system[g] = static_cast<std::int32_t>(s);
    alignment_.to_gold[s] = static_cast<std::int32_t>(g);
    ++alignment_.aligned;
  }

  static bool beyond(const Words& words, std::size_t i, std::int32_t end) {
    if (i >= words.size()) return true;
    return words[i].multiword ? words[i].span.begin >= end : words[i].span.end > end;
  }

  // The smallest run of words around a multiword token that neither side cuts.
  [[nodiscard]] Block multiword_block(std::size_t g, std::size_t s) const {
    std::int32_t end = 0;
    if (gold_[g].multiword) {
      end = gold_[g].span.end;
      if (!system_[s].multiword && system_[s].span.begin < gold_[g].span.begin) ++s;
    } else {
      end = system_[s].span.end;
      if (gold_[g].span.begin < system_[s].span.begin) ++g;
    }
    const std::size_t gold_begin = g;
    const std::size_t system_begin = s;
    while (!beyond(gold_, g, end) || !beyond(system_, s, end)) {
      const bool take_gold = g < gold_.size() && (s >= system_.size() || gold_[g].span.begin <= system_[s].span.begin);
      const EvaluatedWord& word = take_gold ? gold_[g++] : system_[s++];
      if (word.multiword) end = std::max(end, word.span.end);
    }
    return {gold_begin, g, system_begin, s};
  }

  // Inside a block, words are aligned by the longest common subsequence of their lower-cased forms.
  Status align_block(const Block& block) {
    constexpr std::size_t kMaxCells = std::size_t{1} << 22U;
    const std::size_t rows = block.gold_end - block.gold_begin;
    const std::size_t columns = block.system_end - block.system_begin;
    if (rows == 0 || columns == 0) return Unit{};
    if (rows > kMaxCells / columns) {
      return Error{ErrorCode::kTooLarge, "multiword tokens overlap over too many words to be aligned",
                   "gold:" + std::to_string(gold_[block.gold_begin].row->line)};
    }
    std::vector<std::string> gold_forms;
    std::vector<std::string> system_forms;
    for (std::size_t i = 0; i < rows; ++i) gold_forms.push_back(lower_cased(gold_[block.gold_begin + i].row->form));
    for (std::size_t i = 0; i < columns; ++i) {
      system_forms.push_back(lower_cased(system_[block.system_begin + i].row->form));
    }
    const std::size_t stride = columns + 1;
    std::vector<std::int32_t> lcs((rows + 1) * stride, 0);
    for (std::size_t g = rows; g-- > 0;) {
      for (std::size_t s = columns; s-- > 0;) {
        std::int32_t best = std::max(lcs[(g + 1) * stride + s], lcs[g * stride + s + 1]);
        if (gold_forms[g] == system_forms[s]) best = std::max(best, 1 + lcs[(g + 1) * stride + s + 1]);
        lcs[g * stride + s] = best;
      }
    }
    for (std::size_t g = 0, s = 0; g < rows && s < columns;) {
      if (gold_forms[g] == system_forms[s]) {
        match(block.gold_begin + g++, block.system_begin + s++);
      } else if (lcs[g * stride + s] == lcs[(g + 1) * stride + s]) {
        ++g;
      } else {
        ++s;
      }
    }
    return Unit{};
  }

  const Words& gold_;
  const Words& system_;
  Alignment alignment_;
};

}  // namespace

Result<Analysis> analyse(const std::vector<ConlluSentence>& sentences, const std::string& name) {
  Analysis out;
  for (std::size_t number = 0; number < sentences.size(); ++number) {
    const ConlluSentence& sentence = sentences[number];
    const auto first = static_cast<std::int32_t>(out.words.size());
    const auto begin = static_cast<std::int32_t>(out.characters.size());
    auto range = sentence.ranges.begin();
    for (std::size_t i = 0; i < sentence.words.size();) {
      const bool in_range = range != sentence.ranges.end() && static_cast<std::size_t>(range->first) == i + 1;
      CharacterSpan span{static_cast<std::int32_t>(out.characters.size()), 0};
      append_characters(out.characters, in_range ? range->form : sentence.words[i].form);
      span.end = static_cast<std::int32_t>(out.characters.size());
      if (span.begin == span.end) {
        return Error{ErrorCode::kBadFormat, "a form holds nothing but spaces",
                     name + ":" + std::to_string(sentence.words[i].line)};
      }
      out.tokens.push_back(span);
      const std::size_t end = in_range ? static_cast<std::size_t>(range->last) : i + 1;
      for (; i < end; ++i) {
        const ConlluRow& row = sentence.words[i];
        const std::int32_t parent = row.head > 0 ? first + row.head - 1 : row.head == 0 ? kRootParent : kNoParent;
        out.words.push_back({&row, span, in_range, parent, static_cast<std::int32_t>(number)});
      }
      if (in_range) ++range;
    }
    out.sentences.push_back({begin, static_cast<std::int32_t>(out.characters.size())});
  }
  return out;
}

Result<Alignment> align(const Analysis& gold, const Analysis& system) {
  if (gold.characters != system.characters) {
    const auto part = std::mismatch(gold.characters.begin(), gold.characters.end(), system.characters.begin(),
                                    system.characters.end());
    const auto at = static_cast<std::int32_t>(part.first - gold.characters.begin());
    const auto place = [at](const Analysis& analysis) {
      const auto word =
          std::upper_bound(analysis.words.begin(), analysis.words.end(), at,
                           [](std::int32_t offset, const EvaluatedWord& w) { return offset < w.span.end; });
      if (word == analysis.words.end()) return std::string("its end");
      return "line " + std::to_string(word->row->line) + ", word \"" + std::string(word->row->form.substr(0, 40)) +
             "\"";
    };
    return Error{
        ErrorCode::kBadFormat,
        "the two files hold different characters; they part at gold " + place(gold) + ", and system " + place(system),
        "gold and system"};
  }
  return Aligner(gold, system).align();
}

}  // namespace entente

#include "text/boundary.h"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

using Class = CharacterClass;

bool closes(PieceKind kind) { return kind == PieceKind::kCloser || kind == PieceKind::kCloseQuote; }

}  // namespace

// The mark before closing quotes, brackets and the numbers of notes ("over.[3]", "over.3").
BoundaryFinder::End BoundaryFinder::end_of(const std::vector<Piece>& pieces) const {
  End end;
  for (std::size_t i = pieces.size(); i > 0; --i) {
    const Piece& piece = pieces[i - 1];
    const bool marks = piece.kind == PieceKind::kTerminator || piece.kind == PieceKind::kAbbreviation ||
                       piece.kind == PieceKind::kTitle;
    if (marks) {
      end.mark = piece;
      end.found = true;
      return end;
    }
    const bool note = piece.kind == PieceKind::kNumber && i > 1 &&
                      (pieces[i - 2].kind == PieceKind::kTerminator || pieces[i - 2].kind == PieceKind::kOpener);
    const bool note_opens = piece.kind == PieceKind::kOpener && i > 1 &&
                            (pieces[i - 2].kind == PieceKind::kTerminator || pieces[i - 2].kind == PieceKind::kCloser);
    if (!closes(piece.kind) && !note && !note_opens) return end;
    end.quoted = end.quoted || piece.kind == PieceKind::kCloseQuote;
  }
  return end;
}

BoundaryFinder::Next BoundaryFinder::next_of(Chunk chunk) const {
  for (std::int32_t i = chunk.begin; i < chunk.end; ++i) {
    switch (class_of(text_.at({i}))) {
      case Class::kUpper: return Next::kUpper;
      case Class::kLower: return Next::kLower;
      case Class::kDigit: return Next::kDigit;
      case Class::kQuote:
      case Class::kApostrophe:
      case Class::kOpener: break;
      default: return Next::kOther;
    }
  }
  return Next::kOther;
}

bool BoundaryFinder::only_closes(Chunk chunk) const {
  for (std::int32_t i = chunk.begin; i < chunk.end; ++i) {
    const Class c = class_of(text_.at({i}));
    const bool closing = c == Class::kCloser ||
                         (c == Class::kQuote && splitter_.inside_quotes() && text_.at({i}) != 0x201C) ||
                         (c == Class::kApostrophe && chunk.end - chunk.begin == 1);
    if (!closing) return false;
  }
  return true;
}

// "... ?" Foreign Minister Ana Ruiz asked: a reporting verb among the next words, with no mark before it. A pronoun or
// an article would have had a small letter there.
bool BoundaryFinder::reports(const Paragraph& paragraph, std::size_t i) {
  constexpr std::size_t kReach = 7;
  if (opens(paragraph[i + 1])) return false;
  for (std::size_t k = i + 1; k < paragraph.size() && k <= i + kReach; ++k) {
    const Chunk chunk = paragraph[k];
    std::int32_t end = chunk.end;
    while (end > chunk.begin + 1 && !is_alphanumeric(class_of(text_.at({end - 1})))) --end;
    if (!is_letter(class_of(text_.at({chunk.begin})))) return false;
    if (tables_.reporting.find(splitter_.key(chunk.begin, end)) != tables_.reporting.end()) return true;
    if (end != chunk.end) return false;
  }
  return false;
}

bool BoundaryFinder::opens(Chunk chunk) const {
  std::int32_t begin = chunk.begin;
  std::int32_t end = chunk.end;
  while (begin < end && !is_letter(class_of(text_.at({begin})))) ++begin;
  if (begin > chunk.begin) return begin < end && class_of(text_.at({chunk.begin})) == Class::kQuote;
  while (end > begin && !is_letter(class_of(text_.at({end - 1})))) --end;
  return tables_.openers.find(text_.slice({begin, end})) != tables_.openers.end();
}

// A short word with a capital, then a full stop and a small letter: an abbreviation that no table knows.
bool BoundaryFinder::may_abbreviate(const std::vector<Piece>& pieces, Chunk next) const {
  constexpr std::int32_t kLongest = 4;
  if (pieces.size() < 2 || pieces.back().kind != PieceKind::kTerminator) return false;
  const Piece& word = pieces[pieces.size() - 2];
  return word.kind == PieceKind::kWord && word.end - word.begin <= kLongest &&
         class_of(text_.at({word.begin})) == Class::kUpper && class_of(text_.at({next.begin})) == Class::kLower;
}

// "[3]", "[12][13]", "[citation needed]" after a full stop belong to the sentence before.
bool BoundaryFinder::is_note(const Paragraph& paragraph, std::size_t i) const {
  constexpr std::size_t kLongest = 4;  // words
  if (text_.at({paragraph[i].begin}) != '[') return false;
  for (std::size_t k = i; k < paragraph.size() && k < i + kLongest; ++k) {
    if (text_.at({paragraph[k].end - 1}) == ']')
      return k > i ? class_of(text_.at({paragraph[i].begin + 1})) == Class::kLower : true;
  }
  return false;
}

bool BoundaryFinder::ends_sentence(const std::vector<Piece>& pieces, const Paragraph& paragraph, std::size_t i) {
  const Chunk next_chunk = paragraph[i + 1];
  const bool closing_follows = only_closes(next_chunk) || is_note(paragraph, i + 1);
  if (waiting_) {
    const Piece& last = pieces.back();
    const bool inside_note = last.kind != PieceKind::kCloser && last.kind != PieceKind::kCloseQuote;
    waiting_ = inside_note || closing_follows;
    return !waiting_ && next_of(next_chunk) != Next::kLower;
  }
  const End end = end_of(pieces);
  if (!end.found || end.mark.kind == PieceKind::kTitle) return false;
  const Next next = next_of(next_chunk);
  if (closing_follows && end.mark.kind == PieceKind::kTerminator) {
    waiting_ = true;
    return false;
  }
  if (end.mark.kind == PieceKind::kAbbreviation) return next == Next::kUpper && opens(next_chunk);
  const char32_t last = text_.at({end.mark.end - 1});
  if (last == '.' && end.mark.end - end.mark.begin == 1)
    return next != Next::kLower || !may_abbreviate(pieces, next_chunk);
  if (next == Next::kLower) return false;
  if (class_of(text_.at({next_chunk.begin})) == Class::kDash) return false;
  if (next != Next::kUpper && class_of(text_.at({next_chunk.begin})) == Class::kOpener) return false;
  if (next == Next::kOther && (last == '.' || last == 0x2026)) return false;
  return !(end.quoted && next == Next::kUpper && reports(paragraph, i));
}

}  // namespace entente

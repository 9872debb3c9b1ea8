#include "ledger/actor_terms.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t kCodePart = 3;  // codes are of so many letters, or of several such parts: NATO is a name
constexpr std::size_t kShortestName = 2;

bool is_upper_word(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

}  // namespace

std::string case_folded(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                         status);
  return out;
}

bool is_actor_code(std::string_view word) { return word.size() % kCodePart == 0 && is_upper_word(word); }

Result<ActorTerms> ActorTerms::parse(const std::vector<std::string>& words) {
  ActorTerms out;
  for (const std::string& word : words) {
    const std::size_t colon = word.find(':');
    const std::string head = word.substr(0, colon);
    if (is_actor_code(head) && (colon == std::string::npos || is_upper_word(word.substr(colon + 1)))) {
      out.codes_.push_back(head);
      out.terms_.push_back({head, colon == std::string::npos ? "" : word.substr(colon + 1), ""});
      out.asks_sectors_ = out.asks_sectors_ || colon != std::string::npos;
      continue;
    }
    if (word.size() < kShortestName || colon != std::string::npos) {
      return Error{ErrorCode::kUsage,
                   "no actor: \"" + word + "\"; write a code (AZE), a code with a sector (AZE:MIL) or a name", ""};
    }
    out.terms_.push_back({"", "", case_folded(word)});
  }
  out.asks_more_ = out.asks_sectors_ || out.codes_.size() != out.terms_.size();
  return out;
}

bool ActorTerms::meets(const Actor& actor) const {
  return std::any_of(terms_.begin(), terms_.end(), [&](const Term& term) {
    if (term.code.empty()) return case_folded(actor.name).find(term.name) != std::string::npos;
    if (actor.code != term.code && actor.country != term.code) return false;
    return term.sector.empty() || actor.sector == term.sector;
  });
}

bool ActorTerms::meets_any(const std::vector<Actor>& actors) const {
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) { return meets(actor); });
}

bool ActorTerms::meets(std::string_view code, std::string_view name) const {
  return std::any_of(terms_.begin(), terms_.end(), [&](const Term& term) {
    return term.code.empty() ? case_folded(name).find(term.name) != std::string::npos : term.code == code;
  });
}

}  // namespace entente

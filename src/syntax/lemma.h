// Lemmas: an exception table, then the likeliest edit script that gives a known lemma. docs/formats/model.md describes
// both.
//
// Threads: immutable after load(). Lifetime: a view of the table's text, which must outlive it.
#ifndef ENTENTE_SYNTAX_LEMMA_H_
#define ENTENTE_SYNTAX_LEMMA_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "entente/result.h"
#include "syntax/heads.h"

namespace entente {

// `case:strip:add`
struct LemmaScript {
  enum class Case : std::uint8_t { kLower, kKeep, kCapitalise };
  Case letter_case = Case::kKeep;
  std::int32_t strip = 0;  // code points off the end
  std::string add;

  [[nodiscard]] static Result<LemmaScript> parse(std::string_view text);
  [[nodiscard]] std::string apply(std::string_view form) const;
};

class Lemmatiser {
 public:
  [[nodiscard]] static Result<Lemmatiser> load(const std::vector<std::string>& scripts, std::string_view exceptions,
                                               std::string_view known, const std::string& name);

  [[nodiscard]] std::string lemma(std::string_view form, std::string_view upos, const LemmaScripts& likeliest) const;

 private:
  std::vector<LemmaScript> scripts_;
  std::unordered_map<std::string_view, std::string_view> exceptions_;  // "form<tab>UPOS" to lemma
  std::unordered_set<std::string_view> known_;                         // "lemma<tab>UPOS", lower case
};

}  // namespace entente

#endif  // ENTENTE_SYNTAX_LEMMA_H_

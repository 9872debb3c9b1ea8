// Who a query asks for: "AZE", "AZE:MIL", "Aliyev".
#ifndef ENTENTE_LEDGER_ACTOR_TERMS_H_
#define ENTENTE_LEDGER_ACTOR_TERMS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/record.h"
#include "entente/result.h"

namespace entente {

// Lower case by Unicode's full case folding: what is to be compared whatever its case.
[[nodiscard]] std::string case_folded(std::string_view text);

// Any of these; none: nothing is asked.
class ActorTerms {
 public:
  [[nodiscard]] static Result<ActorTerms> parse(const std::vector<std::string>& words);

  [[nodiscard]] bool empty() const { return terms_.empty(); }
  // The codes of the terms, where each has one: then a table of codes can be asked first.
  [[nodiscard]] const std::vector<std::string>& codes() const& { return codes_; }
  [[nodiscard]] bool all_have_codes() const { return !terms_.empty() && codes_.size() == terms_.size(); }
  // True where the codes are not all that is asked: what a table of codes finds is to be looked at with meets().
  [[nodiscard]] bool ask_more() const { return asks_more_; }
  [[nodiscard]] bool meets(const Actor& actor) const;
  [[nodiscard]] bool meets_any(const std::vector<Actor>& actors) const;
  // By what a table's columns tell, for terms that ask for no sector.
  [[nodiscard]] bool meets(std::string_view code, std::string_view name) const;
  [[nodiscard]] bool ask_sectors() const { return asks_sectors_; }

 private:
  struct Term {
    std::string code, sector;
    std::string name;  // folded; of terms without a code
  };
  std::vector<Term> terms_;
  std::vector<std::string> codes_;
  bool asks_more_ = false, asks_sectors_ = false;
};

// True for what is written as a code of a state or organisation: "AZE", "IGOUNO".
[[nodiscard]] bool is_actor_code(std::string_view word);

}  // namespace entente

#endif  // ENTENTE_LEDGER_ACTOR_TERMS_H_

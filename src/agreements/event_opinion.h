// What kind of event the model takes a word for, whether or not a frame has it.
#ifndef ENTENTE_AGREEMENTS_EVENT_OPINION_H_
#define ENTENTE_AGREEMENTS_EVENT_OPINION_H_

#include <map>
#include <string>

#include "actors/tree.h"

namespace entente {

class EventOpinion {
 public:
  explicit EventOpinion(const Tree& tree);

  // The probability of PLOVER's type, 0 without a model.
  [[nodiscard]] double of(TokenId t, const std::string& type) const;
  // The likeliest type; "" where none is likelier than not.
  [[nodiscard]] std::string type(TokenId t) const;

 private:
  const Tree& tree_;
  std::map<std::string, std::size_t> column_of_;
};

}  // namespace entente

#endif  // ENTENTE_AGREEMENTS_EVENT_OPINION_H_

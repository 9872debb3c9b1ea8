// Whether two spellings are of one person's name.
#ifndef ENTENTE_EVAL_PERSON_NAMES_H_
#define ENTENTE_EVAL_PERSON_NAMES_H_

#include <string>

namespace entente {

// "Ilham Aliyev", not "spokesman of the ministry": begins and ends with a capital.
[[nodiscard]] bool is_proper_name(const std::string& name);

// Marks on letters and the way of transliteration count for nothing: the last names differ in one letter of six at
// most, and so do half of the words of the shorter name.
[[nodiscard]] bool names_alike(const std::string& a, const std::string& b);

}  // namespace entente

#endif  // ENTENTE_EVAL_PERSON_NAMES_H_

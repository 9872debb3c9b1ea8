// What a system missed, added and got wrong, with the words it stands in.
#ifndef ENTENTE_EVAL_GOLD_ERRORS_H_
#define ENTENTE_EVAL_GOLD_ERRORS_H_

#include <vector>

#include "entente/eval.h"
#include "eval/gold_match.h"

namespace entente {

// Of one article, in no order.
[[nodiscard]] std::vector<GoldMistake> mistakes_of(const GoldArticle& article, const ArticleMatch& match);

}  // namespace entente

#endif  // ENTENTE_EVAL_GOLD_ERRORS_H_

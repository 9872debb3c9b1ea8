// How far a system's confidence can be believed.
#ifndef ENTENTE_EVAL_GOLD_CALIBRATION_H_
#define ENTENTE_EVAL_GOLD_CALIBRATION_H_

#include <vector>

#include "entente/eval.h"
#include "eval/gold_match.h"

namespace entente {

// Adds an article's records to those of each kind, and to all.
void count_confidence(const ArticleMatch& match, std::vector<Calibration>& calibrations);

}  // namespace entente

#endif  // ENTENTE_EVAL_GOLD_CALIBRATION_H_

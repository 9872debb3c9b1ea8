// A gold corpus on disk: articles/NAME.txt and records/NAME.jsonl in one folder, and a system's records for it.
#ifndef ENTENTE_APPS_CLI_GOLD_FILES_H_
#define ENTENTE_APPS_CLI_GOLD_FILES_H_

#include <string>
#include <vector>

#include "entente/article.h"
#include "entente/eval.h"
#include "entente/result.h"

namespace entente::cli {

struct GoldCorpus {
  std::vector<Article> articles;     // as intake reads them, by name
  std::vector<GoldArticle> entries;  // one for each, without the system's records
};

// split: "dev", "test" (what begins with it and a dash) or "all". Fails where a record's quotation does not stand in
// its article, with file and line.
[[nodiscard]] Result<GoldCorpus> read_gold(const std::string& folder, const std::string& split);

// The system's records from a file, or from a folder of NAME.jsonl: an article without a file there is left out.
[[nodiscard]] Status read_system(const std::string& path, GoldCorpus& corpus);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_GOLD_FILES_H_

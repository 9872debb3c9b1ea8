// From an article and its records to what the store keeps of them: packed bodies, wordings, blocks and days.
#ifndef ENTENTE_LEDGER_PREPARE_H_
#define ENTENTE_LEDGER_PREPARE_H_

#include <string>
#include <vector>

#include "entente/article.h"
#include "entente/record.h"
#include "ledger/agreement_threads.h"
#include "ledger/event_mention.h"
#include "ledger/statement_joins.h"
#include "ledger/tables.h"
#include "store/store.h"

namespace entente {

// Of id, text, title, publication and publisher: 16 bytes.
[[nodiscard]] std::string article_hash(const Article& article);

[[nodiscard]] PutArticle put_article(const Article& article, const std::vector<Record>& records, const Packer& packer,
                                     const JoinTables& tables);

// The wording that was made when the words were there.
void restore_wording(std::string_view stored, EventMention& mention);
void restore_wording(std::string_view stored, StatementMention& mention);
void restore_wording(std::string_view stored, AgreementMention& mention);

// The block in which disputes over an issue are looked for; 0: no issue.
[[nodiscard]] std::int64_t issue_block(const std::optional<Issue>& issue, const JoinTables& tables);

}  // namespace entente

#endif  // ENTENTE_LEDGER_PREPARE_H_

// Accounts as JSON: the record's line with what the ledger adds.
#include "entente/formats.h"
#include "formats/json_line.h"

namespace entente {
namespace {

// The record's object without its last brace, then the account's fields.
std::string extended(const Record& record, const Account& account) {
  std::string line = write_record_json(record, account.stamp);
  JsonLine json;
  json.begin_object();
  json.text("account", account.id);
  json.integer("articles", std::int64_t{account.articles});
  json.integer("sources", std::int64_t{account.sources});
  json.text("verdict", verdict_name(account.verdict));
  json.begin_list("mentions");
  for (const Mention& mention : account.mentions) {
    json.item(mention.record);
  }
  json.end_list();
  json.end_object();
  line.erase(line.size() - 2);  // "}\n"
  return line + "," + json.finish().substr(1);
}

}  // namespace

std::string write_account_line(const LedgerEvent& event) { return extended(event.event, event); }
std::string write_account_line(const LedgerStatement& statement) { return extended(statement.statement, statement); }
std::string write_account_line(const AgreementThread& thread) { return extended(thread.agreement, thread); }
std::string write_account_line(const RelationInterval& relation) { return extended(relation.relation, relation); }
std::string write_account_line(const LedgerDispute& dispute) {
  Dispute record;
  record.id = dispute.id;
  record.issue = dispute.issue;
  for (const Position& position : dispute.positions) {
    record.sides.push_back(
        {position.speaker, position.stance,
         position.statements.empty() ? std::nullopt : std::optional<std::string>(position.statements.front().record)});
  }
  return extended(record, dispute);
}

}  // namespace entente

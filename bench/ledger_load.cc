// Puts records that are there already into a ledger, as `entente ingest` would after coding: for measuring the ledger
// without the engine.
//
//   entente_ledger_load LEDGER KNOWLEDGE < made.jsonl      (bench/made_ledger.py)
//
// A line is {"article": {...}, "records": [...]}. No text is kept; the articles' evidence stands for it where
// near-copies are looked for.
#include <simdjson.h>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

#include "entente/formats.h"
#include "entente/ledger.h"

namespace entente {
namespace {

std::optional<std::string> text_of(const simdjson::dom::element& object, const char* key) {
  std::string_view text;
  if (object[key].get(text) != simdjson::SUCCESS) return std::nullopt;
  return std::string(text);
}

Article article_of(const simdjson::dom::element& object) {
  Article article;
  article.id = text_of(object, "id").value_or("");
  article.published = text_of(object, "published");
  article.publisher = text_of(object, "publisher");
  article.url = text_of(object, "url");
  article.title = text_of(object, "title");
  return article;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int fail(const Error& error) {
  std::cerr << error.to_string() << '\n';
  return 1;
}

int load(const char* location, const char* knowledge) {
  const auto ledger = Ledger::open(location, {LedgerOptions::Use::kCreate, knowledge, false});
  if (!ledger) return fail(ledger.error());
  const EngineStamp stamp{"0.1.0", "model", "tables", {}};
  simdjson::dom::parser parser;
  const auto start = std::chrono::steady_clock::now();
  std::int64_t articles = 0;
  std::int64_t count = 0;
  for (std::string line; std::getline(std::cin, line);) {
    simdjson::dom::element root;
    if (parser.parse(line).get(root) != simdjson::SUCCESS) return fail({ErrorCode::kBadFormat, "broken JSON", ""});
    Article article = article_of(root["article"]);
    std::string lines;
    for (const simdjson::dom::element record : root["records"]) lines += simdjson::minify(record) + "\n";
    const auto records = read_records(lines, article.id);
    if (!records) return fail(records.error());
    for (const Record& record : *records) {
      std::visit([&](const auto& each) { article.text += each.evidence.front().text + " "; }, record);
    }
    const auto added = (*ledger)->add((*ledger)->prepare(article, *records), stamp);
    if (!added) return fail(added.error());
    count += static_cast<std::int64_t>(records->size());
    if (++articles % 10000 == 0) std::fprintf(stderr, "\r%lld articles", static_cast<long long>(articles));
  }
  const double added = seconds_since(start);
  const auto joining = std::chrono::steady_clock::now();
  if (const Status joined = (*ledger)->join({}); !joined) return fail(joined.error());
  if (const Status packed = (*ledger)->compact(); !packed) return fail(packed.error());
  std::printf("{\"articles\":%lld,\"records\":%lld,\"add_seconds\":%.1f,\"join_seconds\":%.1f}\n",
              static_cast<long long>(articles), static_cast<long long>(count), added, seconds_since(joining));
  return 0;
}

}  // namespace
}  // namespace entente

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: entente_ledger_load LEDGER KNOWLEDGE < made.jsonl\n";
    return 2;
  }
  return entente::load(arguments[1], arguments[2]);
}

// Events and exports for tests.
#ifndef ENTENTE_EXPORTS_TEST_EVENTS_H_
#define ENTENTE_EXPORTS_TEST_EVENTS_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "entente/export.h"

namespace entente {

inline std::shared_ptr<const ExportTables> shipped_tables() {
  static const auto kTables = load_export_tables(ENTENTE_SOURCE_DIR "/knowledge");
  EXPECT_TRUE(kTables.has_value()) << kTables.error().to_string();
  return kTables.has_value() ? kTables.value() : nullptr;
}

inline EngineStamp test_stamp() {
  return {"1.2.3",
          "m0del",
          "t4bles",
          {{"cameo", "1.1b3"}, {"goldstein", "icews"}, {"quad", "plover-2.0"}, {"score", "plover-2.0"}}};
}

inline Actor test_actor(const std::string& name, const std::string& code, const std::string& sector) {
  Actor actor;
  actor.name = actor.text = name;
  if (!code.empty()) actor.code = code;
  if (code.size() == 3) actor.country = code;
  if (!sector.empty()) actor.sector = sector;
  actor.span = {3, 9};
  actor.via = "name";
  return actor;
}

inline Mention test_mention(const std::string& article, const std::string& publisher) {
  Mention mention;
  mention.record = "ev_" + article;
  mention.article = article;
  mention.published = "2026-03-12T08:30:00Z";
  mention.publisher = publisher;
  mention.url = "https://example.org/" + article;
  mention.title = "A title";
  mention.sentence = 2;
  mention.span = {10, 40};
  return mention;
}

// Azerbaijan's government signs with Türkiye's; number tells events apart.
inline LedgerEvent test_event(int number) {
  LedgerEvent ledger;
  ledger.id = "le_" + std::to_string(number);
  ledger.mentions = {test_mention("a" + std::to_string(number), "Agency")};
  ledger.articles = ledger.sources = 1;
  Event& event = ledger.event;
  event.id = "ev_a" + std::to_string(number);
  event.article = "a" + std::to_string(number);
  event.published = "2026-03-12";
  event.evidence = {{2, {10, 40}, "the words"}};
  event.confidence = 0.87654;
  event.why = {{"lexicon:sign", "sign", std::nullopt}};
  event.type = "SUPPORT";
  event.cameo = "057";
  event.quad = 1;
  event.goldstein = 8;
  event.score = 5;
  event.actor = {test_actor("Ilham Aliyev", "AZE", "GOV")};
  event.recipient = {test_actor("Recep Tayyip Erdoğan", "TUR", "GOV")};
  event.date = DateInterval{"2026-03-11", "2026-03-11", "Wednesday", "day"};
  event.place = Place{"Baku", "AZE", 40.3777, 49.892, "Baku"};
  event.status = "actual";
  return ledger;
}

// Told by two articles; the second has the record whose fields and words the account has.
inline LedgerEvent event_told_better_later() {
  LedgerEvent ledger = test_event(1);
  ledger.mentions.push_back(test_mention("b", "Other"));
  ledger.mentions[1].sentence = 5;
  ledger.mentions[1].span = {200, 209};
  ledger.articles = ledger.sources = 2;
  ledger.event.id = "ev_b";
  ledger.event.article = "b";
  ledger.event.evidence = {{5, {200, 209}, "the words"}};
  return ledger;
}

struct Exported {
  std::string text;
  std::string sidecar;
};

inline ExportOptions test_options(ExportFormat format) {
  ExportOptions options;
  options.format = format;
  return options;
}

template <class Account>
Exported export_all(const ExportOptions& options, const std::vector<Account>& accounts, const std::string& path = "") {
  Exported exported;
  const ByteSink sink = [&exported](std::string_view bytes) -> Status {
    exported.text.append(bytes);
    return Unit();
  };
  const auto exporter = Exporter::open(options, shipped_tables(), sink, path);
  EXPECT_TRUE(exporter.has_value()) << (exporter ? "" : exporter.error().to_string());
  if (!exporter) return exported;
  for (const Account& account : accounts) {
    const Status added = exporter.value()->add(account, test_stamp());
    EXPECT_TRUE(added.has_value()) << (added ? "" : added.error().to_string());
  }
  const Status finished = exporter.value()->finish();
  EXPECT_TRUE(finished.has_value()) << (finished ? "" : finished.error().to_string());
  exported.sidecar = exporter.value()->sidecar();
  return exported;
}

// Cells of each line; no quoting.
inline std::vector<std::vector<std::string>> cells_in(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row(1);
  for (const char c : text) {
    if (c == '\n') {
      rows.push_back(std::exchange(row, std::vector<std::string>(1)));
    } else if (c == '\t') {
      row.emplace_back();
    } else {
      row.back().push_back(c);
    }
  }
  return rows;
}

}  // namespace entente

#endif  // ENTENTE_EXPORTS_TEST_EVENTS_H_

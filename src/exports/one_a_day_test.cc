#include <gmock/gmock.h>

#include <algorithm>

#include "exports/test_events.h"

namespace entente {
namespace {

std::vector<LedgerEvent> week() {
  std::vector<LedgerEvent> events;
  for (int i = 0; i < 8; ++i) {
    LedgerEvent event = test_event(i);
    event.event.date->from = event.event.date->to = i % 2 == 0 ? "2026-03-10" : "2026-03-11";
    if (i >= 6) event.event.cameo = "040";
    if (i == 5) event.mentions[0].publisher = "Other";
    event.event.actor[0].name = "Name " + std::to_string(i);  // the code counts, not the name
    events.push_back(event);
  }
  return events;
}

TEST(OneADay, IsOneADateSourceTargetAndCode) {
  ExportOptions options = test_options(ExportFormat::kGdelt);
  options.one_a_day = true;
  const auto rows = cells_in(export_all(options, week()).text);
  ASSERT_EQ(rows.size(), 4U);  // two days, two codes
  EXPECT_EQ(rows[1][1], "20260310");
  EXPECT_EQ(rows[1][26], "057");
  EXPECT_EQ(rows[1][6], "NAME 0");  // of the least id
  EXPECT_EQ(rows[1][31], "3");      // mentions of events 0, 2 and 4
  EXPECT_EQ(rows[1][32], "1");      // one publisher
  EXPECT_EQ(rows[3][31], "3");      // of events 1, 3 and 5
  EXPECT_EQ(rows[3][32], "2");
}

TEST(OneADay, DoesNotDependOnTheOrder) {
  for (const ExportFormat format :
       {ExportFormat::kIcews, ExportFormat::kPolecat, ExportFormat::kCsv, ExportFormat::kJsonl}) {
    ExportOptions options = test_options(format);
    options.one_a_day = true;
    std::vector<LedgerEvent> events = week();
    const Exported before = export_all(options, events);
    for (int i = 0; i < 20; ++i) {
      std::next_permutation(events.begin(), events.end(),
                            [](const LedgerEvent& a, const LedgerEvent& b) { return a.id < b.id; });
      std::rotate(events.begin(), events.begin() + 3, events.end());
      const Exported after = export_all(options, events);
      EXPECT_EQ(after.text, before.text);
      EXPECT_EQ(after.sidecar, before.sidecar);
    }
  }
}

TEST(OneADay, StatusesStayApart) {
  ExportOptions options = test_options(ExportFormat::kCsv);
  options.one_a_day = true;
  std::vector<LedgerEvent> events = {test_event(1), test_event(2)};
  events[1].event.status = "negated";
  const std::string text = export_all(options, events).text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
}

}  // namespace
}  // namespace entente

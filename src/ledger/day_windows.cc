#include "ledger/day_windows.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "store/store.h"

namespace entente {
namespace {

constexpr std::size_t kPage = 64;  // accounts that are loaded together
constexpr std::int64_t kFirstWidth = 32;
constexpr std::int64_t kWiden = 4;
constexpr std::size_t kFew = 200;
constexpr std::size_t kMany = 4000;

Result<bool> visit_pages(std::vector<FoundAccount>& found, const VisitKeys& visit) {
  std::sort(found.begin(), found.end(), [](const FoundAccount& a, const FoundAccount& b) {
    return std::tie(b.day, a.id, a.key) < std::tie(a.day, b.id, b.key);
  });
  const auto same = [](const FoundAccount& a, const FoundAccount& b) { return a.key == b.key; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  for (std::size_t begin = 0; begin < found.size(); begin += kPage) {
    std::vector<std::int64_t> keys;
    for (std::size_t i = begin; i < std::min(found.size(), begin + kPage); ++i) keys.push_back(found[i].key);
    ENTENTE_TRY(const bool on, visit(keys));
    if (!on) return false;
  }
  return true;
}

}  // namespace

Status each_by_day(Database& database, const std::string& table, const DayRange& range, const FindAccounts& find,
                   const VisitKeys& visit) {
  const std::string among = " FROM " + table + " WHERE day > ?";
  ENTENTE_TRY(const std::optional<std::int64_t> oldest,
              database.find_integer("SELECT min(day)" + among, {kUnknownDay}));
  ENTENTE_TRY(const std::optional<std::int64_t> newest,
              database.find_integer("SELECT max(day)" + among, {kUnknownDay}));
  std::vector<FoundAccount> found;
  if (oldest && newest) {
    const std::int64_t first = std::max(range.first, *oldest);
    std::int64_t width = kFirstWidth;
    for (std::int64_t last = std::min(range.last, *newest); last >= first;) {
      const std::int64_t begin = width > kLongWindow ? first : std::max(first, last - width + 1);
      found.clear();
      ENTENTE_CHECK_OK(find(begin, last, found));
      if (found.size() < kFew) width *= kWiden;
      if (found.size() > kMany) width = std::max<std::int64_t>(1, width / kWiden);
      ENTENTE_TRY(const bool on, visit_pages(found, visit));
      if (!on) return Unit{};
      last = begin - 1;
    }
  }
  if (!range.all) return Unit{};
  found.clear();
  ENTENTE_CHECK_OK(find(kUnknownDay, kUnknownDay, found));
  ENTENTE_TRY(const bool on, visit_pages(found, visit));
  static_cast<void>(on);
  return Unit{};
}

Status each_sorted(std::vector<FoundAccount> found, const VisitKeys& visit) {
  ENTENTE_TRY(const bool on, visit_pages(found, visit));
  static_cast<void>(on);
  return Unit{};
}

}  // namespace entente

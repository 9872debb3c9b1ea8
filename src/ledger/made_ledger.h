// A made ledger of some hundred accounts, with reviews, and what a question should find in it: by plain filters over
// all that it holds.
#ifndef ENTENTE_LEDGER_MADE_LEDGER_H_
#define ENTENTE_LEDGER_MADE_LEDGER_H_

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "entente/questions.h"
#include "entente/review.h"
#include "ledger/ledger_impl.h"
#include "ledger/made_news.h"
#include "ledger/test_location.h"

namespace entente {

// All accounts of one view, as the ledger gives them where nothing is asked for.
struct MadeView {
  std::vector<LedgerEvent> events;
  std::vector<LedgerStatement> statements;
  std::vector<AgreementThread> agreements;
  std::vector<RelationInterval> relations;
  std::vector<LedgerDispute> disputes;
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> days;  // of each account, as the tables have them
};

struct MadeLedger {
  std::unique_ptr<Ledger> ledger;
  MadeView corrected, coded;
  [[nodiscard]] const MadeView& view(bool as_coded) const { return as_coded ? coded : corrected; }
};

template <class Kind, class Query, class Each>
std::vector<Kind> all_of(Ledger& ledger, const Query& query, Each each) {
  std::vector<Kind> found;
  const Status read = each(ledger, query, [&](const Kind& account) { return found.push_back(account), true; });
  EXPECT_TRUE(read) << read.error().to_string();
  return found;
}

inline void read_days(Ledger& ledger, std::size_t kind, bool as_coded, MadeView& view) {
  const std::string table = kind_name(kind);
  const std::string last = kind == kStatementKind ? "day" : "last_day";
  const std::string rows = kind == kDisputeKind ? "SELECT e.id, e.day, e.last_day FROM dispute e"
                                                : "SELECT f.id, e.day, e." + last + " FROM " + table +
                                                      " e JOIN record f ON f.key = abs(e.key) WHERE e.layer IN (0, " +
                                                      (as_coded ? "2)" : "1)");
  const Status read = ledger.impl().database().run(rows, {}, [&](const Row& row) {
    view.days[id_text(account_prefix(kind), row.integer(0))] = {row.integer(1), row.integer(2)};
  });
  EXPECT_TRUE(read) << read.error().to_string();
}

inline MadeView read_view(Ledger& ledger, bool as_coded) {
  MadeView view;
  EventQuery events;
  events.as_coded = as_coded;
  events.statuses = {"actual", "future", "hypothetical", "historical", "negated"};
  view.events = all_of<LedgerEvent>(ledger, events, each_event);
  StatementQuery statements;
  AgreementQuery agreements;
  RelationQuery relations;
  DisputeQuery disputes;
  statements.as_coded = agreements.as_coded = relations.as_coded = disputes.as_coded = as_coded;
  view.statements = all_of<LedgerStatement>(ledger, statements, each_statement);
  view.agreements = all_of<AgreementThread>(ledger, agreements, each_agreement);
  view.relations = all_of<RelationInterval>(ledger, relations, each_relation);
  view.disputes = all_of<LedgerDispute>(ledger, disputes, each_dispute);
  for (std::size_t kind = 0; kind <= kDisputeKind; ++kind) read_days(ledger, kind, as_coded, view);
  return view;
}

// Every fifth account is reviewed, one after the other in the ways that there are.
inline std::vector<Review> made_reviews(const MadeView& view) {
  std::vector<Review> reviews;
  int count = 0;
  const auto add = [&](const std::string& id, const std::vector<std::vector<Correction>>& ways) {
    if (++count % 5 != 0) return;
    const std::size_t way = static_cast<std::size_t>(count / 5) % (ways.size() + 2);
    Review review{id, Verdict::kAccepted, {}, "Ada", "", "2026-03-20T10:00:00Z"};
    if (way == 1) review.verdict = Verdict::kRejected;
    if (way > 1) review.verdict = Verdict::kCorrected, review.corrections = ways[way - 2];
    reviews.push_back(review);
  };
  for (const LedgerEvent& each : view.events) {
    add(each.id, {{{"type", "AID"}, {"quad", "2"}},
                  {{"actor", "GEO:GOV, IRN"}, {"date", "2027-05-06"}},
                  {{"status", "future"}}});
  }
  for (const LedgerStatement& each : view.statements) {
    add(each.id,
        {{{"stance", "demands"}}, {{"speaker", "GEO:MIL"}}, {{"issue", "the lake"}}, {{"date", "2028-01-02"}}});
  }
  for (const AgreementThread& each : view.agreements) {
    add(each.id,
        {{{"status", "violated"}}, {{"form", "memorandum"}, {"parties", "GEO, IRN"}}, {{"date", "2031-02-03"}}});
  }
  for (const RelationInterval& each : view.relations) {
    add(each.id, {{{"since", "2019-04-05"}},
                  {{"until", "2032-01-01"}},
                  {{"type", "recognition"}, {"b", "GEO"}},
                  {{"until", ""}}});
  }
  return reviews;
}

// Made once for each database; `kind` as in empty_location().
inline MadeLedger& made_ledger(const std::string& kind) {
  static std::map<std::string, MadeLedger> kMade;
  const auto [at, fresh] = kMade.try_emplace(kind);
  MadeLedger& made = at->second;
  if (!fresh) return made;
  made.ledger = created_ledger(empty_location(kind, "made_ledger"));
  NewsShape shape;
  shape.codes = {"AZE", "ARM", "TUR", "RUS", "GEO", "IRN"};
  shape.days = 60, shape.apart = 23;
  shape.rich = true;
  std::vector<PreparedArticle> articles;
  for (const Told& told : MadeNews(11, shape).articles(500)) {
    articles.push_back(made.ledger->prepare(told.article, told.records));
  }
  EXPECT_TRUE(made.ledger->add(articles, {"0", "model", "tables", {{"cameo", "1.1b3"}}}));
  EXPECT_TRUE(made.ledger->join({}));
  const Status reviewed = add_reviews(*made.ledger, made_reviews(read_view(*made.ledger, true)));
  EXPECT_TRUE(reviewed) << reviewed.error().to_string();
  made.corrected = read_view(*made.ledger, false);
  made.coded = read_view(*made.ledger, true);
  return made;
}

// What is asked of an actor: "AZE", "AZE:MIL", or part of a name.
inline bool is_meant(const Actor& actor, const std::string& term) {
  const auto lower = [](std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
  };
  if (std::islower(static_cast<unsigned char>(term.back())) != 0) {
    return lower(actor.name).find(lower(term)) != std::string::npos;
  }
  const std::string code = term.substr(0, 3);
  return (actor.country == code || actor.code == code) && (term.size() == 3 || actor.sector == term.substr(4));
}
inline bool any_is_meant(const std::vector<Actor>& actors, const std::vector<std::string>& terms) {
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) {
    return std::any_of(terms.begin(), terms.end(), [&](const std::string& term) { return is_meant(actor, term); });
  });
}
inline bool is_in(const std::vector<std::string>& list, const std::string& word) {
  return list.empty() || std::find(list.begin(), list.end(), word) != list.end();
}
inline std::vector<Actor> listed(const std::optional<Actor>& actor) {
  return actor ? std::vector<Actor>{*actor} : std::vector<Actor>();
}

// Draws queries: most ask for little, so that most find something.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  bool one_in(int times) { return below(times) == 0; }
  std::string one_of(const std::vector<std::string>& words) {
    return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
  }
  // Now and then one or two of the words.
  std::vector<std::string> some(int one_in_times, const std::vector<std::string>& words) {
    if (!one_in(one_in_times)) return {};
    std::vector<std::string> drawn = {one_of(words)};
    if (one_in(3)) drawn.push_back(one_of(words));
    return drawn;
  }
  std::vector<std::string> actors(int one_in_times) {
    return some(one_in_times, {"AZE", "ARM", "TUR", "RUS", "GEO", "IRN", "AZE:GOV", "RUS:MIL", "aliyev", "Putin"});
  }
  std::string day() { return day_text(day_number("2026-03-01") + below(1600)); }
  void add_common(Query& query) {
    query.parties = actors(4);
    if (one_in(3)) query.since = one_in(2) ? day() : day().substr(0, 7);
    if (one_in(3)) query.until = one_in(2) ? day() : day().substr(0, 4);
    if (!query.since.empty() && !query.until.empty() && query.until.substr(0, 4) < query.since.substr(0, 4)) {
      query.until.clear();
    }
    if (query.until.size() > 4 && query.until < query.since) query.until.clear();
    if (one_in(5)) query.min_confidence = 0.1 * below(8);
    if (one_in(5)) query.min_sources = below(3);
    query.as_coded = one_in(3);
  }

 private:
  std::mt19937 random_;
};

// "2027", "2027-03", "2027-03-11": the days that begin so, by their texts.
inline bool is_since(const std::string& day, const std::string& since) { return since.empty() || day >= since; }
inline bool is_until(const std::string& day, const std::string& until) {
  return until.empty() || day.substr(0, until.size()) <= until;
}
inline std::string day_of_table(std::int64_t day) {
  return day == kUnknownDay ? "" : day_text(static_cast<std::int32_t>(day));
}
// Of one day, or of a stretch of days whose ends may be open.
inline bool is_when(const Query& query, const MadeView& view, const std::string& id, bool lasts) {
  if (query.since.empty() && query.until.empty()) return true;
  const auto& [first_day, last_day] = view.days.at(id);
  const std::string first = day_of_table(first_day);
  const std::string last = lasts ? day_of_table(last_day) : first;
  if (first.empty() && last.empty()) return false;
  return (last.empty() || is_since(last, query.since)) && (first.empty() || is_until(first, query.until));
}
inline bool is_sure(const Query& query, const Account& account, double confidence) {
  return std::lround(confidence * 1000) >= std::lround(query.min_confidence * 1000) &&
         account.sources >= query.min_sources;
}

template <class Kind>
std::vector<std::string> ids_of(const std::vector<Kind>& accounts) {
  std::vector<std::string> ids;
  for (const Kind& account : accounts) ids.push_back(account.id);
  return ids;
}
// In the order in which they stand, which is that of the answer.
template <class Kind>
std::vector<std::string> ids_where(const std::vector<Kind>& accounts, const std::function<bool(const Kind&)>& meant) {
  std::vector<std::string> ids;
  for (const Kind& account : accounts) {
    if (meant(account)) ids.push_back(account.id);
  }
  return ids;
}

// That a query finds these, in that order; the first ones where it is limited; and counts them where it can.
template <class Kind, class AskedQuery, class Each>
void expect_found(Ledger& ledger, AskedQuery query, Each each, const std::vector<std::string>& expected, int number) {
  EXPECT_EQ(ids_of(all_of<Kind>(ledger, query, each)), expected) << "query " << number;
  for (const std::int64_t most : {0, 3}) {
    const auto count = count_of(ledger, query, most);
    ASSERT_TRUE(count) << count.error().to_string();
    const std::int64_t all = std::ssize(expected);
    if (*count) {
      EXPECT_EQ(**count, most == 0 ? all : std::min(all, most)) << "query " << number;
    }
  }
  query.limit = 2;
  const std::vector<std::string> first(expected.begin(),
                                       expected.begin() + std::min<std::ptrdiff_t>(2, std::ssize(expected)));
  EXPECT_EQ(ids_of(all_of<Kind>(ledger, query, each)), first) << "query " << number;
}

}  // namespace entente

#endif  // ENTENTE_LEDGER_MADE_LEDGER_H_

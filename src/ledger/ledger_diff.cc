#include "entente/ledger_diff.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "base/text_index.h"
#include "ledger/diff_fields.h"
#include "ledger/diff_side.h"
#include "ledger/load_accounts.h"
#include "store/body.h"

namespace entente {
namespace {

std::string cause_of(const EngineStamp& a, const EngineStamp& b) {
  std::string cause;
  const auto add = [&](bool differs, const char* name) {
    if (differs) cause += (cause.empty() ? "" : "+") + std::string(name);
  };
  add(a.version != b.version, "engine");
  add(a.model != b.model, "model");
  add(a.knowledge != b.knowledge, "knowledge");
  add(a.conventions != b.conventions, "conventions");
  return cause.empty() ? "unexplained" : cause;
}

std::string rule_of(const Record& record) {
  const std::vector<Why>& why = common_of(record).why;
  return why.empty() ? "(no rule)" : why.front().rule;
}

class Comparison {
 public:
  Comparison(Ledger& a, Ledger& b, const DiffOptions& options, const std::function<bool(const LedgerChange&)>& each)
      : a_(a.impl()), b_(b.impl()), options_(options), each_(each) {}

  Result<LedgerDiff> run() {
    ENTENTE_CHECK_OK(compare_articles());
    if (go_on_) ENTENTE_CHECK_OK(compare_reviews());
    ENTENTE_TRY(diff_.engines_a, a_.stamps());
    ENTENTE_TRY(diff_.engines_b, b_.stamps());
    for (const auto& [key, count] : counts_) {
      const auto& [cause, kind, change] = key;
      (change == "unchanged" ? diff_.unchanged : diff_.counts).push_back({cause, kind, change, count});
    }
    for (const auto& [key, count] : rules_) {
      diff_.rules.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), count});
    }
    std::stable_sort(diff_.rules.begin(), diff_.rules.end(),
                     [](const RuleChange& x, const RuleChange& y) { return x.count > y.count; });
    return std::move(diff_);
  }

 private:
  void put(const LedgerChange& change) {
    ++counts_[{change.cause, change.kind, change.change}];
    if (!change.rule_a.empty() || !change.rule_b.empty()) ++rules_[{change.kind, change.rule_a, change.rule_b}];
    go_on_ = go_on_ && each_(change);
  }
  void put_article(const std::string& id, const char* change, std::vector<FieldDiff> fields) {
    put({"article", "article", change, id, "", "", "", "", std::move(fields), ""});
  }

  Status compare_articles() {
    while (go_on_) {
      ENTENTE_TRY(const DiffArticle* const a, a_.article());
      ENTENTE_TRY(const DiffArticle* const b, b_.article());
      if (a == nullptr && b == nullptr) return Unit{};
      const int order = a == nullptr ? 1 : b == nullptr ? -1 : a->id.compare(b->id);
      if (order < 0) put_article(a->id, "gone", {});
      if (order > 0) put_article(b->id, "added", {});
      if (order == 0 && a->hash != b->hash) put_article(a->id, "changed", {{"text", "", ""}});
      if (order == 0 && a->hash == b->hash) {
        ++diff_.articles;
        ENTENTE_CHECK_OK(compare_records(*a, *b));
      }
      if (order <= 0) a_.next();
      if (order >= 0) b_.next();
    }
    return Unit{};
  }

  // A change whose words are still to be read.
  struct Found {
    LedgerChange change;
    CodePointSpan span;
  };

  Status compare_records(const DiffArticle& article, const DiffArticle& other) {
    ENTENTE_TRY(const DiffRecords a, a_.records_of(article));
    ENTENTE_TRY(const DiffRecords b, b_.records_of(other));
    const std::vector<std::size_t> partners = partner_records(a.records, b.records);
    std::vector<Found> found;
    std::vector<char> matched(b.records.size(), 0);
    for (std::size_t i = 0; i < a.records.size(); ++i) {
      const std::size_t j = partners[i];
      if (j != kNoPartner) matched[j] = 1;
      std::optional<Found> change = change_of(&a.records[i], j == kNoPartner ? nullptr : &b.records[j]);
      if (change) {
        found.push_back(*std::move(change));
        continue;
      }
      ++counts_[{"", kind_name(a.records[i].index()), "unchanged"}];
      if (a.numbers[i] == b.numbers[j]) ENTENTE_CHECK_OK(compare_accounts(article.id, a, i, b, j));
    }
    for (std::size_t j = 0; j < b.records.size(); ++j) {
      if (matched[j] == 0) found.push_back(*change_of(nullptr, &b.records[j]));
    }
    return found.empty() ? Status(Unit{}) : put_found(article, other, found);
  }

  // Nothing where nothing has changed.
  [[nodiscard]] std::optional<Found> change_of(const Record* a, const Record* b) const {
    const Record& shown = a != nullptr ? *a : *b;
    Found found;
    LedgerChange& change = found.change;
    change.kind = kind_name(shown.index());
    change.change = a == nullptr ? "added" : b == nullptr ? "gone" : "changed";
    if (a != nullptr) change.a = common_of(*a).id, change.rule_a = rule_of(*a);
    if (b != nullptr) change.b = common_of(*b).id, change.rule_b = rule_of(*b);
    if (a != nullptr && b != nullptr) {
      change.fields = field_diffs(*a, *b, options_.tolerance);
      if (change.fields.empty()) return std::nullopt;
    }
    if (!common_of(shown).evidence.empty()) found.span = common_of(shown).evidence.front().span;
    return found;
  }

  Status put_found(const DiffArticle& article, const DiffArticle& other, const std::vector<Found>& all) {
    ENTENTE_TRY(const EngineStamp stamp_a, a_.stamp(article.stamp));
    ENTENTE_TRY(const EngineStamp stamp_b, b_.stamp(other.stamp));
    ENTENTE_TRY(std::optional<std::string> text, a_.text(article));
    if (!text) {
      ENTENTE_TRY(text, b_.text(other));
    }
    const std::string words = text.value_or("");
    const TextIndex index(words);
    for (const auto& [found, span] : all) {
      LedgerChange change = found;
      change.cause = cause_of(stamp_a, stamp_b);
      change.article = article.id;
      const bool within = span.begin.value >= 0 && span.begin < span.end && span.end.value <= index.code_point_count();
      if (within) change.words = index.slice(span);
      put(change);
    }
    return Unit{};
  }

  // The same record, read the same: is it told with the same others?
  Status compare_accounts(const std::string& article, const DiffRecords& a, std::size_t i, const DiffRecords& b,
                          std::size_t j) {
    const std::size_t kind = a.records[i].index();
    if (kind == kDisputeKind || a.accounts[i] == 0 || b.accounts[j] == 0 || a.founders[i] == b.founders[j])
      return Unit{};
    ENTENTE_TRY(const std::string how, regrouping_of(kind, a.accounts[i], b.accounts[j]));
    if (how.empty()) return Unit{};
    const std::string rule;
    put({"joining",
         kind_name(kind),
         how,
         article,
         id_text(account_prefix(kind), a.founders[i]),
         id_text(account_prefix(kind), b.founders[j]),
         rule,
         rule,
         {},
         ""});
    return Unit{};
  }

  // What became of an account beyond what followed from records that were changed, added or gone.
  Result<std::string> regrouping_of(std::size_t kind, std::int64_t account_a, std::int64_t account_b) {
    const auto known = regroupings_.find({account_a, account_b});
    if (known != regroupings_.end()) return known->second;
    ENTENTE_TRY(const std::vector<std::int64_t> a, a_.members(account_a));
    ENTENTE_TRY(const std::vector<std::int64_t> b, b_.members(account_b));
    std::vector<std::int64_t> lost, won;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(lost));
    std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(won));
    ENTENTE_TRY(const bool split, any_unchanged(kind, lost));
    ENTENTE_TRY(const bool merged, any_unchanged(kind, won));
    std::string how = split && merged ? "regrouped" : split ? "split" : merged ? "merged" : "";
    regroupings_.emplace(std::pair(account_a, account_b), how);
    return how;
  }

  Result<bool> any_unchanged(std::size_t kind, const std::vector<std::int64_t>& numbers) {
    for (const std::int64_t number : numbers) {
      ENTENTE_TRY(const std::optional<Record> a, a_.record(kind, number));
      ENTENTE_TRY(const std::optional<Record> b, b_.record(kind, number));
      if (a && b && field_diffs(*a, *b, options_.tolerance).empty()) return true;
    }
    return false;
  }

  Status compare_reviews() {
    ENTENTE_TRY(const auto a, a_.reviews());
    ENTENTE_TRY(const auto b, b_.reviews());
    std::set<std::pair<std::size_t, std::int64_t>> records;
    for (const auto& [record, said] : a) records.insert(record);
    for (const auto& [record, said] : b) records.insert(record);
    const std::map<std::string, std::string> nothing;
    for (const auto& record : records) {
      const auto in_a = a.find(record);
      const auto in_b = b.find(record);
      ENTENTE_CHECK_OK(
          compare_review(record, in_a == a.end() ? nothing : in_a->second, in_b == b.end() ? nothing : in_b->second));
      if (!go_on_) break;
    }
    return Unit{};
  }

  Status compare_review(const std::pair<std::size_t, std::int64_t>& record, const std::map<std::string, std::string>& a,
                        const std::map<std::string, std::string>& b) {
    if (a == b) return Unit{};
    LedgerChange change;
    change.cause = "review";
    change.kind = kind_name(record.first);
    change.change = a.empty() ? "added" : b.empty() ? "gone" : "changed";
    const std::string id = id_text(
        record.first == kDisputeKind ? account_prefix(kDisputeKind) : record_prefix(record.first), record.second);
    change.a = a.empty() ? "" : id;
    change.b = b.empty() ? "" : id;
    std::set<std::string> fields;
    for (const auto& [field, value] : a) fields.insert(field);
    for (const auto& [field, value] : b) fields.insert(field);
    const auto value_in = [](const std::map<std::string, std::string>& said, const std::string& field) {
      const auto found = said.find(field);
      return found == said.end() ? std::string() : found->second;
    };
    for (const std::string& field : fields) {
      if (value_in(a, field) != value_in(b, field)) {
        change.fields.push_back({field, value_in(a, field), value_in(b, field)});
      }
    }
    ENTENTE_TRY(change.article, a_.article_of(record.first, record.second));
    if (change.article.empty()) {
      ENTENTE_TRY(change.article, b_.article_of(record.first, record.second));
    }
    put(change);
    return Unit{};
  }

  DiffSide a_, b_;
  DiffOptions options_;
  const std::function<bool(const LedgerChange&)>& each_;
  bool go_on_ = true;
  LedgerDiff diff_;
  std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> counts_;  // by cause, kind, change
  std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> rules_;   // by kind and both rules
  std::map<std::pair<std::int64_t, std::int64_t>, std::string> regroupings_;          // by the accounts' keys
};

}  // namespace

Result<LedgerDiff> diff_ledgers(Ledger& a, Ledger& b, const DiffOptions& options,
                                const std::function<bool(const LedgerChange&)>& each) {
  ENTENTE_TRY(const Snapshot of_a, Snapshot::begin(a.impl().database()));
  ENTENTE_TRY(const Snapshot of_b, Snapshot::begin(b.impl().database()));
  return Comparison(a, b, options, each).run();
}

}  // namespace entente

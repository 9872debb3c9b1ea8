#include "eval/gold_errors.h"

#include <algorithm>

#include "base/text_index.h"
#include "eval/gold_fields.h"
#include "eval/spans.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxSentence = 200;

bool ends_sentence(char32_t c) { return c == U'.' || c == U'?' || c == U'!'; }
bool closes_quotation(char32_t c) { return c == U'"' || c == U'\'' || c == U'\u201D' || c == U'\u2019' || c == U')'; }
bool blank(char32_t c) { return c == U' ' || c == U'\n' || c == U'\t' || c == U'\r'; }
bool small(char32_t c) { return c >= U'a' && c <= U'z'; }

// Good enough to show: a line's end, or a stop, closing quotation marks and a blank that no small letter follows.
bool sentence_ends_before(const TextIndex& text, std::int32_t at) {
  if (text.at({at - 1}) == U'\n') return true;
  if (!blank(text.at({at - 1})) || (at < text.code_point_count() && small(text.at({at})))) return false;
  std::int32_t before = at - 2;
  while (before > 0 && closes_quotation(text.at({before}))) --before;
  return before >= 0 && ends_sentence(text.at({before}));
}

std::string sentence_at(const TextIndex& text, std::int32_t position) {
  const std::int32_t size = text.code_point_count();
  std::int32_t begin = std::clamp(position, 0, size);
  std::int32_t end = begin;
  while (begin > 0 && !sentence_ends_before(text, begin)) --begin;
  while (end < size && (end <= begin || !sentence_ends_before(text, end))) ++end;
  while (end > begin && blank(text.at({end - 1}))) --end;
  const bool cut = end - begin > kMaxSentence;
  if (cut) end = begin + kMaxSentence - 1;
  return std::string(text.slice({begin, end})) + (cut ? "…" : "");
}

class Collector {
 public:
  Collector(const GoldArticle& article) : article_(article), text_(article.text) {}

  // Of what was not found, and what was found and should not have been.
  template <class T>
  void unpaired(const char* kind, const std::vector<const T*>& gold, const std::vector<const T*>& system,
                const Pairs& pairs) {
    const char* extra = article_.gold.empty() ? "extra, in an article without records" : "extra";
    for (const T* each : left_out(gold, pairs, true)) add(kind, "missed", *each, shown(*each), "");
    for (const T* each : left_out(system, pairs, false)) add(kind, extra, *each, "", shown(*each));
  }

  // As above; those that a looser pairing joins are told together.
  template <class T, class Same>
  void unpaired(const char* kind, const std::vector<const T*>& gold, const std::vector<const T*>& system,
                const Pairs& pairs, const Pairs& loose, const char* cause, const Same& same) {
    std::vector<const T*> gold_left = left_out(gold, pairs, true);
    std::vector<const T*> system_left = left_out(system, pairs, false);
    for (const auto& [i, j] : loose) {
      const auto in_gold = std::find(gold_left.begin(), gold_left.end(), gold[i]);
      const auto in_system = std::find(system_left.begin(), system_left.end(), system[j]);
      if (in_gold == gold_left.end() || in_system == system_left.end() || same(*gold[i], *system[j])) continue;
      gold_left.erase(in_gold);
      system_left.erase(in_system);
      add(kind, cause, *gold[i], shown(*gold[i]), shown(*system[j]));
    }
    unpaired(kind, gold_left, system_left, {});
  }

  template <class T>
  void wrong_fields(const char* kind, const FieldsOf<T>& fields, const ArticleMatch& match,
                    const std::vector<const T*>& gold, const std::vector<const T*>& system, const Pairs& pairs) {
    for (const auto& [i, j] : pairs) {
      const Pair<T> pair{match, *gold[i], *system[j]};
      for (const Field<T>& field : fields.fields) {
        if (field.shown == nullptr || field.right(pair).value_or(true)) continue;
        add(kind, std::string("wrong ") + field.name, *gold[i], field.shown(*gold[i]), field.shown(*system[j]));
      }
    }
  }

  [[nodiscard]] std::vector<GoldMistake> take() { return std::move(mistakes_); }

 private:
  template <class T>
  static std::vector<const T*> left_out(const std::vector<const T*>& records, const Pairs& pairs, bool gold) {
    std::vector<bool> taken(records.size());
    for (const auto& [i, j] : pairs) taken[gold ? i : j] = true;
    std::vector<const T*> left;
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (!taken[i]) left.push_back(records[i]);
    }
    return left;
  }

  static std::int32_t position_of(const Provision& provision) { return provision.quote.span.begin.value; }
  static std::int32_t position_of(const RecordCommon& record) {
    const Spans spans = evidence_spans(record);
    return spans.empty() ? 0 : spans.front().begin.value;
  }

  template <class T>
  void add(const char* kind, std::string cause, const T& where, std::string gold, std::string system) {
    const std::int32_t position = position_of(where);
    mistakes_.push_back({kind, std::move(cause), article_.name, position, std::move(gold), std::move(system),
                         sentence_at(text_, position)});
  }

  const GoldArticle& article_;
  TextIndex text_;
  std::vector<GoldMistake> mistakes_;
};

}  // namespace

std::vector<GoldMistake> mistakes_of(const GoldArticle& article, const ArticleMatch& match) {
  Collector found(article);
  const RecordsByKind& gold = match.gold;
  const RecordsByKind& system = match.system;
  found.unpaired("event", gold.events, system.events, match.events, match.events_any_type, "other type",
                 [](const Event& a, const Event& b) { return a.type == b.type; });
  found.wrong_fields("event", event_fields(), match, gold.events, system.events, match.events);
  found.unpaired("statement", gold.statements, system.statements, match.statements);
  found.wrong_fields("statement", statement_fields(), match, gold.statements, system.statements, match.statements);
  found.unpaired("agreement", gold.agreements, system.agreements, match.agreements, match.agreements_any_form,
                 "other form or parties", [](const Agreement&, const Agreement&) { return false; });
  found.wrong_fields("agreement", agreement_fields(), match, gold.agreements, system.agreements, match.agreements);
  found.unpaired("provision", gold.provisions, system.provisions, match.provisions);
  found.wrong_fields("provision", provision_fields(), match, gold.provisions, system.provisions, match.provisions);
  found.unpaired("relation", gold.relations, system.relations, match.relations);
  found.wrong_fields("relation", relation_fields(), match, gold.relations, system.relations, match.relations);
  found.unpaired("dispute", gold.disputes, system.disputes, match.disputes);
  found.wrong_fields("dispute", dispute_fields(), match, gold.disputes, system.disputes, match.disputes);
  return found.take();
}

}  // namespace entente

// What the tests of articles that no newspaper prints share: the engine once, and what holds of every record.
#ifndef ENTENTE_BAD_ARTICLE_H_
#define ENTENTE_BAD_ARTICLE_H_

#include <gtest/gtest.h>
#include <time.h>

#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "entente/eval.h"
#include "entente/formats.h"
#include "shipped.h"

namespace entente {

// Generous: a slow machine must pass; what doubles with each word, or grows by the square of a long text, must not. A
// fast machine takes a twentieth of a millisecond for each byte.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kSlower = 24;
#else
constexpr double kSlower = 1;
#endif
inline double most_seconds(const std::string& text) {
  return kSlower * (5 + 1.5e-4 * static_cast<double>(text.size()));
}

// Of this thread alone, which does all the work of a call: other work of the machine must not count.
inline double seconds() {
  timespec now = {};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

inline std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

class BadArticle : public ShippedTest {
 protected:
  static Article article_of(const std::string& text, const std::string& published = "2026-03-11") {
    Article article;
    article.id = "bad";
    article.text = text;
    if (!published.empty()) article.published = published;
    return article;
  }

  // The records, checked for what holds of all.
  static std::vector<Record> code(const Article& article) {
    const double start = seconds();
    const auto records = engine_->code(article);
    EXPECT_LT(seconds() - start, most_seconds(article.text));
    if (!records.has_value()) {
      ADD_FAILURE() << records.error().to_string();
      return {};
    }
    std::set<std::string> ids;
    for (const Record& record : *records) {
      EXPECT_TRUE(ids.insert(std::visit([](const auto& one) { return one.id; }, record)).second) << "an id twice";
      const Status verbatim = check_quotations(article.text, record);
      EXPECT_TRUE(verbatim.has_value()) << verbatim.error().to_string();
      std::visit([](const auto& one) { check_common(one); }, record);
      const auto* event = std::get_if<Event>(&record);
      if (event != nullptr) check_event(*event, article);
    }
    return *records;
  }
  static std::vector<Record> code(const std::string& text) { return code(article_of(text)); }

  template <class Kind>
  static std::vector<Kind> of(const std::vector<Record>& records) {
    std::vector<Kind> out;
    for (const Record& record : records) {
      if (const auto* one = std::get_if<Kind>(&record)) out.push_back(*one);
    }
    return out;
  }
  static std::vector<Event> events(const std::vector<Record>& records) { return of<Event>(records); }

  static std::string bytes(const std::vector<Record>& records) {
    std::string lines;
    for (const Record& record : records) lines += write_record_json(record, engine_->stamp());
    return lines;
  }

 private:
  static void check_common(const RecordCommon& record) {
    EXPECT_FALSE(record.evidence.empty());
    EXPECT_GE(record.confidence, 0);
    EXPECT_LE(record.confidence, 1);
    EXPECT_FALSE(record.why.empty());
  }

  // Dates and places only where words of the text, or the article's own date, say so.
  static void check_event(const Event& event, const Article& article) {
    if (event.date.has_value()) {
      EXPECT_NE(article.text.find(event.date->text), std::string::npos) << event.date->text;
      EXPECT_TRUE(!event.date->text.empty() || article.published.has_value());
    }
    if (event.place.has_value()) {
      EXPECT_FALSE(event.place->text.empty());
      EXPECT_NE(article.text.find(event.place->text), std::string::npos) << event.place->text;
    }
  }
};

}  // namespace entente

#endif  // ENTENTE_BAD_ARTICLE_H_

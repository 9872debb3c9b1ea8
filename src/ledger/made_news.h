// Articles made at random, with their records: for the tests of what a ledger makes of them.
#ifndef ENTENTE_LEDGER_MADE_NEWS_H_
#define ENTENTE_LEDGER_MADE_NEWS_H_

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "entente/article.h"
#include "entente/record.h"
#include "ledger/hashing.h"
#include "ledger/test_ledger.h"
#include "store/body.h"

namespace entente {

struct Told {
  Article article;
  std::vector<Record> records;
};

struct NewsShape {
  std::vector<std::string> codes = {"AZE", "ARM", "TUR", "RUS"};
  int days = 5, apart = 1;  // so many, from 2026-03-10 on, so far from each other
  bool rich = false;        // with sectors, names, places, joint acts, disputes; some articles undated
};

// About few states on few days, so that much is told twice, in order and out of order, with copies and without.
class MadeNews {
 public:
  explicit MadeNews(unsigned seed, NewsShape shape = {}) : random_(seed), shape_(std::move(shape)) {}

  std::vector<Told> articles(int count) {
    std::vector<Told> made;
    for (int i = 0; i < count; ++i) {
      made.push_back(i > 0 && pick(4) == 0 ? copy(made[static_cast<std::size_t>(pick(i))], i) : article(i));
    }
    return made;
  }

 private:
  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  std::string one_of(std::initializer_list<const char*> words) {
    return words.begin()[pick(static_cast<int>(words.size()))];
  }
  std::string day() { return day_text(day_number("2026-03-10") + shape_.apart * pick(shape_.days)); }
  std::string code() { return shape_.codes[static_cast<std::size_t>(pick(static_cast<int>(shape_.codes.size())))]; }
  Actor actor(const std::string& code) {
    Actor actor = state(code);
    if (!shape_.rich) return actor;
    if (pick(3) == 0) actor.sector = one_of({"MIL", "CVL", "REB"});
    if (pick(3) == 0) actor.name = one_of({"Ilham Aliyev", "Vladimir Putin", "Nikol Pashinyan"});
    return actor;
  }
  std::int64_t number() {
    return static_cast<std::int64_t>(random_()) * 1000003 + static_cast<std::int64_t>(random_());
  }

  template <class Kind>
  Kind started(const Article& article, std::size_t kind) {
    Kind record;
    record.article = article.id;
    record.published = article.published;
    record.id = id_text(record_prefix(kind), number());
    record.confidence = 0.1 * pick(10);
    record.evidence = {{0, {0, 40}, article.text.substr(0, 40)}};
    return record;
  }
  // As the engine puts it in where the words tell none.
  static std::optional<DateInterval> article_day(const Article& article) {
    if (!article.published) return std::nullopt;
    return DateInterval{*article.published, *article.published, "", "day"};
  }
  std::optional<DateInterval> date() {
    if (pick(3) == 0) return std::nullopt;
    const std::string on = day();
    return DateInterval{on, on, pick(2) == 0 ? "" : "on Monday", "day"};
  }

  Record statement(const Article& article) {
    auto statement = started<Statement>(article, kStatementKind);
    statement.speaker = actor(code());
    statement.stance = one_of({"affirms", "denies", "supports", "opposes"});
    statement.issue = Issue{std::nullopt, one_of({"the corridor", "the border"})};
    statement.content = {article.text.substr(0, 30), {0, 30}};
    statement.date = article_day(article);
    if (!shape_.rich) return statement;
    statement.about = {actor(code())};
    if (pick(3) == 0) statement.addressee = {actor(code())};
    if (pick(4) == 0) statement.date = date();
    if (pick(4) == 0) statement.issue = Issue{"issue:" + one_of({"roads", "posts"}), one_of({"The Roads", "posts"})};
    if (pick(9) == 0) statement.speaker.reset();
    return statement;
  }
  Record agreement(const Article& article) {
    auto agreement = started<Agreement>(article, kAgreementKind);
    agreement.form = one_of({"accord", "treaty", "ceasefire"});
    agreement.status = one_of({"proposed", "signed", "ratified", "stalled"});
    agreement.parties = {actor("AZE"), actor(shape_.rich ? code() : one_of({"ARM", "TUR"}))};
    agreement.date = date();
    return agreement;
  }
  Record relation(const Article& article) {
    auto relation = started<Relation>(article, kRelationKind);
    relation.a = actor(code()), relation.b = actor(code());
    relation.type = one_of({"alliance", "rivalry"});
    relation.negated = pick(4) == 0;
    if (!shape_.rich) return relation;
    relation.type = one_of({"alliance", "rivalry", "partnership", "conflict", "war"});
    if (pick(3) == 0) relation.since = date();
    if (pick(5) == 0) relation.until = date();
    if (pick(3) == 0) relation.date = date();
    return relation;
  }
  Record event(const Article& article) {
    auto event = started<Event>(article, kEventKind);
    event.type = one_of({"CONSULT", "AGREE", "ACCUSE", "ASSAULT"});
    event.status = one_of({"actual", "actual", "future"});
    event.actor = {actor(code())}, event.recipient = {actor(code())};
    event.date = date();
    event.goldstein = 1.5;
    if (!shape_.rich) return event;
    event.status = one_of({"actual", "actual", "actual", "historical", "future", "negated"});
    event.cameo = one_of({"042", "0421", "046", "111", "190", "195"});
    event.quad = 1 + pick(4);
    event.goldstein = 0.1 * (pick(200) - 100);
    if (pick(3) == 0) event.goldstein.reset();
    if (pick(3) > 0) event.score = 0.5 * (pick(40) - 20);
    if (pick(3) == 0) event.actor.push_back(actor(code()));
    if (pick(6) == 0) event.reciprocal = true, event.actor.push_back(actor(code())), event.recipient.clear();
    if (pick(2) == 0) event.place = Place{"a town", code(), {}, {}, "a town"};
    if (pick(6) == 0) event.date = DateInterval{day(), std::nullopt, "since Monday", "open"};
    return event;
  }
  // Between two statements of the article, where there are such; else by the article itself.
  Record dispute(const Article& article, const std::vector<Record>& told) {
    auto dispute = started<Dispute>(article, kDisputeKind);
    dispute.issue = Issue{std::nullopt, one_of({"the corridor", "the border", "the lake"})};
    if (pick(3) == 0) dispute.issue.reset();
    dispute.sides = {{actor(code()), "affirms", std::nullopt}, {actor(code()), "denies", std::nullopt}};
    for (const Record& record : told) {
      const auto* const statement = std::get_if<Statement>(&record);
      if (statement == nullptr) continue;
      for (DisputeSide& side : dispute.sides) {
        if (side.stance != statement->stance) continue;
        side.speaker = statement->speaker;
        side.statement = statement->id;
        dispute.issue = statement->issue;
      }
    }
    return dispute;
  }
  Record record(const Article& article, const std::vector<Record>& told) {
    if (shape_.rich && pick(12) == 0) return dispute(article, told);
    switch (pick(5)) {
      case 0: return statement(article);
      case 1: return agreement(article);
      case 2: return relation(article);
      default: return event(article);
    }
  }

  Told article(int number) {
    Told told;
    Article& article = told.article;
    article.id = "article " + std::to_string(number);
    article.published = day();
    if (shape_.rich && pick(20) == 0) article.published.reset();
    article.publisher = "publisher " + std::to_string(pick(3));
    for (int i = 0; i < 60; ++i)
      article.text += one_of({"envoys ", "met ", "again ", "over ", "roads ", "and ", "posts "});
    const int count = pick(6);
    for (int i = 0; i < count; ++i) told.records.push_back(record(article, told.records));
    return told;
  }
  Told copy(const Told& of, int at) {
    Told told = of;
    told.article.id = "article " + std::to_string(at);
    told.article.published = day();
    told.article.publisher = "publisher " + std::to_string(pick(3));
    std::map<std::string, std::string> renamed;
    for (Record& record : told.records) {
      RecordCommon& common = common_of(record);
      common.article = told.article.id;
      common.published = told.article.published;
      auto* const statement = std::get_if<Statement>(&record);
      if (statement != nullptr && (!statement->date || statement->date->text.empty())) {
        statement->date = article_day(told.article);
      }
      const std::string before = common.id;
      common.id = id_text(record_prefix(record.index()), static_cast<std::int64_t>(random_()) * 1000003 + at);
      renamed.emplace(before, common.id);
      if (auto* const dispute = std::get_if<Dispute>(&record)) {  // behind the statements that it is between
        for (DisputeSide& side : dispute->sides) {
          if (side.statement) side.statement = renamed[*side.statement];
        }
      }
    }
    return told;
  }

  std::mt19937 random_;
  NewsShape shape_;
};

}  // namespace entente

#endif  // ENTENTE_LEDGER_MADE_NEWS_H_

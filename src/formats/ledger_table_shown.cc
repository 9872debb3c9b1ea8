// One account of a ledger in full, for people.
#include <algorithm>

#include "entente/formats.h"
#include "formats/explain_record.h"
#include "formats/ledger_labels.h"
#include "formats/record_labels.h"
#include "formats/record_numbers.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kNameColumn = 2;
constexpr int kValueColumn = 16;
constexpr int kTextColumn = 4;
constexpr std::size_t kShownChecksum = 8;

class ShownText {
 public:
  ShownText(ExplainPage& page, const Shown& shown) : page_(page), shown_(shown) {}

  void write(const LedgerEvent& event) { whole(event, Record(event.event), "Event"); }
  void write(const LedgerStatement& statement) { whole(statement, Record(statement.statement), "Statement"); }

  void write(const AgreementThread& thread) {
    head(thread, "Agreement");
    fields(Record(thread.agreement));
    page_.section("Steps", thread.steps.empty());
    for (const AgreementStep& step : thread.steps) {
      std::string what = step.date ? date_label(step.date) : "";
      append_part(what, " · ", source_label(step.mention));
      field(word_label(step.status), what);
    }
    articles(thread);
    why(thread.agreement);
  }

  void write(const RelationInterval& relation) {
    head(relation, "Relation");
    fields(Record(relation.relation));
    page_.section("How long", false);
    end("from", relation.from, relation.first);
    end("to", relation.to, relation.last);
    articles(relation);
    why(relation.relation);
  }

  void write(const LedgerDispute& dispute) {
    head(dispute, "Dispute");
    if (dispute.issue) {
      std::string label = printable(dispute.issue->label);
      append_part(label, " · ", printable(dispute.issue->id.value_or("")));
      field("issue", label);
    }
    if (dispute.change_of_position) field("kind", "a change of position: one speaker, at two times");
    page_.section("Positions", dispute.positions.empty());
    for (const Position& position : dispute.positions) {
      std::string who = position.speaker              ? actor_label(*position.speaker)
                        : position.statements.empty() ? "the article itself"
                                                      : "(not named)";
      append_part(who, " · ", printable(position.first_day));
      if (position.last_day != position.first_day) append_part(who, " – ", printable(position.last_day));
      field(stance_label(position.stance), who);
      const std::string words = quoted(printable(position.text));
      if (!words.empty()) page_.entry(kValueColumn, "", kPlain, kValueColumn, words, kPlain);
    }
    articles(dispute);
  }

 private:
  void whole(const Account& account, const Record& record, const std::string& kind) {
    head(account, kind);
    fields(record);
    articles(account);
    why(record_common(record));
  }

  void field(const std::string& name, const std::string& value) {
    page_.entry(kNameColumn, name, kCyan, kValueColumn, value, kPlain);
  }

  void head(const Account& account, const std::string& kind) {
    page_.entry(0, "", kPlain, 0, kind + " " + account.id, "1;36");
    std::string about = counted_label(account.articles, "article") + ", " + counted_label(account.sources, "source");
    append_part(about, " · ", verdict_label(account.verdict));
    page_.entry(0, "", kPlain, 0, about, kDim);
    page_.blank();
  }

  void fields(const Record& record) {
    const std::vector<Record> alone = {record};
    write_record_fields(page_, RecordNumbers(alone), alone.front());
  }

  void end(const std::string& name, const std::optional<std::string>& day, const Mention& mention) {
    std::string what = day ? printable(*day) : "nothing tells that it ended";
    append_part(what, " · ", (name == "from" ? "first told: " : "last told: ") + source_label(mention));
    field(name, what);
  }

  void why(const RecordCommon& record) { write_reasons(page_, record); }

  void articles(const Account& account) {
    page_.section("Told by", account.mentions.empty());
    for (std::size_t i = 0; i < shown_.sources.size(); ++i) {
      if (i > 0) page_.blank();
      source(shown_.sources[i]);
    }
  }

  void source(const Shown::Source& source) {
    const Mention& mention = source.mention;
    std::string title = printable(mention.title.value_or(""));
    if (title.empty()) title = printable(mention.article);
    page_.entry(kNameColumn, "", kPlain, kNameColumn, title, kBold);
    std::string about = source_label(mention);
    if (mention.publisher) append_part(about, " · ", printable(mention.article));
    if (mention.version > 1) append_part(about, " · ", "version " + std::to_string(mention.version));
    page_.entry(kTextColumn, "", kPlain, kTextColumn, about, kDim);
    if (mention.url) page_.entry(kTextColumn, "", kPlain, kTextColumn, printable(*mention.url), kDim);
    if (source.text && source.record) {
      write_evidence_in(page_, record_common(*source.record), *source.text);
    } else {
      page_.entry(kTextColumn, "", kPlain, kTextColumn, "the ledger holds no text; see " + where_label(mention),
                  kPlain);
    }
    std::string read = mention.record;
    if (source.record) append_part(read, " · ", percent_label(record_common(*source.record).confidence));
    if (source.stamp) append_part(read, " · ", stamp_label(*source.stamp));
    page_.entry(kTextColumn, "", kPlain, kTextColumn, read, kDim);
  }

  static std::string stamp_label(const EngineStamp& stamp) {
    return "engine " + printable(stamp.version) + ", model " + printable(stamp.model).substr(0, kShownChecksum) +
           ", tables " + printable(stamp.knowledge).substr(0, kShownChecksum);
  }

  ExplainPage& page_;
  const Shown& shown_;
};

}  // namespace

std::string write_shown(const Shown& shown, const TableStyle& style) {
  ExplainPage page(style);
  ShownText text(page, shown);
  std::visit([&](const auto& account) { text.write(account); }, shown.account);
  return page.take();
}

}  // namespace entente

#include "formats/explain_record.h"

#include <array>
#include <cmath>

#include "formats/provision_label.h"
#include "formats/record_brief.h"
#include "formats/record_labels.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kValueColumn = 16;
constexpr int kWhyColumn = 28;  // behind the names of most frames
constexpr int kWordsLines = 3;  // of a record that stands somewhere else in full
constexpr int kQuoteLines = 40;

std::string actor_details(const Actor& actor) {
  const std::string words = printable(actor.text);
  const std::string code = printable(actor.code.value_or(""));
  const std::string country = printable(actor.country.value_or(""));
  std::string details = words == printable(actor.name) ? "" : quoted(words);
  append_part(details, " · ", printable(actor.type.value_or("")));
  append_part(details, " · ", code.empty() ? "no code" : "code " + code);
  if (actor.sector) append_part(details, " · ", "sector " + printable(*actor.sector));
  if (country != code && !country.empty()) append_part(details, " · ", "country " + country);
  append_part(details, " · ", printable(actor.role.value_or("")));
  if (!actor.via.empty()) append_part(details, " · ", "by " + word_label(actor.via));
  return details;
}

std::string date_details(const std::optional<DateInterval>& date) {
  if (!date) return "";
  std::string label = date->from || date->to ? date_label(date) : "open";
  append_part(label, " · ", date->text.empty() ? "the article's own date" : quoted(printable(date->text)));
  if (date->precision != "open") append_part(label, " · to the ", word_label(date->precision));
  return label;
}

std::string place_details(const std::optional<Place>& place) {
  if (!place) return "";
  std::string label = place_label(place);
  if (place->latitude && place->longitude && std::isfinite(*place->latitude) && std::isfinite(*place->longitude)) {
    append_part(label, " · ", number_text(*place->latitude) + ", " + number_text(*place->longitude));
  }
  if (place->text != place->name) append_part(label, " · ", quoted(printable(place->text)));
  return label;
}

std::string quad_label(int quad) {
  constexpr std::array<const char*, 4> kQuads = {"verbal cooperation", "material cooperation", "verbal conflict",
                                                 "material conflict"};
  return quad >= 1 && quad <= 4 ? kQuads[static_cast<std::size_t>(quad - 1)] : "quad " + std::to_string(quad);
}

class FieldsText {
 public:
  FieldsText(ExplainPage& page, const RecordNumbers& numbers) : page_(page), numbers_(numbers) {}

  void write(const Event& event) {
    std::string type = printable(event.type);
    append_part(type, ", mode ", word_label(event.mode.value_or("")));
    field("type", type, quad_color(event.quad));
    std::string codes = event.cameo ? "CAMEO" + std::string(kTied) + printable(*event.cameo) : "";
    if (event.quad) append_part(codes, " · ", quad_label(*event.quad));
    // A number stays with its name.
    if (event.goldstein) append_part(codes, " · ", "Goldstein" + std::string(kTied) + number_text(*event.goldstein));
    if (event.score) append_part(codes, " · ", "PLOVER score" + std::string(kTied) + number_text(*event.score));
    field("codes", codes);
    std::string contexts;
    for (const std::string& context : event.contexts) append_part(contexts, ", ", word_label(context));
    field("contexts", contexts);
    field("status", word_label(event.status), event.status == "actual" ? kPlain : kYellow);
    actors(event.reciprocal ? "together" : "actor", event.actor);
    actors("recipient", event.recipient);
    others(event.others);
    when_and_where(event.date, event.place);
    field("numbers", magnitude_label(event.magnitude));
  }

  void write(const Statement& statement) {
    field("stance", stance_label(statement.stance), stance_color(statement.stance));
    if (statement.speaker) actors("speaker", {*statement.speaker});
    actors("addressee", statement.addressee);
    std::string cue = quoted(printable(statement.cue.text));
    append_part(cue, ", from ", printable(statement.cue.lemma));
    field("cue", cue);
    field("manner", word_label(statement.manner));
    field("words", quoted(printable(statement.content.text)), kPlain, kQuoteLines);
    issue(statement.issue);
    actors("about", statement.about);
    when_and_where(statement.date, std::nullopt);
  }

  void write(const Agreement& agreement) {
    field("title", printable(agreement.title.value_or("")), kBold);
    field("form", word_label(agreement.form));
    field("status", word_label(agreement.status), agreement_color(agreement.status));
    actors("party", agreement.parties);
    actors("broker", agreement.brokers);
    others(agreement.others);
    when_and_where(agreement.date, agreement.place);
    page_.section("Provisions", agreement.provisions.empty());
    for (std::size_t i = 0; i < agreement.provisions.size(); ++i) {
      if (i > 0) page_.blank();
      provision(agreement.provisions[i], agreement);
    }
  }

  void write(const Relation& relation) {
    field("type", (relation.negated ? "no " : "") + word_label(relation.type),
          relation.negated ? kYellow : relation_color(relation.type));
    field("direction", relation.directed ? "from the first to the second" : "both alike");
    if (relation.a) actors("first", {*relation.a});
    if (relation.b) actors("second", {*relation.b});
    field("since", date_details(relation.since));
    field("until", date_details(relation.until));
    field("trend", word_label(relation.trend.value_or("")));
    when_and_where(relation.date, std::nullopt);
  }

  void write(const Dispute& dispute) {
    issue(dispute.issue);
    page_.section("Sides", dispute.sides.empty());
    for (const DisputeSide& side : dispute.sides) {
      field(stance_label(side.stance), side_label(side));
      if (side.speaker) detail(actor_details(*side.speaker));
      const Statement* statement = numbers_.statement(side.statement);
      if (statement != nullptr) {
        words(quoted(printable(statement->content.text)));
      } else if (!side.speaker && !side.statement) {
        words(own_words_label(dispute, numbers_));
      }
    }
  }

 private:
  void field(const std::string& name, const std::string& value, const char* sgr = kPlain,
             int most_lines = ExplainPage::kLines) {
    if (!value.empty()) page_.entry(2, name, kCyan, kValueColumn, value, sgr, most_lines);
  }

  void detail(const std::string& text) {
    if (!text.empty()) page_.entry(kValueColumn, "", kPlain, kValueColumn, text, kDim);
  }

  void words(const std::string& text) {
    if (!text.empty()) page_.entry(kValueColumn, "", kPlain, kValueColumn, text, kPlain, kQuoteLines);
  }

  void actors(const std::string& name, const std::vector<Actor>& actors) {
    for (std::size_t i = 0; i < actors.size(); ++i) {
      if (i == 0) {
        field(name, actor_label(actors[i]));
      } else {
        words(actor_label(actors[i]));
      }
      detail(actor_details(actors[i]));
    }
  }

  void others(const std::vector<OtherActor>& others) {
    for (const OtherActor& other : others) actors(printable(other.role), {other.actor});
  }

  void when_and_where(const std::optional<DateInterval>& date, const std::optional<Place>& place) {
    field("date", date_details(date));
    field("place", place_details(place));
  }

  void issue(const std::optional<Issue>& issue) {
    if (!issue) return;
    std::string label = printable(issue->label);
    append_part(label, " · ", printable(issue->id.value_or("")));
    field("issue", label);
  }

  void provision(const Provision& provision, const Agreement& agreement) {
    field(word_label(provision.obligation), word_label(provision.type), kBold);
    words(owed_label(provision, agreement));
    words(quoted(printable(provision.quote.text)));
    for (const Quote& condition : provision.conditions) words("condition: " + quoted(printable(condition.text)));
  }

  ExplainPage& page_;
  const RecordNumbers& numbers_;
};

class TiesText {
 public:
  TiesText(ExplainPage& page, const RecordNumbers& numbers) : page_(page), numbers_(numbers) {}

  void write(std::size_t number) {
    const Record& record = numbers_.records()[number - 1];
    if (const Event* event = std::get_if<Event>(&record)) {
      if (event->attributed_to) tie("reported in", *event->attributed_to);
    } else if (const Dispute* dispute = std::get_if<Dispute>(&record)) {
      for (const DisputeSide& side : dispute->sides) {
        if (side.statement) tie(stance_label(side.stance), *side.statement);
      }
    } else if (const Statement* statement = std::get_if<Statement>(&record)) {
      for (const Record& other : numbers_.records()) from_other(other, statement->id);
    }
    if (!any_) page_.section("Other records", true);
  }

 private:
  void from_other(const Record& other, const std::string& statement) {
    if (const Event* event = std::get_if<Event>(&other)) {
      if (event->attributed_to == statement) tie("reports", event->id);
    } else if (const Dispute* dispute = std::get_if<Dispute>(&other)) {
      for (const DisputeSide& side : dispute->sides) {
        if (side.statement == statement) return tie("a side of", dispute->id);
      }
    }
  }

  void tie(const std::string& how, const std::string& id) {
    const std::size_t number = numbers_.of(id);
    if (number == 0) return;
    if (!any_) page_.section("Other records", false);
    any_ = true;
    const Record& record = numbers_.records()[number - 1];
    const RecordBrief brief = record_brief(record);
    std::string line = number_label(number) + " " + brief.what + " · " + brief.who;
    append_part(line, " · ", brief.details);
    page_.entry(2, how, kCyan, kValueColumn, line, kPlain);
    const Statement* statement = std::get_if<Statement>(&record);
    const std::string words =
        statement == nullptr ? evidence_label(record_common(record)) : quoted(printable(statement->content.text));
    if (!words.empty()) page_.entry(kValueColumn, "", kPlain, kValueColumn, words, kDim, kWordsLines);
  }

  ExplainPage& page_;
  const RecordNumbers& numbers_;
  bool any_ = false;
};

}  // namespace

void write_fields(ExplainPage& page, const RecordNumbers& numbers, std::size_t number) {
  const Record& record = numbers.records()[number - 1];
  page.heading("Record " + std::to_string(number) + " of " + std::to_string(numbers.records().size()) + ": " +
               record_brief(record).kind);
  write_record_fields(page, numbers, record);
}

void write_record_fields(ExplainPage& page, const RecordNumbers& numbers, const Record& record) {
  FieldsText fields(page, numbers);
  std::visit([&](const auto& value) { fields.write(value); }, record);
}

void write_reasons(ExplainPage& page, const RecordCommon& record) {
  page.section("Why", false);
  for (const Why& why : record.why) {
    std::string rest = printable(why.detail);
    if (why.model_score) append_part(rest, " · ", "the model gives it " + percent_label(*why.model_score));
    page.entry(2, printable(why.rule), kPlain, kWhyColumn, rest, kDim);
  }
  page.entry(2, "confidence", kCyan, kWhyColumn, percent_label(record.confidence), kPlain);
}

void write_ties(ExplainPage& page, const RecordNumbers& numbers, std::size_t number) {
  TiesText(page, numbers).write(number);
}

}  // namespace entente

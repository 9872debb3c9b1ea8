#include "formats/record_brief.h"

#include "formats/record_labels.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr const char* kNobody = "(not named)";

std::string or_nobody(const std::string& who) { return who.empty() ? kNobody : who; }

void add_details(RecordBrief& brief, const std::string& status, const std::optional<DateInterval>& date,
                 const std::optional<Place>& place) {
  append_part(brief.details, " · ", status);
  append_part(brief.details, " · ", date_label(date));
  append_part(brief.details, " · ", place_label(place));
}

RecordBrief brief_of(const Event& event) {
  RecordBrief brief = {"event", printable(event.type), quad_color(event.quad), "", ""};
  append_part(brief.what, " ", word_label(event.mode.value_or("")));
  brief.who = or_nobody(actor_labels(event.actor, event.reciprocal ? " ⇄ " : ", "));
  if (!event.recipient.empty()) brief.who += " → " + actor_labels(event.recipient, ", ");
  add_details(brief, word_label(event.status), event.date, event.place);
  return brief;
}

RecordBrief brief_of(const Statement& statement) {
  RecordBrief brief = {"statement", stance_label(statement.stance), stance_color(statement.stance), "", ""};
  brief.who = statement.speaker ? actor_label(*statement.speaker) : kNobody;
  append_part(brief.who, ", to ", actor_labels(statement.addressee, ", "));
  append_part(brief.who, ", about ", actor_labels(statement.about, ", "));
  add_details(brief, word_label(statement.manner), statement.date, std::nullopt);
  return brief;
}

RecordBrief brief_of(const Agreement& agreement) {
  RecordBrief brief = {"agreement", word_label(agreement.form), kBold, "", ""};
  brief.who = or_nobody(actor_labels(agreement.parties, " ⇄ "));
  append_part(brief.details, " · ", printable(agreement.title.value_or("")));
  add_details(brief, word_label(agreement.status), agreement.date, agreement.place);
  return brief;
}

RecordBrief brief_of(const Relation& relation) {
  RecordBrief brief = {"relation", word_label(relation.type), relation_color(relation.type), "", ""};
  if (relation.negated) brief.what.insert(0, "no ");
  brief.who = (relation.a ? actor_label(*relation.a) : kNobody) + std::string(relation.directed ? " → " : " ⇄ ") +
              (relation.b ? actor_label(*relation.b) : kNobody);
  append_part(brief.details, " · ", word_label(relation.trend.value_or("")));
  append_part(brief.details, " · ", period_label(relation));
  if (relation.date) append_part(brief.details, " · ", date_label(relation.date));
  return brief;
}

RecordBrief brief_of(const Dispute& dispute) {
  RecordBrief brief = {"dispute", "dispute", kBold, "", ""};
  for (const DisputeSide& side : dispute.sides) {
    append_part(brief.who, ", ", side_label(side) + " " + stance_label(side.stance));
  }
  if (dispute.issue) append_part(brief.details, " · ", "on " + printable(dispute.issue->label));
  return brief;
}

}  // namespace

RecordBrief record_brief(const Record& record) {
  return std::visit([](const auto& value) { return brief_of(value); }, record);
}

}  // namespace entente

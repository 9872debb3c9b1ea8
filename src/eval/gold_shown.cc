// Records in short.
#include "eval/gold_fields.h"

namespace entente {

std::string shown(const std::optional<Actor>& actor) {
  if (!actor) return "nobody";
  std::string text = actor->code.value_or("?");
  if (actor->sector) text += " " + *actor->sector;
  const std::string& name = actor->name.empty() ? actor->text : actor->name;
  return name.empty() ? text : text + " (" + name + ")";
}

std::string shown(const std::vector<Actor>& actors) {
  std::string text;
  for (const Actor& actor : actors) text += (text.empty() ? "" : ", ") + shown(std::optional(actor));
  return text.empty() ? "nobody" : text;
}

std::string shown(const std::optional<DateInterval>& date) {
  if (!date || (!date->from && !date->to)) return "no date";
  const std::string from = date->from.value_or("");
  const std::string to = date->to.value_or("");
  return from == to ? from : from + ".." + to;
}

std::string shown(const std::optional<Place>& place) {
  if (!place) return "no place";
  return place->name + (place->country ? " (" + *place->country + ")" : "");
}

std::string shown(const std::optional<Issue>& issue) {
  if (!issue) return "no issue";
  return issue->id ? issue->label + " [" + *issue->id + "]" : issue->label;
}

std::string shown(const Event& event) {
  return event.type + (event.mode ? "/" + *event.mode : "") + " " + event.cameo.value_or("-") + " · " +
         shown(event.actor) + (event.reciprocal ? " <>" : " > " + shown(event.recipient)) + " · " + event.status;
}

std::string shown(const Statement& statement) {
  return shown(statement.speaker) + " " + statement.stance + " \"" + statement.content.text + "\"";
}

std::string shown(const Agreement& agreement) {
  return agreement.form + " " + agreement.status + " · " + shown(agreement.parties) +
         (agreement.title ? " · " + *agreement.title : "");
}

std::string shown(const Provision& provision) {
  return provision.type + " " + provision.obligation + " \"" + provision.quote.text + "\"";
}

std::string shown(const Relation& relation) {
  return (relation.negated ? "no " : "") + relation.type + " · " + shown(relation.a) +
         (relation.directed ? " > " : " <> ") + shown(relation.b);
}

std::string shown(const Dispute& dispute) {
  std::string text = shown(dispute.issue);
  for (const DisputeSide& side : dispute.sides) {
    text += " · " + (side.statement ? shown(side.speaker) : std::string("the article")) + " " + side.stance;
  }
  return text;
}

}  // namespace entente

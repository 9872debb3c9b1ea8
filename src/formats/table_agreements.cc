// Agreements, each with its provisions beneath it.
#include "formats/provision_label.h"
#include "formats/record_labels.h"
#include "formats/table_rows.h"
#include "formats/terminal_text.h"

namespace entente {
namespace {

constexpr int kEvidenceLines = 3;
constexpr int kProvisionLines = 6;  // the text of a treaty is what people read

TablePart provision_part(const Provision& provision, const Agreement& agreement) {
  TablePart part;
  part.head.what = {{word_label(provision.obligation), provision.obligation == "binding" ? kBold : kPlain}};
  part.head.who = StyledText(word_label(provision.type), kBold);
  part.head.who.part(" · ", owed_label(provision, agreement), kPlain);
  part.quote = {quoted(printable(provision.quote.text)), kProvisionLines};
  std::string conditions;
  for (const Quote& condition : provision.conditions) {
    append_part(conditions, ", ", quoted(printable(condition.text)));
  }
  if (!conditions.empty()) part.note = StyledText("condition: " + conditions, kYellow);
  return part;
}

}  // namespace

TableEntry table_entry(const Agreement& agreement, const RecordNumbers& /*numbers*/) {
  TableEntry entry;
  entry.date = date_cell(agreement.date);
  entry.title = StyledText(printable(agreement.title.value_or("")), kBold);
  entry.head.what = {{word_label(agreement.form), kBold},
                     {word_label(agreement.status), agreement_color(agreement.status)}};
  entry.head.who = agreement.parties.empty() ? StyledText("(parties not named)", kDim)
                                             : StyledText(actor_labels(agreement.parties, " ⇄ "), kPlain);
  StyledText& details = entry.head.details;
  details.part(" · ", place_label(agreement.place), kPlain);
  if (!agreement.brokers.empty()) details.part(" · ", "brokered by " + actor_labels(agreement.brokers, ", "), kPlain);
  for (const OtherActor& other : agreement.others) details.part(" · ", other_label(other), kPlain);
  entry.quote = {evidence_label(agreement), kEvidenceLines};
  for (const Provision& provision : agreement.provisions) entry.parts.push_back(provision_part(provision, agreement));
  return entry;
}

}  // namespace entente

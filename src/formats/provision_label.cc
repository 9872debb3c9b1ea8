#include "formats/provision_label.h"

#include <set>
#include <vector>

#include "formats/record_labels.h"

namespace entente {
namespace {

std::set<std::string> names(const std::vector<Actor>& actors) {
  std::set<std::string> found;
  for (const Actor& actor : actors) found.insert(name_label(actor));
  return found;
}

// The parties' codes stand above already.
std::string short_labels(const std::vector<Actor>& actors, const Agreement& agreement, const std::string& separator) {
  const std::set<std::string> parties = names(agreement.parties);
  if (actors.size() > 1 && names(actors) == parties) return "all parties";
  std::string labels;
  for (const Actor& actor : actors) {
    const bool party = parties.contains(name_label(actor));
    append_part(labels, separator, party ? name_label(actor) : actor_label(actor));
  }
  return labels;
}

}  // namespace

std::string owed_label(const Provision& provision, const Agreement& agreement) {
  const std::set<std::string> from = names(provision.from);
  if (from.size() > 1 && from == names(provision.to)) {
    return from == names(agreement.parties) ? "mutual" : short_labels(provision.from, agreement, " ⇄ ");
  }
  const std::string to = short_labels(provision.to, agreement, ", ");
  std::string label = short_labels(provision.from, agreement, ", ");
  if (!to.empty()) append_part(label, " ", "→ " + to);
  return label;
}

}  // namespace entente

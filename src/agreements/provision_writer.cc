#include "agreements/provision_writer.h"

#include "agreements/noun_lists.h"
#include "agreements/noun_provisions.h"

namespace entente {
namespace {

constexpr std::size_t kMaxProvisions = 200;  // of one agreement

// A reason a rule: what it read stands apart by ";".
void add_reason(Agreement& agreement, const std::string& rule, const std::string& detail) {
  for (Why& why : agreement.why) {
    if (why.rule != rule) continue;
    why.detail += "; " + detail;
    return;
  }
  agreement.why.push_back({rule, detail, std::nullopt});
}

}  // namespace

void ProvisionWriter::add(const TreatyClause& clause, const Obligation& obligation, std::size_t at, const char* rule) {
  const bool agreed_on = tree_.lemma(clause.predicate) == "agree" && !obligation.modal;
  if (obligation.of_text || agreed_on) {
    auto phrases = listed_phrases(tree_, knowledge_, clause);
    if (phrases.empty() && !agreed_on) phrases = bound_phrases(tree_, knowledge_, clause);
    add_phrases(phrases, clause, obligation, at, "listed");
    if (!phrases.empty()) return;
  }
  if (clause.words.size() > 1) add_words(clause, obligation, at, rule);
}

void ProvisionWriter::add_phrases(const std::vector<std::vector<TokenId>>& phrases, const TreatyClause& clause,
                                  const Obligation& obligation, std::size_t at, const char* rule) {
  for (const std::vector<TokenId>& phrase : phrases) {
    TreatyClause part = clause;
    part.words = phrase;
    part.subject = -1;
    Obligation own = obligation;
    own.level = phrase_level(tree_, knowledge_, phrase, obligation.level);
    add_words(part, own, at, rule);
  }
}

void ProvisionWriter::add_words(const TreatyClause& clause, const Obligation& obligation, std::size_t at,
                                const char* rule) {
  Agreement& agreement = found_[at].agreement;
  if (agreement.provisions.size() >= kMaxProvisions || clause.words.empty()) return;
  Provision provision;
  provision.obligation = level_ = obligation.level;
  const ProvisionType type = read_type(tree_, knowledge_, clause.words, agreement.form);
  provision.type = type.type;
  const CodePointSpan span = tree_.span(clause.first(), clause.last());
  provision.quote = {tree_.text(span), span};
  Sides sides = read_sides(tree_, knowledge_, actors_, clause, provision, obligation.of_text, agreement);
  provision.from = std::move(sides.from);
  provision.to = std::move(sides.to);
  provision.conditions = read_conditions(tree_, knowledge_, clause);
  add_reason(agreement, std::string("provision:") + rule,
             provision.type + " by " + type.by + ", " + obligation.level + " by " + obligation.word);
  agreement.provisions.push_back(std::move(provision));
}

}  // namespace entente

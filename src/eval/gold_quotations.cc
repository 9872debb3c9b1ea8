// Whether what a record quotes stands in the article.
#include "base/text_index.h"
#include "entente/eval.h"

namespace entente {
namespace {

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  void quotation(const std::string& what, const std::string& quoted, CodePointSpan span) {
    if (quoted.empty() || !error_.empty()) return;
    const std::string place = what + " " + std::to_string(span.begin.value) + " to " + std::to_string(span.end.value);
    if (span.end.value > text_.code_point_count() || span.begin > span.end) {
      error_ = place + " lies outside of the article's text";
    } else if (text_.slice(span) != quoted) {
      error_ = place + ": expected \"" + quoted + "\", the article has \"" + std::string(text_.slice(span)) + "\"";
    }
  }
  void actor(const std::string& what, const Actor& actor) { quotation(what, actor.text, actor.span); }
  void actor(const std::string& what, const std::optional<Actor>& each) {
    if (each) actor(what, *each);
  }
  void actors(const std::string& what, const std::vector<Actor>& actors) {
    for (const Actor& each : actors) actor(what, each);
  }
  void others(const std::vector<OtherActor>& others) {
    for (const OtherActor& other : others) actor("others", other.actor);
  }

  void body(const Event& event) {
    actors("actor", event.actor);
    actors("recipient", event.recipient);
    others(event.others);
  }
  void body(const Statement& statement) {
    actor("speaker", statement.speaker);
    actors("addressee", statement.addressee);
    quotation("cue", statement.cue.text, statement.cue.span);
    quotation("content", statement.content.text, statement.content.span);
    actors("about", statement.about);
  }
  void body(const Agreement& agreement) {
    actors("parties", agreement.parties);
    actors("brokers", agreement.brokers);
    others(agreement.others);
    for (const Provision& provision : agreement.provisions) {
      actors("from", provision.from);
      actors("to", provision.to);
      quotation("provision", provision.quote.text, provision.quote.span);
      for (const Quote& condition : provision.conditions) quotation("condition", condition.text, condition.span);
    }
  }
  void body(const Relation& relation) {
    actor("a", relation.a);
    actor("b", relation.b);
  }
  void body(const Dispute& dispute) {
    for (const DisputeSide& side : dispute.sides) actor("speaker", side.speaker);
  }

  template <class T>
  void record(const T& record) {
    for (const Evidence& evidence : record.evidence) quotation("evidence", evidence.text, evidence.span);
    body(record);
    if (!error_.empty()) error_ = "record \"" + record.id + "\": " + error_;
  }

  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  TextIndex text_;
  std::string error_;
};

}  // namespace

Status check_quotations(std::string_view text, const Record& record) {
  Checker checker(text);
  std::visit([&](const auto& each) { checker.record(each); }, record);
  if (!checker.error().empty()) return Error{ErrorCode::kBadFormat, checker.error(), ""};
  return Unit{};
}

}  // namespace entente

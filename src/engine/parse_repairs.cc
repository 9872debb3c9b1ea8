#include "engine/parse_repairs.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"

namespace entente {
namespace {

constexpr int kMostAdverbs = 2;     // "Monday flatly rejected"
constexpr int kMostHeadsAbove = 8;  // from a day to its verb

class UnmarkedDays {
 public:
  UnmarkedDays(const Knowledge& knowledge, ParsedDocument& parsed) : knowledge_(knowledge), parsed_(parsed) {}

  void hang(TokenSpan sentence) {
    for (std::int32_t t = sentence.begin.value + 1; t + 1 < sentence.end.value; ++t) {
      if (!is_day(t) || !is_any(t - 1, {"NOUN", "PROPN", "PRON"}) || is_day(t - 1) || is_month(t - 1)) continue;
      const std::int32_t verb = verb_behind(t, sentence.end.value);
      if (verb >= 0) hang_from(t, verb, sentence);
    }
  }

  void shorten_names() {
    for (Name& name : parsed_.names) {
      while (name.tokens.size() > 1 && is_day(name.tokens.end.value - 1) && hung_[index(name.tokens.end.value - 1)])
        --name.tokens.end.value;
    }
  }

  [[nodiscard]] bool any() const { return std::find(hung_.begin(), hung_.end(), true) != hung_.end(); }

 private:
  static std::size_t index(std::int32_t t) { return static_cast<std::size_t>(t); }
  [[nodiscard]] Word& word(std::int32_t t) { return parsed_.words[index(t)]; }
  [[nodiscard]] bool is_any(std::int32_t t, std::initializer_list<std::string_view> upos) {
    return std::find(upos.begin(), upos.end(), word(t).upos) != upos.end();
  }

  [[nodiscard]] bool has_kind(std::int32_t t, std::string_view kind) {
    if (word(t).upos != "PROPN") return false;
    const WordValue* value = knowledge_.word(fold_case(parsed_.document.tokens[index(t)].form));
    return value != nullptr && value->kind == kind;
  }
  [[nodiscard]] bool is_day(std::int32_t t) { return has_kind(t, "weekday"); }
  [[nodiscard]] bool is_month(std::int32_t t) { return has_kind(t, "month"); }

  // The finite verb behind the day, or the verb that its auxiliary belongs to; -1 for none.
  [[nodiscard]] std::int32_t verb_behind(std::int32_t day, std::int32_t end) {
    std::int32_t t = day + 1;
    while (t < end && t <= day + kMostAdverbs && word(t).upos == "ADV") ++t;
    if (t == end || word(t).feats.find("VerbForm=Fin") == std::string::npos) return -1;
    if (word(t).upos == "VERB") return t;
    if (word(t).upos != "AUX") return -1;
    const std::int32_t head = word(t).head;
    return head > t ? head : -1;
  }

  [[nodiscard]] bool is_under(std::int32_t t, std::int32_t verb) {
    for (int above = 0; above < kMostHeadsAbove && t >= 0; ++above) {
      if (t == verb) return true;
      t = word(t).head;
    }
    return false;
  }

  void hang_from(std::int32_t day, std::int32_t verb, TokenSpan sentence) {
    if (!is_under(day, verb)) return;
    const std::int32_t over = word(day).head;
    std::int32_t heir = over == verb ? -1 : over;
    std::vector<std::int32_t> below;
    for (std::int32_t t = sentence.begin.value; t < sentence.end.value; ++t) {
      if (word(t).head != day) continue;
      if (word(t).deprel == "case") return;  // "on Monday"
      below.push_back(t);
      if (over == verb && t < day && is_any(t, {"NOUN", "PROPN", "PRON"})) heir = t;
    }
    if (heir < 0 && !below.empty()) return;  // "Bloody Sunday"
    if (over == verb && heir >= 0) {
      word(heir).head = verb;
      word(heir).deprel = word(day).deprel;
    }
    for (const std::int32_t t : below) {
      if (t != heir) word(t).head = heir;
    }
    word(day).head = verb;
    word(day).deprel = "obl:unmarked";
    hung_[index(day)] = true;
    give_subject(day, verb, sentence);
  }

  // "Peru Monday rejected the plan, a spokesman said", with the day for the subject of the one verb and the name for
  // that of the other.
  void give_subject(std::int32_t day, std::int32_t verb, TokenSpan sentence) {
    for (std::int32_t t = sentence.begin.value; t < sentence.end.value; ++t) {
      if (word(t).head == verb && word(t).deprel.starts_with("nsubj")) return;
    }
    std::int32_t top = day - 1;
    for (int above = 0; above < kMostHeadsAbove && word(top).head >= 0 && word(top).head < day; ++above)
      top = word(top).head;
    if (word(top).head <= verb || !word(top).deprel.starts_with("nsubj")) return;
    // "The man Sunday met in Lima signed": a verb that tells of the name itself has it for no subject.
    std::int32_t above = verb;
    for (std::int32_t step = 0; step < sentence.size() && above >= 0; ++step) {
      if (above == top) return;
      above = word(above).head;
    }
    word(top).head = verb;
  }

  const Knowledge& knowledge_;
  ParsedDocument& parsed_;
  std::vector<bool> hung_ = std::vector<bool>(parsed_.words.size());
};

// Of two subjects of one verb, the first, where a clause that the verb tells stands between and has none.
void return_subjects(ParsedDocument& parsed, TokenSpan sentence) {
  const auto word = [&](std::int32_t t) -> Word& { return parsed.words[static_cast<std::size_t>(t)]; };
  std::vector<std::int32_t> subject(sentence.size(), -1);  // the last one of each word
  for (std::int32_t t = sentence.begin.value; t < sentence.end.value; ++t) {
    const std::int32_t head = word(t).head;
    if (!word(t).deprel.starts_with("nsubj") || !sentence.contains(TokenOffset{head})) continue;
    subject[static_cast<std::size_t>(head - sentence.begin.value)] = t;
  }
  const auto subject_of = [&](std::int32_t t) -> std::int32_t& {
    return subject[static_cast<std::size_t>(t - sentence.begin.value)];
  };
  for (std::int32_t t = sentence.begin.value; t < sentence.end.value; ++t) {
    const std::int32_t verb = word(t).head;
    if (word(t).deprel != "ccomp" || verb <= t || subject_of(t) >= 0 || subject_of(verb) <= t) continue;
    for (std::int32_t first = sentence.begin.value; first < t; ++first) {
      if (word(first).head != verb || !word(first).deprel.starts_with("nsubj")) continue;
      word(first).head = t;
      subject_of(t) = first;
      break;
    }
  }
}

// "called on both to talk", with "on" taken for a part of the verb and nothing before "both": the preposition is of
// "both".
void return_prepositions(const Knowledge& knowledge, ParsedDocument& parsed, TokenSpan sentence) {
  constexpr std::int32_t kReach = 4;  // words from the preposition to the head of its phrase
  const auto word = [&](std::int32_t t) -> Word& { return parsed.words[static_cast<std::size_t>(t)]; };
  for (std::int32_t t = sentence.begin.value; t < sentence.end.value; ++t) {
    if (word(t).deprel != "compound:prt" || !knowledge.in_set("grammar_no_particle", word(t).lemma)) continue;
    const std::int32_t verb = word(t).head;
    const std::int32_t last = std::min(t + kReach, sentence.end.value - 1);
    std::int32_t head = t + 1;
    while (head <= last && word(head).head != verb) ++head;
    if (head > last || word(head).deprel != "obl") continue;
    bool whole = true;  // all between belong to the phrase, which has no preposition of its own
    for (std::int32_t between = t + 1; between < head; ++between)
      whole = whole && word(between).head == head && word(between).deprel != "case";
    if (!whole) continue;
    word(t).head = head;
    word(t).deprel = "case";
  }
}

// "gave its neighbour tents", with the neighbour taken for a kind of tents: who is only pointed at, by a noun that
// names some state or party told before, gets what is given.
class Receivers {
 public:
  Receivers(const Knowledge& knowledge, ParsedDocument& parsed) : knowledge_(knowledge), parsed_(parsed) {}

  void part(TokenSpan sentence) {
    for (std::int32_t t = sentence.begin.value + 1; t + 1 < sentence.end.value; ++t) {
      if (word(t).deprel != "compound" || word(t).head <= t || !points_back(t)) continue;
      const std::int32_t thing = word(t).head;
      const std::int32_t verb = word(thing).head;
      if (verb < 0 || verb >= t || word(thing).deprel != "obj" || !knowledge_.in_set("giving_two", word(verb).lemma))
        continue;
      if (is_determined(t, thing) && (counted(t, thing) || !is_title(thing))) hang(t, thing, verb, sentence);
    }
  }

 private:
  [[nodiscard]] Word& word(std::int32_t t) { return parsed_.words[static_cast<std::size_t>(t)]; }
  [[nodiscard]] const std::string& form(std::int32_t t) const {
    return parsed_.document.tokens[static_cast<std::size_t>(t)].form;
  }

  [[nodiscard]] bool points_back(std::int32_t t) const {
    const auto named = knowledge_.names.find(name_key(form(t)));
    if (named == knowledge_.names.end()) return false;
    return std::any_of(named->second.begin(), named->second.end(), [&](const NameEntry& entry) {
      if (entry.kind != NameEntry::Kind::kTitle && entry.kind != NameEntry::Kind::kTitlePlural) return false;
      const TitleKind kind = row_of(knowledge_.titles, entry).kind;
      return kind == TitleKind::kReferenceState || kind == TitleKind::kReferenceOther ||
             kind == TitleKind::kReferencePerson || kind == TitleKind::kOffice || kind == TitleKind::kPost ||
             entry.kind == NameEntry::Kind::kTitlePlural;
    });
  }

  // "promised the king 40 tanks"
  [[nodiscard]] bool counted(std::int32_t t, std::int32_t thing) {
    return word(t + 1).deprel == "nummod" && word(t + 1).head == thing;
  }

  // "sent the army officers": of whoever they are, somebody, and nothing that one gets.
  [[nodiscard]] bool is_title(std::int32_t t) const {
    const auto named = knowledge_.names.find(name_key(form(t)));
    return named != knowledge_.names.end() &&
           std::any_of(named->second.begin(), named->second.end(), [&](const NameEntry& entry) {
             return entry.kind == NameEntry::Kind::kTitle || entry.kind == NameEntry::Kind::kTitlePlural;
           });
  }

  // "its", "the", in front of it and its adjectives.
  [[nodiscard]] bool is_determined(std::int32_t t, std::int32_t thing) {
    std::int32_t before = t - 1;
    while (before > 0 && word(before).head == thing && word(before).deprel == "amod") --before;
    return before >= 0 && word(before).head == thing &&
           (word(before).deprel == "det" || word(before).deprel == "nmod:poss") &&
           !knowledge_.in_set("grammar_one", fold_case(form(before)));
  }

  void hang(std::int32_t t, std::int32_t thing, std::int32_t verb, TokenSpan sentence) {
    for (std::int32_t below = sentence.begin.value; below < t; ++below) {
      if (word(below).head == thing) word(below).head = t;
    }
    word(t).head = verb;
    word(t).deprel = "iobj";
  }

  const Knowledge& knowledge_;
  ParsedDocument& parsed_;
};

}  // namespace

void repair_parse(const Knowledge& knowledge, ParsedDocument& parsed) {
  UnmarkedDays days(knowledge, parsed);
  for (const Sentence& sentence : parsed.document.sentences) days.hang(sentence.tokens);
  if (days.any()) days.shorten_names();
  Receivers receivers(knowledge, parsed);
  for (const Sentence& sentence : parsed.document.sentences) {
    return_subjects(parsed, sentence.tokens);
    return_prepositions(knowledge, parsed, sentence.tokens);
    receivers.part(sentence.tokens);
  }
}

}  // namespace entente

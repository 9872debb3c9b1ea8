// Since when and until when a relation holds, by the words of its clause.
#include <algorithm>
#include <charconv>

#include "actors/phrase.h"
#include "agreements/relation_words.h"

namespace entente {
namespace {

constexpr std::int32_t kMaxDateWords = 8;
constexpr std::int32_t kYear = 365;
constexpr std::int32_t kMonth = 28;  // days, at least
constexpr std::int32_t kDecade = 10;

DateInterval years(std::int32_t first, std::int32_t last, const std::string& text) {
  DateInterval date;
  date.from = std::to_string(first) + "-01-01";
  date.to = std::to_string(last) + "-12-31";
  date.precision = "year";
  date.text = text;
  return date;
}

// "1980s", "1980-s": 1980; nothing of other words.
std::optional<std::int32_t> decade_of(const std::string& form) {
  if (form.size() < 5 || form.size() > 6 || form.back() != 's') return std::nullopt;
  std::int32_t year = 0;
  const auto [end, error] = std::from_chars(form.data(), form.data() + 4, year);
  if (error != std::errc() || end != form.data() + 4 || year % kDecade != 0) return std::nullopt;
  return year;
}

bool is_number(const std::string& form) {
  return !form.empty() && form.size() <= 4 &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

const std::string* RelationWords::kind(TokenId t) const {
  const auto found = knowledge_.relations.times.find(tree_.folded(t));
  return found == knowledge_.relations.times.end() ? nullptr : &found->second;
}

// The date that begins right behind the cue, or behind words such as "the spring of".
std::optional<RelationWords::Dated> RelationWords::date_after(TokenId cue, TokenId last) const {
  const TokenId limit = std::min(last, cue + kMaxDateWords);
  TokenId end = cue;
  for (TokenId t = cue + 1; t <= limit; ++t) {
    const std::string& form = tree_.folded(t);
    if (const auto decade = decade_of(form); decade.has_value()) {
      return Dated{years(*decade, *decade + kDecade - 1, tree_.text(cue, t)), t};
    }
    const WordValue* word = knowledge_.word(form);
    if (word == nullptr) word = knowledge_.word(tree_.lemma(t));
    // "may" and "march" are months only where they are names.
    const bool month = word != nullptr && (word->kind == "month" || word->kind == "weekday");
    const bool named = tree_.has_upos(t, {"PROPN", "NOUN"}) && tree_.token(t).form != form;
    const bool tells = word != nullptr && word->kind != "since" && word->kind != "told" && (!month || named);
    const bool date = is_number(form) || tells;
    const std::string* other = kind(t);
    const bool between = other != nullptr && *other == "filler";
    if (date) end = t;
    if (!date && !between) break;
  }
  if (end == cue) return std::nullopt;
  std::optional<DateInterval> date = dates_.read_words(cue + 1, end);
  if (!date.has_value()) return std::nullopt;
  date->text = tree_.text(cue, end);
  return Dated{*date, end};
}

// "Since the partition of July 2011", "until his death last month", "from the revolt in 1979": the date within.
std::optional<RelationWords::Dated> RelationWords::date_inside(TokenId cue, TokenId last) const {
  const TokenId limit = std::min(last, cue + kMaxDateWords);
  bool noun = false;
  for (TokenId t = cue + 1; t <= limit; ++t) {
    if (tree_.has_upos(t, {"PUNCT", "CCONJ", "VERB", "AUX"})) break;
    noun = noun || tree_.has_upos(t, {"NOUN", "PROPN"});
    if (!noun || tree_.has_upos(t, {"DET", "ADJ"})) continue;
    auto dated = date_after(t, last);
    if (!dated.has_value()) continue;
    dated->date.text = tree_.text(t + 1, dated->last);
    return dated;
  }
  return std::nullopt;
}

// "for two years": since the year two years back, or open where the article has no date.
std::optional<DateInterval> RelationWords::duration(TokenId cue, TokenId last) const {
  std::int32_t count = 0;
  for (TokenId t = cue + 1; t <= std::min(last, cue + kMaxDateWords / 2); ++t) {
    const std::string& form = tree_.folded(t);
    const WordValue* word = knowledge_.word(form);
    if (word == nullptr) word = knowledge_.word(tree_.lemma(t));
    if (is_number(form)) std::from_chars(form.data(), form.data() + form.size(), count);
    if (word != nullptr && word->kind == "number") count = word->value;
    if (word == nullptr || word->kind != "unit") continue;
    if (word->value != kYear || count == 0) return std::nullopt;
    DateInterval date;
    date.precision = "open";
    const auto& published = tree_.parsed().document.article.published;
    std::int32_t year = 0;
    if (published.has_value() && published->size() >= 4)
      std::from_chars(published->data(), published->data() + 4, year);
    if (year > 0) date = years(year - count, year - count, "");
    date.text = tree_.text(cue, t);
    return date;
  }
  return std::nullopt;
}

// "for months", "for two years", "for much of last year": not "for three days".
bool RelationWords::lasts(TokenId cue, TokenId last) const {
  for (TokenId t = cue + 1; t <= std::min(last, cue + kMaxDateWords / 2); ++t) {
    const WordValue* word = knowledge_.word(tree_.lemma(t));
    if (word != nullptr && word->kind == "unit" && tree_.has_feat(t, "Number=Plur")) return word->value >= kMonth;
    if (tree_.has_upos(t, {"NOUN", "PROPN", "VERB", "PUNCT"})) return false;
  }
  return false;
}

// What the cues among `words` say. `clause`: of a clause that tells how it began, in which any date will do.
void RelationWords::scan_times(const std::vector<TokenId>& words, bool clause, bool past, TimesRead& read) const {
  TokenId done = -1;
  for (const TokenId t : words) {
    const std::string* cue = kind(t);
    if (t <= done || cue == nullptr) continue;
    if (*cue == "since" && !clause) read.lasting = true;  // "since the first day"
    const std::int32_t s = tree_.sentence(t);
    const TokenId end = tree_.parsed().document.sentences[static_cast<std::size_t>(s)].tokens.end.value;
    const TokenId last = std::min(end, tree_.size()) - 1;
    if (*cue == "for") {
      const auto date = duration(t, last);
      if (date.has_value() && !read.since.has_value() && !past) read.since = date;
      read.lasting = read.lasting || lasts(t, last);
      continue;
    }
    const bool opens = (*cue == "from" || *cue == "between") && !read.since.has_value();
    if (const TokenId second = opens ? scan_open(t, last, read) : -1; second >= 0) {
      done = second;
      continue;
    }
    auto dated = date_after(t, last);
    if (!dated.has_value() && (*cue == "since" || *cue == "from" || *cue == "until")) dated = date_inside(t, last);
    if (!dated.has_value()) continue;
    done = dated->last;
    if (*cue == "since" || *cue == "from" || *cue == "between" || clause) {
      if (!read.since.has_value()) read.since = dated->date;
      read.from = read.from || *cue == "from" || *cue == "between";
      if (*cue != "between" || done >= last || tree_.folded(done + 1) != "and") continue;
      if (const auto second = date_after(done + 1, last); second.has_value()) {
        read.until = second->date;
        done = second->last;
      }
    } else if (*cue == "until" || (*cue == "to" && read.from)) {
      if (!read.until.has_value()) read.until = dated->date;
    } else if (*cue == "at" && !read.at.has_value()) {
      read.at = dated->date;
    }
  }
}

// "which ended in 1883", "which began in 1879 and ended four years on": of a clause beside the noun.
void RelationWords::scan_ended(TokenId clause, bool past, TimesRead& read) const {
  std::vector<TokenId> verbs = {clause};
  for (const TokenId c : tree_.children(clause)) {
    if (tree_.is(c, "conj")) verbs.push_back(c);
  }
  for (const TokenId verb : verbs) {
    if (read.until.has_value() || !knowledge_.in_set("relation_ending", tree_.lemma(verb))) continue;
    TimesRead end;
    scan_times(tree_.subtree(verb), false, past, end);
    read.until = end.at;
  }
}

// "ever since Chile seized the coast in 1879"; "the war, which broke out in March"
void RelationWords::scan_clauses(const RelationMatch& match, TokenId root, bool past, TimesRead& read) const {
  for (const TokenId top : {root, match.trigger}) {
    for (const TokenId c : tree_.children(top)) {
      const TokenId mark = tree_.child(c, "mark");
      const std::string* word = mark >= 0 ? kind(mark) : nullptr;
      const bool since = tree_.is(c, "advcl") && word != nullptr && *word == "since" && !read.since.has_value();
      const bool until = tree_.is(c, "advcl") && word != nullptr && *word == "until" && !read.until.has_value();
      if (until) {
        TimesRead end;
        scan_times(tree_.subtree(c), true, past, end);
        read.until = end.since;
        read.lasting = true;
      }
      const bool begins = top == match.trigger && tree_.is_any(c, {"acl:relcl", "acl"}) &&
                          knowledge_.in_set("relation_beginning", tree_.lemma(c));
      const bool made = top == match.trigger && tree_.is_any(c, {"acl:relcl", "acl"}) && !read.since.has_value() &&
                        knowledge_.in_set("relation_making", tree_.lemma(c)) && !match.frame->ends;
      if (since || begins || made) scan_times(tree_.subtree(c), true, past, read);
      if (top == match.trigger && tree_.is_any(c, {"acl:relcl", "acl"})) scan_ended(c, past, read);
    }
    if (root == match.trigger) break;
  }
  // "The enmity of X and Y, which dates from 1991", with the clause hung from Y.
  if (!tree_.has_upos(match.trigger, {"NOUN"})) return;
  for (const TokenId c : tree_.subtree(match.trigger)) {
    if (tree_.is(c, "acl:relcl") && tree_.has_upos(tree_.head(c), {"PROPN"})) scan_ended(c, past, read);
    const bool begins =
        !read.since.has_value() && tree_.is(c, "acl:relcl") && knowledge_.in_set("relation_beginning", tree_.lemma(c));
    if (begins && tree_.head(c) != match.trigger) scan_times(tree_.subtree(c), true, past, read);
  }
}

// "had been at war": over by then.
bool RelationWords::had_been(TokenId verb) const {
  return std::any_of(tree_.children(verb).begin(), tree_.children(verb).end(),
                     [&](TokenId c) { return tree_.is(c, "aux") && tree_.folded(c) == "had"; });
}

RelationTimes RelationWords::times(const RelationMatch& match, const std::vector<TokenId>& region) const {
  TimesRead read;
  const TokenId root = slots_.clause_head(match.trigger);
  const bool was = past(match);
  scan_times(region, false, was, read);
  scan_clauses(match, root, was, read);
  const bool fought = match.frame->type == "war" || match.frame->type == "conflict";
  if (const TokenId noun = told_noun(match); fought && noun >= 0 && !read.since.has_value() && !read.until.has_value())
    scan_name(noun, read);
  if (!read.since.has_value() && !read.until.has_value()) scan_beside(match, region, read);
  RelationTimes times{read.since, read.until, read.lasting || read.since.has_value() || read.until.has_value()};
  const RelationFrame& frame = *match.frame;
  const bool begins = frame.starts || knowledge_.in_set("relation_beginning", tree_.lemma(root));
  const bool ends = frame.ends || knowledge_.in_set("relation_ending", tree_.lemma(root));
  std::optional<DateInterval> at = read.at;
  if (!at.has_value() && (frame.starts || frame.ends)) {
    at = dates_.read(root, false);
    if (!at.has_value() && tree_.is(root, "conj")) at = dates_.read(tree_.head(root), false);
    if (at.has_value() && !at->to.has_value()) at->to = at->from;
  }
  if (frame.ends && times.since.has_value() && !times.until.has_value()) std::swap(times.since, times.until);
  if (!at.has_value()) return times;
  if (ends) {
    if (!times.until.has_value()) times.until = at;
  } else if (begins) {
    if (!times.since.has_value()) times.since = at;
  } else if ((was || had_been(root)) && !times.since.has_value() && !times.until.has_value()) {
    times.since = times.until = at;
  }
  return times;
}

}  // namespace entente

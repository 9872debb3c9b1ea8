#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <variant>

#include "entente/lexicon.h"
#include "knowledge/knowledge.h"

namespace entente {
namespace {

bool wanted(const Frame& frame, const std::vector<std::string>& only) {
  return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& part) {
           return frame.name.find(part) != std::string::npos || frame.place.find(part) != std::string::npos;
         });
}

std::string shown(const std::vector<Actor>& actors) {
  std::string text;
  for (const Actor& actor : actors) {
    text += text.empty() ? "" : ", ";
    text += actor.code.value_or(actor.name) + (actor.sector.has_value() ? " " + *actor.sector : "");
  }
  return text.empty() ? "-" : text;
}

std::string shown(const Event& event) {
  std::string text = event.type + (event.mode.has_value() ? "/" + *event.mode : "") + " " + shown(event.actor);
  if (!event.reciprocal) text += " > " + shown(event.recipient);
  if (event.status != "actual") text += " " + event.status;
  for (const auto& reason : event.why) text += " [" + reason.rule.substr(reason.rule.find(':') + 1) + "]";
  return text;
}

std::string shown(const std::vector<Record>& records) {
  std::string text;
  for (const Record& record : records) {
    if (const auto* event = std::get_if<Event>(&record)) text += (text.empty() ? "" : "; ") + shown(*event);
  }
  return text.empty() ? "nothing" : text;
}

bool fires(const std::vector<Record>& records, const std::string& rule) {
  return std::any_of(records.begin(), records.end(), [&](const Record& record) {
    const auto* event = std::get_if<Event>(&record);
    return event != nullptr &&
           std::any_of(event->why.begin(), event->why.end(), [&](const auto& reason) { return reason.rule == rule; });
  });
}

Result<std::vector<Record>> code_example(const Engine& engine, const std::string& id, const std::string& sentence) {
  Article article;
  article.id = id;
  article.text = sentence;
  article.language = "en";
  return engine.code(article);
}

// An idiom whose example tells an act all the same, of a type that it denies.
Status check_idioms(const Knowledge& knowledge, const Engine& engine, const std::vector<std::string>& only,
                    LexiconReport& report) {
  for (const Idiom& idiom : knowledge.idioms) {
    const std::string name = idiom.lemmas.empty() ? "*" : idiom.lemmas.front();
    const bool asked = only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& part) {
                         return idiom.place.find(part) != std::string::npos;
                       });
    if (!asked) continue;
    ENTENTE_TRY(const std::vector<Record> records, code_example(engine, idiom.place, idiom.example));
    ++report.examples;
    report.run.push_back({idiom.place, idiom.example, shown(records)});
    const bool told = std::any_of(records.begin(), records.end(), [&](const Record& record) {
      const auto* event = std::get_if<Event>(&record);
      return event != nullptr && idiom.denies(event->type);
    });
    if (told)
      report.findings.push_back({LexiconFinding::Kind::kSilent, idiom.place, name,
                                 "does not hold on its example \"" + idiom.example + "\": " + shown(records)});
  }
  return Unit{};
}

// What a condition asks for, so that two of them can be compared.
std::string key_of(const Condition& condition) {
  std::string key = condition.absent ? "!" : "";
  for (const SlotPath& path : condition.paths) {
    for (const std::string& slot : path) key += slot + ".";
    key += ",";
  }
  key += std::to_string(static_cast<int>(condition.test));
  for (const std::string& lemma : condition.lemmas) key += "," + lemma;
  return key;
}

std::string key_of(const std::vector<Condition>& where) {
  std::vector<std::string> keys;
  keys.reserve(where.size());
  for (const Condition& condition : where) keys.push_back(key_of(condition));
  std::sort(keys.begin(), keys.end());
  std::string key;
  for (const std::string& each : keys) key += each + ";";
  return key;
}

// Two frames of one lemma that ask for exactly the same: the later never wins.
void find_overlaps(const Knowledge& knowledge, const std::vector<std::string>& only, LexiconReport& report) {
  std::vector<std::string> keys;
  for (const Frame& frame : knowledge.frames) keys.push_back(key_of(frame.where));
  for (const auto* index : {&knowledge.verb_frames, &knowledge.noun_frames, &knowledge.adjective_frames}) {
    const std::map<std::string, std::vector<std::int32_t>> sorted(index->begin(), index->end());
    for (const auto& [lemma, frames] : sorted) {
      for (std::size_t i = 0; i < frames.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          const Frame& first = knowledge.frames[static_cast<std::size_t>(frames[j])];
          const Frame& later = knowledge.frames[static_cast<std::size_t>(frames[i])];
          if (keys[static_cast<std::size_t>(frames[i])] != keys[static_cast<std::size_t>(frames[j])]) continue;
          if (!wanted(first, only) && !wanted(later, only)) continue;
          report.findings.push_back({LexiconFinding::Kind::kOverlap, later.place, later.name,
                                     "'" + lemma + "' asks for the same as " + first.name + " (" + first.place + ", " +
                                         first.type + "), which stands before it"});
        }
      }
    }
  }
}

}  // namespace

Result<LexiconReport> check_lexicon(const EngineConfig& config, const std::vector<std::string>& only) {
  ENTENTE_TRY(const auto knowledge, Knowledge::load(config.knowledge_path));
  ENTENTE_TRY(const auto engine, Engine::load(config));
  LexiconReport report;
  std::set<std::string> types;
  std::set<std::string> modes;
  std::set<std::string> codes;
  for (const Frame& frame : knowledge->frames) {
    ++report.frames;
    types.insert(frame.type);
    if (!frame.mode.empty()) modes.insert(frame.type + "/" + frame.mode);
    if (!frame.cameo.empty()) codes.insert(frame.cameo);
    if (!wanted(frame, only) || frame.open) continue;
    ENTENTE_TRY(const std::vector<Record> records, code_example(*engine, frame.name, frame.example));
    ++report.examples;
    report.run.push_back({frame.name, frame.example, shown(records)});
    if (fires(records, "lexicon:" + frame.name)) continue;
    report.findings.push_back({LexiconFinding::Kind::kSilent, frame.place, frame.name,
                               "does not win on its example \"" + frame.example + "\": " + shown(records)});
  }
  ENTENTE_CHECK_OK(check_idioms(*knowledge, *engine, only, report));
  report.types = static_cast<std::int64_t>(types.size());
  report.modes = static_cast<std::int64_t>(modes.size());
  report.cameo_codes = static_cast<std::int64_t>(codes.size());
  find_overlaps(*knowledge, only, report);
  return report;
}

}  // namespace entente

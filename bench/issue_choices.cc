// What the weights of issues are fitted to: for annotated articles, the choices that come up where the right ones are
// made, with what speaks for each option. For training/issue_weights.py.
//
//   entente_issue_choices MODEL KNOWLEDGE < annotated.jsonl > choices.jsonl
//
// A line is {"path": "...", "statements": [{"start": 12, "end": 80, "issue": 0}, ...]}: code points of contents, and
// the number of each one's issue.
#include <simdjson.h>

#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

#include "parse_file.h"
#include "statements/issues.h"

namespace entente {
namespace {

struct Annotated {
  CodePointSpan content;
  std::int32_t issue = -1;
};

std::int32_t shared(CodePointSpan a, CodePointSpan b) {
  return std::min(a.end, b.end).value - std::max(a.begin, b.begin).value;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
  }
  return out + "\"";
}

void write(const std::vector<IssueChoices::Choice>& choices) {
  std::cout << "[";
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const IssueChoices::Choice& choice = choices[i];
    std::cout << (i > 0 ? "," : "") << R"({"issue":)" << choice.issue << R"(,"members":)" << choice.members
              << R"(,"options":[)";
    for (std::size_t o = 0; o < choice.options.size(); ++o) {
      const IssueChoices::Option& option = choice.options[o];
      std::cout << (o > 0 ? "," : "") << R"({"right":)" << (option.right ? "true" : "false") << R"(,"label":)"
                << quoted(option.label) << R"(,"id":)" << quoted(option.id) << R"(,"said":[)";
      for (std::size_t f = 0; f < option.said.size(); ++f) {
        std::cout << (f > 0 ? "," : "") << "[" << quoted(option.said[f].first) << "," << option.said[f].second << "]";
      }
      std::cout << "]}";
    }
    std::cout << "]}";
  }
  std::cout << "]";
}

int fail(const Error& error) {
  std::cerr << error.to_string() << '\n';
  return 1;
}

Status list(const Engine& engine, const Knowledge& knowledge, const simdjson::dom::element& line) {
  const std::string path(line["path"].get_string().value());
  std::vector<Annotated> annotated;
  for (const simdjson::dom::element each : line["statements"]) {
    annotated.push_back({{CodePointOffset{static_cast<std::int32_t>(each["start"].get_int64().value())},
                          CodePointOffset{static_cast<std::int32_t>(each["end"].get_int64().value())}},
                         static_cast<std::int32_t>(each["issue"].get_int64().value())});
  }
  ENTENTE_TRY(const ParsedDocument parsed, parse_file(engine, path));
  const Tree tree(parsed, &knowledge);
  const ActorFinder actors(tree, knowledge);
  const Clauses clauses(tree);
  const std::vector<FoundStatement> found = find_statements(tree, knowledge, actors, clauses);
  std::vector<std::int32_t> issues;
  for (const FoundStatement& statement : found) {
    const CodePointSpan own = statement.statement.content.span;
    issues.push_back(-1);
    for (const Annotated& each : annotated) {
      const std::int32_t both = 2 * shared(own, each.content);
      if (both >= own.size() && both >= each.content.size()) issues.back() = each.issue;
    }
  }
  const IssueChoices choices = list_issue_choices(tree, knowledge, found, issues);
  std::cout << R"({"path":)" << quoted(path) << R"(,"groups":)";
  write(choices.groups);
  std::cout << R"(,"labels":)";
  write(choices.labels);
  std::cout << "}\n";
  return Unit{};
}

int run(const char* model, const char* tables) {
  EngineConfig config;
  config.model_path = model;
  config.knowledge_path = tables;
  const auto engine = Engine::load(config);
  if (!engine) return fail(engine.error());
  const auto knowledge = Knowledge::load(tables);
  if (!knowledge) return fail(knowledge.error());
  simdjson::dom::parser parser;
  for (std::string line; std::getline(std::cin, line);) {
    simdjson::dom::element root;
    if (parser.parse(line).get(root) != simdjson::SUCCESS) return fail({ErrorCode::kBadFormat, "broken JSON", ""});
    if (const Status status = list(**engine, **knowledge, root); !status) return fail(status.error());
  }
  return 0;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: entente_issue_choices MODEL KNOWLEDGE < annotated.jsonl\n";
    return 2;
  }
  return entente::run(argv[1], argv[2]);
}

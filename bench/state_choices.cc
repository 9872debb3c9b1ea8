// What the weights of knowledge/actors/whose.tsv are fitted to: of each article the parties of events whose own words
// name no state, with what speaks for each state. For training/whose_weights.py.
//
//   entente_state_choices MODEL KNOWLEDGE FILE... > choices.jsonl
#include <cstdio>
#include <iostream>
#include <string>

#include "events/events.h"
#include "parse_file.h"

namespace entente {
namespace {

int fail(const Error& error) {
  std::cerr << error.to_string() << '\n';
  return 1;
}

void write(const Tree& tree, const StateChoice& choice) {
  const CodePointSpan trigger = tree.span(choice.trigger, choice.trigger);
  std::cout << R"({"trigger":)" << trigger.begin.value << R"(,"start":)" << choice.party.begin.value << R"(,"end":)"
            << choice.party.end.value << R"(,"options":[)";
  for (std::size_t o = 0; o < choice.options.size(); ++o) {
    const StateChooser::Option& option = choice.options[o];
    std::cout << (o > 0 ? "," : "") << R"({"state":")" << option.state << R"(","said":[)";
    for (std::size_t f = 0; f < option.said.size(); ++f)
      std::cout << (f > 0 ? "," : "") << R"([")" << option.said[f].first << R"(",)" << option.said[f].second << "]";
    std::cout << "]}";
  }
  std::cout << "]}";
}

Status list(const Engine& engine, const Knowledge& knowledge, const std::string& path) {
  ENTENTE_TRY(const ParsedDocument parsed, parse_file(engine, path));
  const Tree tree(parsed, &knowledge);
  const ActorFinder actors(tree, knowledge);
  const Clauses clauses(tree);
  std::cout << R"({"path":")" << path << R"(","choices":[)";
  bool first = true;
  for (const StateChoice& choice : list_state_choices(tree, knowledge, actors, clauses)) {
    std::cout << (first ? "" : ",");
    write(tree, choice);
    first = false;
  }
  std::cout << "]}\n";
  return Unit{};
}

int run(const std::vector<std::string>& args) {
  EngineConfig config;
  config.model_path = args[0];
  config.knowledge_path = args[1];
  const auto engine = Engine::load(config);
  if (!engine) return fail(engine.error());
  auto knowledge = Knowledge::load(args[1]);
  if (!knowledge) return fail(knowledge.error());
  Knowledge unweighted = **knowledge;
  unweighted.whose_weights.clear();
  for (std::size_t i = 2; i < args.size(); ++i) {
    if (const Status status = list(**engine, unweighted, args[i]); !status) return fail(status.error());
  }
  return 0;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: entente_state_choices MODEL KNOWLEDGE FILE...\n";
    return 2;
  }
  return entente::run({argv + 1, argv + argc});
}

// entente doctor: what is installed, and which parts are on.
#include <langinfo.h>
#include <sched.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include "commands.h"
#include "entente/components.h"
#include "entente/engine.h"
#include "entente/formats.h"
#include "flags.h"
#include "resources.h"
#include "settings.h"
#include "terminal.h"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;
using State = Component::State;

constexpr std::size_t kShownDigits = 12;  // of a checksum

struct DoctorFlags {
  EngineFlags engine;
  std::string format;
  std::string color = "auto";
};

std::size_t count_tables(const std::string& folder) {
  std::size_t tables = 0;
  std::error_code error;
  for (auto at = fs::recursive_directory_iterator(folder, error); !error && at != fs::end(at); at.increment(error))
    tables += at->path().extension() == ".tsv" ? 1 : 0;
  return tables;
}

std::size_t count_rows(const fs::path& table) {
  std::ifstream file(table);
  std::size_t rows = 0;
  for (std::string line; std::getline(file, line);) rows += !line.empty() && line.front() != '#' ? 1 : 0;
  return rows > 0 ? rows - 1 : 0;  // the first names the columns
}

Component towns(const std::string& knowledge) {
  const fs::path table = fs::path(knowledge) / "places" / "towns.tsv";
  const std::size_t rows = count_rows(table);
  if (rows == 0)
    return {"towns", "", table.string() + " is not there: tools/make_gazetteer.py writes it", State::kMissing};
  return {"towns", "", std::to_string(rows) + " towns", State::kOk};
}

void add_engine_parts(const EngineFlags& flags, std::vector<Component>& parts) {
  const Result<std::string> tables = find_tables(flags);
  const Result<EngineConfig> config = find_resources(flags);
  const Result<std::unique_ptr<Engine>> engine = load_engine(flags);
  if (!engine) {
    // Alone, the tables say whether the model or they are what is wrong.
    const Result<std::unique_ptr<Engine>> cutter = load_tokenizer(flags);
    if (cutter) {
      parts.push_back({"model", "", engine.error().to_string(), State::kMissing});
    } else {
      parts.push_back({"knowledge", "", cutter.error().to_string(), State::kMissing});
      return;
    }
    parts.push_back({"knowledge", (*cutter)->stamp().knowledge.substr(0, kShownDigits),
                     std::to_string(count_tables(*tables)) + " tables in " + *tables, State::kOk});
    parts.push_back(towns(*tables));
    return;
  }
  const EngineStamp& stamp = (*engine)->stamp();
  const std::string precision =
      (*engine)->int8() ? "int8 (the CPU has VNNI)" : "float32 (no VNNI in the CPU, or not asked for)";
  parts.push_back({"model", stamp.model.substr(0, kShownDigits), precision + ", " + config->model_path, State::kOk});
  parts.push_back({"knowledge", stamp.knowledge.substr(0, kShownDigits),
                   std::to_string(count_tables(*tables)) + " tables in " + *tables, State::kOk});
  parts.push_back(towns(*tables));
}

Component cores() {
  const int all = std::max(static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN)), 1);
  cpu_set_t allowed;
  const int usable = sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? CPU_COUNT(&allowed) : all;
  std::string detail = std::to_string(usable) + (usable == 1 ? " core" : " cores");
  if (all > usable) detail += " of " + std::to_string(all) + " may be used";
  return {"cores", "", detail, State::kOk};
}

Component memory() {
  const double bytes = static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
  const double free = static_cast<double>(sysconf(_SC_AVPHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
  constexpr double kGiB = 1024.0 * 1024.0 * 1024.0;
  constexpr double kLeast = 1.0;  // GiB: the model, the tables and a few long articles
  const auto shown = [](double gib) {
    const std::string tenths = std::to_string(std::lround(gib * 10));
    return (tenths.size() < 2 ? "0" : tenths.substr(0, tenths.size() - 1)) + "." + tenths.back();
  };
  return {"memory", "", shown(bytes / kGiB) + " GiB, " + shown(free / kGiB) + " free",
          bytes / kGiB < kLeast ? State::kMissing : State::kOk};
}

Component terminal() {
  std::setlocale(LC_CTYPE, "");
  const std::string encoding = nl_langinfo(CODESET);
  std::setlocale(LC_CTYPE, "C");  // as it was: nothing else goes by the locale
  std::string detail = "locale " + encoding;
  if (encoding != "UTF-8") detail += " (output is UTF-8 all the same)";
  detail += stdout_is_terminal() ? ", a terminal" : ", no terminal";
  return {"terminal", "", detail + (table_style("auto").color ? ", in colour" : ", no colour"),
          encoding == "UTF-8" ? State::kOk : State::kOptional};
}

Component settings(CLI::App& root) {
  const Result<Settings> read = Settings::load(root);
  if (!read) return {"settings", "", read.error().to_string(), State::kMissing};
  return read->path().empty() ? Component{"settings", "", "no file", State::kOptional}
                              : Component{"settings", "", read->path(), State::kOk};
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

// A line each: state, name, version, detail.
std::string table_of(const std::vector<Component>& parts, bool color) {
  std::string out;
  for (const Component& part : parts) {
    const char* hue = part.state == State::kOk ? "\x1b[32m" : part.state == State::kMissing ? "\x1b[1;31m" : "\x1b[2m";
    const std::string state = padded(component_state_name(part.state), 9);
    std::string line = padded(part.name, 11) + padded(part.version, 13) + " " + part.detail;
    line.resize(line.find_last_not_of(' ') + 1);
    out += color ? hue + state + "\x1b[0m" : state;
    out += " " + line + "\n";
  }
  return out;
}

ExitCode run(const DoctorFlags& flags, CLI::App& root) {
  std::vector<Component> parts = {{"entente", ENTENTE_VERSION, "", State::kOk}};
  add_engine_parts(flags.engine, parts);
  for (Component& part : components()) parts.push_back(std::move(part));
  parts.push_back(cores());
  parts.push_back(memory());
  parts.push_back(terminal());
  parts.push_back(settings(root));
  const bool table = format_of(flags.format) == "table";
  std::string out;
  if (table) out = table_of(parts, table_style(flags.color).color);
  for (const Component& part : parts) {
    if (!table) out += write_component_json(part);
  }
  const bool sound =
      std::none_of(parts.begin(), parts.end(), [](const Component& part) { return part.state == State::kMissing; });
  return put(out, sound ? kDone : kUnreadable);
}

}  // namespace

Run add_doctor(CLI::App& app) {
  auto flags = std::make_shared<DoctorFlags>();
  CLI::App& command = *app.add_subcommand("doctor", "What is installed, and which parts are on");
  command.footer(
      "  entente doctor                       a line each: ok, missing, or optional\n"
      "  entente doctor --format jsonl | jq -r 'select(.state == \"missing\").name'\n");
  add_choice(command, "--format", flags->format, {"jsonl", "table"},
             "jsonl or table; a table on a terminal, else JSONL");
  add_choice(command, "--color", flags->color, {"auto", "always", "never"},
             "auto, always or never; auto heeds NO_COLOR");
  add_engine(command, flags->engine);
  return [flags, &app] { return run(*flags, app); };
}

}  // namespace entente::cli

// Behaviour as text: each tests/cases/*.case is an article and the records that must come out of it.
//
//   entente_cases_test            compares
//   entente_cases_test --update   writes what comes out into the cases; read the difference before committing it
//
// The model is models/entente-syntax.safetensors, or what ENTENTE_MODEL names. The format: docs/formats/cases.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "entente/intake.h"
#include "shipped.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

const std::string kSource = ENTENTE_SOURCE_DIR;
constexpr const char* kRecords = "--- records\n";
constexpr const char* kText = "--- text\n";

struct Case {
  std::string head;  // comments and "key: value" lines, as written
  std::string published;
  std::string article;  // a file of the source tree instead of text
  std::string text;
  std::string records;
};

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

Case read_case(const fs::path& path) {
  Case found;
  const std::string bytes = read_all(path);
  const std::size_t records = bytes.find(kRecords);
  const std::size_t text = bytes.find(kText);
  found.head = bytes.substr(0, std::min(text, records));
  if (text != std::string::npos) {
    const std::size_t begin = text + std::string(kText).size();
    found.text = bytes.substr(begin, records == std::string::npos ? records : records - begin);
  }
  if (records != std::string::npos) found.records = bytes.substr(records + std::string(kRecords).size());
  std::istringstream lines(found.head);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("published: ")) found.published = line.substr(11);
    if (line.starts_with("article: ")) found.article = line.substr(9);
  }
  return found;
}

// Words of the article on the one line of a record.
std::string one_line(std::string words) {
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

std::string party(const Actor& actor) {
  return actor.code.value_or("?") + (actor.sector.has_value() ? "." + *actor.sector : "") + " " + actor.name;
}

std::string parties(const std::vector<Actor>& actors) {
  std::string line;
  for (const Actor& actor : actors) line += (line.empty() ? "" : ", ") + party(actor);
  return line;
}

std::string dates(const std::optional<DateInterval>& date) {
  if (!date.has_value()) return "no date";
  if (date->precision == "open") return "open: " + one_line(date->text);
  if (date->from == date->to) return date->from.value_or("");
  return date->from.value_or("") + ".." + date->to.value_or("");
}

std::string numbers(const Magnitude& magnitude) {
  std::string line;
  const auto add = [&](const char* name, const std::optional<std::int64_t>& value) {
    if (value.has_value()) line += " " + std::string(name) + "=" + std::to_string(*value);
  };
  add("killed", magnitude.killed);
  add("wounded", magnitude.wounded);
  add("arrested", magnitude.arrested);
  add("displaced", magnitude.displaced);
  add("crowd", magnitude.crowd);
  return line;
}

struct Line {
  const std::vector<Record>& all;

  std::string operator()(const Event& event) const {
    std::string line = event.type + (event.mode.has_value() ? "/" + *event.mode : "") + " " + event.cameo.value_or("-");
    line += " | " + parties(event.actor) + (event.reciprocal ? " <>" : " > " + parties(event.recipient));
    for (const OtherActor& other : event.others) line += ", " + other.role + " " + party(other.actor);
    line += " | " + event.status + " | " + dates(event.date);
    line += " | " + (event.place.has_value() ? event.place->name : std::string("-")) + numbers(event.magnitude);
    if (event.attributed_to.has_value()) line += " | by " + speaker_of(*event.attributed_to);
    return line + " | " + one_line(event.evidence.front().text);
  }

  std::string operator()(const Statement& statement) const {
    return "says " + statement.stance + " " + statement.manner + " | " +
           (statement.speaker.has_value() ? party(*statement.speaker) : std::string("?")) + " | " +
           one_line(statement.content.text);
  }

  std::string operator()(const Agreement& agreement) const {
    std::string line = "agreement " + agreement.form + " " + agreement.status + " | " + parties(agreement.parties);
    if (!agreement.brokers.empty()) line += " | through " + parties(agreement.brokers);
    line += " | " + one_line(agreement.title.value_or("-")) + " | " + dates(agreement.date);
    line += " | " + (agreement.place.has_value() ? agreement.place->name : std::string("-"));
    line += " | " + one_line(agreement.evidence.front().text);
    for (const Provision& provision : agreement.provisions) {
      line += "\n  " + provision.type + " " + provision.obligation + " | " + parties(provision.from) + " > ";
      line += parties(provision.to) + " | " + one_line(provision.quote.text);
      for (const Quote& condition : provision.conditions) line += " | on condition: " + one_line(condition.text);
    }
    return line;
  }

  std::string operator()(const Relation& relation) const {
    std::string line = relation.type + (relation.negated ? " negated" : "");
    line += " | " + (relation.a ? party(*relation.a) : "?") + (relation.directed ? " > " : " <> ");
    line += relation.b ? party(*relation.b) : "?";
    line += " | " + (relation.since ? dates(relation.since) : "-") + " until ";
    line += (relation.until ? dates(relation.until) : "-") + " | " + relation.trend.value_or("-");
    return line + " | " + one_line(relation.evidence.front().text);
  }

  std::string operator()(const Dispute& dispute) const {
    std::string line = "dispute";
    for (const DisputeSide& side : dispute.sides) {
      line += " | " + side.stance + " " + (side.speaker ? party(*side.speaker) : "the article");
      if (side.statement.has_value()) line += ": " + said_in(*side.statement);
    }
    return line;
  }

  std::string said_in(const std::string& id) const {
    for (const Record& record : all) {
      const auto* statement = std::get_if<Statement>(&record);
      if (statement != nullptr && statement->id == id) return one_line(statement->content.text);
    }
    return "an unknown statement";
  }

  std::string speaker_of(const std::string& id) const {
    for (const Record& record : all) {
      const auto* statement = std::get_if<Statement>(&record);
      if (statement != nullptr && statement->id == id && statement->speaker.has_value())
        return statement->speaker->name;
    }
    return "an unknown statement";
  }
};

class CaseTest : public ::testing::Test {
 public:
  CaseTest(fs::path path, bool update) : path_(std::move(path)), update_(update) {}
  static std::unique_ptr<Engine> engine;

  void TestBody() override {
    Case expected = read_case(path_);
    Result<Article> article = Error{ErrorCode::kEmpty, "no article was read", ""};
    const auto keep = [&](Result<Article> read) {
      article = std::move(read);
      return false;
    };
    if (!expected.article.empty()) {
      read_inputs({kSource + "/" + expected.article}, {}, keep);
    } else {
      IntakeOptions options;
      options.format = InputFormat::kText;
      read_bytes(expected.text, path_.filename().string(), options, keep);
    }
    ASSERT_TRUE(article.has_value()) << article.error().to_string();
    if (!expected.published.empty()) article->published = expected.published;
    const auto records = engine->code(*article);
    ASSERT_TRUE(records.has_value()) << records.error().to_string();
    std::string found;
    std::set<std::string> ids;
    for (const Record& record : *records) {
      const std::string& id = std::visit([](const auto& r) -> const std::string& { return r.id; }, record);
      EXPECT_TRUE(ids.insert(id).second) << "two records are called " << id;
      found += std::visit(Line{*records}, record) + "\n";
      check_spans(*article, record);
    }
    if (update_) {
      std::ofstream file(path_, std::ios::binary);
      file << expected.head << (expected.article.empty() ? kText + expected.text : "") << kRecords << found;
    } else {
      EXPECT_EQ(found, expected.records);
    }
  }

 private:
  // Evidence is verbatim: the text between its code points.
  static void check_spans(const Article& article, const Record& record) {
    const auto& evidence = std::visit([](const auto& r) -> const std::vector<Evidence>& { return r.evidence; }, record);
    ASSERT_FALSE(evidence.empty());
    for (const Evidence& e : evidence) {
      std::int32_t at = 0;
      std::string text;
      for (const char c : article.text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++at;
        if (at > e.span.begin.value && at <= e.span.end.value) text.push_back(c);
      }
      EXPECT_EQ(text, e.text);
    }
  }

  fs::path path_;
  bool update_;
};

std::unique_ptr<Engine> CaseTest::engine;

class FolderTest : public ::testing::Test {};
TEST_F(FolderTest, HoldsCases) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(kSource + "/tests/cases"))
    count += entry.path().extension() == ".case" ? 1U : 0U;
  EXPECT_GE(count, 15U);
}

int run(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  const bool update = argc > 1 && std::string(argv[1]) == "--update";
  auto engine = Engine::load(shipped_config());
  if (!engine.has_value()) {
    std::fprintf(stderr, "%s\n", engine.error().to_string().c_str());
    return EXIT_FAILURE;
  }
  CaseTest::engine = std::move(*engine);
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(kSource + "/tests/cases")) {
    if (entry.path().extension() == ".case") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path& path : paths) {
    ::testing::RegisterTest("Case", path.stem().string().c_str(), nullptr, nullptr, path.string().c_str(), 1,
                            [path, update]() -> ::testing::Test* { return new CaseTest(path, update); });
  }
  return RUN_ALL_TESTS();
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) { return entente::run(argc, argv); }

#include "syntax/parser.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "syntax/linear.h"
#include "syntax/shapes.h"
#include "syntax/test_model.h"
#include "syntax/test_reference.h"
#include "syntax/tree.h"
#include "syntax/wordpiece.h"

namespace entente {
namespace {

using Precision = EngineConfig::Precision;
using Words = std::vector<std::string>;

// A model file of this process alone: the same tests run side by side for other instruction sets.
class ModelFile {
 public:
  ModelFile(const std::string& name, const std::string& bytes)
      : path_(testing::TempDir() + "entente_" + name + "_" + std::to_string(::getpid()) + ".safetensors") {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~ModelFile() { std::remove(path_.c_str()); }
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::unique_ptr<Parser> load(Precision precision) {
  static const ModelFile kFile("parser_test", TestModel(5).bytes());
  Result<std::unique_ptr<Parser>> parser = Parser::load(kFile.path(), precision);
  EXPECT_TRUE(parser) << parser.error().to_string();
  return *std::move(parser);
}

std::vector<Precision> precisions() {
  return has_exact_int8() ? std::vector{Precision::kFloat32, Precision::kInt8} : std::vector{Precision::kFloat32};
}

Document document_of(const std::vector<Words>& sentences) {
  Document document;
  for (const Words& words : sentences) {
    const auto begin = static_cast<std::int32_t>(document.tokens.size());
    for (const std::string& word : words) {
      document.tokens.emplace_back();
      document.tokens.back().form = word;
    }
    document.sentences.emplace_back();
    document.sentences.back().tokens = {begin, static_cast<std::int32_t>(document.tokens.size())};
    document.sentences.back().starts_paragraph = true;
  }
  return document;
}

std::vector<Words> random_sentences(int count, int most_words, unsigned seed) {
  const Words words = {"The",    "minister", "signed",   "treaties", "in",         "Vaduz", ",",
                       "\u201c", "1992",     "unsigned", "NATO",     "na\u00efve", "."};
  std::mt19937 random(seed);
  std::vector<Words> sentences;
  for (int i = 0; i < count; ++i) {
    sentences.emplace_back();
    const auto length = 1 + random() % static_cast<unsigned>(most_words);
    while (sentences.back().size() < length) sentences.back().push_back(words[random() % words.size()]);
  }
  return sentences;
}

// Everything that was read of one sentence, with positions counted from its first word.
std::string written(const ParsedDocument& parsed, std::size_t sentence) {
  std::ostringstream out;
  out << std::hexfloat;
  const TokenSpan span = parsed.document.sentences[sentence].tokens;
  for (std::int32_t i = span.begin.value; i < span.end.value; ++i) {
    const Word& w = parsed.words[static_cast<std::size_t>(i)];
    const int head = w.head < 0 ? -1 : w.head - span.begin.value;
    out << w.upos << ' ' << w.xpos << ' ' << w.feats << ' ' << w.lemma << ' ' << head << ' ' << w.deprel << ' '
        << w.score << '\n';
  }
  const auto put = [&](TokenSpan tokens, const char* kind, float score) {
    if (span.contains(tokens))
      out << tokens.begin.value - span.begin.value << ' ' << tokens.size() << ' ' << kind << ' ' << score << '\n';
  };
  for (const Name& name : parsed.names) put(name.tokens, name_type_name(name.type), name.score);
  for (const AttributionSpan& part : parsed.attributions)
    put(part.tokens, attribution_role_name(part.role), part.score);
  return out.str();
}

TEST(Parser, ReadsWhatThePlainLoopsRead) {
  const std::string bytes = TestModel(5).bytes();
  const Result<SafeTensors> file = SafeTensors::parse(bytes, "f");
  ASSERT_TRUE(file);
  const Result<ModelWeights> model = read_model(*file, "f");
  ASSERT_TRUE(model);
  const Result<WordPiece> wordpiece = WordPiece::load(model->vocabulary_text, model->vocabulary, 4, "f");
  ASSERT_TRUE(wordpiece);
  const std::vector<Words> sentences = random_sentences(25, 9, 3);
  const ParsedDocument parsed = load(Precision::kFloat32)->parse(document_of(sentences));
  std::size_t token = 0;
  for (const Words& words : sentences) {
    std::vector<EncoderBatch::Row> rows = {{wordpiece->cls(), 0, -1}};
    std::vector<std::size_t> firsts = {0};
    ShapeReader shapes;
    for (const std::string& word : words) {
      firsts.push_back(rows.size());
      std::vector<std::int32_t> ids;
      wordpiece->cut(word, ids);
      const int shape = shapes.next(word);
      for (const std::int32_t id : ids) rows.push_back({id, static_cast<std::int32_t>(rows.size()), shape});
    }
    const reference::Matrix encoded = reference::encode(*model, rows);
    reference::Matrix vectors;
    for (const std::size_t first : firsts) vectors.push_back(encoded[first]);
    const reference::Matrix arcs = reference::arc_scores(*model, vectors);
    std::vector<float> scores;
    for (const auto& row : arcs) scores.insert(scores.end(), row.begin(), row.end());
    const std::vector<int> heads = best_tree(scores.data(), static_cast<int>(words.size()), words.size() + 1);
    const auto begin = static_cast<int>(token);
    for (std::size_t i = 0; i < words.size(); ++i, ++token) {
      const Word& word = parsed.words[token];
      ASSERT_EQ(word.head, heads[i] == 0 ? -1 : begin + heads[i] - 1) << token;
      const reference::Row tags = reference::linear(model->tags, vectors[i + 1]);
      EXPECT_EQ(word.upos, model->config.groups[0][static_cast<std::size_t>(reference::largest(tags, 0, 4))]);
      EXPECT_EQ(word.xpos, model->config.groups[1][static_cast<std::size_t>(reference::largest(tags, 4, 3))]);
      EXPECT_EQ(word.feats, model->config.groups[2][static_cast<std::size_t>(reference::largest(tags, 7, 3))]);
      reference::Row relations =
          reference::relation_scores(*model, vectors[i + 1], vectors[static_cast<std::size_t>(heads[i])]);
      relations[1] = -1e9;  // root
      EXPECT_EQ(word.deprel,
                heads[i] == 0 ? "root"
                              : model->config.deprels[static_cast<std::size_t>(reference::largest(relations, 0, 4))]);
    }
  }
}

TEST(Parser, MakesOneTreeASentence) {
  for (const Precision precision : precisions()) {
    const ParsedDocument parsed = load(precision)->parse(document_of(random_sentences(60, 12, 1)));
    ASSERT_EQ(parsed.words.size(), parsed.document.tokens.size());
    for (const Sentence& sentence : parsed.document.sentences) {
      int roots = 0;
      for (auto i = sentence.tokens.begin.value; i < sentence.tokens.end.value; ++i) {
        const Word& word = parsed.words[static_cast<std::size_t>(i)];
        EXPECT_EQ(word.head < 0, word.deprel == "root");
        EXPECT_TRUE(word.head < 0 || sentence.tokens.contains(TokenOffset{word.head}));
        EXPECT_NE(word.head, i);
        EXPECT_GE(word.score, 0.0F);
        EXPECT_LE(word.score, 1.0F);
        roots += word.head < 0 ? 1 : 0;
      }
      EXPECT_EQ(roots, 1);
    }
  }
}

TEST(Parser, ASentenceIsTheSameInEveryDocument) {
  for (const Precision precision : precisions()) {
    const std::unique_ptr<Parser> parser = load(precision);
    std::vector<Words> sentences = random_sentences(150, 14, 2);
    const ParsedDocument together = parser->parse(document_of(sentences));
    for (std::size_t i = 0; i < sentences.size(); i += 7) {
      const ParsedDocument alone = parser->parse(document_of({sentences[i]}));
      ASSERT_EQ(written(alone, 0), written(together, i)) << i;
    }
    std::reverse(sentences.begin(), sentences.end());
    const ParsedDocument reversed = parser->parse(document_of(sentences));
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      ASSERT_EQ(written(reversed, i), written(together, sentences.size() - 1 - i)) << i;
    }
  }
}

TEST(Parser, ThreadsChangeNothing) {
  const std::unique_ptr<Parser> parser = load(Precision::kAuto);
  const Document document = document_of(random_sentences(40, 14, 4));
  const auto all = [](const ParsedDocument& parsed) {
    std::string out;
    for (std::size_t i = 0; i < parsed.document.sentences.size(); ++i) out += written(parsed, i);
    return out;
  };
  const std::string expected = all(parser->parse(document));
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& result : found) {
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i) result = all(parser->parse(document));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : found) EXPECT_EQ(result, expected);
}

TEST(Parser, Int8IsCloseToFloat) {
  if (!has_exact_int8()) GTEST_SKIP() << "this CPU has no VNNI";
  const Document document = document_of(random_sentences(200, 14, 6));
  const ParsedDocument exact = load(Precision::kFloat32)->parse(document);
  const ParsedDocument quick = load(Precision::kInt8)->parse(document);
  double same = 0;
  double difference = 0;
  for (std::size_t i = 0; i < exact.words.size(); ++i) {
    same += exact.words[i].upos == quick.words[i].upos ? 1 : 0;
    difference += static_cast<double>(std::fabs(exact.words[i].score - quick.words[i].score));
  }
  const auto words = static_cast<double>(exact.words.size());
  EXPECT_GT(same / words, 0.95);
  EXPECT_LT(difference / words, 0.05);
  EXPECT_GT(difference, 0.0) << "the two precisions must not be the same code";
}

TEST(Parser, CutsLongSentencesIntoWindows) {
  const std::unique_ptr<Parser> parser = load(Precision::kAuto);
  Words words;
  for (int i = 0; i < 2000; ++i) words.push_back(i % 10 == 9 ? "," : "treaty");
  const ParsedDocument parsed = parser->parse(document_of({words, {"the", "end"}}));
  std::vector<int> attached;
  int root = -1;
  for (int i = 0; i < 2000; ++i) {
    const Word& word = parsed.words[static_cast<std::size_t>(i)];
    if (word.head < 0) {
      EXPECT_EQ(root, -1);
      root = i;
    } else if (word.deprel == "parataxis") {
      attached.push_back(i);
      EXPECT_EQ(word.head, root);
    }
  }
  // 40 positions, one of them for [CLS]: 39 words a window.
  EXPECT_LT(root, 39);
  ASSERT_EQ(attached.size(), 2000U / 39);
  for (std::size_t i = 0; i < attached.size(); ++i) EXPECT_EQ(attached[i] / 39, static_cast<int>(i) + 1);
  const ParsedDocument short_one = parser->parse(document_of({{"the", "end"}}));
  EXPECT_EQ(written(parsed, 1), written(short_one, 0));
}

TEST(Parser, TakesOddDocuments) {
  const std::unique_ptr<Parser> parser = load(Precision::kAuto);
  EXPECT_TRUE(parser->parse(Document()).words.empty());
  Document document = document_of({{"", "\xff", std::string(100000, 'a'), "\x01"}});
  document.sentences.emplace_back();                   // empty
  document.sentences.emplace_back().tokens = {2, 40};  // past the end
  const ParsedDocument parsed = parser->parse(document);
  ASSERT_EQ(parsed.words.size(), 4U);
  for (const Word& word : parsed.words) EXPECT_FALSE(word.upos.empty());
}

TEST(Parser, SaysWhatIsWrongWithAFile) {
  const auto error = [](const std::string& name, const std::string& bytes) {
    const ModelFile file(name, bytes);
    const auto parser = Parser::load(file.path(), Precision::kAuto);
    return parser ? Error{ErrorCode::kInternal, "no error", ""} : parser.error();
  };
  const std::string bytes = TestModel(5).bytes();
  std::string flipped = bytes;
  flipped[bytes.size() - 100] ^= 1;
  EXPECT_EQ(error("flipped", flipped).message, "the checksum is not that of the file: it is damaged, fetch it again");
  EXPECT_EQ(error("cut", bytes.substr(0, bytes.size() / 2)).code, ErrorCode::kBadModel);
  EXPECT_EQ(error("none", "").code, ErrorCode::kEmpty);
  const auto missing = Parser::load("/nowhere/model.safetensors", Precision::kAuto);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  TestModel kinds(5);
  std::string& config = kinds.metadata["config"];
  config.replace(config.find("B-EVT"), 5, "B-XYZ");
  EXPECT_EQ(error("kinds", kinds.bytes()).message, "\"XYZ\" is no type of names");
}

std::unique_ptr<Parser> load_with_events(Precision precision) {
  TestModel parts(5);
  parts.add_events(1, 1);
  const ModelFile file("parser_test_events", parts.bytes());
  Result<std::unique_ptr<Parser>> parser = Parser::load(file.path(), precision);
  EXPECT_TRUE(parser) << parser.error().to_string();
  return *std::move(parser);
}

// Scores of the types of a sentence's words.
std::vector<float> event_scores(const ParsedDocument& parsed, std::size_t sentence) {
  const TokenSpan span = parsed.document.sentences[sentence].tokens;
  const auto types = static_cast<std::int32_t>(parsed.events.types.size());
  const auto begin = parsed.events.scores.begin();
  return {begin + span.begin.value * types, begin + span.end.value * types};
}

TEST(Parser, EventScoresOfASentenceAreTheSameInEveryDocument) {
  for (const Precision precision : precisions()) {
    const std::unique_ptr<Parser> parser = load_with_events(precision);
    std::vector<Words> sentences = random_sentences(90, 14, 2);
    const ParsedDocument together = parser->parse(document_of(sentences));
    ASSERT_EQ(together.events.types, (std::vector<std::string>{"none", "AGREE"}));
    ASSERT_EQ(together.events.scores.size(), 2 * together.words.size());
    for (std::size_t i = 0; i < together.words.size(); ++i)
      ASSERT_NEAR(together.events.scores[2 * i] + together.events.scores[2 * i + 1], 1, 1e-5) << i;
    for (std::size_t i = 0; i < sentences.size(); i += 5) {
      const ParsedDocument alone = parser->parse(document_of({sentences[i]}));
      ASSERT_EQ(event_scores(alone, 0), event_scores(together, i)) << i;
    }
    // The branch changes nothing of the tree.
    const ParsedDocument plain = load(precision)->parse(document_of(sentences));
    EXPECT_TRUE(plain.events.types.empty() && plain.events.scores.empty());
    for (std::size_t i = 0; i < sentences.size(); ++i) ASSERT_EQ(written(plain, i), written(together, i)) << i;
  }
}

TEST(Parser, LinksEveryCueWithinItsSentence) {
  TestModel parts(5);
  parts.add_events(1, 1);
  parts.add_attribution(16, 3);
  const ModelFile file("parser_test_attribution", parts.bytes());
  for (const Precision precision : precisions()) {
    const Result<std::unique_ptr<Parser>> parser = Parser::load(file.path(), precision);
    ASSERT_TRUE(parser) << parser.error().to_string();
    const std::vector<Words> sentences = random_sentences(60, 14, 2);
    const ParsedDocument together = (*parser)->parse(document_of(sentences));
    std::vector<TokenSpan> cues;
    for (const AttributionSpan& span : together.attributions) {
      if (span.role == AttributionRole::kCue) cues.push_back(span.tokens);
    }
    ASSERT_FALSE(cues.empty());
    ASSERT_EQ(together.linked.size(), cues.size());
    std::size_t linked = 0;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const TokenSpan sentence = together.document.sentences[i].tokens;
      const ParsedDocument alone = (*parser)->parse(document_of({sentences[i]}));
      for (const Attribution& expected : alone.linked) {
        const Attribution& found = together.linked[linked];
        EXPECT_EQ(found.cue, std::vector<TokenSpan>{cues[linked++]});
        EXPECT_EQ(found.score, expected.score);
        EXPECT_TRUE(found.score >= 0 && found.score <= 1);
        ASSERT_EQ(found.source.size(), expected.source.size());
        ASSERT_EQ(found.content.size(), expected.content.size());
        for (const TokenSpan span : found.content) EXPECT_TRUE(sentence.contains(span) && !span.empty());
        for (const TokenSpan span : found.source) EXPECT_TRUE(sentence.contains(span) && !span.empty());
      }
    }
    EXPECT_EQ(linked, together.linked.size());
  }
  EXPECT_TRUE(load_with_events(Precision::kFloat32)->parse(document_of({{"talk"}})).linked.empty());
}

TEST(Parser, ReadsWhatIsBetweenAPair) {
  const std::unique_ptr<Parser> parser = load_with_events(Precision::kFloat32);
  Document document = document_of({{"The", "minister", "signed"}, {"the", "treaty"}});
  std::int32_t at = 0;
  for (Token& token : document.tokens) {
    token.span = {at, at + static_cast<std::int32_t>(token.form.size())};
    at = token.span.end.value + 1;
  }
  const ParsedDocument parsed = parser->parse(document);
  const auto read = [&](CodePointSpan source, CodePointSpan target) {
    const auto roots = parser->read_pair(parsed, source, target);
    EXPECT_EQ(roots.size(), 3U);
    float sum = 0;
    for (const auto& [root, score] : roots) sum += score;
    EXPECT_NEAR(sum, 1, 1e-5);
    return roots;
  };
  const auto both = read({4, 12}, {24, 30});
  EXPECT_EQ(both, read({4, 12}, {24, 30}));
  EXPECT_NE(both, read({24, 30}, {4, 12}));
  EXPECT_NE(both, read({4, 12}, {0, 0}));
  // No word there: nobody is meant, wherever the span lies.
  EXPECT_EQ(read({4, 12}, {0, 0}), read({4, 12}, {1000, 2000}));
  EXPECT_TRUE(load(Precision::kFloat32)->read_pair(parsed, {4, 12}, {24, 30}).empty());
  EXPECT_TRUE(parser->read_pair(ParsedDocument(), {4, 12}, {24, 30}).empty());
}

TEST(Parser, KnowsItsChecksumAndPrecision) {
  const std::unique_ptr<Parser> parser = load(Precision::kFloat32);
  EXPECT_FALSE(parser->int8());
  EXPECT_EQ(parser->checksum().size(), 64U);
  EXPECT_EQ(load(Precision::kAuto)->int8(), has_exact_int8());
  EXPECT_EQ(load(Precision::kAuto)->checksum(), parser->checksum());
}

}  // namespace
}  // namespace entente

#include "syntax/encoder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "syntax/test_model.h"
#include "syntax/test_reference.h"

namespace entente {
namespace {

std::vector<LinearWeights> random_layers(int in, const std::vector<int>& outs,
                                         std::vector<std::vector<std::int8_t>>& storage) {
  std::mt19937 random(4);
  std::vector<LinearWeights> layers;
  for (const int out : outs) {
    storage.emplace_back(static_cast<std::size_t>(in) * static_cast<std::size_t>(out));
    for (std::int8_t& value : storage.back()) value = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    const auto size = static_cast<std::size_t>(out);
    layers.push_back({out, in, storage.back().data(), std::vector<float>(size, 0.5F), std::vector<float>(size, 0.0F)});
  }
  return layers;
}

TEST(Linear, Int8SumsAreExactForAnyNumberOfRows) {
  if (!has_exact_int8()) GTEST_SKIP() << "this CPU has no VNNI";
  const SingleThread single_thread;
  std::vector<std::vector<std::int8_t>> storage;
  const std::vector<LinearWeights> parts = random_layers(48, {33, 70}, storage);
  LinearFactory factory(true);
  const Result<Linear> linear = factory.make({&parts[0], &parts[1]});
  ASSERT_TRUE(linear) << linear.error().to_string();
  ASSERT_GE(linear->width(), 103);
  std::mt19937 random(8);
  std::vector<std::uint8_t> input(256 * 48);
  for (std::uint8_t& value : input) value = static_cast<std::uint8_t>(random());
  Linear::Scratch scratch;
  for (const int rows : {1, 15, 16, 17, 63, 64, 65, 130}) {
    std::vector<std::int32_t> sums(256 * static_cast<std::size_t>(linear->width()), -1);
    linear->run(input.data(), rows, sums.data(), scratch);
    for (std::size_t r = 0; r < static_cast<std::size_t>(rows); ++r) {
      for (std::size_t o = 0; o < 103; ++o) {
        const std::int8_t* weight = o < 33 ? &storage[0][o * 48] : &storage[1][(o - 33) * 48];
        std::int32_t exact = 0;
        std::int32_t zero = 0;
        for (std::size_t i = 0; i < 48; ++i) {
          exact += input[r * 48 + i] * weight[i];
          zero += 128 * weight[i];
        }
        ASSERT_EQ(sums[r * static_cast<std::size_t>(linear->width()) + o], exact) << rows;
        ASSERT_EQ(linear->epilogue().zero[o], zero);
      }
    }
  }
}

TEST(Linear, AFloatRowIsTheSameInEveryPlace) {
  const SingleThread single_thread;
  std::vector<std::vector<std::int8_t>> storage;
  const std::vector<LinearWeights> parts = random_layers(80, {100}, storage);
  LinearFactory factory(false);
  const Result<Linear> linear = factory.make({&parts[0]});
  ASSERT_TRUE(linear) << linear.error().to_string();
  std::mt19937 random(8);
  std::vector<float> row(80);
  for (float& value : row) value = static_cast<float>(random() % 1000) / 377.0F - 1.0F;
  std::vector<float> input;
  for (int i = 0; i < 2 * kRowStep; ++i) input.insert(input.end(), row.begin(), row.end());
  const auto width = static_cast<std::size_t>(linear->width());
  std::vector<float> sums(2 * kRowStep * width);
  Linear::Scratch scratch;
  linear->run(input.data(), kRowStep + 1, sums.data(), scratch);
  for (std::size_t o = 0; o < 100; ++o) {
    double expected = 0;
    for (std::size_t i = 0; i < 80; ++i) expected += 0.5 * storage[0][o * 80 + i] * static_cast<double>(row[i]);
    ASSERT_NEAR(sums[o], expected, 1e-2);
  }
  for (std::size_t r = 1; r <= kRowStep; ++r)
    ASSERT_EQ(std::memcmp(&sums[0], &sums[r * width], 100 * sizeof(float)), 0) << r;
}

// A model with its weights, in memory.
struct Loaded {
  explicit Loaded(const TestModel& model) : bytes(model.bytes()) {
    Result<SafeTensors> file = SafeTensors::parse(bytes, "f");
    EXPECT_TRUE(file) << file.error().to_string();
    Result<ModelWeights> read = read_model(*file, "f");
    EXPECT_TRUE(read) << read.error().to_string();
    weights = *std::move(read);
  }
  std::string bytes;
  ModelWeights weights;
};

std::vector<EncoderBatch::Row> random_sentence(int rows, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<EncoderBatch::Row> out = {{1, 0, -1}};
  for (int i = 1; i < rows; ++i) out.push_back({static_cast<int>(random() % 60), i, static_cast<int>(random() % 32)});
  return out;
}

void add(EncoderBatch& batch, const std::vector<EncoderBatch::Row>& rows, const std::vector<int>& wanted) {
  EncoderBatch::Part part;
  part.begin = static_cast<int>(batch.rows.size());
  part.wanted_begin = static_cast<int>(batch.wanted.size());
  batch.rows.insert(batch.rows.end(), rows.begin(), rows.end());
  batch.wanted.insert(batch.wanted.end(), wanted.begin(), wanted.end());
  part.end = static_cast<int>(batch.rows.size());
  part.wanted_end = static_cast<int>(batch.wanted.size());
  batch.parts.push_back(part);
}

// Of the vectors of each sentence's wanted rows, one after the other, to what the reference makes of them.
double relative_error(const float* vectors, const ModelWeights& weights,
                      const std::vector<std::vector<EncoderBatch::Row>>& sentences, const std::vector<int>& wanted) {
  double error = 0;
  double size = 0;
  for (const auto& sentence : sentences) {
    const reference::Matrix expected = reference::encode(weights, sentence);
    for (const int row : wanted) {
      for (const double value : expected[static_cast<std::size_t>(row)]) {
        const double difference = static_cast<double>(*vectors++) - value;
        error += difference * difference;
        size += value * value;
      }
    }
  }
  return std::sqrt(error / size);
}

class EachPrecision : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (GetParam() && !has_exact_int8()) GTEST_SKIP() << "this CPU has no VNNI";
  }
};

TEST_P(EachPrecision, GivesTheVectorsOfThePlainLoops) {
  const SingleThread single_thread;
  const bool int8 = GetParam();
  const Loaded model(TestModel(2, {48, 3, 3, 80, 40, 32, 16}));
  LinearFactory factory(int8);
  const Result<Encoder> encoder = Encoder::make(model.weights, factory, kernels(best_kernel_set(), int8));
  ASSERT_TRUE(encoder) << encoder.error().to_string();
  Encoder::Workspace workspace;
  std::vector<std::vector<EncoderBatch::Row>> sentences;
  const std::vector<int> wanted = {0, 1, 3};
  for (int i = 0; i < 9; ++i) {
    sentences.push_back(random_sentence(4 + 4 * i, static_cast<unsigned>(i)));
    add(workspace.batch, sentences.back(), wanted);
  }
  const float* vectors = encoder->run(workspace);
  EXPECT_LT(relative_error(vectors, model.weights, sentences, wanted), int8 ? 0.05 : 1e-5);
}

TEST_P(EachPrecision, ASentenceIsTheSameInEveryBatch) {
  const SingleThread single_thread;
  const bool int8 = GetParam();
  const Loaded model(TestModel(3));
  LinearFactory factory(int8);
  const Result<Encoder> encoder = Encoder::make(model.weights, factory, kernels(best_kernel_set(), int8));
  ASSERT_TRUE(encoder) << encoder.error().to_string();
  const std::vector<EncoderBatch::Row> sentence = random_sentence(21, 77);
  const std::vector<int> wanted = {0, 2, 5, 20};
  const std::size_t bytes = wanted.size() * static_cast<std::size_t>(model.weights.config.hidden) * sizeof(float);
  std::string alone;
  for (int before = 0; before < 12; ++before) {
    Encoder::Workspace workspace;
    for (int i = 0; i < before; ++i) add(workspace.batch, random_sentence(1 + 3 * i, static_cast<unsigned>(i)), {0});
    add(workspace.batch, sentence, wanted);
    for (int i = 0; i < 11 - before; ++i) add(workspace.batch, random_sentence(9, 50), {0, 1});
    const float* vectors = encoder->run(workspace) + before * model.weights.config.hidden;
    const std::string found(reinterpret_cast<const char*>(vectors), bytes);
    if (before == 0) alone = found;
    ASSERT_EQ(found, alone) << before;
  }
}

// The branch begins with the output of layer `from`: with the main layers' weights it is the main encoder again.
TEST_P(EachPrecision, ABranchOfTheSameWeightsGivesTheSameVectors) {
  const SingleThread single_thread;
  const bool int8 = GetParam();
  const std::vector<int> wanted = {0, 2, 5};
  for (int from = 0; from < 3; ++from) {
    TestModel parts(7, {48, 3, 3, 80, 40, 32, 16});
    parts.add_events(from, 3 - from);
    for (int i = from; i < 3; ++i) parts.copy_layer(i, i - from);
    const Loaded model(parts);
    LinearFactory factory(int8);
    const Result<Encoder> encoder = Encoder::make(model.weights, factory, kernels(best_kernel_set(), int8));
    ASSERT_TRUE(encoder) << encoder.error().to_string();
    ASSERT_TRUE(encoder->has_branch());
    Encoder::Workspace workspace;
    for (int i = 0; i < 7; ++i) add(workspace.batch, random_sentence(6 + 4 * i, static_cast<unsigned>(i)), wanted);
    const std::size_t bytes = 7 * wanted.size() * 48 * sizeof(float);
    const std::string main(reinterpret_cast<const char*>(encoder->run(workspace)), bytes);
    const std::string branch(reinterpret_cast<const char*>(encoder->run_branch(workspace)), bytes);
    EXPECT_EQ(main, branch) << from;
    // The branch may be read again, and leaves the main vectors of the next run as they were.
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(encoder->run_branch(workspace)), bytes), branch);
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(encoder->run(workspace)), bytes), main);
  }
}

TEST_P(EachPrecision, ABranchOfOtherWeightsGivesTheVectorsOfThePlainLoops) {
  const SingleThread single_thread;
  const bool int8 = GetParam();
  TestModel parts(8, {48, 3, 3, 80, 40, 32, 16});
  parts.add_events(1, 1);
  const Loaded model(parts);
  LinearFactory factory(int8);
  const Result<Encoder> encoder = Encoder::make(model.weights, factory, kernels(best_kernel_set(), int8));
  ASSERT_TRUE(encoder) << encoder.error().to_string();
  // What the branch should be: the first main layer, then its own.
  ModelWeights same = model.weights;
  same.layers = {model.weights.layers[0], model.weights.events->layers[0]};
  Encoder::Workspace workspace;
  const std::vector<int> wanted = {0, 3};
  std::vector<std::vector<EncoderBatch::Row>> sentences;
  for (int i = 0; i < 5; ++i) {
    sentences.push_back(random_sentence(4 + 7 * i, static_cast<unsigned>(i)));
    add(workspace.batch, sentences.back(), wanted);
  }
  static_cast<void>(encoder->run(workspace));
  const float* vectors = encoder->run_branch(workspace);
  EXPECT_LT(relative_error(vectors, same, sentences, wanted), int8 ? 0.05 : 1e-5);
}

TEST_P(EachPrecision, TheBranchReadsASentenceTheSameInEveryBatch) {
  const SingleThread single_thread;
  const bool int8 = GetParam();
  TestModel parts(9);
  parts.add_events(1, 2);
  const Loaded model(parts);
  LinearFactory factory(int8);
  const Result<Encoder> encoder = Encoder::make(model.weights, factory, kernels(best_kernel_set(), int8));
  ASSERT_TRUE(encoder) << encoder.error().to_string();
  const std::vector<EncoderBatch::Row> sentence = random_sentence(21, 77);
  const std::vector<int> wanted = {0, 2, 5, 20};
  const std::size_t bytes = wanted.size() * static_cast<std::size_t>(model.weights.config.hidden) * sizeof(float);
  Encoder::Workspace workspace;  // one for all: what an earlier batch left in it must not count
  std::string alone;
  for (int before = 0; before < 12; ++before) {
    workspace.batch.clear();
    for (int i = 0; i < before; ++i) add(workspace.batch, random_sentence(1 + 3 * i, static_cast<unsigned>(i)), {0});
    add(workspace.batch, sentence, wanted);
    for (int i = 0; i < 11 - before; ++i) add(workspace.batch, random_sentence(9, 50), {0, 1});
    static_cast<void>(encoder->run(workspace));
    const float* vectors = encoder->run_branch(workspace) + before * model.weights.config.hidden;
    const std::string found(reinterpret_cast<const char*>(vectors), bytes);
    if (before == 0) alone = found;
    ASSERT_EQ(found, alone) << before;
  }
}

TEST_P(EachPrecision, ABranchChangesNothingOfTheMainLayers) {
  const SingleThread single_thread;
  const bool int8 = GetParam();
  const auto vectors = [&](const TestModel& parts) {
    const Loaded model(parts);
    LinearFactory factory(int8);
    const Result<Encoder> encoder = Encoder::make(model.weights, factory, kernels(best_kernel_set(), int8));
    EXPECT_TRUE(encoder) << encoder.error().to_string();
    EXPECT_EQ(encoder->has_branch(), parts.metadata.at("version") == "2");
    Encoder::Workspace workspace;
    add(workspace.batch, random_sentence(21, 77), {0, 2, 20});
    return std::string(reinterpret_cast<const char*>(encoder->run(workspace)), 3 * 32 * sizeof(float));
  };
  TestModel parts(3);
  const std::string without = vectors(parts);
  parts.add_events(1, 1);
  EXPECT_EQ(vectors(parts), without);
}

INSTANTIATE_TEST_SUITE_P(Encoder, EachPrecision, testing::Bool(),
                         [](const testing::TestParamInfo<bool>& int8) { return int8.param ? "int8" : "f32"; });

}  // namespace
}  // namespace entente

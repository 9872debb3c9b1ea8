#include "syntax/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "syntax/test_reference.h"

namespace entente {
namespace {

std::vector<KernelSet> sets() {
  std::vector<KernelSet> out = {KernelSet::kBaseline};
  if (best_kernel_set() != KernelSet::kBaseline) out.push_back(KernelSet::kAvx2);
  if (best_kernel_set() == KernelSet::kAvx512) out.push_back(KernelSet::kAvx512);
  return out;
}

std::vector<float> numbers(std::size_t count, unsigned seed, float size) {
  std::mt19937 random(seed);
  std::vector<float> out(count);
  for (float& x : out) x = size * (static_cast<float>(random() % 20001) / 10000.0F - 1.0F);
  return out;
}

class EachKernelSet : public testing::TestWithParam<KernelSet> {
 protected:
  const Kernels& int8() const { return kernels(GetParam(), true); }
  const Kernels& float32() const { return kernels(GetParam(), false); }
};

// Sums of one row of 48 outputs, and what they stand for.
struct Sums {
  Sums() : scale(numbers(48, 1, 0.01F)), bias(numbers(48, 2, 1.0F)), plain(48) {
    std::mt19937 random(3);
    for (std::size_t i = 0; i < 48; ++i) {
      zero.push_back(static_cast<std::int32_t>(random() % 4000));
      exact.push_back(zero.back() + static_cast<std::int32_t>(random() % 2000) - 1000);
      plain[i] =
          static_cast<double>(exact[i] - zero[i]) * 0.25 * static_cast<double>(scale[i]) + static_cast<double>(bias[i]);
      without_bias.push_back(static_cast<float>(plain[i] - static_cast<double>(bias[i])));
    }
  }
  [[nodiscard]] Epilogue epilogue() const { return {zero.data(), scale.data(), bias.data()}; }
  std::vector<float> scale, bias;
  std::vector<std::int32_t> zero, exact;
  std::vector<float> without_bias;
  std::vector<double> plain;
};

TEST_P(EachKernelSet, FinishesSums) {
  const Sums sums;
  std::vector<float> out(48);
  int8().finish(sums.exact.data(), 0.25F, sums.epilogue(), 48, out.data());
  for (std::size_t i = 0; i < 48; ++i) EXPECT_NEAR(out[i], sums.plain[i], 1e-5);
  float32().finish(sums.without_bias.data(), 1.0F, sums.epilogue(), 48, out.data());
  for (std::size_t i = 0; i < 48; ++i) EXPECT_NEAR(out[i], sums.plain[i], 1e-5);
  int8().finish_relu(sums.exact.data(), 0.25F, sums.epilogue(), 48, out.data());
  for (std::size_t i = 0; i < 48; ++i) EXPECT_NEAR(out[i], std::max(sums.plain[i], 0.0), 1e-5);
}

TEST_P(EachKernelSet, Normalises) {
  const Sums sums;
  const NormWeights weights{numbers(48, 5, 2.0F), numbers(48, 6, 2.0F)};
  std::vector<float> x = numbers(48, 4, 3.0F);
  reference::Row expected(x.begin(), x.end());
  expected = reference::norm(weights, reference::sum(expected, sums.plain), 1e-12);
  int8().finish_norm(sums.exact.data(), 0.25F, sums.epilogue(), {weights.weight.data(), weights.bias.data(), 1e-12F},
                     48, x.data());
  for (std::size_t i = 0; i < 48; ++i) EXPECT_NEAR(x[i], expected[i], 2e-5);
}

TEST_P(EachKernelSet, GeluIsClose) {
  std::vector<float> x;
  for (int i = -160 * 64; i < 160 * 64; ++i) x.push_back(static_cast<float>(i) / 1024.0F);
  const auto n = static_cast<int>(x.size());
  const std::vector<float> bias(x.size(), 0.0F);
  std::vector<float> out(x.size());
  float32().finish_gelu(x.data(), 1.0F, {nullptr, nullptr, bias.data()}, n, nullptr, out.data());
  for (std::size_t i = 0; i < x.size(); ++i) ASSERT_NEAR(out[i], reference::gelu(x[i]), 4e-6) << x[i];
}

TEST_P(EachKernelSet, QuantisesToTheNearestStep) {
  for (const float size : {1e-6F, 1.0F, 1e6F}) {
    const std::vector<float> x = numbers(64, 9, size);
    std::vector<std::uint8_t> packed(64);
    const float scale = int8().pack(x.data(), 64, packed.data());
    float most = 0;
    for (const float value : x) most = std::max(most, std::fabs(value));
    EXPECT_FLOAT_EQ(scale, most / 127);
    for (std::size_t i = 0; i < 64; ++i) {
      ASSERT_NEAR(static_cast<float>(packed[i] - 128) * scale, x[i], 0.5001F * scale);
      ASSERT_GE(packed[i], 1) << "the scale is symmetric";
    }
  }
  const std::vector<float> zeros(64, 0.0F);
  std::vector<std::uint8_t> packed(64);
  EXPECT_EQ(int8().pack(zeros.data(), 64, packed.data()), 0.0F);
  EXPECT_EQ(packed, std::vector<std::uint8_t>(64, 128));
}

TEST_P(EachKernelSet, AttentionIsThatOfThePlainLoops) {
  constexpr int kHidden = 96;
  for (const int head_count : {1, 2, 3, 6}) {
    for (const int rows : {1, 2, 5, 16, 17, 40}) {
      const std::vector<float> qkv = numbers(static_cast<std::size_t>(rows) * 3 * kHidden, 11, 2.0F);
      std::vector<int> queries;
      for (int i = rows - 1; i >= 0; i -= 2) queries.push_back(i);
      std::vector<float> scratch(attention_scratch(rows, kHidden / head_count));
      std::vector<float> out(queries.size() * kHidden);
      int8().attention({qkv.data(), rows, kHidden, head_count, queries.data(), static_cast<int>(queries.size()),
                        scratch.data(), out.data()});
      reference::Matrix matrix;
      for (auto row = qkv.begin(); row != qkv.end(); row += 3 * kHidden) matrix.emplace_back(row, row + 3 * kHidden);
      const reference::Matrix expected = reference::attention(matrix, kHidden, static_cast<std::size_t>(head_count));
      for (std::size_t q = 0; q < queries.size(); ++q) {
        for (std::size_t i = 0; i < kHidden; ++i) {
          ASSERT_NEAR(out[q * kHidden + i], expected[static_cast<std::size_t>(queries[q])][i], 2e-5)
              << rows << " " << head_count;
        }
      }
    }
  }
}

TEST_P(EachKernelSet, ScoresAreDotProducts) {
  constexpr std::size_t kDepth = 20;
  for (const int count : {1, 4, 7}) {
    const std::vector<float> rows = numbers(static_cast<std::size_t>(count) * 32, 1, 1.0F);
    const std::vector<float> heads = numbers(13 * kDepth, 2, 1.0F);
    std::vector<float> columns(16 * 32);
    const std::vector<float> wide = numbers(13 * 32, 3, 1.0F);
    int8().transpose(wide.data(), 32, 13, 16, 32, columns.data());
    for (std::size_t d = 0; d < 32; ++d) {
      for (std::size_t j = 0; j < 16; ++j) ASSERT_EQ(columns[d * 16 + j], j < 13 ? wide[j * 32 + d] : 0.0F);
    }
    std::vector<float> out(static_cast<std::size_t>(count) * 16);
    int8().scores(rows.data(), 32, count, columns.data(), 16, static_cast<int>(kDepth), out.data());
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
      for (std::size_t j = 0; j < 13; ++j) {
        double expected = static_cast<double>(rows[i * 32 + kDepth]);
        for (std::size_t d = 0; d < kDepth; ++d)
          expected += static_cast<double>(rows[i * 32 + d]) * static_cast<double>(wide[j * 32 + d]);
        ASSERT_NEAR(out[i * 16 + j], expected, 1e-5);
      }
    }
  }
}

TEST_P(EachKernelSet, LabelScoresTakeBlocksOfOddWidth) {
  const Sums sums;
  const std::vector<float> head = numbers(16, 8, 1.0F);
  std::vector<float> out(2);
  int8().label_scores(sums.exact.data(), 0.25F, sums.epilogue(), head.data(), 16, 2, out.data());
  for (std::size_t r = 0; r < 2; ++r) {
    double expected = sums.plain[r * 17 + 16];
    for (std::size_t i = 0; i < 16; ++i) expected += sums.plain[r * 17 + i] * static_cast<double>(head[i]);
    EXPECT_NEAR(out[r], expected, 1e-4);
  }
}

TEST_P(EachKernelSet, EmbedsWithAndWithoutShape) {
  const std::vector<std::int8_t> word = {-127, 127, 3, 0, 5, -6, 7, 8, -9, 10, 11, -12, 13, 14, 15, -16};
  const std::vector<float> position = numbers(16, 1, 1.0F);
  const std::vector<float> shape = numbers(16, 2, 1.0F);
  const NormWeights weights{numbers(16, 3, 1.0F), numbers(16, 4, 1.0F)};
  for (const bool shaped : {false, true}) {
    reference::Row expected;
    for (std::size_t i = 0; i < 16; ++i) {
      expected.push_back(0.01 * word[i] + static_cast<double>(position[i]) +
                         (shaped ? static_cast<double>(shape[i]) : 0.0));
    }
    expected = reference::norm(weights, expected, 1e-6);
    std::vector<float> out(16);
    int8().embed(word.data(), 0.01F, position.data(), shaped ? shape.data() : nullptr,
                 {weights.weight.data(), weights.bias.data(), 1e-6F}, 16, out.data());
    for (std::size_t i = 0; i < 16; ++i) EXPECT_NEAR(out[i], expected[i], 1e-5);
  }
}

INSTANTIATE_TEST_SUITE_P(Kernels, EachKernelSet, testing::ValuesIn(sets()),
                         [](const testing::TestParamInfo<KernelSet>& set) {
                           std::string name = kernels(set.param, false).name;
                           return name.substr(0, name.find(' '));
                         });

}  // namespace
}  // namespace entente

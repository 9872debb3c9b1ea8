#include "syntax/safetensors.h"

#include <gtest/gtest.h>

#include <string>

#include "syntax/model.h"
#include "syntax/test_model.h"

namespace entente {
namespace {

TestModel small_model() { return TestModel(1, {16, 1, 1, 16, 8, 16, 16}); }

Error read_error(const std::string& bytes) {
  Result<SafeTensors> file = SafeTensors::parse(bytes, "some.safetensors");
  if (!file) return file.error();
  const Result<std::string> checksum = verify_checksum(bytes, *file, "some.safetensors");
  return checksum ? Error{ErrorCode::kInternal, "no error at all", ""} : checksum.error();
}

// A header with one tensor of four bytes, described by `description`.
std::string with_tensor(const std::string& description, const std::string& data = "abcd") {
  return TestModel::sealed(R"({"t":)" + description + "}", data);
}

std::string message_of(const std::string& bytes) {
  const Result<SafeTensors> file = SafeTensors::parse(bytes, "f");
  return file ? "no error" : file.error().to_string();
}

TEST(SafeTensors, ReadsWhatIsThere) {
  const std::string bytes = small_model().bytes();
  const Result<SafeTensors> file = SafeTensors::parse(bytes, "some.safetensors");
  ASSERT_TRUE(file) << file.error().to_string();
  EXPECT_EQ(file->metadata().at("format"), "entente-syntax");
  const TensorView& tensor = file->tensors().at("heads.arc.weight");
  EXPECT_EQ(tensor.type, TensorType::kI8);
  EXPECT_EQ(tensor.shape, (std::vector<std::int64_t>{17, 16}));
  EXPECT_EQ(tensor.bytes, small_model().tensors.at("heads.arc.weight").bytes);
  const Result<std::string> checksum = verify_checksum(bytes, *file, "some.safetensors");
  ASSERT_TRUE(checksum) << checksum.error().to_string();
  EXPECT_EQ(*checksum, file->metadata().at("sha256"));
}

TEST(SafeTensors, SeesEveryFileCutShort) {
  const std::string bytes = small_model().bytes();
  for (std::size_t size = 0; size < bytes.size(); size += size < 16 ? 1 : 13) {
    const Error error = read_error(bytes.substr(0, size));
    ASSERT_EQ(error.code, ErrorCode::kBadModel) << size << ": " << error.to_string();
    ASSERT_EQ(error.place.rfind("some.safetensors", 0), 0U) << error.to_string();
  }
  EXPECT_EQ(read_error(bytes.substr(0, bytes.size() - 1)).code, ErrorCode::kBadModel);
  EXPECT_EQ(read_error(bytes + "x").code, ErrorCode::kBadModel);
}

TEST(SafeTensors, SeesEveryFlippedByte) {
  const std::string bytes = small_model().bytes();
  for (std::size_t at = 0; at < bytes.size(); at += at < 400 ? 1 : 31) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
    const Error error = read_error(damaged);
    ASSERT_EQ(error.code, ErrorCode::kBadModel) << at << ": " << error.to_string();
  }
}

TEST(SafeTensors, ChecksEachTensor) {
  EXPECT_EQ(message_of(with_tensor(R"({"dtype":"F32","shape":[1],"data_offsets":[0,4]})")), "no error");
  EXPECT_EQ(message_of(with_tensor(R"({"dtype":"F16","shape":[2],"data_offsets":[0,4]})")),
            "f: tensor \"t\" is of an unknown dtype; expected I8, U8 or F32");
  EXPECT_EQ(message_of(with_tensor(R"({"dtype":"F32","shape":[2],"data_offsets":[0,4]})")),
            "f: tensor \"t\" has a shape that does not fit its data_offsets");
  EXPECT_EQ(message_of(with_tensor(
                R"({"dtype":"U8","shape":[4611686018427387904,4611686018427387904],"data_offsets":[0,4]})")),
            "f: tensor \"t\" is larger than any file");
  EXPECT_EQ(message_of(with_tensor(R"({"dtype":"U8","shape":[-4],"data_offsets":[0,4]})")),
            "f: tensor \"t\" has a wrong shape");
  EXPECT_EQ(message_of(with_tensor(R"({"dtype":"U8","shape":[2],"data_offsets":[3,1]})")),
            "f: tensor \"t\" has wrong data_offsets");
  EXPECT_EQ(message_of(with_tensor(R"({"dtype":"U8","shape":[9],"data_offsets":[0,9]})")),
            "f: tensor \"t\" ends at byte 9 of the data, which has 4: the file is cut short or damaged");
  EXPECT_EQ(message_of(with_tensor(R"({"dtype":"U8","shape":[4]})")), "f: tensor \"t\" has no data_offsets");
  EXPECT_EQ(message_of(with_tensor("7")), "f: tensor \"t\" is not described by an object");
}

TEST(SafeTensors, ChecksThatTensorsCoverTheDataOnce) {
  const auto two = [](const std::string& second) {
    return message_of(
        TestModel::sealed(R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":)" + second + "}", "abcd"));
  };
  EXPECT_EQ(two(R"({"dtype":"U8","shape":[2],"data_offsets":[2,4]})"), "no error");
  EXPECT_EQ(two(R"({"dtype":"U8","shape":[3],"data_offsets":[1,4]})"),
            "f: tensors overlap or leave a gap at byte 2 of the data");
  EXPECT_EQ(two(R"({"dtype":"U8","shape":[1],"data_offsets":[3,4]})"),
            "f: tensors overlap or leave a gap at byte 2 of the data");
  EXPECT_EQ(two(R"({"dtype":"U8","shape":[1],"data_offsets":[2,3]})"),
            "f: bytes after the last tensor, from byte 3 of the data");
}

TEST(SafeTensors, RefusesHostileHeaders) {
  EXPECT_EQ(message_of(std::string(8, '\xff') + "{}"),
            "f: byte 0: the header's length is wrong: not a model file, or one cut short");
  EXPECT_NE(message_of(TestModel::sealed(std::string(100000, '['), "")), "no error");
  EXPECT_NE(message_of(TestModel::sealed("{\"\xff\":1}", "")), "no error") << "not UTF-8";
  EXPECT_NE(message_of(TestModel::sealed("[]", "")), "no error");
  const std::string one = R"("t":{"dtype":"U8","shape":[4],"data_offsets":[0,4]})";
  EXPECT_EQ(message_of(TestModel::sealed("{" + one + "," + one + "}", "abcd")),
            "f: tensor \"t\" stands in the header twice");
}

TEST(SafeTensors, RefusesAChecksumThatIsNoneOrNotFound) {
  EXPECT_EQ(read_error(with_tensor(R"({"dtype":"U8","shape":[4],"data_offsets":[0,4]})")).message,
            "no sha256 in __metadata__");
  EXPECT_EQ(read_error(TestModel::sealed(R"({"__metadata__":{"sha256":"ABC"}})", "")).message,
            "the sha256 in __metadata__ is not 64 lower-case hex digits");
  const std::string twice(64, 'a');
  EXPECT_EQ(
      read_error(TestModel::sealed(R"({"__metadata__":{"sha256":")" + twice + R"(","copy":")" + twice + "\"}}", ""))
          .message,
      "the sha256 in __metadata__ does not stand in the header exactly once");
}

}  // namespace
}  // namespace entente

// What the tests of this folder share.
#ifndef ENTENTE_INTAKE_TEST_UTIL_H_
#define ENTENTE_INTAKE_TEST_UTIL_H_

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "entente/intake.h"

namespace entente {

// A folder that goes with the test.
class TestFolder {
 public:
  TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "entente_intake_XXXXXX").string();
    const char* made = ::mkdtemp(pattern.data());
    path_ = made == nullptr ? std::filesystem::path() : std::filesystem::path(made);
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string path() const { return path_.string(); }
  std::string write(const std::string& name, std::string_view content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return *this / name;
  }

 private:
  std::filesystem::path path_;
};

inline std::vector<Result<Article>> collect_bytes(std::string_view bytes, const IntakeOptions& options = {},
                                                  const std::string& name = "in") {
  std::vector<Result<Article>> all;
  read_bytes(bytes, name, options, [&](Result<Article> article) {
    all.push_back(std::move(article));
    return true;
  });
  return all;
}

inline std::vector<Result<Article>> collect_inputs(const std::vector<std::string>& paths,
                                                   const IntakeOptions& options = {}) {
  std::vector<Result<Article>> all;
  read_inputs(paths, options, [&](Result<Article> article) {
    all.push_back(std::move(article));
    return true;
  });
  return all;
}

inline void expect_error(const Result<Article>& result, ErrorCode code, const std::string& place,
                         const std::string& message_part) {
  ASSERT_FALSE(result.has_value()) << result->text;
  EXPECT_EQ(error_code_name(result.error().code), std::string(error_code_name(code)));
  EXPECT_EQ(result.error().place, place);
  EXPECT_NE(result.error().message.find(message_part), std::string::npos) << result.error().message;
}

// Long enough for the language to be sure.
inline constexpr const char* kEnglish =
    "The two foreign ministers met in the capital on Monday and agreed to open the border crossing before the summer.";

}  // namespace entente

#endif  // ENTENTE_INTAKE_TEST_UTIL_H_

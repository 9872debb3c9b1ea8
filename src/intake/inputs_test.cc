// Files, folders and standard input, and what can be wrong with them.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "intake/test_util.h"

namespace entente {
namespace {

std::string json_line(const std::string& text) { return std::string("{\"text\": \"").append(text).append("\"}\n"); }

std::vector<std::string> sources(const std::vector<Result<Article>>& all) {
  std::vector<std::string> names;
  for (const auto& each : all)
    names.push_back(each ? each->source : std::string("error at ").append(each.error().place));
  return names;
}

TEST(Folders, AreReadRecursivelyInByteOrder) {
  const TestFolder folder;
  folder.write("b.txt", kEnglish);
  folder.write("a/z.txt", kEnglish);
  folder.write("a-b/x.HTML", "<html><body><p>" + std::string(kEnglish) + "</p></body></html>");
  folder.write("a.jsonl", json_line("They met.") + json_line("They left."));
  folder.write("B.ndjson", json_line("They met."));
  folder.write("c.json", std::string("[").append(json_line("They met.")).append("]"));
  folder.write(".hidden.txt", kEnglish);
  folder.write(".git/x.txt", kEnglish);
  folder.write("notes.md", kEnglish);
  folder.write("txt", kEnglish);
  EXPECT_THAT(
      sources(collect_inputs({folder.path()})),
      testing::ElementsAre(folder / "B.ndjson:1", folder / "a-b/x.HTML", folder / "a.jsonl:1", folder / "a.jsonl:2",
                           folder / "a/z.txt", folder / "b.txt", folder / "c.json: article 1"));
}

TEST(Folders, WithoutArticlesAreAnError) {
  const TestFolder folder;
  folder.write("sub/readme.md", "x");
  const auto all = collect_inputs({folder.path()});
  ASSERT_EQ(all.size(), 1U);
  expect_error(all[0], ErrorCode::kEmpty, folder.path(), "holds no articles");
}

TEST(Folders, LoopsOfLinksAreAnErrorAndTheRestIsRead) {
  const TestFolder folder;
  folder.write("a/one.txt", kEnglish);
  folder.write("c.txt", kEnglish);
  std::filesystem::create_directory_symlink(folder.path(), folder / "a/loop");
  std::filesystem::create_symlink("nowhere.txt", folder / "b.txt");
  const auto all = collect_inputs({folder.path()});
  ASSERT_EQ(all.size(), 4U);
  expect_error(all[0], ErrorCode::kNotFound, folder / "a/loop", "leads back");
  EXPECT_EQ(all[1]->source, folder / "a/one.txt");
  expect_error(all[2], ErrorCode::kNotFound, folder / "b.txt", "No such file");
  EXPECT_EQ(all[3]->source, folder / "c.txt");
}

TEST(Folders, PipesInsideAreAnErrorAndNotWaitedFor) {
  const TestFolder folder;
  ASSERT_EQ(::mkfifo((folder / "a.txt").c_str(), 0600), 0);
  folder.write("b.txt", kEnglish);
  const auto all = collect_inputs({folder.path()});
  ASSERT_EQ(all.size(), 2U);
  expect_error(all[0], ErrorCode::kNotFound, folder / "a.txt", "no regular file");
  EXPECT_TRUE(all[1].has_value());
}

TEST(Files, ThatFailLeaveTheOthersToBeRead) {
  const TestFolder folder;
  const std::string good = folder.write("good.txt", kEnglish);
  const std::string empty = folder.write("empty.txt", "");
  const std::string blank = folder.write("blank.txt", " \n\n");
  const std::string nul = folder.write("nul.txt", std::string("The ministers\0 met", 18));
  const std::string bytes = folder.write("bytes.txt", "\x81\x8D\x8F\xFE\xFF");
  const std::string pdf = folder.write("paper.txt", "%PDF-1.7\n");
  const std::string missing = folder / "missing.txt";
  const auto all = collect_inputs({missing, empty, blank, nul, bytes, pdf, good});
  ASSERT_EQ(all.size(), 7U);
  expect_error(all[0], ErrorCode::kNotFound, missing, "No such file");
  expect_error(all[1], ErrorCode::kEmpty, empty, "is empty");
  expect_error(all[2], ErrorCode::kEmpty, blank, "no text");
  expect_error(all[3], ErrorCode::kBadEncoding, nul + ": byte 13", "NUL");
  expect_error(all[4], ErrorCode::kBadEncoding, bytes + ": byte 0", "neither UTF-8");
  expect_error(all[5], ErrorCode::kBadFormat, pdf, "PDF");
  EXPECT_TRUE(all[6].has_value());
}

TEST(Files, ThatCannotBeReadAreErrors) {
  const TestFolder folder;
  const std::string locked = folder.write("locked.txt", kEnglish);
  const std::string good = folder.write("open.txt", kEnglish);
  ASSERT_EQ(::chmod(locked.c_str(), 0), 0);
  ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
  const bool root = ::geteuid() == 0;  // root may read everything
  if (root) {
    ASSERT_EQ(::seteuid(65534), 0);
  }
  const auto all = collect_inputs({locked, good});
  if (root) {
    ASSERT_EQ(::seteuid(0), 0);
  }
  ASSERT_EQ(all.size(), 2U);
  expect_error(all[0], ErrorCode::kNotFound, locked, "Permission denied");
  EXPECT_TRUE(all[1].has_value());
}

// A file with holes: large for whoever asks, small on the disk.
std::string sparse_file(const TestFolder& folder, const std::string& name, const std::string& head, off_t size) {
  const std::string path = folder.write(name, head);
  EXPECT_EQ(::truncate(path.c_str(), size), 0);
  return path;
}

long peak_kilobytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

constexpr off_t kHugeBytes = 200L << 20U;

TEST(HugeFiles, OfTextAndHtmlAreRefusedUnread) {
  const TestFolder folder;
  const std::string text = sparse_file(folder, "huge.txt", kEnglish, kHugeBytes);
  const std::string page = sparse_file(folder, "huge.html", "<!DOCTYPE html><html><body><p>", kHugeBytes);
  const long before = peak_kilobytes();
  const auto all = collect_inputs({text, page});
  EXPECT_LT(peak_kilobytes() - before, 20 * 1024);
  ASSERT_EQ(all.size(), 2U);
  expect_error(all[0], ErrorCode::kTooLarge, text, "larger than the limit of 67108864 bytes");
  expect_error(all[1], ErrorCode::kTooLarge, page, "larger than the limit of 67108864 bytes");
}

TEST(HugeFiles, OfOneLineOfJsonAreRefusedInBoundedMemory) {
  const TestFolder folder;
  const std::string lines = sparse_file(folder, "huge.jsonl", json_line("They met.") + "{\"text\": \"", kHugeBytes);
  const long before = peak_kilobytes();
  const auto all = collect_inputs({lines});
  EXPECT_LT(peak_kilobytes() - before, 40 * 1024);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_TRUE(all[0].has_value());
  expect_error(all[1], ErrorCode::kTooLarge, lines + ":2", "line longer than the limit");
}

TEST(HugeFiles, AnArticlePastTheLimitIsRefused) {
  IntakeOptions options;
  options.max_article_bytes = 50;
  expect_error(collect_bytes(kEnglish, options).at(0), ErrorCode::kTooLarge, "in", "limit of 50 bytes");
}

TEST(Formats, AreAsTheCallerSays) {
  IntakeOptions options;
  options.format = InputFormat::kText;
  EXPECT_EQ(collect_bytes("{\"text\": \"They met.\"}", options).at(0)->text, "{\"text\": \"They met.\"}");
  options.format = InputFormat::kHtml;
  EXPECT_EQ(collect_bytes(kEnglish, options).at(0)->text, kEnglish);
  options.format = InputFormat::kJsonl;
  expect_error(collect_bytes(kEnglish, options).at(0), ErrorCode::kBadFormat, "in:1", "broken JSON");
  expect_error(collect_bytes(" \n\n", options).at(0), ErrorCode::kEmpty, "in", "holds no articles");
}

// Standard input is a pipe whose writer waits for the first article before it sends the second: only a reader that
// streams gets to the end.
TEST(StandardInput, IsStreamed) {
  int pipe_ends[2];
  ASSERT_EQ(::pipe(pipe_ends), 0);
  int answer_ends[2];
  ASSERT_EQ(::pipe(answer_ends), 0);
  const int saved = ::dup(STDIN_FILENO);
  ASSERT_EQ(::dup2(pipe_ends[0], STDIN_FILENO), STDIN_FILENO);
  std::thread writer([&] {
    // More than what is looked at to tell the format, and than one piece of the line reader.
    std::string first = json_line("They met.");
    for (int i = 0; i < 4096; ++i) first += json_line("Filling " + std::string(200, 'x'));
    EXPECT_EQ(::write(pipe_ends[1], first.data(), first.size()), static_cast<ssize_t>(first.size()));
    char answer = 0;
    EXPECT_EQ(::read(answer_ends[0], &answer, 1), 1);
    const std::string last = json_line("They left.");
    EXPECT_EQ(::write(pipe_ends[1], last.data(), last.size()), static_cast<ssize_t>(last.size()));
    ::close(pipe_ends[1]);
  });
  std::vector<std::string> texts;
  read_inputs({"-"}, {}, [&](const Result<Article>& article) {
    if (texts.empty()) {
      EXPECT_EQ(::write(answer_ends[1], "x", 1), 1);
    }
    texts.push_back(article ? article->text : article.error().to_string());
    return true;
  });
  writer.join();
  ::dup2(saved, STDIN_FILENO);
  for (const int end : {saved, pipe_ends[0], answer_ends[0], answer_ends[1]}) ::close(end);
  ASSERT_EQ(texts.size(), 4098U);
  EXPECT_EQ(texts.front(), "They met.");
  EXPECT_EQ(texts.back(), "They left.");
}

TEST(Inputs, StopWhenTheVisitorWantsNoMore) {
  const TestFolder folder;
  folder.write("a.txt", kEnglish);
  folder.write("b.txt", kEnglish);
  int seen = 0;
  read_inputs({folder.path(), folder.path()}, {}, [&](const Result<Article>&) { return ++seen < 2; });
  EXPECT_EQ(seen, 2);
}

// What each article and error stood behind when it was handed on, and the end.
std::vector<std::uint64_t> steps_of(const std::vector<std::string>& paths, IntakeOptions options = {}) {
  ReadSoFar so_far;
  options.so_far = &so_far;
  std::vector<std::uint64_t> steps;
  read_inputs(paths, options, [&](const Result<Article>&) {
    steps.push_back(so_far.handed_on());
    return true;
  });
  steps.push_back(so_far.handed_on());
  return steps;
}

TEST(Progress, IsWhatWasReadUpToEachArticle) {
  const TestFolder folder;
  const std::string first = json_line("They met.");
  const std::string second = json_line("They left for the capital.");
  const std::string lines = folder.write("a.jsonl", first + "\n{broken\n" + second);
  EXPECT_THAT(steps_of({lines}), testing::ElementsAre(first.size(), first.size() + 9, first.size() + 9 + second.size(),
                                                      first.size() + 9 + second.size()));
  // Markup counts, not what is left of it.
  const std::string page = "<html><body><p>" + std::string(kEnglish) + "</p></body></html>";
  const std::string html = folder.write("b.html", page);
  const std::string text = folder.write("c.txt", kEnglish);
  EXPECT_THAT(steps_of({html, text}), testing::ElementsAre(page.size(), page.size() + std::string(kEnglish).size(),
                                                           page.size() + std::string(kEnglish).size()));
  // Of one JSON document, which is read as a whole, each article has the same part.
  const std::string array = "[" + first + "," + first + "," + first + "," + first + "]";
  const std::vector<std::uint64_t> steps = steps_of({folder.write("d.json", array)});
  ASSERT_EQ(steps.size(), 5U);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(double(steps[i]), double(array.size() * (i + 1)) / 4, 4) << i;
  EXPECT_EQ(steps.back(), array.size());
}

TEST(Progress, EndsAtTheSizeOfTheInputs) {
  const TestFolder folder;
  folder.write("a.jsonl", json_line("They met.") + json_line("They left."));
  folder.write("deep/b.HTML", "<html><body><p>" + std::string(kEnglish) + "</p></body></html>");
  folder.write("deep/wide.txt", std::string("\xFF\xFE") + std::string("T\0h\0e\0y\0", 8));
  folder.write("big.txt", std::string(3000, 'x'));
  folder.write("empty.txt", "");
  folder.write("notes.md", kEnglish);
  folder.write(".hidden.txt", kEnglish);
  std::filesystem::create_symlink("nowhere.txt", folder / "gone.txt");
  IntakeOptions options;
  options.max_input_bytes = 1000;  // the big one is refused unread
  const std::vector<std::string> paths = {folder.path(), folder / "none.txt", folder / "a.jsonl"};
  const auto size = input_size(paths);
  ASSERT_TRUE(size);
  EXPECT_GT(*size, 3000U);
  EXPECT_EQ(steps_of(paths, options).back(), *size);
  EXPECT_FALSE(input_size({folder / "a.jsonl", "-"}));
  EXPECT_FALSE(input_size({"/dev/null"}));
}

}  // namespace
}  // namespace entente

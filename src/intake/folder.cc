#include "intake/folder.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <memory>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {
namespace {

struct Entry {
  std::string path;
  bool folder = false;
  bool special = false;  // a pipe, socket or device
};

struct FolderCloser {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

bool has_article_extension(std::string_view name) {
  static constexpr std::array<std::string_view, 7> kExtensions = {"txt",  "json", "jsonl", "ndjson",
                                                                  "html", "htm",  "xhtml"};
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string extension(name.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

std::string join(const std::string& folder, const char* name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

Error cannot_open(const std::string& path) {
  return {ErrorCode::kNotFound, std::string("cannot be opened: ") + std::strerror(errno), path};
}

// What is in one folder, in the byte order of whole paths (a folder's name counts with its slash), last first.
Result<std::vector<Entry>> list(const std::string& path) {
  const std::unique_ptr<DIR, FolderCloser> folder(::opendir(path.c_str()));
  if (!folder) return cannot_open(path);
  std::vector<Entry> entries;
  while (true) {
    errno = 0;
    const dirent* found = ::readdir(folder.get());
    if (found == nullptr && errno != 0) return cannot_open(path);
    if (found == nullptr) break;
    if (found->d_name[0] == '.') continue;
    Entry entry{join(path, found->d_name)};
    struct stat info {};
    const bool known = ::stat(entry.path.c_str(), &info) == 0;
    entry.folder = known && S_ISDIR(info.st_mode);
    entry.special = known && !entry.folder && !S_ISREG(info.st_mode);
    // A broken link with an article's name goes on to the reader, which says what is wrong with it.
    if (entry.folder || has_article_extension(found->d_name)) entries.push_back(std::move(entry));
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return (a.folder ? a.path + "/" : a.path) > (b.folder ? b.path + "/" : b.path);
  });
  return entries;
}

}  // namespace

bool is_folder(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool visit_folder(const std::string& path, const PathVisitor& each) {
  std::vector<Entry> waiting = {{path, true}};
  std::set<std::pair<dev_t, ino_t>> read;
  bool any = false;
  while (!waiting.empty()) {
    const Entry entry = std::move(waiting.back());
    waiting.pop_back();
    if (!entry.folder) {
      any = true;
      // Nobody may ever write into a pipe that lies in a folder.
      const Error special{ErrorCode::kNotFound, "is no regular file", entry.path};
      if (!each(entry.special ? Result<std::string>(special) : Result<std::string>(entry.path))) return false;
      continue;
    }
    struct stat info {};
    Result<std::vector<Entry>> entries =
        ::stat(entry.path.c_str(), &info) == 0 ? list(entry.path) : Result<std::vector<Entry>>(cannot_open(entry.path));
    if (entries && !read.emplace(info.st_dev, info.st_ino).second) {
      entries = Error{ErrorCode::kNotFound, "leads back to a folder that is read already", entry.path};
    }
    if (!entries) {
      any = true;
      if (!each(entries.error())) return false;
      continue;
    }
    for (Entry& found : *entries) waiting.push_back(std::move(found));
  }
  return any || each(Error{ErrorCode::kEmpty,
                           "the folder holds no articles (txt, json, jsonl, ndjson, html, htm, xhtml)", path});
}

}  // namespace entente

#include "gold_files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "entente/formats.h"
#include "entente/intake.h"
#include "inputs.h"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

// The names, without their ending, of the files of a folder; in byte order.
Result<std::vector<std::string>> names_in(const fs::path& folder, const std::string& ending) {
  std::vector<std::string> names;
  std::error_code error;
  for (auto at = fs::directory_iterator(folder, error); !error && at != fs::end(at); at.increment(error)) {
    std::error_code unreadable;
    if (at->path().extension() == ending && at->is_regular_file(unreadable))
      names.push_back(at->path().stem().string());
  }
  if (error) return Error{ErrorCode::kNotFound, error.message(), folder.string()};
  std::sort(names.begin(), names.end());
  return names;
}

bool in_split(const std::string& name, const std::string& split) {
  return split == "all" || name.starts_with(split + "-");
}

Result<Article> read_article(const std::string& path) {
  Result<Article> article = Error{ErrorCode::kEmpty, "holds no article", path};
  read_inputs({path}, {}, [&](Result<Article> read) {
    article = std::move(read);
    return false;
  });
  return article;
}

// The lines that records stand on; blank ones hold none.
std::vector<std::size_t> record_lines(const std::string& jsonl) {
  std::vector<std::size_t> lines;
  std::size_t number = 1;
  for (std::size_t at = 0; at < jsonl.size(); ++number) {
    const std::size_t end = std::min(jsonl.find('\n', at), jsonl.size());
    if (jsonl.find_first_not_of(" \t\r\n", at) < end) lines.push_back(number);
    at = end + 1;
  }
  return lines;
}

Result<std::vector<Record>> read_gold_records(const std::string& path, const Article& article) {
  ENTENTE_TRY(const std::string bytes, read_whole(path));
  ENTENTE_TRY(std::vector<Record> records, read_records(bytes, path));
  const std::vector<std::size_t> lines = record_lines(bytes);
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (Status checked = check_quotations(article.text, records[i]); !checked) {
      Error error = std::move(checked).error();
      error.place = path + ":" + std::to_string(lines[i]);
      return error;
    }
  }
  return records;
}

const std::string& article_of(const Record& record) {
  return std::visit([](const auto& each) -> const std::string& { return each.article; }, record);
}

// By the article's name, or by the id that intake gives it.
Status read_system_file(const std::string& path, GoldCorpus& corpus) {
  ENTENTE_TRY(const std::string bytes, read_whole(path));
  ENTENTE_TRY(std::vector<Record> records, read_records(bytes, path));
  std::map<std::string, GoldArticle*> by_key;
  for (std::size_t i = 0; i < corpus.entries.size(); ++i) {
    by_key[corpus.articles[i].id] = &corpus.entries[i];
    by_key[corpus.entries[i].name] = &corpus.entries[i];
  }
  bool any = records.empty();
  for (Record& record : records) {
    const auto found = by_key.find(article_of(record));
    if (found == by_key.end()) continue;  // of the other split, or of another corpus
    found->second->system.push_back(std::move(record));
    any = true;
  }
  if (!any) return Error{ErrorCode::kEmpty, "no record is of an article of the corpus", path};
  return Unit{};
}

Status read_system_folder(const std::string& folder, GoldCorpus& corpus) {
  GoldCorpus answered;
  for (std::size_t i = 0; i < corpus.entries.size(); ++i) {
    GoldArticle& entry = corpus.entries[i];
    const fs::path file = fs::path(folder) / (entry.name + ".jsonl");
    std::error_code error;
    if (!fs::exists(file, error)) continue;
    ENTENTE_TRY(const std::string bytes, read_whole(file.string()));
    ENTENTE_TRY(entry.system, read_records(bytes, file.string()));
    answered.articles.push_back(std::move(corpus.articles[i]));
    answered.entries.push_back(std::move(entry));
  }
  if (answered.entries.empty()) {
    return Error{ErrorCode::kEmpty, "the folder holds no NAME.jsonl of an article of the corpus", folder};
  }
  corpus = std::move(answered);
  return Unit{};
}

}  // namespace

Result<GoldCorpus> read_gold(const std::string& folder, const std::string& split) {
  const fs::path records = fs::path(folder) / "records";
  ENTENTE_TRY(const std::vector<std::string> names, names_in(records, ".jsonl"));
  GoldCorpus corpus;
  for (const std::string& name : names) {
    if (!in_split(name, split)) continue;
    const std::string file = (records / (name + ".jsonl")).string();
    const fs::path text = fs::path(folder) / "articles" / (name + ".txt");
    std::error_code error;
    if (!fs::exists(text, error)) return Error{ErrorCode::kNotFound, "its article is missing: " + text.string(), file};
    ENTENTE_TRY(Article article, read_article(text.string()));
    ENTENTE_TRY(std::vector<Record> gold, read_gold_records(file, article));
    corpus.entries.push_back({name, article.text, std::move(gold), {}});
    corpus.articles.push_back(std::move(article));
  }
  if (corpus.entries.empty()) {
    return Error{ErrorCode::kEmpty, "holds no NAME.jsonl" + (split == "all" ? "" : " of the split " + split),
                 records.string()};
  }
  return corpus;
}

Status read_system(const std::string& path, GoldCorpus& corpus) {
  std::error_code error;
  return fs::is_directory(path, error) ? read_system_folder(path, corpus) : read_system_file(path, corpus);
}

}  // namespace entente::cli

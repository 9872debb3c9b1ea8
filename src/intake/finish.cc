#include "intake/finish.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "intake/dateline.h"
#include "intake/language.h"

namespace entente {
namespace {

constexpr const char* kOnlyLanguage = "en";

// ISO 639-2's codes for "undetermined", "several" and "no language".
bool leaves_open(const std::string& code) { return code == "und" || code == "mul" || code == "zxx"; }

std::optional<Error> check_language(Article& article, const std::optional<std::string>& hint) {
  const auto refuse = [&](const std::string& name, const std::string& code) {
    return Error{ErrorCode::kOtherLanguage, "language is " + name + " (" + code + "); only English is coded",
                 article.source};
  };
  if (article.language && !leaves_open(*article.language)) {
    const std::optional<std::string> stated = normalise_language(*article.language);
    if (!stated) {
      return Error{ErrorCode::kBadFormat, "language \"" + article.language->substr(0, 40) + "\" is no ISO 639-1 code",
                   article.source};
    }
    article.language = stated;
    if (*stated != kOnlyLanguage) return refuse(language_name(*stated), *stated);
    return std::nullopt;
  }
  const Language found = detect_language(article.text);
  if (found.sure && found.code != kOnlyLanguage) return refuse(found.name, found.code);
  if (!found.sure && hint && *hint != kOnlyLanguage && !leaves_open(*hint)) return refuse(language_name(*hint), *hint);
  article.language = kOnlyLanguage;
  return std::nullopt;
}

void drop_if_blank(std::optional<std::string>& field) {
  if (field && field->find_first_not_of(" \t\r\n") == std::string::npos) field.reset();
}

}  // namespace

Result<Article> finish_article(Draft draft, const IntakeOptions& options) {
  Article& article = draft.article;
  const auto refuse = [&](ErrorCode code, std::string message) {
    return Error{code, std::move(message), article.source};
  };
  if (article.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return refuse(ErrorCode::kEmpty, "the article has no text");
  }
  if (article.text.size() > options.max_article_bytes) {
    return refuse(ErrorCode::kTooLarge, "the article's text is larger than the limit of " +
                                            std::to_string(options.max_article_bytes) + " bytes");
  }
  if (const std::size_t nul = article.text.find('\0'); nul != std::string::npos) {
    return refuse(ErrorCode::kBadEncoding, "NUL character at byte " + std::to_string(nul) + " of the text");
  }
  for (std::optional<std::string>* field : {&article.title, &article.publisher, &article.url, &article.language}) {
    drop_if_blank(*field);
    if (*field && (*field)->find('\0') != std::string::npos) {
      return refuse(ErrorCode::kBadEncoding, "NUL character in a field beside the text");
    }
  }
  if (auto error = check_language(article, draft.language_hint)) return *std::move(error);
  if (auto found = find_dateline(article.text)) {
    article.dateline = std::move(found->dateline);
    if (!article.published) article.published = std::move(found->date);
  }
  if (article.id.empty()) article.id = short_id("art", article.url ? *article.url : article.text);
  return std::move(article);
}

}  // namespace entente

#include "ledger/search_words.h"

#include <vector>

namespace entente {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Curly quotation marks are as good as straight ones.
std::string straightened(std::string_view words) {
  std::string out(words);
  for (const std::string_view mark : {"“", "”", "„"}) {
    for (std::size_t at = 0; (at = out.find(mark, at)) != std::string::npos;) out.replace(at, mark.size(), "\"");
  }
  return out;
}

// Words, or the words of a phrase apart by spaces.
std::vector<std::string> terms_of(std::string_view words) {
  std::vector<std::string> terms;
  std::string term;
  bool in_phrase = false;
  const auto end_term = [&] {
    while (!term.empty() && term.back() == ' ') term.pop_back();
    if (!term.empty()) terms.push_back(term);
    term.clear();
  };
  for (const char c : straightened(words)) {
    if (c == '"') {
      end_term();
      in_phrase = !in_phrase;
    } else if (is_word_byte(c)) {
      term.push_back(c);
    } else if (!in_phrase) {
      end_term();
    } else if (!term.empty() && term.back() != ' ') {
      term.push_back(' ');
    }
  }
  end_term();
  return terms;
}

}  // namespace

std::string search_query(std::string_view words) {
  std::string query;
  for (const std::string& term : terms_of(words)) query += (query.empty() ? "\"" : " \"") + term + "\"";
  return query;
}

}  // namespace entente

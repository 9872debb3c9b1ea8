// Result and Error: how every part of Entente reports that something went wrong.
//
// Errors: a function that can fail returns Result<T>; nothing in the library throws across its
//   borders, prints, exits or aborts.
// Threads: values; share nothing.
// Source: member names follow std::expected (C++23), so that it can take over one day.
#ifndef ENTENTE_RESULT_H_
#define ENTENTE_RESULT_H_

#include <string>
#include <utility>
#include <variant>

namespace entente {

// Few codes, append-only. The command line maps them to exit codes in apps/cli/exit_code.h.
enum class ErrorCode {
  kUsage = 1,      // the caller asked for something that does not exist
  kNotFound,       // a file or folder is missing or cannot be opened
  kEmpty,          // an input holds nothing to read
  kBadEncoding,    // bytes that are no known encoding
  kBadFormat,      // bytes that break their format's rules
  kTooLarge,       // a limit on size, depth or length was passed
  kOtherLanguage,  // an article that is not English
  kBadModel,       // the model file is damaged or of another version
  kBadKnowledge,   // a table under knowledge/ has a mistake
  kInternal,       // a bug in Entente
  kBadLedger,      // a ledger that is none, is damaged, or of a newer version
  kUnavailable,    // a ledger that is locked, gone or may not be written to: another time it may be
  kCannotWrite,    // a full disk, a file that is there already
};

// "usage", "not-found", ...: stable names for messages and JSON.
[[nodiscard]] const char* error_code_name(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;  // what is wrong and what was expected, without the place
  std::string place;    // "file:line", "file: byte 1234", "article 3, code point 17"; may be empty

  // "place: message", or the message alone where there is no place.
  [[nodiscard]] std::string to_string() const { return place.empty() ? message : place + ": " + message; }
};

struct Unit {};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  [[nodiscard]] T& value() & { return std::get<0>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  [[nodiscard]] const Error& error() const& { return std::get<1>(state_); }
  [[nodiscard]] Error&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

using Status = Result<Unit>;

}  // namespace entente

#define ENTENTE_CONCAT_INNER_(a, b) a##b
#define ENTENTE_CONCAT_(a, b) ENTENTE_CONCAT_INNER_(a, b)

// ENTENTE_TRY(auto x, f()): x is f's value, or this function returns f's error.
#define ENTENTE_TRY(declaration, expression) \
  ENTENTE_TRY_IMPL_(ENTENTE_CONCAT_(entente_try_, __LINE__), declaration, expression)
#define ENTENTE_TRY_IMPL_(temporary, declaration, expression)      \
  auto temporary = (expression);                                   \
  if (!temporary.has_value()) return std::move(temporary).error(); \
  declaration = *std::move(temporary)

// ENTENTE_CHECK_OK(f()): for a Status; this function returns its error, if any.
#define ENTENTE_CHECK_OK(expression) \
  if (auto entente_status = (expression); !entente_status.has_value()) return std::move(entente_status).error()

#endif  // ENTENTE_RESULT_H_

// Standard output and error, and what is known of the terminal behind them.
#ifndef ENTENTE_APPS_CLI_TERMINAL_H_
#define ENTENTE_APPS_CLI_TERMINAL_H_

#include <string>
#include <string_view>

#include "entente/formats.h"
#include "entente/result.h"
#include "exit_code.h"

namespace entente::cli {

[[nodiscard]] bool stdin_is_terminal();
[[nodiscard]] bool stdout_is_terminal();

// Width of the terminal, else COLUMNS, else 80; colour as the flag says: "always", "never", or "auto" (on a
// terminal, unless NO_COLOR is set or TERM is "dumb").
[[nodiscard]] TableStyle table_style(const std::string& color);

enum class Written { kAll, kReaderGone, kFailed };
// All of it, at once: nothing is buffered, so a pipe's reader has each article as soon as it is done.
[[nodiscard]] Written write_stdout(std::string_view text);

[[nodiscard]] std::string last_system_error();  // what errno says: "No space left on device"

// "entente: name:line: message" on standard error.
void complain(const Error& error);
void complain(const std::string& message);

// Complains, and gives the exit code of it.
[[nodiscard]] ExitCode fail(const Error& error);
// Writes a whole output; `code` unless that fails. A reader that went away is no failure.
[[nodiscard]] ExitCode put(std::string_view out, ExitCode code);

}  // namespace entente::cli

#endif  // ENTENTE_APPS_CLI_TERMINAL_H_

#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace entente::cli {
namespace {

constexpr int kDefaultWidth = 80;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const long columns = std::strtol(environment("COLUMNS").c_str(), nullptr, 10);
  return columns > 0 && columns < 10000 ? static_cast<int>(columns) : kDefaultWidth;
}

Written write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno == EPIPE ? Written::kReaderGone : Written::kFailed;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return Written::kAll;
}

}  // namespace

bool stdin_is_terminal() { return isatty(STDIN_FILENO) == 1; }
bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

TableStyle table_style(const std::string& color) {
  TableStyle style;
  style.width = terminal_width();
  const bool wanted = stdout_is_terminal() && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  style.color = color == "always" || (color == "auto" && wanted);
  return style;
}

Written write_stdout(std::string_view text) { return write_all(STDOUT_FILENO, text); }

std::string last_system_error() { return std::generic_category().message(errno); }

void complain(const Error& error) { complain(error.to_string()); }

void complain(const std::string& message) {
  std::string line = "entente: " + message;
  // A file's name or content must not steer the terminal.
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = c == '\n' ? ' ' : '?';
  }
  line.push_back('\n');
  static_cast<void>(write_all(STDERR_FILENO, line));  // where messages cannot be told, nothing can be told
}

ExitCode fail(const Error& error) {
  complain(error);
  return exit_code(error.code);
}

ExitCode put(std::string_view out, ExitCode code) {
  if (write_stdout(out) != Written::kFailed) return code;
  complain("standard output: " + last_system_error());
  return kInternal;
}

}  // namespace entente::cli

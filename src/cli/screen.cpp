#include "cli/screen.hpp"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace gradfield {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Only the character set is asked for; numbers never follow a locale.
bool locale_is_utf8() {
  setlocale(LC_CTYPE, "");
  return std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

std::size_t size_from(const char* name, std::size_t otherwise) {
  const std::string_view text = variable(name);
  std::size_t size = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), size);
  return fault == std::errc() && size > 0 && size < 10000 ? size : otherwise;
}

// Terminals that take no colours, by how their names begin: those of teletypes and of the DEC VT series.
constexpr std::string_view kWithoutColors[] = {"dumb", "vt", "unknown", "xterm-mono"};

TextColors colors_of_terminal() {
  const std::string_view terminal = variable("TERM");
  if (!variable("NO_COLOR").empty() || terminal.empty()) return TextColors::kNone;
  for (const std::string_view name : kWithoutColors) {
    if (terminal.starts_with(name)) return TextColors::kNone;
  }
  const std::string_view depth = variable("COLORTERM");
  const bool is_direct = depth == "truecolor" || depth == "24bit" || terminal.ends_with("-direct");
  return is_direct ? TextColors::k24Bit : TextColors::k256;
}

}  // namespace

bool standard_output_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

TextScreen standard_screen() {
  TextScreen screen = file_screen();
  if (!standard_output_is_terminal()) return screen;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
    screen.columns = size_from("COLUMNS", size.ws_col);
    screen.rows = size_from("LINES", size.ws_row);
  }
  screen.colors = colors_of_terminal();
  return screen;
}

TextScreen file_screen() {
  TextScreen screen;
  screen.columns = size_from("COLUMNS", screen.columns);
  screen.rows = size_from("LINES", screen.rows);
  screen.unicode = locale_is_utf8();
  return screen;
}

}  // namespace gradfield

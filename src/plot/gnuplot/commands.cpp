#include "plot/gnuplot/commands.hpp"

#include <algorithm>

namespace gradfield {
namespace {

constexpr std::string_view kBlanks = " \t";

std::string_view take_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
  text.remove_prefix(word.size());
  return word;
}

bool is_short_for(std::string_view word, std::string_view whole, std::size_t fewest) {
  return word.size() >= fewest && whole.starts_with(word);
}

// Up to a semicolon or the end of a line that stands in no quotes; `commands` then begins behind it.
std::string_view take_command(std::string_view& commands) {
  char quote = 0;
  std::size_t end = 0;
  for (; end < commands.size(); ++end) {
    const char c = commands[end];
    if (quote == 0 && (c == ';' || c == '\n')) break;
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
  }
  const std::string_view command = commands.substr(0, end);
  commands.remove_prefix(std::min(end + 1, commands.size()));
  return command;
}

}  // namespace

std::vector<std::string_view> commands_of(std::string_view text) {
  std::vector<std::string_view> commands;
  while (!text.empty()) {
    const std::string_view command = take_command(text);
    const std::size_t begin = command.find_first_not_of(kBlanks), last = command.find_last_not_of(kBlanks);
    if (begin != std::string_view::npos) commands.push_back(command.substr(begin, last + 1 - begin));
  }
  return commands;
}

std::optional<std::string_view> setting_of(std::string_view command, std::string_view option, std::size_t fewest) {
  constexpr std::size_t kFewestOfVerb = 2;
  const std::string_view verb = take_word(command), object = take_word(command);
  const bool sets = is_short_for(verb, "set", kFewestOfVerb) || is_short_for(verb, "unset", kFewestOfVerb);
  return sets && is_short_for(object, option, fewest) ? std::optional(command) : std::nullopt;
}

}  // namespace gradfield

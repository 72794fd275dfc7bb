// CLI11 parses what the option table declares, but for what it cannot know or tell apart (2.1.2): a formula that begins
// with a minus from options; -n=20 from the value "=20", and --title= from --title; and the option that was meant by a
// name that is none. arguments.cpp sees to these before.
#include "cli/parse.hpp"

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/arguments.hpp"
#include "formula/compile.hpp"
#include "formula/names.hpp"
#include "formula/words/words.hpp"

namespace gradfield {
namespace {

// The option before `word` that takes a value only with =, such as --contour 5; null where it is another.
const OptionRow* option_before(const std::vector<std::string>& arguments, const std::string& word) {
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string& option = arguments[i - 1];
    if (arguments[i] != word) continue;
    const OptionRow* const row = named_option(option);
    if (row != nullptr && row->value.starts_with('[')) return row;
  }
  return nullptr;
}

// Options whose value people give in several words, and what stands between its parts in one.
struct ManyWords {
  std::string_view option, separator;
  bool (*fits)(const std::string& word);
};

bool is_constant(const std::string& word) {
  try {
    evaluate_constant(word, {});
    return true;
  } catch (const Error&) {
    return false;
  }
}

bool is_name(const std::string& word) { return is_well_formed_name(plain_name(word)); }

constexpr ManyWords kManyWords[] = {
    {"x", ":", is_constant},     {"y", ":", is_constant},    {"z", ":", is_constant},
    {"range", ":", is_constant}, {"path", ",", is_constant}, {"points", "x", is_constant},
    {"size", "x", is_constant},  {"vars", ",", is_name},     {"define", "=", is_constant},
};

// "--x takes one word: --x -3:3" for --x -3 3; "" where no option has a value in several words.
std::string cure_of_many_words(const std::vector<std::string>& expressions, const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i + 2 < arguments.size(); ++i) {
    const OptionRow* const row = named_option(arguments[i]);
    if (row == nullptr) continue;
    const auto words = std::ranges::find(kManyWords, row->long_name, &ManyWords::option);
    if (words == std::end(kManyWords)) continue;
    std::string value = arguments[i + 1];
    std::size_t joined = 0;
    // One expression is left for the formula.
    for (std::size_t k = i + 2; k < arguments.size() && joined + 1 < expressions.size(); ++k, ++joined) {
      const std::string& word = arguments[k];
      const bool is_apart = word == "=" && row->long_name == "define";  // a = 3
      if (std::ranges::count(expressions, word) == 0 || !(is_apart || words->fits(word))) break;
      const bool has_separator = value.ends_with(words->separator) || is_apart;
      value += (has_separator ? "" : std::string(words->separator)) + word;
    }
    if (joined == 0 || value.ends_with(words->separator)) continue;
    return arguments[i] + " takes one word: " + arguments[i] + " " + printable(shortened(value, 40));
  }
  return "";
}

// "unknown option '-x': did you mean '--x'?"; "" where no expression looks like an option with a value behind it.
std::string cure_of_one_dash(const std::vector<std::string>& expressions) {
  for (std::size_t i = 0; i + 1 < expressions.size(); ++i) {
    const std::string& word = expressions[i];
    if (word.size() < 2 || word[0] != '-' || !is_name(word.substr(1))) continue;
    std::string meant = find_option(std::string_view(word).substr(1)) != nullptr ? "-" + word : "";
    if (meant.empty() && format_of_file(expressions[i + 1]) != nullptr) meant = "-o";
    if (!meant.empty()) return "unknown option '" + shortened(word, 40) + "': did you mean '" + meant + "'?";
  }
  return "";
}

Error too_many_expressions(const std::vector<std::string>& expressions, const std::vector<std::string>& arguments) {
  for (const std::string& word : expressions) {
    if (const OptionRow* const row = option_before(arguments, word)) {
      const std::string name = "--" + std::string(row->long_name);
      return Error(ExitCode::kUsage, name + " takes its value with =: " + name + "=" + printable(shortened(word, 30)));
    }
  }
  for (const std::string& cure : {cure_of_many_words(expressions, arguments), cure_of_one_dash(expressions)}) {
    if (!cure.empty()) return Error(ExitCode::kUsage, cure);
  }
  const bool has_files =
      std::ranges::any_of(expressions, [](const std::string& word) { return access(word.c_str(), F_OK) == 0; });
  return Error(ExitCode::kUsage,
               "one expression is plotted at a time, and there are " + std::to_string(expressions.size()) + ": '" +
                   printable(shortened(expressions[0], 30)) + "', '" + printable(shortened(expressions[1], 30)) +
                   (has_files ? "'; some are files, whose names the shell may have put in place of a *" : "'") +
                   "; put the formula in quotes");
}

CLI::Option* declare(CLI::App& app, const OptionRow& row) {
  std::string names = "--" + std::string(row.long_name);
  if (row.short_name != '\0') names += std::string(",-") + row.short_name;
  CLI::Option* const option = row.value.empty() ? app.add_flag(names) : app.add_option(names);
  if (!row.value.empty()) option->expected(row.value.starts_with('[') ? 0 : 1, 1)->type_name(std::string(row.value));
  return option->description(help_of(row))
      ->group(std::string(group_title(row.group)))
      ->multi_option_policy(row.rules.repeats ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::TakeLast);
}

}  // namespace

Options parse_command_line(const std::vector<std::string>& arguments) {
  SortedArguments sorted = sort_arguments(arguments);
  std::vector<std::string>& words = sorted.options;
  CLI::App app;
  app.set_help_flag();
  std::vector<CLI::Option*> declared;
  for (const OptionRow& row : option_table()) declared.push_back(declare(app, row));
  std::reverse(words.begin(), words.end());  // as CLI11 takes them
  const std::string last = words.empty() ? "" : words.front();
  try {
    app.parse(std::move(words));
  } catch (const CLI::ArgumentMismatch&) {
    throw Error(ExitCode::kUsage, last + " needs a value: " + last + " " + std::string(named_option(last)->value));
  }
  if (sorted.expressions.size() > 1) throw too_many_expressions(sorted.expressions, arguments);

  Options options;
  options.words = arguments;
  for (std::size_t i = 0; i < declared.size(); ++i) {
    if (declared[i]->count() == 0) continue;
    const OptionRow& row = option_table()[i];
    options.given.insert(row.long_name);
    for (const std::string& value : declared[i]->as<std::vector<std::string>>()) row.set(options, value);
  }
  if (!sorted.expressions.empty()) options.expression = sorted.expressions[0];
  return options;
}

}  // namespace gradfield

// CLI11 parses what the option table declares, but for what it cannot know or tell apart (2.1.2): a formula that begins
// with a minus from options; -n=20 from the value "=20", and --title= from --title; and the option that was meant by a
// name that is none. arguments.cpp sees to these before.
#include "cli/parse.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/arguments.hpp"

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

Error too_many_expressions(const std::vector<std::string>& expressions, const std::vector<std::string>& arguments) {
  for (const std::string& word : expressions) {
    if (const OptionRow* const row = option_before(arguments, word)) {
      const std::string name = "--" + std::string(row->long_name);
      return Error(ExitCode::kUsage, name + " takes its value with =: " + name + "=" + printable(shortened(word, 30)));
    }
  }
  return Error(ExitCode::kUsage, "one expression is plotted at a time, and there are " +
                                     std::to_string(expressions.size()) + ": '" +
                                     printable(shortened(expressions[0], 30)) + "', '" +
                                     printable(shortened(expressions[1], 30)) + "'; put the formula in quotes");
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

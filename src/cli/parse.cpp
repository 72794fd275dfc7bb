#include "cli/parse.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "base/spelling.hpp"
#include "cli/arguments.hpp"

namespace gradfield {
namespace {

// CLI11 sees every value as a place in our list, so that nothing a person typed can look like an option to it, be split
// at commas, or lose its quotes.
class Values {
 public:
  std::string keep(const std::string& value) {
    values_.push_back(value);
    return "@" + std::to_string(values_.size() - 1);
  }
  const std::string& operator[](const std::string& place) const { return values_[std::stoul(place.substr(1))]; }

 private:
  std::vector<std::string> values_;
};

// The option before `word` that takes a value only with =, such as --contour 5; null where it is another.
const OptionRow* option_before(const std::vector<std::string>& arguments, const std::string& word) {
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string& option = arguments[i - 1];
    if (arguments[i] != word || !option.starts_with("--")) continue;
    const OptionRow* const row = find_option(option.substr(2));
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

}  // namespace

Options parse_command_line(const std::vector<std::string>& arguments) {
  const SortedArguments sorted = sort_arguments(arguments);
  Values values;
  std::vector<std::string> words;
  for (const SortedArguments::Use& use : sorted.options) {
    words.push_back("--" + std::string(use.option->long_name));
    if (!use.option->value.empty()) words.push_back(values.keep(use.value));
  }
  if (sorted.expressions.size() > 1) throw too_many_expressions(sorted.expressions, arguments);

  Options options;
  options.words = arguments;
  CLI::App app;
  app.set_help_flag();
  std::map<const OptionRow*, CLI::Option*> uses;
  for (const OptionRow& row : option_table()) {
    const std::string name = "--" + std::string(row.long_name);
    uses[&row] = row.value.empty() ? app.add_flag(name) : app.add_option(name)->expected(1)->take_all();
  }
  std::reverse(words.begin(), words.end());  // as CLI11 takes them
  try {
    app.parse(words);
  } catch (const CLI::ParseError& fault) {
    throw Error(ExitCode::kUsage, fault.what());
  }

  for (const OptionRow& row : option_table()) {
    const std::vector<std::string>& results = uses[&row]->results();
    if (results.empty()) continue;
    options.given.insert(row.long_name);
    if (row.value.empty())
      row.set(options, "");
    else if (!row.rules.repeats)
      row.set(options, values[results.back()]);
    else
      for (const std::string& place : results) row.set(options, values[place]);
  }
  if (!sorted.expressions.empty()) options.expression = sorted.expressions[0];
  return options;
}

}  // namespace gradfield

// Sorts the words of the command line: which are options and their values, which is the formula. Formulas and ranges
// may start with a minus, which no option parser can know.
#pragma once

#include <string>
#include <vector>

#include "cli/option_table.hpp"

namespace gradfield {

struct SortedArguments {
  std::vector<std::string> options;      // for the parser of options: each stands as typed, and its value behind it
  std::vector<std::string> expressions;  // all that is no option
};

/// An argument with one dash is an option only if it is exactly a short name, or -n with digits, -D with NAME=, -f with
/// a known format, -o with a name that is no expression; else it is the formula. An option that takes a value takes the
/// next argument whatever it begins with; where there is none, the option is the last word. `--` ends the options.
/// Errors: kUsage for an unknown option, or a value where none is taken.
SortedArguments sort_arguments(const std::vector<std::string>& arguments);

/// The option that a word such as "--points" or "-n" names; null where it names none.
const OptionRow* named_option(const std::string& word);

}  // namespace gradfield

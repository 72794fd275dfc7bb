// Sorts the words of the command line: which are options, which are their values, which is the formula. Formulas and
// ranges may start with a minus, which no option parser can know.
#pragma once

#include <string>
#include <vector>

#include "cli/option_table.hpp"

namespace gradfield {

struct SortedArguments {
  struct Use {
    const OptionRow* option;
    std::string value;  // empty where the option takes none
  };
  std::vector<Use> options;              // in the order of the command line
  std::vector<std::string> expressions;  // all that is no option
};

/// An argument with one dash is an option only if it is exactly a short name, or -n with digits, -D with NAME=, -f with
/// a known format, -o with a name that is no expression; else it is the formula. An option that takes a value takes the
/// next argument whatever it begins with. `--` ends the options.
/// Errors: kUsage for an unknown option, a missing value, or a value where none is taken.
SortedArguments sort_arguments(const std::vector<std::string>& arguments);

}  // namespace gradfield

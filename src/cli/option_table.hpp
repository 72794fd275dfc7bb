// Every option, one row each: the parser, the help and "did you mean" all read this table.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/options.hpp"

namespace gradfield {

enum class OptionGroup { kFunction, kDomain, kDerivative, kPaths, kOutput, kTable, kPicture, kGeneral };

struct OptionRow {
  OptionGroup group;
  char short_name;             // '\0': none
  std::string_view long_name;  // without the dashes
  std::string_view value;      // what the value is called in the help; empty: the option takes none; in brackets: it
                               // may stand behind an equals sign
  std::string_view help;       // one or more sentences; wrapped when shown
  bool repeats;                // each use counts; else the last one does
  void (*set)(Options& options, const std::string& value);
};

std::span<const OptionRow> option_table();

std::string_view group_title(OptionGroup group);

const OptionRow* find_option(std::string_view long_name);
const OptionRow* find_option(char short_name);

}  // namespace gradfield

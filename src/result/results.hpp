// What gradfield can be asked for, one row each.
#pragma once

#include <span>
#include <string_view>

#include "base/error.hpp"
#include "cli/option_table.hpp"
#include "request/request.hpp"

namespace gradfield {

struct Result {
  std::string_view name;    // as notes call it: "--title has no effect on a table"
  Hearer hearer;            // which options it hears
  std::string_view option;  // that asks for it; empty: none does, its format tells
  /// Where it goes.
  Destination (*destination)(const Options& options);
  bool (*has)(const Format& format);  // may it have this format?
  ExitCode (*make)(const Request& request);
};

/// All of them. The first that is asked for and has the format is made.
std::span<const Result> results();

/// The first that is asked for, in whichever format; it says where the result goes.
const Result& asked_result(const Options& options);

/// The one that is asked for in this format.
const Result& result_of(const Options& options, const Format& format);

}  // namespace gradfield

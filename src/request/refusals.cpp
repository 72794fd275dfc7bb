#include "request/refusals.hpp"

#include <string>

#include "base/error.hpp"
#include "cli/option_table.hpp"

namespace gradfield {
namespace {

std::string found(const Exclusion& exclusion, const Options& options, const Format* format) {
  if (exclusion.found != nullptr) return exclusion.found(options, format);
  return options.given.contains(exclusion.other) ? shortest_name(*find_option(exclusion.other)) : "";
}

void refuse(const OptionRow& row, const Options& options, const Format* format) {
  if (!options.given.contains(row.long_name)) return;
  for (const Exclusion& exclusion : row.rules.excludes) {
    const std::string other = found(exclusion, options, format);
    if (!other.empty()) throw Error(ExitCode::kUsage, filled(exclusion.fault, other));
  }
}

}  // namespace

void refuse_beside(std::string_view option, const Options& options, const Format* format) {
  refuse(*find_option(option), options, format);
}

void refuse_exclusions(const Options& options, const Format& format) {
  for (const OptionRow& row : option_table()) refuse(row, options, &format);
}

}  // namespace gradfield

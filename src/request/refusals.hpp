// Refuses options that do not go together, as the option table says.
#pragma once

#include <string_view>

#include "cli/formats.hpp"
#include "cli/options.hpp"

namespace gradfield {

/// Refuses what stands beside `option` and is excluded by it, if that is given. For who must know before all is
/// understood; `format` is that of the result, if it is chosen. Errors: kUsage.
void refuse_beside(std::string_view option, const Options& options, const Format* format = nullptr);

/// The same for every option. Errors: kUsage.
void refuse_exclusions(const Options& options, const Format& format);

}  // namespace gradfield

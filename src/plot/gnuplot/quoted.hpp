// Text that a person typed, in a gnuplot script.
#pragma once

#include <string>
#include <string_view>

namespace gradfield {

/// `text` as a gnuplot string literal, with its quotes: every byte survives, none means anything to gnuplot.
std::string quoted(std::string_view text);

}  // namespace gradfield

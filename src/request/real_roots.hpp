// Powers such as x^(1/3), which is nan where x is negative, though -2 is a root of x^3 = -8.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "field/grid/grid.hpp"
#include "program/program.hpp"

namespace gradfield {

/// A note for each power of `f` that has a real root where it is nan: its exponent is a fraction with 3, 5, 7 or 9
/// below, and its base is negative at some of the points (of a large grid, of ten thousand of them); with the formula
/// of the real root. `condition`: only points at which it holds.
std::vector<std::string> notes_on_real_roots(const Program& f, const Grid& grid,
                                             const std::optional<Program>& condition);

}  // namespace gradfield

// What the key says of arrows.
#pragma once

#include <vector>

#include "plot/arrows/arrows.hpp"
#include "plot/sheet/key.hpp"

namespace gradfield {

/// What the longest arrow stands for, and how many are shortened; or that all are zero, or that there are none.
/// Very short ones are shown enlarged, and that is said.
/// `longest`, `cell`: of the arrows, in points of the page, see arrow_shape().
std::vector<KeyEntry> arrow_key(const ArrowCounts& counts, const LengthScale& lengths, Rgb color, double longest,
                                double cell);

}  // namespace gradfield

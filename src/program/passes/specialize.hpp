// What a program need not do because its variables stay in a box.
#pragma once

#include <vector>

#include "program/bounds.hpp"
#include "program/program.hpp"

namespace gradfield {

/// A program with the same values, to the bit, at every point of the box: decided comparisons and branches are gone,
/// and of the guards that make a slope nan where f is nan those that the box or the slope itself makes needless.
///
/// Requires: one range a variable.
Program specialize(const Program& program, const Box& box);

/// A program without what only some of its outputs need: these are the constant 0 then. One flag an output.
Program keep_outputs(const Program& program, const std::vector<bool>& kept);

}  // namespace gradfield

// How the bounds of an operation's result follow from those of its operands: one rule each.
#pragma once

#include <span>

#include "program/bounds.hpp"

namespace gradfield {

/// Whether the range is true, or false, whatever the value: nan is true.
bool is_true(const Bounds& u);
bool is_false(const Bounds& u);

/// What `operation` makes of operands that are not nan: between which values, and whether it may make a nan of them.
/// An operation without a rule may have any value.
InstructionBounds bound_result(Operation operation, std::span<const Bounds> operands);

}  // namespace gradfield

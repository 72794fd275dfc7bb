// What a processor does faster, with the same result.
#pragma once

#include "program/program.hpp"

namespace gradfield {

/// A program with the same values, to the bit (any nan for any nan), in fewer or faster operations: a division by a
/// power of two becomes a product, and a negation goes into the constant that its operand or its result is multiplied
/// with or divided by. Made last, for the evaluator: formulas are shown as people know them.
Program with_cheaper_operations(const Program& program);

}  // namespace gradfield

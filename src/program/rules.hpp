// What is known of every operation besides its value: one row each.
#pragma once

#include <array>

#include "program/term.hpp"

namespace gradfield {

/// What a slope rule may use: v = operation(u[0], u[1], ...), and du[k], the slope of u[k].
struct RuleInput {
  Term v;
  std::array<Term, kLargestArity> u;
  std::array<Slope, kLargestArity> du;
};

/// dv from u, du and v.
using SlopeRule = Slope (*)(const RuleInput&);

/// The slope rule of an operation, or null where its slope is 0.
SlopeRule slope_rule_of(Operation operation);

}  // namespace gradfield

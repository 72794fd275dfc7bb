// Under which turns and exchanges of its variables a function stays as it is, or turns into its negative.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "field/grid/grid.hpp"
#include "program/program.hpp"

namespace gradfield {

/// A motion of the space of all variables: variable k takes the value of `from[k]`, negative where `signs[k]` is -1.
struct Motion {
  std::vector<std::size_t> from;
  std::vector<int> signs;
};

/// How a function answers to a motion m.
struct Answer {
  int sign = 0;           // f(m(p)) = sign * f(p); 0: neither 1 nor -1 is known to hold
  bool is_shown = false;  // for every point, by the instructions; else tried at points
};

/// Shows it by the instructions: the motion takes each of them to another one, or to its negative (so x to -x, and then
/// x^2 to x^2; x to y, and then x+y to y+x). What needs more, as the order of a longer sum, is not shown: the sign is 0
/// then. Requires: a program with one output.
Answer show(const Program& f, const Motion& motion);

/// A statement about all of f.
struct Symmetry {
  std::string words;  // "even in x", "exchanging x and y leaves f as it is"
  bool is_shown;      // by the instructions; else tried at kTriedPoints points
};
inline constexpr std::size_t kTriedPoints = 200;

/// The symmetries of f about the origin: independence of a variable, even and odd in one, the negative of all,
/// exchanges of two, of two variables also quarter turns and turns by any angle. Variables that a range holds are left
/// out.
///
/// Method: show(); what that leaves open is tried at points of a lattice (of Kronecker's kind) in the box around the
/// origin that holds the ranges: both values nan, or alike to 1e-9 of theirs (and 1e-12 of the usual one); where they
/// are finite at less than half of the points nothing is said.
///
/// `name`: of the function. Requires: one axis a variable.
std::vector<Symmetry> symmetries_of(const Program& f, const Grid& grid, const std::string& name);

}  // namespace gradfield

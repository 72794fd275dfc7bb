// All critical points of f in a box, and whether they are all.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/critical/interval.hpp"
#include "program/program.hpp"

namespace gradfield {

/// A point of which it is proved that the gradient is zero there, but for rounding: in `around` exactly once.
struct ProvedZero {
  std::vector<double> place;
  std::vector<Interval> around;
};

/// A cell in which it was not decided whether the gradient is zero; or is zero everywhere.
struct OpenCell {
  std::vector<Interval> box;
  bool is_level;  // the gradient is proved to be zero all over it
};

struct ZeroSearch {
  std::vector<ProvedZero> zeros;
  std::vector<OpenCell> open;
};

/// All zeros of the gradient in a box, proved, and what is left open.
///
/// Method: branch and bound. Cells in which bounds of the slopes exclude a zero are dropped (Enclosure), others are
/// halved. From the middle of each that is left Newton's method is tried, and a zero that it finds is proved by the
/// widest region around it that Krawczyk's operator maps into itself; cells in such a region are done. A cell of 2^-30
/// of the box is left open; so are all cells once there are too many of them, as along the floor of a valley.
///
/// The result is the same for every number of threads.
///
/// `derivatives`: f with its first and second derivatives. `box`: finite, of a width that is not 0.
ZeroSearch search_zeros(const Program& derivatives, const std::vector<Interval>& box, int threads);

}  // namespace gradfield

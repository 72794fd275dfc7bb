// Pieces of lines, joined end to end.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace gradfield {

/// A straight piece between points of these numbers.
using Piece = std::array<std::size_t, 2>;

/// A line through points of these numbers; of a closed one the first is not repeated.
struct Chain {
  std::vector<std::size_t> points;
  bool closed;
};

/// The pieces joined; open chains first. Requires: at most two pieces meet at a point, of which there are `points`.
std::vector<Chain> join(std::span<const Piece> pieces, std::size_t points);

}  // namespace gradfield

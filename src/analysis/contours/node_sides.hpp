// On which side of a level the nodes of a sample lie.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/contours/contour_mesh.hpp"

namespace gradfield {

class NodeSides {
 public:
  explicit NodeSides(const ContourMesh& mesh);

  /// Decides on the sides of a level.
  ///
  /// A node at the level, but for roundings, belongs to the side of its neighbours: so a line through nodes is whole
  /// and single, and a level that f only touches has none. Where they are on both sides it counts as above, where on
  /// none it has no side.
  void set(double level);

  /// Above 1, below -1; 0 where f is not finite, or at the level all around.
  int at(std::size_t place) const { return sides_[place]; }
  int at(MeshNode node) const;

  /// Nodes at which lines meet: around them the side changes four times or more.
  std::span<const std::size_t> meetings() const { return meetings_; }

 private:
  signed char side_of_neighbours(std::size_t place) const;
  int changes_around(std::size_t place) const;

  std::size_t columns_, rows_;
  std::vector<double> values_, roundings_;
  std::vector<signed char> sides_;
  std::vector<std::size_t> meetings_;
};

}  // namespace gradfield

// Where a sample is too coarse for contour lines, whatever the level.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/contours/contour_mesh.hpp"

namespace gradfield {

class CoarseSpots {
 public:
  explicit CoarseSpots(const ContourMesh& mesh);

  /// Cells of which some corners have a finite f and others not.
  const std::vector<std::size_t>& edge_of_domain() const { return edge_of_domain_; }

  /// Edges with both ends on one side of the level whose slopes tell that f takes it between: so a valley or a ridge
  /// hides between nodes.
  std::vector<MeshEdge> hiding(double level) const;

 private:
  // An edge on which f has an extremum between its ends.
  struct Bend {
    MeshEdge edge;
    double low, high;  // of f at both ends
    double extreme;    // about that of f
  };

  void find_edge_of_domain(const ContourMesh& mesh);

  std::vector<std::size_t> edge_of_domain_;
  std::vector<Bend> bends_;
};

}  // namespace gradfield

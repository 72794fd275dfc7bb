// Marching squares: the pieces of the lines of one level, cell by cell.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "analysis/contours/coarse_spots.hpp"
#include "analysis/contours/contour_graph.hpp"
#include "analysis/contours/contour_mesh.hpp"
#include "analysis/contours/node_sides.hpp"

namespace gradfield {

struct ContourPieces {
  std::vector<Sample> points;
  std::vector<ContourPiece> pieces;  // between points of these numbers
};

class ContourCells {
 public:
  ContourCells(ContourMesh& mesh, LevelCrossings& crossings);

  ContourPieces pieces(double level);

 private:
  int side(MeshNode node) const;
  std::size_t crossing_on(const MeshEdge& edge) const;
  void add_crossing(const MeshEdge& edge);
  void find_new();
  void mark(std::size_t cell);
  void mark_beside(const MeshEdge& edge);
  void mark_cells();
  void refine_marked();
  void cross_block(std::size_t cell);
  void link_border(std::size_t cell);
  bool bend_at_corner(const std::array<MeshNode, 4>& corners, const std::array<MeshEdge, 4>& edges,
                      const std::array<std::size_t, 4>& changes);
  void add_pieces(MeshNode corner, std::uint32_t length);

  ContourMesh& mesh_;
  LevelCrossings& finder_;
  std::uint32_t columns_, rows_;  // of nodes of the sample
  CoarseSpots spots_;

  double level_ = 0;
  NodeSides sides_;
  std::unordered_map<std::uint64_t, std::size_t> on_edge_;
  std::vector<Crossing> crossings_;
  std::size_t found_ = 0;  // crossings that were searched
  std::vector<bool> is_marked_;
  std::vector<std::size_t> marked_;
  std::vector<MeshNode> fine_cells_;  // lower left corners of those that a line may pass
  ContourPieces result_;
};

}  // namespace gradfield

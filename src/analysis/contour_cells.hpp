// Marching squares: the pieces of the lines of one level, cell by cell.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "analysis/contour_graph.hpp"
#include "analysis/contour_mesh.hpp"

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
  struct Edge {
    MeshNode node;  // lower or left end
    bool is_upright;
    std::uint32_t length;  // in steps of the mesh
    MeshNode end() const { return is_upright ? MeshNode{node.i, node.j + length} : MeshNode{node.i + length, node.j}; }
  };
  // An edge on which f has an extremum between two nodes.
  struct Bend {
    Edge edge;
    double low, high;  // of f at both ends
    double extreme;    // about that of f
  };

  void survey();
  void set_sides();
  int changes_around(std::size_t place) const;
  int side(MeshNode node) const;
  std::size_t crossing_on(const Edge& edge) const;
  void add_crossing(const Edge& edge);
  void find_new();
  void mark(std::size_t cell);
  void mark_beside(const Edge& edge);
  void mark_cells();
  void refine_marked();
  void cross_block(std::size_t cell);
  void link_border(std::size_t cell);
  bool bend_at_corner(const std::array<MeshNode, 4>& corners, const std::array<Edge, 4>& edges,
                      const std::array<std::size_t, 4>& changes);
  void add_pieces(MeshNode corner, std::uint32_t length);

  ContourMesh& mesh_;
  LevelCrossings& finder_;
  std::uint32_t columns_, rows_;  // of nodes of the sample
  std::vector<double> values_, roundings_;
  std::vector<std::size_t> edge_of_domain_;  // cells
  std::vector<Bend> bends_;

  double level_ = 0;
  std::vector<signed char> sides_;     // of the nodes of the sample: above 1, below -1, 0 no side
  std::vector<std::size_t> meetings_;  // nodes of the sample at which lines meet
  std::unordered_map<std::uint64_t, std::size_t> on_edge_;
  std::vector<Crossing> crossings_;
  std::size_t found_ = 0;  // crossings that were searched
  std::vector<bool> is_marked_;
  std::vector<std::size_t> marked_;
  std::vector<MeshNode> fine_cells_;  // lower left corners of those that a line may pass
  ContourPieces result_;
};

}  // namespace gradfield

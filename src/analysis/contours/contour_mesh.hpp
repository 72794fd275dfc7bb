// The cells that contour lines are followed through: those of a sample, and smaller ones where it is too coarse.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "analysis/contours/level_crossings.hpp"
#include "field/grid/grid.hpp"
#include "field/sample.hpp"

namespace gradfield {

/// A node of the mesh: whole steps from the first point of the grid, kFineSteps to a cell.
struct MeshNode {
  std::uint32_t i = 0, j = 0;
};

/// A sample on a grid, each cell of which can be sampled again, finer.
class ContourMesh {
 public:
  static constexpr std::uint32_t kFineSteps = 8;

  /// All three must outlive the mesh. Requires: a field of all points of a grid of two axes.
  ContourMesh(const Grid& grid, const Field& field, LevelCrossings& crossings);

  /// Cells of the sample on each axis.
  std::array<std::uint32_t, 2> cells() const { return cells_; }
  std::size_t cell_index(std::uint32_t i, std::uint32_t j) const { return j * std::size_t{cells_[0]} + i; }
  /// Width and height of a cell of the sample.
  std::array<double, 2> cell_size() const;

  /// f and slopes at a node: of the sample, or in a cell that was refined.
  Sample at(MeshNode node) const;

  /// Samples these cells finer. False, with nothing done, where all together would be more than kMostRefined.
  bool refine(std::span<const std::size_t> cells);
  bool is_refined(std::size_t cell) const { return blocks_.contains(cell); }
  /// Whether finite samples of a refined cell lie on both sides of the level, or at it but for roundings.
  bool spans(std::size_t cell, double level) const;

  /// As many points as eight times a sample of 200x200: a tenth of a second at most.
  static constexpr std::size_t kMostRefined = 4000;

 private:
  struct Block {
    std::size_t first;       // its first sample in fine_
    double least, greatest;  // finite value
  };

  std::array<double, 2> point_of(MeshNode node) const;

  const Grid& grid_;
  const Field& field_;
  LevelCrossings& crossings_;
  std::array<std::uint32_t, 2> cells_;
  std::unordered_map<std::size_t, Block> blocks_;  // of refined cells
  std::vector<Sample> fine_;
};

/// An edge of a cell of the sample or of a finer one.
struct MeshEdge {
  MeshNode node;  // lower or left end
  bool is_upright;
  std::uint32_t length;  // in steps: ContourMesh::kFineSteps or 1

  MeshNode end() const { return is_upright ? MeshNode{node.i, node.j + length} : MeshNode{node.i + length, node.j}; }
  /// The same number for the same edge.
  std::uint64_t key() const {
    return (std::uint64_t{node.i} << 33) | (std::uint64_t{node.j} << 2) | (is_upright ? 2u : 0u) |
           (length < ContourMesh::kFineSteps ? 1u : 0u);
  }
};

}  // namespace gradfield

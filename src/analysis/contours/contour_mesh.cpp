#include "analysis/contours/contour_mesh.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {
namespace {

constexpr std::uint32_t kFineNodes = ContourMesh::kFineSteps + 1;  // on an edge of a cell

}  // namespace

ContourMesh::ContourMesh(const Grid& grid, const Field& field, LevelCrossings& crossings)
    : grid_(grid), field_(field), crossings_(crossings) {
  for (std::size_t k = 0; k < 2; ++k) cells_[k] = static_cast<std::uint32_t>(grid.axes[k].count - 1);
}

std::array<double, 2> ContourMesh::cell_size() const {
  std::array<double, 2> size;
  for (std::size_t k = 0; k < 2; ++k) {
    const Axis& axis = grid_.axes[k];
    size[k] = (axis.max / 2 - axis.min / 2) / cells_[k] * 2;
  }
  return size;
}

std::array<double, 2> ContourMesh::point_of(MeshNode node) const {
  const std::array<std::uint32_t, 2> steps{node.i, node.j};
  std::array<double, 2> point;
  for (std::size_t k = 0; k < 2; ++k) {
    const Axis& axis = grid_.axes[k];
    const std::uint32_t cell = steps[k] / kFineSteps, rest = steps[k] % kFineSteps;
    point[k] = axis.point(cell);
    // The end of a cell is the start of the next to the bit.
    if (rest > 0) point[k] += (axis.point(cell + 1) - point[k]) * rest / kFineSteps;
  }
  return point;
}

Sample ContourMesh::at(MeshNode node) const {
  const std::uint32_t i = node.i / kFineSteps, j = node.j / kFineSteps;
  const std::uint32_t di = node.i % kFineSteps, dj = node.j % kFineSteps;
  if (di == 0 && dj == 0) {
    const std::size_t place = j * (std::size_t{cells_[0]} + 1) + i;
    return {{field_.coordinates[0][place], field_.coordinates[1][place]},
            field_.f[place],
            {field_.slopes[0][place], field_.slopes[1][place]}};
  }
  // A node on an edge belongs to both cells; either may be the refined one.
  const auto find = [&](std::uint32_t cell_i, std::uint32_t cell_j) -> const Sample* {
    if (cell_i >= cells_[0] || cell_j >= cells_[1]) return nullptr;
    const auto block = blocks_.find(cell_index(cell_i, cell_j));
    if (block == blocks_.end()) return nullptr;
    const std::size_t row = node.j - cell_j * kFineSteps, column = node.i - cell_i * kFineSteps;
    return &fine_[block->second.first + row * kFineNodes + column];
  };
  const Sample* sample = find(i, j);
  if (sample == nullptr && di == 0 && i > 0) sample = find(i - 1, j);
  if (sample == nullptr && dj == 0 && j > 0) sample = find(i, j - 1);
  return *sample;
}

bool ContourMesh::refine(std::span<const std::size_t> cells) {
  if (blocks_.size() + cells.size() > kMostRefined) return false;
  const std::size_t first = fine_.size();
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  for (const std::size_t cell : cells) {
    if (!blocks_.try_emplace(cell, Block{fine_.size(), kInfinity, -kInfinity}).second) continue;
    const std::uint32_t i = static_cast<std::uint32_t>(cell % cells_[0]) * kFineSteps;
    const std::uint32_t j = static_cast<std::uint32_t>(cell / cells_[0]) * kFineSteps;
    for (std::uint32_t dj = 0; dj < kFineNodes; ++dj) {
      for (std::uint32_t di = 0; di < kFineNodes; ++di) fine_.push_back({point_of({i + di, j + dj}), 0, {}});
    }
  }
  crossings_.evaluate(std::span(fine_).subspan(first));
  for (const std::size_t cell : cells) {
    Block& block = blocks_.at(cell);
    for (const Sample& sample : std::span(fine_).subspan(block.first, kFineNodes * kFineNodes)) {
      if (!std::isfinite(sample.f)) continue;
      block.least = std::min(block.least, sample.f);
      block.greatest = std::max(block.greatest, sample.f);
    }
  }
  return true;
}

bool ContourMesh::spans(std::size_t cell, double level) const {
  const Block& block = blocks_.at(cell);
  // Far more than roundings of f and its point are; a block too many costs only time.
  const double slack = 1e-6 * (block.greatest - block.least) + 1e-12 * std::fabs(level);
  return block.least - slack <= level && level <= block.greatest + slack;
}

}  // namespace gradfield

#include "analysis/contours/contour_cells.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::uint32_t kStep = ContourMesh::kFineSteps;

// Fifteen poles or jumps all over a page of 200 cells; more are hardly told apart on it, or are noise of roundings, and
// are not looked at more closely.
constexpr std::ptrdiff_t kMostJumps = 3000;

}  // namespace

ContourCells::ContourCells(ContourMesh& mesh, LevelCrossings& crossings)
    : mesh_(mesh),
      finder_(crossings),
      columns_(mesh.cells()[0] + 1),
      rows_(mesh.cells()[1] + 1),
      spots_(mesh),
      sides_(mesh) {}

int ContourCells::side(MeshNode node) const {
  if (node.i % kStep == 0 && node.j % kStep == 0) return sides_.at(node);
  const Sample sample = mesh_.at(node);
  const double value = sample.f - level_;
  if (!std::isfinite(value)) return 0;
  if (std::fabs(value) > rounding_of(sample, level_)) return value > 0 ? 1 : -1;
  return sample.slopes[0] == 0 && sample.slopes[1] == 0 ? 0 : 1;
}

// The real crossing on an edge, or kNone.
std::size_t ContourCells::crossing_on(const MeshEdge& edge) const {
  const auto place = on_edge_.find(edge.key());
  return place == on_edge_.end() || !crossings_[place->second].is_real ? kNone : place->second;
}

void ContourCells::add_crossing(const MeshEdge& edge) {
  const auto key = edge.key();
  if (!on_edge_.emplace(key, crossings_.size()).second) return;
  crossings_.push_back({mesh_.at(edge.node), mesh_.at(edge.end()), side(edge.node) > 0, {}, false});
}

void ContourCells::find_new() {
  finder_.find(std::span(crossings_).subspan(found_), level_);
  found_ = crossings_.size();
}

void ContourCells::mark(std::size_t cell) {
  if (is_marked_[cell]) return;
  is_marked_[cell] = true;
  marked_.push_back(cell);
}

void ContourCells::mark_beside(const MeshEdge& edge) {
  const std::uint32_t i = edge.node.i / kStep, j = edge.node.j / kStep;
  if (i + 1 < columns_ && j + 1 < rows_) mark(mesh_.cell_index(i, j));
  if (edge.is_upright && i > 0) mark(mesh_.cell_index(i - 1, j));
  if (!edge.is_upright && j > 0) mark(mesh_.cell_index(i, j - 1));
}

ContourPieces ContourCells::pieces(double level) {
  level_ = level;
  on_edge_.clear();
  crossings_.clear();
  fine_cells_.clear();
  found_ = 0;
  result_ = {};
  sides_.set(level);
  for (std::uint32_t j = 0; j < rows_; ++j) {
    for (std::uint32_t i = 0; i < columns_; ++i) {
      const std::size_t place = j * columns_ + i;
      const int here = sides_.at(place);
      if (i + 1 < columns_ && here * sides_.at(place + 1) < 0) add_crossing({{i * kStep, j * kStep}, false, kStep});
      if (j + 1 < rows_ && here * sides_.at(place + columns_) < 0) add_crossing({{i * kStep, j * kStep}, true, kStep});
    }
  }
  find_new();
  mark_cells();
  refine_marked();
  for (std::uint32_t j = 0; j + 1 < rows_; ++j) {
    for (std::uint32_t i = 0; i + 1 < columns_; ++i) {
      const std::size_t place = j * columns_ + i;
      const int sum =
          sides_.at(place) + sides_.at(place + 1) + sides_.at(place + columns_) + sides_.at(place + columns_ + 1);
      const std::size_t cell = mesh_.cell_index(i, j);
      if (!is_marked_[cell] && std::abs(sum) != 4) add_pieces({i * kStep, j * kStep}, kStep);
    }
  }
  for (const MeshNode corner : fine_cells_) add_pieces(corner, 1);
  std::vector<Sample> vias = std::move(result_.points);
  result_.points.clear();
  for (const Crossing& crossing : crossings_) result_.points.push_back(crossing.at);
  std::ranges::move(vias, std::back_inserter(result_.points));
  return std::move(result_);
}

// Marks the cells that the sample is too coarse for.
void ContourCells::mark_cells() {
  is_marked_.assign(std::size_t{columns_ - 1} * (rows_ - 1), false);
  marked_.clear();
  for (const std::size_t cell : spots_.edge_of_domain()) mark(cell);
  for (const std::size_t place : sides_.meetings()) {
    const MeshNode node{static_cast<std::uint32_t>(place % columns_) * kStep,
                        static_cast<std::uint32_t>(place / columns_) * kStep};
    mark_beside({node, true, kStep});
    mark_beside({{node.i, node.j - kStep}, true, kStep});
  }
  for (const MeshEdge& edge : spots_.hiding(level_)) mark_beside(edge);
  for (std::uint32_t j = 0; j + 1 < rows_; ++j) {
    for (std::uint32_t i = 0; i + 1 < columns_; ++i) {
      const std::size_t place = j * columns_ + i;
      const int here = sides_.at(place), right = sides_.at(place + 1);
      const int above = sides_.at(place + columns_), beyond = sides_.at(place + columns_ + 1);
      if (here * right < 0 && here * above < 0 && here * beyond > 0) mark(mesh_.cell_index(i, j));
    }
  }
  const auto jumps = std::ranges::count_if(crossings_, [](const Crossing& crossing) { return !crossing.is_real; });
  for (const auto& [key, number] : on_edge_) {
    if (jumps > kMostJumps) break;
    if (crossings_[number].is_real) continue;
    const MeshNode node{static_cast<std::uint32_t>(key >> 33), static_cast<std::uint32_t>(key >> 2) & 0x7fffffffu};
    mark_beside({node, (key & 2) != 0, kStep});
  }
  std::ranges::sort(marked_);  // the order of the map is not that of the cells
}

// Crosses the marked cells at their finer samples; where their border has other crossings than the coarse cell beside
// it that one too, and so on.
void ContourCells::refine_marked() {
  for (std::size_t first = 0; first < marked_.size();) {
    const std::vector<std::size_t> cells(marked_.begin() + static_cast<std::ptrdiff_t>(first), marked_.end());
    first = marked_.size();
    if (!mesh_.refine(cells)) {
      for (const std::size_t cell : cells) is_marked_[cell] = mesh_.is_refined(cell);
    }
    for (const std::size_t cell : cells) {
      if (is_marked_[cell] && mesh_.spans(cell, level_)) cross_block(cell);
    }
    find_new();
    for (const std::size_t cell : cells) {
      if (is_marked_[cell]) link_border(cell);
    }
  }
}

void ContourCells::cross_block(std::size_t cell) {
  const std::uint32_t i = static_cast<std::uint32_t>(cell % (columns_ - 1)) * kStep;
  const std::uint32_t j = static_cast<std::uint32_t>(cell / (columns_ - 1)) * kStep;
  std::array<std::array<int, kStep + 1>, kStep + 1> sides;
  for (std::uint32_t dj = 0; dj <= kStep; ++dj) {
    for (std::uint32_t di = 0; di <= kStep; ++di) sides[dj][di] = side({i + di, j + dj});
  }
  for (std::uint32_t dj = 0; dj <= kStep; ++dj) {
    for (std::uint32_t di = 0; di <= kStep; ++di) {
      const int here = sides[dj][di];
      if (di < kStep && here * sides[dj][di + 1] < 0) add_crossing({{i + di, j + dj}, false, 1});
      if (dj < kStep && here * sides[dj + 1][di] < 0) add_crossing({{i + di, j + dj}, true, 1});
      if (di == kStep || dj == kStep) continue;
      const int sum = here + sides[dj][di + 1] + sides[dj + 1][di] + sides[dj + 1][di + 1];
      if (std::abs(sum) != 4) fine_cells_.push_back({i + di, j + dj});
    }
  }
}

// Makes one crossing of those that a coarse edge and its fine parts have at the same place.
void ContourCells::link_border(std::size_t cell) {
  const std::uint32_t i = static_cast<std::uint32_t>(cell % (columns_ - 1)) * kStep;
  const std::uint32_t j = static_cast<std::uint32_t>(cell / (columns_ - 1)) * kStep;
  const std::array<double, 2> size = mesh_.cell_size();
  for (const MeshEdge& edge : {MeshEdge{{i, j}, false, kStep}, MeshEdge{{i, j + kStep}, false, kStep},
                               MeshEdge{{i, j}, true, kStep}, MeshEdge{{i + kStep, j}, true, kStep}}) {
    const std::size_t coarse = crossing_on(edge);
    std::size_t count = 0;
    for (std::uint32_t d = 0; d < kStep; ++d) {
      const MeshNode node =
          edge.is_upright ? MeshNode{edge.node.i, edge.node.j + d} : MeshNode{edge.node.i + d, edge.node.j};
      const std::size_t fine = crossing_on({node, edge.is_upright, 1});
      if (fine == kNone) continue;
      ++count;
      if (coarse == kNone) continue;
      const std::size_t k = edge.is_upright;
      constexpr double kSame = 1e-6;  // part of a cell: both are roots of f, to 1e-9 of their edges
      if (std::fabs(crossings_[fine].at.point[k] - crossings_[coarse].at.point[k]) < kSame * size[k])
        on_edge_[MeshEdge{node, edge.is_upright, 1}.key()] = coarse;
    }
    if (count != (coarse == kNone ? 0u : 1u)) mark_beside(edge);
  }
}

// Lines that cross at a node, such as those of xy = 0, pass it: where both crossings of a cell are nodes and so is the
// corner between them, the piece goes by way of that. Whether it does.
bool ContourCells::bend_at_corner(const std::array<MeshNode, 4>& corners, const std::array<MeshEdge, 4>& edges,
                                  const std::array<std::size_t, 4>& changes) {
  if (changes[1] - changes[0] == 2) return false;  // opposite edges
  const std::size_t alone = changes[1] - changes[0] == 1 ? changes[1] : 0;
  const Sample between = mesh_.at(corners[(alone + 2) % 4]);
  const std::size_t a = crossing_on(edges[changes[0]]), b = crossing_on(edges[changes[1]]);
  if (a == kNone || b == kNone || a == b || std::fabs(between.f - level_) > rounding_of(between, level_)) return false;
  const auto before = mesh_.at(corners[(alone + 3) % 4]).point, after = mesh_.at(corners[(alone + 1) % 4]).point;
  const auto at_a = crossings_[a].at.point, at_b = crossings_[b].at.point;
  if (!((at_a == before && at_b == after) || (at_a == after && at_b == before))) return false;
  const std::size_t corner = crossings_.size() + result_.points.size();
  result_.points.push_back(between);
  result_.pieces.push_back({a, corner});
  result_.pieces.push_back({corner, b});
  return true;
}

void ContourCells::add_pieces(MeshNode corner, std::uint32_t length) {
  // Corners around the cell, and edge k from corner k to corner k+1.
  const MeshNode right{corner.i + length, corner.j}, above{corner.i, corner.j + length};
  const std::array<MeshNode, 4> corners{corner, right, {right.i, above.j}, above};
  const std::array<MeshEdge, 4> edges{
      {{corner, false, length}, {right, true, length}, {above, false, length}, {corner, true, length}}};
  std::array<int, 4> sides;
  for (std::size_t k = 0; k < 4; ++k) sides[k] = side(corners[k]);
  std::array<std::size_t, 4> changes;
  std::size_t count = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    if (sides[k] == 0) return;
    if (sides[k] != sides[(k + 1) % 4]) changes[count++] = k;
  }
  const auto connect = [&](std::size_t a, std::size_t b) {
    const std::size_t from = crossing_on(edges[a]), to = crossing_on(edges[b]);
    if (from != kNone && to != kNone && from != to) result_.pieces.push_back({from, to});
  };
  if (count == 2 && !bend_at_corner(corners, edges, changes)) connect(changes[0], changes[1]);
  if (count < 4) return;
  // The surface that is linear along both axes has its saddle above the level where the product of the corners above
  // is larger (the asymptotic decider of Nielson and Hamann, 1991). All four are scaled, so that none overflows.
  std::array<double, 4> values;
  double largest = 0;
  for (std::size_t k = 0; k < 4; ++k) {
    values[k] = mesh_.at(corners[k]).f - level_;
    largest = std::max(largest, std::fabs(values[k]));
  }
  for (double& value : values) value /= largest;
  const bool joins_first = values[0] * values[2] > values[1] * values[3];
  connect(0, joins_first ? 1 : 3);
  connect(2, joins_first ? 3 : 1);
}

}  // namespace gradfield

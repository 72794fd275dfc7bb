#include "analysis/contour_cells.hpp"

#include <algorithm>
#include <cmath>

namespace gradfield {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::uint32_t kStep = ContourMesh::kFineSteps;

// Fifteen poles or jumps all over a page of 200 cells; more are hardly told apart on it, or are noise of roundings, and
// are not looked at more closely.
constexpr std::ptrdiff_t kMostJumps = 3000;

// The extremum of the cubic through two values with slopes that point to opposite sides (the slopes times the length).
double extreme_between(double a, double b, double from, double to) {
  // v(t) = a + from t + p t^2 + q t^3; v'(t) = 0. The slopes differ in sign, so one root lies between.
  const double p = 3 * (b - a) - 2 * from - to, q = 2 * (a - b) + from + to;
  double low = 0, high = 1;
  for (int i = 0; i < 12; ++i) {  // far nearer than the cubic itself is
    const double t = low / 2 + high / 2;
    ((from + t * (2 * p + 3 * q * t) > 0) == (from > 0) ? low : high) = t;
  }
  return a + low * (from + low * (p + q * low));
}

}  // namespace

ContourCells::ContourCells(ContourMesh& mesh, LevelCrossings& crossings)
    : mesh_(mesh), finder_(crossings), columns_(mesh.cells()[0] + 1), rows_(mesh.cells()[1] + 1) {
  survey();
}

// What is the same for all levels.
void ContourCells::survey() {
  for (std::uint32_t j = 0; j < rows_; ++j) {
    for (std::uint32_t i = 0; i < columns_; ++i) {
      const Sample sample = mesh_.at({i * kStep, j * kStep});
      values_.push_back(sample.f);
      roundings_.push_back(rounding_of(sample, 0));
      for (const bool is_upright : {false, true}) {
        if ((is_upright ? j + 1 == rows_ : i + 1 == columns_)) continue;
        const Edge edge{{i * kStep, j * kStep}, is_upright, kStep};
        const Sample other = mesh_.at(edge.end());
        const double length = mesh_.cell_size()[is_upright];
        const double from = sample.slopes[is_upright] * length, to = other.slopes[is_upright] * length;
        if (!((from > 0 && to < 0) || (from < 0 && to > 0))) continue;
        const double extreme = extreme_between(sample.f, other.f, from, to);
        if (std::isfinite(extreme))
          bends_.push_back({edge, std::min(sample.f, other.f), std::max(sample.f, other.f), extreme});
      }
    }
  }
  for (std::uint32_t j = 0; j + 1 < rows_; ++j) {
    for (std::uint32_t i = 0; i + 1 < columns_; ++i) {
      int finite = 0;
      for (const std::size_t place :
           {j * columns_ + i, j * columns_ + i + 1, (j + 1) * columns_ + i, (j + 1) * columns_ + i + 1})
        finite += std::isfinite(values_[place]);
      if (finite > 0 && finite < 4) edge_of_domain_.push_back(mesh_.cell_index(i, j));
    }
  }
}

// A node at the level belongs to the side of its neighbours: so a line through nodes is whole and single, and a level
// that f only touches has none. Where they are on both sides it counts as above, where on none it has no side.
void ContourCells::set_sides() {
  sides_.assign(values_.size(), 0);
  std::vector<std::size_t> at_level;
  const double of_level = rounding_of({{}, 0, {}}, level_);
  for (std::size_t place = 0; place < values_.size(); ++place) {
    const double value = values_[place] - level_;
    if (!std::isfinite(value)) continue;
    if (std::fabs(value) > roundings_[place] + of_level)
      sides_[place] = value > 0 ? 1 : -1;
    else
      at_level.push_back(place);
  }
  std::vector<signed char> decided;
  for (const std::size_t place : at_level) {
    const std::size_t i = place % columns_, j = place / columns_;
    bool above = false, below = false;
    for (std::size_t b = j - (j > 0); b <= std::min<std::size_t>(j + 1, rows_ - 1); ++b) {
      for (std::size_t a = i - (i > 0); a <= std::min<std::size_t>(i + 1, columns_ - 1); ++a) {
        above = above || sides_[b * columns_ + a] > 0;
        below = below || sides_[b * columns_ + a] < 0;
      }
    }
    decided.push_back(above ? 1 : below ? -1 : 0);
  }
  for (std::size_t k = 0; k < at_level.size(); ++k) sides_[at_level[k]] = decided[k];
  meetings_.clear();
  for (const std::size_t place : at_level) {
    if (changes_around(place) >= 4) meetings_.push_back(place);
  }
}

// How often the side changes on the way around a node; 0 at the border.
int ContourCells::changes_around(std::size_t place) const {
  const std::size_t i = place % columns_, j = place / columns_;
  if (i == 0 || j == 0 || i + 1 == columns_ || j + 1 == rows_) return 0;
  const std::size_t below = place - columns_, above = place + columns_;
  const std::array<std::size_t, 8> ring{below - 1, below, below + 1, place + 1, above + 1, above, above - 1, place - 1};
  int changes = 0;
  for (std::size_t k = 0; k < ring.size(); ++k) changes += sides_[ring[k]] * sides_[ring[(k + 1) % ring.size()]] < 0;
  return changes;
}

int ContourCells::side(MeshNode node) const {
  if (node.i % kStep == 0 && node.j % kStep == 0) return sides_[node.j / kStep * columns_ + node.i / kStep];
  const Sample sample = mesh_.at(node);
  const double value = sample.f - level_;
  if (!std::isfinite(value)) return 0;
  if (std::fabs(value) > rounding_of(sample, level_)) return value > 0 ? 1 : -1;
  return sample.slopes[0] == 0 && sample.slopes[1] == 0 ? 0 : 1;
}

// The real crossing on an edge, or kNone.
std::size_t ContourCells::crossing_on(const Edge& edge) const {
  const auto place = on_edge_.find(edge_key(edge.node, edge.is_upright, edge.length < kStep));
  return place == on_edge_.end() || !crossings_[place->second].is_real ? kNone : place->second;
}

void ContourCells::add_crossing(const Edge& edge) {
  const auto key = edge_key(edge.node, edge.is_upright, edge.length < kStep);
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

void ContourCells::mark_beside(const Edge& edge) {
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
  set_sides();
  for (std::uint32_t j = 0; j < rows_; ++j) {
    for (std::uint32_t i = 0; i < columns_; ++i) {
      const std::size_t place = j * columns_ + i;
      const int here = sides_[place];
      if (i + 1 < columns_ && here * sides_[place + 1] < 0) add_crossing({{i * kStep, j * kStep}, false, kStep});
      if (j + 1 < rows_ && here * sides_[place + columns_] < 0) add_crossing({{i * kStep, j * kStep}, true, kStep});
    }
  }
  find_new();
  mark_cells();
  refine_marked();
  for (std::uint32_t j = 0; j + 1 < rows_; ++j) {
    for (std::uint32_t i = 0; i + 1 < columns_; ++i) {
      const std::size_t place = j * columns_ + i;
      const int sum = sides_[place] + sides_[place + 1] + sides_[place + columns_] + sides_[place + columns_ + 1];
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
  for (const std::size_t cell : edge_of_domain_) mark(cell);
  for (const std::size_t place : meetings_) {
    const MeshNode node{static_cast<std::uint32_t>(place % columns_) * kStep,
                        static_cast<std::uint32_t>(place / columns_) * kStep};
    mark_beside({node, true, kStep});
    mark_beside({{node.i, node.j - kStep}, true, kStep});
  }
  for (const Bend& bend : bends_) {
    if ((bend.extreme < level_ && bend.low > level_) || (bend.extreme > level_ && bend.high < level_))
      mark_beside(bend.edge);
  }
  for (std::uint32_t j = 0; j + 1 < rows_; ++j) {
    for (std::uint32_t i = 0; i + 1 < columns_; ++i) {
      const std::size_t place = j * columns_ + i;
      const int here = sides_[place], right = sides_[place + 1];
      const int above = sides_[place + columns_], beyond = sides_[place + columns_ + 1];
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
  for (const Edge& edge : {Edge{{i, j}, false, kStep}, Edge{{i, j + kStep}, false, kStep}, Edge{{i, j}, true, kStep},
                           Edge{{i + kStep, j}, true, kStep}}) {
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
        on_edge_[edge_key(node, edge.is_upright, true)] = coarse;
    }
    if (count != (coarse == kNone ? 0u : 1u)) mark_beside(edge);
  }
}

// Lines that cross at a node, such as those of xy = 0, pass it: where both crossings of a cell are nodes and so is the
// corner between them, the piece goes by way of that. Whether it does.
bool ContourCells::bend_at_corner(const std::array<MeshNode, 4>& corners, const std::array<Edge, 4>& edges,
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
  const std::array<Edge, 4> edges{
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

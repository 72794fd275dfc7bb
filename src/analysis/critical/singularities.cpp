#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "analysis/critical/critical_points.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

// A place, and the direction there if there is one.
struct Node {
  Point place;
  std::optional<Point> direction;
};

// The angle from one direction to another, in (-pi, pi].
double turn(const Point& from, const Point& to) { return arc_tangent2(cross(from, to), dot(from, to)); }

int turns_of(double angle) { return static_cast<int>(std::lround(angle / (2 * std::numbers::pi))); }

class Search {
 public:
  Search(const Directions& directions, const Lattice& lattice, double precision)
      : directions_(directions), lattice_(lattice), precision_(precision) {
    for (std::size_t j = 0; j < lattice.counts[1]; ++j) {
      for (std::size_t i = 0; i < lattice.counts[0]; ++i) nodes_.push_back(at(place(i, j)));
    }
  }

  std::vector<Singularity> run() {
    const std::size_t columns = lattice_.counts[0];
    std::vector<Singularity> found;
    for (std::size_t j = 0; j + 1 < lattice_.counts[1]; ++j) {
      for (std::size_t i = 0; i + 1 < columns; ++i) {
        const Node* corner = &nodes_[j * columns + i];
        const Cell cell{corner->place, lattice_.pitch};
        const int index = index_of({corner[0], corner[1], corner[columns + 1], corner[columns]}, 0);
        if (index == 0) continue;
        Refined refined = refine(cell, index, 0);
        if (!refined.is_exact || std::abs(index) != 1) refined = refine_surely(cell);
        if (refined.point.index != 0) found.push_back(refined.point);
      }
    }
    return found;
  }

 private:
  struct Cell {
    Point low, size;
    Point at(double x_share, double y_share) const { return {low.x + x_share * size.x, low.y + y_share * size.y}; }
  };
  struct Refined {
    Singularity point;
    bool is_exact;  // whether the place is known as well as is asked for
  };
  using Corners = std::array<Node, 4>;

  Node at(const Point& place) const { return {place, directions_(place)}; }

  Point place(std::size_t i, std::size_t j) const {
    return {(static_cast<double>(i) + 0.382) * lattice_.pitch.x + lattice_.corner.x,
            (static_cast<double>(j) + 0.382) * lattice_.pitch.y + lattice_.corner.y};
  }

  // The angle by which the direction turns on the straight way between two nodes. That of a plain critical point turns
  // by less than 180 degrees on it; where it turns far, more nodes tell which way around. A dipole's turns by more:
  // only with `sure_halvings`, whatever the ends look like, is that seen.
  double turn_along(const Node& from, const Node& to, int sure_halvings, int halvings = 3) const {
    const double whole = turn(*from.direction, *to.direction);
    if (sure_halvings <= 0 && (std::fabs(whole) < std::numbers::pi / 2 || halvings == 0)) return whole;
    const Node middle = at((from.place + to.place) / 2);
    if (!middle.direction) return whole;
    return turn_along(from, middle, sure_halvings - 1, halvings - 1) +
           turn_along(middle, to, sure_halvings - 1, halvings - 1);
  }

  // How often the direction turns along the sides; 0 where there is none at one of the corners.
  int index_of(const Corners& corners, int sure_halvings) const {
    if (!std::ranges::all_of(corners, [](const Node& node) { return node.direction.has_value(); })) return 0;
    double sum = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
      sum += turn_along(corners[i], corners[(i + 1) % corners.size()], sure_halvings);
    }
    return turns_of(sum);
  }

  // The point in the same cell, counted surely; dearer.
  Refined refine_surely(const Cell& cell) const {
    constexpr int kSureHalvings = 3;  // eight parts of a side: three rounds of a direction are 135 degrees in each
    const int index = index_of({at(cell.low), at(cell.at(1, 0)), at(cell.at(1, 1)), at(cell.at(0, 1))}, kSureHalvings);
    return index == 0 ? Refined{{cell.low, 0}, false} : refine(cell, index, kSureHalvings);
  }

  // Halves the cell while a part of it has the index.
  Refined refine(Cell cell, int index, int sure_halvings) const {
    bool is_exact = true;
    while (is_exact && std::max(cell.size.x, cell.size.y) > precision_) {
      const std::optional<Cell> part = part_with(cell, index, sure_halvings);
      is_exact = part.has_value();
      if (part) cell = *part;
    }
    return {{cell.low + cell.size / 2, index}, is_exact};
  }

  // The cuts are uneven for the same reason as the lattice's place.
  std::optional<Cell> part_with(const Cell& cell, int index, int sure_halvings) const {
    constexpr std::array<double, 3> kCuts{0, 0.472, 1};
    std::array<std::array<Node, 3>, 3> nodes;
    for (std::size_t j = 0; j < 3; ++j) {
      for (std::size_t i = 0; i < 3; ++i) nodes[j][i] = at(cell.at(kCuts[i], kCuts[j]));
    }
    for (std::size_t j = 0; j < 2; ++j) {
      for (std::size_t i = 0; i < 2; ++i) {
        const Corners corners{nodes[j][i], nodes[j][i + 1], nodes[j + 1][i + 1], nodes[j + 1][i]};
        if (index_of(corners, sure_halvings) != index) continue;
        return Cell{nodes[j][i].place,
                    {(kCuts[i + 1] - kCuts[i]) * cell.size.x, (kCuts[j + 1] - kCuts[j]) * cell.size.y}};
      }
    }
    return std::nullopt;
  }

  const Directions& directions_;
  Lattice lattice_;
  double precision_;
  std::vector<Node> nodes_;
};

}  // namespace

std::vector<Singularity> find_singularities(const Directions& directions, const Lattice& lattice, double precision) {
  return Search(directions, lattice, precision).run();
}

std::optional<Ring> ring_around(const Directions& directions, const Point& middle, double radius, int halvings) {
  constexpr std::size_t kPoints = 128;
  constexpr double kAngle = 2 * std::numbers::pi / kPoints, kFar = std::numbers::pi / 3;
  const auto at = [&](double angle) {
    const Point place = middle + radius * Point{cosine(angle), sine(angle)};
    return Node{place, directions(place)};
  };
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < kPoints; ++i) {
    nodes.push_back(at(static_cast<double>(i) * kAngle));
    if (!nodes.back().direction) return std::nullopt;
  }
  Ring ring{};
  double sum = 0;
  // From `from`, which is not added, to `to`.
  const auto go = [&](auto& self, const Node& from, const Node& to, double from_angle, double step, int left) -> bool {
    const double angle = turn(*from.direction, *to.direction);
    if (std::fabs(angle) > kFar && left > 0) {
      const Node between = at(from_angle + step / 2);
      return between.direction && self(self, from, between, from_angle, step / 2, left - 1) &&
             self(self, between, to, from_angle + step / 2, step / 2, left - 1);
    }
    sum += angle;
    ring.sharpest_turn = std::max(ring.sharpest_turn, std::fabs(angle));
    ring.points.push_back({to.place, *to.direction});
    return true;
  };
  for (std::size_t i = 0; i < kPoints; ++i) {
    if (!go(go, nodes[i], nodes[(i + 1) % kPoints], static_cast<double>(i) * kAngle, kAngle, halvings)) {
      return std::nullopt;
    }
  }
  ring.index = turns_of(sum);
  return ring;
}

}  // namespace gradfield

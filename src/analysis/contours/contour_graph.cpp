#include "analysis/contours/contour_graph.hpp"

#include <algorithm>
#include <cmath>

#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Points nearer than this part of a cell are one: where a line passes a node, each edge there has its crossing.
constexpr double kSamePoint = 1e-7;
// An open line that stays within so many cells is what is left of one beside a pole or a jump.
constexpr double kSpeck = 1;
// The eye sees no corner where a line turns by less than so many radians (4 degrees).
constexpr double kSmoothTurn = 0.07;
constexpr int kMostInserted = 12;  // between two points, for a line that turns about in one cell
// A line that leaves the chord at more than this angle (60 degrees) has a kink between, and is not made round.
constexpr double kKink = 1.05;

struct Vector {
  double x = 0, y = 0;
};

double cross(Vector a, Vector b) { return a.x * b.y - a.y * b.x; }
double dot(Vector a, Vector b) { return a.x * b.x + a.y * b.y; }

// All in units of cells, where no slope or coordinate overflows.
class Smoother {
 public:
  Smoother(std::array<double, 2> cell) : cell_(cell) {}

  Vector between(const Sample& a, const Sample& b) const {
    return {(b.point[0] - a.point[0]) / cell_[0], (b.point[1] - a.point[1]) / cell_[1]};
  }

  // Along the line, to the side of `chord`; null where the slopes do not tell.
  Vector tangent(const Sample& sample, Vector chord) const {
    const double u = sample.slopes[0] * cell_[0], v = sample.slopes[1] * cell_[1], norm = hypotenuse(u, v);
    if (!(norm > 0) || !std::isfinite(norm)) return {};
    const Vector along{-v / norm, u / norm};
    return dot(along, chord) < 0 ? Vector{-along.x, -along.y} : along;
  }

  // Appends points of the cubic from a to b with their tangents (Hermite's).
  void insert_between(const Sample& a, const Sample& b, std::vector<Sample>& out) const {
    const Vector chord = between(a, b), from = tangent(a, chord), to = tangent(b, chord);
    const double length = hypotenuse(chord.x, chord.y);
    const double turn_from = std::atan2(cross(from, chord), dot(from, chord));
    const double turn_to = std::atan2(cross(chord, to), dot(chord, to));
    const double turn = std::fabs(turn_from) + std::fabs(turn_to);
    if (!(turn > kSmoothTurn) || std::fabs(turn_from) > kKink || std::fabs(turn_to) > kKink) return;
    const int count = std::min(static_cast<int>(turn / kSmoothTurn), kMostInserted);
    for (int i = 1; i <= count; ++i) {
      const double t = i / (count + 1.0), rest = 1 - t;
      const double ends = t * t * (1 + 2 * rest), start = t * rest * rest * length, end = -t * t * rest * length;
      const Vector way{chord.x * ends + from.x * start + to.x * end, chord.y * ends + from.y * start + to.y * end};
      out.push_back({{a.point[0] + way.x * cell_[0], a.point[1] + way.y * cell_[1]}, 0, {}});
    }
  }

 private:
  std::array<double, 2> cell_;
};

}  // namespace

std::vector<ContourChain> join_pieces(std::span<const ContourPiece> pieces, std::size_t point_count) {
  std::vector<std::array<std::size_t, 2>> neighbours(point_count, {kNone, kNone});
  for (const auto [a, b] : pieces) {
    neighbours[a][neighbours[a][0] == kNone ? 0 : 1] = b;
    neighbours[b][neighbours[b][0] == kNone ? 0 : 1] = a;
  }
  std::vector<bool> is_done(point_count, false);
  std::vector<ContourChain> chains;
  const auto follow = [&](std::size_t start, bool closed) {
    ContourChain chain{{start}, closed};
    is_done[start] = true;
    for (std::size_t here = start;;) {
      const auto [a, b] = neighbours[here];
      here = a != kNone && !is_done[a] ? a : b;
      if (here == kNone || is_done[here]) break;
      is_done[here] = true;
      chain.points.push_back(here);
    }
    chains.push_back(std::move(chain));
  };
  for (std::size_t i = 0; i < point_count; ++i) {
    if (!is_done[i] && neighbours[i][0] != kNone && neighbours[i][1] == kNone) follow(i, false);
  }
  for (std::size_t i = 0; i < point_count; ++i) {
    if (!is_done[i] && neighbours[i][0] != kNone) follow(i, true);
  }
  return chains;
}

std::vector<ContourLine> smooth_lines(std::span<const ContourChain> chains, std::span<const Sample> points,
                                      std::array<double, 2> cell, double level, LevelCrossings& crossings) {
  const Smoother smoother(cell);
  std::vector<std::vector<Sample>> lines;
  std::vector<Sample> inserted;
  std::vector<std::vector<std::size_t>> counts;  // of points inserted after each
  for (const ContourChain& chain : chains) {
    std::vector<Sample> line;
    const auto is_new = [&](const Sample& sample, const Sample& other) {
      const Vector way = smoother.between(sample, other);
      return std::max(std::fabs(way.x), std::fabs(way.y)) > kSamePoint;
    };
    for (const std::size_t place : chain.points) {
      if (line.empty() || is_new(points[place], line.back())) line.push_back(points[place]);
    }
    if (chain.closed && line.size() > 1 && !is_new(line.front(), line.back())) line.pop_back();
    std::vector<std::size_t>& count = counts.emplace_back();
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::size_t before = inserted.size();
      if (i + 1 < line.size() || chain.closed) smoother.insert_between(line[i], line[(i + 1) % line.size()], inserted);
      count.push_back(inserted.size() - before);
    }
    lines.push_back(std::move(line));
  }
  crossings.evaluate(inserted);
  crossings.settle(inserted, cell, level);

  std::vector<ContourLine> out;
  std::size_t next = 0;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    ContourLine line{level, {}, chains[k].closed};
    for (std::size_t i = 0; i < lines[k].size(); ++i) {
      line.points.push_back(lines[k][i].point);
      for (const std::size_t end = next + counts[k][i]; next < end; ++next) {
        if (std::isfinite(inserted[next].f)) line.points.push_back(inserted[next].point);
      }
    }
    const bool is_speck = !line.closed && std::ranges::all_of(lines[k], [&](const Sample& sample) {
      const Vector way = smoother.between(lines[k].front(), sample);
      return std::max(std::fabs(way.x), std::fabs(way.y)) < kSpeck;
    });
    if (!is_speck && line.points.size() > (line.closed ? 2u : 1u)) out.push_back(std::move(line));
  }
  return out;
}

}  // namespace gradfield

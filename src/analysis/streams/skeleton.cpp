#include "analysis/streams/skeleton.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

#include "analysis/critical/critical_points.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

// Radius of the disc that lines keep out of around a node, in spacings: so small that the lines seem to meet, and as
// wide as a gap that nobody overlooks, since through a node no line leads.
constexpr double kNodeRadius = 0.3;

Lattice lattice_of(const StreamFlow& flow, double spacing) {
  Lattice lattice{-flow.half(), {}, {}};
  for (std::size_t k = 0; k < 2; ++k) {
    lattice.counts[k] = static_cast<std::size_t>(std::ceil(4 * flow.half()[k] / spacing)) + 1;
    lattice.pitch[k] = 2 * flow.half()[k] / static_cast<double>(lattice.counts[k]);
  }
  return lattice;
}

// Where on a circle around a saddle the flow has no part across the radius.
std::vector<StreamPoint> ways_of(StreamFlow& flow, const Point& saddle, double radius) {
  // Two ways are never as near to each other as 3 degrees, but for points that are far steeper across than along.
  constexpr std::size_t kParts = 128;
  constexpr double kAngle = 2 * std::numbers::pi / kParts;
  const auto at = [&](double angle) {
    const Point place = saddle + radius * Point{cosine(angle), sine(angle)};
    return StreamPoint{place, flow.at(place)};
  };
  const auto across = [&](double angle) { return cross({cosine(angle), sine(angle)}, at(angle).flow.direction); };
  std::vector<StreamPoint> ways;
  for (std::size_t i = 0; i < kParts; ++i) {
    double low = static_cast<double>(i) * kAngle, high = low + kAngle;
    const bool rises = across(low) < 0;
    if (rises != (across(high) >= 0)) continue;
    // To 3e-6, far less than the curvature of the way on the circle.
    for (int halvings = 0; halvings < 16; ++halvings) {
      const double middle = (low + high) / 2;
      ((across(middle) < 0) == rises ? low : high) = middle;
    }
    ways.push_back(at((low + high) / 2));
  }
  return ways;
}

}  // namespace

Skeleton find_skeleton(StreamFlow& flow, double spacing) {
  const Directions directions = [&](const Point& place) {
    const Flow there = flow.at(place);
    return there.runs ? std::optional(there.direction) : std::nullopt;
  };
  const std::vector<Singularity> points = find_singularities(directions, lattice_of(flow, spacing), spacing / 2000);
  Skeleton skeleton;
  for (const auto& [place, index] : points) {
    double room = std::numeric_limits<double>::infinity();
    for (const Singularity& other : points) {
      if (other.place != place) room = std::min(room, distance(other.place, place));
    }
    const bool is_saddle = index < 0;
    if (is_saddle && room < 1.5 * spacing) continue;
    // A fifth of the way to the next leaves most of the line between two nodes.
    const double disc = std::min(kNodeRadius * spacing, room / 5);
    const double radius = is_saddle ? kSaddleRadius * spacing : disc / 2;
    // What turns by more than 60 degrees from one place to the next jumps, as where a ridge only looks like a point.
    const std::optional<Ring> ring = ring_around(directions, place, radius, 0);
    if (!ring || ring->index != index || ring->sharpest_turn > std::numbers::pi / 3) continue;
    if (!is_saddle) {
      skeleton.nodes.push_back({place, disc});
    } else if (std::vector<StreamPoint> ways = ways_of(flow, place, radius); !ways.empty()) {
      skeleton.saddles.push_back({place, std::move(ways)});
    }
  }
  return skeleton;
}

}  // namespace gradfield

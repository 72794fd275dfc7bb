#include "analysis/check/disagreements.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "kernel/mathematics.hpp"
#include "program/builder.hpp"
#include "program/differentiate.hpp"
#include "program/passes/rounding.hpp"

namespace gradfield {
namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();

// Each stretch is this part of the one before: a little more than half, so that a jump at its end is not lost to
// rounding.
constexpr double kShrink = 0.53;

// A stretch shrinks so many times before its second difference is the measure of the others...
constexpr int kStepsBefore = 6;
// ... and so many times more. A smooth f has second differences of h^2 f'': 0.53^20 of the measure is left. At a kink
// they are h times the difference of slopes: 0.53^10 is left; at a jump all of it. Halfway between the former two:
constexpr int kSteps = 10;
constexpr double kLeftOfSmooth = 7.3e-5;

// So much more than the reach is looked at, for the same reason.
constexpr double kMargin = 1.0625;

// "Beside" a point is so far, in units of the length on which f is taken to change: far more than the rounding of x,
// and far less than that length. No round numbers, so that no wave or lattice is met at the same place again.
constexpr double kBeside[] = {1.371e-8, -1.693e-8, 2.233e-8, -2.789e-8, 3.491e-8, -4.129e-8, 5.167e-8, -6.023e-8};

// A disagreement is the same elsewhere where it differs by no more than this part of it.
constexpr double kSame = 0.25;

}  // namespace

Program output_of(const Program& program, std::size_t output) {
  ProgramBuilder builder(program.variables());
  const std::vector<NodeId> places = builder.insert(program);
  return builder.finish(std::array{places[program.outputs()[output]]});
}

RoughSpots::RoughSpots(const Program& f)
    : evaluator_(with_rounding_error(f)),
      neighbours_(f),
      middles_(f.variables().size()),
      quarters_(kTileSize),
      bounds_(kTileSize),
      bends_(kTileSize),
      noises_(kTileSize) {}

const std::vector<bool>& RoughSpots::near(const Tile& tile, std::size_t variable, std::span<const double> reach) {
  const std::size_t count = tile.size();
  middles_ = tile;
  is_rough_.assign(count, false);
  for (std::size_t i = 0; i < count; ++i) quarters_[i] = kMargin * reach[i] / 2;
  evaluator_.evaluate(tile);
  std::ranges::transform(evaluator_.output(1), bounds_.begin(),
                         [](double bound) { return std::isfinite(bound) ? bound : 0; });
  std::vector<double> measures;
  for (int level = 0; level <= kStepsBefore + kSteps; ++level) {
    shrink(variable);
    if (level == kStepsBefore) measures = bends_;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (bends_[i] > noises_[i] && bends_[i] > kLeftOfSmooth * measures[i]) is_rough_[i] = true;
  }
  return is_rough_;
}

// Takes the largest second difference in each stretch, and its stretch for the next time.
void RoughSpots::shrink(std::size_t variable) {
  const std::size_t count = middles_.size();
  neighbours_.place(middles_, variable, std::span(quarters_).first(count));
  std::array<Neighbours::Row, 5> rows;
  for (std::size_t k = 0; k < rows.size(); ++k) rows[k] = neighbours_.at(static_cast<int>(k) - 2);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t roughest = 1;
    double largest = 0;
    bends_[i] = 0;
    for (const std::size_t k : {1u, 0u, 2u}) {
      const double left = rows[k].f[i], middle = rows[k + 1].f[i], right = rows[k + 2].f[i];
      const double bend = std::fabs((left - middle) + (right - middle));
      if (!std::isfinite(bend)) is_rough_[i] = true;
      largest = std::max({largest, std::fabs(left), std::fabs(right)});
      if (bend > bends_[i]) {
        bends_[i] = bend;
        roughest = k;
      }
    }
    // Four values are rounded, and so is each x: by eps |x|, which the slope turns into a part of f.
    const double x = rows[2].x[i], slope = std::fabs(rows[4].f[i] - rows[0].f[i]) / (4 * quarters_[i]);
    noises_[i] = 4 * (bounds_[i] + kEpsilon * (largest + std::fabs(x * slope)));
    middles_.mutable_coordinate(variable)[i] = rows[roughest + 1].x[i];
    quarters_[i] *= kShrink;
  }
}

Doubts::Doubts(const Program& f, const Method& method, const MethodSettings& settings)
    : method_(method), settings_(settings), rough_values_(f), points_(f.variables().size()) {
  const Program gradient = differentiate(f);
  for (std::size_t k = 0; k < points_.variables(); ++k) rough_slopes_.emplace_back(output_of(gradient, 1 + k));
}

std::vector<bool> Doubts::explained(const std::vector<Doubt>& doubts, const Tile& tile, Gradient& gradient,
                                    Gradient& reference) {
  points_.resize(doubts.size());
  for (std::size_t k = 0; k < tile.variables(); ++k) {
    for (std::size_t a = 0; a < doubts.size(); ++a)
      points_.mutable_coordinate(k)[a] = tile.coordinate(k)[doubts[a].place];
  }
  is_explained_.assign(doubts.size(), false);
  if (!std::ranges::all_of(doubts, &Doubt::is_reference_sure)) {
    for (const double part : kBeside) look_beside(part, doubts, gradient, reference);
  }
  if (method_.reach > 0) {
    for (std::size_t k = 0; k < tile.variables(); ++k) look_within_reach(k);
  }
  return is_explained_;
}

// A slope that is wrong is as wrong beside the point, and so far from it that f shows it; one that follows f where
// differences cannot is another there. All variables move, each by another length, so that no border such as x = y is
// followed.
void Doubts::look_beside(double part, const std::vector<Doubt>& doubts, Gradient& gradient, Gradient& reference) {
  Tile beside = points_;
  for (std::size_t k = 0; k < beside.variables(); ++k) {
    const double part_of_variable = part / (1 + 0.371 * static_cast<double>(k));
    for (std::size_t a = 0; a < beside.size(); ++a) {
      const double x = points_.coordinate(k)[a];
      const double unit = std::max(length_scale(settings_, k, x), doubts[a].visible_way / kBeside[0]);
      beside.mutable_coordinate(k)[a] = x + part_of_variable * unit;
    }
  }
  const GradientTile &tested = gradient.evaluate(beside), &expected = reference.evaluate(beside);
  for (std::size_t a = 0; a < beside.size(); ++a) {
    const std::vector<double>& here = doubts[a].difference;
    const double change =
        length(here.size(), [&](std::size_t k) { return tested.slopes[k][a] - expected.slopes[k][a] - here[k]; });
    const double size = length(here.size(), [&](std::size_t k) { return here[k]; });
    if (!doubts[a].is_reference_sure && !(change <= kSame * size)) is_explained_[a] = true;
  }
}

void Doubts::look_within_reach(std::size_t variable) {
  std::vector<double> reach;
  for (std::size_t a = 0; a < points_.size(); ++a) {
    const double x = points_.coordinate(variable)[a];
    reach.push_back(method_.reach * step_at(settings_, method_.default_step, variable, x));
  }
  for (RoughSpots* spots : {&rough_values_, &rough_slopes_[variable]}) {
    const std::vector<bool>& is_rough = spots->near(points_, variable, reach);
    for (std::size_t a = 0; a < points_.size(); ++a) {
      if (is_rough[a]) is_explained_[a] = true;
    }
  }
}

}  // namespace gradfield

#include "analysis/check/disagreements.hpp"

#include <algorithm>
#include <cmath>

#include "kernel/length.hpp"
#include "program/builder.hpp"
#include "program/differentiate.hpp"

namespace gradfield {
namespace {

// "Beside" a point is so far, in units of the length on which f is taken to change: far more than the rounding of x,
// and far less than that length. No round numbers, so that no wave or lattice is met at the same place again.
constexpr double kBeside[] = {1.371e-8, -1.693e-8, 2.233e-8, -2.789e-8, 3.491e-8, -4.129e-8, 5.167e-8, -6.023e-8};

// A disagreement is the same elsewhere where it differs by no more than this part of it.
constexpr double kSame = 0.25;

// The program of one output of `program` alone.
Program output_of(const Program& program, std::size_t output) {
  ProgramBuilder builder(program.variables());
  const std::vector<NodeId> places = builder.insert(program);
  return builder.finish(std::array{places[program.outputs()[output]]});
}

}  // namespace

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

#include "field/methods/differences.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gradfield {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

DifferenceGradient::DifferenceGradient(const Program& f, const MethodSettings& settings, const StencilFamily& family)
    : program_(f),
      evaluator_(f),
      neighbours_(f),
      settings_(settings),
      family_(family),
      used_(variables_to_differentiate(f, settings)),
      f_(kTileSize),
      steps_(kTileSize),
      rise_(kTileSize),
      run_(kTileSize),
      is_lost_(kTileSize),
      is_open_(kTileSize),
      slopes_(f.variables().size(), std::vector<double>(kTileSize)) {
  result_.slopes.resize(f.variables().size());
}

std::unique_ptr<Gradient> DifferenceGradient::clone() const {
  return std::make_unique<DifferenceGradient>(program_, settings_, family_);
}

const GradientTile& DifferenceGradient::evaluate(const Tile& tile) {
  const std::size_t count = tile.size();
  evaluator_.evaluate(tile);
  std::ranges::copy(evaluator_.output(0), f_.begin());
  is_lost_.assign(count, false);
  for (std::size_t k = 0; k < slopes_.size(); ++k) {
    if (used_[k]) differentiate_in(k, tile);
    result_.slopes[k] = std::span(slopes_[k]).first(count);
  }
  result_.f = std::span(f_).first(count);
  if (settings_.lost_points) {
    *settings_.lost_points += static_cast<std::size_t>(std::ranges::count(is_lost_, true));
  }
  return result_;
}

void DifferenceGradient::differentiate_in(std::size_t variable, const Tile& tile) {
  const double* x = tile.coordinate(variable);
  for (std::size_t i = 0; i < tile.size(); ++i) {
    steps_[i] = step_at(settings_, family_.step_factor, variable, x[i]);
    const bool is_lost_here = is_lost(x[i], steps_[i]);
    if (is_lost_here) is_lost_[i] = true;
    is_open_[i] = !is_lost_here && std::isfinite(f_[i]);  // across a pole there is no slope
  }
  neighbours_.place(tile, variable, std::span(steps_).first(tile.size()));
  std::fill_n(slopes_[variable].begin(), tile.size(), kNan);
  for (const Stencil& stencil : family_.stencils) {
    apply(stencil, variable, tile);
    const auto end = is_open_.begin() + static_cast<std::ptrdiff_t>(tile.size());
    if (std::find(is_open_.begin(), end, true) == end) return;
  }
}

void DifferenceGradient::apply(const Stencil& stencil, std::size_t variable, const Tile& tile) {
  const Neighbours::Row here{{tile.coordinate(variable), tile.size()}, f_};
  const auto row = [&](int k) { return k == 0 ? here : neighbours_.at(k); };
  std::fill_n(rise_.begin(), tile.size(), 0);
  std::fill_n(run_.begin(), tile.size(), 0);
  for (const auto& [upper_place, lower_place, weight] : stencil.differences) {
    if (weight == 0) continue;
    const Neighbours::Row upper = row(upper_place), lower = row(lower_place);
    for (std::size_t i = 0; i < tile.size(); ++i) {
      rise_[i] += std::isfinite(upper.f[i]) && std::isfinite(lower.f[i]) ? weight * (upper.f[i] - lower.f[i]) : kNan;
      run_[i] += weight * (upper.x[i] - lower.x[i]);
    }
  }
  for (std::size_t i = 0; i < tile.size(); ++i) {
    if (!is_open_[i] || std::isnan(rise_[i]) || !std::isfinite(run_[i])) continue;
    slopes_[variable][i] = rise_[i] / run_[i];
    is_open_[i] = false;
  }
}

}  // namespace gradfield

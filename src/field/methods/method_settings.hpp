// What a method of differentiation may be told, and how its step follows from that.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "field/grid/grid.hpp"
#include "program/bounds.hpp"
#include "program/program.hpp"

namespace gradfield {

/// Which values of a GradientTile someone will look at; the others may be 0.
struct GradientParts {
  explicit GradientParts(std::size_t variables) : slopes(variables), second(variables * (variables + 1) / 2) {}

  bool f = false;
  std::vector<bool> slopes, second;
};

struct MethodSettings {
  /// The step h of a difference method in units of the variable; by default it follows the point.
  std::optional<double> step;
  /// For each variable the length that the default step is proportional to: see length_of(). Empty, 0 or not finite
  /// where there is no axis: then the magnitude of the point, or 1 where that is larger.
  std::vector<double> lengths;
  /// Whether GradientTile::second is wanted: exact second derivatives, whatever the method.
  bool second = false;
  /// What is wanted, if not everything.
  std::optional<GradientParts> parts = {};
  /// Where the points lie, so that the program need not do what never matters there; empty: anywhere.
  Box box = {};
  /// The grid whose tiles will be evaluated, if any, so that values along its axes are computed once. Tiles of another
  /// grid must not come then.
  std::optional<Grid> grid = {};
  /// Where there is one, it counts the points at which `step` is so small that some variable does not change by it.
  std::shared_ptr<std::atomic<std::size_t>> lost_points;
};

/// The length of an axis on which a function is taken to change: its larger end, or its width where that is less, as on
/// a range far from 0; of a single value its magnitude.
double length_of(const Axis& axis);

/// The length on which f is taken to change at x; never 0.
double length_scale(const MethodSettings& settings, std::size_t variable, double x);

/// The step at x: `settings.step`, or `factor` times the length scale.
double step_at(const MethodSettings& settings, double factor, std::size_t variable, double x);

/// One flag a variable: f uses it, and its slope is wanted.
std::vector<bool> variables_to_differentiate(const Program& f, const MethodSettings& settings);

/// Whether x+h or x-h is x itself.
bool is_lost(double x, double h);

}  // namespace gradfield

// The methods of differentiation: exact, and differences of f. One row each.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "expression/bounds.hpp"
#include "expression/program.hpp"
#include "field/gradient.hpp"

namespace gradfield {

/// What a method may be told.
struct MethodSettings {
  /// The step h of a difference method in units of the variable; by default it follows the point.
  std::optional<double> step;
  /// For each variable the magnitude that the default step is at least proportional to: the larger end of its axis.
  std::vector<double> magnitudes;
  /// Whether GradientTile::second is wanted: exact second derivatives, whatever the method.
  bool second = false;
  /// Where the points lie, so that the program need not do what never matters there; empty: anywhere.
  Box box = {};
};

struct Method {
  std::string_view name;  // as --method takes it
  std::string_view help;
  bool takes_step;
  std::unique_ptr<Gradient> (*make)(const Program& f, const MethodSettings& settings);
};

/// A gradient of f by this method.
std::unique_ptr<Gradient> make_gradient(const Method& method, const Program& f, const MethodSettings& settings);

/// All methods; the first is the default.
std::span<const Method> methods();

/// The method of that name, or null.
const Method* find_method(std::string_view name);

}  // namespace gradfield

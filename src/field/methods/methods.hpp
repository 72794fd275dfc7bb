// The methods of differentiation: exact, and differences of f. One row each.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "field/methods/method_settings.hpp"
#include "program/program.hpp"

namespace gradfield {

class Gradient;

struct Method {
  std::string_view name;  // as --method takes it
  std::string_view help;
  double default_step;         // in units of length_scale; 0: the method takes no step
  std::string_view words;      // what its slopes come from: "central differences"; empty: the formula itself
  int chord_begin, chord_end;  // in steps from a point, of the chord whose slope this is; both 0: there is none
  int reach;                   // how many steps from a point it looks at f, where these do not shrink; else 0
  bool estimates_errors;       // fills GradientTile::slope_errors
  std::unique_ptr<Gradient> (*make)(const Program& f, const MethodSettings& settings);

  bool takes_step() const { return default_step > 0; }
};

/// A gradient of f by this method.
std::unique_ptr<Gradient> make_gradient(const Method& method, const Program& f, const MethodSettings& settings);

/// All methods; the first is the default.
std::span<const Method> methods();

/// The one that differentiates the formula, and alone knows second derivatives.
const Method& exact_method();

/// Of one variable: the exact derivative as a function, whose own slope is the second one. No row of methods().
const Method& method_of_slope();

/// The method of that name, or null.
const Method* find_method(std::string_view name);

}  // namespace gradfield

// How the length of a gradient becomes the length of an arrow.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "field/sample.hpp"

namespace gradfield {

/// Length of the gradient at point i; inf where it exceeds the doubles.
double norm_at(const Field& field, std::size_t i);

/// Whether point i is drawn: f and the norm of its gradient are finite there.
bool has_arrow(const Field& field, std::size_t i);

/// One way to turn a norm into a length.
struct LengthRule {
  std::string_view name;
  std::string_view help;  // where the name alone does not say it
  std::string_view key;   // what the key adds to the norm of the longest arrow
  /// Length of an arrow in units of the longest, from its norm in units of the longest's (0 to 1) and the norm up to
  /// which log is about linear, in the same units.
  double (*share)(double ratio, double knee);
  /// The norm in units of the longest arrow's that comes out as long as `share`.
  double (*ratio)(double share, double knee);
};

/// All rules; the first is the default.
std::span<const LengthRule> length_rules();

/// Which norms are cut to the longest arrow's: automatic, none, or those above a percentile.
struct Cap {
  bool is_automatic = true;
  std::optional<double> percent;  // 0 to 100; without it nothing is cut
};

/// From norms to lengths, for one field.
struct LengthScale {
  const LengthRule* rule = &length_rules()[0];
  std::string name = "|∇f|";      // of the norm
  double reference = 0;           // norm of the longest arrow that is not shortened; 0 where all are zero
  double knee = 1;                // see LengthRule, in units of `reference`
  std::optional<double> percent;  // of all arrows that are not zero, those not cut; none where the largest is whole
  bool all_alike = false;         // all norms are the same, but for rounding

  /// Where all arrows are equally long, none.
  bool is_cut(double norm) const;
  /// Length in units of the longest arrow: 0 for the zero vector, 1 where it is cut.
  double share(double norm) const;
};

/// The automatic cap is the highest of the percentiles 95, 90, 85 and 80 that is worth it: the largest norm is more
/// than three times that, so that a pole, or a line of them, does not shrink all other arrows, and three arrows that
/// were mere specks can be read for each two that are cut, so that a hill on a plain keeps its arrows. Else nothing is
/// cut.
LengthScale length_scale(const Field& field, const LengthRule& rule, const Cap& cap = {});

}  // namespace gradfield

// How the length of a gradient becomes the length of an arrow.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "field/sample.hpp"
#include "plot/arrows/gradation.hpp"

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
  const Growth* growth;   // null: the first of the rules below it that lets most arrows be read
  double shortest = 0;    // the length of the least norm that it tells apart, in units of the longest arrow
};

/// All rules; the first is the default.
std::span<const LengthRule> length_rules();

/// The rule that takes lengths in proportion.
const LengthRule& linear_rule();

/// Which norms are cut to the longest arrow's: automatic, none, or those above a percentile.
struct Cap {
  bool is_automatic = true;
  std::optional<double> percent;  // 0 to 100; without it nothing is cut
};

/// From norms to lengths, for one field.
struct LengthScale {
  const LengthRule* rule = &linear_rule();  // never the one that is chosen by itself
  const Growth* growth = &kLinear;          // of colours: the rule's; of equal lengths, what would let most be read
  std::string name = "|∇f|";                // of the norm
  double reference = 0;                     // norm of the longest arrow that is not shortened; 0 where all are zero
  double reach = 0;               // the least norm that the logarithm tells apart: what is smaller is drawn as this
  double least = 0, largest = 0;  // of all norms
  std::optional<double> percent;  // of all arrows that are not zero, those not cut; none where the largest is whole
  bool all_alike = false;         // all norms are the same, but for rounding

  /// Where all arrows are equally long, none.
  bool is_cut(double norm) const;
  /// Length in units of the longest arrow: 0 for the zero vector, 1 where it is cut.
  double share(double norm) const;
  /// Norms as places from 0 to 1, by this growth.
  Gradation gradation(const Growth& growth) const;
};

/// The automatic cap is the highest of the percentiles 95, 90, 85 and 80 that is worth it: the largest norm is more
/// than three times that, so that a pole, or a line of them, does not shrink all other arrows, and three arrows that
/// were mere specks can be read for each two that are cut, so that a hill on a plain keeps its arrows. Else nothing is
/// cut.
/// Automatic lengths are linear where three quarters of the arrows that are not zero are at least a fifth as long as
/// the longest, and half of them 0.38 times as long: 5 and 9 of the 25 pixels that it has on the usual page. Else they
/// grow as the root, where that reaches as much, else as the logarithm. The logarithm reaches from the second
/// percentile on, but between one and three decades below the longest: a few norms that are zero up to rounding do not
/// stretch it, nor do equal ones flatten it.
LengthScale length_scale(const Field& field, const LengthRule& rule, const Cap& cap = {});

}  // namespace gradfield

// What a path has come to: one word for each of the ends there are, by the exact Hessian at the place.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace gradfield {

enum class Outcome {
  kMinimum,  // at rest, and f bends up in all directions
  kMaximum,  // down in all
  kSaddle,   // up in some and down in others
  kFlat,  // at rest, and f does not bend in some direction: a valley's floor, a plain, or more than the Hessian tells
  kKink,  // at rest where there is no Hessian
  kNotAtRest,   // its steps were used up, or became too small, and there is a slope
  kToAndFro,    // between two points for ever
  kLeftRegion,  // out of where --where holds
  kUndefined,   // to where f or a slope is not finite
  kLeftBox,     // out of the ranges
  kDiverges     // out of the box, or to where f is not finite, and uphill
};
inline constexpr std::size_t kOutcomes = 11;

struct OutcomeRow {
  Outcome outcome;
  std::string_view word;     // "saddle": in a table
  std::string_view in_key;   // ", a saddle": behind the steps of a path, where it is not what the path was looking for
  std::string_view of_one;   // " ends in a saddle": behind "1"
  std::string_view of_many;  // " end in saddles"
  bool is_rest;
};

/// All of them, in the order of Outcome.
std::span<const OutcomeRow> outcome_rows();
const OutcomeRow& row_of(Outcome outcome);

struct Ending {
  Outcome outcome = Outcome::kNotAtRest;
  /// The eigenvalues of the Hessian at the last point; nan where it is not finite, or was not looked at.
  double least_curvature = std::numeric_limits<double>::quiet_NaN();
  double largest_curvature = std::numeric_limits<double>::quiet_NaN();
  /// Of a path whose steps overshoot: the largest rate that is stable where it went; nan: nothing is known of it.
  double stable_rate = std::numeric_limits<double>::quiet_NaN();
  /// At rest on the border of the box, where it is kept.
  bool is_on_border = false;
};

/// What many paths have come to.
class PathCount {
 public:
  void add(std::size_t steps, Outcome outcome);

  /// "60 paths: 12 to 178 steps, 58 end in minima, 2 diverge"; `untold`: outcomes that go without saying.
  std::string text(std::initializer_list<Outcome> untold = {}) const;

 private:
  std::size_t paths_ = 0, fewest_ = 0, most_ = 0;
  std::array<std::size_t, kOutcomes> counts_{};
};

}  // namespace gradfield

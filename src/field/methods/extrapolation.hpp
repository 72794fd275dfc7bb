// Difference quotients of one point, extrapolated to the step 0, with an estimate of the error that is left.
#pragma once

#include <array>
#include <cstddef>

namespace gradfield {

/// A slope, and how far it may be from the true one; both in units of f per unit of the variable.
struct SlopeEstimate {
  double slope, error;
};

/// Takes difference quotients with steps that shrink by one factor, and extrapolates them.
///
/// Method: Richardson extrapolation after Ridders ("Accurate computation of F'(x) and F'(x)F''(x)", Adv. Eng. Software
/// 4(2), 1982): a tableau whose column j is free of the first j terms of the error; of all entries the one with the
/// least estimated error is kept. The estimate is the larger distance of the entry from its two parents, and besides
///  - the rounding error of the newest quotient, with the weight it has in the entry;
///  - half of the bend: how far the slopes to both sides differ, itself extrapolated to h = 0. Where f is smooth
///  nothing
///    is left of it; at a kink it stays, and where f turns faster than the step can follow it grows;
///  - the distance from a later entry, of smaller steps, that clearly says otherwise.
/// So a small step can overrule a large one, never the other way round.
class Extrapolation {
 public:
  /// Each step is this part of the one before. No simple fraction, and no power of it near a whole number: else a wave
  /// whose length fits one step fits them all, and looks straight.
  static constexpr double kShrink = 0.53;

  /// `is_central`: the error of a quotient is a series in h^2; else in h, and there are no bends.
  explicit Extrapolation(bool is_central) : is_central_(is_central) {}

  /// What one step tells, in units of f per unit of the variable.
  struct Row {
    double slope;  // the difference quotient
    double bend;   // the quotient to the right less the quotient to the left
    double noise;  // how far roundings may have carried `slope`
  };
  /// The next step. Requires: finite numbers.
  void add(const Row& row);

  /// The next row is the first of a new tableau, as after a step at which f was not finite.
  void restart() { columns_ = 0; }

  bool has_estimate() const { return has_estimate_; }
  /// Requires: has_estimate().
  const SlopeEstimate& best() const { return best_; }

  /// Whether smaller steps, whose roundings weigh more, can neither improve the estimate nor cast doubt on it.
  bool is_settled() const { return is_settled_; }

 private:
  static constexpr std::size_t kColumns = 8;

  struct Entry {
    SlopeEstimate slope;
    double bend;
  };
  Entry extend(const Row& row);

  bool is_central_;
  bool has_estimate_ = false, is_settled_ = false;
  std::size_t rows_ = 0, columns_ = 0;
  std::array<double, kColumns> slopes_{}, bends_{};  // the last row of the tableau
  SlopeEstimate best_{};
};

}  // namespace gradfield

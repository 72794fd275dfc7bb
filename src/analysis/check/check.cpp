#include "analysis/check/check.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <span>

#include "analysis/check/disagreements.hpp"
#include "analysis/check/neighborhood.hpp"
#include "field/methods/richardson.hpp"
#include "kernel/mathematics.hpp"
#include "program/differentiate.hpp"

namespace gradfield {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Richardson's slopes are worth a comparison where they are sure of three digits...
constexpr double kSure = 1e-3;

// ... or where their error is no more than a thousand roundings of f over the length on which it is taken to change: on
// a plateau, where there are no digits.
constexpr double kRoundings = 1000;

// Slopes below 1e-305 come of values whose products may underflow: they agree with anything of their size.
constexpr double kUnderflow = 1e-305;

// A disagreement changes f by so many times its rounding error on a way that is long enough to show it.
constexpr double kVisible = 10;

using Slopes = std::vector<std::span<const double>>;

MethodSettings without_step(MethodSettings settings) {
  settings.step.reset();
  settings.lost_points.reset();
  return settings;
}

class Check {
 public:
  Check(const CheckSetup& setup, Gradient& gradient, Gradient* reference)
      : setup_(setup),
        judge_(setup.f, without_step(setup.settings)),
        gradient_(gradient),
        reference_(reference != nullptr ? *reference : judge_),
        surroundings_(setup.f, setup.settings),
        doubts_(setup.f, setup.method, setup.settings),
        variables_(setup.f.variables().size()) {}

  void take(const Tile& tile) {
    const std::vector<Doubt> doubts = compare(tile);
    if (!doubts.empty()) {
      const std::vector<bool> is_explained = doubts_.explained(doubts, tile, gradient_, reference_);
      for (std::size_t a = 0; a < doubts.size(); ++a) {
        if (is_explained[a]) disagreements_[doubts[a].place] = kNan;
      }
    }
    for (std::size_t i = 0; i < tile.size(); ++i) count(tile, i);
  }

  const CheckResult& result() const { return result_; }

 private:
  // Fills the disagreements, and returns those beyond the tolerance.
  std::vector<Doubt> compare(const Tile& tile) {
    const GradientTile& tested = gradient_.evaluate(tile);
    const GradientTile& judged = judge_.evaluate(tile);
    const bool is_judge = &reference_ == &judge_;
    const Slopes& expected = is_judge ? judged.slopes : reference_.evaluate(tile).slopes;
    surroundings_.evaluate(tile);
    disagreements_.assign(tile.size(), kNan);
    std::vector<Doubt> doubts;
    for (std::size_t i = 0; i < tile.size(); ++i) {
      const auto size = [&](const Slopes& v) { return length(variables_, [&](std::size_t k) { return v[k][i]; }); };
      const auto distance = [&](const Slopes& v, const Slopes& w) {
        return length(variables_, [&](std::size_t k) { return v[k][i] - w[k][i]; });
      };
      const double apart = distance(tested.slopes, expected), error = size(judged.slope_errors);
      const double steepness = surroundings_.steepness()[i], rounding = surroundings_.roundings()[i];
      const double rounding_slope = rounding / surroundings_.lengths()[i];
      const bool is_sure = error <= kSure * std::max(size(judged.slopes), steepness) + kRoundings * rounding_slope;
      if (!std::isfinite(apart) || !is_sure) continue;
      const double of_method = setup_.method.takes_step() ? rounding_slope / setup_.method.default_step : 0;
      const double scale = std::max({size(tested.slopes), size(expected), steepness}) +
                           (error + of_method) / setup_.tolerance + kUnderflow;
      disagreements_[i] = apart / scale;
      if (disagreements_[i] <= setup_.tolerance) continue;
      Doubt doubt{i, {}, kVisible * rounding / apart, false};
      for (std::size_t k = 0; k < variables_; ++k) doubt.difference.push_back(tested.slopes[k][i] - expected[k][i]);
      doubt.is_reference_sure = !is_judge && distance(expected, judged.slopes) / scale <= setup_.tolerance;
      doubts.push_back(doubt);
    }
    return doubts;
  }

  void count(const Tile& tile, std::size_t i) {
    const double disagreement = disagreements_[i];
    if (std::isnan(disagreement)) {
      ++result_.left_out;
      return;
    }
    ++result_.compared;
    if (disagreement > setup_.tolerance) ++result_.beyond;
    if (!result_.where.empty() && disagreement <= result_.worst) return;
    result_.worst = disagreement;
    result_.where.clear();
    for (std::size_t k = 0; k < variables_; ++k) result_.where.push_back(tile.coordinate(k)[i]);
  }

  const CheckSetup& setup_;
  RichardsonGradient judge_;
  Gradient& gradient_;
  Gradient& reference_;
  Surroundings surroundings_;
  Doubts doubts_;
  std::size_t variables_;
  std::vector<double> disagreements_;  // of the points of a tile; nan: left out
  CheckResult result_;
};

// One slope of f, and its slopes: a row of the exact Hessian.
class HessianRow : public Gradient {
 public:
  HessianRow(const Program& f, std::size_t row) : row_(row), whole_(make_gradient(exact_method(), f, with_second())) {
    result_.slopes.resize(f.variables().size());
  }

  std::unique_ptr<Gradient> clone() const override { return std::make_unique<HessianRow>(*this); }

  const GradientTile& evaluate(const Tile& tile) override {
    const GradientTile& all = whole_->evaluate(tile);
    const std::size_t count = result_.slopes.size();
    result_.f = all.slopes[row_];
    for (std::size_t k = 0; k < count; ++k) {
      const auto [low, high] = std::minmax(k, row_);
      result_.slopes[k] = all.second[low * count - low * (low + 1) / 2 + high];  // the upper triangle by rows
    }
    return result_;
  }

  HessianRow(const HessianRow& other) : row_(other.row_), whole_(other.whole_->clone()), result_(other.result_) {}

 private:
  static MethodSettings with_second() {
    MethodSettings settings;
    settings.second = true;
    return settings;
  }

  std::size_t row_;
  std::unique_ptr<Gradient> whole_;
  GradientTile result_;
};

// The check of one row: what it refers to must stay where it is.
struct RowCheck {
  RowCheck(const CheckSetup& whole, std::size_t row)
      : slope(output_of(differentiate(whole.f), 1 + row)),
        setup{slope, exact_method(), whole.settings, whole.tolerance},
        gradient(whole.f, row),
        check(setup, gradient, nullptr) {}

  const Program slope;
  const CheckSetup setup;
  HessianRow gradient;
  Check check;
};

void add(const CheckResult& more, CheckResult& sum) {
  if (!more.where.empty() && (sum.where.empty() || more.worst > sum.worst)) {
    sum.worst = more.worst;
    sum.where = more.where;
  }
  sum.compared += more.compared;
  sum.beyond += more.beyond;
  sum.left_out += more.left_out;
}

}  // namespace

CheckResults check_gradient(const CheckSetup& setup, PointSource& points, Gradient& gradient, Gradient* reference) {
  Check check(setup, gradient, reference);
  std::vector<std::unique_ptr<RowCheck>> rows;
  for (std::size_t row = 0; setup.second && row < setup.f.variables().size(); ++row) {
    rows.push_back(std::make_unique<RowCheck>(setup, row));
  }
  Tile tile(points.variables());
  while (points.next(tile)) {
    check.take(tile);
    for (const auto& row : rows) row->check.take(tile);
  }
  CheckResults results{check.result(), {}};
  if (!setup.second) return results;
  results.second.emplace();
  for (const auto& row : rows) add(row->check.result(), *results.second);
  return results;
}

}  // namespace gradfield

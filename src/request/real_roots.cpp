#include "request/real_roots.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "field/filter.hpp"
#include "formula/print/formula.hpp"
#include "program/builder.hpp"
#include "program/transform.hpp"

namespace gradfield {
namespace {

struct Fraction {
  int above, below;
};

// The fraction that a number is but for its rounding, with an odd number below it that is not 1.
std::optional<Fraction> odd_fraction(double number) {
  constexpr double kMost = 1000, kRounding = 0x1p-51;  // of the quotient, and of the product below
  if (!(std::fabs(number) < kMost)) return {};
  for (const int below : {3, 5, 7, 9}) {
    const double product = number * below, above = std::round(product);
    if (std::fabs(product - above) > kRounding * std::fabs(product)) continue;
    const Fraction fraction{static_cast<int>(above), below};
    if (std::gcd(fraction.above, below) == 1) return fraction;
  }
  return {};
}

// "cbrt(x)", "sign(x)*abs(x)^(1/5)"; even powers of a root are those of the absolute value.
std::string real_root(const std::string& base, Fraction power) {
  const std::string above = std::to_string(power.above);
  if (power.below == 3) return "cbrt(" + base + ")" + (power.above == 1 ? "" : "^" + above);
  const std::string size = "abs(" + base + ")^(" + above + "/" + std::to_string(power.below) + ")";
  return power.above % 2 == 0 ? size : "sign(" + base + ")*" + size;
}

// The places of some points of an axis, both ends among them.
std::vector<double> some_points(const Axis& axis, std::size_t most) {
  const std::size_t count = std::min(axis.count, most);
  std::vector<double> points{axis.point(0)};
  for (std::size_t i = 1; i < count; ++i) points.push_back(axis.point(i * (axis.count - 1) / (count - 1)));
  return points;
}

// Calls `visit` with points spread over the grid until it returns false.
template <typename Visit>
void visit_points(const Grid& grid, const Visit& visit) {
  constexpr double kMostPoints = 1e4;
  const double most = std::pow(kMostPoints, 1 / static_cast<double>(grid.axes.size()));
  std::vector<std::vector<double>> axes;
  for (const Axis& axis : grid.axes)
    axes.push_back(some_points(axis, std::max<std::size_t>(2, static_cast<std::size_t>(most))));
  std::vector<std::size_t> index(axes.size(), 0);
  std::vector<double> point(axes.size());
  for (double left = kMostPoints; left > 0; --left) {
    for (std::size_t k = 0; k < axes.size(); ++k) point[k] = axes[k][index[k]];
    if (!visit(point)) return;
    std::size_t k = 0;
    while (k < axes.size() && ++index[k] == axes[k].size()) index[k++] = 0;
    if (k == axes.size()) return;
  }
}

std::string place_text(const std::vector<double>& point, const std::vector<std::string>& variables) {
  std::string text;
  for (std::size_t k = 0; k < point.size(); ++k) {
    text += (k == 0 ? "" : ",") + variables[k] + "=" + number_text(point[k], 6);
  }
  return text;
}

}  // namespace

std::vector<std::string> notes_on_real_roots(const Program& f, const Grid& grid,
                                             const std::optional<Program>& condition) {
  std::vector<Fraction> powers;
  std::vector<NodeId> bases;
  for (const Instruction& instruction : f.instructions()) {
    if (instruction.operation != Operation::kPower) continue;
    const Instruction& exponent = f.instructions()[instruction.operands[1]];
    const auto power = exponent.operation == Operation::kConstant ? odd_fraction(exponent.constant) : std::nullopt;
    if (!power) continue;
    powers.push_back(*power);
    bases.push_back(instruction.operands[0]);
  }
  if (powers.empty()) return {};
  ProgramBuilder builder(f.variables());
  const Program values = builder.finish(moved(bases, builder.insert(f)));
  std::optional<PointCondition> where;
  if (condition) where.emplace(*condition);
  std::vector<std::string> notes;
  std::vector<bool> is_noted(powers.size(), false);
  visit_points(grid, [&](const std::vector<double>& point) {
    if (where && !where->holds(point)) return true;
    const std::vector<double> at_point = values.evaluate_at(point);
    for (std::size_t i = 0; i < powers.size(); ++i) {
      if (is_noted[i] || !(at_point[i] < 0)) continue;
      is_noted[i] = true;
      constexpr std::size_t kMostColumns = 40;
      const std::string base = formula_of(values, values.outputs()[i]).value_or("");
      const std::string u = base.empty() || column_width(base) > kMostColumns ? "u" : base;
      const std::string exponent = std::to_string(powers[i].above) + "/" + std::to_string(powers[i].below);
      notes.push_back("a power " + exponent + " is nan where its base " + u + " is negative, as at " +
                      place_text(point, f.variables()) + "; for the real root write " + real_root(u, powers[i]));
    }
    return std::ranges::count(is_noted, false) > 0;
  });
  return notes;
}

}  // namespace gradfield

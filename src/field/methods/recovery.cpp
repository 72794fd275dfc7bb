#include "field/methods/recovery.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "program/builder.hpp"
#include "program/differentiate.hpp"
#include "program/transform.hpp"

namespace gradfield {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Limits at 0 are taken of what is so near, in powers of two: nothing that is not 0 there is as small.
constexpr double kNear[] = {-20'000, -40'000};
// On the way there a derivative must be coming: what depends on the digits of 1 + x is lost where x is so small.
constexpr double kOnTheWay[] = {-20, -40};
// They are the same where they differ by no more than this part: what comes nearer as a small power, or as a logarithm,
// would still differ.
constexpr double kSame = 1e-10;
// A continuous f that is 0 is so small there.
constexpr double kNothing = 1e-100;
// Of more variables at 0 than this, not all combinations of sides are tried.
constexpr std::size_t kMostSides = 3;
// Flat is what has the same double at points so far away, in units of the variable's magnitude or of 1.
constexpr double kBeside = 0x1p-24;

bool are_same(Extended a, Extended b) {
  const double of_a = a.rounded(), of_b = b.rounded();
  if (!std::isfinite(of_a) || !std::isfinite(of_b)) return false;
  if (of_a == of_b) return true;
  return std::fabs(of_a - of_b) <= kSame * std::max(std::fabs(of_a), std::fabs(of_b));
}

// How far from 0 the k-th of `count` variables there stands, in powers of two beyond the distance: as far as the
// others, or far nearer than those before it, or those behind it.
enum class Proportion { kAlike, kFalling, kRising };
Extended distance(double power, Proportion proportion, std::size_t k, std::size_t count) {
  constexpr double kApart = 3000;
  const auto place = static_cast<double>(k), places = static_cast<double>(count);
  if (proportion == Proportion::kAlike) return {1 + 0.37 * place / places, power};
  return {1, power - kApart * (proportion == Proportion::kFalling ? place : places - 1 - place)};
}

// The derivatives of f, before they are made nan where f is nan.
Program bare_derivatives(const Program& f, bool second) {
  const Program program = second ? differentiate_twice(f) : differentiate(f);
  const std::size_t count = f.variables().size();
  std::vector<NodeId> bare{program.outputs()[0]};
  const auto strip = [&](std::size_t output, std::size_t guard) {
    const Instruction& instruction = program.instructions()[program.outputs()[output]];
    const bool is_guarded =
        instruction.operation == Operation::kNanWhere && instruction.operands[0] == program.outputs()[guard];
    bare.push_back(is_guarded ? instruction.operands[1] : program.outputs()[output]);
  };
  for (std::size_t k = 0; k < count; ++k) strip(1 + k, 0);
  std::size_t output = 1 + count;
  for (std::size_t row = 0; second && row < count; ++row) {
    for (std::size_t column = row; column < count; ++column) strip(output++, 1 + row);
  }
  ProgramBuilder builder(program.variables());
  return builder.finish(moved(bare, builder.insert(program)));
}

bool has(VariableSet variables, std::size_t k) { return (variables >> k & 1) != 0; }

}  // namespace

Recovery::Recovery(const Program& f, bool second)
    : f_(f),
      point_(f.variables().size()),
      derivatives_(bare_derivatives(f, second)),
      values_(derivatives_.instructions().size()) {
  point_.resize(1);
  const std::vector<VariableSet> sets = variables_of_outputs(derivatives_);
  variables_of_f_ = sets[0];
  const std::size_t count = f.variables().size();
  const auto add = [&](std::vector<std::size_t> by) {
    const std::size_t output = 1 + wanted_.size();
    wanted_.push_back({derivatives_.outputs()[output], sets[output], std::move(by)});
  };
  for (std::size_t k = 0; k < count; ++k) add({k});
  for (std::size_t row = 0; second && row < count; ++row) {
    for (std::size_t column = row; column < count; ++column) add({row, column});
  }
}

void Recovery::evaluate(const std::vector<Extended>& point) {
  const std::vector<Instruction>& instructions = derivatives_.instructions();
  for (std::size_t place = 0; place < instructions.size(); ++place) {
    const Instruction& instruction = instructions[place];
    if (instruction.operation == Operation::kConstant) {
      values_[place] = instruction.constant;
    } else if (instruction.operation == Operation::kVariable) {
      values_[place] = point[instruction.variable];
    } else {
      std::array<Extended, kLargestArity> operands;
      for (std::size_t k = 0; k < arity_of(instruction); ++k) operands[k] = values_[instruction.operands[k]];
      values_[place] = extended_value(instruction.operation)(operands.data());
    }
  }
}

double Recovery::value_of_f(std::span<const double> point) {
  for (std::size_t k = 0; k < point.size(); ++k) point_.mutable_coordinate(k)[0] = point[k];
  f_.evaluate(point_);
  return f_.output(0)[0];
}

void Recovery::recover(std::span<const double> point, std::span<double> derivatives) {
  if (std::isnan(value_of_f(point))) return;
  evaluate({point.begin(), point.end()});
  std::vector<Extended> again;
  for (const Derivative& derivative : wanted_) again.push_back(values_[derivative.place]);
  const auto found = [&](std::size_t k) {
    return again[k].is_nan() ? beyond_arithmetic(wanted_[k], point) : again[k].rounded();
  };
  for (std::size_t k = 0; k < wanted_.size(); ++k) {
    if (std::isfinite(derivatives[k]) || std::isinf(again[k].mantissa)) continue;
    // A slope that there is not has no slope.
    const bool has_slopes = wanted_[k].by.size() == 1 || std::ranges::all_of(wanted_[k].by, [&](std::size_t variable) {
                              return again[variable].is_finite() || std::isfinite(found(variable));
                            });
    if (!has_slopes) continue;
    if (const double value = found(k); !std::isnan(value)) derivatives[k] = value;
  }
}

double Recovery::beyond_arithmetic(const Derivative& derivative, std::span<const double> point) {
  const std::vector<double> place = representative(point, derivative.variables);
  if (!std::isfinite(value_of_f(place))) return kNan;
  if (const double tended = limit(derivative, place); !std::isnan(tended)) return tended;
  const bool is_zero =
      std::ranges::any_of(derivative.by, [&](std::size_t variable) { return is_flat(place, variable); });
  return is_zero ? 0 : kNan;
}

// The point, but for the variables of f that do not count for the derivative, which stand where f is finite, if it is
// so somewhere: the same for all points that differ in these alone.
std::vector<double> Recovery::representative(std::span<const double> point, VariableSet variables) {
  std::vector<double> place(point.begin(), point.end());
  for (const double elsewhere : {0.739, -0.739, 7.39, -7.39, 0.0739, -0.0739, 73.9, -73.9}) {
    double next = elsewhere;
    for (std::size_t k = 0; k < place.size(); ++k) {
      if (has(variables_of_f_, k) && !has(variables, k)) place[k] = std::exchange(next, next * 1.01);
    }
    if (next == elsewhere || std::isfinite(value_of_f(place))) break;
  }
  return place;
}

// Where it tends to one value at `point`, that value; else nan.
double Recovery::limit(const Derivative& derivative, const std::vector<double>& point) {
  std::vector<std::size_t> zeros;
  for (std::size_t k = 0; k < point.size(); ++k) {
    if (point[k] == 0 && has(derivative.variables, k)) zeros.push_back(k);
  }
  if (zeros.empty()) return kNan;
  // A second derivative is a limit only where the slopes in its variables have one too, and so no jump.
  std::vector<NodeId> followed;
  if (derivative.by.size() > 1) {
    for (const std::size_t variable : derivative.by) followed.push_back(wanted_[variable].place);
  }
  const bool is_mixed = derivative.by.size() > 1 && derivative.by[0] != derivative.by[1];
  const double f = value_of_f(point);
  const std::size_t sides = std::size_t{1} << std::min(zeros.size(), kMostSides);
  std::vector<Extended> common;
  for (const Proportion proportion : {Proportion::kAlike, Proportion::kFalling, Proportion::kRising}) {
    if (zeros.size() == 1 && proportion != Proportion::kAlike) continue;
    for (std::size_t side = 0; side < sides; ++side) {
      const auto move = [&](double power) {
        std::vector<Extended> beside(point.begin(), point.end());
        for (std::size_t k = 0; k < zeros.size(); ++k) {
          const Extended away = distance(power, proportion, k, zeros.size());
          beside[zeros[k]] = (side >> (k % kMostSides) & 1) == 0 ? away : -away;
        }
        evaluate(beside);
      };
      const auto here = [&] {
        const Extended value = values_[derivative.place];
        return is_mixed ? without_noise(value, derivative.by) : value;
      };
      bool is_defined = false;
      for (const double power : kNear) {
        move(power);
        const Extended f_there = values_[derivatives_.outputs()[0]];
        if (!f_there.is_finite()) continue;
        is_defined = true;
        const bool is_continuous = are_same(f_there, f) || (f == 0 && std::fabs(f_there.rounded()) < kNothing);
        if (!is_continuous) return kNan;
        std::vector<Extended> there{here()};
        for (const NodeId place : followed) there.push_back(values_[place]);
        if (!std::ranges::all_of(there, &Extended::is_finite)) return kNan;
        if (!common.empty() && !std::ranges::equal(there, common, are_same)) return kNan;
        common = there;
      }
      if (!is_defined) continue;
      std::array<double, std::size(kOnTheWay)> away;
      for (std::size_t k = 0; k < away.size(); ++k) {
        move(kOnTheWay[k]);
        away[k] = std::fabs((here() - common[0]).rounded());
      }
      if (!(away[1] <= away[0] / 2 || away[1] <= kSame * std::fabs(common[0].rounded()))) return kNan;
    }
  }
  return common.empty() || !are_same(common[0], common[0]) ? kNan : common[0].rounded();
}

// A mixed derivative that is rounding beside the second derivatives in its variables is 0.
Extended Recovery::without_noise(Extended mixed, const std::vector<std::size_t>& by) const {
  Extended product = 1;
  for (const Derivative& derivative : wanted_) {
    const bool is_pure = derivative.by.size() == 2 && derivative.by[0] == derivative.by[1];
    if (is_pure && std::ranges::count(by, derivative.by[0]) > 0) product = product * values_[derivative.place];
  }
  const Extended size = square_root(absolute(product));
  return absolute(mixed) < Extended(kSame) * size ? Extended(0) : mixed;
}

// The others move too, so that a line along which f is flat, as sqrt(abs(x*y)) is on its axes, is not taken for flat
// ground.
bool Recovery::is_flat(const std::vector<double>& point, std::size_t variable) {
  const auto step = [&](std::size_t k) { return kBeside * (point[k] == 0 ? 1 : std::fabs(point[k])); };
  for (const double side : {1.0, -1.0}) {
    std::vector<double> beside = point;
    for (std::size_t k = 0; k < point.size(); ++k) {
      if (k != variable) beside[k] += side * (1 + 0.37 * static_cast<double>(k)) * step(k);
    }
    const double f = value_of_f(beside);
    for (const double away : {-2.0, -1.0, 1.0, 2.0}) {
      beside[variable] = point[variable] + away * step(variable);
      if (!std::isfinite(f) || value_of_f(beside) != f) return false;
    }
  }
  return true;
}

}  // namespace gradfield

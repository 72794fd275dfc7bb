#include "analysis/descent/optimizers.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/descent/eigenvalues.hpp"
#include "analysis/descent/line_search.hpp"
#include "kernel/mathematics.hpp"

namespace gradfield {
namespace {

using enum Parameter;

// So many vectors of zeros.
template <std::size_t kCount>
OptimizerState zeros(std::size_t variables) {
  return OptimizerState(kCount, std::vector<double>(variables));
}

// As it is taught: x_{k+1} = x_k - rate * grad f(x_k).
void step_against_gradient(const PathPlace& place, OptimizerState&, std::span<double> step) {
  for (std::size_t k = 0; k < step.size(); ++k) step[k] = -place.rate * place.value.slopes[k];
}

// v = momentum * v + g, x = x - rate * v: the rate is outside, so that a path may change it.
void step_with_momentum(const PathPlace& place, OptimizerState& state, std::span<double> step) {
  for (std::size_t k = 0; k < step.size(); ++k) {
    double& v = state[0][k];
    v = place.parameters[kMomentum] * v + place.value.slopes[k];
    step[k] = -place.rate * v;
  }
}

// The same v, x = x - rate * (g + momentum * v).
void step_by_nesterov(const PathPlace& place, OptimizerState& state, std::span<double> step) {
  for (std::size_t k = 0; k < step.size(); ++k) {
    const double momentum = place.parameters[kMomentum], slope = place.value.slopes[k];
    double& v = state[0][k];
    v = momentum * v + slope;
    step[k] = -place.rate * (slope + momentum * v);
  }
}

// s = s + g^2, x = x - rate * g / (sqrt(s) + epsilon).
void step_by_adagrad(const PathPlace& place, OptimizerState& state, std::span<double> step) {
  for (std::size_t k = 0; k < step.size(); ++k) {
    const double slope = place.value.slopes[k];
    double& sum = state[0][k];
    sum += slope * slope;
    const double divisor = std::sqrt(sum) + place.parameters[kEpsilon];
    step[k] = slope == 0 ? 0 : -place.rate * slope / divisor;
  }
}

// s = alpha * s + (1 - alpha) * g^2, x = x - rate * g / (sqrt(s) + epsilon): epsilon stands outside the root.
void step_by_rmsprop(const PathPlace& place, OptimizerState& state, std::span<double> step) {
  const double alpha = place.parameters[kAlpha];
  for (std::size_t k = 0; k < step.size(); ++k) {
    const double slope = place.value.slopes[k];
    double& mean = state[0][k];
    mean = alpha * mean + (1 - alpha) * (slope * slope);
    step[k] = slope == 0 ? 0 : -place.rate * slope / (std::sqrt(mean) + place.parameters[kEpsilon]);
  }
}

// m = beta1 * m + (1 - beta1) * g, s = beta2 * s + (1 - beta2) * g^2, both divided by what is missing of their weights
// after t steps: x = x - rate * m / (1 - beta1^t) / (sqrt(s / (1 - beta2^t)) + epsilon).
void step_by_adam(const PathPlace& place, OptimizerState& state, std::span<double> step) {
  const double beta1 = place.parameters[kBeta1], beta2 = place.parameters[kBeta2];
  const double t = static_cast<double>(place.steps + 1);
  const double first = 1 - power(beta1, t), root_of_second = std::sqrt(1 - power(beta2, t));
  for (std::size_t k = 0; k < step.size(); ++k) {
    const double slope = place.value.slopes[k];
    double &mean = state[0][k], &square = state[1][k];
    mean = beta1 * mean + (1 - beta1) * slope;
    square = beta2 * square + (1 - beta2) * (slope * slope);
    const double divisor = std::sqrt(square) / root_of_second + place.parameters[kEpsilon];
    step[k] = mean == 0 ? 0 : -(place.rate / first) * mean / divisor;
  }
}

// To the bottom of the parabola that f is nearby: -H^-1 g, with the magnitudes of the eigenvalues in place of the
// eigenvalues, so that it leads down where f bends down; those below 1e-8 of the largest, where the parabola says
// nothing, are raised to that. Where f does not bend at all, against the gradient.
void step_by_newton(const PathPlace& place, OptimizerState&, std::span<double> step) {
  constexpr double kLeast = 1e-8;
  const Eigensystem hessian = eigensystem(place.hessian(), step.size());
  const double largest = std::max(std::fabs(hessian.values.front()), std::fabs(hessian.values.back()));
  std::ranges::fill(step, 0);
  for (std::size_t i = 0; i < step.size(); ++i) {
    const std::vector<double>& direction = hessian.vectors[i];
    double slope = 0;
    for (std::size_t k = 0; k < step.size(); ++k) slope += direction[k] * place.value.slopes[k];
    const double bend = largest > 0 ? std::max(std::fabs(hessian.values[i]), kLeast * largest) : 1;
    // A slope of exactly 0 stays that, also where a coordinate that is held does not bend.
    for (std::size_t k = 0; k < step.size() && slope != 0; ++k) step[k] -= place.rate * slope / bend * direction[k];
  }
}

// -H g with H, the inverse of the Hessian as the slopes so far tell it (Nocedal & Wright, algorithm 6.1). Before the
// first step it is the rate times the unit matrix; before the second it is scaled to the curvature seen (their 6.20).
// State: H by rows, the point before and the slopes there.
void step_by_bfgs(const PathPlace& place, OptimizerState& state, std::span<double> step) {
  const std::size_t n = step.size();
  auto &inverse = state[0], &point = state[1], &slopes = state[2];
  const auto make_multiple_of_unit = [&](double factor) {
    inverse.assign(n * n, 0);
    for (std::size_t k = 0; k < n; ++k) inverse[k * n + k] = factor;
  };
  if (place.steps == 0) make_multiple_of_unit(place.rate);
  double ys = 0, yy = 0;
  std::vector<double> s(n), y(n), hy(n), direction(n);
  for (std::size_t k = 0; k < n && place.steps > 0; ++k) {
    s[k] = place.point[k] - point[k];
    y[k] = place.value.slopes[k] - slopes[k];
    ys += y[k] * s[k];
    yy += y[k] * y[k];
  }
  // Else it would not be positive definite any more: Wolfe's conditions hold that, but not at the border of a box.
  if (ys > 0 && yy > 0) {
    if (place.steps == 1) make_multiple_of_unit(ys / yy);
    double yhy = 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) hy[i] += inverse[i * n + j] * y[j];
      yhy += y[i] * hy[i];
    }
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        inverse[i * n + j] += (1 + yhy / ys) * s[i] * s[j] / ys - (hy[i] * s[j] + s[i] * hy[j]) / ys;
      }
    }
  }
  double slope = 0;
  const auto turn_down = [&] {
    slope = 0;
    for (std::size_t i = 0; i < n; ++i) {
      direction[i] = 0;
      for (std::size_t j = 0; j < n; ++j) direction[i] -= inverse[i * n + j] * place.value.slopes[j];
      slope += direction[i] * place.value.slopes[i];
    }
  };
  turn_down();
  if (!(slope < 0)) {  // rounding, or a border: it begins anew
    make_multiple_of_unit(place.rate);
    turn_down();
  }
  point.assign(place.point.begin(), place.point.end());
  slopes.assign(place.value.slopes.begin(), place.value.slopes.end());
  search_by_wolfe(place, direction, step);
  if (std::ranges::any_of(step, [](double x) { return x != 0; })) return;
  // What it has learnt leads nowhere, as at the border of a box: it begins anew.
  make_multiple_of_unit(place.rate);
  turn_down();
  backtrack(place, direction, step);
}

void step_by_backtracking(const PathPlace& place, OptimizerState&, std::span<double> step) {
  std::vector<double> direction(step.size());
  for (std::size_t k = 0; k < step.size(); ++k) direction[k] = -place.rate * place.value.slopes[k];
  backtrack(place, direction, step);
}

// Of x - rate * g and f'' = c the error is multiplied by 1 - rate * c, which has to be above -1.
double stable_for_gradient(double curvature, const ParameterValues&) { return 2 / curvature; }
// Of the pairs (x, v) that momentum makes, the eigenvalue that reaches -1 first.
double stable_for_momentum(double curvature, const ParameterValues& parameters) {
  return 2 * (1 + parameters[kMomentum]) / curvature;
}
double stable_for_nesterov(double curvature, const ParameterValues& parameters) {
  return 2 * (1 + parameters[kMomentum]) / (1 + 2 * parameters[kMomentum]) / curvature;
}

constexpr UsedParameter kOfMomentum[] = {{kMomentum, 0.9}}, kOfAdagrad[] = {{kEpsilon, 1e-10}},
                        kOfRmsprop[] = {{kAlpha, 0.99}, {kEpsilon, 1e-8}},
                        kOfAdam[] = {{kBeta1, 0.9}, {kBeta2, 0.999}, {kEpsilon, 1e-8}};

constexpr RateJudge kFalls[] = {{falls_enough, kHalvings}, {rises_little, kHalvings}},
                    kSwings[] = {{stays_low_in_box, kFewHalvings, true}, {stays_below_start, kHalvings, true}};

// clang-format off
constexpr Optimizer kOptimizers[] = {
    {"gd", "against the gradient, at the same rate with every step",
     "by the curvature at the start, and so that f falls", "PyTorch's SGD", {},
     zeros<0>, 0, step_against_gradient, {rate_by_curvature, kFalls}, stable_for_gradient},
    {"momentum", "v = momentum v + g, x -= rate v",
     "as gd", "PyTorch's SGD", kOfMomentum,
     zeros<1>, 1, step_with_momentum, {rate_by_curvature, kSwings}, stable_for_momentum},
    {"nesterov", "the same v, x -= rate (g + momentum v)",
     "as gd", "PyTorch's SGD", kOfMomentum,
     zeros<1>, 1, step_by_nesterov, {rate_by_curvature, kSwings}, stable_for_nesterov},
    {"adagrad", "s += g^2, x -= rate g / (sqrt(s) + epsilon)",
     "1/20 of the narrowest range", "PyTorch's Adagrad; Duchi, Hazan & Singer 2011", kOfAdagrad,
     zeros<1>, 0, step_by_adagrad, {rate_by_box<20>}, nullptr},
    {"rmsprop", "s = alpha s + (1-alpha) g^2, x -= rate g / (sqrt(s) + epsilon)",
     "1/1000 of the narrowest range", "PyTorch's RMSprop; Hinton 2012", kOfRmsprop,
     zeros<1>, 0, step_by_rmsprop, {rate_by_box<1000>}, nullptr},
    {"adam", "running means of g and of g^2 by beta1 and beta2, with bias correction",
     "1/100 of the narrowest range", "PyTorch's Adam; Kingma & Ba 2015", kOfAdam,
     zeros<2>, 1, step_by_adam, {rate_by_box<100>}, nullptr},
    {"newton", "rate times -H^-1 g with the exact Hessian, where it is not positive definite with its eigenvalues' "
     "magnitudes, at least 1e-8 of the largest",
     "1", "Nocedal & Wright 2006, 3.4; Dauphin et al. 2014", {},
     zeros<0>, 0, step_by_newton, {rate_of_one}, [](double, const ParameterValues&) { return 2.0; }},
    {"bfgs", "quasi-Newton with Wolfe's strong conditions (1e-4, 0.9), from rate times the unit matrix",
     "the inverse of the curvature at the start", "Nocedal & Wright 2006, 6.1", {},
     zeros<3>, 0, step_by_bfgs, {rate_to_be_searched}, nullptr},
    {"backtracking", "against the gradient, the rate halved at each step until f falls by 1e-4 of what the slope "
     "promises",
     "the inverse of the curvature at the start", "Nocedal & Wright 2006, 3.1", {},
     zeros<0>, 0, step_by_backtracking, {rate_to_be_searched}, nullptr},
};
// clang-format on

}  // namespace

std::span<const Optimizer> optimizers() { return kOptimizers; }

const Optimizer& default_optimizer() { return kOptimizers[0]; }

const Optimizer* find_optimizer(std::string_view name) {
  const auto found = std::ranges::find(kOptimizers, name, &Optimizer::name);
  return found == std::end(kOptimizers) ? nullptr : found;
}

bool uses(const Optimizer& optimizer, Parameter parameter) {
  return std::ranges::find(optimizer.parameters, parameter, &UsedParameter::parameter) != optimizer.parameters.end();
}

ParameterValues parameters_of(const Optimizer& optimizer, const GivenParameters& given) {
  ParameterValues values;
  for (const auto& [parameter, value] : optimizer.parameters) {
    values[parameter] = given[static_cast<std::size_t>(parameter)].value_or(value);
  }
  return values;
}

}  // namespace gradfield

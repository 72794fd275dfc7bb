#include "field/methods.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "expression/differentiate.hpp"
#include "expression/specialize.hpp"
#include "field/evaluator.hpp"

namespace gradfield {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

class ExactGradient : public Gradient {
 public:
  ExactGradient(const Program& f, const MethodSettings& settings) : evaluator_(program_for(f, settings)) {
    const std::size_t variables = f.variables().size();
    result_.slopes.resize(variables);
    if (settings.second) result_.second.resize(variables * (variables + 1) / 2);
  }

  const GradientTile& evaluate(const Tile& tile) override {
    evaluator_.evaluate(tile);
    result_.f = evaluator_.output(0);
    std::size_t output = 1;
    for (auto* derivatives : {&result_.slopes, &result_.second}) {
      for (std::span<const double>& derivative : *derivatives) derivative = evaluator_.output(output++);
    }
    return result_;
  }

 private:
  static Program program_for(const Program& f, const MethodSettings& settings) {
    const Program program = settings.second ? differentiate_twice(f) : differentiate(f);
    return settings.box.empty() ? program : specialize(program, settings.box);
  }

  Evaluator evaluator_;
  GradientTile result_;
};

// The gradient of another method, with exact second derivatives.
class WithSecond : public Gradient {
 public:
  WithSecond(std::unique_ptr<Gradient> first, const Program& f, const MethodSettings& settings)
      : first_(std::move(first)), exact_(f, settings) {}

  const GradientTile& evaluate(const Tile& tile) override {
    result_ = first_->evaluate(tile);
    result_.second = exact_.evaluate(tile).second;
    return result_;
  }

 private:
  std::unique_ptr<Gradient> first_;
  ExactGradient exact_;
  GradientTile result_;
};

// (f(x+h) - f(x-h)) / 2h, with an error of order h^2; one-sided where f is not finite on one side.
class CentralGradient : public Gradient {
 public:
  CentralGradient(const Program& f, const MethodSettings& settings)
      : evaluator_(f),
        settings_(settings),
        used_(f.variables_used(0)),
        shifted_(f.variables().size()),
        f_(kTileSize),
        above_(kTileSize),
        slopes_(f.variables().size(), std::vector<double>(kTileSize)) {
    result_.slopes.resize(f.variables().size());
  }

  const GradientTile& evaluate(const Tile& tile) override {
    const std::size_t count = tile.size();
    evaluate_f(tile, f_);
    shifted_ = tile;
    for (std::size_t k = 0; k < slopes_.size(); ++k) {
      if (used_[k]) differentiate_in(k, tile);
      result_.slopes[k] = std::span(slopes_[k]).first(count);
    }
    result_.f = std::span(f_).first(count);
    return result_;
  }

 private:
  void evaluate_f(const Tile& tile, std::vector<double>& values) {
    evaluator_.evaluate(tile);
    std::ranges::copy(evaluator_.output(0), values.begin());
  }

  // Truncation costs about h^2 f''' and rounding eps f / h: their sum is least at h = cbrt(eps) times the scale on
  // which f changes, for which the magnitude of the point and of its axis stand (Press et al., "Numerical Recipes",
  // 3rd ed., 5.7).
  double step_at(std::size_t variable, double x) const {
    if (settings_.step) return *settings_.step;
    const double magnitude = std::max(std::fabs(x), settings_.magnitudes[variable]);
    constexpr double kCubeRootOfEpsilon = 6.055454452393343e-06;
    return kCubeRootOfEpsilon * (magnitude > 0 ? magnitude : 1);
  }

  void differentiate_in(std::size_t variable, const Tile& tile) {
    const std::size_t count = tile.size();
    const double* x = tile.coordinate(variable);
    double* shifted = shifted_.coordinate(variable);
    for (std::size_t i = 0; i < count; ++i) shifted[i] = x[i] + step_at(variable, x[i]);
    evaluate_f(shifted_, above_);
    for (std::size_t i = 0; i < count; ++i) shifted[i] = x[i] - step_at(variable, x[i]);
    evaluator_.evaluate(shifted_);
    const std::span<const double> below = evaluator_.output(0);
    for (std::size_t i = 0; i < count; ++i) {
      const double upper_x = x[i] + step_at(variable, x[i]);
      slopes_[variable][i] = quotient({shifted[i], below[i]}, {x[i], f_[i]}, {upper_x, above_[i]});
    }
    std::copy_n(x, count, shifted);
  }

  struct Sample {
    double x, f;
  };

  // The differences of x are those that the rounded points really have.
  static double quotient(Sample below, Sample here, Sample above) {
    if (!std::isfinite(here.f)) return kNan;  // the difference across a pole is no slope
    if (!std::isfinite(above.f) && std::isfinite(below.f)) above = here;
    if (!std::isfinite(below.f) && std::isfinite(above.f)) below = here;
    return (above.f - below.f) / (above.x - below.x);
  }

  Evaluator evaluator_;
  MethodSettings settings_;
  std::vector<bool> used_;
  Tile shifted_;
  std::vector<double> f_, above_;
  std::vector<std::vector<double>> slopes_;
  GradientTile result_;
};

constexpr Method kMethods[] = {
    {"exact", "differentiates the formula; no step, exact but for rounding", false,
     [](const Program& f, const MethodSettings& settings) -> std::unique_ptr<Gradient> {
       return std::make_unique<ExactGradient>(f, settings);
     }},
    {"central", "(f(x+h)-f(x-h))/2h, error of order h^2", true,
     [](const Program& f, const MethodSettings& settings) -> std::unique_ptr<Gradient> {
       return std::make_unique<CentralGradient>(f, settings);
     }},
};

}  // namespace

std::unique_ptr<Gradient> make_gradient(const Method& method, const Program& f, const MethodSettings& settings) {
  std::unique_ptr<Gradient> gradient = method.make(f, settings);
  if (!settings.second || &method == &methods()[0]) return gradient;
  return std::make_unique<WithSecond>(std::move(gradient), f, settings);
}

std::span<const Method> methods() { return kMethods; }

const Method* find_method(std::string_view name) {
  for (const Method& method : kMethods) {
    if (method.name == name) return &method;
  }
  return nullptr;
}

}  // namespace gradfield

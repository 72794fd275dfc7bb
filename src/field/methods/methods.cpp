#include "field/methods/methods.hpp"

#include "field/methods/differences.hpp"
#include "field/methods/exact.hpp"
#include "field/methods/richardson.hpp"

namespace gradfield {
namespace {

// The gradient of another method, with exact second derivatives.
class WithSecond : public Gradient {
 public:
  WithSecond(std::unique_ptr<Gradient> first, std::unique_ptr<Gradient> exact)
      : first_(std::move(first)), exact_(std::move(exact)) {}

  std::unique_ptr<Gradient> clone() const override {
    return std::make_unique<WithSecond>(first_->clone(), exact_->clone());
  }

  GradientVariables depends_on(std::size_t variables) const override {
    GradientVariables all = first_->depends_on(variables);
    all.second = exact_->depends_on(variables).second;
    return all;
  }

  const GradientTile& evaluate(const Tile& tile) override {
    result_ = first_->evaluate(tile);
    result_.second = exact_->evaluate(tile).second;
    return result_;
  }

 private:
  std::unique_ptr<Gradient> first_, exact_;
  GradientTile result_;
};

std::unique_ptr<Gradient> make_exact(const Program& f, const MethodSettings& settings) {
  return std::make_unique<ExactGradient>(f, settings);
}

std::unique_ptr<Gradient> make_richardson(const Program& f, const MethodSettings& settings) {
  return std::make_unique<RichardsonGradient>(f, settings);
}

// The exact derivative of a function of one variable, and the second one as its slope.
class SlopeGradient : public Gradient {
 public:
  explicit SlopeGradient(std::unique_ptr<Gradient> exact) : exact_(std::move(exact)) {}

  std::unique_ptr<Gradient> clone() const override { return std::make_unique<SlopeGradient>(exact_->clone()); }

  const GradientTile& evaluate(const Tile& tile) override {
    const GradientTile& all = exact_->evaluate(tile);
    result_ = {all.slopes[0], {all.second[0]}, {}, {}};
    return result_;
  }

 private:
  std::unique_ptr<Gradient> exact_;
  GradientTile result_;
};

std::unique_ptr<Gradient> make_slope(const Program& f, MethodSettings settings) {
  settings.second = true;
  settings.parts = {};
  return std::make_unique<SlopeGradient>(make_exact(f, settings));
}

template <const StencilFamily& Family>
constexpr Method differences(std::string_view name, std::string_view help, std::string_view words, int chord_begin = 0,
                             int chord_end = 0) {
  return {name,
          help,
          Family.step_factor,
          words,
          chord_begin,
          chord_end,
          Family.reach(),
          false,
          [](const Program& f, const MethodSettings& settings) -> std::unique_ptr<Gradient> {
            return std::make_unique<DifferenceGradient>(f, settings, Family);
          }};
}

constexpr Method kMethods[] = {
    {"exact", "differentiates the formula; no step, exact but for rounding", 0, "", 0, 0, 0, false, make_exact},
    differences<kCentralDifferences>("central", "(f(x+h)-f(x-h))/2h, h = 6e-6 M; error of order h^2",
                                     "central differences", -1, 1),
    differences<kForwardDifferences>("forward", "(f(x+h)-f(x))/h, h = 1.5e-8 M; error of order h",
                                     "forward differences", 0, 1),
    differences<kBackwardDifferences>("backward", "(f(x)-f(x-h))/h, h = 1.5e-8 M; error of order h",
                                      "backward differences", -1, 0),
    differences<kFivePointDifferences>("five-point", "central at h and 2h, h = 7e-4 M; error of order h^4",
                                       "five-point differences"),
    {"richardson", "central, extrapolated to h = 0 from h = 0.14 M; tells its error", RichardsonGradient::kFirstStep,
     "Richardson's extrapolation", 0, 0, 0, true, make_richardson},
};
static_assert(kMethods[0].make == make_exact);

constexpr Method kOfSlope{
    "slope", "",    0,
    "",      0,     0,
    0,       false, [](const Program& f, const MethodSettings& settings) { return make_slope(f, settings); }};

}  // namespace

std::unique_ptr<Gradient> make_gradient(const Method& method, const Program& f, const MethodSettings& settings) {
  std::unique_ptr<Gradient> gradient = method.make(f, settings);
  if (!settings.second || &method == &exact_method()) return gradient;
  // Of the exact gradient the second derivatives alone.
  const std::size_t variables = f.variables().size();
  MethodSettings of_second = settings;
  GradientParts wanted(variables);
  wanted.second = settings.parts ? settings.parts->second : std::vector<bool>(wanted.second.size(), true);
  of_second.parts = wanted;
  return std::make_unique<WithSecond>(std::move(gradient), make_exact(f, of_second));
}

std::span<const Method> methods() { return kMethods; }

const Method& exact_method() { return kMethods[0]; }

const Method& method_of_slope() { return kOfSlope; }

const Method* find_method(std::string_view name) {
  for (const Method& method : kMethods) {
    if (method.name == name) return &method;
  }
  return nullptr;
}

}  // namespace gradfield

#include "analysis/descent/objective.hpp"

#include <utility>

namespace gradfield {
namespace {

std::unique_ptr<Gradient> make_first(const Program& f, const Method& method, MethodSettings settings) {
  // The box binds the points of the field, not those of a path, which may step out of it and must see f there.
  settings.box = {};
  return make_gradient(method, f, settings);
}

// Of the exact second derivatives nothing else.
std::unique_ptr<Gradient> make_second(const Program& f) {
  MethodSettings settings;
  settings.second = true;
  settings.parts.emplace(f.variables().size());
  settings.parts->second.assign(settings.parts->second.size(), true);
  return make_gradient(exact_method(), f, settings);
}

}  // namespace

Objective::Objective(const Program& f, const Method& method, MethodSettings settings, std::vector<bool> held)
    : f_(f), held_(std::move(held)), gradient_(*make_first(f, method, std::move(settings)), f.variables().size()) {
  held_.resize(f.variables().size());
  gradient_.hold(held_);
}

std::vector<double> Objective::hessian(std::span<const double> point) {
  if (!second_) second_ = make_second(f_);
  Tile tile(point.size());
  tile.resize(1);
  for (std::size_t k = 0; k < point.size(); ++k) tile.mutable_coordinate(k)[0] = point[k];
  const std::vector<std::span<const double>>& second = second_->evaluate(tile).second;
  std::vector<double> hessian;
  for (std::size_t i = 0; i < point.size(); ++i) {
    for (std::size_t j = i; j < point.size(); ++j) {
      hessian.push_back(held_[i] || held_[j] ? 0 : second[hessian.size()][0]);
    }
  }
  return hessian;
}

}  // namespace gradfield

#include "analysis/descent/objective.hpp"

#include <mutex>
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

void put(std::span<const double> point, Tile& tile) {
  tile.resize(1);
  for (std::size_t k = 0; k < point.size(); ++k) tile.mutable_coordinate(k)[0] = point[k];
}

}  // namespace

// What all threads clone.
struct Objective::Shared {
  Program f;
  std::vector<bool> held;
  double sign;  // of f
  std::unique_ptr<const Gradient> first;
  std::once_flag has_second = {};
  std::unique_ptr<const Gradient> second = nullptr;
};

Objective::Objective(const Program& f, const Method& method, MethodSettings settings, std::vector<bool> held,
                     Heading heading)
    : Objective([&] {
        held.resize(f.variables().size());
        return std::shared_ptr<Shared>(new Shared{f, std::move(held), heading == Heading::kUp ? -1.0 : 1.0,
                                                  make_first(f, method, std::move(settings))});
      }()) {}

Objective::Objective(std::shared_ptr<Shared> shared)
    : shared_(std::move(shared)),
      gradient_(shared_->first->clone()),
      tile_(shared_->held.size()),
      slopes_(shared_->held.size()) {}

PointValue Objective::at(std::span<const double> point) {
  put(point, tile_);
  look(tile_);
  return value(0);
}

PointValue Objective::value(std::size_t i) {
  const double sign = shared_->sign;
  for (std::size_t k = 0; k < slopes_.size(); ++k) slopes_[k] = shared_->held[k] ? 0 : sign * values_->slopes[k][i];
  return {sign * values_->f[i], slopes_};
}

std::vector<double> Objective::hessian(std::span<const double> point) {
  if (!second_) {
    std::call_once(shared_->has_second, [&] { shared_->second = make_second(shared_->f); });
    second_ = shared_->second->clone();
  }
  put(point, tile_);
  const std::vector<std::span<const double>>& second = second_->evaluate(tile_).second;
  std::vector<double> hessian;
  for (std::size_t i = 0; i < point.size(); ++i) {
    for (std::size_t j = i; j < point.size(); ++j) {
      hessian.push_back(shared_->held[i] || shared_->held[j] ? 0 : shared_->sign * second[hessian.size()][0]);
    }
  }
  return hessian;
}

}  // namespace gradfield

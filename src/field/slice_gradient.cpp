#include "field/slice_gradient.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gradfield {

SliceGradient::SliceGradient(std::unique_ptr<Gradient> whole, std::vector<double> place, std::vector<std::size_t> free,
                             const Program* condition)
    : whole_(std::move(whole)),
      place_(std::move(place)),
      free_(std::move(free)),
      condition_(condition),
      tile_(place_.size()) {
  if (condition != nullptr) evaluator_.emplace(*condition);
}

std::unique_ptr<Gradient> SliceGradient::clone() const {
  return std::make_unique<SliceGradient>(whole_->clone(), place_, free_, condition_);
}

const GradientTile& SliceGradient::evaluate(const Tile& tile) {
  tile_.resize(tile.size());
  for (std::size_t k = 0; k < place_.size(); ++k) tile_.fill(k, place_[k]);
  for (std::size_t i = 0; i < free_.size(); ++i) tile_.show(free_[i], tile.coordinate(i));
  const GradientTile& all = whole_->evaluate(tile_);
  values_.f = all.f;
  values_.slopes.clear();
  for (const std::size_t k : free_) values_.slopes.push_back(all.slopes[k]);
  if (evaluator_) {
    evaluator_->evaluate(tile_);
    const std::span<const double> holds = evaluator_->output(0);
    f_.assign(all.f.begin(), all.f.end());
    for (std::size_t i = 0; i < tile.size(); ++i) {
      if (holds[i] == 0 || std::isnan(holds[i])) f_[i] = NAN;
    }
    values_.f = f_;
  }
  return values_;
}

}  // namespace gradfield

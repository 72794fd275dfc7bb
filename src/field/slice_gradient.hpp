// The gradient on a slice: some variables are held, and points may be kept from being shown.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "field/evaluator/evaluator.hpp"
#include "field/grid/tile.hpp"
#include "field/methods/gradient.hpp"
#include "program/program.hpp"

namespace gradfield {

class SliceGradient : public Gradient {
 public:
  /// Of the variables `free` of `whole`, ascending; all others stay as they are in `place`, a point of all variables.
  /// Where `condition`, a program of all variables, is 0 or nan, f is nan; null: nowhere. It must outlive the gradient.
  SliceGradient(std::unique_ptr<Gradient> whole, std::vector<double> place, std::vector<std::size_t> free,
                const Program* condition);

  std::unique_ptr<Gradient> clone() const override;
  const GradientTile& evaluate(const Tile& tile) override;

 private:
  std::unique_ptr<Gradient> whole_;
  std::vector<double> place_;
  std::vector<std::size_t> free_;
  const Program* condition_;
  std::optional<Evaluator> evaluator_;  // of the condition
  Tile tile_;
  std::vector<double> f_;
  GradientTile values_;
};

}  // namespace gradfield

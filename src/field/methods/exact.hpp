// The exact method: the differentiated program, evaluated. No step.
#pragma once

#include <memory>
#include <optional>

#include "field/evaluator/evaluator.hpp"
#include "field/evaluator/grid_evaluator.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/method_settings.hpp"
#include "program/program.hpp"

namespace gradfield {

/// f, its slopes and, with `settings.second`, the upper triangle of its Hessian, exact but for rounding.
class ExactGradient : public Gradient {
 public:
  ExactGradient(const Program& f, const MethodSettings& settings);

  std::unique_ptr<Gradient> clone() const override;
  GradientVariables depends_on(std::size_t variables) const override;
  const GradientTile& evaluate(const Tile& tile) override;

 private:
  // What all threads share.
  struct Shared {
    std::size_t variables;
    bool second;
    Program program;
    std::shared_ptr<const GridProgram> on_grid;  // null: no grid
  };

  explicit ExactGradient(std::shared_ptr<const Shared> shared);
  template <typename Source>
  const GradientTile& take_outputs(const Source& source);

  std::shared_ptr<const Shared> shared_;
  std::optional<GridEvaluator> on_grid_;
  std::optional<Evaluator> anywhere_;  // made for the first tile that needs it
  GradientTile result_;
};

}  // namespace gradfield

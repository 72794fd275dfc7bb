// The exact method: the differentiated program, evaluated. No step.
#pragma once

#include "expression/program.hpp"
#include "field/evaluator.hpp"
#include "field/gradient.hpp"
#include "field/method_settings.hpp"

namespace gradfield {

/// f, its slopes and, with `settings.second`, the upper triangle of its Hessian, exact but for rounding.
class ExactGradient : public Gradient {
 public:
  ExactGradient(const Program& f, const MethodSettings& settings);

  const GradientTile& evaluate(const Tile& tile) override;

 private:
  Evaluator evaluator_;
  GradientTile result_;
};

}  // namespace gradfield

// The exact method: the differentiated program, evaluated. No step.
#pragma once

#include <memory>
#include <optional>

#include "field/evaluator/evaluator.hpp"
#include "field/evaluator/grid_evaluator.hpp"
#include "field/methods/gradient.hpp"
#include "field/methods/method_settings.hpp"
#include "field/methods/recovery.hpp"
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
    Program f;
    bool second;
    Program program;
    std::shared_ptr<const GridProgram> on_grid;  // null: no grid
    std::vector<std::size_t> doubtful;           // derivatives that may not be finite: slopes, then second ones
  };

  explicit ExactGradient(std::shared_ptr<const Shared> shared);
  template <typename Source>
  const GradientTile& take_outputs(const Source& source, const Tile& tile);
  void recover(const Tile& tile);

  std::shared_ptr<const Shared> shared_;
  std::optional<GridEvaluator> on_grid_;
  std::optional<Evaluator> anywhere_;  // made for the first tile that needs it
  std::optional<Recovery> recovery_;   // made for the first point that needs it
  std::vector<std::vector<double>> recovered_;
  GradientTile result_;
};

}  // namespace gradfield

#include "field/methods/exact.hpp"

#include <utility>

#include "program/differentiate.hpp"
#include "program/passes/specialize.hpp"

namespace gradfield {
namespace {

Program program_for(const Program& f, const MethodSettings& settings) {
  Program program = settings.second ? differentiate_twice(f) : differentiate(f);
  if (settings.parts) {
    std::vector<bool> kept{settings.parts->f};
    kept.insert(kept.end(), settings.parts->slopes.begin(), settings.parts->slopes.end());
    kept.insert(kept.end(), settings.parts->second.begin(), settings.parts->second.end());
    kept.resize(program.outputs().size());
    program = keep_outputs(program, kept);
  }
  return settings.box.empty() ? program : specialize(program, settings.box);
}

}  // namespace

ExactGradient::ExactGradient(const Program& f, const MethodSettings& settings)
    : ExactGradient([&] {
        Shared shared{f.variables().size(), settings.second, program_for(f, settings), nullptr};
        if (settings.grid) shared.on_grid = std::make_shared<GridProgram>(shared.program, *settings.grid);
        return std::make_shared<const Shared>(std::move(shared));
      }()) {}

ExactGradient::ExactGradient(std::shared_ptr<const Shared> shared) : shared_(std::move(shared)) {
  if (shared_->on_grid) on_grid_.emplace(shared_->on_grid);
  const std::size_t variables = shared_->variables;
  result_.slopes.resize(variables);
  if (shared_->second) result_.second.resize(variables * (variables + 1) / 2);
}

std::unique_ptr<Gradient> ExactGradient::clone() const { return std::unique_ptr<Gradient>(new ExactGradient(shared_)); }

GradientVariables ExactGradient::depends_on(std::size_t) const {
  const std::vector<VariableSet> sets = variables_of_outputs(shared_->program);
  const auto slopes = sets.begin() + 1, second = slopes + static_cast<std::ptrdiff_t>(shared_->variables);
  return {sets[0], {slopes, second}, {second, sets.end()}};
}

template <typename Source>
const GradientTile& ExactGradient::take_outputs(const Source& source) {
  result_.f = source.output(0);
  std::size_t output = 1;
  for (auto* derivatives : {&result_.slopes, &result_.second}) {
    for (std::span<const double>& derivative : *derivatives) derivative = source.output(output++);
  }
  return result_;
}

const GradientTile& ExactGradient::evaluate(const Tile& tile) {
  if (on_grid_ && tile.has_columns()) {
    on_grid_->evaluate(tile);
    return take_outputs(*on_grid_);
  }
  if (!anywhere_) anywhere_.emplace(shared_->program);
  anywhere_->evaluate(tile);
  return take_outputs(*anywhere_);
}

}  // namespace gradfield

#include "field/methods/exact.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kernel/blocks.hpp"
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

// Which outputs but f are not known to be finite all over the box.
std::vector<std::size_t> doubtful_derivatives(const Program& program, const Box& box) {
  const Box anywhere(program.variables().size());
  const std::vector<InstructionBounds> bounds = bound_values(program, box.empty() ? anywhere : box);
  std::vector<std::size_t> doubtful;
  for (std::size_t k = 1; k < program.outputs().size(); ++k) {
    const Bounds& value = bounds[program.outputs()[k]].value;
    if (value.may_be_nan || !std::isfinite(value.low) || !std::isfinite(value.high)) doubtful.push_back(k - 1);
  }
  return doubtful;
}

}  // namespace

ExactGradient::ExactGradient(const Program& f, const MethodSettings& settings)
    : ExactGradient([&] {
        Shared shared{f, settings.second, program_for(f, settings), nullptr, {}};
        shared.doubtful = doubtful_derivatives(shared.program, settings.box);
        if (settings.grid) shared.on_grid = std::make_shared<GridProgram>(shared.program, *settings.grid);
        return std::make_shared<const Shared>(std::move(shared));
      }()) {}

ExactGradient::ExactGradient(std::shared_ptr<const Shared> shared) : shared_(std::move(shared)) {
  if (shared_->on_grid) on_grid_.emplace(shared_->on_grid);
  const std::size_t variables = shared_->f.variables().size();
  result_.slopes.resize(variables);
  if (shared_->second) result_.second.resize(variables * (variables + 1) / 2);
}

std::unique_ptr<Gradient> ExactGradient::clone() const { return std::unique_ptr<Gradient>(new ExactGradient(shared_)); }

GradientVariables ExactGradient::depends_on(std::size_t) const {
  const std::vector<VariableSet> sets = variables_of_outputs(shared_->program);
  const auto slopes = sets.begin() + 1, second = slopes + static_cast<std::ptrdiff_t>(shared_->f.variables().size());
  return {sets[0], {slopes, second}, {second, sets.end()}};
}

template <typename Source>
const GradientTile& ExactGradient::take_outputs(const Source& source, const Tile& tile) {
  result_.f = source.output(0);
  std::size_t output = 1;
  for (auto* derivatives : {&result_.slopes, &result_.second}) {
    for (std::span<const double>& derivative : *derivatives) derivative = source.output(output++);
  }
  const std::size_t slopes = result_.slopes.size();
  const bool is_finite = std::ranges::all_of(shared_->doubtful, [&](std::size_t k) {
    const std::span<const double> values = k < slopes ? result_.slopes[k] : result_.second[k - slopes];
    return values.size() == 1 ? std::isfinite(values[0]) : active_blocks().are_finite(values.data(), values.size());
  });
  if (!is_finite) recover(tile);
  return result_;
}

// Looks again at the points where some derivative is not finite though f is.
void ExactGradient::recover(const Tile& tile) {
  if (!recovery_) recovery_.emplace(shared_->f, shared_->second);
  std::vector<std::span<const double>*> outputs;
  for (auto* derivatives : {&result_.slopes, &result_.second}) {
    for (std::span<const double>& derivative : *derivatives) outputs.push_back(&derivative);
  }
  recovered_.resize(outputs.size());
  for (const std::size_t k : shared_->doubtful) {
    recovered_[k].assign(outputs[k]->begin(), outputs[k]->end());
    *outputs[k] = recovered_[k];
  }
  std::vector<double> point(tile.variables()), derivatives(outputs.size());
  for (std::size_t i = 0; i < tile.size(); ++i) {
    const auto is_lost = [&](std::size_t k) { return !std::isfinite(recovered_[k][i]); };
    if (std::isnan(result_.f[i]) || std::ranges::none_of(shared_->doubtful, is_lost)) continue;
    for (std::size_t k = 0; k < point.size(); ++k) point[k] = tile.coordinate(k)[i];
    for (std::size_t k = 0; k < outputs.size(); ++k) derivatives[k] = (*outputs[k])[i];
    recovery_->recover(point, derivatives);
    for (const std::size_t k : shared_->doubtful) recovered_[k][i] = derivatives[k];
  }
}

const GradientTile& ExactGradient::evaluate(const Tile& tile) {
  if (on_grid_ && tile.has_columns()) {
    on_grid_->evaluate(tile);
    return take_outputs(*on_grid_, tile);
  }
  if (!anywhere_) anywhere_.emplace(shared_->program);
  anywhere_->evaluate(tile);
  return take_outputs(*anywhere_, tile);
}

}  // namespace gradfield

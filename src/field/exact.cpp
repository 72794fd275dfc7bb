#include "field/exact.hpp"

#include "expression/differentiate.hpp"
#include "expression/specialize.hpp"

namespace gradfield {
namespace {

Program program_for(const Program& f, const MethodSettings& settings) {
  const Program program = settings.second ? differentiate_twice(f) : differentiate(f);
  return settings.box.empty() ? program : specialize(program, settings.box);
}

}  // namespace

ExactGradient::ExactGradient(const Program& f, const MethodSettings& settings) : evaluator_(program_for(f, settings)) {
  const std::size_t variables = f.variables().size();
  result_.slopes.resize(variables);
  if (settings.second) result_.second.resize(variables * (variables + 1) / 2);
}

const GradientTile& ExactGradient::evaluate(const Tile& tile) {
  evaluator_.evaluate(tile);
  result_.f = evaluator_.output(0);
  std::size_t output = 1;
  for (auto* derivatives : {&result_.slopes, &result_.second}) {
    for (std::span<const double>& derivative : *derivatives) derivative = evaluator_.output(output++);
  }
  return result_;
}

}  // namespace gradfield

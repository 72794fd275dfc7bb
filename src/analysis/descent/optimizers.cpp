#include "analysis/descent/optimizers.hpp"

#include "analysis/descent/default_rate.hpp"

namespace gradfield {
namespace {

// So many vectors of zeros.
template <std::size_t kCount>
OptimizerState zeros(std::size_t variables) {
  return OptimizerState(kCount, std::vector<double>(variables));
}

// As it is taught: x_{k+1} = x_k - rate * grad f(x_k).
void step_steepest(const Place& place, OptimizerState&, std::span<double> step) {
  for (std::size_t k = 0; k < step.size(); ++k) step[k] = -place.rate * place.value.slopes[k];
}

constexpr Optimizer kOptimizers[] = {
    {"steepest", "against the gradient, at the same rate with every step", zeros<0>, step_steepest,
     path_of_sufficient_fall},
};

}  // namespace

std::span<const Optimizer> optimizers() { return kOptimizers; }

const Optimizer& default_optimizer() { return kOptimizers[0]; }

}  // namespace gradfield

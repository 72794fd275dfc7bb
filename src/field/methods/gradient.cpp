#include "field/methods/gradient.hpp"

namespace gradfield {

GradientVariables Gradient::depends_on(std::size_t variables) const {
  return {kAllVariables, std::vector<VariableSet>(variables, kAllVariables),
          std::vector<VariableSet>(variables * (variables + 1) / 2, kAllVariables)};
}

}  // namespace gradfield

#include "analysis/descent/parameters.hpp"

#include <limits>

namespace gradfield {
namespace {

constexpr ParameterRow kRows[] = {
    {Parameter::kMomentum, "momentum", 1},
    {Parameter::kBeta1, "beta1", 1},
    {Parameter::kBeta2, "beta2", 1},
    {Parameter::kAlpha, "alpha", 1},
    {Parameter::kEpsilon, "epsilon", std::numeric_limits<double>::infinity()},
};
static_assert(std::size(kRows) == kParameters);

}  // namespace

std::span<const ParameterRow> parameter_rows() { return kRows; }

}  // namespace gradfield

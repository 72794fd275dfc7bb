// The parameters of optimisers besides the rate: one row each.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace gradfield {

enum class Parameter { kMomentum, kBeta1, kBeta2, kAlpha, kEpsilon };
inline constexpr std::size_t kParameters = 5;

struct ParameterRow {
  Parameter parameter;
  std::string_view option;  // that sets it, without dashes
  double below;             // it is at least 0 and below that
};

/// All of them, in the order of Parameter.
std::span<const ParameterRow> parameter_rows();

/// One value a parameter; those that an optimiser does not use mean nothing.
struct ParameterValues {
  std::array<double, kParameters> values{};

  double operator[](Parameter parameter) const { return values[static_cast<std::size_t>(parameter)]; }
  double& operator[](Parameter parameter) { return values[static_cast<std::size_t>(parameter)]; }
};

/// What someone asks for; empty: the optimiser's own default.
using GivenParameters = std::array<std::optional<double>, kParameters>;

}  // namespace gradfield

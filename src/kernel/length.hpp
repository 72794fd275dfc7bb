// Length of vectors of any dimension.
#pragma once

#include <cstddef>

#include "kernel/mathematics.hpp"

namespace gradfield {

/// Length of the vector whose k-th of `count` components is component(k). No square of it overflows.
template <typename Component>
double length(std::size_t count, Component component) {
  double sum = 0;
  for (std::size_t k = 0; k < count; ++k) sum = hypotenuse(sum, component(k));
  return sum;
}

}  // namespace gradfield

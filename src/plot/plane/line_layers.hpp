// The layers of lines: level lines, stream lines and paths down.
#pragma once

#include "plot/plane/layers.hpp"

namespace gradfield {

extern const Layer kContourLayer, kStreamLayer, kPathLayer;

}  // namespace gradfield

// The layers of lines: level lines, stream lines and paths down.
#pragma once

#include "plot/plane/layers.hpp"

namespace gradfield {

/// In the order in which they are drawn; arrows lie over the first. Under the labels of level lines are patches, so
/// that neither arrows nor stream lines run through them.
extern const Layer kContourLayer, kStreamLayer, kLabelGroundLayer, kPathLayer;

}  // namespace gradfield

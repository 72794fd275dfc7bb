// What is drawn between the axes, as parts of a gnuplot script: each layer its data and its plots.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "plot/plane/picture.hpp"

namespace gradfield {

struct Layer {
  bool (*is_shown)(const Picture& picture);
  /// Writes its data blocks.
  void (*write_data)(std::ostream& script, const Picture& picture);
  /// Its parts of the plot command.
  std::vector<std::string> (*plots)(const Picture& picture);
  bool grows = false;  // whether its data change from frame to frame of a moving picture
};

/// All layers, the lowest first.
std::span<const Layer> layers();

}  // namespace gradfield

// What there is to say beside a picture of space.
#pragma once

#include <cstddef>

#include "cli/picture_parts.hpp"
#include "plot/space/space_picture.hpp"

namespace gradfield {

/// Points without an arrow, among `all`, and arrows that are shortened; levels without a line; axes of unequal scale.
Notes notes_on(const SpacePicture& picture, std::size_t all);

}  // namespace gradfield

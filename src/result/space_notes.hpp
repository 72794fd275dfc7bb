// What there is to say beside a picture of space.
#pragma once

#include "plot/space/space_picture.hpp"
#include "result/picture_parts.hpp"

namespace gradfield {

/// Points of `field` without an arrow, and arrows that are shortened or too short; levels without a line; axes of
/// unequal scale.
Notes notes_on(const SpacePicture& picture, const Field& field);

}  // namespace gradfield

// What there is to say beside the picture of a plane field.
#pragma once

#include "plot/plane/picture.hpp"
#include "result/picture_parts.hpp"

namespace gradfield {

/// Points and layers that are not to be seen, arrows that are not as long as what they stand for, or too close to be
/// read, and axes of unequal scale.
Notes notes_on(const Picture& picture);

}  // namespace gradfield

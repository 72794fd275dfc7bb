// What a picture shows, in words: for its recipe, and for those who cannot see it.
#pragma once

#include "plot/curve/curves.hpp"
#include "plot/files/recipe.hpp"
#include "plot/plane/picture.hpp"
#include "plot/space/space_picture.hpp"

namespace gradfield {

PictureFacts facts_of(const Picture& picture);
PictureFacts facts_of(const CurvesPicture& picture);
PictureFacts facts_of(const SpacePicture& picture);

}  // namespace gradfield

// What a picture shows, in words: for its recipe, and for those who cannot see it.
#pragma once

#include <string>

#include "plot/curves.hpp"
#include "plot/picture.hpp"
#include "plot/space_picture.hpp"

namespace gradfield {

/// Each text is plain, on one line as far as the formula is.
struct PictureFacts {
  std::string formula;      // as typed
  std::string title;        // what was given, else the formula's
  std::string description;  // in sentences: formula, ranges, arrows, what the longest stands for
  std::string scale;        // what the longest arrow stands for
  std::string cap;          // which arrows are drawn shorter than they are
};

PictureFacts facts_of(const Picture& picture);
PictureFacts facts_of(const CurvesPicture& picture);
PictureFacts facts_of(const SpacePicture& picture);

}  // namespace gradfield

// What all pictures of space have around the box: title, key and colour bar.
#pragma once

#include "plot/space/space_picture.hpp"

namespace gradfield {

/// Puts title, key and colour bar on the page of a picture whose lengths, counts and colours are known, and returns the
/// area that is left for the box.
Area furnish_page(SpacePicture& picture, const Grid& grid, const std::vector<KeyEntry>& key);

/// Once the box stands, the colour bar beside it: as high as the box, at its right edge.
void place_bar(SpacePicture& picture, const Area& box);

/// Paints an arrow whose polygon is given about its middle.
void paint_arrow(Painting& painting, Point middle, Point direction, const std::vector<std::vector<Point>>& shape,
                 Rgb color);

/// The arrow of a marked point, from there on this way on the page, with a casing in the colour of the ground. `cell`:
/// see arrow_shape().
void paint_mark_arrow(Painting& painting, Point from, Point way, double cell, Rgb color, Rgb ground);

}  // namespace gradfield

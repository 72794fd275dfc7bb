// Lines, discs and rings of a painting, of any width: filled polygons, as its own lines are thin.
#pragma once

#include <vector>

#include "plot/look/colors.hpp"
#include "plot/space/painting.hpp"

namespace gradfield {

/// A line of this width, in points of the page; what lies nearer together than half a point is left out.
void paint_stroke(Painting& painting, const std::vector<Point>& line, double width, Rgb color);

void paint_disc(Painting& painting, Point middle, double radius, Rgb color);

/// `radius`: of the middle of its line.
void paint_ring(Painting& painting, Point middle, double radius, double width, Rgb color);

/// The points without those nearer than `apart` to the last that stays; the first and the last one stay.
std::vector<Point> thinned(const std::vector<Point>& line, double apart);

}  // namespace gradfield

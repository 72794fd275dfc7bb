// Points that are marked in a picture, with the gradient there.
#pragma once

#include <string>
#include <vector>

#include "field/grid/listed_points.hpp"
#include "field/methods/gradient.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

struct MarkedPoint {
  std::vector<double> place;  // on the axes of the picture
  double f;
  std::vector<double> slopes;  // one an axis, in units of f per unit of the variable; never turned by descent

  bool is_finite() const;
  double norm() const;
};

/// `gradient`: on the axes of the picture, one coordinate each.
std::vector<MarkedPoint> mark_points(const PointList& places, const Gradient& gradient);

/// The colour of marks: none of a palette's.
Rgb mark_color(const Theme& theme);

/// What the key says of them: "∇f(1, 2) = (2, 4), |∇f| = 4.472", of one variable "f′(1) = 3"; of many how many there
/// are.
std::vector<KeyEntry> mark_key(const std::vector<MarkedPoint>& points, const PictureStyle& style);

/// " At (1, 2) f is 5 and its gradient (2, 4).": of each point a sentence with a blank in front.
std::string mark_facts(const std::vector<MarkedPoint>& points);

}  // namespace gradfield

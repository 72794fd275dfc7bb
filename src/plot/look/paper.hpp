// What a picture is drawn on: what gnuplot's terminals are told, and what the bytes they return do not say.
#pragma once

#include <string>
#include <vector>

#include "plot/look/colors.hpp"

namespace gradfield {

/// In a terminal's own unit: pixels, or inches; or in points of the page.
struct PageSize {
  double width = 0, height = 0;
  friend bool operator==(const PageSize&, const PageSize&) = default;
};

/// Pixels to the inch of a page, and of a picture that is told no other number.
inline constexpr double kUsualDpi = 96;

struct Paper {
  PageSize size;    // in the terminal's own unit; pixels are those of the usual number to the inch
  double zoom = 1;  // of the type and the page's points: below 1 on small pages
  std::string font = "DejaVu Sans";
  Rgb background = rgb(0xffffff);
  bool is_transparent = false;       // has no background
  double dpi = kUsualDpi;            // of pictures that are pixels: how many to the inch
  std::vector<double> seconds = {};  // that each frame of a moving picture is shown; none: one still picture
};

}  // namespace gradfield

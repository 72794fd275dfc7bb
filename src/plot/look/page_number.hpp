// Coordinates of what is drawn, as text: quick, and no more digits than a page can show.
#pragma once

#include <string>

#include "plot/look/page.hpp"

namespace gradfield {

/// Writes data coordinates of one direction of a page, to a hundredth of a point of it and better.
class PageNumbers {
 public:
  explicit PageNumbers(const Scale& scale);

  void append(std::string& out, double value) const;

 private:
  int decimals_ = 0;      // digits after the point; where negative, numbers are written in scientific form
  double power_ = 1;      // 10^decimals_
  int significant_ = 17;  // digits of the scientific form
};

}  // namespace gradfield
